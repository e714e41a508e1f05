package dev.codeheals.ui.control;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.score.Decision;

/// How an envelope is marked: by shape and colour, everywhere the same.
public enum MarkKind {
    PROMOTE("promote"),
    RETRY("retry"),
    ROLLBACK("rollback"),
    WAITING("waiting"),
    REFUSED("refused");

    private final String styleClass;

    MarkKind(String styleClass) {
        this.styleClass = styleClass;
    }

    public String styleClass() {
        return styleClass;
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
