package dev.codeheals.engine.detect;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the JSON object in which a cloud function reports what it raised: type, message and the stack as an array of texts.
///
/// It may stand on one line or be spread over many.
final class ServiceRecord implements ReportReader {
    private static final String HEADER = "Traceback (most recent call last):";
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_LINES = 300;
    private static final String TEXT = "\"((?:[^\"\\\\]++|\\\\.)*+)\"";
    private static final Pattern TYPE = Pattern.compile("\"errorType\"\\s{0,9}:\\s{0,9}" + TEXT);
    private static final Pattern MESSAGE = Pattern.compile("\"errorMessage\"\\s{0,9}:\\s{0,9}" + TEXT);
    private static final Pattern SAID = Pattern.compile("\"message\"\\s{0,9}:\\s{0,9}" + TEXT);
    private static final Pattern STACK = Pattern.compile("\"stackTrace\"\\s{0,9}:\\s{0,9}\\[([^\\]\"]*+(?:" + TEXT + "[^\\]\"]*+)*+)\\]");
    private static final Pattern NEVER_LOADED = Pattern.compile("^Unable to import module '[^']{1,200}': (?:No module named |cannot import name |attempted relative )|^Handler '[^']{1,200}' missing on module '|^Syntax error in module '");
    private static final Pattern ELEMENT = Pattern.compile(TEXT);

    private final StringBuilder record = new StringBuilder();
    private int lines;
    private boolean complete;

    /// Whether a line is such a record, or its first named part.
    static boolean opens(String line) {
        String text = line.strip();
        return text.startsWith("\"errorType\"") || text.startsWith("\"errorMessage\"")
                || (text.contains("\"errorType\"") && text.contains("\"stackTrace\""));
    }

    @Override
    public Step accept(String line, boolean dedented) {
        String text = line.strip();
        boolean part = record.isEmpty() || (!text.isEmpty() && "\"[]{}".indexOf(text.charAt(0)) >= 0);
        if (complete || !part || ++lines > MOST_LINES || record.length() + line.length() > LONGEST) {
            return Step.OVER;
        }
        complete = text.startsWith("}") || (record.isEmpty() && !text.startsWith("\""));
        record.append(line).append('\n');
        return Step.TAKEN;
    }

    @Override
    public void close(Origin origin, Consumer<Failure> found) {
        String type = value(TYPE);
        Matcher stack = STACK.matcher(record);
        if (type == null || !stack.find() || !ExceptionLine.looksLikeType(type)) {
            return;
        }
        StringBuilder frames = new StringBuilder();
        Matcher element = ELEMENT.matcher(stack.group(1));
        while (element.find()) {
            frames.append(EscapedText.unescaped(element.group(1))).append('\n');
        }
        String message = value(MESSAGE);
        message = message == null ? value(SAID) : message;
        // Other languages' functions report in the same way.
        if (frames.toString().lines().noneMatch(line -> FrameLine.parse(line.strip()) != null) && !neverLoaded(frames, message)) {
            return;
        }
        TracebackReader reader = new TracebackReader();
        reader.accept(HEADER, false);
        frames.toString().lines().forEach(line -> reader.accept(line, false));
        reader.accept(message == null || message.isEmpty() ? type : type + ": " + EscapedText.unescaped(message).replace('\n', ' '), false);
        reader.close(origin, found);
    }

    // A function whose module cannot be imported has no stack.
    private static boolean neverLoaded(StringBuilder frames, @Nullable String message) {
        return frames.isEmpty() && message != null && NEVER_LOADED.matcher(message).find();
    }

    private @Nullable String value(Pattern pattern) {
        Matcher matcher = pattern.matcher(record);
        return matcher.find() ? matcher.group(1) : null;
    }
}
