package dev.codeheals.ui.control;

import dev.codeheals.ui.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// One line of code in the mono font: coloured letters, marked words, links; can be shifted sideways behind its edges.
public final class CodeLine extends Region {
    public static final double HEIGHT = 20;
    /// Where letters stand in a line.
    public static final double BASELINE = 14.5;
    private final Group letters = new Group();
    private final DoubleProperty shift = new SimpleDoubleProperty();
    private final List<Text> pool = new ArrayList<>();
    private final List<Rectangle> grounds = new ArrayList<>();
    private final Font font = Fonts.code();
    private Consumer<String> onLink = _ -> {};
    private double lineWidth;

    public CodeLine() {
        getStyleClass().add("code-line");
        letters.setManaged(false);
        letters.setAutoSizeChildren(false);
        getChildren().add(letters);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        letters.layoutXProperty().bind(shift.negate());
    }

    /// How far the line is moved to the left.
    public DoubleProperty shiftProperty() {
        return shift;
    }

    public void setOnLink(Consumer<String> action) {
        onLink = action;
    }

    /// How wide the shown letters are.
    public double lineWidth() {
        return lineWidth;
    }

    /// Nodes are kept and hidden rather than taken away: a row that changes costs no new style.
    public void show(List<Run> runs) {
        double x = 0;
        int marked = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            Text text = text(i);
            text.setVisible(true);
            text.setText(run.text());
            style(text, run);
            text.setX(x);
            double width = text.getLayoutBounds().getWidth();
            if (run.marked()) {
                ground(marked, x, width);
                marked++;
            }
            link(text, run.link());
            x += width;
        }
        pool.subList(runs.size(), Math.max(runs.size(), pool.size())).forEach(text -> text.setVisible(false));
        grounds.subList(marked, grounds.size()).forEach(ground -> ground.setVisible(false));
        lineWidth = x;
    }

    private static void style(Text text, Run run) {
        List<String> wanted = Stream.of("code-text", run.style(), run.link().isEmpty() ? "" : "code-link").filter(style -> !style.isEmpty()).toList();
        if (!text.getStyleClass().equals(wanted)) {
            text.getStyleClass().setAll(wanted);
        }
    }

    private void link(Text text, String target) {
        boolean linked = !target.isEmpty();
        text.setUnderline(linked);
        text.setCursor(linked ? Cursor.HAND : null);
        text.setOnMouseClicked(linked ? _ -> onLink.accept(target) : null);
    }

    private Text text(int index) {
        while (pool.size() <= index) {
            Text text = new Text();
            text.setTextOrigin(VPos.BASELINE);
            text.setY(BASELINE);
            text.setFont(font);
            pool.add(text);
            letters.getChildren().add(text);
        }
        return pool.get(index);
    }

    private void ground(int index, double x, double width) {
        while (grounds.size() <= index) {
            Rectangle made = new Rectangle(0, 1, 0, HEIGHT - 2);
            made.setArcWidth(4);
            made.setArcHeight(4);
            made.getStyleClass().add("code-ground");
            grounds.add(made);
            letters.getChildren().addFirst(made);
        }
        Rectangle ground = grounds.get(index);
        ground.setX(x);
        ground.setWidth(width);
        ground.setVisible(true);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return lineWidth;
    }
}
