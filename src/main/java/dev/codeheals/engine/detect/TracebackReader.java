package dev.codeheals.engine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one traceback with everything chained to it, in Python's own layout, a notebook's, or a boxed one.
///
/// It may start at the header, at a frame (the top was cut off) or at the exception itself (some services print it first).
final class TracebackReader implements ReportReader {
    private static final Pattern ARROW = Pattern.compile("(?:-{1,9}>|\u2771|>)\\s{0,9}(\\d{1,9})(?:\\s?\\|)?\\s?(.*)", Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,9}(?:\\s.*|\\s?\\|.*|)", Pattern.DOTALL);
    private static final int PATIENCE = 12;
    private static final int LONGEST_CHAIN = 40;

    private enum State { START, LEAD, FRAMES, MESSAGE, AFTER, LINK }

    private final List<ExceptionDraft> chain = new ArrayList<>();
    private final ReportContext context;
    private ExceptionDraft current = new ExceptionDraft(Traceback.Relation.ROOT);
    private State state = State.START;
    private Traceback.Relation next = Traceback.Relation.ROOT;
    private @Nullable GroupMargins group;
    private boolean headed;
    private boolean flat;
    private boolean elided;
    private boolean notebook;
    private boolean foreignStack;
    private int patience = PATIENCE;
    private int sourceIndent;
    private String pathStart = "";

    TracebackReader() {
        this(ReportContext.NONE);
    }

    TracebackReader(ReportContext context) {
        this.context = context;
    }

    @Override
    public Step accept(String raw, boolean dedented) {
        String line = unboxed(raw);
        if (group != null) {
            if (group.accept(line)) {
                return Step.TAKEN;
            }
            adopt(group);
        }
        if (state != State.MESSAGE && GroupMargins.opens(line)) {
            return openGroup(line);
        }
        String text = line.strip();
        return switch (state) {
            case START -> start(line, text);
            case LEAD -> lead(line, text);
            case FRAMES -> frames(line, text);
            case MESSAGE -> message(line, text, dedented);
            case AFTER -> after(text);
            case LINK -> link(line, text);
        };
    }

    private Step openGroup(String line) {
        if (state == State.AFTER) {
            return Step.OVER;
        }
        GroupMargins opened = new GroupMargins();
        opened.accept(line);
        group = opened;
        headed = true;
        return Step.TAKEN;
    }

    // The group's own levels become the newest links of this chain.
    private void adopt(GroupMargins finished) {
        group = null;
        TracebackReader outer = finished.finish();
        if (outer != null) {
            outer.settle();
            for (ExceptionDraft draft : outer.chain) {
                push(draft.relation == Traceback.Relation.ROOT ? draft.related(next) : draft);
            }
        }
        current = new ExceptionDraft(Traceback.Relation.ROOT);
        state = State.AFTER;
    }

    private Step start(String line, String text) {
        if (text.contains("Traceback (") || text.startsWith("Traceback:")) {
            return header(text);
        }
        StackFrame frame = FrameLine.parse(text);
        if (frame != null) {
            state = State.FRAMES;
            return frames(line, text);
        }
        ExceptionLine lead = ExceptionLine.named(text);
        if (lead == null && group == null) {
            lead = ExceptionLine.afterFrames(text);
        }
        if (lead != null) {
            current.name(lead);
            state = State.LEAD;
            return Step.TAKEN;
        }
        return Step.FOREIGN;
    }

    private Step header(String text) {
        headed = true;
        state = State.FRAMES;
        int at = text.indexOf("Traceback (");
        String before = at <= 0 ? "" : text.substring(0, at).strip();
        if (!before.isEmpty() && ExceptionLine.looksLikeType(before)) {
            current.name(before, "");
            notebook = true;
        }
        return Step.TAKEN;
    }

    private Step lead(String line, String text) {
        if (text.contains("Traceback (most recent")) {
            return header(text);
        }
        if (FrameLine.parse(text) != null) {
            state = State.FRAMES;
            return frames(line, text);
        }
        if (text.startsWith("at ") && Character.isWhitespace(line.charAt(0))) {
            foreignStack = true;
            return Step.OVER;
        }
        return message(line, text, false);
    }

