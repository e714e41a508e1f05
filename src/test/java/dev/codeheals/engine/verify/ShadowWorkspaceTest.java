package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.run.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies that are kept in the cache from one heal to the next.
class ShadowWorkspaceTest {
    @TempDir
    Path temp;

    private TestProject project;

    @BeforeEach
    void written() throws IOException {
        project = TestProject.in(temp).with("app/core.py", "LIMIT = 3\n").with("notes.txt", "as it was\n");
    }

    private interface Work {
        void on(Mirror mirror) throws IOException;
    }

    /// Opens the copy, works on it and puts it away; returns where it lies.
    private Path used(Work work) throws IOException {
        try (ShadowWorkspace workspace = ShadowWorkspace.open(project.root(), project.cache(), true, Cancellation.none())) {
            Mirror mirror = workspace.mirror(Cancellation.none());
            work.on(mirror);
            return mirror.root();
        }
    }

    private static void spoil(Path copy) throws IOException {
        Files.writeString(copy.resolve("notes.txt"), "spoilt\n");
        Files.writeString(copy.resolve("app/extra.py"), "");
        Files.delete(copy.resolve("app/core.py"));
    }

    private void isLikeTheProject(Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(copy)) {
            assertThat(files.filter(Files::isRegularFile).map(copy::relativize).map(Path::toString)).containsExactlyInAnyOrder("app/core.py", "notes.txt");
        }
        assertThat(copy.resolve("notes.txt")).hasContent("as it was\n");
        assertThat(copy.resolve("app/core.py")).hasContent("LIMIT = 3\n");
    }

    @Test
    void whatTheLastRunLeftIsGoneWhenTheCopyIsPutAway() throws IOException {
        Path copy = used(mirror -> {
            spoil(mirror.root());
            mirror.suspect();
        });
        isLikeTheProject(copy);
    }

    @Test
    void aCopyThatWasNotPutAwayIsLookedThrough() throws IOException {
        Path copy = used(_ -> {});
        Files.delete(copy.resolveSibling("clean"));
        spoil(copy);
        isLikeTheProject(used(_ -> {}));
    }

    @Test
    void aCopyThatWasCleanedUpByOthersIsMadeAnew() throws IOException {
        Path copy = used(_ -> {});
        FileTrees.delete(copy);
        isLikeTheProject(used(_ -> {}));
    }

    @Test
    void aChangeOfTheProjectReachesACopyThatWasPutAway() throws IOException {
        used(_ -> {});
        project.with("notes.txt", "as it is now\n");
        assertThat(used(_ -> {}).resolve("notes.txt")).hasContent("as it is now\n");
    }
}
