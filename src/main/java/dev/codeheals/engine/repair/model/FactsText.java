package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.localize.FrameFacts;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.localize.ValueFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the instrumented run saw, as text; the same facts give the same text.
final class FactsText {
    private static final int FRAMES = 4;
    private static final int NAMES = 24;
    private static final int LISTED = 30;

    private FactsText() {}

    static String of(RuntimeFacts facts) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(facts.exception()).forEach((name, value) -> text.append("exception.").append(name).append(" = ").append(value).append('\n'));
        for (FrameFacts frame : facts.frames().reversed().stream().limit(FRAMES).toList()) {
            text.append("in ").append(frame.function()).append(" at ").append(frame.file()).append(':').append(frame.line()).append('\n');
            new TreeMap<>(frame.callees()).forEach((name, signature) -> text.append("  ").append(name).append(signature).append('\n'));
            values(text, frame.evaluated());
            values(text, frame.locals());
        }
        return text.toString();
    }

    /// The names of the types seen.
    static Set<String> types(RuntimeFacts facts) {
        Set<String> types = new TreeSet<>();
        facts.frames().reversed().stream().limit(2).forEach(frame -> {
            frame.locals().values().forEach(value -> types.add(value.type()));
            frame.evaluated().values().forEach(value -> types.add(value.type()));
        });
        return types;
    }

    private static void values(StringBuilder text, Map<String, ValueFacts> values) {
        new TreeMap<>(values).entrySet().stream().limit(NAMES).forEach(entry -> {
            ValueFacts value = entry.getValue();
            text.append("  ").append(entry.getKey()).append(": ").append(value.type()).append(" = ").append(value.repr());
            if (value.length() != null) {
                text.append("  (length ").append(value.length()).append(')');
            }
            listed(text, "keys", value.keys());
            listed(text, "elements", value.elements());
            listed(text, "attributes", value.attributes().stream().filter(name -> !name.startsWith("_")).toList());
            text.append('\n');
        });
    }

    private static void listed(StringBuilder text, String what, List<String> names) {
        if (!names.isEmpty()) {
            text.append("  ").append(what).append(": ").append(String.join(", ", names.stream().limit(LISTED).toList())).append(names.size() > LISTED ? " …" : "");
        }
    }
}
