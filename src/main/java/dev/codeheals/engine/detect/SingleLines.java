package dev.codeheals.engine.detect;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Failures that Python and its tools report in one line, without a traceback.
final class SingleLines {
    private static final int LONGEST = 2_000;
    private static final Pattern INTERPRETER = Pattern.compile("(?:\\S{0,200}[/\\\\])?(?:python|pypy)[\\d.]{0,6}(?:\\.exe)?: (.+)");
    private static final Pattern NO_FILE = Pattern.compile("can't open file '.+");
    private static final Pattern NO_MODULE = Pattern.compile("No module named \\S.*|No code object available for .+");
    private static final Pattern NO_MAIN = Pattern.compile("can't find '__main__' module in .+");
    private static final Pattern NO_SPECIFICATION = Pattern.compile("Error while finding (?:module specification|spec) for '.{1,200}' \\((?:<class ')?([\\w.]{1,100})(?:'>)?: (.+)\\)");
    private static final Pattern ARGUMENTS = Pattern.compile("(?:[\\w./\\\\-]{1,200}\\.py|([\\w./\\\\-]{0,200}pytest)): (error: .+)");
    private static final Pattern NOT_AWAITED = Pattern.compile("(.{1,400}?):(\\d{1,9}): RuntimeWarning: (coroutine '.{1,300}' was never awaited)");
    /// Since 3.7 CPython tells a main script that it cannot decode in one line, with no block around it.
    private static final Pattern UNREADABLE_SOURCE = Pattern.compile("SyntaxError: (Non-UTF-8 code starting with .{1,20} in file (.{1,500}) on line (\\d{1,9}),.*|encoding problem: .+|unknown encoding: .+)");
    private static final Pattern PYTEST_USAGE = Pattern.compile("ERROR: ((?:file or directory )?not found: .+|\\S{1,300}\\.(?:ini|cfg|toml):\\d{1,7}: .+)");

    private SingleLines() {}

    /// A failure that is told by its first line.
    private static final class Complete implements ReportReader {
        private final Failure.Kind kind;
        private final Traceback exception;
        private boolean read;

        Complete(Failure.Kind kind, Traceback exception) {
            this.kind = kind;
            this.exception = exception;
        }

        @Override
        public Step accept(String line, boolean dedented) {
            Step step = read ? Step.OVER : Step.TAKEN;
            read = true;
            return step;
        }

        @Override
        public void close(Origin origin, Consumer<Failure> found) {
            found.accept(new Failure(kind, List.of(exception), null, origin.offset(), origin.excerpt()));
        }
    }

    static @Nullable ReportReader read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        if (text.endsWith("was never awaited")) {
            Matcher m = NOT_AWAITED.matcher(text);
            return m.matches() ? warning(m) : null;
        }
        if (text.startsWith("SyntaxError: ")) {
            Matcher m = UNREADABLE_SOURCE.matcher(text);
            return m.matches() ? unreadable(m) : null;
        }
        if (text.startsWith("ERROR: ")) {
            Matcher m = PYTEST_USAGE.matcher(text);
            return m.matches() ? message("UsageError", m.group(1)) : null;
        }
        Matcher arguments = ARGUMENTS.matcher(text);
        if (arguments.matches()) {
            return message(arguments.group(1) == null ? "SystemExit" : "UsageError", arguments.group(2));
        }
        Matcher interpreter = INTERPRETER.matcher(text);
        return interpreter.matches() ? fromInterpreter(interpreter.group(1)) : null;
    }

    private static @Nullable ReportReader fromInterpreter(String said) {
        Matcher specification = NO_SPECIFICATION.matcher(said);
        if (specification.matches()) {
            return message(specification.group(1), specification.group(2));
        }
        String type = NO_FILE.matcher(said).matches() ? "FileNotFoundError" : NO_MODULE.matcher(said).matches() ? "ModuleNotFoundError"
                : NO_MAIN.matcher(said).matches() ? "ImportError" : "";
        return type.isEmpty() ? null : message(type, said);
    }

    private static ReportReader warning(Matcher m) {
        StackFrame frame = new StackFrame(m.group(1), Integer.parseInt(m.group(2)), "", null);
        return new Complete(Failure.Kind.WARNING, new Traceback(Traceback.Relation.ROOT, List.of(frame), "RuntimeWarning", m.group(3), List.of()));
    }

    private static ReportReader unreadable(Matcher m) {
        List<StackFrame> frames = m.group(2) == null ? List.of() : List.of(new StackFrame(m.group(2), Integer.parseInt(m.group(3)), "", null));
        return new Complete(Failure.Kind.MESSAGE, new Traceback(Traceback.Relation.ROOT, frames, "SyntaxError", m.group(1), List.of()));
    }

    private static ReportReader message(String type, String text) {
        return new Complete(Failure.Kind.MESSAGE, new Traceback(Traceback.Relation.ROOT, List.of(), type, text, List.of()));
    }
}
