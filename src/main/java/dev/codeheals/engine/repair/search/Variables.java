package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Another variable, attribute or key of the same kind.
final class Variables implements EditOperator {
    private static final int MOST = 6;
    private static final Pattern LACKS = Pattern.compile("'(\\w+)' object has no attribute '(\\w+)'");
    private static final Set<ClassShape.Kind> METHODS = Set.of(ClassShape.Kind.METHOD, ClassShape.Kind.STATIC_METHOD, ClassShape.Kind.CLASS_METHOD);
    private static final Set<String> TYPES = Set.of("TypeError", "AttributeError");
    private static final Set<String> NUMBERS = Set.of("int", "float", "bool");

    @Override
    public String id() {
        return "variable";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        Optional<Stmt.FunctionDef> function = site.function();
        List<String> names = site.ownNames();
        for (Expr.Name name : site.all(Expr.Name.class)) {
            if (!calls(site, name) && !Builtins.NAMES.contains(name.id())) {
                replaced(site, name, names, function, edits);
            }
        }
        Matcher lacks = LACKS.matcher(site.request().failure().reported().message());
        for (Expr.Attribute attribute : site.all(Expr.Attribute.class)) {
            if (lacks.find(0) && attribute.attr().equals(lacks.group(2))) {
                ofItsClass(site, attribute, lacks.group(1), edits);
            }
            if (attribute.value() instanceof Expr.Name self && self.id().equals("self")) {
                attributes(site, attribute, edits);
            }
        }
        keys(site, edits);
    }

    private static void replaced(Site site, Expr.Name name, List<String> names, Optional<Stmt.FunctionDef> function, Consumer<Edit> edits) {
        Optional<String> type = site.local(name.id()).map(ValueFacts::type);
        String body = function.map(site::text).orElse("");
        boolean crashes = site.crashes() || clashes(site, type);
        names.stream().filter(other -> !other.equals(name.id()))
                .filter(other -> crashes || type.isEmpty() || site.local(other).map(v -> related(v.type(), type.get())).orElse(true))
                .sorted(Comparator.comparingInt((String other) -> used(body, other))).limit(MOST)
                .forEach(other -> edits.accept(Edit.replace(used(body, other) == 1 ? 0.4 : crashes ? ofOtherType(site, type, other) : 0.22,
                        "Use " + other + " instead of " + name.id(), name, other)));
    }

    /// Where types clash, a variable of the type that clashes will clash too, and one of the other type will not.
    private static double ofOtherType(Site site, Optional<String> type, String other) {
        Optional<String> instead = site.local(other).map(ValueFacts::type);
        if (type.isEmpty() || instead.isEmpty() || !TYPES.contains(site.request().sealed().diagnosis().exceptionType())) {
            return 0.22;
        }
        String message = site.request().failure().reported().message();
        boolean clashes = clashes(site, type);
        return clashes && instead.get().equals(type.get()) ? 0.1 : clashes && message.contains("'" + instead.get() + "'") ? 0.5 : 0.22;
    }

    /// Whether the failure is that a value of this type came to a place that wants another.
    private static boolean clashes(Site site, Optional<String> type) {
        return type.isPresent() && TYPES.contains(site.request().sealed().diagnosis().exceptionType())
                && site.request().failure().reported().message().contains("'" + type.get() + "'");
    }

    private static boolean related(String one, String other) {
        return one.equals(other) || (NUMBERS.contains(one) && NUMBERS.contains(other));
    }

    /// How often a word stands in a text; a parameter that stands there once is never used.
    private static int used(String text, String word) {
        int count = 0;
        int at = text.indexOf(word);
        while (at >= 0) {
            boolean whole = (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
                    && (at + word.length() == text.length() || !Character.isJavaIdentifierPart(text.charAt(at + word.length())));
            count += whole ? 1 : 0;
            at = text.indexOf(word, at + word.length());
        }
        return count;
    }

    private static boolean calls(Site site, Expr.Name name) {
        Optional<Node> parent = site.tree().parentOf(name);
        return parent.filter(p -> p instanceof Expr.Call c && c.function().equals(name)).isPresent();
    }

    /// What the object has instead of the attribute it lacks.
    private static void ofItsClass(Site site, Expr.Attribute attribute, String owner, Consumer<Edit> edits) {
        site.modules().classes(owner).stream().limit(1).flatMap(c -> c.shape().members().stream()).map(ClassShape.Member::name).distinct()
                .filter(m -> !m.startsWith("_") && !m.equals(attribute.attr())).limit(2 * MOST)
                .forEach(m -> edits.accept(Edit.replace(0.3, "Use " + m + ", which it has, instead of " + attribute.attr(), attribute.nameStart(),
                        attribute.nameStart() + attribute.attr().length(), m)));
    }

    private static void attributes(Site site, Expr.Attribute attribute, Consumer<Edit> edits) {
        Optional<Stmt.ClassDef> owner = site.tree().enclosing(Stmt.ClassDef.class, site.statement().start());
        if (owner.isEmpty()) {
            return;
        }
        boolean called = site.tree().parentOf(attribute).filter(p -> p instanceof Expr.Call c && c.function().equals(attribute)).isPresent();
        ClassShape shape = site.module().classes().get(owner.get().name().id());
        if (shape == null) {
            return;
        }
        shape.members().stream().filter(m -> METHODS.contains(m.kind()) == called).map(ClassShape.Member::name).distinct()
                .filter(m -> !m.equals(attribute.attr()) && !m.startsWith("__")).limit(MOST)
                .forEach(m -> edits.accept(Edit.replace(0.15, "Use " + m + " instead of " + attribute.attr(), attribute.nameStart(),
                        attribute.nameStart() + attribute.attr().length(), m)));
    }

    private static void keys(Site site, Consumer<Edit> edits) {
        for (Expr.Subscript subscript : site.all(Expr.Subscript.class)) {
            if (subscript.index() instanceof Expr.Constant key && key.kind() == Expr.ConstantKind.STRING) {
                site.valueOf(subscript.value()).map(ValueFacts::keys).orElse(List.of()).stream().limit(MOST)
                        .filter(other -> other.length() > 2 && !Objects.equals(other.substring(1, other.length() - 1), key.value()))
                        .forEach(other -> edits.accept(Edit.replace(0.2, "Use the key " + other, key, other)));
            }
        }
    }
}
