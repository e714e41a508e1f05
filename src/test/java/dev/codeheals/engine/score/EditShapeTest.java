package dev.codeheals.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.Tier;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditShapeTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x = 1           | import os\\nx = 1                     | IMPORT",
        "from a import b | from a import b, c                    | IMPORT",
        "x = lenn(y)     | x = len(y)                            | RENAME",
        "x = y.lenght    | x = y.length                          | RENAME",
        "x = _y          | x = y                                 | RENAME",
        "x = y['a']      | x = y.get('a', 0)                     | SILENCE",
        "x = y.z         | x = y.z if y else None                | SILENCE",
        "x = f()         | try:\\n    x = f()\\nexcept E:\\n    x = 0 | SILENCE",
        "x = y           | x = y or 0                            | SILENCE",
        "x = y.z         | x = getattr(y, 'z', None)             | SILENCE",
        "x = f()         | with suppress(E):\\n    x = f()       | SILENCE",
        "x = a + b       | x = a + str(b)                        | OTHER",
        "if x            | if x:                                 | OTHER",
        "x = 1           | x = 1  # try it, or else              | OTHER",
    })
    void theEditIsSeenFromOutside(String before, String after, EditShape.Kind kind) throws IOException {
        String old = before.replace("\\n", "\n");
        EditShape shape = EditShape.of(Scoring.patch("model:x", Tier.A, 0.9, old + "\n", old, after.replace("\\n", "\n")), Scoring.project(root, old + "\n"));
        assertThat(shape.kind()).isEqualTo(kind);
    }

    @Test
    void changedLinesAreCounted() throws IOException {
        String app = "a = 1\nb = 2\nc = 3\n";
        EditShape shape = EditShape.of(Scoring.patch("rule:x", Tier.A, 0.9, app, "b = 2\nc = 3", "b = 3\nd = 4\ne = 5"), Scoring.project(root, app));
        assertThat(shape.changedLines()).isEqualTo(3);
        assertThat(shape.files()).isEqualTo(1);
    }
}
