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
    /// Over what a pattern would write, and over the columns of the rows in {@link SealedTable}.
    private static final List<String> NAMES = List.of("pattern_seal", "row_seal");
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
        return row.getLong("seal") == of(row.getString("error_code"), row.getString("cluster_id"), row.getString("fix_description"),
                row.getString("fix_diff"), row.getString("edit_template"), row.getString("source"));
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
            // SQLite writes 15 digits of a number as text, which is less than its bits tell
            parts[i] = value_type(i) == REAL ? Long.toHexString(Double.doubleToLongBits(value_double(i))) : value_text(i);
        }
        result(of(parts));
    }
}
