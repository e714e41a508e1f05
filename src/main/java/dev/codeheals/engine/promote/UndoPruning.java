package dev.codeheals.engine.promote;

import dev.codeheals.engine.classify.PacketHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Empties the undo store of copies too old to be asked for. What somebody else wrote is never among them: copies kept in a conflict stay,
/// and so does a displaced file that a slow writer went on writing to; that one is told.
final class UndoPruning {
    private final UndoStore store;
    private final PromotionLedger ledger;

    UndoPruning(UndoStore store, PromotionLedger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /// @param newest how many of the newest promotions keep their copies, whatever a clock that was set wrong makes of their age
    /// @return a sentence for each file that is kept because it holds what nobody else has
    List<String> run(Instant before, int newest) throws FileFault {
        List<String> told = new ArrayList<>();
        Set<String> kept = ledger.history(null, newest).stream().map(PromotionRecord::id).collect(Collectors.toSet());
        for (String id : store.promotions()) {
            Optional<PromotionRecord> record = kept.contains(id) ? Optional.empty() : ledger.find(id);
            if (record.isPresent() && record.get().intent().createdAt().isBefore(before) && record.get().state() != PromotionRecord.State.PENDING) {
                prune(record.get(), told);
            }
        }
        return told;
    }

    private void prune(PromotionRecord record, List<String> told) throws FileFault {
        boolean empty = true;
        try (Folder folder = store.open(record.id())) {
            List<PlannedFile> files = record.intent().files();
            for (String name : folder.names()) {
                boolean numbered = name.chars().allMatch(Character::isDigit) && name.length() < 6 && Integer.parseInt(name) < files.size();
                if (numbered && PacketHash.sha256(folder.read(name)).equals(files.get(Integer.parseInt(name)).beforeHash())) {
                    folder.delete(name);
                } else {
                    empty = false;
                    told.add("A version of " + (numbered ? files.get(Integer.parseInt(name)).file() : "a file") + " that is nowhere else is kept in "
                            + store.path(record.id(), name) + ". Delete it when you no longer need it.");
                }
            }
        }
        if (empty) {
            store.drop(record.id());
        }
    }
}
