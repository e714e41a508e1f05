package dev.codeheals.engine.detect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One test's part of a pytest report, in any of its styles.
final class PytestBlock {
    private static final int MOST_ERROR_LINES = 400;
    private static final int MOST_TOLD = 40;
    private static final List<String> SUFFIXES = List.of("ERROR at setup of ", "ERROR at teardown of ", "ERROR collecting ");

    final String heading;
    final Excerpt excerpt = new Excerpt();
    private final List<ExceptionDraft> chain = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private ExceptionDraft current = new ExceptionDraft(Traceback.Relation.ROOT);
    private @Nullable TracebackReader inner;
    private boolean innerDone;
    private boolean captured;
    private boolean finished;
    private @Nullable String function;
    private @Nullable String source;
    private String firstFile = "";
    private String doctest = "";
    private boolean collecting;

    PytestBlock(String heading) {
        this.heading = heading;
        this.collecting = heading.startsWith("ERROR collecting ");
    }

    /// The test as the heading names it.
    String testName() {
        for (String prefix : SUFFIXES) {
            if (heading.startsWith(prefix)) {
                return heading.substring(prefix.length());
            }
        }
        return heading.startsWith("[doctest] ") ? heading.substring(10) : heading;
    }

    /// The test's full name as far as this block shows it.
    String testId() {
        String name = testName();
        if (collecting || firstFile.isEmpty() || name.isEmpty() || name.contains(".py")) {
            return name.isEmpty() ? firstFile : name;
        }
        int bracket = name.indexOf('[');
        String plain = bracket < 0 ? name : name.substring(0, bracket);
        return firstFile + "::" + plain.replace(".", "::") + (bracket < 0 ? "" : name.substring(bracket));
    }

    /// Whether a block without heading has ended before this line.
    boolean complete(String next) {
        return heading.isEmpty() && finished && !next.isBlank() && !Phrases.isDuring(next) && !Phrases.isCause(next);
    }

    void accept(String line) {
        excerpt.add(line);
        if (PytestLines.isCaptured(line)) {
            captured = true;
            return;
        }
        if (captured || readInner(line)) {
            return;
        }
        String text = line.strip();
        String error = PytestLines.error(line);
        if (error != null) {
            if (errors.size() < MOST_ERROR_LINES) {
                errors.add(error);
            }
            return;
        }
        if (Phrases.isDuring(text) || Phrases.isCause(text)) {
            link(Phrases.isCause(text) ? Traceback.Relation.CAUSE : Traceback.Relation.CONTEXT);
        } else if (PytestLines.isFrameRuler(line)) {
            function = null;
            source = null;
        } else {
            plain(line, text);
        }
    }

    private boolean readInner(String line) {
        if (inner == null && !innerDone && errors.isEmpty() && (line.strip().startsWith("Traceback (most recent call last)") || GroupMargins.opens(line))) {
            inner = new TracebackReader(new ReportContext(Failure.Kind.PYTEST, heading, true));
        }
        if (inner == null) {
            return false;
        }
        if (!innerDone && inner.accept(line, false) == ReportReader.Step.OVER) {
            innerDone = true;
        }
        return true;
    }

    private void plain(String line, String text) {
        PytestLines.Location fixture = PytestLines.fixtureFile(line);
        PytestLines.Location location = fixture == null ? PytestLines.location(line) : fixture;
        if (location != null) {
            located(location);
        } else if (line.startsWith(">")) {
            source = line.substring(1).strip();
        } else if (line.startsWith("    ") && current.frames.awaitsSource() && function == null && !text.isEmpty()) {
            current.frames.source(text);
        } else if (function == null && PytestLines.definition(text) != null) {
            function = PytestLines.definition(text);
        } else if (text.equals("Expected:") || text.equals("Got:")) {
            doctest += doctest.isEmpty() ? text : ", " + text.toLowerCase(java.util.Locale.ROOT);
        } else if (!doctest.isEmpty() && !text.isEmpty() && doctest.length() < 500) {
            doctest += " " + text;
        }
        if (collecting && !text.isEmpty() && told.size() < MOST_TOLD) {
            told.add(line.stripTrailing());
        }
    }

