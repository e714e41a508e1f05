package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Something raised or caught that is no exception: a string, {@code NotImplemented}, a class without a base.
final class NotAnException implements RepairRule {
    private static final Pattern RAISED = Pattern.compile("exceptions must derive from BaseException|exception causes must derive");
    private static final Pattern CAUGHT = Pattern.compile("catching classes that do not inherit from BaseException is not allowed");
    private static final Pattern CALLED = Pattern.compile("'NotImplementedType' object is not callable");

    @Override
    public String id() {
        return "not-an-exception";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.RAISE_TYPE", "TST.ASSERTION", "TYP.NOT_CALLABLE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (!fault.exceptionType().equals("TypeError")) {
            return List.of();
        }
        boolean raised = fault.says(RAISED).isPresent() || fault.says(CALLED).isPresent();
        if (raised && fault.statement().orElse(null) instanceof Stmt.Raise raise && raise.exception() != null) {
            return raised(fault, raise.exception()).stream().toList();
        }
        return fault.says(CAUGHT).isPresent() ? caught(fault) : List.of();
    }

    private Optional<CandidatePatch> raised(Fault fault, Expr exception) {
        Expr kind = exception instanceof Expr.Call c ? c.function() : exception;
        if (kind instanceof Expr.Name n && n.id().equals("NotImplemented")) {
            return Optional.of(draft(fault, "Raise NotImplementedError").rated(Tier.A, 0.96).because("`NotImplemented` is a value for comparisons; the exception is `NotImplementedError`.")
                    .replace(kind, "NotImplementedError").done());
        }
        if (exception instanceof Expr.Constant || exception instanceof Expr.JoinedStr || exception instanceof Expr.BinOp) {
            return Optional.of(draft(fault, "Raise an Exception with this text").rated(Tier.A, 0.85).because("Only exceptions can be raised, not text.")
                    .insert(exception.start(), "Exception(").insert(exception.end(), ")").done());
        }
        return ownClass(fault, kind);
    }

    /// A class of the project that was meant as an exception gets its base.
    private Optional<CandidatePatch> ownClass(Fault fault, Expr kind) {
        Optional<ModuleIndex.FoundClass> found = ImportedModule.chain(kind).flatMap(c -> fault.modules().classIn(fault.module(), c)).filter(c -> c.shape().bases().isEmpty());
        return found.map(c -> {
            String text = c.module().parsed().source().text();
            int after = c.shape().node().name().end();
            boolean parentheses = after < text.length() && text.charAt(after) == '(';
            return draft(fault, "Derive " + c.shape().name() + " from Exception").rated(Tier.A, 0.94).because("Only classes derived from an exception can be raised and caught.")
                    .edit(c.module().path(), Replacement.insert(parentheses ? after + 1 : after, parentheses ? "Exception" : "(Exception)")).done();
        });
    }

    private List<CandidatePatch> caught(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        for (Node.Handler handler : fault.tree().all(Node.Handler.class)) {
            boolean near = handler.type() != null && Math.abs(fault.source().lineOf(handler.start()) - fault.line()) <= 3;
            if (near && handler.type() instanceof Expr.ListExpr list) {
                patches.add(draft(fault, "Give the exceptions as a tuple").rated(Tier.A, 0.95).because("`except` takes a tuple of exceptions, not a list.")
                        .replace(list.start(), list.start() + 1, "(").replace(list.end() - 1, list.end(), ")").done());
            } else if (near && handler.type() instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING && c.value().matches("\\w+")) {
                patches.add(draft(fault, "Catch " + c.value()).rated(Tier.A, 0.92).because("`except` takes the exception itself, not its name.").replace(c, c.value()).done());
            } else if (near && handler.type() != null) {
                ownClass(fault, handler.type()).ifPresent(patches::add);
            }
        }
        return patches;
    }
}
