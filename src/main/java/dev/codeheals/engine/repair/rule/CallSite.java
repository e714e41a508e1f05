package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A call of the failing statement and what it calls, as far as the project or the library tells.
///
/// @param call   the call
/// @param callee the function or class as the message names it: "Account.deposit", "Account.__init__", "open"
record CallSite(Expr.Call call, String callee) {

    /// A function or method the project defines, with its class where it is a method.
    record Definition(ModuleInfo module, Stmt.FunctionDef function, Optional<ModuleIndex.FoundClass> owner) {
        boolean isStatic() {
            return function.decorators().stream().anyMatch(d -> d instanceof Expr.Name n && n.id().equals("staticmethod"));
        }

        boolean isClassMethod() {
            return function.decorators().stream().anyMatch(d -> d instanceof Expr.Name n && n.id().equals("classmethod"));
        }
    }

    /// The call a message about {@code callee()} means; the marked one where several fit.
    static Optional<CallSite> of(Fault fault, String callee) {
        String bare = callee.substring(callee.lastIndexOf('.') + 1);
        int dot = callee.lastIndexOf('.');
        String owner = dot < 0 ? "" : callee.substring(callee.lastIndexOf('.', dot - 1) + 1, dot);
        List<Expr.Call> calls = fault.expressions(Expr.Call.class);
        Optional<Expr.Call> named = calls.stream().filter(c -> last(c.function()).equals(bare) || (callee.equals("sort") && last(c.function()).equals("sorted")) || (isConstructor(bare) && last(c.function()).equals(owner))).findFirst();
        Optional<Expr.Call> constructing = named.isPresent() || !isConstructor(bare) ? named
                : calls.stream().filter(c -> Character.isUpperCase((last(c.function()) + "a").charAt(0)) || last(c.function()).equals("cls")).findFirst();
        return constructing.or(() -> calls.size() == 1 ? calls.stream().findFirst() : Optional.empty()).map(c -> new CallSite(c, callee));
    }

    private static boolean isConstructor(String bare) {
        return bare.equals("__init__") || bare.equals("__new__");
    }

    /// The last part of a function expression: "append" for {@code items.append}.
    static String last(Expr function) {
        return switch (function) {
            case Expr.Name n -> n.id();
            case Expr.Attribute a -> a.attr();
            case Node _ -> "";
        };
    }

    /// What a caller may pass, without the receiver: from the real object, the project or the library.
    Optional<CalleeShape> shape(Fault fault) {
        return fault.signatureOf(call.function()).flatMap(CalleeShape::parse).or(() -> ofProject(fault)).or(() -> ofLibrary(fault));
    }

    private Optional<CalleeShape> ofProject(Fault fault) {
        Optional<Definition> definition = definition(fault);
        if (definition.isPresent()) {
            CalleeShape shape = CalleeShape.of(definition.get().function().args());
            return Optional.of(definition.get().owner().isPresent() && !definition.get().isStatic() ? shape.bound() : shape);
        }
        return constructed(fault).flatMap(c -> c.shape().constructor())
                .map(s -> CalleeShape.of(new Node.Arguments(0, 0, s.parameters())));
    }

    private Optional<CalleeShape> ofLibrary(Fault fault) {
        StdlibCalls calls = StdlibCalls.tables();
        Optional<String> chain = ImportedModule.chain(call.function());
        String bare = callee.substring(callee.lastIndexOf('.') + 1);
        Optional<CalleeShape> exact = chain.flatMap(c -> calls.of(c.contains(".") ? c : "builtins." + c)).or(() -> calls.of(callee));
        Optional<CalleeShape> imported = exact.or(() -> chain.filter(c -> !c.contains(".")).flatMap(c -> importedFrom(fault, c)).flatMap(calls::of));
        List<CalleeShape> named = calls.named(isConstructor(bare) ? last(call.function()) : bare);
        return imported.or(() -> named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty());
    }

    private static Optional<String> importedFrom(Fault fault, String name) {
        return fault.tree().all(Stmt.ImportFrom.class).stream().filter(f -> f.level() == 0).flatMap(f -> f.names().stream()
                .filter(a -> a.bound(true).equals(name)).map(a -> f.module() + "." + a.name())).findFirst();
    }

    /// The project's definition of what is called.
    Optional<Definition> definition(Fault fault) {
        String bare = callee.substring(callee.lastIndexOf('.') + 1);
        String owner = callee.contains(".") ? callee.substring(0, callee.lastIndexOf('.')) : "";
        owner = owner.substring(owner.lastIndexOf('.') + 1);
        if (call.function() instanceof Expr.Name n && !isConstructor(bare) && owner.isEmpty()) {
            Optional<Definition> function = fault.modules().lookUp(fault.module(), n.id())
                    .filter(f -> f.definition().node() instanceof Stmt.FunctionDef)
                    .map(f -> new Definition(f.module(), (Stmt.FunctionDef) f.definition().node(), Optional.empty()));
            if (function.isPresent()) {
                return function;
            }
        }
        Optional<Definition> method = constructed(fault).filter(_ -> isConstructor(bare)).or(() -> ownerClass(fault, bare)).flatMap(c -> method(fault, c, bare));
        return method.or(() -> inModule(fault, bare)).or(() -> anyMethod(fault, owner(callee), bare));
    }

