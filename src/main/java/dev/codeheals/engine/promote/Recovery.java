package dev.codeheals.engine.promote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finishes or takes back a promotion that was under way when the program died.
final class Recovery implements AutoCloseable {
    private final FileOperations operations;
    private final UndoStore undoStore;
    private final PromotionIntent intent;
    private final List<Slot> slots = new ArrayList<>();
    private boolean gone;

    Recovery(FileOperations operations, UndoStore undoStore, PromotionIntent intent) {
        this.operations = operations;
        this.undoStore = undoStore;
        this.intent = intent;
    }

    /// What became of it.
    record Ended(PromotionRecord.State state, String note) {}

    Ended run() throws FileFault {
        open();
        try (Folder undo = undoStore.open(intent.promotionId())) {
            List<Slot.Standing> standings = new ArrayList<>();
            for (Slot slot : slots) {
                slot.mendAside();
                slot.unstore(undo);
                standings.add(slot.standing());
            }
            if (!gone && slots.size() == intent.files().size() && standings.stream().allMatch(s -> s == Slot.Standing.NEW)) {
                for (Slot slot : slots) {
                    slot.store(undo);
                }
                return new Ended(PromotionRecord.State.PROMOTED, "Finished after the program had been stopped.");
            }
            return back(undo, standings);
        }
    }

    private void open() throws FileFault {
        int number = 0;
        for (PlannedFile file : intent.files()) {
            try {
                Place place = Place.find(operations, Path.of(intent.root()), file.target());
                if (place.missing().isEmpty()) {
                    slots.add(new Slot(file, place, Integer.toString(number)));
                } else {
                    place.close();
                    gone |= !file.creates();
                }
            } catch (Stop _) {
                gone = true;
            }
            number++;
        }
    }

    private Ended back(Folder undo, List<Slot.Standing> standings) throws FileFault {
        Set<String> halfWritten = new HashSet<>();
        for (int i = slots.size() - 1; i >= 0; i--) {
            Slot slot = slots.get(i);
            Set<String> before = Set.copyOf(KeptCopies.in(undo));
            boolean untouched = standings.get(i) == Slot.Standing.OLD;
            if (!untouched) {
                slot.takeBackFromEarlierRun(undo);
            }
            slot.clearFromEarlierRun(undo);
            if (untouched) {
                KeptCopies.in(undo).stream().filter(name -> !before.contains(name)).forEach(halfWritten::add);
            }
            if (slot.plan().creates()) {
                Promotion.removeFolders(operations, Path.of(intent.root()), slot.plan().madeFolders());
            }
        }
        return ended(KeptCopies.in(undo).stream().filter(name -> !halfWritten.contains(name))
                .map(name -> undoStore.path(intent.promotionId(), name).toString()).toList());
    }

    private Ended ended(List<String> kept) {
        if (!gone && kept.isEmpty()) {
            return new Ended(PromotionRecord.State.ROLLED_BACK, "Taken back after the program had been stopped.");
        }
        String aside = kept.isEmpty() ? "" : " Kept aside: " + String.join(", ", kept);
        return new Ended(PromotionRecord.State.CONFLICT, "A file was changed while the program was stopped." + aside);
    }

    @Override
    public void close() {
        slots.forEach(Slot::close);
    }
}
