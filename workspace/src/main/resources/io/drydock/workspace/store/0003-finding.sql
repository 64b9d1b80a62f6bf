-- What the last look of each check found. A check names itself, its version and its settings, so that a reader knows
-- whether it must look again.
CREATE TABLE finding_check (
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    settings TEXT NOT NULL,
    made_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE finding (
    number INTEGER PRIMARY KEY,
    check_name TEXT NOT NULL REFERENCES finding_check (name),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    rank INTEGER NOT NULL,
    score REAL NOT NULL,
    image TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    part TEXT,
    label INTEGER,
    suggested INTEGER,
    evidence TEXT NOT NULL
);

CREATE INDEX finding_by_id ON finding (id);
CREATE INDEX finding_by_image ON finding (image);
CREATE INDEX finding_by_check ON finding (check_name);
