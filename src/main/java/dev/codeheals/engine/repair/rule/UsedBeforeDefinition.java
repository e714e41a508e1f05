package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A module that runs a line before the definition it needs: the line moves to the end, or the definition up.
final class UsedBeforeDefinition implements RepairRule {

    @Override
    public String id() {
        return "used-before-definition";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UnboundName> found = UnboundName.of(fault).filter(u -> u.scope().kind() == Scope.Kind.MODULE);
        if (found.isEmpty() || found.get().onlyGrows(fault)) {
            return List.of();
        }
        Optional<Stmt> running = running(fault);
        Optional<Stmt> definition = fault.parsed().module().body().stream()
                .filter(s -> found.get().bindings().stream().anyMatch(b -> s.start() <= b.offset() && b.offset() < s.end())).findFirst();
        return running.isPresent() && definition.isPresent() && running.get().start() < definition.get().start()
                ? patch(fault, found.get(), running.get(), definition.get()).stream().toList() : List.of();
    }

    /// The top-level statement of this file that was running.
    private static Optional<Stmt> running(Fault fault) {
        Optional<StackFrame> frame = fault.exception().frames().stream().filter(f -> f.function().equals("<module>")
                && ProjectFiles.relative(f.file(), fault.project()).filter(fault.file()::equals).isPresent()).findFirst();
        return frame.flatMap(f -> fault.parsed().module().body().stream().filter(s -> fault.source().lineOf(Tree.outerStart(s)) <= f.line()
                && f.line() <= fault.source().lineOf(Math.max(s.start(), s.end() - 1))).findFirst());
    }

    private Optional<CandidatePatch> patch(Fault fault, UnboundName name, Stmt running, Stmt definition) {
        boolean constant = definition instanceof Stmt.Assign a && Tree.walk(a.value()).noneMatch(n -> n instanceof Expr.Name || n instanceof Expr.Call);
        boolean plain = running instanceof Stmt.ExprStmt || running instanceof Stmt.If || running instanceof Stmt.For || running instanceof Stmt.Assert;
        if (constant) {
            return Optional.of(move(fault, draft(fault, "Move " + name.name() + " up"), definition, before(fault, running)).rated(Tier.B, 0.85)
                    .because("`" + name.name() + "` is needed before the line that sets it.").done());
        }
        if (!plain || definition instanceof Stmt.Assign) {
            return isIndependent(definition) ? Optional.of(move(fault, draft(fault, "Move " + name.name() + " up"), definition, before(fault, running))
                    .rated(Tier.B, 0.7).because("`" + name.name() + "` is needed before the lines that define it.").done()) : Optional.empty();
        }
        return Optional.of(move(fault, draft(fault, "Run this line after " + name.name() + " is defined"), running, fault.source().text().length())
                .rated(Tier.B, 0.85).because("The line runs before `" + name.name() + "` is defined further down.").done());
    }

    /// A class or function whose header needs nothing that may come later.
    private static boolean isIndependent(Stmt definition) {
        return definition instanceof Stmt.FunctionDef f ? f.decorators().isEmpty() : definition instanceof Stmt.ClassDef c && c.bases().isEmpty()
                && c.decorators().isEmpty() && Blocks.firstStatement(c.body()).isPresent();
    }

    private static int before(Fault fault, Stmt statement) {
        return fault.source().lineStart(fault.source().lineOf(Tree.outerStart(statement)));
    }

    private static Draft move(Fault fault, Draft draft, Stmt statement, int to) {
        SourceFile source = fault.source();
        int first = source.lineOf(Tree.outerStart(statement));
        int last = source.lineOf(Math.max(statement.start(), statement.end() - 1));
        int end = last >= source.lineCount() ? source.text().length() : source.lineStart(last + 1);
        String lines = source.text().substring(source.lineStart(first), end);
        int cut = end;
        while (cut < source.text().length() && source.line(source.lineOf(cut)).isBlank() && to == source.text().length()) {
            cut = source.lineOf(cut) >= source.lineCount() ? source.text().length() : source.lineStart(source.lineOf(cut) + 1);
        }
        boolean closed = source.text().endsWith("\n");
        boolean atEnd = to == source.text().length();
        String gap = atEnd ? (closed ? "" : source.eol()) + source.eol() : "";
        String after = atEnd || statement instanceof Stmt.Assign ? "" : source.eol() + source.eol();
        return draft.delete(source.lineStart(first), atEnd ? cut : end).insert(to, gap + (lines.endsWith("\n") ? lines : lines + source.eol()) + after);
    }
}
