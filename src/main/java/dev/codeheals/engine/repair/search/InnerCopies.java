package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A copy that shares its inner lists with what it was copied from, and a second name that was meant to be a copy.
final class InnerCopies implements EditOperator {
    private static final Pattern OF_LISTS = Pattern.compile("\\[\\s*\\[.*", Pattern.DOTALL);
    private static final Pattern OF_COLLECTIONS = Pattern.compile("[\\[{(].*[\\[{].*", Pattern.DOTALL);
    private static final Pattern COLLECTION = Pattern.compile("list|dict|set|defaultdict|Counter|deque|OrderedDict|bytearray");

    @Override
    public String id() {
        return "inner-copy";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr expression : site.expressions()) {
            copied(site, expression).ifPresent(original -> inner(site, expression, original, edits));
        }
        if (site.statement() instanceof Stmt.Assign assign && assign.targets().size() == 1 && isPlace(assign.value())) {
            Optional<String> type = site.valueOf(assign.value()).map(ValueFacts::type).filter(t -> COLLECTION.matcher(t).matches());
            if (type.isPresent()) {
                edits.accept(Edit.insert(0.3, "Keep a copy of " + site.text(assign.value()), assign.value().end(), type.get().equals("list") ? "[:]" : ".copy()"));
                inner(site, assign.value(), assign.value(), edits);
            }
        }
    }

    private static void inner(Site site, Expr copy, Expr original, Consumer<Edit> edits) {
        Optional<String> seen = site.valueOf(original).map(ValueFacts::repr);
        String text = site.text(original);
        if (seen.map(s -> OF_LISTS.matcher(s).matches()).orElse(isAssigned(site, copy))) {
            edits.accept(Edit.replace(seen.isPresent() ? 0.5 : 0.35, "Copy each row of " + text, copy, "[row[:] for row in " + text + "]"));
        }
        if (seen.map(s -> OF_COLLECTIONS.matcher(s).matches()).orElse(false) && site.module().scopes().module().binds("copy")) {
            edits.accept(Edit.replace(0.5, "Copy all that is in " + text, copy, "copy.deepcopy(" + text + ")"));
        }
    }

    private static boolean isAssigned(Site site, Expr copy) {
        return site.tree().parentOf(copy).filter(p -> p instanceof Stmt.Assign || p instanceof Stmt.Return).isPresent();
    }

    /// What an expression is a shallow copy of: {@code rows[:]}, {@code list(rows)}, {@code rows.copy()}, {@code copy.copy(rows)}.
    private static Optional<Expr> copied(Site site, Expr expression) {
        return switch (expression) {
            case Expr.Subscript s when site.text(s.index()).equals(":") && isPlace(s.value()) -> Optional.of(s.value());
            case Expr.Call c when c.function() instanceof Expr.Name n && n.id().equals("list") && c.args().size() == 1 && isPlace(c.args().getFirst()) -> Optional.of(c.args().getFirst());
            case Expr.Call c when c.function() instanceof Expr.Attribute a && a.attr().equals("copy") && c.args().isEmpty() && isPlace(a.value()) -> Optional.of(a.value());
            case Expr.Call c when site.text(c.function()).equals("copy.copy") && c.args().size() == 1 -> Optional.of(c.args().getFirst());
            case Expr _ -> Optional.empty();
        };
    }

    private static boolean isPlace(Expr expression) {
        return expression instanceof Expr.Name || expression instanceof Expr.Attribute;
    }
}
