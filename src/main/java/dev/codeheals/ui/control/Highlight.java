package dev.codeheals.ui.control;

import dev.codeheals.engine.source.PythonTokenizer;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;

/// The coloured stretches of a Python text, in order, without gaps in meaning: what is not listed is plain.
public final class Highlight {
    private static final String KEYWORD = "code-keyword";
    private static final String STRING = "code-string";
    private static final String COMMENT = "code-comment";
    private static final String NUMBER = "code-number";
    private static final String NAME = "code-name";

    private Highlight() {}

    /// @param start offset of the first char
    /// @param end   offset after the last
    /// @param style style class
    public record Span(int start, int end, String style) {}

    public static List<Span> python(String text) {
        List<Span> spans = new ArrayList<>();
        boolean defines = false;
        for (Token token : PythonTokenizer.tokenize(text).all()) {
            String style = switch (token.kind()) {
                case KEYWORD -> KEYWORD;
                case STRING -> STRING;
                case COMMENT -> COMMENT;
                case NUMBER -> NUMBER;
                case NAME -> defines ? NAME : "";
                case OPERATOR -> token.is("@") ? NAME : "";
                case NEWLINE, LINE_BREAK, INDENT, DEDENT, ERROR, END -> "";
            };
            if (!style.isEmpty()) {
                spans.add(new Span(token.start(), token.end(), style));
            }
            defines = token.is("def") || token.is("class");
        }
        return spans;
    }
}
