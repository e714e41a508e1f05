package dev.codeheals.engine.score;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.verify.Evidence;
import dev.codeheals.engine.verify.Verdict;
import org.jspecify.annotations.Nullable;

/// From a verdict and its probability to what happens next.
///
/// @param promoteAt lowest probability for a proposal
public record DecisionRule(double promoteAt) {
    public static final DecisionRule DEFAULT = new DecisionRule(0.8);
    private static final double ALONE_AT = 0.9;

    /// Decides about one candidate.
    ///
    /// @param confidence null where the verdict carries no evidence
    /// @param moreToTry  whether another candidate or source is left within the budget
    public Judgement decide(Verdict verdict, @Nullable Confidence confidence, boolean moreToTry) {
        Decision otherwise = moreToTry ? Decision.RETRY : Decision.ROLLBACK;
        if (!(verdict instanceof Verdict.Plausible) || confidence == null) {
            return new Judgement(otherwise, verdict.summary());
        }
        String chance = "The fix is right with a probability of " + Certainty.percent(confidence.overall());
        if (confidence.overall() >= promoteAt) {
            return new Judgement(Decision.PROMOTE, chance + ": " + confidence.why());
        }
        return new Judgement(otherwise, chance + ", less than the " + Certainty.percent(promoteAt) + " a proposal needs: " + confidence.why());
    }

    /// Whether auto mode may promote without a person: tier A, 0.9, a test that asked for it, nothing new the code could do to the outside.
    public boolean mayPromoteAlone(CandidatePatch patch, Evidence evidence, Confidence confidence, boolean newCapability) {
        return patch.tier() == Tier.A && confidence.overall() >= Math.max(ALONE_AT, promoteAt) && EvidenceKind.of(evidence) == EvidenceKind.TEST
                && !newCapability;
    }
}
