package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.ui.project.OpenProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
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
    private static final String BROKEN = """
            def parse(text):
                return json.loads(text)


            def total(text):
                return sum(parse(text).values())
            """;
    private static final String SUITE = """
            import unittest

            from basket import total


            class Totals(unittest.TestCase):
                def test_total(self):
                    self.assertEqual(total('{"apple": 2, "pear": 3}'), 5)

                def test_empty(self):
                    self.assertEqual(total('{}'), 0)
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
    void aFailingRunIsApprovedUndoneAndRedoneWithFourKeyPresses(FxRobot robot) throws IOException {
        Path project = broken();
        rig.size(1280, 800);
        OpenProject open = rig.open(project);
        robot.clickOn("#trust-yes");
        DesktopRig.until("a fix waits", () -> !rig.application().reviews().waiting().isEmpty());
        assertThat(text("#live-title")).startsWith("The run failed");

        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        DesktopRig.until("the proposal can be approved", () -> rig.find("#review-approve", Button.class).map(b -> !b.isDisabled()).orElse(false));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        DesktopRig.until("it is written", () -> outcome() == Outcome.PROMOTED && !deciding());
        assertThat(project.resolve("basket.py")).hasContent("import json\n\n\n" + BROKEN);

        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        DesktopRig.until("it is undone", () -> outcome() == Outcome.UNDONE && !deciding());
        assertThat(project.resolve("basket.py")).hasContent(BROKEN);

        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        DesktopRig.until("it is redone", () -> outcome() == Outcome.PROMOTED && !deciding());
        assertThat(project.resolve("basket.py")).hasContent("import json\n\n\n" + BROKEN);

        robot.push(KeyCode.F5);
        DesktopRig.until("the run passes", () -> !open.runningProperty().get() && !open.runs().isEmpty() && open.runs().getFirst().outcome().passed());
    }

    private Path broken() throws IOException {
        Path project = Files.createDirectories(folder.resolve("my basket"));
        Files.writeString(project.resolve("basket.py"), BROKEN);
        Files.writeString(project.resolve("test_basket.py"), SUITE);
        return project;
    }

    private Outcome outcome() {
        return rig.application().journal().latest(1).getFirst().outcome();
    }

    private boolean deciding() {
        return rig.find("#review-busy", Node.class).isPresent();
    }

    private String text(String id) {
        return Objects.requireNonNull(rig.find(id, Label.class).orElseThrow().getText());
    }
}
