package dev.codeheals.engine.breaker;

/// How one attempt to heal ended.
///
/// @param confidence 0 to 1; 0 where nothing was found
/// @param family     of the failure: "RES"
public record AttemptOutcome(boolean success, double confidence, String family) {
    public AttemptOutcome {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1, not at " + confidence + ".");
        }
    }
}
