package dev.codeheals.engine.envelope;

import java.time.Instant;

/// One decision about an envelope's fix, as the chain of decisions has it.
///
/// @param sequence its place in that chain; 1…
/// @param reason   one sentence; empty if there is nothing to say
public record OutcomeChange(long sequence, String envelopeId, Outcome outcome, String reason, Instant at) {}
