package dev.codeheals.engine.repair.model;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// What a heal lends to its model source.
///
/// @param listener hears the model's text as it comes
/// @param calls    told of each exchange when it has ended
/// @param unasked  told why a request was not even sent, as a sentence
/// @param pace     called before each attempt but the first with the number of those that failed; may wait
/// @param left     how much time the heal has left
public record ModelHeal(ReplyListener listener, Consumer<ModelCall> calls, Consumer<String> unasked, IntConsumer pace, Supplier<Duration> left) {

    /// For callers that only want to know of the calls: no waits, no limit but the budget's.
    public static ModelHeal hearing(Consumer<ModelCall> calls) {
        return new ModelHeal(ReplyListener.NONE, calls, _ -> {}, _ -> {}, () -> Duration.ofDays(1));
    }
}
