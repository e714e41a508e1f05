package dev.codeheals.ui.breaker;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.theme.Palette;
import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.geometry.Dimension2D;
import javafx.scene.layout.StackPane;

/// The failure rate of the last outcomes on a dial, with the rate that trips now.
public final class BreakerGauge extends StackPane {
    private final Ui ui;
    private final BreakerViewModel model;
    private final Tile dial;

    public BreakerGauge(Ui ui, BreakerViewModel model, Dimension2D size) {
        this.ui = ui;
        this.model = model;
        dial = TileBuilder.create().skinType(Tile.SkinType.GAUGE).prefSize(size.getWidth(), size.getHeight()).minValue(0).maxValue(100)
                .unit("%").decimals(0).thresholdVisible(true).animated(false).shadowsEnabled(false).textVisible(true).title("").text("").build();
        dial.setMinSize(size.getWidth(), size.getHeight());
        dial.setMaxSize(size.getWidth(), size.getHeight());
        getChildren().add(dial);
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
        setAccessibleText(ui.text("breaker.gauge", Math.round(rate), Math.round(snapshot.threshold() * 100)));
    }
}
