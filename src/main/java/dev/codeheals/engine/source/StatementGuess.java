package dev.codeheals.engine.source;

/// Tells whether a line that stands inside an open bracket looks like the beginning of a new statement.
///
/// @param at     offset of the first token of the line
/// @param column its column
/// @param indent column of the statement that holds the open bracket
record StatementGuess(String text, int limit, int at, int column, int indent) {

    /// True for a line that begins with a word no expression can hold. {@code class=…} is a misnamed argument, not a class.
    boolean startsWithStatementWord() {
        String word = firstWord();
        return Keywords.STATEMENT.contains(word) && !isKeywordArgument(at + word.length());
    }

    /// True when the token before cannot be followed by what stands here, or the line is laid out as a statement at the outer level.
    boolean isLikelyAfter(Token previous) {
        if (column > indent) {
            return false;
        }
        String word = firstWord();
        if (word.isEmpty()) {
            return text.charAt(at) == '@' && Identifiers.isStart(peek(at + 1)) && previous.is(",");
        }
        if (isHeader(word)) {
            return true;
        }
        if (Keywords.RESERVED.contains(word) && !isValueWord(word)) {
            return false;
        }
        return endsOperand(previous) || looksLikeAssignment();
    }

    private static boolean isValueWord(String word) {
        return word.equals("None") || word.equals("True") || word.equals("False") || word.equals("lambda") || word.equals("await")
                || word.equals("yield") || word.equals("from");
    }

    private boolean isHeader(String word) {
        return switch (word) {
            case "if", "for", "else", "async" -> Lines.lastVisible(text, at, Lines.end(text, at, limit)) == ':';
            case "from" -> lineText().contains(" import ");
            default -> false;
        };
    }

    private static boolean endsOperand(Token token) {
        return switch (token.kind()) {
            case NAME, NUMBER, STRING -> true;
            case KEYWORD -> token.is("None") || token.is("True") || token.is("False");
            case OPERATOR -> token.is(")") || token.is("]") || token.is("}");
            case NEWLINE, LINE_BREAK, COMMENT, INDENT, DEDENT, ERROR, END -> false;
        };
    }

    /// {@code name = …} with spaces round the sign, which a keyword argument is rarely written with.
    private boolean looksLikeAssignment() {
        int i = at;
        while (i < limit && (Identifiers.isPart(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        return peek(i) == ' ' && peek(i + 1) == '=' && peek(i + 2) == ' ';
    }

    private boolean isKeywordArgument(int after) {
        int i = after;
        while (peek(i) == ' ') {
            i++;
        }
        return peek(i) == '=' && peek(i + 1) != '=';
    }

    private String firstWord() {
        return text.substring(at, Identifiers.end(text, at, limit));
    }

    private char peek(int i) {
        return i < limit ? text.charAt(i) : '\0';
    }

    private String lineText() {
        return text.substring(at, Lines.end(text, at, limit));
    }

    /// Where an unclosed triple-quoted string most likely should have ended: before the first later line that begins like a definition, an
    /// import or a decorator no deeper than the statement itself; at {@code limit} where there is none.
    static int nextLikelyStatement(String text, int limit, int from, int indent) {
        int line = from;
        while (line < limit) {
            int start = line + 1;
            int i = start;
            while (i < limit && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
                i++;
            }
            int end = i;
            while (end < limit && text.charAt(end) != '\n') {
                end++;
            }
            if (i - start <= indent && isDefinition(text.substring(i, end))) {
                return line;
            }
            line = end;
        }
        return limit;
    }

    private static boolean isDefinition(String line) {
        return line.startsWith("def ") || line.startsWith("class ") || line.startsWith("async def ") || line.startsWith("import ")
                || (line.startsWith("from ") && line.contains(" import ")) || (line.startsWith("@") && line.length() > 1)
                || line.startsWith("if __name__");
    }
}
