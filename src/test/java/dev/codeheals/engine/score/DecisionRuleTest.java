package dev.codeheals.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.verify.Verdict;
import org.junit.jupiter.api.Test;

class DecisionRuleTest {
    private static final Verdict PLAUSIBLE = new Verdict.Plausible(Scoring.runs(), "The command passes.");

    @Test
    void aVerifiedFixOfEightyPercentIsProposed() {
        Judgement judgement = DecisionRule.DEFAULT.decide(PLAUSIBLE, confidence(0.8), true);
        assertThat(judgement.decision()).isEqualTo(Decision.PROMOTE);
        assertThat(judgement.reason()).isEqualTo("The fix is right with a probability of 80 %: one test passes.");
    }

    @Test
    void lessIsTriedAgainWhileThereIsMoreToTry() {
        assertThat(DecisionRule.DEFAULT.decide(PLAUSIBLE, confidence(0.799), true)).isEqualTo(new Judgement(Decision.RETRY,
                "The fix is right with a probability of 79 %, less than the 80 % a proposal needs: one test passes."));
        assertThat(DecisionRule.DEFAULT.decide(PLAUSIBLE, confidence(0.799), false).decision()).isEqualTo(Decision.ROLLBACK);
    }

    @Test
    void whatWasNotVerifiedIsNeverProposed() {
        Judgement judgement = DecisionRule.DEFAULT.decide(new Verdict.StillFails("The same failure is still there."), confidence(0.99), true);
        assertThat(judgement).isEqualTo(new Judgement(Decision.RETRY, "The same failure is still there."));
    }

    @Test
    void autoModeWantsTierANinetyPercentATestAndNoNewCapability() {
        assertThat(alone(Tier.A, 0.9, true, false)).isTrue();
        assertThat(alone(Tier.B, 0.99, true, false)).isFalse();
        assertThat(alone(Tier.A, 0.89, true, false)).isFalse();
        assertThat(alone(Tier.A, 0.99, false, false)).isFalse();
        assertThat(alone(Tier.A, 0.99, true, true)).isFalse();
    }

    private static boolean alone(Tier tier, double overall, boolean test, boolean capability) {
        CandidatePatch patch = Scoring.patch("rule:x", tier, 0.9, "a = 1", "a", "b");
        return DecisionRule.DEFAULT.mayPromoteAlone(patch, test ? Scoring.healsTest(1) : Scoring.runs(), confidence(overall), capability);
    }

    private static Confidence confidence(double overall) {
        return new Confidence(1, 1, 1, null, overall, overall, 0, "one test passes.");
    }
}
