package dev.codeheals.cli;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealingEvent;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells a watcher's runs: one line for each that is over, and on a terminal one line that shows the present and the totals.
final class WatchTalk implements Consumer<HealingEvent> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Console console;
    private final StatusLine line;
    private final InstantSource clock;
    private final ZoneId zone;
    private int runs;
    private int passed;
    private int healed;
    private int waiting;
    private @Nullable Diagnosis found;

    WatchTalk(Console console, InstantSource clock, ZoneId zone) {
        this.console = console;
        this.line = new StatusLine(console);
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public synchronized void accept(HealingEvent event) {
        switch (event) {
            case HealingEvent.Started started -> {
                found = null;
                line.show("running " + started.command());
            }
            case HealingEvent.StageEntered entered -> line.show(HealTalk.words(entered.stage()) + "  " + totals());
            case HealingEvent.CandidateTried tried -> line.show(HealTalk.words(tried.stage()) + " " + tried.tried() + ": " + tried.description());
            case HealingEvent.Diagnosed diagnosed -> found = found == null ? diagnosed.diagnosis().diagnosis() : found;
            case HealingEvent.BreakerChanged changed -> line.talk(stamp() + "  breaker " + changed.to().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ": " + changed.reason());
            case HealingEvent.Ended ended -> ended(ended.result());
            case HealingEvent.Ran _, HealingEvent.AttemptEnded _, HealingEvent.Waiting _, HealingEvent.ModelText _ -> {}
        }
    }

    private void ended(HealResult result) {
        runs++;
        String mark = switch (result.outcome()) {
            case ALREADY_PASSING -> {
                passed++;
                yield console.good("passed  ");
            }
            case HEALED -> {
                healed++;
                yield console.good("healed  ");
            }
            case PROPOSED -> {
                waiting++;
                yield console.strong("proposed");
            }
            case NOT_HEALED -> console.bad("failed  ");
            case BLOCKED -> console.bad("blocked ");
            case ERROR -> console.bad("error   ");
        };
        Diagnosis first = found;
        String what = first == null || result.outcome() == HealResult.HealOutcome.ALREADY_PASSING ? "" : "  " + first.exceptionType() + " in "
                + (first.file() == null ? "?" : first.file() + (first.line() == null ? "" : ":" + first.line()));
        line.talk(stamp() + "  " + mark + what + console.faint("  " + result.duration().toMillis() + " ms"));
        if (result.outcome() != HealResult.HealOutcome.ALREADY_PASSING) {
            line.talk("          " + result.message());
        }
        HealTalk.approvals(result).forEach(command -> line.talk("          " + command));
        idle();
    }

    /// Shows that the watcher waits for a change.
    synchronized void idle() {
        line.show("watching  " + totals() + "  Ctrl+C ends");
    }

    /// Says why the command could not even be started.
    synchronized void problem(Throwable broken) {
        line.clear();
        console.problem(broken.getMessage() == null ? broken.toString() : broken.getMessage());
        idle();
    }

    synchronized void end() {
        line.clear();
    }

    private String totals() {
        return "runs " + runs + " · passed " + passed + " · healed " + healed + " · waiting " + waiting;
    }

    private String stamp() {
        return TIME.format(clock.instant().atZone(zone));
    }
}
