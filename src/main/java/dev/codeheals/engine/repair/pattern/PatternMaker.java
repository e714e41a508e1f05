package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.knowledge.EditTemplate;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.PatternQuery;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.UnifiedDiff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes the success pattern of a fix that held, in the light of what is known already.
public final class PatternMaker {
    private final KnowledgeBase knowledge;
    private final TemplateLearner learner;

    public PatternMaker(KnowledgeBase knowledge, TemplateLearner learner) {
        this.knowledge = knowledge;
        this.learner = learner;
    }

    /// The pattern to record.
    ///
    /// A fix that is the same edit as a known one of its cluster goes under that one's name, whoever words it differently. Its template is
    /// what it has in common with the nearest known fix of the same kind, else its own; a fix that cannot be made abstract keeps its diff.
    ///
    /// @param description of the fix
    /// @param source      who proposed it
    public SuccessPattern pattern(String description, String source, String project, List<FileChange> changes, SealedDiagnosis sealed, Instant now) {
        Diagnosis diagnosis = sealed.diagnosis();
        Optional<EditTemplate> learnt = learner.learn(description, changes, sealed);
        Optional<SuccessPattern> replayed = PatternSource.patternId(source).flatMap(knowledge::find);
        Optional<SuccessPattern> same = known(diagnosis, project).stream().filter(p -> p.clusterId().equals(diagnosis.clusterId()))
                .filter(p -> p.fixDescription().equals(description) || learnt.filter(edit -> learner.sameEdit(p.template(), edit)).isPresent())
                .findFirst();
        EditTemplate template = learnt.map(edit -> common(edit, same.or(() -> replayed), diagnosis, project, changes, sealed))
                .orElse(EditTemplate.NONE);
        return new SuccessPattern(0, diagnosis.errorCode(), diagnosis.clusterId(), same.map(SuccessPattern::fixDescription).orElse(description),
                UnifiedDiff.of(changes), template, 0, 0, 0, Set.of(), replayed.map(SuccessPattern::source).orElse(source), project, now, now);
    }

    private EditTemplate common(EditTemplate edit, Optional<SuccessPattern> nearest, Diagnosis diagnosis, String project, List<FileChange> changes,
                                SealedDiagnosis sealed) {
        if (nearest.isPresent()) {
            return learner.refine(nearest.get().template(), edit, changes, sealed).orElse(edit);
        }
        return known(diagnosis, project).stream().filter(p -> p.errorCode().equals(diagnosis.errorCode()))
                .flatMap(p -> learner.refine(p.template(), edit, changes, sealed).stream()).findFirst().orElse(edit);
    }

    private List<SuccessPattern> known(Diagnosis diagnosis, String project) {
        return knowledge.lookup(new PatternQuery(diagnosis.errorCode(), diagnosis.clusterId(), 0, PatternQuery.MOST, project));
    }
}
