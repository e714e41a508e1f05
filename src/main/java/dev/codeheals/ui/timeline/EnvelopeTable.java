package dev.codeheals.ui.timeline;

import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// Envelopes as rows: mark, time, failure, source, confidence, what became of it.
final class EnvelopeTable {
    private final Ui ui;
    private final TableView<EnvelopeRow> table = new TableView<>();

    EnvelopeTable(Ui ui, ObservableList<EnvelopeRow> rows, Consumer<EnvelopeRow> selected, Consumer<EnvelopeRow> open) {
        this.ui = ui;
        table.setAccessibleText(ui.text("screen.TIMELINE"));
        table.setFixedCellSize(28);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(rows);
        table.setPlaceholder(Parts.label(ui.text("timeline.nothing"), "muted"));
        table.getColumns().add(marks());
        table.getColumns().add(column("timeline.column.time", 190, 172, row -> ui.times().exact(row.createdAt())));
        table.getColumns().add(column("timeline.column.failure", 260, 110, EnvelopeRow::clusterId));
        table.getColumns().add(column("timeline.column.source", 180, 90, EnvelopeRow::source));
        table.getColumns().add(column("timeline.column.confidence", 90, 84, EnvelopeTable::number));
        table.getColumns().add(column("timeline.column.outcome", 130, 108, row -> ui.texts().of("outcome", row.outcome())));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && table.isFocused()) {
                selected.accept(row);
            }
        });
        table.setOnKeyPressed(event -> {
            EnvelopeRow row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                open.accept(row);
            }
        });
        table.setRowFactory(_ -> {
            TableRow<EnvelopeRow> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
    }

    TableView<EnvelopeRow> node() {
        return table;
    }

    private static String number(EnvelopeRow row) {
        Double confidence = row.confidence();
        return confidence == null ? "–" : Certainty.digits(confidence);
    }

    private TableColumn<EnvelopeRow, String> column(String key, double width, double least, Function<EnvelopeRow, String> text) {
        TableColumn<EnvelopeRow, String> column = new TableColumn<>(ui.text(key));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new SimpleStringProperty(text.apply(cell.getValue())));
        return column;
    }

    private TableColumn<EnvelopeRow, MarkKind> marks() {
        TableColumn<EnvelopeRow, MarkKind> column = new TableColumn<>();
        column.setPrefWidth(32);
        column.setResizable(false);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new javafx.beans.property.SimpleObjectProperty<>(
                MarkKind.of(cell.getValue().decision(), cell.getValue().outcome())));
        column.setCellFactory(_ -> new TableCell<>() {
            private final Mark mark = new Mark(ui.texts(), MarkKind.RETRY);

            @Override
            protected void updateItem(@Nullable MarkKind kind, boolean empty) {
                super.updateItem(kind, empty);
                setGraphic(empty ? null : mark);
                if (kind != null) {
                    mark.show(kind);
                }
            }
        });
        return column;
    }
}
