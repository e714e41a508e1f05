package dev.codeheals.ui.review;

import dev.codeheals.ui.control.Highlight;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.task.Pause;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The old text at the left, the new one at the right to be edited; what is typed is handed on once the user pauses.
final class EditPane extends BorderPane {
    private static final Duration PAUSE = Duration.ofMillis(400);
    private final CodeArea right;
    private final Consumer<String> typed;
    private final Pause pause;

    EditPane(Ui ui, FileReview file, Runnable done, Consumer<String> typed) {
        this.typed = typed;
        getStyleClass().add("edit-pane");
        CodeArea left = area(file.base());
        left.setEditable(false);
        left.setAccessibleText(ui.text("review.edit.old"));
        right = area(file.fresh());
        right.setId("review-editor");
        right.setAccessibleText(ui.text("review.edit.new"));
        pause = new Pause(PAUSE, this::handOn);
        right.textProperty().addListener((_, _, _) -> pause.request());
        VirtualizedScrollPane<CodeArea> leftScroll = new VirtualizedScrollPane<>(left);
        VirtualizedScrollPane<CodeArea> rightScroll = new VirtualizedScrollPane<>(right);
        SplitPane split = new SplitPane(leftScroll, rightScroll);
        setCenter(split);
        Label hint = Parts.paragraph(ui.text("review.edit.hint"), "muted");
        HBox.setHgrow(hint, Priority.ALWAYS);
        HBox bar = Parts.row(8, hint, Parts.button(ui.text("review.edit.done"), () -> {
            finish();
            done.run();
        }));
        hint.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("edit-bar");
        setTop(bar);
    }

    /// Hands on what was typed, at once.
    void finish() {
        pause.forget();
        typed.accept(right.getText());
    }

    void focusEditor(int line) {
        right.moveTo(Math.clamp(line, 0, Math.max(0, right.getParagraphs().size() - 1)), 0);
        right.requestFollowCaret();
        right.requestFocus();
    }

    private void handOn() {
        right.setStyleSpans(0, spans(right.getText()));
        typed.accept(right.getText());
    }

    private static CodeArea area(String text) {
        CodeArea area = new CodeArea(text);
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.getUndoManager().forgetHistory();
        if (!text.isEmpty()) {
            area.setStyleSpans(0, spans(text));
        }
        area.moveTo(0);
        return area;
    }

    private static StyleSpans<Collection<String>> spans(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int at = 0;
        for (Highlight.Span span : Highlight.python(text)) {
            spans.add(List.of(), span.start() - at);
            spans.add(List.of(span.style()), span.end() - span.start());
            at = span.end();
        }
        spans.add(List.of(), text.length() - at);
        return spans.create();
    }
}
