package dev.codeheals.engine.source;

/// Turns the text between quotes into the characters it stands for.
final class LiteralDecoder {
    private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";

    private final String text;
    private final boolean bytes;
    private final int literalStart;
    private final StringBuilder out;
    private int pos;
    private int end;

    private LiteralDecoder(String text, boolean bytes, int literalStart, StringBuilder out) {
        this.text = text;
        this.bytes = bytes;
        this.literalStart = literalStart;
        this.out = out;
    }

    /// Appends what {@code text[start, end)} means.
    ///
    /// @param literalStart where the whole literal begins, which is what Python points at for a bad escape
    static void decode(String text, int start, int end, boolean raw, boolean bytes, int literalStart, StringBuilder out) {
        boolean plain = true;
        for (int i = start; i < end && plain; i++) {
            char c = text.charAt(i);
            plain = c != '\\' && c != '\r' && (!bytes || c < 128);
        }
        if (plain) {
            out.append(text, start, end);
            return;
        }
        new LiteralDecoder(text, bytes, literalStart, out).run(start, end, raw);
    }

    private void run(int from, int to, boolean raw) {
        pos = from;
        end = to;
        while (pos < end) {
            char c = text.charAt(pos++);
            if (bytes && c >= 128) {
                throw new Unparsed("bytes can only contain ASCII literal characters", literalStart);
            }
            if (c == '\r') {
                out.append('\n');
                skip('\n');
            } else if (c == '\\' && !raw && pos < end) {
                escape(text.charAt(pos++));
            } else {
                out.append(c);
            }
        }
    }

    private void skip(char c) {
        if (pos < end && text.charAt(pos) == c) {
            pos++;
        }
    }

    private void escape(char c) {
        switch (c) {
            case '\n' -> { }
            case '\r' -> skip('\n');
            case '\\', '\'', '"' -> out.append(c);
            case 'a' -> out.append('\u0007');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'v' -> out.append('\u000b');
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c - '0');
            case 'x' -> hex(2, "\\xXX");
            case 'u' -> unicode(c, 4, "\\uXXXX");
            case 'U' -> unicode(c, 8, "\\UXXXXXXXX");
            case 'N' -> named();
            default -> out.append('\\').append(c);
        }
    }

    private void octal(int first) {
        int value = first;
        for (int digits = 1; digits < 3 && pos < end && text.charAt(pos) >= '0' && text.charAt(pos) <= '7'; digits++) {
            value = value * 8 + text.charAt(pos++) - '0';
        }
        out.append((char) (bytes ? value & 0xFF : value));
    }

    private void unicode(char letter, int digits, String shape) {
        if (bytes) {
            out.append('\\').append(letter);
        } else {
            hex(digits, shape);
        }
    }

    private void hex(int digits, String shape) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = pos < end && text.charAt(pos) < 128 ? Character.digit(text.charAt(pos), 16) : -1;
            if (digit < 0) {
                throw bad(shape);
            }
            value = value * 16 + digit;
            pos++;
        }
        if (!Character.isValidCodePoint(value)) {
            throw bad(shape);
        }
        out.appendCodePoint(value);
    }

    private Unparsed bad(String shape) {
        return new Unparsed(bytes ? "(value error) invalid \\x escape" : "(unicode error) truncated " + shape + " escape", literalStart);
    }

    private void named() {
        int close = bytes || pos >= end || text.charAt(pos) != '{' ? -1 : text.indexOf('}', pos);
        if (bytes) {
            out.append("\\N");
            return;
        }
        if (close < 0 || close >= end) {
            throw new Unparsed("(unicode error) malformed \\N character escape", literalStart);
        }
        out.append(characterNamed(text.substring(pos + 1, close)));
        pos = close + 1;
    }

    /// Java and Python know slightly different sets of names, aliases for instance; an unknown one is kept as it is written.
    private static String characterNamed(String name) {
        boolean ideograph = name.regionMatches(true, 0, IDEOGRAPH, 0, IDEOGRAPH.length());
        try {
            if (ideograph) {
                return Character.toString(Integer.parseInt(name.substring(IDEOGRAPH.length()), 16));
            }
            return Character.toString(Character.codePointOf(name));
        } catch (IllegalArgumentException unknown) {
            return "\\N{" + name + "}";
        }
    }
}
