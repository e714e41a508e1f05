package dev.codeheals.engine.repair.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codeheals.engine.classify.Category;
import dev.codeheals.engine.classify.Taxonomy;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final String BROKEN = """
            def area(width):
                return widht * 2

            area(2)
            """;

    private record Fixed(String id, double prior, String text) implements RepairRule {
        @Override
        public Set<String> answers() {
            return Set.of("RES.NAME_ERROR");
        }

        @Override
        public List<CandidatePatch> propose(Fault fault) {
            return List.of(draft(fault, "Write " + text).rated(Tier.A, prior).insert(0, text).done());
        }
    }

    private record Crashing(String id) implements RepairRule {
        @Override
        public Set<String> answers() {
            return Set.of("RES.NAME_ERROR");
        }

        @Override
        public List<CandidatePatch> propose(Fault fault) {
            throw new IllegalStateException("broken rule");
        }
    }

    @Test
    void knowsEveryRuleOnceByItsId() {
        assertThat(RuleBook.standard(_ -> { }).rules()).hasSizeGreaterThan(80).allSatisfy(r -> assertThat(r.id()).matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void hasATestClassForEveryRule() {
        assertThat(RuleBook.standard(_ -> { }).rules()).allSatisfy(rule -> assertThat(Class.forName(rule.getClass().getName() + "Test")).isNotNull());
    }

    @Test
    void givesEveryRuleAnIdOfItsOwn() {
        assertThat(RuleBook.standard(_ -> { }).rules()).extracting(RepairRule::id).doesNotHaveDuplicates();
    }

    @Test
    void linksEveryRuleToFailuresOfTheTaxonomy() {
        Set<String> known = Taxonomy.builtIn().categories().stream().map(Category::code).collect(Collectors.toSet());
        assertThat(RuleBook.standard(_ -> { }).rules()).allSatisfy(rule -> assertThat(rule.answers()).as(rule.id()).isNotEmpty().isSubsetOf(known));
    }

    @Test
    void namesTheRulesThatAnswerAFailure() {
        RuleBook book = RuleBook.standard(_ -> { });
        assertThat(book.answering("RES.NAME_ERROR")).extracting(RepairRule::id).contains("misspelt-name", "missing-stdlib-import").doesNotContain("missing-colon");
        assertThat(book.answering("ENV.KEYBOARD_INTERRUPT")).isEmpty();
    }

    @Test
    void refusesTwoRulesOfOneId() {
        assertThatThrownBy(() -> new RuleBook(List.of(new Crashing("a"), new Fixed("a", 1, "")), _ -> { })).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ranksByPrior() {
        RuleExamples examples = RuleExamples.of(new Fixed("low", 0.3, "# low\n"), new Fixed("high", 0.9, "# high\n"));
        assertThat(examples.candidates(BROKEN)).extracting(CandidatePatch::source).startsWith("rule:high", "rule:low");
    }

    @Test
    void offersNoEditTwice() {
        RuleExamples examples = RuleExamples.of(new Fixed("one", 0.3, "# same\n"), new Fixed("two", 0.9, "# same\n"));
        assertThat(examples.candidates(BROKEN)).extracting(CandidatePatch::hash).doesNotHaveDuplicates();
    }

    @Test
    void reportsACrashAndAsksTheOthers() {
        List<RuleCrash> crashes = new ArrayList<>();
        RuleBook book = new RuleBook(List.of(new Crashing("bad"), new Fixed("good", 0.9, "# good\n")), crashes::add);
        assertThat(book.candidates(RuleExamples.request(BROKEN)).map(CandidatePatch::source)).contains("rule:good");
        assertThat(crashes).isNotEmpty().allSatisfy(c -> assertThat(c.ruleId()).isEqualTo("bad"));
    }

    @Test
    void rewardsTheInnermostFrame() {
        List<CandidatePatch> patches = RuleExamples.of(new MisspeltName()).candidates(BROKEN);
        assertThat(patches.getFirst().description()).isEqualTo("Rename widht to width");
    }
}
