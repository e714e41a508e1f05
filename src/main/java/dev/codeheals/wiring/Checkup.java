package dev.codeheals.wiring;

import dev.codeheals.engine.repair.model.ModelClient;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.MissingTool;
import dev.codeheals.engine.run.SandboxProbe;
import dev.codeheals.project.CommandDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at what this machine offers and says what is missing and how to get it.
public final class Checkup {
    private static final List<String> LIBRARIES = List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib");
    private final Application application;
    private final Map<String, String> host;

    /// @param host the environment of this process
    public Checkup(Application application, Map<String, String> host) {
        this.application = application;
        this.host = Map.copyOf(host);
    }

    /// @param works  whether it is as it should be
    /// @param advice how to mend it; empty where nothing is to do
    public record Finding(String subject, boolean works, String state, String advice) {}

    /// @param project a project whose own interpreter and tests count; empty for the machine alone
    /// @param display whether a window can be shown
    public List<Finding> findings(Optional<Path> project, boolean display) {
        List<Finding> findings = new ArrayList<>();
        Path folder = project.orElse(Path.of("")).toAbsolutePath();
        Optional<Interpreter> python = application.tools().interpreters().find(folder, Optional.empty(), true);
        findings.add(interpreter(python));
        python.ifPresent(found -> findings.add(testRunner(found, project)));
        findings.add(sandbox());
        findings.add(display(display));
        findings.add(store());
        findings.add(model());
        return findings;
    }

    private Finding interpreter(Optional<Interpreter> python) {
        Optional<String> complaint = application.tools().complaint(python);
        return complaint.map(problem -> new Finding("Python", false, problem, MissingTool.PYTHON.advice(host)))
                .orElseGet(() -> new Finding("Python", true, python.orElseThrow().version() + ", " + python.orElseThrow().executable(), ""));
    }

    private Finding testRunner(Interpreter python, Optional<Path> project) {
        if (python.hasPytest()) {
            return new Finding("Test runner", true, "pytest and unittest", "");
        }
        boolean needed = project.map(Checkup::wantsPytest).orElse(false);
        boolean ofTheSystem = python.executable().startsWith("/usr/bin");
        Optional<String> packaged = ofTheSystem ? MissingTool.PYTEST.command(host) : Optional.empty();
        String install = packaged.orElse(python.executable() + " -m pip install pytest");
        return new Finding("Test runner", !needed, "unittest; pytest is not installed for this Python",
                (needed ? "This project's tests need it: " : "Only projects with pytest need it: ") + install);
    }

    private static boolean wantsPytest(Path project) {
        try {
            return new CommandDetector(true).suggest(project).stream().anyMatch(command -> command.display().contains("pytest"));
        } catch (IOException _) {
            return false;
        }
    }

    private Finding display(boolean present) {
        if (!present) {
            return new Finding("Display", false, "none was found, so the commands work and the desktop does not",
                    "Set DISPLAY, or start the desktop with xvfb-run. " + MissingTool.VIRTUAL_DISPLAY.advice(host));
        }
        boolean linux = System.getProperty("os.name").equals("Linux");
        boolean gtk = !linux || LIBRARIES.stream().anyMatch(folder -> Files.exists(Path.of(folder, "libgtk-3.so.0")));
        return gtk ? new Finding("Display", true, "a window can be shown", "")
                : new Finding("Display", false, "there is one, but GTK 3 is missing", MissingTool.GTK.advice(host));
    }

    private Finding sandbox() {
        SandboxProbe.Found found = application.tools().sandboxFound();
        String state = switch (found.sandbox().isolation()) {
            case SANDBOX -> "full: own namespaces, no network, masked home";
            case NAMESPACES -> "good: own namespaces without bubblewrap";
            case LIMITS_ONLY -> "limits only: code that names the project by its full path reads the folder itself, not the copy; " + found.reason();
        };
        return new Finding("Sandbox", found.sandbox().isolation().allowsAuto(), state, found.advice());
    }

    private Finding model() {
        ModelClient.ConnectionReport report = application.model().test();
        return new Finding("Model", report.works(), report.message(), report.works() ? "" : "Healing works without a model: --model offline");
    }

    private Finding store() {
        Path folder = application.dataFolder();
        boolean writable = Files.isWritable(folder) && !application.keepsInMemory();
        return new Finding("Store", writable, writable ? folder.toString() : folder + " cannot be written, so nothing is remembered",
                writable ? "" : "Make the folder writable, or choose another one with --data DIR.");
    }
}
