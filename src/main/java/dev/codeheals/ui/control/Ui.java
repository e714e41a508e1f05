package dev.codeheals.ui.control;

import dev.codeheals.ui.task.Work;
import dev.codeheals.ui.text.Texts;
import dev.codeheals.ui.text.Times;
import dev.codeheals.ui.theme.Appearance;
import dev.codeheals.ui.theme.Palette;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// What every view is given: words, times, looks, the worker, and the time that passes.
///
/// @param now ticks every few seconds, for relative times
public record Ui(Texts texts, Times times, Appearance appearance, Work work, ObservableValue<Instant> now) {

    public String text(String key, Object... values) {
        return texts.get(key, values);
    }

    public Palette palette() {
        return Palette.of(appearance.theme());
    }

    /// A label that keeps saying how long ago it was; the exact time on hover.
    public Label ago(Instant time) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        showAgo(label, time);
        return label;
    }

    /// Makes a label say how long ago it was, in place of what it said.
    public void showAgo(Label label, Instant time) {
        label.textProperty().bind(now.map(n -> times.ago(time, n)));
        label.setTooltip(new Tooltip(times.exact(time)));
    }
}
