package dev.codeheals.engine.promote;

import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.UnifiedDiff;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a person said yes to: this patch, on these files as they were, shown as this text. Anything else needs a new yes.
///
/// @param patchHash  of the candidate
/// @param baseHashes SHA-256 of each file before; empty text for a file the patch creates
/// @param shownHash  SHA-256 of the diff that was on the screen
public record Approval(String patchHash, Map<String, String> baseHashes, String shownHash) {
    public Approval {
        baseHashes = Map.copyOf(baseHashes);
    }

    /// The approval of exactly these changes.
    public static Approval of(String patchHash, List<FileChange> changes) {
        return new Approval(patchHash, bases(changes), PacketHash.sha256(UnifiedDiff.of(changes)));
    }

    /// SHA-256 of each file before the changes.
    public static Map<String, String> bases(List<FileChange> changes) {
        Map<String, String> bases = new TreeMap<>();
        for (FileChange change : changes) {
            byte[] before = change.before();
            bases.put(change.file(), before == null ? "" : PacketHash.sha256(before));
        }
        return bases;
    }

    /// Why these changes are not the approved ones, as a conflict to show; empty if they are.
    public Optional<PromotionResult> refuses(String patch, List<FileChange> changes) {
        Map<String, String> bases = bases(changes);
        for (Map.Entry<String, String> approved : baseHashes.entrySet()) {
            if (!approved.getValue().equals(bases.get(approved.getKey()))) {
                return Optional.of(new PromotionResult.Conflict(approved.getKey(), approved.getKey()
                        + " changed since it was reviewed. Review the change again.", List.of()));
            }
        }
        boolean same = patch.equals(patchHash) && bases.equals(baseHashes) && PacketHash.sha256(UnifiedDiff.of(changes)).equals(shownHash);
        return same ? Optional.empty() : Optional.of(new PromotionResult.Refused("not-approved", "",
                "The change is not the one that was approved. Review it again."));
    }
}
