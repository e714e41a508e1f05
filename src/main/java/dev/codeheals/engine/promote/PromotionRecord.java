package dev.codeheals.engine.promote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A promotion as the ledger has it.
///
/// @param finishedAt null while it is pending
/// @param note       one sentence; empty if there is nothing to say
public record PromotionRecord(PromotionIntent intent, State state, @Nullable Instant finishedAt, String note) {
    public enum State {
        /// Written down, not known to be finished.
        PENDING,
        /// All files are changed.
        PROMOTED,
        /// All files are as they were before it.
        ROLLED_BACK,
        /// Somebody else changed a file meanwhile; both versions are kept.
        CONFLICT,
        /// Was promoted, then taken back.
        UNDONE
    }

    public String id() {
        return intent.promotionId();
    }
}
