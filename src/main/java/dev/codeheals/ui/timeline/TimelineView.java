package dev.codeheals.ui.timeline;

import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.project.EnvelopeFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Every envelope over time, and a table of what is on screen or brushed.
public final class TimelineView extends BorderPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private final Ui ui;
    private final TimelineViewModel model;

    public TimelineView(Ui ui, TimelineViewModel model, Navigator navigator) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("timeline", "screen");
        TimelineCanvas canvas = new TimelineCanvas(ui, model, index -> navigator.failure(model.seriesProperty().get().row(index).envelopeId()));
        canvas.setId("timeline-canvas");
        EnvelopeTable table = new EnvelopeTable(ui, model.listed(), row -> model.select(model.seriesProperty().get().indexOf(row.envelopeId())),
                (EnvelopeRow row) -> navigator.failure(row.envelopeId()));
        SplitPane split = new SplitPane(canvas, table.node());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        setTop(new VBox(8, tools(), chips(), legend()));
        setCenter(split);
    }

    private HBox tools() {
        Map<String, Duration> presets = new LinkedHashMap<>();
        presets.put("timeline.hour", Duration.ofHours(1));
        presets.put("timeline.day", Duration.ofDays(1));
        presets.put("timeline.week", Duration.ofDays(7));
        presets.put("timeline.month", Duration.ofDays(30));
        Button follow = Parts.button(ui.text("timeline.follow"), model::followNow, "small");
        follow.setGraphic(Parts.icon(Feather.FAST_FORWARD));
        follow.visibleProperty().bind(model.followProperty().not());
        HBox row = Parts.row(8, Parts.label(ui.text("screen.TIMELINE"), "page-title"), Parts.spacer(), follow);
        presets.forEach((key, span) -> row.getChildren().add(Parts.button(ui.text(key), () -> model.showLast(span), "flat")));
        row.getChildren().add(Parts.button(ui.text("timeline.all"), model::showAll, "flat"));
        TextField interval = new TextField();
        interval.setPromptText(ui.text("timeline.interval"));
        interval.setPrefColumnCount(12);
        interval.setId("timeline-interval");
        interval.setOnAction(_ -> typed(interval));
        row.getChildren().add(interval);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private void typed(TextField interval) {
        var start = IntervalText.start(interval.getText(), ui.now().getValue(), ZoneId.systemDefault(), ui.texts().locale());
        interval.pseudoClassStateChanged(WRONG, start.isEmpty());
        start.ifPresent(model::showSince);
    }

    private FlowPane chips() {
        FlowPane chips = new FlowPane(8, 4);
        Parts.follow(model.filters().filters(), () -> {
            chips.getChildren().clear();
            model.filters().filters().forEach(filter -> chips.getChildren().add(chip(filter)));
            Parts.present(chips, !model.filters().filters().isEmpty());
        });
        Parts.present(chips, false);
        return chips;
    }

    private HBox chip(EnvelopeFilter filter) {
        HBox chip = Parts.row(4, Parts.icon(Feather.FILTER), Parts.label(ui.text("timeline.chip", shown(filter.from()), shown(filter.until()))),
                Parts.iconButton(Feather.X, ui.text("timeline.chip.remove"), () -> model.filters().remove(filter)));
        chip.getStyleClass().add("chip");
        return chip;
    }

    private String shown(Instant time) {
        return ui.times().exact(time);
    }

    private FlowPane legend() {
        FlowPane legend = new FlowPane(16, 4);
        for (MarkKind kind : MarkKind.values()) {
            legend.getChildren().add(Parts.row(6, new Mark(ui.texts(), kind), Parts.label(ui.texts().of("mark", kind), "muted", "small")));
        }
        legend.getChildren().add(Parts.label(ui.text("timeline.hint"), "muted", "small"));
        return legend;
    }
}
