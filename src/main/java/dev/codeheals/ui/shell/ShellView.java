package dev.codeheals.ui.shell;

import dev.codeheals.ui.control.Action;
import dev.codeheals.ui.control.Overlay;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.control.Toasts;
import dev.codeheals.ui.control.Ui;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The window's frame: toolbar above, sidebar at the left, status bar below, the screen in the middle, sheets and messages on top.
public final class ShellView extends StackPane {
    private final Ui ui;
    private final ShellViewModel model;
    private final Overlay overlay;
    private final StackPane content = new StackPane();

    /// @param screens gives the same node for a screen until its project changes
    public ShellView(Ui ui, ShellViewModel model, Overlay overlay, Toasts toasts, Frame frame, Function<Screen, Region> screens) {
        this.ui = ui;
        this.model = model;
        this.overlay = overlay;
        getStyleClass().add("shell");
        content.getStyleClass().add("shell-content");
        content.setMinSize(0, 0);
        BorderPane frameNode = new BorderPane(content, frame.toolbar(), null, frame.statusBar(), new Sidebar(ui, model, frame.footer()));
        getChildren().addAll(frameNode, frame.tour(), toasts, overlay);
        setAlignment(toasts, Pos.BOTTOM_RIGHT);
        toasts.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        model.screenProperty().subscribe(screen -> content.getChildren().setAll(screens.apply(screen)));
        model.add(new Action("action.palette", "Shortcut+K", this::openPalette));
        model.add(new Action("action.shortcuts", "F1", this::openShortcuts));
        model.add(new Action("action.theme", "Shortcut+Shift+L", ui.appearance()::nextTheme));
        model.add(new Action("action.zoomIn", "Shortcut+Plus", ui.appearance()::zoomIn));
        model.add(new Action("action.zoomOut", "Shortcut+Minus", ui.appearance()::zoomOut));
        model.add(new Action("action.zoomReset", "Shortcut+0", () -> ui.appearance().zoomTo(1)));
    }

    /// The parts around the screen that belong to the project.
    ///
    /// @param footer beneath the sidebar's buttons
    /// @param tour   above everything but sheets
    public record Frame(Region toolbar, Region footer, Region statusBar, Region tour) {}

    /// Shows what the factory gives now, for a project that was opened or left.
    public void refresh(Function<Screen, Region> screens) {
        content.getChildren().setAll(screens.apply(model.screenProperty().get()));
    }

    /// Puts all actions on their keys.
    public void install(Scene scene) {
        Shortcuts.install(scene, model.actions());
    }

    public void openPalette() {
        overlay.show(new CommandPalette(ui, model, overlay), Pos.TOP_CENTER, () -> {});
    }

    private void openShortcuts() {
        overlay.show(new ShortcutsSheet(ui, model.actions()));
    }
}
