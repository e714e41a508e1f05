package dev.codeheals.llm;

import java.time.Duration;

/// How long each phase of a call may take.
///
/// @param connect   to reach the server, name look-up aside
/// @param firstByte from the request sent to the first piece of the reply
/// @param idle      between two pieces of the reply
/// @param total     for one request in all
public record Timeouts(Duration connect, Duration firstByte, Duration idle, Duration total) {
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(90), Duration.ofSeconds(45), Duration.ofMinutes(5));
}
