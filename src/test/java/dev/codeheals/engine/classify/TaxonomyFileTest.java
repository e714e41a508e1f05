package dev.codeheals.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.TaxonomyFile.Content;
import org.junit.jupiter.api.Test;

class TaxonomyFileTest {
    private static final String GOOD = """
            {
              "categories": [
                {
                  "code": "OWN.NO_STOCK",
                  "title": "Nothing left",
                  "severity": "RECOVERABLE",
                  "difficulty": 0.2,
                  "confidence": 0.9,
                  "hint": "Order some more of it.",
                  "explain": "The shelf is empty, so nothing can be sold.",
                  "detectors": [{"types": ["OutOfStock"], "pattern": "^(?<subject>\\\\w+) is out"}],
                  "subject": "subject",
                  "examples": ["OutOfStock: apples is out"]
                }
              ]
            }
            """;

    @Test
    void aFileThatIsInOrderGivesItsCategories() {
        Content content = TaxonomyFile.parse("own.json", GOOD);
        assertThat(content.problems()).isEmpty();
        assertThat(content.categories()).extracting(Category::code).containsExactly("OWN.NO_STOCK");
    }

    @Test
    void brokenJsonIsReportedWithItsLine() {
        assertThat(problem(GOOD.replace("\"title\": \"Nothing left\",", "\"title\": ,"))).startsWith("own.json:5: this is not JSON");
    }

    @Test
    void aMissingFieldIsReportedWithLineAndReason() {
        assertThat(problem(GOOD.replace("\"hint\": \"Order some more of it.\",\n", ""))).startsWith("own.json:3: ").contains("hint");
    }

    @Test
    void aFieldOfTheWrongKindIsReportedWithItsLine() {
        assertThat(problem(GOOD.replace("\"difficulty\": 0.2", "\"difficulty\": 7"))).startsWith("own.json:7: ");
    }

    @Test
    void anUnknownFieldIsReported() {
        assertThat(problem(GOOD.replace("\"subject\": \"subject\"", "\"subjekt\": \"subject\""))).contains("subjekt");
    }

    @Test
    void aPatternThatNeedsBacktrackingIsReported() {
        assertThat(problem(GOOD.replace("^(?<subject>\\\\w+) is out", "(?=apples)(?<subject>.+)"))).startsWith("own.json:4: OWN.NO_STOCK: ");
    }

    @Test
    void anExampleThatDoesNotMatchIsReported() {
        assertThat(problem(GOOD.replace("OutOfStock: apples is out", "OutOfStock: none"))).contains("the example \"OutOfStock: none\" does not match");
    }

    @Test
    void aCodeThatComesTwiceIsReported() {
        String entry = GOOD.substring(GOOD.indexOf("    {"), GOOD.lastIndexOf("  ]")).stripTrailing();
        Content content = TaxonomyFile.parse("own.json", GOOD.replace(entry, entry + ",\n" + entry));
        assertThat(content.categories()).hasSize(1);
        assertThat(content.problems().getFirst().reason()).contains("comes twice");
    }

    private static String problem(String text) {
        return TaxonomyFile.parse("own.json", text).problems().getFirst().toString();
    }
}
