package dev.codeheals.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.bench.generator.BrokenProjects;
import dev.codeheals.engine.classify.ClusterRules;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Taxonomy;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.localize.FaultLocalizer;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.search.BlindMutation;
import dev.codeheals.engine.repair.search.SearchSource;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.ProcessRunner;
import dev.codeheals.engine.run.PythonFiles;
import dev.codeheals.engine.run.Sandbox;
import dev.codeheals.engine.run.SandboxProbe;
import dev.codeheals.engine.verify.PatchVerifier;
import dev.codeheals.engine.verify.Verdict;
import dev.codeheals.engine.verify.VerificationSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The search against blind mutation on wrong answers: same cases, same machine, same time. {@code -Dbench.seed}, {@code -Dbench.count} and
/// {@code -Dbench.seconds} choose others; {@code -Dbench.cases} names a folder of cases instead, such as {@code brokenlibraries/generate.py}
/// makes of Python's own library.
@Tag("bench")
class SearchRaceTest {
    private static final int SEED = Integer.getInteger("bench.seed", 11);
    private static final int COUNT = Integer.getInteger("bench.count", 40);
    private static final Duration BUDGET = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path scratch;

    private record Tally(int plausible, int correct) {
        Tally with(Optional<Boolean> first) {
            return new Tally(plausible + (first.isPresent() ? 1 : 0), correct + (first.orElse(false) ? 1 : 0));
        }
    }

    @Test
    void theFirstPatchOfTheSearchIsRightThreeTimesAsOftenAsThatOfBlindMutation() throws IOException, InterruptedException {
        Interpreter python = BrokenProjects.python(scratch);
        PythonFiles files = PythonFiles.below(scratch);
        Sandbox sandbox = new SandboxProbe(System.getenv(), files).best().sandbox();
        ReBanker reBanker = new ReBanker(Taxonomy.builtIn(), ClusterRules.NONE);
        PatchVerifier verifier = new PatchVerifier(reBanker, new ProcessRunner(System.getenv()), scratch.resolve("copies"), 2);
        Tally directed = new Tally(0, 0);
        Tally blind = new Tally(0, 0);
        int cases = 0;
        for (Path bench : cases(python)) {
            try (VerificationSession session = verifier.open(bench.resolve("project"), new Command(words(bench, "command")), python,
                    Limits.STANDARD.withWallTime(Duration.ofSeconds(20)), sandbox, new Cancellation())) {
                Optional<Failure> failure = session.baseline().failures().stream().findFirst();
                if (failure.isEmpty() || !reBanker.classify(failure.get(), session.paths()).diagnosis().exceptionType().endsWith("AssertionError")) {
                    continue;
                }
                cases++;
                blind = blind.with(first(new BlindMutation(SEED), session, failure.get(), reBanker, python, bench));
                directed = directed.with(first(new SearchSource(), session, failure.get(), reBanker, python, bench));
            }
        }
        System.out.printf("wrong answers: %d cases, %d s each%n  search: %d plausible, %d right first time%n  blind:  %d plausible, %d right first time%n",
                cases, BUDGET.toSeconds(), directed.plausible(), directed.correct(), blind.plausible(), blind.correct());
        assertThat(directed.correct()).isGreaterThanOrEqualTo(3 * blind.correct());
    }

    private List<Path> cases(Interpreter python) throws IOException, InterruptedException {
        String given = System.getProperty("bench.cases");
        if (given == null) {
            return BrokenProjects.generate(python, scratch.resolve("cases"), SEED, COUNT, "--family", "logic,bounds,operators,comparisons");
        }
        try (Stream<Path> folders = Files.list(Path.of(given))) {
            return folders.filter(folder -> Files.exists(folder.resolve("case.json"))).sorted().limit(COUNT).toList();
        }
    }

    private static List<String> words(Path bench, String field) throws IOException {
        List<String> words = new ArrayList<>();
        JSON.readTree(bench.resolve("case.json").toFile()).path(field).forEach(word -> words.add(word.asText()));
        return words;
    }

    /// Whether the first verified patch is really right; empty if none was found in time.
    private Optional<Boolean> first(PatchSource.Search source, VerificationSession session, Failure failure, ReBanker reBanker, Interpreter python,
                                    Path bench) throws IOException, InterruptedException {
        SealedDiagnosis sealed = reBanker.classify(failure, session.paths());
        long until = System.nanoTime() + BUDGET.toNanos();
        RuntimeFacts facts = session.facts().about(sealed.diagnosis());
        RepairRequest request = new RepairRequest(sealed, failure, List.of(), session.project(),
                FaultLocalizer.rank(failure, sealed.diagnosis(), facts, session.project()), facts, python, Command.of("python3"), HealContexts.NONE,
                List.of(), new Cancellation());
        try (Stream<VerificationSession.Screened> screened = session.screen(source.candidates(request), sealed)) {
            Iterator<VerificationSession.Screened> results = screened.iterator();
            while (System.nanoTime() < until && results.hasNext()) {
                VerificationSession.Screened next = results.next();
                if (next.verdict().filter(Verdict.Plausible.class::isInstance).isPresent()) {
                    return Optional.of(right(next.candidate(), bench, python));
                }
            }
        }
        return Optional.empty();
    }

    private boolean right(CandidatePatch patch, Path bench, Interpreter python) throws IOException, InterruptedException {
        Path healed = scratch.resolve("healed");
        FolderCopy.delete(healed);
        FolderCopy.of(bench.resolve("project"), healed, healed);
        FolderCopy.apply(patch.edits(), healed);
        FolderCopy.over(bench.resolve("hidden"), healed);
        List<String> words = new ArrayList<>(List.of(python.executable().toString(), "-B"));
        List<String> check = words(bench, "hidden");
        words.addAll(check.isEmpty() ? List.of("-m", "unittest", "hidden_test") : check.subList(1, check.size()));
        return BrokenProjects.run(words, healed) == 0;
    }
}
