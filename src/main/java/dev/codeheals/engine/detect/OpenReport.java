package dev.codeheals.engine.detect;

import java.util.function.Consumer;

/// A report that is being read: its reader, its prefix and the text so far.
final class OpenReport {
    private static final int LONGEST_EXCERPT = 16 * 1024;
    private static final int HEAD = 6 * 1024;
    private static final int MOST_STRANGERS = 2_000;

    private final ReportReader reader;
    private final LinePrefix prefix;
    private final long offset;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder tail = new StringBuilder();
    private int strangers;

    OpenReport(ReportReader reader, LinePrefix prefix, long offset) {
        this.reader = reader;
        this.prefix = prefix;
        this.offset = offset;
    }

    ReportReader.Step accept(String line) {
        String text = prefix.strip(line);
        if (text == null) {
            return ++strangers > MOST_STRANGERS ? ReportReader.Step.OVER : ReportReader.Step.FOREIGN;
        }
        ReportReader.Step step = reader.accept(text, prefix.dedented(line));
        if (step == ReportReader.Step.TAKEN) {
            strangers = 0;
            remember(text);
        }
        return step;
    }

    boolean rival(OpenReport other) {
        return prefix.sameAs(other.prefix);
    }

    void close(Consumer<Failure> found) {
        String shown = tail.isEmpty() ? head.toString() : head + "[…]\n" + tail;
        reader.close(new ReportReader.Origin(offset, shown.stripTrailing()), found);
    }

    private void remember(String text) {
        String kept = text.length() > 1_000 ? text.substring(0, 1_000) : text;
        if (tail.isEmpty() && head.length() + kept.length() < HEAD) {
            head.append(kept).append('\n');
            return;
        }
        tail.append(kept).append('\n');
        int over = tail.length() - (LONGEST_EXCERPT - HEAD - 4_096);
        if (over > 3_000) {
            tail.delete(0, over);
        }
    }
}
