package dev.codeheals.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program's output as lines of runs: ANSI colours kept, other escapes dropped, places in source made links.
public final class AnsiText {
    private static final Pattern ESCAPE = Pattern.compile("\u001B\\[([0-9;]{0,64})([A-Za-z])|\u001B\\][^\u0007\u001B]{0,256}(?:\u0007|\u001B\\\\)|\u001B.");
    private static final Pattern FRAME = Pattern.compile("File \"([^\"\\n]{1,400})\", line (\\d{1,7})");
    private static final int LONGEST = 4_000;

    private AnsiText() {}

    /// Links read {@code file:line}.
    public static List<List<Run>> lines(String output) {
        List<List<Run>> lines = new ArrayList<>();
        String style = "";
        for (String raw : output.split("\n", -1)) {
            String line = lastWritten(raw);
            List<Run> runs = new ArrayList<>();
            style = runs(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line, style, runs);
            lines.add(runs);
        }
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /// The letters alone.
    public static String plain(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }

    /// A carriage return inside a line starts it again, as progress bars do.
    private static String lastWritten(String raw) {
        String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
        return line.substring(line.lastIndexOf('\r') + 1);
    }

    private static String runs(String line, String before, List<Run> runs) {
        String style = before;
        int from = 0;
        Matcher escape = ESCAPE.matcher(line);
        while (escape.find()) {
            add(line.substring(from, escape.start()), style, runs);
            if ("m".equals(escape.group(2))) {
                style = style(escape.group(1), style);
            }
            from = escape.end();
        }
        add(line.substring(from), style, runs);
        return style;
    }

    private static void add(String text, String style, List<Run> runs) {
        int from = 0;
        Matcher frame = FRAME.matcher(text);
        while (frame.find()) {
            plain(text.substring(from, frame.start()), style, runs);
            runs.add(new Run(frame.group(), style, false, frame.group(1) + ":" + frame.group(2)));
            from = frame.end();
        }
        plain(text.substring(from), style, runs);
    }

    private static void plain(String text, String style, List<Run> runs) {
        if (!text.isEmpty()) {
            StringBuilder shown = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\t') {
                    shown.append(" ".repeat(8 - shown.length() % 8));
                } else if (!Character.isISOControl(c)) {
                    shown.append(c);
                }
            }
            runs.add(Run.styled(shown.toString(), style));
        }
    }

    private static String style(String codes, String before) {
        String style = before;
        for (String code : codes.split(";", -1)) {
            style = switch (code) {
                case "", "0", "39" -> "";
                case "30", "31", "32", "33", "34", "35", "36", "37" -> "ansi-" + code.charAt(1);
                case "90", "91", "92", "93", "94", "95", "96", "97" -> "ansi-" + code.charAt(1);
                default -> style;
            };
        }
        return style;
    }
}
