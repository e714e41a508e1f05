package dev.codeheals.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonFolderTest {
    @TempDir
    Path folder;

    @Test
    void aModuleDeepInsideMakesItPython() throws IOException {
        write("src/shop/stock.py", "x = 1\n");

        assertThat(PythonFolder.holdsPython(folder)).isTrue();
    }

    @Test
    void aScriptWithoutEndingIsKnownByItsFirstLine() throws IOException {
        write("bin/tool", "#!/usr/bin/env python3\nprint(1)\n");

        assertThat(PythonFolder.holdsPython(folder)).isTrue();
    }

    @Test
    void anotherLanguageIsNotPython() throws IOException {
        write("src/App.java", "class App {}\n");
        write("run", "#!/bin/sh\necho python\n");

        assertThat(PythonFolder.holdsPython(folder)).isFalse();
    }

    @Test
    void anEnvironmentAloneIsNoProgram() throws IOException {
        write(".venv/lib/python3.12/site-packages/six.py", "x = 1\n");

        assertThat(PythonFolder.holdsPython(folder)).isFalse();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
