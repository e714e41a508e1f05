package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.proof.Cell.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Candidates cannot write outside their copy, read secrets or reach the host; each attempt does succeed where nothing holds it back.
class IsolationProofTest {
    @TempDir
    Path temp;

    private Path canary;
    private Path project;
    private Cell cell;

    @BeforeEach
    void places() throws IOException {
        Path real = temp.toRealPath();
        canary = Files.createDirectories(real.resolve("user's things"));
        project = Files.createDirectories(real.resolve("real project"));
        Files.writeString(canary.resolve("file"), "precious");
        Files.writeString(project.resolve("main.py"), "print(1)\n");
        cell = new Cell(Files.createDirectories(real.resolve("copy/of it")));
    }

    static String program(String name) {
        try (InputStream in = Objects.requireNonNull(IsolationProofTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, names = {"SANDBOX", "NAMESPACES"})
    void nothingOutsideTheCopyIsWritten(Level level) throws IOException {
        List<Map<String, String>> before = List.of(Trees.of(canary), Trees.of(project));
        String[] arguments = {canary.toString(), project.toString(), Long.toString(ProcessHandle.current().pid()), "closed"};
        RunOutcome outcome = cell.run(level, Cell.LIMITS, program("write_escapes.py"), arguments);
        assertThat(outcome.text()).as(outcome.note()).contains("DONE");
        // The folders above the copy are the sandbox's own empty ones, so only the host can tell.
        List<String> above = List.of("OPEN new file in " + canary.getParent(), "OPEN rename of the folder above");
        List<String> open = outcome.text().lines().filter(line -> line.startsWith("OPEN ") && !above.contains(line)).toList();
        assertThat(canary.resolveSibling("codeheals-escape")).doesNotExist();
        assertThat(cell.folder().getParent()).exists();
        assertThat(List.of(Trees.of(canary), Trees.of(project))).isEqualTo(before);
        arguments[3] = "open";
        List<String> control = new Cell(cell.folder()).holes(Level.OPEN, program("write_escapes.py"), arguments);
        ProofTable.add(new ProofTable.Row("R2", "a candidate writes nowhere but in its copy (" + level + ")", Cell.attempts(outcome), open.size(),
                control.size() + " of the harmless ones succeed in the open"));
        assertThat(open).isEmpty();
        assertThat(control.size()).isGreaterThan(8);
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, names = {"SANDBOX", "NAMESPACES"})
    void noSecretIsRead(Level level) throws IOException {
        String secret = "canary-" + System.nanoTime();
        Path key = Files.writeString(Files.createDirectories(canary.resolve(".ssh")).resolve("id_ed25519"), secret);
        Path store = Files.writeString(Files.createDirectories(canary.resolve("codeheals")).resolve("codeheals.db"), secret);
        cell.with("AWS_SECRET_ACCESS_KEY", secret).with("ANTHROPIC_API_KEY", secret).with("GITHUB_TOKEN", secret).with("MY_PASSWORD", secret);
        String[] arguments = {new StringBuilder(secret).reverse().toString(), key.toString(), store.toString()};
        RunOutcome outcome = cell.run(level, Cell.LIMITS, program("secrets.py"), arguments);
        List<String> open = cell.holes(level, program("secrets.py"), arguments);
        List<String> control = cell.holes(Level.OPEN, program("secrets.py"), arguments);
        ProofTable.add(new ProofTable.Row("R3", "a candidate reads no secret (" + level + ")", Cell.attempts(outcome), open.size(), control.size() + " found in the open"));
        assertThat(open).isEmpty();
        assertThat(control).contains("file " + key, "file " + store);
        assertThat(control).doesNotContain("own environment");
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, names = {"SANDBOX", "NAMESPACES"})
    void noChannelLeadsOut(Level level) throws IOException {
        try (Listeners host = Listeners.open(temp.toRealPath())) {
            assumeTrue(host != null, "no sockets here");
            String[] arguments = host.arguments();
            RunOutcome outcome = cell.run(level, Cell.LIMITS, program("network.py"), arguments);
            List<String> open = cell.holes(level, program("network.py"), arguments);
            assertThat(outcome.text()).contains("OWN loopback works");
            int before = host.heard();
            assertThat(before).isZero();
            List<String> control = cell.holes(Level.OPEN, program("network.py"), arguments);
            ProofTable.add(new ProofTable.Row("R4", "no channel leads from a candidate to the host (" + level + ")", Cell.attempts(outcome), open.size(),
                    control.size() + " channels work in the open"));
            assertThat(open).isEmpty();
            assertThat(control).contains("TCP", "UDP", "Unix socket");
        }
    }
}