    private Step frames(String line, String text) {
        if (text.isEmpty()) {
            return Step.TAKEN;
        }
        StackFrame frame = FrameLine.parse(pathStart.isEmpty() ? text : pathStart + text);
        if (frame == null && !pathStart.isEmpty()) {
            frame = FrameLine.parse(text);
        }
        pathStart = "";
        int indent = indent(line);
        if (frame != null) {
            addFrame(frame, text, indent);
            return Step.TAKEN;
        }
        if (Phrases.isMarkers(text)) {
            current.frames.column(indent - sourceIndent + 1);
            return Step.TAKEN;
        }
        if (text.startsWith("[Previous line repeated")) {
            return Step.TAKEN;
        }
        if (text.equals("Failed example:")) {
            return Step.OVER;
        }
        if (Phrases.isElision(text)) {
            elided = true;
            return Step.TAKEN;
        }
        if (text.contains("Traceback (") && indent < 4 && !text.contains("\"")) {
            return current.frames.isEmpty() && !current.named() ? header(text) : Step.OVER;
        }
        return notFrame(text, indent);
    }

    private void addFrame(StackFrame frame, String text, int indent) {
        patience = PATIENCE;
        if (current.frames.isEmpty()) {
            flat = indent == 0 && FrameLine.isPlain(text);
        }
        notebook |= !FrameLine.isPlain(text) && text.indexOf("File ") < 0;
        current.frames.add(frame);
    }

    private Step notFrame(String text, int indent) {
        ExceptionLine exception = exception(text, indent);
        if (exception != null) {
            current.name(exception);
            state = State.MESSAGE;
            patience = PATIENCE;
            return Step.TAKEN;
        }
        if (Phrases.isDuring(text) || Phrases.isCause(text)) {
            current.nameFromSentence(text);
            return toLink(text);
        }
        if (text.startsWith("Exception Type: ")) {
            current.name(text.substring(16).replaceFirst(" at /.*", "").strip(), "");
            return Step.TAKEN;
        }
        String type = current.type();
        if (text.startsWith("Exception Value:") && type != null) {
            current.name(type, text.substring(16).strip());
            state = State.MESSAGE;
            return Step.TAKEN;
        }
        Matcher arrow = ARROW.matcher(text);
        if (arrow.matches()) {
            current.frames.line(Integer.parseInt(arrow.group(1)));
            current.frames.source(arrow.group(2).strip());
            return Step.TAKEN;
        }
        return source(text, indent);
    }

    private Step source(String text, int indent) {
        if (notebook && (indent > 0 || NUMBERED.matcher(text).matches())) {
            return Step.TAKEN;
        }
        if (indent >= 2 || ((flat || indent == 1) && current.frames.awaitsSource())) {
            if (current.frames.awaitsSource()) {
                sourceIndent = indent;
                current.frames.source(text);
            }
            patience = Math.min(PATIENCE, patience + 1);
            return current.frames.isEmpty() ? spend() : Step.TAKEN;
        }
        if (text.startsWith("/") || text.startsWith("~") || text.indexOf(":\\") == 1) {
            pathStart = text;
            return Step.TAKEN;
        }
        return spend();
    }

    private Step spend() {
        return --patience < 0 ? Step.OVER : Step.FOREIGN;
    }

    private @Nullable ExceptionLine exception(String text, int indent) {
        ExceptionLine named = ExceptionLine.named(text);
        if (named != null) {
            return indent <= 3 || current.frames.isEmpty() ? named : null;
        }
        boolean trusted = !current.frames.isEmpty() || (elided && headed);
        boolean maybeSource = flat && current.frames.awaitsSource() && !text.contains(".");
        if (!trusted || indent > 1 || maybeSource) {
            return null;
        }
        return ExceptionLine.afterFrames(text);
    }

    private Step message(String line, String text, boolean dedented) {
        if (text.isEmpty()) {
            return messageBlank();
        }
        if (Phrases.isDuring(text) || Phrases.isCause(text)) {
            return toLink(text);
        }
        if (text.equals("\"\"\"") || text.equals("'''")) {
            return remote();
        }
        if (Phrases.endsMessage(text) || dedented) {
            if (text.contains("Traceback (") || context.wholeMessages()) {
                return Step.OVER;
            }
            state = State.AFTER;
            return Step.FOREIGN;
        }
        current.more(line.stripTrailing());
        return Step.TAKEN;
    }

    private Step messageBlank() {
        if (context.wholeMessages() || (current.messageBlank() && patience-- > PATIENCE - 3)) {
            current.blank();
        } else {
            state = State.AFTER;
        }
        return Step.TAKEN;
    }

