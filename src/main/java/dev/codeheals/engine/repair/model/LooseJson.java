package dev.codeheals.engine.repair.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads JSON as models write it: comments, single quotes, Python's strings, curly and full-width punctuation, code that was not escaped.
final class LooseJson {
    private static final Pattern CAMEL = Pattern.compile("[a-z]+(?:[A-Z][a-z]*)+|[A-Z][A-Z_]*|[A-Z][a-z]+");
    /// What a backslash is put before by those who write Markdown or JavaScript, not to keep it.
    private static final String NEEDLESS = "_'`#&<>~!:=,;@% \n";
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(60).build()).build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_YAML_COMMENTS).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private LooseJson() {}

    /// An object or a list, its names in lower case with underscores; empty where the text is nothing of the kind.
    static Optional<JsonNode> container(String text) {
        if (text.isEmpty() || "{[\"".indexOf(Typography.straight(text.substring(0, 1))) < 0) {
            return Optional.empty();
        }
        return parse(text).or(() -> parse(TripleQuotes.asJson(text))).or(() -> parse(Typography.straight(text)))
                .or(() -> parse(InnerQuotes.escaped(text)));
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(escaped(text));
            return node != null && node.isTextual() ? parse(node.asText()) : Optional.ofNullable(node).filter(JsonNode::isContainerNode).map(LooseJson::named);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// A backslash that JSON does not know belongs to the code: a regular expression, a path of Windows.
    private static String escaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            result.append(c);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                boolean known = "\"\\/bfnrt".indexOf(next) >= 0 || NEEDLESS.indexOf(next) >= 0
                        || (next == 'u' && text.substring(i + 1, Math.min(text.length(), i + 5)).matches("[0-9a-fA-F]{4}"));
                result.append(known ? "" : "\\").append(next);
            }
        }
        return result.toString();
    }

    private static JsonNode named(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode renamed = object.objectNode();
            object.properties().forEach(field -> renamed.set(CAMEL.matcher(field.getKey()).matches() ? snake(field.getKey()) : field.getKey(), named(field.getValue())));
            return renamed;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode renamed = list.arrayNode();
            list.forEach(each -> renamed.add(named(each)));
            return renamed;
        }
        return node;
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
