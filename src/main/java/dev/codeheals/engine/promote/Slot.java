package dev.codeheals.engine.promote;

import dev.codeheals.engine.classify.PacketHash;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One file on its way through a promotion, and every move it can make forth and back.
///
/// The temporary name first holds the new bytes; after the exchange it holds the displaced file. No byte that was ever under the
/// target's name is deleted before its grace time has passed and it was found to be what we put there. A version somebody else wrote is
/// copied aside before it gets the target's name back: whoever looked meanwhile may save over it without having seen it there.
final class Slot implements AutoCloseable {
    private static final int MOST_TRIES = 1000;

    private final PlannedFile plan;
    private final String storedName;
    private final KeptCopies kept;
    private Place place;
    private boolean swapTried;

    Slot(PlannedFile plan, Place place, String storedName) {
        this.plan = plan;
        this.place = place;
        this.storedName = storedName;
        this.kept = new KeptCopies(storedName, plan.name(), Set.of(plan.beforeHash(), plan.afterHash()));
    }

    PlannedFile plan() {
        return plan;
    }

    String storedName() {
        return storedName;
    }

    private Folder folder() {
        return place.folder();
    }

    /// SHA-256 of what has the target's name; empty if nothing has.
    String targetHash() throws FileFault {
        return hash(place.name());
    }

    /// SHA-256 of what has the temporary name; empty if nothing has.
    String tempHash() throws FileFault {
        return hash(plan.tempName());
    }

    private String hash(String name) throws FileFault {
        try {
            Optional<FileFacts> facts = folder().facts(name);
            return facts.isEmpty() ? "" : facts.get().kind() == FileFacts.Kind.FILE ? PacketHash.sha256(folder().read(name)) : "not a file";
        } catch (FileFault fault) {
            if (fault.errno() == Errno.ENOENT || fault.errno() == Errno.ELOOP) {
                return fault.errno() == Errno.ENOENT ? "" : "not a file";
            }
            throw fault;
        }
    }

    /// Makes the folders the target needs.
    void makeFolders() throws FileFault {
        place = place.complete();
    }

    /// Puts the new bytes beside the target.
    void prepare(byte[] bytes, Metadata metadata) throws FileFault {
        try {
            folder().create(plan.tempName(), bytes, metadata);
        } catch (FileFault fault) {
            throw fault.about(plan.file());
        }
    }

    /// Brings the change into the project. Afterwards the temporary name holds what was displaced.
    ///
    /// @return whether what was displaced is the approved base; if not, {@link #takeBack} is next
    boolean swapIn(int expectedMode) throws FileFault, Stop {
        swapTried = true;
        try {
            if (plan.creates()) {
                folder().rename(plan.tempName(), place.name());
            } else if (plan.removes()) {
                folder().rename(place.name(), plan.tempName());
            } else {
                folder().exchange(plan.tempName(), place.name());
            }
        } catch (FileFault fault) {
            if (fault.errno() == Errno.ENOENT) {
                throw changed("was removed or renamed meanwhile");
            }
            if (fault.errno() == Errno.EEXIST) {
                throw changed("was made by somebody else meanwhile");
            }
            throw fault.about(plan.file());
        }
        folder().sync();
        return plan.creates() || displacedIsBase(expectedMode);
    }

    private boolean displacedIsBase(int expectedMode) throws FileFault {
        boolean sameMode = expectedMode < 0 || folder().facts(plan.tempName()).filter(f -> f.mode() == expectedMode).isPresent();
        return sameMode && tempHash().equals(plan.beforeHash());
    }

    /// Whether the target may have been touched.
    boolean reached() {
        return swapTried;
    }

    /// Whether the displaced file is still the approved base.
    boolean settled() throws FileFault {
        return plan.creates() || tempHash().equals(plan.beforeHash());
    }

    /// Where a file stands that a promotion may or may not have reached.
    enum Standing { OLD, NEW, FOREIGN }

    /// Looks at what is there after the program died.
    Standing standing() throws FileFault {
        String target = targetHash();
        String temp = tempHash();
        if (target.equals(plan.beforeHash())) {
            return Standing.OLD;
        }
        boolean displaced = plan.creates() || temp.equals(plan.beforeHash());
        return target.equals(plan.afterHash()) && displaced ? Standing.NEW : Standing.FOREIGN;
    }

