package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A special method that returns what Python does not allow: {@code __str__} a number or nothing, {@code __init__} a value.
final class SpecialResult implements RepairRule {
    private static final Pattern NOT_TEXT = Pattern.compile("(__str__|__repr__|__format__) (?:returned non-string|must return a str)(?: \\(type (\\w+)\\))?");
    private static final Pattern INIT = Pattern.compile("__init__\\(\\) should return None");
    private static final Pattern NUMBER = Pattern.compile("(__len__|__bool__|__hash__|__index__)(?: method)? should return (?:an integer|bool|>= 0)|'(?:float|str)' object cannot be interpreted as an integer");

    @Override
    public String id() {
        return "special-result";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.INIT_RETURN", "OOP.SPECIAL_METHOD_RETURN");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (!fault.exceptionType().equals("TypeError")) {
            return List.of();
        }
        Optional<Matcher> text = fault.says(NOT_TEXT);
        List<CandidatePatch> patches = new ArrayList<>();
        text.ifPresent(m -> classes(fault).forEach(c -> c.shape().method(m.group(1)).ifPresent(f -> toText(fault, c, f, "NoneType".equals(m.group(2)), patches))));
        if (fault.says(INIT).isPresent()) {
            classes(fault).forEach(c -> c.shape().method("__init__").ifPresent(f -> withoutResult(fault, c, f, patches)));
        }
        fault.says(NUMBER).filter(m -> m.group(1) != null).ifPresent(m -> classes(fault).forEach(c -> c.shape().method(m.group(1))
                .ifPresent(f -> toNumber(fault, c, f, m.group(1), patches))));
        return patches;
    }

    /// The classes of the objects on the failing line, else all of the project.
    private static List<ModuleIndex.FoundClass> classes(Fault fault) {
        List<ModuleIndex.FoundClass> seen = new ArrayList<>();
        fault.expressions(Expr.class).forEach(e -> fault.valueOf(e).ifPresent(v -> seen.addAll(fault.modules().classes(v.type().substring(v.type().lastIndexOf('.') + 1)))));
        List<ModuleIndex.FoundClass> all = fault.scene().ownModules().stream().flatMap(m -> m.classes().values().stream().map(c -> new ModuleIndex.FoundClass(m, c))).toList();
        return (seen.isEmpty() ? all : seen).stream().flatMap(c -> fault.modules().lineage(c).stream()).distinct().filter(c -> !ProjectFiles.isTest(c.module().path())).toList();
    }

    private static List<Stmt.Return> returns(Stmt.FunctionDef function) {
        return function.body().stream().flatMap(Tree::walk).filter(Stmt.Return.class::isInstance).map(Stmt.Return.class::cast).toList();
    }

    private static boolean isText(Expr value) {
        return value instanceof Expr.JoinedStr || (value instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING)
                || (value instanceof Expr.Call k && (CallSite.last(k.function()).equals("str") || CallSite.last(k.function()).equals("format") || CallSite.last(k.function()).equals("join")));
    }

    private void toText(Fault fault, ModuleIndex.FoundClass owner, Stmt.FunctionDef method, boolean nothing, List<CandidatePatch> patches) {
        Draft draft = draft(fault, "Return text from " + method.name().id()).rated(Tier.A, 0.92).because("`" + method.name().id() + "` has to return a string.");
        String path = owner.module().path();
        if (nothing) {
            if (method.body().getLast() instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Call c && CallSite.last(c.function()).equals("print") && c.args().size() == 1) {
                String arg = owner.module().parsed().source().text().substring(c.args().getFirst().start(), c.args().getFirst().end());
                patches.add(draft.edit(path, new Replacement(e.start(), e.end(), "return " + (isText(c.args().getFirst()) ? arg : "str(" + arg + ")"))).done());
            } else if (method.body().getLast() instanceof Stmt.ExprStmt e && returns(method).isEmpty()) {
                patches.add(draft.edit(path, Replacement.insert(e.start(), "return ")).done());
            }
            return;
        }
        for (Stmt.Return statement : returns(method)) {
            if (statement.value() != null && !isText(statement.value())) {
                draft.edit(path, Replacement.insert(statement.value().start(), "str("), Replacement.insert(statement.value().end(), ")"));
            }
        }
        draft.unlessEmpty().ifPresent(patches::add);
    }

    private void withoutResult(Fault fault, ModuleIndex.FoundClass owner, Stmt.FunctionDef method, List<CandidatePatch> patches) {
        Draft draft = draft(fault, "Return nothing from __init__").rated(Tier.A, 0.92).because("A constructor sets up the object and returns nothing.");
        for (Stmt.Return statement : returns(method)) {
            if (statement.value() != null) {
                boolean last = statement.equals(method.body().getLast()) && method.body().size() > 1;
                int line = owner.module().parsed().source().lineOf(statement.start());
                int start = last ? owner.module().parsed().source().lineStart(line) : statement.start() + "return".length();
                int end = last && line < owner.module().parsed().source().lineCount() ? owner.module().parsed().source().lineStart(line + 1) : statement.end();
                draft.edit(owner.module().path(), Replacement.delete(start, end));
            }
        }
        draft.unlessEmpty().ifPresent(patches::add);
    }

    private void toNumber(Fault fault, ModuleIndex.FoundClass owner, Stmt.FunctionDef method, String name, List<CandidatePatch> patches) {
        Draft draft = draft(fault, "Convert the result of " + name).rated(Tier.B, 0.75).because("`" + name + "` has to return " + (name.equals("__bool__") ? "True or False." : "a whole number."));
        for (Stmt.Return statement : returns(method)) {
            if (statement.value() != null) {
                draft.edit(owner.module().path(), Replacement.insert(statement.value().start(), name.equals("__bool__") ? "bool(" : name.equals("__hash__") ? "hash(" : "int("),
                        Replacement.insert(statement.value().end(), ")"));
            }
        }
        draft.unlessEmpty().ifPresent(patches::add);
    }
}
