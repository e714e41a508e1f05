package dev.codeheals.ui.review;

import dev.codeheals.ui.control.CodeLine;
import dev.codeheals.ui.control.Run;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.theme.Fonts;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One side of a diff row: line number, sign, code, and a box to take it or leave it.
///
/// Places its few nodes itself and makes the box only where one is offered: what a row holds is paid again with every row that scrolls in.
final class DiffRowNode extends Region {
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double NUMBER = 44;
    private static final double GAP = 8;
    private static final double SIGN = 16;

    private final Ui ui;
    private final Text first = text("line-number", 11);
    private final @Nullable Text second;
    private final Text sign = text("sign", 13);
    private final CodeLine code = new CodeLine();
    private @Nullable CheckBox box;

    DiffRowNode(Ui ui, DoubleProperty shift, boolean bothNumbers) {
        this.ui = ui;
        getStyleClass().add("diff-side");
        code.shiftProperty().bind(shift);
        getChildren().addAll(first, sign, code);
        second = bothNumbers ? text("line-number", 11) : null;
        if (second != null) {
            getChildren().add(second);
        }
    }

    private static Text text(String styleClass, double size) {
        Text text = new Text();
        text.getStyleClass().add(styleClass);
        text.setFont(Fonts.code(size));
        text.setTextOrigin(VPos.BASELINE);
        text.setManaged(false);
        return text;
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
        first.setText(look == null ? "" : second == null && look.old() == null ? number(look.fresh()) : number(look.old()));
        if (second != null) {
            second.setText(look == null ? "" : number(look.fresh()));
        }
        sign.setText(look == null || look.kind() == 0 ? "" : look.kind() > 0 ? "+" : "−");
        code.show(look == null ? List.of() : look.runs());
        requestLayout();
    }

    private static String number(@Nullable Integer line) {
        return line == null ? "" : String.valueOf(line);
    }

    /// Shows the box, or hides it for null.
    void offer(@Nullable Boolean taken, boolean partly, Runnable toggle) {
        if (taken == null) {
            if (box != null) {
                box.setVisible(false);
            }
            return;
        }
        CheckBox shown = box();
        shown.setVisible(true);
        shown.setOnAction(null);
        shown.setSelected(taken);
        shown.setIndeterminate(partly);
        shown.setOnAction(_ -> toggle.run());
    }

    private CheckBox box() {
        CheckBox made = box;
        if (made == null) {
            made = new CheckBox();
            made.getStyleClass().add("take");
            made.setAccessibleText(ui.text("review.take"));
            made.setFocusTraversable(false);
            box = made;
            getChildren().add(made);
        }
        return made;
    }

    @Override
    protected void layoutChildren() {
        double x = place(first, 0);
        if (second != null) {
            x = place(second, x);
        }
        sign.setX(x);
        sign.setY(CodeLine.BASELINE);
        x += SIGN;
        CheckBox offered = box;
        double boxWidth = offered != null && offered.isVisible() ? snapSizeX(offered.prefWidth(-1)) : 0;
        code.resizeRelocate(x, 0, Math.max(0, getWidth() - x - boxWidth), getHeight());
        if (offered != null) {
            offered.resizeRelocate(getWidth() - boxWidth, 0, boxWidth, getHeight());
        }
    }

    /// Puts a number to the right edge of its column.
    private static double place(Text number, double x) {
        number.setX(x + NUMBER - GAP - number.getLayoutBounds().getWidth());
        number.setY(CodeLine.BASELINE);
        return x + NUMBER;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * NUMBER;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }
}
