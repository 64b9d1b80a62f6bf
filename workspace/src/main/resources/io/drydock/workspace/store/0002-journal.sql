-- The class that the evidence pointed to when somebody decided: a kept label is asked about again only when it points elsewhere.
ALTER TABLE journal ADD COLUMN suggested TEXT;

CREATE INDEX journal_by_batch ON journal (batch);
