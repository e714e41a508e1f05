-- A sum over every row that decides what is written, undone, trusted, healed or believed, so that a flipped bit is found before it is read.

ALTER TABLE promotions ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
UPDATE promotions SET seal = row_seal(promotion_id, position, envelope_id, root, kind, reverses, state, created_at, finished_at, note);
CREATE VIEW checked_promotions AS SELECT rowid AS row_id, *, seal = row_seal(promotion_id, position, envelope_id, root, kind, reverses, state, created_at, finished_at, note) AS sound FROM promotions;
CREATE TRIGGER promotions_seal_insert AFTER INSERT ON promotions BEGIN
    UPDATE promotions SET seal = row_seal(promotion_id, position, envelope_id, root, kind, reverses, state, created_at, finished_at, note) WHERE rowid = new.rowid;
END;
-- A part of a damaged row may change; that makes the rest no sounder.
CREATE TRIGGER promotions_seal_update AFTER UPDATE OF promotion_id, position, envelope_id, root, kind, reverses, state, created_at, finished_at, note ON promotions
    WHEN old.seal = row_seal(old.promotion_id, old.position, old.envelope_id, old.root, old.kind, old.reverses, old.state, old.created_at, old.finished_at, old.note) BEGIN
    UPDATE promotions SET seal = row_seal(promotion_id, position, envelope_id, root, kind, reverses, state, created_at, finished_at, note) WHERE rowid = new.rowid;
END;

ALTER TABLE promotion_files ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
UPDATE promotion_files SET seal = row_seal(promotion_id, position, path, target, temp_name, before_hash, after_hash, folders);
CREATE VIEW checked_promotion_files AS SELECT rowid AS row_id, *, seal = row_seal(promotion_id, position, path, target, temp_name, before_hash, after_hash, folders) AS sound FROM promotion_files;
CREATE TRIGGER promotion_files_seal_insert AFTER INSERT ON promotion_files BEGIN
    UPDATE promotion_files SET seal = row_seal(promotion_id, position, path, target, temp_name, before_hash, after_hash, folders) WHERE rowid = new.rowid;
END;
-- A part of a damaged row may change; that makes the rest no sounder.
CREATE TRIGGER promotion_files_seal_update AFTER UPDATE OF promotion_id, position, path, target, temp_name, before_hash, after_hash, folders ON promotion_files
    WHEN old.seal = row_seal(old.promotion_id, old.position, old.path, old.target, old.temp_name, old.before_hash, old.after_hash, old.folders) BEGIN
    UPDATE promotion_files SET seal = row_seal(promotion_id, position, path, target, temp_name, before_hash, after_hash, folders) WHERE rowid = new.rowid;
END;

ALTER TABLE projects ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
UPDATE projects SET seal = row_seal(root, trusted, settings, opened_at);
CREATE VIEW checked_projects AS SELECT rowid AS row_id, *, seal = row_seal(root, trusted, settings, opened_at) AS sound FROM projects;
CREATE TRIGGER projects_seal_insert AFTER INSERT ON projects BEGIN
    UPDATE projects SET seal = row_seal(root, trusted, settings, opened_at) WHERE rowid = new.rowid;
END;
CREATE TRIGGER projects_seal_update AFTER UPDATE OF root, trusted, settings, opened_at ON projects BEGIN
    UPDATE projects SET seal = row_seal(root, trusted, settings, opened_at) WHERE rowid = new.rowid;
END;

ALTER TABLE judged_fixes ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
UPDATE judged_fixes SET seal = row_seal(envelope_id, project, cluster_id, family, source, raw, predicted, held, why, judged_at);
CREATE VIEW checked_judged_fixes AS SELECT rowid AS row_id, *, seal = row_seal(envelope_id, project, cluster_id, family, source, raw, predicted, held, why, judged_at) AS sound FROM judged_fixes;
CREATE TRIGGER judged_fixes_seal_insert AFTER INSERT ON judged_fixes BEGIN
    UPDATE judged_fixes SET seal = row_seal(envelope_id, project, cluster_id, family, source, raw, predicted, held, why, judged_at) WHERE rowid = new.rowid;
END;
-- A part of a damaged row may change; that makes the rest no sounder.
CREATE TRIGGER judged_fixes_seal_update AFTER UPDATE OF envelope_id, project, cluster_id, family, source, raw, predicted, held, why, judged_at ON judged_fixes
    WHEN old.seal = row_seal(old.envelope_id, old.project, old.cluster_id, old.family, old.source, old.raw, old.predicted, old.held, old.why, old.judged_at) BEGIN
    UPDATE judged_fixes SET seal = row_seal(envelope_id, project, cluster_id, family, source, raw, predicted, held, why, judged_at) WHERE rowid = new.rowid;
