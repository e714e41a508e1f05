package dev.codeheals.engine.repair.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One change as a reply puts it, not yet fitted to the files.
sealed interface RawEdit {

    /// As the reply names it; null if it names none.
    @Nullable String file();

    /// Old text gives way to new text. An empty {@code search} creates the file.
    ///
    /// @param line where the reply says the old text begins, 1-based; 0 = it does not say
    record Swap(@Nullable String file, String search, String replace, int line) implements RawEdit {}

    /// Code without a word on what it replaces: a whole file, a definition, a few lines.
    ///
    /// @param shownBefore  the blocks the reply showed before it, the nearest first: the old code, what is meant if this is an example, another part
    /// @param alternatives whether the blocks are ways to choose from
    record Code(@Nullable String file, String text, List<String> shownBefore, boolean alternatives) implements RawEdit {
        Code(@Nullable String file, String text) {
            this(file, text, List.of(), false);
        }
    }
}
