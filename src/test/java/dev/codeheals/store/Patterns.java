package dev.codeheals.store;

import dev.codeheals.engine.knowledge.EditTemplate;
import dev.codeheals.engine.knowledge.SuccessPattern;
import java.time.Instant;
import java.util.Set;

/// Patterns for tests.
final class Patterns {
    private Patterns() {}

    static SuccessPattern importing(String module) {
        return of("RES.NAME_ERROR", "RES.NAME_ERROR:" + module, "Import " + module, Envelopes.NOON);
    }

    static SuccessPattern of(String code, String cluster, String description, Instant at) {
        return new SuccessPattern(0, code, cluster, description, "+import x\n", new EditTemplate("{\"v\":1}"), 0, 0, 0, Set.of(), "rule:missing-import",
                "/home/ana/shop", at, at);
    }
}
