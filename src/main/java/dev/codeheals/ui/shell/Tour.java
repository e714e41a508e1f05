package dev.codeheals.ui.shell;

import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// Three small callouts for a first visit, each beside what it speaks of. Nothing under them is blocked.
final class Tour extends Pane {
    private static final double WIDTH = 300;
    private static final double GAP = 8;
    /// What each step points at, and where its words are.
    private static final List<Step> STEPS = List.of(new Step("#run", "tour.run"), new Step("#nav-REVIEW", "tour.review"),
            new Step("#bar-palette", "tour.palette"));
    private final Runnable done;
    private final Label title = Parts.label("", "heading");
    private final Label words = Parts.paragraph("");
    private final Label count = Parts.label("", "muted", "small");
    private final Button next;
    private final VBox card;
    private final Ui ui;
    private int step;

    private record Step(String target, String key) {}

    /// @param done called once, when the tour ends or is skipped
    Tour(Ui ui, Runnable done) {
        this.ui = ui;
        this.done = done;
        setPickOnBounds(false);
        setVisible(false);
        next = Parts.button("", this::next, "accent");
        next.setId("tour-next");
        Button skip = Parts.button(ui.text("tour.skip"), this::end, "flat");
        skip.setId("tour-skip");
        card = new VBox(8, title, words, Parts.row(8, count, Parts.spacer(), skip, next));
        card.getStyleClass().add("tour");
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end();
                event.consume();
            }
        });
        widthProperty().subscribe(_ -> Platform.runLater(this::place));
        heightProperty().subscribe(_ -> Platform.runLater(this::place));
    }

    /// Shows the first step.
    void start() {
        step = 0;
        setVisible(true);
        show();
    }

    private void next() {
        step++;
        if (step < STEPS.size()) {
            show();
        } else {
            end();
        }
    }

    private void end() {
        if (isVisible()) {
            setVisible(false);
            done.run();
        }
    }

    private void show() {
        String key = STEPS.get(step).key();
        title.setText(ui.text(key));
        words.setText(ui.text(key + ".words"));
        count.setText(ui.text("tour.count", step + 1, STEPS.size()));
        next.setText(ui.text(step == STEPS.size() - 1 ? "tour.done" : "tour.next"));
        Platform.runLater(this::place);
    }

    /// Beneath its target, or beside one at the left edge; always inside the window.
    private void place() {
        Node target = getScene() == null || !isVisible() ? null : getScene().getRoot().lookup(STEPS.get(Math.min(step, STEPS.size() - 1)).target());
        if (target == null) {
            return;
        }
        Bounds at = sceneToLocal(target.localToScene(target.getBoundsInLocal()));
        boolean beside = at.getMaxX() < WIDTH;
        double x = beside ? at.getMaxX() + GAP : at.getMinX();
        double y = beside ? at.getMinY() : at.getMaxY() + GAP;
        card.autosize();
        card.relocate(Math.clamp(x, GAP, Math.max(GAP, getWidth() - WIDTH - GAP)), Math.clamp(y, GAP, Math.max(GAP, getHeight() - card.getHeight() - GAP)));
    }
}
