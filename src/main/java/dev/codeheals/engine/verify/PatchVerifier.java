package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.ProcessRunner;
import dev.codeheals.engine.run.PythonCommand;
import dev.codeheals.engine.run.PythonFiles;
import dev.codeheals.engine.run.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

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
        Path root = project.toRealPath();
        Optional<PythonCommand> parsed = PythonCommand.of(command);
        BenchPlan plan = new BenchPlan(root, python, parsed, sandbox, PythonFiles.below(cache), runner,
                Optional.ofNullable(System.getProperty("user.home")).map(Path::of));
        Groundwork.Subject subject = new Groundwork.Subject(parsed.map(p -> p.runBy(python)).orElse(command),
                parsed.map(p -> ProgramRun.of(p, Set.of())), limits);
        ShadowWorkspace workspace = ShadowWorkspace.open(root, cache, sandbox.isolation() != Isolation.LIMITS_ONLY, cancellation);
        return new CopySession(plan, subject, rebanker, workspace, workers, cancellation);
    }
}
