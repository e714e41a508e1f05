package dev.codeheals.engine.detect;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads how Cleo, the library under Poetry, shows an exception: type, message and place, each a paragraph of its own.
///
/// Nothing is reported before the place has come, since the first two alone could be anyone's.
final class TitledReport implements ReportReader {
    private static final int INDENT = 2;
    private static final int MOST_LINES = 12;
    private static final Pattern PLACE = Pattern.compile("at (\\S.{0,400}\\.py):(\\d{1,9}) in (\\S{1,200})");
    private static final Pattern POINTED = Pattern.compile("[\u2192>] \\s{0,9}\\d{1,9}\u2502(.*)");

    private final StringBuilder message = new StringBuilder();
    private String type = "";
    private int lines;
    private @Nullable StackFrame place;

    /// Whether a line is such a type, alone and indented.
    static boolean opens(String line, int start) {
        ExceptionLine title = start == INDENT ? ExceptionLine.named(line.strip()) : null;
        return title != null && title.message().isEmpty();
    }

    @Override
    public Step accept(String line, boolean dedented) {
        String text = line.strip();
        if (lines++ == 0) {
            type = text;
            return Step.TAKEN;
        }
        if (text.isEmpty()) {
            return Step.TAKEN;
        }
        return place == null ? beforePlace(line, text) : source(text);
    }

    private Step beforePlace(String line, String text) {
        Matcher m = PLACE.matcher(text);
        if (m.matches()) {
            place = new StackFrame(m.group(1), Integer.parseInt(m.group(2)), m.group(3), null);
            lines = 1;
            return Step.TAKEN;
        }
        if (lines > MOST_LINES || LineShape.indent(line) != INDENT || text.startsWith("at ")) {
            return Step.OVER;
        }
        message.append(message.isEmpty() ? "" : "\n").append(text);
        return Step.TAKEN;
    }

    private Step source(String text) {
        Matcher m = POINTED.matcher(text);
        if (m.matches() && place != null) {
            place = new StackFrame(place.file(), place.line(), place.function(), m.group(1).strip());
        }
        return lines <= MOST_LINES && text.indexOf('\u2502') > 0 ? Step.TAKEN : Step.OVER;
    }

    @Override
    public void close(Origin origin, Consumer<Failure> found) {
        if (place != null) {
            Traceback exception = new Traceback(Traceback.Relation.ROOT, List.of(place), type, message.toString(), List.of());
            found.accept(new Failure(Failure.Kind.TRACEBACK, List.of(exception), null, origin.offset(), origin.excerpt()));
        }
    }
}
