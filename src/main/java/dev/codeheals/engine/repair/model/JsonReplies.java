package dev.codeheals.engine.repair.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads replies that are, or hold, the JSON object asked for, whatever names and slips they have.
final class JsonReplies {
    private static final int TRIES = 64;
    private static final int MOST_EDITS = 100;
    private static final List<String> EDITS = List.of("edits", "changes", "patches", "modifications", "replacements", "files");
    private static final List<String> FILE = List.of("file", "path", "filename", "file_path", "filepath", "file_name", "target");
    private static final List<String> SEARCH = List.of("search", "old", "old_text", "old_string", "old_str", "old_code", "old_lines", "original",
            "before", "find", "old_content");
    private static final List<String> REPLACE = List.of("replace", "new", "new_text", "new_string", "new_str", "new_code", "new_lines", "replacement",
            "after", "updated", "modified", "fixed");
    private static final List<String> CODE = List.of("content", "contents", "new_content", "code", "text");
    private static final List<String> CALLS = List.of("arguments", "input", "parameters", "args", "function", "tool_calls", "result", "response", "output",
            "answer", "fix", "command", "cmd");
    private static final List<String> DIFF = List.of("diff", "patch", "unified_diff", "fix_diff");
    private static final ObjectMapper LENIENT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(60).build()).build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_YAML_COMMENTS).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private JsonReplies() {}

    /// The reply in the text; empty if the text holds no such object.
    static Optional<RawReply> in(String text, Fences fences) {
        Optional<RawReply> whole = object(text.strip());
        if (whole.isPresent()) {
            return whole;
        }
        Optional<RawReply> fenced = fences.blocks().reversed().stream().map(block -> object(block.text().strip())).flatMap(Optional::stream).findFirst();
        return fenced.isPresent() ? fenced : amongProse(text.contains("{&quot;") ? Entities.resolved(text) : text);
    }

    // Of several answers the last one counts: what comes before was a draft.
    private static Optional<RawReply> amongProse(String text) {
        int tries = 0;
        boolean cut = false;
        Optional<RawReply> last = Optional.empty();
        for (int at = text.indexOf('{'); at >= 0 && tries < TRIES; at = text.indexOf('{', at + 1), tries++) {
            int end = closing(text, at);
            if (end < 0) {
                cut |= namesEdits(text, at);
                continue;
            }
            Optional<RawReply> found = object(text.substring(at, end));
            if (found.isPresent()) {
                last = last.isEmpty() || !found.get().edits().isEmpty() ? found : last;
                at = end - 1;
            }
        }
        return last.isPresent() ? last : cut ? Optional.of(RawReply.unusable("The JSON object is not complete: it ends in the middle.")) : Optional.empty();
    }

    private static boolean namesEdits(String text, int from) {
        return text.indexOf("\"edits\"", from) >= 0 || text.indexOf("\"fix_description\"", from) >= 0;
    }

    /// The offset behind the brace that closes the one at the start; -1 if none does.
    private static int closing(String text, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                depth++;
            } else if (!quoted && (c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static Optional<RawReply> object(String text) {
        if (!text.startsWith("{") && !text.startsWith("[") && !text.startsWith("\"{")) {
            return Optional.empty();
        }
        return parse(text).or(() -> parse(TripleQuotes.asJson(text))).or(() -> parse(Typography.straight(text))).flatMap(JsonReplies::reply);
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = LENIENT.readTree(text);
            return node != null && node.isTextual() ? parse(node.asText()) : Optional.ofNullable(node).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// Empty for JSON that is something else: data in prose, a dict in code.
    private static Optional<RawReply> reply(JsonNode node) {
        JsonNode edits = node.isArray() ? node : first(node, EDITS);
        if (edits != null && edits.isTextual()) {
            JsonNode inside = parse(edits.asText()).orElse(edits);
            edits = inside.isTextual() && DiffReplies.looksLikeDiff(inside.asText()) ? JsonNodeFactory.instance.arrayNode().add(inside) : inside;
        }
        String diff = string(first(node, DIFF));
        boolean asked = node.has("edits") || node.has("fix_description");
        List<RawEdit> found = new ArrayList<>();
        try {
            if (edits != null && (asked || looksLikeEdits(edits))) {
                all(edits, found);
            } else if (diff != null && DiffReplies.looksLikeDiff(diff)) {
                found.addAll(DiffReplies.edits(diff, string(first(node, FILE))));
            } else if (looksLikeEdit(node)) {
                found.addAll(edit(node, null));
            } else if (!asked) {
                return inCall(node);
            }
        } catch (UnusableReply unusable) {
            return Optional.of(RawReply.unusable(unusable.fault()));
        }
        return Optional.of(new RawReply(found, text(node, "fix_description", "description", "summary", "title"),
                text(node, "explanation", "reason", "reasoning", "why", "analysis"), confidence(node.path("confidence")), null));
    }

    /// What a call of a tool was given, however deep it is wrapped.
    private static Optional<RawReply> inCall(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).filter(JsonNode::isObject).map(JsonReplies::inCall).flatMap(Optional::stream).findFirst();
        }
        for (String name : CALLS) {
            JsonNode given = node.path(name);
            if (String.valueOf(string(given)).contains("*** Begin Patch")) {
                return Optional.of(diff(String.valueOf(string(given))));
            }
            Optional<RawReply> found = given.isTextual() ? object(given.asText().strip()) : given.isContainerNode() ? reply(given) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static RawReply diff(String patch) {
        try {
            return RawReply.of(DiffReplies.edits(patch, null));
        } catch (UnusableReply unusable) {
            return RawReply.unusable(unusable.fault());
        }
    }

    private static boolean looksLikeEdits(JsonNode edits) {
        if (edits.isObject()) {
            return edits.properties().stream().allMatch(entry -> PathHints.inLine(entry.getKey()).isPresent()) && !edits.isEmpty();
        }
        return edits.isArray() && !edits.isEmpty() && StreamSupport.stream(edits.spliterator(), false).allMatch(JsonReplies::looksLikeEdit);
    }

    private static boolean looksLikeEdit(JsonNode node) {
        return node.isObject() && (first(node, FILE) != null || first(node, SEARCH) != null)
                && (first(node, REPLACE) != null || first(node, CODE) != null || first(node, DIFF) != null || first(node, EDITS) != null);
    }

    private static void all(JsonNode edits, List<RawEdit> found) throws UnusableReply {
        if (edits.size() > MOST_EDITS) {
            throw new UnusableReply("There are %d edits, more than the %d allowed.".formatted(edits.size(), MOST_EDITS));
        }
        if (edits.isObject() && first(edits, FILE) == null && first(edits, SEARCH) == null) {
            for (Map.Entry<String, JsonNode> entry : edits.properties()) {
                found.addAll(edit(entry.getValue(), entry.getKey()));
            }
        } else if (edits.isObject()) {
            found.addAll(edit(edits, null));
        } else {
            for (JsonNode edit : edits) {
                found.addAll(edit(edit, null));
            }
        }
    }

    private static List<RawEdit> edit(JsonNode node, @Nullable String named) throws UnusableReply {
        if (node.isTextual()) {
            return named == null ? DiffReplies.edits(node.asText(), null) : List.of(new RawEdit.Code(named, node.asText()));
        }
        if (node.isArray()) {
            List<RawEdit> several = new ArrayList<>();
            for (JsonNode each : node) {
                several.addAll(each.isContainerNode() ? edit(each, named) : List.of());
            }
            return several;
        }
        String file = Optional.ofNullable(string(first(node, FILE))).orElse(named);
        String search = string(first(node, SEARCH));
        String replace = string(first(node, REPLACE));
        String code = string(first(node, CODE));
        String diff = string(first(node, DIFF));
        JsonNode nested = first(node, EDITS);
        if (nested != null && nested.isArray() && search == null) {
            List<RawEdit> several = new ArrayList<>();
            for (JsonNode each : nested) {
                several.addAll(edit(each, file));
            }
            return several;
        }
        if (search != null && replace != null) {
            return List.of(new RawEdit.Swap(file, search, replace, 0));
        }
        if (diff != null) {
            return DiffReplies.edits(diff, file);
        }
        if (search == null && (replace != null || code != null)) {
            return List.of(new RawEdit.Code(file, replace != null ? replace : code == null ? "" : code));
        }
        throw new UnusableReply("An edit%s lacks \"%s\".".formatted(file == null ? "" : " of " + file, search == null ? "search" : "replace"));
    }

    private static @Nullable JsonNode first(JsonNode node, List<String> names) {
        for (String name : names) {
            if (node.hasNonNull(name)) {
                return node.get(name);
            }
        }
        return null;
    }

    /// Text, or lines given as a list.
    private static @Nullable String string(@Nullable JsonNode node) {
        if (node == null || node.isObject()) {
            return null;
        }
        if (!node.isArray()) {
            return node.asText();
        }
        List<String> lines = new ArrayList<>();
        node.forEach(line -> lines.add(line.asText("")));
        return String.join("\n", lines);
    }

    private static String text(JsonNode node, String... names) {
        for (String name : names) {
            if (node.path(name).isTextual() && !node.path(name).asText().isBlank()) {
                return node.path(name).asText().strip();
            }
        }
        return "";
    }

    /// 0.9, "0.9", 90, "90 %" and "high" all occur.
    private static @Nullable Double confidence(JsonNode node) {
        if (node.isNumber()) {
            return scaled(node.asDouble());
        }
        String words = node.asText("").strip().toLowerCase(Locale.ROOT);
        if (words.matches("[0-9]{1,3}(\\.[0-9]{1,9})? ?%?")) {
            return scaled(Double.parseDouble(words.replace("%", "").strip()));
        }
        return switch (words) {
            case "very high" -> 0.9;
            case "high" -> 0.8;
            case "medium", "moderate" -> 0.5;
            case "low" -> 0.2;
            default -> null;
        };
    }

    private static @Nullable Double scaled(double value) {
        if (!Double.isFinite(value) || value < 0 || value > 100) {
            return null;
        }
        return value > 1 ? value / 100 : value;
    }
}
