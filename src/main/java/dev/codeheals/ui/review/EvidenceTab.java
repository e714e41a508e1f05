package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.VerdictRecord;
import dev.codeheals.engine.verify.VerdictTier;
import dev.codeheals.ui.control.OutputPane;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What running the fix showed: the tiers it reached, the tests before and after, times, isolation, the outputs.
final class EvidenceTab extends VBox {
    EvidenceTab(Ui ui, ReviewViewModel model, Consumer<String> onPlace) {
        super(12);
        getStyleClass().add("tab-body");
        VBox body = new VBox(12);
        getChildren().addAll(check(ui, model), body);
        model.currentProperty().subscribe(envelope -> body.getChildren().setAll(envelope == null ? new Node[0] : nodes(ui, envelope, onPlace)));
    }

    private static Label check(Ui ui, ReviewViewModel model) {
        Label label = Parts.paragraph("", "check");
        label.setId("review-check");
        model.checkProperty().subscribe(check -> {
            Parts.present(label, check.state() != Check.State.PROPOSED);
            label.setText(ui.texts().of("review.check", check.state()) + (check.words().isEmpty() ? "" : "\n" + check.words()));
            label.getStyleClass().removeAll("check-good", "check-bad");
            if (check.state() == Check.State.VERIFIED) {
                label.getStyleClass().add("check-good");
            } else if (check.state() == Check.State.FAILED) {
                label.getStyleClass().add("check-bad");
            }
        });
        return label;
    }

    private static Node[] nodes(Ui ui, Envelope envelope, Consumer<String> onPlace) {
        VerdictRecord verdict = envelope.verdict();
        VBox tiers = new VBox(6);
        VerdictTier reached = Arrays.stream(VerdictTier.values()).filter(t -> t.name().equals(verdict.tier())).findFirst().orElse(VerdictTier.NONE);
        for (VerdictTier tier : VerdictTier.values()) {
            if (tier != VerdictTier.NONE) {
                tiers.getChildren().add(tier(ui, tier, tier.compareTo(reached) <= 0));
            }
        }
        GridPane facts = new GridPane(12, 6);
        if (verdict.passedBefore() + verdict.failedBefore() + verdict.passedAfter() > 0) {
            facts.addRow(0, Parts.label(ui.text("evidence.tests"), "muted"), Parts.label(ui.text("evidence.before"), "muted"),
                    Parts.label(ui.text("evidence.after"), "muted"));
            facts.addRow(1, Parts.label(ui.text("evidence.passed")), count(verdict.passedBefore()), count(verdict.passedAfter()));
            facts.addRow(2, Parts.label(ui.text("evidence.failed")), count(verdict.failedBefore()), count(verdict.failedAfter()));
            facts.addRow(3, Parts.label(ui.text("evidence.skipped")), count(0), count(verdict.skippedAfter()));
        }
        facts.addRow(4, Parts.label(ui.text("evidence.time"), "muted"), span(ui, verdict.beforeMs()), span(ui, verdict.afterMs()));
        VBox more = new VBox(6);
        verdict.testsThatHeal().stream().limit(8).forEach(test -> more.getChildren().add(test(ui, test)));
        verdict.probes().forEach(probe -> more.getChildren().add(Parts.paragraph(probe, "muted")));
        if (!verdict.isolation().isEmpty()) {
            more.getChildren().add(Parts.label(ui.text("evidence.isolation", verdict.isolation().toLowerCase(Locale.ROOT).replace('_', ' ')), "muted"));
        }
        return new Node[] {Parts.paragraph(verdict.summary()), tiers, facts, more, output(ui, "evidence.output.before", verdict.beforeOutput(), onPlace),
            output(ui, "evidence.output.after", verdict.afterOutput(), onPlace)};
    }

    /// Its own name; where it stands is said on hover.
    private static HBox test(Ui ui, String name) {
        Label label = Parts.label(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1), "code-small");
        label.setTooltip(new Tooltip(name));
        FontIcon icon = Parts.icon(Feather.CHECK);
        icon.getStyleClass().add("tier-reached");
        HBox row = Parts.row(8, icon, label);
        row.setAccessibleText(ui.text("evidence.heals", name));
        return row;
    }

    private static Label count(int number) {
        return Parts.label(String.valueOf(number));
    }

    private static Label span(Ui ui, long millis) {
        return Parts.label(millis == 0 ? "–" : ui.times().span(Duration.ofMillis(millis)));
    }

    private static HBox tier(Ui ui, VerdictTier tier, boolean reached) {
        FontIcon icon = Parts.icon(reached ? Feather.CHECK : Feather.MINUS);
        icon.getStyleClass().add(reached ? "tier-reached" : "tier-open");
        HBox row = Parts.row(8, icon, Parts.label(ui.texts().of("tier", tier), reached ? "" : "muted"));
        row.setAccessibleText(ui.text(reached ? "evidence.reached" : "evidence.open", ui.texts().of("tier", tier)));
        return row;
    }

    private static TitledPane output(Ui ui, String key, String text, Consumer<String> onPlace) {
        TitledPane fold = Parts.fold(ui.text(key), () -> OutputPane.of(ui, text, onPlace));
        Parts.present(fold, !text.isBlank());
        return fold;
    }
}
