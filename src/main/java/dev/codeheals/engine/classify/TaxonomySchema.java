package dev.codeheals.engine.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Checks a taxonomy document against {@code taxonomy/schema.json}.
///
/// Its own class, so that the validator is loaded only where a foreign file is read.
final class TaxonomySchema {
    private static final int MOST_REASONS = 20;
    private static final JsonSchema SCHEMA = load();

    private TaxonomySchema() {}

    private static JsonSchema load() {
        try (InputStream in = TaxonomySchema.class.getResourceAsStream("/taxonomy/schema.json")) {
            if (in == null) {
                throw new IllegalStateException("taxonomy/schema.json is missing");
            }
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException("taxonomy/schema.json cannot be read.", e);
        }
    }

    static List<TaxonomyProblem> check(String file, String text, JsonNode document) {
        List<TaxonomyProblem> problems = new ArrayList<>();
        for (ValidationMessage message : SCHEMA.validate(document)) {
            if (problems.size() < MOST_REASONS) {
                String pointer = message.getInstanceLocation().toString();
                problems.add(new TaxonomyProblem(file, JsonLines.lineOf(text, pointer), message.getMessage()));
            }
        }
        return problems;
    }
}
