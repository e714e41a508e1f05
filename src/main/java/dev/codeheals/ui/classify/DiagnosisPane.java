package dev.codeheals.ui.classify;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.detect.Traceback;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.ui.control.CodeLine;
import dev.codeheals.ui.control.Highlight;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Run;
import dev.codeheals.ui.control.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A diagnosis to read: title, badges, what it means, what to do, which rules may heal it, why this code, the frames.
public final class DiagnosisPane extends VBox {
    private final Ui ui;

    /// @param onPlace opens {@code file:line} in the user's editor
    public DiagnosisPane(Ui ui, Classified classified, Consumer<String> onPlace) {
        super(12);
        this.ui = ui;
        getStyleClass().add("diagnosis");
        Diagnosis diagnosis = classified.sealed().diagnosis();
        getChildren().addAll(Parts.paragraph(classified.explanation().title(), "page-title"),
                Parts.paragraph(said(diagnosis.exceptionType(), diagnosis.message()), "code"), badges(diagnosis),
                section("classify.means", classified.explanation().explain()), section("classify.hint", classified.explanation().hint()), rules(classified),
                section("classify.why", classified.explanation().whyThisCode()),
                section("classify.grouped", classified.explanation().groupedBecause()), detector(classified), chain(classified), frames(classified, onPlace),
                Parts.label(ui.text("classify.hash", classified.sealed().hash().substring(0, 16)), "muted", "code-small"));
    }

    private static String said(String type, String message) {
        return message.isEmpty() ? type : type + ": " + message;
    }

    private VBox rules(Classified classified) {
        VBox box = section("classify.rules", String.join(", ", classified.rules()));
        Parts.present(box, !classified.rules().isEmpty());
        return box;
    }

    private VBox detector(Classified classified) {
        String detector = classified.explanation().detector();
        VBox box = Parts.column(2, Parts.label(ui.text("classify.detector", classified.explanation().origin()), "strong"),
                Parts.paragraph(detector == null ? "" : detector, "code-small"));
        Parts.present(box, detector != null);
        return box;
    }

    private FlowPane badges(Diagnosis diagnosis) {
        FlowPane badges = new FlowPane(8, 6);
        badges.getChildren().addAll(Parts.badge(diagnosis.errorCode(), "accent"), Parts.badge(diagnosis.clusterId(), "plain"),
                Parts.badge(ui.texts().of("severity", diagnosis.severity()), kind(diagnosis.severity())),
                Parts.badge(ui.text("classify.difficulty", Certainty.digits(diagnosis.difficulty())), "plain"),
                Parts.badge(ui.text("classify.confidence", Certainty.digits(diagnosis.confidence())), "plain"));
        return badges;
    }

    private static String kind(Severity severity) {
        return switch (severity) {
            case FATAL -> "danger";
            case RECOVERABLE -> "success";
            case ENVIRONMENT -> "warning";
            case UNHEALABLE -> "plain";
        };
    }

    private VBox section(String key, String text) {
        return Parts.column(2, Parts.label(ui.text(key), "strong"), Parts.paragraph(text));
    }

    private VBox chain(Classified classified) {
        VBox box = new VBox(2);
        List<Traceback> chain = classified.failure().chain();
        if (chain.size() > 1) {
            box.getChildren().add(Parts.label(ui.text("classify.chain"), "strong"));
            chain.forEach(t -> box.getChildren().add(Parts.paragraph(said(t.exceptionType(), t.summary()), "code-small")));
        }
        Parts.present(box, chain.size() > 1);
        return box;
    }

    private VBox frames(Classified classified, Consumer<String> onPlace) {
        VBox box = new VBox(4);
        List<StackFrame> foreign = new ArrayList<>();
        for (int i = 0; i < classified.frames().size(); i++) {
            StackFrame frame = classified.frames().get(i);
            if (classified.own().get(i)) {
                fold(box, foreign, onPlace);
                box.getChildren().add(frame(frame, i == classified.innermost(), classified.excerpts().get(frame), onPlace));
            } else {
                foreign.add(frame);
            }
        }
        fold(box, foreign, onPlace);
        Parts.present(box, !box.getChildren().isEmpty());
        return Parts.column(6, Parts.label(ui.text("classify.frames"), "strong"), box);
    }

