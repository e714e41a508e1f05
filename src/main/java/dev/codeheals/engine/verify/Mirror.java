package dev.codeheals.engine.verify;

import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.verify.MirrorIndex.Held;
import dev.codeheals.engine.verify.ProjectScan.Entry;
import dev.codeheals.engine.verify.ProjectScan.Kind;
import dev.codeheals.engine.verify.ProjectScan.Stamp;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One private copy of a project, kept between heals and brought up to date by one walk. Not thread-safe.
///
/// The project's folder is only ever read. Nothing here follows a link inside the copy: a run may have put one there.
final class Mirror implements AutoCloseable {
    private static final String BYTECODE = "__pycache__";
    private static final Entry NOTHING = new Entry(Kind.LINK, new Stamp(-1, -1, -1));

    private final Path project;
    private final boolean inPlace;
    private final Path tree;
    private final Path indexFile;
    /// Lies beside the copy as long as nobody uses it and it holds what the index says, so that the next one need not look.
    private final Path clean;
    private final FileChannel lock;
    private final MirrorIndex index;
    private final Map<String, byte[]> adopted = new LinkedHashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private Set<String> readOnly = Set.of();
    private boolean suspect;
    private long edits;

    /// @param inPlace whether runs see the copy under the project's own path
    /// @param slot    a folder this mirror has for itself, guarded by the lock
    Mirror(Path project, boolean inPlace, Path slot, FileChannel lock) throws IOException {
        this.project = project;
        this.inPlace = inPlace;
        this.tree = slot.resolve("tree");
        this.indexFile = slot.resolve("index");
        this.lock = lock;
        this.index = MirrorIndex.read(indexFile);
        this.clean = slot.resolve("clean");
        this.suspect = !Files.deleteIfExists(clean) || !index.isStored() || !Files.isDirectory(tree);
    }

    /// Where the copy lies.
    Path root() {
        return tree;
    }

    /// A folder beside the copy for what runs need besides; nothing in it counts.
    Path scratch() {
        return indexFile.resolveSibling("scratch");
    }

    /// Paths that were not copied and are to be shown read-only from the project itself.
    Set<String> readOnly() {
        return readOnly;
    }

    /// Makes the copy equal to the scanned project.
    void refresh(ProjectScan scan, Cancellation cancellation) throws IOException {
        Files.createDirectories(tree);
        readOnly = scan.readOnly();
        restore();
        for (Map.Entry<String, Held> entry : List.copyOf(index.entries().entrySet())) {
            if (stale(entry.getKey(), entry.getValue(), scan)) {
                FileTrees.delete(tree.resolve(entry.getKey()));
                index.remove(entry.getKey());
            }
        }
        for (Map.Entry<String, Entry> entry : scan.entries().entrySet()) {
            Held held = index.entries().get(entry.getKey());
            if (held == null || !entry.getValue().equals(held.source())) {
                cancellation.throwIfCancelled();
                copy(entry.getKey(), entry.getValue());
            }
        }
        for (String path : readOnly) {
            placeholder(path);
        }
    }

