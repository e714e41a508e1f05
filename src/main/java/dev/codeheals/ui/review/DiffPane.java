package dev.codeheals.ui.review;

import dev.codeheals.ui.control.CodeLine;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.control.Parts;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;

/// The rows of one file's diff. Only the rows on screen cost anything; long lines of both sides scroll sideways together.
final class DiffPane extends BorderPane {
    private static final double LETTER = 7.8;
    private final ReviewViewModel model;
    private final ListView<DiffRow> list = new ListView<>();
    private final ScrollBar sideways = new ScrollBar();
    private final DoubleProperty shift = new SimpleDoubleProperty();

    DiffPane(Ui ui, ReviewViewModel model) {
        this.model = model;
        getStyleClass().add("diff");
        list.setId("diff");
        list.setItems(model.draft().rows());
        list.setFixedCellSize(CodeLine.HEIGHT);
        list.setCellFactory(_ -> new DiffCell(ui, model, shift));
        list.setAccessibleText(ui.text("review.diff"));
        list.addEventFilter(ScrollEvent.SCROLL, this::scroll);
        sideways.setOrientation(Orientation.HORIZONTAL);
        sideways.setAccessibleText(ui.text("review.sideways"));
        shift.bind(sideways.valueProperty());
        Parts.follow(model.draft().rows(), this::measure);
        widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                model.draft().room(width.doubleValue());
            }
            measure();
        });
        model.draft().hunkProperty().subscribe(_ -> reveal());
        model.draft().lineModeProperty().subscribe(_ -> list.refresh());
        setCenter(list);
        setBottom(sideways);
        setRight(new HunkMap(ui, model, row -> list.scrollTo(Math.max(0, row - 5))));
    }

    void focusRows() {
        list.requestFocus();
        reveal();
    }

    /// Takes the change the keys are at or leaves it; in line mode the selected line.
    void take() {
        int row = list.getSelectionModel().getSelectedIndex();
        if (!model.draft().lineModeProperty().get()) {
            model.draft().toggleHunk();
        } else if (list.getSelectionModel().getSelectedItem() instanceof DiffRow.Changed changed) {
            model.draft().toggleLine(changed);
            list.getSelectionModel().select(row);
        }
    }

    private void scroll(ScrollEvent event) {
        double by = event.isShiftDown() ? event.getDeltaY() + event.getDeltaX() : event.getDeltaX();
        if (by != 0) {
            sideways.setValue(Math.clamp(sideways.getValue() - by, 0, sideways.getMax()));
            event.consume();
        }
    }

    private void measure() {
        FileReview file = model.draft().fileProperty().get();
        double room = getWidth() / (model.draft().unifiedProperty().get() ? 1 : 2) - 110;
        double hidden = file == null ? 0 : Math.max(0, file.longestLine() * LETTER - room);
        sideways.setMax(hidden);
        sideways.setVisibleAmount(hidden <= 0 ? 0 : hidden * room / (hidden + Math.max(1, room)));
        sideways.setValue(Math.min(sideways.getValue(), hidden));
        sideways.setVisible(hidden > 0);
        sideways.setManaged(hidden > 0);
    }

    private void reveal() {
        IntStream.range(0, model.draft().rows().size())
                .filter(i -> model.draft().rows().get(i) instanceof DiffRow.Changed row && row.first() && row.hunk() == model.draft().hunkProperty().get())
                .findFirst().ifPresent(i -> {
                    list.scrollTo(Math.max(0, i - 4));
                    list.getSelectionModel().select(i);
                });
    }
}
