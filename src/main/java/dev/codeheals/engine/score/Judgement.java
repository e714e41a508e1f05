package dev.codeheals.engine.score;

/// A decision and why.
///
/// @param reason one sentence a person understands
public record Judgement(Decision decision, String reason) {}
