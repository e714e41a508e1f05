package dev.codeheals.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Edits as they are kept beside their envelope.
final class EditsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EditsJson() {}

    static byte[] write(List<FileEdit> edits) throws IOException {
        ArrayNode document = JSON.createArrayNode();
        for (FileEdit edit : edits) {
            ObjectNode node = document.addObject().put("file", edit.file()).put("creates", edit.creates());
            ArrayNode replacements = node.putArray("replacements");
            edit.replacements().forEach(r -> replacements.addObject().put("start", r.start()).put("end", r.end()).put("text", r.text()));
        }
        return JSON.writeValueAsBytes(document);
    }

    /// @throws IllegalArgumentException if the document is not one of ours
    static List<FileEdit> read(byte[] bytes) throws IOException {
        List<FileEdit> edits = new ArrayList<>();
        for (JsonNode node : JSON.readTree(bytes)) {
            List<Replacement> replacements = new ArrayList<>();
            for (JsonNode r : node.path("replacements")) {
                replacements.add(new Replacement(r.path("start").asInt(-1), r.path("end").asInt(-1), r.path("text").asText()));
            }
            edits.add(new FileEdit(node.path("file").asText(), node.path("creates").asBoolean(), replacements));
        }
        return List.copyOf(edits);
    }
}
