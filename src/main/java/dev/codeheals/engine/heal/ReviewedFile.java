package dev.codeheals.engine.heal;

/// One file of a proposal.
///
/// @param path        relative to the project
/// @param base        the text now
/// @param proposed    the text with the fix; the base where the fix no longer fits
/// @param baseChanged whether the file is no longer the one the fix was made for
public record ReviewedFile(String path, String base, String proposed, boolean baseChanged) {}
