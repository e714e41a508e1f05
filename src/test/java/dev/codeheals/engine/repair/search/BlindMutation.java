package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the search is measured against: the classic mutations at every line a failing test runs, in random order. No ranking, no types,
/// no scopes beyond the function's own names.
public final class BlindMutation implements PatchSource.Search {
    private static final Map<String, List<String>> SWAPS = Map.ofEntries(Map.entry("<", List.of("<=", ">", ">=", "==", "!=")),
            Map.entry("<=", List.of("<", ">", ">=", "==", "!=")), Map.entry(">", List.of(">=", "<", "<=", "==", "!=")),
            Map.entry(">=", List.of(">", "<", "<=", "==", "!=")), Map.entry("==", List.of("!=", "<", ">", "<=", ">=")),
            Map.entry("!=", List.of("==", "<", ">", "<=", ">=")), Map.entry("+", List.of("-", "*", "/", "//", "%")),
            Map.entry("-", List.of("+", "*", "/", "//", "%")), Map.entry("*", List.of("+", "-", "/", "//", "%")),
            Map.entry("/", List.of("+", "-", "*", "//", "%")), Map.entry("//", List.of("+", "-", "*", "/", "%")),
            Map.entry("%", List.of("+", "-", "*", "/", "//")), Map.entry("and", List.of("or")), Map.entry("or", List.of("and")),
            Map.entry("in", List.of("not in")), Map.entry("is", List.of("is not")));

    private final long seed;

    public BlindMutation(long seed) {
        this.seed = seed;
    }

    @Override
    public Stream<CandidatePatch> candidates(RepairRequest request) {
        ModuleIndex modules = new ModuleIndex(request.project());
        Map<String, Set<Integer>> lines = request.facts().coverage().stream().filter(run -> !run.passed()).flatMap(run -> run.lines().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new TreeSet<>(entry.getValue()), (one, other) -> {
                    one.addAll(other);
                    return one;
                }));
        List<CandidatePatch> all = new ArrayList<>();
        new TreeMap<>(lines).forEach((file, run) -> {
            if (!file.startsWith("test")) {
                modules.byPath(file).ifPresent(module -> mutants(module, run).forEach(r -> all.add(patch(file, r))));
            }
        });
        Collections.shuffle(all, new Random(seed));
        return all.stream().filter(candidate -> parses(request, candidate));
    }

    private static List<Replacement> mutants(ModuleInfo module, Set<Integer> lines) {
        SourceFile source = module.parsed().source();
        List<Replacement> found = new ArrayList<>();
        Tree.walk(module.parsed().module()).filter(node -> lines.contains(source.lineOf(node.start()))).forEach(node -> {
            switch (node) {
                case Expr.Compare c -> swaps(c.ops().getFirst(), c.opStarts().getFirst(), found);
                case Expr.BinOp b -> swaps(b.op(), b.opStart(), found);
                case Expr.UnaryOp u when u.op().equals("not") -> found.add(Replacement.delete(u.start(), u.operand().start()));
                case Expr.BoolOp b -> swaps(b.op(), source.text().indexOf(b.op(), b.values().getFirst().end()), found);
                case Expr.Constant c when c.kind() == Expr.ConstantKind.INT && c.value().matches("\\d{1,9}") -> {
                    found.add(new Replacement(c.start(), c.end(), Long.toString(Long.parseLong(c.value()) + 1)));
                    found.add(new Replacement(c.start(), c.end(), "(" + (Long.parseLong(c.value()) - 1) + ")"));
                }
                case Expr.Constant c when c.kind() == Expr.ConstantKind.TRUE -> found.add(new Replacement(c.start(), c.end(), "False"));
                case Expr.Constant c when c.kind() == Expr.ConstantKind.FALSE -> found.add(new Replacement(c.start(), c.end(), "True"));
                case Expr.Name n -> names(module, n).forEach(other -> found.add(new Replacement(n.start(), n.end(), other)));
                case Stmt.AugAssign a -> swaps(a.op().substring(0, a.op().length() - 1), a.opStart(), found);
                case Stmt.Break b -> found.add(new Replacement(b.start(), b.end(), "continue"));
                case Stmt.Continue c -> found.add(new Replacement(c.start(), c.end(), "break"));
                case Stmt.ExprStmt e -> found.add(new Replacement(e.start(), e.end(), "pass"));
                case Stmt.Assign a -> found.add(new Replacement(a.start(), a.end(), "pass"));
                case Node _ -> { }
            }
        });
        return found;
    }

    private static void swaps(String operator, int start, List<Replacement> found) {
        SWAPS.getOrDefault(operator, List.of()).forEach(other -> found.add(new Replacement(start, start + operator.length(), other)));
    }

    private static Set<String> names(ModuleInfo module, Expr.Name name) {
        Set<String> names = new TreeSet<>(module.scopes().at(name.start()).bindings().keySet());
        names.remove(name.id());
        return names;
    }

    private static CandidatePatch patch(String file, Replacement replacement) {
        return new CandidatePatch("search:blind", "Mutate", List.of(new FileEdit(file, false, List.of(replacement))), Tier.B, 0.5, null, "");
    }

    private static boolean parses(RepairRequest request, CandidatePatch candidate) {
        FileEdit edit = candidate.edits().getFirst();
        return request.project().file(edit.file()).map(old -> PythonParser.parse(SourceFile.of(edit.file(), edit.applyTo(old.text()))).isValid()).orElse(false);
    }
}
