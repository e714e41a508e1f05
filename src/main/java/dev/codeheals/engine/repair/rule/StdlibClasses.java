package dev.codeheals.engine.repair.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The public attributes of builtin types and standard-library classes.
final class StdlibClasses {
    private final Map<String, Line> classes = new LinkedHashMap<>();
    private final Map<String, List<String>> byBareName = new HashMap<>();

    private record Line(String[] bases, String[] own) {}

    private static final class Loaded {
        static final StdlibClasses TABLES = new StdlibClasses();
    }

    private StdlibClasses() {
        for (String line : Tables.lines("stdlib-classes.txt")) {
            int open = line.indexOf('(');
            int close = line.indexOf(')');
            String name = line.substring(0, open);
            String rest = line.substring(close + 1).strip();
            classes.put(name, new Line(line.substring(open + 1, close).split(",", -1), rest.isEmpty() ? new String[0] : rest.split(" ", -1)));
            byBareName.computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), _ -> new ArrayList<>(1)).add(name);
        }
    }

    /// The tables, read on first use.
    static StdlibClasses tables() {
        return Loaded.TABLES;
    }

    /// A type as a message names it ("str", "PosixPath", "_io.TextIOWrapper", "datetime.datetime"), if it is a known one.
    Optional<String> named(String type) {
        if (classes.containsKey(type)) {
            return Optional.of(type);
        }
        List<String> same = byBareName.getOrDefault(type.substring(type.lastIndexOf('.') + 1), List.of());
        return same.stream().min((a, b) -> Integer.compare(Stdlib.tables().rank(moduleOf(a)), Stdlib.tables().rank(moduleOf(b))));
    }

    private static String moduleOf(String qualified) {
        int dot = qualified.lastIndexOf('.');
        return dot < 0 ? "builtins" : qualified.substring(0, dot);
    }

    /// Public attributes of a type as {@link #named} understands it, inherited ones included; empty for an unknown type.
    Set<String> attributes(String type) {
        Set<String> found = new LinkedHashSet<>();
        members(type).forEach(m -> found.add(m.endsWith("=") ? m.substring(0, m.length() - 1) : m));
        return found;
    }

    /// Whether an attribute of the type is something to call.
    boolean isMethod(String type, String attribute) {
        return members(type).contains(attribute);
    }

    /// Whether an attribute of the type is a plain value or property.
    boolean isValue(String type, String attribute) {
        return members(type).contains(attribute + "=");
    }

    private Set<String> members(String type) {
        Set<String> found = new LinkedHashSet<>();
        named(type).ifPresent(name -> collect(name, found, new LinkedHashSet<>()));
        return found;
    }

    private void collect(String name, Set<String> into, Set<String> visited) {
        Line line = classes.get(name);
        if (line == null || !visited.add(name)) {
            return;
        }
        into.addAll(List.of(line.own()));
        for (String base : line.bases()) {
            collect(base, into, visited);
        }
    }
}
