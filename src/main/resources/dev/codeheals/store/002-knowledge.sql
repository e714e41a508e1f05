-- Success patterns. What is derived from a record (totals, strength, tags, rank) is generated, so it can never disagree with it.
CREATE TABLE success_patterns (
    id               INTEGER PRIMARY KEY,
    error_code       TEXT    NOT NULL,
    family           TEXT    NOT NULL,
    cluster_id       TEXT    NOT NULL,
    fix_description  TEXT    NOT NULL,
    fix_diff         TEXT    NOT NULL,
    edit_template    TEXT    NOT NULL,
    success_count    INTEGER NOT NULL,
    failure_count    INTEGER NOT NULL,
    avg_confidence   DOUBLE PRECISION NOT NULL,
    own_successes    INTEGER NOT NULL,
    more_successes   INTEGER NOT NULL DEFAULT 0,
    more_failures    INTEGER NOT NULL DEFAULT 0,
    more_confidence  DOUBLE PRECISION NOT NULL DEFAULT 0,
    more_own         INTEGER NOT NULL DEFAULT 0,
    user_tags        TEXT    NOT NULL DEFAULT '',
    source           TEXT    NOT NULL,
    project          TEXT    NOT NULL,
    first_success_at INTEGER NOT NULL,
    last_success_at  INTEGER NOT NULL,
    last_failure     TEXT,
    merged_into      INTEGER,
    forgotten_at     INTEGER,
    successes        INTEGER GENERATED ALWAYS AS (success_count + more_successes) VIRTUAL,
    failures         INTEGER GENERATED ALWAYS AS (failure_count + more_failures) VIRTUAL,
    average          DOUBLE PRECISION GENERATED ALWAYS AS
        (CASE WHEN more_successes = 0 THEN avg_confidence
              ELSE (avg_confidence * success_count + more_confidence) / (success_count + more_successes) END) VIRTUAL,
    -- the average, drawn down by evidence against the pattern
    strength         DOUBLE PRECISION GENERATED ALWAYS AS (average * (successes + 1.0) / (successes + failures + 1.0)) VIRTUAL,
    tags             TEXT    GENERATED ALWAYS AS
        (CASE WHEN strength >= 0.9 AND own_successes + more_own > 0 THEN 'GOLD_STANDARD'
              WHEN strength >= 0.8 THEN 'HIGH_CONFIDENCE'
              WHEN strength >= 0.7 THEN 'RELIABLE'
              ELSE '' END) VIRTUAL,
    -- Wilson's lower bound (z = 1) on the share of successes, times the average; what never held here counts less
    rank             DOUBLE PRECISION GENERATED ALWAYS AS
        ((1.0 * successes / (successes + failures) + 0.5 / (successes + failures)
          - sqrt((1.0 * successes / (successes + failures)) * (1.0 * failures / (successes + failures)) / (successes + failures)
                 + 0.25 / ((successes + failures) * (successes + failures))))
         / (1.0 + 1.0 / (successes + failures)) * average * (CASE WHEN own_successes + more_own > 0 THEN 1.0 ELSE 0.8 END)) STORED,
    UNIQUE (error_code, cluster_id, fix_description)
);
CREATE INDEX patterns_by_cluster ON success_patterns (error_code, cluster_id, rank DESC, strength) WHERE merged_into IS NULL AND forgotten_at IS NULL;
CREATE INDEX patterns_by_code ON success_patterns (error_code, rank DESC, strength) WHERE merged_into IS NULL AND forgotten_at IS NULL;
CREATE INDEX patterns_by_family ON success_patterns (family, rank DESC, strength) WHERE merged_into IS NULL AND forgotten_at IS NULL;
CREATE INDEX patterns_by_use ON success_patterns (last_success_at DESC) WHERE merged_into IS NULL AND forgotten_at IS NULL;
CREATE INDEX patterns_merged ON success_patterns (merged_into) WHERE merged_into IS NOT NULL;

-- What each machine counted; an import takes the larger count of each.
CREATE TABLE pattern_counts (
    pattern_id INTEGER NOT NULL,
    origin     TEXT    NOT NULL,
    successes  INTEGER NOT NULL,
    failures   INTEGER NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (pattern_id, origin)
) WITHOUT ROWID;

CREATE TABLE pattern_provenance (
    pattern_id  INTEGER NOT NULL,
    envelope_id TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (pattern_id, envelope_id)
) WITHOUT ROWID;
CREATE INDEX provenance_by_envelope ON pattern_provenance (envelope_id);

