package dev.codeheals.engine.repair.model;

import java.time.Duration;

/// Hard caps of one heal.
///
/// @param requests  requests to the endpoint, retries and repair turns included
/// @param tokens    sent and received
/// @param dollars   by the price list; unknown prices count as nothing
/// @param wall      from the first request on
public record ModelBudget(int requests, long tokens, double dollars, Duration wall) {
    public static final ModelBudget DEFAULT = new ModelBudget(8, 200_000, 1.00, Duration.ofMinutes(10));
}
