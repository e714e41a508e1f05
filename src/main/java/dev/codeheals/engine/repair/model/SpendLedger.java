package dev.codeheals.engine.repair.model;

/// What was sent to models, hour by hour: shared by all processes of one data folder, and kept when they end.
public interface SpendLedger {

    /// Adds to what stands for an hour, counted from the epoch.
    void add(long hour, int requests, double dollars);

    /// The sum of that hour and all later ones.
    Spent since(long hour);

    record Spent(int requests, double dollars) {}
}
