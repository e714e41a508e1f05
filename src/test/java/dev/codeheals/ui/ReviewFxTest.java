package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.project.OpenProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Review: what is chosen or edited is proven again before it can be applied, on a real proposal.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ReviewFxTest {
    @TempDir
    Path folder;
    private DesktopRig rig;
    private Path project;

    @Start
    void start(Stage stage) {
        rig = new DesktopRig(stage, folder.resolve("data"), Map.of());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private OpenProject proposal() throws IOException {
        project = BrokenProject.missingImport(folder.resolve("basket"));
        rig.size(1280, 800);
        OpenProject open = rig.healed(project);
        rig.fx(() -> rig.desk().open(Screen.REVIEW));
        DesktopRig.until("the proposal is shown", () -> approve());
        return open;
    }

    private boolean approve() {
        return rig.find("#review-approve", Button.class).map(b -> !b.isDisabled()).orElse(false);
    }

    private String check() {
        return rig.find("#review-check", Label.class).map(Label::getText).orElse("");
    }

    @Test
    void anEditInPlaceIsProvenAgainAndAppliedAsEdited(FxRobot robot) throws IOException {
        proposal();

        robot.push(KeyCode.E);
        DesktopRig.until("the editor is open", () -> rig.find("#review-editor", CodeArea.class).isPresent());
        CodeArea editor = rig.find("#review-editor", CodeArea.class).orElseThrow();
        rig.fx(() -> editor.replaceText(editor.getText().replace("import json", "import jsn")));
        DesktopRig.until("it is found not to heal", () -> check().startsWith("Your choice does not heal"));

        rig.fx(() -> editor.replaceText(editor.getText().replace("import jsn", "import json  # for the basket")));
        DesktopRig.until("it is found to heal", () -> check().startsWith("Your choice heals"));
        robot.clickOn("Back to the difference");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        DesktopRig.until("it is applied", () -> !rig.busy() && (outcome() == Outcome.EDITED || outcome() == Outcome.PROMOTED));

        assertThat(Files.readString(project.resolve("basket.py"))).startsWith("import json  # for the basket\n");
    }

    @Test
    void aChangeLeftOutCannotBeApprovedUntilItIsTakenAgain(FxRobot robot) throws IOException {
        proposal();
        assertThat(rig.find("#diff .check-box", CheckBox.class)).as("a visible box at the change").isPresent();

        robot.push(KeyCode.SPACE);
        DesktopRig.until("nothing is chosen", () -> check().startsWith("Nothing is chosen"));
        assertThat(approve()).isFalse();

        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        DesktopRig.until("the proposal is whole again", this::approve);

        robot.push(KeyCode.U);
        assertThat(rig.desk().projectRoot()).isNotNull();
        robot.push(KeyCode.C);
        assertThat(DesktopRig.onFx(() -> Clipboard.getSystemClipboard().getString())).startsWith("diff --git a/basket.py b/basket.py").contains("+import json");
    }

    @Test
    void oneOfTwoChangesIsReachedByKeyAndLeftOut(FxRobot robot) throws IOException {
        proposal();
        assertThat(rig.find(".diff-header", Node.class).stream().flatMap(DesktopRig::below).map(node -> node.getAccessibleText()).toList())
                .as("how much changes, in words").contains("3 added, 0 removed, file 1 of 1");
        robot.push(KeyCode.E);
        DesktopRig.until("the text is open", () -> rig.find("#review-editor", CodeArea.class).isPresent());
        CodeArea editor = rig.find("#review-editor", CodeArea.class).orElseThrow();
        rig.fx(() -> editor.appendText("# unasked\n"));
        robot.clickOn("Back to the difference");
        DesktopRig.until("both changes hold", () -> check().startsWith("Your choice heals"));

        robot.push(KeyCode.F7).push(KeyCode.SPACE);
        DesktopRig.until("the rest alone holds", () -> check().startsWith("Your choice heals") && boxes().equals(List.of(true, false)));
        robot.push(KeyCode.SHIFT, KeyCode.F7).push(KeyCode.SPACE);
        DesktopRig.until("nothing is left", () -> check().startsWith("Nothing is chosen") && boxes().equals(List.of(false, false)));
    }

    /// Whether each change is taken, from top to bottom.
    private List<Boolean> boxes() {
        return DesktopRig.onFx(() -> rig.stage().getScene().getRoot().lookupAll("#diff .check-box").stream().filter(DesktopRig::shown).map(CheckBox.class::cast)
                .sorted(Comparator.comparingDouble(box -> box.localToScene(0, 0).getY())).map(CheckBox::isSelected).toList());
    }

    @Test
    void aRejectionAsksForAReasonAndTouchesNothing(FxRobot robot) throws IOException {
        proposal();

        robot.push(KeyCode.R);
        DesktopRig.until("the reason is asked for", () -> rig.find("#reject-reason", TextField.class).isPresent());
        robot.write("The import belongs elsewhere");
        robot.push(KeyCode.ENTER);
        DesktopRig.until("it is rejected", () -> !rig.busy() && outcome() == Outcome.REJECTED);

        assertThat(project.resolve("basket.py")).hasContent(BrokenProject.BASKET);
    }

    @Test
    void aFixForAChangedFileIsShownInThreePanesAndFittedToIt(FxRobot robot) throws IOException {
        proposal();
        Files.writeString(project.resolve("basket.py"), BrokenProject.BASKET + "\n\nVAT = 0.2\n");
        rig.fx(() -> rig.desk().review(rig.application().journal().latest(1).getFirst().envelopeId()));
        DesktopRig.until("the conflict is shown", () -> rig.find("#conflict-fit", Button.class).isPresent());
        assertThat(approve()).as("what does not fit cannot be approved").isFalse();

        robot.clickOn("#conflict-fit");
        DesktopRig.until("the fitted fix is proven", () -> check().startsWith("Your choice heals"));
        robot.clickOn("#review-approve");
        DesktopRig.until("it is applied", () -> !rig.busy() && (outcome() == Outcome.EDITED || outcome() == Outcome.PROMOTED));

        assertThat(project.resolve("basket.py")).hasContent(BrokenProject.HEALED + "\n\nVAT = 0.2\n");
    }

    private Outcome outcome() {
        return rig.application().journal().latest(1).getFirst().outcome();
    }
}
