package dev.codeheals.engine.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The Python that runs a project.
///
/// @param executable    the real executable, never a shim
/// @param major         3
/// @param minor         9…
/// @param version       as the interpreter prints it, "3.11.7"
/// @param stdlib        top-level standard-library modules of this very version
/// @param distributions importable top-level names installed beside it (site-packages), without the standard library
/// @param hasPytest     whether {@code import pytest} works
/// @param folders       absolute paths it needs to read to run and to import what is installed
public record Interpreter(Path executable, int major, int minor, String version, Set<String> stdlib, Set<String> distributions,
                          boolean hasPytest, List<Path> folders) {

    public Interpreter {
        stdlib = Set.copyOf(stdlib);
        distributions = Set.copyOf(distributions);
        folders = List.copyOf(folders);
    }

    public Interpreter(Path executable, int major, int minor, String version, Set<String> stdlib, Set<String> distributions, boolean hasPytest) {
        this(executable, major, minor, version, stdlib, distributions, hasPytest, List.of());
    }

    public boolean atLeast(int wantedMinor) {
        return major > 3 || (major == 3 && minor >= wantedMinor);
    }
}
