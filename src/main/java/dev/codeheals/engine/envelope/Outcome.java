package dev.codeheals.engine.envelope;

import java.util.Locale;

/// What became of an envelope's fix.
public enum Outcome {
    PROPOSED, APPROVED, EDITED, REJECTED, PROMOTED, UNDONE, NOT_HEALED, REFUSED, ABORTED;

    /// As stored and sent: {@code not_healed}.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
