package dev.codeheals.ui.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the time axis is labelled, and how: steps a person counts in, in the person's own zone.
record TimeTicks(List<Tick> ticks) {
    record Tick(double at, String label) {}

    private record Step(int amount, ChronoUnit unit, String pattern) {
        double millis() {
            return (double) amount * unit.getDuration().toMillis();
        }
    }

    private static final List<Step> STEPS = List.of(
            new Step(1, ChronoUnit.SECONDS, "HH:mm:ss"), new Step(5, ChronoUnit.SECONDS, "HH:mm:ss"), new Step(15, ChronoUnit.SECONDS, "HH:mm:ss"),
            new Step(1, ChronoUnit.MINUTES, "HH:mm"), new Step(5, ChronoUnit.MINUTES, "HH:mm"), new Step(15, ChronoUnit.MINUTES, "HH:mm"),
            new Step(1, ChronoUnit.HOURS, "HH:mm"), new Step(3, ChronoUnit.HOURS, "d MMM HH:mm"), new Step(6, ChronoUnit.HOURS, "d MMM HH:mm"),
            new Step(1, ChronoUnit.DAYS, "d MMM"), new Step(2, ChronoUnit.DAYS, "d MMM"), new Step(7, ChronoUnit.DAYS, "d MMM"),
            new Step(1, ChronoUnit.MONTHS, "MMM yyyy"), new Step(3, ChronoUnit.MONTHS, "MMM yyyy"), new Step(1, ChronoUnit.YEARS, "yyyy"),
            new Step(5, ChronoUnit.YEARS, "yyyy"));

    /// As many ticks as have room for a label of 96 pixels each.
    static TimeTicks of(TimeRange range, double width, ZoneId zone, Locale locale) {
        double room = range.length() * 96 / Math.max(1, width);
        Step step = STEPS.stream().filter(s -> s.millis() >= room).findFirst().orElse(STEPS.getLast());
        DateTimeFormatter format = DateTimeFormatter.ofPattern(step.pattern(), locale);
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = start(Instant.ofEpochMilli((long) range.from()).atZone(zone), step);
        while (at.toInstant().toEpochMilli() < range.until() && ticks.size() < 64) {
            double millis = (double) at.toInstant().toEpochMilli();
            if (millis >= range.from()) {
                ticks.add(new Tick(millis, format.format(at)));
            }
            at = at.plus(step.amount(), step.unit());
        }
        return new TimeTicks(ticks);
    }

    private static ZonedDateTime start(ZonedDateTime from, Step step) {
        return switch (step.unit()) {
            case MONTHS -> from.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).withMonth((from.getMonthValue() - 1) / step.amount() * step.amount() + 1);
            case YEARS -> from.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1).withYear(from.getYear() / step.amount() * step.amount());
            case DAYS -> from.truncatedTo(ChronoUnit.DAYS).minusDays(step.amount() == 7 ? from.getDayOfWeek().getValue() - 1L : 0);
            case HOURS -> from.truncatedTo(ChronoUnit.HOURS).withHour(from.getHour() / step.amount() * step.amount());
            case MINUTES -> from.truncatedTo(ChronoUnit.MINUTES).withMinute(from.getMinute() / step.amount() * step.amount());
            default -> from.truncatedTo(ChronoUnit.SECONDS).withSecond(from.getSecond() / step.amount() * step.amount());
        };
    }
}
