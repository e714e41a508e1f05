package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Objects of an own class in a set or as keys, though the class tells when two are equal and not how to hash one.
final class UnhashableObject implements RepairRule {
    private static final Pattern UNHASHABLE = Pattern.compile("(?:cannot use '[\\w.]+' as a (?:dict key|set element) \\()?unhashable type: '([\\w.]+)'");

    @Override
    public String id() {
        return "unhashable-object";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.UNHASHABLE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> said = fault.says("TypeError", UNHASHABLE);
        String name = said.map(m -> m.group(1).substring(m.group(1).lastIndexOf('.') + 1)).orElse("");
        return name.isEmpty() ? List.of() : fault.modules().classes(name).stream().filter(c -> !ProjectFiles.isTest(c.module().path())).findFirst()
                .map(c -> c.shape().isDataclass() ? frozen(fault, c) : hashed(fault, c).stream().toList()).orElse(List.of());
    }

    private List<CandidatePatch> frozen(Fault fault, ModuleIndex.FoundClass found) {
        List<CandidatePatch> patches = new ArrayList<>();
        boolean changes = fault.modules().all().stream().flatMap(m -> Tree.of(m.parsed()).all(Stmt.class).stream()).anyMatch(s -> changesField(s, found));
        for (Expr decorator : found.shape().node().decorators()) {
            Expr called = decorator instanceof Expr.Call call ? call.function() : decorator;
            if (!CallSite.last(called).equals("dataclass")) {
                continue;
            }
            for (String option : changes ? List.of("unsafe_hash=True", "frozen=True") : List.of("frozen=True", "unsafe_hash=True")) {
                boolean first = option.equals(changes ? "unsafe_hash=True" : "frozen=True");
                Draft draft = draft(fault, "Give " + found.shape().name() + " " + option).rated(first ? Tier.A : Tier.B, first ? 0.9 : 0.6)
                        .because("A dataclass that compares its fields can be hashed only if that is asked for.");
                Replacement edit = decorator instanceof Expr.Call call
                        ? Replacement.insert(call.end() - 1, call.args().isEmpty() && call.keywords().isEmpty() ? option : ", " + option)
                        : Replacement.insert(decorator.end(), "(" + option + ")");
                patches.add(draft.edit(found.module().path(), edit).done());
            }
        }
        return patches;
    }

    /// Whether a statement sets a field of that name on some object.
    private static boolean changesField(Stmt statement, ModuleIndex.FoundClass found) {
        Set<String> fields = found.shape().node().body().stream().filter(Stmt.AnnAssign.class::isInstance).map(s -> ((Stmt.AnnAssign) s).target())
                .filter(Expr.Name.class::isInstance).map(t -> ((Expr.Name) t).id()).collect(Collectors.toSet());
        return switch (statement) {
            case Stmt.Assign a -> a.targets().stream().anyMatch(t -> t instanceof Expr.Attribute f && fields.contains(f.attr()));
            case Stmt.AugAssign a -> a.target() instanceof Expr.Attribute f && fields.contains(f.attr());
            case Stmt _ -> false;
        };
    }

    /// Equal objects need equal hashes, so what `__eq__` compares is what `__hash__` takes.
    private Optional<CandidatePatch> hashed(Fault fault, ModuleIndex.FoundClass found) {
        Optional<Stmt.FunctionDef> equals = found.shape().method("__eq__");
        if (equals.isEmpty() || found.shape().method("__hash__").isPresent() || equals.get().args().parameters().isEmpty()) {
            return Optional.empty();
        }
        String self = equals.get().args().parameters().getFirst().name();
        List<String> compared = Tree.walk(equals.get()).filter(n -> n instanceof Expr.Attribute a && a.value() instanceof Expr.Name v && v.id().equals(self))
                .map(n -> ((Expr.Attribute) n).attr()).filter(a -> !a.startsWith("__")).distinct().toList();
        if (compared.isEmpty()) {
            return Optional.empty();
        }
        SourceFile source = found.module().parsed().source();
        Node method = equals.get();
        String indent = source.indentOf(source.lineOf(method.start()));
        String unit = source.indentOf(source.lineOf(equals.get().body().getFirst().start())).substring(indent.length());
        String values = compared.stream().map(a -> self + "." + a).collect(Collectors.joining(", "));
        String text = source.eol() + source.eol() + indent + "def __hash__(" + self + "):" + source.eol() + indent + unit + "return hash("
                + (compared.size() == 1 ? values : "(" + values + ")") + ")";
        return Optional.of(draft(fault, "Hash " + found.shape().name() + " by what makes two equal").rated(Tier.A, 0.92)
                .because("A class that defines `__eq__` loses its hash unless it defines `__hash__` too.")
                .edit(found.module().path(), Replacement.insert(source.lineEnd(source.lineOf(method.end() - 1)), text)).done());
    }
}
