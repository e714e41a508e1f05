package dev.codeheals.cli;

import dev.codeheals.report.Report;
import dev.codeheals.report.ReportFormat;
import dev.codeheals.report.Reports;
import dev.codeheals.wiring.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code report}: what was healed, how, and who decided.
@Command(name = "report", mixinStandardHelpOptions = true, description = {
    "Writes a report of what was healed: for one project, or for all.",
    "It holds no secret and no absolute path, so it can be passed on."},
    footer = {"", "Exit code: 0 written; 1 the file could not be written.", "", "Examples:", "  codeheals report . -o report.html",
        "  codeheals report --format pdf --since 30d -o month.pdf", "  codeheals report . --format sarif -o codeheals.sarif",
        "  codeheals report --format json --since 7d | jq .summary"})
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    CommandSpec spec;

    @Mixin
    DataOption data = new DataOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "The project's folder. Default: all projects.")
    @Nullable Path folder;

    @Option(names = "--format", paramLabel = "F", description = "html, pdf, md, json, csv or sarif. Default: what FILE ends with, else md.")
    @Nullable String format;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to write it. Default, or with '-': standard output.")
    @Nullable Path output;

    @Option(names = "--since", paramLabel = "TIME", description = "How far back: 24h, 30d, 4w. Default: everything.")
    @Nullable String since;

    @Option(names = "--schema", description = "Print the JSON Schema of the json format instead.")
    boolean schema;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (schema) {
            console.answer(Reports.jsonSchema().stripTrailing());
            return ExitCode.FINE;
        }
        ReportFormat wanted = format();
        Duration period = period();
        @Nullable Path project = project();
        try (Application application = data.open()) {
            application.tell(console::problem);
            @Nullable Instant from = period == null ? null : InstantSource.system().instant().minus(period);
            Report report = application.reports().build(from, project);
            return write(report, wanted);
        }
    }

    private int write(Report report, ReportFormat wanted) throws IOException {
        Path target = output;
        if (target == null || target.toString().equals("-")) {
            Reports.write(report, wanted, console.out());
            console.out().flush();
            return ExitCode.FINE;
        }
        try {
            Reports.save(report, wanted, target);
        } catch (IOException e) {
            throw new PlainProblem(ExitCode.NOT_DONE, "The report could not be written: " + e.getMessage());
        }
        console.talk(report.heals().size() + (report.heals().size() == 1 ? " heal" : " heals") + " written to " + target + ".");
        if (!report.integrity().intact()) {
            console.problem(report.integrity().statement());
        }
        return ExitCode.FINE;
    }

    private ReportFormat format() {
        if (format != null) {
            return ReportFormat.of(format).orElseThrow(() -> new ParameterException(spec.commandLine(),
                    "--format: " + format + " is not known. Write html, pdf, md, json, csv or sarif."));
        }
        String name = output == null ? "" : output.toString().toLowerCase(Locale.ROOT);
        Optional<ReportFormat> byName = ReportFormat.of(name.substring(name.lastIndexOf('.') + 1));
        return name.endsWith(".htm") ? ReportFormat.HTML : byName.orElse(ReportFormat.MARKDOWN);
    }

    private @Nullable Duration period() {
        String typed = since;
        return typed == null || typed.equals("all") ? null : Durations.parse(typed).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "--since: " + typed + " is not a time. Write 24h, 30d or 4w."));
    }

    private @Nullable Path project() throws IOException {
        Path typed = folder;
        if (typed == null) {
            return null;
        }
        // A project that is gone still has its history; its path is then taken as typed.
        return Files.isDirectory(typed) ? typed.toRealPath() : typed.toAbsolutePath().normalize();
    }
}
