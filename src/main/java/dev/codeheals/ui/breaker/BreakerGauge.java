package dev.codeheals.ui.breaker;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.theme.Palette;
import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The failure rate of the last outcomes on a dial, with the rate that trips now.
public final class BreakerGauge extends StackPane {
    private static final PseudoClass TRIPPED = PseudoClass.getPseudoClass("tripped");
    private final Ui ui;
    private final BreakerViewModel model;
    private final Tile dial;
    /// In place of the dial's own, which is grey whatever the theme.
    private final Label trips = Parts.label("", "gauge-trips");

    public BreakerGauge(Ui ui, BreakerViewModel model, Dimension2D size) {
        this.ui = ui;
        this.model = model;
        dial = TileBuilder.create().skinType(Tile.SkinType.GAUGE).prefSize(size.getWidth(), size.getHeight()).minValue(0).maxValue(100)
                .unit("%").decimals(0).thresholdVisible(false).animated(false).shadowsEnabled(false).textVisible(true).title("").text("").build();
        dial.setMinSize(size.getWidth(), size.getHeight());
        dial.setMaxSize(size.getWidth(), size.getHeight());
        trips.setId("breaker-trips");
        getChildren().addAll(dial, trips);
        setAlignment(trips, Pos.BOTTOM_CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        model.snapshotProperty().subscribe(_ -> update());
        ui.appearance().themeProperty().subscribe(_ -> update());
    }

    private void update() {
        BreakerSnapshot snapshot = model.snapshotProperty().get();
        Palette palette = ui.palette();
        double rate = snapshot.window().isEmpty() ? 0 : snapshot.failureRate() * 100;
        dial.setBackgroundColor(palette.surface());
        dial.setForegroundBaseColor(palette.text());
        dial.setTitleColor(palette.muted());
        dial.setTextColor(palette.muted());
        dial.setValueColor(palette.text());
        dial.setUnitColor(palette.muted());
        dial.setNeedleColor(palette.text());
        dial.setBarColor(palette.success());
        dial.setThresholdColor(palette.danger());
        dial.setThreshold(snapshot.threshold() * 100);
        dial.setValue(rate);
        trips.setText(ui.text("breaker.trips", Math.round(snapshot.threshold() * 100)));
        trips.pseudoClassStateChanged(TRIPPED, rate >= snapshot.threshold() * 100);
        setAccessibleText(ui.text("breaker.gauge", Math.round(rate), Math.round(snapshot.threshold() * 100)));
    }
}
