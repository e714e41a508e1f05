package dev.codeheals.engine.repair.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds private keys in PEM form, over several lines or with {@code \n} written out, whole or cut.
final class PemBlocks {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern END = Pattern.compile("-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern BODY_LINE = Pattern.compile("[ \\t\"'rRbBfu+(,]{0,20}(?:[A-Za-z0-9+/=\\-]{8,200}|[A-Za-z-]{2,20}: [^\\r\\n]{1,80})?(?:\\\\[nr])*[\"'\\\\ \\t),]{0,6}");
    private static final int LONGEST = 20_000;

    private PemBlocks() {}

    static List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (from < text.length() && begin.find(from)) {
            Matcher end = END.matcher(text).region(begin.end(), Math.min(text.length(), begin.end() + LONGEST));
            int to = end.find() ? end.end() : cut(text, begin.end());
            found.add(new Span(begin.start(), to, "SECRET"));
            from = to;
        }
        return found;
    }

    /// Without an end the key goes on as long as lines look like parts of it.
    private static int cut(String text, int from) {
        int to = lineEnd(text, from);
        while (to < text.length() && to - from < LONGEST) {
            int next = lineEnd(text, to + 1);
            if (next == to + 1 || !BODY_LINE.matcher(text.substring(to + 1, next)).matches()) {
                break;
            }
            to = next;
        }
        return to;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', Math.min(from, text.length()));
        return end < 0 ? text.length() : end;
    }
}
