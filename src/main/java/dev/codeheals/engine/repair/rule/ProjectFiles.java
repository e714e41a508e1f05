package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.ProjectSnapshot;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells which project file a printed path means.
final class ProjectFiles {
    private ProjectFiles() {}

    /// The path relative to the project root. A run may have happened in a copy of the project, so an absolute path outside the root counts
    /// by its longest ending that names a project file, unless it lies in an installation of Python.
    static Optional<String> relative(@Nullable String printed, ProjectSnapshot project) {
        if (printed == null || printed.isEmpty() || printed.startsWith("<")) {
            return Optional.empty();
        }
        String path = printed.replace('\\', '/');
        String root = project.root().toAbsolutePath().normalize().toString().replace('\\', '/');
        if (path.startsWith(root + "/")) {
            return known(normalized(path.substring(root.length() + 1)), project);
        }
        boolean absolute = path.startsWith("/") || path.matches("[A-Za-z]:/.*");
        if (!absolute) {
            return known(normalized(path), project);
        }
        return path.contains("/site-packages/") || path.contains("/lib/python") || path.contains("/Lib/") ? Optional.empty() : ending(path, project);
    }

    private static Optional<String> ending(String path, ProjectSnapshot project) {
        int slash = path.indexOf('/');
        while (slash >= 0) {
            String rest = path.substring(slash + 1);
            if (!rest.isEmpty() && project.pythonFiles().contains(rest)) {
                return Optional.of(rest);
            }
            slash = path.indexOf('/', slash + 1);
        }
        return Optional.empty();
    }

    private static Optional<String> known(String path, ProjectSnapshot project) {
        return project.pythonFiles().contains(path) ? Optional.of(path) : Optional.empty();
    }

    private static String normalized(String path) {
        return Path.of(path).normalize().toString().replace('\\', '/');
    }

    /// Whether a project file holds tests; such files are locked, so a heal edits them only if nothing else is left.
    static boolean isTest(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean folder = ("/" + path).contains("/tests/") || ("/" + path).contains("/test/");
        return folder || name.equals("conftest.py") || name.equals("tests.py") || name.startsWith("test_") || name.endsWith("_test.py");
    }
}
