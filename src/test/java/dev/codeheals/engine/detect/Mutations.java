package dev.codeheals.engine.detect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// Damages real reports in every way that pipes, terminals, containers and hostile programs do. The same seed gives the same texts.
final class Mutations {
    private static final int LONG_LINE = 1_000_000;
    private static final int MANY_FRAMES = 100_000;
    private static final int RARE = 250;
    private static final String[] HOSTILE = {"File \"", "Traceback (most recent call last):", "Error: ", "E   ", "| ", "  + ", "_ _ _", "=== FAILURES ===", "\\n", "\\\"",
            "&quot;", "\u001b[31m", "a.b.c", "((((", "{\"log\":\"", "<locals>", ", line 1, in ", "....", ": ", "[[["};

    private final Random random;
    private final List<byte[]> seeds;

    Mutations(long seed) {
        this.random = new Random(seed);
        this.seeds = seeds();
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String file : List.of("shapes-web.txt", "shapes-tools.txt", "shapes-strangers.txt", "shapes-none.txt")) {
            try (InputStream in = Objects.requireNonNull(Mutations.class.getResourceAsStream("/detect/" + file))) {
                for (String shape : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^==== .*$", -1)) {
                    seeds.add(shape.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
        return seeds;
    }

    byte[] next() {
        if (random.nextInt(RARE) == 0) {
            return random.nextBoolean() ? longLine() : deep();
        }
        byte[] text = any();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text = switch (random.nextInt(7)) {
                case 0 -> cut(text);
                case 1 -> spliced(text, any());
                case 2 -> flipped(text);
                case 3 -> interleaved(text, any());
                case 4 -> repeated(text);
                case 5 -> joined(text);
                default -> hostile(text);
            };
        }
        return text;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] cut(byte[] text) {
        int from = random.nextInt(text.length + 1);
        int to = from + random.nextInt(text.length - from + 1);
        return random.nextBoolean() ? Arrays.copyOfRange(text, from, text.length) : Arrays.copyOfRange(text, 0, to);
    }

    private byte[] spliced(byte[] left, byte[] right) {
        return concat(Arrays.copyOf(left, random.nextInt(left.length + 1)), Arrays.copyOfRange(right, random.nextInt(right.length + 1), right.length));
    }

    private byte[] flipped(byte[] text) {
        byte[] copy = text.clone();
        for (int i = random.nextInt(20); i >= 0 && copy.length > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private byte[] interleaved(byte[] left, byte[] right) {
        String[] a = lines(left);
        String[] b = lines(right);
        StringBuilder out = new StringBuilder();
        for (int i = 0, j = 0; i < a.length || j < b.length;) {
            boolean first = j >= b.length || (i < a.length && random.nextBoolean());
            out.append(first ? a[i++] : b[j++]).append('\n');
        }
        return bytes(out);
    }

    private byte[] repeated(byte[] text) {
        StringBuilder out = new StringBuilder();
        for (String line : lines(text)) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                out.append(line).append(random.nextInt(9) == 0 ? "\r\n" : "\n");
            }
        }
        return bytes(out);
    }

    private byte[] joined(byte[] text) {
        StringBuilder out = new StringBuilder();
        for (String line : lines(text)) {
            out.append(line).append(random.nextInt(3) == 0 ? "" : "\n");
        }
        return bytes(out);
    }

    private byte[] hostile(byte[] text) {
        String piece = HOSTILE[random.nextInt(HOSTILE.length)].repeat(1 + random.nextInt(300));
        int at = random.nextInt(text.length + 1);
        return concat(concat(Arrays.copyOf(text, at), piece.getBytes(StandardCharsets.UTF_8)), Arrays.copyOfRange(text, at, text.length));
    }

    private byte[] longLine() {
        String piece = HOSTILE[random.nextInt(HOSTILE.length)];
        byte[] line = piece.repeat(LONG_LINE / piece.length()).getBytes(StandardCharsets.UTF_8);
        return concat(concat(cut(any()), line), any());
    }

    /// A stack of a hundred thousand frames.
    byte[] deep() {
        StringBuilder out = new StringBuilder("Traceback (most recent call last):\n");
        for (int i = 0; i < MANY_FRAMES; i++) {
            out.append("  File \"/home/user/project/deep.py\", line ").append(i).append(", in step\n    return step(n - 1)\n");
        }
        return bytes(out.append("RecursionError: maximum recursion depth exceeded\n"));
    }

    private static String[] lines(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1).split("\n", -1);
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] concat(byte[] left, byte[] right) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(left.length + right.length);
        out.writeBytes(left);
        out.writeBytes(right);
        return out.toByteArray();
    }
}