    private void located(PytestLines.Location at) {
        if (firstFile.isEmpty()) {
            firstFile = at.file();
        }
        if (errors.stream().anyMatch(error -> error.strip().startsWith("fixture '")) && !current.frames.isEmpty()) {
            return;
        }
        if (at.rest().startsWith("in ")) {
            function = null;
            current.frames.add(new StackFrame(at.file(), at.line(), at.rest().substring(3).strip(), null));
            return;
        }
        current.frames.add(new StackFrame(at.file(), at.line(), function == null ? "" : function, source));
        function = null;
        source = null;
        if (!at.rest().isEmpty()) {
            name(at.rest());
        }
    }

    // The line after the frame names the type without its module; the E lines have it in full, unless they show an assertion.
    private void name(String shortType) {
        finished = true;
        ExceptionLine printed = ExceptionLine.afterFrames(shortType);
        String type = printed == null ? "AssertionError" : printed.type();
        ExceptionLine first = errors.isEmpty() ? null : ExceptionLine.afterFrames(errors.getFirst().strip());
        if (first != null && first.type().endsWith(type)) {
            current.name(first);
        } else if (!errors.isEmpty()) {
            current.name(type, errors.getFirst().strip());
        } else {
            current.name(type, printed == null ? shortType : type.equals("DocTestFailure") ? doctest : printed.message());
        }
        addErrors();
    }

    // The lines of a message stand as far in as its first.
    private void addErrors() {
        int margin = errors.isEmpty() ? 0 : LineShape.indent(errors.getFirst());
        for (int i = 1; i < errors.size(); i++) {
            String line = errors.get(i).stripTrailing();
            current.more(line.substring(Math.min(margin, line.length() - line.stripLeading().length())));
        }
        errors.clear();
    }

    private void link(Traceback.Relation relation) {
        settle();
        finished = false;
        current = new ExceptionDraft(relation);
        function = null;
        source = null;
    }

    // What pytest itself has against a file stands there without the mark of an error.
    private Traceback unmarked() {
        StackFrame file = new StackFrame(testName(), 0, "", null);
        return new Traceback(Traceback.Relation.ROOT, List.of(file), "CollectError", String.join("\n", told), List.of());
    }

    private void settle() {
        if (!current.named() && !errors.isEmpty()) {
            fromErrors();
        }
        if (current.named()) {
            chain.add(current);
        }
        current = new ExceptionDraft(Traceback.Relation.ROOT);
        errors.clear();
    }

    private void fromErrors() {
        boolean report = errors.stream().anyMatch(line -> line.contains("Traceback (most recent") || FrameLine.parse(line.strip()) != null);
        if (report && fromReport()) {
            return;
        }
        String text = errors.getFirst().strip();
        ExceptionLine first = ExceptionLine.named(text);
        first = first == null ? ExceptionLine.afterFrames(text) : first;
        if (text.startsWith("fixture '")) {
            current.name("FixtureLookupError", text);
        } else if (first == null) {
            current.name("AssertionError", text);
        } else {
            current.name(first);
        }
        addErrors();
    }

    // A syntax error or a worker's traceback is quoted whole in the E lines.
    private boolean fromReport() {
        TracebackReader reader = new TracebackReader();
        errors.forEach(line -> reader.accept(line, false));
        Traceback quoted = reader.last();
        if (quoted == null || quoted.exceptionType().isEmpty()) {
            return false;
        }
        quoted.frames().forEach(current.frames::add);
        current.name(quoted.exceptionType(), quoted.message());
        return true;
    }

    /// The chain this block shows; empty if it shows no exception.
    List<Traceback> chain() {
        if (inner != null) {
            return inner.chain();
        }
        settle();
        if (chain.isEmpty() && collecting && !told.isEmpty()) {
            return List.of(unmarked());
        }
        return chain.stream().map(ExceptionDraft::traceback).toList();
    }
}
