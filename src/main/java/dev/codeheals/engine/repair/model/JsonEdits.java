package dev.codeheals.engine.repair.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads edits that are given as JSON, by whatever names their parts go.
final class JsonEdits {
    private static final int MOST_EDITS = 100;
    static final List<String> EDITS = List.of("edits", "changes", "patches", "modifications", "replacements", "files", "fixes", "edit", "change", "updates");
    static final List<String> FILE = List.of("file", "path", "filename", "file_path", "filepath", "file_name", "target", "target_file", "relative_path");
    static final List<String> SEARCH = List.of("search", "old", "old_text", "old_string", "old_str", "old_code", "old_lines", "original",
            "before", "find", "old_content", "original_code", "original_text", "search_text", "from", "anchor");
    private static final List<String> REPLACE = List.of("replace", "new", "new_text", "new_string", "new_str", "new_code", "new_lines", "replacement",
            "after", "updated", "modified", "fixed", "modified_code", "fixed_code", "updated_code", "replace_text", "replacement_text", "to");
    private static final List<String> CODE = List.of("content", "contents", "new_content", "code", "text", "code_edit", "file_text");
    private static final List<String> LINE = List.of("line", "line_number", "lineno", "start_line", "line_start");
    private static final List<String> ACTION = List.of("op", "operation", "action", "type", "mode");
    static final List<String> DIFF = List.of("diff", "patch", "unified_diff", "fix_diff");

    private JsonEdits() {}

    static boolean are(JsonNode edits) {
        if (edits.isObject()) {
            return edits.properties().stream().allMatch(entry -> PathHints.inLine(entry.getKey()).isPresent()) && !edits.isEmpty();
        }
        return edits.isArray() && !edits.isEmpty() && StreamSupport.stream(edits.spliterator(), false).allMatch(JsonEdits::isOne);
    }

    static boolean isOne(JsonNode node) {
        return node.isObject() && (first(node, FILE) != null || first(node, SEARCH) != null)
                && (first(node, REPLACE) != null || first(node, CODE) != null || first(node, DIFF) != null || first(node, EDITS) != null);
    }

    /// The edits of a list, of an object by file names, or of a single one.
    static List<RawEdit> all(JsonNode edits) throws UnusableReply {
        if (edits.size() > MOST_EDITS) {
            throw new UnusableReply("There are %d edits, more than the %d allowed.".formatted(edits.size(), MOST_EDITS));
        }
        if (!edits.isObject()) {
            return each(edits, null);
        }
        JsonNode inside = first(edits, EDITS);
        if (inside != null && first(edits, FILE) == null) {
            return all(inside);
        }
        return first(edits, FILE) == null && first(edits, SEARCH) == null ? byName(edits) : one(edits, null);
    }

    private static List<RawEdit> each(JsonNode edits, @Nullable String file) throws UnusableReply {
        List<RawEdit> found = new ArrayList<>();
        for (JsonNode edit : edits) {
            found.addAll(one(edit, file));
        }
        return found;
    }

    private static List<RawEdit> byName(JsonNode edits) throws UnusableReply {
        List<RawEdit> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : edits.properties()) {
            boolean counted = entry.getKey().matches("[0-9]{1,3}");
            if (!counted && PathHints.inLine(entry.getKey()).isEmpty()) {
                throw new UnusableReply("\"edits\" is no list of edits.");
            }
            found.addAll(one(entry.getValue(), counted ? null : entry.getKey()));
        }
        return found;
    }

    /// What one edit asks for.
    ///
    /// @param named the file it stands under, if any
    static List<RawEdit> one(JsonNode node, @Nullable String named) throws UnusableReply {
        if (node.isTextual()) {
            return named == null ? DiffReplies.edits(node.asText(), null) : List.of(new RawEdit.Code(named, node.asText()));
        }
        if (node.isArray()) {
            List<RawEdit> several = new ArrayList<>();
            for (JsonNode each : node) {
                several.addAll(each.isContainerNode() ? one(each, named) : List.of());
            }
            return several;
        }
        String file = Optional.ofNullable(string(first(node, FILE))).orElse(named);
        JsonNode nested = first(node, EDITS);
        return nested != null && nested.isArray() && first(node, SEARCH) == null ? each(nested, file) : fields(node, file);
    }

    private static List<RawEdit> fields(JsonNode node, @Nullable String file) throws UnusableReply {
        String search = string(first(node, SEARCH));
        String replace = string(first(node, REPLACE));
        String diff = string(first(node, DIFF));
        String action = String.valueOf(string(first(node, ACTION))).toLowerCase(Locale.ROOT);
        String given = replace == null ? string(first(node, CODE)) : replace;
        if (search != null && !search.isBlank() && given != null && action.matches("(?:insert|add|append|prepend).*")) {
            return List.of(new RawEdit.Swap(file, search, inserted(action, search, given), line(node)));
        }
        if (search != null && given == null && action.matches("(?:delete|remove).*")) {
            return List.of(new RawEdit.Swap(file, search, "", line(node)));
        }
        if (search != null && replace != null) {
            return List.of(new RawEdit.Swap(file, search, replace, search.isBlank() ? 0 : line(node)));
        }
        if (diff != null) {
            return DiffReplies.edits(diff, file);
        }
        if (search == null && given != null) {
            return List.of(new RawEdit.Code(file, given));
        }
        throw new UnusableReply("An edit%s lacks \"%s\".".formatted(file == null ? "" : " of " + file, search == null ? "search" : "replace"));
    }

    private static String inserted(String action, String search, String given) throws UnusableReply {
        if (given.contains(search.strip())) {
            return given;
        }
        if (action.contains("after") || action.contains("append")) {
            return search.stripTrailing() + "\n" + given;
        }
        if (action.contains("before") || action.contains("prepend")) {
            return given.stripTrailing() + "\n" + search;
        }
        throw new UnusableReply("An edit says \"%s\" without a place; repeat the old text within the new one.".formatted(action.replaceAll("[^a-z_ ]", "")));
    }

    private static int line(JsonNode node) {
        JsonNode line = first(node, LINE);
        return line == null ? 0 : Math.max(0, line.asInt(0));
    }

    /// What stands under the first of several names; null if nothing does.
    static @Nullable JsonNode first(JsonNode node, List<String> names) {
        for (String name : names) {
            if (node.hasNonNull(name)) {
                return node.get(name);
            }
        }
        return null;
    }

    /// Text, or lines given as a list; null for anything else.
    static @Nullable String string(@Nullable JsonNode node) {
        if (node == null || node.isObject()) {
            return null;
        }
        if (!node.isArray()) {
            // What JSON takes for a backspace was meant as the end of a word in a regular expression.
            return node.asText().replace("\b", "\\b");
        }
        List<String> lines = new ArrayList<>();
        node.forEach(line -> lines.add(line.asText("")));
        return String.join("\n", lines);
    }
}
