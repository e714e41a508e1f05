package dev.codeheals.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Statements that run as one. May be run again after a fault, so it changes nothing but the database.
@FunctionalInterface
public interface SqlWork<T> {
    T run(Connection connection) throws SQLException;
}
