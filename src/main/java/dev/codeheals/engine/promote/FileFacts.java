package dev.codeheals.engine.promote;

/// What stands under a name in a folder, links not followed.
///
/// @param mode          permission bits with setuid, setgid and sticky
/// @param links         how many names the file has
/// @param modifiedNanos time of the last change, nanoseconds since 1970
public record FileFacts(Kind kind, int mode, long size, long links, long modifiedNanos) {
    public enum Kind { FILE, FOLDER, LINK, OTHER }
}
