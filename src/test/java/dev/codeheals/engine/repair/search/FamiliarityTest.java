package dev.codeheals.engine.repair.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.source.PythonParser;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class FamiliarityTest {
    private static final String REPEATED = "half = max(0, self.width - 3) // 2\n";
    private static final String SLIP = "rest = max(0, self.width - 4)\n";

    @Test
    void whatStandsElsewhereTooFitsIn() {
        assertThat(ofNumber(60, "3")).isGreaterThan(1.1);
    }

    @Test
    void whatStandsNowhereDoesNot() {
        assertThat(ofNumber(60, "5")).isLessThanOrEqualTo(1);
    }

    @Test
    void aShortFileTellsLittle() {
        assertThat(ofNumber(2, "3")).isBetween(1.0, 1.05);
    }

    private static double ofNumber(int lines, String number) {
        String program = String.join("", Collections.nCopies(lines, REPEATED)) + SLIP;
        int at = program.indexOf('4');
        return new Familiarity(PythonParser.parse("wide.py", program)).of(Edit.replace(0.3, "", at, at + 1, number));
    }
}
