package dev.codeheals.ui.control;

import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small nodes built the same way everywhere.
public final class Parts {
    private Parts() {}

    public static FontIcon icon(Feather icon) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().add("icon");
        return node;
    }

    public static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// A label that breaks into lines instead of being cut.
    public static Label paragraph(String text, String... styleClasses) {
        Label label = label(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static Label badge(String text, String kind) {
        return label(text, "badge", kind);
    }

    public static Button button(String text, Runnable action, String... styleClasses) {
        Button button = new Button(text);
        button.getStyleClass().addAll(styleClasses);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// A button as wide as its room, with a row of parts in it.
    public static Button lineButton(HBox row, Runnable action, String name) {
        Button button = button("", action, "line-button");
        button.setGraphic(row);
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(name);
        row.setMinWidth(0);
        row.prefWidthProperty().bind(button.widthProperty().subtract(24));
        return button;
    }

    /// A button with nothing but an icon; its name is said on hover and by screen readers.
    public static Button iconButton(Feather icon, String name, Runnable action) {
        Button button = button("", action, "icon-button");
        button.setGraphic(icon(icon));
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        return button;
    }

    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        VBox.setVgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    public static HBox row(double gap, Node... nodes) {
        HBox row = new HBox(gap, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static VBox column(double gap, Node... nodes) {
        return new VBox(gap, nodes);
    }

    /// A heading that opens on what is built when it is first opened.
    public static TitledPane fold(String title, Supplier<Node> content) {
        TitledPane fold = new TitledPane(title, null);
        fold.setExpanded(false);
        fold.setAnimated(false);
        fold.expandedProperty().subscribe(expanded -> {
            if (expanded && fold.getContent() == null) {
                fold.setContent(content.get());
            }
        });
        return fold;
    }

    /// Does something now and after each change, which a subscription alone would miss where the view is built late.
    public static void follow(Observable what, Runnable action) {
        action.run();
        what.subscribe(action);
    }

    /// Shows the node and gives it room, or neither.
    public static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
