package dev.codeheals.ui.review;

import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One row of the diff: both sides, or one, or a fold.
final class DiffCell extends ListCell<DiffRow> {
    private final Ui ui;
    private final ReviewViewModel model;
    private final DiffRowNode left;
    private final DiffRowNode right;
    private final DiffRowNode whole;
    private final HBox pair;
    private final Button fold = Parts.button("", this::unfold, "fold");
    private final StackPane content = new StackPane();

    DiffCell(Ui ui, ReviewViewModel model, DoubleProperty shift) {
        this.ui = ui;
        this.model = model;
        left = new DiffRowNode(ui, shift, false);
        right = new DiffRowNode(ui, shift, false);
        whole = new DiffRowNode(ui, shift, true);
        Region between = new Region();
        between.getStyleClass().add("between");
        pair = new HBox(left, between, right);
        fold.setMaxWidth(Double.MAX_VALUE);
        setGraphic(content);
        setPrefWidth(0);
        model.draft().hunkProperty().subscribe(_ -> refresh());
    }

    private void refresh() {
        if (!isEmpty() && getItem() instanceof DiffRow.Changed) {
            show(getItem());
        }
    }

    @Override
    protected void updateItem(@Nullable DiffRow row, boolean empty) {
        super.updateItem(row, empty);
        content.getChildren().clear();
        if (!empty && row != null) {
            show(row);
        }
    }

    private void show(DiffRow row) {
        FileReview file = model.draft().fileProperty().get();
        if (file == null) {
            return;
        }
        switch (row) {
            case DiffRow.Fold folded -> {
                fold.setText(ui.texts().count("review.fold", folded.count()));
                content.getChildren().setAll(fold);
            }
            case DiffRow.Same same -> same(file, same);
            case DiffRow.Changed changed -> changed(file, changed);
        }
    }

    private void same(FileReview file, DiffRow.Same same) {
        if (model.draft().unifiedProperty().get()) {
            whole.show(new DiffRowNode.Look(same.old() + 1, same.fresh() + 1, 0, file.freshRuns(same.fresh()), true, false));
            whole.offer(null, false, () -> {});
            content.getChildren().setAll(whole);
            setAccessibleText(same.fresh() + 1 + " " + text(file, same.fresh()));
            return;
        }
        left.show(new DiffRowNode.Look(same.old() + 1, null, 0, file.oldRuns(same.old()), true, false));
        right.show(new DiffRowNode.Look(null, same.fresh() + 1, 0, file.freshRuns(same.fresh()), true, false));
        left.offer(null, false, () -> {});
        right.offer(null, false, () -> {});
        content.getChildren().setAll(pair);
        setAccessibleText(same.fresh() + 1 + " " + text(file, same.fresh()));
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
            whole.show(removed != null ? removed : added);
            offer(file, row, whole, removed != null);
            content.getChildren().setAll(whole);
            return;
        }
        left.show(removed);
        right.show(added);
        if (model.draft().lineModeProperty().get()) {
            offer(file, row, left, true);
            offer(file, row, right, false);
        } else {
            left.offer(null, false, () -> {});
            offer(file, row, right, false);
        }
        content.getChildren().setAll(pair);
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
