package dev.codeheals.engine.heal;

import dev.codeheals.engine.verify.VerificationSession;

/// Opens the private copies a heal works on.
public interface Verification {

    /// @throws VerificationUnavailable with a plain reason
    VerificationSession open(HealOrder order) throws VerificationUnavailable;
}
