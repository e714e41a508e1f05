package dev.codeheals.engine.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads taxonomy files that are known to be well-formed.
final class TaxonomyReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TaxonomyReader() {}

    static Taxonomy builtIn() {
        List<Category> categories = new ArrayList<>();
        try {
            for (String file : index()) {
                try (InputStream in = open(file)) {
                    categories.addAll(categories(JSON.readTree(in), file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own taxonomy cannot be read.", e);
        }
        return new Taxonomy(categories);
    }

    /// The names of the built-in files, in the order in which they count.
    static List<String> index() throws IOException {
        try (BufferedReader names = new BufferedReader(new InputStreamReader(open("index.txt"), StandardCharsets.UTF_8))) {
            return names.lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
        }
    }

    private static InputStream open(String file) throws IOException {
        InputStream in = TaxonomyReader.class.getResourceAsStream("/taxonomy/" + file);
        if (in == null) {
            throw new IOException("taxonomy/" + file + " is missing");
        }
        return in;
    }

    static List<Category> categories(JsonNode file, String origin) {
        List<Category> categories = new ArrayList<>();
        for (JsonNode node : file.path("categories")) {
            categories.add(category(node, origin));
        }
        return categories;
    }

    static Category category(JsonNode node, String origin) {
        List<Detector> detectors = new ArrayList<>();
        String subject = optional(node, "subject");
        for (JsonNode detector : node.path("detectors")) {
            String own = optional(detector, "subject");
            String pattern = optional(detector, "pattern");
            String group = own != null ? own : subject;
            boolean named = pattern != null && group != null && pattern.contains("<" + group);
            detectors.add(new Detector(texts(detector.path("types")), pattern, named ? group : own, number(detector),
                    detector.path("general").asBoolean(), optional(detector, "raised_in")));
        }
        return new Category(node.path("code").asText(), node.path("title").asText(), Severity.valueOf(node.path("severity").asText()),
                node.path("difficulty").asDouble(), node.path("confidence").asDouble(), node.path("hint").asText(), node.path("explain").asText(),
                detectors, texts(node.path("examples")), texts(node.path("counter_examples")), origin);
    }

    private static @Nullable Double number(JsonNode detector) {
        return detector.path("confidence").isNumber() ? detector.path("confidence").asDouble() : null;
    }

    private static @Nullable String optional(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
