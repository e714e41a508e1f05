package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.CandidatePatch;
import org.jspecify.annotations.Nullable;

/// How one attempt to get a candidate from the model ended.
public sealed interface ModelAttempt {

    /// The model proposed an edit that fits the project's files.
    record Proposed(CandidatePatch candidate) implements ModelAttempt {}

    /// No candidate.
    ///
    /// @param reason  a sentence for a person
    /// @param failure what the transport said; null if a reply came but was of no use
    /// @param last    whether another attempt in this heal is pointless: the budget is spent or the fault will not pass
    record Nothing(String reason, @Nullable ModelFailure failure, boolean last) implements ModelAttempt {}
}
