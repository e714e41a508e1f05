package dev.codeheals.cli;

import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.Checkup;
import dev.codeheals.wiring.Checkup.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// {@code doctor}: what works on this machine, what is missing, how to get it.
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Tells what works here, what is missing, and how to get it.",
        footer = {"", "Exit code: 0 if all is fine, else 1.", "", "Examples:", "  codeheals doctor", "  codeheals doctor ~/shop"})
final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "A project whose own Python and tests count.")
    @Nullable Path folder;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new PlainProblem(ExitCode.USAGE, "There is no folder " + folder + ".");
        }
        try (Application application = data.open()) {
            application.tell(console::problem);
            List<Finding> findings = new Checkup(application, System.getenv()).findings(Optional.ofNullable(folder), Desktop.available());
            for (Finding finding : findings) {
                String mark = finding.works() ? console.good("ok     ") : console.bad("missing");
                console.answer(mark + "  " + String.format("%-12s", finding.subject()) + finding.state());
                if (!finding.advice().isEmpty()) {
                    console.answer("         " + " ".repeat(12) + finding.advice());
                }
            }
            return findings.stream().allMatch(Finding::works) ? ExitCode.FINE : ExitCode.NOT_DONE;
        }
    }
}
