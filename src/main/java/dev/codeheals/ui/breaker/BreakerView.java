package dev.codeheals.ui.breaker;

import dev.codeheals.engine.breaker.AttemptOutcome;
import dev.codeheals.engine.breaker.BreakerChange;
import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Overlay;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Question;
import dev.codeheals.ui.control.Ui;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The breaker: how often healing failed lately, when it trips, what it did and why; stopped or reset by hand.
public final class BreakerView extends BorderPane {
    private final Ui ui;
    private final BreakerViewModel model;

    public BreakerView(Ui ui, BreakerViewModel model, Overlay overlay) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("breaker", "screen");
        Button stop = Parts.button(ui.text("breaker.stop"), () -> overlay.show(new Question(ui, overlay, ui.text("breaker.stop.title"),
                ui.text("breaker.stop.body"), ui.text("breaker.stop"), "danger", () -> model.forceOpen(ui.text("breaker.stop.reason")))));
        stop.setId("breaker-stop");
        Button reset = Parts.button(ui.text("breaker.reset"), () -> model.reset(ui.text("breaker.reset.reason")));
        reset.setId("breaker-reset");
        model.snapshotProperty().subscribe(s -> stop.setDisable(s.state() == BreakerState.FORCED_OPEN));
        ui.now().subscribe(_ -> {
            if (model.snapshotProperty().get().state() == BreakerState.OPEN) {
                model.refresh();
            }
        });
        HBox head = Parts.row(8, Parts.label(ui.text("screen.BREAKER"), "page-title"), Parts.spacer(), stop, reset);
        head.getStyleClass().add("screen-head");
        setTop(head);
        VBox left = new VBox(16, new BreakerGauge(ui, model, new Dimension2D(300, 250)), state(), window());
        left.getStyleClass().add("breaker-left");
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(360);
        scroll.setMinWidth(320);
        setLeft(scroll);
        setCenter(history());
    }

    private VBox state() {
        Label name = Parts.label("", "heading");
        name.setId("breaker-state");
        Label words = Parts.paragraph("", "muted");
        Label rates = Parts.paragraph("");
        Label countdown = Parts.label("", "strong");
        model.snapshotProperty().subscribe(s -> {
            name.setText(ui.texts().of("breaker.state", s.state()));
            words.setText(ui.texts().of("breaker.words", s.state()));
            rates.setText(rates(s));
            countdown.setText(ui.text("breaker.countdown", ui.times().span(s.remaining())));
            Parts.present(countdown, s.state() == BreakerState.OPEN);
        });
        return new VBox(6, name, countdown, words, rates);
    }

    private String rates(BreakerSnapshot s) {
        long threshold = Math.round(s.threshold() * 100);
        String trend = ui.text(s.trend() > 0.1 ? "breaker.trend.up" : s.trend() < -0.1 ? "breaker.trend.down" : "breaker.trend.flat");
        return s.measured() ? ui.text("breaker.rates", Math.round(s.failureRate() * 100), threshold, trend)
                : ui.text("breaker.unmeasured", s.window().size(), threshold);
    }

    private VBox window() {
        FlowPane marks = new FlowPane(4, 4);
        model.snapshotProperty().subscribe(s -> marks.getChildren().setAll(s.window().stream().map(this::mark).toList()));
        return new VBox(6, Parts.label(ui.text("breaker.window"), "strong"), marks);
    }

    private Node mark(AttemptOutcome outcome) {
        Mark mark = new Mark(ui.texts(), outcome.success() ? MarkKind.PROMOTE : MarkKind.ROLLBACK);
        Tooltip.install(mark, new Tooltip(ui.text(outcome.success() ? "breaker.outcome.good" : "breaker.outcome.bad", outcome.family(),
                Certainty.digits(outcome.confidence()))));
        return mark;
    }

    private VBox history() {
        ListView<BreakerChange> list = new ListView<>(model.history());
        list.setId("breaker-history");
        list.setAccessibleText(ui.text("breaker.history"));
        list.setCellFactory(_ -> new ChangeCell());
        list.setPlaceholder(Parts.label(ui.text("breaker.history.none"), "muted"));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(8, Parts.label(ui.text("breaker.history"), "heading"), list);
        box.getStyleClass().add("breaker-history");
        return box;
    }

    private final class ChangeCell extends ListCell<BreakerChange> {
        private final Label states = Parts.label("", "strong");
        private final Label reason = Parts.paragraph("");
        private final HBox when = new HBox();
        private final VBox box = new VBox(2, Parts.row(12, states, Parts.spacer(), when), reason);

        ChangeCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable BreakerChange change, boolean empty) {
            super.updateItem(change, empty);
            setGraphic(empty ? null : box);
            if (change != null) {
                states.setText(ui.text("breaker.change", ui.texts().of("breaker.state", change.from()), ui.texts().of("breaker.state", change.to())));
                reason.setText(change.reason());
                when.getChildren().setAll(ui.ago(change.at()));
            }
        }
    }
}
