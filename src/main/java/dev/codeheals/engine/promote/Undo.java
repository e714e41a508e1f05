package dev.codeheals.engine.promote;

import dev.codeheals.engine.promote.PromotionIntent.Kind;
import dev.codeheals.engine.promote.PromotionRecord.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Takes promotions back and does them again, also after restarts; needs no git and touches none.
public final class Undo {
    private static final int LOOKED_BACK = 10_000;

    private final PatchPromoter promoter;
    private final PromotionLedger ledger;

    public Undo(PatchPromoter promoter, PromotionLedger ledger) {
        this.promoter = promoter;
        this.ledger = ledger;
    }

    /// Takes a promotion back, given its own id or its envelope's. Possible while its files are as it left them.
    public PromotionResult undo(String id) {
        return record(id).map(this::undo).orElseGet(() -> unknown(id));
    }

    /// Does an undone promotion again, given its own id or its envelope's.
    public PromotionResult redo(String id) {
        return record(id).map(this::redo).orElseGet(() -> unknown(id));
    }

    /// The newest promotion that stands; null root for any project.
    public Optional<PromotionRecord> undoable(@Nullable String root) {
        return newest(root, r -> r.intent().kind() == Kind.PROMOTE && r.state() == State.PROMOTED);
    }

    /// The promotion that was undone last; null root for any project.
    public Optional<PromotionRecord> redoable(@Nullable String root) {
        return newest(root, r -> r.intent().kind() == Kind.UNDO && r.state() == State.PROMOTED)
                .flatMap(undo -> ledger.find(String.valueOf(undo.intent().reverses()))).filter(r -> r.state() == State.UNDONE);
    }

    /// Why it cannot be told which change was the last; empty if it can.
    public Optional<String> lastUnknown() {
        return ledger.newestDamaged();
    }

    private Optional<PromotionRecord> newest(@Nullable String root, Predicate<PromotionRecord> wanted) {
        return ledger.history(root, LOOKED_BACK).stream().filter(wanted).findFirst();
    }

    private Optional<PromotionRecord> record(String id) {
        return ledger.find(id).or(() -> ledger.ofEnvelope(id)).filter(r -> r.intent().kind() == Kind.PROMOTE);
    }

    private PromotionResult undo(PromotionRecord record) {
        return record.state() == State.PROMOTED ? promoter.reverse(record, Kind.UNDO, record.id())
                : new PromotionResult.Refused("not-promoted", "", "This change does not stand, so there is nothing to undo.");
    }

    private PromotionResult redo(PromotionRecord record) {
        if (record.state() != State.UNDONE) {
            return new PromotionResult.Refused("not-undone", "", "This change was not undone, so there is nothing to do again.");
        }
        List<PromotionRecord> history = ledger.history(record.intent().root(), LOOKED_BACK);
        return history.stream().filter(r -> r.intent().kind() == Kind.UNDO && r.state() == State.PROMOTED
                        && record.id().equals(r.intent().reverses())).findFirst()
                .map(undo -> promoter.reverse(undo, Kind.REDO, record.id()))
                .orElseGet(() -> new PromotionResult.Refused("undo-copy-missing", "", "What was undone is no longer kept."));
    }

    private static PromotionResult unknown(String id) {
        return new PromotionResult.Refused("unknown", "", "There is no change " + id + ".");
    }
}
