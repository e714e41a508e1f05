package dev.codeheals.llm;

import dev.codeheals.engine.repair.model.SpendLedger;
import java.util.concurrent.ConcurrentSkipListMap;

/// A ledger that lives as long as its test.
final class RememberedSpend implements SpendLedger {
    private final ConcurrentSkipListMap<Long, Spent> hours = new ConcurrentSkipListMap<>();

    @Override
    public void add(long hour, int requests, double dollars) {
        hours.merge(hour, new Spent(requests, dollars), RememberedSpend::sum);
    }

    @Override
    public Spent since(long hour) {
        return hours.tailMap(hour).values().stream().reduce(new Spent(0, 0), RememberedSpend::sum);
    }

    private static Spent sum(Spent one, Spent other) {
        return new Spent(one.requests() + other.requests(), one.dollars() + other.dollars());
    }
}
