package dev.codeheals.engine.detect;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises lines that start a report, and remembers what earlier lines announced.
final class Openings {
    private static final Pattern UNITTEST = Pattern.compile("(?:ERROR|FAIL): ([\\w.]{1,300} \\([\\w.<> ]{1,300}\\).{0,300}|[\\w.]{0,200}test[\\w.]{0,200})");
    private static final List<String> PYTEST_SECTIONS = List.of(" FAILURES ", " ERRORS ", " short test summary info ", " test session starts ", " warnings summary ");
    private static final Pattern STACK = Pattern.compile("(?:Stack|created at|allocated at) \\(most recent call (?:last|first)\\)|^Call stack:");
    private static final String RESULT = "Exception: ";
    private static final int EXPECT_LINES = 8;

    private final Consumer<Failure> found;
    private ReportContext context = ReportContext.NONE;
    private int expecting;
    private @Nullable StackFrame lastFrame;

    Openings(Consumer<Failure> found) {
        this.found = found;
    }

    /// @param prefix what stands before the report on the line
    record Opening(ReportReader reader, String prefix) {}

    boolean expecting() {
        return expecting > 0;
    }

    @Nullable Opening find(String line, long offset) {
        if (expecting > 0) {
            expecting--;
        }
        Opening pytest = pytest(line, offset);
        if (pytest != null) {
            return pytest;
        }
        int header = line.indexOf("Traceback (");
        if (header >= 0 && (line.startsWith("most recent call last", header + 11) || line.startsWith("innermost last", header + 11))) {
            return traceback(line, header);
        }
        int start = firstVisible(line);
        if (GroupMargins.opens(line)) {
            return new Opening(new TracebackReader(take()), "");
        }
        return announces(line, start) ? null : report(line, start);
    }

    /// Whether the line itself is no report, but tells what the next one is about.
    private boolean announces(String line, int start) {
        if ((line.startsWith("ERROR: ", start) || line.startsWith("FAIL: ", start)) && announceTest(line.substring(start))) {
            return true;
        }
        boolean ignored = line.startsWith("Exception ignored ", start);
        if (ignored) {
            expect(new ReportContext(Failure.Kind.WARNING, null, false));
        }
        return ignored || announceError(line, start);
    }

    private @Nullable Opening report(String line, int start) {
        if (ServiceRecord.opens(line)) {
            return new Opening(new ServiceRecord(), "");
        }
        if (TitledReport.opens(line, start)) {
            return new Opening(new TitledReport(), "");
        }
        if (STACK.matcher(line).find()) {
            return new Opening(new StackReader(), "");
        }
        // How py_compile and pip put what they could not compile.
        String text = line.substring(line.startsWith("Sorry: ", start) ? start + 7 : start);
        ReportReader single = SingleLines.read(text);
        CrashReader crash = CrashReader.announced(text);
        if (crash != null || single != null) {
            return new Opening(crash == null ? Objects.requireNonNull(single) : crash, "");
        }
        if (text.equals("Failed example:")) {
            return new Opening(new DoctestReader(lastFrame), line.substring(0, start));
        }
        return frame(line, text);
    }

    /// A frame or a named exception without a heading: the traceback whose beginning was cut off.
    private @Nullable Opening frame(String line, String text) {
        int file = line.indexOf("File \"");
        StackFrame frame = file < 0 ? null : FrameLine.parse(line.substring(file));
        if (frame != null) {
            lastFrame = frame;
            boolean bare = line.substring(0, file).isBlank() || text.startsWith("*** ") || text.startsWith("Stack: ");
            return new Opening(new TracebackReader(take()), bare ? "" : line.substring(0, Math.max(0, file - 2)));
        }
        boolean begins = ExceptionLine.named(text) != null || FrameLine.parse(text) != null;
        return begins ? new Opening(new TracebackReader(take()), line.substring(0, line.length() - text.length())) : null;
    }

    private @Nullable Opening pytest(String line, long offset) {
        for (String caption : PYTEST_SECTIONS) {
            int at = line.indexOf(caption);
            if (at > 0) {
                int start = line.indexOf("==");
                return start >= 0 && start < at && PytestLines.section(line.substring(start).stripTrailing()) != null
                        ? new Opening(new PytestReader(found, offset, false), line.substring(0, start)) : null;
            }
        }
        String heading = line.startsWith("____") ? PytestLines.heading(line.stripTrailing()) : null;
        String error = PytestLines.error(line);
        boolean said = error != null && (ExceptionLine.named(error.strip()) != null || error.strip().startsWith("assert ") || error.strip().startsWith("fixture '"));
        if (heading != null || said || line.startsWith("ImportError while loading conftest")) {
            return new Opening(new PytestReader(found, offset, true), "");
        }
        PytestSummary entry = line.contains(".py") ? PytestSummary.parse(line.stripTrailing()) : null;
        return entry != null && (entry.testId().contains(".py::") || !entry.reason().isEmpty()) ? new Opening(new PytestReader(found, offset, true), "") : null;
    }

    private Opening traceback(String line, int header) {
        String before = line.substring(0, header);
        String name = before.strip();
        boolean notebook = ExceptionLine.looksLikeType(name);
        int plus = before.endsWith("+ Exception Group ") ? before.length() - 18 : -1;
        if (plus >= 0) {
            return new Opening(new TracebackReader(take()), before.substring(0, Math.max(0, plus - 2)));
        }
        return new Opening(new TracebackReader(take()), notebook ? before.substring(0, before.indexOf(name)) : before);
    }

    private boolean announceTest(String text) {
        Matcher test = UNITTEST.matcher(text);
        if (test.matches()) {
            expect(new ReportContext(Failure.Kind.UNITTEST, test.group(1).strip(), true));
        }
        return test.matches();
    }

    // Cloud services name the exception before its stack.
    private boolean announceError(String line, int start) {
        String mark = line.startsWith("[ERROR] ", start) ? "[ERROR] " : line.startsWith(RESULT, start) ? RESULT : "";
        ExceptionLine lead = mark.isEmpty() ? null : ExceptionLine.named(line.substring(start + mark.length()).strip());
        if (lead != null) {
            expect(new ReportContext(Failure.Kind.TRACEBACK, null, false, lead));
        }
        return lead != null;
    }

    private void expect(ReportContext announced) {
        context = announced;
        expecting = EXPECT_LINES;
    }

    private ReportContext take() {
        ReportContext taken = expecting > 0 ? context : ReportContext.NONE;
        context = ReportContext.NONE;
        expecting = 0;
        return taken;
    }

    private static int firstVisible(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
