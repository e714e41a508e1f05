package dev.codeheals.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertaintyTest {
    @ParameterizedTest
    @CsvSource({"0.997, 0.99, 99 %", "0.9999999999, 0.99, 99 %", "1, 1.00, 100 %", "0.7999, 0.79, 79 %", "0.29, 0.29, 29 %", "0, 0.00, 0 %",
        "0.8999999999999999, 0.90, 90 %"})
    void whatIsNotSureDoesNotReadAsSureAndARoundNumberStaysWhole(double value, String digits, String percent) {
        assertThat(Certainty.digits(value)).isEqualTo(digits);
        assertThat(Certainty.percent(value)).isEqualTo(percent);
    }
}
