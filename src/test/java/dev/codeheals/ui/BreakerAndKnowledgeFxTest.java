package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.project.OpenProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.chart.Chart;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The breaker is stopped and reset by hand and says why; what was learnt is counted and held against what became of it.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class BreakerAndKnowledgeFxTest {
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
    void theBreakerIsStoppedAndResetByHandAndKeepsItsReasons(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        OpenProject open = rig.open(BrokenProject.missingImport(folder.resolve("basket")));
        rig.fx(() -> rig.desk().overlay().close());
        rig.fx(() -> rig.desk().open(Screen.BREAKER));

        robot.clickOn("#breaker-stop");
        robot.clickOn("#question-yes");
        DesktopRig.until("it says so", () -> state().equals("Stopped by you"));
        assertThat(open.session().breaker().snapshot().state()).isEqualTo(BreakerState.FORCED_OPEN);

        robot.clickOn("#breaker-reset");
        DesktopRig.until("it is closed again", () -> state().equals("Closed"));
        assertThat(rig.find("#breaker-history", ListView.class).map(l -> l.getItems().size()).orElse(0)).isGreaterThanOrEqualTo(2);
        assertThat(rig.find(".breaker .tile", Node.class)).as("the gauge").isPresent();
    }

    @Test
    void whatWasLearntIsCountedAndHeldAgainstWhatBecameOfIt() throws IOException {
        rig.size(1280, 800);
        rig.open(rig.withHistory(folder.resolve("basket"), 120));
        rig.fx(() -> rig.desk().overlay().close());
        rig.fx(() -> rig.desk().open(Screen.KNOWLEDGE));

        DesktopRig.until("the sentence under the reliability diagram counts", () -> rig.find("#knowledge-honest", Label.class)
                .map(l -> l.getText().contains("n = ")).orElse(false));
        assertThat(rig.find(".knowledge .chart", Chart.class)).isPresent();
        assertThat(DesktopRig.onFx(() -> rig.stage().getScene().getRoot().lookupAll(".knowledge .chart-bar").size())).isGreaterThan(3);
    }

    private String state() {
        return rig.find("#breaker-state", Label.class).map(Label::getText).orElse("");
    }
}
