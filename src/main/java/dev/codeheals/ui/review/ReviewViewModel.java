package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.heal.ReviewDesk;
import dev.codeheals.engine.heal.ReviewResult;
import dev.codeheals.engine.heal.ReviewedFile;
import dev.codeheals.engine.verify.Verdict;
import dev.codeheals.ui.project.Attempts;
import dev.codeheals.ui.task.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The proposals of one project, the one under review, whether it is proven, and the decision about it.
public final class ReviewViewModel {
    private static final int DECIDED = 50;

    private final ReviewDesk desk;
    private final EnvelopeJournal journal;
    private final Attempts attempts;
    private final String project;
    private final Work work;
    private final Draft draft;
    private final ObservableList<Envelope> waiting = FXCollections.observableArrayList();
    private final ObservableList<Envelope> decided = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Envelope> current = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Envelope> others = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Check> check = new ReadOnlyObjectWrapper<>(Check.PROPOSED);
    private final ReadOnlyBooleanWrapper deciding = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Decided> lastDecision = new ReadOnlyObjectWrapper<>();
    private int generation;
    private boolean undoNext;

    /// What the last decision was and how it went.
    ///
    /// @param undone whether it was taken back
    public record Decided(String envelopeId, ReviewResult result, boolean undone) {}

    public ReviewViewModel(ReviewDesk desk, EnvelopeJournal journal, Attempts attempts, String project, Work work) {
        this.desk = desk;
        this.journal = journal;
        this.attempts = attempts;
        this.project = project;
        this.work = work;
        this.draft = new Draft(work, this::chosen);
        attempts.onChange(this::reload);
    }

    /// Reads the queue again; opens the first proposal if none is open.
    public void reload() {
        decided.setAll(attempts.newestProperty().get().stream().filter(ReviewViewModel::wasDecided).limit(DECIDED).toList());
        work.run(() -> desk.waiting().stream().filter(e -> e.project().equals(project)).toList(), found -> {
            waiting.setAll(found);
            if (current.get() == null && !found.isEmpty()) {
                open(found.getFirst());
            }
        });
    }

    private static boolean wasDecided(Envelope envelope) {
        return switch (envelope.outcome()) {
            case APPROVED, EDITED, REJECTED, PROMOTED, UNDONE -> true;
            case PROPOSED, NOT_HEALED, REFUSED, ABORTED -> false;
        };
    }

    public ObservableList<Envelope> waiting() {
        return waiting;
    }

    public ObservableList<Envelope> decided() {
        return decided;
    }

    public ReadOnlyObjectProperty<@Nullable Envelope> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The files of the open proposal and what is taken of them.
    public Draft draft() {
        return draft;
    }

    /// All attempts of the same heal.
    public ObservableList<Envelope> others() {
        return others;
    }

