package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What a tab beside the difference tells of the open proposal; empty while none is open.
final class TabBody extends VBox {
    TabBody(ReviewViewModel model, Function<Envelope, List<Node>> told) {
        super(12);
        getStyleClass().add("tab-body");
        model.currentProperty().subscribe(envelope -> getChildren().setAll(envelope == null ? List.of() : told.apply(envelope)));
    }
}
