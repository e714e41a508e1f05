package dev.codeheals.engine.score;

import dev.codeheals.engine.verify.Evidence;
import dev.codeheals.engine.verify.VerdictTier;

/// How strongly the verification speaks for the fix: `1 − Π(1 − e)` over independent pieces of evidence `e`.
///
/// The failure is gone 0.40 · a healed test 0.60, each further one 0.10, at most five of them · kept tests `0.40 · (1 − exp(−k / 10))`
/// · a confirming cold run of the user's own command 0.10, each repetition 0.05, at most two · probes survived 0.15.
final class SemanticSignal {
    private static final int MORE_HEALED = 5;
    private static final int MORE_RUNS = 2;

    private SemanticSignal() {}

    static Signal of(Evidence evidence) {
        if (evidence.tier().compareTo(VerdictTier.FAILURE_GONE) < 0) {
            return new Signal(0, "the failure is still there");
        }
        int healed = EvidenceKind.healedTests(evidence).size();
        int kept = evidence.after().passed().size() - healed;
        double doubt = 0.60;
        if (healed > 0) {
            doubt *= 0.40 * Math.pow(0.90, Math.min(MORE_HEALED, healed - 1));
        }
        doubt *= 1 - 0.40 * (1 - Math.exp(-kept / 10.0));
        if (evidence.coldRuns() > 0) {
            doubt *= 0.90 * Math.pow(0.95, Math.min(MORE_RUNS, evidence.coldRuns() - 1));
        }
        if (evidence.tier() == VerdictTier.SURVIVES_PROBES) {
            doubt *= 0.85;
        }
        return new Signal(1 - doubt, words(healed, kept));
    }

    private static String words(int healed, int kept) {
        if (healed == 0 && kept == 0) {
            return "no longer fails; no test says more";
        }
        String first = healed == 0 ? "no longer fails" : healed == 1 ? "one failing test passes" : healed + " failing tests pass";
        return kept == 0 ? first : first + ", " + kept + " other " + (kept == 1 ? "test keeps" : "tests keep") + " passing";
    }
}
