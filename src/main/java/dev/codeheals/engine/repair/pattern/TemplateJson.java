package dev.codeheals.engine.repair.pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.knowledge.EditTemplate;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Templates as JSON. Reading trusts nothing: a template may come from another machine.
final class TemplateJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;
    private static final int LARGEST = 256 * 1024;
    private static final int MOST_ATOMS = 2_000;
    private static final int MOST_STEPS = 50;

    private TemplateJson() {}

    static EditTemplate write(Template template) {
        ObjectNode document = JSON.createObjectNode();
        document.put("v", VERSION).put("description", template.description());
        ObjectNode pins = document.putObject("pins");
        template.pins().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(pin -> pins.put(pin.getKey(), pin.getValue()));
        ArrayNode steps = document.putArray("steps");
        template.steps().forEach(step -> write(step, steps.addObject()));
        return new EditTemplate(document.toString());
    }

    private static void write(Step step, ObjectNode node) {
        switch (step) {
            case Step.AddImport add -> {
                node.put("do", "add-import").put("module", add.module());
                put(node, "name", add.name());
                put(node, "alias", add.alias());
            }
            case Step.Rename rename -> node.put("do", "rename").put("from", rename.from()).put("to", rename.to());
            case Step.Create create -> node.put("do", "create").put("file", create.file()).put("text", create.text());
            case Step.Rewrite rewrite -> {
                node.put("do", "rewrite").put("at", rewrite.anchor() == Step.Anchor.FAILING ? "failing" : "nearest");
                put(node, "file", rewrite.file().isEmpty() ? null : rewrite.file());
                write(rewrite.before(), node.putArray("before"));
                write(rewrite.find(), node.putArray("find"));
                write(rewrite.with(), node.putArray("with"));
                write(rewrite.after(), node.putArray("after"));
                node.put("spaced", rewrite.spaced());
            }
        }
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    private static void write(List<Atom> atoms, ArrayNode list) {
        for (Atom atom : atoms) {
            ObjectNode node = list.addObject();
            switch (atom) {
                case Atom.Hole hole -> node.put("hole", hole.name()).put("shape", hole.shape().name());
                case Atom.Literal literal -> node.put("kind", literal.kind().name()).put("text", literal.text());
            }
            if (atom.spaced()) {
                node.put("spaced", true);
            }
        }
    }

    /// Reads a template; empty if it is none, or one no honest learner makes.
    static Optional<Template> read(EditTemplate template) {
        if (template.json().length() > LARGEST) {
            return Optional.empty();
        }
        try {
            JsonNode document = JSON.readTree(template.json());
            if (document == null || document.path("v").asInt() != VERSION) {
                return Optional.empty();
            }
            Map<String, String> pins = new HashMap<>();
            for (Map.Entry<String, JsonNode> pin : document.path("pins").properties()) {
                pins.put(pin.getKey(), pin.getValue().asText());
            }
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : document.path("steps")) {
                steps.add(step(step));
            }
            boolean usable = !steps.isEmpty() && steps.size() <= MOST_STEPS;
            return usable ? Optional.of(new Template(document.path("description").asText(), pins, steps)) : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Step step(JsonNode node) {
        return switch (node.path("do").asText()) {
            case "add-import" -> new Step.AddImport(dotted(node.path("module").asText()), optionalName(node, "name"), optionalName(node, "alias"));
            case "rename" -> new Step.Rename(word(node.path("from").asText()), word(node.path("to").asText()));
            case "create" -> new Step.Create(path(node.path("file").asText()), node.path("text").asText());
            case "rewrite" -> new Step.Rewrite(node.has("file") ? path(node.path("file").asText()) : "",
                    node.path("at").asText().equals("failing") ? Step.Anchor.FAILING : Step.Anchor.NEAREST, atoms(node.path("before")),
                    atoms(node.path("find")), atoms(node.path("with")), atoms(node.path("after")), node.path("spaced").asBoolean());
            case String other -> throw new IllegalArgumentException("There is no step " + other + ".");
        };
    }

    private static List<Atom> atoms(JsonNode list) {
        List<Atom> atoms = new ArrayList<>();
        for (JsonNode node : list) {
            boolean spaced = node.path("spaced").asBoolean();
            if (atoms.size() == MOST_ATOMS) {
                throw new IllegalArgumentException("The template is too long.");
            }
            atoms.add(node.has("hole") ? new Atom.Hole(node.path("hole").asText(), Atom.Shape.valueOf(node.path("shape").asText()), spaced)
                    : new Atom.Literal(Token.Kind.valueOf(node.path("kind").asText()), node.path("text").asText(), spaced));
        }
        return atoms;
    }

    private static @Nullable String optionalName(JsonNode node, String field) {
        return node.hasNonNull(field) ? word(node.path(field).asText()) : null;
    }

    private static String word(String text) {
        return matching(text, "[\\p{L}_][\\p{L}\\p{N}_]*|\\{[a-z0-9.]+\\}");
    }

    private static String dotted(String text) {
        return matching(text, "\\.*(?:(?:[\\p{L}_][\\p{L}\\p{N}_]*|\\{[a-z0-9.]+\\})(?:\\.(?:[\\p{L}_][\\p{L}\\p{N}_]*|\\{[a-z0-9.]+\\}))*)?");
    }

    private static String path(String text) {
        boolean plain = !text.isEmpty() && !text.startsWith("/") && !text.contains("..") && !text.contains("\\") && !text.contains(":");
        if (!plain) {
            throw new IllegalArgumentException("A template stays inside its project.");
        }
        return text;
    }

    private static String matching(String text, String shape) {
        if (text.length() > 200 || !text.matches(shape)) {
            throw new IllegalArgumentException("Not a name: " + text);
        }
        return text;
    }
}
