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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The proposals of one project, the one under review, and what the user chose of it.
public final class ReviewViewModel {
    private static final int DECIDED = 50;

    private final ReviewDesk desk;
    private final EnvelopeJournal journal;
    private final Attempts attempts;
    private final String project;
    private final Work work;
    private final ObservableList<Envelope> waiting = FXCollections.observableArrayList();
    private final ObservableList<Envelope> decided = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Envelope> current = new ReadOnlyObjectWrapper<>();
    private final ObservableList<FileReview> files = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FileReview> file = new SimpleObjectProperty<>();
    private final ObservableList<DiffRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Envelope> others = FXCollections.observableArrayList();
    private final BooleanProperty unified = new SimpleBooleanProperty();
    private final BooleanProperty lineMode = new SimpleBooleanProperty();
    private final IntegerProperty context = new SimpleIntegerProperty(3);
    private final IntegerProperty hunk = new SimpleIntegerProperty(0);
    private final ReadOnlyObjectWrapper<Check> check = new ReadOnlyObjectWrapper<>(Check.PROPOSED);
    private final ReadOnlyBooleanWrapper deciding = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Decided> lastDecision = new ReadOnlyObjectWrapper<>();
    private final Choices choices = new Choices();
    private final Map<String, String> proposed = new LinkedHashMap<>();
    private int generation;

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
        attempts.onChange(this::reload);
        file.subscribe(_ -> {
            hunk.set(0);
            showRows();
        });
        unified.subscribe(_ -> showRows());
        context.subscribe(_ -> showRows());
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

    public ObservableList<FileReview> files() {
        return files;
    }

    public ObjectProperty<@Nullable FileReview> fileProperty() {
        return file;
    }

    ObservableList<DiffRow> rows() {
        return rows;
    }

    /// All attempts of the same heal.
    public ObservableList<Envelope> others() {
        return others;
    }

    public BooleanProperty unifiedProperty() {
        return unified;
    }

    public BooleanProperty lineModeProperty() {
        return lineMode;
    }

    /// Unchanged lines around a change.
    public IntegerProperty contextProperty() {
        return context;
    }

    /// Index of the change the keys act on.
    public IntegerProperty hunkProperty() {
        return hunk;
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
        choices.clear();
        work.run(() -> new Loaded(load(desk.files(envelope.envelopeId())), journal.ofHeal(envelope.healId())), loaded -> {
            if (mine == generation) {
                show(loaded);
            }
        });
    }

    private record Loaded(List<FileReview> files, List<Envelope> heal) {}

    private static List<FileReview> load(List<ReviewedFile> reviewed) {
        return reviewed.stream().map(f -> FileReview.of(f.path(), f.base(), f.proposed(), f.baseChanged())).toList();
    }

    private void show(Loaded loaded) {
        proposed.clear();
        loaded.files().forEach(f -> proposed.put(f.path(), f.fresh()));
        files.setAll(loaded.files());
        others.setAll(loaded.heal());
        file.set(files.isEmpty() ? null : files.getFirst());
    }

    private void showRows() {
        FileReview shown = file.get();
        rows.setAll(shown == null ? List.of() : shown.rows(unified.get(), context.get()));
    }

    /// Opens a fold.
    void unfold(int oldLine) {
        FileReview shown = file.get();
        if (shown != null) {
            shown.unfold(oldLine);
            showRows();
        }
    }

    /// To the next change, or the one before; over the edge of a file into the next.
    public void step(int by) {
        FileReview shown = file.get();
        if (shown == null) {
            return;
        }
        int next = hunk.get() + by;
        int at = files.indexOf(shown) + by;
        if (next >= 0 && next < shown.diff().hunks().size()) {
            hunk.set(next);
        } else if (at >= 0 && at < files.size()) {
            file.set(files.get(at));
            hunk.set(by > 0 ? 0 : Math.max(0, files.get(at).diff().hunks().size() - 1));
        }
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

    /// Takes the whole change, or leaves it.
    void takeHunk(int index, boolean take) {
        FileReview shown = file.get();
        if (shown != null && index >= 0 && index < shown.diff().hunks().size()) {
            choices.remember(shown.diff());
            shown.diff().takeHunk(index, take);
            chosen();
        }
    }

    void toggleHunk() {
        FileReview shown = file.get();
        if (shown != null && hunk.get() < shown.diff().hunks().size()) {
            takeHunk(hunk.get(), !shown.diff().taken(hunk.get()));
        }
    }

    void takeLine(DiffRow.Changed row, boolean removal, boolean take) {
        FileReview shown = file.get();
        if (shown == null) {
            return;
        }
        choices.remember(shown.diff());
        Integer line = removal ? row.old() : row.fresh();
        if (line != null && removal) {
            shown.diff().takeRemoval(line, take);
        } else if (line != null) {
            shown.diff().takeAddition(line, take);
        }
        chosen();
    }

    /// Puts an edited text in the place of the proposed one.
    void edit(String path, String text) {
        FileReview edited = files.stream().filter(f -> f.path().equals(path)).findFirst().orElse(null);
        if (edited == null || text.equals(edited.fresh())) {
            return;
        }
        int mine = generation;
        work.run(() -> FileReview.of(edited.path(), edited.base(), text, edited.baseChanged()), next -> {
            int at = files.indexOf(edited);
            if (mine == generation && at >= 0) {
                files.set(at, next);
                file.set(next);
                chosen();
            }
        });
    }

    private void chosen() {
        showRows();
        generation++;
        boolean untouched = files.stream().allMatch(f -> f.diff().complete() && f.fresh().equals(proposed.get(f.path())));
        boolean nothing = files.stream().allMatch(f -> f.diff().result().equals(f.base()));
        check.set(untouched ? Check.PROPOSED : nothing ? new Check(Check.State.NOTHING, "") : new Check(Check.State.WAITING, ""));
    }

    /// Verifies what is chosen, if that is wanted; called once the user paused.
    void verifyChosen() {
        Envelope shown = current.get();
        if (shown == null || check.get().state() != Check.State.WAITING) {
            return;
        }
        int mine = generation;
        Map<String, String> texts = texts();
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

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(f -> texts.put(f.path(), f.diff().result()));
        return texts;
    }

    /// Applies what is chosen. The caller has asked where it is not sound.
    public void approve() {
        Envelope shown = current.get();
        if (shown != null && !files.isEmpty() && check.get().state() != Check.State.NOTHING) {
            Map<String, String> texts = check.get().state() == Check.State.PROPOSED ? Map.of() : texts();
            decide(shown.envelopeId(), () -> desk.approve(shown.envelopeId(), texts), false);
        }
    }

    public void reject(String reason) {
        Envelope shown = current.get();
        if (shown != null) {
            decide(shown.envelopeId(), () -> desk.reject(shown.envelopeId(), reason), false);
        }
    }

    /// Takes the last choice back, else the last decision.
    public void undo() {
        FileReview shown = file.get();
        if (shown != null && choices.undo(shown.diff())) {
            chosen();
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
        work.run(decision, result -> {
            deciding.set(false);
            lastDecision.set(new Decided(envelopeId, result, undo && result.done()));
            if (result.done()) {
                advance(envelopeId, undo);
            }
        }, broken -> {
            deciding.set(false);
            lastDecision.set(new Decided(envelopeId, new ReviewResult(false, String.valueOf(broken.getMessage()), null), false));
        });
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
