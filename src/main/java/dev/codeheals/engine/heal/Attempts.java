package dev.codeheals.engine.heal;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.localize.FaultLocalizer;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.localize.SuspiciousLocation;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.verify.VerificationSession;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Asks one source after the other for one failure, until one heals it: each asked source that had candidates is one attempt.
final class Attempts {
    /// A verified fix at least this probable keeps the search from looking for others; a person decides about it.
    private static final double WORTH_SHOWING = 0.75;
    /// A step below this is not built upon.
    private static final double WORTH_A_STEP = 0.5;

    private final HealRun run;
    private final VerificationSession session;
    private final Target target;
    private final boolean provenOnly;

    private record Shown(Finalist fix, Envelope envelope) {}

    Attempts(HealRun run, VerificationSession session, Target target, boolean provenOnly) {
        this.run = run;
        this.session = session;
        this.target = target;
        this.provenOnly = provenOnly;
    }

    /// @return the fix to build upon: good enough, or the best there was; empty if nothing was verified
    Optional<Step> untilHealed() {
        RepairRequest first = firstRequest();
        Optional<Shown> best = Optional.empty();
        for (PatchSource source : run.sources()) {
            if (!wanted(source, best) || !run.mayGoOn()) {
                continue;
            }
            RepairRequest request = request(first.places(), first.facts());
            if (source instanceof PatchSource.Rules rules) {
                run.advised(target, rules.suggestions(request));
            }
            Optional<Shown> shown = attempt(source, request, best.map(Shown::fix));
            if (shown.isPresent() && better(shown.get(), best)) {
                best = shown;
            }
            if (best.isPresent() && best.get().fix().confidence().overall() >= run.order().minConfidence()) {
                break;
            }
        }
        return best.filter(b -> b.fix().complete() || b.fix().confidence().overall() >= WORTH_A_STEP).map(this::adopt);
    }

    /// What sources are asked first.
    RepairRequest firstRequest() {
        run.enter(Stage.LOCALIZE, "");
        RuntimeFacts facts = session.facts().about(target.sealed().diagnosis());
        return request(FaultLocalizer.rank(target.failure(), target.sealed().diagnosis(), facts, session.project()), facts);
    }

    private RepairRequest request(List<SuspiciousLocation> places, RuntimeFacts facts) {
        HealContexts contexts = run.parts().recorder().contexts(target.sealed(), run.order().project(), run.breaker().snapshot());
        return new RepairRequest(target.sealed(), target.failure(), target.others(), session.project(), places, facts,
                run.order().python(), run.order().command(), contexts, run.triedSoFar(target), run.order().cancellation());
    }

    private boolean wanted(PatchSource source, Optional<Shown> best) {
        return switch (source) {
            case PatchSource.Patterns _ -> true;
            case PatchSource.Rules _ -> !provenOnly;
            case PatchSource.Search _ -> !provenOnly && !outsideTheCode() && run.searchLeft().isPositive()
                    && best.filter(b -> b.fix().confidence().overall() >= WORTH_SHOWING).isEmpty();
            case PatchSource.Model _ -> !provenOnly && run.mayAskModel();
        };
    }

    /// A blind edit cannot mend what lies outside the code; it could only leave out what needs it.
    private boolean outsideTheCode() {
        return switch (target.sealed().diagnosis().severity()) {
            case ENVIRONMENT, UNHEALABLE -> true;
            case FATAL, RECOVERABLE -> false;
        };
    }

    /// A fix with which the command passes is better than a step on the way.
    private static boolean better(Shown shown, Optional<Shown> best) {
        Comparator<Finalist> order = Comparator.comparing(Finalist::complete).thenComparingDouble(fix -> fix.confidence().overall());
        return best.isEmpty() || order.compare(shown.fix(), best.get().fix()) > 0;
    }

    private Optional<Shown> attempt(PatchSource source, RepairRequest request, Optional<Finalist> before) {
        Attempt attempt = new Attempt(run, session, target, provenOnly, before);
        Attempt.Result result = attempt.with(source, request);
        run.countCandidates(result.tried());
        attempt.failedReplays().forEach(pattern -> run.parts().promotion().replayFailed(pattern, target.sealed().diagnosis()));
        if (result.tried() == 0 && result.modelCalls().isEmpty()) {
            return Optional.empty();
        }
        boolean enough = result.best().filter(b -> b.confidence().overall() >= run.order().minConfidence()).isPresent();
        Envelope envelope = run.parts().recorder().record(run, session, target, request, result, enough);
        run.attempted(target, envelope);
        return result.best().map(fix -> new Shown(fix, envelope));
    }

    private Step adopt(Shown chosen) {
        List<FileChange> changes = session.project().changes(chosen.fix().candidate()).orElseThrow();
        Step step = new Step(target, chosen.fix(), changes, chosen.envelope());
        run.adopted(step);
        return step;
    }
}
