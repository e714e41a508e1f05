package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.patterns.PatternsViewModel;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.ApplicationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Patterns: found as one types, tagged, forgotten and brought back, merged, written to a file and read from it.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class PatternsFxTest {
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
    void patternsAreFoundTaggedForgottenBroughtBackAndShared(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        rig.open(rig.withHistory(folder.resolve("basket"), 120));
        rig.fx(() -> rig.desk().overlay().close());
        rig.fx(() -> rig.desk().open(Screen.PATTERNS));
        DesktopRig.until("all are listed", () -> listed() >= 5);
        int all = listed();

        robot.clickOn("#patterns-search").write("colon");
        DesktopRig.until("one is left", () -> listed() == 1);
        rig.fx(() -> rig.find("#patterns-table", TableView.class).orElseThrow().getSelectionModel().select(0));
        DesktopRig.until("it is open", () -> rig.find("#pattern-tags", TextField.class).isPresent());
        robot.clickOn("#pattern-tags").write("reviewed").push(KeyCode.ENTER);
        DesktopRig.until("the tag is kept", () -> rig.application().knowledge().search("colon", 0, 1).getFirst().tags().contains("reviewed"));

        robot.clickOn("#pattern-forget");
        robot.clickOn("#question-yes");
        DesktopRig.until("it is gone", () -> listed() == 0);
        robot.clickOn("#patterns-undo");
        DesktopRig.until("it is back", () -> listed() == 1);

        Path file = folder.resolve("team.jsonl");
        PatternsViewModel model = rig.desk().patterns();
        rig.fx(() -> model.exportTo(file));
        DesktopRig.until("the export is told", () -> exchanged().startsWith(all + " patterns written"));
        assertThat(Files.readAllLines(file)).hasSize(all);
        try (Application other = Application.open(ApplicationOptions.offline(folder.resolve("other")))) {
            assertThat(other.patternExchange().importFrom(Files.newBufferedReader(file)).added()).isEqualTo(all);
        }
        rig.fx(() -> model.importFrom(file));
        DesktopRig.until("the import is told", () -> exchanged().contains("0 patterns added"));
        rig.fx(() -> model.importFrom(folder.resolve("missing.jsonl")));
        DesktopRig.until("what went wrong is told", () -> exchanged().startsWith("The file could not be used"));
        assertThat(rig.application().knowledge().search("colon", 0, 1).getFirst().tags()).containsAll(Set.of("reviewed"));
    }

    private int listed() {
        return rig.find("#patterns-table", TableView.class).map(t -> t.getItems().size()).orElse(0);
    }

    private String exchanged() {
        return rig.find("#patterns-exchanged", Label.class).map(Label::getText).orElse("");
    }
}
