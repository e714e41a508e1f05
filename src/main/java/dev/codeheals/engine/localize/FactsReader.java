package dev.codeheals.engine.localize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.localize.RuntimeFacts.FailureFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Reads what the instrumented run wrote; see {@code codeheals_facts.py}.
public final class FactsReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FactsReader() {}

    /// The facts; {@link RuntimeFacts#NONE} for text that is cut off or no report.
    ///
    /// @param command names the single run of a program without tests
    public static RuntimeFacts read(String json, String command) {
        try {
            JsonNode node = JSON.readTree(json);
            List<FailureFacts> failures = list(node.path("failures"), FactsReader::failure);
            List<LineCoverage> coverage = list(node.path("coverage"), entry -> coverage(entry, command));
            FailureFacts first = failures.isEmpty() ? new FailureFacts("", List.of(), Map.of()) : failures.getFirst();
            return new RuntimeFacts(first.frames(), first.exception(), coverage, failures);
        } catch (JsonProcessingException _) {
            return RuntimeFacts.NONE;
        }
    }

    private static FailureFacts failure(JsonNode node) {
        return new FailureFacts(node.path("type").asText(), list(node.path("frames"), FactsReader::frame), texts(node.path("exception")));
    }

    private static FrameFacts frame(JsonNode node) {
        return new FrameFacts(node.path("file").asText(), node.path("line").asInt(), node.path("function").asText(), values(node.path("locals")),
                values(node.path("evaluated")), texts(node.path("callees")));
    }

    private static Map<String, ValueFacts> values(JsonNode node) {
        Map<String, ValueFacts> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    private static ValueFacts value(JsonNode node) {
        Integer length = node.path("length").isInt() ? Integer.valueOf(node.path("length").asInt()) : null;
        return new ValueFacts(node.path("type").asText(), node.path("repr").asText(), length, list(node.path("keys"), JsonNode::asText),
                list(node.path("attributes"), JsonNode::asText), list(node.path("elements"), JsonNode::asText));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static LineCoverage coverage(JsonNode node, String command) {
        Map<String, Set<Integer>> lines = new LinkedHashMap<>();
        node.path("lines").properties().forEach(entry -> lines.put(entry.getKey(), new HashSet<>(list(entry.getValue(), JsonNode::asInt))));
        String test = node.path("test").asText();
        return new LineCoverage(test.isEmpty() ? command : test, node.path("passed").asBoolean(), lines);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        List<T> list = new ArrayList<>();
        array.forEach(node -> list.add(each.apply(node)));
        return list;
    }
}
