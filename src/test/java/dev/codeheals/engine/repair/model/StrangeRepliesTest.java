package dev.codeheals.engine.repair.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Replies in five hundred shapes: other tools' formats, drafts before answers, escapes, parts of definitions, paths of other machines.
class StrangeRepliesTest {
    private final Map<String, String> project = new TreeMap<>();

    @ParameterizedTest
    @CsvSource({"strange-replies.json, shop/cart.py, 165", "unfamiliar-replies.json, app/orders.py, 205", "misleading-replies.json, machine/log.py, 40"})
    void aReplyBecomesTheRightEditOrNone(String resource, String failing, int least) throws IOException {
        JsonNode replies = replies(resource);
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (JsonNode reply : replies) {
            ParsedReply parsed = new ReplyParser(SampleReplies.scope(new TextTree(project), failing)).parse(reply.get("reply").asText());
            if (parsed instanceof ParsedReply.Parsed edits) {
                Map<String, String> after = SampleReplies.applied(new TextTree(project), edits);
                boolean right = StreamSupport.stream(reply.get("right").spliterator(), false).map(this::expected).anyMatch(after::equals);
                read += right ? 1 : 0;
                if (!right) {
                    wrong.add(reply.get("what").asText() + ": " + after);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read).as("of %d replies", replies.size()).isGreaterThanOrEqualTo(least);
    }

    private JsonNode replies(String resource) throws IOException {
        try (InputStream stream = StrangeRepliesTest.class.getResourceAsStream(resource)) {
            JsonNode all = new ObjectMapper().readTree(stream);
            all.get("project").properties().forEach(file -> project.put(file.getKey(), file.getValue().asText()));
            return all.get("replies");
        }
    }

    private Map<String, String> expected(JsonNode right) {
        Map<String, String> texts = new TreeMap<>();
        right.properties().forEach(file -> {
            List<String> lines = new ArrayList<>(List.of(project.getOrDefault(file.getKey(), "").split("\n", -1)));
            int from = file.getValue().get("line").asInt() - 1;
            lines.subList(from, from + file.getValue().get("drop").asInt()).clear();
            lines.addAll(from, StreamSupport.stream(file.getValue().get("put").spliterator(), false).map(JsonNode::asText).toList());
            texts.put(file.getKey(), String.join("\n", lines));
        });
        return texts;
    }
}
