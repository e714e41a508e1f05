package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codeheals.engine.classify.PacketHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class PackedTest {
    private static final byte[] RECORD = ("{\"attempt\":1,\"breaker_state\":\"CLOSED\",\"reason\":\"The failing test passes and nothing is lost.\",\"after_output\":\""
            + "Ran 1 test in 0.000s\\n\\nOK\\n".repeat(60) + "\"}").getBytes(StandardCharsets.UTF_8);

    @Test
    void aLongDocumentComesBackAsItWas() throws IOException {
        byte[] packed = Packed.pack(RECORD);
        assertThat(Packed.unpack(packed)).isEqualTo(RECORD);
        assertThat(packed.length).isLessThan(deflated().length);
    }

    @Test
    void aShortDocumentIsKeptPlain() throws IOException {
        assertThat(Packed.unpack(Packed.pack(new byte[] {4, 2}))).containsExactly(4, 2);
    }

    @Test
    void whatEarlierVersionsDeflatedIsStillRead() throws IOException {
        assertThat(Packed.unpack(deflated())).isEqualTo(RECORD);
    }

    @Test
    void brokenAndUnknownDocumentsAreRefused() {
        byte[] cut = Arrays.copyOf(Packed.pack(RECORD), 20);
        assertThatThrownBy(() -> Packed.unpack(cut)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Packed.unpack(new byte[] {9, 1})).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Packed.unpack(new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void noBitAfterTheKindOfALongDocumentChangesUnseen() {
        byte[] packed = Packed.pack(RECORD);
        for (int bit = 8; bit < packed.length * 8; bit++) {
            byte[] changed = packed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> Packed.unpack(changed)).as("bit %d", bit).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theWordsThatStoredRecordsNeedHaveNotChanged() throws IOException {
        try (var words = Packed.class.getResourceAsStream("familiar.txt")) {
            assertThat(PacketHash.sha256(words.readAllBytes())).isEqualTo("295903970548c209394900933c1af3a47314d2e863ee68dc9072a7dfd72cc189");
        }
    }

    private static byte[] deflated() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(1);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(RECORD);
        }
        return packed.toByteArray();
    }
}
