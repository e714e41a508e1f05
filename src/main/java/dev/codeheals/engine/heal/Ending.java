package dev.codeheals.engine.heal;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.heal.HealResult.HealOutcome;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.DecisionRule;
import dev.codeheals.engine.score.EvidenceKind;
import dev.codeheals.engine.verify.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of the steps of a heal when it ends: applied, proposed to a person, or told only.
final class Ending {
    private final HealRun run;

    Ending(HealRun run) {
        this.run = run;
    }

    /// The command passes with all steps.
    HealResult complete() {
        List<Step> steps = provenTogether(run.steps());
        Envelope best = steps.getLast().envelope();
        String what = steps.size() == 1 ? sentence(steps.getFirst()) : steps.size() + " fixes, one after the other";
        if (!allMayBeApplied(steps)) {
            propose(steps);
            return run.result(HealOutcome.PROPOSED, what + ": verified, waits for your review" + whyNotApplied(steps) + ".", best);
        }
        @Nullable String trouble = apply(steps);
        return trouble == null ? run.result(HealOutcome.HEALED, what + ": applied, and the command passes.", run.steps().getLast().envelope())
                : run.result(HealOutcome.NOT_HEALED, trouble, best);
    }

    /// A step on the way could only show that its failure is gone. Where a test asked for the last one and passes with all of them, it asked for each.
    private List<Step> provenTogether(List<Step> steps) {
        Evidence whole = steps.getLast().fix().evidence();
        if (EvidenceKind.of(whole) != EvidenceKind.TEST) {
            return steps;
        }
        return steps.stream().map(step -> {
            Finalist fix = step.fix();
            Confidence again = run.parts().scorer().score(fix.candidate(), whole, step.sealed(), fix.field().project(), fix.field().rivals());
            return again.overall() > fix.confidence().overall() ? step.with(again) : step;
        }).toList();
    }

    /// Something still fails. Steps that are good enough on their own are kept: each removed a failure and lost nothing. Only those a test
    /// asked for may be applied without a person: a failure that merely became another one shows little.
    HealResult unfinished(String reason) {
        run.trail().settle();
        List<Step> good = run.steps().stream().takeWhile(this::goodEnough).toList();
        if (run.breakerBlocks() && good.isEmpty()) {
            return run.result(HealOutcome.BLOCKED, reason, null);
        }
        if (good.isEmpty()) {
            propose(run.steps());
            return run.result(HealOutcome.NOT_HEALED, "Not healed. " + (run.unhealed().isEmpty() ? reason : run.unhealed()), null);
        }
        boolean apply = good.stream().allMatch(step -> mayBeApplied(step) && !step.isUnproven());
        if (apply) {
            @Nullable String trouble = apply(good);
            if (trouble != null) {
                return run.result(HealOutcome.NOT_HEALED, trouble, null);
            }
        } else {
            propose(good);
        }
        String kept = (good.size() == 1 ? "one fix was " : good.size() + " fixes were ") + (apply ? "applied" : "proposed");
        return run.result(HealOutcome.NOT_HEALED, "Partly healed: " + kept + ", but the command still fails. " + (run.unhealed().isEmpty() ? reason : run.unhealed()),
                good.getLast().envelope());
    }

    private boolean goodEnough(Step step) {
        return step.fix().confidence().overall() >= run.order().minConfidence();
    }

    private boolean allMayBeApplied(List<Step> steps) {
        return steps.stream().allMatch(this::goodEnough) && steps.stream().allMatch(this::mayBeApplied);
    }

    private boolean mayBeApplied(Step step) {
        return switch (run.order().promotion()) {
            case REVIEW -> false;
            case APPLY -> step.fix().concerns().isEmpty();
            case AUTO -> new DecisionRule(run.order().minConfidence()).mayPromoteAlone(step.fix().candidate(), step.fix().evidence(),
                    step.fix().confidence(), !step.fix().concerns().isEmpty())
                    && step.fix().evidence().isolation().allowsAuto() && !turnedDown(step);
        };
    }

    private boolean turnedDown(Step step) {
        return run.parts().recorder().turnedDown(run.order().project(), step.sealed().diagnosis().clusterId(), step.fix().candidate().hash());
    }

    private String whyNotApplied(List<Step> steps) {
        if (run.order().promotion() == HealOrder.Promotion.REVIEW) {
            return "";
        }
        return steps.stream().filter(s -> !s.fix().concerns().isEmpty()).findFirst()
                .map(s -> ", because " + inTheMiddle(s.fix().concerns().getFirst().reason()))
                .or(() -> steps.stream().filter(this::turnedDown).findFirst().map(_ -> ", because this very change was rejected or undone here before"))
                .orElse(", because it is not sure enough to be applied by itself");
    }

    private static String inTheMiddle(String sentence) {
        String open = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return open.startsWith("The ") ? "the " + open.substring(4) : open;
    }

    private void propose(List<Step> steps) {
        run.enter(Stage.REVIEW, "");
        for (Step step : steps) {
            if (step.envelope().outcome() != Outcome.PROPOSED) {
                decide(step, Outcome.PROPOSED, "Verified, but not sure enough: waits for a person.");
            }
        }
    }

    private @Nullable String apply(List<Step> steps) {
        run.enter(Stage.PROMOTE, "");
        for (Step step : steps) {
            FixPromotion.Done done = run.parts().promotion().promote(run.order().project(), step.envelope(), step.changes());
            if (!done.written()) {
                propose(steps);
                return done.message();
            }
            run.markApplied();
            run.parts().recorder().promoted(step.envelope());
            run.decided(step.envelope().withOutcome(Outcome.PROMOTED));
        }
        run.enter(Stage.LEARN, "");
        steps.forEach(step -> run.parts().promotion().learn(step.envelope(), step.fix().candidate(), step.changes()));
        return null;
    }

    private void decide(Step step, Outcome outcome, String reason) {
        run.parts().recorder().decide(step.envelope(), outcome, reason);
        run.decided(step.envelope().withOutcome(outcome));
    }

    private static String sentence(Step step) {
        return step.fix().candidate().description();
    }
}
