package dev.codeheals.ui.review;

import org.jspecify.annotations.Nullable;

/// One row of a diff on screen.
sealed interface DiffRow {

    /// A line both sides have.
    ///
    /// @param old   0-based line of the old text
    /// @param fresh 0-based line of the new text
    record Same(int old, int fresh) implements DiffRow {}

    /// A changed row; in a unified view one side is null.
    ///
    /// @param hunk  index of its change
    /// @param old   0-based line of the old text; null if the row only adds
    /// @param fresh 0-based line of the new text; null if the row only removes
    /// @param first whether it is its change's first row
    record Changed(int hunk, @Nullable Integer old, @Nullable Integer fresh, boolean first) implements DiffRow {}

    /// Unchanged lines that are folded away.
    ///
    /// @param old   0-based first folded line of the old text
    /// @param fresh of the new text
    record Fold(int old, int fresh, int count) implements DiffRow {}
}
