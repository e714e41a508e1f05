package dev.codeheals.engine.source;

import dev.codeheals.engine.source.SyntaxFault.Kind;
import java.util.ArrayList;
import java.util.List;

/// One reading of a text into tokens.
final class TokenizerPass {
    enum Mode { STRICT, GUESSING, EXPRESSION }

    private static final String[] SINGLE = new String[128];

    static {
        for (char c = 0; c < 128; c++) {
            SINGLE[c] = String.valueOf(c);
        }
    }

    private final String text;
    private final int limit;
    private final Mode mode;
    private final List<Token> tokens;
    private final List<SyntaxFault> faults = new ArrayList<>();
    private final BracketStack brackets;
    private final Indentation indentation = new Indentation();
    private final StringScanner strings;
    private final NumberScanner numbers;
    private int pos;
    private boolean atLineStart;
    /// Whether the logical line has a token yet.
    private boolean hasContent;
    /// Whether the next token is the first on a line that begins inside brackets.
    private boolean continues;
    private boolean unbalanced;
    private int physicalLine;
    private int logicalIndent;

    TokenizerPass(String text, int start, int limit, Mode mode) {
        this.text = text;
        this.pos = start;
        this.physicalLine = start;
        this.limit = limit;
        this.mode = mode;
        this.atLineStart = mode != Mode.EXPRESSION;
        this.brackets = new BracketStack(text);
        this.strings = new StringScanner(text, limit);
        this.numbers = new NumberScanner(text, limit);
        this.tokens = new ArrayList<>((limit - start) / 4 + 8);
    }

    /// Whether brackets were left open, closed wrongly or hold the beginning of a statement.
    boolean isUnbalanced() {
        return unbalanced;
    }

    Tokens run() {
        while (pos < limit) {
            if (atLineStart) {
                atLineStart = false;
                indentation();
            } else {
                one();
            }
        }
        finish();
        return new Tokens(tokens, faults);
    }

    private void finish() {
        unbalanced |= !brackets.isEmpty();
        reportOpen(lastEnd());
        if (hasContent && mode != Mode.EXPRESSION) {
            tokens.add(new Token(Token.Kind.NEWLINE, limit, limit, ""));
        }
        while (indentation.depth() > 1) {
            indentation.pop();
            tokens.add(new Token(Token.Kind.DEDENT, limit, limit, ""));
        }
        tokens.add(new Token(Token.Kind.END, limit, limit, ""));
    }

    private void one() {
        char c = text.charAt(pos);
        if (c == ' ' || c == '\t' || c == '\f') {
            pos++;
        } else if (c == '\n' || c == '\r') {
            newline();
        } else if (c == '#') {
            emit(Token.Kind.COMMENT, lineEnd(pos));
        } else if (c == '\\') {
            backslash();
        } else if (continues && beginsStatement()) {
            closeAllBrackets();
        } else {
            continues = false;
            visible(c);
        }
    }

    private void visible(char c) {
        if (Identifiers.isStart(c < 128 ? c : text.codePointAt(pos))) {
            word();
        } else if (isDigit(c) || (c == '.' && pos + 1 < limit && isDigit(text.charAt(pos + 1)))) {
            number();
        } else if (c == '"' || c == '\'') {
            string(pos);
        } else {
            operator(c);
        }
    }

    private void indentation() {
        int column = 0;
        int alternate = 0;
        int continued = -1;
        for (; pos < limit; pos++) {
            char c = text.charAt(pos);
            if (c == ' ') {
                column++;
                alternate++;
            } else if (c == '\t') {
                column = (column / 8 + 1) * 8;
                alternate++;
            } else if (c == '\f') {
                column = 0;
                alternate = 0;
            } else if (c == '\\' && afterNewline(pos + 1) > pos + 1) {
                continued = continued < 0 ? column : continued;
                pos = afterNewline(pos + 1) - 1;
            } else if (isOddSpace(c)) {
                fault(Kind.BAD_CHARACTER, pos, pos + 1, -1);
                column++;
                alternate++;
            } else {
                break;
            }
        }
        if (pos < limit && "\r\n#".indexOf(text.charAt(pos)) < 0) {
            column = continued >= 0 ? continued : column;
            indentTo(column, continued >= 0 ? continued : alternate);
        }
    }

