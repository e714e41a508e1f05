package dev.codeheals.engine.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.ProcessRunner;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.run.RunRequest;
import dev.codeheals.engine.verify.ProgramRun.Wish;
import dev.codeheals.engine.verify.WarmServer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One copy of the project with the sandbox that shows it and an interpreter kept warm for it. Used by one thread at a time.
final class Workbench implements AutoCloseable {
    private final Mirror mirror;
    private final ProcessRunner runner;
    private final RunRequest template;
    private final PathsShown paths;
    private final Optional<WarmServer> server;
    private final ColdRunner cold;
    private final Optional<Path> temporary;

    /// Runs the application's own runner once, for platforms and commands that cannot be kept warm.
    ///
    /// @param words  everything before the request
    /// @param folder a writable folder for the report, the same inside and outside
    record ColdRunner(List<String> words, Path folder) {}

    /// Gives a run's output the project's path where the run saw the copy under its own.
    ///
    /// @param copy    what runs print; equal to {@code project} where nothing is to be done
    /// @param project what everyone else knows
    record PathsShown(String copy, String project) {
        RunOutcome in(RunOutcome outcome) {
            if (copy.equals(project)) {
                return outcome;
            }
            // Latin-1 keeps every byte, so text in any encoding survives.
            String text = new String(outcome.output(), StandardCharsets.ISO_8859_1);
            String from = new String(copy.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            String to = new String(project.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return new RunOutcome(outcome.ending(), outcome.exitCode(), text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1),
                    outcome.truncated(), outcome.duration(), outcome.isolation(), outcome.note());
        }
    }

    /// @param template  folder, sandbox and environment of every run here
    /// @param temporary a folder that goes with this bench
    Workbench(Mirror mirror, ProcessRunner runner, RunRequest template, PathsShown paths, Optional<WarmServer> server, ColdRunner cold,
              Optional<Path> temporary) {
        this.mirror = mirror;
        this.runner = runner;
        this.template = template;
        this.paths = paths;
        this.server = server;
        this.cold = cold;
        this.temporary = temporary;
    }

    Mirror mirror() {
        return mirror;
    }

    boolean isWarm() {
        return server.isPresent();
    }

    /// Whether an interpreter waits here already.
    boolean isUp() {
        return server.filter(WarmServer::isUp).isPresent();
    }

    /// Lets the first run here find everything loaded.
    void prepare(Set<String> modules) {
        server.ifPresent(warm -> warm.prepare(modules));
    }

    /// Runs a command from cold on the copy with these changes.
    ///
    /// @throws UncheckedIOException if the copy cannot be written
    RunOutcome exact(Command command, List<FileChange> changes, Limits limits, Cancellation cancellation) {
        put(changes);
        RunRequest request = new RunRequest(command, template.folder(), template.extraEnv(), limits, template.sandbox(), Optional.empty());
        try {
            return paths.in(runner.run(request, cancellation));
        } finally {
            mirror.suspect();
        }
    }

    /// Runs a Python program on the copy with these changes, warm where that works.
    ///
    /// @param checked files that must compile before anything runs
    /// @throws UncheckedIOException if the copy cannot be written
    Answer program(ProgramRun run, List<FileChange> changes, List<String> checked, Limits limits, Cancellation cancellation) {
        put(changes);
        try {
            ProgramRun own = template.sandbox().isolation() == Isolation.LIMITS_ONLY ? run.without(Wish.BYTECODE) : run;
            Answer answer = server.isPresent() ? warm(server.get(), own, checked, limits, cancellation) : once(own, checked, limits, cancellation);
            if (own.wishes().contains(Wish.BYTECODE)) {
                mirror.keepBytecode();
            }
            return new Answer(paths.in(answer.outcome()), answer.report(), answer.busy());
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the project could not be read.", e);
        } finally {
            mirror.suspect();
        }
    }

    private void put(List<FileChange> changes) {
        try {
            mirror.restore();
            mirror.apply(changes);
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the project could not be written.", e);
        }
    }

    private Answer warm(WarmServer warm, ProgramRun run, List<String> checked, Limits limits, Cancellation cancellation) {
        try (Cancellation.Registration _ = cancellation.onCancel(warm::kill)) {
            return warm.run(run, checked, limits);
        } catch (IOException e) {
            RunOutcome.Ending ending = cancellation.isCancelled() ? RunOutcome.Ending.CANCELLED : RunOutcome.Ending.LIMIT_EXCEEDED;
            String note = cancellation.isCancelled() ? "Cancelled." : "The run took its own runner down.";
            return new Answer(new RunOutcome(ending, 137, new byte[0], false, Duration.ZERO, template.sandbox().isolation(), note), RunReport.NONE);
        }
    }

    private Answer once(ProgramRun run, List<String> checked, Limits limits, Cancellation cancellation) {
        ObjectNode request = run.request("", checked, limits, false);
        Path report = cold.folder().resolve("report");
        List<String> words = new ArrayList<>(cold.words());
        words.add(request.toString());
        words.add(report.toString());
        RunRequest whole = new RunRequest(new Command(words), template.folder(), template.extraEnv(), limits, template.sandbox(), Optional.empty());
        try {
            Files.createDirectories(cold.folder());
            Files.deleteIfExists(report);
            RunOutcome outcome = runner.run(whole, cancellation);
            return new Answer(outcome, Files.exists(report) ? RunReport.read(Files.readAllBytes(report)) : RunReport.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException("The report of a run could not be read.", e);
        }
    }

    /// Ends the warm interpreter for good.
    void quieten() {
        server.ifPresent(WarmServer::close);
    }

    @Override
    public void close() throws IOException {
        quieten();
        if (temporary.isPresent()) {
            FileTrees.delete(temporary.get());
        }
    }
}
