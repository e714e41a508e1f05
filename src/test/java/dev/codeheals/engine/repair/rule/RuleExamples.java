package dev.codeheals.engine.repair.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.ClusterRules;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Taxonomy;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.engine.localize.FactsReader;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Runs a rule on real broken programs: the program must fail, the rule's first candidate must make it pass.
///
/// A program is the text of {@code main.py}; lines {@code #--- path/of/file.py} begin further files.
final class RuleExamples {
    private static final ReBanker RE_BANKER = new ReBanker(Taxonomy.builtIn(), ClusterRules.NONE);

    private final RuleBook book;
    private Set<String> distributions = Set.of();
    private Charset encoding = StandardCharsets.UTF_8;

    private RuleExamples(List<RepairRule> rules) {
        book = new RuleBook(rules, crash -> {
            throw new AssertionError(crash.toString());
        });
    }

    static RuleExamples of(RepairRule... rules) {
        return new RuleExamples(List.of(rules));
    }

    /// For programs that only fail from Python 3.x on.
    RuleExamples fromPython(int minor) {
        Assumptions.assumeTrue(python().interpreter().minor() >= minor, "works before Python 3." + minor);
        return this;
    }

    /// For programs that only fail before Python 3.x.
    RuleExamples beforePython(int minor) {
        Assumptions.assumeTrue(python().interpreter().minor() < minor, "works from Python 3." + minor + " on");
        return this;
    }

    /// Top-level names the interpreter is to have beside the standard library.
    RuleExamples withDistributions(String... names) {
        distributions = Set.of(names);
        return this;
    }

    /// For programs whose files are not written in UTF-8.
    RuleExamples writtenIn(Charset charset) {
        encoding = charset;
        return this;
    }

    /// The program fails, the first candidate makes it pass, and the changed text holds every expected fragment.
    void heals(String program, String... expected) {
        Map<String, String> files = files(program);
        Broken broken = broken(files);
        List<CandidatePatch> candidates = book.candidates(broken.request()).toList();
        assertThat(candidates).as("candidates for: " + broken.output()).isNotEmpty();
        CandidatePatch first = candidates.getFirst();
        assertLinked(broken);
        Map<String, String> healed = apply(files, first);
        PythonRunner.Outcome after = python().run(write(healed), "main.py");
        assertThat(after.code()).as(first.description() + "\n" + healed + "\n" + after.output()).isZero();
        assertThat(String.join("\n", healed.values())).contains(expected);
    }

    /// The program fails, and the rule has nothing to propose.
    void leavesAlone(String program) {
        Broken broken = broken(files(program));
        assertThat(book.candidates(broken.request()).map(CandidatePatch::description).toList()).as(broken.output()).isEmpty();
    }

    /// The program fails, and the rule gives advice that holds the words.
    void advises(String program, String words) {
        Broken broken = broken(files(program));
        assertLinked(broken);
        assertThat(book.suggestions(broken.request())).as(broken.output()).anySatisfy(s -> assertThat(s.text() + " " + s.action()).contains(words));
    }

    /// The rules themselves say which failures they answer; the classifier must agree.
    private void assertLinked(Broken broken) {
        String code = broken.request().sealed().diagnosis().errorCode();
        assertThat(book.answering(code)).as("rules that answer " + code).isNotEmpty();
    }

    /// Candidates for a program, best first.
    List<CandidatePatch> candidates(String program) {
        return book.candidates(broken(files(program)).request()).toList();
    }

    /// Every candidate with what came of it: {@code PASS+} where the program passes and holds the words, {@code PASS}, or {@code FAIL}.
    List<String> tryAll(String program, String words) {
        Map<String, String> files = files(program);
        return book.candidates(broken(files).request()).map(patch -> {
            Map<String, String> healed = apply(files, patch);
            boolean passes = python().run(write(healed), "main.py").code() == 0;
            String outcome = !passes ? "FAIL" : String.join("\n", healed.values()).contains(words) ? "PASS+" : "PASS";
            return outcome + " " + String.format(Locale.ROOT, "%.2f", patch.prior()) + " " + patch.source() + " " + patch.description();
        }).toList();
    }

    /// What the rules are asked about a broken program.
    static RepairRequest request(String program) {
        return of().broken(files(program)).request();
    }

    private record Broken(RepairRequest request, String output) {}

    private static PythonRunner python() {
        Assumptions.assumeTrue(PythonRunner.shared().isPresent(), "no python3 of 3.9 or later that can fork is on the path");
        return PythonRunner.shared().orElseThrow();
    }

    private Broken broken(Map<String, String> files) {
        Path folder = write(files);
        PythonRunner.Outcome outcome = python().run(folder, "main.py");
        assertThat(outcome.code()).as("the program must fail: " + outcome.output()).isNotZero();
        List<Failure> found = FailureScanner.scan(outcome.output());
        // A warning may stand before the exception that ended the program.
        Failure failure = found.stream().filter(f -> f.kind() != Failure.Kind.WARNING).findFirst().orElse(found.getFirst());
        return new Broken(request(folder, failure, outcome.facts()), outcome.output());
    }

    private RepairRequest request(Path folder, Failure failure, String seen) {
        Interpreter base = python().interpreter();
        Interpreter interpreter = new Interpreter(base.executable(), base.major(), base.minor(), base.version(), base.stdlib(), distributions, false);
        SealedDiagnosis diagnosis = RE_BANKER.classify(failure, ProjectPaths.of(folder));
        RuntimeFacts facts = FactsReader.read(seen, "main.py").about(diagnosis.diagnosis());
        try {
            return new RepairRequest(diagnosis, failure, List.of(), ProjectSnapshot.of(folder), List.of(), facts, interpreter,
                    Command.of("python3", "main.py"), HealContexts.NONE, List.of(), Cancellation.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> files(String program) {
        Map<String, String> files = new LinkedHashMap<>();
        String name = "main.py";
        StringBuilder text = new StringBuilder();
        for (String line : program.split("(?<=\n)", -1)) {
            if (line.startsWith("#--- ")) {
                files.put(name, text.toString());
                name = line.substring(5).strip();
                text.setLength(0);
            } else {
                text.append(line);
            }
        }
        files.put(name, text.toString());
        return files;
    }

    private static Map<String, String> apply(Map<String, String> files, CandidatePatch patch) {
        Map<String, String> healed = new LinkedHashMap<>(files);
        for (FileEdit edit : patch.edits()) {
            healed.put(edit.file(), edit.applyTo(healed.getOrDefault(edit.file(), "")));
        }
        return healed;
    }

    private Path write(Map<String, String> files) {
        try {
            Path folder = Files.createTempDirectory("rule");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue(), encoding);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
