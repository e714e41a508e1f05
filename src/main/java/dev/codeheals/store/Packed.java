package dev.codeheals.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Long documents kept small: deflated above a kilobyte, told apart by their first byte.
final class Packed {
    private static final int WORTH_IT = 1024;
    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;
    /// No document of ours is larger; a damaged one must not fill the memory.
    private static final int LARGEST = 64 << 20;

    private Packed() {}

    static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(Math.min(plain.length, 8192) + 1);
        boolean deflate = plain.length > WORTH_IT;
        packed.write(deflate ? DEFLATED : PLAIN);
        if (!deflate) {
            packed.writeBytes(plain);
            return packed.toByteArray();
        }
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to take bytes.", e);
        }
        return packed.toByteArray();
    }

    /// @throws IOException if the bytes are not what {@link #pack} made
    static byte[] unpack(byte[] packed) throws IOException {
        if (packed.length == 0 || (packed[0] != PLAIN && packed[0] != DEFLATED)) {
            throw new IOException("Not a packed document.");
        }
        ByteArrayInputStream body = new ByteArrayInputStream(packed, 1, packed.length - 1);
        if (packed[0] == PLAIN) {
            return body.readAllBytes();
        }
        try (InflaterInputStream inflater = new InflaterInputStream(body)) {
            byte[] plain = inflater.readNBytes(LARGEST);
            if (inflater.read() >= 0) {
                throw new IOException("The document is longer than any of ours.");
            }
            return plain;
        }
    }
}
