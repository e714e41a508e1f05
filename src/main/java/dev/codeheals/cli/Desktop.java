package dev.codeheals.cli;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Opens the window where there is a display, and says so where there is none.
///
/// The window class is reached by name only, so that the command line never loads JavaFX.
public final class Desktop {
    private static final String WINDOW = "dev.codeheals.ui.Window";
    private static final Set<String> OPTIONS = Set.of("--project", "--data", "--demo");

    private Desktop() {}

    /// Whether the arguments ask for the window: none, options of the window alone, or {@code ui}.
    public static boolean wanted(List<String> arguments) {
        return arguments.isEmpty() || arguments.getFirst().equals("ui") || OPTIONS.contains(option(arguments.getFirst()));
    }

    /// Opens the window and returns when it is closed; without a display heals the sample project in the terminal.
    ///
    /// @return the exit code
    public static int open(List<String> arguments) {
        List<String> forWindow = new ArrayList<>(arguments);
        if (!forWindow.isEmpty() && forWindow.getFirst().equals("ui")) {
            forWindow.removeFirst();
        }
        if (!available()) {
            return headless(forWindow, "no display was found");
        }
        try {
            Class.forName(WINDOW).getMethod("open", List.class).invoke(null, forWindow);
            return 0;
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return headless(forWindow, "the window could not be opened: " + cause.getMessage());
        } catch (ReflectiveOperationException | LinkageError e) {
            return headless(forWindow, "JavaFX is missing: " + e.getMessage());
        }
    }

    /// Whether a window can be shown here.
    static boolean available() {
        return displayPresent(System.getenv(), System.getProperty("os.name", ""), System.getProperty("glass.platform", ""));
    }

    static boolean displayPresent(Map<String, String> environment, String osName, String glassPlatform) {
        String os = osName.toLowerCase(Locale.ROOT);
        return glassPlatform.equalsIgnoreCase("Headless") || os.contains("mac") || os.contains("win")
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    private static int headless(List<String> arguments, String why) {
        PrintStream talk = System.err;
        if (arguments.stream().anyMatch(a -> option(a).equals("--project"))) {
            talk.println("codeheals: " + why + ". Without a window use: codeheals heal DIR -- COMMAND");
            return 1;
        }
        talk.println("codeheals: " + why + "; healing the sample project in the terminal instead.");
        List<String> demo = new ArrayList<>(List.of("demo", "--terminal"));
        arguments.stream().filter(a -> !option(a).equals("--demo")).forEach(demo::add);
        return CommandLineRun.run(demo);
    }

    private static String option(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }
}
