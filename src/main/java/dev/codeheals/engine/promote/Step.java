package dev.codeheals.engine.promote;

import dev.codeheals.engine.classify.PacketHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One file's change as asked for.
///
/// @param beforeHash empty where there is no file
/// @param after      null where the file goes
/// @param metadata    what the new file is to be; null to take it from the file it replaces
/// @param madeFolders folders to remove with the file if they are empty then, outermost first
record Step(String file, String beforeHash, byte @Nullable [] after, @Nullable Metadata metadata, List<String> madeFolders) {

    String afterHash() {
        return after == null ? "" : PacketHash.sha256(after);
    }

    boolean changesNothing() {
        return beforeHash.equals(afterHash());
    }
}
