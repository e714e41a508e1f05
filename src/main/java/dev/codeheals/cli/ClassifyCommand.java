package dev.codeheals.cli;

import dev.codeheals.engine.classify.ClusterRules;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ProjectTaxonomies;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.project.DataFolder;
import dev.codeheals.store.SqliteClusterRules;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// {@code classify}: every Python failure in raw output, one after the other as they are found.
@Command(name = "classify", mixinStandardHelpOptions = true, description = "Finds every Python failure in raw output and says what it is.",
        footer = {"", "Exit code: 0 found; 1 none found.", "", "Examples:", "  pytest 2>&1 | codeheals classify", "  codeheals classify build.log --project .",
            "  codeheals classify --json < build.log | jq .rebanker_raw.error_code"})
public final class ClassifyCommand implements Callable<Integer> {
    private final Console console;
    private final InputStream standardInput;

    @Option(names = "--json", description = "One JSON object a line on standard output.")
    boolean json;

    @Option(names = "--project", paramLabel = "DIR", description = "The folder whose frames count as your own code.")
    @Nullable Path project;

    @Option(names = "--data", paramLabel = "DIR", description = "Where your own taxonomy files are, in the folder 'taxonomy'.")
    @Nullable Path data;

    @Parameters(paramLabel = "FILE", arity = "0..1", defaultValue = "-", description = "The output to read; '-' or nothing for standard input.")
    String file = "-";

    public ClassifyCommand() {
        this(Console.system());
    }

    ClassifyCommand(Console console) {
        this(console, System.in);
    }

    ClassifyCommand(Console console, InputStream standardInput) {
        this.console = console;
        this.standardInput = standardInput;
    }

    /// Reads a command line of known options alone; empty for any other, which {@link CommandLineRun} reads and answers as it does all.
    ///
    /// Hooks and editors call this command often, and describing it to the option parser takes longer than what it does.
    static Optional<ClassifyCommand> plainly(List<String> arguments, Console console) {
        ClassifyCommand command = new ClassifyCommand(console);
        Iterator<String> rest = arguments.iterator();
        boolean named = false;
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--json")) {
                command.json = true;
            } else if (argument.equals("--project") && rest.hasNext()) {
                command.project = Path.of(rest.next());
            } else if (argument.equals("--data") && rest.hasNext()) {
                command.data = Path.of(rest.next());
            } else if (!named && (argument.equals("-") || !argument.startsWith("-"))) {
                command.file = argument;
                named = true;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(command);
    }

    @Override
    public Integer call() {
        ProjectPaths paths = paths();
        ProjectTaxonomies taxonomies = taxonomies();
        // A file that is not in order is named even where nothing is found.
        taxonomies.apply(paths);
        ClusterRules clusters = SqliteClusterRules.keptIn(DataFolder.choose(data));
        ReBanker reBanker = new ReBanker(taxonomies, () -> clusters);
        PrintStream out = new PrintStream(new BufferedOutputStream(console.out()), false, StandardCharsets.UTF_8);
        Consumer<Failure> report = json ? new FailureJson(out, reBanker, paths) : new FailureText(out, console, reBanker, paths);
        int[] count = new int[1];
        try (InputStream in = open()) {
            FailureScanner.scan(in, failure -> {
                count[0]++;
                report.accept(failure);
            });
        } catch (NoSuchFileException e) {
            throw new PlainProblem(ExitCode.USAGE, "There is no file " + file + ".");
        } catch (IOException e) {
            throw new PlainProblem(ExitCode.USAGE, file + " cannot be read: " + e.getMessage());
        } finally {
            out.flush();
        }
        if (count[0] == 0 && !json) {
            console.talk("No Python failure found.");
        }
        return count[0] == 0 ? ExitCode.NOT_DONE : ExitCode.FINE;
    }

    private InputStream open() throws IOException {
        if (file.equals("-")) {
            return standardInput;
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new PlainProblem(ExitCode.USAGE, file + " is a folder; name a file in it.");
        }
        return Files.newInputStream(path);
    }

    private ProjectPaths paths() {
        if (project == null) {
            return ProjectPaths.UNKNOWN;
        }
        if (!Files.isDirectory(project)) {
            throw new PlainProblem(ExitCode.USAGE, "There is no folder " + project + ".");
        }
        try {
            return ProjectPaths.of(project, project.toRealPath());
        } catch (IOException e) {
            return ProjectPaths.of(project);
        }
    }

    private ProjectTaxonomies taxonomies() {
        return new ProjectTaxonomies(DataFolder.choose(data).resolve("taxonomy"), System::nanoTime, problem -> console.problem(problem.toString()));
    }
}
