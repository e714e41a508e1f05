package dev.codeheals.engine.context;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.score.Decision;
import java.util.Set;

/// What counts as healed.
final class Heals {
    private static final Set<Outcome> TAKEN_BACK = Set.of(Outcome.REJECTED, Outcome.UNDONE, Outcome.REFUSED, Outcome.ABORTED, Outcome.NOT_HEALED);

    private Heals() {}

    /// A verified, proposal-worthy fix that nobody rejected or undid.
    static boolean healed(Envelope envelope) {
        return envelope.decision() == Decision.PROMOTE && !TAKEN_BACK.contains(envelope.outcome());
    }

    static boolean healed(EnvelopeRow row) {
        return row.decision() == Decision.PROMOTE && !TAKEN_BACK.contains(row.outcome());
    }

    static String cluster(Envelope envelope) {
        return envelope.sealed().diagnosis().clusterId();
    }
}
