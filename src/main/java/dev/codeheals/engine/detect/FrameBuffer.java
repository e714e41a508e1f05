package dev.codeheals.engine.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects frames in bounded space: the outermost ones and the innermost ones of a very deep stack.
final class FrameBuffer {
    private static final int OUTERMOST = 200;
    private static final int INNERMOST = 800;
    private static final int LONGEST_SOURCE = 1_000;

    private final List<StackFrame> first = new ArrayList<>();
    private final Deque<StackFrame> last = new ArrayDeque<>();
    private @Nullable StackFrame open;

    void add(StackFrame frame) {
        settle();
        open = frame;
    }

    boolean isEmpty() {
        return open == null && first.isEmpty();
    }

    boolean awaitsSource() {
        return open != null && open.source() == null;
    }

    boolean awaitsLine() {
        return open != null && open.line() == 0;
    }

    void source(String text) {
        if (open != null && open.source() == null) {
            String kept = text.length() > LONGEST_SOURCE ? text.substring(0, LONGEST_SOURCE) : text;
            open = new StackFrame(open.file(), open.line(), open.column(), open.function(), kept, open.marked());
        }
    }

    void marked(int column, int length) {
        if (open != null && open.column() == null) {
            open = new StackFrame(open.file(), open.line(), column, open.function(), open.source(), length);
        }
    }

    void line(int line) {
        if (open != null && open.line() == 0) {
            open = new StackFrame(open.file(), line, open.column(), open.function(), open.source(), open.marked());
        }
    }

    List<StackFrame> frames() {
        settle();
        List<StackFrame> all = new ArrayList<>(first);
        all.addAll(last);
        return all;
    }

    private void settle() {
        if (open == null) {
            return;
        }
        if (first.size() < OUTERMOST) {
            first.add(open);
        } else {
            if (last.size() == INNERMOST) {
                last.removeFirst();
            }
            last.addLast(open);
        }
        open = null;
    }
}
