package dev.codeheals.ui.control;

import dev.codeheals.ui.text.Texts;
import java.util.Arrays;
import javafx.scene.layout.Region;

/// A decision mark of 10 pixels: disc, triangle, square, diamond or cross.
public final class Mark extends Region {
    private final Texts texts;

    public Mark(Texts texts, MarkKind kind) {
        this.texts = texts;
        getStyleClass().add("decision-mark");
        show(kind);
    }

    public void show(MarkKind kind) {
        getStyleClass().removeAll(Arrays.stream(MarkKind.values()).map(MarkKind::styleClass).toList());
        getStyleClass().add(kind.styleClass());
        setAccessibleText(texts.of("mark", kind));
    }
}
