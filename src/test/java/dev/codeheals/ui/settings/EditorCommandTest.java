package dev.codeheals.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.run.Command;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EditorCommandTest {
    @Test
    void aBlankInAFilesNameAddsNoArgument() {
        assertThat(EditorCommand.at("code --goto {file}:{line}", Path.of("/a b/c.py"), 7)).contains(Command.of("code", "--goto", "/a b/c.py:7"));
    }

    @Test
    void aCommandWithoutAPlaceGetsTheFileAtItsEnd() {
        assertThat(EditorCommand.at("gedit +{line}", Path.of("/x.py"), 3)).contains(Command.of("gedit", "+3", "/x.py"));
    }

    @Test
    void noCommandMeansTheSystemsChoice() {
        assertThat(EditorCommand.at("  ", Path.of("/x.py"), 1)).isEmpty();
    }
}
