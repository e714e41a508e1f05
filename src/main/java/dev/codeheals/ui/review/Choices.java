package dev.codeheals.ui.review;

import java.util.ArrayDeque;
import java.util.Deque;

/// The choices made on a proposal, so that each can be taken back.
final class Choices {
    private static final int KEPT = 200;
    private final Deque<Choice> made = new ArrayDeque<>();

    private record Choice(FileDiff diff, FileDiff.Taken before) {}

    void clear() {
        made.clear();
    }

    /// Remembers how a file's choice is before it changes.
    void remember(FileDiff diff) {
        made.push(new Choice(diff, diff.takenNow()));
        if (made.size() > KEPT) {
            made.removeLast();
        }
    }

    /// Takes the last choice on this file back.
    ///
    /// @return whether there was one
    boolean undo(FileDiff diff) {
        Choice last = made.peek();
        if (last == null || last.diff() != diff) {
            return false;
        }
        made.pop();
        diff.take(last.before());
        return true;
    }
}
