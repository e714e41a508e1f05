package dev.codeheals.engine.detect;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one traceback with everything chained to it, in Python's own layout, a notebook's, or a boxed one.
///
/// It may start at the header, at a frame (the top was cut off) or at the exception itself (some services print it first).
final class TracebackReader implements ReportReader {
    private static final int PATIENCE = 12;

    private enum State { START, LEAD, FRAMES, MESSAGE, AFTER, LINK }

    private final TracebackChain chain = new TracebackChain();
    private final FrameStretch frames = new FrameStretch(chain);
    private final ReportContext context;
    private State state = State.START;
    private @Nullable GroupMargins group;
    private boolean headed;
    private boolean foreignStack;
    private boolean plainBox;
    private boolean page;
    private boolean table;
    private int lastWidth;
    private boolean blockDue;
    private int patience = PATIENCE;

    TracebackReader() {
        this(ReportContext.NONE);
    }

    TracebackReader(ReportContext context) {
        this.context = context;
    }

    @Override
    public Step accept(String raw, boolean dedented) {
        page |= raw.contains("File &quot;");
        table |= raw.contains("File \"\"");
        String bare = page ? LineShape.asShown(raw) : table ? LineShape.asCell(raw) : LineShape.beforeEnd(raw);
        String line = LineShape.unboxed(bare, plainBox);
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
            case FRAMES -> {
                lastWidth = line.length();
                yield frames(line, text);
            }
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
            chain.adopt(outer.chain);
        }
        state = State.AFTER;
    }

    private Step start(String line, String text) {
        if (text.contains("Traceback (") || text.startsWith("Traceback:")) {
            return header(text);
        }
        StackFrame frame = FrameLine.parse(text);
        if (frame != null) {
            takeLead();
            state = State.FRAMES;
            return frames(line, text);
        }
        ExceptionLine lead = ExceptionLine.named(text);
        if (lead == null && group == null) {
            lead = ExceptionLine.afterFrames(text);
        }
        if (lead != null) {
            chain.current().name(lead);
            state = State.LEAD;
            return Step.TAKEN;
        }
        return Step.FOREIGN;
    }

    private Step header(String text) {
        headed = true;
        plainBox = text.endsWith("--+");
        state = State.FRAMES;
        int at = text.indexOf("Traceback (");
        String before = at <= 0 ? "" : text.substring(0, at).strip();
        takeLead();
        if (!before.isEmpty() && ExceptionLine.looksLikeType(before)) {
            chain.current().name(before, "");
            frames.asNotebook();
        }
        return Step.TAKEN;
    }

    private void takeLead() {
        ExceptionLine lead = context.lead();
        if (lead != null && chain.current().frames.isEmpty() && !chain.current().named()) {
            chain.current().name(lead);
        }
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
        return switch (frames.read(line, text, headed)) {
            case PART -> Step.TAKEN;
            case NAMED -> named();
            case SENTENCE -> toLink(text);
            case HEADER -> header(text);
            case FOREIGN -> Step.FOREIGN;
            case OVER -> Step.OVER;
        };
    }

    private Step named() {
        state = State.MESSAGE;
        patience = PATIENCE;
        blockDue = false;
        return Step.TAKEN;
    }

    private Step spend() {
        return --patience < 0 ? Step.OVER : Step.FOREIGN;
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
        if (blockDue && !Character.isWhitespace(line.charAt(0))) {
            state = State.AFTER;
            return after(text);
        }
        boolean runsOn = lastWidth > 0 && lastWidth == frames.width();
        lastWidth = line.length();
        if (runsOn) {
            chain.current().runsOn(line.stripTrailing());
        } else {
            chain.current().more(line.stripTrailing());
        }
        return Step.TAKEN;
    }

    private Step messageBlank() {
        blockDue = chain.current().announcesBlock();
        if (context.wholeMessages() || blockDue || (chain.current().messageBlank() && patience-- > PATIENCE - 3)) {
            chain.current().blank();
        } else {
            state = State.AFTER;
        }
        return Step.TAKEN;
    }

    // A worker process sends its traceback as the quoted message of a wrapper exception.
    private Step remote() {
        String type = chain.current().type();
        if (type != null && type.endsWith("RemoteTraceback")) {
            chain.replace();
            state = State.LINK;
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
        chain.link(Phrases.isCause(text) ? Traceback.Relation.CAUSE : Traceback.Relation.CONTEXT);
        state = State.LINK;
        patience = PATIENCE;
        return Step.TAKEN;
    }

    private Step link(String line, String text) {
        if (text.isEmpty() || text.startsWith("-----")) {
            return Step.TAKEN;
        }
        chain.restart();
        frames.restart();
        if (text.contains("Traceback (")) {
            return header(text);
        }
        ExceptionLine exception = ExceptionLine.named(text);
        if (exception == null && FrameLine.parse(text) != null) {
            state = State.FRAMES;
            return frames(line, text);
        }
        if (exception != null) {
            chain.current().name(exception);
            return named();
        }
        return spend();
    }

    void member(Traceback inner) {
        chain.member(inner);
        state = State.AFTER;
    }

    /// The reported exception so far.
    @Nullable Traceback last() {
        return chain.last();
    }

    /// Every exception so far, root cause first.
    List<Traceback> chain() {
        if (group != null) {
            adopt(group);
        }
        return chain.tracebacks();
    }

    @Override
    public void close(Origin origin, Consumer<Failure> found) {
        List<Traceback> tracebacks = chain();
        ReportEvidence evidence = new ReportEvidence(headed, frames.notebook(), foreignStack, context);
        if (!tracebacks.isEmpty() && evidence.convincing(tracebacks)) {
            found.accept(new Failure(evidence.kind(tracebacks.getLast()), tracebacks, context.testId(), origin.offset(), origin.excerpt()));
        }
    }
}
