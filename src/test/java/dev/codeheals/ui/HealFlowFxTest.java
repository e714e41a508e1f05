package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.ui.project.OpenProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The main job in the window: a broken project is opened, trusted, run, healed, and the fix is undone and redone.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class HealFlowFxTest {
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
    void aFailingRunIsApprovedUndoneAndRedoneWithFourKeyPresses(FxRobot robot) throws IOException {
        Path project = BrokenProject.missingImport(folder.resolve("my basket"));
        rig.size(1280, 800);
        OpenProject open = rig.open(project);
        robot.clickOn("#trust-yes");
        DesktopRig.until("a fix waits", () -> !rig.application().reviews().waiting().isEmpty());
        assertThat(text("#live-title")).startsWith("The run failed");

        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        DesktopRig.until("the proposal can be approved", () -> rig.find("#review-approve", Button.class).map(b -> !b.isDisabled()).orElse(false));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        DesktopRig.until("it is written", () -> outcome() == Outcome.PROMOTED && !rig.busy());
        assertThat(project.resolve("basket.py")).hasContent(BrokenProject.HEALED);

        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        DesktopRig.until("it is undone", () -> outcome() == Outcome.UNDONE && !rig.busy());
        assertThat(project.resolve("basket.py")).hasContent(BrokenProject.BASKET);

        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        DesktopRig.until("it is redone", () -> outcome() == Outcome.PROMOTED && !rig.busy());
        assertThat(project.resolve("basket.py")).hasContent(BrokenProject.HEALED);

        robot.push(KeyCode.F5);
        DesktopRig.until("the run passes", () -> !open.runningProperty().get() && !open.runs().isEmpty() && open.runs().getFirst().outcome().passed());
    }

    private Outcome outcome() {
        return rig.application().journal().latest(1).getFirst().outcome();
    }

    private String text(String id) {
        return Objects.requireNonNull(rig.find(id, Label.class).orElseThrow().getText());
    }
}
