package dev.codeheals.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/// What proofs do to a store behind its back.
public final class StoreInside {
    private StoreInside() {}

    public static void execute(Connection connection, String sql) throws SQLException {
        Connections.execute(connection, sql);
    }

    /// The version of the schema this program writes.
    public static int newest() {
        return Migrations.newest();
    }

    /// A new, empty store as a program of that version left it.
    public static Connection older(Path file, int version) throws SQLException {
        Connection connection = Connections.writer(file);
        Migrations.run(connection, version);
        return connection;
    }

    /// Whether it has all that the statements of today need.
    public static boolean isWhole(Connection connection) throws SQLException {
        return Migrations.shape(connection).containsAll(Migrations.shapeOf(newest()));
    }

    /// Writes every record anew with another text, as someone who knows how they are packed would.
    public static void rewrite(Database database, UnaryOperator<byte[]> change) {
        database.inTransaction(connection -> {
            try (PreparedStatement all = connection.prepareStatement("SELECT sequence, body FROM envelopes"); ResultSet row = all.executeQuery();
                    PreparedStatement update = connection.prepareStatement("UPDATE envelopes SET body = ? WHERE sequence = ?")) {
                while (row.next()) {
                    update.setBytes(1, Packed.pack(change.apply(Packed.unpack(row.getBytes(2)))));
                    update.setLong(2, row.getLong(1));
                    update.addBatch();
                }
                return update.executeBatch().length;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