    private void indentTo(int column, int alternate) {
        logicalIndent = column;
        if (!indentation.isConsistent(column, alternate)) {
            fault(Kind.MIXED_TABS, physicalLine, pos, -1);
        }
        switch (indentation.compare(column)) {
            case SAME -> { }
            case DEEPER -> {
                indentation.push(column, alternate);
                mark(Token.Kind.INDENT);
            }
            case SHALLOWER -> dedentTo(column);
        }
    }

    /// A column between two levels goes to the nearer one, to the inner one at the same distance.
    private void dedentTo(int column) {
        boolean known = indentation.hasLevel(column);
        if (!known) {
            fault(Kind.BAD_DEDENT, physicalLine, pos, -1);
        }
        while (indentation.column() > column) {
            boolean inner = !known && indentation.outerColumn() < column
                    && indentation.column() - column <= column - indentation.outerColumn();
            if (inner) {
                return;
            }
            indentation.pop();
            mark(Token.Kind.DEDENT);
        }
    }

    private void mark(Token.Kind kind) {
        tokens.add(new Token(kind, pos, pos, ""));
    }

    private void newline() {
        int end = afterNewline(pos);
        boolean logical = hasContent && brackets.isEmpty() && mode != Mode.EXPRESSION;
        emit(logical ? Token.Kind.NEWLINE : Token.Kind.LINE_BREAK, end);
        physicalLine = end;
        if (brackets.isEmpty() && mode != Mode.EXPRESSION) {
            hasContent = false;
            atLineStart = true;
        } else {
            continues = mode != Mode.EXPRESSION;
        }
    }

    /// A line inside brackets that cannot continue the expression. Reserved statement words settle it; the other signs are guesses, taken
    /// only when the brackets of the file are known not to balance.
    private boolean beginsStatement() {
        StatementGuess guess = new StatementGuess(text, limit, pos, pos - physicalLine, logicalIndent);
        boolean certain = guess.startsWithStatementWord();
        if (mode == Mode.STRICT) {
            unbalanced |= certain;
            return false;
        }
        return certain || guess.isLikelyAfter(previous());
    }

    private void closeAllBrackets() {
        int index = tokens.size() - 1;
        while (!Tokens.isSignificant(tokens.get(index))) {
            index--;
        }
        reportOpen(tokens.get(index).end());
        brackets.clear();
        while (tokens.get(index).kind() != Token.Kind.LINE_BREAK) {
            index++;
        }
        Token line = tokens.get(index);
        tokens.set(index, new Token(Token.Kind.NEWLINE, line.start(), line.end(), line.text()));
        hasContent = false;
        continues = false;
        atLineStart = true;
        pos = physicalLine;
    }

    private void reportOpen(int end) {
        for (int i = 0; i < brackets.size(); i++) {
            fault(Kind.UNCLOSED_BRACKET, brackets.offset(i), brackets.offset(i) + 1, end);
        }
    }

