package dev.codeheals.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a report can be saved as. The extension is also the name on the command line.
public enum ReportFormat {
    HTML("html"), PDF("pdf"), MARKDOWN("md"), JSON("json"), CSV("csv"), SARIF("sarif");

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    public String extension() {
        return extension;
    }

    public static Optional<ReportFormat> of(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> f.extension.equals(wanted) || f.name().toLowerCase(Locale.ROOT).equals(wanted)).findFirst();
    }
}
