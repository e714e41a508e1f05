package dev.codeheals.engine.heal;

import dev.codeheals.engine.envelope.Envelope;

/// Knows how to run the command of an envelope again.
public interface ReviewOrders {

    /// @throws VerificationUnavailable if the project or its interpreter is gone
    HealOrder orderFor(Envelope envelope) throws VerificationUnavailable;
}
