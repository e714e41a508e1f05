package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.ui.control.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The failure page: plain words, frames that lead to the source, the attempts as a story, and all of it for a learner.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class FailureFxTest {
    @TempDir
    Path folder;
    private DesktopRig rig;

    @Start
    void start(Stage stage) {
        rig = new DesktopRig(stage, folder.resolve("data"), Map.of());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aFailureIsExplainedWithItsFramesAttemptsAndTheStoryForLearners(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        rig.healed(BrokenProject.missingImport(folder.resolve("basket")));
        Envelope envelope = rig.application().journal().latest(1).getFirst();
        rig.fx(() -> rig.desk().failure(envelope.envelopeId()));
        DesktopRig.until("the page is there", () -> rig.find(".failure .page-title", Label.class).isPresent());

        assertThat(rig.texts(".failure")).anyMatch(t -> t.equals("NameError: name 'json' is not defined")).contains("RES.NAME_ERROR:json", "Import json");
        robot.clickOn((Node) rig.find(".failure .hyperlink", Hyperlink.class).orElseThrow());
        DesktopRig.until("the frame's source is opened", () -> rig.opened().stream().anyMatch(address -> address.endsWith(".py")));
        assertThat(rig.texts(".failing-line")).as("the line that failed, marked by more than colour").contains("▸ 2");
        assertThat(rig.texts(".near-line")).as("what stands around it").contains("1", "4");

        assertThat(rig.find(".failing-line .code-ground", Node.class).isPresent()).as("what Python marked is underlined, where it marks")
                .isEqualTo(envelope.verdict().beforeOutput().contains("^^^"));

        assertThat(rig.find("#failure-story", Node.class)).isEmpty();
        robot.clickOn("#failure-explain");
        assertThat(rig.texts("#failure-story")).anyMatch(t -> t.startsWith("Python was working in parse")).anyMatch(t -> t.startsWith("The fix: Import json"));

        robot.clickOn("#failure-split");
        DesktopRig.until("failures in this file are a kind of their own", () -> cluster().contains("RES.NAME_ERROR:json@basket.py"));
        rig.press("#failure-regroup-reset");
        DesktopRig.until("that is taken back", () -> cluster().startsWith("Counted as RES.NAME_ERROR:json."));
    }

    @Test
    void theTimesAKindWasSeenAreTurnedThroughWithWhatWasPrintedEachTime() throws IOException {
        rig.size(1280, 800);
        rig.open(rig.withHistory(folder.resolve("basket"), 60));
        EnvelopeRow newest = rig.application().journal().rows(Instant.EPOCH, null, 1).getFirst();
        long seen = rig.application().journal().rows(Instant.EPOCH, null, 1_000).stream()
                .filter(row -> row.attempt() == 1 && row.clusterId().equals(newest.clusterId())).count();
        rig.fx(() -> {
            rig.desk().overlay().close();
            rig.desk().failure(newest.envelopeId());
        });
        DesktopRig.until("the page is there", () -> leads("older"));
        assertThat(leads("newer")).as("nothing is newer than the newest").isFalse();
        int turned = 0;
        while (leads("older")) {
            turned++;
            Node before = rig.find("#failure-older", Button.class).orElseThrow();
            rig.press("#failure-older");
            DesktopRig.until("another page is there", () -> rig.find("#failure-older", Button.class).map(button -> !button.equals(before)).orElse(false));
        }
        assertThat(turned).isEqualTo(seen - 1);
        assertThat(leads("newer")).isTrue();

        DesktopRig.until("the page is laid out", () -> rig.find("#failure-raw", TitledPane.class).isPresent());
        assertThat(rig.find("#failure-raw .output", Node.class)).as("folded at first").isEmpty();
        rig.fx(() -> rig.find("#failure-raw", TitledPane.class).orElseThrow().setExpanded(true));
        DesktopRig.until("the output is there", () -> rig.find("#failure-raw .output .list-cell", Node.class).isPresent());
    }

    private boolean leads(String way) {
        return rig.find("#failure-" + way, Button.class).map(button -> !button.isDisabled()).orElse(false);
    }

    @Test
    void aFrameOpensInTheEditorOfTheUsersChoiceAtItsLine(FxRobot robot) throws IOException {
        Path project = BrokenProject.missingImport(folder.resolve("my basket"));
        rig.size(1280, 800);
        rig.healed(project);
        rig.fx(() -> rig.desk().open(Screen.SETTINGS));
        rig.type("#settings-editor", "touch '{file} at {line}'");
        Envelope envelope = rig.application().journal().latest(1).getFirst();
        rig.fx(() -> rig.desk().failure(envelope.envelopeId()));
        DesktopRig.until("the page is there", () -> rig.find(".failure .hyperlink", Hyperlink.class).isPresent());
        robot.clickOn((Node) rig.find(".failure .hyperlink", Hyperlink.class).orElseThrow());
        DesktopRig.until("the editor was told file and line", () -> Stream.of(project.toFile().list()).anyMatch(name -> name.matches("\\w+\\.py at \\d+")));
        assertThat(rig.opened()).isEmpty();
    }

    private String cluster() {
        return rig.find("#failure-cluster", Label.class).map(Label::getText).orElse("");
    }
}
