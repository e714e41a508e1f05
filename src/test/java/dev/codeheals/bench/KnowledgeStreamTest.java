package dev.codeheals.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.bench.generator.BrokenProjects;
import dev.codeheals.engine.run.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What knowledge is worth: the same failures in other words, again and again, healed with and without memory in one run.
/// {@code -Dbench.seed}, {@code -Dbench.count} and {@code -Dbench.recurring} choose other streams.
@Tag("bench")
class KnowledgeStreamTest {
    private static final int SEED = Integer.getInteger("bench.seed", 21);
    private static final int COUNT = Integer.getInteger("bench.count", 300);
    private static final int RECURRING = Integer.getInteger("bench.recurring", 10);
    private static final int STORY = Integer.getInteger("bench.story", 47);
    private static final String FAMILIES = "logic,bounds,operators,comparisons";
    private static final Duration BUDGET = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path scratch;

    @Test
    void whatWasLearntMakesRecurringFailuresCheapAndPoisonDoesNotHarm() throws IOException, InterruptedException {
        Path stream = stream("stream", COUNT, RECURRING);
        Path patterns = scratch.resolve("patterns.jsonl");

        BenchReport off = heal(stream, false, Optional.empty());
        BenchReport on = heal(stream, true, Optional.of(patterns));
        int poisoned = poison(patterns);
        BenchReport sick = heal(stream, true, Optional.of(patterns));

        System.out.printf("%d failures of %d kinds, seed %d%n", off.results().size(), RECURRING, SEED);
        tell("without knowledge", off);
        tell("with knowledge", on);
        tell(poisoned + " patterns poisoned", sick);
        assertThat(mean(on, CaseResult::millis)).isLessThanOrEqualTo(0.4 * mean(off, CaseResult::millis));
        assertThat(mean(on, CaseResult::candidates)).isLessThanOrEqualTo(0.5 * mean(off, CaseResult::candidates));
        assertThat(on.all().correct()).isGreaterThanOrEqualTo(off.all().correct());
        assertThat(sick.all().correct()).isGreaterThanOrEqualTo(off.all().correct());
    }

    @Test
    void theSameErrorIsHealedTheSecondAndTheFortySeventhTimeByWhatTheFirstTaught() throws IOException, InterruptedException {
        List<CaseResult> story = heal(stream("story", STORY, 1), true, Optional.empty()).results();

        System.out.println("time   source          tried  attempts  model calls  confidence      ms  correct");
        for (int time : List.of(1, 2, 3, 10, story.size())) {
            CaseResult one = story.get(Math.min(time, story.size()) - 1);
            System.out.printf("%4d   %-14s %6d %9d %12d %11.2f %7d  %s%n", time, one.steps().isEmpty() ? "-" : one.steps().getFirst().source(), one.candidates(),
                    one.attempts(), one.modelCalls(), one.confidence(), one.millis(), one.reallyCorrect());
        }
        CaseResult first = story.getFirst();
        CaseResult last = story.getLast();
        assertThat(story).allMatch(CaseResult::reallyCorrect).allMatch(one -> one.modelCalls() == 0);
        assertThat(last.candidates()).isLessThan(first.candidates());
        assertThat(last.steps().getFirst().source()).startsWith("pattern:");
    }

    private Path stream(String name, int count, int recurring) throws IOException, InterruptedException {
        Path folder = scratch.resolve(name);
        List<Path> cases = BrokenProjects.generate(BrokenProjects.python(scratch), folder, SEED, count, "--recurring", Integer.toString(recurring),
                "--family", FAMILIES);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(count * 3 / 4);
        return folder;
    }

    private static BenchReport heal(Path cases, boolean learns, Optional<Path> patterns) throws IOException {
        return new Bench(cases, BUDGET, learns, patterns).run(new Cancellation(), _ -> {});
    }

    /// Makes every fifth pattern write nonsense where it used to write the fix.
    private static int poison(Path patterns) throws IOException {
        List<String> lines = new ArrayList<>();
        int poisoned = 0;
        for (String line : Files.readAllLines(patterns)) {
            JsonNode node = JSON.readTree(line);
            if (lines.size() % 5 == 0) {
                poisoned++;
                node.path("edit_template").path("steps").forEach(step -> step.path("with").forEach(token -> ((ObjectNode) token).put("text", "None")));
            }
            lines.add(node.toString());
        }
        Files.write(patterns, lines);
        return poisoned;
    }

    private static void tell(String what, BenchReport report) {
        System.out.printf("  %-24s correct %d of %d, candidates %.1f, attempts %.2f, time %.0f ms a failure, wrong promotions %d%n", what, report.all().correct(),
                report.all().cases(), mean(report, CaseResult::candidates), mean(report, CaseResult::attempts), mean(report, CaseResult::millis),
                report.all().wrong());
    }

    private static double mean(BenchReport report, ToLongFunction<CaseResult> figure) {
        return report.results().stream().mapToLong(figure).average().orElse(0);
    }
}
