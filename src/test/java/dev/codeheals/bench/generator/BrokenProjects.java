package dev.codeheals.bench.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Interpreters;
import dev.codeheals.engine.run.PythonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The seeded generator of broken projects, run by this machine's Python.
public final class BrokenProjects {
    private static final Path PROGRAM = Path.of("src/test/python/brokenprojects/generate.py");

    private BrokenProjects() {}

    /// The Python that generates and heals; the test is skipped where there is none.
    public static Interpreter python(Path scratch) throws IOException {
        Optional<Interpreter> found = new Interpreters(System.getenv(), PythonFiles.below(scratch)).find(scratch, Optional.empty(), false);
        assumeTrue(found.filter(Interpreters::canHeal).isPresent(), "needs Python 3.9 or newer");
        return found.orElseThrow();
    }

    /// Writes cases and lists their folders by name.
    ///
    /// @param options further words for the generator
    public static List<Path> generate(Interpreter python, Path folder, int seed, int count, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(python.executable().toString(), PROGRAM.toAbsolutePath().toString(), folder.toString(),
                "--seed", Integer.toString(seed), "--count", Integer.toString(count)));
        words.addAll(List.of(options));
        assertThat(run(words, Path.of("."))).isZero();
        try (Stream<Path> cases = Files.list(folder)) {
            return cases.sorted().toList();
        }
    }

    /// The exit code of a command.
    public static int run(List<String> words, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(30, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
