package dev.codeheals.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Looks for rows that are not what was written, moves them to the quarantine and tells of each. Readers of these tables leave such a row
/// out from the moment it is damaged; a breaker's row is judged by {@link SqliteBreakers} alone.
public final class DamagedRows {
    private static final String NOT_UNDONE = "Change %s cannot be undone by itself; its copies are kept in the undo folder.";
    private static final List<Table> TABLES = List.of(
            // a change that lacks one of its files is none
            new Table("promotions", "promotion_id", "position", " OR promotion_id IN (SELECT promotion_id FROM checked_promotion_files WHERE NOT sound)",
                    NOT_UNDONE),
            new Table("promotion_files", "promotion_id", "", "", NOT_UNDONE),
            new Table("projects", "root", "", "", "The project %s has to be trusted and set up again."),
            new Table("judged_fixes", "envelope_id", "", "", "What became of fix %s no longer counts."),
            new Table("model_spend", "hour", "", "", "What models cost in hour %s since 1970 no longer counts."),
            new Table("cluster_rules", "cluster", "", "", "What you said about grouping %s is no longer followed."));
    private static final String KEEP = "INSERT INTO quarantine (envelope_id, sequence, found_at, problem, body) VALUES (?, ?, ?, ?, ?)";

    private DamagedRows() {}

    /// A table whose rows carry a seal.
    ///
    /// @param order what tells its rows' age, if anything does
    /// @param also  a condition that condemns sound rows too
    private record Table(String name, String key, String order, String also, String consequence) {
        String damaged() {
            return "SELECT * FROM checked_" + name + " WHERE NOT sound" + also;
        }
    }

    private record Row(Table table, long id, String key, long order, String text) {
        String told() {
            return "A record in the store was damaged and put aside. " + table.consequence.formatted(key);
        }
    }

    /// @param told hears a sentence for each row
    public static void putAside(Database database, long now, Consumer<String> told) {
        if (database.read(DamagedRows::find).isEmpty()) {
            return;
        }
        List<Row> rows = database.inTransaction(connection -> {
            List<Row> found = find(connection);
            for (Row row : found) {
                keep(connection, row.table.name + ":" + row.key, row.order, now, row.told(), row.text);
                Sql.update(connection, "DELETE FROM " + row.table.name + " WHERE rowid = ?", row.id);
            }
            return found;
        });
        rows.stream().map(Row::told).distinct().forEach(told);
    }

    private static List<Row> find(Connection connection) throws SQLException {
        List<Row> found = new ArrayList<>();
        for (Table table : TABLES) {
            try (PreparedStatement query = connection.prepareStatement(table.damaged()); ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long order = table.order.isEmpty() ? 0 : row.getLong(table.order);
                    found.add(new Row(table, row.getLong("row_id"), row.getString(table.key), order, text(row)));
                }
            }
        }
        return found;
    }

    static void keep(Connection connection, String key, long order, long now, String problem, String text) throws SQLException {
        Sql.update(connection, KEEP, key, order, now, problem, text.getBytes(StandardCharsets.UTF_8));
    }

    /// What a row says, a line for each column.
    static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(row.getMetaData().getColumnName(i)).append('=').append(row.getString(i)).append('\n');
        }
        return text.toString();
    }
}
