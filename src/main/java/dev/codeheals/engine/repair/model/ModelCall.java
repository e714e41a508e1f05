package dev.codeheals.engine.repair.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One exchange with a model, for the envelope.
///
/// @param usage    tokens, of failed requests too
/// @param cost     in US dollars; 0 where the price is unknown
/// @param requests how many requests were sent
/// @param prompt   the exact text that went out, redacted
/// @param reply    what came back, placeholders still in it; null if nothing did
/// @param fault    why it gave no candidate, as a sentence; null if it did
public record ModelCall(ModelId model, TokenUsage usage, double cost, Duration latency, int requests, String prompt,
                        @Nullable String reply, @Nullable String fault) {}
