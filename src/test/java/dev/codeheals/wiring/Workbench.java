package dev.codeheals.wiring;

import dev.codeheals.engine.heal.HealBudget;
import dev.codeheals.engine.heal.HealOrder;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The whole program over a data folder of its own, and projects to heal with it.
public final class Workbench implements AutoCloseable {
    public static final Command TESTS = Command.parse("python3 -m unittest");
    private static final HealBudget PATIENT = HealBudget.STANDARD.withWallTime(Duration.ofMinutes(3));

    private final Path folder;
    private final List<HealingEvent> events = new ArrayList<>();
    private Application application;

    public Workbench(Path folder) {
        this.folder = folder;
        this.application = Application.open(ApplicationOptions.offline(folder.resolve("data")));
    }

    public Application application() {
        return application;
    }

    /// Everything heard of during heals so far.
    public List<HealingEvent> events() {
        return events;
    }

    /// Closes the program and opens it anew over the same data.
    public void restart() {
        ModelChoice choice = application.model().choice();
        application.close();
        application = Application.open(new ApplicationOptions(folder.resolve("data"), choice));
    }

    public Path project(String name, Map<String, String> files) throws IOException {
        Path root = folder.resolve(name);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return root;
    }

    /// A module with one function whose body uses a name that may be missing, and a test that calls it.
    public Path helperProject(String name, String expression) throws IOException {
        return project(name, Map.of("helper.py", """
                \"""Helper functions.\"""


                def work(value):
                    return %s
                """.formatted(expression), "test_helper.py", """
                import unittest

                import helper


                class HelperTest(unittest.TestCase):
                    def test_works(self):
                        self.assertTrue(helper.work(4))

                    def test_is_there(self):
                        self.assertIsNotNone(helper)
                """));
    }

    public HealResult apply(Path project, Command command) {
        return heal(project, command, HealOrder.Promotion.APPLY);
    }

    public HealResult apply(Path project, HealSettings how) {
        return application.session(project).healNow(TESTS, how, new Cancellation(), events::add);
    }

    public HealResult heal(Path project, Command command, HealOrder.Promotion promotion) {
        return application.session(project).healNow(command, new HealSettings(PATIENT, HealSettings.GOOD_ENOUGH, promotion), new Cancellation(),
                events::add);
    }

    @Override
    public void close() {
        application.close();
    }
}
