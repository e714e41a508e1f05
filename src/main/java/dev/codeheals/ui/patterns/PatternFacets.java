package dev.codeheals.ui.patterns;

import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/// What narrows the list: families, earned tags, this project; a second press takes it back.
final class PatternFacets extends FlowPane {
    private static final List<String> TAGS = List.of("GOLD_STANDARD", "HIGH_CONFIDENCE", "RELIABLE");
    private final Ui ui;
    private final PatternsViewModel model;

    PatternFacets(Ui ui, PatternsViewModel model) {
        super(6, 6);
        this.ui = ui;
        this.model = model;
        Parts.follow(model.families(), this::fill);
    }

    private void fill() {
        Label total = Parts.label("", "muted", "small");
        total.setId("patterns-total");
        total.textProperty().bind(model.totalProperty().map(count -> ui.texts().count("live.tile.patterns", count.intValue())));
        getChildren().setAll(total);
        model.families().forEach(family -> getChildren().add(facet(family, ui.text("patterns.facet", family), family, model.familyProperty())));
        TAGS.forEach(tag -> getChildren().add(facet(ui.text("patterns.tag." + tag), ui.text("patterns.facet.tag", ui.text("patterns.tag." + tag)), tag,
                model.tagProperty())));
        ToggleButton here = button(ui.text("patterns.facet.here"), ui.text("patterns.facet.here"));
        here.selectedProperty().bindBidirectional(model.onlyHereProperty());
        getChildren().add(here);
    }

    private static ToggleButton facet(String words, String spoken, String value, StringProperty chosen) {
        ToggleButton button = button(words, spoken);
        button.setId("patterns-facet-" + value);
        button.setSelected(value.equals(chosen.get()));
        button.setOnAction(_ -> chosen.set(value.equals(chosen.get()) ? "" : value));
        chosen.subscribe(now -> button.setSelected(value.equals(now)));
        return button;
    }

    private static ToggleButton button(String words, String spoken) {
        ToggleButton button = new ToggleButton(words);
        button.getStyleClass().add("small");
        button.setAccessibleText(spoken);
        return button;
    }
}
