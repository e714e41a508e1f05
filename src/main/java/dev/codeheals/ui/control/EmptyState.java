package dev.codeheals.ui.control;

import dev.codeheals.ui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What a screen shows while it has nothing: a picture of marks, a title, one sentence, at most one button.
public final class EmptyState extends VBox {
    public EmptyState(Texts texts, String title, String sentence) {
        super(12);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        HBox picture = new HBox(8, new Mark(texts, MarkKind.ROLLBACK), new Mark(texts, MarkKind.RETRY), new Mark(texts, MarkKind.WAITING),
                new Mark(texts, MarkKind.PROMOTE));
        picture.setAlignment(Pos.CENTER);
        picture.getStyleClass().add("empty-picture");
        Label body = Parts.paragraph(sentence, "muted");
        body.setMaxWidth(420);
        body.setAlignment(Pos.CENTER);
        getChildren().addAll(picture, Parts.label(title, "heading"), body);
    }

    /// With a button for the next step.
    public EmptyState(Texts texts, String title, String sentence, String action, Runnable next) {
        this(texts, title, sentence);
        Button button = Parts.button(action, next, "accent");
        getChildren().add(button);
    }
}
