package dev.codeheals.engine.source;

import dev.codeheals.engine.source.SyntaxFault.Kind;
import java.util.ArrayList;
import java.util.List;

/// What the statement parser does where a line does not fit, and the faults it found.
final class Recovery {
    private final Cursor cursor;
    private final int[] known;
    private final List<SyntaxFault> faults = new ArrayList<>();

    Recovery(Cursor cursor, Tokens tokens) {
        this.cursor = cursor;
        this.known = tokens.faults().stream().mapToInt(SyntaxFault::start).sorted().toArray();
    }

    List<SyntaxFault> faults() {
        return faults;
    }

    void fault(Kind kind, int start, int end, int related) {
        faults.add(new SyntaxFault(kind, start, end, related));
    }

    /// Gives up the rest of the line and makes one broken statement of it. The fault is reported unless the tokenizer has already reported
    /// one in this line, which then is its cause.
    Stmt.Broken line(int start, Unparsed reason) {
        Token bad = cursor.peek();
        int end = Math.max(start, cursor.lastEnd());
        while (!endsLine(cursor.peek())) {
            end = cursor.next().end();
        }
        if (cursor.at(Token.Kind.NEWLINE)) {
            cursor.next();
        }
        if (!isKnown(start, end)) {
            boolean here = bad.start() == reason.at() && bad.end() > bad.start() && bad.kind() != Token.Kind.NEWLINE;
            fault(Kind.NOT_A_STATEMENT, reason.at(), here ? bad.end() : reason.at(), -1);
        }
        return new Stmt.Broken(start, end, reason.reason(), reason.at());
    }

    private static boolean endsLine(Token token) {
        return switch (token.kind()) {
            case NEWLINE, INDENT, DEDENT, END -> true;
            case NAME, KEYWORD, NUMBER, STRING, OPERATOR, LINE_BREAK, COMMENT, ERROR -> false;
        };
    }

    private boolean isKnown(int start, int end) {
        int found = java.util.Arrays.binarySearch(known, start);
        int next = found >= 0 ? found : -found - 1;
        return next < known.length && known[next] <= end;
    }
}
