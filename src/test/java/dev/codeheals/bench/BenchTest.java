package dev.codeheals.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.codeheals.bench.BenchReport.Row;
import dev.codeheals.bench.CaseResult.Ending;
import dev.codeheals.bench.CaseResult.StepTaken;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.score.EvidenceKind;
import dev.codeheals.engine.score.Priors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    private static final Duration BUDGET = Duration.ofSeconds(30);
    private static final String MISSPELT = """
            import math


            def area(radius):
                return maht.pi * radius ** 2


            if __name__ == "__main__":
                print(area(2))
            """;

    @TempDir
    Path cases;

    @Test
    void healsEachCaseOnACopyAndAsksTheHeldBackCheck() throws IOException {
        write("right/project/main.py", MISSPELT);
        write("right/case.json", """
                {"command": ["python3", "main.py"], "family": "names", "note": "keys nobody knows do no harm",
                 "hidden": ["python3", "-c", "import main; assert round(main.area(1), 2) == 3.14"]}
                """);
        write("refuted/project/main.py", MISSPELT);
        write("refuted/case.json", "{\"command\": \"python3 main.py\", \"family\": \"names\", \"hidden\": \"python3 check.py\"}");
        write("refuted/hidden/check.py", "import main\nassert main.area(1) == 4\n");
        write("unreadable/project/main.py", MISSPELT);
        write("unreadable/case.json", "{\"command\": ");

        BenchReport report = new Bench(cases, BUDGET, false, Optional.empty()).run(new Cancellation(), _ -> {});

        assertThat(report.results()).extracting(CaseResult::name).containsExactly("refuted", "right", "unreadable");
        assertThat(report.results()).extracting(CaseResult::correct).containsExactly(Optional.of(false), Optional.of(true), Optional.empty());
        assertThat(report.all()).extracting(Row::cases, Row::plausible, Row::correct, Row::errors).containsExactly(2, 2, 1, 1);
        assertThat(report.families()).extracting(Row::family).containsExactly("(none)", "names");
        assertThat(Files.readString(cases.resolve("right/project/main.py"))).isEqualTo(MISSPELT);
    }

    @Test
    void aCaseWithoutADescriptionIsHealedByTheProjectsOwnCommand() throws IOException {
        write("plain/project/main.py", MISSPELT);

        BenchReport report = new Bench(cases, BUDGET, false, Optional.empty()).run(new Cancellation(), _ -> {});

        assertThat(report.results()).singleElement().satisfies(result -> {
            assertThat(result.ending()).isEqualTo(Ending.PLAUSIBLE);
            assertThat(result.correct()).isEmpty();
            assertThat(result.steps()).extracting(StepTaken::evidence).containsExactly(EvidenceKind.RUNS);
        });
    }

    @Test
    void onlySureFixesThatTheCheckRefutesAreWrongPromotions() {
        BenchReport report = new BenchReport(List.of(result("names", true, 0.95, true), result("names", false, 0.9, true),
                result("logic", false, 0.6, false), result("logic", true, 0.6, false)));

        assertThat(report.all().wrong()).isEqualTo(1);
        assertThat(report.all().promoted()).isEqualTo(2);
        assertThat(report.calibration().brier()).isCloseTo((0.0025 + 0.81 + 0.36 + 0.16) / 4, within(1e-9));
        assertThat(String.join("\n", BenchTable.text(report))).contains("names", "logic", "all", "ECE");
        assertThat(BenchTable.json(report)).contains("\"wrong_promotions\":1");
    }

    @Test
    void measuredPriorsCountEachSourceByTheProofItHad() {
        BenchReport report = new BenchReport(List.of(result("names", true, 0.95, true), result("names", true, 0.9, true),
                result("logic", false, 0.6, false)));

        assertThat(MeasuredPriors.of(report).counts().get("rule:x TEST")).isEqualTo(new Priors.Count(2, 3));
        assertThat(MeasuredPriors.of(report).counts().get("rule TEST")).isEqualTo(new Priors.Count(2, 3));
    }

    private static CaseResult result(String family, boolean right, double confidence, boolean promoted) {
        StepTaken step = new StepTaken("rule:x", EvidenceKind.TEST, confidence, confidence, "RES.NAME_ERROR", "Rename it", "");
        return new CaseResult(family + right, family, Ending.PLAUSIBLE, Optional.of(right), true, confidence, promoted, List.of(step), 1, 1, 0, 10, "");
    }

    private void write(String path, String text) throws IOException {
        Path file = cases.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
