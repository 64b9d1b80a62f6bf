-- Images without a label, to be given one, are a list of their own. SQLite cannot change a CHECK, so the table is made anew.
CREATE TABLE member_with_pool (
    list TEXT NOT NULL CHECK (list IN ('labeled', 'test', 'pool')),
    position INTEGER NOT NULL,
    image_id INTEGER NOT NULL REFERENCES image (id),
    PRIMARY KEY (list, position),
    UNIQUE (list, image_id)
) WITHOUT ROWID;

INSERT INTO member_with_pool (list, position, image_id) SELECT list, position, image_id FROM member;

DROP TABLE member;

ALTER TABLE member_with_pool RENAME TO member;

-- From this version on, imported_label.label is '' for an image that is listed without a label, and NULL as before for one
-- that is no longer listed.
