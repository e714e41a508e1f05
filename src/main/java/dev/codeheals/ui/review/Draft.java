package dev.codeheals.ui.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.UnifiedDiff;
import dev.codeheals.ui.task.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The files of the open proposal: how they are shown, and what the user takes of them or writes in their place.
public final class Draft {
    /// Below this, two sides would both be cut.
    private static final double NARROW = 720;
    private final Work work;
    private final ObservableList<FileReview> files = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FileReview> file = new SimpleObjectProperty<>();
    private final ObservableList<DiffRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty unified = new SimpleBooleanProperty();
    private final BooleanProperty lineMode = new SimpleBooleanProperty();
    private final IntegerProperty context = new SimpleIntegerProperty(3);
    private final IntegerProperty hunk = new SimpleIntegerProperty(0);
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();
    private final Choices choices = new Choices();
    private final Map<String, String> proposed = new LinkedHashMap<>();
    private final Runnable chosen;
    private int generation;
    private boolean layoutChosen;

    /// @param chosen called after each change of what is taken
    Draft(Work work, Runnable chosen) {
        this.work = work;
        this.chosen = chosen;
        file.subscribe(_ -> {
            hunk.set(0);
            showRows();
        });
        unified.subscribe(_ -> showRows());
        context.subscribe(_ -> showRows());
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

    public BooleanProperty unifiedProperty() {
        return unified;
    }

    /// Side by side or unified, as the user wants it from now on.
    void layout(boolean unifiedWanted) {
        layoutChosen = true;
        unified.set(unifiedWanted);
    }

    public void flipLayout() {
        layout(!unified.get());
    }

    /// Unified where there is little room, until the user chose.
    void room(double width) {
        if (!layoutChosen) {
            unified.set(width < NARROW);
        }
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

    /// Forgets the choices; the files stay on screen until others come.
    void leave() {
        generation++;
        choices.clear();
    }

    void show(List<FileReview> reviewed) {
        proposed.clear();
        reviewed.forEach(f -> proposed.put(f.path(), f.fresh()));
        files.setAll(reviewed);
        file.set(files.isEmpty() ? null : files.getFirst());
        arrivals.set(arrivals.get() + 1);
    }

    /// Grows when the files of a proposal arrive, be it the same proposal again.
    ReadOnlyIntegerProperty arrivalsProperty() {
        return arrivals.getReadOnlyProperty();
    }

    /// Whether everything is taken as it was proposed, for the files it was proposed for.
    boolean untouched() {
        return !moved() && files.stream().allMatch(f -> f.diff().complete() && f.fresh().equals(proposed.get(f.path())));
    }

    /// Whether the files would stay as they are.
    boolean nothing() {
        return files.stream().allMatch(f -> f.diff().result().equals(f.base()));
    }

    /// What would be written, by path.
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(f -> texts.put(f.path(), f.diff().result()));
        return texts;
    }

    /// What would be written, as a patch that git takes.
    String patch() {
        return UnifiedDiff.of(files.stream().map(f -> new FileChange(f.path(), f.base().isEmpty() ? null : f.base().getBytes(UTF_8),
                f.diff().result().getBytes(UTF_8))).toList());
    }

    /// Whether a file is no longer the one the fix was made for.
    boolean moved() {
        return files.stream().anyMatch(FileReview::baseChanged);
    }

    /// The files as they are now, by path.
    Map<String, String> bases() {
        Map<String, String> bases = new LinkedHashMap<>();
        files.forEach(f -> bases.put(f.path(), f.base()));
        return bases;
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

    /// Takes the whole change, or leaves it.
    void takeHunk(int index, boolean take) {
        FileReview shown = file.get();
        if (shown != null && index >= 0 && index < shown.diff().hunks().size()) {
            choices.remember(shown.diff());
            shown.diff().takeHunk(index, take);
            changed();
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
        if (shown != null) {
            choices.remember(shown.diff());
            take(shown.diff(), row, removal, take);
            changed();
        }
    }

    /// Takes both sides of a row, or leaves both.
    void toggleLine(DiffRow.Changed row) {
        FileReview shown = file.get();
        if (shown != null) {
            Integer old = row.old();
            Integer fresh = row.fresh();
            boolean taken = fresh == null ? old != null && shown.diff().removalTaken(old) : shown.diff().additionTaken(fresh);
            choices.remember(shown.diff());
            take(shown.diff(), row, true, !taken);
            take(shown.diff(), row, false, !taken);
            changed();
        }
    }

    private static void take(FileDiff diff, DiffRow.Changed row, boolean removal, boolean take) {
        Integer line = removal ? row.old() : row.fresh();
        if (line != null && removal) {
            diff.takeRemoval(line, take);
        } else if (line != null) {
            diff.takeAddition(line, take);
        }
    }

    /// Takes the last choice on the shown file back.
    ///
    /// @return whether there was one
    boolean undo() {
        FileReview shown = file.get();
        boolean undone = shown != null && choices.undo(shown.diff());
        if (undone) {
            changed();
        }
        return undone;
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
                changed();
            }
        });
    }

    private void changed() {
        showRows();
        chosen.run();
    }
}
