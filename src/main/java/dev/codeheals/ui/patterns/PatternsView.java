package dev.codeheals.ui.patterns;

import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.ui.control.EmptyState;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Overlay;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.task.Pause;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;

/// The pattern library: search at the left, the pattern at the right.
public final class PatternsView extends BorderPane {
    private static final Duration PAUSE = Duration.ofMillis(120);
    private final Ui ui;
    private final PatternsViewModel model;

    public PatternsView(Ui ui, PatternsViewModel model, Navigator navigator, Overlay overlay) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("patterns", "screen");
        TextField search = TextFields.createClearableTextField();
        search.setId("patterns-search");
        search.setPromptText(ui.text("patterns.search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        Pause pause = new Pause(PAUSE, model::search);
        model.queryProperty().subscribe(pause::request);
        TableView<PatternRow> table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox left = new VBox(8, search, facets(), table);
        left.setMinWidth(300);
        ScrollPane scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        EmptyState empty = new EmptyState(ui.texts(), ui.text("patterns.empty.title"), ui.text("patterns.empty.body"));
        model.openProperty().subscribe(pattern -> {
            scroll.setVisible(pattern != null);
            empty.setVisible(pattern == null);
            if (pattern != null) {
                scroll.setContent(new PatternDetail(ui, model, pattern, navigator, overlay));
            }
        });
        SplitPane split = new SplitPane(left, new StackPane(empty, scroll));
        split.setDividerPositions(0.5);
        setTop(Parts.label(ui.text("screen.PATTERNS"), "page-title"));
        setCenter(split);
    }

    private FlowPane facets() {
        FlowPane facets = new FlowPane(6, 6);
        model.families().subscribe(() -> {
            facets.getChildren().clear();
            model.families().forEach(family -> {
                Button button = Parts.button(family, () -> model.queryProperty().set(family), "small");
                button.setAccessibleText(ui.text("patterns.facet", family));
                facets.getChildren().add(button);
            });
        });
        return facets;
    }

    private TableView<PatternRow> table() {
        TableView<PatternRow> table = new TableView<>(model.found());
        table.setId("patterns-table");
        table.setFixedCellSize(28);
        table.setPlaceholder(Parts.label(ui.text("patterns.none"), "muted"));
        table.getColumns().add(column("patterns.column.fix", 200, SuccessPattern::fixDescription));
        table.getColumns().add(column("patterns.column.cluster", 170, SuccessPattern::clusterId));
        table.getColumns().add(column("patterns.column.held", 60, p -> String.valueOf(p.successCount())));
        table.getColumns().add(column("patterns.column.average", 60, p -> String.format(Locale.ROOT, "%.2f", p.avgConfidence())));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.open(row.pattern().id());
            }
        });
        return table;
    }

    private TableColumn<PatternRow, String> column(String key, double width, Function<SuccessPattern, String> text) {
        TableColumn<PatternRow, String> column = new TableColumn<>(ui.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new SimpleStringProperty(text.apply(cell.getValue().pattern())));
        return column;
    }
}
