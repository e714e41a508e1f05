package dev.codeheals.bench;

import dev.codeheals.bench.CaseResult.Ending;
import dev.codeheals.bench.CaseResult.StepTaken;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.heal.HealBudget;
import dev.codeheals.engine.heal.HealOrder;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealResult.HealOutcome;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.EvidenceKind;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.HealSettings;
import dev.codeheals.wiring.ProjectSession;
import dev.codeheals.wiring.ProjectUnusable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Heals one case on a copy and asks the held-back check about the outcome.
///
/// @param application what heals
/// @param scratch     where copies are made
/// @param budget      longest time of a heal
/// @param learns      whether a fix the check confirms is approved, and one it refutes rejected, as a person would
record CaseRun(Application application, Path scratch, Duration budget, boolean learns) {

    CaseResult of(BenchCase bench, int number, Cancellation cancellation) {
        Path copy = scratch.resolve("case" + number);
        try {
            FolderCopy.of(bench.project(), copy, bench.project().resolve(BenchCases.HIDDEN));
            ProjectSession session = application.session(copy);
            HealSettings settings = new HealSettings(HealBudget.STANDARD.withWallTime(budget), HealSettings.GOOD_ENOUGH, HealOrder.Promotion.REVIEW);
            Command command = bench.command().orElseGet(() -> session.suggestedCommands().getFirst());
            HealResult result = session.healNow(command, settings, cancellation, _ -> {});
            return judged(bench, command, copy.toRealPath(), result, cancellation);
        } catch (IOException | ProjectUnusable e) {
            return CaseResult.error(bench, String.valueOf(e.getMessage()));
        } finally {
            FolderCopy.delete(copy);
        }
    }

    private CaseResult judged(BenchCase bench, Command command, Path copy, HealResult result, Cancellation cancellation) throws IOException {
        boolean plausible = result.outcome() == HealOutcome.PROPOSED;
        List<Envelope> fixes = plausible ? result.envelopes().stream().filter(e -> e.outcome() == Outcome.PROPOSED).toList() : List.of();
        List<StepTaken> steps = fixes.stream().map(CaseRun::step).toList();
        double confidence = steps.stream().mapToDouble(StepTaken::confidence).min().orElse(0);
        Optional<Boolean> correct = Optional.empty();
        if (plausible && bench.hidden().isPresent()) {
            correct = Optional.of(check(bench.hidden().get(), command, copy, fixes, cancellation));
        }
        if (learns && correct.isPresent()) {
            learn(fixes, correct.get());
        }
        String family = !bench.family().isEmpty() ? bench.family()
                : result.envelopes().isEmpty() ? "" : result.envelopes().getFirst().sealed().diagnosis().family();
        long shown = result.envelopes().stream().filter(e -> !e.fixDiff().isEmpty()).count();
        return new CaseResult(bench.name(), family, ending(result), correct, shown == steps.size(), confidence,
                plausible && confidence >= HealSettings.GOOD_ENOUGH, steps, result.candidatesTried(), result.envelopes().size(), result.modelCalls(),
                result.duration().toMillis(), result.message());
    }

    private static Ending ending(HealResult result) {
        return switch (result.outcome()) {
            case PROPOSED, HEALED -> Ending.PLAUSIBLE;
            case NOT_HEALED, BLOCKED -> Ending.NOT_HEALED;
            case ALREADY_PASSING -> Ending.ALREADY_PASSING;
            case ERROR -> Ending.ERROR;
        };
    }

    private static StepTaken step(Envelope fix) {
        Confidence confidence = fix.confidence();
        boolean tested = fix.verdict().testsThatHeal().size() > 0 || fix.verdict().passedAfter() > fix.verdict().passedBefore();
        return new StepTaken(fix.source(), tested ? EvidenceKind.TEST : EvidenceKind.RUNS, confidence == null ? 0 : confidence.raw(),
                confidence == null ? 0 : confidence.overall(), fix.sealed().diagnosis().errorCode(), fix.fixDescription(),
                confidence == null ? "" : confidence.why());
    }

    /// The healed project with the hidden files over it, in a folder of its own.
    private boolean check(BenchCase.Hidden hidden, Command command, Path copy, List<Envelope> fixes, Cancellation cancellation) throws IOException {
        Path healed = copy.resolveSibling(copy.getFileName() + "-healed");
        try {
            FolderCopy.of(copy, healed, copy.resolve(BenchCases.HIDDEN));
            for (Envelope fix : fixes) {
                FolderCopy.apply(application.journal().edits(fix.envelopeId()), healed);
            }
            FolderCopy.over(hidden.folder(), healed);
            RunOutcome outcome = application.session(healed).runNow(hidden.command().orElse(command), cancellation);
            return outcome.passed();
        } finally {
            FolderCopy.delete(healed);
        }
    }

    private void learn(List<Envelope> fixes, boolean right) {
        for (Envelope fix : fixes) {
            if (right) {
                application.reviews().approve(fix.envelopeId(), Map.of());
            } else {
                application.reviews().reject(fix.envelopeId(), "the held-back check fails");
            }
        }
    }
}
