package dev.codeheals.engine.repair;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.classify.PacketHash;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An edit that may heal a failure; nothing is known about it until it was verified.
///
/// @param source       who proposes it: {@code pattern:<id>}, {@code rule:<id>}, {@code search:<operator>}, {@code model:<provider>/<model>}
/// @param description  what it does, as a sentence without a full stop: "Import json"
/// @param edits        one per file, at least one
/// @param tier         how far it may go
/// @param prior        0 to 1: how often an edit like this is right when it verifies; ranks candidates of one source
/// @param selfReported the source's own confidence, for models only
/// @param explanation  why it helps, for a person; may be empty
public record CandidatePatch(String source, String description, List<FileEdit> edits, Tier tier, double prior, @Nullable Double selfReported,
                             String explanation) {
    public CandidatePatch {
        edits = edits.stream().sorted(Comparator.comparing(FileEdit::file)).toList();
        if (edits.isEmpty() || edits.stream().map(FileEdit::file).distinct().count() != edits.size()) {
            throw new IllegalArgumentException("A patch needs one edit for each file it changes.");
        }
    }

    /// The same edit with another prior.
    public CandidatePatch withPrior(double other) {
        return new CandidatePatch(source, description, edits, tier, other, selfReported, explanation);
    }

    /// Whether two patches write the same is told by this hash: SHA-256 over files and replacements.
    public String hash() {
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        for (FileEdit edit : edits) {
            ObjectNode node = document.addObject();
            node.put("file", edit.file()).put("creates", edit.creates());
            ArrayNode list = node.putArray("replacements");
            edit.replacements().forEach(r -> list.addObject().put("start", r.start()).put("end", r.end()).put("text", r.text()));
        }
        return PacketHash.of(document);
    }
}
