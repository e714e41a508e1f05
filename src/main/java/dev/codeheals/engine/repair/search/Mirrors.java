package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Two things that are treated alike, one of which got its line and the other did not: {@code result + left[i:]} without {@code right[j:]}.
final class Mirrors implements EditOperator {
    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w*\\b");

    @Override
    public String id() {
        return "mirror";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Map<String, String> twins : twins(site)) {
            for (Expr.BinOp sum : site.all(Expr.BinOp.class)) {
                if (sum.op().equals("+")) {
                    added(site, sum.right(), twins, edits);
                }
            }
            repeated(site, twins, edits);
        }
    }

    /// Pairs of names that are compared place by place: {@code left[i] <= right[j]}.
    private static List<Map<String, String>> twins(Site site) {
        List<Map<String, String>> all = new ArrayList<>();
        site.function().stream().flatMap(f -> Tree.walk(f)).filter(Expr.Compare.class::isInstance).map(Expr.Compare.class::cast)
                .filter(c -> c.comparators().size() == 1).forEach(c -> {
                    if (c.left() instanceof Expr.Subscript one && c.comparators().getFirst() instanceof Expr.Subscript two
                            && one.value() instanceof Expr.Name a && two.value() instanceof Expr.Name b && !a.id().equals(b.id())) {
                        Map<String, String> twins = new HashMap<>(Map.of(a.id(), b.id(), b.id(), a.id()));
                        if (one.index() instanceof Expr.Name i && two.index() instanceof Expr.Name j && !i.id().equals(j.id())) {
                            twins.put(i.id(), j.id());
                            twins.put(j.id(), i.id());
                        }
                        all.add(twins);
                    }
                });
        return all.stream().distinct().limit(2).toList();
    }

    private static void added(Site site, Expr operand, Map<String, String> twins, Consumer<Edit> edits) {
        String mirrored = mirrored(site.text(operand), twins);
        if (!site.text(site.statement()).contains(mirrored)) {
            edits.accept(Edit.insert(0.6, "Add " + mirrored + " too", operand.end(), " + " + mirrored));
        }
    }

    private static void repeated(Site site, Map<String, String> twins, Consumer<Edit> edits) {
        boolean plain = switch (site.statement()) {
            case Stmt.While loop -> loop.test() instanceof Expr.Compare;
            case Stmt.ExprStmt _, Stmt.AugAssign _ -> true;
            case Stmt _ -> false;
        };
        String text = site.text(site.statement());
        String mirrored = mirrored(text, twins);
        Set<String> used = WORD.matcher(text).results().map(r -> r.group()).filter(twins::containsKey).collect(Collectors.toSet());
        boolean oneSided = !used.isEmpty() && used.stream().noneMatch(name -> used.contains(twins.get(name)));
        boolean missing = site.function().map(f -> !site.text(f).contains(mirrored)).orElse(false);
        if (plain && oneSided && missing) {
            int end = site.lineEnd(site.statement());
            edits.accept(Edit.insert(0.4, "Do the same for the other one", end, site.source().eol() + site.blocks().indentOf(site.statement()) + mirrored));
        }
    }

    private static String mirrored(String text, Map<String, String> twins) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(twins.getOrDefault(word.group(), word.group())));
    }
}
