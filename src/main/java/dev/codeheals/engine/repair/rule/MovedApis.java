package dev.codeheals.engine.repair.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The table of names that are gone from builtins, modules and types, with what to write instead.
final class MovedApis {
    /// One line of the table.
    ///
    /// @param owners   the module, or the types; empty for a builtin; "*" for any type
    /// @param template what to write
    record Moved(Set<String> owners, String name, Template template) {}

    private final Map<String, List<Moved>> names = new HashMap<>();
    private final Map<String, List<Moved>> modules = new HashMap<>();
    private final Map<String, List<Moved>> methods = new HashMap<>();

    private static final class Loaded {
        static final MovedApis TABLE = new MovedApis();
    }

    private MovedApis() {
        Tables.lines("moved-apis.txt").forEach(this::read);
    }

    static MovedApis table() {
        return Loaded.TABLE;
    }

    private void read(String line) {
        int arrow = line.indexOf(" => ");
        int kindEnd = line.indexOf(' ');
        String kind = line.substring(0, kindEnd);
        String head = line.substring(kindEnd + 1, arrow);
        String write = line.substring(arrow + 4).strip();
        int ownerEnd = kind.equals("name") ? -1 : head.indexOf(' ');
        Set<String> owners = ownerEnd < 0 ? Set.of() : Arrays.stream(head.substring(0, ownerEnd).split(",", -1)).collect(Collectors.toUnmodifiableSet());
        String call = head.substring(ownerEnd + 1);
        int open = call.indexOf('(');
        String name = open < 0 ? call : call.substring(0, open);
        Moved moved = new Moved(owners, name, new Template(parameters(call, open), write));
        Map<String, List<Moved>> map = switch (kind) {
            case "name" -> names;
            case "module" -> modules;
            default -> methods;
        };
        map.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(moved);
    }

    private static @Nullable List<String> parameters(String call, int open) {
        if (open < 0) {
            return null;
        }
        String inside = call.substring(open + 1, call.length() - 1).strip();
        return inside.isEmpty() ? List.of() : Arrays.stream(inside.split(",", -1)).map(String::strip).toList();
    }

    List<Moved> name(String name) {
        return names.getOrDefault(name, List.of());
    }

    List<Moved> ofModule(String module, String name) {
        return modules.getOrDefault(name, List.of()).stream().filter(m -> m.owners().contains(module)).toList();
    }

    List<Moved> ofType(String bareType, String name) {
        return methods.getOrDefault(name, List.of()).stream().filter(m -> m.owners().contains(bareType) || m.owners().contains("*")).toList();
    }
}
