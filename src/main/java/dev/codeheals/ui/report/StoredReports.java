package dev.codeheals.ui.report;

import dev.codeheals.report.Report;
import dev.codeheals.report.ReportFormat;
import dev.codeheals.report.Reports;
import dev.codeheals.wiring.Application;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reports over what the application keeps.
///
/// Formats made for eyes are previewed as text, formats made for programs as they are; a preview ends where nobody reads on.
public record StoredReports(Application application) implements ReportMaker {
    private static final int LONGEST_PREVIEW = 60_000;

    @Override
    public String preview(ReportFormat format, Instant since, @Nullable Path project) {
        ReportFormat shown = switch (format) {
            case HTML, PDF, MARKDOWN -> ReportFormat.MARKDOWN;
            case JSON, CSV, SARIF -> format;
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Reports.write(build(since, project), shown, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        return text.length() <= LONGEST_PREVIEW ? text : text.substring(0, LONGEST_PREVIEW) + "\n…";
    }

    @Override
    public String shown(ReportFormat format, Instant since, @Nullable Path project) throws IOException {
        Path folder = Files.createTempDirectory("codeheals-report");
        Path file = folder.resolve("report." + format.extension());
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        write(format, since, project, file);
        return file.toUri().toString();
    }

    @Override
    public void write(ReportFormat format, Instant since, @Nullable Path project, Path target) throws IOException {
        Reports.save(build(since, project), format, target);
    }

    private Report build(Instant since, @Nullable Path project) {
        return application.reports().build(since.equals(Instant.EPOCH) ? null : since, project);
    }
}
