package dev.codeheals.engine.source;

import dev.codeheals.engine.source.SyntaxFault.Kind;

/// One reading of a text into tokens.
final class TokenizerPass {
    enum Mode { STRICT, GUESSING, EXPRESSION }

    private final String text;
    private final int limit;
    private final Mode mode;
    private final TokenSink sink;
    private final BracketStack brackets;
    private final IndentationReader indentation;
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
        this.sink = new TokenSink(text, (limit - start) / 4 + 8);
        this.indentation = new IndentationReader(text, limit, sink);
    }

    /// Whether brackets were left open, closed wrongly or hold the beginning of a statement.
    boolean isUnbalanced() {
        return unbalanced;
    }

    Tokens run() {
        while (pos < limit) {
            if (atLineStart) {
                atLineStart = false;
                pos = indentation.read(pos);
            } else {
                one();
            }
        }
        finish();
        return sink.done();
    }

    private void finish() {
        unbalanced |= !brackets.isEmpty();
        reportOpen(lastEnd());
        if (hasContent && mode != Mode.EXPRESSION) {
            sink.mark(Token.Kind.NEWLINE, limit);
        }
        indentation.closeAll();
        sink.mark(Token.Kind.END, limit);
    }

    private void one() {
        char c = text.charAt(pos);
        if (c == ' ' || c == '\t' || c == '\f') {
            pos++;
        } else if (c == '\n' || c == '\r') {
            newline();
        } else if (c == '#') {
            emit(Token.Kind.COMMENT, Lines.end(text, pos, limit));
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

    private void newline() {
        int end = Lines.afterBreak(text, pos, limit);
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
        StatementGuess guess = new StatementGuess(text, limit, pos, pos - physicalLine, indentation.column());
        boolean certain = guess.startsWithStatementWord();
        if (mode == Mode.STRICT) {
            unbalanced |= certain;
            return false;
        }
        return certain || guess.isLikelyAfter(sink.previous());
    }

    private void closeAllBrackets() {
        reportOpen(sink.previous().end());
        brackets.clear();
        sink.endStatement();
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

    private int lastEnd() {
        Token previous = sink.previous();
        return previous.kind() == Token.Kind.NEWLINE && !hasContent ? limit : previous.end();
    }

    private void backslash() {
        int next = Lines.afterBreak(text, pos + 1, limit);
        if (next > pos + 1) {
            if (next == limit) {
                fault(Kind.BAD_CHARACTER, pos, pos + 1, -1);
            }
            pos = next;
            physicalLine = next;
            return;
        }
        int space = pos + 1;
        while (space < limit && (text.charAt(space) == ' ' || text.charAt(space) == '\t')) {
            space++;
        }
        if (space > pos + 1 && Lines.afterBreak(text, space, limit) > space) {
            fault(Kind.BAD_CHARACTER, pos, space, -1);
            pos = Lines.afterBreak(text, space, limit);
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
        sink.add(new Token(Keywords.RESERVED.contains(word) ? Token.Kind.KEYWORD : Token.Kind.NAME, start, end, word));
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
        int stop = triple ? StatementGuess.nextLikelyStatement(text, strings.reached(), Lines.end(text, quote, limit), indentation.column()) : strings.reached();
        fault(triple ? Kind.UNTERMINATED_TRIPLE_STRING : Kind.UNTERMINATED_STRING, start, stop, -1);
        closeSwallowed(start, stop);
        emit(Token.Kind.ERROR, stop);
    }

    /// Whatever closes the brackets of this line is most likely inside the open string, and closers at its very end belong to brackets of
    /// earlier lines as well.
    private void closeSwallowed(int start, int stop) {
        int tail = stop;
        while (tail > start && " \t)]},:;".indexOf(text.charAt(tail - 1)) >= 0) {
            tail--;
        }
        for (int i = tail; i < stop; i++) {
            if (")]}".indexOf(text.charAt(i)) >= 0 && brackets.topMatches(text.charAt(i))) {
                brackets.closeTo(text.charAt(i));
            }
        }
        brackets.dropFrom(physicalLine);
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
        if (Lines.isOddSpace(c)) {
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
        if (Tokens.isSignificant(sink.add(kind, pos, end))) {
            hasContent = true;
            continues = false;
        }
        pos = end;
    }

    private void fault(Kind kind, int start, int end, int related) {
        sink.fault(kind, start, end, related);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
