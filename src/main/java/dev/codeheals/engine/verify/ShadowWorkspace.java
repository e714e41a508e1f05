package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Mount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The private copies of one project, one for each worker. They stay in the cache between heals, so that opening one costs a walk.
final class ShadowWorkspace implements AutoCloseable {
    private static final int SLOTS = 64;

    private final Path project;
    private final Path cache;
    private final boolean inPlace;
    /// Goes on while a mirror reads what it holds.
    private final CompletableFuture<ProjectScan> scan;
    private final List<Mirror> mirrors = new ArrayList<>();

    private ShadowWorkspace(Path project, Path cache, boolean inPlace, CompletableFuture<ProjectScan> scan) {
        this.project = project;
        this.cache = cache;
        this.inPlace = inPlace;
        this.scan = scan;
    }

    /// Walks the project once.
    ///
    /// @param project real path of its folder
    /// @param inPlace whether runs see a copy under the project's own path
    static ShadowWorkspace open(Path project, Path cache, boolean inPlace, Cancellation cancellation) throws IOException {
        CompletableFuture<ProjectScan> scan = CompletableFuture.supplyAsync(() -> scanned(project, cache, inPlace, cancellation), Thread::startVirtualThread);
        Path own = cache.resolve("mirrors").resolve(PacketHash.sha256(project.toString()).substring(0, 20));
        Files.createDirectories(own);
        return new ShadowWorkspace(project, own, inPlace, scan);
    }

    private static ProjectScan scanned(Path project, Path cache, boolean inPlace, Cancellation cancellation) {
        try {
            return ProjectScan.of(project, cache, inPlace, cancellation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProjectScan scan() throws IOException {
        try {
            return Groundwork.join(scan);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// One more copy, equal to the project as it was when this workspace was opened.
    Mirror mirror(Cancellation cancellation) throws IOException {
        for (int slot = 0; slot < SLOTS; slot++) {
            Path folder = cache.resolve("w" + slot);
            Files.createDirectories(folder);
            FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(lock)) {
                Mirror mirror = new Mirror(project, inPlace, folder, lock);
                synchronized (mirrors) {
                    mirrors.add(mirror);
                }
                mirror.refresh(scan(), cancellation);
                return mirror;
            }
            lock.close();
        }
        throw new IOException("Too many heals of " + project + " at once.");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /// What a sandbox shows besides: the copy under the project's path, and in it what was not copied.
    List<Mount> mounts(Mirror mirror) {
        List<Mount> mounts = new ArrayList<>();
        mounts.add(new Mount(mirror.root(), project, true));
        for (String path : mirror.readOnly()) {
            mounts.add(Mount.reading(project.resolve(path)));
        }
        return mounts;
    }

    @Override
    public void close() {
        synchronized (mirrors) {
            IOException failed = null;
            for (Mirror mirror : mirrors) {
                try {
                    mirror.close();
                } catch (IOException e) {
                    failed = e;
                }
            }
            mirrors.clear();
            if (failed != null) {
                throw new UncheckedIOException("A copy of the project could not be put away.", failed);
            }
        }
    }
}
