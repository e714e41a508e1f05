package dev.codeheals.engine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One exception of a chain while its lines still come in.
final class ExceptionDraft {
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_MEMBERS = 64;
    private static final Pattern TOLD_PLACE = Pattern.compile("\\(([^()\n]{1,200}\\.pyi?), line (\\d{1,9})\\)\\s*(?:\n|$)");

    final Traceback.Relation relation;
    final FrameBuffer frames;
    private final StringBuilder message = new StringBuilder();
    private final List<Traceback> members = new ArrayList<>();
    private @Nullable String type;
    private int waitingBlanks;

    ExceptionDraft(Traceback.Relation relation) {
        this(relation, new FrameBuffer());
    }

    private ExceptionDraft(Traceback.Relation relation, FrameBuffer frames) {
        this.relation = relation;
        this.frames = frames;
    }

    boolean named() {
        return type != null;
    }

    @Nullable String type() {
        return type;
    }

    void name(String exceptionType, String firstLine) {
        type = exceptionType;
        message.setLength(0);
        append(firstLine);
    }

    /// The rest of a message line that a terminal broke in two.
    void runsOn(String rest) {
        message.append(rest, 0, Math.min(rest.length(), LONGEST_LINE));
    }

    void name(ExceptionLine line) {
        name(line.type(), line.message());
    }

    /// Reads the message that some frameworks repeat inside the sentence that links two tracebacks.
    void nameFromSentence(String sentence) {
        int open = sentence.indexOf("exception (");
        int close = sentence.lastIndexOf(')');
        if (type == null && open > 0 && close > open) {
            name("", sentence.substring(open + 11, close));
        }
    }

    /// The same exception as a later link of another chain.
    ExceptionDraft related(Traceback.Relation to) {
        ExceptionDraft moved = new ExceptionDraft(to, frames);
        moved.type = type;
        moved.message.append(message);
        moved.members.addAll(members);
        return moved;
    }

    boolean messageBlank() {
        return message.isEmpty();
    }

    /// Whether the message's first line ends as if a block came below it.
    boolean announcesBlock() {
        int end = message.indexOf("\n");
        int last = (end < 0 ? message.length() : end) - 1;
        return last > 0 && message.charAt(last) == ':';
    }

    void more(String line) {
        if (message.length() >= 2 * LONGEST_LINE) {
            return;
        }
        while (waitingBlanks > 0) {
            message.append('\n');
            waitingBlanks--;
        }
        message.append('\n');
        append(line);
    }

    /// A blank line that belongs to the message only if more of it follows.
    void blank() {
        waitingBlanks++;
    }

    void member(Traceback inner) {
        if (members.size() < MOST_MEMBERS) {
            members.add(inner);
        }
    }

    Traceback traceback() {
        String named = type == null ? "" : type;
        List<StackFrame> read = frames.frames();
        return new Traceback(relation, read.isEmpty() && PythonMessages.isSyntax(named) ? toldPlace() : read, named, message.toString(), members);
    }

    // Without its block, a syntax error tells its place at the end of the message.
    private List<StackFrame> toldPlace() {
        Matcher place = TOLD_PLACE.matcher(message);
        return place.find() ? List.of(new StackFrame(place.group(1), Integer.parseInt(place.group(2)), "", null)) : List.of();
    }

    private void append(String line) {
        message.append(line, 0, Math.min(line.length(), LONGEST_LINE));
    }
}
