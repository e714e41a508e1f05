package dev.codeheals.engine.guard;

/// What the user lets fixes change.
///
/// @param allowTests        test files and {@code conftest.py}
/// @param allowConfig       settings of tools, of the build and of CI
/// @param allowDependencies requirement and lock files
/// @param maxBytes          bytes of all new text together
/// @param maxFiles          files one fix may change
public record GuardSettings(boolean allowTests, boolean allowConfig, boolean allowDependencies, int maxBytes, int maxFiles) {
    public static final GuardSettings STANDARD = new GuardSettings(false, false, false, 256 << 10, 12);
}
