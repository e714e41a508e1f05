package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Import statements as the bindings they make.
final class Imports {
    private Imports() {}

    /// One name bound by an import.
    ///
    /// @param module dotted, with leading dots if relative
    /// @param name   null where the module itself is bound
    record Binding(String module, @Nullable String name, @Nullable String alias) {}

    /// The bindings of a piece of source; empty if it holds anything but imports.
    static Optional<Set<Binding>> only(String source) {
        List<Stmt> body = PythonParser.parse("imports.py", source).module().body();
        Set<Binding> bindings = new LinkedHashSet<>();
        for (Stmt statement : body) {
            switch (statement) {
                case Stmt.Import i -> bindings.addAll(of(i));
                case Stmt.ImportFrom f -> bindings.addAll(of(f));
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(bindings);
    }

    static List<Binding> of(Stmt.Import statement) {
        List<Binding> bindings = new ArrayList<>();
        for (Node.Alias alias : statement.names()) {
            bindings.add(new Binding(alias.name(), null, alias.asName()));
        }
        return bindings;
    }

    static List<Binding> of(Stmt.ImportFrom statement) {
        List<Binding> bindings = new ArrayList<>();
        String module = ".".repeat(statement.level()) + statement.module();
        for (Node.Alias alias : statement.names()) {
            bindings.add(new Binding(module, alias.name(), alias.asName()));
        }
        return bindings;
    }
}
