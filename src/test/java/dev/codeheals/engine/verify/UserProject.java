package dev.codeheals.engine.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small project of a kind that users have, with one bug in it.
///
/// @param name      what is special about it
/// @param files     by path
/// @param command   what fails
/// @param exception what it fails by
/// @param file      where the bug is
/// @param bug       the wrong text
/// @param fix       the right text
/// @param pytest    whether it needs pytest
/// @param warm      whether an interpreter kept warm can run it
record UserProject(String name, Map<String, String> files, List<String> command, String exception, String file, String bug, String fix,
                   boolean pytest, boolean warm) {
    UserProject {
        files = Map.copyOf(files);
        command = List.copyOf(command);
    }

    static Draft named(String name) {
        return new Draft(name);
    }

    @Override
    public String toString() {
        return name;
    }

    static final class Draft {
        private final String name;
        private final Map<String, String> files = new LinkedHashMap<>();
        private List<String> command = List.of();
        private boolean pytest;
        private boolean warm = true;

        private Draft(String name) {
            this.name = name;
        }

        Draft file(String path, String content) {
            files.put(path, content);
            return this;
        }

        Draft run(String... words) {
            command = List.of(words);
            pytest = List.of(words).contains("pytest");
            return this;
        }

        Draft coldOnly() {
            warm = false;
            return this;
        }

        /// @param bug occurs once in the file
        UserProject fails(String exception, String file, String bug, String fix) {
            return new UserProject(name, files, command, exception, file, bug, fix, pytest, warm);
        }
    }
}
