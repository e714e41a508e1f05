package dev.codeheals.engine.repair.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// Twenty secrets of one kind, to be hidden in a project.
///
/// @param kind the rule's id
public record SeededSecrets(String kind, List<String> texts, List<String> parts) {
    private static final int EACH = 20;

    /// Every kind there is, sixty at least.
    public static List<SeededSecrets> all(long seed) {
        return SecretRules.kinds().stream().map(kind -> {
            SampleMaker maker = new SampleMaker(new Random(seed ^ kind.id().hashCode()));
            List<SampleMaker.Sample> samples = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                samples.add(maker.make(kind.sample()));
            }
            return new SeededSecrets(kind.id(), samples.stream().map(SampleMaker.Sample::text).toList(),
                    samples.stream().flatMap(sample -> sample.parts().stream()).toList());
        }).toList();
    }

    /// Statements that hold every secret, each in another dress.
    public String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String flat = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            code.append(switch (i % 6) {
                case 0 -> "    client_" + i + " = Service(\"" + flat + "\")\n";
                case 1 -> "    url_" + i + " = f\"{base}/items?credential=" + flat.replace("{", "{{").replace("}", "}}") + "&user={user}\"\n";
                case 2 -> "    blob_" + i + " = b64decode(\"" + Base64.getEncoder().encodeToString(bytes(text)) + "\")\n";
                case 3 -> "    raw_" + i + " = bytes.fromhex(\"" + HexFormat.of().formatHex(bytes(text)) + "\")\n";
                case 4 -> "    notes_" + i + " = \"\"\"\n" + text + "\n\"\"\"\n";
                default -> "    link_" + i + " = \"https://api.example.com/v1?access_token=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "\"\n";
            });
        }
        return code.toString();
    }

    /// What a program might print of them before it fails.
    public String output() {
        StringBuilder output = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).replace("\n", "\\n");
            output.append(switch (i % 4) {
                case 0 -> "DEBUG connecting with {'token': '" + text + "', 'retries': 3}\n";
                case 1 -> "RuntimeError: request failed: " + text + " was refused\n";
                case 2 -> "SERVICE_CREDENTIAL=" + text + "\n";
                default -> "GET https://api.example.com/v1/items?access_token=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&page=2\n";
            });
        }
        return output.toString();
    }

    /// What must not be seen of them, in five encodings.
    public List<String> traces() {
        List<String> traces = new ArrayList<>(parts);
        for (String text : texts) {
            for (String form : List.of(Base64.getEncoder().encodeToString(bytes(text)), Base64.getUrlEncoder().encodeToString(bytes(text)),
                    HexFormat.of().formatHex(bytes(text)), URLEncoder.encode(text, StandardCharsets.UTF_8))) {
                traces.add(form.substring(form.length() / 3, form.length() * 2 / 3));
            }
        }
        return traces.stream().filter(trace -> trace.length() >= 8).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
