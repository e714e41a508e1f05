package dev.codeheals.engine.repair.model;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What one heal has taken of its budget. Thread-safe.
final class HealSpend {
    private final ModelBudget budget;
    private final LongSupplier nanos;
    private boolean started;
    private long start;
    private int requests;
    private TokenUsage tokens = TokenUsage.NONE;
    private double dollars;

    HealSpend(ModelBudget budget, LongSupplier nanos) {
        this.budget = budget;
        this.nanos = nanos;
    }

    /// Why a prompt may not be sent any more; empty if it may.
    synchronized Optional<String> refusal(ModelPrompt prompt, double worstCost) {
        if (requests >= budget.requests()) {
            return Optional.of("The heal has used its %d requests to the model.".formatted(budget.requests()));
        }
        if (tokens.total() + prompt.tokens() + prompt.maxTokens() > budget.tokens()) {
            return Optional.of("The heal has used %,d of its %,d tokens; another request could exceed them.".formatted(tokens.total(), budget.tokens()));
        }
        if (dollars + worstCost > budget.dollars()) {
            return Optional.of("The heal has spent $%.2f of its $%.2f; another request could exceed them.".formatted(dollars, budget.dollars()));
        }
        if (left().isZero()) {
            return Optional.of("The heal has used its %d seconds for the model.".formatted(budget.wall().toSeconds()));
        }
        return Optional.empty();
    }

    /// What the next call may take.
    synchronized CallLimits limits(int requestsThisHour) {
        if (!started) {
            started = true;
            start = nanos.getAsLong();
        }
        int most = Math.min(CallLimits.DEFAULT.requests(), Math.min(budget.requests() - requests, requestsThisHour));
        Duration wall = left().compareTo(CallLimits.DEFAULT.wall()) < 0 ? left() : CallLimits.DEFAULT.wall();
        return new CallLimits(Math.max(1, most), wall);
    }

    synchronized void charge(int sent, TokenUsage usage, double cost) {
        requests += sent;
        tokens = tokens.plus(usage);
        dollars += cost;
    }

    synchronized int requests() {
        return requests;
    }

    private Duration left() {
        if (!started) {
            return budget.wall();
        }
        Duration left = budget.wall().minusNanos(nanos.getAsLong() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
