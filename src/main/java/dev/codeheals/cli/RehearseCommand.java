package dev.codeheals.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// {@code rehearse}: does a little of everything in one process, so that its start can be recorded for the commands that follow.
@Command(name = "rehearse", hidden = true, mixinStandardHelpOptions = true, description = "Used while the program is packaged.")
final class RehearseCommand implements Callable<Integer> {
    private static final String FAILURE = """
            Traceback (most recent call last):
              File "shop/prices.py", line 14, in total
                return json.loads(text)
                       ^^^^
            NameError: name 'json' is not defined. Did you forget to import 'json'?
            """;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "A folder that may be filled.")
    Path data = Path.of(".");

    @Option(names = "--heal", description = "Heal the sample project too.")
    boolean heal;

    @Override
    public Integer call() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console quiet = new Console(nowhere, nowhere, false, false);
        String folder = data.toString();
        classify(quiet, "--data", folder);
        classify(quiet, "--data", folder, "--json");
        for (List<String> command : List.of(List.of("review", "list"), List.of("patterns", "list"), List.of("report", "--format", "json"))) {
            run(quiet, command, folder);
        }
        if (heal) {
            run(quiet, List.of("demo", "--terminal"), folder);
        }
        return ExitCode.FINE;
    }

    private static void classify(Console quiet, String... arguments) {
        new CommandLine(new ClassifyCommand(quiet, new ByteArrayInputStream(FAILURE.getBytes(StandardCharsets.UTF_8)))).execute(arguments);
    }

    private static void run(Console quiet, List<String> command, String folder) {
        CommandLine line = CommandLineRun.commandLine(quiet);
        line.execute(Stream.concat(command.stream(), Stream.of("--data", folder)).toArray(String[]::new));
    }
}
