package dev.codeheals.ui.knowledge;

import dev.codeheals.engine.knowledge.KnowledgeStats;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.ui.control.EmptyState;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.control.Ui;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.collections.FXCollections;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.Chart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What was learnt: totals, growth, families, the most used patterns, and how honest the numbers were.
public final class KnowledgeView extends StackPane {
    private static final String TOTAL = "knowledge.total";
    private static final String USES = "knowledge.uses";
    private static final String GOLD = "knowledge.gold";
    private static final String AVERAGE = "knowledge.average";
    private static final double WIDEST = 40;
    private final Ui ui;
    private final KnowledgeViewModel model;
    private final Navigator navigator;
    private final Map<String, Label> tiles = Map.of(TOTAL, value(), USES, value(), GOLD, value(), AVERAGE, value());
    private final XYChart.Series<String, Number> plain = new XYChart.Series<>();
    private final XYChart.Series<String, Number> gold = new XYChart.Series<>();
    private final XYChart.Series<String, Number> families = new XYChart.Series<>();
    private final NumberAxis weeks = axis();
    private final NumberAxis counts = axis();
    private final VBox top = new VBox(2);
    private final HealTimeChart times;

    public KnowledgeView(Ui ui, KnowledgeViewModel model, Navigator navigator) {
        this.ui = ui;
        this.model = model;
        this.navigator = navigator;
        this.times = new HealTimeChart(ui);
        getStyleClass().add("knowledge");
        plain.setName(ui.text("knowledge.growth.plain"));
        gold.setName(ui.text("knowledge.growth.gold"));
        ScrollPane scroll = new ScrollPane(new VBox(16, Parts.label(ui.text("screen.KNOWLEDGE"), "page-title"), tiles(), grid()));
        scroll.getContent().getStyleClass().add("screen");
        scroll.setFitToWidth(true);
        EmptyState empty = new EmptyState(ui.texts(), ui.text("knowledge.empty.title"), ui.text("knowledge.empty.body"),
                ui.text("knowledge.empty.action"), () -> navigator.open(Screen.LIVE));
        getChildren().addAll(scroll, empty);
        model.pictureProperty().subscribe(picture -> {
            boolean none = picture != null && picture.stats().totalPatterns() == 0 && picture.rows().isEmpty();
            empty.setVisible(none);
            scroll.setVisible(!none);
            show(picture);
        });
    }

    private static Label value() {
        return Parts.label("–", "tile-value");
    }

    private HBox tiles() {
        HBox row = new HBox(12);
        for (String key : List.of(TOTAL, USES, GOLD, AVERAGE)) {
            VBox tile = new VBox(4, Parts.label(ui.text(key), "muted", "small"), tiles.getOrDefault(key, value()));
            tile.getStyleClass().add("card");
            HBox.setHgrow(tile, Priority.ALWAYS);
            tile.setPrefWidth(160);
            row.getChildren().add(tile);
        }
        return row;
    }

    private GridPane grid() {
        GridPane grid = new GridPane(12, 12);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(half, half);
        StackedBarChart<String, Number> growth = new StackedBarChart<>(new CategoryAxis(), weeks);
        growth.getData().add(gold);
        growth.getData().add(plain);
        slim(growth.widthProperty(), growth::setCategoryGap, plain);
        BarChart<String, Number> byFamily = new BarChart<>(new CategoryAxis(), counts);
        byFamily.getData().add(families);
        slim(byFamily.widthProperty(), byFamily::setCategoryGap, families);
        byFamily.setLegendVisible(false);
        byFamily.getStyleClass().add("one-series");
        grid.add(card("knowledge.growth", chart(growth)), 0, 0);
        grid.add(card("knowledge.families", chart(byFamily)), 1, 0);
        grid.add(card("knowledge.top", top), 0, 1);
        grid.add(reliability(), 1, 1);
        grid.add(card("knowledge.time", times), 0, 2, 2, 1);
        return grid;
    }

    /// Keeps bars from growing wider than is pleasant.
    private static void slim(ReadOnlyDoubleProperty width, DoubleConsumer gap, XYChart.Series<String, Number> series) {
        Runnable fit = () -> gap.accept(Math.max(6, (width.get() - 60) / Math.max(1, series.getData().size()) - WIDEST));
        width.subscribe(_ -> fit.run());
        series.getData().subscribe(fit);
    }

