package dev.codeheals.engine.envelope;

import java.time.Duration;

/// What a model call took. {@code cost} is in US dollars; 0 where the price is unknown.
public record ModelUse(String provider, String model, long tokensIn, long tokensOut, double cost, Duration latency) {}
