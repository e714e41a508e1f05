package dev.codeheals.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The headless program: reads the command line, runs one command, gives its exit code.
public final class CommandLineRun {
    private CommandLineRun() {}

    public static int run(List<String> arguments) {
        return run(arguments, Console.system());
    }

    static int run(List<String> arguments, Console console) {
        return commandLine(console).execute(arguments.toArray(String[]::new));
    }

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand(new DemoCommand(console));
        line.addSubcommand(new ClassifyCommand(console));
        line.addSubcommand(new HealCommand(console));
        line.addSubcommand(new WatchCommand(console));
        line.addSubcommand(new ReviewCommand(console));
        line.addSubcommand(new UndoCommand(console));
        line.addSubcommand(new RedoCommand(console));
        line.addSubcommand(new PatternsCommand(console));
        line.addSubcommand(new ReportCommand(console));
        line.addSubcommand(new ServeCommand(console));
        line.addSubcommand(new BenchCommand(console));
        line.addSubcommand(new DoctorCommand(console));
        line.addSubcommand(new CompletionCommand(console));
        line.addSubcommand(new HelpCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8)).setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((problem, _) -> usage(problem, console));
        line.setExecutionExceptionHandler((problem, _, _) -> failed(problem, console));
        return line;
    }

    /// The version of the program, from its manifest; "dev" when run from classes.
    public static String version() {
        String version = CommandLineRun.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    private static int usage(ParameterException problem, Console console) {
        console.problem(Objects.requireNonNullElse(problem.getMessage(), "The command line is not understood."));
        problem.getCommandLine().usage(console.err());
        return ExitCode.USAGE;
    }

    private static int failed(Exception problem, Console console) throws Exception {
        if (problem instanceof PlainProblem plain) {
            console.problem(plain.getMessage());
            return plain.exitCode();
        }
        throw problem;
    }

    @Command(name = "codeheals", mixinStandardHelpOptions = true, versionProvider = Root.Version.class, description = {
        "Watches Python programs fail, heals them, proves it, and asks before it writes.",
        "Without a command it opens the desktop."},
        footer = {"", "Examples:", "  codeheals demo", "  codeheals heal . -- python3 -m pytest -q", "  pytest 2>&1 | codeheals classify"})
    private static final class Root implements Callable<Integer> {
        @Spec
        CommandSpec spec;

        @Option(names = "--project", paramLabel = "DIR", description = "Open the desktop with this project.")
        String project = "";

        @Override
        public Integer call() {
            if (!project.isEmpty()) {
                return Desktop.open(List.of("--project", project));
            }
            throw new ParameterException(spec.commandLine(), "A command is missing.");
        }

        static final class Version implements CommandLine.IVersionProvider {
            @Override
            public String[] getVersion() {
                return new String[] {"codeheals " + version()};
            }
        }
    }
}
