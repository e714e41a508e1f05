package dev.codeheals.engine.verify;

import dev.codeheals.engine.verify.ProjectScan.Entry;
import dev.codeheals.engine.verify.ProjectScan.Kind;
import dev.codeheals.engine.verify.ProjectScan.Stamp;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a mirror holds and which state of the project each entry was copied from.
final class MirrorIndex {
    private static final int VERSION = 1;

    private final Map<String, Held> held = new LinkedHashMap<>();
    private boolean changed = true;

    /// One entry of the mirror.
    ///
    /// @param source the project's entry it was copied from; null for what runs made and is kept
    /// @param copy   the mirror's own entry
    record Held(@Nullable Entry source, Entry copy) {}

    Map<String, Held> entries() {
        return held;
    }

    /// Whether the file it was read from says the same.
    boolean isStored() {
        return !changed;
    }

    void put(String path, Held entry) {
        changed |= !entry.equals(held.put(path, entry));
    }

    void remove(String path) {
        changed |= held.remove(path) != null;
    }

    /// Reads an index; empty if there is none or it is not whole.
    static MirrorIndex read(Path file) {
        MirrorIndex index = new MirrorIndex();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != VERSION) {
                return new MirrorIndex();
            }
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String path = in.readUTF();
                Entry source = in.readBoolean() ? entry(in) : null;
                index.held.put(path, new Held(source, entry(in)));
            }
            if (in.readInt() != count) {
                return new MirrorIndex();
            }
            index.changed = false;
            return index;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
            // A damaged index only costs a fresh copy.
            return new MirrorIndex();
        }
    }

    /// Writes it unless the file says the same already.
    void write(Path file) throws IOException {
        if (!changed) {
            return;
        }
        Path scratch = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(scratch)))) {
            out.writeInt(VERSION);
            out.writeInt(held.size());
            for (Map.Entry<String, Held> entry : held.entrySet()) {
                out.writeUTF(entry.getKey());
                Entry source = entry.getValue().source();
                out.writeBoolean(source != null);
                if (source != null) {
                    entry(out, source);
                }
                entry(out, entry.getValue().copy());
            }
            out.writeInt(held.size());
        }
        // Put in the place of another one, the system would bring its bytes to the disk at once; a lost index only costs a fresh copy.
        Files.deleteIfExists(file);
        Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE);
        changed = false;
    }

    private static Entry entry(DataInputStream in) throws IOException {
        return new Entry(Kind.valueOf(in.readUTF()), new Stamp(in.readLong(), in.readLong(), in.readInt()));
    }

    private static void entry(DataOutputStream out, Entry entry) throws IOException {
        out.writeUTF(entry.kind().name());
        out.writeLong(entry.stamp().size());
        out.writeLong(entry.stamp().modified());
        out.writeInt(entry.stamp().key());
    }
}
