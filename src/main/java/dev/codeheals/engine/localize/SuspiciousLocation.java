package dev.codeheals.engine.localize;

/// A place that may hold the fault.
///
/// @param file      relative to the project root
/// @param line      1-based
/// @param suspicion 0 to 1, comparable within one ranking only
/// @param why       in a few words
public record SuspiciousLocation(String file, int line, double suspicion, String why) {}
