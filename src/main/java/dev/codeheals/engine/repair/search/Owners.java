package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.Optional;
import java.util.function.Consumer;

/// Another object that has the attribute too: {@code self} above all.
final class Owners implements EditOperator {
    private static final int MOST = 4;

    @Override
    public String id() {
        return "owner";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.Attribute attribute : site.all(Expr.Attribute.class)) {
            if (attribute.value() instanceof Expr.Name owner) {
                offer(site, attribute, owner, edits);
            }
        }
    }

    private static void offer(Site site, Expr.Attribute attribute, Expr.Name owner, Consumer<Edit> edits) {
        Optional<String> self = site.function().flatMap(f -> f.args().parameters().stream().findFirst()).map(p -> p.name()).filter(p -> p.equals("self") && !p.equals(owner.id()));
        Optional<ClassShape> own = site.tree().enclosing(Stmt.ClassDef.class, attribute.start()).map(c -> site.module().classes().get(c.name().id()));
        if (self.isPresent() && own.flatMap(c -> c.member(attribute.attr())).isPresent()) {
            boolean unknown = site.crashes() && site.local(owner.id()).isEmpty();
            edits.accept(Edit.replace(unknown ? 0.7 : 0.3, "Use self instead of " + owner.id(), owner, "self"));
        }
        site.ownNames().stream().filter(name -> !name.equals(owner.id()) && has(site, name, attribute.attr())).limit(MOST)
                .forEach(name -> edits.accept(Edit.replace(0.3, "Use " + name + " instead of " + owner.id(), owner, name)));
    }

    private static boolean has(Site site, String name, String attribute) {
        return site.local(name).map(ValueFacts::type).stream().flatMap(type -> site.modules().classes(type).stream())
                .anyMatch(c -> c.shape().member(attribute).isPresent());
    }
}
