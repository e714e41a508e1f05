package dev.codeheals.engine.detect;

/// Takes terminal control sequences out of a line.
final class Ansi {
    private static final char ESC = '\u001b';
    private static final char BELL = '\u0007';

    private Ansi() {}

    /// The line as a person would see it: no colours, cursor moves, hyperlinks or other control characters.
    static String strip(String line) {
        if (clean(line)) {
            return line;
        }
        StringBuilder out = new StringBuilder(line.length());
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            int end = c == ESC ? sequenceEnd(line, at + 1) : c == '[' ? lostEscapeEnd(line, at) : at;
            if (end > at) {
                at = end;
            } else {
                if (c >= ' ' || c == '\t') {
                    out.append(c);
                }
                at++;
            }
        }
        return out.toString();
    }

    private static boolean clean(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ((c < ' ' && c != '\t') || (c == '[' && lostEscapeEnd(line, i) > i)) {
                return false;
            }
        }
        return true;
    }

    private static int sequenceEnd(String line, int at) {
        if (at >= line.length()) {
            return at;
        }
        return switch (line.charAt(at)) {
            case '[' -> controlEnd(line, at + 1);
            case ']' -> commandEnd(line, at + 1);
            default -> at + 1;
        };
    }

    private static int controlEnd(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) < '@' || line.charAt(at) > '~')) {
            at++;
        }
        return Math.min(at + 1, line.length());
    }

    private static int commandEnd(String line, int from) {
        for (int at = from; at < line.length(); at++) {
            if (line.charAt(at) == BELL) {
                return at + 1;
            }
            if (line.charAt(at) == ESC) {
                return Math.min(at + 2, line.length());
            }
        }
        return line.length();
    }

    // Copying out of a terminal or a notebook file loses the ESC byte and leaves "[0;31m" behind.
    private static int lostEscapeEnd(String line, int open) {
        int at = open + 1;
        int digits = 0;
        while (at < line.length() && at - open < 16) {
            char c = line.charAt(at);
            if (c == 'm') {
                return digits > 0 ? at + 1 : open;
            }
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c != ';') {
                return open;
            }
            at++;
        }
        return open;
    }
}
