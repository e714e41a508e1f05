package dev.codeheals.engine.localize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.ClusterRules;
import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.classify.Taxonomy;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultLocalizerTest {
    private record Sources(Map<String, String> texts) implements SourceTree {
        @Override
        public List<String> pythonFiles() {
            return texts.keySet().stream().sorted().toList();
        }

        @Override
        public Optional<SourceFile> file(String path) {
            return Optional.ofNullable(texts.get(path)).map(text -> SourceFile.of(path, text));
        }
    }

    private static List<SuspiciousLocation> rank(String output, RuntimeFacts facts, Map<String, String> files) {
        Failure failure = FailureScanner.scan(output).getFirst();
        Diagnosis diagnosis = new ReBanker(Taxonomy.builtIn(), ClusterRules.NONE).classify(failure, new ProjectPaths(List.of("/p"))).diagnosis();
        return FaultLocalizer.rank(failure, diagnosis, facts, new Sources(files));
    }

    @Test
    void anExceptionPointsAtItsFrameThenAtWhatMadeTheBadValue() {
        List<SuspiciousLocation> places = rank("""
                Traceback (most recent call last):
                  File "/p/main.py", line 7, in <module>
                    show()
                  File "/p/main.py", line 6, in show
                    print(user.name)
                AttributeError: 'NoneType' object has no attribute 'name'
                """, RuntimeFacts.NONE, Map.of("main.py", """
                from users import find
                def other():
                    return 1
                def show():
                    user = find(3)
                    print(user.name)
                show()
                """, "users.py", """
                def find(number):
                    if number == 1:
                        return object()
                """));
        assertThat(places.getFirst()).extracting(SuspiciousLocation::file, SuspiciousLocation::line).containsExactly("main.py", 6);
        assertThat(places).anySatisfy(p -> assertThat(p).extracting(SuspiciousLocation::file, SuspiciousLocation::line).containsExactly("main.py", 5));
        assertThat(places).anySatisfy(p -> assertThat(p).extracting(SuspiciousLocation::file, SuspiciousLocation::line).containsExactly("users.py", 3));
        assertThat(places).noneMatch(p -> p.line() == 3 && p.file().equals("main.py"));
    }

    @Test
    void aWrongAnswerPointsAtLinesThatFailingTestsRunAndOthersDoNot() {
        RuntimeFacts facts = new RuntimeFacts(List.of(), Map.of(), List.of(
                new LineCoverage("a", false, Map.of("calc.py", Set.of(1, 2, 4))), new LineCoverage("b", true, Map.of("calc.py", Set.of(1, 2, 3)))));
        List<SuspiciousLocation> places = rank("""
                Traceback (most recent call last):
                  File "/p/test_calc.py", line 5, in test_minus
                    self.assertEqual(sign(-3), -1)
                AssertionError: 1 != -1
                """, facts, Map.of("calc.py", "def sign(n):\n    if n > 0:\n        return 1\n    return 1\n", "test_calc.py", "\n\n\n\nself.assertEqual(sign(-3), -1)\n"));
        assertThat(places.getFirst()).extracting(SuspiciousLocation::file, SuspiciousLocation::line).containsExactly("calc.py", 4);
    }
}
