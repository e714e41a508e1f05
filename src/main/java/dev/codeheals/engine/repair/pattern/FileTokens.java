package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.source.PythonTokenizer;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Token;
import java.util.List;

/// A file as the tokens that carry meaning, without the END.
record FileTokens(SourceFile source, List<Token> tokens) {

    static FileTokens of(SourceFile source) {
        List<Token> significant = PythonTokenizer.tokenize(source).significant();
        boolean ends = !significant.isEmpty() && significant.getLast().kind() == Token.Kind.END;
        return new FileTokens(source, ends ? significant.subList(0, significant.size() - 1) : significant);
    }

    int size() {
        return tokens.size();
    }

    Token at(int index) {
        return tokens.get(index);
    }

    boolean layoutAt(int index) {
        return index < 0 || index >= tokens.size() || Atom.layout(tokens.get(index).kind());
    }

    /// Whether white space or a comment stands between a token and the one before it on its line.
    boolean spacedAt(int index) {
        if (index <= 0 || index >= tokens.size() || layoutAt(index - 1) || layoutAt(index)) {
            return false;
        }
        return tokens.get(index).start() > tokens.get(index - 1).end();
    }

    /// The logical line a 1-based physical line belongs to, its NEWLINE included; an empty span where there is none.
    Span logicalLine(int line) {
        int from = 0;
        while (from < tokens.size()) {
            while (from < tokens.size() && Atom.layout(tokens.get(from).kind())) {
                from++;
            }
            int to = lineEnd(from);
            if (from < to && source.lineOf(tokens.get(to - 1).start()) >= line) {
                return source.lineOf(tokens.get(from).start()) <= line ? new Span(from, to) : Span.NONE;
            }
            from = to;
        }
        return Span.NONE;
    }

    /// The index after the NEWLINE of the logical line that holds a token.
    int lineEnd(int index) {
        int to = index;
        while (to < tokens.size() && tokens.get(to).kind() != Token.Kind.NEWLINE) {
            to++;
        }
        return Math.min(to + 1, tokens.size());
    }

    /// The index of the first visible token of the logical line that holds a token.
    int lineBegin(int index) {
        int from = Math.min(index, tokens.size());
        while (from > 0 && !Atom.layout(tokens.get(from - 1).kind())) {
            from--;
        }
        return from;
    }

    /// The 1-based physical line of a token; the last line past the end.
    int lineOf(int index) {
        return index < tokens.size() ? source.lineOf(tokens.get(index).start()) : source.lineCount();
    }

    /// Half-open range of token indexes.
    record Span(int from, int to) {
        static final Span NONE = new Span(0, 0);

        boolean isEmpty() {
            return from == to;
        }

        boolean holds(int index) {
            return from <= index && index < to;
        }
    }
}
