package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/// What the healer knew: the three context layers, word for word, and the pattern that was replayed.
record KnewTab(Ui ui, Navigator navigator) {
    private static final String PATTERN = "pattern:";

    List<Node> of(Envelope envelope) {
        List<Node> nodes = new ArrayList<>();
        String source = envelope.source();
        if (source.startsWith(PATTERN) && source.substring(PATTERN.length()).chars().allMatch(Character::isDigit)) {
            long id = Long.parseLong(source.substring(PATTERN.length()));
            nodes.add(Parts.button(ui.text("knew.pattern"), () -> navigator.pattern(id), "flat", "accent"));
        }
        layer(nodes, "knew.memory", envelope.contexts().memory());
        layer(nodes, "knew.insights", envelope.contexts().insights());
        layer(nodes, "knew.success", envelope.contexts().success());
        return nodes;
    }

    private void layer(List<Node> nodes, String key, String text) {
        nodes.add(Parts.label(ui.text(key), "strong"));
        nodes.add(Parts.paragraph(text.isBlank() ? ui.text("knew.nothing") : text.strip(), "muted"));
    }
}
