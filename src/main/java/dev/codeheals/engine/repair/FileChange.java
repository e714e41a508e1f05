package dev.codeheals.engine.repair;

import org.jspecify.annotations.Nullable;

/// One file before and after a patch, as bytes.
///
/// @param file   relative to the project root
/// @param before null where the patch creates the file
/// @param after  the bytes to write
public record FileChange(String file, byte @Nullable [] before, byte[] after) {}
