package dev.codeheals.engine.repair.rule;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The table of modules that were renamed, split or removed in favour of another.
final class RenamedModules {
    /// Where the names of an old module went.
    ///
    /// @param main  where a name goes that is in none of the others
    /// @param parts other modules with the names that went there
    record Renamed(String main, Map<String, Set<String>> parts) {
        String homeOf(String name) {
            return parts.entrySet().stream().filter(p -> p.getValue().contains(name)).map(Map.Entry::getKey).findFirst().orElse(main);
        }
    }

    private final Map<String, Renamed> table = new LinkedHashMap<>();

    private static final class Loaded {
        static final RenamedModules TABLE = new RenamedModules();
    }

    private RenamedModules() {
        for (String line : Tables.lines("renamed-modules.txt")) {
            int arrow = line.indexOf(" => ");
            String[] targets = line.substring(arrow + 4).split(";", -1);
            String main = head(targets[0]);
            Map<String, Set<String>> parts = new LinkedHashMap<>();
            for (int i = 1; i < targets.length; i++) {
                parts.put(head(targets[i]), names(targets[i]));
            }
            table.put(line.substring(0, arrow).strip(), new Renamed(main, parts));
        }
    }

    private static String head(String target) {
        int colon = target.indexOf(" :");
        return (colon < 0 ? target : target.substring(0, colon)).strip();
    }

    private static Set<String> names(String target) {
        int colon = target.indexOf(" :");
        return colon < 0 ? Set.of() : new LinkedHashSet<>(Arrays.asList(target.substring(colon + 2).strip().split(" +", -1)));
    }

    static RenamedModules table() {
        return Loaded.TABLE;
    }

    Optional<Renamed> of(String module) {
        return Optional.ofNullable(table.get(module));
    }
}
