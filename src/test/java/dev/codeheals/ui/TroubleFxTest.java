package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.project.OpenProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is wrong around the program is told in the window in plain words, and the window goes on.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TroubleFxTest {
    @TempDir
    Path folder;
    private Stage window;
    private DesktopRig rig;

    @Start
    void keep(Stage stage) {
        window = stage;
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void start() {
        Path data = folder.resolve("data");
        rig = DesktopRig.onFx(() -> new DesktopRig(window, data, Map.of()));
    }

    @Test
    void aDamagedDatabaseIsPutAsideAndTold() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("codeheals.db"), "this is no database ".repeat(400));
        start();
        DesktopRig.until("it is told", () -> !rig.texts(".toast").isEmpty());
        assertThat(rig.texts(".toast").getFirst()).contains("codeheals.db").doesNotContain("Exception");
    }

    @Test
    void anInterpreterThatIsGoneIsToldAsWhatToDo() throws IOException {
        start();
        OpenProject project = rig.open(BrokenProject.missingImport(folder.resolve("basket")));
        rig.fx(() -> {
            rig.desk().overlay().close();
            project.trust();
            project.change(settings -> settings.withInterpreter("/no/such/python"));
            project.commandProperty().set("/no/such/python -m unittest");
            project.run();
            rig.desk().open(Screen.LIVE);
        });
        DesktopRig.until("the run ended", () -> !project.runs().isEmpty() && !project.runningProperty().get());
        assertThat(rig.texts(".live")).anyMatch(line -> line.contains("/no/such/python"));
        assertThat(rig.find("#command", ComboBox.class)).isPresent();
    }
}
