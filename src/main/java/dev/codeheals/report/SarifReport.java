package dev.codeheals.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// SARIF 2.1.0: one result a failure of a run, with the verified fix where there is one.
///
/// A failure that nothing heals is an error, one whose fix waits for a person a warning, a healed one a note.
final class SarifReport implements ReportWriter {
    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "PROJECTROOT";

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).useDefaultPrettyPrinter();
        Map<String, Report.Finding> rules = new LinkedHashMap<>();
        report.heals().forEach(h -> h.attempts().forEach(a -> rules.putIfAbsent(a.finding().errorCode(), a.finding())));
        List<String> order = List.copyOf(rules.keySet());
        Map<String, Integer> indexes = new LinkedHashMap<>();
        order.forEach(code -> indexes.put(code, indexes.size()));
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool(report, rules, json);
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeObjectFieldStart("originalUriBaseIds");
        json.writeObjectFieldStart(ROOT);
        json.writeObjectFieldStart("description");
        json.writeStringField("text", "The project's folder.");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("results");
        for (Report.Heal heal : report.heals()) {
            for (Failure failure : failures(heal)) {
                result(failure, indexes.getOrDefault(failure.finding().errorCode(), 0), json);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private static void tool(Report report, Map<String, Report.Finding> rules, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "codeheals");
        json.writeStringField("version", report.version());
        json.writeArrayFieldStart("rules");
        for (Map.Entry<String, Report.Finding> rule : rules.entrySet()) {
            json.writeStartObject();
            json.writeStringField("id", rule.getKey());
            message(json, "shortDescription", Words.plain(rule.getKey().substring(rule.getKey().indexOf('.') + 1)));
            message(json, "help", rule.getValue().hint().isEmpty() ? rule.getKey() : rule.getValue().hint());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void message(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /// @param earlier files that fixes of failures before this one change too: their lines have moved by the time this one applies
    private record Failure(Report.Heal heal, List<Report.Attempt> attempts, Set<String> earlier) {
        Report.Finding finding() {
            return attempts.getFirst().finding();
        }

        Report.Attempt best() {
            return attempts.reversed().stream().filter(a -> a.decision().equals("PROMOTE")).findFirst().orElse(attempts.getLast());
        }

        Report.State state() {
            return HealEntry.state(attempts.stream().map(Report.Attempt::outcome).toList());
        }
    }

    private static List<Failure> failures(Report.Heal heal) {
        Map<String, List<Report.Attempt>> byFailure = new LinkedHashMap<>();
        heal.attempts().forEach(a -> byFailure.computeIfAbsent(a.finding().hash(), _ -> new ArrayList<>()).add(a));
        List<Failure> failures = new ArrayList<>();
        Set<String> changed = new HashSet<>();
        byFailure.values().forEach(attempts -> {
            Failure failure = new Failure(heal, attempts, Set.copyOf(changed));
            failures.add(failure);
            DiffHunks.read(failure.best().diff()).forEach(file -> changed.add(file.path()));
        });
        return failures;
    }

    private static void result(Failure failure, int rule, JsonGenerator json) throws IOException {
        Report.Finding f = failure.finding();
        Report.Attempt best = failure.best();
        Report.State state = failure.state();
        json.writeStartObject();
        json.writeStringField("ruleId", f.errorCode());
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("kind", "fail");
        json.writeStringField("level", switch (state) {
            case HEALED -> "note";
            case WAITING, UNDONE, REJECTED -> "warning";
            case NOT_HEALED, ABORTED -> "error";
        });
        message(json, "message", f.title() + ". " + (state == Report.State.WAITING ? "Fix to review: " + best.description() + ". " : "") + f.hint());
        json.writeStringField("guid", guid(best.envelopeId()));
        location(f, json);
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("rebankerHash/v1", f.hash());
        json.writeEndObject();
        fix(failure, json);
        json.writeObjectFieldStart("properties");
        json.writeStringField("state", state.wireName());
        json.writeStringField("clusterId", f.clusterId());
        json.writeStringField("source", best.source());
        json.writeStringField("decidedBy", failure.heal().decidedBy());
        json.writeStringField("envelopeId", best.envelopeId());
        if (best.confidence() != null) {
            json.writeNumberField("confidence", best.confidence().overall());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /// The schema asks for a UUID; an identifier of another make is left out of the standard's own field.
    private static String guid(String id) {
        return id.matches("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}") ? id
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void location(Report.Finding f, JsonGenerator json) throws IOException {
        String file = f.file();
        json.writeArrayFieldStart("locations");
        if (file != null && !file.startsWith("<") && !file.startsWith("…")) {
            json.writeStartObject();
            json.writeObjectFieldStart("physicalLocation");
            artifact(file, json);
            if (f.line() != null && f.line() > 0) {
                json.writeObjectFieldStart("region");
                json.writeNumberField("startLine", f.line());
                if (f.column() != null && f.column() > 0) {
                    json.writeNumberField("startColumn", f.column());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void artifact(String path, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(path));
        json.writeStringField("uriBaseId", ROOT);
        json.writeEndObject();
    }

    static String uri(String path) {
        try {
            String ascii = new URI(null, null, "/" + path.replace('\\', '/'), null).toASCIIString();
            return ascii.substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static void fix(Failure failure, JsonGenerator json) throws IOException {
        Report.Attempt best = failure.best();
        List<DiffHunks.FileChange> files = best.exact() && best.decision().equals("PROMOTE") ? DiffHunks.read(best.diff()) : List.of();
        boolean moved = files.stream().anyMatch(file -> failure.earlier().contains(file.path()));
        if (files.isEmpty() || moved || failure.state() == Report.State.REJECTED) {
            return;
        }
        json.writeArrayFieldStart("fixes");
        json.writeStartObject();
        message(json, "description", best.description().isEmpty() ? "A verified fix" : best.description());
        json.writeArrayFieldStart("artifactChanges");
        for (DiffHunks.FileChange file : files) {
            json.writeStartObject();
            artifact(file.path(), json);
            json.writeArrayFieldStart("replacements");
            for (DiffHunks.LineChange change : file.changes()) {
                replacement(change, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void replacement(DiffHunks.LineChange change, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("deletedRegion");
        json.writeNumberField("startLine", change.from());
        json.writeNumberField("startColumn", 1);
        json.writeNumberField("endLine", change.from() + change.removed());
        json.writeNumberField("endColumn", 1);
        json.writeEndObject();
        if (!change.inserted().isEmpty()) {
            message(json, "insertedContent", change.inserted());
        }
        json.writeEndObject();
    }
}
