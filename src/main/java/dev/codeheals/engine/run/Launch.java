package dev.codeheals.engine.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Turns a request into a process.
final class Launch {
    static final File NOTHING = new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    /// Sandboxes die with the *thread* that started them (PR_SET_PDEATHSIG), so one thread that lives as long as the application starts
    /// them all.
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("process-starter").factory());

    private Launch() {}

    /// Why nothing was started, in one sentence.
    static final class NotStarted extends Exception {
        private static final long serialVersionUID = 1L;

        NotStarted(String sentence) {
            super(sentence);
        }
    }

    /// Starts the command.
    ///
    /// @param talks whether input and output are pipes and errors go nowhere; else input is empty and errors join the output
    static Process start(RunRequest request, Map<String, String> host, boolean talks) throws NotStarted {
        Path program = Programs.find(request.command().program(), request.folder(), host.getOrDefault("PATH", ""))
                .orElseThrow(() -> new NotStarted("The program " + request.command().program() + " was not found."));
        ProcessBuilder builder = new ProcessBuilder(arguments(request, program, host, talks));
        builder.directory(request.folder().toFile());
        builder.environment().clear();
        builder.environment().putAll(outside(request, program, host));
        if (talks) {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        } else {
            builder.redirectErrorStream(true).redirectInput(NOTHING);
        }
        return started(builder, request.command().program());
    }

    private static Process started(ProcessBuilder builder, String program) throws NotStarted {
        try {
            return STARTER.submit(builder::start).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw new NotStarted("The program " + program + " could not be started: " + refused.getMessage() + ".");
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NotStarted("The run was interrupted before it started.");
        }
    }

    private static List<String> arguments(RunRequest request, Path program, Map<String, String> host, boolean talks) {
        List<String> arguments = new ArrayList<>(request.sandbox().tool());
        boolean masked = request.sandbox().isolation() != Isolation.LIMITS_ONLY;
        if (masked) {
            Map<String, String> inside = Environment.of(host, program, SandboxArguments.HOME, SandboxArguments.TEMP, request.extraEnv());
            arguments.addAll(Warden.mark());
            arguments.addAll(SandboxArguments.of(request.sandbox(), request.folder(), inside));
        }
        Limiter limiter = request.sandbox().limiter();
        List<Path> writable = request.sandbox().writable();
        arguments.addAll(talks ? limiter.beforeUnlimited(writable) : limiter.before(request.limits(), writable));
        String name = request.command().program();
        arguments.add(name.indexOf('/') >= 0 ? name : program.toString());
        arguments.addAll(request.command().arguments().subList(1, request.command().arguments().size()));
        return arguments;
    }

    private static Map<String, String> outside(RunRequest request, Path program, Map<String, String> host) {
        String temp = Optional.ofNullable(request.extraEnv().get("TMPDIR")).orElse(System.getProperty("java.io.tmpdir"));
        return Environment.of(host, program, request.extraEnv().getOrDefault("HOME", temp), temp,
                request.sandbox().isolation() == Isolation.LIMITS_ONLY ? request.extraEnv() : Map.of());
    }
}
