"""How long a start takes, and what an idle window costs; each beside the least that could be.

    measure.py LAUNCHER JDK JAVAFX [--rounds N] [--idle SECONDS] [--files N]

LAUNCHER is the program (target/codeheals/bin/codeheals, or the installed codeheals), JDK a JDK 25, JAVAFX the folder of the JavaFX
jars (target/codeheals/javafx). Needs a display: xvfb-run gives one. All rounds of all programs take turns, so that a machine that is
busy for a while is unjust to none. Linux only, as it reads /proc.
"""

import argparse
import os
import pathlib
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
TRACEBACK = """Traceback (most recent call last):
  File "/srv/shop/prices.py", line 14, in total
    return json.loads(text)
NameError: name 'json' is not defined
"""


def once(command, environment):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, timeout=120, check=False)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall * 1000, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def starts(programs, rounds, environment):
    results = {name: [] for name in programs}
    for _ in range(rounds):
        for name, command in programs.items():
            results[name].append(once(command, environment))
    print(f"{'start to end':36} {'wall ms':>16} {'CPU ms':>16}   (median, least)")
    medians = {}
    for name, measured in results.items():
        wall, cpu = [m[0] for m in measured], [m[1] for m in measured]
        medians[name] = statistics.median(wall), statistics.median(cpu)
        print(f"{name:36} {statistics.median(wall):8.0f} {min(wall):7.0f} {statistics.median(cpu):8.0f} {min(cpu):7.0f}")
    return medians


def project(folder, files):
    for number in range(files):
        package = folder / f"part{number // 100}"
        package.mkdir(exist_ok=True)
        (package / f"module{number}.py").write_text(f"def value():\n    return {number}\n")
    (folder / "test_part.py").write_text("import unittest\n\n\nclass PartTest(unittest.TestCase):\n    def test_sum(self):\n"
                                         "        self.assertEqual(2, 1 + 1)\n")


def memory(pid):
    sizes = {}
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, size, *_ = line.split()
        sizes[name.rstrip(":")] = int(size) / 1024
    return sizes["Rss"], sizes["Pss"], sizes["Private_Dirty"]


def ticks(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def background(command, environment):
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def end(process):
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(30)


def idle(launcher, environment, seconds, files):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch, "project")
        folder.mkdir()
        project(folder, files)
        data = ["--data", scratch + "/data"]
        # Watched in the terminal first: that trusts the folder, and the window goes on watching it.
        in_terminal = background([launcher, "watch", *data, str(folder), "--", "python3", "-m", "unittest"], environment)
        time.sleep(15)
        end(in_terminal)
        window = background([launcher, "--project", str(folder), *data], environment)
        try:
            time.sleep(30)
            before = ticks(window.pid)
            peak = 0.0
            for _ in range(seconds):
                time.sleep(1)
                peak = max(peak, memory(window.pid)[0])
            used = ticks(window.pid) - before
            resident, shared_fairly, own = memory(window.pid)
            print(f"idle for {seconds} s, watching {files} files: CPU {100 * used / seconds:.2f} % of a core; memory {resident:.0f} MB resident at the "
                  f"end (most {peak:.0f}), {shared_fairly:.0f} MB with shared pages counted once, {own:.0f} MB its own")
        finally:
            end(window)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("launcher")
    parser.add_argument("jdk", type=pathlib.Path)
    parser.add_argument("javafx", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--idle", type=int, default=300)
    parser.add_argument("--files", type=int, default=5000)
    options = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        sys.exit("measure: needs a display; try xvfb-run.")
    with tempfile.TemporaryDirectory() as scratch:
        modules = ["-p", str(options.javafx), "--add-modules", "javafx.controls"]
        subprocess.run([options.jdk / "bin/javac", *modules, "-d", scratch, HERE / "EmptyWindow.java", HERE / "HelloWorld.java"], check=True)
        failure = pathlib.Path(scratch, "failure.txt")
        failure.write_text(TRACEBACK)
        java = [options.jdk / "bin/java", "-cp", scratch]
        environment = {**os.environ, "CODEHEALS_HOME": scratch + "/data"}
        medians = starts({
            "python3 -c pass": ["python3", "-c", "pass"],
            "bare JVM": [*java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "HelloWorld"],
            "codeheals --version": [options.launcher, "--version"],
            "codeheals classify, one traceback": [options.launcher, "classify", failure],
            "empty JavaFX window": [*java, *modules, "--enable-native-access=javafx.graphics", "EmptyWindow"],
            "codeheals, first window": [options.launcher, "ui", "--rehearse"],
        }, options.rounds, environment)
        ours, empty = medians["codeheals, first window"], medians["empty JavaFX window"]
        print(f"first window / empty window: {ours[0] / empty[0]:.2f} by the clock, {ours[1] / empty[1]:.2f} in CPU time")
        if options.idle:
            idle(options.launcher, environment, options.idle, options.files)


if __name__ == "__main__":
    main()