    private static String owner(String callee) {
        int dot = callee.lastIndexOf('.');
        return dot < 0 ? "" : callee.substring(callee.lastIndexOf('.', dot - 1) + 1, dot);
    }

    private Optional<Definition> inModule(Fault fault, String bare) {
        if (!(call.function() instanceof Expr.Attribute)) {
            return Optional.empty();
        }
        List<ModuleIndex.Found> found = fault.modules().whoDefines(bare).stream().filter(f -> f.definition().node() instanceof Stmt.FunctionDef).toList();
        boolean module = found.size() == 1 && !callee.contains(".");
        return module ? Optional.of(new Definition(found.getFirst().module(), (Stmt.FunctionDef) found.getFirst().definition().node(), Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Definition> anyMethod(Fault fault, String owner, String bare) {
        List<Definition> methods = fault.modules().all().stream().filter(m -> m.parsed().source().text().contains(bare))
                .flatMap(m -> m.classes().values().stream().filter(c -> owner.isEmpty() || c.name().equals(owner)).map(c -> new ModuleIndex.FoundClass(m, c)))
                .flatMap(c -> c.shape().method(bare).map(f -> new Definition(c.module(), f, Optional.of(c))).stream()).toList();
        return methods.size() == 1 ? Optional.of(methods.getFirst()) : Optional.empty();
    }

    private static Optional<Definition> method(Fault fault, ModuleIndex.FoundClass start, String name) {
        return fault.modules().lineage(start).stream().flatMap(c -> c.shape().method(name).map(f -> new Definition(c.module(), f, Optional.of(c))).stream()).findFirst();
    }

    /// The class whose instance the receiver is, where that is plain: {@code self}, or a class by name.
    private Optional<ModuleIndex.FoundClass> ownerClass(Fault fault, String bare) {
        if (!(call.function() instanceof Expr.Attribute a)) {
            return Optional.empty();
        }
        if (a.value() instanceof Expr.Name n && (n.id().equals("self") || n.id().equals("cls"))) {
            return fault.enclosingClass().map(c -> new ModuleIndex.FoundClass(fault.module(), ClassShape.of(c)));
        }
        if (a.value() instanceof Expr.Call c && last(c.function()).equals("super")) {
            return fault.enclosingClass().map(k -> new ModuleIndex.FoundClass(fault.module(), ClassShape.of(k)))
                    .flatMap(k -> fault.modules().lineage(k).stream().skip(1).filter(b -> b.shape().method(bare).isPresent()).findFirst());
        }
        return ImportedModule.chain(a.value()).flatMap(n -> fault.modules().classIn(fault.module(), n));
    }

    /// The project class that is being made by this call.
    Optional<ModuleIndex.FoundClass> constructed(Fault fault) {
        if (call.function() instanceof Expr.Name n && n.id().equals("cls")) {
            return fault.enclosingClass().map(c -> new ModuleIndex.FoundClass(fault.module(), ClassShape.of(c)));
        }
        boolean viaSuper = call.function() instanceof Expr.Attribute a && a.value() instanceof Expr.Call;
        return viaSuper ? ownerClass(fault, "__init__") : ImportedModule.chain(call.function()).flatMap(n -> fault.modules().classIn(fault.module(), n));
    }

    Optional<Node.Keyword> keyword(String name) {
        return call.keywords().stream().filter(k -> name.equals(k.name())).findFirst();
    }

    /// Takes an argument out of the call, with the comma that belongs to it.
    void remove(Fault fault, Draft draft, Node argument) {
        List<Node> all = arguments();
        int index = all.indexOf(argument);
        if (all.size() == 1) {
            draft.delete(call.openParen() + 1, call.end() - 1);
        } else if (index == 0) {
            draft.delete(argument.start(), all.get(1).start());
        } else {
            draft.delete(all.get(index - 1).end(), argument.end());
        }
    }

    /// Positional and keyword arguments in the order of the source.
    List<Node> arguments() {
        return Stream.<Node>concat(call.args().stream(), call.keywords().stream()).sorted(Comparator.comparingInt(Node::start)).toList();
    }

    /// Adds an argument behind those there are, or behind the positional ones.
    void add(Fault fault, Draft draft, String text, boolean positional) {
        List<Node> all = arguments();
        if (all.isEmpty()) {
            draft.insert(call.openParen() + 1, text);
        } else if (positional && !call.keywords().isEmpty()) {
            draft.insert(call.keywords().getFirst().start(), text + ", ");
        } else {
            draft.insert(all.getLast().end(), ", " + text);
        }
    }
}
