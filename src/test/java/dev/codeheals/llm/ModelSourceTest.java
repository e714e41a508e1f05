package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.TriedPatch;
import dev.codeheals.engine.repair.model.BrokenProject;
import dev.codeheals.engine.repair.model.KnownSecrets;
import dev.codeheals.engine.repair.model.ModelAttempt;
import dev.codeheals.engine.repair.model.ModelBudget;
import dev.codeheals.engine.repair.model.ModelCall;
import dev.codeheals.engine.repair.model.ModelFailure.Kind;
import dev.codeheals.engine.repair.model.ModelHeal;
import dev.codeheals.engine.repair.model.ModelSetup;
import dev.codeheals.engine.repair.model.ModelSource;
import dev.codeheals.engine.repair.model.Redactor;
import dev.codeheals.engine.repair.model.SpendMeter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole way from a request to a candidate, against real servers.
class ModelSourceTest extends ClientCase {
    private static final String GOOD = edits("shop/cart.py", "            result += item.prise * rate(item)", "            result += item.price * rate(item)");
    private static final String FIXED = BrokenProject.CART.replace("prise", "price");
    @TempDir Path folder;
    private final List<ModelCall> calls = new ArrayList<>();
    private BrokenProject project;

    @BeforeEach
    void write() throws IOException {
        project = BrokenProject.in(folder);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aCleanReplyBecomesACandidate(Way way) throws Exception {
        assertHeals(way, 1, GOOD);
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.fault()).isNull();
            assertThat(call.usage().in()).isEqualTo(1000);
            assertThat(call.prompt()).contains("item.prise").doesNotContain("4eC39HqLyjWDarjtT1zdp7dc").doesNotContain(folder.toString());
        });
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyShapeOfAReplyHealsInOneRequest(Way way) throws Exception {
        assertHeals(way, 1, "The attribute is misspelt.\n\n" + GOOD + "\n\nThat should do.");
        assertHeals(way, 1, "```diff\n--- a/shop/cart.py\n+++ b/shop/cart.py\n@@ -90,3 +90,3 @@\n         for item in self.items:\n"
                + "-            result += item.prise * rate(item)\n+            result += item.price * rate(item)\n         return result\n```");
        assertHeals(way, 1, "Here is `shop/cart.py`:\n```python\n" + FIXED.replaceAll("sk_live_\\w+", placeholder()) + "```\n");
        assertHeals(way, 1, GOOD.replace('"', '“'));
        assertHeals(way, 1, edits("cart.py", "result += item.prise*rate(item)", "result += item.price * rate(item)"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void twoEditsInTwoFilesAreOneCandidate(Way way) throws Exception {
        ObjectNode reply = (ObjectNode) Json.parse(GOOD).orElseThrow();
        reply.withArray("edits").addObject().put("file", "shop/tax.py").put("search", "RATE = 1.19").put("replace", "RATE = 1.20");
        CandidatePatch candidate = assertHeals(way, 1, reply.toString());
        assertThat(candidate.edits()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anEditThatDoesNotMatchIsRepairedInOneTurn(Way way) throws Exception {
        assertHeals(way, 2, edits("shop/cart.py", "self.sum += entry.prize", "self.sum += entry.price"), GOOD);
        assertThat(calls.getFirst().fault()).contains("is not in shop/cart.py");
        assertThat(calls.getLast().prompt()).contains("[assistant]").contains("Your reply could not be used.").contains("is not in shop/cart.py");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aReplyInAnotherLanguageIsRepairedInOneTurn(Way way) throws Exception {
        assertHeals(way, 2, "Das Attribut heißt anders. Bitte korrigieren Sie die Zeile.", GOOD);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aTruncatedReplyIsRepairedInOneTurn(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            server.then(server.truncated(GOOD.substring(0, GOOD.length() / 2))).answers(GOOD);
            assertThat(source(way, server).next(project.request())).isPresent();
            assertThat(calls.getFirst().fault()).contains("cut off at the limit");
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void twoUselessRepliesAreAFailedAttempt(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).answers("I would rename it.").answers("Just rename it!")) {
            ModelAttempt attempt = source(way, server).attempt(project.request());
            assertThat(attempt).isInstanceOfSatisfying(ModelAttempt.Nothing.class, nothing -> {
                assertThat(nothing.reason()).startsWith("The model's reply could not be used: The reply holds no edit.");
                assertThat(nothing.last()).isFalse();
            });
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRefusalIsNotArguedWith(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).answers("I'm sorry, but I can't help with that.")) {
            assertThat(source(way, server).attempt(project.request())).isInstanceOfSatisfying(ModelAttempt.Nothing.class,
                    nothing -> assertThat(nothing.reason()).startsWith("The model refuses"));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFailedCandidateIsToldInTheNextPromptAndNotTakenTwice(Way way) throws Exception {
        String other = edits("shop/cart.py", "            result += item.prise * rate(item)", "            result += item.cost * rate(item)");
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).answers(other).answers(other).answers(GOOD)) {
            ModelSource source = source(way, server);
            Iterator<CandidatePatch> candidates = source.candidates(project.request()).iterator();
            CandidatePatch first = candidates.next();
            source.heard(new TriedPatch(first.hash(), first.description(), "AttributeError: 'Item' object has no attribute 'cost'", "-prise\n+cost"));
            CandidatePatch second = candidates.next();
            assertThat(second.hash()).isNotEqualTo(first.hash());
            assertThat(after(second, "shop/cart.py")).isEqualTo(FIXED);
            assertThat(calls.get(1).fault()).contains("tried already");
            assertThat(calls.get(1).prompt()).contains("has no attribute 'cost'");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aServerThatNeverHelpsIsAskedWithinTheBudget(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            for (int i = 0; i < 50; i++) {
                server.answers("no idea " + i);
            }
            ModelSource source = source(way, server);
            assertThat(source.candidates(project.request()).toList()).isEmpty();
            assertThat(server.requests()).isLessThanOrEqualTo(ModelBudget.DEFAULT.requests());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aServerThatAlwaysFailsIsAskedWithinTheBudgetAndThenLeftAlone(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            for (int i = 0; i < 50; i++) {
                server.fails(500, "down");
            }
            for (int heal = 0; heal < 10; heal++) {
                assertThat(source(way, server).candidates(project.request()).toList()).isEmpty();
            }
            assertThat(server.requests()).isLessThanOrEqualTo(ModelBudget.DEFAULT.requests());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void moneyAndTokensHaveHardCaps(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).answers(GOOD)) {
            ModelAttempt tokens = source(way, server, new ModelBudget(8, 500, 1, Duration.ofMinutes(1)), SpendMeter.Caps.DEFAULT).attempt(project.request());
            assertThat(tokens).isInstanceOfSatisfying(ModelAttempt.Nothing.class, nothing -> assertThat(nothing.reason()).contains("of its 500 tokens"));
            if (way.provider() != Provider.COMPATIBLE) {
                ModelAttempt money = source(way, server, ModelBudget.DEFAULT, new SpendMeter.Caps(0.000001, 1, 10)).attempt(project.request());
                assertThat(money).isInstanceOfSatisfying(ModelAttempt.Nothing.class, nothing -> {
                    assertThat(nothing.last()).isTrue();
                    assertThat(Objects.requireNonNull(nothing.failure()).kind()).isEqualTo(Kind.BUDGET);
                });
            }
            assertThat(server.requests()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsPreviewedIsWhatIsSent(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).answers(GOOD)) {
            ModelSource source = source(way, server);
            String preview = source.preview(project.request()).preview();
            source.next(project.request());
            var body = Json.parse(ModelServer.body(server.take())).orElseThrow();
            boolean anthropic = way.provider() == Provider.ANTHROPIC;
            String system = (anthropic ? body.path("system") : body.at("/messages/0/content")).asText();
            String user = body.at(anthropic ? "/messages/0/content" : "/messages/1/content").asText();
            assertThat("[system]\n" + system + "\n\n[user]\n" + user + "\n").isEqualTo(preview).isEqualTo(calls.getFirst().prompt());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anEditOfARedactedLineIsRestoredExactly(Way way) throws Exception {
        String masked = "API_KEY = \"" + placeholder() + "\"";
        CandidatePatch candidate = assertCandidate(way, 1, edits("shop/cart.py", masked, masked + "\nDEBUG = False"));
        assertThat(after(candidate, "shop/cart.py")).isEqualTo(BrokenProject.CART.replaceFirst("(API_KEY = .*)", "$1\nDEBUG = False"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void noPlaceholderReachesAFile(Way way) throws Exception {
        String mask = placeholder();
        for (String reply : List.of(edits("shop/cart.py", "API_KEY = \"" + mask + "\"", "API_KEY = \"" + mask.replaceFirst("_\\d+$", "_77") + "\""),
                edits("shop/tax.py", "RATE = 1.19", "RATE = 1.19\nKEY = \"" + mask + "\""), edits("shop/new.py", "", "KEY = '" + mask + "'"),
                edits("shop/cart.py", "API_KEY = \"" + mask + "\"", "API_KEY = \"" + mask.toLowerCase(Locale.ROOT) + "\""),
                edits("shop/cart.py", "API_KEY = \"" + mask + "\"", "API_KEY = \"sk_live_" + "abcdEFGH0123456789abcdEF\""))) {
            try (ModelServer server = new ModelServer(way.provider(), way.streaming()).answers(reply).answers(reply)) {
                assertThat(source(way, server).next(project.request())).as(reply).isEmpty();
            }
        }
    }

    private CandidatePatch assertHeals(Way way, int requests, String... replies) throws Exception {
        CandidatePatch candidate = assertCandidate(way, requests, replies);
        assertThat(after(candidate, "shop/cart.py")).isEqualTo(FIXED);
        return candidate;
    }

    private CandidatePatch assertCandidate(Way way, int requests, String... replies) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            for (String reply : replies) {
                server.answers(reply);
            }
            CandidatePatch candidate = source(way, server).next(project.request()).orElseThrow(() -> new AssertionError(calls.getLast().fault()));
            assertThat(server.requests()).isEqualTo(requests);
            assertThat(candidate.source()).isEqualTo("model:" + way.provider().id() + "/m");
            return candidate;
        }
    }

    private ModelSource source(Way way, ModelServer server) {
        return source(way, server, ModelBudget.DEFAULT, SpendMeter.Caps.DEFAULT);
    }

    private ModelSource source(Way way, ModelServer server, ModelBudget budget, SpendMeter.Caps caps) {
        return new ModelSetup(patient(way, server), new Redactor(KnownSecrets.NONE), new SpendMeter(time, caps, new RememberedSpend()), budget, time)
                .startHeal(ModelHeal.hearing(calls::add));
    }

    /// What the key in the project is called in prompts.
    private String placeholder() throws IOException {
        RepairRequest request = project.request();
        String shown = new Redactor(KnownSecrets.NONE).redaction(request.project()).maskCode(BrokenProject.CART);
        return shown.substring(shown.indexOf("CODEHEALS_"), shown.indexOf('"', shown.indexOf("CODEHEALS_")));
    }

    private String after(CandidatePatch candidate, String file) throws IOException {
        return ProjectSnapshot.of(folder).changes(candidate).orElseThrow().stream().filter(change -> change.file().equals(file))
                .map(change -> new String(change.after(), StandardCharsets.UTF_8)).findFirst().orElseThrow();
    }

    private static String edits(String file, String search, String replace) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode().put("fix_description", "Correct the attribute").put("explanation", "It is called price.").put("confidence", 0.9);
        reply.putArray("edits").addObject().put("file", file).put("search", search).put("replace", replace);
        return reply.toString();
    }
}
