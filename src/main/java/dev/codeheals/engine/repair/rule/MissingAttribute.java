package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Expr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An {@code AttributeError} at the place where the attribute is read.
///
/// @param owner     what lacks the attribute
/// @param ownerName the type's or module's name as the message gives it
/// @param attribute the missing attribute
/// @param here      the reads of it in the failing statement, the marked one first
record MissingAttribute(Owner owner, String ownerName, String attribute, List<Expr.Attribute> here) {
    enum Owner { INSTANCE, TYPE, MODULE }

    private static final List<String> OF_OBJECTS = List.of("__class__", "__dict__", "__doc__", "__module__");
    private static final List<String> OF_TYPES = List.of("__name__", "__qualname__", "__module__", "__doc__", "__dict__", "__bases__", "__mro__");
    private static final Pattern INSTANCE = Pattern.compile("'([^']+)' object has no attribute '(\\w+)'");
    private static final Pattern TYPE = Pattern.compile("type object '([^']+)' has no attribute '(\\w+)'");
    private static final Pattern MODULE = Pattern.compile("(?:partially initialized )?module '([^']+)' has no attribute '(\\w+)'");

    /// Empty if the fault is another one, or the attribute is not read in the failing statement.
    static Optional<MissingAttribute> of(Fault fault) {
        if (!fault.exceptionType().equals("AttributeError")) {
            return Optional.empty();
        }
        return of(fault, Owner.INSTANCE, INSTANCE).or(() -> of(fault, Owner.TYPE, TYPE)).or(() -> of(fault, Owner.MODULE, MODULE));
    }

    private static Optional<MissingAttribute> of(Fault fault, Owner owner, Pattern pattern) {
        Optional<Matcher> message = fault.says(pattern);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        String attribute = message.get().group(2);
        List<Expr.Attribute> here = fault.expressions(Expr.Attribute.class).stream().filter(a -> a.attr().equals(attribute)).toList();
        return here.isEmpty() ? Optional.empty() : Optional.of(new MissingAttribute(owner, message.get().group(1), attribute, here));
    }

    Expr.Attribute node() {
        return here.getFirst();
    }

    Expr receiver() {
        return node().value();
    }

    /// The owner's name without modules: "datetime" for "datetime.datetime".
    String bareOwner() {
        return ownerName.substring(ownerName.lastIndexOf('.') + 1);
    }

    /// The public attributes of the real value, where the failing run saw it, else those of a well-known type.
    Set<String> known(Fault fault) {
        Set<String> known = new LinkedHashSet<>(fault.valueOf(receiver()).map(ValueFacts::attributes).orElse(List.of()));
        if (known.isEmpty() && fault.raisedHere()) {
            String seen = fault.request().facts().exception().getOrDefault("obj_attributes", "");
            Pattern.compile("\\w+").matcher(seen).results().forEach(r -> known.add(r.group()));
        }
        if (known.isEmpty() && owner != Owner.MODULE) {
            known.addAll(StdlibClasses.tables().attributes(ownerName));
        }
        if (attribute.startsWith("__")) {
            known.addAll(owner == Owner.INSTANCE ? OF_OBJECTS : OF_TYPES);
        }
        return known;
    }

    /// The call whose function the attribute is, if it is called.
    Optional<Expr.Call> call(Fault fault) {
        return fault.expressions(Expr.Call.class).stream().filter(c -> c.function().equals(node())).findFirst();
    }
}
