package dev.codeheals.engine.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The first and the last bytes of a stream of any length, in fixed memory.
final class OutputWindow {
    private static final int MARK_ROOM = 64;

    private final byte[] head;
    private final byte[] tail;
    private int headLength;
    private long tailTotal;

    OutputWindow(int kept) {
        int room = Math.max(0, kept - MARK_ROOM);
        head = new byte[room - room / 2];
        tail = new byte[Math.max(1, room / 2)];
    }

    synchronized void add(byte[] bytes, int length) {
        int toHead = Math.min(length, head.length - headLength);
        System.arraycopy(bytes, 0, head, headLength, toHead);
        headLength += toHead;
        int skipped = Math.max(0, length - toHead - tail.length);
        tailTotal += skipped;
        for (int from = toHead + skipped; from < length; ) {
            int at = (int) (tailTotal % tail.length);
            int count = Math.min(length - from, tail.length - at);
            System.arraycopy(bytes, from, tail, at, count);
            tailTotal += count;
            from += count;
        }
    }

    synchronized boolean truncated() {
        return tailTotal > tail.length;
    }

    /// What was kept; where the middle is missing a line says how much.
    synchronized byte[] bytes() {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(head, 0, headLength);
        if (truncated()) {
            joined.writeBytes(("\n[... " + (tailTotal - tail.length) + " bytes left out ...]\n").getBytes(StandardCharsets.US_ASCII));
            int at = (int) (tailTotal % tail.length);
            joined.write(tail, at, tail.length - at);
            joined.write(tail, 0, at);
        } else {
            joined.write(tail, 0, (int) tailTotal);
        }
        return joined.toByteArray();
    }
}
