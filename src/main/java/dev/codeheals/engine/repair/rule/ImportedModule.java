package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides what an unknown name that a standard-library module also has was meant to be: the module, or what it exports by that name.
record ImportedModule(String module, Stdlib.Export member) {
    enum Meaning { MODULE, MEMBER, EITHER }

    /// {@code time} the module against {@code time.time}; empty when the module has no member of its own name.
    static Optional<ImportedModule> twins(String name, int minor) {
        return Stdlib.tables().export(name, name, minor).map(e -> new ImportedModule(name, e));
    }

    Meaning meaning(Fault fault, UndefinedName name) {
        if (name.isCalled(fault)) {
            return Meaning.MEMBER;
        }
        Optional<String> attribute = name.attribute(fault);
        if (attribute.isEmpty()) {
            return member.kind() == Stdlib.Kind.CLASS ? Meaning.MEMBER : Meaning.EITHER;
        }
        boolean ofModule = Stdlib.tables().export(module, attribute.get(), fault.python().minor()).isPresent();
        boolean ofMember = StdlibClasses.tables().attributes(module + "." + member.name()).contains(attribute.get());
        if (ofModule && ofMember) {
            return isSteppedThrough(fault, name) ? Meaning.MODULE : Meaning.EITHER;
        }
        return ofMember ? Meaning.MEMBER : Meaning.MODULE;
    }

    /// {@code datetime.date.today()}: an attribute is taken from the attribute, so that one is a class and not a method.
    private static boolean isSteppedThrough(Fault fault, UndefinedName name) {
        return fault.expressions(Expr.Attribute.class).stream()
                .anyMatch(a -> a.value() instanceof Expr.Attribute inner && inner.value().start() == name.offset());
    }

    /// The modules to import so that every {@code name.a.b} of the file works: the name alone, or the submodules it steps into.
    static List<String> needed(Fault fault, String name) {
        int minor = fault.python().minor();
        Set<String> needed = new LinkedHashSet<>();
        fault.tree().all(Expr.Attribute.class).forEach(a -> chain(a).filter(c -> c.startsWith(name + ".")).ifPresent(c -> {
            String longest = longestModule(c, minor);
            if (longest.indexOf('.') > 0 && !longest.equals("os.path")) {
                needed.add(longest);
            }
        }));
        needed.removeIf(m -> needed.stream().anyMatch(o -> o.startsWith(m + ".")));
        return needed.isEmpty() ? List.of(name) : List.copyOf(needed);
    }

    private static String longestModule(String dotted, int minor) {
        String module = dotted;
        while (module.indexOf('.') > 0 && !Stdlib.tables().isModule(module, minor)) {
            module = module.substring(0, module.lastIndexOf('.'));
        }
        return module;
    }

    /// {@code a.b.c} for plain attribute chains.
    static Optional<String> chain(Node node) {
        return switch (node) {
            case Expr.Name n -> Optional.of(n.id());
            case Expr.Attribute a -> chain(a.value()).map(v -> v + "." + a.attr());
            case Node _ -> Optional.empty();
        };
    }
}
