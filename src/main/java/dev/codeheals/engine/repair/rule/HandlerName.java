package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The exception in a handler under a name it was not caught by, or caught under no name at all.
final class HandlerName implements RepairRule {
    private static final Set<String> USUAL = Set.of("e", "err", "error", "ex", "exc", "exception", "problem");

    @Override
    public String id() {
        return "handler-name";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UndefinedName> name = UndefinedName.boundNowhere(fault).filter(_ -> !fault.inTests());
        Optional<Node.Handler> handler = name.flatMap(n -> fault.tree().all(Stmt.Try.class).stream().flatMap(t -> t.handlers().stream())
                .filter(h -> h.start() <= n.offset() && n.offset() < h.end()).reduce((_, inner) -> inner));
        List<CandidatePatch> patches = new ArrayList<>();
        if (name.isPresent() && handler.isPresent()) {
            Stmt.Identifier caught = handler.get().name();
            Expr type = handler.get().type();
            if (caught != null && !isRead(handler.get(), caught.id())) {
                Draft draft = draft(fault, "Use " + caught.id() + ", as it was caught").rated(Tier.A, 0.97).because("The exception is caught as `" + caught.id() + "`, which nobody reads.");
                reads(handler.get(), name.get().name()).forEach(read -> draft.replace(read, caught.id()));
                patches.add(draft.done());
            } else if (caught == null && type != null && USUAL.contains(name.get().name())) {
                patches.add(draft(fault, "Catch it as " + name.get().name()).rated(Tier.A, 0.97).because("The exception is used here, but was caught without a name.")
                        .insert(type.end() + (fault.source().text().startsWith(")", type.end()) ? 1 : 0), " as " + name.get().name()).done());
            }
        }
        return patches;
    }

    private static boolean isRead(Node.Handler handler, String name) {
        return !reads(handler, name).isEmpty();
    }

    private static List<Expr.Name> reads(Node.Handler handler, String name) {
        return handler.body().stream().flatMap(Tree::walk).filter(n -> n instanceof Expr.Name read && read.id().equals(name)).map(Expr.Name.class::cast).toList();
    }
}
