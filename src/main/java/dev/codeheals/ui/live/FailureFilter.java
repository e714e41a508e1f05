package dev.codeheals.ui.live;

import dev.codeheals.engine.envelope.Envelope;

/// Which failures are listed.
public enum FailureFilter {
    ALL, WAITING, HEALED, NOT_HEALED;

    boolean passes(Envelope envelope) {
        return switch (this) {
            case ALL -> true;
            case WAITING -> switch (envelope.outcome()) {
                case PROPOSED -> true;
                case APPROVED, EDITED, PROMOTED, REJECTED, UNDONE, NOT_HEALED, REFUSED, ABORTED -> false;
            };
            case HEALED -> switch (envelope.outcome()) {
                case APPROVED, EDITED, PROMOTED -> true;
                case PROPOSED, REJECTED, UNDONE, NOT_HEALED, REFUSED, ABORTED -> false;
            };
            case NOT_HEALED -> switch (envelope.outcome()) {
                case REJECTED, UNDONE, NOT_HEALED, REFUSED, ABORTED -> true;
                case PROPOSED, APPROVED, EDITED, PROMOTED -> false;
            };
        };
    }
}
