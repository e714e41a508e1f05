package dev.codeheals.ui.control;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.score.Decision;

/// How an envelope is marked: by shape and colour, everywhere the same.
public enum MarkKind {
    PROMOTE("promote", 0),
    RETRY("retry", 1),
    ROLLBACK("rollback", 2),
    WAITING("waiting", 3),
    REFUSED("refused", 4);

    private final String styleClass;
    private final int lane;

    MarkKind(String styleClass, int lane) {
        this.styleClass = styleClass;
        this.lane = lane;
    }

    public String styleClass() {
        return styleClass;
    }

    /// Its place among the kinds, from 0.
    public int lane() {
        return lane;
    }

    public static MarkKind of(Envelope envelope) {
        return of(envelope.decision(), envelope.outcome());
    }

    public static MarkKind of(Decision decision, Outcome outcome) {
        return switch (outcome) {
            case PROPOSED -> WAITING;
            case REJECTED, REFUSED, ABORTED -> REFUSED;
            case APPROVED, EDITED, PROMOTED, UNDONE, NOT_HEALED -> switch (decision) {
                case PROMOTE -> PROMOTE;
                case RETRY -> RETRY;
                case ROLLBACK -> ROLLBACK;
            };
        };
    }
}
