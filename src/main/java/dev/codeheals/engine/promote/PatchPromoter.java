package dev.codeheals.engine.promote;

import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.repair.FileChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes approved changes into a project: all files or none, nothing anybody wrote lost, everything undoable. Thread-safe; processes
/// take turns.
///
/// The order of events is the proof: the intent is in the ledger before the first file is touched; new bytes are on the disk before
/// they get the target's name; they get it by an exchange, so that what was displaced can be looked at, and is kept as the undo copy;
/// the folder is on the disk before the ledger says "promoted".
public final class PatchPromoter {
    /// How long a displaced file is watched for late writes.
    public static final Duration GRACE = Duration.ofMillis(250);

    private static final PromotionResult NOT_RECORDED = new PromotionResult.Refused("not-recorded", "", "The change was not applied: the data"
            + " folder takes no records now, so a change cut short could not be taken back. Make room for it or make it writable, then approve again.");

    private final FileOperations operations;
    private final PromotionLedger ledger;
    private final UndoStore undoStore;
    private final Grace grace;
    private final Supplier<String> ids;
    private final InstantSource clock;

    /// @param undoStore a folder of the data folder; made when needed
    /// @param ids       gives UUIDv7 identifiers
    public PatchPromoter(FileOperations operations, PromotionLedger ledger, Path undoStore, Grace grace, Supplier<String> ids,
                         InstantSource clock) {
        this.operations = operations;
        this.ledger = ledger;
        this.undoStore = new UndoStore(operations, undoStore);
        this.grace = grace;
        this.ids = ids;
        this.clock = clock;
    }

    /// Writes the changes if every file still is what each change says it was before.
    ///
    /// @param envelopeId the attempt whose fix it is; empty for a change made by hand
    public PromotionResult promote(Path root, String envelopeId, List<FileChange> changes) {
        List<Step> steps = new ArrayList<>();
        for (FileChange change : changes) {
            byte[] before = change.before();
            steps.add(new Step(change.file(), before == null ? "" : PacketHash.sha256(before), change.after(), null, List.of()));
        }
        return apply(root, envelopeId, PromotionIntent.Kind.PROMOTE, null, steps);
    }

    /// Takes a promotion back: bytes, mode and times as they were.
    PromotionResult reverse(PromotionRecord record, PromotionIntent.Kind kind, String reverses) {
        try (Folder undo = undoStore.open(record.id())) {
            List<Step> steps = new ArrayList<>();
            int number = 0;
            for (PlannedFile file : record.intent().files()) {
                steps.add(reversed(undo, record.id(), file, Integer.toString(number++)));
            }
            return apply(Path.of(record.intent().root()), record.intent().envelopeId(), kind, reverses, steps);
        } catch (Stop stop) {
            return stop.result();
        } catch (FileFault fault) {
            return Promotion.failure(fault);
        }
    }

    private Step reversed(Folder undo, String id, PlannedFile file, String name) throws FileFault, Stop {
        if (file.creates()) {
            return new Step(file.target(), file.afterHash(), null, null, file.madeFolders());
        }
        if (undo.facts(name).isEmpty()) {
            throw Stop.refused("undo-copy-missing", file.file(), "The copy of " + file.file() + " kept for undoing is gone.");
        }
        byte[] bytes = undo.read(name);
        if (!PacketHash.sha256(bytes).equals(file.beforeHash())) {
            throw new Stop(new PromotionResult.Conflict(file.file(), "The copy of " + file.file()
                    + " kept for undoing was written to after the change. Look at it yourself.", List.of(undoStore.path(id, name).toString())));
        }
        return new Step(file.target(), file.afterHash(), bytes, undo.metadata(name), List.of());
    }

    private PromotionResult apply(Path root, String envelopeId, PromotionIntent.Kind kind, @Nullable String reverses, List<Step> steps) {
        Path real;
        try {
            real = root.toRealPath();
        } catch (IOException e) {
            return new PromotionResult.Failed(Errno.ENOENT, "The project folder " + root + " is not there.");
        }
        try (Gate gate = Gate.enter(undoStore, real)) {
            for (PromotionRecord pending : ledger.pending()) {
                if (gate.guards(Path.of(pending.intent().root()))) {
                    recover(pending);
                }
            }
            String id = ids.get();
            try (Promotion promotion = new Promotion(operations, undoStore, grace, real, id)) {
                List<PlannedFile> files = promotion.plan(steps);
                if (files.isEmpty()) {
                    return new PromotionResult.Refused("no-change", "", "The change changes nothing.");
                }
                PromotionIntent intent = new PromotionIntent(id, envelopeId, real.toString(), kind, reverses, clock.instant(), files);
                PromotionResult result = ledger.intend(intent) ? promotion.run() : NOT_RECORDED;
                ledger.finish(id, state(result), result instanceof PromotionResult.Promoted ? "" : result.message());
                return result;
            } catch (Stop stop) {
                return stop.result();
            }
        } catch (FileFault fault) {
            return Promotion.failure(fault);
        }
    }

    private static PromotionRecord.State state(PromotionResult result) {
        return switch (result) {
            case PromotionResult.Promoted _ -> PromotionRecord.State.PROMOTED;
            case PromotionResult.Conflict _ -> PromotionRecord.State.CONFLICT;
            case PromotionResult.Refused _, PromotionResult.Failed _ -> PromotionRecord.State.ROLLED_BACK;
        };
    }

    /// Ends what was under way when the program died, in every project no other process is working on. For the start of the program.
    ///
    /// @return what was ended, for telling the user; one still pending could not be ended and is tried again next time, as long as its folder
    ///         is away (an unplugged disk) too
    public List<PromotionRecord> reconcile() {
        List<PromotionRecord> ended = new ArrayList<>();
        for (PromotionRecord pending : ledger.pending()) {
            reconcile(pending).ifPresent(ended::add);
        }
        return ended;
    }

    /// Removes undo copies of promotions older than that; those can no longer be undone.
    ///
    /// @param newest how many promotions keep their copies however old they are
    /// @return a sentence for each version that is kept because it is nowhere else
    public List<String> prune(Instant before, int newest) {
        try {
            return new UndoPruning(undoStore, ledger).run(before, newest);
        } catch (FileFault fault) {
            return List.of("Old undo copies could not be removed: " + fault.getMessage() + ".");
        }
    }

    private Optional<PromotionRecord> reconcile(PromotionRecord pending) {
        Path root = Path.of(pending.intent().root());
        try (Gate gate = Gate.tryEnter(undoStore, root).orElse(null)) {
            boolean stillPending = ledger.find(pending.id()).filter(r -> r.state() == PromotionRecord.State.PENDING).isPresent();
            return gate == null || !stillPending ? Optional.empty() : Optional.of(recover(pending));
        } catch (FileFault _) {
            return Optional.of(pending);
        }
    }

    private PromotionRecord recover(PromotionRecord pending) throws FileFault {
        try (Recovery recovery = new Recovery(operations, undoStore, pending.intent())) {
            Recovery.Ended end = recovery.run();
            ledger.finish(pending.id(), end.state(), end.note());
            return ledger.find(pending.id()).orElse(pending);
        }
    }
}
