package dev.codeheals.engine.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the next place in raw bytes where a line could open a report, so that the rest is never decoded.
///
/// Looks at four bytes at every second position. A word of five letters or more always covers such a window whole, so
/// one table look-up for two bytes of input is enough; a hit is then compared letter by letter.
final class Keywords {
    private static final String[] WORDS = {"Traceback (", "File \"", "File &quot;", "File \\\"", "Error", "Exception", "sub-exception", "KeyboardInterrupt", "SystemExit",
            "StopIteration", "GeneratorExit", "StopAsyncIteration", " FAILURES ", " ERRORS ", " test session starts", " short test summary", " warnings summary", ".py::", ".py - ", "\nE    ", "mE    ", "Failed example:", "Cell In", "Input In",
            "ipython-input", "Fatal Python", "Windows fatal", "Timeout (", "most recent call first", "Stack (most", "Call stack:", "ated at (most", "was never awaited", "FAIL: ", "ERROR: ", "can't open file", "No module named",
            "find '__main__'", "\n____", "\nFile ", "Traceback:", "----> ", "Warning: ", ".py: error: ", "pytest: error: ", "\"errorType\"", "\"errorMessage\"", "python: ", "python3: "};
    private static final int BITS = 12;
    private static final int FIRST_MULTIPLIER = 0x9E3779B1;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int multiplier;
    private final int[] windows = new int[1 << BITS];
    private final byte[][][] candidates = new byte[1 << BITS][][];

    Keywords() {
        Map<Integer, List<byte[]>> byWindow = new LinkedHashMap<>();
        for (String word : WORDS) {
            byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
            for (int offset = 0; offset < 2; offset++) {
                byte[] shifted = new byte[bytes.length + 1];
                shifted[0] = (byte) offset;
                System.arraycopy(bytes, 0, shifted, 1, bytes.length);
                byWindow.computeIfAbsent((int) INT.get(bytes, offset), window -> new ArrayList<>()).add(shifted);
            }
        }
        Arrays.fill(candidates, new byte[0][]);
        multiplier = separating(byWindow.keySet());
        byWindow.forEach((window, words) -> {
            int slot = slot(window, multiplier);
            windows[slot] = window;
            candidates[slot] = words.toArray(new byte[0][]);
        });
    }

    // Two windows in one slot would hide a word, so a multiplier is looked for that keeps them all apart.
    private static int separating(Set<Integer> windows) {
        for (int candidate = FIRST_MULTIPLIER;; candidate += 2) {
            BitSet taken = new BitSet();
            for (int window : windows) {
                taken.set(slot(window, candidate));
            }
            if (taken.cardinality() == windows.size()) {
                return candidate;
            }
        }
    }

    private static int slot(int window, int multiplier) {
        return (window * multiplier) >>> (32 - BITS);
    }

    /// The first position at or after {@code from} where a word starts, or -1.
    int next(byte[] bytes, int from, int limit) {
        int last = limit - 4;
        int mix = multiplier;
        int[] table = windows;
        for (int i = from; i <= last; i += 2) {
            int window = (int) INT.get(bytes, i);
            int slot = (window * mix) >>> (32 - BITS);
            if (table[slot] == window) {
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
