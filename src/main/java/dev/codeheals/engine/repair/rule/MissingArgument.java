package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Scopes;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A call that leaves out an argument: the value of that name in scope is passed, or the parameter gets a default.
final class MissingArgument implements RepairRule {
    private static final Pattern MISSING = Pattern.compile("([\\w.<>]+)\\(\\) missing (\\d+) required (?:positional|keyword-only) arguments?: (.*)");
    private static final Pattern QUOTED = Pattern.compile("'(\\w+)'");

    @Override
    public String id() {
        return "missing-argument";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ARGUMENT_MISSING");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> message = fault.says("TypeError", MISSING);
        if (message.isEmpty()) {
            return List.of();
        }
        List<String> names = QUOTED.matcher(message.get().group(3)).results().map(r -> r.group(1)).toList();
        Optional<CallSite> site = CallSite.of(fault, message.get().group(1).replace("<locals>.", ""));
        if (site.isEmpty() || names.isEmpty() || names.contains("self")) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        if (!fault.inTests()) {
            passed(fault, site.get(), names).ifPresent(patches::add);
            safeLoad(fault, site.get(), names).ifPresent(patches::add);
        }
        site.get().definition(fault).filter(d -> !ProjectFiles.isTest(d.module().path()) && names.size() == 1)
                .ifPresent(d -> definition(fault, d, names.getFirst(), patches));
        return patches;
    }