END;

ALTER TABLE breakers ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
UPDATE breakers SET seal = row_seal(project, snapshot, saved_at);
CREATE VIEW checked_breakers AS SELECT rowid AS row_id, *, seal = row_seal(project, snapshot, saved_at) AS sound FROM breakers;
CREATE TRIGGER breakers_seal_insert AFTER INSERT ON breakers BEGIN
    UPDATE breakers SET seal = row_seal(project, snapshot, saved_at) WHERE rowid = new.rowid;
END;
CREATE TRIGGER breakers_seal_update AFTER UPDATE OF project, snapshot, saved_at ON breakers BEGIN
    UPDATE breakers SET seal = row_seal(project, snapshot, saved_at) WHERE rowid = new.rowid;
END;

ALTER TABLE cluster_rules ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
UPDATE cluster_rules SET seal = row_seal(cluster, place, target);
CREATE VIEW checked_cluster_rules AS SELECT rowid AS row_id, *, seal = row_seal(cluster, place, target) AS sound FROM cluster_rules;
CREATE TRIGGER cluster_rules_seal_insert AFTER INSERT ON cluster_rules BEGIN
    UPDATE cluster_rules SET seal = row_seal(cluster, place, target) WHERE rowid = new.rowid;
END;
CREATE TRIGGER cluster_rules_seal_update AFTER UPDATE OF cluster, place, target ON cluster_rules BEGIN
    UPDATE cluster_rules SET seal = row_seal(cluster, place, target) WHERE rowid = new.rowid;
END;

ALTER TABLE model_spend ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
UPDATE model_spend SET seal = row_seal(hour, requests, dollars);
CREATE VIEW checked_model_spend AS SELECT rowid AS row_id, *, seal = row_seal(hour, requests, dollars) AS sound FROM model_spend;
CREATE TRIGGER model_spend_seal_insert AFTER INSERT ON model_spend BEGIN
    UPDATE model_spend SET seal = row_seal(hour, requests, dollars) WHERE hour = new.hour;
END;
-- A part of a damaged row may change; that makes the rest no sounder.
CREATE TRIGGER model_spend_seal_update AFTER UPDATE OF hour, requests, dollars ON model_spend
    WHEN old.seal = row_seal(old.hour, old.requests, old.dollars) BEGIN
    UPDATE model_spend SET seal = row_seal(hour, requests, dollars) WHERE hour = new.hour;
END;

-- Of a pattern the sum is over all it says, its counts among it: they decide whether it is believed.
DROP TRIGGER patterns_seal_insert;
DROP TRIGGER patterns_seal_update;
UPDATE success_patterns SET seal = pattern_seal(error_code, family, cluster_id, fix_description, fix_diff, edit_template, success_count, failure_count, avg_confidence, own_successes, more_successes, more_failures, more_confidence, more_own, user_tags, source, project, first_success_at, last_success_at, last_failure, merged_into, forgotten_at)
    WHERE seal = pattern_seal(error_code, cluster_id, fix_description, fix_diff, edit_template, source);
CREATE TRIGGER patterns_seal_insert AFTER INSERT ON success_patterns BEGIN
    UPDATE success_patterns SET seal = pattern_seal(error_code, family, cluster_id, fix_description, fix_diff, edit_template, success_count, failure_count, avg_confidence, own_successes, more_successes, more_failures, more_confidence, more_own, user_tags, source, project, first_success_at, last_success_at, last_failure, merged_into, forgotten_at) WHERE id = new.id;
END;
-- A part of a damaged row may change; that makes the rest no sounder.
CREATE TRIGGER patterns_seal_update AFTER UPDATE OF error_code, family, cluster_id, fix_description, fix_diff, edit_template, success_count, failure_count, avg_confidence, own_successes, more_successes, more_failures, more_confidence, more_own, user_tags, source, project, first_success_at, last_success_at, last_failure, merged_into, forgotten_at ON success_patterns
    WHEN old.seal = pattern_seal(old.error_code, old.family, old.cluster_id, old.fix_description, old.fix_diff, old.edit_template, old.success_count, old.failure_count, old.avg_confidence, old.own_successes, old.more_successes, old.more_failures, old.more_confidence, old.more_own, old.user_tags, old.source, old.project, old.first_success_at, old.last_success_at, old.last_failure, old.merged_into, old.forgotten_at) BEGIN
    UPDATE success_patterns SET seal = pattern_seal(error_code, family, cluster_id, fix_description, fix_diff, edit_template, success_count, failure_count, avg_confidence, own_successes, more_successes, more_failures, more_confidence, more_own, user_tags, source, project, first_success_at, last_success_at, last_failure, merged_into, forgotten_at) WHERE id = new.id;
END;
