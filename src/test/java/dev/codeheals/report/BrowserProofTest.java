package dev.codeheals.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.envelope.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens the page in a real browser.
@Tag("proof")
class BrowserProofTest {
    @TempDir
    Path folder;

    @Test
    void thePageOpensWithoutAnErrorAndRunsNothingThatIsQuotedInIt() throws IOException, InterruptedException {
        Optional<String> browser = Stream.of("chromium", "chromium-browser", "google-chrome").filter(BrowserProofTest::present).findFirst();
        assumeTrue(browser.isPresent(), "no Chromium on this machine");
        Path page = folder.resolve("report.html");
        try (ReportHistory history = new ReportHistory(folder)) {
            history.heal("</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">", ReportHistory.DIFF,
                    Outcome.PROMOTED, ReportHistory.NOW);
            history.judge(40);
            Reports.save(history.reports().build(null, null), ReportFormat.HTML, page);
        }
        Path seen = folder.resolve("seen.txt");
        Path said = folder.resolve("said.txt");
        Process run = new ProcessBuilder(List.of(browser.get(), "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr", "--dump-dom", page.toUri().toString())).redirectOutput(seen.toFile()).redirectError(said.toFile()).start();
        assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said, StandardCharsets.UTF_8)).doesNotContain("CONSOLE");
        assertThat(Files.readString(seen, StandardCharsets.UTF_8)).contains("<title>Healing report: all projects</title>").contains("<th scope=\"col\"><button type=\"button\">When");
    }

    private static boolean present(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
    }
}
