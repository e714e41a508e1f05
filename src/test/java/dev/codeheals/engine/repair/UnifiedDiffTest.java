package dev.codeheals.engine.repair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.run.Machine;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnifiedDiffTest {
    @TempDir
    Path folder;

    record Change(String what, String file, @Nullable String before, String after) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Change> changes() {
        String many = "line\n".repeat(40);
        return Stream.of(new Change("one line", "a.py", "x\n", "y\n"), new Change("a new file", "pkg/new.py", null, "x = 1\ny = 2\n"),
                new Change("a new file without a last line feed", "new.py", null, "x = 1"), new Change("a new empty file", "pkg/__init__.py", null, ""),
                new Change("no last line feed before", "a.py", "x", "x\ny\n"), new Change("no last line feed after", "a.py", "x\n", "x\ny"),
                new Change("no last line feed at all", "a.py", "x\ny", "x\nz"), new Change("windows line ends", "a.py", "x\r\ny\r\n", "x\r\nz\r\n"),
                new Change("mixed line ends", "a.py", "x\r\ny\nz\r", "x\r\nw\nz\r"), new Change("two hunks", "a.py", many, "first\n" + many + "last\n"),
                new Change("a byte-order mark", "a.py", "\uFEFFx\ny\n", "\uFEFFz\ny\n"), new Change("a name with blanks", "my app.py", "x\n", "y\n"),
                new Change("letters beyond ASCII", "é.py", "s = 'ä'\n", "s = 'ö'\n"), new Change("a tab and a form feed", "a.py", "\tx\f\n", "\ty\f\n"),
                new Change("a NUL", "a.py", "x\u0000\ny\n", "x\u0000\nz\n"), new Change("an emptied file", "a.py", "x\n", ""),
                new Change("lines like markers", "a.py", "--- x\n+++ y\n@@\n", "--- x\n+++ z\n@@\n"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void gitAppliesIt(Change change) throws IOException, InterruptedException {
        assumeTrue(Machine.has("git"), "git is not installed");
        assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(change.file()), "the locale has no such names");
        byte[] before = change.before() == null ? null : change.before().getBytes(UTF_8);
        byte[] after = change.after().getBytes(UTF_8);
        Path file = folder.resolve(change.file());
        if (before != null) {
            Files.write(file, before);
        }
        Path patch = Files.writeString(folder.resolve("fix.patch"), UnifiedDiff.of(List.of(new FileChange(change.file(), before, after))));

        int exit = git("apply", "--whitespace=nowarn", patch.toString());

        assertThat(exit).as(Files.readString(patch)).isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(after);
    }

    @Test
    void whatIsTheSameHasNoDiff() {
        assertThat(UnifiedDiff.of(List.of(new FileChange("a.py", "x\n".getBytes(UTF_8), "x\n".getBytes(UTF_8))))).isEmpty();
    }

    private int git(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
