package dev.codeheals.engine.repair;

import dev.codeheals.engine.source.EncodedText;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.SourceTree;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The project's Python files as they were when first read; never writes.
public final class ProjectSnapshot implements SourceTree {
    /// Folders that hold no code of the project.
    public static final Set<String> SKIPPED = Set.of(".git", ".hg", ".svn", "__pycache__", "node_modules", ".venv", "venv", "env", ".tox", ".nox",
            ".mypy_cache", ".pytest_cache", ".ruff_cache", "site-packages", "build", "dist", ".eggs", ".idea", ".vscode");
    private static final long LARGEST_SOURCE = 4L << 20;

    private final Path root;
    private final List<String> files;
    private final Map<String, Optional<Held>> held = new ConcurrentHashMap<>();

    private record Held(byte[] bytes, EncodedText encoded, SourceFile source) {}

    private ProjectSnapshot(Path root, List<String> files) {
        this.root = root;
        this.files = List.copyOf(files);
    }

    /// Lists the folder's Python files.
    ///
    /// @throws IOException if the folder itself cannot be read; unreadable parts of it are left out
    public static ProjectSnapshot of(Path root) throws IOException {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> _ = Files.newDirectoryStream(root)) {
            // Fails for a folder that cannot be read; the walk would silently find nothing.
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = !folder.equals(root) && (SKIPPED.contains(folder.getFileName().toString())
                        || Files.exists(folder.resolve("pyvenv.cfg")));
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".py") && attributes.isRegularFile() && attributes.size() <= LARGEST_SOURCE) {
                    found.add(root.relativize(file).toString().replace('\\', '/'));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return new ProjectSnapshot(root, found);
    }

    public Path root() {
        return root;
    }

    @Override
    public List<String> pythonFiles() {
        return files;
    }

    @Override
    public Optional<SourceFile> file(String path) {
        return held(path).map(Held::source);
    }

    /// The file's bytes as read; empty if it does not exist or is not text in its declared encoding.
    public Optional<byte[]> bytes(String path) {
        return held(path).map(h -> h.bytes().clone());
    }

    /// The encoding the file is read in; where it declares none and is no UTF-8, the one it most likely has.
    public Optional<Charset> charset(String path) {
        return held(path).map(h -> h.encoded().charset());
    }

    /// The bytes each file of a patch has before and after it.
    ///
    /// @return empty if a file is missing, undecodable, already there though the patch creates it, or cannot encode the new text
    public Optional<List<FileChange>> changes(CandidatePatch patch) {
        Map<String, FileChange> changes = new TreeMap<>();
        for (FileEdit edit : patch.edits()) {
            Optional<FileChange> change = edit.creates() ? created(edit) : edited(edit);
            if (change.isEmpty()) {
                return Optional.empty();
            }
            changes.put(edit.file(), change.get());
        }
        return Optional.of(List.copyOf(changes.values()));
    }

    /// The project as it will be with these changes on top of what was read.
    public ProjectSnapshot with(List<FileChange> changes) {
        TreeSet<String> all = new TreeSet<>(files);
        changes.stream().map(FileChange::file).filter(file -> file.endsWith(".py")).forEach(all::add);
        ProjectSnapshot next = new ProjectSnapshot(root, List.copyOf(all));
        next.held.putAll(held);
        changes.forEach(change -> next.held.put(change.file(), hold(change.file(), change.after())));
        return next;
    }

    private Optional<FileChange> created(FileEdit edit) {
        if (Files.exists(root.resolve(edit.file())) || held(edit.file()).isPresent()) {
            return Optional.empty();
        }
        byte[] after = edit.applyTo("").getBytes(StandardCharsets.UTF_8);
        return Optional.of(new FileChange(edit.file(), null, after));
    }

    private Optional<FileChange> edited(FileEdit edit) {
        return held(edit.file()).filter(h -> edit.replacements().getLast().end() <= h.source().text().length())
                .flatMap(h -> h.encoded().encode(edit.applyTo(h.source().text())).map(after -> new FileChange(edit.file(), h.bytes(), after)));
    }

    private Optional<Held> held(String path) {
        return held.computeIfAbsent(path, this::read);
    }

    // A link inside the project may lead out of it: what lies there is nobody's to read, or to send to a model.
    private Optional<Held> read(String path) {
        try {
            Path file = root.resolve(path).normalize();
            boolean inside = file.startsWith(root) && Files.isRegularFile(file) && file.toRealPath().startsWith(root.toRealPath());
            return inside && Files.size(file) <= LARGEST_SOURCE ? hold(path, Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<Held> hold(String path, byte[] bytes) {
        return EncodedText.decode(bytes).map(e -> new Held(bytes, e, SourceFile.of(path, e.text())));
    }
}
