package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the healer knew: the three context layers, word for word, and the pattern that was replayed.
final class KnewTab extends VBox {
    private static final String PATTERN = "pattern:";
    private final Ui ui;
    private final Navigator navigator;

    KnewTab(Ui ui, ReviewViewModel model, Navigator navigator) {
        super(12);
        this.ui = ui;
        this.navigator = navigator;
        getStyleClass().add("tab-body");
        model.currentProperty().subscribe(this::show);
    }

    private void show(@Nullable Envelope envelope) {
        getChildren().clear();
        if (envelope == null) {
            return;
        }
        if (envelope.source().startsWith(PATTERN) && envelope.source().substring(PATTERN.length()).chars().allMatch(Character::isDigit)) {
            long id = Long.parseLong(envelope.source().substring(PATTERN.length()));
            getChildren().add(Parts.button(ui.text("knew.pattern"), () -> navigator.pattern(id), "flat", "accent"));
        }
        layer("knew.memory", envelope.contexts().memory());
        layer("knew.insights", envelope.contexts().insights());
        layer("knew.success", envelope.contexts().success());
    }

    private void layer(String key, String text) {
        getChildren().addAll(Parts.label(ui.text(key), "strong"), Parts.paragraph(text.isBlank() ? ui.text("knew.nothing") : text.strip(), "muted"));
    }
}
