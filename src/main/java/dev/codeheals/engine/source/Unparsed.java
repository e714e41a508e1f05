package dev.codeheals.engine.source;

/// Leaves the parsing of a line at the first place that does not fit; always caught where the line began.
final class Unparsed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final int at;

    Unparsed(String reason, int at) {
        super(reason, null, false, false);
        this.reason = reason;
        this.at = at;
    }

    String reason() {
        return reason;
    }

    int at() {
        return at;
    }
}
