package dev.codeheals.ui.shell;

import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.project.RunRecord;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The last runs, newest first; a click shows the output.
final class LastRuns extends VBox {
    private static final int SHOWN = 6;
    private final Ui ui;

    LastRuns(Ui ui) {
        super(1);
        this.ui = ui;
        getStyleClass().add("last-runs");
    }

    void show(@Nullable OpenProject project, Consumer<RunRecord> open) {
        getChildren().clear();
        if (project != null) {
            Parts.follow(project.runs(), () -> fill(project, open));
        }
    }

    private void fill(OpenProject project, Consumer<RunRecord> open) {
        getChildren().clear();
        if (!project.runs().isEmpty()) {
            getChildren().add(Parts.label(ui.text("sidebar.runs"), "muted", "small"));
        }
        project.runs().stream().limit(SHOWN).forEach(run -> getChildren().add(line(run, open)));
    }

    private Button line(RunRecord run, Consumer<RunRecord> open) {
        Mark mark = new Mark(ui.texts(), run.outcome().passed() ? MarkKind.PROMOTE : MarkKind.ROLLBACK);
        HBox row = Parts.row(8, mark, Parts.label("#" + run.number()), Parts.spacer(), ui.ago(run.at()));
        return Parts.lineButton(row, () -> open.accept(run), ui.text(run.outcome().passed() ? "sidebar.run.passed" : "sidebar.run.failed", run.number()));
    }
}
