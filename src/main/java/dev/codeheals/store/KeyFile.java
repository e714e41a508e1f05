package dev.codeheals.store;

import dev.codeheals.engine.repair.model.KeyPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// Keys in a file that only its owner can read, for machines without a key ring.
///
/// A file that others can read is not used at all.
public final class KeyFile implements KeyPlace {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path file;

    public KeyFile(Path file) {
        this.file = file;
    }

    @Override
    public String title() {
        return "the file " + file + ", readable by its owner only";
    }

    @Override
    public synchronized Optional<String> find(String name) {
        return Optional.ofNullable(read().getProperty(name));
    }

    @Override
    public synchronized boolean keep(String name, String key) {
        Properties keys = read();
        keys.setProperty(name, key);
        return write(keys);
    }

    @Override
    public synchronized void forget(String name) {
        Properties keys = read();
        if (keys.remove(name) != null) {
            write(keys);
        }
    }

    private Properties read() {
        Properties keys = new Properties();
        try {
            if (Files.isRegularFile(file) && (!POSIX || OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file)))) {
                try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    keys.load(reader);
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            keys.clear();
        }
        return keys;
    }

    private boolean write(Properties keys) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            FileAttribute<?>[] attributes = POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)} : new FileAttribute<?>[0];
            Path next = Files.createTempFile(folder, ".keys", ".tmp", attributes);
            try (var writer = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
                keys.store(writer, null);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }
}
