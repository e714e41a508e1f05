package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.ui.control.CodeLine;
import dev.codeheals.ui.control.Highlight;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A file that changed after the fix was proven, in three panes: as it is now, as the fix knew it, as the fix would make it.
///
/// The fix can be fitted to the file as it is now; what comes of it is proven again before it can be applied.
final class ConflictPane extends BorderPane {
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");

    /// One line of a pane.
    ///
    /// @param number empty between stretches
    private record Row(String number, String text, int kind) {}

    private static final Row EMPTY = new Row("", "", 0);

    ConflictPane(Ui ui, ReviewViewModel model, FileReview file, Envelope envelope, Runnable edit) {
        getStyleClass().add("conflict-pane");
        DiffExcerpt excerpt = DiffExcerpt.of(envelope.fixDiff(), file.path());
        Optional<String> fitted = excerpt.fittedTo(file.base());
        Button fit = Parts.button(ui.text("conflict.fit"), () -> fitted.ifPresent(text -> model.draft().edit(file.path(), text)), "accent");
        fit.setId("conflict-fit");
        fit.setDisable(fitted.isEmpty());
        Button byHand = Parts.button(ui.text("conflict.edit"), edit);
        var words = Parts.paragraph(ui.text(fitted.isPresent() ? "conflict.fits" : "conflict.unfit"));
        words.setId("conflict-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox bar = Parts.row(8, words, byHand, fit);
        bar.getStyleClass().add("conflict");
        SplitPane panes = new SplitPane(pane(ui.text("conflict.now"), now(file)), pane(ui.text("conflict.base"), old(excerpt)),
                pane(ui.text("conflict.fix"), fresh(excerpt)));
        panes.setDividerPositions(0.34, 0.67);
        setTop(bar);
        setCenter(panes);
    }

    private static List<Row> now(FileReview file) {
        List<Row> rows = new ArrayList<>();
        file.diff().oldLines().forEach(line -> rows.add(new Row(String.valueOf(rows.size() + 1), LineText.content(line), 0)));
        return rows;
    }

    private static List<Row> old(DiffExcerpt excerpt) {
        List<Row> rows = new ArrayList<>();
        for (DiffExcerpt.Hunk hunk : excerpt.hunks()) {
            apart(rows);
            int number = hunk.line();
            for (DiffExcerpt.Line line : hunk.lines()) {
                if (line.kind() <= 0) {
                    rows.add(new Row(String.valueOf(number++), line.text(), line.kind()));
                }
            }
        }
        return rows;
    }

    private static List<Row> fresh(DiffExcerpt excerpt) {
        List<Row> rows = new ArrayList<>();
        for (DiffExcerpt.Hunk hunk : excerpt.hunks()) {
            apart(rows);
            hunk.lines().stream().filter(line -> line.kind() >= 0).forEach(line -> rows.add(new Row(line.kind() > 0 ? "+" : "", line.text(), line.kind())));
        }
        return rows;
    }

    private static void apart(List<Row> rows) {
        if (!rows.isEmpty()) {
            rows.add(new Row("", "⋯", 0));
        }
    }

    private static VBox pane(String title, List<Row> rows) {
        ListView<Row> list = new ListView<>(FXCollections.observableArrayList(rows));
        list.setFixedCellSize(CodeLine.HEIGHT);
        list.setCellFactory(_ -> new RowCell());
        list.setAccessibleText(title);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(4, Parts.label(title, "strong"), list);
        box.getStyleClass().add("conflict-side");
        box.setMinWidth(0);
        return box;
    }

    private static final class RowCell extends ListCell<Row> {
        private final Label number = Parts.label("", "line-number");
        private final CodeLine code = new CodeLine();

        RowCell() {
            getStyleClass().add("diff-side");
            HBox.setHgrow(code, Priority.ALWAYS);
            setGraphic(Parts.row(0, number, code));
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            Row shown = empty || row == null ? EMPTY : row;
            number.setText(shown.number());
            code.show(ShownLine.runs(shown.text(), styles(shown.text()), List.of(), false));
            pseudoClassStateChanged(ADDED, shown.kind() > 0);
            pseudoClassStateChanged(REMOVED, shown.kind() < 0);
        }

        private static String[] styles(String text) {
            String[] styles = new String[text.length()];
            Arrays.fill(styles, "");
            Highlight.python(text).forEach(s -> Arrays.fill(styles, s.start(), Math.min(s.end(), styles.length), s.style()));
            return styles;
        }
    }
}
