package dev.codeheals.engine.envelope;

import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.score.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The few fields of an envelope that lists and charts of very many need.
///
/// @param confidence the overall number; null where nothing was verified
public record EnvelopeRow(long sequence, String envelopeId, String healId, String project, Instant createdAt, int attempt, String errorCode,
                          String clusterId, String source, @Nullable Double confidence, Decision decision, BreakerState breakerState,
                          Outcome outcome) {}
