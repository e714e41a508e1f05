package dev.codeheals.engine.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Finds the Python that runs a project: its own environment first, then the configured one, then the machine's. Thread-safe.
public final class Interpreters {
    /// The oldest Python whose programs can be healed.
    public static final int OLDEST_MINOR = 9;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Limits QUICK = new Limits(Duration.ofSeconds(20), 1 << 20, 4L << 30, 1L << 20, 64);
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final List<String> ENVIRONMENTS = List.of(".venv", "venv", "env");

    private final Map<String, String> host;
    private final PythonFiles files;
    private final Map<Key, Interpreter> known = new ConcurrentHashMap<>();

    private record Key(Path path, long modified, long environmentModified) {}

    public Interpreters(Map<String, String> host, PythonFiles files) {
        this.host = Map.copyOf(host);
        this.files = files;
    }

    /// The interpreter for a project, Python 3.9 or newer wherever there is one.
    ///
    /// @param configured an interpreter the user chose
    /// @param trusted    whether an interpreter inside the project may be started at all
    public Optional<Interpreter> find(Path project, Optional<Path> configured, boolean trusted) {
        List<Interpreter> found = new ArrayList<>();
        for (Path candidate : (Iterable<Path>) candidates(project, configured, trusted)::iterator) {
            Optional<Interpreter> asked = ask(candidate);
            if (asked.filter(Interpreters::canHeal).isPresent()) {
                return asked;
            }
            asked.ifPresent(found::add);
        }
        return found.stream().findFirst();
    }

    public static boolean canHeal(Interpreter python) {
        return python.major() == 3 && python.atLeast(OLDEST_MINOR);
    }

    /// One sentence for a person where nothing usable was found; empty if all is well.
    public static Optional<String> complaint(Optional<Interpreter> found) {
        if (found.isEmpty()) {
            return Optional.of("No Python was found. Install Python 3." + OLDEST_MINOR + " or newer, or choose one in the settings.");
        }
        return found.filter(python -> !canHeal(python)).map(python -> "The project's Python is " + python.version() + " (" + python.executable()
                + "); healing needs 3." + OLDEST_MINOR + " or newer.");
    }

    /// Asks one executable what it is; an answer is remembered until the executable changes. Empty if it is no working Python.
    public Optional<Interpreter> ask(Path executable) {
        Path parent = executable.toAbsolutePath().getParent();
        Path environment = parent == null || parent.getParent() == null ? executable : parent.getParent();
        Key key = new Key(executable, modified(executable), modified(environment.resolve("pyvenv.cfg")));
        Interpreter before = known.get(key);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<Interpreter> asked = probe(executable);
        asked.ifPresent(python -> known.put(key, python));
        return asked;
    }

    private Stream<Path> candidates(Path project, Optional<Path> configured, boolean trusted) {
        Set<Path> candidates = new LinkedHashSet<>();
        if (trusted) {
            ENVIRONMENTS.forEach(name -> candidates.add(project.resolve(name).resolve(WINDOWS ? "Scripts/python.exe" : "bin/python")));
        }
        configured.ifPresent(path -> candidates.add(path.isAbsolute() ? path : project.resolve(path)));
        String active = host.get("VIRTUAL_ENV");
        if (active != null && Path.of(active).isAbsolute()) {
            candidates.add(Path.of(active, WINDOWS ? "Scripts/python.exe" : "bin/python"));
        }
        for (String entry : host.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty() && Path.of(entry).isAbsolute()) {
                candidates.add(Path.of(entry, WINDOWS ? "python3.exe" : "python3"));
                candidates.add(Path.of(entry, WINDOWS ? "python.exe" : "python"));
            }
        }
        Programs.system("python3").ifPresent(candidates::add);
        return candidates.stream().filter(Programs::runs).filter(path -> trusted || !path.startsWith(project));
    }

    private Optional<Interpreter> probe(Path executable) {
        Command command = Command.of(executable.toString(), "-B", files.file("codeheals_interpreter.py").toString());
        // The user's own modules are found through the real home folder; a pyenv shim needs it as well.
        Map<String, String> home = host.containsKey("HOME") ? Map.of("HOME", String.valueOf(host.get("HOME"))) : Map.of();
        RunRequest request = RunRequest.of(command, files.folder(), QUICK, Sandbox.limitsOnly()).withEnv(home);
        RunOutcome outcome = new ProcessRunner(host).run(request, Cancellation.none());
        return outcome.passed() ? read(outcome.text()) : Optional.empty();
    }

    private static Optional<Interpreter> read(String printed) {
        try {
            String json = printed.lines().filter(line -> line.startsWith("{")).reduce("", (_, last) -> last);
            JsonNode node = JSON.readTree(json);
            if (!node.hasNonNull("executable") || node.get("executable").asText().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Interpreter(Path.of(node.get("executable").asText()), node.path("major").asInt(), node.path("minor").asInt(),
                    node.path("version").asText(), Set.copyOf(texts(node.path("stdlib"))), Set.copyOf(texts(node.path("distributions"))),
                    node.path("pytest").asBoolean(), texts(node.path("folders")).stream().map(Path::of).toList()));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts.stream().distinct().toList();
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException _) {
            return -1;
        }
    }
}
