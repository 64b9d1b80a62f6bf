-- Text in key columns is compared byte by byte; times are UTC ISO-8601; hashes lower-case hex.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE class (
    position INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
);

-- The user's files as imported, byte for byte (gzip), so that an export keeps their columns, order and quoting.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('labels', 'test', 'sample')),
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    image_column TEXT NOT NULL,
    label_column TEXT NOT NULL,
    content BLOB NOT NULL,
    imported_at TEXT NOT NULL
);

CREATE TABLE unusable_row (
    source TEXT NOT NULL,
    line INTEGER NOT NULL,
    image TEXT NOT NULL,
    reason TEXT NOT NULL,
    message TEXT NOT NULL
);

CREATE TABLE image (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    modified_millis INTEGER NOT NULL,
    height INTEGER,
    width INTEGER,
    format TEXT,
    mode TEXT,
    orientation INTEGER,
    pixel_sha256 TEXT,
    checks TEXT,
    unusable_reason TEXT,
    unusable_message TEXT
);

CREATE INDEX image_by_content ON image (sha256);

CREATE TABLE member (
    list TEXT NOT NULL CHECK (list IN ('labeled', 'test')),
    position INTEGER NOT NULL,
    image_id INTEGER NOT NULL REFERENCES image (id),
    PRIMARY KEY (list, position),
    UNIQUE (list, image_id)
) WITHOUT ROWID;

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL,
    action TEXT NOT NULL CHECK
        (action IN ('import', 'relabel', 'drop', 'keep', 'unsure', 'duplicate_of', 'undo', 'redo')),
    image TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    old TEXT,
    new TEXT,
    by_whom TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT NOT NULL,
    finding TEXT,
    score REAL,
    undoes INTEGER
);

-- What an import entry changed; one entry stands for the whole file. No label: the image is no longer listed.
CREATE TABLE imported_label (
    seq INTEGER NOT NULL REFERENCES journal (seq),
    position INTEGER NOT NULL,
    image TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    label TEXT,
    PRIMARY KEY (seq, position)
) WITHOUT ROWID;

CREATE TRIGGER journal_is_numbered BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN
    SELECT RAISE(ABORT, 'journal entries are numbered without gaps');
END;

CREATE TRIGGER journal_keeps_entries BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_forgets_nothing BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER imported_label_is_kept BEFORE UPDATE ON imported_label
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER imported_label_is_not_forgotten BEFORE DELETE ON imported_label
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TABLE split (
    number INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    seed INTEGER NOT NULL,
    valid_share REAL NOT NULL,
    group_by TEXT NOT NULL,
    journal_position INTEGER NOT NULL,
    data_sha256 TEXT NOT NULL,
    created_at TEXT NOT NULL
);

CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('running', 'done', 'interrupted', 'failed')),
    message TEXT NOT NULL,
    pid INTEGER NOT NULL,
    pid_started_at TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    trashed_at TEXT,
    details TEXT NOT NULL
);

CREATE TABLE submission (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    runs TEXT NOT NULL,
    mix TEXT NOT NULL,
    tta INTEGER NOT NULL,
    journal_position INTEGER NOT NULL,
    valid_n INTEGER,
    weighted_f1 REAL,
    weighted_f1_low REAL,
    weighted_f1_high REAL,
    leaderboard_score REAL,
    created_at TEXT NOT NULL
);
