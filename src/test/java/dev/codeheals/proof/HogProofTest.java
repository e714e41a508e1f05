package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.run.RunOutcome.Ending;
import dev.codeheals.proof.Cell.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Programs that take everything they can get are stopped in time and leave nothing behind.
class HogProofTest {
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final Limits SHORT = Limits.STANDARD.withWallTime(Duration.ofMillis(1500));
    private static final Duration SLACK = Duration.ofMillis(2500);
    /// Stops by itself, so that a broken guard does not take the machine down.
    private static final String CHILDREN = "import os, time\nfor _ in range(1200):\n    if os.fork() == 0:\n        time.sleep(30)\n        os._exit(0)\ntime.sleep(30)\n";
    private static final List<String> BOMBS = List.of(CHILDREN,
            "import os, time\nfor _ in range(1200):\n    if os.fork() == 0:\n        os.setsid()\n        if os.fork() == 0:\n            time.sleep(30)\n        os._exit(0)\ntime.sleep(30)\n",
            "import os, time\nfor _ in range(10):\n    os.fork()\ntime.sleep(30)\n",
            "import threading, time\nfor _ in range(1200):\n    threading.Thread(target=time.sleep, args=(30,)).start()\ntime.sleep(30)\n",
            "import os, time\nfor _ in range(1200):\n    if os.fork() == 0:\n        time.sleep(30)\n        os._exit(0)\n    print('x' * 1000, flush=True)\nwhile True: print('x' * 1000)\n");

    @TempDir
    Path temp;

    private static void onLinux() {
        assumeTrue(Files.exists(LOAD), "only Linux tells how many processes there are");
    }

