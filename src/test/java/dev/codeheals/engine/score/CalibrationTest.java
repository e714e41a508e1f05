package dev.codeheals.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void perfectPredictionsHaveNoError() {
        List<Calibration.Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            predictions.add(new Calibration.Prediction(i < 80 ? 0.8 : 0.2, i < 64 || i >= 96));
        }
        Calibration calibration = Calibration.of(predictions);
        assertThat(calibration.ece()).isEqualTo(0, within(1e-12));
        assertThat(calibration.brier()).isEqualTo(0.16, within(1e-12));
        assertThat(calibration.bins()).extracting(Calibration.Bin::count).containsExactly(20, 80);
        assertThat(calibration.enough()).isTrue();
    }

    @Test
    void boldPredictionsAreSeenAsSuch() {
        Calibration calibration = Calibration.of(List.of(new Calibration.Prediction(1.0, false), new Calibration.Prediction(1.0, true)));
        assertThat(calibration.ece()).isEqualTo(0.5);
        assertThat(calibration.brier()).isEqualTo(0.5);
        assertThat(calibration.bins()).containsExactly(new Calibration.Bin(0.9, 1.0, 1.0, 0.5, 2));
        assertThat(calibration.enough()).isFalse();
    }

    @Test
    void withoutFixesThereIsNothingToSay() {
        assertThat(Calibration.of(List.of())).isEqualTo(new Calibration(List.of(), 0, 0, 0));
    }

    @Test
    void withoutOutcomesNumbersStayAsTheyAre() {
        FamilyCalibration none = FamilyCalibration.fit(List.of());
        assertThat(none.apply(0.83)).isEqualTo(0.83);
        assertThat(none.size()).isZero();
    }

    @Test
    void oneRejectionMovesLittle() {
        FamilyCalibration one = FamilyCalibration.fit(List.of(Scoring.judged(0.9, false, 1)));
        assertThat(one.apply(0.9)).isBetween(0.8, 0.89);
    }

    @Test
    void manyApprovalsNeverReachCertainty() {
        List<JudgedFix> right = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            right.add(Scoring.judged(0.9, true, i));
        }
        assertThat(FamilyCalibration.fit(right).apply(0.9)).isBetween(0.97, 0.9999);
    }

    @Test
    void higherStaysHigher() {
        Random random = new Random(3);
        List<JudgedFix> noise = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            noise.add(Scoring.judged(random.nextDouble(), random.nextBoolean(), i));
        }
        FamilyCalibration calibration = FamilyCalibration.fit(noise);
        for (double p = 0.05; p < 0.95; p += 0.05) {
            assertThat(calibration.apply(p + 0.05)).isGreaterThanOrEqualTo(calibration.apply(p));
        }
    }

    @Test
    void aFamilyThatIsTooBoldIsCalibratedOnUnseenFixes() {
        List<JudgedFix> seen = bold(new Random(11), 200);
        List<JudgedFix> unseen = bold(new Random(12), 4_000);
        FamilyCalibration calibration = FamilyCalibration.fit(seen);
        double before = Calibration.ofFixes(unseen).ece();
        double after = Calibration.of(unseen.stream().map(f -> new Calibration.Prediction(calibration.apply(f.raw()), f.right())).toList()).ece();
        assertThat(before).isGreaterThan(0.1);
        assertThat(after).isLessThan(0.05);
    }

    @Test
    void betweenThePriorAndThirtyOutcomesEachOutcomeCountsMore() {
        List<JudgedFix> wrong = new ArrayList<>();
        double last = 0.9;
        for (int i = 0; i < Confidence.ENOUGH - 1; i++) {
            wrong.add(Scoring.judged(0.9, false, i));
            double next = FamilyCalibration.fit(wrong).apply(0.9);
            assertThat(next).isLessThan(last);
            last = next;
        }
        assertThat(last).isLessThan(0.3);
    }

    /// Raw numbers whose log odds are twice and one more than they should be.
    private static List<JudgedFix> bold(Random random, int count) {
        List<JudgedFix> fixes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double truth = 0.2 + 0.75 * random.nextDouble();
            double raw = LogOdds.probability(2 * LogOdds.of(truth) + 1);
            fixes.add(Scoring.judged(raw, random.nextDouble() < truth, i));
        }
        return fixes;
    }
}
