package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A variable that has a value only on some paths, or an accumulator without a first value: it gets one before the branch or loop.
final class HoistedDefault implements RepairRule {

    @Override
    public String id() {
        return "hoisted-default";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR", "RES.UNBOUND_LOCAL");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return UnboundName.of(fault).filter(u -> isVariable(u)).flatMap(u -> patch(fault, u)).stream().toList();
    }

    private static boolean isVariable(UnboundName unbound) {
        return unbound.bindings().stream().filter(Scope.Binding::gives).allMatch(b -> switch (b.how()) {
            case ASSIGN, AUGMENTED, FOR, WITH, WALRUS -> true;
            case PARAMETER, ANNOTATION, IMPORT, FROM_IMPORT, DEF, CLASS, EXCEPT, GLOBAL, NONLOCAL, COMPREHENSION, MATCH, DEL, TYPE, BROKEN -> false;
        });
    }

    private Optional<CandidatePatch> patch(Fault fault, UnboundName unbound) {
        List<Stmt> body = unbound.scope().node() instanceof Stmt.FunctionDef f ? f.body() : fault.parsed().module().body();
        int first = Math.min(unbound.bindings().getFirst().offset(), unbound.read().start());
        Optional<Stmt> place = body.stream().filter(s -> s.start() <= first && first < s.end()).findFirst();
        boolean grows = unbound.onlyGrows(fault);
        boolean branch = place.filter(s -> s instanceof Stmt.For || s instanceof Stmt.While || s instanceof Stmt.If || s instanceof Stmt.Try
                || s instanceof Stmt.With || s instanceof Stmt.Match).isPresent();
        boolean bindsFirst = unbound.bindings().getFirst().offset() <= unbound.read().start();
        if (place.isEmpty() || !(grows || (branch && bindsFirst))) {
            return Optional.empty();
        }
        String value = grows ? firstValue(fault, unbound) : fallback(fault, unbound);
        double prior = grows ? 0.8 : value.equals("None") ? 0.4 : 0.6;
        return Optional.of(draft(fault, "Set " + unbound.name() + " = " + value + " first").rated(Tier.B, prior)
                .because("`" + unbound.name() + "` is read on a path where nothing has set it.")
                .insert(NewLine.before(fault, place.get(), unbound.name() + " = " + value)).done());
    }

    /// The neutral element of what the variable grows by.
    private static String firstValue(Fault fault, UnboundName unbound) {
        Scope.Binding binding = unbound.bindings().stream().filter(Scope.Binding::gives).findFirst().orElseThrow();
        Optional<Stmt.AugAssign> augmented = fault.tree().enclosing(Stmt.AugAssign.class, binding.offset());
        if (augmented.filter(a -> a.op().equals("*=")).isPresent()) {
            return "1";
        }
        Expr value = UnboundName.assigned(fault, binding).orElse(unbound.read());
        return NeutralValue.of(fault, value).orElse("0");
    }

    /// What the variable most likely is where the branch was not taken.
    private static String fallback(Fault fault, UnboundName unbound) {
        for (Scope.Binding binding : unbound.bindings()) {
            Optional<Expr> value = UnboundName.assigned(fault, binding);
            if (value.isPresent() && value.get() instanceof Expr.Constant c) {
                switch (c.kind()) {
                    case TRUE -> {
                        return "False";
                    }
                    case FALSE -> {
                        return "True";
                    }
                    case INT, FLOAT, COMPLEX, STRING, BYTES, NONE, ELLIPSIS -> { }
                }
            }
            Optional<String> neutral = value.filter(v -> !(v instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING)).flatMap(v -> NeutralValue.of(fault, v));
            if (neutral.isPresent()) {
                return neutral.get();
            }
        }
        return isIterated(fault, unbound) ? "[]" : "None";
    }

    private static boolean isIterated(Fault fault, UnboundName unbound) {
        Optional<Node> parent = fault.tree().parentOf(unbound.read());
        return parent.filter(p -> p instanceof Stmt.For f && f.iter().equals(unbound.read())).isPresent();
    }
}
