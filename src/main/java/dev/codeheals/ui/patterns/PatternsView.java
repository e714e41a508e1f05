package dev.codeheals.ui.patterns;

import dev.codeheals.engine.knowledge.PatternSearch;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.ui.control.EmptyState;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Overlay;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.task.Pause;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;

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
        LongTable listed = new LongTable(table, model.found());
        VBox.setVgrow(listed, Priority.ALWAYS);
        VBox left = new VBox(8, search, new PatternFacets(ui, model), listed);
        left.setMinWidth(300);
        left.getStyleClass().add("left-pane");
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
        split.setDividerPositions(0.56);
        setTop(new VBox(tools(), exchanged()));
        setCenter(split);
    }

    private HBox tools() {
        Button bring = Parts.button(ui.text("patterns.import"), this::askImport);
        bring.setGraphic(Parts.icon(Feather.UPLOAD));
        bring.setId("patterns-import");
        Button give = Parts.button(ui.text("patterns.export"), this::askExport);
        give.setGraphic(Parts.icon(Feather.DOWNLOAD));
        give.setId("patterns-export");
        HBox row = Parts.row(8, Parts.label(ui.text("screen.PATTERNS"), "page-title"), Parts.spacer(), bring, give);
        row.getStyleClass().add("screen-head");
        return row;
    }

    /// Asks for a file and merges its patterns.
    public void askImport() {
        chosen(FileChooser::showOpenDialog, model::importFrom);
    }

    /// Asks for a file and writes all patterns to it.
    public void askExport() {
        chosen(FileChooser::showSaveDialog, model::exportTo);
    }

    private void chosen(BiFunction<FileChooser, Window, File> ask, Consumer<Path> then) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("codeheals-patterns.jsonl");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON Lines", "*.jsonl", "*.json"));
        File file = ask.apply(chooser, getScene().getWindow());
        if (file != null) {
            then.accept(file.toPath());
        }
    }

    private HBox exchanged() {
        Label words = Parts.paragraph("");
        words.setId("patterns-exchanged");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button undo = Parts.button(ui.text("review.undo"), () -> {}, "flat", "accent");
        undo.setId("patterns-undo");
        HBox row = Parts.row(8, words, undo);
        row.getStyleClass().add("notice");
        row.getChildren().add(Parts.iconButton(Feather.X, ui.text("toast.close"), () -> Parts.present(row, false)));
        Parts.present(row, false);
        model.exchangedProperty().subscribe(result -> {
            Parts.present(row, result != null);
            if (result != null) {
                words.setText(ui.text(result.key(), result.values().toArray()) + result.faults().stream().map(f -> "\n" + f).collect(Collectors.joining()));
                Runnable back = result.undo();
                Parts.present(undo, back != null);
                undo.setOnAction(_ -> {
                    Parts.present(row, false);
                    if (back != null) {
                        back.run();
                    }
                });
            }
        });
        return row;
    }

    private TableView<PatternRow> table() {
        TableView<PatternRow> table = new TableView<>(model.found());
        table.setId("patterns-table");
        table.setAccessibleText(ui.text("screen.PATTERNS"));
        table.setFixedCellSize(28);
        Label none = Parts.paragraph("", "muted");
        none.textProperty().bind(model.totalProperty().map(all -> ui.text(all.intValue() == 0 ? "knowledge.empty.body" : "patterns.none")));
        table.setPlaceholder(none);
        table.getColumns().add(column("patterns.column.fix", 220, PatternSearch.Order.FIX, SuccessPattern::fixDescription));
        table.getColumns().add(column("patterns.column.cluster", 180, PatternSearch.Order.FAILURE, SuccessPattern::clusterId));
        table.getColumns().add(column("patterns.column.held", 64, PatternSearch.Order.HELD, p -> String.valueOf(p.successCount())));
        table.getColumns().add(column("patterns.column.average", 84, PatternSearch.Order.AVERAGE, p -> Certainty.digits(p.avgConfidence())));
        table.getColumns().add(column("patterns.column.used", 96, PatternSearch.Order.LAST_USED, p -> ui.times().ago(p.lastSuccessAt(), ui.now().getValue())));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setSortPolicy(this::sort);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            SuccessPattern pattern = row == null ? null : row.patternProperty().get();
            if (pattern != null) {
                model.open(pattern.id());
            }
        });
        return table;
    }

    /// The library sorts, not the table: it holds what the table has not read.
    private boolean sort(TableView<PatternRow> table) {
        model.sortingProperty().set(table.getSortOrder().stream().findFirst()
                .map(column -> new PatternsViewModel.Sorting((PatternSearch.Order) column.getUserData(), column.getSortType() == TableColumn.SortType.DESCENDING))
                .orElse(new PatternsViewModel.Sorting(PatternSearch.Order.BEST, true)));
        return true;
    }

    private TableColumn<PatternRow, String> column(String key, double width, PatternSearch.Order order, Function<SuccessPattern, String> text) {
        TableColumn<PatternRow, String> column = new TableColumn<>(ui.text(key));
        column.setPrefWidth(width);
        column.setUserData(order);
        column.setCellValueFactory(cell -> cell.getValue().patternProperty().map(text));
        return column;
    }
}
