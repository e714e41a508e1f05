package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.patterns.PatternsViewModel;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.ApplicationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Patterns: found as one types, sorted, narrowed, tagged, forgotten and brought back, merged, written to a file and read from it.
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

    @Test
    void patternsAreSortedByAColumnAndNarrowedByFacets(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        rig.open(rig.withHistory(folder.resolve("basket"), 120));
        rig.fx(() -> {
            rig.desk().overlay().close();
            rig.desk().open(Screen.PATTERNS);
        });
        DesktopRig.until("all are listed", () -> listed() >= 5);
        header(0);
        DesktopRig.until("they are sorted by their words", () -> column(0).equals(column(0).stream().sorted(String.CASE_INSENSITIVE_ORDER).toList()));
        header(2);
        header(2);
        DesktopRig.until("the one that held most is first", () -> Integer.parseInt(column(2).getFirst())
                == column(2).stream().mapToInt(Integer::parseInt).max().orElse(-1));

        robot.clickOn("#patterns-facet-SYN");
        DesktopRig.until("only that family is left", () -> listed() == 1 && column(1).getFirst().startsWith("SYN."));
        robot.clickOn("#patterns-facet-SYN").clickOn("#patterns-facet-GOLD_STANDARD");
        long gold = rig.application().knowledge().search("", 0, 100).stream().filter(p -> p.tags().contains("GOLD_STANDARD")).count();
        DesktopRig.until("only what earned the tag is left", () -> listed() == gold);
    }

    @Test
    void aLibraryLongerThanATableCanHoldIsReachedToBothEnds(FxRobot robot) throws IOException {
        int count = 25_000;
        TableView<?> table = LongLibrary.open(rig, folder, count);
        rig.fx(table::requestFocus);
        robot.push(KeyCode.END);
        DesktopRig.until("the last one is chosen", () -> chosen(table).startsWith(at(count - 1)));
        robot.push(KeyCode.UP);
        DesktopRig.until("the one before it", () -> chosen(table).startsWith(at(count - 2)));

        ScrollBar bar = rig.find("#patterns-scroll", ScrollBar.class).orElseThrow();
        rig.fx(() -> bar.setValue(12_345));
        DesktopRig.until("the middle is shown", () -> column(0).contains(at(12_345)));
        robot.push(KeyCode.HOME);
        DesktopRig.until("the first one is chosen", () -> chosen(table).startsWith(at(0)));

        rig.fx(() -> bar.setValue(20_000));
        rig.type("#patterns-search", "name1");
        DesktopRig.until("what is found fits into the table", () -> !bar.isVisible() && table.getItems().size() < 10_000);
        rig.type("#patterns-search", "");
        DesktopRig.until("the bar stands where the table does", () -> bar.isVisible() && column(0).contains(at((int) bar.getValue())));
    }

    private String at(int place) {
        return rig.application().knowledge().search("", place, 1).getFirst().fixDescription();
    }

    private static String chosen(TableView<?> table) {
        return DesktopRig.onFx(() -> String.valueOf(table.getColumns().getFirst().getCellData(table.getSelectionModel().getSelectedIndex())));
    }

    /// Clicks the header of a column: first upwards, then downwards. The robot of the headless platform says of each press that it asks for
    /// a menu, which no mouse does and a header leaves alone; so the press and its end are made here.
    private void header(int index) {
        TableView<?> table = rig.find("#patterns-table", TableView.class).orElseThrow();
        TableColumn<?, ?> column = table.getColumns().get(index);
        rig.fx(() -> {
            Node header = table.lookupAll(".column-header").stream()
                    .filter(node -> node instanceof TableColumnHeader of && column.equals(of.getTableColumn())).findFirst().orElseThrow();
            Point2D middle = header.localToScene(header.getLayoutBounds().getCenterX(), header.getLayoutBounds().getCenterY());
            PickResult picked = new PickResult(header, middle.getX(), middle.getY());
            for (EventType<MouseEvent> part : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                boolean down = part.equals(MouseEvent.MOUSE_PRESSED);
                header.fireEvent(new MouseEvent(part, middle.getX(), middle.getY(), middle.getX(), middle.getY(), MouseButton.PRIMARY, 1, false, false, false,
                        false, down, false, false, false, false, !down, picked));
            }
        });
    }

    /// What the rows on screen say in a column, from top to bottom.
    private List<String> column(int index) {
        TableView<?> table = rig.find("#patterns-table", TableView.class).orElseThrow();
        return DesktopRig.onFx(() -> table.lookupAll(".table-row-cell").stream().map(row -> (TableRow<?>) row).filter(row -> !row.isEmpty() && row.isVisible())
                .sorted(Comparator.comparingInt(TableRow::getIndex)).map(row -> String.valueOf(table.getColumns().get(index).getCellData(row.getIndex()))).toList());
    }

    private int listed() {
        return rig.find("#patterns-table", TableView.class).map(t -> t.getItems().size()).orElse(0);
    }

    private String exchanged() {
        return rig.find("#patterns-exchanged", Label.class).map(Label::getText).orElse("");
    }
}
