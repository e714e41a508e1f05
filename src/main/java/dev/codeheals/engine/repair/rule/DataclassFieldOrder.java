package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A dataclass field without a default after one that has a default.
final class DataclassFieldOrder implements RepairRule {
    private static final Pattern ORDER = Pattern.compile("non-default argument '(\\w+)' follows default argument");

    @Override
    public String id() {
        return "dataclass-field-order";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.DATACLASS_FIELD");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> message = fault.says("TypeError", ORDER);
        Optional<Stmt.ClassDef> owner = message.isPresent() && fault.statement().orElse(null) instanceof Stmt.ClassDef c ? Optional.of(c) : Optional.empty();
        if (owner.isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        List<Stmt.AnnAssign> fields = owner.get().body().stream().filter(Stmt.AnnAssign.class::isInstance).map(Stmt.AnnAssign.class::cast).toList();
        List<Stmt.AnnAssign> bare = fields.stream().filter(f -> f.value() == null).toList();
        Optional<Stmt.AnnAssign> firstDefault = fields.stream().filter(f -> f.value() != null).findFirst();
        if (firstDefault.isPresent()) {
            List<Stmt.AnnAssign> late = bare.stream().filter(f -> f.start() > firstDefault.get().start()).toList();
            boolean positional = isCalledByPlace(fault, owner.get().name().id(), fields.indexOf(firstDefault.get()));
            patches.add(moved(fault, late, firstDefault.get(), positional ? 0.55 : 0.88));
            patches.add(defaulted(fault, late, positional ? 0.8 : 0.5));
        } else {
            patches.add(defaulted(fault, bare, 0.8));
        }
        return patches;
    }

    /// Whether some call of the class fills the field at that place, or a later one, by position.
    private static boolean isCalledByPlace(Fault fault, String name, int place) {
        return fault.modules().all().stream().filter(m -> m.parsed().source().text().contains(name + "("))
                .flatMap(m -> Tree.of(m.parsed()).all(Expr.Call.class).stream())
                .anyMatch(c -> CallSite.last(c.function()).equals(name) && c.args().size() > place);
    }

    private CandidatePatch moved(Fault fault, List<Stmt.AnnAssign> late, Stmt.AnnAssign firstDefault, double prior) {
        SourceFile source = fault.source();
        Draft draft = draft(fault, "Put the fields without a default first").rated(Tier.B, prior).because("A field without a default cannot follow one that has a default.");
        for (Stmt.AnnAssign field : late) {
            int line = source.lineOf(field.start());
            int next = line < source.lineCount() ? source.lineStart(line + 1) : source.text().length();
            draft.delete(source.lineStart(line), next);
            draft.insert(source.lineStart(source.lineOf(firstDefault.start())), source.line(line) + source.eol());
        }
        return draft.done();
    }

    private CandidatePatch defaulted(Fault fault, List<Stmt.AnnAssign> late, double prior) {
        Draft draft = draft(fault, "Give the later fields a default").rated(Tier.B, prior).because("A field without a default cannot follow one that has a default.");
        for (Stmt.AnnAssign field : late) {
            draft.insert(field.end(), " = " + byType(fault, draft, fault.text(field.annotation())));
        }
        return draft.done();
    }

    private static String byType(Fault fault, Draft draft, String type) {
        return switch (type.replaceAll("\\[.*", "")) {
            case "int" -> "0";
            case "float" -> "0.0";
            case "str" -> Quotes.of(fault).repeat(2);
            case "bool" -> "False";
            case "list", "List" -> DataclassMutableDefault.factory(fault, draft, "list");
            case "dict", "Dict" -> DataclassMutableDefault.factory(fault, draft, "dict");
            case "set", "Set" -> DataclassMutableDefault.factory(fault, draft, "set");
            default -> "None";
        };
    }
}
