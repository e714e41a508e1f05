package dev.codeheals.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.heal.HealOrder.Promotion;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealResult.HealOutcome;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.score.JudgedFix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one heal teaches the next, with real projects, processes and files.
class LearningTest {
    private static final Command SCRIPT = Command.parse("python3 main.py");
    @TempDir
    Path folder;
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theSecondProjectHealsByThePatternOfTheFirst() throws IOException {
        assertHealed(bench.apply(bench.helperProject("one", "json.dumps(value)"), Workbench.TESTS), "rule:");
        bench.restart();
        Path two = bench.helperProject("two", "math.sqrt(value)");
        HealResult second = bench.apply(two, Workbench.TESTS);
        assertHealed(second, "pattern:");
        assertThat(second.modelCalls()).isZero();
        assertThat(second.candidatesTried()).isEqualTo(1);
        assertThat(Files.readString(two.resolve("helper.py"))).contains("import math\n");
    }

    @Test
    void aSharedPatternThatBringsMoreThanAFixDoesNotStandBeforeTheCleanOne() throws IOException {
        bench.application().patternExchange().importFrom(new BufferedReader(new StringReader("""
                {"v":1,"error_code":"RES.NAME_ERROR","cluster_id":"RES.NAME_ERROR:json","fix_description":"Import it","source":"search",\
                "first_success_at":"2026-01-01T00:00:00Z","last_success_at":"2026-10-01T00:00:00Z","tags":[],\
                "counts":{"elsewhere":{"successes":900,"failures":0,"confidence":900}},"fix_diff":"","edit_template":{"v":1,"description":"Import it",\
                "pins":{},"steps":[{"do":"rewrite","at":"failing","before":[],"find":[{"kind":"NAME","text":"json"}],"with":[{"kind":"NAME",\
                "text":"__import__","spaced":true},{"kind":"OPERATOR","text":"("},{"kind":"STRING","text":"'json'"},{"kind":"OPERATOR","text":")"}],\
                "after":[]}]}}
                """)));
        HealResult result = bench.heal(bench.helperProject("one", "json.dumps(value)"), Workbench.TESTS, Promotion.REVIEW);
        assertThat(bench.application().knowledge().find(1).orElseThrow().project()).isEmpty();
        assertThat(Objects.requireNonNull(result.best()).source()).startsWith("rule:");
        assertThat(result.envelopes().getFirst().reason()).contains("Nobody here has seen this shared pattern hold");
    }

    @Test
    void anUndoInBetweenDoesNotBuryThePattern() throws IOException {
        Path one = bench.helperProject("one", "json.dumps(value)");
        String before = Files.readString(one.resolve("helper.py"));
        assertHealed(bench.apply(one, Workbench.TESTS), "rule:");
        assertThat(bench.application().reviews().undo("").done()).isTrue();
        assertThat(Files.readString(one.resolve("helper.py"))).isEqualTo(before);
        assertHealed(bench.apply(bench.helperProject("two", "math.sqrt(value)"), Workbench.TESTS), "pattern:");
    }

    @Test
    void aPatternWithoutATestToProveItIsBelievedWhenARuleProposesTheSame() throws IOException {
        assertHealed(bench.apply(bench.project("one", Map.of("main.py", "def work(v):\n    return json.dumps(v)\n\n\nprint(work(4))\n")), SCRIPT), "rule:");
        HealResult second = bench.apply(bench.project("two", Map.of("main.py", "def go(v):\n    return math.sqrt(v)\n\n\nprint(go(4))\n")), SCRIPT);
        assertHealed(second, "pattern:");
    }

