package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A table that is read with the wrong separator: its rows have one column, whose name holds all the others.
final class WrongDelimiter implements RepairRule {
    private static final List<String> DELIMITERS = List.of(";", "\t", "|", ",", ":");
    private static final Set<String> READERS = Set.of("DictReader", "reader", "read_csv", "read_table");

    @Override
    public String id() {
        return "wrong-delimiter";
    }

    @Override
    public Set<String> answers() {
        return Set.of("KEY.KEY_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<KeyFault> found = KeyFault.of(fault).filter(m -> !m.text().isEmpty() && m.knownTexts().size() == 1);
        return found.flatMap(m -> delimiter(m.knownTexts().getFirst(), m.text())).map(d -> patches(fault, d)).orElse(List.of());
    }

    private static Optional<String> delimiter(String column, String wanted) {
        return DELIMITERS.stream().filter(d -> {
            String inSource = d.equals("\t") ? "\\t" : d;
            return column.contains(inSource) && Arrays.stream(column.split(Pattern.quote(inSource))).anyMatch(part -> part.strip().equals(wanted));
        }).findFirst();
    }

    private List<CandidatePatch> patches(Fault fault, String delimiter) {
        List<CandidatePatch> patches = new ArrayList<>();
        String literal = delimiter.equals("\t") ? "\"\\t\"" : Quotes.literal(fault, delimiter);
        for (ModuleInfo module : fault.scene().ownModules()) {
            Tree.walk(module.parsed().module()).filter(n -> n instanceof Expr.Call c && READERS.contains(CallSite.last(c.function())) && !c.args().isEmpty())
                    .map(Expr.Call.class::cast).limit(3).forEach(call -> patches.add(with(fault, module, call, literal)));
        }
        return patches;
    }

    private CandidatePatch with(Fault fault, ModuleInfo module, Expr.Call call, String literal) {
        Draft draft = draft(fault, "Read with the separator " + literal).rated(Tier.A, 0.93).because("The rows have one column only: its name holds the names of all.");
        return call.keywords().stream().filter(k -> "delimiter".equals(k.name()) || "sep".equals(k.name())).findFirst()
                .map(k -> draft.edit(module.path(), new Replacement(k.value().start(), k.value().end(), literal)))
                .orElseGet(() -> draft.edit(module.path(), Replacement.insert(call.end() - 1,
                        (CallSite.last(call.function()).startsWith("read_") ? ", sep=" : ", delimiter=") + literal))).done();
    }
}
