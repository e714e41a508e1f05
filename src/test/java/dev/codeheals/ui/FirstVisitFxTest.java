package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.ui.project.OpenProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The first visit: a welcome, the trust question, then three callouts that never come again.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class FirstVisitFxTest {
    @TempDir
    Path folder;
    private DesktopRig rig;

    @Start
    void start(Stage stage) {
        rig = new DesktopRig(stage, folder.resolve("data"), Map.of("tour", ""));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void threeCalloutsFollowTheFirstTrust(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        rig.desk();
        assertThat(rig.find("#welcome-open", Button.class)).isPresent();
        OpenProject project = rig.open(BrokenProject.missingImport(folder.resolve("basket")));
        assertThat(rig.find("#tour-next", Button.class)).isEmpty();
        rig.fx(() -> {
            rig.desk().overlay().close();
            project.trust();
        });
        DesktopRig.until("the tour begins", () -> rig.find("#tour-next", Button.class).isPresent());
        assertThat(rig.texts(".tour")).contains("Run it", "1 of 3");
        robot.clickOn("#tour-next").clickOn("#tour-next");
        assertThat(rig.texts(".tour")).contains("Find anything", "3 of 3");
        robot.clickOn("#tour-next");
        assertThat(rig.find("#tour-next", Button.class)).isEmpty();
    }
}
