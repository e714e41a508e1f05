package dev.codeheals.engine.source;

import dev.codeheals.engine.source.SyntaxFault.Kind;

/// Turns the white space at the beginning of logical lines into INDENT and DEDENT tokens.
final class IndentationReader {
    private final String text;
    private final int limit;
    private final TokenSink sink;
    private final Indentation levels = new Indentation();
    private int column;
    private int alternate;

    IndentationReader(String text, int limit, TokenSink sink) {
        this.text = text;
        this.limit = limit;
        this.sink = sink;
    }

    /// The column of the logical line read last.
    int column() {
        return column;
    }

    /// Reads a line's indentation; returns the offset of its first visible character. Blank and comment lines change nothing.
    int read(int lineStart) {
        int before = column;
        int pos = measure(lineStart, true);
        if (pos < limit && "\r\n#".indexOf(text.charAt(pos)) < 0) {
            indent(lineStart, pos);
        } else {
            column = before;
        }
        return pos;
    }

    void closeAll() {
        while (levels.depth() > 1) {
            levels.pop();
            sink.mark(Token.Kind.DEDENT, limit);
        }
    }

    private int measure(int lineStart, boolean report) {
        column = 0;
        alternate = 0;
        int continued = -1;
        int pos = lineStart;
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
            } else if (c == '\\' && Lines.afterBreak(text, pos + 1, limit) > pos + 1) {
                continued = continued < 0 ? column : continued;
                pos = Lines.afterBreak(text, pos + 1, limit) - 1;
            } else if (Lines.isOddSpace(c)) {
                if (report) {
                    sink.fault(Kind.BAD_CHARACTER, pos, pos + 1, -1);
                }
                column++;
                alternate++;
            } else {
                break;
            }
        }
        if (continued >= 0) {
            column = continued;
            alternate = continued;
        }
        return pos;
    }

    private void indent(int lineStart, int pos) {
        if (!levels.isConsistent(column, alternate)) {
            sink.fault(Kind.MIXED_TABS, lineStart, pos, -1);
        }
        switch (levels.compare(column)) {
            case SAME -> { }
            case DEEPER -> {
                levels.push(column, alternate);
                sink.mark(Token.Kind.INDENT, pos);
            }
            case SHALLOWER -> dedent(lineStart, pos);
        }
    }

    private void dedent(int lineStart, int pos) {
        boolean known = levels.hasLevel(column);
        if (!known) {
            sink.fault(Kind.BAD_DEDENT, lineStart, pos, -1);
        }
        while (levels.column() > column) {
            if (!known && levels.outerColumn() < column && staysInside()) {
                if (isNewLevel(pos)) {
                    levels.pop();
                    levels.push(column, alternate);
                }
                return;
            }
            levels.pop();
            sink.mark(Token.Kind.DEDENT, pos);
        }
    }

    /// A column between two levels goes to the nearer one, to the inner one at the same distance.
    private boolean staysInside() {
        return levels.column() - column <= column - levels.outerColumn();
    }

    /// Whether the lines that follow stay at the odd column too, so that it is the block that is shifted and not this one line.
    private boolean isNewLevel(int pos) {
        int lineEnd = Lines.end(text, pos, limit);
        int column = this.column;
        int alternate = this.alternate;
        int next = lineEnd;
        do {
            next = Lines.afterBreak(text, Lines.end(text, next, limit), limit);
            next = measure(next, false);
        } while (next < limit && "\r\n#".indexOf(text.charAt(next)) >= 0);
        int following = this.column;
        this.column = column;
        this.alternate = alternate;
        boolean header = Lines.lastVisible(text, pos, lineEnd) == ':';
        return following == column || (following > column && (following < levels.column() || (header && following == levels.column())));
    }
}
