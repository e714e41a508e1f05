package dev.codeheals.engine.heal;

import dev.codeheals.engine.breaker.AttemptOutcome;
import dev.codeheals.engine.breaker.CircuitBreaker;
import dev.codeheals.engine.breaker.Permit;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.heal.HealResult.HealOutcome;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.verify.Baseline;
import dev.codeheals.engine.verify.VerificationSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// The retry loop: from one failing command to a verified fix, or to a plain reason why there is none.
///
/// A heal goes on while the failure changes and nothing that passed is lost; each fix on the way is a step of its own.
public final class Healer {
    private final HealParts parts;

    public Healer(HealParts parts) {
        this.parts = parts;
    }

    /// Heals one project. Events arrive on the calling thread, in order; the last one is {@link HealingEvent.Ended}.
    ///
    /// Never throws for anything the project does: what goes wrong is told in the result.
    public HealResult attemptWithBackoff(HealOrder order, Consumer<HealingEvent> events) {
        HealRun run = new HealRun(parts, order, events);
        run.tell(new HealingEvent.Started(run.id(), run.now(), order.project().toString(), order.command().display()));
        HealResult result;
        try (VerificationSession session = parts.verification().open(order)) {
            result = heal(run, session);
        } catch (CancellationException _) {
            result = run.result(HealOutcome.NOT_HEALED, "Cancelled. The project is as it was.");
        } catch (VerificationUnavailable e) {
            result = run.result(HealOutcome.ERROR, e.getMessage());
        } catch (IntegrityBreach e) {
            result = run.result(HealOutcome.ERROR, e.getMessage());
        }
        run.tell(new HealingEvent.Ended(run.id(), run.now(), result));
        return result;
    }

    /// Runs the command once on a copy of the project and changes nothing.
    ///
    /// @throws VerificationUnavailable if there is no copy to run on
    public RunOutcome runOnly(HealOrder order) throws VerificationUnavailable {
        try (VerificationSession session = parts.verification().open(order)) {
            return session.baseline().outcome();
        }
    }

    /// What sources would be asked for the failure the command has now; empty if it has none. Tries no candidate and asks no model.
    public Optional<RepairRequest> firstRequest(HealOrder order) throws VerificationUnavailable {
        HealRun run = new HealRun(parts, order, _ -> {});
        try (VerificationSession session = parts.verification().open(order)) {
            return Target.choose(run, session).map(target -> new Attempts(run, session, target, false).firstRequest());
        }
    }

    private HealResult heal(HealRun run, VerificationSession session) {
        run.enter(Stage.RUN, run.order().command().display());
        Baseline baseline = session.baseline();
        run.tell(new HealingEvent.Ran(run.id(), run.now(), baseline.outcome()));
        Optional<HealResult> early = withoutFailure(run, baseline);
        if (early.isPresent()) {
            return early.get();
        }
        Optional<Target> target = Target.choose(run, session);
        while (target.isPresent() && run.mayGoOn()) {
            Optional<String> circle = LoopWatch.circle(run.steps(), target.get().sealed());
            Optional<Step> step = circle.isPresent() ? Optional.empty() : healOne(run, session, target.get());
            if (step.isPresent() && step.get().fix().complete()) {
                return new Ending(run).complete();
            }
            if (step.isPresent()) {
                session.adopt(step.get().fix().candidate());
            } else if (!turnsBack(run, session, target.get())) {
                if (circle.isPresent()) {
                    return new Ending(run).unfinished(circle.get());
                }
                run.giveUpOn(target.get());
            }
            target = Target.choose(run, session);
        }
        return new Ending(run).unfinished(run.reason());
    }

    /// Undoes the newest step where it led to a failure nothing heals, so that the next best candidate for the one before is tried.
    private static boolean turnsBack(HealRun run, VerificationSession session, Target stuck) {
        boolean back = !run.breakerBlocks() && run.left().isPositive() && run.trail().retreat(stuck.sealed()).isPresent();
        if (back) {
            session.stepBack();
            run.forgetTried();
        }
        return back;
    }

    private Optional<HealResult> withoutFailure(HealRun run, Baseline baseline) {
        RunOutcome outcome = baseline.outcome();
        return switch (outcome.ending()) {
            case NOT_STARTED -> Optional.of(run.result(HealOutcome.ERROR, outcome.note()));
            case CANCELLED -> Optional.of(run.result(HealOutcome.NOT_HEALED, "Cancelled. The project is as it was."));
            case EXITED -> outcome.passed() ? Optional.of(run.result(HealOutcome.ALREADY_PASSING, "The command passes; there is nothing to heal."))
                    : silent(run, baseline, "The command failed with exit code " + outcome.exitCode() + " but printed no Python failure.");
            case TIMED_OUT -> silent(run, baseline, "The command did not end by itself. " + outcome.note() + " Give it more time, or choose a command that ends.");
            case LIMIT_EXCEEDED -> silent(run, baseline, outcome.note());
        };
    }

    private static Optional<HealResult> silent(HealRun run, Baseline baseline, String message) {
        return baseline.failures().isEmpty() ? Optional.of(run.result(HealOutcome.NOT_HEALED, message)) : Optional.empty();
    }

    private Optional<Step> healOne(HealRun run, VerificationSession session, Target target) {
        CircuitBreaker breaker = run.breaker();
        Permit permit = breaker.tryAcquire();
        run.tellBreakerChanges();
        boolean provenOnly = false;
        if (permit instanceof Permit.Denied) {
            Permit proven = breaker.tryAcquireProven();
            if (proven instanceof Permit.Denied denied) {
                run.blockedByBreaker(denied.reason());
                return Optional.empty();
            }
            permit = proven;
            provenOnly = true;
        }
        boolean counted = false;
        try {
            Optional<Step> step = new Attempts(run, session, target, provenOnly).untilHealed();
            if (!run.order().cancellation().isCancelled() && (step.isPresent() || run.attemptsOf(target) > 0)) {
                double confidence = step.map(s -> s.fix().confidence().overall()).orElse(0.0);
                breaker.record(permit, new AttemptOutcome(step.isPresent(), confidence, target.sealed().diagnosis().family()));
                counted = true;
            } else if (provenOnly && step.isEmpty()) {
                run.blockedByBreaker("The circuit breaker is open and no proven fix fits.");
            }
            return step;
        } finally {
            if (!counted) {
                breaker.giveBack(permit);
            }
            run.tellBreakerChanges();
        }
    }

    /// Which failures a run still has, for messages.
    static String count(List<Failure> failures) {
        return failures.size() == 1 ? "one failure" : failures.size() + " failures";
    }
}
