package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An {@code __all__} that lists a name the module does not have.
final class WrongExportList implements RepairRule {
    private static final Pattern MESSAGE = Pattern.compile("module '([\\w.]+)' has no attribute '(\\w+)'");

    @Override
    public String id() {
        return "wrong-export-list";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.MODULE_ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> message = fault.says("AttributeError", MESSAGE);
        boolean star = message.isPresent() && fault.statement().orElse(null) instanceof Stmt.ImportFrom f && f.names().stream().anyMatch(a -> a.name().equals("*"));
        return star ? fault.modules().byName(message.get().group(1)).flatMap(m -> patch(fault, m, message.get().group(2))).stream().toList() : List.of();
    }

    private Optional<CandidatePatch> patch(Fault fault, ModuleInfo module, String listed) {
        Optional<Expr.Constant> entry = Tree.of(module.parsed()).all(Stmt.Assign.class).stream().filter(a -> a.targets().getFirst() instanceof Expr.Name n && n.id().equals("__all__"))
                .flatMap(a -> Tree.walk(a.value())).filter(n -> n instanceof Expr.Constant c && c.value().equals(listed)).map(Expr.Constant.class::cast).findFirst();
        List<Names.Match> near = Nearness.of(listed, module.definitions().keySet());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        int at = entry.get().start() + 1;
        if (!near.isEmpty()) {
            return Optional.of(draft(fault, "List " + near.getFirst().name() + " in __all__").rated(Tier.A, Nearness.prior(near, 0)).because("`__all__` lists `" + listed + "`, which the module does not have.")
                    .edit(module.path(), new Replacement(at, at + listed.length(), near.getFirst().name())).done());
        }
        String text = module.parsed().source().text();
        int end = entry.get().end();
        while (end < text.length() && (text.charAt(end) == ',' || text.charAt(end) == ' ')) {
            end++;
        }
        return Optional.of(draft(fault, "Take " + listed + " out of __all__").rated(Tier.B, 0.85).because("`__all__` lists `" + listed + "`, which the module does not have.")
                .edit(module.path(), Replacement.delete(entry.get().start(), end)).done());
    }
}
