package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.source.SourceTree;
import org.jspecify.annotations.Nullable;

/// What a reply may be about.
///
/// @param project     the files as they are now
/// @param failingFile where the failure is; meant when a reply names no file
/// @param restore     puts the secrets back into text of the reply
record ReplyScope(SourceTree project, @Nullable String failingFile, Restore restore) {

    /// Undoes the redaction of a piece of text.
    @FunctionalInterface
    interface Restore {
        /// There was no redaction.
        Restore NONE = (text, _) -> text;

        /// @param file what the file the text is for holds now; empty for a new file
        /// @throws LeftoverPlaceholder if the text holds a placeholder that cannot be restored exactly
        String apply(String text, String file) throws LeftoverPlaceholder;
    }

    /// A placeholder that is cut, altered or made up; it must not reach a file.
    static final class LeftoverPlaceholder extends Exception {
        private static final long serialVersionUID = 1;

        LeftoverPlaceholder(String message) {
            super(message);
        }
    }
}
