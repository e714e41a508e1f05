package dev.codeheals.engine.detect;

import java.util.function.Consumer;

/// Reads one report line by line, its prefix already taken off.
interface ReportReader {
    enum Step {
        /// The line is part of the report.
        TAKEN,
        /// The line is not part of the report, which may go on after it.
        FOREIGN,
        /// The line is not part of the report, which has ended.
        OVER
    }

    /// @param dedented whether the line stands further left than the report
    Step accept(String line, boolean dedented);

    /// Hands over what was found, when the report has ended or the input has.
    void close(Origin origin, Consumer<Failure> found);

    /// Whether other reports may come and go while this one stays open.
    default boolean background() {
        return false;
    }

    /// Where a report stood.
    record Origin(long offset, String excerpt) {}
}
