package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.FileEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reply turned out to be.
public sealed interface ParsedReply {

    /// Edits that fit the project's files.
    ///
    /// @param edits       one per file, at least one, none without effect
    /// @param description never blank
    /// @param explanation may be empty
    /// @param confidence  0 to 1; null if the model gave none
    record Parsed(List<FileEdit> edits, String description, String explanation, @Nullable Double confidence) implements ParsedReply {
        public Parsed {
            edits = List.copyOf(edits);
        }
    }

    /// Nothing could be made of it.
    ///
    /// @param fault sentences that tell the model what to correct
    record Unusable(String fault) implements ParsedReply {}

    /// The model does not want to, or sees nothing to change.
    ///
    /// @param reason a sentence for a person
    record Refusal(String reason) implements ParsedReply {}
}
