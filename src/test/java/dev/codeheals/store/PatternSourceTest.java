package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.Traceback;
import dev.codeheals.engine.knowledge.EditTemplate;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.repair.TriedPatch;
import dev.codeheals.engine.repair.pattern.PatternMaker;
import dev.codeheals.engine.repair.pattern.PatternSource;
import dev.codeheals.engine.repair.pattern.TemplateLearner;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Learning in one project and replaying in another, through the real store.
class PatternSourceTest {
    private static final String LOADER = "def load(path):\n    return json.load(open(path))\n";

    @TempDir
    Path folder;

    private Database database;
    private SqliteKnowledge knowledge;
    private PatternSource source;
    private int envelopes;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("data"), Envelopes.CLOCK);
        knowledge = new SqliteKnowledge(database, Envelopes.CLOCK);
        source = new PatternSource(knowledge);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFixLearntInOneProjectIsReplayedInAnother() throws IOException {
        SuccessPattern json = learn("Import json", "rule:missing-import", LOADER, "import json\n\n\n" + LOADER, "json");
        List<CandidatePatch> found = candidates("import os\n\nprint(json.dumps(os.environ))\n", 3, "json");
        assertThat(found).singleElement().satisfies(candidate -> {
            assertThat(candidate.source()).isEqualTo("pattern:" + json.id());
            assertThat(candidate.description()).isEqualTo("Import json");
            assertThat(candidate.tier()).isEqualTo(Tier.A);
            assertThat(candidate.edits().getFirst().applyTo("import os\n\nprint(json.dumps(os.environ))\n"))
                    .isEqualTo("import json\nimport os\n\nprint(json.dumps(os.environ))\n");
        });
    }

    @Test
    void aFixLearntForOneModuleHealsAnother() throws IOException {
        learn("Import json", "rule:missing-import", LOADER, "import json\n\n\n" + LOADER, "json");
        assertThat(candidates("print(csv.reader([]))\n", 1, "csv")).extracting(CandidatePatch::description).containsExactly("Import csv");
        assertThat(candidates("print(prcie)\n", 1, "prcie")).isEmpty();
    }

    @Test
    void theSameEditInOtherWordsCountsForTheSamePattern() throws IOException {
        SuccessPattern first = learn("Import json", "rule:missing-import", LOADER, "import json\n\n\n" + LOADER, "json");
        SuccessPattern second = learn("Add the missing json import at the top", "model:x/y", LOADER, "import json\n" + LOADER, "json");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.successCount()).isEqualTo(2);
        assertThat(second.fixDescription()).isEqualTo("Import json");
    }

    @Test
    void theMoreAPatternHeldTheMoreItIsBelieved() throws IOException {
        learn("Import json", "rule:missing-import", LOADER, "import json\n\n\n" + LOADER, "json");
        double once = candidates("print(json)\n", 1, "json").getFirst().prior();
        for (int i = 0; i < 46; i++) {
            learn("Import json", "rule:missing-import", LOADER, "import json\n\n\n" + LOADER, "json");
        }
        assertThat(candidates("print(json)\n", 1, "json").getFirst().prior()).isGreaterThan(once);
        assertThat(candidates("print(json)\n", 1, "json").getFirst().explanation())
                .isEqualTo("The same edit held 47 times for RES.NAME_ERROR:json.");
    }

    @Test
    void whatWasTriedInThisHealIsNotTriedAgain() throws IOException {
        learn("Import json", "rule:missing-import", LOADER, "import json\n\n\n" + LOADER, "json");
        String hash = candidates("print(json)\n", 1, "json").getFirst().hash();
        RepairRequest request = request("print(json)\n", 1, "json", List.of(new TriedPatch(hash, "Import json", "It fails.", "")));
        assertThat(source.candidates(request)).isEmpty();
    }

    @Test
    void onlyGoldIsReplayedWhileTheBreakerIsOpen() throws IOException {
        SuccessPattern json = learn("Import json", "rule:missing-import", LOADER, "import json\n\n\n" + LOADER, "json");
        RepairRequest request = request("print(json)\n", 1, "json", List.of());
        assertThat(source.goldCandidates(request)).hasSize(1);
        assertThat(json.gold()).isTrue();
        for (int i = 0; i < 6; i++) {
            knowledge.recordSuccess(new SuccessPattern(0, json.errorCode(), json.clusterId(), json.fixDescription(), "", json.template(), 0, 0, 0,
                    Set.of(), "", "", Envelopes.NOON, Envelopes.NOON), 0.75, "low" + i);
        }
        assertThat(source.goldCandidates(request)).isEmpty();
        assertThat(source.candidates(request)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"v\":2,\"steps\":[]}", "not json", "{\"v\":1,\"steps\":[{\"do\":\"run\",\"cmd\":\"rm -rf /\"}]}",
        "{\"v\":1,\"description\":\"x\",\"steps\":[{\"do\":\"create\",\"file\":\"../../.bashrc\",\"text\":\"x\"}]}",
        "{\"v\":1,\"description\":\"x\",\"steps\":[{\"do\":\"create\",\"file\":\"/etc/passwd\",\"text\":\"x\"}]}",
        "{\"v\":1,\"description\":\"x\",\"steps\":[{\"do\":\"add-import\",\"module\":\"os; import evil\"}]}",
        "{\"v\":1,\"description\":\"x\",\"steps\":[{\"do\":\"rewrite\",\"find\":[{\"kind\":\"WEIRD\",\"text\":\"x\"}]}]}",
        "{\"v\":1,\"description\":\"x\",\"steps\":[{\"do\":\"rewrite\",\"find\":[{\"hole\":\"n1\",\"shape\":\"NAME\"}],\"with\":[{\"hole\":\"n9\",\"shape\":\"NAME\"}]}]}"})
    void aPoisonedTemplateYieldsNothing(String json) throws IOException {
        knowledge.recordSuccess(new SuccessPattern(0, "RES.NAME_ERROR", "RES.NAME_ERROR:json", "Import json", "", new EditTemplate(json), 0, 0, 0,
                Set.of(), "rule:x", "/p", Envelopes.NOON, Envelopes.NOON), 0.95, "e");
        assertThat(candidates("print(json)\n", 1, "json")).isEmpty();
    }

    private SuccessPattern learn(String description, String by, String before, String after, String subject) {
        List<FileChange> changes = List.of(new FileChange("app.py", before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8)));
        SuccessPattern pattern = new PatternMaker(knowledge, new TemplateLearner())
                .pattern(description, by, "/one", changes, diagnosis(subject, 2), Envelopes.NOON);
        return knowledge.recordSuccess(pattern, 0.95, "e" + envelopes++).orElseThrow();
    }

    private List<CandidatePatch> candidates(String app, int line, String subject) throws IOException {
        return source.candidates(request(app, line, subject, List.of())).toList();
    }

    private RepairRequest request(String app, int line, String subject, List<TriedPatch> tried) throws IOException {
        Path project = Files.createDirectories(folder.resolve("two"));
        Files.writeString(project.resolve("app.py"), app);
        SealedDiagnosis sealed = diagnosis(subject, line);
        Failure failure = new Failure(Failure.Kind.TRACEBACK, List.of(new Traceback(Traceback.Relation.ROOT, List.of(), "NameError",
                sealed.diagnosis().message(), List.of())), null, 0, "");
        Interpreter python = new Interpreter(Path.of("/usr/bin/python3"), 3, 12, "3.12.1", Set.of("json", "csv", "os", "sys"), Set.of(), false);
        return new RepairRequest(sealed, failure, List.of(), ProjectSnapshot.of(project), List.of(), RuntimeFacts.NONE, python,
                Command.parse("python app.py"), HealContexts.NONE, tried, Cancellation.none());
    }

    private static SealedDiagnosis diagnosis(String subject, int line) {
        return SealedDiagnosis.seal(new Diagnosis("RES.NAME_ERROR", "RES.NAME_ERROR:" + subject, Severity.RECOVERABLE, 0.2, "Import it.", 0.97,
                "NameError", "name '" + subject + "' is not defined", subject, "app.py", line, null, "<module>", "python"));
    }
}
