package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void linesAreRedactedShortAndSingle() throws IOException {
        LogFile log = new LogFile(folder, Envelopes.CLOCK, line -> line.replace("s3cret", "[hidden]"));

        assertThat(log.write("failed", "key s3cret\nsecond" + "x".repeat(5000))).isTrue();

        assertThat(Files.readAllLines(folder.resolve("codeheals.log"))).singleElement().asString()
                .contains("failed: key [hidden] second").doesNotContain("s3cret").hasSizeLessThan(500);
    }

    @Test
    void neverGrowsBeyondThreeFiles() throws IOException {
        LogFile log = new LogFile(folder, Envelopes.CLOCK, line -> line, 1000);
        for (int i = 0; i < 200; i++) {
            log.write("event", "number " + i);
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.toFile().length())).hasSize(3).allMatch(size -> size < 1200);
        }
        assertThat(folder.resolve("codeheals.log")).content().contains("number 199");
    }

    @Test
    void aFolderThatTakesNoLogStopsNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(new LogFile(file, Envelopes.CLOCK, line -> line).write("event", "")).isFalse();
    }
}
