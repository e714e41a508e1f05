package dev.codeheals.ui.patterns;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.engine.repair.pattern.AbstractStep;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.ui.control.DiffText;
import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Overlay;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Question;
import dev.codeheals.ui.control.Ui;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A pattern to read: what it does, how it went, the diff, the abstract edit, where it came from.
final class PatternDetail extends VBox {
    private final Ui ui;
    private final PatternsViewModel model;

    PatternDetail(Ui ui, PatternsViewModel model, SuccessPattern pattern, Navigator navigator, Overlay overlay) {
        super(16);
        this.ui = ui;
        this.model = model;
        getStyleClass().add("pattern-detail");
        Button forget = Parts.button(ui.text("patterns.forget"), () -> overlay.show(new Question(ui, overlay, ui.text("patterns.forget.title"),
                ui.text("patterns.forget.body", pattern.fixDescription()), ui.text("patterns.forget.yes"), "danger", model::forget)));
        forget.setId("pattern-forget");
        var title = Parts.paragraph(pattern.fixDescription(), "page-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        getChildren().addAll(Parts.row(8, title, forget), badges(pattern), facts(pattern), history(), tags(),
                Parts.column(6, Parts.label(ui.text("patterns.diff"), "strong"), new DiffText(pattern.fixDiff())), template(pattern),
                provenance(navigator), siblings());
    }

    private FlowPane badges(SuccessPattern pattern) {
        FlowPane badges = new FlowPane(8, 6);
        badges.getChildren().addAll(Parts.badge(pattern.errorCode(), "accent"), Parts.badge(pattern.clusterId(), "plain"));
        pattern.tags().stream().sorted().forEach(tag -> badges.getChildren().add(Parts.badge(PatternsViewModel.earned(tag) ? ui.text("patterns.tag." + tag) : tag,
                tag.equals("GOLD_STANDARD") ? "warning" : "success")));
        return badges;
    }

    private GridPane facts(SuccessPattern pattern) {
        GridPane grid = new GridPane(16, 6);
        fact(grid, "patterns.held", Parts.label(ui.texts().count("patterns.uses", pattern.successCount())));
        fact(grid, "patterns.failed", Parts.label(String.valueOf(pattern.failureCount())));
        fact(grid, "patterns.average", Parts.label(Certainty.digits(pattern.avgConfidence())));
        fact(grid, "patterns.source", Parts.label(pattern.source(), "code-small"));
        fact(grid, "patterns.first", ui.ago(pattern.firstSuccessAt()));
        fact(grid, "patterns.last", ui.ago(pattern.lastSuccessAt()));
        return grid;
    }

    private void fact(GridPane grid, String key, Node value) {
        grid.addRow(grid.getRowCount(), Parts.label(ui.text(key), "muted"), value);
    }

    private VBox tags() {
        TextField field = new TextField(model.userTags());
        field.setPromptText(ui.text("patterns.tags.prompt"));
        field.setId("pattern-tags");
        field.setOnAction(_ -> model.tag(field.getText()));
        Button save = Parts.button(ui.text("patterns.tags.save"), () -> model.tag(field.getText()));
        HBox.setHgrow(field, Priority.ALWAYS);
        return Parts.column(6, Parts.label(ui.text("patterns.tags"), "strong"), Parts.row(8, field, save));
    }

    private VBox template(SuccessPattern pattern) {
        VBox steps = Parts.column(8);
        for (AbstractStep step : AbstractStep.of(pattern.template())) {
            String file = step.file().isEmpty() ? ui.text("patterns.step.here") : step.file();
            VBox lines = Parts.column(2, Parts.paragraph(ui.text("patterns.step." + step.kind(), file), "muted", "small"));
            if (!step.before().isEmpty()) {
                lines.getChildren().add(Parts.paragraph("− " + step.before(), "code-small"));
            }
            lines.getChildren().add(Parts.paragraph("+ " + step.after(), "code-small"));
            steps.getChildren().add(lines);
        }
        if (steps.getChildren().isEmpty()) {
            steps.getChildren().add(Parts.paragraph(ui.text("patterns.template.none"), "muted"));
        }
        return Parts.column(6, Parts.label(ui.text("patterns.template"), "strong"), steps);
    }

    /// Oldest first, so that it reads like the line of a story.
    private VBox history() {
        FlowPane marks = new FlowPane(4, 4);
        Parts.follow(model.provenance(), () -> marks.getChildren().setAll(model.provenance().reversed().stream()
                .map(e -> new Mark(ui.texts(), MarkKind.of(e))).toList()));
        return Parts.column(6, Parts.label(ui.text("patterns.history"), "strong"), marks);
    }

    private VBox provenance(Navigator navigator) {
        VBox box = new VBox(2);
        Parts.follow(model.provenance(), () -> box.getChildren().setAll(model.provenance().stream().map(e -> line(e, navigator)).toList()));
        return Parts.column(6, Parts.label(ui.text("patterns.provenance"), "strong"), box);
    }

    private Button line(Envelope envelope, Navigator navigator) {
        var place = Parts.label(String.join(", ", envelope.baseHashes().keySet()), "muted", "code-small");
        place.setMinWidth(0);
        HBox row = Parts.row(8, new Mark(ui.texts(), MarkKind.of(envelope)), Parts.label(envelope.sealed().diagnosis().clusterId(), "code-small"),
                place, Parts.spacer(), ui.ago(envelope.createdAt()));
        return Parts.lineButton(row, () -> navigator.failure(envelope.envelopeId()), envelope.sealed().diagnosis().clusterId());
    }

    /// Other fixes of the same failure; each can be made to count as one with this.
    private VBox siblings() {
        VBox box = new VBox(4);
        Parts.follow(model.siblings(), () -> {
            box.getChildren().clear();
            if (!model.siblings().isEmpty()) {
                box.getChildren().add(Parts.label(ui.text("patterns.siblings"), "strong"));
            }
            model.siblings().forEach(other -> {
                var words = Parts.label(other.fixDescription());
                words.setMinWidth(0);
                Button merge = Parts.button(ui.text("patterns.merge"), () -> model.merge(other), "small");
                merge.setAccessibleText(ui.text("patterns.merge") + ": " + other.fixDescription());
                box.getChildren().add(Parts.row(8, words, Parts.spacer(), Parts.label(ui.texts().count("patterns.uses", other.successCount()), "muted"), merge));
            });
        });
        return box;
    }
}
