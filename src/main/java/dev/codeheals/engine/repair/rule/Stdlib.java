package dev.codeheals.engine.repair.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the standard library of each Python 3 exports, from tables made by real interpreters.
final class Stdlib {
    private final Map<String, Module> modules = new LinkedHashMap<>();
    private final Map<String, List<Export>> exporters = new HashMap<>();
    private final Map<String, Integer> popularity = new HashMap<>();

    enum Kind { FUNCTION, CLASS, MODULE, VALUE }

    /// The Python 3 minor versions something exists in.
    record Span(int first, int last) {
        static final Span ALWAYS = new Span(0, Integer.MAX_VALUE);

        boolean holds(int minor) {
            return first <= minor && minor <= last;
        }
    }

    private record Module(Span span, Map<String, Export> exports) {}

    /// A public name of a module.
    record Export(String module, String name, Kind kind, Span span) {}

    private static final class Loaded {
        static final Stdlib TABLES = new Stdlib();
    }

    private Stdlib() {
        int rank = 0;
        for (String line : Tables.lines("popular-modules.txt")) {
            for (String module : line.split(" ", -1)) {
                popularity.putIfAbsent(module, rank++);
            }
        }
        Tables.lines("stdlib-modules.txt").forEach(this::read);
    }

    /// The tables, read on first use.
    static Stdlib tables() {
        return Loaded.TABLES;
    }

    private void read(String line) {
        String[] words = line.split(" ", -1);
        String head = bare(words[0]);
        Map<String, Export> exports = HashMap.newHashMap(words.length);
        for (int i = 1; i < words.length; i++) {
            String text = bare(words[i]);
            Export export = export(head, text, span(words[i]));
            exports.put(export.name(), export);
            exporters.computeIfAbsent(export.name(), _ -> new ArrayList<>(1)).add(export);
        }
        modules.put(head, new Module(span(words[0]), exports));
    }

    private static Export export(String module, String text, Span span) {
        int colon = text.indexOf(':');
        Kind kind = switch (colon < 0 ? 'f' : text.charAt(colon + 1)) {
            case 'c' -> Kind.CLASS;
            case 'm' -> Kind.MODULE;
            case 'v' -> Kind.VALUE;
            default -> Kind.FUNCTION;
        };
        return new Export(module, colon < 0 ? text : text.substring(0, colon), kind, span);
    }

    private static String bare(String word) {
        int end = word.indexOf('@');
        int dash = word.indexOf('-');
        int cut = end < 0 ? dash : dash < 0 ? end : Math.min(end, dash);
        return cut < 0 ? word : word.substring(0, cut);
    }

    private static Span span(String word) {
        int at = word.indexOf('@');
        int dash = word.indexOf('-');
        if (at < 0 && dash < 0) {
            return Span.ALWAYS;
        }
        int first = at < 0 ? 0 : Integer.parseInt(word, at + 1, dash < 0 ? word.length() : dash, 10);
        return new Span(first, dash < 0 ? Integer.MAX_VALUE : Integer.parseInt(word, dash + 1, word.length(), 10));
    }

    /// Whether a dotted name is a module of that version.
    boolean isModule(String module, int minor) {
        Module found = modules.get(module);
        return found != null && found.span().holds(minor);
    }

    /// All dotted module names of that version.
    List<String> moduleNames(int minor) {
        return modules.entrySet().stream().filter(e -> e.getValue().span().holds(minor)).map(Map.Entry::getKey).toList();
    }

    /// What a module exports in that version; empty for an unknown module.
    Set<String> exports(String module, int minor) {
        Module found = modules.get(module);
        return found == null ? Set.of() : found.exports().values().stream().filter(e -> e.span().holds(minor)).map(Export::name)
                .collect(Collectors.toSet());
    }

    Optional<Export> export(String module, String name, int minor) {
        Module found = modules.get(module);
        @Nullable Export export = found == null ? null : found.exports().get(name);
        return Optional.ofNullable(export).filter(e -> e.span().holds(minor));
    }

    /// The modules a name can be imported from, the best known first.
    List<Export> exporters(String name, int minor) {
        return exporters.getOrDefault(name, List.of()).stream().filter(e -> e.span().holds(minor) && isModule(e.module(), minor))
                .sorted(Comparator.comparingInt(e -> rank(e.module()))).toList();
    }

    /// 0 for the best known module; unknown ones come last.
    int rank(String module) {
        return popularity.getOrDefault(module, 1000);
    }
}
