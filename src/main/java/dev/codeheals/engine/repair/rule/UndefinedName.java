package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Scopes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A {@code NameError} at the place where the name is read.
///
/// @param name  the unknown name
/// @param uses  every read of it in the file that finds nothing, the failing one included, in the order of the source
/// @param here  the reads in the failing statement, the marked one first
record UndefinedName(String name, List<Scopes.Use> uses, List<Expr.Name> here) {
    private static final Pattern MESSAGE = Pattern.compile("(?:global )?name '(\\w+)' is not defined");

    /// Empty if the fault is another one, or the name is not read in the failing statement (a frame further out).
    static Optional<UndefinedName> of(Fault fault) {
        Optional<Matcher> message = fault.says("NameError", MESSAGE);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        String name = message.get().group(1);
        List<Expr.Name> here = fault.expressions(Expr.Name.class).stream().filter(n -> n.id().equals(name)).toList();
        List<Scopes.Use> uses = fault.scopes().unresolvedNames().stream().filter(u -> u.name().equals(name)).toList();
        return here.isEmpty() ? Optional.empty() : Optional.of(new UndefinedName(name, uses, here));
    }

    /// Empty, too, where a scope visible from the failing place binds the name, only not yet.
    static Optional<UndefinedName> boundNowhere(Fault fault) {
        return of(fault).filter(name -> name.uses.stream().anyMatch(u -> name.here.stream().anyMatch(h -> h.start() == u.offset())));
    }

    int offset() {
        return here.getFirst().start();
    }

    /// The attribute names read from the unknown name anywhere in the file: {@code dumps} for {@code json.dumps}.
    List<String> attributes(Fault fault) {
        return fault.tree().all(Expr.Attribute.class).stream().filter(a -> a.value() instanceof Expr.Name n && n.id().equals(name))
                .map(Expr.Attribute::attr).distinct().toList();
    }

    /// Whether the failing read is the function of a call.
    boolean isCalled(Fault fault) {
        return fault.expressions(Expr.Call.class).stream().anyMatch(c -> c.function() instanceof Expr.Name n && n.id().equals(name));
    }

    /// The attribute taken from the failing read, if any.
    Optional<String> attribute(Fault fault) {
        return fault.expressions(Expr.Attribute.class).stream().filter(a -> a.value() instanceof Expr.Name n && n.start() == offset())
                .map(Expr.Attribute::attr).findFirst();
    }

    /// The node around the failing read.
    Optional<Node> parent(Fault fault) {
        return fault.tree().parentOf(here.getFirst());
    }
}
