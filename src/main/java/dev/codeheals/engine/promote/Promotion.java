package dev.codeheals.engine.promote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One promotion from its plan to the moment before its commit, or back to where it began.
final class Promotion implements AutoCloseable {
    private static final long LARGEST = 64L << 20;
    private static final int SPECIAL_BITS = 07000;
    private static final int OWNER_WRITE = 0200;

    private final FileOperations operations;
    private final UndoStore undoStore;
    private final Grace grace;
    private final Path root;
    private final String id;
    private final List<Planned> planned = new ArrayList<>();

    Promotion(FileOperations operations, UndoStore undoStore, Grace grace, Path root, String id) {
        this.operations = operations;
        this.undoStore = undoStore;
        this.grace = grace;
        this.root = root;
        this.id = id;
    }

    /// @param mode of the file now; -1 if there is none
    private record Planned(Step step, Slot slot, Metadata metadata, int mode) {}

    static String tempName(String promotionId, String number) {
        return ".codeheals-" + promotionId + "-" + number + ".tmp";
    }

    /// Looks at every file; touches none.
    List<PlannedFile> plan(List<Step> steps) throws Stop, FileFault {
        for (Step step : steps) {
            if (!step.changesNothing()) {
                planned.add(plan(step));
            }
        }
        return planned.stream().map(p -> p.slot().plan()).toList();
    }

    private Planned plan(Step step) throws Stop, FileFault {
        Place place = Place.find(operations, root, step.file());
        boolean done = false;
        try {
            String number = Integer.toString(planned.size());
            List<String> folders = step.after() == null ? step.madeFolders() : place.missingPaths();
            PlannedFile file = new PlannedFile(step.file(), place.target(), tempName(id, number), step.beforeHash(), step.afterHash(), folders);
            Optional<FileFacts> facts = place.missing().isEmpty() ? place.folder().facts(place.name()) : Optional.empty();
            Slot slot = new Slot(file, place, number);
            Planned made = facts.isEmpty() ? absent(step, slot) : present(step, slot, place, facts.get());
            done = true;
            return made;
        } finally {
            if (!done) {
                place.close();
            }
        }
    }

    private static Planned absent(Step step, Slot slot) throws Stop {
        if (!step.beforeHash().isEmpty()) {
            throw slot.changed("is no longer there");
        }
        return new Planned(step, slot, step.metadata() == null ? Metadata.PLAIN : step.metadata(), -1);
    }

    private static Planned present(Step step, Slot slot, Place place, FileFacts facts) throws Stop, FileFault {
        refuseSpecial(step.file(), facts);
        if (step.beforeHash().isEmpty()) {
            throw slot.changed("is already there");
        }
        if (!slot.targetHash().equals(step.beforeHash())) {
            throw slot.changed("changed since it was reviewed");
        }
        Metadata now = place.folder().metadata(place.name());
        return new Planned(step, slot, step.metadata() == null ? now.changedNow() : step.metadata(), facts.mode());
    }

    private static void refuseSpecial(String file, FileFacts facts) throws Stop {
        if (facts.kind() != FileFacts.Kind.FILE) {
            throw Stop.refused("not-a-file", file, file + " is no ordinary file.");
        }
        if (facts.links() > 1) {
            throw Stop.refused("hard-link", file, file + " has a second name (hard link) that would be left behind.");
        }
        if ((facts.mode() & SPECIAL_BITS) != 0) {
            throw Stop.refused("special-mode", file, file + " runs with another user's rights (setuid, setgid).");
        }
        if ((facts.mode() & OWNER_WRITE) == 0) {
            throw Stop.refused("read-only-file", file, file + " is read-only.");
        }
        if (facts.size() > LARGEST) {
            throw Stop.refused("too-large", file, file + " is larger than 64 MiB.");
        }
    }

    /// Changes all files, or none. A fault thrown from here means that even going back failed; the next start mends it.
    PromotionResult run() throws FileFault {
        try (Folder undo = undoStore.open(id)) {
            try {
                for (Planned p : planned) {
                    prepare(p);
                }
                for (Planned p : planned) {
                    if (!p.slot().swapIn(p.mode())) {
                        throw p.slot().changed("was saved by somebody else while the change was applied");
                    }
                }
                return settle(undo);
            } catch (Stop stop) {
                return back(undo, stop.result());
            } catch (FileFault fault) {
                return back(undo, failure(fault));
            }
        }
    }

    private static void prepare(Planned p) throws FileFault {
        byte[] bytes = p.step().after();
        if (bytes != null) {
            p.slot().makeFolders();
            p.slot().prepare(bytes, p.metadata());
        }
    }

    private PromotionResult settle(Folder undo) throws FileFault, Stop {
        if (planned.stream().anyMatch(p -> !p.slot().plan().creates())) {
            grace.pass();
        }
        for (Planned p : planned) {
            if (!p.slot().settled()) {
                throw p.slot().changed("was written by somebody else while the change was applied");
            }
        }
        for (Planned p : planned) {
            p.slot().store(undo);
        }
        for (Planned p : planned) {
            if (p.slot().plan().removes()) {
                removeFolders(operations, root, p.slot().plan().madeFolders());
            }
        }
        return new PromotionResult.Promoted(id, planned.stream().map(p -> p.step().file()).toList());
    }

    private PromotionResult back(Folder undo, PromotionResult why) throws FileFault {
        for (Planned p : planned.reversed()) {
            p.slot().unstore(undo);
            p.slot().mendAside();
            p.slot().takeBack(undo);
        }
        boolean reached = planned.stream().anyMatch(p -> p.slot().reached());
        if (reached) {
            grace.pass();
        }
        for (Planned p : planned.reversed()) {
            p.slot().clear(undo);
            if (p.slot().plan().creates()) {
                removeFolders(operations, root, p.slot().plan().madeFolders());
            }
        }
        List<String> kept = KeptCopies.in(undo);
        return kept.isEmpty() ? why : new PromotionResult.Conflict(planned.get(KeptCopies.number(kept.getFirst())).step().file(), why.message(),
                kept.stream().map(name -> undoStore.path(id, name).toString()).toList());
    }

    /// Removes those that are empty, innermost first.
    static void removeFolders(FileOperations operations, Path root, List<String> folders) throws FileFault {
        for (String path : folders.reversed()) {
            try (Place place = Place.find(operations, root, path)) {
                place.folder().removeFolder(place.name());
            } catch (Stop _) {
                return;
            } catch (FileFault fault) {
                if (fault.errno() == Errno.ENOTEMPTY || fault.errno() == Errno.EEXIST || fault.errno() == Errno.ENOENT) {
                    return;
                }
                throw fault;
            }
        }
    }

    static PromotionResult failure(FileFault fault) {
        String message = "The change was not applied: " + fault.getMessage() + ".";
        if (fault.errno() == Errno.EPERM) {
            message += " Make the file your own (owner and group), or apply the shown change by hand.";
        }
        return fault.errno().forbids() ? new PromotionResult.Refused("not-permitted", "", message)
                : new PromotionResult.Failed(fault.errno(), message);
    }

    @Override
    public void close() {
        planned.forEach(p -> p.slot().close());
    }
}
