package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Ids;
import dev.codeheals.engine.guard.DefaultPatchPolicy;
import dev.codeheals.engine.guard.GuardDecision;
import dev.codeheals.engine.guard.GuardSettings;
import dev.codeheals.engine.promote.FileOperations;
import dev.codeheals.engine.promote.PatchPromoter;
import dev.codeheals.engine.promote.PromotionResult;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.SqlitePromotions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// P1: two hundred hostile patches through the guard and the promotion; a folder outside watches.
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostilePatchProofTest {
    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    private final DefaultPatchPolicy policy = new DefaultPatchPolicy(GuardSettings.STANDARD);
    private int number;
    private int believed;
    private long slowest;

    @Test
    void hostilePatchesAreRefusedAndTheirHarmlessTwinsAccepted() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<HostilePatches.Case> all = HostilePatches.all();
        assertThat(all).hasSizeGreaterThanOrEqualTo(200);
        int reachedPromotion = 0;
        try (Database database = Database.open(folder.resolve("data"), Envelopes.CLOCK)) {
            PatchPromoter promoter = new PatchPromoter(FileOperations.best(), new SqlitePromotions(database, Envelopes.CLOCK),
                    folder.resolve("data/undo"), () -> { }, new Ids(InstantSource.system())::next, Envelopes.CLOCK);
            for (HostilePatches.Case hostile : all) {
                reachedPromotion += tried(hostile, promoter, wrong);
            }
        }
        ProofTable.add(new ProofTable.Row("P1", "hostile patches are refused, their harmless twins accepted", all.size() + " pairs; the slowest answer took "
                + TimeUnit.NANOSECONDS.toMillis(slowest) + " ms", all.size() * 2L, wrong.size(),
                believed + " of " + all.size() + " would be written by a program that takes a path as it comes"));
        assertThat(believed).as("without the protection").isGreaterThan(all.size() / 2);
        assertThat(wrong).isEmpty();
        assertThat(reachedPromotion).as("refused by the promotion, not by the guard").isLessThanOrEqualTo(1);
    }

    private int tried(HostilePatches.Case hostile, PatchPromoter promoter, List<String> wrong) throws IOException {
        Path project = project(hostile);
        Path outside = project.resolveSibling("outside");
        Map<String, String> before = Trees.of(project);
        Map<String, String> canary = Trees.of(outside);
        ProjectSnapshot snapshot = ProjectSnapshot.of(project);
        believed += believed(hostile, project) ? 1 : 0;
        int reached = 0;
        CandidatePatch asked = patch(hostile.hostile());
        long start = System.nanoTime();
        GuardDecision decision = policy.check(asked, snapshot);
        slowest = Math.max(slowest, System.nanoTime() - start);
        if (decision instanceof GuardDecision.Accepted) {
            reached = 1;
            Optional<List<FileChange>> changes = snapshot.changes(asked);
            if (changes.isPresent() && promoter.promote(project, "", changes.get()) instanceof PromotionResult.Promoted) {
                wrong.add("accepted: " + hostile);
            }
        }
        if (!Trees.of(project).equals(before) || !Trees.of(outside).equals(canary)) {
            wrong.add("left a trace: " + hostile);
        }
        GuardDecision twin = policy.check(patch(hostile.twin()), snapshot);
        boolean applied = twin instanceof GuardDecision.Accepted && (number % 8 != 0 || promoter.promote(project, "", snapshot.changes(patch(hostile.twin())).orElseThrow()) instanceof PromotionResult.Promoted);
        if (!applied) {
            wrong.add("twin refused: " + hostile + " " + twin);
        }
        return reached;
    }

    /// The control: would a program that takes a path as it comes carry it out? It is only asked where the path leads; nothing is
    /// written, for these paths lead anywhere.
    private static boolean believed(HostilePatches.Case hostile, Path project) {
        try {
            Path file = project.resolve(hostile.hostile().getFirst().file());
            return file.getFileName() != null && !Files.isDirectory(file) && !Files.isRegularFile(file.getParent());
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private Path project(HostilePatches.Case hostile) throws IOException {
        Path place = Files.createDirectories(folder.resolve("case-" + number++)).toRealPath();
        Path outside = Files.createDirectories(place.resolve("outside/deep")).getParent();
        Files.writeString(outside.resolve("canary.py"), "x = 1\n");
        Path project = Files.createDirectory(place.resolve("project"));
        HostilePatches.project(project);
        hostile.setup().in(project, outside);
        return project;
    }

    private static CandidatePatch patch(List<FileEdit> edits) {
        return new CandidatePatch("model:test/test", "Fix it", edits, Tier.A, 0.5, null, "");
    }
}
