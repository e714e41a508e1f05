package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.ui.control.Screen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Reports: each choice shows at once what would be saved.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ReportsFxTest {
    @TempDir
    Path data;
    private DesktopRig rig;

    @Start
    void open(Stage stage) {
        rig = new DesktopRig(stage, data.resolve("data"), Map.of());
    }

    @AfterEach
    void end() {
        rig.close();
    }

    @Test
    void thePreviewFollowsPeriodFormatAndProject() throws IOException {
        rig.open(rig.withHistory(data.resolve("basket"), 40));
        rig.fx(() -> {
            rig.desk().overlay().close();
            rig.desk().open(Screen.REPORTS);
        });
        previews("# Healing report: basket");
        assertThat(rig.find(".report .button.accent", Button.class).map(Button::isDisabled)).as("it can be saved").contains(false);

        assertThat(rig.texts(".report-head")).contains("What it says, as plain text");
        rig.press("#report-look");
        DesktopRig.until("the report itself is opened", () -> !rig.opened().isEmpty());
        Path shown = Path.of(URI.create(rig.opened().getFirst()));
        assertThat(shown).hasExtension("html").content().startsWithIgnoringCase("<!doctype html>").contains("basket");

        rig.choose("#report-format", 3);
        previews("{");
        assertThat(rig.find("#report-look", Button.class)).as("what is no page is not opened as one").isEmpty();
        rig.choose("#report-format", 4);
        previews("envelope_id,");
        rig.choose("#report-format", 0);
        rig.fx(() -> rig.find(".report .check-box", CheckBox.class).orElseThrow().setSelected(false));
        previews("# Healing report: all projects");
    }

    private void previews(String beginning) {
        DesktopRig.until("the preview begins with " + beginning, () -> rig.find("#report-preview", TextArea.class)
                .map(preview -> preview.getText().startsWith(beginning)).orElse(false));
    }
}
