package dev.codeheals.engine.run;

import java.io.File;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A process with everything it started, as far as the platform shows it.
final class ProcessTree {
    private static final long GRACE_MS = 1500;
    private static final long ANSWER_MS = 1500;

    private final Process root;
    private final Kind kind;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    /// How a tree ends.
    enum Kind {
        /// The root is the program itself.
        BARE,
        /// The root ends its descendants when it is asked to end.
        SUPERVISED,
        /// The root waits for the first process of a namespace; when that is killed, all others are gone before the root ends.
        CONTAINED;

        static Kind of(Sandbox sandbox) {
            return sandbox.isolation() != Isolation.LIMITS_ONLY ? CONTAINED : sandbox.limiter().supervises() ? SUPERVISED : BARE;
        }
    }

    ProcessTree(Process root, Kind kind) {
        this.root = root;
        this.kind = kind;
    }

    /// How many processes and threads the tree has now.
    synchronized int size() {
        seen.removeIf(handle -> !handle.isAlive());
        root.descendants().forEach(seen::add);
        return seen.stream().mapToInt(handle -> threads(handle.pid())).sum();
    }

    private static int threads(long pid) {
        String[] tasks = new File("/proc/" + pid + "/task").list();
        return tasks == null ? 1 : tasks.length;
    }

    /// Asks the programs at its ends where they are, and gives them a moment to answer. They end by it.
    synchronized void askWhere() {
        root.descendants().forEach(seen::add);
        // Asking each for its children reads every process of the machine each time, which takes half a minute after a fork bomb.
        Set<Long> parents = seen.stream().flatMap(handle -> handle.parent().stream()).map(ProcessHandle::pid).collect(Collectors.toSet());
        List<ProcessHandle> ends = Stream.concat(Stream.of(root.toHandle()), seen.stream()).filter(handle -> !parents.contains(handle.pid())).toList();
        ends.forEach(LastWords::ask);
        try {
            root.waitFor(ANSWER_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Kills it. Does nothing for a tree that is gone.
    ///
    /// A supervisor gets the chance to end what escaped into a session of its own; a namespace takes all its processes with it.
    synchronized void kill() {
        if (root.isAlive()) {
            root.descendants().forEach(seen::add);
            boolean asked = switch (kind) {
                case BARE -> false;
                case SUPERVISED -> {
                    root.destroy();
                    yield true;
                }
                case CONTAINED -> root.children().filter(ProcessHandle::destroyForcibly).count() > 0;
            };
            if (!asked || !gone()) {
                root.destroyForcibly();
            }
        }
        seen.forEach(ProcessHandle::destroyForcibly);
        seen.clear();
    }

    private boolean gone() {
        try {
            return root.waitFor(GRACE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
