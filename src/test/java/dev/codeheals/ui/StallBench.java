package dev.codeheals.ui;

import static dev.codeheals.engine.heal.Stage.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.project.OpenProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// For how long at most the window does not answer while much goes on.
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class StallBench {
    private static final Duration LONGEST = Duration.ofMillis(100);
    @TempDir
    Path folder;
    private DesktopRig rig;

    @Start
    void window(Stage stage) {
        rig = new DesktopRig(stage, folder.resolve("store"), Map.of());
    }

    @BeforeEach
    void sized() {
        rig.size(1280, 800);
    }

    @AfterEach
    void shut() {
        rig.close();
    }

    @Test
    void aHealDoesNotKeepTheInterfaceFromAnswering() throws IOException {
        rig.open(rig.withHistory(folder.resolve("basket"), 60));
        rig.fx(() -> rig.desk().overlay().close());
        try (StallWatch watch = new StallWatch()) {
            rig.healed(folder.resolve("basket"));
            watch.proves("a heal does not keep the window from answering");
            assertThat(watch.longest()).isLessThan(LONGEST);
        }
    }

    @Test
    void aStormOfEventsAndEnvelopesDoesNotKeepTheInterfaceFromAnswering() throws IOException, InterruptedException {
        Path project = BrokenProject.missingImport(folder.resolve("busy"));
        OpenProject open = rig.healed(project);
        rig.fx(() -> rig.desk().open(Screen.LIVE));
        Envelope attempt = rig.application().journal().latest(1).getFirst();
        SeededHistory history = new SeededHistory(rig.application().reBanker(), project.toRealPath().toString(), Instant.now());
        try (StallWatch watch = new StallWatch()) {
            long start = System.nanoTime();
            Thread writer = Thread.ofVirtual().start(() -> history.fill(rig.application().journal(), rig.application().knowledge(), 2_000));
            int events = 20_000;
            for (int i = 0; i < events; i++) {
                open.hear(i % 200 == 0 ? new HealingEvent.AttemptEnded("storm", Instant.now(), attempt)
                        : i % 20 == 0 ? new HealingEvent.StageEntered("storm", Instant.now(), RULES, "candidate " + i)
                        : new HealingEvent.CandidateTried("storm", Instant.now(), RULES, i, "candidate " + i, "does not heal"));
                if (i % 20 == 0) {
                    LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
                }
            }
            writer.join();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.err.printf(Locale.ROOT, "storm: %.0f events and %.0f envelopes a second%n", events / seconds,
                    rig.application().journal().rows(Instant.EPOCH, null, 10_000).size() / seconds);
            watch.proves("thousands of events a second do not keep the window from answering");
            assertThat(watch.longest()).isLessThan(LONGEST);
        }
    }

    @Test
    void aGigabyteOfOutputDoesNotKeepTheInterfaceFromAnswering() throws IOException {
        Path project = Files.createDirectories(folder.resolve("loud"));
        Files.writeString(project.resolve("main.py"), """
                import sys
                line = 'word ' * 20 + '\\n'
                for _ in range((1 << 30) // len(line)):
                    sys.stdout.write(line)
                raise ValueError('enough')
                """);
        OpenProject open = rig.open(project);
        rig.fx(() -> {
            rig.desk().overlay().close();
            rig.desk().open(Screen.LIVE);
        });
        try (StallWatch watch = new StallWatch()) {
            rig.fx(() -> {
                open.trust();
                open.run();
            });
            DesktopRig.until("it ended", () -> !open.runs().isEmpty() && !open.runningProperty().get());
            watch.proves("1 GiB of output does not keep the window from answering");
            assertThat(watch.longest()).isLessThan(LONGEST);
        }
    }
}
