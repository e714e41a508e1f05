package dev.codeheals.engine.repair.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads replies that are, or hold, the JSON object asked for, whatever names and slips they have.
final class JsonReplies {
    private static final int TRIES = 64;
    private static final int MOST_EDITS = 100;
    private static final List<String> EDITS = List.of("edits", "changes", "patches", "modifications", "replacements", "files", "fixes", "edit", "change", "updates");
    private static final List<String> FILE = List.of("file", "path", "filename", "file_path", "filepath", "file_name", "target", "target_file", "relative_path");
    private static final List<String> SEARCH = List.of("search", "old", "old_text", "old_string", "old_str", "old_code", "old_lines", "original",
            "before", "find", "old_content", "original_code", "original_text", "search_text", "from", "anchor");
    private static final List<String> REPLACE = List.of("replace", "new", "new_text", "new_string", "new_str", "new_code", "new_lines", "replacement",
            "after", "updated", "modified", "fixed", "modified_code", "fixed_code", "updated_code", "replace_text", "replacement_text", "to");
    private static final List<String> CODE = List.of("content", "contents", "new_content", "code", "text", "code_edit", "file_text");
    private static final List<String> CALLS = List.of("arguments", "input", "parameters", "params", "args", "action_input", "tool_input", "function", "tool_calls",
            "result", "response", "output", "answer", "fix", "command", "cmd", "choices", "message", "content");
    private static final List<String> LINE = List.of("line", "line_number", "lineno", "start_line", "line_start");
    private static final List<String> ACTION = List.of("op", "operation", "action", "type", "mode");
    private static final List<String> DIFF = List.of("diff", "patch", "unified_diff", "fix_diff");
    private JsonReplies() {}

    /// The reply in the text; empty if the text holds no such object.
    static Optional<RawReply> in(String text, Fences fences) {
        Optional<RawReply> whole = LooseJson.container(text.strip()).flatMap(JsonReplies::reply);
        if (whole.isPresent()) {
            return whole;
        }
        Optional<RawReply> fenced = last(fences.blocks().stream().map(block -> LooseJson.container(block.text().strip())).flatMap(Optional::stream)
                .filter(node -> reply(node).isPresent()).toList());
        return fenced.isPresent() ? fenced : amongProse(text.contains("{&quot;") ? Entities.resolved(text) : text);
    }

    /// Of several answers the last one counts: what comes before was a draft. Edits that stand alone belong together.
    private static Optional<RawReply> last(List<JsonNode> answers) {
        if (answers.isEmpty() || answers.stream().noneMatch(JsonReplies::looksLikeEdit)) {
            return answers.reversed().stream().map(JsonReplies::reply).flatMap(Optional::stream).reduce((a, b) -> a.edits().isEmpty() && !b.edits().isEmpty() ? b : a);
        }
        Map<String, JsonNode> alone = new LinkedHashMap<>();
        answers.stream().filter(JsonReplies::looksLikeEdit).forEach(edit -> alone.put(string(first(edit, FILE)) + "\n" + string(first(edit, SEARCH)), edit));
        JsonNode whole = answers.getLast();
        return looksLikeEdit(whole) && alone.size() > 1 ? reply(JsonNodeFactory.instance.arrayNode().addAll(alone.values())) : reply(whole);
    }

    private static Optional<RawReply> amongProse(String text) {
        int cut = -1;
        List<JsonNode> answers = new ArrayList<>();
        int tries = 0;
        for (int at = text.indexOf('{'); at >= 0 && tries < TRIES; at = text.indexOf('{', at + 1), tries++) {
            int end = closing(text, at);
            if (end < 0) {
                cut = cut < 0 && namesEdits(text, at) ? at : cut;
                continue;
            }
            Optional<JsonNode> found = LooseJson.container(text.substring(at, end)).filter(node -> reply(node).isPresent());
            if (found.isPresent()) {
                answers.add(found.get());
                at = end - 1;
            }
        }
        boolean parts = cut >= 0 && answers.stream().allMatch(JsonReplies::looksLikeEdit);
        return parts ? untilCut(text, cut) : last(answers).or(() -> namesEdits(text, 0) ? Optional.of(RawReply.unusable("The JSON in the reply is not valid:"
                + " escape the quotes, backslashes and line breaks inside its strings.")) : Optional.empty());
    }

    /// What broke off after all edits were told is as good as whole; an edit less would be half a fix.
    private static Optional<RawReply> untilCut(String text, int start) {
        int end = closingList(text, start);
        return Optional.of((end < 0 ? Optional.<RawReply>empty() : LooseJson.container(text.substring(start, end) + "}").flatMap(JsonReplies::reply))
                .orElseGet(() -> RawReply.unusable("The JSON object is not complete: it ends in the middle.")));
    }

    private static boolean namesEdits(String text, int from) {
        return text.indexOf("\"edits\"", from) >= 0 || text.indexOf("\"fix_description\"", from) >= 0;
    }

    /// The offset behind the brace that closes the one at the start; -1 if none does.
    private static int closing(String text, int start) {
        return closing(text, start, 0);
    }

    /// The offset behind the list of edits in the object at the start; -1 if the list has no end.
    private static int closingList(String text, int start) {
        int end = closing(text, start, 1);
        return end < 0 || text.charAt(end - 1) != ']' ? -1 : end;
    }

    private static int closing(String text, int start, int left) {
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
            } else if (!quoted && (c == '}' || c == ']') && --depth == left) {
                return i + 1;
            }
        }
        return -1;
    }

    /// Empty for JSON that is something else: data in prose, a dict in code.
    private static Optional<RawReply> reply(JsonNode node) {
        JsonNode edits = node.isArray() ? node : first(node, EDITS);
        if (edits != null && edits.isTextual()) {
            JsonNode inside = LooseJson.container(edits.asText().strip()).orElse(edits);
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
            Optional<RawReply> found = given.isTextual() ? in(given.asText(), Fences.of(given.asText())).filter(inside -> !inside.edits().isEmpty())
                    : given.isContainerNode() ? reply(given) : Optional.empty();
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
        JsonNode inside = edits.isObject() ? first(edits, EDITS) : null;
        if (inside != null && first(edits, FILE) == null) {
            all(inside, found);
        } else if (edits.isObject() && first(edits, FILE) == null && first(edits, SEARCH) == null) {
            for (Map.Entry<String, JsonNode> entry : edits.properties()) {
                boolean counted = entry.getKey().matches("[0-9]{1,3}");
                if (!counted && PathHints.inLine(entry.getKey()).isEmpty()) {
                    throw new UnusableReply("\"edits\" is no list of edits.");
                }
                found.addAll(edit(entry.getValue(), counted ? null : entry.getKey()));
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
        String action = String.valueOf(string(first(node, ACTION))).toLowerCase(Locale.ROOT);
        String given = replace == null ? code : replace;
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
        if (search == null && (replace != null || code != null)) {
            return List.of(new RawEdit.Code(file, replace != null ? replace : code == null ? "" : code));
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
            // What JSON takes for a backspace was meant as the end of a word in a regular expression.
            return node.asText().replace("\b", "\\b");
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
