package dev.codeheals.report;

import dev.codeheals.engine.score.Certainty;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Figures as people read them, the same in every language of format.
final class Words {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String percent(double share) {
        return Certainty.percent(share);
    }

    static String two(double value) {
        return Certainty.digits(value);
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String money(double dollars) {
        return String.format(Locale.ROOT, dollars > 0 && dollars < 1 ? "$%.4f" : "$%.2f", dollars);
    }

    static String time(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis < 120_000 ? String.format(Locale.ROOT, "%.1f s", millis / 1_000.0)
                : String.format(Locale.ROOT, "%d min %d s", millis / 60_000, millis / 1_000 % 60);
    }

    static String at(Instant instant) {
        return MINUTE.format(instant);
    }

    static String confidence(Report.@Nullable Confidence confidence) {
        return confidence == null ? "–" : two(confidence.overall());
    }

    /// {@code half open} for {@code HALF_OPEN}.
    static String plain(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String period(Report report) {
        return report.from() == null ? "everything until " + at(report.until()) : at(report.from()) + " to " + at(report.until());
    }

    static String title(Report report) {
        return report.project().isEmpty() ? "Healing report: all projects" : "Healing report: " + report.project();
    }

    /// {@code passed 41 before and 42 after, failed 1 before and 0 after}; empty where no test was counted.
    static String tests(Report.Evidence e) {
        boolean none = e.passedBefore() + e.failedBefore() + e.passedAfter() + e.failedAfter() == 0;
        return none ? "" : "passed " + e.passedBefore() + " before and " + e.passedAfter() + " after, failed " + e.failedBefore()
                + " before and " + e.failedAfter() + " after" + (e.skippedAfter() == 0 ? "" : ", skipped " + e.skippedAfter());
    }

    /// What an attempt was about where that is another failure than the first; else empty.
    static String next(Report.Attempt attempt, Report.Finding first) {
        Report.Finding f = attempt.finding();
        return f.hash().equals(first.hash()) ? "" : f.title() + " (" + f.clusterId() + (f.place().isEmpty() ? "" : ", " + f.place()) + ")";
    }
}
