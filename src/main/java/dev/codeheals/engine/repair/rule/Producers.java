package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The project's functions that made the values of a failing statement.
final class Producers {
    private Producers() {}

    /// Those whose result an assertion or an operation on None got, the likeliest first.
    static List<CallSite.Definition> of(Fault fault) {
        Set<CallSite.Definition> found = new LinkedHashSet<>();
        if (OddValue.type(fault).filter("NoneType"::equals).isPresent()) {
            for (Expr culprit : OddValue.culprits(fault, Set.of("NoneType"))) {
                from(fault, OddValue.origin(fault, culprit)).forEach(found::add);
                if (culprit instanceof Expr.Attribute a) {
                    stored(fault, a).forEach(found::add);
                }
            }
            decorators(fault).forEach(found::add);
        } else if (fault.exceptionType().equals("AssertionError")) {
            fault.expressions(Expr.class).forEach(e -> from(fault, e instanceof Expr.Name ? OddValue.origin(fault, e) : e).forEach(found::add));
        }
        return List.copyOf(found);
    }

    private static List<CallSite.Definition> from(Fault fault, Expr value) {
        Expr call = value instanceof Expr.Await a ? a.value() : value;
        if (!(call instanceof Expr.Call c)) {
            return property(fault, value);
        }
        return new CallSite(c, CallSite.last(c.function())).definition(fault).filter(Producers::isOwn).stream().toList();
    }

    private static boolean isOwn(CallSite.Definition definition) {
        return !ProjectFiles.isTest(definition.module().path());
    }

    private static List<CallSite.Definition> property(Fault fault, Expr value) {
        if (!(value instanceof Expr.Attribute a)) {
            return List.of();
        }
        List<CallSite.Definition> found = new ArrayList<>();
        fault.scene().ownModules().forEach(m -> m.classes().values().forEach(c -> c.members().stream()
                .filter(k -> k.name().equals(a.attr()) && k.kind() == ClassShape.Kind.PROPERTY && k.node() instanceof Stmt.FunctionDef).findFirst()
                .ifPresent(k -> found.add(new CallSite.Definition(m, (Stmt.FunctionDef) k.node(), Optional.of(new ModuleIndex.FoundClass(m, c)))))));
        return found;
    }

    /// {@code self.x} was given the result of a call in some method.
    private static List<CallSite.Definition> stored(Fault fault, Expr.Attribute attribute) {
        if (!(attribute.value() instanceof Expr.Name n && n.id().equals("self"))) {
            return List.of();
        }
        return fault.enclosingClass().stream().flatMap(Tree::walk).filter(s -> s instanceof Stmt.Assign a && a.targets().getFirst() instanceof Expr.Attribute t
                && t.attr().equals(attribute.attr())).flatMap(s -> from(fault, ((Stmt.Assign) s).value()).stream()).toList();
    }

    /// A function that a decorator replaced by None; the decorator may be what another function makes.
    private static List<CallSite.Definition> decorators(Fault fault) {
        List<CallSite.Definition> found = new ArrayList<>();
        Set<String> called = fault.expressions(Expr.Call.class).stream().map(c -> CallSite.last(c.function())).collect(Collectors.toSet());
        List<ModuleInfo> modules = Stream.concat(Stream.of(fault.module()), fault.scene().ownModules().stream()).distinct().toList();
        modules.forEach(m -> Tree.of(m.parsed()).all(Stmt.FunctionDef.class).stream().filter(f -> called.contains(f.name().id()))
                .forEach(f -> decorators(fault, m, f, found)));
        return found;
    }

    private static void decorators(Fault fault, ModuleInfo module, Stmt.FunctionDef function, List<CallSite.Definition> found) {
        for (Expr decorator : function.decorators()) {
            Node made = decorator instanceof Expr.Call c ? c.function() : decorator;
            ImportedModule.chain(made).flatMap(c -> fault.modules().lookUp(module, c)).filter(f -> f.definition().node() instanceof Stmt.FunctionDef)
                    .map(f -> new CallSite.Definition(f.module(), (Stmt.FunctionDef) f.definition().node(), Optional.empty())).filter(Producers::isOwn)
                    .ifPresent(d -> {
                        found.add(d);
                        d.function().body().stream().filter(Stmt.FunctionDef.class::isInstance)
                                .forEach(inner -> found.add(new CallSite.Definition(d.module(), (Stmt.FunctionDef) inner, Optional.empty())));
                    });
        }
    }
}
