package dev.codeheals.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What was proved in this run, as one table: {@code target/proofs.md}.
public final class ProofTable {
    private static final Path FILE = Path.of("target", "proofs.md");
    private static final Map<String, Row> ROWS = new TreeMap<>();

    private ProofTable() {}

    /// @param id       of the promise, as in "S1"
    /// @param promise  what is promised
    /// @param runs     how often it was tried
    /// @param failures how often it did not hold
    /// @param control  what the same test finds when the protection is taken away
    public record Row(String id, String promise, long runs, long failures, String control) {}

    public static synchronized void add(Row row) {
        ROWS.put(row.id() + row.promise(), row);
        System.out.printf(Locale.ROOT, "{\"id\":\"%s\",\"promise\":\"%s\",\"runs\":%d,\"failures\":%d,\"control\":\"%s\"}%n", row.id(), row.promise(),
                row.runs(), row.failures(), row.control());
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, table(ROWS.values()));
        } catch (IOException e) {
            throw new UncheckedIOException("The table of proofs cannot be written.", e);
        }
    }

    private static String table(Collection<Row> rows) {
        StringBuilder table = new StringBuilder("| | promise | tried | failed | without the protection |\n|---|---|--:|--:|---|\n");
        rows.forEach(r -> table.append("| ").append(r.id()).append(" | ").append(r.promise()).append(" | ").append(r.runs()).append(" | ")
                .append(r.failures()).append(" | ").append(r.control()).append(" |\n"));
        return table.toString();
    }
}
