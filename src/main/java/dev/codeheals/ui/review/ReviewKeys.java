package dev.codeheals.ui.review;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// What each key does in the review screen, wherever the focus is but in text.
record ReviewKeys(ReviewViewModel model, Acts acts) {
    /// What needs the view.
    record Acts(Runnable approve, Runnable reject, Runnable edit, Runnable others, Runnable take, Runnable copy) {}

    void handle(KeyEvent event) {
        if (event.isShortcutDown()) {
            shortcut(event);
            return;
        }
        if (event.getTarget() instanceof TextInputControl || event.getTarget() instanceof CodeArea || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case J -> model.draft().step(1);
            case K -> model.draft().step(-1);
            case F7 -> model.draft().step(event.isShiftDown() ? -1 : 1);
            case SPACE -> acts.take().run();
            case L -> model.draft().lineModeProperty().set(!model.draft().lineModeProperty().get());
            case U -> model.draft().flipLayout();
            case E -> acts.edit().run();
            case O -> acts.others().run();
            case N -> model.stepProposal(1);
            case P -> model.stepProposal(-1);
            case C -> acts.copy().run();
            case R -> acts.reject().run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> acts.approve().run();
            case Z -> {
                if (event.getTarget() instanceof CodeArea) {
                    return;
                }
                if (event.isShiftDown()) {
                    model.redo();
                } else {
                    model.undo();
                }
            }
            case Y -> model.redo();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
