package dev.codeheals.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Builds reports and writes them. Thread-safe; building reads the whole period.
public final class Reports {
    private final ReportSources sources;
    private final InstantSource clock;
    private final String version;

    public Reports(ReportSources sources, InstantSource clock, String version) {
        this.sources = sources;
        this.clock = clock;
        this.version = version;
    }

    /// @param from    null for everything
    /// @param project the project's folder; null for all
    public Report build(@Nullable Instant from, @Nullable Path project) {
        return new ReportBuilder(sources, version).build(from, clock.instant(), project == null ? null : project.toString());
    }

    public static void write(Report report, ReportFormat format, OutputStream out) throws IOException {
        ReportWriter.of(format).write(report, out);
    }

    /// Writes a file in one step: an older report of that name is there until the new one is complete.
    public static void save(Report report, ReportFormat format, Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = Objects.requireNonNullElse(absolute.getParent(), absolute);
        if (Files.isDirectory(absolute)) {
            throw new IOException(target + " is a folder.");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no folder " + folder + ".");
        }
        if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(absolute))) {
                write(report, format, out);
            }
            return;
        }
        Path making = folder.resolve(".codeheals-report-" + ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId() + ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(making), 1 << 16)) {
                write(report, format, out);
            }
            move(making, absolute);
        } finally {
            Files.deleteIfExists(making);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// The JSON Schema (2020-12) of the JSON format.
    public static String jsonSchema() throws IOException {
        try (InputStream in = Objects.requireNonNull(Reports.class.getResourceAsStream("/dev/codeheals/report/report.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
