package dev.codeheals.engine.detect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the frames of one exception, with the source lines under them, up to the line that names it.
final class FrameStretch {
    private static final Pattern ARROW = Pattern.compile("(?:-{1,9}>|\u2771|>)\\s{0,9}(\\d{1,9})(?:\\s?\\|)?\\s?(.*)", Pattern.DOTALL);
    private static final Pattern DJANGO_SOURCE = Pattern.compile("(\\d{1,7})\\.\\s(.*)", Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,9}(?:\\s.*|\\s?\\|.*|)", Pattern.DOTALL);
    private static final int PATIENCE = 12;

    enum Reading {
        /// The line belongs to the frames.
        PART,
        /// The line names the exception.
        NAMED,
        /// The line is the sentence between two linked exceptions.
        SENTENCE,
        /// The line is a header, and nothing was read before it.
        HEADER,
        /// The line belongs to someone else.
        FOREIGN,
        /// The report has ended.
        OVER
    }

    private final TracebackChain chain;
    private boolean flat;
    private boolean elided;
    private boolean notebook;
    private int patience = PATIENCE;
    private int sourceIndent;
    private String pathStart = "";
    private int cut;
    private int width;

    FrameStretch(TracebackChain chain) {
        this.chain = chain;
    }

    /// Whether frames were spelled as notebooks do.
    boolean notebook() {
        return notebook;
    }

    /// How wide a terminal was that broke a frame in two; 0 if none did.
    int width() {
        return width;
    }

    void asNotebook() {
        notebook = true;
    }

    /// Prepares for the frames of the next exception.
    void restart() {
        elided = false;
        patience = PATIENCE;
    }

    /// @param headed whether the report had Python's header
    Reading read(String line, String text, boolean headed) {
        if (text.isEmpty()) {
            return Reading.PART;
        }
        StackFrame frame = FrameLine.parse(pathStart.isEmpty() ? text : pathStart + text);
        if (frame == null && !pathStart.isEmpty()) {
            frame = FrameLine.parse(pathStart + " " + text);
            frame = frame == null ? FrameLine.parse(text) : frame;
        }
        width = frame == null || pathStart.isEmpty() ? width : cut;
        pathStart = "";
        int indent = LineShape.indent(line);
        if (frame != null) {
            return add(frame, text, indent);
        }
        if (Phrases.isMarkers(text)) {
            chain.current().frames.marked(indent - sourceIndent + 1, text.length());
            return Reading.PART;
        }
        if (text.startsWith("[Previous line repeated")) {
            return Reading.PART;
        }
        if (text.equals("Failed example:")) {
            return Reading.OVER;
        }
        if (Phrases.isElision(text)) {
            elided = true;
            return Reading.PART;
        }
        if (text.contains("Traceback (") && indent < 4 && !text.contains("\"")) {
            return chain.current().frames.isEmpty() && !chain.current().named() ? Reading.HEADER : Reading.OVER;
        }
        return notFrame(line, text, indent, headed);
    }

    private Reading add(StackFrame frame, String text, int indent) {
        patience = PATIENCE;
        if (chain.current().frames.isEmpty()) {
            flat = indent == 0 && FrameLine.isPlain(text);
        }
        notebook |= !FrameLine.isPlain(text) && text.indexOf("File ") < 0;
        chain.current().frames.add(frame);
        return Reading.PART;
    }

    private Reading notFrame(String line, String text, int indent, boolean headed) {
        ExceptionLine exception = exception(text, indent, headed);
        if (exception != null) {
            chain.current().name(exception);
            return Reading.NAMED;
        }
        if (Phrases.isDuring(text) || Phrases.isCause(text)) {
            chain.current().nameFromSentence(text);
            return Reading.SENTENCE;
        }
        if (text.startsWith("Exception Type: ")) {
            chain.current().name(text.substring(16).replaceFirst(" at /.*", "").strip(), "");
            return Reading.PART;
        }
        String type = chain.current().type();
        if (text.startsWith("Exception Value:") && type != null) {
            chain.current().name(type, text.substring(16).strip());
            return Reading.NAMED;
        }
        return source(line, text, indent);
    }

    private @Nullable ExceptionLine exception(String text, int indent, boolean headed) {
        ExceptionLine named = ExceptionLine.named(text);
        if (named != null) {
            return indent <= 3 || chain.current().frames.isEmpty() ? named : null;
        }
        boolean framed = !chain.current().frames.isEmpty();
        boolean maybeSource = flat && chain.current().frames.awaitsSource() && !text.contains(".");
        if (!(headed ? elided || framed : framed && !notebook) || indent > 1 || maybeSource) {
            return null;
        }
        ExceptionLine after = ExceptionLine.afterFrames(text);
        return after == null || headed || ExceptionLine.dottedClass(after.type()) ? after : null;
    }

    private Reading source(String line, String text, int indent) {
        FrameBuffer frames = chain.current().frames;
        Matcher arrow = pointed(text, frames);
        if (arrow != null) {
            frames.line(Integer.parseInt(arrow.group(1)));
            frames.source(arrow.group(2).strip());
            return Reading.PART;
        }
        // A terminal broke the line in two.
        if (text.startsWith("File \"")) {
            pathStart = text;
            cut = line.length();
            return Reading.PART;
        }
        if (notebook && (indent > 0 || NUMBERED.matcher(text).matches())) {
            return Reading.PART;
        }
        if (indent >= 2 || ((flat || indent == 1) && frames.awaitsSource())) {
            if (frames.awaitsSource()) {
                sourceIndent = indent;
                frames.source(text);
            }
            patience = Math.min(PATIENCE, patience + 1);
            return frames.isEmpty() ? spend() : Reading.PART;
        }
        if (text.startsWith("/") || text.startsWith("~") || text.indexOf(":\\") == 1) {
            pathStart = text;
            return Reading.PART;
        }
        return spend();
    }

    // The line of the source that a notebook, a boxed report or Django points at.
    private static @Nullable Matcher pointed(String text, FrameBuffer frames) {
        char first = text.charAt(0);
        if (first == '-' || first == '>' || first == '\u2771') {
            Matcher arrow = ARROW.matcher(text);
            return arrow.matches() ? arrow : null;
        }
        if (!frames.awaitsLine() || !Character.isDigit(first)) {
            return null;
        }
        Matcher django = DJANGO_SOURCE.matcher(text);
        return django.matches() ? django : null;
    }

    private Reading spend() {
        return --patience < 0 ? Reading.OVER : Reading.FOREIGN;
    }
}
