package dev.codeheals.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class PacketHashTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Diagnosis DIAGNOSIS = new Diagnosis("KEY.KEY_ERROR", "KEY.KEY_ERROR:total", Severity.RECOVERABLE, 0.3, "Look for the key.", 0.95,
            "KeyError", "'total'", "total", "shop/cart.py", 12, null, "pay", "python");

    @Test
    void theOrderOfFieldsDoesNotCount() throws JsonProcessingException {
        assertThat(hash("{\"a\":1,\"b\":[true,null]}")).isEqualTo(hash("{ \"b\" : [true, null], \"a\" : 1 }"));
    }

    @Test
    void numbersAreWrittenAsTheStandardSays() throws JsonProcessingException {
        assertThat(hash("{\"numbers\":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]}"))
                .isEqualTo(PacketHash.sha256("{\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27]}"));
    }

    @Test
    void textIsEscapedAsTheStandardSays() throws JsonProcessingException {
        assertThat(hash("{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}"))
                .isEqualTo(PacketHash.sha256("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"));
    }

    @Test
    void namesAreSortedByTheirUnits() throws JsonProcessingException {
        assertThat(hash("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude02\":5,\"\\u0080\":6,\"\\u00f6\":7}"))
                .isEqualTo(PacketHash.sha256("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude02\":5,\"\ufb33\":3}"));
    }

    @Test
    void aPacketHashesToTheSameValueEverywhere() {
        assertThat(PacketHash.of(DIAGNOSIS)).isEqualTo(PacketHash.sha256("{\"cluster_id\":\"KEY.KEY_ERROR:total\",\"column\":null,\"confidence\":0.95,"
                + "\"difficulty\":0.3,\"error_code\":\"KEY.KEY_ERROR\",\"exception_type\":\"KeyError\",\"family\":\"KEY\",\"file\":\"shop/cart.py\","
                + "\"function\":\"pay\",\"hint\":\"Look for the key.\",\"language\":\"python\",\"line\":12,\"message\":\"'total'\","
                + "\"severity\":\"RECOVERABLE\",\"subject\":\"total\"}"));
    }

    @Test
    void aPacketReadBackIsTheSame() {
        assertThat(PacketHash.read(PacketHash.packet(DIAGNOSIS))).isEqualTo(DIAGNOSIS);
    }

    @Test
    void aChangedPacketIsNoLongerIntact() {
        SealedDiagnosis sealed = SealedDiagnosis.seal(DIAGNOSIS);
        ObjectNode changed = PacketHash.packet(DIAGNOSIS).put("line", 13);
        assertThat(sealed.intact()).isTrue();
        assertThat(new SealedDiagnosis(PacketHash.read(changed), sealed.hash()).intact()).isFalse();
    }

    @Test
    void aPacketWithoutACodeIsRefused() {
        ObjectNode packet = PacketHash.packet(DIAGNOSIS);
        packet.remove("error_code");
        assertThatThrownBy(() -> PacketHash.read(packet)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("error_code");
    }

    private static String hash(String document) throws JsonProcessingException {
        return PacketHash.of(JSON.readTree(document));
    }
}
