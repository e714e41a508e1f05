package dev.codeheals.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelChoiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"notaurl", "localhost:11434", "ftp://host/v1", "http://", "http:// spaces /", "file:///etc/passwd"})
    void whatIsNoWebAddressIsNoChoice(String address) {
        assertThat(ModelChoice.of("compatible", address, "m")).isEmpty();
        assertThat(ModelChoice.of("anthropic", address, null)).isEmpty();
    }

    @Test
    void aCompatibleServerNeedsAnAddressAndTheOthersDoNot() {
        assertThat(ModelChoice.of("compatible", null, "m")).isEmpty();
        assertThat(ModelChoice.of("compatible", "http://127.0.0.1:11434/v1", null)).isPresent();
        assertThat(ModelChoice.of("anthropic", null, null)).isPresent();
        assertThat(ModelChoice.of("offline", null, null)).contains(new ModelChoice.Offline());
    }
}
