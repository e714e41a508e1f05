package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.project.SampleProject;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Pictures of every screen over a real project with a month of history, for people to look at.
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ScreenshotsFxTest {
    @TempDir
    Path folder;
    private DesktopRig rig;

    @Start
    void start(Stage stage) {
        rig = new DesktopRig(stage, folder.resolve("data"), Map.of());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void everyScreenInEveryTheme() throws IOException {
        rig.size(1280, 800);
        rig.desk();
        rig.shot("welcome-light");
        Path sample = SampleProject.copyTo(folder.resolve("shop-inventory"));
        new SeededHistory(rig.application().reBanker(), sample.toRealPath().toString(), Instant.now()).fill(rig.application().journal(), rig.application().knowledge(), 160);
        OpenProject project = rig.open(sample);
        rig.shot("trust-light");
        rig.fx(() -> {
            rig.desk().overlay().close();
            project.trust();
            project.run();
        });
        DesktopRig.until("the heal ended", () -> project.lastResultProperty().get() != null && !project.runningProperty().get());
        assertThat(project.lastResultProperty().get()).isNotNull();
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST)) {
            rig.fx(() -> rig.desk().appearance().choiceProperty().set(theme));
            pictures(theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private void pictures(String theme) {
        for (int[] size : new int[][] {{1000, 700}, {1600, 900}}) {
            rig.size(size[0], size[1]);
            for (Screen screen : Screen.values()) {
                rig.fx(() -> rig.desk().open(screen));
                rig.shot(screen.name().toLowerCase(Locale.ROOT) + "-" + theme + "-" + size[0]);
            }
            rig.fx(() -> rig.desk().failure(new UUID(1, 1).toString()));
            rig.shot("failure-" + theme + "-" + size[0]);
        }
    }
}