    private void fold(VBox box, List<StackFrame> foreign, Consumer<String> onPlace) {
        if (!foreign.isEmpty()) {
            List<StackFrame> hidden = List.copyOf(foreign);
            Button fold = Parts.button(ui.texts().count("classify.foreign", hidden.size()), () -> {}, "flat", "small");
            fold.setOnAction(_ -> {
                int at = box.getChildren().indexOf(fold);
                box.getChildren().remove(fold);
                hidden.reversed().forEach(frame -> box.getChildren().add(at, frame(frame, false, null, onPlace)));
            });
            box.getChildren().add(fold);
            foreign.clear();
        }
    }

    private VBox frame(StackFrame frame, boolean innermost, @Nullable Excerpt excerpt, Consumer<String> onPlace) {
        String file = frame.file() == null ? "?" : frame.file();
        Hyperlink place = new Hyperlink(file + ":" + frame.line());
        place.setOnAction(_ -> onPlace.accept(file + ":" + frame.line()));
        place.getStyleClass().add("code-small");
        HBox head = Parts.row(8, place, Parts.label(frame.function().isEmpty() ? "" : ui.text("classify.in", frame.function()), "muted"));
        if (innermost) {
            head.getChildren().add(Parts.badge(ui.text("classify.innermost"), "accent"));
        }
        VBox box = new VBox(2, head);
        String source = frame.source();
        if (excerpt != null) {
            box.getChildren().add(around(excerpt, frame));
        } else if (source != null) {
            CodeLine line = new CodeLine();
            line.show(colored(source, frame));
            box.getChildren().add(line);
        }
        box.getStyleClass().add("frame");
        return box;
    }

    private static VBox around(Excerpt excerpt, StackFrame frame) {
        VBox lines = new VBox();
        for (int i = 0; i < excerpt.lines().size(); i++) {
            int number = excerpt.first() + i;
            CodeLine code = new CodeLine();
            code.show(number == excerpt.line() ? colored(excerpt.lines().get(i), frame) : colored(excerpt.lines().get(i), 0, 0));
            HBox.setHgrow(code, Priority.ALWAYS);
            HBox row = Parts.row(0, Parts.label((number == excerpt.line() ? "▸ " : "") + number, "line-number"), code);
            row.getStyleClass().add(number == excerpt.line() ? "failing-line" : "near-line");
            lines.getChildren().add(row);
        }
        return lines;
    }

    /// The line of a frame, with what Python marked in it underlined.
    private static List<Run> colored(String source, StackFrame frame) {
        Integer column = frame.column();
        int from = column == null ? 0 : source.length() - source.stripLeading().length() + column - 1;
        return colored(source, from, from + frame.marked());
    }

    private static List<Run> colored(String source, int from, int to) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (Highlight.Span span : Highlight.python(source)) {
            stretch(runs, source, new Highlight.Span(at, span.start(), ""), from, to);
            stretch(runs, source, span, from, to);
            at = span.end();
        }
        stretch(runs, source, new Highlight.Span(at, source.length(), ""), from, to);
        return runs;
    }

    private static void stretch(List<Run> runs, String source, Highlight.Span span, int from, int to) {
        int[] cuts = {span.start(), Math.clamp(from, span.start(), span.end()), Math.clamp(to, span.start(), span.end()), span.end()};
        for (int i = 0; i < 3; i++) {
            if (cuts[i] < cuts[i + 1]) {
                runs.add(new Run(source.substring(cuts[i], cuts[i + 1]), span.style(), i == 1, ""));
            }
        }
    }
}
