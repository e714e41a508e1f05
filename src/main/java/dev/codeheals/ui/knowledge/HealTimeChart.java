package dev.codeheals.ui.knowledge;

import dev.codeheals.engine.context.Metrics;
import dev.codeheals.ui.control.Ui;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;

/// Mean time to heal by day, with a proven pattern and without one: two lines, told apart by their marks too.
final class HealTimeChart extends LineChart<String, Number> {
    private static final int DAYS = 30;
    private final Ui ui;
    private final XYChart.Series<String, Number> byPattern = new XYChart.Series<>();
    private final XYChart.Series<String, Number> otherwise = new XYChart.Series<>();

    HealTimeChart(Ui ui) {
        super(new CategoryAxis(), new NumberAxis());
        this.ui = ui;
        setId("knowledge-times");
        setAnimated(false);
        setPrefHeight(240);
        setMinHeight(180);
        setVerticalGridLinesVisible(false);
        getYAxis().setLabel(ui.text("knowledge.time.seconds"));
        byPattern.setName(ui.text("knowledge.time.pattern"));
        otherwise.setName(ui.text("knowledge.time.otherwise"));
        getData().add(byPattern);
        getData().add(otherwise);
    }

    void show(List<Metrics.Day> days) {
        List<Metrics.Day> shown = days.subList(Math.max(0, days.size() - DAYS), days.size());
        byPattern.getData().setAll(line(shown, Metrics.Day::timeByPattern));
        otherwise.getData().setAll(line(shown, Metrics.Day::timeOtherwise));
    }

    private List<XYChart.Data<String, Number>> line(List<Metrics.Day> days, Function<Metrics.Day, Duration> time) {
        DateTimeFormatter name = DateTimeFormatter.ofPattern("d MMM", ui.texts().locale());
        return days.stream().filter(day -> !time.apply(day).isZero())
                .map(day -> new XYChart.Data<String, Number>(name.format(day.day()), time.apply(day).toMillis() / 1_000.0)).toList();
    }
}
