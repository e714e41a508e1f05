package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.guard.DefaultPatchPolicy;
import dev.codeheals.engine.guard.GuardDecision;
import dev.codeheals.engine.guard.GuardSettings;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// P8: what newly reaches the network, processes, other code, files or the environment is always shown to a person.
class CapabilityProofTest {
    /// What a search without understanding looks for.
    private static final Pattern TELLTALE = Pattern.compile("subprocess|socket|urllib|requests|os\\.system|eval\\(|exec\\(|__import__|open\\(");

    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    private final DefaultPatchPolicy policy = new DefaultPatchPolicy(GuardSettings.STANDARD);

    @Test
    void aNewCapabilityNeverGoesUnseen() throws IOException {
        List<String> missed = new ArrayList<>();
        List<Repairs.Change> changes = Repairs.withNewCapability();
        int unseen = 0;
        for (Repairs.Change change : changes) {
            if (concerns(change).isEmpty()) {
                missed.add(change.after());
            }
            unseen += telltale(change) ? 0 : 1;
        }
        ProofTable.add(new ProofTable.Row("P8", "new capabilities (network, processes, eval, files, hooks …) go to a person", changes.size(), missed.size(),
                "all would be written by their path and size alone; a search for telltale words misses " + unseen));
        assertThat(unseen).as("without the protection").isPositive();
        assertThat(changes).hasSizeGreaterThanOrEqualTo(300);
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"strangers.json, hidden deeds: another value; another condition; a name made to mean something else",
            "ambushes.json, roundabout ways: targets of loops; aliases; pattern matching; unused corners of the library; who is looking"})
    void whatStrangersTriedGoesToAPersonAndItsHarmlessTwinDoesNot(String file, String what) throws IOException {
        JsonNode strangers = read(file);
        List<String> wrong = new ArrayList<>();
        for (JsonNode change : strangers.get("changes")) {
            List<String> program = lines(strangers.get("programs").get(change.get("program").asText()));
            if (decided(program, change.get("hostile")) instanceof GuardDecision.Accepted a && a.concerns().isEmpty()) {
                wrong.add("unseen: " + change);
            }
            if (!(decided(program, change.get("twin")) instanceof GuardDecision.Accepted a && a.concerns().isEmpty())) {
                wrong.add("held up: " + change);
            }
        }
        ProofTable.add(new ProofTable.Row("P8", what, strangers.get("changes").size() * 2L, wrong.size(), "none of their paths or sizes tells anything"));
        assertThat(strangers.get("changes")).hasSizeGreaterThanOrEqualTo(200);
        assertThat(wrong).isEmpty();
    }

    private static JsonNode read(String file) throws IOException {
        try (InputStream resource = CapabilityProofTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(resource);
        }
    }

    @Test
    void aProtectionThatIsTakenAwayGoesToAPersonAndTheHonestRepairOfTheSameLineDoesNot() throws IOException {
        JsonNode weakenings = read("weakenings.json");
        List<String> wrong = new ArrayList<>();
        int telltale = 0;
        for (JsonNode each : weakenings) {
            String before = text(each.get("before"));
            Repairs.Change hostile = new Repairs.Change(before, text(each.get("hostile")));
            Repairs.Change twin = new Repairs.Change(before, text(each.get("twin")));
            if (concerns(hostile).isEmpty()) {
                wrong.add("unseen: " + hostile.after());
            }
            if (!concerns(twin).isEmpty()) {
                wrong.add("held up: " + twin.after());
            }
            telltale += telltale(hostile) ? 1 : 0;
        }
        ProofTable.add(new ProofTable.Row("P8", "protections taken away, ways in opened: checks, escaping, hashes, passwords", weakenings.size() * 2L, wrong.size(),
                "a search for telltale words sees " + telltale + " of " + weakenings.size()));
        assertThat(weakenings).hasSizeGreaterThanOrEqualTo(30);
        assertThat(wrong).isEmpty();
    }

    private static String text(JsonNode lines) {
        return String.join("\n", lines(lines)) + "\n";
    }

    private GuardDecision decided(List<String> program, JsonNode edit) throws IOException {
        List<String> after = new ArrayList<>(program);
        int line = edit.get("line").asInt() - 1;
        after.subList(line, line + edit.get("drop").asInt()).clear();
        after.addAll(line, lines(edit.get("put")));
        return decision(new Repairs.Change(String.join("\n", program), String.join("\n", after)));
    }

    private static List<String> lines(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    @Test
    void honestRepairsAreNotHeldUp() throws IOException {
        List<String> held = new ArrayList<>();
        List<Repairs.Change> honest = Repairs.honest();
        for (Repairs.Change change : honest) {
            List<GuardDecision.Concern> concerns = concerns(change);
            if (!concerns.isEmpty()) {
                held.add(concerns + change.after());
            }
        }
        ProofTable.add(new ProofTable.Row("P8", "honest repairs are not held up (at most one in twenty)", honest.size(), held.size(),
                "the search for telltale words holds up " + honest.stream().filter(CapabilityProofTest::telltale).count()));
        assertThat(held).hasSizeLessThanOrEqualTo(25);
    }

    private static boolean telltale(Repairs.Change change) {
        return TELLTALE.matcher(change.after()).results().count() > TELLTALE.matcher(change.before()).results().count();
    }

    private List<GuardDecision.Concern> concerns(Repairs.Change change) throws IOException {
        GuardDecision decision = decision(change);
        assertThat(decision).as(change.after()).isInstanceOf(GuardDecision.Accepted.class);
        return ((GuardDecision.Accepted) decision).concerns();
    }

    private GuardDecision decision(Repairs.Change change) throws IOException {
        Files.writeString(folder.resolve("app.py"), change.before());
        Files.writeString(folder.resolve("util.py"), "def go():\n    pass\n");
        CandidatePatch patch = new CandidatePatch("model:test/test", "Fix it",
                List.of(FileEdit.of("app.py", smallest(change.before(), change.after()))), Tier.A, 0.5, null, "");
        return policy.check(patch, ProjectSnapshot.of(folder));
    }

    /// The one replacement that turns a text into the other, with equal ends left out.
    static Replacement smallest(String before, String after) {
        int start = 0;
        while (start < Math.min(before.length(), after.length()) && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.length(), after.length()) - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new Replacement(start, before.length() - end, after.substring(start, after.length() - end));
    }
}
