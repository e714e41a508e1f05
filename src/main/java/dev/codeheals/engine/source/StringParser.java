package dev.codeheals.engine.source;

import dev.codeheals.engine.source.Expr.ConstantKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses string literals, adjacent ones as one, and the replacement fields of f-strings.
final class StringParser {
    private final String text;

    StringParser(String text) {
        this.text = text;
    }

    Expr parse(List<Token> literals, int depth) {
        Token first = literals.getFirst();
        int start = first.start();
        int end = literals.getLast().end();
        boolean bytes = isBytes(first);
        boolean format = false;
        for (Token literal : literals) {
            if (isBytes(literal) != bytes) {
                throw new Unparsed("cannot mix bytes and nonbytes literals", start);
            }
            format |= StringScanner.isFormat(text, literal.start(), quote(literal));
        }
        if (format) {
            return joined(literals, start, end, depth);
        }
        StringBuilder value = new StringBuilder();
        for (Token literal : literals) {
            decodeWhole(literal, bytes, value);
        }
        return new Expr.Constant(start, end, bytes ? ConstantKind.BYTES : ConstantKind.STRING, value.toString());
    }

    private boolean isBytes(Token literal) {
        return StringScanner.prefixHas(text, literal.start(), quote(literal), 'b');
    }

    private int quote(Token literal) {
        int i = literal.start();
        while (text.charAt(i) != '\'' && text.charAt(i) != '"') {
            i++;
        }
        return i;
    }

    private int quoteLength(int quote, Token literal) {
        char q = text.charAt(quote);
        boolean triple = quote + 2 < literal.end() && text.charAt(quote + 1) == q && text.charAt(quote + 2) == q
                && literal.end() - quote >= 6;
        return triple ? 3 : 1;
    }

    private void decodeWhole(Token literal, boolean bytes, StringBuilder value) {
        int quote = quote(literal);
        int length = quoteLength(quote, literal);
        boolean raw = StringScanner.prefixHas(text, literal.start(), quote, 'r');
        LiteralDecoder.decode(text, quote + length, literal.end() - length, raw, bytes, literal.start(), value);
    }

    private Expr joined(List<Token> literals, int start, int end, int depth) {
        FormatParts parts = new FormatParts();
        for (Token literal : literals) {
            int quote = quote(literal);
            int length = quoteLength(quote, literal);
            if (!StringScanner.isFormat(text, literal.start(), quote)) {
                decodeWhole(literal, false, parts.literal(literal.start(), literal.end()));
                continue;
            }
            boolean raw = StringScanner.prefixHas(text, literal.start(), quote, 'r');
            new Fields(literal, literal.end() - length, raw, depth).pieces(quote + length, false, parts, 0);
        }
        return new Expr.JoinedStr(start, end, parts.done());
    }

    /// The inside of one f-string.
    private final class Fields {
        private final Token literal;
        private final int limit;
        private final boolean raw;
        private final int depth;
        private final StringScanner scanner;

        Fields(Token literal, int limit, boolean raw, int depth) {
            this.literal = literal;
            this.limit = limit;
            this.raw = raw;
            this.depth = depth;
            this.scanner = new StringScanner(text, limit);
        }

        /// Reads literal text and fields; returns where it stopped: the end, or the closing brace of the field whose format this is.
        int pieces(int from, boolean inFormat, FormatParts parts, int nesting) {
            int i = from;
            while (i < limit) {
                char c = text.charAt(i);
                boolean doubled = !inFormat && i + 1 < limit && text.charAt(i + 1) == c;
                if ((c == '{' || c == '}') && doubled) {
                    parts.literal(i, i + 2).append(c);
                    i += 2;
                } else if (c == '{') {
                    i = field(i, parts, nesting);
                } else if (c == '}') {
                    if (inFormat) {
                        return i;
                    }
                    throw new Unparsed("f-string: single '}' is not allowed", i);
                } else {
                    int end = literalEnd(i);
                    LiteralDecoder.decode(text, i, end, raw, false, literal.start(), parts.literal(i, end));
                    i = end;
                }
            }
            return i;
        }

