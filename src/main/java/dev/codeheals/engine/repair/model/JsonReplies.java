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
    private static final List<String> CALLS = List.of("arguments", "input", "parameters", "params", "args", "action_input", "tool_input", "function", "tool_calls",
            "result", "response", "output", "answer", "fix", "command", "cmd", "choices", "message", "content");

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
        if (answers.isEmpty() || answers.stream().noneMatch(JsonEdits::isOne)) {
            return answers.reversed().stream().map(JsonReplies::reply).flatMap(Optional::stream).reduce((a, b) -> a.edits().isEmpty() && !b.edits().isEmpty() ? b : a);
        }
        Map<String, JsonNode> alone = new LinkedHashMap<>();
        answers.stream().filter(JsonEdits::isOne).forEach(edit -> alone.put(JsonEdits.string(JsonEdits.first(edit, JsonEdits.FILE)) + "\n" + JsonEdits.string(JsonEdits.first(edit, JsonEdits.SEARCH)), edit));
        JsonNode whole = answers.getLast();
        return JsonEdits.isOne(whole) && alone.size() > 1 ? reply(JsonNodeFactory.instance.arrayNode().addAll(alone.values())) : reply(whole);
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
        boolean parts = cut >= 0 && answers.stream().allMatch(JsonEdits::isOne);
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
        JsonNode edits = node.isArray() ? node : JsonEdits.first(node, JsonEdits.EDITS);
        if (edits != null && edits.isTextual()) {
            JsonNode inside = LooseJson.container(edits.asText().strip()).orElse(edits);
            edits = inside.isTextual() && DiffReplies.looksLikeDiff(inside.asText()) ? JsonNodeFactory.instance.arrayNode().add(inside) : inside;
        }
        String diff = JsonEdits.string(JsonEdits.first(node, JsonEdits.DIFF));
        boolean asked = node.has("edits") || node.has("fix_description");
        List<RawEdit> found = new ArrayList<>();
        try {
            if (edits != null && (asked || JsonEdits.are(edits))) {
                found.addAll(JsonEdits.all(edits));
            } else if (diff != null && DiffReplies.looksLikeDiff(diff)) {
                found.addAll(DiffReplies.edits(diff, JsonEdits.string(JsonEdits.first(node, JsonEdits.FILE))));
            } else if (JsonEdits.isOne(node)) {
                found.addAll(JsonEdits.one(node, null));
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
            if (String.valueOf(JsonEdits.string(given)).contains("*** Begin Patch")) {
                return Optional.of(diff(String.valueOf(JsonEdits.string(given))));
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
