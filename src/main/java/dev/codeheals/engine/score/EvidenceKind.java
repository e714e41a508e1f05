package dev.codeheals.engine.score;

import dev.codeheals.engine.verify.Evidence;
import java.util.Set;
import java.util.TreeSet;

/// What kind of proof a verification gave.
public enum EvidenceKind {
    /// A test that did not pass before passes now: something asked for this behaviour.
    TEST,
    /// It no longer crashes, and at most tests that passed anyway still pass.
    RUNS;

    public static EvidenceKind of(Evidence evidence) {
        return healedTests(evidence).isEmpty() ? RUNS : TEST;
    }

    /// Ids of tests that pass now and did not before, sorted. Tests that could not even be collected before count.
    public static Set<String> healedTests(Evidence evidence) {
        Set<String> healed = new TreeSet<>(evidence.after().passed());
        healed.removeAll(evidence.before().passed());
        return healed;
    }
}
