package dev.codeheals.engine.run;

import java.io.File;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A process with everything it started, as far as the platform shows it.
final class ProcessTree {
    private static final long GRACE_MS = 1500;

    private final Process root;
    private final boolean supervised;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    /// @param supervised whether the root ends its descendants itself when it is asked to end
    ProcessTree(Process root, boolean supervised) {
        this.root = root;
        this.supervised = supervised;
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

    /// Kills it. Does nothing for a tree that is gone.
    ///
    /// A supervisor gets the chance to end what escaped into a session of its own; a sandbox takes its whole process namespace with it.
    synchronized void kill() {
        if (root.isAlive()) {
            root.descendants().forEach(seen::add);
            if (supervised) {
                root.destroy();
            }
            if (!supervised || !gone()) {
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
