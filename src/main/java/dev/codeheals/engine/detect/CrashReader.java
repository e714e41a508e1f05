package dev.codeheals.engine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the dump of an interpreter that was killed or took too long: "Fatal Python error" or "Timeout (0:00:05)!", and the frames of the
/// thread that ran, innermost first.
final class CrashReader implements ReportReader {
    private static final int PATIENCE = 6;
    private static final int MOST_FRAMES = 1_000;
    private static final Pattern TIMEOUT = Pattern.compile("Timeout \\((\\d{1,4}:\\d\\d:\\d\\d(?:\\.\\d{1,6})?)\\)!");

    private final List<StackFrame> frames = new ArrayList<>();
    private final String type;
    private final String message;
    private boolean inThread;
    private boolean current;
    private int patience = PATIENCE;

    CrashReader(String type, String message) {
        this.type = type;
        this.message = message;
    }

    /// The crash a line announces, or null.
    static @Nullable CrashReader announced(String text) {
        for (String type : new String[] {"Fatal Python error", "Windows fatal exception"}) {
            if (text.startsWith(type + ": ") || text.equals(type + ":")) {
                return new CrashReader(type, text.substring(Math.min(text.length(), type.length() + 2)).strip());
            }
        }
        Matcher timeout = TIMEOUT.matcher(text);
        return timeout.matches() ? new CrashReader("Timeout", timeout.group(1)) : null;
    }

    @Override
    public Step accept(String line, boolean dedented) {
        String text = line.strip();
        if (text.contains("Traceback (")) {
            return Step.OVER;
        }
        if (text.contains("(most recent call first):")) {
            boolean now = text.startsWith("Current thread 0x");
            inThread = now || (!current && frames.isEmpty() && text.startsWith("Thread 0x"));
            if (now) {
                frames.clear();
                current = true;
            }
            return Step.TAKEN;
        }
        StackFrame frame = FrameLine.parse(text);
        if (frame != null) {
            if (inThread && frames.size() < MOST_FRAMES) {
                frames.add(frame);
            }
            return Step.TAKEN;
        }
        if (text.isEmpty() || announced(text) != null || text.startsWith("Python runtime state:") || text.startsWith("<no Python frame>") || text.startsWith("...")) {
            return Step.TAKEN;
        }
        return --patience < 0 ? Step.OVER : Step.TAKEN;
    }

    @Override
    public void close(Origin origin, Consumer<Failure> found) {
        Traceback crash = new Traceback(Traceback.Relation.ROOT, frames.reversed(), type, message, List.of());
        found.accept(new Failure(Failure.Kind.CRASH, List.of(crash), null, origin.offset(), origin.excerpt()));
    }
}
