package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Ids;
import dev.codeheals.engine.promote.FileOperations;
import dev.codeheals.engine.promote.Grace;
import dev.codeheals.engine.promote.PatchPromoter;
import dev.codeheals.engine.promote.PromotionResult;
import dev.codeheals.engine.promote.Undo;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.SqlitePromotions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A project, a data folder and everything that promotes, for one proof.
final class Workshop implements AutoCloseable {
    private final Path root;
    private final Database database;
    private final SqlitePromotions ledger;
    private final Path undoStore;
    private final PatchPromoter promoter;
    private final Undo undo;

    Workshop(Path folder) throws IOException {
        this(folder, FileOperations.best(), () -> { });
    }

    Workshop(Path folder, FileOperations operations, Grace grace) throws IOException {
        root = Files.createDirectories(folder.resolve("project")).toRealPath();
        database = Database.open(folder.resolve("data"), Envelopes.CLOCK);
        ledger = new SqlitePromotions(database, Envelopes.CLOCK);
        undoStore = folder.resolve("data/undo");
        promoter = promoter(operations, grace);
        undo = new Undo(promoter, ledger);
    }

    /// One more promoter on the same project and data, as another run of the program would have.
    PatchPromoter promoter(FileOperations operations, Grace grace) {
        return new PatchPromoter(operations, ledger, undoStore, grace, new Ids(InstantSource.system())::next, Envelopes.CLOCK);
    }

    /// Puts the project back to nothing.
    void clear() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(root)) {
                    Files.delete(file);
                }
            }
        }
    }

    Path root() {
        return root;
    }

    Database database() {
        return database;
    }

    SqlitePromotions ledger() {
        return ledger;
    }

    PatchPromoter promoter() {
        return promoter;
    }

    Undo undo() {
        return undo;
    }

    PromotionResult promote(FileChange... changes) {
        return promoter.promote(root, "", List.of(changes));
    }

    static FileChange change(String file, @Nullable String before, String after) {
        return new FileChange(file, before == null ? null : before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    }

    static String promoted(PromotionResult result) {
        assertThat(result).as(result.message()).isInstanceOf(PromotionResult.Promoted.class);
        return ((PromotionResult.Promoted) result).promotionId();
    }

    /// Own temporary files anywhere in the project.
    long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.getFileName().toString().startsWith(".codeheals-")).count();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
