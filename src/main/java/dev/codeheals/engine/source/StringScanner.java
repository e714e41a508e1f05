package dev.codeheals.engine.source;

/// Finds where a string literal ends, f-strings with nested quotes (PEP 701) included.
final class StringScanner {
    /// F-strings in f-strings beyond this are given up; CPython's own limit is 150.
    private static final int MAX_NESTING = 150;

    private final String text;
    private final int limit;
    /// F-strings that begin before this offset are read without nesting, because a nested reading has already failed up to here;
    /// without it a line of many half-open f-strings would cost quadratic time.
    private int flatBefore = -1;
    private int reached;

    StringScanner(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /// True for every run of letters that may stand before a quote.
    static boolean isPrefix(String text, int start, int end) {
        if (end - start == 0) {
            return true;
        }
        if (end - start == 1) {
            return "rRbBuUfFtT".indexOf(text.charAt(start)) >= 0;
        }
        if (end - start > 2) {
            return false;
        }
        char first = Character.toLowerCase(text.charAt(start));
        char second = Character.toLowerCase(text.charAt(start + 1));
        return (first == 'r' && "bft".indexOf(second) >= 0) || (second == 'r' && "bft".indexOf(first) >= 0);
    }

    static boolean prefixHas(String text, int start, int quote, char letter) {
        for (int i = start; i < quote; i++) {
            if (Character.toLowerCase(text.charAt(i)) == letter) {
                return true;
            }
        }
        return false;
    }

    static boolean isFormat(String text, int start, int quote) {
        return prefixHas(text, start, quote, 'f') || prefixHas(text, start, quote, 't');
    }

    boolean isTriple(int quote) {
        char q = text.charAt(quote);
        return quote + 2 < limit && text.charAt(quote + 1) == q && text.charAt(quote + 2) == q;
    }

    /// The offset after the closing quote, or -1 when the literal is not closed; then {@link #reached()} says how far it was read.
    int end(int start, int quote) {
        boolean triple = isTriple(quote);
        if (isFormat(text, start, quote) && start >= flatBefore) {
            int end = formatEnd(start, quote, 0);
            if (end >= 0) {
                return end;
            }
            flatBefore = reached;
        }
        return plainEnd(quote, triple);
    }

    /// Where the last failed reading stopped.
    int reached() {
        return reached;
    }

    private int plainEnd(int quote, boolean triple) {
        char q = text.charAt(quote);
        int i = quote + (triple ? 3 : 1);
        while (i < limit) {
            char c = text.charAt(i);
            if (c == '\\') {
                i = afterEscape(i);
            } else if (c == q && closes(i, q, triple)) {
                return i + (triple ? 3 : 1);
            } else if (!triple && (c == '\n' || c == '\r')) {
                return failed(i);
            } else {
                i++;
            }
        }
        return failed(limit);
    }

    private int failed(int at) {
        reached = Math.min(at, limit);
        return -1;
    }

    private int afterEscape(int backslash) {
        int next = backslash + 1;
        boolean windows = next + 1 < limit && text.charAt(next) == '\r' && text.charAt(next + 1) == '\n';
        return Math.min(next + (windows ? 2 : 1), limit);
    }

    private boolean closes(int i, char q, boolean triple) {
        return !triple || (i + 2 < limit && text.charAt(i + 1) == q && text.charAt(i + 2) == q);
    }

    private int formatEnd(int start, int quote, int nesting) {
        boolean triple = isTriple(quote);
        boolean raw = prefixHas(text, start, quote, 'r');
        char q = text.charAt(quote);
        int i = quote + (triple ? 3 : 1);
        while (i < limit) {
            char c = text.charAt(i);
            if (c == '\\') {
                i = afterFormatEscape(i, raw);
            } else if (c == '{') {
                i = i + 1 < limit && text.charAt(i + 1) == '{' ? i + 2 : fieldEnd(i, q, triple, nesting + 1);
                if (i < 0) {
                    return -1;
                }
            } else if (c == q && closes(i, q, triple)) {
                return i + (triple ? 3 : 1);
            } else if (!triple && (c == '\n' || c == '\r')) {
                return failed(i);
            } else {
                i++;
            }
        }
        return failed(limit);
    }

    /// After a backslash in the literal part of an f-string: braces are not escaped by it, but {@code \N{NAME}} is one unit.
    int afterFormatEscape(int backslash, boolean raw) {
        int next = backslash + 1;
        if (next < limit && (text.charAt(next) == '{' || text.charAt(next) == '}')) {
            return next;
        }
        if (!raw && next + 1 < limit && text.charAt(next) == 'N' && text.charAt(next + 1) == '{') {
            int close = next + 2;
            while (close < limit && isNameCharacter(text.charAt(close))) {
                close++;
            }
            return close < limit && text.charAt(close) == '}' ? close + 1 : next + 1;
        }
        return afterEscape(backslash);
    }

    private static boolean isNameCharacter(char c) {
        return c == ' ' || c == '-' || (c < 128 && Character.isLetterOrDigit(c));
    }

    /// The offset after the closing brace of the replacement field that opens at {@code brace}, or -1.
    private int fieldEnd(int brace, char q, boolean triple, int nesting) {
        if (nesting > MAX_NESTING) {
            return failed(brace);
        }
        int end = expressionEnd(brace + 1, nesting);
        if (end < 0) {
            return -1;
        }
        if (text.charAt(end) == '!') {
            end++;
            while (end < limit && text.charAt(end) != ':' && text.charAt(end) != '}') {
                if (text.charAt(end) == q || text.charAt(end) == '\n') {
                    return failed(end);
                }
                end++;
            }
        }
        if (end < limit && text.charAt(end) == ':') {
            return formatSpecEnd(end + 1, q, triple, nesting);
        }
        return end < limit ? end + 1 : failed(limit);
    }

    private int formatSpecEnd(int from, char q, boolean triple, int nesting) {
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            if (c == '}') {
                return i + 1;
            }
            if (c == '{') {
                i = fieldEnd(i, q, triple, nesting + 1);
                if (i < 0) {
                    return -1;
                }
            } else if ((c == q && closes(i, q, triple)) || (!triple && (c == '\n' || c == '\r'))) {
                return failed(i);
            } else {
                i++;
            }
        }
        return failed(limit);
    }

    /// The offset of the {@code !}, {@code :} or closing brace that ends the expression of a replacement field, or -1.
    int expressionEnd(int from, int nesting) {
        int depth = 0;
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = nestedEnd(from, i, nesting);
                if (i < 0) {
                    return -1;
                }
                continue;
            }
            if (c == '#') {
                i = lineEnd(i);
                continue;
            }
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (depth > 0 && (c == ')' || c == ']' || c == '}')) {
                depth--;
            } else if (c == ')' || c == ']') {
                return failed(i);
            } else if (depth == 0 && (c == '}' || c == ':' || (c == '!' && !isNotEqual(i)))) {
                return i;
            }
            i++;
        }
        return failed(limit);
    }

    private boolean isNotEqual(int i) {
        return i + 1 < limit && text.charAt(i + 1) == '=';
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < limit && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int nestedEnd(int from, int quote, int nesting) {
        int start = quote;
        while (start > from && quote - start < 3 && text.charAt(start - 1) < 128 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        if (!isPrefix(text, start, quote)) {
            start = quote;
        }
        return isFormat(text, start, quote) ? formatEnd(start, quote, nesting + 1) : plainEnd(quote, isTriple(quote));
    }
}