    /// Gives the target's name back to whatever had it, or to what somebody wrote there since. What is left under the temporary
    /// name is for {@link #clear}. Does nothing to a file that was not reached.
    void takeBack(Folder undo) throws FileFault {
        boolean temp = folder().facts(plan.tempName()).isPresent();
        if (plan.creates()) {
            if (!temp && swapTried) {
                takeBackCreated(undo);
            }
        } else if (plan.removes()) {
            if (temp) {
                keepCopy(undo);
                renameUnlessThere(plan.tempName(), place.name());
            }
        } else if (temp && swapTried && !tempHash().equals(plan.afterHash())) {
            takeBackChanged(undo);
        }
        folder().sync();
    }

    /// Takes back what a run of the program that has died did; leaves alone what somebody wrote since.
    void takeBackFromEarlierRun(Folder undo) throws FileFault {
        swapTried = true;
        if (plan.removes() || targetHash().equals(plan.afterHash())) {
            takeBack(undo);
        }
    }

    // If what comes out is not what we put in, somebody wrote it since, and it is newer than what we just put in: trade again.
    private void takeBackChanged(Folder undo) throws FileFault {
        String put = plan.afterHash();
        for (int i = 0; i < MOST_TRIES; i++) {
            keepCopy(undo);
            String held = tempHash();
            try {
                folder().exchange(plan.tempName(), place.name());
            } catch (FileFault fault) {
                if (fault.errno() != Errno.ENOENT) {
                    throw fault;
                }
                if (renameUnlessThere(plan.tempName(), place.name())) {
                    return;
                }
                continue;
            }
            if (tempHash().equals(put)) {
                return;
            }
            put = held;
        }
        throw new FileFault(Errno.OTHER, "take back", plan.file());
    }

    private void takeBackCreated(Folder undo) throws FileFault {
        if (renameUnlessThere(place.name(), plan.tempName()) && !tempHash().equals(plan.afterHash())) {
            keepCopy(undo);
            renameUnlessThere(plan.tempName(), place.name());
        }
    }

    private boolean renameUnlessThere(String from, String to) throws FileFault {
        try {
            folder().rename(from, to);
            return true;
        } catch (FileFault fault) {
            if (fault.errno() == Errno.EEXIST || fault.errno() == Errno.ENOENT) {
                return false;
            }
            throw fault;
        }
    }

    // A second safety: the file itself goes back into place, and a full disk must not keep it from that.
    private void keepCopy(Folder undo) throws FileFault {
        if (folder().facts(plan.tempName()).filter(f -> f.kind() == FileFacts.Kind.FILE).isPresent()) {
            kept.copy(folder().read(plan.tempName()), undo);
        }
    }

    /// After a change was taken back: deletes our own bytes, puts any others among the kept copies of the undo store.
    void clear(Folder undo) throws FileFault {
        if (folder().facts(plan.tempName()).isEmpty()) {
            return;
        }
        String hash = tempHash();
        if (!swapTried || hash.equals(plan.afterHash())) {
            folder().delete(plan.tempName());
        } else {
            folder().move(plan.tempName(), undo, kept.nameFor(hash, undo));
            undo.sync();
        }
    }

    /// As {@link #clear}, after the program died: half-written temporary files are put away too, for they cannot be told from others'.
    void clearFromEarlierRun(Folder undo) throws FileFault {
        swapTried = true;
        clear(undo);
    }

    /// Puts the displaced file into the undo store.
    void store(Folder undo) throws FileFault {
        if (!plan.creates()) {
            folder().move(plan.tempName(), undo, storedName);
            undo.sync();
            folder().sync();
        }
    }

    /// Brings the displaced file back from the undo store, if it is there.
    void unstore(Folder undo) throws FileFault {
        if (!plan.creates() && undo.facts(storedName).isPresent() && folder().facts(plan.tempName()).isEmpty()) {
            undo.move(storedName, folder(), plan.tempName());
        }
    }

    /// Ends what an exchange by hard links left half done when the program died.
    void mendAside() throws FileFault {
        String aside = plan.tempName() + PathFolder.ASIDE;
        if (folder().facts(aside).isEmpty()) {
            return;
        }
        if (folder().facts(plan.tempName()).isPresent()) {
            folder().delete(aside);
        } else {
            folder().rename(aside, plan.tempName());
        }
    }

    Stop changed(String how) {
        return new Stop(new PromotionResult.Conflict(plan.file(), plan.file() + " " + how + ". Review the change again.", List.of()));
    }

    @Override
    public void close() {
        place.close();
    }
}
