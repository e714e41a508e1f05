package dev.codeheals.ui.live;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.ui.breaker.BreakerViewModel;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.OutputPane;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;

/// The heal in progress, the last attempts, four tiles, and the failures so far; the program's output one key away.
public final class LiveView extends BorderPane {
    /// Less than this and the page scrolls.
    private static final double LEAST = 200;
    private static final PseudoClass CROWDED = PseudoClass.getPseudoClass("crowded");
    private final Ui ui;
    private final LiveViewModel model;
    private final Navigator navigator;

    /// @param onPlace opens {@code file:line} in the user's editor
    public LiveView(Ui ui, LiveViewModel model, BreakerViewModel breaker, Navigator navigator, Consumer<String> onPlace) {
        this.ui = ui;
        this.model = model;
        this.navigator = navigator;
        getStyleClass().addAll("live", "screen");
        EnvelopeStrip strip = new EnvelopeStrip(ui, model.strip(), navigator);
        HBox stripRow = Parts.row(8, strip);
        HBox.setHgrow(strip, Priority.ALWAYS);
        Parts.follow(model.strip(), () -> Parts.present(stripRow, !model.strip().isEmpty()));
        VBox summary = new VBox(12, new HealHeader(ui, model, navigator), new StageStrip(ui, model.board()), stripRow,
                new Tiles(ui, model, breaker, navigator));
        summary.setMinHeight(USE_PREF_SIZE);
        OutputPane output = new OutputPane(ui, model.output(), onPlace);
        VBox failures = failures();
        output.visibleProperty().bind(model.outputShownProperty());
        failures.visibleProperty().bind(model.outputShownProperty().not());
        StackPane below = new StackPane(failures, output);
        below.setMinHeight(LEAST);
        BorderPane content = new BorderPane(below, summary, null, null, null);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.viewportBoundsProperty().subscribe(seen -> content.pseudoClassStateChanged(CROWDED, seen.getHeight() < content.minHeight(-1)));
        content.getStyleClass().add("live-content");
        setCenter(scroll);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.O && !event.isShortcutDown()) {
                model.outputShownProperty().set(!model.outputShownProperty().get());
            }
        });
    }

    private VBox failures() {
        ListView<Envelope> list = new ListView<>(model.failures());
        list.setId("failures");
        list.setAccessibleText(ui.text("live.failures"));
        list.setFixedCellSize(30);
        list.setCellFactory(_ -> new FailureCell(ui));
        list.setPlaceholder(Parts.label(ui.text("live.none"), "muted"));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(list.getSelectionModel().getSelectedItem());
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(list.getSelectionModel().getSelectedItem());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(8, tools(), list);
        box.getStyleClass().add("failures");
        return box;
    }

    private void open(@org.jspecify.annotations.Nullable Envelope envelope) {
        if (envelope == null) {
            return;
        }
        if (MarkKind.of(envelope) == MarkKind.WAITING) {
            navigator.review(envelope.envelopeId());
        } else {
            navigator.failure(envelope.envelopeId());
        }
    }

    private HBox tools() {
        SegmentedButton choice = new SegmentedButton();
        ToggleGroup group = new ToggleGroup();
        choice.setToggleGroup(group);
        for (FailureFilter filter : FailureFilter.values()) {
            ToggleButton button = new ToggleButton(ui.texts().of("live.filter", filter));
            button.setOnAction(_ -> model.filterProperty().set(filter));
            model.filterProperty().subscribe(current -> button.setSelected(current == filter));
            choice.getButtons().add(button);
        }
        TextField search = TextFields.createClearableTextField();
        search.setPromptText(ui.text("live.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        ToggleButton output = new ToggleButton(ui.text("live.output"), Parts.icon(Feather.TERMINAL));
        output.setId("live-output");
        output.selectedProperty().bindBidirectional(model.outputShownProperty());
        return Parts.row(12, Parts.label(ui.text("live.failures"), "heading"), choice, Parts.spacer(), search, output);
    }
}
