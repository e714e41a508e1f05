package dev.codeheals.engine.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How runs are kept apart from the machine: a level, the tool that enforces it and what a run may see. Immutable.
///
/// A run sees the system's programs and libraries read-only, an empty home and temp folder, itself alone in its process and network
/// namespace, and the mounts added here.
public final class Sandbox {
    private static final List<Path> SHARED = Stream.of("/tmp", "/var/tmp", "/dev", "/proc").map(Path::of).toList();

    private final Isolation isolation;
    private final List<String> tool;
    private final boolean modern;
    private final Limiter limiter;
    private final List<Mount> mounts;

    Sandbox(Isolation isolation, List<String> tool, boolean modern, Limiter limiter, List<Mount> mounts) {
        this.isolation = isolation;
        this.tool = List.copyOf(tool);
        this.modern = modern;
        this.limiter = limiter;
        this.mounts = List.copyOf(mounts);
    }

    /// Limits and a scrubbed environment, nothing hidden.
    public static Sandbox limitsOnly() {
        return new Sandbox(Isolation.LIMITS_ONLY, List.of(), true, Limiter.NONE, List.of());
    }

    public Isolation isolation() {
        return isolation;
    }

    /// The same with more to see. Later mounts cover earlier ones.
    public Sandbox with(List<Mount> more) {
        List<Mount> all = new ArrayList<>(mounts);
        all.addAll(more);
        return new Sandbox(isolation, tool, modern, limiter, all);
    }

    public Sandbox with(Mount... more) {
        return with(List.of(more));
    }

    /// Where a run finds a host path; the path itself where nothing is moved.
    public Path seenAs(Path host) {
        if (isolation == Isolation.LIMITS_ONLY) {
            return host;
        }
        Optional<Mount> closest = mounts.stream().filter(m -> host.startsWith(m.source()))
                .max(Comparator.comparingInt(m -> m.source().getNameCount()));
        return closest.map(m -> m.target().resolve(m.source().relativize(host))).orElse(host);
    }

    /// Where a run on a copy may write, so that the original stays as it is even where its path leads to it; empty where no copy is shown.
    List<Path> writable() {
        List<Path> originals = mounts.stream().filter(m -> m.writable() && !m.source().equals(m.target())).map(Mount::target).toList();
        if (originals.isEmpty()) {
            return List.of();
        }
        Stream<Path> shared = SHARED.stream().filter(place -> originals.stream().noneMatch(original -> original.startsWith(place)));
        return Stream.concat(mounts.stream().filter(Mount::writable).map(Mount::source), shared).toList();
    }

    List<Mount> mounts() {
        return mounts;
    }

    /// The program and flags that build this sandbox; empty where there is none.
    List<String> tool() {
        return tool;
    }

    /// Whether the tool knows the newest flags used here.
    boolean modern() {
        return modern;
    }

    Limiter limiter() {
        return limiter;
    }
}
