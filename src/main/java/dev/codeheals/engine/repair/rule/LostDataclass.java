package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A class of annotated fields without a constructor that is called with their values: the decorator that makes the constructor was left out.
final class LostDataclass implements RepairRule {
    private static final Pattern NO_ARGUMENTS = Pattern.compile("(?:(\\w+)\\(\\) takes no arguments|(\\w+)\\.__init__\\(\\) (?:got an unexpected keyword argument|takes exactly one argument))");

    @Override
    public String id() {
        return "lost-dataclass";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.CONSTRUCTOR_ARGUMENTS");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> message = fault.says("TypeError", NO_ARGUMENTS);
        if (message.isEmpty()) {
            return List.of();
        }
        String name = message.get().group(1) != null ? message.get().group(1) : message.get().group(2);
        return fault.modules().classes(name).stream().filter(found -> isOnlyFields(found.shape())).map(found -> patch(fault, found)).toList();
    }

    private static boolean isOnlyFields(ClassShape shape) {
        boolean fields = shape.node().body().stream().anyMatch(Stmt.AnnAssign.class::isInstance);
        boolean made = shape.members().stream().anyMatch(m -> m.name().equals("__init__") || m.name().equals("__new__"));
        return fields && !made && shape.node().decorators().isEmpty() && shape.bases().isEmpty();
    }

    private CandidatePatch patch(Fault fault, ModuleIndex.FoundClass found) {
        SourceFile source = found.module().parsed().source();
        Stmt.ClassDef node = found.shape().node();
        String indent = source.indentOf(source.lineOf(node.start()));
        List<Replacement> edits = new ArrayList<>();
        boolean dotted = source.text().lines().anyMatch(line -> line.matches("import dataclasses\\b.*"));
        String decorator = dotted && !imported(found) ? "@dataclasses.dataclass" : "@dataclass";
        if (!dotted) {
            fault.scene().importPlace(found.module()).importFrom("dataclasses", "dataclass", null)
                    .ifPresent(i -> edits.add(Replacement.insert(i.offset(), i.text())));
        }
        edits.add(Replacement.insert(node.start(), decorator + source.eol() + indent));
        return draft(fault, "Make " + node.name().id() + " a dataclass").rated(Tier.A, 0.95)
                .because("It lists its fields and has no constructor, yet it is called with their values.")
                .edit(found.module().path(), edits.toArray(Replacement[]::new)).done();
    }

    private static boolean imported(ModuleIndex.FoundClass found) {
        return found.module().parsed().source().text().contains("from dataclasses import");
    }
}
