package dev.codeheals.engine.promote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.envelope.Ids;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.SqlitePromotions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

@ParameterizedClass
@MethodSource("platforms")
class PatchPromoterTest {
    private final FileOperations operations;

    @TempDir
    Path folder;

    private Path root;
    private Database database;
    private PatchPromoter promoter;
    private Undo undo;

    PatchPromoterTest(FileOperations operations) {
        this.operations = operations;
    }

    static Stream<FileOperations> platforms() {
        return Stream.of(FileOperations.best(), PathFolder::open);
    }

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectories(folder.resolve("project")).toRealPath();
        database = Database.open(folder.resolve("data"), Envelopes.CLOCK);
        SqlitePromotions ledger = new SqlitePromotions(database, Envelopes.CLOCK);
        promoter = new PatchPromoter(operations, ledger, folder.resolve("data/undo"), () -> {}, new Ids(InstantSource.system())::next,
                Envelopes.CLOCK);
        undo = new Undo(promoter, ledger);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oldUndoCopiesGoAndWithThemTheUndo() throws IOException {
        write("app.py", "a\n");
        assertThat(promote(change("app.py", "a\n", "b\n"))).isInstanceOf(PromotionResult.Promoted.class);

        assertThat(promoter.prune(Envelopes.NOON, 0)).isEmpty();
        assertThat(undo.undoable(null)).isPresent();
        assertThat(folder.resolve("data/undo").toFile().listFiles(File::isDirectory)).hasSize(1);

        assertThat(promoter.prune(Envelopes.NOON.plusSeconds(1), 1)).isEmpty();
        assertThat(folder.resolve("data/undo").toFile().listFiles(File::isDirectory)).hasSize(1);

        assertThat(promoter.prune(Envelopes.NOON.plusSeconds(1), 0)).isEmpty();
        assertThat(folder.resolve("data/undo").toFile().listFiles(File::isDirectory)).isEmpty();
        assertThat(undo.undo(undo.undoable(null).orElseThrow().id())).isInstanceOf(PromotionResult.Refused.class);
    }

    @Test
    void anUndoCopySomebodyWroteToIsKeptAndTold() throws IOException {
        write("app.py", "a\n");
        PromotionResult.Promoted promoted = (PromotionResult.Promoted) promote(change("app.py", "a\n", "b\n"));
        Path copy = Files.writeString(folder.resolve("data/undo").resolve(promoted.promotionId()).resolve("0"), "late\n");

        assertThat(promoter.prune(Envelopes.NOON.plusSeconds(1), 0)).singleElement().asString().contains("app.py", copy.toString());
        assertThat(copy).hasContent("late\n");
    }

    @Test
    void writesTheApprovedBytes() throws IOException {
        write("app.py", "print(jsn)\n");

        assertThat(promote(change("app.py", "print(jsn)\n", "print(json)\n"))).isInstanceOf(PromotionResult.Promoted.class);

        assertThat(text("app.py")).isEqualTo("print(json)\n");
        assertOnlyThese("app.py");
    }

    @Test
    void refusesAFileThatChangedSinceTheReview() throws IOException {
        write("app.py", "print(2)\n");

        assertThat(promote(change("app.py", "print(1)\n", "print(3)\n"))).isInstanceOf(PromotionResult.Conflict.class);

        assertThat(text("app.py")).isEqualTo("print(2)\n");
    }

    @Test
    void changesAllFilesOrNone() throws IOException {
        write("a.py", "a\n");
        write("b.py", "changed\n");

        assertThat(promote(change("a.py", "a\n", "A\n"), change("b.py", "b\n", "B\n"))).isInstanceOf(PromotionResult.Conflict.class);

        assertThat(text("a.py")).isEqualTo("a\n");
        assertOnlyThese("a.py", "b.py");
    }

    @Test
    void createsAFileAndItsFolders() throws IOException {
        assertThat(promote(change("pkg/sub/new.py", null, "x = 1\n"))).isInstanceOf(PromotionResult.Promoted.class);

        assertThat(text("pkg/sub/new.py")).isEqualTo("x = 1\n");
    }

    @Test
    void undoOfACreationLeavesNothingBehind() throws IOException {
        String id = promoted(promote(change("pkg/sub/new.py", null, "x = 1\n")));

        assertThat(undo.undo(id)).isInstanceOf(PromotionResult.Promoted.class);
        assertOnlyThese();

        assertThat(undo.redo(id)).isInstanceOf(PromotionResult.Promoted.class);
        assertThat(text("pkg/sub/new.py")).isEqualTo("x = 1\n");
    }

    @Test
    void neverOverwritesAFileThatWasMadeMeanwhile() throws IOException {
        write("new.py", "mine\n");

        assertThat(promote(change("new.py", null, "theirs\n"))).isInstanceOf(PromotionResult.Conflict.class);

        assertThat(text("new.py")).isEqualTo("mine\n");
    }

