package dev.codeheals.engine.repair.model;

import java.time.Duration;

/// A model's whole reply.
///
/// @param model    as the server named it
/// @param text     never blank
/// @param end      why the model stopped
/// @param usage    tokens of the request that succeeded
/// @param cost     in US dollars; 0 where the price is unknown
/// @param latency  from the first request to the last byte, waits included
/// @param requests how many requests it took
public record ModelReply(ModelId model, String text, End end, TokenUsage usage, double cost, Duration latency, int requests) {
    public enum End {
        /// It had nothing more to say.
        DONE,
        /// It reached the limit of tokens; the text is cut.
        CUT_AT_LIMIT
    }
}
