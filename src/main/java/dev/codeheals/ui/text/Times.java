package dev.codeheals.ui.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Times and spans in words.
public final class Times {
    private final Texts texts;
    private final DateTimeFormatter exact;

    public Times(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.exact = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(texts.locale()).withZone(zone);
    }

    /// "just now", "12 s ago", "3 min ago", "2 h ago", "5 d ago", then the date.
    public String ago(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 5) {
            return texts.get("time.now");
        }
        if (seconds < 60) {
            return texts.get("time.seconds", seconds);
        }
        if (seconds < 3_600) {
            return texts.get("time.minutes", seconds / 60);
        }
        if (seconds < 86_400) {
            return texts.get("time.hours", seconds / 3_600);
        }
        return seconds < 30 * 86_400 ? texts.get("time.days", seconds / 86_400) : exact(then);
    }

    public String exact(Instant time) {
        return exact.format(time);
    }

    /// "840 ms", "1.4 s", "2 min 5 s".
    public String span(Duration span) {
        long millis = span.toMillis();
        Locale locale = texts.locale();
        if (millis < 1_000) {
            return String.format(locale, "%d ms", millis);
        }
        return millis < 60_000 ? String.format(locale, "%.1f s", millis / 1_000.0)
                : String.format(locale, "%d min %d s", millis / 60_000, millis / 1_000 % 60);
    }

    /// An amount of data in the unit that reads best.
    public String bytes(long count) {
        if (count < 1_000) {
            return count + " B";
        }
        return count < 1_000_000 ? String.format(texts.locale(), "%.1f kB", count / 1e3) : String.format(texts.locale(), "%.1f MB", count / 1e6);
    }
}
