-- How a CSV is written, as the user said: encoding, separator, no header. One option a line; empty where all was recognized.
ALTER TABLE source ADD COLUMN csv_options TEXT NOT NULL DEFAULT '';
