package dev.codeheals.bench;

import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.ApplicationOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Heals every case below a folder, offline, on copies, with a scratch data folder of its own.
///
/// @param cases  the folder
/// @param budget longest time of one heal
/// @param learns whether confirmed fixes become patterns for later cases
/// @param patterns patterns to begin with, if the file exists; when the bench learns, all patterns are written to it at the end
public record Bench(Path cases, Duration budget, boolean learns, Optional<Path> patterns) {

    /// Runs all cases, in the order of their names.
    ///
    /// @param listener hears of each case as it ends
    /// @throws IOException if the folder cannot be read or no scratch folder can be made
    public BenchReport run(Cancellation cancellation, Consumer<CaseResult> listener) throws IOException {
        List<BenchCases.Found> found = BenchCases.below(cases.toRealPath());
        Path scratch = Files.createTempDirectory("codeheals-bench").toRealPath();
        try (Application application = Application.open(ApplicationOptions.offline(scratch.resolve("data")))) {
            if (patterns.filter(Files::exists).isPresent()) {
                try (BufferedReader in = Files.newBufferedReader(patterns.get())) {
                    application.patternExchange().importFrom(in);
                }
            }
            CaseRun run = new CaseRun(application, scratch.resolve("work"), budget, learns);
            List<CaseResult> results = new ArrayList<>();
            for (BenchCases.Found one : found) {
                if (cancellation.isCancelled()) {
                    break;
                }
                CaseResult result = one.problem().isEmpty() ? run.of(one.bench(), results.size(), cancellation)
                        : CaseResult.error(one.bench(), one.problem());
                if (cancellation.isCancelled()) {
                    break;
                }
                results.add(result);
                listener.accept(result);
            }
            if (learns && patterns.isPresent()) {
                try (Writer out = Files.newBufferedWriter(patterns.get())) {
                    application.patternExchange().exportTo(out);
                }
            }
            return new BenchReport(results);
        } finally {
            FolderCopy.delete(scratch);
        }
    }
}
