package dev.codeheals.cli;

/// One line at the foot of a terminal that is written over again and again. Where there is no terminal it shows nothing.
final class StatusLine {
    private static final int WIDEST = 110;
    private static final String CLEAR = "\r\u001b[K";

    private final Console console;
    private boolean shown;

    StatusLine(Console console) {
        this.console = console;
    }

    synchronized void show(String text) {
        if (console.terminal()) {
            console.err().print(CLEAR + console.faint(text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…"));
            console.err().flush();
            shown = true;
        }
    }

    /// Says something for good, above the line.
    synchronized void talk(String line) {
        clear();
        console.talk(line);
    }

    synchronized void clear() {
        if (shown) {
            console.err().print(CLEAR);
            console.err().flush();
            shown = false;
        }
    }
}
