package dev.codeheals.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// No output breaks the scanner or holds it up.
class DamagedOutputTest {
    private static final long SEED = 20_240_501;

    @Test
    void readsAnythingWithoutComplaint() {
        Mutations mutations = new Mutations(SEED);
        for (int i = 0; i < 1_500; i++) {
            byte[] text = mutations.next();
            assertThatCode(() -> FailureScanner.scan(text)).as("text " + i).doesNotThrowAnyException();
        }
    }

    @Test
    void findsAtMostOneFailureForEachLine() {
        Mutations mutations = new Mutations(SEED + 1);
        for (int i = 0; i < 200; i++) {
            byte[] text = mutations.next();
            long lines = new String(text, StandardCharsets.ISO_8859_1).lines().count();
            assertThat(FailureScanner.scan(text).size()).as("text " + i).isLessThanOrEqualTo((int) lines + 1);
        }
    }

    @Test
    @Tag("bench")
    void readsTenThousandDamagedTextsFast(TestReporter report) {
        // Other programs on the machine do not count.
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Mutations warm = new Mutations(SEED + 2);
        for (int i = 0; i < 3_000; i++) {
            FailureScanner.scan(i % 100 == 0 ? warm.deep() : warm.next());
        }
        Mutations mutations = new Mutations(SEED);
        double[] millis = new double[10_000];
        byte[] slowest = new byte[0];
        double most = 0;
        for (int i = 0; i < millis.length; i++) {
            byte[] text = mutations.next();
            long start = clock.getCurrentThreadCpuTime();
            List<Failure> found = FailureScanner.scan(text);
            millis[i] = (clock.getCurrentThreadCpuTime() - start) / 1e6;
            assertThat(found).isNotNull();
            if (millis[i] > most) {
                most = millis[i];
                slowest = text;
            }
        }
        Arrays.sort(millis);
        String start = new String(slowest, 0, Math.min(80, slowest.length), StandardCharsets.ISO_8859_1);
        report.publishEntry(Map.of("texts", "10000", "median ms", rounded(millis[5_000]), "p99 ms", rounded(millis[9_900]), "slowest ms", rounded(most),
                "slowest text", slowest.length + " bytes: " + start));
        assertThat(millis[9_900]).as("p99, ms").isLessThanOrEqualTo(5);
        assertThat(most).as("slowest, ms").isLessThanOrEqualTo(50);
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
