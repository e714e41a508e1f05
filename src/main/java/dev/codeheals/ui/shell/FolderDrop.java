package dev.codeheals.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes a folder that is dropped anywhere on the window; of a file, the folder it lies in.
final class FolderDrop {
    private FolderDrop() {}

    static void install(Scene scene, Consumer<Path> open) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            boolean taken = event.getDragboard().hasFiles() && !event.getDragboard().getFiles().isEmpty();
            if (taken) {
                File first = event.getDragboard().getFiles().getFirst();
                open.accept(first.isDirectory() ? first.toPath() : first.toPath().toAbsolutePath().getParent());
            }
            event.setDropCompleted(taken);
            event.consume();
        });
    }
}
