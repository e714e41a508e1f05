package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A string that names variables in braces but is no f-string, so that the braces reach the reader: {@code "Hello {name}"}.
final class LostFPrefix implements RepairRule {
    private static final Pattern FIELD = Pattern.compile("(?<!\\{)\\{([A-Za-z_]\\w*)(?:\\.\\w+|\\[[^\\]{}]*]|\\([^(){}]*\\))*(?:![rsa])?(?::[^{}]*)?}");
    private static final Set<Character> QUOTES = Set.of('"', '\'');

    @Override
    public String id() {
        return "lost-f-prefix";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TST.ASSERTION", "TST.COMPARISON", "TST.EQUALITY", "TST.RAISE_PATTERN");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        if (fault.exceptionType().equals("AssertionError") || fault.exceptionType().equals("Failed")) {
            for (ModuleInfo module : WrongAnswers.suspects(fault)) {
                Tree tree = Tree.of(module.parsed());
                tree.all(Expr.Constant.class).stream().filter(c -> isMeant(module, tree, c)).forEach(c -> patches.add(patch(fault, module, c)));
            }
        }
        return patches;
    }

    private static boolean isMeant(ModuleInfo module, Tree tree, Expr.Constant text) {
        boolean plain = text.kind() == Expr.ConstantKind.STRING && QUOTES.contains(module.parsed().source().text().charAt(text.start()));
        List<MatchResult> fields = plain ? FIELD.matcher(text.value()).results().toList() : List.of();
        return !fields.isEmpty() && fields.stream().allMatch(f -> isKnown(module, f, text.start())) && !isTemplate(module, tree, text);
    }

    /// A builtin counts where it is called: {@code {len(rows)}}, not {@code {id}}.
    private static boolean isKnown(ModuleInfo module, MatchResult field, int offset) {
        String name = field.group(1);
        return module.scopes().resolve(name, offset).isPresent() || (Builtins.contains(name) && field.group().startsWith("{" + name + "("));
    }

    /// Filled in later, written into another string, or a docstring.
    private static boolean isTemplate(ModuleInfo module, Tree tree, Expr.Constant text) {
        return switch (tree.parentOf(text).orElse(module.parsed().module())) {
            case Expr.Attribute _, Expr.JoinedStr _, Stmt.ExprStmt _ -> true;
            case Stmt.Assign a when a.targets().getFirst() instanceof Expr.Name n -> isFormatted(tree, n.id());
            case Stmt.Assign a when a.targets().getFirst() instanceof Expr.Attribute n -> isFormatted(tree, n.attr());
            case Node _ -> false;
        };
    }

    private static boolean isFormatted(Tree tree, String name) {
        return tree.all(Expr.Attribute.class).stream().anyMatch(a -> a.attr().startsWith("format") && CallSite.last(a.value()).equals(name));
    }

    /// Sure where the report shows the braces themselves.
    private CandidatePatch patch(Fault fault, ModuleInfo module, Expr.Constant text) {
        boolean seen = FIELD.matcher(text.value()).results().anyMatch(f -> fault.message().contains(f.group())
                || fault.facts().stream().anyMatch(facts -> facts.evaluated().values().stream().anyMatch(value -> value.repr().contains(f.group()))));
        return draft(fault, "Make the text an f-string").rated(Tier.B, seen ? 0.93 : 0.8)
                .because("The text names variables in braces, but without an f before the quote nothing fills them in.")
                .edit(module.path(), Replacement.insert(text.start(), "f")).done();
    }
}
