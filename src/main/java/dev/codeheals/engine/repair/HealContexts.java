package dev.codeheals.engine.repair;

/// The three context layers as text, built once for each attempt.
///
/// @param memory   the last envelopes
/// @param insights stuck clusters, oscillation, breaker changes
/// @param success  proven patterns for this diagnosis
public record HealContexts(String memory, String insights, String success) {
    public static final HealContexts NONE = new HealContexts("", "", "");
}
