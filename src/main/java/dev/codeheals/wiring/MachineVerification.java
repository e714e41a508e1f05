package dev.codeheals.wiring;

import dev.codeheals.engine.heal.HealOrder;
import dev.codeheals.engine.heal.Verification;
import dev.codeheals.engine.heal.VerificationUnavailable;
import dev.codeheals.engine.verify.PatchVerifier;
import dev.codeheals.engine.verify.VerificationSession;
import java.io.IOException;

/// Verification on this machine: private copies, in the best sandbox it offers.
final class MachineVerification implements Verification {
    private final PatchVerifier verifier;
    private final Tools tools;

    MachineVerification(PatchVerifier verifier, Tools tools) {
        this.verifier = verifier;
        this.tools = tools;
    }

    @Override
    public VerificationSession open(HealOrder order) throws VerificationUnavailable {
        try {
            return verifier.open(order.project(), order.command(), order.python(), order.limits(), tools.sandbox(),
                    order.cancellation());
        } catch (IOException e) {
            throw new VerificationUnavailable("The project could not be copied to try fixes on: " + e.getMessage() + ".");
        }
    }
}
