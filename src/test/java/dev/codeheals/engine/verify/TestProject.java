package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.ClusterRules;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Taxonomy;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.engine.run.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A project written for one test.
public final class TestProject {
    public static final ReBanker REBANKER = new ReBanker(Taxonomy.builtIn(), ClusterRules.NONE);
    private final Path root;
    private final Path cache;

    private TestProject(Path root, Path cache) {
        this.root = root;
        this.cache = cache;
    }

    /// @param temp an empty folder; the project gets a folder of its own in it
    public static TestProject in(Path temp, String name) throws IOException {
        Path real = temp.toRealPath();
        return new TestProject(Files.createDirectories(real.resolve(name)), real.resolve("cache"));
    }

    public static TestProject in(Path temp) throws IOException {
        return in(temp, "project");
    }

    public Path root() {
        return root;
    }

    public Path cache() {
        return cache;
    }

    public TestProject with(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return this;
    }

    public String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public VerificationSession open(Interpreter python, Sandbox sandbox, int workers, String... command) throws IOException {
        return open(python, sandbox, workers, Limits.STANDARD.withWallTime(Duration.ofSeconds(20)), new Cancellation(), command);
    }

    public VerificationSession open(Interpreter python, Sandbox sandbox, int workers, Limits limits, Cancellation cancellation, String... command)
            throws IOException {
        return new PatchVerifier(REBANKER, Machine.runner(), cache, workers).open(root, Command.of(command), python, limits, sandbox, cancellation);
    }

    /// The diagnosis of the first failure of the unchanged project.
    public SealedDiagnosis target(VerificationSession session) {
        return REBANKER.classify(session.baseline().failures().getFirst(), ProjectPaths.of(root));
    }

    /// A candidate that puts one text in the place of another, once.
    public CandidatePatch replacing(String file, String old, String text) {
        String content = read(file);
        int at = content.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException(old + " is not in " + file);
        }
        return candidate(FileEdit.of(file, new Replacement(at, at + old.length(), text)));
    }

    public static CandidatePatch candidate(FileEdit... edits) {
        return new CandidatePatch("rule:test", "Change it", List.of(edits), Tier.A, 0.9, null, "");
    }

    /// Every file of the user's folder with its bytes, to tell whether anything changed.
    public String fingerprint() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted().toList()) {
                all.append(root.relativize(path)).append(Files.isRegularFile(path) ? " " + Files.size(path) + " " + Files.getLastModifiedTime(path) : "").append('\n');
            }
        }
        return all.toString();
    }
}
