-- A sum over what a pattern would write, so that a flipped bit is found before it is replayed.
-- The totals are about counts alone: a new seal changes none. No alias in a trigger: an older SQLite cannot read a schema that has one.
DROP TRIGGER pattern_totals_insert;
DROP TRIGGER pattern_totals_update;
CREATE TRIGGER pattern_totals_insert AFTER INSERT ON success_patterns BEGIN
    INSERT INTO pattern_totals (day, family, patterns, gold, successes, confidence)
    SELECT new.first_success_at / 86400000, new.family, 1, new.tags = 'GOLD_STANDARD', new.successes, new.average * new.successes
    WHERE new.merged_into IS NULL AND new.forgotten_at IS NULL
    ON CONFLICT (day, family) DO UPDATE SET patterns = patterns + 1, gold = gold + excluded.gold, successes = successes + excluded.successes,
        confidence = confidence + excluded.confidence;
END;
CREATE TRIGGER pattern_totals_update AFTER UPDATE OF family, success_count, failure_count, avg_confidence, own_successes,
    more_successes, more_failures, more_confidence, more_own, first_success_at, merged_into, forgotten_at ON success_patterns BEGIN
    UPDATE pattern_totals SET patterns = patterns - 1, gold = gold - (old.tags = 'GOLD_STANDARD'), successes = successes - old.successes,
        confidence = confidence - old.average * old.successes
    WHERE day = old.first_success_at / 86400000 AND family = old.family AND old.merged_into IS NULL AND old.forgotten_at IS NULL;
    INSERT INTO pattern_totals (day, family, patterns, gold, successes, confidence)
    SELECT new.first_success_at / 86400000, new.family, 1, new.tags = 'GOLD_STANDARD', new.successes, new.average * new.successes
    WHERE new.merged_into IS NULL AND new.forgotten_at IS NULL
    ON CONFLICT (day, family) DO UPDATE SET patterns = patterns + 1, gold = gold + excluded.gold, successes = successes + excluded.successes,
        confidence = confidence + excluded.confidence;
END;

ALTER TABLE success_patterns ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
UPDATE success_patterns SET seal = pattern_seal(error_code, cluster_id, fix_description, fix_diff, edit_template, source);
CREATE TRIGGER patterns_seal_insert AFTER INSERT ON success_patterns BEGIN
    UPDATE success_patterns SET seal = pattern_seal(error_code, cluster_id, fix_description, fix_diff, edit_template, source) WHERE id = new.id;
END;
CREATE TRIGGER patterns_seal_update AFTER UPDATE OF error_code, cluster_id, fix_description, fix_diff, edit_template, source ON success_patterns BEGIN
    UPDATE success_patterns SET seal = pattern_seal(error_code, cluster_id, fix_description, fix_diff, edit_template, source) WHERE id = new.id;
END;