    @Test
    void undoRestoresBytesModeAndTime() throws IOException {
        Path file = write("tool.py", "a\r\nb");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-02-02T02:02:02.123456789Z")));
        FileTime time = Files.getLastModifiedTime(file);

        String id = promoted(promote(change("tool.py", "a\r\nb", "c\r\nb")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rwxr-x---");
        assertThat(Files.getLastModifiedTime(file)).isNotEqualTo(time);
        assertThat(undo.undo(id)).isInstanceOf(PromotionResult.Promoted.class);

        assertThat(text("tool.py")).isEqualTo("a\r\nb");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rwxr-x---");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        assertOnlyThese("tool.py");
    }

    @Test
    void undoAndRedoGoOnAfterARestart() throws IOException {
        write("a.py", "1\n");
        String first = promoted(promote(change("a.py", "1\n", "2\n")));
        String second = promoted(promote(change("a.py", "2\n", "3\n")));
        database.close();
        open();

        assertThat(undo.undo(first)).isInstanceOf(PromotionResult.Conflict.class);
        assertThat(undo.undo(second)).isInstanceOf(PromotionResult.Promoted.class);
        assertThat(undo.undo(first)).isInstanceOf(PromotionResult.Promoted.class);
        assertThat(text("a.py")).isEqualTo("1\n");
        assertThat(undo.redo(second)).isInstanceOf(PromotionResult.Conflict.class);
        assertThat(undo.redo(first)).isInstanceOf(PromotionResult.Promoted.class);
        assertThat(undo.redo(second)).isInstanceOf(PromotionResult.Promoted.class);
        assertThat(undo.undo(second)).isInstanceOf(PromotionResult.Promoted.class);
        assertThat(text("a.py")).isEqualTo("2\n");
        assertThat(undo.undoable(root.toString()).orElseThrow().id()).isEqualTo(first);
        assertThat(undo.redoable(root.toString()).orElseThrow().id()).isEqualTo(second);
    }

    @Test
    void writesThroughALinkToAFileInside() throws IOException {
        write("real.py", "1\n");
        Files.createSymbolicLink(root.resolve("link.py"), Path.of("real.py"));

        assertThat(promote(change("link.py", "1\n", "2\n"))).isInstanceOf(PromotionResult.Promoted.class);

        assertThat(text("real.py")).isEqualTo("2\n");
        assertThat(root.resolve("link.py")).isSymbolicLink();
    }

    @Test
    void refusesALinkToAFileOutside() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.py"), "1\n");
        Files.createSymbolicLink(root.resolve("link.py"), outside);

        assertRefused("link-outside", promote(change("link.py", "1\n", "2\n")));
        assertThat(outside).hasContent("1");
    }

    @Test
    void refusesALinkedFolderInThePath() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(root.resolve("pkg"), outside);

        assertRefused("link-in-path", promote(change("pkg/a.py", null, "x\n")));
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void refusesHardLinksReadOnlyFilesAndSpecialModes() throws IOException {
        Files.createLink(folder.resolve("twin"), write("linked.py", "1\n"));
        Files.setPosixFilePermissions(write("locked.py", "1\n"), PosixFilePermissions.fromString("r--r--r--"));
        Files.setAttribute(write("root.py", "1\n"), "unix:mode", 0104755);

        assertRefused("hard-link", promote(change("linked.py", "1\n", "2\n")));
        assertRefused("read-only-file", promote(change("locked.py", "1\n", "2\n")));
        assertRefused("special-mode", promote(change("root.py", "1\n", "2\n")));
    }

    @Test
    void theUndoStoreMayLieOnAnotherDisk() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)), "there is no second disk");
        Path elsewhere = Files.createTempDirectory(memory, "codeheals");
        SqlitePromotions ledger = new SqlitePromotions(database, Envelopes.CLOCK);
        PatchPromoter apart = new PatchPromoter(operations, ledger, elsewhere.resolve("undo"), () -> { }, new Ids(InstantSource.system())::next,
                Envelopes.CLOCK);
        Path file = write("a.py", "1\n");
        FileTime time = Files.getLastModifiedTime(file);

        String id = promoted(apart.promote(root, "", List.of(change("a.py", "1\n", "2\n"))));
        assertThat(new Undo(apart, ledger).undo(id)).isInstanceOf(PromotionResult.Promoted.class);

        assertThat(text("a.py")).isEqualTo("1\n");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        assertOnlyThese("a.py");
        try (Stream<Path> left = Files.walk(elsewhere)) {
            left.sorted(java.util.Comparator.reverseOrder()).forEach(path -> assertThat(path.toFile().delete()).isTrue());
        }
    }

    @Test
    void refusesPathsThatLeaveTheProject() {
        for (String path : List.of("../a.py", "/etc/passwd", "a/../../b.py", "a//b.py", ".git/hooks/pre-commit", "C:/a.py", "a\\b.py")) {
            assertRefused("path-escape", promote(change(path, null, "x\n")));
        }
    }

    private Path write(String file, String content) throws IOException {
        return Files.writeString(root.resolve(file), content);
    }

    private String text(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    private PromotionResult promote(FileChange... changes) {
        return promoter.promote(root, "", List.of(changes));
    }

    private static FileChange change(String file, @Nullable String before, String after) {
        return new FileChange(file, before == null ? null : before.getBytes(UTF_8), after.getBytes(UTF_8));
    }

    private static String promoted(PromotionResult result) {
        assertThat(result).isInstanceOf(PromotionResult.Promoted.class);
        return ((PromotionResult.Promoted) result).promotionId();
    }

    private static void assertRefused(String code, PromotionResult result) {
        assertThat(result).isInstanceOfSatisfying(PromotionResult.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void assertOnlyThese(String... files) throws IOException {
        try (Stream<Path> found = Files.list(root)) {
            assertThat(found.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder(files);
        }
    }
}
