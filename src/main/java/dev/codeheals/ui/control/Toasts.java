package dev.codeheals.ui.control;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Quiet messages in the lower right corner; none takes the focus, the oldest of more than four makes room. Screen readers are told
/// as a message appears: its words are set once it stands in the window, and a change is what they hear.
public final class Toasts extends VBox {
    private static final int MOST = 4;
    private static final double SHOWN = 10;
    private static final String LEADS = "leads somewhere";
    private final Ui ui;

    public Toasts(Ui ui) {
        super(8);
        this.ui = ui;
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMouseTransparent(false);
    }

    /// A message that goes away by itself.
    public void say(String text) {
        add(text, new HBox());
    }

    /// A message that leads to the screen it is about.
    public void say(String text, String action, Runnable run) {
        HBox actions = new HBox();
        HBox toast = add(text, actions);
        toast.getProperties().put(LEADS, true);
        actions.getChildren().add(Parts.button(action, () -> {
            getChildren().remove(toast);
            run.run();
        }, "flat", "accent"));
    }

    /// Takes away the messages that lead to where the user is now.
    public void arrived() {
        getChildren().removeIf(toast -> toast.getProperties().containsKey(LEADS));
    }

    private HBox add(String text, HBox actions) {
        Label label = Parts.paragraph(text);
        label.setMaxWidth(320);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox toast = Parts.row(8, label, actions);
        toast.getStyleClass().add("toast");
        toast.setMaxWidth(USE_PREF_SIZE);
        toast.setAccessibleRole(AccessibleRole.TEXT);
        Button close = Parts.iconButton(Feather.X, ui.text("toast.close"), () -> getChildren().remove(toast));
        toast.getChildren().add(close);
        getChildren().add(toast);
        toast.setAccessibleText(text);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        PauseTransition wait = new PauseTransition(Duration.seconds(SHOWN));
        wait.setOnFinished(_ -> getChildren().remove(toast));
        wait.play();
        return toast;
    }
}
