package dev.codeheals.engine.repair.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A reply taken apart, not yet fitted to the files.
///
/// @param fault what makes it useless as a whole; null if nothing does
record RawReply(List<RawEdit> edits, String description, String explanation, @Nullable Double confidence, @Nullable String fault) {
    RawReply {
        edits = List.copyOf(edits);
    }

    static RawReply of(List<RawEdit> edits) {
        return new RawReply(edits, "", "", null, null);
    }

    static RawReply unusable(String fault) {
        return new RawReply(List.of(), "", "", null, fault);
    }

    RawReply explainedBy(String prose) {
        return explanation.isEmpty() ? new RawReply(edits, description, prose, confidence, fault) : this;
    }
}