    @Test
    void autoModeDoesNotWriteAgainWhatAPersonTookBack() throws IOException {
        Path one = bench.helperProject("one", "json.dumps(value)");
        Assumptions.assumeTrue(bench.application().session(one).isolation().allowsAuto(), "auto mode needs a sandbox");
        assertHealed(bench.heal(one, Workbench.TESTS, Promotion.AUTO), "rule:");
        bench.application().reviews().undo("");
        HealResult again = bench.heal(one, Workbench.TESTS, Promotion.AUTO);
        assertThat(again.outcome()).isEqualTo(HealOutcome.PROPOSED);
        assertThat(Files.readString(one.resolve("helper.py"))).doesNotContain("import json");
    }

    @Test
    void aFixIsRightUntilItIsUndoneAndRightAgainWhenItIsDoneAgain() throws IOException {
        bench.apply(bench.helperProject("one", "json.dumps(value)"), Workbench.TESTS);
        assertThat(judged()).singleElement().satisfies(fix -> assertThat(fix.right()).isTrue());
        bench.application().reviews().undo("");
        assertThat(judged()).singleElement().satisfies(fix -> assertThat(fix).returns(false, JudgedFix::right).returns("undone", JudgedFix::why));
        bench.application().reviews().redo("");
        assertThat(judged()).singleElement().satisfies(fix -> assertThat(fix.right()).isTrue());
    }

    @Test
    void theSameMistakeInAnotherFileSaysNothingAboutTheFirstFixButAtTheSamePlaceItDoes() throws IOException {
        Path one = bench.helperProject("one", "json.dumps(value)");
        bench.apply(one, Workbench.TESTS);
        Files.writeString(one.resolve("other.py"), "def show(value):\n    return json.dumps(value)\n");
        Files.writeString(one.resolve("test_other.py"), """
                import unittest

                import other


                class OtherTest(unittest.TestCase):
                    def test_shows(self):
                        self.assertEqual(other.show([1]), "[1]")
                """);
        assertHealed(bench.apply(one, Workbench.TESTS), "pattern:");
        assertThat(judged()).hasSize(2).allMatch(JudgedFix::right);
        Files.writeString(one.resolve("helper.py"), Files.readString(one.resolve("helper.py")).replace("import json\n", ""));
        bench.heal(one, Workbench.TESTS, Promotion.REVIEW);
        assertThat(judged()).extracting(JudgedFix::why).containsExactlyInAnyOrder("applied", "failed again");
    }

    @Test
    void whatAPersonMadeOfAProposalIsWhatIsLearnt() throws IOException {
        Path one = bench.helperProject("one", "json.dumps(value)");
        String id = Objects.requireNonNull(bench.heal(one, Workbench.TESTS, Promotion.REVIEW).best()).envelopeId();
        String mine = Files.readString(one.resolve("helper.py")).replace("\n\n\ndef work", "\n\nimport json\n\n\ndef work")
                .replace("json.dumps(value)", "json.dumps(value, sort_keys=True)");
        assertThat(bench.application().reviews().approve(id, Map.of("helper.py", mine)).done()).isTrue();
        assertThat(Files.readString(one.resolve("helper.py"))).isEqualTo(mine);
        assertThat(bench.application().journal().find(id).orElseThrow().outcome()).isEqualTo(Outcome.PROMOTED);
        List<Long> learnt = bench.application().knowledge().patternsOf(id);
        assertThat(learnt).hasSize(1);
        assertThat(bench.application().knowledge().provenance(learnt.getFirst())).containsExactly(id);

        Path two = bench.helperProject("two", "[json.dumps(value)]");
        assertHealed(bench.apply(two, Workbench.TESTS), "pattern:");
        assertThat(Files.readString(two.resolve("helper.py"))).contains("import json\n", "[json.dumps(value, sort_keys=True)]");
    }

    private List<JudgedFix> judged() {
        return bench.application().outcomes().all();
    }

    private static void assertHealed(HealResult result, String source) {
        assertThat(result.outcome()).as(result.message()).isEqualTo(HealOutcome.HEALED);
        assertThat(Objects.requireNonNull(result.best())).extracting(Envelope::source).asString().startsWith(source);
    }
}
