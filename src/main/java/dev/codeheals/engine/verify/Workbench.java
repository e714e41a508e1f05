package dev.codeheals.engine.verify;

import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.ProcessRunner;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.run.RunRequest;
import dev.codeheals.engine.run.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// One copy of the project with the sandbox that shows it. Used by one thread at a time.
final class Workbench {
    private final Mirror mirror;
    private final Sandbox sandbox;
    private final ProcessRunner runner;

    Workbench(Mirror mirror, Sandbox sandbox, ProcessRunner runner) {
        this.mirror = mirror;
        this.sandbox = sandbox;
        this.runner = runner;
    }

    Mirror mirror() {
        return mirror;
    }

    /// Runs a command from cold on the copy with these changes.
    ///
    /// @throws UncheckedIOException if the copy cannot be written
    RunOutcome cold(Command command, List<FileChange> changes, Map<String, String> environment, Limits limits, Cancellation cancellation) {
        try {
            mirror.restore();
            mirror.apply(changes);
            RunOutcome outcome = runner.run(RunRequest.of(command, mirror.root(), limits, sandbox).withEnv(environment), cancellation);
            mirror.suspect();
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the project could not be written.", e);
        }
    }
}
