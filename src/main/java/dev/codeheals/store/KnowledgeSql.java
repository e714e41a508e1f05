package dev.codeheals.store;

/// The statements of the knowledge base.
final class KnowledgeSql {
    static final String COLUMNS = "id, error_code, cluster_id, fix_description, fix_diff, edit_template, successes, failures, average, tags,"
            + " user_tags, source, project, first_success_at, last_success_at, rank, seal, family, success_count, failure_count, avg_confidence,"
            + " own_successes, more_successes, more_failures, more_confidence, more_own, last_failure, merged_into, forgotten_at";
    /// The sum that a sound pattern carries.
    static final String SEAL = "pattern_seal(" + String.join(", ", Seal.OF_PATTERN) + ")";
    static final String SOUND = "seal = " + SEAL;
    static final String VISIBLE = " merged_into IS NULL AND forgotten_at IS NULL ";

    /// Counts a success in one statement: a new pattern, or the running average `(avg · n + c) / (n + 1)` of a known one.
    static final String SUCCESS = """
            INSERT INTO success_patterns AS p (error_code, family, cluster_id, fix_description, fix_diff, edit_template, success_count,
                failure_count, avg_confidence, own_successes, source, project, first_success_at, last_success_at)
            VALUES (?, ?, ?, ?, ?, ?, 1, 0, ?, 1, ?, ?, ?, ?)
            ON CONFLICT (error_code, cluster_id, fix_description) DO UPDATE SET
                avg_confidence = (p.avg_confidence * p.success_count + excluded.avg_confidence) / (p.success_count + 1),
                success_count = p.success_count + 1,
                own_successes = p.own_successes + 1,
                project = CASE WHEN p.project = '' THEN excluded.project ELSE p.project END,
                fix_diff = excluded.fix_diff,
                edit_template = CASE WHEN excluded.edit_template = '{}' THEN p.edit_template ELSE excluded.edit_template END,
                last_success_at = max(p.last_success_at, excluded.last_success_at),
                forgotten_at = NULL
            RETURNING id, merged_into""";

    static final String FAILURE = "UPDATE success_patterns SET failure_count = failure_count + 1, last_failure = ? WHERE id = ? RETURNING merged_into";

    static final String COUNT = """
            INSERT INTO pattern_counts AS c (pattern_id, origin, successes, failures, confidence)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (pattern_id, origin) DO UPDATE SET successes = c.successes + excluded.successes,
                failures = c.failures + excluded.failures, confidence = c.confidence + excluded.confidence""";

    /// Sums up what is merged into a pattern.
    static final String GATHER = """
            UPDATE success_patterns SET (more_successes, more_failures, more_confidence, more_own) =
                (SELECT coalesce(sum(m.success_count), 0), coalesce(sum(m.failure_count), 0),
                        coalesce(sum(m.success_count * m.avg_confidence), 0), coalesce(sum(m.own_successes), 0)
                 FROM success_patterns m WHERE m.merged_into = success_patterns.id)
            WHERE id = ?""";

    static final String BY_ID = "SELECT " + COLUMNS + " FROM success_patterns WHERE id = ?";

    static final String BY_CLUSTER = level("error_code = ? AND cluster_id = ?");
    static final String BY_CODE = level("error_code = ?");
    static final String BY_FAMILY = level("family = ?");

    static final String STATS = "SELECT coalesce(sum(patterns), 0), coalesce(sum(successes), 0), coalesce(sum(gold), 0),"
            + " coalesce(sum(confidence) / nullif(sum(successes), 0), 0) FROM pattern_totals";

    static final String FAMILIES = "SELECT family, sum(patterns) FROM pattern_totals GROUP BY family HAVING sum(patterns) > 0";

    static final String WEEKS = "SELECT day, sum(patterns), sum(gold) FROM pattern_totals GROUP BY day ORDER BY day";

    static final String PROVENANCE = "SELECT p.envelope_id FROM pattern_provenance p JOIN success_patterns s ON s.id = p.pattern_id"
            + " WHERE s.id = ? OR s.merged_into = ? ORDER BY p.at DESC, p.envelope_id DESC LIMIT 200";

    private KnowledgeSql() {}

    /// The best of one level of the lookup. The index alone answers the inner query, whose limit bounds the work however many weak
    /// patterns there are; full rows are read of the few that are left.
    ///
    /// A single undo of a fix that held once lowers its rank and takes its tags, but does not bury it: a replay is verified anyway. What
    /// failed clearly more often than it held is left out.
    private static String level(String condition) {
        return "SELECT " + COLUMNS + " FROM success_patterns WHERE id IN (SELECT id FROM (SELECT id, strength FROM success_patterns WHERE "
                + condition + " AND" + VISIBLE + "ORDER BY rank DESC LIMIT 60) WHERE strength >= ? * 0.65 LIMIT 12)";
    }
}
