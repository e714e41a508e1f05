package dev.codeheals.wiring;

import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.run.Cancellation;
import java.util.concurrent.CompletableFuture;

/// A heal in the background.
///
/// @param result completes when it ends; exceptionally with {@link ProjectUnusable} if it could not begin
public record RunningHeal(CompletableFuture<HealResult> result, Cancellation cancellation) {

    /// Ends it within a second; the project stays as it is.
    public void cancel() {
        cancellation.cancel();
    }
}
