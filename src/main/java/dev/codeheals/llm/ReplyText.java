package dev.codeheals.llm;

import dev.codeheals.engine.repair.model.ModelReply;
import dev.codeheals.engine.repair.model.ReplyListener;

/// A reply as it grows.
final class ReplyText {
    /// More tokens than any call takes: a counter gone wrong must not use up the budget.
    private static final long MOST_TOKENS = 50_000_000;

    private final StringBuilder text = new StringBuilder();
    private final ReplyListener listener;
    private String model = "";
    private String refusal = "";
    private ModelReply.End end = ModelReply.End.DONE;
    private boolean complete;
    private long tokensIn = -1;
    private long tokensOut = -1;

    ReplyText(ReplyListener listener) {
        this.listener = listener;
    }

    void append(String piece) {
        if (!piece.isEmpty()) {
            text.append(piece);
            listener.text(piece);
        }
    }

    /// The model gave its reason to stop, so nothing is missing.
    void ended(ModelReply.End why) {
        end = why;
        complete = true;
    }

    /// The stream came to its mark of the end.
    void done() {
        complete = true;
    }

    void refused(String why) {
        refusal = refusal + why;
    }

    void model(String name) {
        model = name;
    }

    void tokensIn(long count) {
        tokensIn = count > MOST_TOKENS ? -1 : count;
    }

    void tokensOut(long count) {
        tokensOut = count > MOST_TOKENS ? -1 : count;
    }

    String text() {
        return text.toString();
    }

    String refusal() {
        return refusal;
    }

    String model() {
        return model;
    }

    ModelReply.End end() {
        return end;
    }

    boolean complete() {
        return complete;
    }

    long tokensIn() {
        return tokensIn;
    }

    long tokensOut() {
        return tokensOut;
    }
}
