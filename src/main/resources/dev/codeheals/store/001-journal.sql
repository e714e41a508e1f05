-- Portable SQL; what only SQLite knows stands in Migrations and Connections.
CREATE TABLE envelopes (
    sequence      INTEGER PRIMARY KEY,
    envelope_id   TEXT    NOT NULL UNIQUE,
    heal_id       TEXT    NOT NULL,
    project       TEXT    NOT NULL,
    created_at    INTEGER NOT NULL,
    attempt       INTEGER NOT NULL,
    error_code    TEXT    NOT NULL,
    cluster_id    TEXT    NOT NULL,
    source        TEXT    NOT NULL,
    confidence    DOUBLE PRECISION,
    decision      TEXT    NOT NULL,
    breaker_state TEXT    NOT NULL,
    outcome       TEXT    NOT NULL,
    body          BLOB    NOT NULL,
    edits         BLOB    NOT NULL,
    edits_hash    TEXT    NOT NULL,
    previous_hash TEXT    NOT NULL,
    envelope_hash TEXT    NOT NULL,
    row_hash      TEXT    NOT NULL,
    quarantined   INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX envelopes_by_project ON envelopes (project, sequence);
CREATE INDEX envelopes_by_heal ON envelopes (heal_id, attempt);
CREATE INDEX envelopes_by_outcome ON envelopes (outcome, sequence);
CREATE INDEX envelopes_by_time ON envelopes (created_at);

CREATE TABLE decisions (
    sequence      INTEGER PRIMARY KEY,
    envelope_id   TEXT    NOT NULL,
    envelope_hash TEXT    NOT NULL,
    outcome       TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    decided_at    INTEGER NOT NULL,
    previous_hash TEXT    NOT NULL,
    decision_hash TEXT    NOT NULL
);
CREATE INDEX decisions_by_envelope ON decisions (envelope_id, sequence);

CREATE TABLE quarantine (
    envelope_id TEXT    NOT NULL,
    sequence    INTEGER NOT NULL,
    found_at    INTEGER NOT NULL,
    problem     TEXT    NOT NULL,
    body        BLOB    NOT NULL
);

CREATE TABLE promotions (
    promotion_id TEXT    NOT NULL PRIMARY KEY,
    position     INTEGER NOT NULL UNIQUE,
    envelope_id  TEXT    NOT NULL,
    root         TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    reverses     TEXT,
    state        TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    finished_at  INTEGER,
    note         TEXT    NOT NULL
);
CREATE INDEX promotions_by_state ON promotions (state, position);
CREATE INDEX promotions_by_root ON promotions (root, position);
CREATE INDEX promotions_by_envelope ON promotions (envelope_id, position);

CREATE TABLE promotion_files (
    promotion_id TEXT    NOT NULL,
    position     INTEGER NOT NULL,
    path         TEXT    NOT NULL,
    target       TEXT    NOT NULL,
    temp_name    TEXT    NOT NULL,
    before_hash  TEXT    NOT NULL,
    after_hash   TEXT    NOT NULL,
    folders      TEXT    NOT NULL,
    PRIMARY KEY (promotion_id, position)
);

CREATE TABLE projects (
    root     TEXT    NOT NULL PRIMARY KEY,
    trusted  INTEGER NOT NULL DEFAULT 0,
    settings TEXT    NOT NULL,
    opened_at INTEGER NOT NULL
);
