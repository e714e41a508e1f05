package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Branches of one chain of questions in another order: the special case has to be asked before the general one.
final class BranchOrder implements EditOperator {
    private static final int LONGEST = 6;

    /// A question with its answer, without the keyword before it.
    private record Branch(int start, int end, Expr test) {}

    @Override
    public String id() {
        return "branch";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        if (!(site.statement() instanceof Stmt.If statement) || site.source().text().startsWith("elif", statement.start())) {
            return;
        }
        List<Branch> chain = chain(site, statement);
        for (int i = 0; i < Math.min(LONGEST, chain.size()); i++) {
            for (int j = i + 1; j < Math.min(LONGEST, chain.size()); j++) {
                swapped(site, chain.get(i), chain.get(j), edits);
            }
        }
        orElse(site, statement, edits);
    }

    private static List<Branch> chain(Site site, Stmt.If first) {
        List<Branch> chain = new ArrayList<>();
        Stmt.If next = first;
        while (true) {
            chain.add(new Branch(next.test().start(), next.body().getLast().end(), next.test()));
            if (next.orElse().size() == 1 && next.orElse().getFirst() instanceof Stmt.If inner && site.source().text().startsWith("elif", inner.start())) {
                next = inner;
            } else {
                return chain;
            }
        }
    }

    private static void swapped(Site site, Branch one, Branch two, Consumer<Edit> edits) {
        String text = site.source().text();
        String later = text.substring(two.start(), two.end());
        String earlier = text.substring(one.start(), one.end());
        edits.accept(new Edit(0.35, "Ask " + site.text(two.test()) + " before " + site.text(one.test()),
                List.of(new Replacement(one.start(), one.end(), later), new Replacement(two.start(), two.end(), earlier))));
    }

    /// What is done if the condition holds, and what if not, the other way round.
    private static void orElse(Site site, Stmt.If statement, Consumer<Edit> edits) {
        if (statement.orElse().isEmpty() || statement.orElse().getFirst() instanceof Stmt.If) {
            return;
        }
        String text = site.source().text();
        int bodyStart = statement.body().getFirst().start();
        int bodyEnd = statement.body().getLast().end();
        int elseStart = statement.orElse().getFirst().start();
        int elseEnd = statement.orElse().getLast().end();
        edits.accept(new Edit(0.25, "Swap the two branches", List.of(new Replacement(bodyStart, bodyEnd, text.substring(elseStart, elseEnd)),
                new Replacement(elseStart, elseEnd, text.substring(bodyStart, bodyEnd)))));
    }
}
