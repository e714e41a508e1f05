package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.project.ProjectSettings;
import dev.codeheals.ui.control.OutputPane;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.project.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Projects: several open at once, runs with their output, and a word on the desktop when a fix waits.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ProjectFxTest {
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
    void severalProjectsAreOpenAndAWaitingFixIsToldOnTheDesktop(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        OpenProject quiet = rig.open(BrokenProject.missingImport(folder.resolve("quiet")));
        rig.fx(() -> {
            rig.desk().overlay().close();
            rig.stage().setIconified(true);
        });
        OpenProject busy = rig.healed(BrokenProject.missingImport(folder.resolve("busy")));

        DesktopRig.until("the desktop is told", () -> !rig.told().isEmpty());
        assertThat(rig.told()).containsExactly("Code Heals Itself: A fix waits for you: Import json");
        rig.fx(() -> rig.stage().setIconified(false));
        assertThat(rig.desk().workspace().projects()).containsExactly(quiet, busy);
        assertThat(rig.find("#trust-badge", Button.class).map(Button::getText)).contains("trusted");

        rig.fx(() -> rig.desk().workspace().turnTo(quiet));
        assertThat(rig.find("#trust-badge", Button.class).map(Button::getText)).contains("restricted");
        robot.push(KeyCode.F5);
        assertThat(rig.find("#trust-yes", Button.class)).as("nothing runs before trust").isPresent();
    }

    @Test
    void aRunsOutputHasItsColoursAndFramesThatOpenTheSource(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        Path project = Files.createDirectories(folder.resolve("red"));
        Files.writeString(project.resolve("main.py"), "print('\\033[31mred words\\033[0m')\nraise SystemExit(undefined_name)\n");
        OpenProject open = rig.open(project);
        rig.fx(() -> {
            rig.desk().overlay().close();
            open.trust();
            open.run();
        });
        DesktopRig.until("it ran", () -> !open.runs().isEmpty() && !open.runningProperty().get());
        rig.fx(() -> rig.desk().open(Screen.LIVE));
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        DesktopRig.until("the output is shown", () -> rig.find(".output .list-view", ListView.class).map(l -> l.getItems().size() > 3).orElse(false));

        assertThat(rig.find(".output .ansi-1", javafx.scene.text.Text.class).map(javafx.scene.text.Text::getText)).contains("red words");
        robot.clickOn(rig.find(".output .code-link", javafx.scene.text.Text.class).orElseThrow());
        DesktopRig.until("the source is opened", () -> rig.opened().stream().anyMatch(address -> address.endsWith("main.py")));
        assertThat(rig.find(".output", OutputPane.class)).isPresent();
    }

    @Test
    void aProjectThatWasWatchedIsWatchedAgainWhenItIsOpened() throws IOException {
        Path watched = BrokenProject.missingImport(folder.resolve("watched"));
        ProjectSettings before = ProjectSettings.unknown(watched.toRealPath(), Instant.EPOCH);
        rig.application().projects().save(before.withTrusted(true).withWatching(true));
        OpenProject open = rig.open(watched);

        DesktopRig.until("it is watched", () -> open.watchingProperty().get());
        rig.fx(() -> open.watch(false));
        DesktopRig.until("it is watched no more", () -> !open.watchingProperty().get());
        assertThat(open.session().settings().watching()).isFalse();
    }

    @Test
    void aFolderThatCannotBeOpenedIsAnsweredWithWhatToDo() throws IOException {
        rig.desk();
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path file = Files.writeString(folder.resolve("file.txt"), "text");
        for (Path bad : List.of(folder.resolve("missing"), empty, file)) {
            rig.fx(() -> rig.desk().open(bad, _ -> {}));
            DesktopRig.until("it is told", () -> rig.desk().workspace().troubleProperty().get() != Workspace.Trouble.NONE);
            assertThat(rig.find("#welcome-trouble", Label.class).map(Label::getText).orElse("")).isNotBlank();
        }
    }
}
