package dev.codeheals.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.run.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandDetectorTest {
    @TempDir
    Path folder;

    @Test
    void aUnittestSuiteInAPackageIsDiscoveredFromTheRoot() throws IOException {
        write("tests/__init__.py", "");
        write("tests/test_cart.py", "import unittest\n");

        assertThat(suggest(false)).first().isEqualTo(Command.of("python3", "-m", "unittest"));
    }

    @Test
    void aUnittestSuiteInAPlainFolderIsDiscoveredThere() throws IOException {
        write("tests/test_cart.py", "from unittest import TestCase\n");

        assertThat(suggest(false)).first().isEqualTo(Command.of("python3", "-m", "unittest", "discover", "-s", "tests"));
    }

    @Test
    void plainTestFunctionsWantPytestWhereItIsInstalled() throws IOException {
        write("test_cart.py", "def test_total():\n    assert True\n");

        assertThat(suggest(true)).first().isEqualTo(Command.of("python3", "-m", "pytest", "-q"));
        assertThat(suggest(false)).doesNotContain(Command.of("python3", "-m", "pytest", "-q"));
    }

    @Test
    void aMainScriptIsRun() throws IOException {
        write("main.py", "print(1)\n");
        write("other.py", "print(2)\n");

        assertThat(suggest(true)).containsExactly(Command.of("python3", "main.py"));
    }

    @Test
    void aLoneScriptIsRunWhateverItsName() throws IOException {
        write("report_of_today.py", "print(1)\n");

        assertThat(suggest(true)).containsExactly(Command.of("python3", "report_of_today.py"));
    }

    @Test
    void aPackageWithAMainModuleIsRunAsModule() throws IOException {
        write("shop/__init__.py", "");
        write("shop/__main__.py", "print(1)\n");

        assertThat(suggest(true)).containsExactly(Command.of("python3", "-m", "shop"));
    }

    @Test
    void environmentsAreNotLookedInto() throws IOException {
        write("mine/pyvenv.cfg", "");
        write("mine/lib/test_theirs.py", "import unittest\n");

        assertThat(suggest(true)).isEmpty();
    }

    @Test
    void aFolderWithoutPythonSuggestsNothing() throws IOException {
        write("notes.txt", "import unittest\n");

        assertThat(suggest(true)).isEmpty();
    }

    private List<Command> suggest(boolean pytest) throws IOException {
        return new CommandDetector(pytest).suggest(folder);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
