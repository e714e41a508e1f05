package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.ProcessRunner;
import dev.codeheals.engine.run.Sandbox;
import java.io.IOException;
import java.nio.file.Path;

/// Opens private copies of projects on which candidates are proved. Thread-safe.
public final class PatchVerifier {
    private final ReBanker rebanker;
    private final ProcessRunner runner;
    private final Path cache;
    private final int workers;

    /// @param cache   a folder of this application; copies stay there between heals
    /// @param workers how many candidates are tried at once
    public PatchVerifier(ReBanker rebanker, ProcessRunner runner, Path cache, int workers) {
        this.rebanker = rebanker;
        this.runner = runner;
        this.cache = cache.toAbsolutePath().normalize();
        this.workers = Math.max(1, workers);
    }

    /// Brings the copies up to date and gets ready to run.
    ///
    /// @param command as the user typed it; the project's interpreter takes the place of whichever Python it names
    /// @param sandbox the best one the machine allows
    /// @throws IOException if the project cannot be read or the copy cannot be written
    public VerificationSession open(Path project, Command command, Interpreter python, Limits limits, Sandbox sandbox, Cancellation cancellation)
            throws IOException {
        return CopySession.open(new CopySession.Setup(project.toRealPath(), command, python, limits, sandbox, cancellation), rebanker, runner,
                cache, workers);
    }
}
