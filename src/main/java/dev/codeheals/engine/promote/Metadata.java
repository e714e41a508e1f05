package dev.codeheals.engine.promote;

import java.util.Map;

/// What a file is beside its bytes.
///
/// @param mode          permission bits; -1 where the platform has none
/// @param owner         numeric user; -1 where the platform has none
/// @param group         numeric group; -1 where the platform has none
/// @param modifiedNanos time of the last change to be restored, which may lie before 1970; {@link #NOW} for a file that is changed now
/// @param attributes    extended attributes, access control lists among them
public record Metadata(int mode, int owner, int group, long modifiedNanos, Map<String, byte[]> attributes) {
    /// No time to be restored.
    public static final long NOW = Long.MIN_VALUE;
    /// For a new file: what the system gives it.
    public static final Metadata PLAIN = new Metadata(-1, -1, -1, NOW, Map.of());

    public Metadata {
        attributes = Map.copyOf(attributes);
    }

    /// Whether its time is to be restored.
    boolean dated() {
        return modifiedNanos != NOW;
    }

    Metadata changedNow() {
        return new Metadata(mode, owner, group, NOW, attributes);
    }
}
