package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The project class whose object lacks an attribute.
///
/// @param missing the attribute
/// @param lineage the class and its bases in the project, the class first
record OwnClass(MissingAttribute missing, List<ModuleIndex.FoundClass> lineage) {

    static Optional<OwnClass> of(Fault fault) {
        Optional<MissingAttribute> missing = MissingAttribute.of(fault).filter(m -> m.owner() == MissingAttribute.Owner.INSTANCE);
        return missing.flatMap(m -> fault.modules().classes(m.bareOwner()).stream().filter(c -> !ProjectFiles.isTest(c.module().path())).findFirst()
                .map(c -> new OwnClass(m, fault.modules().lineage(c))));
    }

    String name() {
        return missing.attribute();
    }

    ModuleIndex.FoundClass self() {
        return lineage.getFirst();
    }

    /// The constructors of the class and its bases, with the class each belongs to.
    Stream<Init> inits() {
        return lineage.stream().flatMap(c -> c.shape().method("__init__").map(f -> new Init(c, f)).stream());
    }

    /// Whether a base sets the attribute in a constructor that the one of the class never calls.
    boolean lacksBaseInit() {
        List<Init> inits = inits().toList();
        return inits.size() > 1 && inits.stream().skip(1).anyMatch(i -> i.sets(name())) && !inits.getFirst().sets(name()) && !inits.getFirst().callsAnother();
    }

    /// A constructor.
    record Init(ModuleIndex.FoundClass owner, Stmt.FunctionDef function) {
        String self() {
            return function.args().parameters().isEmpty() ? "self" : function.args().parameters().getFirst().name();
        }

        private boolean callsAnother() {
            return function.body().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Expr.Attribute a && a.attr().equals("__init__"));
        }

        boolean sets(String attribute) {
            return function.body().stream().flatMap(Tree::walk).anyMatch(n -> switch (n) {
                case Stmt.Assign a -> a.targets().stream().anyMatch(t -> isOwn(t, attribute));
                case Stmt.AnnAssign a -> isOwn(a.target(), attribute);
                default -> false;
            });
        }

        private boolean isOwn(Expr target, String attribute) {
            return target instanceof Expr.Attribute t && t.attr().equals(attribute) && t.value() instanceof Expr.Name n && n.id().equals(self());
        }
    }
}
