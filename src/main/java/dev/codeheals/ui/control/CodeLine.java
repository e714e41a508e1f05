package dev.codeheals.ui.control;

import dev.codeheals.ui.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    private static final double BASELINE = 14.5;
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

    public void show(List<Run> runs) {
        letters.getChildren().clear();
        double x = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            Text text = text(i);
            text.setText(run.text());
            text.getStyleClass().setAll("code-text");
            if (!run.style().isEmpty()) {
                text.getStyleClass().add(run.style());
            }
            text.setX(x);
            double width = text.getLayoutBounds().getWidth();
            if (run.marked()) {
                letters.getChildren().add(ground(i, x, width));
            }
            letters.getChildren().add(text);
            link(text, run.link());
            x += width;
        }
        lineWidth = x;
    }

    private void link(Text text, String target) {
        boolean linked = !target.isEmpty();
        if (linked) {
            text.getStyleClass().add("code-link");
        }
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
        }
        return pool.get(index);
    }

    private Rectangle ground(int index, double x, double width) {
        while (grounds.size() <= index) {
            Rectangle made = new Rectangle(0, 1, 0, HEIGHT - 2);
            made.setArcWidth(4);
            made.setArcHeight(4);
            made.getStyleClass().add("code-ground");
            grounds.add(made);
        }
        Rectangle ground = grounds.get(index);
        ground.setX(x);
        ground.setWidth(width);
        return ground;
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
