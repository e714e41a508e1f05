package dev.codeheals.engine.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the best sandbox this machine allows, by running each one.
public final class SandboxProbe {
    /// PATH has no say: it may lead into a project's folder, and a sandbox chosen by what it should hold is none.
    private static final List<String> PLACES = List.of("/usr/bin/bwrap", "/bin/bwrap", "/usr/local/bin/bwrap", "/run/current-system/sw/bin/bwrap",
            "/run/current-system/profile/bin/bwrap", "/nix/var/nix/profiles/default/bin/bwrap");
    private static final int TRIES = 2;
    private static final Limits QUICK = new Limits(Duration.ofSeconds(10), 4096, 1L << 30, 1L << 20, 256);

    private final Map<String, String> host;
    private final PythonFiles files;

    public SandboxProbe(Map<String, String> host, PythonFiles files) {
        this.host = Map.copyOf(host);
        this.files = files;
    }

    /// What was found and, for a level that is not the best, why and what would help.
    ///
    /// @param reason one sentence; empty for the best level
    /// @param advice what would help, one sentence; empty for the best level
    public record Found(Sandbox sandbox, String reason, String advice) {}

    /// The best sandbox that really works here. Takes some 20 ms with bubblewrap; ask once.
    public Found best() {
        Optional<Path> bubblewrap = bubblewrap();
        if (bubblewrap.isPresent()) {
            Optional<Sandbox> sandbox = Stream.of(true, false).flatMap(modern -> leashed(List.of(bubblewrap.get().toString()))
                    .map(tool -> new Sandbox(Isolation.SANDBOX, tool, modern, Limiter.insideSandbox(), List.of()))).filter(this::works).findFirst();
            if (sandbox.isPresent()) {
                return new Found(sandbox.get(), "", "");
            }
        }
        Sandbox next = namespaces().orElseGet(this::limitsOnly);
        if (!System.getProperty("os.name").equals("Linux")) {
            return new Found(next, "This system has no sandbox that works without an administrator.", "Run it in a Linux container or virtual machine.");
        }
        return bubblewrap.isPresent()
                ? new Found(next, "bubblewrap is installed but this system does not let it build a sandbox.",
                        "Allow user namespaces, for example with: sudo sysctl user.max_user_namespaces=10000; a container needs them allowed from outside.")
                : new Found(next, "bubblewrap is not installed.", MissingTool.BUBBLEWRAP.advice(host));
    }

    /// Namespaces and Landlock without bubblewrap; empty where the system does not allow it.
    public Optional<Sandbox> namespaces() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        return launcherPython().stream().flatMap(path -> leashed(List.of(path.toString(), "-I", "-S", "-B", files.file("codeheals_namespaces.py").toString())))
                .map(tool -> new Sandbox(Isolation.NAMESPACES, tool, true, Limiter.insideSandbox(), List.of())).filter(this::works).findFirst();
    }

    /// A tool that ends with this application from its first moment on, then the tool alone.
    private static Stream<List<String>> leashed(List<String> tool) {
        List<String> both = new ArrayList<>(Leash.words());
        both.addAll(tool);
        return Stream.of(both, tool).distinct();
    }

    /// Limits alone, by a launcher that ends what a run leaves behind.
    public Sandbox limitsOnly() {
        Optional<Path> launcher = launcherPython();
        Limiter limiter = File.separatorChar == '\\' ? Limiter.NONE : launcher.map(p -> Limiter.supervisor(p, files)).orElse(Limiter.NONE);
        return new Sandbox(Isolation.LIMITS_ONLY, List.of(), true, limiter, List.of());
    }

    private boolean works(Sandbox sandbox) {
        Path program = Programs.system("true").orElse(Path.of("/bin/true"));
        RunRequest request = RunRequest.of(Command.of(program.toString()), Path.of("/"), QUICK, sandbox);
        ProcessRunner runner = new ProcessRunner(host);
        // A machine short of something for a moment must not cost the level for the whole session.
        return IntStream.range(0, TRIES).anyMatch(_ -> runner.run(request, Cancellation.none()).passed());
    }

    /// The system's Python, else the first on PATH that is no virtual environment's, since that may be the project's.
    private Optional<Path> launcherPython() {
        return Programs.system("python3").or(() -> Stream.of(host.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(entry -> entry.startsWith("/") && !Files.exists(Path.of(entry).resolveSibling("pyvenv.cfg")))
                .map(entry -> Path.of(entry, "python3")).filter(Programs::runs).findFirst());
    }

    private static Optional<Path> bubblewrap() {
        return PLACES.stream().map(Path::of).filter(Programs::runs).filter(SandboxProbe::belongsToTheSystem).findFirst();
    }

    /// A tool that others may replace would let them choose the sandbox.
    private static boolean belongsToTheSystem(Path tool) {
        try {
            Path real = tool.toRealPath();
            boolean open = Files.getPosixFilePermissions(real).stream()
                    .anyMatch(p -> p == PosixFilePermission.OTHERS_WRITE || p == PosixFilePermission.GROUP_WRITE);
            return !open && Integer.valueOf(0).equals(Files.getAttribute(real, "unix:uid", LinkOption.NOFOLLOW_LINKS));
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }
}
