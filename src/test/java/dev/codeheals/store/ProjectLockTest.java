package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.store.ProjectLock.Attempt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLockTest {
    @TempDir
    Path folder;

    @Test
    void theSecondIsToldWhoTheOwnerIs() throws IOException {
        try (ProjectLock owner = owned(ask())) {
            assertThat(owner).isNotNull();
            assertThat(ask()).isInstanceOfSatisfying(Attempt.HeldBy.class,
                    held -> assertThat(held.owner().message()).contains("desktop", Long.toString(ProcessHandle.current().pid())));
        }
        owned(ask()).close();
    }

    @Test
    void anotherProjectIsFree() throws IOException {
        try (ProjectLock owner = owned(ask())) {
            assertThat(owner).isNotNull();
            owned(ProjectLock.acquire(folder.resolve("data"), folder.resolve("other"), "desktop", Envelopes.CLOCK)).close();
        }
    }

    @Test
    void theOwnerHearsThatAnotherWantsTheProject() throws IOException, InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        ProjectLock owner = owned(ask());
        owner.onHandOverWanted(() -> {
            close(owner);
            heard.countDown();
        });
        Attempt asked = ProjectLock.acquireByHandOver(folder.resolve("data"), folder, "watch", Envelopes.CLOCK, Duration.ofMillis(1));

        assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
        close(asked instanceof Attempt.Owned(ProjectLock lock) ? lock : owned(ask()));
    }

    @Test
    void aDataFolderThatTakesNoFilesGuardsNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(ProjectLock.acquire(file, folder, "desktop", Envelopes.CLOCK)).isInstanceOf(Attempt.Unguarded.class);
    }

    private Attempt ask() {
        return ProjectLock.acquire(folder.resolve("data"), folder, "desktop", Envelopes.CLOCK);
    }

    private static ProjectLock owned(Attempt attempt) {
        assertThat(attempt).isInstanceOf(Attempt.Owned.class);
        return ((Attempt.Owned) attempt).lock();
    }

    private static void close(ProjectLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
