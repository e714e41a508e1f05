package dev.codeheals.cli;

import dev.codeheals.bench.Bench;
import dev.codeheals.bench.BenchReport;
import dev.codeheals.bench.BenchTable;
import dev.codeheals.bench.CaseResult;
import dev.codeheals.bench.MeasuredPriors;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.score.Certainty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code bench}: how good the healing is, on cases whose right answer is known.
@Command(name = "bench", mixinStandardHelpOptions = true, description = {
    "Heals every case under DIR on copies, offline, and prints rates, times and calibration.",
    "Nothing under DIR is changed, and your own history and knowledge are neither used nor touched."},
    footer = {"", "A case is a folder:", "  CASE/project/     the broken program", "  CASE/hidden/      files laid over the healed program for the held-back check (optional)",
        "  CASE/case.json    {\"command\": [\"python3\", \"-m\", \"unittest\"],", "                     \"family\": \"names\",",
        "                     \"hidden\": [\"python3\", \"-m\", \"unittest\", \"hidden_test\"]}",
        "Commands may be one text. Without a command the program's own tests or script are run. Without \"hidden\" the",
        "case's command runs on the healed program with the hidden files over it; with neither, no correctness is told.", "",
        "Columns: plausible = the command passes; correct = the held-back check passes too; first = correct, and the first",
        "verified fix was it; promoted = probability of at least 0.8; wrong = promoted but not correct.", "",
        "Example:", "  codeheals bench ~/cases --json > result.json"})
final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of cases.")
    Path folder = Path.of(".");

    @Option(names = "--json", description = "One JSON object on standard output.")
    boolean json;

    @Option(names = "--learn", description = "Approve what the held-back check confirms, so that later cases can use it.")
    boolean learn;

    @Option(names = "--patterns", paramLabel = "FILE", description = "Begin with these patterns; with --learn they are written back.")
    @Nullable Path patterns;

    @Option(names = "--budget", paramLabel = "TIME", defaultValue = "60s", description = "Longest time of one heal. Default: 60s.")
    String budget = "60s";

    @Option(names = "--write-priors", paramLabel = "FILE", description = {"Write how often fixes of each source were right, and the weights",
        "that fit, as the application ships them."})
    @Nullable Path priors;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Duration time = Durations.parse(budget).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "--budget: " + budget + " is not a time. Write 90s or 5m."));
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is not a folder.");
        }
        Cancellation cancellation = new Cancellation();
        CountDownLatch told = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(cancellation, told)));
        try {
            return finish(new Bench(folder, time, learn, Optional.ofNullable(patterns)).run(cancellation, this::progress));
        } finally {
            told.countDown();
        }
    }

    /// An interrupted bench still tells what it has.
    private static void stop(Cancellation cancellation, CountDownLatch told) {
        cancellation.cancel();
        try {
            boolean _ = told.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private int finish(BenchReport report) throws IOException {
        if (report.results().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "There is no case under " + folder + ".");
        }
        if (priors != null) {
            String command = String.join(" ", spec.commandLine().getParseResult().originalArgs());
            Files.writeString(priors, MeasuredPriors.json(MeasuredPriors.of(report), "codeheals bench " + command));
        }
        if (json) {
            console.answer(BenchTable.json(report));
        } else {
            BenchTable.text(report).forEach(console::answer);
        }
        return ExitCode.FINE;
    }

    private void progress(CaseResult result) {
        String mark = switch (result.ending()) {
            case PLAUSIBLE -> result.correct().map(right -> right ? console.good("correct") : console.bad("wrong")).orElse("plausible");
            case NOT_HEALED -> console.bad("not healed");
            case ALREADY_PASSING -> "passes already";
            case ERROR -> console.bad("error");
        };
        console.talk(String.format(Locale.ROOT, "%-44s %-14s %s %6d ms %5d tried  %s", result.name(), mark, Certainty.digits(result.confidence()), result.millis(),
                result.candidates(), result.message()));
    }
}
