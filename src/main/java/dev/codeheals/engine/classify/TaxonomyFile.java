package dev.codeheals.engine.classify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads a taxonomy file that anyone may have written: nothing in it is believed before it is checked.
final class TaxonomyFile {
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(40).maxStringLength(20_000).build()).build());

    private TaxonomyFile() {}

    /// What a file holds.
    ///
    /// @param categories those that are in order; empty if the file as a whole is not
    /// @param problems   why others are not
    record Content(List<Category> categories, List<TaxonomyProblem> problems) {
        static Content bad(String file, int line, String reason) {
            return new Content(List.of(), List.of(new TaxonomyProblem(file, line, reason)));
        }
    }

    static Content read(Path path) {
        String file = path.toString();
        String text;
        try {
            if (Files.size(path) > LARGEST) {
                return Content.bad(file, 0, "the file is larger than 4 MB");
            }
            text = Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return Content.bad(file, 0, "the file cannot be read: " + e.getMessage());
        }
        return parse(file, text);
    }

    static Content parse(String file, String text) {
        JsonNode document;
        try {
            document = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return Content.bad(file, line, "this is not JSON: " + e.getOriginalMessage());
        }
        List<TaxonomyProblem> faults = TaxonomySchema.check(file, text, document);
        return faults.isEmpty() ? compile(file, text, document) : new Content(List.of(), faults);
    }

    private static Content compile(String file, String text, JsonNode document) {
        List<Category> good = new ArrayList<>();
        List<TaxonomyProblem> problems = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Category category : TaxonomyReader.categories(document, file)) {
            int line = TextLines.of(text, "\"" + category.code() + "\"");
            if (!codes.add(category.code())) {
                problems.add(new TaxonomyProblem(file, TextLines.last(text, "\"" + category.code() + "\""), category.code() + " comes twice"));
                continue;
            }
            String fault = fault(category);
            if (fault.isEmpty()) {
                good.add(category);
            } else {
                problems.add(new TaxonomyProblem(file, line, category.code() + ": " + fault));
            }
        }
        return new Content(good, problems);
    }

    private static String fault(Category category) {
        for (Detector detector : category.detectors()) {
            try {
                detector.check();
            } catch (PatternSyntaxException e) {
                return e.getDescription() + ": " + e.getPattern();
            }
        }
        Taxonomy alone = new Taxonomy(List.of(category));
        for (String example : category.examples()) {
            if (!alone.matches(example)) {
                return "the example \"" + example + "\" does not match";
            }
        }
        for (String counter : category.counterExamples()) {
            if (alone.matches(counter)) {
                return "the counter-example \"" + counter + "\" matches";
            }
        }
        return "";
    }
}
