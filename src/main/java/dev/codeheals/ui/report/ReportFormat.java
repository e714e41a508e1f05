package dev.codeheals.ui.report;

/// What a report can be saved as.
///
/// The extension is also the name on the command line.
public enum ReportFormat {
    HTML("html"), PDF("pdf"), MARKDOWN("md"), JSON("json"), CSV("csv"), SARIF("sarif");

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    public String extension() {
        return extension;
    }
}
