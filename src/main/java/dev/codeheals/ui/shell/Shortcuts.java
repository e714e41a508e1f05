package dev.codeheals.ui.shell;

import dev.codeheals.ui.control.Action;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/// Puts actions on their keys.
final class Shortcuts {
    private Shortcuts() {}

    static void install(Scene scene, List<Action> actions) {
        for (Action action : actions) {
            if (!action.shortcut().isEmpty()) {
                scene.getAccelerators().put(KeyCombination.valueOf(action.shortcut()), action.run());
            }
        }
    }

    /// As a person reads it: "Ctrl+K".
    static String display(Action action) {
        return action.shortcut().isEmpty() ? "" : KeyCombination.valueOf(action.shortcut()).getDisplayText();
    }
}
