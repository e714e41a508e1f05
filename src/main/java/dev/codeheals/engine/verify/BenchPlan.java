package dev.codeheals.engine.verify;

import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.Mount;
import dev.codeheals.engine.run.ProcessRunner;
import dev.codeheals.engine.run.PythonCommand;
import dev.codeheals.engine.run.PythonFiles;
import dev.codeheals.engine.run.RunRequest;
import dev.codeheals.engine.run.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the workbenches of one session are set up.
///
/// @param project real path of the folder
/// @param python  the project's interpreter
/// @param command the user's command, taken apart; empty if it does not start Python
/// @param sandbox the machine's, without what this project needs to see
/// @param files   the application's Python programs
/// @param user    home folder of the user, if known
record BenchPlan(Path project, Interpreter python, Optional<PythonCommand> command, Sandbox sandbox, PythonFiles files, ProcessRunner runner,
                 Optional<Path> user) {
    private static final Set<String> HARMLESS = Set.of("-u", "-B", "-W", "-X", "-O", "-OO", "-b", "-bb", "-s", "-q", "-d");
    private static final List<String> SHOWN = List.of("/usr", "/lib", "/lib64", "/bin", "/opt", "/nix", "/gnu");

    Workbench bench(Mirror mirror, List<Mount> ofProject) throws IOException {
        boolean masked = sandbox.isolation() != Isolation.LIMITS_ONLY;
        Path scratch = masked ? mirror.scratch() : Files.createTempDirectory("ch");
        Files.createDirectories(scratch.resolve("home"));
        List<Mount> mounts = new ArrayList<>(outermost(python.folders().stream().filter(this::mayBeShown).toList()).map(Mount::reading).toList());
        mounts.add(Mount.reading(files.folder()));
        mounts.addAll(ofProject);
        mounts.add(new Mount(scratch, scratch, true));
        Sandbox own = sandbox.with(mounts);
        Map<String, String> environment = masked ? Map.of() : unmasked(mirror.root(), scratch);
        RunRequest template = RunRequest.of(Command.of("true"), mirror.root(), Limits.STANDARD, own).withEnv(environment);
        List<String> interpreter = new ArrayList<>(List.of(python.executable().toString()));
        interpreter.addAll(options());
        interpreter.add(files.file("codeheals_warm.py").toString());
        Workbench.ColdRunner cold = new Workbench.ColdRunner(and(interpreter, "once"), scratch);
        Optional<WarmServer> server = canFork() ? Optional.of(server(template, interpreter, masked, scratch, mounts)) : Optional.empty();
        Workbench.PathsShown paths = new Workbench.PathsShown(own.seenAs(mirror.root()).toString(), project.toString());
        return new Workbench(mirror, runner, template, paths, server, cold, masked ? Optional.empty() : Optional.of(scratch));
    }

    private WarmServer server(RunRequest template, List<String> interpreter, boolean masked, Path scratch, List<Mount> mounts) {
        RunRequest start = new RunRequest(new Command(and(interpreter, "serve")), template.folder(), template.extraEnv(), Limits.STANDARD,
                template.sandbox(), Optional.empty());
        List<String> keep = new ArrayList<>(mounts.stream().map(mount -> mount.target().toString()).toList());
        keep.add("/tmp/.home");
        keep.add(scratch.resolve("home").toString());
        List<String> shared = masked ? List.of("/tmp", "/tmp/.home", "/dev/shm") : List.of(scratch.toString(), scratch.resolve("home").toString());
        return new WarmServer(runner, start, new WarmServer.Places(template.sandbox().seenAs(template.folder()).toString(), shared, keep));
    }

    private static List<String> and(List<String> words, String last) {
        List<String> all = new ArrayList<>(words);
        all.add(last);
        return all;
    }

    private List<String> options() {
        return command.map(PythonCommand::options).filter(BenchPlan::areHarmless).orElse(List.of());
    }

    /// Options that change where modules come from would keep the warm interpreter from its own.
    private static boolean areHarmless(List<String> options) {
        return options.stream().allMatch(option -> !option.startsWith("-") || HARMLESS.contains(option) || option.startsWith("-W") || option.startsWith("-X"));
    }

    private boolean canFork() {
        return File.separatorChar == '/' && command.map(PythonCommand::options).map(BenchPlan::areHarmless).orElse(true);
    }

    /// An interpreter that searches the whole home folder must not open it to every run. What lies in the project is shown with it.
    private boolean mayBeShown(Path folder) {
        boolean around = project.startsWith(folder) || user.filter(home -> home.startsWith(folder)).isPresent();
        return !around && !folder.startsWith(project) && SHOWN.stream().noneMatch(folder::startsWith);
    }

    /// A place to mount on cannot be made inside what is mounted read-only.
    private static Stream<Path> outermost(List<Path> folders) {
        return folders.stream().filter(folder -> folders.stream().noneMatch(other -> !other.equals(folder) && folder.startsWith(other)));
    }

    /// Where nothing is masked, runs get a home and a temp folder of their own (a short path, since the names of sockets in it are), and the project's installed sources lead to the copy.
    private Map<String, String> unmasked(Path copy, Path scratch) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("TMPDIR", scratch.toString());
        environment.put("HOME", scratch.resolve("home").toString());
        String sources = python.folders().stream().filter(folder -> folder.startsWith(project) && Files.isDirectory(folder))
                .map(folder -> copy.resolve(project.relativize(folder))).filter(Files::isDirectory).map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        if (!sources.isEmpty()) {
            environment.put("PYTHONPATH", sources);
        }
        return environment;
    }
}
