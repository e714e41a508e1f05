package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Stmt;

/// Edits the parameter list of a function.
final class MethodHeader {
    private MethodHeader() {}

    /// Adds a first parameter.
    static void addFirst(Fault fault, Draft draft, Stmt.FunctionDef function, String name) {
        String text = fault.source().text();
        int open = text.indexOf('(', function.name().end());
        if (open >= 0) {
            draft.insert(open + 1, function.args().parameters().isEmpty() ? name : name + ", ");
        }
    }
}
