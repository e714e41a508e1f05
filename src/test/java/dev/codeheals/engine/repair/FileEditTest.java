package dev.codeheals.engine.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FileEditTest {
    @Test
    void replacementsApplyInOneGo() {
        FileEdit edit = FileEdit.of("a.py", new Replacement(4, 5, "two"), Replacement.insert(0, "# head\n"), Replacement.delete(5, 6));

        assertThat(edit.applyTo("x = 1;")).isEqualTo("# head\nx = two");
    }

    @Test
    void overlappingReplacementsAreRefused() {
        assertThatThrownBy(() -> FileEdit.of("a.py", new Replacement(0, 3, "a"), new Replacement(2, 4, "b")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("overlap");
    }

    @Test
    void anEmptyEditIsRefused() {
        assertThatThrownBy(() -> FileEdit.of("a.py")).isInstanceOf(IllegalArgumentException.class);
    }
}