    public ReadOnlyObjectProperty<Check> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /// Whether a decision is being carried out.
    public ReadOnlyBooleanProperty decidingProperty() {
        return deciding.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Decided> lastDecisionProperty() {
        return lastDecision.getReadOnlyProperty();
    }

    /// Opens the proposal with that id, wherever it stands.
    public void open(String envelopeId) {
        work.run(() -> journal.find(envelopeId), found -> found.ifPresent(this::open));
    }

    public void open(Envelope envelope) {
        int mine = ++generation;
        current.set(envelope);
        check.set(Check.PROPOSED);
        draft.leave();
        work.run(() -> new Loaded(load(desk.files(envelope.envelopeId())), journal.ofHeal(envelope.healId())), loaded -> {
            if (mine == generation) {
                draft.show(loaded.files());
                if (draft.moved()) {
                    check.set(new Check(draft.nothing() ? Check.State.OUTDATED : Check.State.WAITING, ""));
                }
                others.setAll(loaded.heal());
            }
        });
    }

    private record Loaded(List<FileReview> files, List<Envelope> heal) {}

    private static List<FileReview> load(List<ReviewedFile> reviewed) {
        return reviewed.stream().map(f -> FileReview.of(f.path(), f.base(), f.proposed(), f.baseChanged())).toList();
    }

    /// To the next proposal, or the one before.
    public void stepProposal(int by) {
        Envelope shown = current.get();
        int at = shown == null ? -1 : indexOf(shown.envelopeId());
        if (at + by >= 0 && at + by < waiting.size()) {
            open(waiting.get(at + by));
        }
    }

    private int indexOf(String id) {
        return waiting.stream().map(Envelope::envelopeId).toList().indexOf(id);
    }

    private void chosen() {
        generation++;
        check.set(draft.untouched() ? Check.PROPOSED
                : draft.nothing() ? new Check(Check.State.NOTHING, "") : new Check(Check.State.WAITING, ""));
    }

    /// Verifies what is chosen, if that is wanted; called once the user paused.
    void verifyChosen() {
        Envelope shown = current.get();
        if (shown == null || check.get().state() != Check.State.WAITING) {
            return;
        }
        int mine = generation;
        Map<String, String> texts = draft.texts();
        check.set(new Check(Check.State.VERIFYING, ""));
        work.run(() -> desk.verify(shown.envelopeId(), texts), verdict -> {
            if (mine == generation) {
                boolean heals = verdict instanceof Verdict.Plausible;
                check.set(new Check(heals ? Check.State.VERIFIED : Check.State.FAILED, verdict.summary()));
            }
        }, broken -> {
            if (mine == generation) {
                check.set(new Check(Check.State.FAILED, String.valueOf(broken.getMessage())));
            }
        });
    }

    /// Applies what is chosen. The caller has asked where it is not sound.
    public void approve() {
        Envelope shown = current.get();
        if (shown != null && !draft.files().isEmpty() && !check.get().empty()) {
            Map<String, String> texts = check.get().state() == Check.State.PROPOSED ? Map.of() : draft.texts();
            boolean moved = draft.moved();
            Map<String, String> seen = draft.bases();
            decide(shown.envelopeId(), () -> moved ? desk.approveFitted(shown.envelopeId(), texts, seen)
                    : desk.approve(shown.envelopeId(), texts), false);
        }
    }

    public void reject(String reason) {
        Envelope shown = current.get();
        if (shown != null) {
            decide(shown.envelopeId(), () -> desk.reject(shown.envelopeId(), reason), false);
        }
    }

    /// Takes the last choice back, else the last decision; one that is being carried out is taken back once it is.
    public void undo() {
        if (deciding.get()) {
            undoNext = true;
            return;
        }
        if (draft.undo()) {
            return;
        }
        Envelope open = current.get();
        Decided last = lastDecision.get();
        if (last != null && !last.undone() && last.result().done()) {
            decide(last.envelopeId(), () -> desk.undo(last.envelopeId()), true);
        } else if (open != null && wasDecided(open)) {
            decide(open.envelopeId(), () -> desk.undo(open.envelopeId()), true);
        }
    }

    /// Applies again what was taken back last.
    public void redo() {
        Decided last = lastDecision.get();
        if (last != null && last.undone()) {
            decide(last.envelopeId(), () -> desk.redo(last.envelopeId()), false);
        }
    }

    private void decide(String envelopeId, Callable<ReviewResult> decision, boolean undo) {
        if (deciding.get()) {
            return;
        }
        deciding.set(true);
        work.run(decision, result -> decided(new Decided(envelopeId, result, undo && result.done())),
                broken -> decided(new Decided(envelopeId, new ReviewResult(false, String.valueOf(broken.getMessage()), null), false)));
    }

    private void decided(Decided decision) {
        deciding.set(false);
        lastDecision.set(decision);
        if (decision.result().done()) {
            advance(decision.envelopeId(), decision.undone());
        }
        if (undoNext) {
            undoNext = false;
            undo();
        }
    }

    /// After a decision the next proposal opens; what was taken back opens itself.
    private void advance(String envelopeId, boolean undo) {
        attempts.reload();
        List<Envelope> left = new ArrayList<>(waiting);
        int at = indexOf(envelopeId);
        left.removeIf(e -> e.envelopeId().equals(envelopeId));
        if (undo || left.isEmpty()) {
            open(envelopeId);
        } else {
            open(left.get(Math.clamp(at, 0, left.size() - 1)));
        }
        waiting.setAll(left);
    }
}
