package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.theme.Theme;
import dev.codeheals.ui.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Keyboard alone, screen readers, zoom, contrast and another language.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class EveryoneFxTest {
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
    void everyControlOfEveryScreenHasANameForScreenReaders() throws IOException {
        rig.size(1280, 800);
        rig.healed(rig.withHistory(folder.resolve("basket"), 60));
        Set<String> nameless = new LinkedHashSet<>();
        for (Screen screen : Screen.values()) {
            rig.fx(() -> rig.desk().open(screen));
            nameless.addAll(nameless(screen.name()));
        }
        rig.fx(() -> rig.desk().failure(new UUID(1, 1).toString()));
        nameless.addAll(nameless("failure"));
        assertThat(nameless).isEmpty();
    }

    private List<String> nameless(String screen) {
        return DesktopRig.onFx(() -> {
            List<String> found = new ArrayList<>();
            for (Node node : DesktopRig.below(rig.stage().getScene().getRoot()).filter(DesktopRig::shown).toList()) {
                if (node instanceof Control control && control.isFocusTraversable() && needsName(control) && name(control).isBlank()) {
                    found.add(screen + ": " + control);
                }
            }
            return found;
        });
    }

    private static boolean needsName(Control control) {
        return switch (control) {
            case Labeled _, TextInputControl _, ComboBoxBase<?> _, ListView<?> _, TableView<?> _, Slider _, Spinner<?> _, ProgressIndicator _ -> true;
            default -> false;
        };
    }

    /// What a screen reader says; for a field its prompt will do.
    private static String name(Control control) {
        String name = control.getAccessibleText();
        if (name != null && !name.isBlank()) {
            return name;
        }
        return switch (control) {
            case Labeled labeled -> labeled.getText() == null ? "" : labeled.getText();
            case TextInputControl field -> field.getPromptText() == null ? "" : field.getPromptText();
            default -> "";
        };
    }

    @Test
    void screenReadersAreToldWhatHappensAsItHappens() throws IOException {
        rig.size(1280, 800);
        List<String> said = new CopyOnWriteArrayList<>();
        OpenProject project = rig.open(BrokenProject.missingImport(folder.resolve("basket")));
        rig.fx(() -> rig.desk().overlay().close());
        Node stage = rig.find("#stage-VERIFY", Node.class).orElseThrow();
        rig.fx(() -> {
            stage.accessibleTextProperty().subscribe(words -> said.add(words));
            rig.desk().open(Screen.KNOWLEDGE);
        });
        rig.healed(project.root());
        DesktopRig.until("the message stands in the window", () -> rig.find(".toast", Node.class).isPresent());

        assertThat(said).as("one stage, from its beginning to its end").anyMatch(words -> words.startsWith("verify: at work"))
                .anyMatch(words -> words.startsWith("verify: done"));
        Node toast = rig.find(".toast", Node.class).orElseThrow();
        assertThat(toast.getAccessibleRole()).isEqualTo(AccessibleRole.TEXT);
        assertThat(DesktopRig.<Object>onFx(() -> toast.queryAccessibleAttribute(AccessibleAttribute.TEXT))).isEqualTo("A fix waits for you: Import json");
        rig.fx(() -> rig.desk().open(Screen.REVIEW));
        assertThat(rig.find(".toast", Node.class)).as("who is there needs no message that leads there").isEmpty();
        DesktopRig.until("the rows of the difference are there", () -> rig.find("#diff .list-cell", Node.class).isPresent());
        assertThat(DesktopRig.onFx(() -> rig.stage().getScene().getRoot().lookupAll("#diff .list-cell").stream()
                .map(row -> String.valueOf(row.queryAccessibleAttribute(AccessibleAttribute.TEXT))).toList()))
                .as("what is added, in words").anyMatch(words -> words.toLowerCase(Locale.ROOT).contains("added") && words.contains("import json"));
    }

    @Test
    void theTabKeyLeadsThroughTheWindowWithAVisibleFocus(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        rig.open(rig.withHistory(folder.resolve("basket"), 20));
        rig.fx(() -> rig.desk().overlay().close());
        Set<Node> reached = new LinkedHashSet<>();
        for (int i = 0; i < 24; i++) {
            robot.push(KeyCode.TAB);
            Node owner = DesktopRig.onFx(() -> rig.stage().getScene().getFocusOwner());
            assertThat(owner).as("focus after %d tabs", i + 1).isNotNull();
            assertThat(DesktopRig.<Boolean>onFx(owner::isFocusVisible)).as("visible focus on %s", owner).isTrue();
            reached.add(owner);
        }
        assertThat(reached).hasSizeGreaterThan(12);
    }

    @Test
    void themesZoomAndLanguageChangeAtOnce(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        rig.open(BrokenProject.missingImport(folder.resolve("basket")));
        rig.fx(() -> rig.desk().overlay().close());
        rig.fx(() -> rig.desk().appearance().choiceProperty().set(ThemeChoice.LIGHT));
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
        assertThat(rig.desk().appearance().theme()).isEqualTo(Theme.DARK);
        for (int i = 0; i < 20; i++) {
            rig.fx(rig.desk().appearance()::zoomIn);
        }
        assertThat(rig.desk().appearance().zoomProperty().get()).isEqualTo(2.5);
        assertThat(rig.find("#nav-REVIEW", ToggleButton.class)).as("still there at 250 %").isPresent();
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
        assertThat(rig.desk().appearance().zoomProperty().get()).isEqualTo(1.0);

        rig.fx(() -> rig.desk().open(Screen.SETTINGS));
        rig.choose("#settings-language", 1);
        DesktopRig.until("the window speaks German", () -> rig.texts(".sidebar").contains("Einstellungen"));

        DesktopRig.until("the project is open again", () -> rig.find("#command", Node.class).isPresent());
        rig.size(1600, 900);
        rig.fx(() -> rig.desk().appearance().zoomTo(2));
        for (Screen screen : Screen.values()) {
            rig.press("#nav-" + screen);
            Region whole = rig.find(".shell", Region.class).orElseThrow();
            assertThat(DesktopRig.<Double>onFx(() -> whole.minWidth(-1))).as("the longer words of German fit at twice the size on %s", screen)
                    .isLessThanOrEqualTo(whole.getWidth());
        }
    }
}
