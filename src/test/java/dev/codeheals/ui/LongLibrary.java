package dev.codeheals.ui;

import dev.codeheals.store.Database;
import dev.codeheals.store.ManyPatterns;
import dev.codeheals.ui.control.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;

/// The pattern screen over a library of any length.
final class LongLibrary {
    private LongLibrary() {}

    /// Fills the rig's store, opens the screen, and waits until the length is told.
    ///
    /// @param folder the rig's own
    static TableView<?> open(DesktopRig rig, Path folder, int count) throws IOException {
        rig.application();
        try (Database library = Database.open(folder.resolve("data"), InstantSource.system())) {
            ManyPatterns.fill(library, count);
        }
        rig.open(BrokenProject.missingImport(folder.resolve("basket")));
        rig.fx(() -> {
            rig.desk().overlay().close();
            rig.desk().open(Screen.PATTERNS);
        });
        DesktopRig.until("the length of the library is told",
                () -> rig.find("#patterns-scroll", ScrollBar.class).map(bar -> bar.getMax() > count - 100).orElse(false));
        return rig.find("#patterns-table", TableView.class).orElseThrow();
    }
}
