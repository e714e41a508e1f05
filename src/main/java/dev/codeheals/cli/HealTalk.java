package dev.codeheals.cli;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.engine.heal.Stage;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Tells a heal's progress to a person, line by line.
final class HealTalk implements Consumer<HealingEvent> {
    private final Console console;
    private final StatusLine progress;

    HealTalk(Console console) {
        this.console = console;
        this.progress = new StatusLine(console);
    }

    @Override
    public void accept(HealingEvent event) {
        switch (event) {
            case HealingEvent.Started started -> progress.talk("running  " + started.command());
            case HealingEvent.Ran ran -> progress.talk("         " + (ran.outcome().passed() ? console.good("passed") : console.bad("failed"))
                    + " after " + ran.outcome().duration().toMillis() + " ms");
            case HealingEvent.Diagnosed diagnosed -> diagnosed(diagnosed.diagnosis().diagnosis());
            case HealingEvent.AttemptEnded ended -> progress.talk("  " + console.faint(ended.envelope().source() + ": ") + ended.envelope().reason());
            case HealingEvent.BreakerChanged changed -> progress.talk("breaker  " + changed.to().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ": " + changed.reason());
            case HealingEvent.Waiting waiting -> progress.talk("waiting  " + waiting.millis() + " ms: " + waiting.reason());
            case HealingEvent.StageEntered entered -> progress.show(words(entered.stage()) + (entered.detail().isEmpty() ? "" : ": " + entered.detail()));
            case HealingEvent.CandidateTried tried -> progress.show(words(tried.stage()) + " " + tried.tried() + ": " + tried.description());
            case HealingEvent.ModelText _ -> {}
            case HealingEvent.Ended _ -> progress.clear();
        }
    }

    /// What to type to apply what was proposed. Several fixes are approved in this order, as each was proved upon the ones before.
    static List<String> approvals(HealResult result) {
        return result.envelopes().stream().filter(envelope -> envelope.outcome() == Outcome.PROPOSED)
                .map(envelope -> "codeheals review approve " + envelope.envelopeId()).toList();
    }

    /// What goes on, in a few words.
    static String words(Stage stage) {
        return switch (stage) {
            case RUN -> "running the command";
            case DETECT, CLASSIFY -> "reading the failure";
            case LOCALIZE -> "looking where it comes from";
            case PATTERN -> "trying proven fixes";
            case RULES -> "trying rules";
            case SEARCH -> "searching small edits";
            case MODEL -> "asking the model";
            case VERIFY, SCORE -> "verifying";
            case REVIEW, PROMOTE, LEARN -> "finishing";
        };
    }

    private void diagnosed(Diagnosis diagnosis) {
        String place = diagnosis.file() == null ? "" : "  " + diagnosis.file() + (diagnosis.line() == null ? "" : ":" + diagnosis.line());
        String message = diagnosis.message().isEmpty() ? "" : ": " + diagnosis.message();
        progress.talk("found    " + console.strong(diagnosis.exceptionType() + message) + place + console.faint("  " + diagnosis.clusterId()));
    }
}
