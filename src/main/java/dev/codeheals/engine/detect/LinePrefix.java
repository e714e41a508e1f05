package dev.codeheals.engine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a logger, container, CI runner, quote or document puts before each line of a report.
///
/// The header line shows one sample of it. Times inside it change from line to line, everything else stays, so two
/// containers that write at once are told apart. Which of the possible layouts holds is known at the first frame.
final class LinePrefix {
    private static final Pattern TIME = Pattern.compile("(?<![A-Za-z_0-9])\\d{1,20}(?:[-:.,/T ]\\d{1,20}){1,9}|\\d{9,20}");
    private static final Pattern FRAME = Pattern.compile("File (?:\"|'|\u201c|&quot;|[^\\s\"']{1,300}:\\d)");
    private static final int FRAME_INDENT = 2;

    private final String sample;
    private List<Piece> pieces;
    private int indent;
    private boolean decided;

    private record Piece(String text, boolean digitsVary) {}

    /// @param fixed whether the sample is all there is to know, so that frames decide nothing
    LinePrefix(String sample, boolean fixed) {
        this.sample = sample;
        this.decided = fixed;
        this.pieces = pieces(sample);
        this.indent = sample.isBlank() ? sample.length() : 0;
    }

    /// The line without its prefix, or null if the line belongs to someone else.
    @Nullable String strip(String line) {
        if (!decided) {
            decide(line);
        }
        if (pieces.isEmpty()) {
            return unindent(line, indent);
        }
        int end = match(line);
        if (end >= 0) {
            return line.substring(end);
        }
        if (decided) {
            return null;
        }
        return unindent(line, indent);
    }

    /// Whether a line stands further left than the frames did.
    boolean dedented(String line) {
        if (!decided || !pieces.isEmpty() || indent == 0 || line.isBlank()) {
            return false;
        }
        for (int i = 0; i < indent; i++) {
            if (i >= line.length() || !Character.isWhitespace(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// Whether lines of both would look alike.
    boolean sameAs(LinePrefix other) {
        return pieces.isEmpty() || other.pieces.isEmpty() || other.match(sample) >= 0 || match(other.sample) >= 0;
    }

    private void decide(String line) {
        Matcher frame = FRAME.matcher(line);
        if (!frame.find()) {
            return;
        }
        String before = line.substring(0, frame.start());
        if (before.isBlank()) {
            decided = true;
            pieces = List.of();
            indent = Math.max(0, before.length() - FRAME_INDENT);
            return;
        }
        String mark = before.strip();
        boolean drawn = mark.equals("|") || (pieces.isEmpty() && (mark.equals(">") || mark.equals("***") || mark.equals("Stack:")));
        boolean prefixed = !pieces.isEmpty() && match(line) >= 0;
        if (drawn || prefixed) {
            decided = true;
            // Only the first line had what stood before it.
            pieces = prefixed ? pieces : List.of();
            return;
        }
        if (Character.isWhitespace(before.charAt(before.length() - 1)) && before.length() < 200 && before.indexOf('"') < 0) {
            decided = true;
            pieces = pieces(before.substring(0, before.length() - Math.min(FRAME_INDENT, trailingBlanks(before))));
        }
    }

    private static int trailingBlanks(String text) {
        return text.length() - text.stripTrailing().length();
    }

    private static List<Piece> pieces(String sample) {
        if (sample.isBlank()) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        Matcher times = TIME.matcher(sample);
        int at = 0;
        while (times.find()) {
            if (times.start() > at) {
                pieces.add(new Piece(sample.substring(at, times.start()), false));
            }
            pieces.add(new Piece(times.group(), true));
            at = times.end();
        }
        if (at < sample.length()) {
            pieces.add(new Piece(sample.substring(at), false));
        }
        return pieces;
    }

    private int match(String line) {
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            int end = piece.digitsVary ? matchTime(line, at, piece.text) : matchText(line, at, piece.text);
            if (end < 0) {
                return -1;
            }
            at = end;
        }
        return at;
    }

    private static int matchText(String line, int at, String text) {
        if (line.startsWith(text, at)) {
            return at + text.length();
        }
        // A line with nothing after the prefix usually lost the prefix's last blanks.
        String bare = text.stripTrailing();
        return line.length() == at + bare.length() && line.startsWith(bare, at) ? line.length() : -1;
    }

    private static int matchTime(String line, int from, String text) {
        int at = from;
        int i = 0;
        while (i < text.length()) {
            boolean digit = Character.isDigit(text.charAt(i));
            if (at >= line.length()) {
                return -1;
            }
            if (digit) {
                int start = at;
                while (at < line.length() && Character.isDigit(line.charAt(at))) {
                    at++;
                }
                while (i < text.length() && Character.isDigit(text.charAt(i))) {
                    i++;
                }
                if (at == start) {
                    return -1;
                }
            } else if (line.charAt(at) == text.charAt(i)) {
                at++;
                i++;
            } else {
                return -1;
            }
        }
        return at;
    }

    private static String unindent(String line, int width) {
        int at = 0;
        while (at < width && at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return line.substring(at);
    }

    @Override
    public String toString() {
        return "LinePrefix[" + sample + "]";
    }
}
