package dev.codeheals.ui.report;

import dev.codeheals.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes reports. All methods are slow and called off the interface thread.
public interface ReportMaker {

    /// The report as text a person can read before saving it.
    ///
    /// @param project null for all projects
    String preview(ReportFormat format, Instant since, @Nullable Path project);

    /// Makes the report where the program for its kind can show it, until this program ends.
    ///
    /// @return the file's address
    String shown(ReportFormat format, Instant since, @Nullable Path project) throws IOException;

    /// Writes the report.
    ///
    /// @throws IOException with a plain sentence if the file cannot be written
    void write(ReportFormat format, Instant since, @Nullable Path project, Path target) throws IOException;
}
