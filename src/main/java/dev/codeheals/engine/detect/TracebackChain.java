package dev.codeheals.engine.detect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The exceptions of one report as they come in, root cause first.
final class TracebackChain {
    private static final int LONGEST = 40;

    private final List<ExceptionDraft> done = new ArrayList<>();
    private ExceptionDraft current = new ExceptionDraft(Traceback.Relation.ROOT);
    private Traceback.Relation next = Traceback.Relation.ROOT;

    /// The exception being read.
    ExceptionDraft current() {
        return current;
    }

    /// Ends the current exception; the next one has this relation to it.
    void link(Traceback.Relation relation) {
        settle();
        next = relation;
        current = new ExceptionDraft(relation);
    }

    /// Starts the linked exception afresh.
    void restart() {
        current = new ExceptionDraft(next);
    }

    /// Forgets what was read of the current exception, whose place another one takes.
    void replace() {
        next = current.relation;
        current = new ExceptionDraft(current.relation);
    }

    /// Takes over the exceptions of a finished group.
    void adopt(TracebackChain group) {
        group.settle();
        for (ExceptionDraft draft : group.done) {
            push(draft.relation == Traceback.Relation.ROOT ? draft.related(next) : draft);
        }
        current = new ExceptionDraft(Traceback.Relation.ROOT);
    }

    /// Adds a member to the newest exception.
    void member(Traceback inner) {
        settle();
        if (!done.isEmpty()) {
            done.getLast().member(inner);
        }
    }

    @Nullable Traceback last() {
        settle();
        return done.isEmpty() ? null : done.getLast().traceback();
    }

    List<Traceback> tracebacks() {
        settle();
        return done.stream().map(ExceptionDraft::traceback).toList();
    }

    private void settle() {
        if (current.named() || !current.frames.isEmpty()) {
            push(current);
        }
        current = new ExceptionDraft(Traceback.Relation.ROOT);
    }

    private void push(ExceptionDraft draft) {
        if (done.size() >= LONGEST) {
            done.remove(1);
        }
        done.add(draft);
    }
}
