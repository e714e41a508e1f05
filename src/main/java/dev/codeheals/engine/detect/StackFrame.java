package dev.codeheals.engine.detect;

import org.jspecify.annotations.Nullable;

/// One frame as printed.
///
/// @param file     as printed; null where the report names none
/// @param line     1-based; 0 where the report names none
/// @param column   1-based column of the marked expression; null where unmarked
/// @param function as printed ({@code <module>} at top level); empty where the report names none
/// @param source   the source line printed under the frame; null if none
/// @param marked   how many chars of the source line are marked, from the column on; 0 where unmarked
public record StackFrame(@Nullable String file, int line, @Nullable Integer column, String function, @Nullable String source, int marked) {
    /// A frame without marks.
    public StackFrame(@Nullable String file, int line, String function, @Nullable String source) {
        this(file, line, null, function, source, 0);
    }
}
