package dev.codeheals.engine.detect;

/// A report's own text in bounded space: its beginning and its end.
final class Excerpt {
    private static final int HEAD = 6 * 1024;
    private static final int TAIL = 6 * 1024;
    private static final int SLACK = 3 * 1024;
    private static final int LONGEST_LINE = 1_000;

    private final StringBuilder head = new StringBuilder();
    private final StringBuilder tail = new StringBuilder();

    void add(String line) {
        String kept = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        if (tail.isEmpty() && head.length() + kept.length() < HEAD) {
            head.append(kept).append('\n');
            return;
        }
        tail.append(kept).append('\n');
        int over = tail.length() - TAIL;
        if (over > SLACK) {
            tail.delete(0, over);
        }
    }

    String text() {
        return (tail.isEmpty() ? head.toString() : head + "[…]\n" + tail).stripTrailing();
    }
}
