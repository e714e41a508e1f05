package dev.codeheals.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One sheet at a time above the window. Escape or a click beside it closes it and gives the focus back.
public final class Overlay extends StackPane {
    private @Nullable Node before;
    private @Nullable Runnable onClosed;

    public Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /// Shows a sheet in the middle.
    public void show(Region sheet) {
        show(sheet, Pos.CENTER, () -> {});
    }

    /// Shows a sheet in place of the one before it; {@code closed} runs once when it goes away.
    public void show(Region sheet, Pos position, Runnable closed) {
        close();
        before = getScene() == null ? null : getScene().getFocusOwner();
        onClosed = closed;
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        if (!sheet.getStyleClass().contains("overlay-sheet")) {
            sheet.getStyleClass().add("overlay-sheet");
        }
        setAlignment(sheet, position);
        getChildren().setAll(sheet);
        setVisible(true);
        sheet.requestFocus();
    }

    public boolean showing() {
        return isVisible();
    }

    public void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
            before = null;
        }
        if (onClosed != null) {
            Runnable closed = onClosed;
            onClosed = null;
            closed.run();
        }
    }
}
