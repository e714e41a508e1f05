package dev.codeheals.engine.promote;

import dev.codeheals.engine.classify.PacketHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Versions of one file that somebody else wrote while it was being changed, put aside in the undo store for a person to look at.
final class KeptCopies {
    private static final String KEPT = "kept-";

    private final String prefix;
    private final String suffix;
    private final Set<String> known;
    private final Map<String, String> names = new HashMap<>();

    /// @param number of the file in its promotion
    /// @param known  SHA-256 of the versions that need no copy: the approved base and our own
    KeptCopies(String number, String fileName, Set<String> known) {
        this.prefix = KEPT + number + "-";
        this.suffix = "-" + fileName;
        this.known = Set.copyOf(known);
    }

    /// The names of everything kept for a promotion, in the order it was kept.
    static List<String> in(Folder undo) throws FileFault {
        return undo.names().stream().filter(name -> name.startsWith(KEPT)).sorted().toList();
    }

    /// The number of the file a name was kept for.
    static int number(String name) {
        return Integer.parseInt(name.substring(KEPT.length(), name.indexOf('-', KEPT.length())));
    }

    /// Tries to keep a copy, unless there is one or none is needed; it is on the disk when this returns.
    void copy(byte[] bytes, Folder undo) throws FileFault {
        String hash = PacketHash.sha256(bytes);
        if (known.contains(hash) || names.containsKey(hash)) {
            return;
        }
        String name = free(undo);
        try {
            undo.create(name, bytes, Metadata.PLAIN);
            undo.sync();
            names.put(hash, name);
        } catch (FileFault _) {
            if (undo.facts(name).isPresent()) {
                undo.delete(name);
            }
        }
    }

    /// The name for a version that is about to be moved here. A copy of it makes way for the file itself, which others may still have open.
    String nameFor(String hash, Folder undo) throws FileFault {
        String had = names.get(hash);
        if (had == null) {
            return free(undo);
        }
        undo.delete(had);
        return had;
    }

    private String free(Folder undo) throws FileFault {
        int number = 1;
        while (undo.facts(prefix + number + suffix).isPresent()) {
            number++;
        }
        return prefix + number + suffix;
    }
}
