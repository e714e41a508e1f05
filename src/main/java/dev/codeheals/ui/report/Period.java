package dev.codeheals.ui.report;

import java.time.Duration;
import java.time.Instant;

/// How far back a report looks.
public enum Period {
    DAY(Duration.ofDays(1)), WEEK(Duration.ofDays(7)), MONTH(Duration.ofDays(30)), YEAR(Duration.ofDays(365)), ALL(Duration.ZERO);

    private final Duration length;

    Period(Duration length) {
        this.length = length;
    }

    Instant start(Instant now) {
        return length.isZero() ? Instant.EPOCH : now.minus(length);
    }
}
