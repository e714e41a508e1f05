package dev.codeheals.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Long documents kept small: deflated above a kilobyte, told apart by their first byte.
///
/// Records are alike: their keys and many of their sentences are the same. What is familiar is not stored again with each of them, which
/// makes them less than half as long as deflating each by itself.
final class Packed {
    private static final int WORTH_IT = 1024;
    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;
    private static final byte FAMILIAR = 2;
    /// No document of ours is larger; a damaged one must not fill the memory.
    private static final int LARGEST = 64 << 20;

    private Packed() {}

    /// The words that records begin with knowing. Stored records need this very text: it never changes, another one would get a kind of its own.
    private static final class Words {
        static final byte[] FAMILIAR_TO_ALL = read();

        private static byte[] read() {
            try (InputStream resource = Packed.class.getResourceAsStream("familiar.txt")) {
                if (resource == null) {
                    throw new IllegalStateException("The program lacks the words its records are packed with.");
                }
                return resource.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("The program cannot read the words its records are packed with.", e);
            }
        }
    }

    static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(Math.min(plain.length, 8192) + 1);
        if (plain.length <= WORTH_IT) {
            packed.write(PLAIN);
            packed.writeBytes(plain);
            return packed.toByteArray();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(Math.min(plain.length, 8192));
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, /* nowrap= */ true)) {
            deflater.setDictionary(Words.FAMILIAR_TO_ALL);
            try (DeflaterOutputStream out = new DeflaterOutputStream(body, deflater)) {
                out.write(plain);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to take bytes.", e);
        }
        packed.write(FAMILIAR);
        packed.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(sum(body.toByteArray())).array());
        packed.writeBytes(body.toByteArray());
        return packed.toByteArray();
    }

    /// @throws IOException if the bytes are not what {@link #pack} made, now or in an earlier version
    static byte[] unpack(byte[] packed) throws IOException {
        int kind = packed.length == 0 ? -1 : packed[0];
        ByteArrayInputStream body = new ByteArrayInputStream(packed, 1, Math.max(0, packed.length - 1));
        return switch (kind) {
            case PLAIN -> body.readAllBytes();
            case DEFLATED -> inflated(body, new Inflater());
            case FAMILIAR -> {
                requireSum(packed);
                body.skipNBytes(Integer.BYTES);
                Inflater knowing = new Inflater(/* nowrap= */ true);
                knowing.setDictionary(Words.FAMILIAR_TO_ALL);
                yield inflated(body, knowing);
            }
            default -> throw new IOException("Not a packed document.");
        };
    }

    /// Deflated text has bits that mean nothing; a sum over all of them finds a change there, too.
    private static int sum(byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        return (int) sum.getValue();
    }

    private static void requireSum(byte[] packed) throws IOException {
        boolean whole = packed.length > 1 + Integer.BYTES
                && ByteBuffer.wrap(packed, 1, Integer.BYTES).getInt() == sum(Arrays.copyOfRange(packed, 1 + Integer.BYTES, packed.length));
        if (!whole) {
            throw new IOException("The document was changed after it was packed.");
        }
    }

    private static byte[] inflated(InputStream body, Inflater inflater) throws IOException {
        try (inflater; InflaterInputStream plain = new InflaterInputStream(body, inflater)) {
            byte[] read = plain.readNBytes(LARGEST);
            if (plain.read() >= 0) {
                throw new IOException("The document is longer than any of ours.");
            }
            return read;
        }
    }
}
