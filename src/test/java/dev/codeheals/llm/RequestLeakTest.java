package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.repair.model.BrokenProject;
import dev.codeheals.engine.repair.model.KnownSecrets;
import dev.codeheals.engine.repair.model.ModelBudget;
import dev.codeheals.engine.repair.model.ModelHeal;
import dev.codeheals.engine.repair.model.ModelSetup;
import dev.codeheals.engine.repair.model.Redactor;
import dev.codeheals.engine.repair.model.SeededSecrets;
import dev.codeheals.engine.repair.model.SpendMeter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Twenty secrets of every known kind in the failing function, its output and the contexts: none leaves in any request.
class RequestLeakTest extends ClientCase {
    private static final Way WAY = new Way(Provider.COMPATIBLE, false);

    @TempDir
    Path folder;

    @Test
    @Tag("proof")
    void noSeededSecretIsInAnyRequest() throws Exception {
        List<String> leaks = new ArrayList<>();
        int seeded = 0;
        int masked = 0;
        for (SeededSecrets secrets : SeededSecrets.all(20_261_122)) {
            seeded += secrets.texts().size();
            String sent = sent(secrets);
            masked += sent.contains("CODEHEALS_SECRET_") ? 1 : 0;
            secrets.traces().stream().filter(sent::contains).forEach(trace -> leaks.add(secrets.kind() + ": " + trace));
        }
        System.out.printf("%d secrets seeded, %d of them in a request%n", seeded, leaks.size());
        assertThat(seeded).isGreaterThanOrEqualTo(1200);
        assertThat(leaks).isEmpty();
        assertThat(masked).as("requests that had something to hide").isGreaterThan(60);
    }

    @Test
    void valuesOfTheEnvironmentAndOfDotEnvFilesAreInNoRequest() throws Exception {
        BrokenProject project = BrokenProject.in(folder).write(".env", "MAIL_LOGIN=winter-is-long-42\nDEBUG=true\n");
        project.write("shop/cart.py", BrokenProject.CART.replace("        result = 0\n", "        result = 0  # winter-is-long-42, d2ludGVyLWlzLWxvbmctNDI=, 77696e7465722d69732d6c6f6e672d3432\n"));
        KnownSecrets known = KnownSecrets.of(Map.of("SERVICE_TOKEN", "blue-horse-7-staple"), Set.of("ring-value-999-xy"), Set.of("adalovelace"));
        String sent = sent(project, known, "login blue-horse-7-staple ring-value-999-xy /home/adalovelace/shop blue-horse-7-staple\n");
        assertThat(sent).doesNotContain("winter-is-long-42", "d2ludGVyLWlzLWxvbmctNDI", "77696e7465722d69732d6c6f6e672d3432", "blue-horse-7-staple",
                "ring-value-999-xy", "adalovelace").contains("CODEHEALS_SECRET_");
    }

    private String sent(SeededSecrets secrets) throws Exception {
        Path root = folder.resolve(secrets.kind());
        String cart = BrokenProject.CART.replace("        result = 0\n", "        result = 0\n" + secrets.code().indent(4).stripTrailing() + "\n");
        return sent(BrokenProject.in(root).write("shop/cart.py", cart), KnownSecrets.NONE, secrets.output());
    }

    private String sent(BrokenProject project, KnownSecrets known, String output) throws Exception {
        try (ModelServer server = new ModelServer(WAY.provider(), WAY.streaming()).answers("I would rename it.").answers("Just rename it!")) {
            ModelSetup setup = new ModelSetup(patient(WAY, server), new Redactor(known), new SpendMeter(time, SpendMeter.Caps.DEFAULT, new RememberedSpend()),
                    ModelBudget.DEFAULT, time);
            HealContexts contexts = new HealContexts("Last time: " + output, "Stuck: " + output, "Held: " + output);
            setup.startHeal(ModelHeal.hearing(_ -> {})).attempt(project.request(output, contexts, List.of()));
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 2; i++) {
                RecordedRequest request = server.take();
                String body = ModelServer.body(request);
                all.append(request.getTarget()).append(request.getHeaders()).append(body);
                texts(Json.parse(body).orElseThrow(), all);
            }
            return all.toString();
        }
    }

    /// The texts as the model reads them, without the escapes of JSON.
    private static void texts(JsonNode node, StringBuilder into) {
        if (node.isTextual()) {
            into.append('\n').append(node.asText());
        }
        node.forEach(child -> texts(child, into));
    }
}
