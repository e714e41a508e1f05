package dev.codeheals.engine.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Finds the next place in raw bytes where a line could open a report, so that the rest is never decoded.
///
/// Looks at four bytes at every second position. A word of five letters or more always covers such a window whole, so
/// one table look-up for two bytes of input is enough; a hit is then compared letter by letter.
final class Keywords {
    private static final String[] WORDS = {"Traceback (", "File \"", "File &quot;", "File \\\"", "Error", "Exception", "sub-exception", "KeyboardInterrupt", "SystemExit",
            "StopIteration", "GeneratorExit", "StopAsyncIteration", " FAILURES ", " ERRORS ", " test session starts", " short test summary", " warnings summary", ".py::", ".py - ", "\nE    ", "mE    ", "Failed example:", "Cell In", "Input In",
            "ipython-input", "Fatal Python", "most recent call first", "Stack (most", "Call stack:", "ated at (most", "was never awaited", "FAIL: ", "ERROR: ", "can't open file", "No module named",
            "find '__main__'", "\n____", "Traceback:", "----> ", "Warning: ", ".py: error: ", "python: ", "python3: "};
    private static final int BITS = 12;
    private static final int MIX = 0x9E3779B1;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int[] windows = new int[1 << BITS];
    private final byte[][][] candidates = new byte[1 << BITS][][];

    Keywords() {
        List<List<byte[]>> slots = new ArrayList<>();
        for (int i = 0; i < 1 << BITS; i++) {
            slots.add(new ArrayList<>());
        }
        for (String word : WORDS) {
            byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
            for (int offset = 0; offset < 2; offset++) {
                int window = (int) INT.get(bytes, offset);
                windows[slot(window)] = window;
                byte[] shifted = new byte[bytes.length + 1];
                shifted[0] = (byte) offset;
                System.arraycopy(bytes, 0, shifted, 1, bytes.length);
                slots.get(slot(window)).add(shifted);
            }
        }
        for (int i = 0; i < slots.size(); i++) {
            candidates[i] = slots.get(i).toArray(new byte[0][]);
        }
    }

    private static int slot(int window) {
        return (window * MIX) >>> (32 - BITS);
    }

    /// The first position at or after {@code from} where a word starts, or -1.
    int next(byte[] bytes, int from, int limit) {
        int last = limit - 4;
        for (int i = from; i <= last; i += 2) {
            int window = (int) INT.get(bytes, i);
            int slot = slot(window);
            if (windows[slot] == window) {
                int start = verify(bytes, i, limit, candidates[slot]);
                if (start >= 0) {
                    return start;
                }
            }
        }
        return -1;
    }

    private static int verify(byte[] bytes, int at, int limit, byte[][] words) {
        for (byte[] word : words) {
            int start = at - word[0];
            if (start >= 0 && start + word.length - 1 <= limit && equal(bytes, start, word)) {
                return start;
            }
        }
        return -1;
    }

    private static boolean equal(byte[] bytes, int start, byte[] word) {
        for (int i = 1; i < word.length; i++) {
            if (bytes[start + i - 1] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
