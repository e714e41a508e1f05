package dev.codeheals.engine.repair.rule;

import java.util.List;

/// The rules about syntax, types and values.
final class ValueRules {
    private ValueRules() {}

    static List<RepairRule> all() {
        return List.of();
    }
}
