package dev.codeheals.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.zip.CRC32C;
import org.sqlite.Function;

/// The sum over what a pattern would write: CRC-32C, which finds every single flipped bit. It guards against damage, not against a person.
final class PatternSeal extends Function {
    private static final String NAME = "pattern_seal";

    private PatternSeal() {}

    /// Lets statements and triggers of a connection make the sum.
    static void teach(Connection connection) throws SQLException {
        Function.create(connection, NAME, new PatternSeal());
    }

    /// Whether a pattern's row, read with {@link KnowledgeSql#COLUMNS}, is as it was written.
    static boolean holds(ResultSet row) throws SQLException {
        return row.getLong("seal") == of(row.getString("error_code"), row.getString("cluster_id"), row.getString("fix_description"),
                row.getString("fix_diff"), row.getString("edit_template"), row.getString("source"));
    }

    private static long of(String... parts) {
        CRC32C sum = new CRC32C();
        for (String part : parts) {
            sum.update(part.getBytes(StandardCharsets.UTF_8));
            sum.update(0);
        }
        return sum.getValue();
    }

    @Override
    protected void xFunc() throws SQLException {
        String[] parts = new String[args()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = value_text(i);
        }
        result(of(parts));
    }
}
