package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.ModuleInfo;
import java.util.List;
import java.util.Set;

/// Where a wrong answer may come from. No traceback leads there: the assertion only shows that some earlier call did wrong.
final class WrongAnswers {
    private static final Set<String> SIGNS = Set.of("AssertionError", "Failed", "KeyError", "IndexError", "ValueError", "ZeroDivisionError", "StopIteration");

    private WrongAnswers() {}

    /// The modules whose code may have given the wrong answer: the project's own ones, the file of the fault first; nothing for other exceptions.
    static List<ModuleInfo> suspects(Fault fault) {
        if (!SIGNS.contains(fault.exceptionType())) {
            return List.of();
        }
        boolean asserted = fault.exceptionType().equals("AssertionError") || fault.exceptionType().equals("Failed");
        List<ModuleInfo> own = fault.scene().ownModules();
        return asserted || fault.inTests() ? own : own.stream().filter(m -> m.path().equals(fault.file())).toList();
    }
}
