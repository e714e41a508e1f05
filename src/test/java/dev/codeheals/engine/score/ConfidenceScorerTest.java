package dev.codeheals.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.verify.Evidence;
import dev.codeheals.engine.verify.TestTally;
import dev.codeheals.engine.verify.VerdictTier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfidenceScorerTest {
    private static final String APP = "def load(path):\n    return json.load(open(path))\n\n\nprint(row[\"a\"] + tota)\n";

    @TempDir
    Path root;

    @Test
    void aMissingImportThatResolvesNeedsNoTest() throws IOException {
        assertThat(score(patch(Tier.A, 0.95, "def load", "import json\n\n\ndef load"), Scoring.runs(), "RES.NAME_ERROR", 0.2)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void aMisspellingWithOneNearMatchNeedsNoTest() throws IOException {
        assertThat(score(patch(Tier.A, 0.95, "tota)", "total)"), Scoring.runs(), "RES.NAME_ERROR", 0.2)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void anEditThatIsNotRightOftenEnoughNeedsATest() throws IOException {
        CandidatePatch patch = patch(Tier.A, 0.6, "tota)", "total)");
        assertThat(score(patch, Scoring.runs(), "RES.NAME_ERROR", 0.2)).isLessThan(0.8);
        assertThat(score(patch, Scoring.healsTest(12), "RES.NAME_ERROR", 0.2)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void aGuardThatSilencesNeverGetsThereWithoutATest() throws IOException {
        CandidatePatch guard = patch(Tier.A, 0.99, "row[\"a\"]", "row.get(\"a\", 0)");
        assertThat(score(guard, Scoring.runs(), "KEY.MISSING", 0.1)).isLessThan(0.8);
        CandidatePatch handler = patch(Tier.A, 0.99, "    return json.load(open(path))", "    try:\n        return json.load(open(path))\n    except Exception:\n        pass");
        assertThat(score(handler, Scoring.runs(), "IO.X", 0.1)).isLessThan(0.8);
    }

    @Test
    void aGuardThatPleasesOneTestWhileAnotherFailsWaits() throws IOException {
        CandidatePatch guard = patch(Tier.A, 0.99, "row[\"a\"]", "row.get(\"a\", 0)");
        Evidence partly = Scoring.evidence(VerdictTier.TEST_PASSES, new TestTally(Set.of(), Set.of("t.py::one", "t.py::two"), Set.of()),
                new TestTally(Set.of("t.py::one"), Set.of("t.py::two"), Set.of()));
        assertThat(score(guard, partly, "KEY.MISSING", 0.1)).isLessThan(0.8);
        assertThat(score(guard, Scoring.healsTest(3), "KEY.MISSING", 0.1)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void tierBNeedsATestThatAsksForIt() throws IOException {
        CandidatePatch patch = patch(Tier.B, 0.97, "tota)", "total)");
        assertThat(score(patch, Scoring.runs(), "RES.NAME_ERROR", 0.1)).isLessThan(0.8);
        assertThat(score(patch, Scoring.healsTest(5), "RES.NAME_ERROR", 0.1)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void tierCIsOnlyEverASuggestion() throws IOException {
        assertThat(score(patch(Tier.C, 0.99, "tota)", "total)"), Scoring.healsTest(50), "RES.NAME_ERROR", 0.0)).isLessThan(0.8);
    }

    @Test
    void testsThatPassedAnywayAskForNothing() throws IOException {
        TestTally same = new TestTally(Set.of("t.py::a", "t.py::b"), Set.of(), Set.of());
        Evidence evidence = Scoring.evidence(VerdictTier.NOTHING_LOST, same, same);
        assertThat(score(patch(Tier.B, 0.97, "tota)", "total)"), evidence, "RES.NAME_ERROR", 0.1)).isLessThan(0.8);
    }

    @Test
    void whatStillFailsIsDoubted() throws IOException {
        Evidence evidence = Scoring.evidence(VerdictTier.COMPILES, TestTally.NONE, TestTally.NONE);
        assertThat(score(patch(Tier.A, 0.99, "tota)", "total)"), evidence, "RES.NAME_ERROR", 0.1)).isLessThanOrEqualTo(0.5);
    }

    @Test
    void largerPatchesAreLessProbable() throws IOException {
        double small = score(patch(Tier.A, 0.7, "tota)", "total)"), Scoring.healsTest(3), "RES.X", 0.3);
        double large = score(patch(Tier.A, 0.7, "tota)", "total)\nx = 1\n".repeat(30)), Scoring.healsTest(3), "RES.X", 0.3);
        assertThat(large).isLessThan(small);
    }

    @Test
    void aModelsOwnWordCountsLittle() throws IOException {
        CandidatePatch plain = patch(Tier.A, 0.6, "tota)", "total)");
        CandidatePatch bold = new CandidatePatch("model:x/y", plain.description(), plain.edits(), Tier.A, 0.6, 1.0, "");
        CandidatePatch shy = new CandidatePatch("model:x/y", plain.description(), plain.edits(), Tier.A, 0.6, 0.0, "");
        double difference = score(bold, Scoring.healsTest(3), "RES.X", 0.3) - score(shy, Scoring.healsTest(3), "RES.X", 0.3);
        assertThat(difference).isBetween(0.005, 0.15);
    }

    @Test
    void aModelsOwnWordIsWeighedWithWhatBecameOfItsFixes() throws IOException {
        List<JudgedFix> history = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            history.add(ofModel("model:x/bold", i % 10 == 0, i));
            history.add(ofModel("model:x/modest", i % 10 != 0, 100 + i));
        }
        Double bold = wordOf("model:x/bold", history);
        assertThat(bold).isEqualTo((10 * 0.7 + 2) / 30, within(1e-12));
        assertThat(wordOf("model:x/modest", history)).isEqualTo((10 * 0.7 + 18) / 30, within(1e-12));
        assertThat(wordOf("model:x/new", history)).isEqualTo(0.7, within(1e-12));
    }

    private @Nullable Double wordOf(String model, List<JudgedFix> history) throws IOException {
        CandidatePatch plain = patch(Tier.A, 0.6, "tota)", "total)");
        CandidatePatch told = new CandidatePatch(model, plain.description(), plain.edits(), Tier.A, 0.6, 0.9, "");
        return confidence(told, Scoring.healsTest(3), "RES.X", 0.3, new Known(history)).selfReported();
    }

    private static JudgedFix ofModel(String model, boolean right, int number) {
        return new JudgedFix("m" + number, "/p", "VAL.X", "VAL", model, 0.8, 0.8, right, right ? "approved" : "undone", Instant.EPOCH);
    }

    @Test
    void withoutHistoryItSaysSo() throws IOException {
        Confidence confidence = confidence(patch(Tier.A, 0.95, "tota)", "total)"), Scoring.runs(), "RES.NAME_ERROR", 0.2, FixOutcomes.NONE);
        assertThat(confidence.enoughHistory()).isFalse();
        assertThat(confidence.selfReported()).isNull();
        assertThat(confidence.why())
                .isEqualTo("no longer fails; no test says more; compiles, one line changed; not enough history of RES yet (0 of 30).");
    }

    @Test
    void whatHoldsItDownIsNamed() throws IOException {
        assertThat(confidence(patch(Tier.B, 0.97, "tota)", "total)"), Scoring.runs(), "RES.X", 0.1, FixOutcomes.NONE).why())
                .contains("held down because no test asks for it");
    }

    @Test
    void aFamilyWhoseFixesWereRejectedIsBelievedLess() throws IOException {
        List<JudgedFix> rejected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rejected.add(Scoring.judged(0.9, i % 4 == 0, i));
        }
        Confidence confidence = confidence(patch(Tier.A, 0.95, "tota)", "total)"), Scoring.healsTest(5), "RES.NAME_ERROR", 0.2, new Known(rejected));
        assertThat(confidence.raw()).isGreaterThan(0.9);
        assertThat(confidence.overall()).isLessThan(0.6);
        assertThat(confidence.enoughHistory()).isTrue();
        assertThat(confidence.why()).endsWith("calibrated by 40 own fixes of RES.");
    }

    @Test
    void signalsFollowTheirFormulae() throws IOException {
        Confidence c = confidence(patch(Tier.A, 0.95, "tota)", "total)"), Scoring.healsTest(10), "RES.NAME_ERROR", 0.25, FixOutcomes.NONE);
        assertThat(c.syntax()).isEqualTo(1.0);
        assertThat(c.difficulty()).isEqualTo(0.75);
        assertThat(c.semantic()).isEqualTo(1 - 0.6 * 0.4 * (1 - 0.4 * (1 - Math.exp(-1))) * 0.9, within(1e-12));
    }

    private double score(CandidatePatch patch, Evidence evidence, String code, double difficulty) throws IOException {
        return confidence(patch, evidence, code, difficulty, FixOutcomes.NONE).overall();
    }

    private Confidence confidence(CandidatePatch patch, Evidence evidence, String code, double difficulty, FixOutcomes outcomes) throws IOException {
        return new ConfidenceScorer(Priors.bundled(), outcomes).score(patch, evidence, Scoring.diagnosis(code, difficulty), Scoring.project(root, APP), List.of());
    }

    private static CandidatePatch patch(Tier tier, double prior, String old, String now) {
        return Scoring.patch("rule:example", tier, prior, APP, old, now);
    }

    /// Outcomes of one family.
    private record Known(List<JudgedFix> all) implements FixOutcomes {
        @Override
        public void judge(JudgedFix fix) {}

        @Override
        public List<JudgedFix> since(Instant from, String project, String clusterId) {
            return all;
        }

        @Override
        public List<JudgedFix> ofFamily(String family) {
            return all;
        }
    }
}
