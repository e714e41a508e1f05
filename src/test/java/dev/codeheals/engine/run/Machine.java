package dev.codeheals.engine.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the machine that runs the tests has: interpreters, a sandbox, places for files. Found once.
public final class Machine {
    private static final Path CACHE = folder();
    private static final PythonFiles FILES = files();
    private static final Interpreters INTERPRETERS = new Interpreters(System.getenv(), FILES);
    private static final Optional<Interpreter> PYTHON = INTERPRETERS.find(CACHE, Optional.empty(), false).filter(Interpreters::canHeal);
    private static final Optional<Interpreter> PYTEST = pytest();
    private static final SandboxProbe.Found BEST = new SandboxProbe(System.getenv(), FILES).best();

    private Machine() {}

    /// A Python of 3.9 or newer.
    public static Optional<Interpreter> python() {
        return PYTHON;
    }

    /// A Python that has pytest.
    public static Optional<Interpreter> pythonWithPytest() {
        return PYTEST;
    }

    /// The best sandbox that works here.
    public static Sandbox sandbox() {
        return BEST.sandbox();
    }

    public static PythonFiles pythonFiles() {
        return FILES;
    }

    public static Interpreters interpreters() {
        return INTERPRETERS;
    }

    public static ProcessRunner runner() {
        return new ProcessRunner(System.getenv());
    }

    /// Whether a program can be started by its bare name.
    public static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// The sandbox that works without bubblewrap.
    public static Optional<Sandbox> namespaces() {
        return new SandboxProbe(System.getenv(), FILES).namespaces();
    }

    /// A sandbox that only sets limits and ends what is left running.
    public static Sandbox limitsOnly() {
        SandboxProbe probe = new SandboxProbe(Map.of("PATH", "/nowhere"), FILES);
        return probe.limitsOnly();
    }

    private static Optional<Interpreter> pytest() {
        if (PYTHON.isPresent() && PYTHON.get().hasPytest()) {
            return PYTHON;
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(":", -1)), Stream.of("/usr/bin")).filter(entry -> entry.startsWith("/"))
                .map(entry -> Path.of(entry, "python3")).filter(Programs::runs).flatMap(candidate -> INTERPRETERS.ask(candidate).stream())
                .filter(python -> Interpreters.canHeal(python) && python.hasPytest()).findFirst();
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("codeheals-tests").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PythonFiles files() {
        try {
            return PythonFiles.below(CACHE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
