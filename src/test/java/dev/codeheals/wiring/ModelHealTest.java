package dev.codeheals.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.heal.HealBudget;
import dev.codeheals.engine.heal.HealOrder.Promotion;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealResult.HealOutcome;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.engine.repair.model.ModelBudget;
import dev.codeheals.engine.run.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Heals with a model from the failing command to the written fix, against a scripted server on loopback.
class ModelHealTest {
    private static final HealSettings BRIEF = new HealSettings(new HealBudget(Duration.ofMinutes(3), Duration.ofSeconds(2), 24, 12, 4),
            HealSettings.GOOD_ENOUGH, Promotion.APPLY);
    private static final BeyondRules ROMAN = BeyondRules.ALL.get(2);
    private static final String UNHELPFUL = "{\"fix_description\":\"Nothing\",\"edits\":[]}";

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
    void theModelHealsWhatRulesCannotAndTheSameErrorInAnotherFileHealsByPatternWithoutACall() throws IOException {
        String broken = "import json\n\n\ndef load(text):\n    return json.loads(text)\n";
        String fixed = broken.replace("json.loads(text)", "json.loads(text.replace(\"'\", '\"'))");
        try (AnsweringServer server = AnsweringServer.answering(_ -> AnsweringServer.fix("Take single quotes for double ones", "config.py", broken, fixed))) {
            bench.application().model().choose(server.choice());
            BeyondRules config = new BeyondRules("config", broken, fixed, "config.load(\"{'a': 1}\")", "{'a': 1}");
            HealResult first = bench.apply(bench.project("one", config.files()), BRIEF);
            assertHealed(first, "model:compatible/scripted");
            assertThat(first.modelCalls()).isEqualTo(1);
            BeyondRules orders = new BeyondRules("orders", """
                    import json


                    def names(lines):
                        found = []
                        for line in lines:
                            order = json.loads(line)
                            found.append(order["name"])
                        return found
                    """, "", "orders.names([\"{'name': 'Ada'}\"])", "['Ada']");
            HealResult second = bench.apply(bench.project("two", orders.files()), BRIEF);
            assertHealed(second, "pattern:");
            assertThat(second.modelCalls()).isZero();
            assertThat(server.prompts()).hasSize(1);
        }
    }

    @Test
    void textWaitsAndBreakerChangesAreHeardDuringTheHeal() throws IOException {
        try (AnsweringServer server = AnsweringServer.answering(new Script(UNHELPFUL, UNHELPFUL, ROMAN.reply())::next)) {
            bench.application().model().choose(server.choice());
            HealResult result = bench.apply(bench.project("one", ROMAN.files()), BRIEF);
            assertHealed(result, "model:");
            assertThat(result.modelCalls()).isEqualTo(3);
            assertThat(said()).contains(ROMAN.reply());
            assertThat(bench.events()).filteredOn(HealingEvent.Waiting.class::isInstance).extracting(e -> ((HealingEvent.Waiting) e).millis())
                    .satisfiesExactly(first -> assertThat(first).isBetween(400L, 600L), second -> assertThat(second).isBetween(800L, 1200L));
        }
    }

    @Test
    void aServerThatAlwaysFailsIsAskedWithinTheBudgetUntilTheBreakerOpens() throws IOException {
        try (AnsweringServer server = AnsweringServer.failing(400)) {
            bench.application().model().choose(server.choice());
            Path project = bench.project("one", Map.of("stats.py", "def median(values):\n    raise NotImplementedError\n", "test_stats.py",
                    BeyondRules.ALL.get(1).files().get("test_stats.py")));
            int heals = 0;
            while (bench.application().session(project).breaker().state() == BreakerState.CLOSED && heals < 20) {
                int before = server.prompts().size();
                assertThat(bench.apply(project, BRIEF).outcome()).isEqualTo(HealOutcome.NOT_HEALED);
                assertThat(server.prompts().size() - before).isLessThanOrEqualTo(ModelBudget.DEFAULT.requests());
                heals++;
            }
            assertThat(bench.application().session(project).breaker().state()).isEqualTo(BreakerState.OPEN);
            assertThat(bench.events()).anyMatch(e -> e instanceof HealingEvent.BreakerChanged changed && changed.to() == BreakerState.OPEN);
            int asked = server.prompts().size();
            assertThat(bench.apply(project, BRIEF).outcome()).isEqualTo(HealOutcome.BLOCKED);
            assertThat(server.prompts()).hasSize(asked);
        }
    }

