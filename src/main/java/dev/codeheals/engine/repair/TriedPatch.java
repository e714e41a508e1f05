package dev.codeheals.engine.repair;

/// A patch that was tried in this heal.
///
/// @param hash        of the patch
/// @param description of the patch
/// @param outcome     why it did not heal, in one sentence
/// @param diff        what it changed
public record TriedPatch(String hash, String description, String outcome, String diff) {}
