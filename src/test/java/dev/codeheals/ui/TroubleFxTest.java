package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.store.ProjectLock;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.project.OpenProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is wrong around the program is told in the window in plain words, and the window goes on.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TroubleFxTest {
    @TempDir
    Path folder;
    private Stage window;
    private DesktopRig rig;

    @Start
    void keep(Stage stage) {
        window = stage;
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void start() {
        Path data = folder.resolve("data");
        rig = DesktopRig.onFx(() -> new DesktopRig(window, data, Map.of()));
    }

    @Test
    void aDamagedDatabaseIsPutAsideAndTold() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("codeheals.db"), "this is no database ".repeat(400));
        start();
        DesktopRig.until("it is told", () -> !rig.texts(".toast").isEmpty());
        assertThat(rig.texts(".toast").getFirst()).contains("codeheals.db").doesNotContain("Exception");
    }

    @Test
    void anInterpreterThatIsGoneIsReplacedByTheOneThatIsFound() throws IOException {
        start();
        OpenProject project = rig.open(BrokenProject.missingImport(folder.resolve("basket")));
        rig.fx(() -> {
            rig.desk().overlay().close();
            project.trust();
            project.change(settings -> settings.withInterpreter("/no/such/python"));
            project.commandProperty().set("/no/such/python -m unittest");
            project.run();
            rig.desk().open(Screen.LIVE);
        });
        DesktopRig.until("the run ended", () -> !project.runs().isEmpty() && !project.runningProperty().get());
        DesktopRig.until("the failure is healed with it", () -> rig.texts(".live").contains("Import json"));
        assertThat(rig.application().notices()).anyMatch(notice -> notice.contains("/no/such/python, cannot be used"));
    }

    @Test
    void aProgramThatIsNotThereIsSeenAtTheStageThatFailed() throws IOException {
        start();
        OpenProject project = rig.open(BrokenProject.missingImport(folder.resolve("basket")));
        rig.fx(() -> {
            rig.desk().overlay().close();
            rig.desk().open(Screen.LIVE);
            project.trust();
            project.commandProperty().set("no-such-program --fast");
            project.run();
        });
        DesktopRig.until("the stage has failed", () -> rig.find("#stage-RUN", Node.class).map(Node::getAccessibleText).orElse("").startsWith("run: failed"));
        assertThat(rig.texts(".live")).contains("The run failed just now").anyMatch(words -> words.startsWith("The program no-such-program was not found."));
        assertThat(rig.find("#stage-VERIFY", Node.class).map(Node::getAccessibleText).orElse("")).startsWith("verify: not begun");
    }

    @Test
    void aProjectAnotherProgramWorksOnIsLeftToItUntilItIsDone() throws IOException {
        start();
        OpenProject project = rig.open(BrokenProject.missingImport(folder.resolve("shared")));
        ProjectLock.Attempt elsewhere = ProjectLock.acquire(folder.resolve("data"), project.root(), "watch", InstantSource.system());
        assertThat(elsewhere).isInstanceOf(ProjectLock.Attempt.Owned.class);
        rig.fx(() -> {
            rig.desk().overlay().close();
            project.trust();
            project.run();
        });
        DesktopRig.until("it is told who has it", () -> rig.texts(".toast").stream().anyMatch(words -> words.contains("open in another watch")));
        DesktopRig.until("nothing runs", () -> !project.runningProperty().get());
        assertThat(rig.application().reviews().waiting()).isEmpty();

        ((ProjectLock.Attempt.Owned) elsewhere).lock().close();
        rig.healed(project.root());
    }

    @Test
    void aFolderThatMayNotBeReadIsAnsweredWithWhatToDo() throws IOException {
        start();
        Path closed = BrokenProject.missingImport(folder.resolve("closed"));
        assumeTrue(Files.getFileStore(closed).supportsFileAttributeView(PosixFileAttributeView.class), "permissions as POSIX knows them");
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeTrue(!Files.isReadable(closed), "a user whom permissions hold back");
            rig.desk();
            rig.fx(() -> rig.desk().open(closed, _ -> { }));
            DesktopRig.until("it is told", () -> rig.texts("#welcome-trouble").contains("This folder cannot be read. Check its permissions."));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
