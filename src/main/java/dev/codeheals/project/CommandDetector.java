package dev.codeheals.project;

import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.run.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Guesses how a project is run, from its files alone; nothing is executed.
public final class CommandDetector {
    private static final Pattern TEST_FILE = Pattern.compile("(^|/)(test_[^/]*|[^/]*_test)\\.py$");
    private static final Pattern UNITTEST_IMPORT = Pattern.compile("(?m)^\\s*(import unittest|from unittest\\b)");
    private static final Pattern PYTEST_USE = Pattern.compile("(?m)^(\\s*import pytest|\\s*from pytest\\b|(async )?def test_|class Test\\w*(\\(\\))?:)");
    private static final Pattern MAIN_GUARD = Pattern.compile("(?m)^if\\s+__name__\\s*==\\s*['\"]__main__['\"]");
    private static final List<String> MAIN_NAMES = List.of("main.py", "app.py", "run.py", "manage.py", "cli.py");

    private final boolean pytestAvailable;

    public CommandDetector(boolean pytestAvailable) {
        this.pytestAvailable = pytestAvailable;
    }

    /// Commands that fit, best first; empty for a folder without Python.
    ///
    /// @throws IOException if the folder cannot be read
    public List<Command> suggest(Path root) throws IOException {
        ProjectSnapshot project = ProjectSnapshot.of(root);
        List<Command> found = new ArrayList<>();
        List<String> tests = project.pythonFiles().stream().filter(f -> TEST_FILE.matcher(f).find()).toList();
        boolean unittest = tests.stream().anyMatch(f -> contains(project, f, UNITTEST_IMPORT));
        boolean pytest = tests.stream().anyMatch(f -> contains(project, f, PYTEST_USE)) || Files.exists(root.resolve("pytest.ini"))
                || Files.exists(root.resolve("conftest.py"));
        if (pytest && pytestAvailable) {
            found.add(Command.of("python3", "-m", "pytest", "-q"));
        }
        if (unittest) {
            found.add(unittestCommand(root, tests));
        }
        scripts(project).forEach(script -> found.add(Command.of("python3", script)));
        packages(project).forEach(module -> found.add(Command.of("python3", "-m", module)));
        return found.stream().distinct().toList();
    }

    private static Command unittestCommand(Path root, List<String> tests) {
        boolean discoverable = tests.stream().anyMatch(t -> !t.contains("/")
                || Files.exists(root.resolve(t.substring(0, t.indexOf('/'))).resolve("__init__.py")));
        if (discoverable) {
            return Command.of("python3", "-m", "unittest");
        }
        String folder = tests.getFirst().substring(0, tests.getFirst().indexOf('/'));
        return Command.of("python3", "-m", "unittest", "discover", "-s", folder);
    }

    private static List<String> scripts(ProjectSnapshot project) {
        List<String> top = project.pythonFiles().stream().filter(f -> !f.contains("/") && !TEST_FILE.matcher(f).find()
                && !f.equals("setup.py") && !f.equals("conftest.py")).toList();
        List<String> named = MAIN_NAMES.stream().filter(top::contains).toList();
        List<String> guarded = top.stream().filter(f -> !named.contains(f) && contains(project, f, MAIN_GUARD)).toList();
        List<String> scripts = new ArrayList<>(named);
        scripts.addAll(guarded);
        return scripts.isEmpty() && top.size() == 1 ? top : scripts;
    }

    private static List<String> packages(ProjectSnapshot project) {
        return project.pythonFiles().stream().filter(f -> f.endsWith("/__main__.py") && f.indexOf('/') == f.lastIndexOf('/'))
                .map(f -> f.substring(0, f.indexOf('/'))).toList();
    }

    private static boolean contains(ProjectSnapshot project, String file, Pattern pattern) {
        return project.file(file).map(source -> pattern.matcher(source.text()).find()).orElse(false);
    }
}
