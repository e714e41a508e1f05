package dev.codeheals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static final String PATCH = "--- a/app.py\n+++ b/app.py\n@@ -1 +1 @@\n-limit = 1\n+limit = 2  # \u202e]31m\n";

    private static String shown(boolean terminal, boolean color) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Console(stream, stream, terminal, color).answerPatch(PATCH);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aProgramGetsThePatchAsItIs() {
        assertThat(shown(false, false)).isEqualTo(PATCH);
    }

    @Test
    void aPersonSeesInvisibleCharactersSpeltOut() {
        assertThat(shown(true, false)).contains("+limit = 2  # \u2039U+202E\u203a]31m\n").doesNotContain("\u202e");
    }

    @Test
    void colourTellsApartWhatComesAndWhatGoes() {
        assertThat(shown(true, true)).contains("\u001b[31m-limit = 1\u001b[0m", "\u001b[32m+limit = 2");
    }
}
