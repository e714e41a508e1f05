package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import java.util.List;
import java.util.function.Consumer;

/// What wins where two mappings are merged: the later one does in a display, the earlier one in a chain.
final class MergeOrder implements EditOperator {
    @Override
    public String id() {
        return "merge-order";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.DictExpr dict : site.all(Expr.DictExpr.class)) {
            if (dict.keys().stream().anyMatch(k -> k == null) && dict.values().size() > 1) {
                display(site, dict, edits);
            }
        }
        for (Expr.Call call : site.all(Expr.Call.class)) {
            List<Expr> args = call.args();
            if (Site.called(call.function()).equals("ChainMap") && args.size() == 2) {
                edits.accept(Edit.replace(0.5, "Let " + site.text(args.get(1)) + " win", args.getFirst().start(), args.get(1).end(),
                        site.text(args.get(1)) + ", " + site.text(args.getFirst())));
            }
        }
    }

    /// Each neighbouring pair of which at least one is a whole mapping changes places.
    private static void display(Site site, Expr.DictExpr dict, Consumer<Edit> edits) {
        for (int i = 1; i < dict.values().size(); i++) {
            boolean spread = dict.keys().get(i - 1) == null || dict.keys().get(i) == null;
            if (spread) {
                int first = entryStart(site, dict, i - 1);
                int second = entryStart(site, dict, i);
                String text = site.source().text();
                String between = text.substring(dict.values().get(i - 1).end(), second);
                edits.accept(Edit.replace(0.5, "Let " + site.text(dict.values().get(i - 1)) + " win", first, dict.values().get(i).end(),
                        text.substring(second, dict.values().get(i).end()) + between + text.substring(first, dict.values().get(i - 1).end())));
            }
        }
    }

    private static int entryStart(Site site, Expr.DictExpr dict, int entry) {
        Expr key = dict.keys().get(entry);
        return key == null ? site.source().text().lastIndexOf("**", dict.values().get(entry).start()) : key.start();
    }
}
