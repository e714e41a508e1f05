package dev.codeheals.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.engine.run.Mount;
import dev.codeheals.engine.run.ProcessRunner;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.run.RunRequest;
import dev.codeheals.engine.run.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs hostile programs the way candidates are run, and in the open for comparison.
final class Cell {
    static final Limits LIMITS = Limits.STANDARD.withWallTime(Duration.ofSeconds(20));
    private final Path folder;
    private final Map<String, String> host = new HashMap<>(System.getenv());

    /// The ways a program is kept apart; the last is none at all.
    enum Level {
        SANDBOX, NAMESPACES, OPEN;

        boolean isClosed() {
            return this != OPEN;
        }
    }

    /// @param folder what a run may write to
    Cell(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /// One more variable of the application's own environment.
    Cell with(String name, String value) {
        host.put(name, value);
        return this;
    }

    static Sandbox sandbox(Level level) {
        assumeTrue(Machine.python().isPresent(), "no Python 3.9 or newer on this machine");
        if (level == Level.OPEN) {
            return Machine.limitsOnly();
        }
        assumeTrue(level != Level.SANDBOX || Machine.sandbox().isolation() == Isolation.SANDBOX, "bubblewrap does not work on this machine");
        assumeTrue(level != Level.NAMESPACES || Machine.namespaces().isPresent(), "this machine forbids user namespaces");
        return level == Level.SANDBOX ? Machine.sandbox() : Machine.namespaces().orElseThrow();
    }

    RunRequest request(Level level, Limits limits, String code, String... arguments) throws IOException {
        Sandbox sandbox = sandbox(level).with(Machine.python().orElseThrow().folders().stream().map(Mount::reading).toList())
                .with(new Mount(folder, folder, true));
        Path program = Files.writeString(folder.resolve("program.py"), code);
        Command command = new Command(java.util.stream.Stream.concat(
                java.util.stream.Stream.of(Machine.python().orElseThrow().executable().toString(), program.getFileName().toString()),
                java.util.stream.Stream.of(arguments)).toList());
        return RunRequest.of(command, folder, limits, sandbox);
    }

    RunOutcome run(Level level, Limits limits, String code, String... arguments) throws IOException {
        return new ProcessRunner(host).run(request(level, limits, code, arguments), Cancellation.none());
    }

    /// Runs attempts that print {@code OPEN name} where they succeed and {@code SHUT name why} where they do not.
    List<String> holes(Level level, String attempts, String... arguments) throws IOException {
        RunOutcome outcome = run(level, LIMITS, attempts, arguments);
        List<String> lines = outcome.text().lines().toList();
        if (lines.isEmpty() || !lines.getLast().startsWith("DONE")) {
            throw new AssertionError("The attempts did not come to their end: " + outcome.text() + outcome.note());
        }
        return lines.stream().filter(line -> line.startsWith("OPEN ")).map(line -> line.substring(5)).toList();
    }

    /// How many attempts there were.
    static long attempts(RunOutcome outcome) {
        return outcome.text().lines().filter(line -> line.startsWith("OPEN ") || line.startsWith("SHUT ")).count();
    }
}
