package dev.codeheals.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// One pattern as a line of JSON. What is read is checked: it may come from anyone.
///
/// @param template the template's document as text
/// @param counts   by origin
record PatternLine(String errorCode, String clusterId, String description, String diff, String template, String source, Instant first,
                   Instant last, Set<String> tags, Map<String, Count> counts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;
    private static final int LONGEST_LINE = 512 * 1024;
    private static final int LONGEST_NAME = 300;
    private static final int MOST_COUNTED = 1_000_000;
    private static final int MOST_ORIGINS = 1_000;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,40}(\\.[A-Z0-9_]{1,60}){0,3}");

    /// What one machine counted.
    record Count(int successes, int failures, double confidence) {
        /// The larger of each.
        Count or(Count other) {
            return new Count(Math.max(successes, other.successes), Math.max(failures, other.failures), Math.max(confidence, other.confidence));
        }
    }

    String write() throws JsonProcessingException {
        ObjectNode node = JSON.createObjectNode();
        node.put("v", VERSION).put("error_code", errorCode).put("cluster_id", clusterId).put("fix_description", description);
        node.put("source", source).put("first_success_at", first.toString()).put("last_success_at", last.toString());
        ArrayNode list = node.putArray("tags");
        new TreeSet<>(tags).forEach(list::add);
        ObjectNode origins = node.putObject("counts");
        new TreeMap<>(counts).forEach((origin, count) -> origins.putObject(origin).put("successes", count.successes).put("failures", count.failures)
                .put("confidence", count.confidence));
        node.set("edit_template", JSON.readTree(template));
        return node.put("fix_diff", diff).toString();
    }

    /// Reads a line.
    ///
    /// @throws IllegalArgumentException with one sentence if it is no pattern
    static PatternLine read(String line) {
        if (line.length() > LONGEST_LINE) {
            throw new IllegalArgumentException("The line is longer than a pattern can be.");
        }
        try {
            JsonNode node = JSON.readTree(line);
            if (node == null || node.path("v").asInt() != VERSION) {
                throw new IllegalArgumentException("This is no pattern of a version this program knows.");
            }
            String code = text(node, "error_code");
            if (!CODE.matcher(code).matches()) {
                throw new IllegalArgumentException("\"" + code + "\" is no error code.");
            }
            Set<String> tags = new TreeSet<>();
            node.path("tags").forEach(tag -> tags.add(tag.asText()));
            return new PatternLine(code, text(node, "cluster_id"), text(node, "fix_description"), node.path("fix_diff").asText(),
                    node.path("edit_template").isObject() ? node.path("edit_template").toString() : "{}", text(node, "source"),
                    time(node, "first_success_at"), time(node, "last_success_at"), UserTags.cleaned(tags), counts(node));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The line is not JSON.", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A time cannot be read.", e);
        }
    }

    private static Map<String, Count> counts(JsonNode node) {
        Map<String, Count> counts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> origin : node.path("counts").properties()) {
            JsonNode c = origin.getValue();
            Count count = new Count(c.path("successes").asInt(-1), c.path("failures").asInt(-1), c.path("confidence").asDouble(-1));
            boolean sound = count.successes >= 0 && count.failures >= 0 && count.successes <= MOST_COUNTED && count.failures <= MOST_COUNTED
                    && count.confidence >= 0 && count.confidence <= count.successes + 1e-6 && origin.getKey().length() <= LONGEST_NAME;
            if (!sound) {
                throw new IllegalArgumentException("The counts contradict each other.");
            }
            counts.put(origin.getKey(), count);
        }
        if (counts.values().stream().noneMatch(c -> c.successes > 0) || counts.size() > MOST_ORIGINS) {
            throw new IllegalArgumentException("The pattern has no success that anyone counted.");
        }
        return counts;
    }

    /// A time outside these two would not fit into the store, or keep a pattern young for ever.
    private static Instant time(JsonNode node, String field) {
        Instant time = Instant.parse(text(node, field));
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("The pattern's " + field + " is no time at which it can have held.");
        }
        return time;
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText();
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("The pattern's " + field + " is missing or too long.");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The pattern's " + field + " holds control characters.");
        }
        return text;
    }
}
