package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Every word that really stands on a screen is held against what it really stands on: styles, libraries' own colours and all.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ScreenContrastFxTest {
    private static final double WORDS = 4.5;
    private static final double ICONS = 3;
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
    void everyWordAndIconOnEveryScreenStandsOutInEveryTheme() throws IOException {
        rig.size(1280, 800);
        rig.healed(rig.withHistory(folder.resolve("basket"), 60));
        Set<String> faint = new TreeSet<>();
        int words = 0;
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST)) {
            rig.fx(() -> rig.desk().appearance().choiceProperty().set(theme));
            for (Screen screen : Screen.values()) {
                rig.fx(() -> rig.desk().open(screen));
                words += read(theme + " " + screen, faint);
            }
            rig.fx(() -> rig.desk().failure(new UUID(1, 1).toString()));
            words += read(theme + " failure", faint);
        }
        assertThat(faint).isEmpty();
        assertThat(words).as("words read").isGreaterThan(2_000);
    }

    private int read(String where, Set<String> faint) {
        return DesktopRig.onFx(() -> {
            rig.stage().getScene().getRoot().applyCss();
            rig.stage().getScene().getRoot().layout();
            List<Text> texts = DesktopRig.below(rig.stage().getScene().getRoot()).filter(Text.class::isInstance).map(Text.class::cast)
                    .filter(text -> DesktopRig.shown(text) && !text.isDisabled() && !text.getText().isBlank()).toList();
            for (Text text : texts) {
                Color under = under(text);
                if (text.getFill() instanceof Color ink && Contrast.ratio(Contrast.over(ink, under), under) < (text instanceof FontIcon ? ICONS : WORDS)) {
                    faint.add("%s: \u201c%s\u201d %s on %s: %.2f".formatted(where, text.getText(), ink, under, Contrast.ratio(ink, under)));
                }
            }
            return texts.size();
        });
    }

    /// All grounds a text lies on, from the window up: of what contains it, and of shapes drawn before it in the same place.
    private static Color under(Node text) {
        Deque<Node> path = new ArrayDeque<>();
        for (Node at = text; at != null; at = at.getParent()) {
            path.push(at);
        }
        Color under = Color.WHITE;
        for (Node at : path) {
            Parent parent = at.getParent();
            if (parent != null) {
                for (Node before : parent.getChildrenUnmodifiable()) {
                    if (before.equals(at)) {
                        break;
                    }
                    under = shape(before, text, under);
                }
            }
            under = ground(at, under);
        }
        return under;
    }

    private static Color ground(Node at, Color below) {
        Color under = below;
        if (at instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                boolean whole = fill.getInsets().getTop() + fill.getInsets().getBottom() < region.getHeight() / 2;
                under = whole && fill.getFill() instanceof Color color ? Contrast.over(color, under) : under;
            }
        }
        return under;
    }

    private static Color shape(Node before, Node text, Color under) {
        boolean beneath = before instanceof Shape && !(before instanceof Text) && before.isVisible()
                && before.localToScene(before.getBoundsInLocal()).contains(text.localToScene(text.getBoundsInLocal()));
        return beneath && ((Shape) before).getFill() instanceof Color color ? Contrast.over(color, under) : under;
    }
}
