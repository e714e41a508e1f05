package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A script that starts processes whenever it is imported, and each new process imports it: its last part belongs under the main guard.
final class LostMainGuard implements RepairRule {

    @Override
    public String id() {
        return "lost-main-guard";
    }

    @Override
    public Set<String> answers() {
        return Set.of("CON.PROCESS_STATE", "CON.SPAWN_MAIN");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean imported = fault.exception().frames().stream().anyMatch(f -> f.function().equals("_fixup_main_from_path"));
        if (!fault.exceptionType().equals("RuntimeError") || !(imported || fault.message().contains("bootstrapping phase"))) {
            return List.of();
        }
        List<Stmt> body = fault.parsed().module().body();
        int starting = (int) body.stream().filter(s -> fault.source().lineOf(s.end()) < fault.line()).count();
        return starting < body.size() && !isDefinition(body.get(starting)) ? guarded(fault, body, starting).stream().toList() : List.of();
    }

    /// All the script does from the first step that leads to the new process.
    private Optional<CandidatePatch> guarded(Fault fault, List<Stmt> body, int starting) {
        int first = starting;
        while (first > 0 && isStep(body.get(first - 1))) {
            first--;
        }
        int last = starting;
        while (last + 1 < body.size() && !isDefinition(body.get(last + 1))) {
            last++;
        }
        SourceFile source = fault.source();
        String unit = Blocks.of(fault.parsed()).indentUnit();
        int from = source.lineOf(body.get(first).start());
        Draft draft = draft(fault, "Put what the script does under if __name__ == \"__main__\"").rated(Tier.A, 0.95)
                .because("Each new process imports the script; only the first one may start others.")
                .insert(source.lineStart(from), "if __name__ == " + Quotes.literal(fault, "__main__") + ":" + source.eol() + unit);
        for (int line = from + 1; line <= source.lineOf(body.get(last).end()); line++) {
            if (!source.line(line).isBlank() && !isInText(fault, source.lineStart(line))) {
                draft.insert(source.lineStart(line), unit);
            }
        }
        return draft.unlessEmpty();
    }

    private static boolean isStep(Stmt statement) {
        return switch (statement) {
            case Stmt.ExprStmt e -> e.value() instanceof Expr.Call;
            case Stmt.Assign a -> a.value() instanceof Expr.Call;
            case Stmt other -> !isDefinition(other);
        };
    }

    private static boolean isDefinition(Stmt statement) {
        return statement instanceof Stmt.FunctionDef || statement instanceof Stmt.ClassDef || statement instanceof Stmt.Import || statement instanceof Stmt.ImportFrom;
    }

    private static boolean isInText(Fault fault, int offset) {
        return fault.parsed().tokens().significant().stream().anyMatch(t -> t.kind() == Token.Kind.STRING && t.start() < offset && offset < t.end());
    }
}