    private Token previous() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (Tokens.isSignificant(tokens.get(i))) {
                return tokens.get(i);
            }
        }
        return new Token(Token.Kind.NEWLINE, 0, 0, "");
    }

    private int lastEnd() {
        return previous().kind() == Token.Kind.NEWLINE && !hasContent ? limit : previous().end();
    }

    private void backslash() {
        int next = afterNewline(pos + 1);
        if (next > pos + 1) {
            pos = next;
            physicalLine = next;
            return;
        }
        int space = pos + 1;
        while (space < limit && (text.charAt(space) == ' ' || text.charAt(space) == '\t')) {
            space++;
        }
        if (space > pos + 1 && afterNewline(space) > space) {
            fault(Kind.BAD_CHARACTER, pos, space, -1);
            pos = afterNewline(space);
            physicalLine = pos;
        } else {
            bad(pos + 1);
        }
    }

    private void word() {
        int start = pos;
        int end = Identifiers.end(text, pos, limit);
        boolean quoted = end < limit && (text.charAt(end) == '"' || text.charAt(end) == '\'');
        if (quoted && StringScanner.isPrefix(text, start, end)) {
            string(end);
            return;
        }
        String word = text.substring(start, end);
        pos = end;
        hasContent = true;
        tokens.add(new Token(Keywords.RESERVED.contains(word) ? Token.Kind.KEYWORD : Token.Kind.NAME, start, end, word));
    }

    private void number() {
        int start = pos;
        int end = numbers.end(pos);
        if (!numbers.valid()) {
            fault(Kind.BAD_NUMBER, start, end, -1);
        }
        emit(numbers.valid() ? Token.Kind.NUMBER : Token.Kind.ERROR, end);
    }

    private void string(int quote) {
        int start = pos;
        int end = strings.end(start, quote);
        if (end >= 0) {
            emit(Token.Kind.STRING, end);
            physicalLine = lineStartWithin(start, end);
            return;
        }
        boolean triple = strings.isTriple(quote);
        int stop = triple ? StatementGuess.nextLikelyStatement(text, strings.reached(), lineEnd(quote), logicalIndent) : strings.reached();
        fault(triple ? Kind.UNTERMINATED_TRIPLE_STRING : Kind.UNTERMINATED_STRING, start, stop, -1);
        // Whatever closes the brackets of this line is most likely inside the open string.
        brackets.dropFrom(physicalLine);
        emit(Token.Kind.ERROR, stop);
    }

    /// The beginning of the line that holds {@code end}, when that line begins after {@code start}.
    private int lineStartWithin(int start, int end) {
        for (int i = end - 1; i > start; i--) {
            if (text.charAt(i) == '\n') {
                return i + 1;
            }
        }
        return physicalLine;
    }

    private void operator(char c) {
        int length = Operators.length(text, pos, limit);
        if (length == 0) {
            badCharacter(c);
            return;
        }
        switch (c) {
            case '(', '[', '{' -> brackets.push(pos);
            case ')', ']', '}' -> {
                if (!closes(c)) {
                    return;
                }
            }
            default -> { }
        }
        emit(Token.Kind.OPERATOR, pos + length);
    }

    private boolean closes(char c) {
        if (brackets.topMatches(c)) {
            brackets.closeTo(c);
            return true;
        }
        unbalanced = true;
        if (brackets.isEmpty()) {
            fault(Kind.UNMATCHED_CLOSER, pos, pos + 1, -1);
            emit(Token.Kind.ERROR, pos + 1);
            return false;
        }
        fault(Kind.MISMATCHED_BRACKET, pos, pos + 1, brackets.top());
        brackets.closeTo(c);
        return true;
    }

    private void badCharacter(char c) {
        if (isOddSpace(c)) {
            fault(Kind.BAD_CHARACTER, pos, pos + 1, -1);
            pos++;
        } else {
            bad(pos + Character.charCount(text.codePointAt(pos)));
        }
    }

    private void bad(int end) {
        int stop = Math.min(end, limit);
        fault(Kind.BAD_CHARACTER, pos, stop, -1);
        emit(Token.Kind.ERROR, stop);
    }

    private void emit(Token.Kind kind, int end) {
        String content = end - pos == 1 && text.charAt(pos) < 128 ? SINGLE[text.charAt(pos)] : text.substring(pos, end);
        Token token = new Token(kind, pos, end, content);
        hasContent |= Tokens.isSignificant(token);
        tokens.add(token);
        pos = end;
    }

    private void fault(Kind kind, int start, int end, int related) {
        faults.add(new SyntaxFault(kind, start, end, related));
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < limit && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /// The offset after the line separator at {@code at}; {@code at} itself where there is none.
    private int afterNewline(int at) {
        if (at < limit && text.charAt(at) == '\r') {
            return at + 1 < limit && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
        }
        return at < limit && text.charAt(at) == '\n' ? at + 1 : at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// White space Python does not accept between tokens: no-break space, zero-width space, a byte-order mark and the like.
    private static boolean isOddSpace(char c) {
        return c >= 128 && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT || c == '\u0085');
    }
}
