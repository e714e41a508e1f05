package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.ui.theme.Palette;
import dev.codeheals.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;

/// Every colour of words stands out from every ground it is used on, in every theme.
@ExtendWith(ApplicationExtension.class)
class ContrastFxTest {
    private static final double LEAST = 4.5;
    private static final List<String> WORDS = List.of("-color-fg-default", "-color-fg-muted", "-color-accent-fg", "-color-success-fg", "-color-warning-fg",
            "-color-danger-fg");
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset");
    private static final List<String> CODE = List.of("-color-fg-default", "-ch-code-keyword", "-ch-code-string", "-ch-code-comment", "-ch-code-number",
            "-ch-code-name");
    private static final List<String> CODE_GROUNDS = List.of("-color-bg-default", "-ch-added", "-ch-removed");
    private static final List<String> TINTED = List.of("-color-accent-subtle", "-color-success-subtle", "-color-warning-subtle", "-color-danger-subtle",
            "-ch-added-word", "-ch-removed-word", "-color-neutral-muted", "-color-neutral-subtle");
    private static final List<String> STRONG = List.of("-color-accent-emphasis", "-color-danger-emphasis");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsStandOutFromTheirGround(Theme theme) {
        List<String> faint = new ArrayList<>();
        pairs(theme, WORDS, GROUNDS, faint);
        pairs(theme, CODE, CODE_GROUNDS, faint);
        pairs(theme, List.of("-color-fg-default"), TINTED, faint);
        pairs(theme, List.of("-color-fg-emphasis"), STRONG, faint);
        for (int i = 0; i < 8; i++) {
            pairs(theme, List.of("-ch-ansi-" + i), List.of("-color-bg-inset"), faint);
        }
        assertThat(faint).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void paintedColoursStandOutAndAreThoseOfTheStylesheets(Theme theme) {
        Palette palette = Palette.of(theme);
        for (Color word : List.of(palette.text(), palette.muted(), palette.accent(), palette.success(), palette.warning(), palette.danger())) {
            assertThat(Contrast.ratio(word, palette.surface())).as("%s on %s", word, palette.surface()).isGreaterThanOrEqualTo(LEAST);
        }
        assertThat(palette.text()).isEqualTo(color(theme, "-color-fg-default"));
        assertThat(palette.surface()).isEqualTo(color(theme, "-color-bg-default"));
        assertThat(palette.accent()).isEqualTo(color(theme, "-color-accent-fg"));
        assertThat(palette.success()).isEqualTo(color(theme, "-color-success-fg"));
        assertThat(palette.warning()).isEqualTo(color(theme, "-color-warning-fg"));
        assertThat(palette.danger()).isEqualTo(color(theme, "-color-danger-fg"));
    }

    private static void pairs(Theme theme, List<String> words, List<String> grounds, List<String> faint) {
        for (String ground : grounds) {
            Color surface = color(theme, "-color-bg-default");
            Color under = Contrast.over(color(theme, ground), surface);
            for (String word : words) {
                double ratio = Contrast.ratio(Contrast.over(color(theme, word), under), under);
                if (ratio < LEAST) {
                    faint.add("%s on %s: %.2f".formatted(word, ground, ratio));
                }
            }
        }
    }

    /// A colour name as the scene resolves it.
    private static Color color(Theme theme, String name) {
        return DesktopRig.onFx(() -> {
            Application.setUserAgentStylesheet(theme.userAgentStylesheet());
            Label label = new Label("words");
            label.setStyle("-fx-text-fill: " + name + ";");
            Scene scene = new Scene(new StackPane(label));
            scene.getStylesheets().setAll(theme.stylesheets());
            scene.getRoot().applyCss();
            return (Color) Objects.requireNonNull(label.getTextFill());
        });
    }
}