    @Test
    void theExactTextCanBeReadBeforeItIsSent() throws IOException {
        Path project = bench.project("one", ROMAN.files());
        Files.writeString(project.resolve(".env"), "SERVICE_PASSWORD=correct-horse-battery\n");
        Files.writeString(project.resolve("roman.py"), "# correct-horse-battery\n" + ROMAN.broken());
        ProjectSession session = bench.application().session(project);
        session.update(session.settings().withTrusted(true));
        String preview = session.modelPreview(Workbench.TESTS, Cancellation.none()).orElseThrow();
        assertThat(preview).contains("[system]", "[user]", "roman.py", "def number").doesNotContain("correct-horse-battery", folder.toString());
        assertThat(bench.application().model().bytesSent()).isZero();
    }

    @Test
    void aRequestThatWasNotSentIsExplained() throws IOException {
        try (AnsweringServer server = AnsweringServer.failing(500)) {
            bench.application().model().choose(server.choice());
            bench.application().model().cut();
            HealResult result = bench.apply(bench.project("one", ROMAN.files()), BRIEF);
            assertThat(result.message()).contains("The model was not asked:");
            assertThat(result.modelCalls()).isZero();
            assertThat(server.prompts()).isEmpty();
        }
    }

    @Test
    void whatModelsCostIsRememberedOverARestart() throws IOException {
        try (AnsweringServer server = AnsweringServer.answering(_ -> ROMAN.reply())) {
            bench.application().model().choose(server.choice());
            bench.apply(bench.project("one", ROMAN.files()), BRIEF);
            long sent = bench.application().model().bytesSent();
            assertThat(sent).isGreaterThan(1000);
            assertThat(bench.application().model().requestsThisHour()).isEqualTo(1);
            bench.restart();
            assertThat(bench.application().model().requestsThisHour()).isEqualTo(1);
            assertThat(bench.application().model().bytesSent()).isZero();
        }
    }

    @ParameterizedTest
    @FieldSource("dev.codeheals.wiring.BeyondRules#ALL")
    @Tag("proof")
    void everyProjectIsHealedAndPromotedByAServerThatAnswersWell(BeyondRules project) throws IOException {
        try (AnsweringServer server = AnsweringServer.answering(_ -> project.reply())) {
            bench.application().model().choose(server.choice());
            Path root = bench.project(project.module(), project.files());
            HealResult result = bench.apply(root, BRIEF);
            assertThat(result.outcome()).as(result.message()).isEqualTo(HealOutcome.HEALED);
            assertThat(result.modelCalls()).isLessThanOrEqualTo(1);
        }
    }

    private String said() {
        return bench.events().stream().filter(HealingEvent.ModelText.class::isInstance).map(e -> ((HealingEvent.ModelText) e).piece())
                .collect(Collectors.joining());
    }

    private static void assertHealed(HealResult result, String source) {
        assertThat(result.outcome()).as(result.message()).isEqualTo(HealOutcome.HEALED);
        assertThat(Objects.requireNonNull(result.best()).source()).startsWith(source);
    }

    /// Replies in order, the last one for ever.
    private static final class Script {
        private final String[] replies;
        private int given;

        Script(String... replies) {
            this.replies = replies;
        }

        synchronized String next(String prompt) {
            return replies[Math.min(given++, replies.length - 1)];
        }
    }
}
