package dev.codeheals.engine.repair.model;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What one heal has taken of its budget. Thread-safe.
final class HealSpend {
    private final ModelBudget budget;
    private final LongSupplier nanos;
    private final Supplier<Duration> healLeft;
    private boolean started;
    private long start;
    private int requests;
    private TokenUsage tokens = TokenUsage.NONE;
    private double dollars;

    /// @param healLeft what the whole heal has left, in time
    HealSpend(ModelBudget budget, LongSupplier nanos, Supplier<Duration> healLeft) {
        this.budget = budget;
        this.nanos = nanos;
        this.healLeft = healLeft;
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
            return Optional.of("The heal has used its time for the model.");
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
        Duration own = started ? budget.wall().minusNanos(nanos.getAsLong() - start) : budget.wall();
        Duration heal = healLeft.get();
        Duration left = own.compareTo(heal) < 0 ? own : heal;
        return left.isNegative() ? Duration.ZERO : left;
    }
}
