package dev.codeheals.engine.repair.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConversionsTest {
    @Test
    void textThatShouldBeANumberIsConverted() {
        assertThat(Conversions.conversion("'2' != 2")).contains("int");
        assertThat(Conversions.conversion("assert '2.50' == 2.50")).contains("float");
    }

    @Test
    void aNumberThatShouldBeTextIsConverted() {
        assertThat(Conversions.conversion("7 != '7'")).contains("str");
    }

    @Test
    void theFirstDifferingElementTellsToo() {
        assertThat(Conversions.conversion("Tuples differ: ('2', 'a') != (2, 'a')\n\nFirst differing element 0:\n'2'\n2\n")).contains("int");
    }

    @Test
    void differentValuesAskForNoConversion() {
        assertThat(Conversions.conversion("'2' != 3")).isEmpty();
        assertThat(Conversions.conversion("2 != 3")).isEmpty();
    }

    @Test
    void aNumberAndADurationTellTheUnit() {
        assertThat(Conversions.duration("30 != datetime.timedelta(seconds=1800)")).contains("minutes");
        assertThat(Conversions.duration("datetime.timedelta(days=14) != 14")).contains("days");
        assertThat(Conversions.duration("7 != datetime.timedelta(seconds=1800)")).isEmpty();
    }
}