    private static long tasks() {
        try {
            String line = Files.readString(LOAD, StandardCharsets.US_ASCII);
            return Long.parseLong(line.substring(line.indexOf('/') + 1, line.indexOf(' ', line.indexOf('/'))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, names = "SANDBOX")
    void manyChildrenEnd(Level level) throws IOException {
        bombs(level, List.of(CHILDREN));
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource(Level.class)
    void processesAreBoundedAndAllEnd(Level level) throws IOException {
        bombs(level, BOMBS);
    }

    private void bombs(Level level, List<String> bombs) throws IOException {
        onLinux();
        Cell cell = new Cell(temp.toRealPath());
        long begun = System.nanoTime();
        int free = unbounded();
        // Ending as many processes takes a busy machine longer, as starting them does.
        Duration slack = SLACK.plusNanos(2 * (System.nanoTime() - begun));
        long late = 0;
        long slowest = 0;
        long most = 0;
        long left = 0;
        for (String bomb : bombs) {
            String mark = UUID.randomUUID().toString();
            long before = tasks();
            AtomicLong highest = new AtomicLong();
            RunOutcome outcome;
            try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
                var watching = watch.scheduleAtFixedRate(() -> highest.accumulateAndGet(tasks() - before, Math::max), 0, 20, TimeUnit.MILLISECONDS);
                outcome = cell.run(level, SHORT, bomb, mark);
                watching.cancel(true);
            }
            late += outcome.duration().compareTo(SHORT.wallTime().plus(slack)) > 0 ? 1 : 0;
            slowest = Math.max(slowest, outcome.duration().toMillis());
            most = Math.max(most, highest.get());
            left += Unprotected.marked(mark).size();
        }
        ProofTable.add(new ProofTable.Row("R5", "fork bombs are stopped and leave nothing (" + level + ")", bombs.size(), late + left,
                "ended after at most " + slowest + " ms; at most " + most + " more tasks on the machine; without limits " + free + " processes outlive the bomb"));
        assertThat(left).isZero();
        assertThat(late).isZero();
        assertThat(free).isGreaterThan(SHORT.processes());
    }

    /// A small bomb with nothing in its way.
    private int unbounded() throws IOException {
        int children = SHORT.processes() + 20;
        try (Unprotected bomb = new Unprotected(temp, CHILDREN.replace("1200", Integer.toString(children)))) {
            bomb.processes(children + 1);
            return bomb.leftWithoutRoot();
        }
    }

    @Test
    void whatNeverEndsIsEnded() throws Exception {
        hangs(Level.SANDBOX);
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource(value = Level.class, names = {"NAMESPACES", "OPEN"})
    void lowerRungsEndAndBoundRunsToo(Level level) throws Exception {
        hangs(level);
        hogs(level);
    }

    private void hangs(Level level) throws Exception {
        onLinux();
        String deaf = "import signal\nfor s in range(1, 65):\n    try: signal.signal(s, signal.SIG_IGN)\n    except (OSError, ValueError): pass\n";
        Map<String, String> programs = new LinkedHashMap<>();
        programs.put("loop", "while True: pass\n");
        programs.put("deaf loop", deaf + "while True: pass\n");
        programs.put("deaf sleep", deaf + "import time\ntime.sleep(100)\n");
        programs.put("stopped", "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\n");
        programs.put("stopped child", "import os, signal\np = os.fork()\nif p == 0:\n    os.kill(os.getpid(), signal.SIGSTOP)\nos.waitpid(p, 0)\n");
        programs.put("lock held by itself", "import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()\n");
        programs.put("pipe nobody reads", "import os\nr, w = os.pipe()\nwhile True: os.write(w, b'x' * 65536)\n");
        programs.put("slow expression", "import re\nre.match('(.*a){20}b', 'a' * 60)\n");
        programs.put("big power", "print(len(str(9 ** 9 ** 9)))\n");
        programs.put("exit that hangs", "import atexit, time\natexit.register(time.sleep, 100)\n");
        Cell cell = new Cell(temp.toRealPath());
        Limits limits = Limits.STANDARD.withWallTime(Duration.ofMillis(400));
        long wrong = 0;
        for (String program : programs.values()) {
            String mark = UUID.randomUUID().toString();
            RunOutcome outcome = cell.run(level, limits, program, mark);
            boolean inTime = outcome.duration().compareTo(limits.wallTime().plus(SLACK)) < 0;
            wrong += outcome.ending() == Ending.TIMED_OUT && inTime && Unprotected.marked(mark).size() == 0 ? 0 : 1;
        }
        List<String> goOn = new ArrayList<>();
        for (String name : List.of("deaf sleep", "stopped")) {
            try (Unprotected program = new Unprotected(temp, programs.get(name))) {
                if (program.outlives(Duration.ofSeconds(1))) {
                    goOn.add(name);
                }
            }
        }
        ProofTable.add(new ProofTable.Row("R6", "what never ends is ended at its time (" + level + ")", programs.size(), wrong,
                "asked to end, these go on: " + String.join(", ", goOn)));
        assertThat(wrong).isZero();
        assertThat(goOn).isNotEmpty();
    }

    @Test
    void memoryFilesAndDescriptorsAreBounded() throws Exception {
        hogs(Level.SANDBOX);
    }

    private void hogs(Level level) throws Exception {
        onLinux();
        Limits limits = new Limits(Duration.ofSeconds(20), 1 << 20, 256L << 20, 8L << 20, 512);
        Cell cell = new Cell(temp.toRealPath());
        Map<String, String> hogs = Map.of(
                "x = bytearray(512 << 20)\n", "MemoryError",
                "x = [b'x' * (1000 + n % 7) for n in range(10 ** 7)]\n", "MemoryError",
                "import mmap\nx = mmap.mmap(-1, 512 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)\nx.write(b'x' * (512 << 20))\n", "",
                "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nwith open('big', 'wb') as f:\n    for _ in range(100): f.write(b'x' * (1 << 20))\n", "File too large",
                "with open('big', 'wb') as f: f.truncate(100 << 30)\n", "",
                "files = [open('/dev/null') for _ in range(10 ** 5)]\n", "Too many open files");
        long wrong = 0;
        for (Map.Entry<String, String> hog : hogs.entrySet()) {
            RunOutcome outcome = cell.run(level, limits, hog.getKey());
            wrong += !outcome.passed() && outcome.text().contains(hog.getValue()) ? 0 : 1;
            Path big = temp.toRealPath().resolve("big");
            wrong += Files.exists(big) && Files.size(big) > limits.fileSize() ? 1 : 0;
            Files.deleteIfExists(big);
        }
        int free = 0;
        for (String hog : hogs.keySet()) {
            // One of them would take ten gigabytes.
            if (!hog.contains("10 ** 7")) {
                try (Unprotected program = new Unprotected(temp, hog)) {
                    free += program.exit() == 0 ? 1 : 0;
                }
                Files.deleteIfExists(temp.resolve("big"));
            }
        }
        ProofTable.add(new ProofTable.Row("R7", "memory, files and descriptors are bounded (" + level + ")", hogs.size(), wrong,
                free + " of " + (hogs.size() - 1) + " get what they ask for without limits"));
        assertThat(wrong).isZero();
        assertThat(free).isGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, names = "SANDBOX")
    void outputOfAnySizeIsReadInFixedMemory(Level level) throws IOException {
        floods(level, 32);
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource(Level.class)
    void aGibibyteOfOutputIsReadInFixedMemory(Level level) throws IOException {
        floods(level, 1024);
    }

    private void floods(Level level, int mebibytes) throws IOException {
        String end = "raise LookupError('at the end')\n";
        String many = "import os\nn = " + mebibytes + "\n";
        Map<String, String> floods = Map.of(
                "short lines", many + "for _ in range(n): os.write(1, b'x\\n' * (1 << 19))\n" + end,
                "errors", many + "for _ in range(n): os.write(2, b'line of an error\\n' * (1 << 16))\n" + end,
                "one line", many + "for _ in range(n): os.write(1, b'x' * (1 << 20))\nos.write(1, b'\\n')\n" + end,
                "binary", many + "b = bytes(range(256)) * 4096\nfor _ in range(n): os.write(1, b)\nos.write(1, b'\\n')\n" + end);
        Cell cell = new Cell(temp.toRealPath());
        long wrong = 0;
        long slowest = 0;
        long before = heap();
        for (String flood : floods.values()) {
            RunOutcome outcome = cell.run(level, Limits.STANDARD, flood);
            boolean found = FailureScanner.scan(outcome.output()).stream().anyMatch(f -> f.reported().exceptionType().equals("LookupError"));
            wrong += found && outcome.truncated() && outcome.output().length <= Limits.STANDARD.keptOutput() ? 0 : 1;
            slowest = Math.max(slowest, outcome.duration().toMillis());
        }
        long grown = Math.max(0, heap() - before) >> 20;
        ProofTable.add(new ProofTable.Row("R8", mebibytes + " MiB of output keep their head, their tail and the failure (" + level + ")", floods.size(), wrong,
                "slowest " + slowest + " ms; heap grew by " + grown + " MiB"));
        assertThat(wrong).isZero();
        assertThat(grown).isLessThan(64);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