    private static NumberAxis axis() {
        NumberAxis axis = new NumberAxis(0, 5, 1);
        axis.setMinorTickVisible(false);
        axis.setAutoRanging(false);
        return axis;
    }

    private static Chart chart(XYChart<String, Number> chart) {
        chart.setAnimated(false);
        chart.setPrefHeight(240);
        chart.setMinHeight(180);
        chart.setVerticalGridLinesVisible(false);
        return chart;
    }

    private VBox card(String key, javafx.scene.Node content) {
        VBox card = new VBox(8, Parts.label(ui.text(key), "heading"), content);
        card.getStyleClass().add("card");
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    private VBox reliability() {
        ComboBox<String> family = new ComboBox<>();
        family.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String name) {
                return name == null || name.isEmpty() ? ui.text("knowledge.allFamilies") : name;
            }

            @Override
            public String fromString(String name) {
                return name;
            }
        });
        Parts.follow(model.families(), () -> {
            family.setItems(FXCollections.observableArrayList(model.families()));
            family.getItems().addFirst("");
        });
        family.setValue("");
        family.setAccessibleText(ui.text("knowledge.family"));
        family.valueProperty().subscribe(name -> model.familyProperty().set(name == null ? "" : name));
        Label sentence = Parts.paragraph("", "muted");
        sentence.setId("knowledge-honest");
        model.reliabilityProperty().subscribe(r -> sentence.setText(ReliabilityWords.sentence(ui, r)));
        VBox card = card("knowledge.reliability", new VBox(8, family, new ReliabilityChart(ui, model), sentence));
        return card;
    }

    private void show(KnowledgeViewModel.@Nullable Picture picture) {
        if (picture == null) {
            return;
        }
        KnowledgeStats stats = picture.stats();
        set(TOTAL, String.valueOf(stats.totalPatterns()));
        set(USES, String.valueOf(stats.totalSuccesses()));
        set(GOLD, String.valueOf(stats.goldStandardCount()));
        set(AVERAGE, stats.totalPatterns() == 0 ? "–" : Certainty.digits(stats.overallAvgConfidence()));
        DateTimeFormatter week = DateTimeFormatter.ofPattern("d MMM", ui.texts().locale());
        plain.getData().setAll(stats.growth().stream().map(w -> bar(week.format(w.monday()), w.patterns() - w.gold())).toList());
        gold.getData().setAll(stats.growth().stream().map(w -> bar(week.format(w.monday()), w.gold())).toList());
        families.getData().setAll(stats.byFamily().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(e -> bar(e.getKey(), e.getValue())).toList());
        fit(weeks, stats.growth().stream().mapToInt(KnowledgeStats.Week::patterns).max().orElse(0));
        fit(counts, stats.byFamily().values().stream().mapToInt(Integer::intValue).max().orElse(0));
        times.show(picture.metrics().days());
        top.getChildren().setAll(picture.top().stream().map(this::line).toList());
        if (picture.top().isEmpty()) {
            top.getChildren().add(Parts.paragraph(ui.text("knowledge.top.none"), "muted"));
        }
    }

    private static void fit(NumberAxis axis, int highest) {
        int step = Math.max(1, (highest + 4) / 5);
        axis.setTickUnit(step);
        int steps = (highest + step - 1) / step;
        axis.setUpperBound(Math.max(step, (double) steps * step));
    }

    private void set(String tile, String text) {
        tiles.getOrDefault(tile, value()).setText(text);
    }

    private static XYChart.Data<String, Number> bar(String name, int value) {
        return new XYChart.Data<>(name, value);
    }

    private Button line(SuccessPattern pattern) {
        Label words = Parts.label(pattern.fixDescription());
        words.setMinWidth(0);
        Label held = Parts.label(ui.texts().count("patterns.uses", pattern.successCount()), "strong");
        held.setMinWidth(USE_PREF_SIZE);
        HBox row = Parts.row(8, words, Parts.spacer(), Parts.label(pattern.errorCode(), "muted", "code-small"), held);
        return Parts.lineButton(row, () -> navigator.pattern(pattern.id()), pattern.fixDescription());
    }
}
