package dev.codeheals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.SqliteJournal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineRunTest {
    @TempDir
    Path folder;

    private record Ran(int exit, String out, String err) {}

    private static Ran run(String... arguments) {
        return run(false, arguments);
    }

    private static Ran run(boolean terminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), terminal, terminal);
        int exit = CommandLineRun.run(List.of(arguments), console);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "classify", "heal", "watch", "review", "undo", "redo", "patterns", "breaker", "report", "serve", "bench", "doctor", "completion"})
    void everyCommandExplainsItselfWithAnExample(String command) {
        Ran help = run(command, "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("Usage: codeheals " + command).containsPattern("Examples?:").contains("  codeheals " + command);
    }

    @ParameterizedTest
    @CsvSource({"report --format odt", "report --since yesterday", "serve --port 70000", "heal .", "watch .", "nonsense", "report --nonsense", "completion tcsh"})
    void aFaultyCommandLineExitsWithTwoAndSaysWhyInOneLine(String line) {
        Ran ran = run(line.split(" "));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("codeheals: ").contains("Usage: codeheals");
    }

    @Test
    void classifyReadsTheSameCommandLinesInShortAsInLong() throws IOException {
        Files.writeString(folder.resolve("run.log"), "Traceback (most recent call last):\n  File \"shop.py\", line 2, in <module>\nKeyError: 'total'\n");
        String log = folder.resolve("run.log").toString();
        for (List<String> line : List.of(List.of(log), List.of("--json", log), List.of(log, "--project", folder.toString(), "--json"))) {
            List<String> withData = Stream.of(List.of("classify"), line, List.of("--data", folder.toString())).flatMap(List::stream).toList();
            // Joined by an equals sign the option is one that only the parser knows.
            List<String> joined = Stream.of(List.of("classify"), line, List.of("--data=" + folder)).flatMap(List::stream).toList();
            assertThat(run(withData.toArray(String[]::new))).isEqualTo(run(joined.toArray(String[]::new))).extracting(Ran::exit).isEqualTo(0);
        }
        assertThat(run("classify", "--nonsense").exit()).isEqualTo(2);
        assertThat(run("classify", log, "second").err()).contains("Usage: codeheals classify");
        assertThat(run("classify", folder.resolve("none.log").toString()).err()).startsWith("codeheals: There is no file").hasLineCount(1);
    }

    @Test
    void aReportGoesToStandardOutputAlone() throws IOException {
        seed();
        Ran ran = run("report", "--data", folder.toString(), "--format", "json");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("{").contains("\"success_rate\"");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void theFormatOfAReportFollowsItsName() throws IOException {
        seed();
        Path file = folder.resolve("month.html");
        Ran ran = run("report", "--data", folder.toString(), "--since", "30d", "-o", file.toString());
        assertThat(ran.exit()).isZero();
        assertThat(file).content().startsWith("<!DOCTYPE html>");
        assertThat(ran.err()).contains("written to " + file);
    }

    @Test
    void aReportThatCannotBeWrittenIsSaidInOneLine() throws IOException {
        seed();
        Ran ran = run("report", "--data", folder.toString(), "-o", folder.resolve("missing/report.md").toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).startsWith("codeheals: The report could not be written: There is no folder").hasLineCount(1);
    }

    private void seed() throws IOException {
        Files.createDirectories(folder);
        try (Database database = Database.open(folder, InstantSource.system())) {
            new SqliteJournal(database, InstantSource.system()).append(Envelopes.proposal(), List.of());
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = run("serve", "--data", folder.toString(), "--port", String.valueOf(taken.getLocalPort()));
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err()).startsWith("codeheals: Port " + taken.getLocalPort() + " is in use").hasLineCount(1);
        }
    }

    @Test
    void theDoctorLooksAtAProjectThatExistsAndNamesWhatItsTestsNeed() throws IOException {
        Ran missing = run("doctor", "--data", folder.toString(), folder.resolve("none").toString());
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).startsWith("codeheals: There is no folder").hasLineCount(1);
        Path project = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(project.resolve("test_shop.py"), "def test_shop():\n    assert True\n");
        Ran looked = run("doctor", "--data", folder.resolve("data").toString(), project.toString());
        assertThat(looked.out().lines().filter(line -> line.contains("Test runner"))).hasSize(1)
                .allMatch(line -> line.startsWith(looked.out().contains("pytest and unittest") ? "ok" : "missing"));
    }

    @ParameterizedTest
    @CsvSource({"bash, complete -F", "zsh, bashcompinit", "fish, complete -c codeheals"})
    void eachShellGetsAScriptThatKnowsTheCommands(String shell, String how) {
        Ran ran = run("completion", shell);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains(how).contains("classify").contains("report").contains("serve");
    }

    @Test
    void progressIsWrittenOverOnATerminalOnly() {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(seen, true, StandardCharsets.UTF_8);
        StatusLine quiet = new StatusLine(new Console(stream, stream, false, false));
        quiet.show("trying rules");
        assertThat(seen.size()).isZero();
        StatusLine shown = new StatusLine(new Console(stream, stream, true, false));
        shown.show("trying rules");
        shown.clear();
        assertThat(seen.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001b[Ktrying rules\r\u001b[K");
    }
}
