package dev.codeheals.engine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gives each line to the report it belongs to, and opens a new report where a line starts one.
///
/// Several reports may be open at once: the containers of one log write interleaved, each with its own prefix.
final class ReportDesk {
    private static final int MOST_OPEN = 16;

    private final Consumer<Failure> found;
    private final List<OpenReport> open = new ArrayList<>();
    private final Openings openings;
    private final ListedText listed = new ListedText();

    ReportDesk(Consumer<Failure> found) {
        this.found = found;
        this.openings = new Openings(found);
    }

    /// Whether only a line with a keyword can matter next.
    boolean idle() {
        return open.isEmpty() && !openings.expecting();
    }

    /// @param coloured whether the line may hold control characters
    void line(String raw, long offset, boolean coloured) {
        String contained = EscapedText.containerLine(raw);
        if (contained == null) {
            contained = listed.textOf(raw);
        }
        String shown = contained == null ? raw : contained;
        String folded = open.isEmpty() || !open.getLast().record() ? EscapedText.folded(shown) : null;
        folded = folded == null ? MarkedText.unfolded(shown) : folded;
        folded = folded == null ? FlatText.unfolded(shown) : folded;
        if (folded != null && !ServiceRecord.opens(shown)) {
            ReportDesk inner = new ReportDesk(found);
            folded.lines().forEach(line -> inner.line(line, offset, true));
            inner.end();
            return;
        }
        String line = coloured || contained != null ? Ansi.strip(shown) : shown;
        for (int i = open.size() - 1; i >= 0; i--) {
            OpenReport report = open.get(i);
            ReportReader.Step step = report.accept(line);
            if (step == ReportReader.Step.TAKEN) {
                return;
            }
            if (step == ReportReader.Step.OVER) {
                open.remove(i);
                report.close(found);
            }
        }
        start(line, offset);
    }

    private void start(String line, long offset) {
        Openings.@Nullable Opening opening = openings.find(line, offset);
        if (opening == null) {
            return;
        }
        OpenReport report = new OpenReport(opening.reader(), new LinePrefix(opening.prefix(), opening.reader().background()), offset);
        closeRivals(report);
        if (report.accept(line) == ReportReader.Step.TAKEN) {
            open.add(report);
        }
    }

    // A report that opens ends those that share its place on the line.
    private void closeRivals(OpenReport opened) {
        for (int i = 0; i < open.size();) {
            if (open.get(i).rival(opened) || open.size() > MOST_OPEN) {
                open.remove(i).close(found);
            } else {
                i++;
            }
        }
    }

    void end() {
        for (OpenReport report : open) {
            report.close(found);
        }
        open.clear();
    }
}
