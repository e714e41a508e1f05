package dev.codeheals.store;

import dev.codeheals.engine.repair.model.SpendLedger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/// What was sent to models, in SQLite. Thread-safe; several processes may add to one file.
public final class SqliteSpend implements SpendLedger {
    private static final String ADD = "INSERT INTO model_spend AS s (hour, requests, dollars) VALUES (?, ?, ?) ON CONFLICT (hour) DO UPDATE"
            + " SET requests = s.requests + excluded.requests, dollars = s.dollars + excluded.dollars";
    private static final String SUM = "SELECT coalesce(sum(requests), 0), coalesce(sum(dollars), 0) FROM checked_model_spend WHERE hour >= ? AND sound";

    private final Database database;

    public SqliteSpend(Database database) {
        this.database = database;
    }

    @Override
    public void add(long hour, int requests, double dollars) {
        database.inTransaction(connection -> Sql.update(connection, ADD, hour, requests, dollars));
    }

    @Override
    public Spent since(long hour) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SUM)) {
                query.setLong(1, hour);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return new Spent(row.getInt(1), row.getDouble(2));
                }
            }
        });
    }
}
