package dev.codeheals.engine.detect;

import java.util.function.Consumer;

/// A report that is being read: its reader, its prefix and the text so far.
final class OpenReport {
    private static final int MOST_STRANGERS = 2_000;

    private final ReportReader reader;
    private final LinePrefix prefix;
    private final long offset;
    private final Excerpt excerpt = new Excerpt();
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
            excerpt.add(text);
        }
        return step;
    }

    /// Whether another report that opens means that this one has ended.
    boolean rival(OpenReport opened) {
        return !reader.background() && prefix.sameAs(opened.prefix);
    }

    /// Whether its lines are the parts of a JSON object, to be read as they are.
    boolean record() {
        return reader instanceof ServiceRecord;
    }

    void close(Consumer<Failure> found) {
        reader.close(new ReportReader.Origin(offset, excerpt.text()), found);
    }
}
