package dev.codeheals.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Takes patterns that are not what was written out of use.
final class DamagedPatterns {
    private static final String DAMAGED = "SELECT * FROM success_patterns WHERE id = ? AND NOT (" + KnowledgeSql.SOUND + ")";
    private static final String HEAD = "SELECT merged_into FROM success_patterns WHERE id = ? AND merged_into IS NOT NULL";
    private static final String EMPTY = "UPDATE success_patterns SET fix_diff = '', edit_template = '{}', success_count = 0, failure_count = 0,"
            + " avg_confidence = 0, own_successes = 0, more_successes = 0, more_failures = 0, more_confidence = 0, more_own = 0, merged_into = NULL,"
            + " forgotten_at = ? WHERE id = ?";
    private static final String SEAL = "UPDATE success_patterns SET seal = " + KnowledgeSql.SEAL + " WHERE id = ?";
    private static final String TOTALS = "INSERT INTO pattern_totals (day, family, patterns, gold, successes, confidence) SELECT first_success_at / 86400000 AS born,"
            + " family, count(*), sum(tags = 'GOLD_STANDARD'), sum(successes), sum(average * successes) FROM success_patterns WHERE" + KnowledgeSql.VISIBLE
            + "GROUP BY born, family";

    private DamagedPatterns() {}

    /// Puts what the rows say into the quarantine and leaves hidden patterns without an edit or a success, which the same fixes fill again. What
    /// was counted with the damaged figures is counted anew.
    ///
    /// @return those that were damaged; another process may have been here first
    static List<Long> putAside(Connection connection, Collection<Long> ids, long now) throws SQLException {
        List<Long> damaged = new ArrayList<>();
        for (long id : ids) {
            if (putAside(connection, id, now)) {
                damaged.add(id);
            }
        }
        if (!damaged.isEmpty()) {
            Sql.update(connection, "DELETE FROM pattern_totals");
            Sql.update(connection, TOTALS);
        }
        return damaged;
    }

    private static boolean putAside(Connection connection, long id, long now) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(DAMAGED)) {
            Sql.bind(query, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                DamagedRows.keep(connection, "success_patterns:" + id, 0, now, "The pattern is not what was stored.", DamagedRows.text(row));
            }
        }
        List<Long> heads = Sql.longs(connection, HEAD, id);
        Sql.update(connection, EMPTY, now, id);
        Sql.update(connection, SEAL, id);
        for (long head : heads) {
            Sql.update(connection, KnowledgeSql.GATHER, head);
        }
        return true;
    }
}
