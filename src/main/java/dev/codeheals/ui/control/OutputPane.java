package dev.codeheals.ui.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A program's output: coloured, searchable, copyable; places in source can be clicked. Only the lines on screen cost anything.
public final class OutputPane extends BorderPane {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private final ObservableList<List<Run>> lines;
    private final ListView<List<Run>> list = new ListView<>();
    private final Ui ui;

    /// @param onPlace gets {@code file:line}
    public OutputPane(Ui ui, ObservableList<List<Run>> lines, Consumer<String> onPlace) {
        this.ui = ui;
        this.lines = lines;
        getStyleClass().add("output");
        setMinWidth(0);
        list.setItems(lines);
        list.setFixedCellSize(CodeLine.HEIGHT);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new LineCell(onPlace));
        list.setPlaceholder(Parts.label(ui.text("output.none"), "muted"));
        list.setAccessibleText(ui.text("output.name"));
        list.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
            } else if (event.getCode() == KeyCode.ENTER) {
                follow(onPlace);
            }
        });
        setTop(tools());
        setCenter(list);
    }

    /// A text that ended, as a part of a page.
    public static OutputPane of(Ui ui, String text, Consumer<String> onPlace) {
        OutputPane pane = new OutputPane(ui, FXCollections.observableArrayList(AnsiText.lines(text)), onPlace);
        pane.setPrefHeight(260);
        return pane;
    }

    private javafx.scene.layout.HBox tools() {
        TextField search = TextFields.createClearableTextField();
        search.setPromptText(ui.text("output.search"));
        search.setMinWidth(60);
        search.setPrefWidth(160);
        search.setOnAction(_ -> find(search.getText()));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.F3) {
                find(search.getText());
            }
        });
        ToggleButton follow = new ToggleButton(ui.text("output.follow"));
        follow.setSelected(true);
        Parts.follow(lines, () -> {
            if (follow.isSelected() && !lines.isEmpty()) {
                list.scrollTo(lines.size() - 1);
            }
        });
        var row = Parts.row(8, Parts.label(ui.text("output.name"), "strong"), Parts.spacer(), search, follow,
                Parts.iconButton(Feather.COPY, ui.text("output.copy"), this::copy));
        row.getStyleClass().add("output-tools");
        return row;
    }

    /// Opens the first place the selected line names.
    private void follow(Consumer<String> onPlace) {
        List<Run> line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            line.stream().map(Run::link).filter(link -> !link.isEmpty()).findFirst().ifPresent(onPlace);
        }
    }

    private void find(String wanted) {
        if (wanted.isBlank()) {
            return;
        }
        int start = list.getSelectionModel().getSelectedIndex();
        for (int i = 1; i <= lines.size(); i++) {
            int at = Math.floorMod(start + i, lines.size());
            if (AnsiText.plain(lines.get(at)).contains(wanted)) {
                list.getSelectionModel().clearAndSelect(at);
                list.scrollTo(Math.max(0, at - 4));
                return;
            }
        }
    }

    /// The selected lines, or all of them.
    private void copy() {
        List<List<Run>> chosen = list.getSelectionModel().getSelectedItems().isEmpty() ? lines : list.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(chosen.stream().map(AnsiText::plain).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class LineCell extends ListCell<List<Run>> {
        private final CodeLine line = new CodeLine();

        LineCell(Consumer<String> onPlace) {
            line.setOnLink(onPlace);
            setGraphic(line);
        }

        @Override
        protected void updateItem(@Nullable List<Run> runs, boolean empty) {
            super.updateItem(runs, empty);
            line.show(empty || runs == null ? List.of() : runs);
        }
    }
}
