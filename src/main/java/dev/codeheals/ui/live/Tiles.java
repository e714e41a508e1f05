package dev.codeheals.ui.live;

import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.knowledge.KnowledgeStats;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.ui.breaker.BreakerViewModel;
import dev.codeheals.ui.breaker.ThresholdBar;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.control.Sparkline;
import dev.codeheals.ui.control.Ui;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Four numbers at a glance; each leads to its screen.
final class Tiles extends HBox {
    private static final Dimension2D CURVE = new Dimension2D(120, 28);

    Tiles(Ui ui, LiveViewModel model, BreakerViewModel breaker, Navigator navigator) {
        super(12);
        Label breakerState = Parts.label("", "tile-value");
        breaker.snapshotProperty().subscribe(s -> breakerState.setText(ui.texts().of("breaker.state", s.state())));
        Label breakerRate = Parts.label("", "muted");
        breaker.snapshotProperty().subscribe(s -> breakerRate.setText(ui.text("live.tile.trips",
                Math.round(s.window().isEmpty() ? 0 : s.failureRate() * 100), Math.round(s.threshold() * 100))));
        Button breakerTile = tile(ui, "live.tile.breaker", Parts.column(2, breakerState, breakerRate, new ThresholdBar(ui, breaker)),
                () -> navigator.open(Screen.BREAKER));
        Label healed = Parts.label("–", "tile-value");
        Label without = Parts.label("", "muted");
        Sparkline healedCurve = new Sparkline(ui, CURVE);
        Label patterns = Parts.label("–", "tile-value");
        Label gold = Parts.label("", "muted");
        Sparkline growth = new Sparkline(ui, CURVE);
        Label time = Parts.label("–", "tile-value");
        Label rate = Parts.label("", "muted");
        Sparkline rates = new Sparkline(ui, CURVE);
        model.figuresProperty().subscribe(figures -> {
            if (figures != null) {
                healed.setText(String.valueOf(figures.today().healed()));
                without.setText(ui.text("live.tile.withoutModel", figures.today().withoutModel()));
                healedCurve.show(figures.month().days().stream().mapToDouble(d -> (double) d.healed()).toArray());
                KnowledgeStats stats = figures.knowledge();
                patterns.setText(ui.texts().count("live.tile.patterns", stats.totalPatterns()));
                gold.setText(ui.text("live.tile.gold", stats.goldStandardCount()));
                growth.show(stats.growth().stream().mapToDouble(KnowledgeStats.Week::patterns).toArray());
                time.setText(figures.meanTime().isZero() ? "–" : ui.times().span(figures.meanTime()));
                rate.setText(ui.text("live.tile.rate", Certainty.percent(figures.month().successRate())));
                rates.show(figures.month().days().stream().mapToDouble(Metrics.Day::meanConfidence).toArray());
            }
        });
        getChildren().addAll(breakerTile, tile(ui, "live.tile.healed", Parts.column(2, healed, without, healedCurve), () -> navigator.open(Screen.TIMELINE)),
                tile(ui, "live.tile.knowledge", Parts.column(2, patterns, gold, growth), () -> navigator.open(Screen.KNOWLEDGE)),
                tile(ui, "live.tile.time", Parts.column(2, time, rate, rates), () -> navigator.open(Screen.TIMELINE)));
    }

    private static Button tile(Ui ui, String key, Node content, Runnable open) {
        String title = ui.text(key);
        VBox box = new VBox(6, Parts.label(title, "muted", "small"), content);
        box.setAlignment(Pos.TOP_LEFT);
        Button tile = Parts.button("", open, "tile-button");
        tile.setGraphic(box);
        tile.setAlignment(Pos.TOP_LEFT);
        tile.setMaxWidth(Double.MAX_VALUE);
        tile.setPrefWidth(180);
        tile.setMinSize(0, 128);
        tile.setAccessibleText(title);
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }
}
