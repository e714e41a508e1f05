package dev.codeheals.ui.failure;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.ui.classify.DiagnosisPane;
import dev.codeheals.ui.control.ConfidenceBar;
import dev.codeheals.ui.control.DiffText;
import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.OutputPane;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.control.Sparkline;
import dev.codeheals.ui.control.Ui;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One failure in plain words, its frames, and its attempts as a story.
public final class FailureView extends BorderPane {
    private final Ui ui;
    private final FailureViewModel model;
    private final Navigator navigator;
    private final Consumer<String> onPlace;
    private final BooleanProperty explained = new SimpleBooleanProperty();

    public FailureView(Ui ui, FailureViewModel model, Navigator navigator, Consumer<String> onPlace) {
        this.ui = ui;
        this.navigator = navigator;
        this.onPlace = onPlace;
        getStyleClass().addAll("failure", "screen");
        this.model = model;
        model.storyProperty().subscribe(this::show);
    }

    private void show(FailureViewModel.@Nullable Story story) {
        if (story == null) {
            return;
        }
        Button back = Parts.button(ui.text("failure.back"), () -> navigator.open(Screen.LIVE), "flat");
        back.setGraphic(Parts.icon(Feather.ARROW_LEFT));
        Button review = Parts.button(ui.text("live.review"), () -> navigator.review(story.envelope().envelopeId()), "accent");
        Parts.present(review, story.envelope().outcome() == Outcome.PROPOSED);
        ToggleButton explain = new ToggleButton(ui.text("failure.explain"), Parts.icon(Feather.BOOK_OPEN));
        explain.setId("failure-explain");
        explain.selectedProperty().bindBidirectional(explained);
        HBox head = Parts.row(8, back, neighbour("failure.older", Feather.CHEVRON_LEFT, story.older()),
                neighbour("failure.newer", Feather.CHEVRON_RIGHT, story.newer()), Parts.spacer(), explain, review);
        head.getStyleClass().add("screen-head");
        setTop(head);
        VBox left = new VBox(16, learner(story), diagnosis(story), raw(story));
        VBox right = new VBox(16, attempts(story), seen(story), grouping(story), similar(story));
        right.setMinWidth(300);
        right.setPrefWidth(380);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        left.setPrefWidth(520);
        HBox columns = new HBox(24, left, right);
        columns.getStyleClass().add("beside-bar");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        setCenter(scroll);
    }

    private VBox learner(FailureViewModel.Story story) {
        VBox card = new VBox(8, Parts.label(ui.text("failure.explain.title"), "heading"));
        List<String> steps = LearnerStory.of(ui.texts(), story);
        for (int i = 0; i < steps.size(); i++) {
            Label number = Parts.badge(String.valueOf(i + 1), "accent");
            number.setMinWidth(USE_PREF_SIZE);
            Label words = Parts.paragraph(steps.get(i));
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = Parts.row(12, number, words);
            row.setAlignment(Pos.TOP_LEFT);
            card.getChildren().add(row);
        }
        card.getStyleClass().add("card");
        card.setId("failure-story");
        explained.subscribe(shown -> Parts.present(card, shown));
        return card;
    }

    private Node diagnosis(FailureViewModel.Story story) {
        if (story.classified() != null) {
            return new DiagnosisPane(ui, story.classified(), onPlace);
        }
        Diagnosis diagnosis = story.envelope().sealed().diagnosis();
        return new VBox(12, Parts.paragraph(diagnosis.exceptionType() + ": " + diagnosis.message(), "page-title"),
                Parts.row(8, Parts.badge(diagnosis.errorCode(), "accent"), Parts.badge(diagnosis.clusterId(), "plain")),
                Parts.paragraph(diagnosis.hint()));
    }

    /// Leads to the time this kind was seen before, or after.
    private Button neighbour(String key, Feather icon, @Nullable String envelopeId) {
        Button button = Parts.button(ui.text(key), () -> navigator.failure(String.valueOf(envelopeId)), "flat");
        button.setId(key.replace('.', '-'));
        button.setGraphic(Parts.icon(icon));
        button.setDisable(envelopeId == null);
        return button;
    }

