-- The other images that a finding is about, a path a line: when all of them have left the set, there is nothing to decide.
ALTER TABLE finding ADD COLUMN others TEXT NOT NULL DEFAULT '';
