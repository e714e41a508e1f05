package dev.codeheals.engine.promote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder held by its descriptor: every name is looked up in it, so no swap of a parent for a link leads anywhere else.
final class LinuxFolder implements Folder {
    private static final int AT_WORKING_FOLDER = -100;
    private static final int CREATE_NEW = 0100 | 0200 | 01;
    private static final int CLOSE_ON_EXEC = 02000000;
    private static final int NON_BLOCKING = 04000;
    private static final int BUFFER = 1 << 16;

    private final int descriptor;
    private boolean open = true;

    private LinuxFolder(int descriptor) {
        this.descriptor = descriptor;
    }

    private static LibC.Flags flags() {
        return LibC.Flags.KNOWN.orElseThrow(() -> new IllegalStateException("This processor's open flags are not known."));
    }

    static Folder open(Path folder) throws FileFault {
        return new LinuxFolder(LibC.open(AT_WORKING_FOLDER, folder.toString(), flags().directory() | flags().noFollow() | CLOSE_ON_EXEC, 0));
    }

    @Override
    public Folder child(String name) throws FileFault {
        return new LinuxFolder(LibC.open(descriptor, name, flags().directory() | flags().noFollow() | CLOSE_ON_EXEC, 0));
    }

    @Override
    public Optional<FileFacts> facts(String name) throws FileFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment stat = LibC.stat(descriptor, name, arena);
            int mode = Short.toUnsignedInt(stat.get(ValueLayout.JAVA_SHORT, 28));
            FileFacts.Kind kind = switch (mode & 0170000) {
                case 0100000 -> FileFacts.Kind.FILE;
                case 0040000 -> FileFacts.Kind.FOLDER;
                case 0120000 -> FileFacts.Kind.LINK;
                default -> FileFacts.Kind.OTHER;
            };
            return Optional.of(new FileFacts(kind, mode & 07777, stat.get(ValueLayout.JAVA_LONG, 40),
                    Integer.toUnsignedLong(stat.get(ValueLayout.JAVA_INT, 16)), modified(stat)));
        } catch (FileFault fault) {
            if (fault.errno() == Errno.ENOENT) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private static long modified(MemorySegment stat) {
        return stat.get(ValueLayout.JAVA_LONG, 112) * 1_000_000_000L + Integer.toUnsignedLong(stat.get(ValueLayout.JAVA_INT, 120));
    }

    @Override
    public byte[] read(String name) throws FileFault {
        return on(openFile(name), file -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment buffer = arena.allocate(BUFFER);
                for (long read = LibC.read(file, buffer, name); read > 0; read = LibC.read(file, buffer, name)) {
                    bytes.writeBytes(buffer.asSlice(0, read).toArray(ValueLayout.JAVA_BYTE));
                }
            }
            return bytes.toByteArray();
        });
    }

    // Non-blocking, so that a pipe put in the file's place cannot make us wait for its other end.
    private int openFile(String name) throws FileFault {
        return LibC.open(descriptor, name, flags().noFollow() | CLOSE_ON_EXEC | NON_BLOCKING, 0);
    }

    @Override
    public Metadata metadata(String name) throws FileFault {
        return on(openFile(name), file -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment stat = LibC.stat(file, "", arena);
                return new Metadata(stat.get(ValueLayout.JAVA_SHORT, 28) & 07777, stat.get(ValueLayout.JAVA_INT, 20),
                        stat.get(ValueLayout.JAVA_INT, 24), modified(stat), attributes(file));
            }
        });
    }

    private static Map<String, byte[]> attributes(int file) throws FileFault {
        Map<String, byte[]> attributes = new HashMap<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(BUFFER);
            long length = LibC.listAttributes(file, buffer);
            String names = new String(buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
            for (String name : names.split("\0", -1)) {
                if (!name.isEmpty()) {
                    long size = LibC.attribute(file, name, buffer);
                    attributes.put(name, buffer.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE));
                }
            }
        } catch (FileFault fault) {
            if (fault.errno() != Errno.EOPNOTSUPP) {
                throw fault;
            }
        }
        return attributes;
    }

    @Override
    public void create(String name, byte[] bytes, Metadata metadata) throws FileFault {
        int ownerOnlyUntilComplete = metadata.mode() < 0 ? 0666 : 0600;
        int created = LibC.open(descriptor, name, CREATE_NEW | flags().noFollow() | CLOSE_ON_EXEC, ownerOnlyUntilComplete);
        on(created, file -> {
            write(file, name, bytes);
            if (metadata.mode() >= 0) {
                dress(file, name, metadata);
            }
            if (metadata.dated()) {
                LibC.touch(file, metadata.modifiedNanos(), name);
            }
            LibC.sync(file, name);
            return name;
        });
    }

    private static void write(int file, String name, byte[] bytes) throws FileFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment all = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            for (long done = 0; done < bytes.length; ) {
                done += LibC.write(file, all.asSlice(done), name);
            }
        }
    }

    // Owner first, for it clears bits; then the access list, whose mask the mode's group bits repeat; the mode last.
    private static void dress(int file, String name, Metadata metadata) throws FileFault {
        Metadata given = new Metadata(0, 0, 0, Metadata.NOW, attributes(file));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment stat = LibC.stat(file, "", arena);
            if (stat.get(ValueLayout.JAVA_INT, 20) != metadata.owner() || stat.get(ValueLayout.JAVA_INT, 24) != metadata.group()) {
                LibC.chown(file, metadata.owner(), metadata.group(), name);
            }
        }
        for (Map.Entry<String, byte[]> wanted : metadata.attributes().entrySet()) {
            if (!Arrays.equals(given.attributes().get(wanted.getKey()), wanted.getValue())) {
                LibC.setAttribute(file, wanted.getKey(), wanted.getValue());
            }
        }
        for (String inherited : given.attributes().keySet()) {
            if (!metadata.attributes().containsKey(inherited)) {
                LibC.removeAttribute(file, inherited);
            }
        }
        LibC.chmod(file, metadata.mode(), name);
    }

    @Override
    public void exchange(String one, String other) throws FileFault {
        try {
            LibC.rename(descriptor, one, descriptor, other, LibC.EXCHANGE);
        } catch (FileFault fault) {
            if (fault.errno() != Errno.EINVAL && fault.errno() != Errno.ENOSYS) {
                throw fault;
            }
            exchangeByLink(one, other);
        }
    }

    // For file systems without the exchange: the displaced file keeps a name at every moment.
    private void exchangeByLink(String one, String other) throws FileFault {
        String aside = one + PathFolder.ASIDE;
        LibC.link(descriptor, other, aside);
        LibC.rename(descriptor, one, descriptor, other, 0);
        LibC.rename(descriptor, aside, descriptor, one, 0);
    }

    @Override
    public void rename(String from, String to) throws FileFault {
        try {
            LibC.rename(descriptor, from, descriptor, to, LibC.NO_REPLACE);
        } catch (FileFault fault) {
            if (fault.errno() != Errno.EINVAL && fault.errno() != Errno.ENOSYS) {
                throw fault;
            }
            LibC.link(descriptor, from, to);
            LibC.unlink(descriptor, from, false);
        }
    }

    @Override
    public void move(String name, Folder to, String newName) throws FileFault {
        if (to instanceof LinuxFolder alike) {
            try {
                LibC.rename(descriptor, name, alike.descriptor, newName, 0);
                return;
            } catch (FileFault fault) {
                if (fault.errno() != Errno.EXDEV) {
                    throw fault;
                }
            }
        }
        to.create(newName, read(name), metadata(name));
        delete(name);
    }

    @Override
    public void makeFolder(String name) throws FileFault {
        LibC.makeFolder(descriptor, name);
    }

    @Override
    public void delete(String name) throws FileFault {
        LibC.unlink(descriptor, name, false);
    }

    @Override
    public void removeFolder(String name) throws FileFault {
        LibC.unlink(descriptor, name, true);
    }

    @Override
    public List<String> names() throws FileFault {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of("/proc/self/fd/" + descriptor))) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (IOException e) {
            throw FileFault.of(e, "list", "the folder");
        }
        return names;
    }

    @Override
    public void sync() throws FileFault {
        LibC.sync(descriptor, "the folder");
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            closed(descriptor);
        }
    }

    // Nothing was written through a folder's descriptor; a file's was synced before: closing has nothing left to report.
    private static boolean closed(int file) {
        try {
            LibC.close(file);
            return true;
        } catch (FileFault _) {
            return false;
        }
    }

    private interface Work<T> {
        T on(int file) throws FileFault;
    }

    private static <T> T on(int file, Work<T> work) throws FileFault {
        try {
            return work.on(file);
        } finally {
            closed(file);
        }
    }
}
