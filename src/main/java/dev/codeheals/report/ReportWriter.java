package dev.codeheals.report;

import java.io.IOException;
import java.io.OutputStream;

/// Writes a report in one format. Does not close the stream.
interface ReportWriter {
    void write(Report report, OutputStream out) throws IOException;

    static ReportWriter of(ReportFormat format) {
        return switch (format) {
            case HTML -> new HtmlReport();
            case PDF -> new PdfReport();
            case MARKDOWN -> new MarkdownReport();
            case JSON -> new JsonReport();
            case CSV -> new CsvReport();
            case SARIF -> new SarifReport();
        };
    }
}