    // A worker process sends its traceback as the quoted message of a wrapper exception.
    private Step remote() {
        String type = current.type();
        if (type != null && type.endsWith("RemoteTraceback")) {
            current = new ExceptionDraft(current.relation);
            state = State.LINK;
            next = current.relation;
        } else {
            state = State.AFTER;
        }
        return Step.TAKEN;
    }

    private Step after(String text) {
        if (text.isEmpty() || text.equals("\"\"\"")) {
            return Step.TAKEN;
        }
        if (Phrases.isDuring(text) || Phrases.isCause(text)) {
            return toLink(text);
        }
        return text.contains("Traceback (") ? Step.OVER : spend();
    }

    private Step toLink(String text) {
        settle();
        next = Phrases.isCause(text) ? Traceback.Relation.CAUSE : Traceback.Relation.CONTEXT;
        current = new ExceptionDraft(next);
        state = State.LINK;
        patience = PATIENCE;
        return Step.TAKEN;
    }

    private Step link(String line, String text) {
        if (text.isEmpty() || text.startsWith("-----")) {
            return Step.TAKEN;
        }
        current = new ExceptionDraft(next);
        elided = false;
        if (text.contains("Traceback (")) {
            return header(text);
        }
        ExceptionLine exception = ExceptionLine.named(text);
        if (exception == null && FrameLine.parse(text) != null) {
            state = State.FRAMES;
            return frames(line, text);
        }
        if (exception != null) {
            current.name(exception);
            state = State.MESSAGE;
            return Step.TAKEN;
        }
        return spend();
    }

    void member(Traceback inner) {
        settle();
        if (!chain.isEmpty()) {
            chain.getLast().member(inner);
        }
        state = State.AFTER;
    }

    /// The reported exception so far.
    @Nullable Traceback last() {
        settle();
        return chain.isEmpty() ? null : chain.getLast().traceback();
    }

    /// Every exception so far, root cause first.
    List<Traceback> chain() {
        if (group != null) {
            adopt(group);
        }
        settle();
        return chain.stream().map(ExceptionDraft::traceback).toList();
    }

    private void settle() {
        if (current.named() || !current.frames.isEmpty()) {
            push(current);
        }
        current = new ExceptionDraft(Traceback.Relation.ROOT);
    }

    private void push(ExceptionDraft draft) {
        if (chain.size() >= LONGEST_CHAIN) {
            chain.remove(1);
        }
        chain.add(draft);
    }

    @Override
    public void close(Origin origin, Consumer<Failure> found) {
        List<Traceback> tracebacks = chain();
        if (!tracebacks.isEmpty() && convincing(tracebacks)) {
            found.accept(new Failure(kind(tracebacks.getLast()), tracebacks, context.testId(), origin.offset(), origin.excerpt()));
        }
    }

    private boolean convincing(List<Traceback> tracebacks) {
        Traceback reported = tracebacks.getLast();
        if (reported.exceptionType().isEmpty()) {
            return headed && !reported.frames().isEmpty();
        }
        if (headed || !reported.frames().isEmpty() || tracebacks.size() > 1) {
            return true;
        }
        return !foreignStack && PythonMessages.certain(reported);
    }

    private Failure.Kind kind(Traceback reported) {
        if (context.testId() != null) {
            return context.kind();
        }
        if (context.kind() == Failure.Kind.WARNING) {
            return Failure.Kind.WARNING;
        }
        if (reported.frames().isEmpty() && !headed) {
            return Failure.Kind.MESSAGE;
        }
        if (!reported.frames().isEmpty() && reported.frames().getLast().function().isEmpty() && PythonMessages.isSyntax(reported.exceptionType())) {
            return Failure.Kind.SYNTAX;
        }
        return notebook ? Failure.Kind.NOTEBOOK : Failure.Kind.TRACEBACK;
    }

    private static int indent(String line) {
        int width = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                width += 4;
            } else if (Character.isWhitespace(c)) {
                width++;
            } else {
                break;
            }
        }
        return width;
    }

    // Boxed tracebacks draw a frame of bars around every line.
    private static String unboxed(String line) {
        if (line.isEmpty() || !bar(line.charAt(0))) {
            return line;
        }
        int end = line.stripTrailing().length();
        if (end > 1 && bar(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(Math.min(end, line.startsWith(" ", 1) ? 2 : 1), end).stripTrailing();
    }

    private static boolean bar(char c) {
        return c == '\u2502' || c == '\u2503';
    }
}
