package dev.codeheals.engine.repair.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ArrayList;

/// The parameters of standard-library callables.
final class StdlibCalls {
    private final Map<String, String> calls = new HashMap<>();
    private final Map<String, List<String>> byBareName = new HashMap<>();

    private static final class Loaded {
        static final StdlibCalls TABLES = new StdlibCalls();
    }

    private StdlibCalls() {
        for (String line : Tables.lines("stdlib-calls.txt")) {
            int open = line.indexOf('(');
            String name = line.substring(0, open);
            calls.put(name, line.substring(open));
            byBareName.computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), _ -> new ArrayList<>(1)).add(name);
        }
    }

    /// The table, read on first use.
    static StdlibCalls tables() {
        return Loaded.TABLES;
    }

    /// The signature of {@code json.dumps}, {@code builtins.print} or {@code list.sort}, without the receiver.
    Optional<CalleeShape> of(String qualified) {
        return Optional.ofNullable(calls.get(qualified)).flatMap(CalleeShape::parse);
    }

    /// The signatures of all callables of that bare name.
    List<CalleeShape> named(String bare) {
        return byBareName.getOrDefault(bare, List.of()).stream().flatMap(n -> of(n).stream()).distinct().toList();
    }
}
