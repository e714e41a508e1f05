package dev.codeheals.cli;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.heal.HealingEvent;
import java.util.Locale;
import java.util.function.Consumer;

/// Tells a heal's progress to a person, line by line.
final class HealTalk implements Consumer<HealingEvent> {
    private final Console console;

    HealTalk(Console console) {
        this.console = console;
    }

    @Override
    public void accept(HealingEvent event) {
        switch (event) {
            case HealingEvent.Started started -> console.talk("running  " + started.command());
            case HealingEvent.Ran ran -> console.talk("         " + (ran.outcome().passed() ? console.good("passed") : console.bad("failed"))
                    + " after " + ran.outcome().duration().toMillis() + " ms");
            case HealingEvent.Diagnosed diagnosed -> diagnosed(diagnosed.diagnosis().diagnosis());
            case HealingEvent.AttemptEnded ended -> console.talk("  " + console.faint(ended.envelope().source() + ": ") + ended.envelope().reason());
            case HealingEvent.BreakerChanged changed -> console.talk("breaker  " + changed.to().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ": " + changed.reason());
            case HealingEvent.Waiting waiting -> console.talk("waiting  " + waiting.millis() + " ms: " + waiting.reason());
            case HealingEvent.StageEntered _, HealingEvent.CandidateTried _, HealingEvent.ModelText _, HealingEvent.Ended _ -> {}
        }
    }

    private void diagnosed(Diagnosis diagnosis) {
        String place = diagnosis.file() == null ? "" : "  " + diagnosis.file() + (diagnosis.line() == null ? "" : ":" + diagnosis.line());
        String message = diagnosis.message().isEmpty() ? "" : ": " + diagnosis.message();
        console.talk("found    " + console.strong(diagnosis.exceptionType() + message) + place + console.faint("  " + diagnosis.clusterId()));
    }
}