    /// What was printed, as it was printed.
    private TitledPane raw(FailureViewModel.Story story) {
        TitledPane raw = Parts.fold(ui.text("failure.raw"), () -> OutputPane.of(ui, story.envelope().verdict().beforeOutput(), onPlace));
        raw.setId("failure-raw");
        Parts.present(raw, !story.envelope().verdict().beforeOutput().isBlank());
        return raw;
    }

    private VBox attempts(FailureViewModel.Story story) {
        VBox box = new VBox(10, Parts.label(ui.text("failure.attempts"), "heading"));
        story.attempts().forEach(attempt -> box.getChildren().add(attempt(attempt)));
        return box;
    }

    private VBox attempt(Envelope attempt) {
        ConfidenceBar bar = new ConfidenceBar(ui.texts());
        bar.show(attempt.confidence());
        String title = attempt.fixDescription().isEmpty() ? ui.text("failure.noFix") : attempt.fixDescription();
        VBox box = new VBox(6, Parts.row(8, new Mark(ui.texts(), MarkKind.of(attempt)), Parts.paragraph(title, "strong")), bar,
                Parts.paragraph(ui.text("others.line", attempt.attempt(), attempt.source(), attempt.candidatesTried()), "muted"),
                Parts.paragraph(attempt.reason()), Parts.label(ui.texts().of("outcome", attempt.outcome()), "muted"));
        if (!attempt.fixDiff().isBlank()) {
            box.getChildren().add(Parts.fold(ui.text("failure.diff"), () -> new DiffText(attempt.fixDiff())));
        }
        box.getStyleClass().add("card");
        return box;
    }

    private VBox seen(FailureViewModel.Story story) {
        long total = story.days().values().stream().mapToLong(Long::longValue).sum();
        Sparkline curve = new Sparkline(ui, new Dimension2D(240, 36));
        curve.show(story.days().values().stream().mapToDouble(Long::doubleValue).toArray());
        return new VBox(6, Parts.label(ui.text("failure.seen"), "heading"), Parts.paragraph(ui.texts().count("failure.times", total) + span(story), "muted"), curve);
    }

    private String span(FailureViewModel.Story story) {
        if (story.days().size() < 2) {
            return "";
        }
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(ui.texts().locale());
        List<LocalDate> days = List.copyOf(story.days().keySet());
        return " " + ui.text("failure.span", day.format(days.getFirst()), day.format(days.getLast()));
    }

    private VBox similar(FailureViewModel.Story story) {
        VBox box = new VBox(2, Parts.label(ui.text("failure.similar"), "heading"));
        story.similar().forEach(row -> box.getChildren().add(line(row, story)));
        if (story.similar().isEmpty()) {
            box.getChildren().add(Parts.label(ui.text("failure.similar.none"), "muted"));
        }
        return box;
    }

    /// What the user may say about which failures count as one kind.
    private VBox grouping(FailureViewModel.Story story) {
        String file = story.envelope().sealed().diagnosis().file();
        Button split = Parts.button(ui.text("failure.split", file == null ? "" : file), model::split, "small");
        split.setId("failure-split");
        Parts.present(split, file != null && !story.regrouped());
        Button reset = Parts.button(ui.text("failure.regroup.reset"), model::reset, "small");
        reset.setId("failure-regroup-reset");
        Parts.present(reset, story.regrouped());
        Label words = Parts.paragraph(ui.text("failure.grouping.words", story.cluster()), "muted");
        words.setId("failure-cluster");
        return new VBox(6, Parts.label(ui.text("failure.grouping"), "heading"), words, Parts.row(8, split, reset));
    }

    private Node line(EnvelopeRow row, FailureViewModel.Story story) {
        Button open = line(row);
        HBox.setHgrow(open, Priority.ALWAYS);
        Button merge = Parts.button(ui.text("failure.merge"), () -> model.merge(row.clusterId()), "small");
        merge.setAccessibleText(ui.text("failure.merge") + ": " + row.clusterId());
        Parts.present(merge, !row.clusterId().equals(story.cluster()));
        return Parts.row(4, open, merge);
    }

    private Button line(EnvelopeRow row) {
        HBox content = Parts.row(8, new Mark(ui.texts(), MarkKind.of(row.decision(), row.outcome())), Parts.label(row.clusterId(), "code-small"),
                Parts.spacer(), ui.ago(row.createdAt()));
        return Parts.lineButton(content, () -> navigator.failure(row.envelopeId()), row.clusterId());
    }
}