        private int literalEnd(int from) {
            int i = from;
            while (i < limit && text.charAt(i) != '{' && text.charAt(i) != '}') {
                i = text.charAt(i) == '\\' ? scanner.afterFormatEscape(i, raw) : i + 1;
            }
            return Math.min(i, limit);
        }

        private int field(int brace, FormatParts parts, int nesting) {
            int stop = scanner.expressionEnd(brace + 1, nesting);
            if (stop < 0) {
                throw new Unparsed("f-string: expecting '}'", brace);
            }
            Tokens tokens = PythonTokenizer.tokenizeExpression(text, brace + 1, stop);
            Cursor cursor = new Cursor(tokens.all());
            Expr value = expression(cursor, brace + 1);
            boolean debug = cursor.accept("=");
            if (!cursor.at(Token.Kind.END)) {
                throw cursor.unparsed("f-string: invalid syntax");
            }
            if (debug) {
                echo(tokens, brace + 1, stop, parts.literal(brace + 1, stop));
            }
            int i = stop;
            String conversion = null;
            if (text.charAt(i) == '!') {
                int nameEnd = Identifiers.end(text, i + 1, limit);
                conversion = conversion(i + 1, nameEnd);
                i = nameEnd;
                while (i < limit && text.charAt(i) == ' ') {
                    i++;
                }
            }
            Expr.JoinedStr format = null;
            if (i < limit && text.charAt(i) == ':') {
                FormatParts inner = new FormatParts();
                int close = pieces(i + 1, true, inner, nesting + 1);
                format = new Expr.JoinedStr(i, close, inner.done());
                i = close;
            }
            if (i >= limit || text.charAt(i) != '}') {
                throw new Unparsed("f-string: expecting '}'", Math.min(i, limit));
            }
            String shown = conversion == null && debug && format == null ? "r" : conversion;
            parts.add(new Expr.Formatted(brace, i + 1, value, shown, format));
            return i + 1;
        }

        /// The text of {@code {value=}} as the string shows it: as written, without comments.
        private void echo(Tokens tokens, int start, int stop, StringBuilder shown) {
            int from = start;
            for (Token token : tokens.all()) {
                if (token.kind() == Token.Kind.COMMENT) {
                    shown.append(text, from, token.start());
                    from = token.end();
                }
            }
            shown.append(text, from, stop);
        }

        private String conversion(int start, int end) {
            String name = text.substring(start, end);
            if (!name.equals("r") && !name.equals("s") && !name.equals("a")) {
                throw new Unparsed("f-string: invalid conversion character: expected 's', 'r', or 'a'", start);
            }
            return name;
        }

        private Expr expression(Cursor cursor, int start) {
            if (cursor.at(Token.Kind.END)) {
                throw new Unparsed("f-string: valid expression required before '}'", start);
            }
            return new ExpressionParser(text, cursor, depth + 1).yieldOrStarExpressions();
        }
    }

    /// Collects the parts of an f-string, literal text that touches becoming one constant.
    private static final class FormatParts {
        private final java.util.ArrayList<Expr> parts = new java.util.ArrayList<>();
        private @Nullable StringBuilder pending;
        private int start;
        private int end;

        StringBuilder literal(int from, int to) {
            StringBuilder text = pending;
            if (text == null || text.isEmpty()) {
                text = new StringBuilder();
                pending = text;
                start = from;
            }
            end = to;
            return text;
        }

        void add(Expr part) {
            flush();
            parts.add(part);
        }

        private void flush() {
            if (pending != null && !pending.isEmpty()) {
                parts.add(new Expr.Constant(start, end, ConstantKind.STRING, pending.toString()));
            }
            pending = null;
        }

        List<Expr> done() {
            flush();
            return List.copyOf(parts);
        }
    }
}
