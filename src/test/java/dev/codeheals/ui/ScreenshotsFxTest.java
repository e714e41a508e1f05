package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.project.SampleProject;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Pictures of every screen over a real project with a month of history, for people to look at.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ScreenshotsFxTest {
    private static final String PASTED = """
            Traceback (most recent call last):
              File "shop/cli.py", line 33, in main
                print(monthly(days))
                      ^^^^^^^^^^^^^
              File "shop/report.py", line 21, in monthly
                rate = total / len(days)
                       ~~~~~~^~~~~~~~~~~
            ZeroDivisionError: division by zero
            """;
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
    void everyScreenLightAndDark() throws IOException {
        rig.size(1280, 800);
        healed();
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            look(theme, 1);
            screens(theme.name().toLowerCase(Locale.ROOT));
        }
        assertThat(Path.of("target", "screenshots", "failure-dark.png")).isNotEmptyFile();
    }

    @Test
    @Tag("bench")
    void everyScreenInEveryThemeSizeAndZoom() throws IOException {
        rig.size(1280, 800);
        rig.desk();
        rig.shot("welcome");
        healed();
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST)) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            for (int[] size : new int[][] {{1000, 700}, {1600, 900}}) {
                rig.size(size[0], size[1]);
                look(theme, 1);
                screens(name + "-" + size[0]);
            }
            rig.size(1600, 900);
            look(theme, 2);
            screens(name + "-zoom200");
        }
    }

    /// States that are not the usual one: nothing yet, a question, a sheet, trouble, a changed file.
    @Test
    @Tag("bench")
    void everyOtherState() throws IOException {
        rig.size(1280, 800);
        rig.desk();
        rig.shot("state-welcome");
        rig.fx(() -> rig.desk().open(folder.resolve("missing"), _ -> {}));
        rig.shot("state-missing");
        Path project = BrokenProject.missingImport(folder.resolve("basket"));
        OpenProject open = rig.open(project);
        rig.shot("state-trust");
        rig.fx(() -> rig.desk().overlay().close());
        for (Screen screen : Screen.values()) {
            rig.fx(() -> rig.desk().open(screen));
            rig.shot("empty-" + screen.name().toLowerCase(Locale.ROOT));
        }
        rig.healed(project);
        rig.fx(() -> rig.desk().open(Screen.REVIEW));
        rig.shot("state-proposal");
        rig.press("#review-edit");
        rig.shot("state-edit");
        Files.writeString(project.resolve("basket.py"), BrokenProject.BASKET + "\n\nVAT = 0.2\n");
        rig.fx(() -> rig.desk().review(rig.application().journal().latest(1).getFirst().envelopeId()));
        rig.shot("state-conflict");
        rig.fx(() -> {
            rig.desk().open(Screen.LIVE);
            open.commandProperty().set("sleep 60");
            open.run();
        });
        DesktopRig.until("it is at work", () -> rig.find("#stage-RUN", Node.class).map(Node::getAccessibleText).orElse("").startsWith("run: at work"));
        rig.shot("state-busy");
        rig.fx(open::cancel);
        DesktopRig.until("it was stopped", () -> !open.runningProperty().get());
        rig.fx(() -> {
            open.commandProperty().set("no-such-program --fast");
            open.run();
        });
        DesktopRig.until("it ended", () -> !open.runningProperty().get());
        rig.shot("state-no-command");
    }

    private void healed() throws IOException {
        Path sample = SampleProject.copyTo(Files.createDirectories(folder.resolve("shop-inventory")));
        new SeededHistory(rig.application().reBanker(), sample.toRealPath().toString(), Instant.now())
                .fill(rig.application().journal(), rig.application().knowledge(), 160);
        rig.healed(sample);
        rig.fx(() -> rig.desk().review(rig.application().reviews().waiting().getLast().envelopeId()));
        rig.fx(() -> rig.desk().open(Screen.CLASSIFY));
        rig.type("#classify-input", PASTED);
        rig.fx(() -> rig.desk().open(Screen.PATTERNS));
        DesktopRig.until("the patterns are listed", () -> rig.find("#patterns-table", TableView.class).map(t -> t.getItems().size() > 3).orElse(false));
        rig.fx(() -> rig.find("#patterns-table", TableView.class).orElseThrow().getSelectionModel().select(0));
    }

    private void look(ThemeChoice theme, double zoom) {
        rig.fx(() -> {
            rig.desk().appearance().choiceProperty().set(theme);
            rig.desk().appearance().zoomTo(zoom);
        });
    }

    private void screens(String name) {
        for (Screen screen : Screen.values()) {
            rig.fx(() -> rig.desk().open(screen));
            rig.shot(screen.name().toLowerCase(Locale.ROOT) + "-" + name);
        }
        rig.fx(() -> rig.desk().failure(new UUID(1, 1).toString()));
        rig.shot("failure-" + name);
    }
}
