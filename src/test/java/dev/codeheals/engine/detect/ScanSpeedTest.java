package dev.codeheals.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// How fast a log is searched, beside a program that only reads its lines.
@Tag("bench")
class ScanSpeedTest {
    private static final int SIZE = 128 * 1024 * 1024;
    private static final int ROUNDS = 5;
    private static final int EVERY = 20_000;

    @Test
    void searchesALogAboutAsFastAsItsLinesAreRead(TestReporter report) throws Exception {
        byte[] log = log();
        int expected = count(log, "KeyError: 'total'");
        int[] found = new int[1];
        double scanner = best(log.length, () -> {
            found[0] = 0;
            FailureScanner.scan(new ByteArrayInputStream(log), failure -> found[0]++);
            return found[0];
        });
        double reader = best(log.length, () -> lines(log));
        report.publishEntry(Map.of("scanner MB/s", String.format(Locale.ROOT, "%.0f", scanner), "line reader MB/s", String.format(Locale.ROOT, "%.0f", reader),
                "ratio", String.format(Locale.ROOT, "%.2f", scanner / reader), "failures", String.valueOf(found[0])));
        assertThat(found[0]).isEqualTo(expected);
        assertThat(scanner).as("MB for each second of one core").isGreaterThan(300);
    }

    @Test
    void readsAGigabyteInFlatMemory(TestReporter report) throws IOException {
        byte[] log = log();
        int rounds = 8;
        int expected = rounds * count(log, "KeyError: 'total'");
        int[] found = new int[1];
        long before = used();
        try (InputStream gigabyte = new SequenceInputStream(Collections.enumeration(Collections.nCopies(rounds, log).stream().map(ByteArrayInputStream::new).toList()))) {
            FailureScanner.scan(gigabyte, failure -> found[0]++);
        }
        long grown = used() - before;
        report.publishEntry(Map.of("bytes", String.valueOf((long) rounds * SIZE), "failures", String.valueOf(found[0]), "memory kept, KB", String.valueOf(grown / 1024)));
        assertThat(found[0]).isEqualTo(expected);
        assertThat(grown).isLessThan(16L * 1024 * 1024);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double best(int bytes, Callable<Integer> work) throws Exception {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = clock.getCurrentThreadCpuTime();
            assertThat(work.call()).isPositive();
            best = Math.max(best, bytes / ((clock.getCurrentThreadCpuTime() - start) / 1e9) / 1e6);
        }
        return best;
    }

    private static int lines(byte[] log) throws IOException {
        int count = 0;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.UTF_8))) {
            while (in.readLine() != null) {
                count++;
            }
        }
        return count;
    }

    private static int count(byte[] log, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        int count = 0;
        for (int i = 0; i + wanted.length <= log.length; i++) {
            int at = 0;
            while (at < wanted.length && log[i + at] == wanted[at]) {
                at++;
            }
            count += at == wanted.length ? 1 : 0;
        }
        return count;
    }

    private static byte[] log() {
        byte[] log = new byte[SIZE];
        byte[] traceback = """
                2024-05-01 10:00:00,124 ERROR shop.web request failed
                Traceback (most recent call last):
                  File "/srv/shop/web.py", line 12, in handle
                    return total(order)
                  File "/srv/shop/orders.py", line 31, in total
                    return order['total']
                KeyError: 'total'
                """.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        int line = 0;
        while (at < SIZE) {
            byte[] next = line % EVERY == EVERY - 1 ? traceback
                    : ("2024-05-01 10:00:" + (10 + line % 50) + "," + (100 + line % 900) + " INFO shop.web [worker-" + line % 8 + "] GET /orders/" + line
                            + " 200 in " + line % 97 + " ms, user=" + line * 31 % 10_007 + "\n").getBytes(StandardCharsets.UTF_8);
            int length = Math.min(next.length, SIZE - at);
            System.arraycopy(next, 0, log, at, length);
            at += length;
            line++;
        }
        return log;
    }
}
