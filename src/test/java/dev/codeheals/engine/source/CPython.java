package dev.codeheals.engine.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A real interpreter and its standard library, where this machine has one.
record CPython(String executable, Path library, int minor) {

    /// The interpreter named by the system property {@code python}, else the first on the path; the test is skipped where there is none.
    static CPython found() {
        Optional<CPython> found = Stream.of(System.getProperty("python", "python3"), "python").map(CPython::ask).flatMap(Optional::stream)
                .findFirst();
        assumeTrue(found.isPresent(), "needs a python3 of at least 3.10 on the PATH, older ones give no positions for imported names");
        return found.orElseThrow();
    }

    private static Optional<CPython> ask(String executable) {
        String question = "import sys, sysconfig; print(sys.version_info[0], sys.version_info[1], sysconfig.get_path('stdlib'))";
        try {
            Process process = new ProcessBuilder(executable, "-c", question).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String[] answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split(" ", 3);
            boolean usable = answer.length == 3 && answer[0].equals("3") && Integer.parseInt(answer[1]) >= 10;
            return usable ? Optional.of(new CPython(executable, Path.of(answer[2]), Integer.parseInt(answer[1]))) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /// The Python files of the library, in a fixed order; files meant to be wrong and Python 2 samples left out.
    List<Path> files() {
        try (Stream<Path> all = Files.walk(library)) {
            return all.filter(p -> p.toString().endsWith(".py")).filter(p -> !p.toString().matches(".*[/\\\\](bad_|badsyntax|lib2to3|test_lib2to3).*"))
                    .sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Every n-th file, so that about as many remain as wanted.
    List<Path> sample(int wanted) {
        List<Path> all = files();
        int step = Math.max(1, all.size() / wanted);
        List<Path> sample = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            sample.add(all.get(i));
        }
        return sample;
    }

    /// The text of a file in UTF-8; empty for other encodings.
    static Optional<String> text(Path file) {
        try {
            String text = Files.readString(file);
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (MalformedInputException otherEncoding) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Runs a script of the test resources on the files; its lines go to the reader.
    void run(String script, List<Path> files, Consumer<BufferedReader> reader) throws IOException, InterruptedException {
        Path code = Path.of("src", "test", "resources", "python", script);
        Process process = new ProcessBuilder(executable, "-X", "utf8", code.toString()).redirectError(new File("/dev/stderr").exists()
                ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD).start();
        Thread feeder = Thread.ofVirtual().start(() -> feed(process, files));
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            reader.accept(lines);
        }
        feeder.join();
        process.waitFor();
    }

    private static void feed(Process process, List<Path> files) {
        try (Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
            for (Path file : files) {
                writer.write(file + "\n");
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
