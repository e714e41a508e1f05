package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.guard.DefaultPatchPolicy;
import dev.codeheals.engine.guard.GuardDecision;
import dev.codeheals.engine.guard.GuardSettings;
import dev.codeheals.engine.guard.InvisibleText;
import dev.codeheals.engine.promote.Approval;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.repair.UnifiedDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P7: what a person sees is what is applied.
class TrojanSourceProofTest {
    private static final String BEFORE = "def check(user):\n    return user.level > 3\n";

    private static final String ALIKE = "асеорухіѕТЕХΑΒοριι";
    private static final String LATIN = "aceopyxisTEXABopii";
    private static final String BLANK = "\u3164\u115f\u1160\u2800\u034f";

    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    private final DefaultPatchPolicy policy = new DefaultPatchPolicy(GuardSettings.STANDARD);

    private static List<String> trojans() {
        List<String> texts = new ArrayList<>();
        int[] points = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x061C, 0x200E, 0x200F, 0x200B, 0x200C, 0x200D, 0x2060,
            0xFEFF, 0x00AD, 0x180E, 0x3164, 0x115F, 0x2800, 0x034F, 0x1B, 0x08, 0x7F, 0x0B, 0x85, 0x2028, 0x2029, 0xE0041, 0x00A0};
        for (int point : points) {
            String c = Character.toString(point);
            texts.add(BEFORE + "# comment " + c + " more\n");
            texts.add(BEFORE.replace("> 3", "> 3 and user.name != 'ad" + c + "min'"));
        }
        texts.add(BEFORE + "# harmless\rlevel = 9\n");
        for (String name : List.of("usеr", "сheck", "levеl", "ｕser", "аdmin", "рassword", "оpen", "ехес", "ѕystem", "іnput", "Αdmin", "Βase", "ρath",
                "οs", "ﬁle", "ｅval", "𝐞val", "prіnt", "ѕum", "tоtal", "nоne", "сору", "ТЕХТ", "ℓevel", "userſ", "ａ", "іd", "kеy", "vаlue", "dаta",
                "rеsult", "сlass_", "ιndex", "mаx", "lеn")) {
            texts.add(BEFORE + name + " = 1\n");
        }
        return texts;
    }

    @Test
    void everyTrickIsMadeVisible() throws IOException {
        List<String> missed = new ArrayList<>();
        List<String> trojans = trojans();
        for (String after : trojans) {
            GuardDecision decision = decide(BEFORE, after);
            boolean flagged = decision instanceof GuardDecision.Refusal || (decision instanceof GuardDecision.Accepted a && a.concerns().stream()
                    .anyMatch(c -> c.code().equals("invisible-characters") || c.code().equals("look-alike-name")));
            boolean invisible = !InvisibleText.find(after).isEmpty();
            boolean shown = !invisible || InvisibleText.find(InvisibleText.reveal(after)).isEmpty();
            if (!flagged || !shown) {
                missed.add(InvisibleText.reveal(after));
            }
        }
        long hidden = trojans.stream().filter(after -> !seen(after).equals(after)).count();
        ProofTable.add(new ProofTable.Row("P7", "invisible, turning and look-alike characters are shown and flagged", trojans.size(), missed.size(),
                hidden + " are seen as another text than the one that is applied"));
        assertThat(hidden).as("without the protection").isEqualTo(trojans.size());
        assertThat(trojans).hasSizeGreaterThanOrEqualTo(100);
        assertThat(missed).isEmpty();
    }

    /// The control: what an eye makes of a text that is shown as it is.
    private static String seen(String text) {
        StringBuilder seen = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().filter(TrojanSourceProofTest::drawn)
                .forEach(point -> seen.appendCodePoint(ALIKE.indexOf(point) < 0 ? point : LATIN.charAt(ALIKE.indexOf(point))));
        return seen.toString();
    }

    private static boolean drawn(int point) {
        return point == '\n' || (!Character.isISOControl(point) && Character.getType(point) != Character.FORMAT
                && BLANK.indexOf(point) < 0 && Character.getType(point) != Character.LINE_SEPARATOR && Character.getType(point) != Character.PARAGRAPH_SEPARATOR);
    }

    @Test
    void ordinaryTextOfAnyLanguageIsNotFlagged() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> words = List.of("café", "größe", "naïve", "имя", "переменная", "данные", "日本語", "変数", "한국어", "עברית", "العربية", "नमस्ते", "می‌خواهم",
                "👩‍👩‍👧 family", "❤️", "1️⃣", "→ ≤ ×", "“quoted”", "Ελληνικά", "ñandú");
        int runs = 0;
        int foreign = 0;
        for (int i = 0; i < 25; i++) {
            for (String word : words) {
                runs++;
                String after = BEFORE + "# " + word + " " + i + "\nname_" + i + " = '" + word + "'\n" + (Character.isLetter(word.charAt(0)) && i == 0
                        && !word.contains(" ") && !word.contains("\u200c") ? word + " = 1\n" : "");
                foreign += after.chars().anyMatch(c -> c > 0x7F) ? 1 : 0;
                if (decide(BEFORE, after) instanceof GuardDecision.Accepted a && a.concerns().isEmpty()) {
                    continue;
                }
                wrong.add(after);
            }
        }
        ProofTable.add(new ProofTable.Row("P7", "ordinary text of any language is not flagged", runs, wrong.size(),
                "flagging whatever is not ASCII would flag " + foreign));
        assertThat(runs).isGreaterThanOrEqualTo(500);
        assertThat(wrong).isEmpty();
    }

    @Test
    void anotherTextThanTheShownOneIsNotApproved() {
        List<FileChange> shown = List.of(Workshop.change("a.py", BEFORE, BEFORE + "x = 1\n"));
        List<FileChange> applied = List.of(Workshop.change("a.py", BEFORE, BEFORE + "x = 1\u200b\n"));
        Approval approval = Approval.of("patch", shown);

        assertThat(approval.shownHash()).isEqualTo(PacketHash.sha256(UnifiedDiff.of(shown)));
        assertThat(approval.refuses("patch", shown)).isEmpty();
        assertThat(approval.refuses("patch", applied)).isPresent();
        assertThat(approval.refuses("another", shown)).isPresent();
    }

    private GuardDecision decide(String before, String after) throws IOException {
        Files.writeString(folder.resolve("app.py"), before);
        CandidatePatch patch = new CandidatePatch("model:test/test", "Fix it",
                List.of(FileEdit.of("app.py", CapabilityProofTest.smallest(before, after))), Tier.A, 0.5, null, "");
        return policy.check(patch, ProjectSnapshot.of(folder));
    }
}
