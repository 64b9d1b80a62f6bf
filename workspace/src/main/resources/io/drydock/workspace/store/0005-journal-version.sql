-- What an entry means for other images of equal content. 1: it holds for all of them. 2: for those with the same label.
ALTER TABLE journal ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- What a reader must know of a validation score; not known of the entries before.
ALTER TABLE submission ADD COLUMN epoch_chosen INTEGER;

ALTER TABLE submission ADD COLUMN cross_fit_folds INTEGER;
