package dev.codeheals.wiring;

import dev.codeheals.engine.repair.model.ModelClient;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.SandboxProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at what this machine offers and says what is missing and how to get it.
public final class Checkup {
    private final Application application;

    public Checkup(Application application) {
        this.application = application;
    }

    /// @param works  whether it is as it should be
    /// @param advice how to mend it; empty where nothing is to do
    public record Finding(String subject, boolean works, String state, String advice) {}

    /// @param folder the project to look at; its own interpreter counts
    /// @param display whether a window can be shown
    public List<Finding> findings(Path folder, boolean display) {
        List<Finding> findings = new ArrayList<>();
        Optional<Interpreter> python = application.tools().interpreters().find(folder.toAbsolutePath(), Optional.empty(), true);
        findings.add(interpreter(python));
        findings.add(testRunner(python));
        findings.add(sandbox());
        findings.add(new Finding("Display", display, display ? "a window can be shown" : "none was found",
                display ? "" : "The commands work without one; the desktop needs DISPLAY to be set."));
        findings.add(store());
        findings.add(model());
        return findings;
    }

    private Finding interpreter(Optional<Interpreter> python) {
        Optional<String> complaint = application.tools().complaint(python);
        return complaint.map(problem -> new Finding("Python", false, problem, "Install Python 3.9 or newer, for example with: apt install python3"))
                .orElseGet(() -> new Finding("Python", true, python.orElseThrow().version() + ", " + python.orElseThrow().executable(), ""));
    }

    private static Finding testRunner(Optional<Interpreter> python) {
        boolean pytest = python.map(Interpreter::hasPytest).orElse(false);
        return python.isEmpty() ? new Finding("Test runner", false, "no Python to run tests with", "Install Python first.")
                : new Finding("Test runner", true, pytest ? "pytest and unittest" : "unittest; pytest is not installed for this Python",
                        pytest ? "" : "Only needed for pytest projects: python3 -m pip install pytest");
    }

    private Finding sandbox() {
        SandboxProbe.Found found = application.tools().sandboxFound();
        String state = switch (found.sandbox().isolation()) {
            case SANDBOX -> "full: own namespaces, no network, masked home";
            case NAMESPACES -> "good: own namespaces without bubblewrap";
            case LIMITS_ONLY -> "limits only; " + found.reason();
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
