package dev.codeheals.engine.detect;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one failed doctest example: a result that differs, or the exception it raised.
final class DoctestReader implements ReportReader {
    private static final int LONGEST = 1_000;

    private final @Nullable StackFrame place;
    private final StringBuilder result = new StringBuilder();
    private @Nullable TracebackReader inner;

    /// @param place where the example stands, and the name of the docstring's owner
    DoctestReader(@Nullable StackFrame place) {
        this.place = place;
    }

    private @Nullable String test() {
        return place == null ? null : place.function();
    }

    @Override
    public Step accept(String line, boolean dedented) {
        String text = line.strip();
        if (Phrases.isRuler(text, '*') || text.startsWith("***Test Failed***") || (text.startsWith("File \"") && inner == null)) {
            return Step.OVER;
        }
        if (inner != null) {
            return inner.accept(line.startsWith("    ") ? line.substring(4) : line, false) == Step.OVER ? Step.OVER : Step.TAKEN;
        }
        if (text.equals("Exception raised:")) {
            inner = new TracebackReader(new ReportContext(Failure.Kind.DOCTEST, test(), false));
        } else if (text.equals("Expected:") || text.equals("Got:") || text.equals("Expected nothing") || text.equals("Got nothing")) {
            result.append(result.isEmpty() ? text : ", " + text.toLowerCase(Locale.ROOT));
        } else if (!result.isEmpty() && !text.isEmpty() && result.length() < LONGEST) {
            result.append(' ').append(text);
        }
        return Step.TAKEN;
    }

    @Override
    public void close(Origin origin, Consumer<Failure> found) {
        if (inner != null) {
            inner.close(origin, found);
        } else if (!result.isEmpty()) {
            List<StackFrame> frames = place == null ? List.of() : List.of(place);
            Traceback difference = new Traceback(Traceback.Relation.ROOT, frames, "DocTestFailure", result.toString(), List.of());
            found.accept(new Failure(Failure.Kind.DOCTEST, List.of(difference), test(), origin.offset(), origin.excerpt()));
        }
    }
}
