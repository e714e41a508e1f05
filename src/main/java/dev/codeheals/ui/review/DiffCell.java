package dev.codeheals.ui.review;

import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One row of the diff: both sides, or one, or a fold. What it shows is made when it is first needed and then kept.
final class DiffCell extends ListCell<DiffRow> {
    private final Ui ui;
    private final ReviewViewModel model;
    private final DoubleProperty shift;
    private final StackPane shapes = new StackPane();
    private @Nullable Sides sides;
    private @Nullable DiffRowNode whole;
    private @Nullable Button fold;

    private record Sides(DiffRowNode left, DiffRowNode right, HBox pair) {}

    DiffCell(Ui ui, ReviewViewModel model, DoubleProperty shift) {
        this.ui = ui;
        this.model = model;
        this.shift = shift;
        setGraphic(shapes);
        setPrefWidth(0);
        model.draft().hunkProperty().subscribe(_ -> refresh());
    }

    private Sides sides() {
        if (sides == null) {
            DiffRowNode left = new DiffRowNode(ui, shift, false);
            DiffRowNode right = new DiffRowNode(ui, shift, false);
            Region between = new Region();
            between.getStyleClass().add("between");
            HBox.setHgrow(left, Priority.ALWAYS);
            HBox.setHgrow(right, Priority.ALWAYS);
            sides = new Sides(left, right, new HBox(left, between, right));
            shapes.getChildren().add(sides.pair());
        }
        return sides;
    }

    private DiffRowNode whole() {
        if (whole == null) {
            whole = new DiffRowNode(ui, shift, true);
            shapes.getChildren().add(whole);
        }
        return whole;
    }

    private Button fold() {
        if (fold == null) {
            fold = Parts.button("", this::unfold, "fold");
            fold.setMaxWidth(Double.MAX_VALUE);
            shapes.getChildren().add(fold);
        }
        return fold;
    }

    private void refresh() {
        if (!isEmpty() && getItem() instanceof DiffRow.Changed) {
            show(getItem());
        }
    }

    @Override
    protected void updateItem(@Nullable DiffRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            present(null);
        } else {
            show(row);
        }
    }

    /// Shows one of the three shapes of a row, or none; they stay in the scene because taking nodes in and out is what costs a frame.
    private void present(@Nullable Node shape) {
        shapes.getChildren().forEach(each -> Parts.present(each, each.equals(shape)));
    }

    private void show(DiffRow row) {
        FileReview file = model.draft().fileProperty().get();
        if (file == null) {
            return;
        }
        switch (row) {
            case DiffRow.Fold folded -> {
                fold().setText(ui.texts().count("review.fold", folded.count()));
                present(fold());
            }
            case DiffRow.Same same -> same(file, same);
            case DiffRow.Changed changed -> changed(file, changed);
        }
    }

    private void same(FileReview file, DiffRow.Same same) {
        setAccessibleText(same.fresh() + 1 + " " + text(file, same.fresh()));
        if (model.draft().unifiedProperty().get()) {
            plain(whole(), new DiffRowNode.Look(same.old() + 1, same.fresh() + 1, 0, file.freshRuns(same.fresh()), true, false));
            present(whole());
        } else {
            plain(sides().left(), new DiffRowNode.Look(same.old() + 1, null, 0, file.oldRuns(same.old()), true, false));
            plain(sides().right(), new DiffRowNode.Look(null, same.fresh() + 1, 0, file.freshRuns(same.fresh()), true, false));
            present(sides().pair());
        }
    }

    private static void plain(DiffRowNode side, DiffRowNode.Look look) {
        side.show(look);
        side.offer(null, false, () -> {});
    }

    private static String text(FileReview file, int fresh) {
        return LineText.content(file.diff().freshLines().get(fresh));
    }

    private void changed(FileReview file, DiffRow.Changed row) {
        boolean current = row.hunk() == model.draft().hunkProperty().get();
        Integer old = row.old();
        Integer fresh = row.fresh();
        DiffRowNode.@Nullable Look removed = old == null ? null
                : new DiffRowNode.Look(old + 1, null, -1, file.removedRuns(old, row.hunk()), file.diff().removalTaken(old), current);
        DiffRowNode.@Nullable Look added = fresh == null ? null
                : new DiffRowNode.Look(null, fresh + 1, 1, file.addedRuns(fresh, row.hunk()), file.diff().additionTaken(fresh), current);
        setAccessibleText(accessible(file, old, fresh));
        if (model.draft().unifiedProperty().get()) {
            whole().show(removed != null ? removed : added);
            offer(file, row, whole(), removed != null);
            present(whole());
            return;
        }
        DiffRowNode left = sides().left();
        DiffRowNode right = sides().right();
        left.show(removed);
        right.show(added);
        if (model.draft().lineModeProperty().get()) {
            offer(file, row, left, true);
            offer(file, row, right, false);
        } else {
            left.offer(null, false, () -> {});
            offer(file, row, right, false);
        }
        present(sides().pair());
    }

    private String accessible(FileReview file, @Nullable Integer old, @Nullable Integer fresh) {
        String removed = old == null ? "" : ui.text("review.removed", LineText.content(file.diff().oldLines().get(old))) + " ";
        return removed + (fresh == null ? "" : ui.text("review.added", text(file, fresh)));
    }

    /// In line mode a box at each line, else one at the change's first row.
    private void offer(FileReview file, DiffRow.Changed row, DiffRowNode side, boolean removal) {
        FileDiff diff = file.diff();
        if (!model.draft().lineModeProperty().get()) {
            boolean taken = diff.taken(row.hunk());
            side.offer(row.first() ? Boolean.valueOf(taken) : null, diff.partly(row.hunk()), () -> {
                model.draft().hunkProperty().set(row.hunk());
                model.draft().takeHunk(row.hunk(), !taken);
            });
            return;
        }
        Integer line = removal ? row.old() : row.fresh();
        if (line == null) {
            side.offer(null, false, () -> {});
        } else {
            boolean taken = removal ? diff.removalTaken(line) : diff.additionTaken(line);
            side.offer(taken, false, () -> model.draft().takeLine(row, removal, !taken));
        }
    }

    private void unfold() {
        if (getItem() instanceof DiffRow.Fold folded) {
            model.draft().unfold(folded.old());
        }
    }
}
