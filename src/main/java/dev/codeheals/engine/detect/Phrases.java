package dev.codeheals.engine.detect;

import java.util.regex.Pattern;

/// The fixed sentences and rulers that Python and its test runners print, and lines that end a message.
final class Phrases {
    private static final Pattern LOG_LINE = Pattern.compile(
            "(?:\\[?\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]|\\[?\\d\\d:\\d\\d:\\d\\d|(?:DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL)(?:[:\\s\\]]|$)|\\[(?:DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL)|\\[?(?:[A-Z][a-z]{2} ){1,2}[ \\d]\\d \\d\\d:\\d\\d:\\d\\d |\\S{1,200}\\.pyx?:\\d{1,7}: |(?:\\([\\w.-]{1,60}\\) )?[\\w.-]{1,60}@[\\w.-]{1,60}:\\S{0,200}[$#](?: |$)).*",
            Pattern.DOTALL);
    private static final String[] ENDERS = {">>> ", "In [", "Out[", "$ ", "```", "~~~", "Process finished with exit code", "[Finished in", "make: *** ", "make[", "npm ERR",
            "##[", "Exception ignored ", "Exception in thread", "Segmentation fault", "Aborted", "Fatal Python error", "Cell In", "ERROR conda", "error: subprocess-exited",
            "The command '", "The command \"", "exited with code", "Exited with code", "Command exited", "END RequestId", "REPORT RequestId", "--- Logging error ---", "Uncaught exception. Entering post mortem", "The full traceback has been saved", "Call stack:", "Sentry is attempting", "During handling of the", "The above exception", "Exception Type:", "Exception Location:", "Request Method:"};

    private Phrases() {}

    static boolean isDuring(String text) {
        return text.startsWith("During handling of the above exception");
    }

    static boolean isCause(String text) {
        return text.startsWith("The above exception ") && text.contains("direct cause of the following exception");
    }

    /// A place where a person or a document left frames out.
    static boolean isElision(String text) {
        if (text.length() > 60 || text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        if (first == '.' || first == '[' || first == '<' || first == '(' || first == '\u2026' || first == '#' || first == '*') {
            return text.startsWith("...") || text.startsWith("[...") || text.startsWith("(...") || text.startsWith("\u2026") || text.startsWith("[\u2026")
                    || text.startsWith("<...") || text.startsWith("<snip") || text.startsWith("[snip") || text.startsWith("..") || text.startsWith("# ...");
        }
        return text.equals("snip") || text.equals("--snip--");
    }

    static boolean isMarkers(String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '^' && c != '~' && c != ' ' && c != '\t') {
                return false;
            }
        }
        return true;
    }

    /// A ruler of at least ten equal signs or the like, with or without a caption.
    static boolean isRuler(String text, char c) {
        return text.length() >= 10 && text.charAt(0) == c && text.charAt(1) == c && text.charAt(2) == c && text.charAt(text.length() - 1) == c;
    }

    /// Whether a line after an exception can no longer be part of its message.
    static boolean endsMessage(String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (String ender : ENDERS) {
            if (text.startsWith(ender)) {
                return true;
            }
        }
        return text.equals(">>>") || text.equals("Stdout:") || text.equals("Stderr:") || text.contains("Traceback (") || isRuler(text, '=') || isRuler(text, '-') || isRuler(text, '*') || isRuler(text, '_')
                || LOG_LINE.matcher(text).matches();
    }
}
