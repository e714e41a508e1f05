package dev.codeheals.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.repair.model.ReplySchema;
import java.util.Optional;

/// Reads what servers send.
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode SCHEMA = parse(ReplySchema.JSON).orElseThrow();

    private Json() {}

    static JsonNode schema() {
        return SCHEMA.deepCopy();
    }

    /// The object; empty if the text is not one.
    static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return Optional.ofNullable(node).filter(JsonNode::isObject);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
