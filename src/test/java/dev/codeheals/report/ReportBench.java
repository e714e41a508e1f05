package dev.codeheals.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a report over 10,000 attempts takes.
@Tag("bench")
class ReportBench {
    private static final int ENVELOPES = 10_000;
    private static final long LIMIT_MS = 10_000;
    private static final long NANOS_A_MS = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void everyFormatOfTenThousandEnvelopesTakesAtMostTenSeconds() throws IOException {
        try (ReportHistory history = new ReportHistory(folder)) {
            for (int i = 0; i < ENVELOPES; i++) {
                history.heal("name 'json" + i + "' is not defined", ReportHistory.DIFF.replace("rows", "rows_" + i),
                        i % 5 == 0 ? Outcome.NOT_HEALED : Outcome.PROMOTED, ReportHistory.NOW.minusSeconds(i * 300L));
            }
            for (ReportFormat format : ReportFormat.values()) {
                Path file = folder.resolve("report." + format.extension());
                long start = cpu();
                Report report = history.reports().build(null, null);
                long built = cpu();
                Reports.save(report, format, file);
                long written = cpu();
                System.out.printf("%-8s build %5d ms, write %5d ms, %7d KB%n", format, (built - start) / NANOS_A_MS, (written - built) / NANOS_A_MS,
                        Files.size(file) / 1024);
                assertThat((written - start) / NANOS_A_MS).as(format.name()).isLessThanOrEqualTo(LIMIT_MS);
            }
        }
    }

    /// Of this thread alone: the figure must not depend on what else the machine does.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
