package dev.codeheals.engine.promote;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The write-ahead journal of file changes. Every write is durable when it returns, unless {@link #intend} says otherwise.
public interface PromotionLedger {

    /// Writes an intent down as pending.
    ///
    /// @return whether it outlives this process; if not, a promotion that is interrupted could not be ended by the next start
    boolean intend(PromotionIntent intent);

    /// Ends a pending promotion, in one transaction with what follows from it: the undone or redone promotion's state and the
    /// envelope's outcome.
    void finish(String promotionId, PromotionRecord.State state, String note);

    /// Oldest first.
    List<PromotionRecord> pending();

    Optional<PromotionRecord> find(String promotionId);

    /// The newest promotion of an envelope's fix that is no undo or redo.
    Optional<PromotionRecord> ofEnvelope(String envelopeId);

    /// Newest first, undos and redos among them; null for all projects.
    List<PromotionRecord> history(@Nullable String root, int limit);

    /// What became of the record of the newest change, if it was damaged: nobody may then take an older one for the last.
    default Optional<String> newestDamaged() {
        return Optional.empty();
    }
}
