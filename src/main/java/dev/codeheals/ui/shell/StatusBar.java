package dev.codeheals.ui.shell;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.ui.breaker.BreakerViewModel;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.live.Figures;
import dev.codeheals.ui.live.LiveViewModel;
import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.project.RunRecord;
import dev.codeheals.wiring.ModelAccess;
import dev.codeheals.wiring.ModelChoice;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// One line of facts; each leads to the screen it speaks of.
final class StatusBar extends HBox {
    private final Ui ui;
    private final ModelAccess model;

    StatusBar(Ui ui, ModelAccess model) {
        super(4);
        this.model = model;
        this.ui = ui;
        getStyleClass().add("status");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(26);
        setMinWidth(0);
    }

    /// Speaks of a project, or of nothing.
    void show(@Nullable OpenProject project, @Nullable LiveViewModel live, @Nullable BreakerViewModel breaker, Navigator navigator) {
        getChildren().clear();
        if (project == null || live == null || breaker == null) {
            return;
        }
        Button breakerPart = part(() -> navigator.open(Screen.BREAKER));
        breaker.snapshotProperty().subscribe(s -> breakerPart.setText(words(s)));
        Button runPart = part(() -> {
            navigator.open(Screen.LIVE);
            live.outputShownProperty().set(true);
        });
        Parts.follow(project.runs(), () -> runPart.setText(run(project)));
        ui.now().subscribe(_ -> runPart.setText(run(project)));
        Button isolation = part(() -> navigator.open(Screen.SETTINGS));
        project.isolationProperty().subscribe(level -> isolation.setText(level == null ? "" : ui.texts().of("status.isolation", level)));
        Button sent = part(() -> navigator.open(Screen.SETTINGS));
        Button cut = part(() -> { });
        cut.setId("network-switch");
        cut.setOnAction(_ -> {
            turn();
            network(sent, cut);
        });
        ui.now().subscribe(_ -> network(sent, cut));
        Button knowledge = part(() -> navigator.open(Screen.KNOWLEDGE));
        live.figuresProperty().subscribe(figures -> knowledge.setText(knowledge(figures)));
        getChildren().addAll(breakerPart, dot(), runPart, dot(), isolation, dot(), sent, cut, dot(), knowledge, Parts.spacer());
    }

    private void network(Button sent, Button cut) {
        sent.setText(ui.text(model.online() ? "status.online" : "status.offline", ui.times().bytes(model.bytesSent())));
        sent.setId("bytes-sent");
        cut.setText(ui.text(model.online() ? "status.cut" : "status.allow"));
        Parts.present(cut, !(model.choice() instanceof ModelChoice.Offline));
    }

    // The kill switch; pressed again it lets the chosen model be asked.
    private void turn() {
        if (model.online()) {
            model.cut();
        } else {
            model.choose(model.choice());
        }
    }

    private String knowledge(@Nullable Figures figures) {
        return figures == null ? "" : ui.text("status.knowledge", figures.knowledge().totalPatterns(), figures.knowledge().goldStandardCount());
    }

    private String words(BreakerSnapshot s) {
        long failed = s.window().stream().filter(o -> !o.success()).count();
        return ui.text("status.breaker", ui.texts().of("breaker.state", s.state()), failed, s.window().size());
    }

    private String run(OpenProject project) {
        if (project.runs().isEmpty()) {
            return ui.text("status.norun");
        }
        RunRecord last = project.runs().getFirst();
        return ui.text(last.outcome().passed() ? "status.passed" : "status.failed", ui.times().ago(last.at(), ui.now().getValue()));
    }

    private static Button part(Runnable open) {
        Button part = Parts.button("", open, "status-part");
        part.setMinWidth(0);
        part.textProperty().subscribe(words -> part.setTooltip(words.isEmpty() ? null : new Tooltip(words)));
        return part;
    }

    private static javafx.scene.control.Label dot() {
        return Parts.label("·", "muted");
    }
}
