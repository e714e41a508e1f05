package dev.codeheals.ui.shell;

import dev.codeheals.ui.control.Action;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Every key that does something, in two columns.
final class ShortcutsSheet extends VBox {
    private static final List<String> REVIEW = List.of("J / K", "Space", "L", "U", "E", "O", "N / P", "R", "Shortcut+Z", "Shortcut+Enter");
    private static final List<String> TIMELINE = List.of("← / →", "+ / −", "0", "F", "Enter", "Esc");

    ShortcutsSheet(Ui ui, List<Action> actions) {
        super(12);
        getStyleClass().add("shortcuts");
        GridPane everywhere = grid();
        actions.stream().filter(action -> !action.shortcut().isEmpty())
                .forEach(action -> add(everywhere, Shortcuts.display(action), ui.text(action.key())));
        GridPane special = grid();
        special.add(Parts.label(ui.text("screen.REVIEW"), "strong"), 0, 0, 2, 1);
        REVIEW.forEach(keys -> add(special, shown(keys), ui.text("keys.review." + REVIEW.indexOf(keys))));
        special.add(Parts.label(ui.text("screen.TIMELINE"), "strong"), 0, special.getRowCount(), 2, 1);
        TIMELINE.forEach(keys -> add(special, keys, ui.text("keys.timeline." + TIMELINE.indexOf(keys))));
        ScrollPane scroll = new ScrollPane(Parts.row(32, everywhere, special));
        ((javafx.scene.layout.HBox) scroll.getContent()).setAlignment(javafx.geometry.Pos.TOP_LEFT);
        scroll.setFitToWidth(true);
        getChildren().addAll(Parts.label(ui.text("shortcuts.title"), "heading"), scroll);
        setPrefSize(720, 560);
        setFocusTraversable(true);
    }

    private static String shown(String keys) {
        return keys.startsWith("Shortcut") ? javafx.scene.input.KeyCombination.valueOf(keys).getDisplayText() : keys;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(16, 6);
        grid.setPrefWidth(330);
        return grid;
    }

    private static void add(GridPane grid, String keys, String name) {
        grid.addRow(grid.getRowCount(), Parts.label(keys, "keys"), Parts.label(name));
    }
}