    /// What is shown read-only needs a place to be mounted on.
    private void placeholder(String path) throws IOException {
        Path place = place(path);
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.isDirectory(project.resolve(path))) {
                Files.createDirectory(place);
            } else {
                Files.createFile(place);
            }
        }
        index.put(path, new Held(null, entryOf(place)));
    }

    private boolean stale(String path, Held held, ProjectScan scan) {
        Entry now = scan.entries().get(path);
        if (readOnly.contains(path)) {
            return false;
        }
        Entry source = held.source();
        if (source == null) {
            int folder = path.indexOf(BYTECODE);
            return folder <= 0 || !scan.entries().containsKey(path.substring(0, folder - 1));
        }
        return now == null || now.kind() != source.kind();
    }

    /// Writes a candidate's files into the clean copy. {@link #restore} takes them out again.
    ///
    /// @throws IOException if a path leads outside the copy or cannot be written
    void apply(List<FileChange> changes) throws IOException {
        for (FileChange change : changes) {
            write(change.file(), change.after());
        }
    }

    /// Whether a file of that path can be written here: it lies in the copy and not behind a link.
    boolean accepts(String path) {
        Path file = tree.resolve(path).normalize();
        if (path.isBlank() || !file.startsWith(tree) || file.equals(tree)) {
            return false;
        }
        for (@Nullable Path at = file; at != null && !at.equals(tree); at = at.getParent()) {
            if (Files.isSymbolicLink(at) || (at.equals(file) && Files.isDirectory(at))) {
                return false;
            }
        }
        return true;
    }

    /// Makes candidates' files part of what {@link #restore} restores.
    void adopt(List<FileChange> changes) throws IOException {
        restore();
        for (FileChange change : changes) {
            adopted.put(change.file(), change.after());
            write(change.file(), change.after());
            touched.remove(change.file());
            index.put(change.file(), new Held(null, entryOf(tree.resolve(change.file()))));
        }
    }

    /// Takes changes that were adopted last out of the base again.
    void abandon(List<FileChange> changes) throws IOException {
        adopt(changes.stream().filter(change -> change.before() != null)
                .map(change -> new FileChange(change.file(), /* before= */ change.after(), /* after= */ change.before())).toList());
        for (FileChange change : changes) {
            if (change.before() == null) {
                adopted.remove(change.file());
                index.remove(change.file());
                FileTrees.delete(tree.resolve(change.file()));
            }
        }
    }

    /// A run took place: whatever it left is found and undone by the next {@link #restore}.
    void suspect() {
        suspect = true;
    }

    /// Undoes candidates and what runs left behind.
    void restore() throws IOException {
        if (suspect) {
            Map<String, Entry> now = Files.isDirectory(tree) ? ProjectScan.ofCopy(tree).entries() : Map.of();
            now.keySet().stream().filter(path -> !index.entries().containsKey(path)).forEach(touched::add);
            index.entries().forEach((path, held) -> {
                if (!held.copy().equals(now.get(path))) {
                    touched.add(path);
                }
            });
            suspect = false;
        }
        for (String path : touched.stream().sorted().toList()) {
            restore(path);
        }
        touched.clear();
    }

    private void restore(String path) throws IOException {
        Held held = index.entries().get(path);
        Path copy = tree.resolve(path);
        if (held == null) {
            FileTrees.delete(copy);
        } else if (!Files.exists(copy, LinkOption.NOFOLLOW_LINKS) || !entryOf(copy).equals(held.copy())) {
            byte[] own = adopted.get(path);
            Entry source = held.source();
            if (own != null) {
                write(path, own);
                index.put(path, new Held(null, entryOf(copy)));
            } else if (source == null) {
                FileTrees.delete(copy);
                index.remove(path);
            } else {
                copy(path, source);
            }
        }
    }

    /// Keeps the bytecode a run of the unchanged project wrote, so that later runs need not compile again.
    void keepBytecode() throws IOException {
        ProjectScan.ofCopy(tree).entries().forEach((path, entry) -> {
            boolean bytecode = path.endsWith("/" + BYTECODE) || path.equals(BYTECODE) || (path.contains(BYTECODE + "/") && path.endsWith(".pyc"));
            if (bytecode && !index.entries().containsKey(path) && entry.kind() != Kind.LINK) {
                index.put(path, new Held(null, entry));
            }
        });
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = place(path);
        FileTrees.delete(file);
        Files.write(file, content);
        Held held = index.entries().get(path);
        Path original = project.resolve(path);
        if (FileTrees.POSIX && held != null && Files.isRegularFile(original) && Files.isExecutable(original)) {
            Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(original));
        }
        // Python takes cached bytecode for the source's if size and second agree, so each edit gets a second of its own.
        Files.setLastModifiedTime(file, FileTime.from(1_000_000_000L + edits++, TimeUnit.SECONDS));
        touched.add(path);
    }

    /// Where a file goes; its folders are made and are folders, not links.
    private Path place(String path) throws IOException {
        Path file = tree.resolve(path).normalize();
        if (!file.startsWith(tree) || file.equals(tree)) {
            throw new IOException(path + " does not lie in the project.");
        }
        List<Path> parents = new ArrayList<>();
        for (Path parent = file.getParent(); parent != null && !parent.equals(tree); parent = parent.getParent()) {
            parents.addFirst(parent);
        }
        for (Path parent : parents) {
            if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
                if (Files.isSymbolicLink(parent)) {
                    throw new IOException(path + " lies behind a link.");
                }
                Files.createDirectory(parent);
                touched.add(tree.relativize(parent).toString());
            }
        }
        return file;
    }

    private void copy(String path, Entry source) throws IOException {
        Path from = project.resolve(path);
        Path to = tree.resolve(path);
        Entry there = entryOf(to);
        if (there.kind() != source.kind() || source.kind() != Kind.FOLDER) {
            FileTrees.delete(to);
        }
        try {
            switch (source.kind()) {
                case FOLDER -> Files.createDirectories(to);
                case LINK -> Files.createSymbolicLink(to, target(Files.readSymbolicLink(from)));
                case FILE -> {
                    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
                    // The project's own time keeps the bytecode valid that belongs to it.
                    Files.setLastModifiedTime(to, FileTime.from(source.stamp().modified(), TimeUnit.NANOSECONDS));
                }
            }
        } catch (NoSuchFileException | AccessDeniedException _) {
            // Deleted since the scan, or not for us to read: the copy does without.
            index.remove(path);
            return;
        }
        index.put(path, new Held(source, entryOf(to)));
    }

    /// A link into the project by its absolute path leads into the copy: by itself where runs see the copy under that path.
    private Path target(Path written) {
        return !inPlace && written.isAbsolute() && written.startsWith(project) ? tree.resolve(project.relativize(written)) : written;
    }

    private static Entry entryOf(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return NOTHING;
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
            return new Entry(Kind.FOLDER, new Stamp(0, 0, 0));
        }
        return new Entry(attributes.isRegularFile() ? Kind.FILE : Kind.LINK, Stamp.of(attributes));
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            restore();
            adopted.clear();
            index.write(indexFile);
            Files.createFile(clean);
        }
    }
}
