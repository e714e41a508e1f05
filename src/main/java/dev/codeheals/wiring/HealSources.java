package dev.codeheals.wiring;

import dev.codeheals.engine.heal.Sources;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.model.ModelHeal;
import dev.codeheals.engine.repair.pattern.PatternSource;
import dev.codeheals.engine.repair.rule.RuleBook;
import dev.codeheals.engine.repair.search.SearchSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The sources of each heal, in the order they are asked.
final class HealSources implements Sources {
    private final List<PatchSource> offline;
    private final ModelAccess model;

    HealSources(KnowledgeBase knowledge, ModelAccess model, Consumer<String> notices) {
        this.model = model;
        this.offline = List.of(new PatternSource(knowledge), RuleBook.standard(crash -> notices.accept("The rule " + crash.ruleId() + " failed and was left out: " + crash.cause())), new SearchSource());
    }

    @Override
    public List<PatchSource> forHeal(ModelHeal heal) {
        List<PatchSource> all = new ArrayList<>(offline);
        model.setup().ifPresent(setup -> all.add(setup.startHeal(heal)));
        return all;
    }
}
