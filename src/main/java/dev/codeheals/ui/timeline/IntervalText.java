package dev.codeheals.ui.timeline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads "3h", "2 d", "since Monday", "2026-11-01" as the moment a stretch of time begins.
final class IntervalText {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})\\s*(min|h|d|w|m|y)");

    private IntervalText() {}

    /// @return empty for text that says no time
    static Optional<Instant> start(String typed, Instant now, ZoneId zone, Locale locale) {
        String text = typed.strip().toLowerCase(locale).replaceFirst("^(since|last|seit|letzte[nrs]?)\\s+", "");
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            return Optional.of(now.minus(unit(span.group(2)).multipliedBy(Long.parseLong(span.group(1)))));
        }
        ZonedDateTime today = now.atZone(zone).toLocalDate().atStartOfDay(zone);
        Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
                .filter(d -> !text.isEmpty() && (named(d, locale).startsWith(text) || named(d, Locale.ENGLISH).startsWith(text)) && text.length() > 1)
                .findFirst();
        if (day.isPresent()) {
            return Optional.of(today.with(TemporalAdjusters.previousOrSame(day.get())).toInstant());
        }
        try {
            return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant()).filter(start -> start.isBefore(now));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static String named(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale);
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "min" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            case "w" -> Duration.ofDays(7);
            case "m" -> Duration.ofDays(30);
            default -> Duration.ofDays(365);
        };
    }
}
