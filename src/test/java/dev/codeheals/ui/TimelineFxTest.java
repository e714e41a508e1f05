package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.project.OpenProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Timeline: marks are walked, zoomed and brushed; the brush filters the other views and is taken back.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TimelineFxTest {
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
    void aBrushFiltersTheOtherViewsAndIsTakenBackByKey(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        Path project = rig.withHistory(folder.resolve("basket"), 120);
        OpenProject open = rig.open(project);
        rig.fx(() -> rig.desk().overlay().close());
        rig.fx(() -> rig.desk().open(Screen.TIMELINE));
        DesktopRig.until("the envelopes are listed", () -> listed() > 100);
        int all = listed();
        Node canvas = rig.find("#timeline-canvas", Node.class).orElseThrow();

        double width = DesktopRig.onFx(() -> canvas.getBoundsInLocal().getWidth());
        brush(canvas, MouseEvent.MOUSE_PRESSED, width * 0.6);
        brush(canvas, MouseEvent.MOUSE_DRAGGED, width * 0.8);
        brush(canvas, MouseEvent.MOUSE_RELEASED, width * 0.9);
        DesktopRig.until("fewer are listed", () -> listed() < all);
        assertThat(rig.find(".chip", Node.class)).as("the filter as a chip").isPresent();
        rig.fx(() -> rig.desk().open(Screen.LIVE));
        int filtered = failures();
        assertThat(filtered).isLessThan(100);

        rig.fx(() -> rig.desk().open(Screen.TIMELINE));
        robot.clickOn("#timeline-canvas").push(KeyCode.ESCAPE);
        DesktopRig.until("all are listed again", () -> listed() == all);
        rig.fx(() -> rig.desk().open(Screen.LIVE));
        assertThat(failures()).isGreaterThan(filtered);
        assertThat(open.root()).isEqualTo(project.toRealPath());
    }

    @Test
    void whatIsFilteredIsEnlargedByKeyInTimeAndConfidence(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        rig.open(rig.withHistory(folder.resolve("basket"), 60));
        rig.fx(() -> {
            rig.desk().overlay().close();
            rig.desk().open(Screen.TIMELINE);
        });
        DesktopRig.until("the envelopes are listed", () -> listed() > 50);
        int all = listed();
        Node canvas = rig.find("#timeline-canvas", Node.class).orElseThrow();
        double wide = DesktopRig.onFx(() -> canvas.getBoundsInLocal().getWidth());
        brush(canvas, MouseEvent.MOUSE_PRESSED, wide * 0.3);
        brush(canvas, MouseEvent.MOUSE_DRAGGED, wide * 0.5);
        brush(canvas, MouseEvent.MOUSE_RELEASED, wide * 0.5);
        DesktopRig.until("few are listed", () -> listed() < all);
        int few = listed();
        robot.push(KeyCode.Z).push(KeyCode.ESCAPE);
        DesktopRig.until("the filter is gone", () -> rig.find(".chip", Node.class).isEmpty());
        assertThat(listed()).as("only that time is on screen").isBetween(few - 2, few + 2);

        List<Integer> before = column(canvas, wide / 2);
        robot.push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.UP);
        DesktopRig.until("the lines of confidence moved apart", () -> !column(canvas, wide / 2).equals(before));
        robot.push(KeyCode.DIGIT0);
        DesktopRig.until("everything is there again", () -> listed() == all);

        robot.moveTo(canvas);
        DesktopRig.until("a line stands at the pointer's time", () -> rig.find(".timeline-cursor", Node.class)
                .map(line -> line.getBoundsInParent().getHeight() >= canvas.getBoundsInLocal().getHeight() - 1).orElse(false));
    }

    /// The points of a column of the picture, from top to bottom.
    private static List<Integer> column(Node canvas, double x) {
        return DesktopRig.onFx(() -> {
            WritableImage image = canvas.snapshot(null, null);
            return IntStream.range(0, (int) image.getHeight()).map(y -> image.getPixelReader().getArgb((int) x, y)).boxed().toList();
        });
    }

    @Test
    void marksAreWalkedByKeyAndOpenTheirFailure(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        rig.open(rig.withHistory(folder.resolve("basket"), 30));
        rig.fx(() -> rig.desk().overlay().close());
        rig.fx(() -> rig.desk().open(Screen.TIMELINE));
        DesktopRig.until("the envelopes are listed", () -> listed() > 10);
        Node canvas = rig.find("#timeline-canvas", Node.class).orElseThrow();
        rig.fx(canvas::requestFocus);
        String before = canvas.getAccessibleText();
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
        assertThat(DesktopRig.<String>onFx(canvas::getAccessibleText)).as("what a screen reader says").isNotEqualTo(before);
        robot.push(KeyCode.ENTER);
        DesktopRig.until("its failure page opens", () -> rig.find("#failure-explain", Node.class).isPresent());

        rig.fx(() -> rig.desk().open(Screen.TIMELINE));
        robot.clickOn("#timeline-interval").write("2d").push(KeyCode.ENTER);
        DesktopRig.until("the typed interval is shown", () -> listed() < 10);
        assertThat(rig.find("#timeline-interval", TextField.class)).isPresent();
    }

    /// The robot of the headless platform tells no modifier keys with the mouse, so the event is made here.
    private void brush(Node canvas, EventType<MouseEvent> type, double x) {
        rig.fx(() -> canvas.fireEvent(new MouseEvent(type, x, 80, x, 80, MouseButton.PRIMARY, 1, true, false, false, false, true, false, false, false, false,
                false, null)));
    }

    private int listed() {
        return rig.find(".timeline .table-view", TableView.class).map(t -> t.getItems().size()).orElse(0);
    }

    private int failures() {
        return rig.find("#failures", ListView.class).map(l -> l.getItems().size()).orElse(0);
    }
}
