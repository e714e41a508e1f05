package dev.codeheals.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stopped healing goes on stopping it after the program ended, however it ended.
class BreakerSurvivesTest {
    @TempDir
    Path folder;

    @Test
    void aKilledProcessLeavesAnOpenBreakerOpenForTheRestOfItsWait() throws Exception {
        Path project = Files.createDirectories(folder.resolve("one"));
        Files.writeString(project.resolve("app.py"), "print(1)\n");
        Process child = TrippedChild.start(folder.resolve("data"), project, folder.resolve("errors.txt"));
        String said;
        long at;
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            said = Objects.requireNonNull(out.readLine(), () -> read(folder.resolve("errors.txt")));
            at = System.nanoTime();
            child.destroyForcibly();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(said).startsWith("OPEN ");
        Duration expected = Duration.ofMillis(Long.parseLong(said.substring(5)));
        try (Workbench bench = new Workbench(folder)) {
            BreakerSnapshot after = bench.application().session(project).breaker().snapshot();
            Duration since = Duration.ofNanos(System.nanoTime() - at);
            assertThat(after.state()).isEqualTo(BreakerState.OPEN);
            assertThat(after.remaining()).isBetween(expected.minus(since).minusSeconds(1), expected.minus(since).plusSeconds(1));
            assertThat(after.reason()).contains("failed");
        }
    }

    @Test
    void aBreakerForcedOpenByHandStaysSoWithItsReasonUntilItIsReset() throws Exception {
        try (Workbench bench = new Workbench(folder)) {
            Path project = bench.project("one", Map.of("app.py", "print(missing)\n"));
            bench.application().session(project).breaker().forceOpen("The release is on.");
            bench.restart();
            assertThat(bench.application().session(project).breaker().state()).isEqualTo(BreakerState.FORCED_OPEN);
            assertThat(bench.application().session(project).breaker().snapshot().reason()).isEqualTo("The release is on.");
            bench.application().session(project).breaker().reset("The release is out.");
            bench.restart();
            BreakerSnapshot after = bench.application().session(project).breaker().snapshot();
            assertThat(after.state()).isEqualTo(BreakerState.CLOSED);
            assertThat(after.history()).extracting(change -> change.reason()).containsExactly("The release is on.", "The release is out.");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