-- This store's name among those that exchange patterns.
CREATE TABLE store_origin (
    origin TEXT NOT NULL PRIMARY KEY
);

CREATE VIRTUAL TABLE patterns_text USING fts5 (error_code, cluster_id, fix_description, user_tags, content = 'success_patterns',
    content_rowid = 'id', prefix = '2 3 4');
CREATE TRIGGER patterns_text_insert AFTER INSERT ON success_patterns BEGIN
    INSERT INTO patterns_text (rowid, error_code, cluster_id, fix_description, user_tags)
    VALUES (new.id, new.error_code, new.cluster_id, new.fix_description, new.user_tags);
END;
CREATE TRIGGER patterns_text_update AFTER UPDATE OF user_tags ON success_patterns BEGIN
    INSERT INTO patterns_text (patterns_text, rowid, error_code, cluster_id, fix_description, user_tags)
    VALUES ('delete', old.id, old.error_code, old.cluster_id, old.fix_description, old.user_tags);
    INSERT INTO patterns_text (rowid, error_code, cluster_id, fix_description, user_tags)
    VALUES (new.id, new.error_code, new.cluster_id, new.fix_description, new.user_tags);
END;

-- Totals by day of first success and family, kept by triggers: statistics never read the patterns themselves.
CREATE TABLE pattern_totals (
    day        INTEGER NOT NULL,
    family     TEXT    NOT NULL,
    patterns   INTEGER NOT NULL,
    gold       INTEGER NOT NULL,
    successes  INTEGER NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (day, family)
) WITHOUT ROWID;
CREATE TRIGGER pattern_totals_insert AFTER INSERT ON success_patterns BEGIN
    INSERT INTO pattern_totals AS t (day, family, patterns, gold, successes, confidence)
    SELECT new.first_success_at / 86400000, new.family, 1, new.tags = 'GOLD_STANDARD', new.successes, new.average * new.successes
    WHERE new.merged_into IS NULL AND new.forgotten_at IS NULL
    ON CONFLICT (day, family) DO UPDATE SET patterns = t.patterns + 1, gold = t.gold + excluded.gold,
        successes = t.successes + excluded.successes, confidence = t.confidence + excluded.confidence;
END;
CREATE TRIGGER pattern_totals_update AFTER UPDATE ON success_patterns BEGIN
    UPDATE pattern_totals SET patterns = patterns - 1, gold = gold - (old.tags = 'GOLD_STANDARD'), successes = successes - old.successes,
        confidence = confidence - old.average * old.successes
    WHERE day = old.first_success_at / 86400000 AND family = old.family AND old.merged_into IS NULL AND old.forgotten_at IS NULL;
    INSERT INTO pattern_totals AS t (day, family, patterns, gold, successes, confidence)
    SELECT new.first_success_at / 86400000, new.family, 1, new.tags = 'GOLD_STANDARD', new.successes, new.average * new.successes
    WHERE new.merged_into IS NULL AND new.forgotten_at IS NULL
    ON CONFLICT (day, family) DO UPDATE SET patterns = t.patterns + 1, gold = t.gold + excluded.gold,
        successes = t.successes + excluded.successes, confidence = t.confidence + excluded.confidence;
END;

-- Fixes whose correctness is known.
CREATE TABLE judged_fixes (
    envelope_id TEXT    NOT NULL PRIMARY KEY,
    project     TEXT    NOT NULL,
    cluster_id  TEXT    NOT NULL,
    family      TEXT    NOT NULL,
    source      TEXT    NOT NULL,
    raw         DOUBLE PRECISION NOT NULL,
    predicted   DOUBLE PRECISION NOT NULL,
    held        INTEGER NOT NULL,
    why         TEXT    NOT NULL,
    judged_at   INTEGER NOT NULL
);
CREATE INDEX judged_by_family ON judged_fixes (family, judged_at);
CREATE INDEX judged_by_cluster ON judged_fixes (project, cluster_id, judged_at);
CREATE INDEX judged_by_time ON judged_fixes (judged_at);

CREATE TABLE breakers (
    project  TEXT    NOT NULL PRIMARY KEY,
    snapshot TEXT    NOT NULL,
    saved_at INTEGER NOT NULL
);

-- What metrics need of an attempt beside its envelope's own columns.
CREATE TABLE attempt_facts (
    envelope_id TEXT    NOT NULL PRIMARY KEY,
    duration_ms INTEGER NOT NULL
);
