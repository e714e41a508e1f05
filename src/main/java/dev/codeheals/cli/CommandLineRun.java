package dev.codeheals.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The headless program: reads the command line, runs one command, gives its exit code.
public final class CommandLineRun {
    /// Commands that speak of all others.
    private static final Set<String> OF_ALL = Set.of("help", "completion");

    private CommandLineRun() {}

    public static int run(List<String> arguments) {
        return run(arguments, Console.system());
    }

    static int run(List<String> arguments, Console console) {
        if (!arguments.isEmpty() && arguments.getFirst().equals("classify")) {
            Optional<ClassifyCommand> plain = ClassifyCommand.plainly(arguments.subList(1, arguments.size()), console);
            if (plain.isPresent()) {
                return answered(plain.get(), console);
            }
        }
        return commandLine(arguments, console).execute(arguments.toArray(String[]::new));
    }

    /// The whole command line.
    static CommandLine commandLine(Console console) {
        return commandLine(List.of(), console);
    }

    // Describing a command takes longer than most commands run, so only the one that is called is described.
    private static CommandLine commandLine(List<String> arguments, Console console) {
        CommandLine line = new CommandLine(new Root());
        Map<String, Supplier<Object>> commands = commands(console);
        Supplier<Object> called = arguments.isEmpty() || OF_ALL.contains(arguments.getFirst()) ? null : commands.get(arguments.getFirst());
        if (called == null) {
            commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        } else {
            line.addSubcommand(arguments.getFirst(), called.get());
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8)).setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((problem, _) -> usage(problem, console));
        line.setExecutionExceptionHandler((problem, _, _) -> failed(problem, console));
        return line;
    }

    private static Map<String, Supplier<Object>> commands(Console console) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> new DemoCommand(console));
        commands.put("classify", () -> new ClassifyCommand(console));
        commands.put("heal", () -> new HealCommand(console));
        commands.put("watch", () -> new WatchCommand(console));
        commands.put("review", () -> new ReviewCommand(console));
        commands.put("undo", () -> new UndoCommand(console));
        commands.put("redo", () -> new RedoCommand(console));
        commands.put("patterns", () -> new PatternsCommand(console));
        commands.put("breaker", () -> new BreakerCommand(console));
        commands.put("report", () -> new ReportCommand(console));
        commands.put("serve", () -> new ServeCommand(console));
        commands.put("bench", () -> new BenchCommand(console));
        commands.put("doctor", () -> new DoctorCommand(console));
        commands.put("completion", () -> new CompletionCommand(console));
        commands.put("rehearse", () -> new RehearseCommand());
        commands.put("help", () -> new HelpCommand());
        return commands;
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

    private static int answered(ClassifyCommand command, Console console) {
        try {
            return command.call();
        } catch (PlainProblem problem) {
            return plainly(problem, console);
        }
    }

    private static int plainly(PlainProblem problem, Console console) {
        console.problem(problem.getMessage());
        return problem.exitCode();
    }

    private static int failed(Exception problem, Console console) throws Exception {
        if (problem instanceof PlainProblem plain) {
            return plainly(plain, console);
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
