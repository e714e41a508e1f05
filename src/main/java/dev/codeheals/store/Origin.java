package dev.codeheals.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// The name under which this store counts, made once.
final class Origin {
    private Origin() {}

    static String own(Connection connection) throws SQLException {
        List<String> known = Sql.texts(connection, "SELECT origin FROM store_origin");
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        String origin = UUID.randomUUID().toString();
        Sql.update(connection, "INSERT INTO store_origin (origin) VALUES (?)", origin);
        return origin;
    }
}
