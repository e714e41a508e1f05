package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What would do instead of a fix if the tests asked for nothing: a mended condition always true, and always false; a mended line skipped.
///
/// Where one of them passes too, the tests only want the other way to be taken this once, which many wrong edits give.
final class Weakening {
    private Weakening() {}

    static List<CandidatePatch> of(ProjectSnapshot project, CandidatePatch fix) {
        FileEdit edit = fix.edits().getFirst();
        if (fix.edits().size() != 1 || edit.replacements().size() != 1) {
            return List.of();
        }
        Replacement change = edit.replacements().getFirst();
        return project.file(edit.file()).map(text -> PythonParser.parse(SourceFile.of(edit.file(), text.text()))).stream().flatMap(parsed -> {
            Stream<CandidatePatch> decided = condition(parsed, change).stream().flatMap(c -> Stream.of("True", "False").map(value -> instead(edit.file(), c, value)));
            return Stream.concat(decided, branch(parsed, change).map(b -> instead(edit.file(), b.test(), "False")).stream());
        }).toList();
    }

    private static CandidatePatch instead(String file, Expr condition, String value) {
        return new CandidatePatch("search:weakened", "Decide nothing: " + value, List.of(new FileEdit(file, false, List.of(new Replacement(condition.start(), condition.end(), value)))),
                Tier.C, 0, null, "");
    }

    /// The branch whose only line was changed.
    private static Optional<Stmt.If> branch(Parsed parsed, Replacement change) {
        return Tree.of(parsed).pathTo(change.start()).stream().filter(n -> n instanceof Stmt.If b && b.body().size() == 1 && b.body().getFirst().start() <= change.start()
                && change.end() <= b.body().getFirst().end()).map(Stmt.If.class::cast).reduce((_, inner) -> inner);
    }

    /// The smallest condition that holds the change; that of a loop would never end, or never begin.
    private static Optional<Expr> condition(Parsed parsed, Replacement change) {
        List<Node> path = Tree.of(parsed).pathTo(change.start());
        boolean loop = path.stream().anyMatch(n -> n instanceof Stmt.While w && w.test().start() <= change.start() && change.end() <= w.test().end());
        return loop ? Optional.empty() : path.stream().filter(n -> (n instanceof Expr.Compare || n instanceof Expr.BoolOp) && n.start() <= change.start() && change.end() <= n.end())
                .map(Expr.class::cast).reduce((_, inner) -> inner);
    }
}
