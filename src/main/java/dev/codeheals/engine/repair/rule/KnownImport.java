package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One import of one name, as text or as found in a file.
///
/// @param module what is imported or imported from, with leading dots
/// @param name   the name taken from the module; null for a plain import
/// @param alias  what it is called here; null if it keeps its name
record KnownImport(String module, @Nullable String name, @Nullable String alias) {
    private static final Pattern TEXT = Pattern.compile("(?:from (\\S+) )?import (\\S+)(?: as (\\w+))?");

    static KnownImport parse(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("Not an import: " + text);
        }
        return m.group(1) == null ? new KnownImport(m.group(2), null, m.group(3)) : new KnownImport(m.group(1), m.group(2), m.group(3));
    }

    /// The imports of a statement that bind the name.
    static Optional<KnownImport> binding(Stmt statement, String bound) {
        return switch (statement) {
            case Stmt.Import i -> alias(i.names(), bound, false).map(a -> new KnownImport(a.name(), null, a.asName()));
            case Stmt.ImportFrom f -> alias(f.names(), bound, true).map(a -> new KnownImport(".".repeat(f.level()) + f.module(), a.name(), a.asName()));
            default -> Optional.empty();
        };
    }

    private static Optional<Node.Alias> alias(List<Node.Alias> names, String bound, boolean from) {
        return names.stream().filter(a -> a.bound(from).equals(bound)).findFirst();
    }

    boolean isRelative() {
        return module.startsWith(".");
    }

    String text() {
        return (name == null ? "import " + module : "from " + module + " import " + name) + (alias == null ? "" : " as " + alias);
    }

    /// Adds the import to the draft's file where it belongs; the draft stays empty if it is there already.
    void addTo(Draft draft, Fault fault) {
        var place = fault.scene().importPlace(fault.module());
        draft.insert(name == null ? place.importModule(module, alias) : place.importFrom(module, name, alias));
    }
}
