package dev.codeheals.engine.repair.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Code without secrets must reach the model as it is: the standard library of Python is such code.
class FalseMaskingTest {
    private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\s\\w]");
    private static final int FILES = 1000;

    @Test
    @Tag("proof")
    void atMostOneTokenInAHundredOfCleanCodeIsMasked() throws IOException {
        Redaction redaction = new Redaction(KnownSecrets.NONE, Path.of("/srv/shop"));
        long tokens = 0;
        long masked = 0;
        for (Path file : library()) {
            String code;
            try {
                code = Files.readString(file);
            } catch (MalformedInputException _) {
                continue;
            }
            String seen = redaction.maskCode(code);
            tokens += TOKEN.matcher(code).results().count();
            masked += Math.max(0, TOKEN.matcher(code).results().count() - TOKEN.matcher(seen.replaceAll("CODEHEALS_\\w+", " ")).results().count());
        }
        System.out.printf("%d of %d tokens of clean code masked: %.3f %%%n", masked, tokens, masked * 100.0 / tokens);
        assertThat(tokens).isGreaterThan(100_000);
        assertThat(masked * 100.0 / tokens).as("percent of %d tokens masked", tokens).isLessThanOrEqualTo(1.0);
    }

    private static List<Path> library() throws IOException {
        List<Path> homes;
        try (Stream<Path> found = Stream.of("/usr/lib", "/usr/local/lib").map(Path::of).filter(Files::isDirectory).flatMap(FalseMaskingTest::children)) {
            homes = found.filter(path -> path.getFileName().toString().matches("python3\\.\\d+") && Files.exists(path.resolve("json/decoder.py"))).toList();
        }
        Assumptions.assumeFalse(homes.isEmpty(), "no Python library to read");
        try (Stream<Path> all = Files.walk(homes.getFirst())) {
            return all.filter(path -> path.toString().endsWith(".py") && !path.toString().contains("-packages")).sorted().limit(FILES).toList();
        }
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
