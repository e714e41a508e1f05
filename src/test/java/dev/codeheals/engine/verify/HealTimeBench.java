package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.engine.run.PythonCommand;
import dev.codeheals.engine.run.RunRequest;
import dev.codeheals.engine.run.Sandbox;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.ApplicationOptions;
import dev.codeheals.wiring.HealSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How long a heal takes beside the command it heals: from the end of the failing run to the verified proposal.
@Tag("bench")
class HealTimeBench {
    private static final int WARM_UP = 6;
    private static final int TRIES = 9;

    @TempDir
    Path temp;

    static Stream<UserProject> projects() {
        String tests = "import unittest, calc\nclass T(unittest.TestCase):\n"
                + "    def test_%d(self):\n        self.assertEqual(calc.double(2), 4)\n".repeat(20).formatted((Object[]) numbers());
        return Stream.of(
                UserProject.named("short script").file("main.py", "import json\ndef greet(name):\n    return json.dumps(nmae)\nprint(greet('you'))\n").run("python3", "main.py")
                        .fails("NameError", "main.py", "nmae", "name"),
                UserProject.named("script that waits 0.2 s").file("main.py", "import time\ntime.sleep(0.2)\ndef greet(name):\n    return nmae\nprint(greet('you'))\n")
                        .run("python3", "main.py").fails("NameError", "main.py", "nmae", "name"),
                UserProject.named("script that computes 0.3 s").file("main.py", """
                        def work(limit):
                            total = 0
                            for i in range(limit):
                                total += i * i % 7
                            return totl
                        print(work(4_000_000))
                        """).run("python3", "main.py").fails("NameError", "main.py", "totl", "total"),
                UserProject.named("unittest, 20 tests").file("calc.py", "def double(number):\n    return 2 * nubmer\n").file("test_calc.py", tests)
                        .run("python3", "-m", "unittest").fails("NameError", "calc.py", "nubmer", "number"),
                UserProject.named("pytest, 20 tests").file("calc.py", "def double(number):\n    return 2 * nubmer\n").file("test_calc.py", tests)
                        .run("python3", "-m", "pytest", "-q").fails("NameError", "calc.py", "nubmer", "number"));
    }

    private static Integer[] numbers() {
        Integer[] numbers = new Integer[20];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("projects")
    void proposesSoonAfterTheFailingRun(UserProject kind) throws IOException {
        Interpreter python = (kind.pytest() ? Machine.pythonWithPytest() : Machine.python()).orElse(null);
        assumeTrue(python != null, "no suitable Python on this machine");
        Command command = new Command(kind.command());
        long alone = median(TRIES, () -> alone(kind, PythonCommand.resolve(command, python)));
        List<long[]> heals = new ArrayList<>();
        try (Application application = Application.open(ApplicationOptions.offline(temp.resolve("data")))) {
            for (int i = 0; i < WARM_UP + TRIES; i++) {
                long[] times = heal(application, written(kind, "heal" + i), command);
                if (i >= WARM_UP) {
                    heals.add(times);
                }
            }
        }
        long first = middle(heals.stream().map(t -> t[0]).toList());
        long proposal = middle(heals.stream().map(t -> t[1]).toList());
        System.out.printf(Locale.ROOT, "| %s | command %.0f ms | to the end of the failing run %.0f ms | from there to the proposal %.0f ms | %.2f x + 150 ms |%n",
                kind.name(), alone / 1e6, first / 1e6, proposal / 1e6, (proposal - 150e6) / alone);
    }

    private long alone(UserProject kind, Command command) throws IOException {
        RunRequest request = RunRequest.of(command, written(kind, "alone"), Limits.STANDARD, Sandbox.limitsOnly());
        long start = System.nanoTime();
        assertThat(Machine.runner().run(request, Cancellation.none()).passed()).isFalse();
        return System.nanoTime() - start;
    }

    private Path written(UserProject kind, String name) throws IOException {
        Path root = Files.createDirectories(temp.resolve(kind.name() + " " + name));
        for (var file : kind.files().entrySet()) {
            Files.writeString(root.resolve(file.getKey()), file.getValue());
        }
        return root;
    }

    /// Until the failing run has ended, and from there until the heal has ended.
    private static long[] heal(Application application, Path root, Command command) {
        long start = System.nanoTime();
        long[] ran = new long[1];
        StringBuilder trace = new StringBuilder();
        HealResult result = application.session(root).healNow(command, HealSettings.REVIEW, Cancellation.none(), event -> {
            if (event instanceof HealingEvent.Ran) {
                ran[0] = System.nanoTime();
            }
            trace.append(' ').append(event instanceof HealingEvent.StageEntered s ? s.stage() : event.getClass().getSimpleName()).append('@')
                    .append((System.nanoTime() - start) / 1_000_000);
        });
        long end = System.nanoTime();
        assertThat(result.outcome()).as(result.message()).isEqualTo(HealResult.HealOutcome.PROPOSED);
        if (Boolean.getBoolean("trace")) {
            System.out.println(trace);
        }
        return new long[] {ran[0] - start, end - ran[0]};
    }

    private interface Timed {
        long nanos() throws IOException;
    }

    private static long median(int times, Timed job) throws IOException {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(job.nanos());
        }
        return middle(all);
    }

    private static long middle(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
