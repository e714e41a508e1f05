package dev.codeheals.ui.review;

import dev.codeheals.ui.control.CodeLine;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Run;
import dev.codeheals.ui.control.Ui;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One side of a diff row: line number, sign, code, and a box to take it or leave it.
final class DiffRowNode extends HBox {
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Label first = Parts.label("", "line-number");
    private final Label second = Parts.label("", "line-number");
    private final Label sign = Parts.label("", "sign");
    private final CodeLine code = new CodeLine();
    private final CheckBox box = new CheckBox();

    DiffRowNode(Ui ui, DoubleProperty shift, boolean bothNumbers) {
        getStyleClass().add("diff-side");
        Parts.present(second, bothNumbers);
        code.shiftProperty().bind(shift);
        HBox.setHgrow(code, Priority.ALWAYS);
        box.getStyleClass().add("take");
        box.setAccessibleText(ui.text("review.take"));
        box.setFocusTraversable(false);
        getChildren().addAll(first, second, sign, code, box);
        setMinWidth(0);
        setPrefWidth(100);
        setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(this, Priority.ALWAYS);
    }

    /// What a side looks like.
    ///
    /// @param old   line number, 1-based
    /// @param fresh line number, 1-based
    /// @param kind  -1 removed, 1 added, 0 unchanged
    record Look(@Nullable Integer old, @Nullable Integer fresh, int kind, List<Run> runs, boolean taken, boolean current) {}

    void show(@Nullable Look look) {
        pseudoClassStateChanged(ABSENT, look == null);
        pseudoClassStateChanged(ADDED, look != null && look.kind() > 0);
        pseudoClassStateChanged(REMOVED, look != null && look.kind() < 0);
        pseudoClassStateChanged(LEFT_OUT, look != null && look.kind() != 0 && !look.taken());
        pseudoClassStateChanged(CURRENT, look != null && look.current());
        first.setText(look == null || (look.old() == null && !second.isVisible()) ? fresh(look) : number(look.old()));
        second.setText(look == null ? "" : number(look.fresh()));
        sign.setText(look == null || look.kind() == 0 ? "" : look.kind() > 0 ? "+" : "−");
        code.show(look == null ? List.of() : look.runs());
    }

    private static String fresh(@Nullable Look look) {
        return look == null ? "" : number(look.fresh());
    }

    private static String number(@Nullable Integer line) {
        return line == null ? "" : String.valueOf(line);
    }

    /// Shows the box, or hides it for null.
    void offer(@Nullable Boolean taken, boolean partly, Runnable toggle) {
        Parts.present(box, taken != null);
        if (taken != null) {
            box.setOnAction(null);
            box.setSelected(taken);
            box.setIndeterminate(partly);
            box.setOnAction(_ -> toggle.run());
        }
    }
}