    /// Each missing parameter gets the variable, parameter or attribute of its name.
    private Optional<CandidatePatch> passed(Fault fault, CallSite site, List<String> names) {
        List<String> values = new ArrayList<>();
        double prior = 0.9;
        for (String name : names) {
            Optional<Names.Match> value = value(fault, site, name);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get().name());
            prior = Math.min(prior, value.get().score() >= 1 ? 0.9 : 0.6);
        }
        Optional<CalleeShape> shape = site.shape(fault);
        Draft draft = draft(fault, "Pass " + String.join(" and ", values)).rated(Tier.B, prior)
                .because("The call leaves out " + String.join(" and ", names) + ", and a value of that name is at hand.");
        int given = site.call().args().size();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int place = shape.map(s -> s.positional().stream().map(CalleeShape.Param::name).toList().indexOf(name)).orElse(-1);
            boolean positional = place == given + i && site.call().keywords().stream().noneMatch(k -> k.name() == null);
            site.add(fault, draft, positional ? values.get(i) : name + "=" + values.get(i), positional);
        }
        return Optional.of(draft.done());
    }

    private static Optional<Names.Match> value(Fault fault, CallSite site, String name) {
        Set<String> visible = new LinkedHashSet<>(fault.scopes().visibleNames(site.call().start()));
        visible.removeIf(v -> isDefinition(fault, site, v));
        if (visible.contains(name)) {
            return Optional.of(new Names.Match(name, 1));
        }
        Optional<String> attribute = fault.enclosingClass().map(ClassShape::of).filter(c -> c.names().contains(name))
                .filter(_ -> fault.function().filter(f -> !f.args().parameters().isEmpty() && f.args().parameters().getFirst().name().equals("self")).isPresent())
                .map(_ -> "self." + name);
        if (attribute.isPresent()) {
            return Optional.of(new Names.Match(attribute.get(), 1));
        }
        List<String> used = site.call().args().stream().filter(a -> a instanceof Expr.Name).map(fault::text).toList();
        visible.removeAll(used);
        return Nearness.of(name, visible).stream().filter(m -> m.score() >= Names.LIKELY).findFirst();
    }

    private static boolean isDefinition(Fault fault, CallSite site, String name) {
        Scopes scopes = fault.scopes();
        return scopes.resolve(name, site.call().start()).filter(s -> s.bindings(name).stream().anyMatch(b -> b.how() == Scope.How.DEF || b.how() == Scope.How.CLASS
                || b.how() == Scope.How.IMPORT)).isPresent();
    }

    /// {@code yaml.load(f)} wants a loader since version 6; the safe one has its own function.
    private Optional<CandidatePatch> safeLoad(Fault fault, CallSite site, List<String> names) {
        boolean yaml = names.equals(List.of("Loader")) && site.call().function() instanceof Expr.Attribute a && a.attr().equals("load");
        return yaml ? Optional.of(draft(fault, "Call safe_load").rated(Tier.A, 0.92).because("`yaml.load` needs a loader; `safe_load` is what plain data needs.")
                .replace(((Expr.Attribute) site.call().function()).nameStart(), site.call().function().end(), "safe_load").done()) : Optional.empty();
    }

    /// A parameter the body already copes without: it checks for None, or never reads it.
    private void definition(Fault fault, CallSite.Definition definition, String name, List<CandidatePatch> patches) {
        ModuleInfo module = definition.module();
        List<Node.Parameter> parameters = definition.function().args().parameters();
        Optional<Node.Parameter> parameter = parameters.stream().filter(p -> p.name().equals(name)).findFirst();
        if (parameter.isEmpty()) {
            return;
        }
        boolean last = parameters.stream().filter(p -> p.start() > parameter.get().start() && p.kind() == Node.ParameterKind.POSITIONAL)
                .allMatch(p -> p.defaultValue() != null);
        boolean copes = definition.function().body().stream().flatMap(Tree::walk).anyMatch(n -> asksForNone(n, name));
        boolean unread = definition.function().body().stream().flatMap(Tree::walk).noneMatch(n -> n instanceof Expr.Name e && e.id().equals(name));
        if (copes && last) {
            String gap = parameter.get().annotation() == null ? "=" : " = ";
            patches.add(draft(fault, "Let " + name + " be None by default").rated(Tier.B, 0.88).because("The function already handles `" + name + "` being None.")
                    .edit(module.path(), Replacement.insert(parameter.get().end(), gap + "None")).done());
        } else if (last && !unread && isAskedByTest(fault)) {
            byUse(fault, definition, parameter.get(), patches);
        } else if (unread) {
            patches.add(removeParameter(fault, definition, parameter.get()));
        }
    }

    private static boolean isAskedByTest(Fault fault) {
        return fault.exception().frames().stream().anyMatch(f -> ProjectFiles.relative(f.file(), fault.project()).filter(ProjectFiles::isTest).isPresent());
    }

    /// A first value by how the function uses the parameter; only a test can tell that it is the right one.
    private void byUse(Fault fault, CallSite.Definition definition, Node.Parameter parameter, List<CandidatePatch> patches) {
        String name = parameter.name();
        boolean counted = definition.function().body().stream().flatMap(Tree::walk).anyMatch(n -> switch (n) {
            case Expr.BinOp b -> b.op().matches("[-+*/%]+") && (is(b.left(), name) || is(b.right(), name));
            case Expr.Compare c -> is(c.left(), name) || c.comparators().stream().anyMatch(k -> is(k, name));
            case Expr.Formatted f -> is(f.value(), name) && f.format() != null;
            case Node _ -> false;
        });
        boolean gone = definition.function().body().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Stmt.For f && is(f.iter(), name));
        String gap = parameter.annotation() == null ? "=" : " = ";
        double prior = 0.7;
        for (String value : gone ? List.of("()") : counted ? List.of("0", "1", "None") : List.of("0", "None", "\"\"", "False")) {
            patches.add(draft(fault, "Let " + name + " be " + value + " by default").rated(Tier.B, prior).because("Callers leave `" + name + "` out.")
                    .edit(definition.module().path(), Replacement.insert(parameter.end(), gap + value)).done());
            prior -= 0.08;
        }
    }

    private static boolean is(Expr value, String name) {
        return value instanceof Expr.Name n && n.id().equals(name);
    }

    private static boolean asksForNone(Node node, String name) {
        return switch (node) {
            case Expr.Compare c -> c.left() instanceof Expr.Name n && n.id().equals(name) && c.ops().getFirst().startsWith("is")
                    && c.comparators().getFirst() instanceof Expr.Constant k && k.kind() == Expr.ConstantKind.NONE;
            case Stmt.If i -> i.test() instanceof Expr.UnaryOp u && u.op().equals("not") && u.operand() instanceof Expr.Name n && n.id().equals(name);
            case Expr.BoolOp b -> b.op().equals("or") && b.values().getFirst() instanceof Expr.Name n && n.id().equals(name);
            case Node _ -> false;
        };
    }

    private CandidatePatch removeParameter(Fault fault, CallSite.Definition definition, Node.Parameter parameter) {
        List<Node.Parameter> all = definition.function().args().parameters();
        int index = all.indexOf(parameter);
        int start = index > 0 ? all.get(index - 1).end() : parameter.start();
        int end = index > 0 || all.size() == 1 ? parameter.end() : all.get(1).start();
        return draft(fault, "Remove the unused parameter " + parameter.name()).rated(Tier.B, 0.55).because("Nothing in the function reads `" + parameter.name() + "`.")
                .edit(definition.module().path(), Replacement.delete(start, end)).done();
    }
}
