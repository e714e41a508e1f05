package dev.codeheals.engine.repair.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.repair.FileEdit;
import java.util.Map;
import java.util.TreeMap;

/// A project of two files, and replies about it.
final class SampleReplies {
    static final String MAIN = """
            import os

            class Cart:
                def __init__(self):
                    self.items = []

                def total(self):
                    result = 0
                    for item in self.items:
                        result += item.prise
                    return result

                def clear(self):
                    self.items = []

            def load(path):
                with open(path) as f:
                    return json.load(f)
            """;
    static final String OTHER = """
            RATE = "0.19"

            def tax(amount):
                return amount * RATE
            """;
    static final TextTree PROJECT = TextTree.of("app/main.py", MAIN, "app/tax.py", OTHER);

    private SampleReplies() {}

    static void assertHeals(String reply, String old, String fresh) {
        assertHeals(reply, "app/main.py", old, fresh);
    }

    static void assertHeals(String reply, String file, String old, String fresh) {
        assertThat(applied(parsed(reply))).containsOnly(Map.entry(file, PROJECT.texts().getOrDefault(file, "").replace(old, fresh)));
    }

    static ParsedReply.Parsed parsed(String reply) {
        assertThat(parse(reply)).isInstanceOf(ParsedReply.Parsed.class);
        return (ParsedReply.Parsed) parse(reply);
    }

    static String fault(String reply) {
        assertThat(parse(reply)).isInstanceOf(ParsedReply.Unusable.class);
        return ((ParsedReply.Unusable) parse(reply)).fault();
    }

    static ParsedReply parse(String reply) {
        return new ReplyParser(scope(PROJECT, "app/main.py")).parse(reply);
    }

    static ReplyScope scope(TextTree tree, String failing) {
        return new ReplyScope(tree, failing, ReplyScope.Restore.NONE);
    }

    static Map<String, String> applied(ParsedReply.Parsed parsed) {
        return applied(PROJECT, parsed);
    }

    static Map<String, String> applied(TextTree tree, ParsedReply.Parsed parsed) {
        Map<String, String> after = new TreeMap<>();
        for (FileEdit edit : parsed.edits()) {
            after.put(edit.file(), edit.applyTo(tree.texts().getOrDefault(edit.file(), "")));
        }
        return after;
    }

    static String json(String file, String search, String replace) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode().put("fix_description", "Fix it").put("confidence", 0.9);
        reply.putArray("edits").addObject().put("file", file).put("search", search).put("replace", replace);
        return reply.toString();
    }
}
