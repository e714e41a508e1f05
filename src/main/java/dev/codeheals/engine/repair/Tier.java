package dev.codeheals.engine.repair;

/// How far a kind of edit may go when its verification succeeds.
public enum Tier {
    /// May be promoted by confidence alone.
    A,
    /// Always wants a person or a test that asks for exactly this.
    B,
    /// Only ever a suggestion.
    C
}
