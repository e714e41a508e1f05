package dev.codeheals.engine.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the best sandbox this machine allows, by running each one.
public final class SandboxProbe {
    private static final List<String> PLACES = List.of("/usr/bin/bwrap", "/bin/bwrap", "/usr/local/bin/bwrap", "/run/current-system/sw/bin/bwrap");
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
    public record Found(Sandbox sandbox, String reason) {}

    /// The best sandbox that really works here. Takes some 20 ms with bubblewrap; ask once.
    ///
    /// @param python runs the launchers where bubblewrap is missing; never taken from an untrusted project
    public Found best(Optional<Interpreter> python) {
        Optional<Path> bubblewrap = bubblewrap();
        if (bubblewrap.isPresent()) {
            for (boolean modern : List.of(true, false)) {
                Sandbox sandbox = new Sandbox(Isolation.SANDBOX, List.of(bubblewrap.get().toString()), modern, Limiter.insideSandbox(), List.of());
                if (works(sandbox)) {
                    return new Found(sandbox, "");
                }
            }
        }
        String why = bubblewrap.isPresent() ? "bubblewrap is installed but this system does not let it build a sandbox."
                : "bubblewrap is not installed; the package is called bubblewrap.";
        return new Found(namespaces(python).orElseGet(() -> limitsOnly(python)), why);
    }

    /// Namespaces and Landlock without bubblewrap; empty where the system does not allow it.
    public Optional<Sandbox> namespaces(Optional<Interpreter> python) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        return launcherPython(python).map(path -> List.of(path.toString(), "-I", "-S", "-B", files.file("codeheals_namespaces.py").toString()))
                .map(tool -> new Sandbox(Isolation.NAMESPACES, tool, true, Limiter.insideSandbox(), List.of())).filter(this::works);
    }

    /// Limits alone, by a launcher that ends what a run leaves behind.
    public Sandbox limitsOnly(Optional<Interpreter> python) {
        Optional<Path> launcher = launcherPython(python);
        Limiter limiter = File.separatorChar == '\\' ? Limiter.NONE : launcher.map(p -> Limiter.supervisor(p, files)).orElse(Limiter.NONE);
        return new Sandbox(Isolation.LIMITS_ONLY, List.of(), true, limiter, List.of());
    }

    private boolean works(Sandbox sandbox) {
        Path program = Programs.system("true").orElse(Path.of("/bin/true"));
        RunRequest request = RunRequest.of(Command.of(program.toString()), Path.of("/"), QUICK, sandbox);
        return new ProcessRunner(host).run(request, Cancellation.none()).passed();
    }

    private static Optional<Path> launcherPython(Optional<Interpreter> python) {
        return Programs.system("python3").or(() -> python.map(Interpreter::executable));
    }

    private Optional<Path> bubblewrap() {
        Set<Path> candidates = new LinkedHashSet<>();
        PLACES.forEach(place -> candidates.add(Path.of(place)));
        for (String entry : host.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (entry.startsWith("/")) {
                candidates.add(Path.of(entry, "bwrap"));
            }
        }
        return new ArrayList<>(candidates).stream().filter(Programs::runs).filter(SandboxProbe::belongsToTheSystem).findFirst();
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
