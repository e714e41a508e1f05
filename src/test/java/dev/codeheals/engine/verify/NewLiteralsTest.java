package dev.codeheals.engine.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.FileChange;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewLiteralsTest {
    private static Set<String> added(String before, String after) {
        return NewLiterals.of(List.of(new FileChange("a.py", before.getBytes(UTF_8), after.getBytes(UTF_8))));
    }

    @Test
    void numbersAndTextsCountInOneFormOfWriting() {
        assertThat(added("x = y\n", "x = 1_250 if y == 25.0 else r'Ab'\n")).containsExactlyInAnyOrder("1250", "25", "ab");
    }

    @Test
    void whatTheSourceHasAlreadyIsNotNew() {
        assertThat(added("x = 'name' + str(40)\n", "x = str(40) + 'name'\n")).isEmpty();
    }

    @Test
    void whatEveryProgramHasTellsNothing() {
        assertThat(added("x = y\n", "x = y[0] or '' or 1\n")).isEmpty();
    }
}
