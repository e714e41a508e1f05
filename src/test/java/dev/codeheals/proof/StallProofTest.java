package dev.codeheals.proof;

import static dev.codeheals.engine.heal.Stage.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.ui.BrokenProject;
import dev.codeheals.ui.DesktopRig;
import dev.codeheals.ui.SeededHistory;
import dev.codeheals.ui.StallWatch;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.project.OpenProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

/// D6: for how long at most the window does not answer while much goes on, not counting the time that other programs had the processor. The short
/// forms fail on no time.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class StallProofTest {
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
    void aHealIsShownWhileTheWindowAnswers() throws IOException {
        heal(6);
    }

    @Test
    @Tag("proof")
    void aHealAfterAMonthOfHealsIsShownWhileTheWindowAnswers() throws IOException {
        assertThat(heal(60)).isLessThan(LONGEST);
    }

    private Duration heal(int before) throws IOException {
        rig.open(rig.withHistory(folder.resolve("basket"), before));
        rig.fx(() -> rig.desk().overlay().close());
        try (StallWatch watch = new StallWatch()) {
            rig.healed(folder.resolve("basket"));
            return watch.proves("a heal does not keep the window from answering", before + 1L);
        }
    }

    @Test
    void manyEventsAreShownWhileTheWindowAnswers() throws IOException, InterruptedException {
        storm(2_000);
    }

    @Test
    @Tag("proof")
    void thousandsOfEventsASecondAreShownWhileTheWindowAnswers() throws IOException, InterruptedException {
        assertThat(storm(20_000)).isLessThan(LONGEST);
    }

    private Duration storm(int events) throws IOException, InterruptedException {
        Path project = BrokenProject.missingImport(folder.resolve("busy"));
        OpenProject open = rig.healed(project);
        rig.fx(() -> rig.desk().open(Screen.LIVE));
        Envelope attempt = rig.application().journal().latest(1).getFirst();
        SeededHistory history = new SeededHistory(rig.application().reBanker(), project.toRealPath().toString(), Instant.now());
        try (StallWatch watch = new StallWatch()) {
            Thread writer = Thread.ofVirtual().start(() -> history.fill(rig.application().journal(), rig.application().knowledge(), events / 10));
            for (int i = 0; i < events; i++) {
                open.hear(i % 200 == 0 ? new HealingEvent.AttemptEnded("storm", Instant.now(), attempt)
                        : i % 20 == 0 ? new HealingEvent.StageEntered("storm", Instant.now(), RULES, "candidate " + i)
                        : new HealingEvent.CandidateTried("storm", Instant.now(), RULES, i, "candidate " + i, "does not heal"));
                if (i % 20 == 0) {
                    LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
                }
            }
            writer.join();
            return watch.proves("thousands of events a second do not keep the window from answering", events);
        }
    }

    @Test
    void muchOutputIsShownWhileTheWindowAnswers() throws IOException {
        output(32);
    }

    @Test
    @Tag("proof")
    void aGigabyteOfOutputIsShownWhileTheWindowAnswers() throws IOException {
        assertThat(output(1024)).isLessThan(LONGEST);
    }

    private Duration output(int mebibytes) throws IOException {
        Path project = Files.createDirectories(folder.resolve("loud"));
        Files.writeString(project.resolve("main.py"), """
                import sys
                line = 'word ' * 20 + '\\n'
                for _ in range((%d << 20) // len(line)):
                    sys.stdout.write(line)
                raise ValueError('enough')
                """.formatted(mebibytes));
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
            return watch.proves("a flood of output does not keep the window from answering", mebibytes);
        }
    }
}
