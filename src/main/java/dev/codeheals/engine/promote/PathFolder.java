package dev.codeheals.engine.promote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A folder by its path, for platforms without the native calls. Before each step it makes sure that the path is still the folder it was.
final class PathFolder implements Folder {
    /// What a name gets appended while the file that had it is put aside under a second name.
    static final String ASIDE = ".aside";

    private final Path path;
    private final @Nullable Object identity;
    private final boolean posix;

    private PathFolder(Path path, @Nullable Object identity, boolean posix) {
        this.path = path;
        this.identity = identity;
        this.posix = posix;
    }

    static Folder open(Path folder) throws FileFault {
        try {
            BasicFileAttributes found = look(folder);
            return new PathFolder(folder, found.fileKey(), Files.getFileStore(folder).supportsFileAttributeView("posix"));
        } catch (IOException e) {
            throw FileFault.of(e, "open", folder.toString());
        }
    }

    private static BasicFileAttributes look(Path folder) throws IOException {
        BasicFileAttributes found = Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isSymbolicLink()) {
            throw new FileSystemLoopException(folder.toString());
        }
        if (!found.isDirectory()) {
            throw new NotDirectoryException(folder.toString());
        }
        return found;
    }

    /// One step in the folder.
    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T step(String operation, String name, Step<T> step) throws FileFault {
        try {
            Object now = look(path).fileKey();
            if (identity != null && !identity.equals(now)) {
                throw new FileSystemLoopException(path.toString());
            }
            return step.run();
        } catch (IOException e) {
            throw FileFault.of(e, operation, name);
        }
    }

    @Override
    public Folder child(String name) throws FileFault {
        return step("open", name, () -> open(path.resolve(name)));
    }

    @Override
    public Optional<FileFacts> facts(String name) throws FileFault {
        return step("look at", name, () -> {
            Path file = path.resolve(name);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.<FileFacts>empty();
            }
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            FileFacts.Kind kind = found.isSymbolicLink() ? FileFacts.Kind.LINK : found.isDirectory() ? FileFacts.Kind.FOLDER
                    : found.isRegularFile() ? FileFacts.Kind.FILE : FileFacts.Kind.OTHER;
            boolean unix = posix && Files.getFileStore(path).supportsFileAttributeView("unix");
            int mode = unix ? (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777 : Files.isWritable(file) ? 0644 : 0444;
            long links = unix ? (int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) : 1;
            return Optional.of(new FileFacts(kind, mode, found.size(), links, found.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
        });
    }

    @Override
    public byte[] read(String name) throws FileFault {
        return step("read", name, () -> {
            try (var file = Files.newInputStream(path.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                return file.readAllBytes();
            }
        });
    }

    @Override
    public Metadata metadata(String name) throws FileFault {
        return step("look at", name, () -> {
            Path file = path.resolve(name);
            long modified = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).to(TimeUnit.NANOSECONDS);
            if (!posix) {
                return new Metadata(-1, -1, -1, modified, Map.of());
            }
            return new Metadata((int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777,
                    (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS),
                    (int) Files.getAttribute(file, "unix:gid", LinkOption.NOFOLLOW_LINKS), modified, attributes(file));
        });
    }

    private static Map<String, byte[]> attributes(Path file) throws IOException {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        Map<String, byte[]> attributes = new HashMap<>();
        if (view != null) {
            for (String name : view.list()) {
                ByteBuffer value = ByteBuffer.allocate(view.size(name));
                view.read(name, value);
                attributes.put(name, value.array());
            }
        }
        return attributes;
    }

    @Override
    public void create(String name, byte[] bytes, Metadata metadata) throws FileFault {
        step("write", name, () -> {
            Path file = path.resolve(name);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                dress(file, metadata);
                channel.force(true);
            }
            return file;
        });
    }

    private void dress(Path file, Metadata metadata) throws IOException {
        if (posix && metadata.mode() >= 0) {
            if ((int) Files.getAttribute(file, "unix:uid") != metadata.owner()) {
                Files.setAttribute(file, "unix:uid", metadata.owner());
            }
            if ((int) Files.getAttribute(file, "unix:gid") != metadata.group()) {
                Files.setAttribute(file, "unix:gid", metadata.group());
            }
            UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
            for (Map.Entry<String, byte[]> attribute : metadata.attributes().entrySet()) {
                view.write(attribute.getKey(), ByteBuffer.wrap(attribute.getValue()));
            }
            Files.setPosixFilePermissions(file, permissions(metadata.mode()));
        }
        if (metadata.dated()) {
            Files.setLastModifiedTime(file, FileTime.from(metadata.modifiedNanos(), TimeUnit.NANOSECONDS));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = new TreeSet<>();
        PosixFilePermission[] fromHighest = PosixFilePermission.values();
        for (int bit = 0; bit < fromHighest.length; bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                permissions.add(fromHighest[bit]);
            }
        }
        return permissions;
    }

    @Override
    public void exchange(String one, String other) throws FileFault {
        step("exchange", other, () -> {
            Path aside = path.resolve(one + ASIDE);
            try {
                Files.createLink(aside, path.resolve(other));
            } catch (UnsupportedOperationException e) {
                throw new FileFault(Errno.EOPNOTSUPP, "exchange", other);
            }
            Files.move(path.resolve(one), path.resolve(other), StandardCopyOption.ATOMIC_MOVE);
            return Files.move(aside, path.resolve(one), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    @Override
    public void rename(String from, String to) throws FileFault {
        step("rename", from, () -> {
            try {
                Files.createLink(path.resolve(to), path.resolve(from));
                Files.delete(path.resolve(from));
                return path;
            } catch (UnsupportedOperationException _) {
                return Files.move(path.resolve(from), path.resolve(to));
            }
        });
    }

    @Override
    public void move(String name, Folder to, String newName) throws FileFault {
        boolean moved = to instanceof PathFolder other && step("move", name, () -> {
            try {
                return Files.exists(Files.move(path.resolve(name), other.path.resolve(newName), StandardCopyOption.ATOMIC_MOVE));
            } catch (AtomicMoveNotSupportedException _) {
                return false;
            }
        });
        if (!moved) {
            to.create(newName, read(name), metadata(name));
            delete(name);
        }
    }

    @Override
    public void makeFolder(String name) throws FileFault {
        step("make the folder", name, () -> Files.createDirectory(path.resolve(name)));
    }

    @Override
    public void delete(String name) throws FileFault {
        step("remove", name, () -> {
            Files.delete(path.resolve(name));
            return path;
        });
    }

    @Override
    public void removeFolder(String name) throws FileFault {
        delete(name);
    }

    @Override
    public List<String> names() throws FileFault {
        return step("list", "the folder", () -> {
            List<String> names = new ArrayList<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
                entries.forEach(entry -> names.add(entry.getFileName().toString()));
            }
            return names;
        });
    }

    @Override
    public void sync() throws FileFault {
        if (posix) {
            step("sync", "the folder", () -> {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                    channel.force(true);
                    return path;
                }
            });
        }
    }

    @Override
    public void close() {
        // Nothing is held: each step opens what it needs.
    }
}
