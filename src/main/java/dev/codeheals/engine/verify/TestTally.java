package dev.codeheals.engine.verify;

import java.util.Set;

/// What a run of tests did; all sets empty for a plain script.
///
/// @param passed  ids of tests that passed
/// @param failed  ids that failed or broke
/// @param skipped ids that were skipped or expected to fail
public record TestTally(Set<String> passed, Set<String> failed, Set<String> skipped) {
    public static final TestTally NONE = new TestTally(Set.of(), Set.of(), Set.of());

    public TestTally {
        passed = Set.copyOf(passed);
        failed = Set.copyOf(failed);
        skipped = Set.copyOf(skipped);
    }

    public int collected() {
        return passed.size() + failed.size() + skipped.size();
    }
}
