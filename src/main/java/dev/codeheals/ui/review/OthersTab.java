package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// The other attempts of the same heal; one that is a proposal too can be turned to.
final class OthersTab extends VBox {
    OthersTab(Ui ui, ReviewViewModel model) {
        super(8);
        getStyleClass().add("tab-body");
        Parts.follow(model.others(), () -> {
            getChildren().setAll(model.others().stream().map(other -> entry(ui, model, other)).toList());
            if (model.others().size() < 2) {
                getChildren().add(Parts.paragraph(ui.text("others.none"), "muted"));
            }
        });
    }

    private static VBox entry(Ui ui, ReviewViewModel model, Envelope other) {
        String title = other.fixDescription().isEmpty() ? other.reason() : other.fixDescription();
        VBox box = new VBox(4, Parts.row(8, new Mark(ui.texts(), MarkKind.of(other)), Parts.paragraph(title, "strong")),
                Parts.paragraph(ui.text("others.line", other.attempt(), other.source(), other.candidatesTried()), "muted"),
                Parts.paragraph(other.verdict().summary(), "muted"));
        Button turn = Parts.button(ui.text("others.turn"), () -> model.open(other), "flat", "accent");
        Envelope shown = model.currentProperty().get();
        boolean self = shown != null && shown.envelopeId().equals(other.envelopeId());
        Parts.present(turn, !self && other.outcome() == Outcome.PROPOSED);
        box.getChildren().add(turn);
        box.getStyleClass().add("card");
        return box;
    }
}
