package dev.codeheals.engine.verify;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Joins the names reports print to the ids runners use.
final class TestIds {
    private static final Pattern UNITTEST = Pattern.compile("([^\\s(]+) \\(([^)]+)\\)");

    private TestIds() {}

    /// The one id a printed name stands for; empty if none or several fit.
    static Optional<String> find(String printed, Set<String> ids) {
        if (ids.contains(printed)) {
            return Optional.of(printed);
        }
        Matcher matcher = UNITTEST.matcher(printed);
        if (matcher.find()) {
            String name = matcher.group(1);
            String place = matcher.group(2);
            // Python 3.11 prints the whole id in the parentheses, older ones the class alone.
            String id = place.endsWith("." + name) ? place : place + "." + name;
            return ids.contains(id) ? Optional.of(id) : Optional.empty();
        }
        String path = printed.replace('.', ':').replaceAll(":+", "::");
        var fitting = ids.stream().filter(id -> id.endsWith("::" + printed) || id.endsWith("/" + printed) || id.endsWith("." + printed)
                || id.endsWith("::" + path)).limit(2).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /// Whether the id names a whole file or module that could not be imported.
    static boolean isImport(String id) {
        return id.startsWith("unittest.loader._FailedTest") || (!id.contains("::") && id.endsWith(".py"));
    }

    /// One name for a test, whichever runner named it: {@code tests/test_a.py::ATest::test_b} becomes {@code tests.test_a.ATest.test_b}.
    static String dotted(String id) {
        int parameters = id.indexOf('[');
        String name = parameters < 0 ? id : id.substring(0, parameters);
        return name.replace(".py::", ".").replace("::", ".").replace('/', '.') + id.substring(name.length());
    }

    /// Whether dotted names hold a test, under its whole name or counted from a folder further in.
    static boolean isAmong(Set<String> dotted, String id) {
        String name = dotted(id);
        while (!dotted.contains(name)) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                return false;
            }
            name = name.substring(dot + 1);
        }
        return true;
    }

    /// The start of the ids that the tests of a file or module get once it can be imported.
    static String importedPrefix(String id) {
        return id.endsWith(".py") ? id + "::" : id.substring(id.lastIndexOf('.') + 1) + ".";
    }
}
