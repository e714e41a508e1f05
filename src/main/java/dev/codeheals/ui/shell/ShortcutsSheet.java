package dev.codeheals.ui.shell;

import dev.codeheals.ui.control.Action;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Every key that does something, in two columns.
final class ShortcutsSheet extends VBox {
    private static final Map<String, String> REVIEW = ordered("J / K / F7", "keys.review.hunk", "Space", "keys.review.take", "L", "keys.review.lines",
            "U", "keys.review.unified", "E", "keys.review.edit", "O", "keys.review.others", "N / P", "keys.review.proposal",
            "R", "keys.review.reject", "C", "keys.review.copy", "Shortcut+Z", "keys.review.undo", "Shortcut+Enter", "keys.review.approve");
    private static final Map<String, String> TIMELINE = ordered("← / →", "keys.timeline.walk", "+ / −", "keys.timeline.zoom", "↑ / ↓", "keys.timeline.heights", "Z", "keys.timeline.selection", "0", "keys.timeline.all",
            "F", "keys.timeline.follow", "Enter", "keys.timeline.open", "Esc", "keys.timeline.clear");

    ShortcutsSheet(Ui ui, List<Action> actions) {
        super(12);
        getStyleClass().add("shortcuts");
        GridPane everywhere = grid();
        actions.stream().filter(action -> !action.shortcut().isEmpty())
                .forEach(action -> add(everywhere, Shortcuts.display(action), ui.text(action.key())));
        GridPane special = grid();
        special.add(Parts.label(ui.text("screen.REVIEW"), "strong"), 0, 0, 2, 1);
        REVIEW.forEach((keys, name) -> add(special, shown(keys), ui.text(name)));
        special.add(Parts.label(ui.text("screen.TIMELINE"), "strong"), 0, special.getRowCount(), 2, 1);
        TIMELINE.forEach((keys, name) -> add(special, keys, ui.text(name)));
        ScrollPane scroll = new ScrollPane(Parts.row(32, everywhere, special));
        ((javafx.scene.layout.HBox) scroll.getContent()).setAlignment(javafx.geometry.Pos.TOP_LEFT);
        scroll.setFitToWidth(true);
        getChildren().addAll(Parts.label(ui.text("shortcuts.title"), "heading"), scroll);
        setPrefSize(720, 560);
        setFocusTraversable(true);
    }

    private static Map<String, String> ordered(String... keysAndNames) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndNames.length; i += 2) {
            map.put(keysAndNames[i], keysAndNames[i + 1]);
        }
        return map;
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
