package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.Optional;

/// How a file names a module: by its import's alias, or by an import that is added.
final class ModuleReference {
    private ModuleReference() {}

    /// The expression that means the module in the fault's file, if an import at its top level binds it.
    static Optional<String> imported(Fault fault, String module) {
        for (Stmt statement : fault.parsed().module().body()) {
            Optional<String> found = switch (statement) {
                case Stmt.Import i -> i.names().stream().filter(a -> a.name().equals(module)).findFirst()
                        .map(a -> a.asName() == null ? a.name() : a.asName());
                case Stmt.ImportFrom f -> f.level() > 0 ? Optional.empty()
                        : f.names().stream().filter(a -> (f.module() + "." + a.name()).equals(module)).findFirst().map(ModuleReference::bound);
                default -> Optional.empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String bound(Node.Alias alias) {
        return alias.asName() == null ? alias.name() : alias.asName();
    }

    /// As {@link #imported}, with an import added to the draft where there is none.
    static String made(Fault fault, String module, Draft draft) {
        return imported(fault, module).orElseGet(() -> {
            draft.insert(fault.scene().importPlace(fault.module()).importModule(module, null));
            return module;
        });
    }
}
