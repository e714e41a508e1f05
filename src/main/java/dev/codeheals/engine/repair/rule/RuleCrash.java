package dev.codeheals.engine.repair.rule;

/// A rule that failed at its work and was skipped.
///
/// @param ruleId which
/// @param place  file and line it looked at
/// @param cause  what it threw
public record RuleCrash(String ruleId, String place, String cause) {}
