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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What knowledge is worth: the same failures in other words, again and again, healed with and without memory in one run.
///
/// The stream is healed in slices, without, with, and with poisoned knowledge in turn, so that a busy machine slows all three alike.
/// The long form is {@code -Dbench.count=300 -Dbench.recurring=10}; {@code -Dbench.seed} and {@code -Dbench.families} choose other streams.
@Tag("bench")
class KnowledgeStreamTest {
    private static final int SEED = Integer.getInteger("bench.seed", 21);
    private static final int COUNT = Integer.getInteger("bench.count", 60);
    private static final int RECURRING = Integer.getInteger("bench.recurring", 6);
    private static final int STORY = Integer.getInteger("bench.story", 47);
    private static final int SLICE = 20;
    private static final String FAMILIES = System.getProperty("bench.families", "logic,bounds,operators,comparisons");
    private static final Duration BUDGET = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path scratch;

    @Test
    void whatWasLearntMakesRecurringFailuresCheapAndPoisonDoesNotHarm() throws IOException, InterruptedException {
        Path stream = stream("stream", COUNT, RECURRING);
        Path healthy = scratch.resolve("healthy.jsonl");
        Path poisoned = scratch.resolve("poisoned.jsonl");
        List<CaseResult> off = new ArrayList<>();
        List<CaseResult> on = new ArrayList<>();
        List<CaseResult> sick = new ArrayList<>();
        for (Path slice : slices(stream)) {
            off.addAll(heal(slice, false, Optional.empty()));
            on.addAll(heal(slice, true, Optional.of(healthy)));
            int poison = poison(healthy, poisoned);
            sick.addAll(heal(slice, true, Optional.of(poisoned)));
            System.out.printf("%d failures of %d kinds, seed %d%n", off.size(), RECURRING, SEED);
            tell("without knowledge", off);
            tell("with knowledge", on);
            tell(poison + " patterns poisoned", sick);
            tell("  fixed by both, without", fixedByBoth(off, on));
            tell("  fixed by both, with", fixedByBoth(on, off));
        }

        assertThat(mean(fixedByBoth(on, off), CaseResult::millis)).isLessThanOrEqualTo(0.4 * mean(fixedByBoth(off, on), CaseResult::millis));
        assertThat(mean(fixedByBoth(on, off), CaseResult::candidates)).isLessThanOrEqualTo(0.5 * mean(fixedByBoth(off, on), CaseResult::candidates));
        assertThat(correct(on)).isGreaterThanOrEqualTo(correct(off));
        assertThat(correct(sick)).isGreaterThanOrEqualTo(correct(off));
    }

    @Test
    void theSameErrorIsHealedTheSecondAndTheFortySeventhTimeByWhatTheFirstTaught() throws IOException, InterruptedException {
        List<CaseResult> story = heal(stream("story", STORY, 1), true, Optional.empty());

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

    /// The stream's cases in folders of a few each, in order.
    private List<Path> slices(Path stream) throws IOException {
        List<Path> slices = new ArrayList<>();
        try (Stream<Path> cases = Files.list(stream)) {
            for (Path one : cases.sorted().toList()) {
                if (slices.isEmpty() || count(slices.getLast()) == SLICE) {
                    slices.add(Files.createDirectory(scratch.resolve("slice" + slices.size())));
                }
                Files.move(one, slices.getLast().resolve(one.getFileName()));
            }
        }
        return slices;
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.count();
        }
    }

    private static List<CaseResult> heal(Path cases, boolean learns, Optional<Path> patterns) throws IOException {
        return new Bench(cases, BUDGET, learns, patterns).run(new Cancellation(), _ -> {}).results();
    }

    /// Makes every fifth pattern write nonsense where it used to write the fix.
    private static int poison(Path patterns, Path poisoned) throws IOException {
        List<String> lines = new ArrayList<>();
        int count = 0;
        for (String line : Files.readAllLines(patterns)) {
            JsonNode node = JSON.readTree(line);
            if (lines.size() % 5 == 0) {
                count++;
                node.path("edit_template").path("steps").forEach(step -> step.path("with").forEach(token -> ((ObjectNode) token).put("text", "None")));
            }
            lines.add(node.toString());
        }
        Files.write(poisoned, lines);
        return count;
    }

    private static void tell(String what, List<CaseResult> results) {
        System.out.printf("  %-24s correct %d of %d, candidates %.1f, attempts %.2f, time %.0f ms a failure, wrong promotions %d%n", what,
                correct(results), results.size(), mean(results, CaseResult::candidates), mean(results, CaseResult::attempts),
                mean(results, CaseResult::millis), results.stream().filter(CaseResult::wrongPromotion).count());
    }

    /// A failure that is never fixed has no time to a fix.
    private static List<CaseResult> fixedByBoth(List<CaseResult> some, List<CaseResult> others) {
        return IntStream.range(0, some.size()).filter(i -> some.get(i).reallyCorrect() && others.get(i).reallyCorrect()).mapToObj(some::get).toList();
    }

    private static long correct(List<CaseResult> results) {
        return results.stream().filter(CaseResult::reallyCorrect).count();
    }

    private static double mean(List<CaseResult> results, ToLongFunction<CaseResult> figure) {
        return results.stream().mapToLong(figure).average().orElse(0);
    }
}
