package dev.codeheals.engine.promote;

import java.util.Arrays;
import java.util.List;

/// What a promotion is going to do to one file.
///
/// @param file        as the patch names it, relative to the root
/// @param target      where it really lies, relative to the root, links resolved
/// @param tempName    the name, in the target's folder, that the new bytes have before and the old bytes have after the exchange
/// @param beforeHash  SHA-256 of the approved base; empty where there is no file yet
/// @param afterHash   SHA-256 of what will be there; empty where the file goes (undoing a creation)
/// @param madeFolders folders made for the file, outermost first
public record PlannedFile(String file, String target, String tempName, String beforeHash, String afterHash, List<String> madeFolders) {
    public PlannedFile {
        madeFolders = List.copyOf(madeFolders);
    }

    public boolean creates() {
        return beforeHash.isEmpty();
    }

    public boolean removes() {
        return afterHash.isEmpty();
    }

    List<String> folders() {
        List<String> parts = Arrays.asList(target.split("/", -1));
        return parts.subList(0, parts.size() - 1);
    }

    String name() {
        return target.substring(target.lastIndexOf('/') + 1);
    }
}
