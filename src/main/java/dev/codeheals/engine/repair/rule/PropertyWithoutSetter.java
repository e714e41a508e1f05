package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Insertion;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A value set through a property that has no setter.
final class PropertyWithoutSetter implements RepairRule {
    private static final Pattern NO_SETTER = Pattern.compile("can't set attribute|property '(\\w+)' of '(\\w+)' object has no setter|property of '\\w+' object has no setter");

    @Override
    public String id() {
        return "property-without-setter";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.READ_ONLY_ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (!fault.exceptionType().equals("AttributeError") || fault.says(NO_SETTER).isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        Optional<Stmt> statement = fault.statement();
        Expr target = statement.orElse(null) instanceof Stmt.Assign a ? a.targets().getFirst() : statement.orElse(null) instanceof Stmt.AugAssign g ? g.target() : null;
        if (target instanceof Expr.Attribute attribute) {
            for (ModuleIndex.FoundClass owner : owners(fault, attribute.attr())) {
                stored(owner, attribute.attr()).ifPresent(behind -> propose(fault, attribute, owner, behind, patches));
            }
        }
        return patches;
    }

    private static List<ModuleIndex.FoundClass> owners(Fault fault, String name) {
        return fault.scene().ownModules().stream().flatMap(m -> m.classes().values().stream()
                .filter(c -> c.members().stream().anyMatch(k -> k.name().equals(name) && k.kind() == ClassShape.Kind.PROPERTY)).map(c -> new ModuleIndex.FoundClass(m, c))).limit(2).toList();
    }

    /// The attribute that the property returns: as it is, or, where it bears the property's own name, dressed up.
    private static Optional<String> stored(ModuleIndex.FoundClass owner, String name) {
        Stmt.FunctionDef getter = owner.shape().method(name).orElse(null);
        Expr returned = getter != null && getter.body().getLast() instanceof Stmt.Return r ? r.value() : null;
        if (returned == null) {
            return Optional.empty();
        }
        return Tree.walk(returned).filter(node -> node instanceof Expr.Attribute a && a.value() instanceof Expr.Name n && n.id().equals("self")
                && (node.equals(returned) || a.attr().replaceFirst("^_+", "").equals(name))).map(node -> ((Expr.Attribute) node).attr()).findFirst();
    }

    private void propose(Fault fault, Expr.Attribute target, ModuleIndex.FoundClass owner, String behind, List<CandidatePatch> patches) {
        boolean inside = fault.file().equals(owner.module().path()) && target.start() >= owner.shape().node().start() && target.end() <= owner.shape().node().end();
        if (inside) {
            boolean init = fault.function().filter(f -> f.name().id().equals("__init__")).isPresent();
            patches.add(draft(fault, "Set " + behind).rated(Tier.A, init ? 0.94 : 0.85).because("`" + target.attr() + "` is a property without a setter; its value is in `" + behind + "`.")
                    .replace(target.nameStart(), target.end(), behind).done());
        }
        patches.add(setter(fault, target.attr(), owner, behind, inside ? 0.5 : 0.85));
    }

    private CandidatePatch setter(Fault fault, String name, ModuleIndex.FoundClass owner, String behind, double prior) {
        SourceFile source = owner.module().parsed().source();
        Stmt.FunctionDef getter = owner.shape().method(name).orElseThrow();
        String indent = source.indentOf(source.lineOf(getter.start()));
        String unit = Blocks.of(owner.module().parsed()).indentUnit();
        String eol = source.eol();
        String text = eol + indent + "@" + name + ".setter" + eol + indent + "def " + name + "(self, value):" + eol + indent + unit + "self." + behind + " = value";
        Insertion line = NewLine.atLineEnd(source, source.lineOf(getter.end() - 1), text);
        return draft(fault, "Add a setter for " + name).rated(Tier.B, prior).because("`" + name + "` is a property that can only be read.")
                .edit(owner.module().path(), Replacement.insert(line.offset(), line.text())).done();
    }
}
