package dev.codeheals.engine.repair.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretRulesTest {

    static Stream<SecretRules.Kind> kinds() {
        return SecretRules.kinds().stream();
    }

    @Test
    void moreThanSixtyKindsAreKnown() {
        assertThat(SecretRules.kinds()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(SecretRules.kinds().stream().map(SecretRules.Kind::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindFindsItsSamples(SecretRules.Kind kind) {
        SampleMaker maker = new SampleMaker(new Random(kind.id().hashCode()));
        for (int i = 0; i < 20; i++) {
            String sample = "value = \"" + maker.make(kind.sample()).text() + "\"\n";
            assertThat(SecretRules.find(sample)).as(sample).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindLeavesItsHarmlessTwinAlone(SecretRules.Kind kind) {
        for (String clean : kind.clean()) {
            assertThat(SecretRules.find("value = \"" + clean + "\"\n")).as(clean).isEqualTo(List.of());
        }
    }
}
