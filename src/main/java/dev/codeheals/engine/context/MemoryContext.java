package dev.codeheals.engine.context;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.engine.score.Confidence;
import java.util.List;

/// What the last ten attempts say, as text.
public final class MemoryContext {
    static final int ATTEMPTS = 10;
    private static final int LARGEST = 2_000;
    private static final int LARGEST_LINE = 160;
    private static final double STEADY = 0.05;

    private MemoryContext() {}

    /// The text; empty where there were no attempts.
    ///
    /// @param newestFirst the last envelopes of the project
    public static String of(List<Envelope> newestFirst, BreakerSnapshot breaker) {
        List<Envelope> attempts = newestFirst.stream().limit(ATTEMPTS).toList();
        if (attempts.isEmpty()) {
            return "";
        }
        long healed = attempts.stream().filter(Heals::healed).count();
        StringBuilder text = new StringBuilder(attempts.size() == 1 ? "The last attempt" : "The last " + attempts.size() + " attempts")
                .append(" in this project: ").append(healed).append(" healed (").append(Words.percent(healed, attempts.size())).append(").\n")
                .append(trend(attempts)).append(breaker(attempts, breaker)).append("Newest first:\n");
        attempts.forEach(e -> text.append(Words.line("- " + entry(e), LARGEST_LINE)).append('\n'));
        return Words.bounded(text.toString(), LARGEST);
    }

    private static String entry(Envelope e) {
        String start = Heals.healed(e) ? "healed " : "not healed ";
        String fix = e.fixDescription().isEmpty() ? "" : " with \"" + e.fixDescription() + "\"";
        Confidence confidence = e.confidence();
        String chance = confidence == null ? "" : " (" + Certainty.digits(confidence.overall()) + ")";
        String why = Heals.healed(e) ? "" : ": " + e.reason();
        return start + Heals.cluster(e) + " by " + e.source() + fix + chance + why;
    }

    private static String trend(List<Envelope> newestFirst) {
        List<Double> values = newestFirst.reversed().stream().map(Envelope::confidence).filter(c -> c != null).map(Confidence::overall).toList();
        int half = values.size() / 2;
        if (half == 0) {
            return "";
        }
        double before = mean(values.subList(0, half));
        double lately = mean(values.subList(values.size() - half, values.size()));
        String way = Math.abs(lately - before) < STEADY ? "steady" : lately > before ? "rising" : "falling";
        return "Confidence is " + way + ": " + Certainty.digits(before) + " before, " + Certainty.digits(lately) + " lately.\n";
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static String breaker(List<Envelope> newestFirst, BreakerSnapshot now) {
        int opened = 0;
        int closed = 0;
        BreakerState last = newestFirst.getLast().breakerState();
        for (Envelope e : newestFirst.reversed()) {
            BreakerState next = e.breakerState();
            opened += next == BreakerState.OPEN && last != BreakerState.OPEN ? 1 : 0;
            closed += next == BreakerState.CLOSED && last != BreakerState.CLOSED ? 1 : 0;
            last = next;
        }
        String changes = opened + closed == 0 ? "no change in this time" : "opened " + Words.times(opened) + " and closed " + Words.times(closed)
                + " in this time";
        return "The breaker is " + name(now.state()) + "; " + changes.replace("0 times", "never") + ".\n";
    }

    static String name(BreakerState state) {
        return switch (state) {
            case CLOSED -> "closed";
            case OPEN -> "open";
            case HALF_OPEN -> "half open";
            case FORCED_OPEN -> "held open by hand";
        };
    }
}
