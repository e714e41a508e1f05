package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.source.SourceTree;
import java.util.Set;

/// Whether a top-level module can be imported where the code runs: standard library, installed, or part of the project.
record Importable(Set<String> stdlib, Set<String> installed, SourceTree project) {

    Importable(RepairRequest request) {
        this(request.python().stdlib(), request.python().distributions(), request.project());
    }

    boolean test(String module) {
        return stdlib.contains(module) || installed.contains(module) || project.pythonFiles().stream()
                .anyMatch(file -> file.equals(module + ".py") || file.startsWith(module + "/") || file.endsWith("/" + module + ".py"));
    }
}
