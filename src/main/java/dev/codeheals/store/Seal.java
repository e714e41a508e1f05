package dev.codeheals.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/// The sum over what a row says: CRC-32C, which finds every single flipped bit. It guards against damage, not against a person.
final class Seal extends Function {
    /// One sum under two names: schemas up to the sixth know the first alone.
    private static final List<String> NAMES = List.of("pattern_seal", "row_seal");
    /// The columns of a pattern, in the order they are summed in.
    static final List<String> OF_PATTERN = List.of("error_code", "family", "cluster_id", "fix_description", "fix_diff", "edit_template", "success_count", "failure_count",
            "avg_confidence", "own_successes", "more_successes", "more_failures", "more_confidence", "more_own", "user_tags",
            "source", "project", "first_success_at", "last_success_at", "last_failure", "merged_into", "forgotten_at");
    /// No byte of a text in UTF-8.
    private static final int NOTHING = 0xFF;
    private static final int REAL = 2;

    private Seal() {}

    /// Lets statements and triggers of a connection make the sum.
    static void teach(Connection connection) throws SQLException {
        for (String name : NAMES) {
            Function.create(connection, name, new Seal());
        }
    }

    /// Whether a pattern's row, read with {@link KnowledgeSql#COLUMNS}, is as it was written.
    static boolean holds(ResultSet row) throws SQLException {
        @Nullable String[] parts = new String[OF_PATTERN.size()];
        for (int i = 0; i < parts.length; i++) {
            Object value = row.getObject(OF_PATTERN.get(i));
            parts[i] = value instanceof Double real ? bits(real) : value == null ? null : value.toString();
        }
        return row.getLong("seal") == of(parts);
    }

    // SQLite writes 15 digits of a number as text, which is less than its bits tell
    private static String bits(double real) {
        return Long.toHexString(Double.doubleToLongBits(real));
    }

    private static long of(@Nullable String... parts) {
        CRC32C sum = new CRC32C();
        for (String part : parts) {
            if (part == null) {
                sum.update(NOTHING);
            } else {
                sum.update(part.getBytes(StandardCharsets.UTF_8));
            }
            sum.update(0);
        }
        return sum.getValue();
    }

    @Override
    protected void xFunc() throws SQLException {
        @Nullable String[] parts = new String[args()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = value_type(i) == REAL ? bits(value_double(i)) : value_text(i);
        }
        result(of(parts));
    }
}
