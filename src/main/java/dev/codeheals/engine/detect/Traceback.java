package dev.codeheals.engine.detect;

import java.util.List;

/// One exception with its frames.
///
/// @param relation      how it relates to the one before it in the chain
/// @param frames        outermost first; may be empty
/// @param exceptionType as printed, dotted if it was
/// @param message       the whole message, lines joined with {@code \n}; empty if none
/// @param members       the exceptions inside an exception group; empty otherwise
public record Traceback(Relation relation, List<StackFrame> frames, String exceptionType, String message, List<Traceback> members) {
    public enum Relation {
        /// First of its chain.
        ROOT,
        /// "The above exception was the direct cause of the following exception".
        CAUSE,
        /// "During handling of the above exception, another exception occurred".
        CONTEXT
    }

    public Traceback {
        frames = List.copyOf(frames);
        members = List.copyOf(members);
    }

    /// The message's first line.
    public String summary() {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
