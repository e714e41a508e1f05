package dev.codeheals.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// What was proved, as one table over all tests of a build: printed at the end of each run of tests, and kept as {@code target/proofs.md}.
/// Of a short and a long run of the same proof the longer one counts. A goal nothing was measured for is listed as such.
public final class ProofTable implements BeforeAllCallback {
    private static final Path FOLDER = Path.of("target");
    private static final Path KEPT = FOLDER.resolve("proofs.tsv");
    private static final String BUILD = System.getProperty("proof.build", "by hand");
    private static final Map<String, Row> ROWS = new TreeMap<>(Comparator.comparing(ProofTable::sortable));
    private static boolean added;

    /// @param id       of the promise, as in "S1"
    /// @param promise  what is promised
    /// @param measured what else was seen, apart from failures
    /// @param runs     how often it was tried
    /// @param failures how often it did not hold
    /// @param control  what the same test finds when the protection is taken away
    public record Row(String id, String promise, String measured, long runs, long failures, String control) {
        public Row(String id, String promise, long runs, long failures, String control) {
            this(id, promise, "", runs, failures, control);
        }

        private String key() {
            return id + "\t" + promise;
        }

        private static Row read(String line) {
            String[] parts = line.split("\t", -1);
            return new Row(parts[0], parts[1], parts[2], Long.parseLong(parts[3]), Long.parseLong(parts[4]), parts[5]);
        }

        private String line() {
            return String.join("\t", id, promise, measured, Long.toString(runs), Long.toString(failures), control);
        }
    }

    public static synchronized void add(Row row) {
        load();
        ROWS.merge(row.key(), row, (old, fresh) -> fresh.runs() >= old.runs() ? fresh : old);
        added = true;
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(KEPT, BUILD + "\n" + ROWS.values().stream().map(Row::line).collect(Collectors.joining("\n")));
            Files.writeString(FOLDER.resolve("proofs.md"), table());
        } catch (IOException e) {
            throw new UncheckedIOException("The table of proofs cannot be written.", e);
        }
    }

    // The long proofs run in a process of their own; what an earlier build measured does not count.
    private static void load() {
        if (added || !Files.exists(KEPT)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(KEPT);
            if (!lines.isEmpty() && lines.getFirst().equals(BUILD)) {
                lines.stream().skip(1).map(Row::read).forEach(row -> ROWS.put(row.key(), row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| | promise | goal | tried | failed | measured | without the protection |\n|---|---|---|--:|--:|---|---|\n");
        Set<String> told = new TreeSet<>();
        Map<String, String> goals = Goals.all();
        List<String> lines = new ArrayList<>();
        for (Row row : ROWS.values()) {
            boolean first = told.add(row.id());
            lines.add(sortable(row.id()) + "\0" + cells(row.id(), row.promise(), first ? goals.getOrDefault(row.id(), "") : "",
                    String.format(Locale.ROOT, "%,d", row.runs()), Long.toString(row.failures()), row.measured(), row.control()));
        }
        goals.forEach((id, goal) -> {
            if (!told.contains(id)) {
                lines.add(sortable(id) + "\0" + cells(id, "not measured in this build", goal, "0", "", "", ""));
            }
        });
        lines.stream().sorted().map(line -> line.substring(line.indexOf('\0') + 1)).forEach(table::append);
        return table.toString();
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /// So that S2 comes before S10.
    private static String sortable(String key) {
        int end = 1;
        while (end < key.length() && Character.isDigit(key.charAt(end))) {
            end++;
        }
        return key.substring(0, 1) + "0".repeat(Math.max(0, 4 - end)) + key.substring(1);
    }

    private static synchronized void print() {
        if (added) {
            System.out.println("What we promise, how it is proved\n" + table());
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.create(ProofTable.class))
                .computeIfAbsent(ProofTable.class, _ -> (AutoCloseable) ProofTable::print);
    }
}
