"""Writes broken projects for `codeheals bench`: realistic programs, each with one real bug at a place the seed chooses.

    python3 generate.py --seed 7 --count 200 OUT [--family names,syntax] [--bug lost-self] [--recurring 10]

A case is kept only if its command fails with the bug and passes without it; the held-back check knows more tests than the visible one.
"""
import argparse
import ast
import difflib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import bugs_data  # noqa: F401
import bugs_logic  # noqa: F401
import bugs_names  # noqa: F401
import bugs_syntax  # noqa: F401
import bugs_values  # noqa: F401
from edits import Source
from registry import BUGS
from style import vary

PROGRAMS = Path(__file__).parent / "programs"
SECONDS = 10


def program(kind, rng):
    folder = PROGRAMS / kind
    files = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "words.json" and "__pycache__" not in path.parts:
            files[str(path.relative_to(folder))] = path.read_text(encoding="utf-8")
    return vary(files, json.loads((folder / "words.json").read_text()), rng)


def visible_tests(text, rng):
    """About half of the test methods."""
    tree = ast.parse(text)
    lines = text.splitlines(keepends=True)
    gone = set()
    for owner in tree.body:
        if isinstance(owner, ast.ClassDef):
            tests = [n for n in owner.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test")]
            kept = [n for n in tests if rng.random() < 0.6] or tests[:1]
            for node in tests:
                if node not in kept:
                    gone.update(range(node.lineno, node.end_lineno + 1))
    return "".join(line for i, line in enumerate(lines, 1) if i not in gone)


def write(files, folder):
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))


def run(files, command):
    """Whether it passes, and what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        write(files, Path(folder))
        try:
            done = subprocess.run([sys.executable, "-B"] + command[1:], cwd=folder, capture_output=True, timeout=SECONDS, text=True,
                                  encoding="utf-8", errors="replace", env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"})
        except subprocess.TimeoutExpired:
            return False, "timeout"
        return done.returncode == 0, done.stdout + done.stderr


def difference(before, after):
    """What was done to the working program, for whoever reads the case."""
    lines = []
    for path in sorted(after):
        if before.get(path) != after[path]:
            lines += difflib.unified_diff(before.get(path, "").splitlines(), after[path].splitlines(), path, path, "", "", 1, "")
    return lines


class Case:
    """A broken project and how it was made.

    ``fixed`` are the changed files as they are without the bug. ``place`` is the bug's file and the number of its version there; with it
    the same bug is put into the same program in other words.
    """

    def __init__(self, bug, kind, files, command, hidden, fixed, injected, place):
        self.bug = bug
        self.kind = kind
        self.files = files
        self.command = command
        self.hidden = hidden
        self.fixed = fixed
        self.injected = injected
        self.place = place

    def save(self, folder):
        write(self.files, folder / "project")
        write(self.hidden, folder / "hidden")
        write(self.fixed, folder / "fixed")
        description = {"command": self.command, "family": self.bug.family, "bug": self.bug.name, "program": self.kind,
                       "hidden": ["python3", "-m", "unittest", "hidden_test"], "injected": self.injected}
        (folder / "case.json").write_text(json.dumps(description, indent=1) + "\n")


class Setting:
    """A program in some words, with the tests that are shown and those that are held back."""

    def __init__(self, bug, kind, rng, whole=False):
        files = program(kind, rng)
        self.tests = [path for path in files if path.startswith("test_")][0]
        self.hidden = {"hidden_test.py": files[self.tests]}
        self.script = bug.script and rng.random() < 0.25 and not whole
        self.shown = dict(files)
        if self.script:
            del self.shown[self.tests]
            self.command = ["python3", "main.py"]
        else:
            self.shown[self.tests] = files[self.tests] if whole else visible_tests(files[self.tests], rng)
            self.command = rng.choice([["python3", "-m", "unittest"], ["python3", "-m", "unittest", "-v"], ["python3", "-m", "unittest", self.tests[:-3]],
                                       ["python3", self.tests]])

    def modules(self, bug):
        return [path for path in self.shown if path.endswith(".py") and path not in (self.tests, "main.py")
                or (path == "main.py" and (self.script or bug.family == "imports"))]

    def versions(self, bug, path, rng):
        return list(bug.make(Source(path, self.shown[path].replace("\r\n", "\n")), self.shown, rng))

    def case(self, bug, kind, path, version, place):
        """The case, if the bug shows, is what its name says, and is gone without it."""
        crlf = "\r\n" in self.shown[path]
        changes = version if isinstance(version, dict) else {path: version}
        changes = {name: new.replace("\n", "\r\n") if crlf and name.endswith(".py") else new for name, new in changes.items()}
        if all(self.shown.get(name) == new for name, new in changes.items()):
            return None
        broken = {**self.shown, **changes}
        passed, output = run(broken, self.command)
        if passed or output == "timeout" or (bug.expect and not re.search(bug.expect, output)) or (bug.family != "syntax" and "SyntaxError" in output):
            return None
        data = {name: text for name, text in self.shown.items() if not name.endswith(".py")}
        held = {**broken, **({} if bug.family == "drift" else data)}
        check = ["python3", "-m", "unittest", "hidden_test"]
        if run({**self.shown, **self.hidden}, check)[0] and not run({**held, **self.hidden}, check)[0]:
            fixed = {name: self.shown[name] for name in changes if name in self.shown}
            return Case(bug, kind, broken, self.command, self.hidden, fixed, difference(self.shown, broken), place)
        return None


def case(bug, kind, rng):
    setting = Setting(bug, kind, rng)
    modules = setting.modules(bug)
    rng.shuffle(modules)
    for path in modules[:3]:
        versions = list(enumerate(setting.versions(bug, path, rng)))
        rng.shuffle(versions)
        for number, version in versions[:5]:
            found = setting.case(bug, kind, path, version, (path, number))
            if found:
                return found
    return None


def again(first, rng):
    """The same bug at the same place of the same program, in other words."""
    setting = Setting(first.bug, first.kind, rng, whole=True)
    path, number = first.place
    versions = setting.versions(first.bug, path, random.Random(number))
    return setting.case(first.bug, first.kind, path, versions[number], first.place) if path in setting.shown and number < len(versions) else None


def recurring(cases, count, rng):
    """A stream in which a few failures come back again and again."""
    stream = []
    tries = 0
    while len(stream) < count and tries < 4 * count:
        tries += 1
        found = again(rng.choice(cases), random.Random(rng.random()))
        if found:
            stream.append(found)
    return stream


def collect(bugs, count, rng):
    kinds = sorted(path.name for path in PROGRAMS.iterdir() if path.is_dir())
    found = []
    rounds = 0
    while len(found) < count and rounds < 12:
        rounds += 1
        order = list(bugs)
        rng.shuffle(order)
        for bug in order:
            if len(found) >= count:
                break
            inner = random.Random(rng.random())
            tries = list(kinds)
            inner.shuffle(tries)
            one = next((c for c in (case(bug, kind, inner) for kind in tries[:6]) if c), None)
            found += [one] if one else []
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--family", default="")
    parser.add_argument("--bug", default="")
    parser.add_argument("--recurring", type=int, default=0, help="so many different failures, each coming back in other words")
    options = parser.parse_args()
    bugs = [b for b in BUGS if (not options.family or b.family in options.family.split(",")) and options.bug in ("", b.name)]
    rng = random.Random(options.seed)
    cases = collect(bugs, options.recurring or options.count, rng)
    if options.recurring:
        cases = recurring(cases, options.count, rng)
    shutil.rmtree(options.out, ignore_errors=True)
    for number, one in enumerate(cases):
        one.save(options.out / f"{number:04d}-{one.bug.family}-{one.bug.name}-{one.kind}")
    for family, count in sorted(Counter(one.bug.family for one in cases).items()):
        print(f"{family:12} {count}")
    print(f"{'all':12} {len(cases)}")


if __name__ == "__main__":
    main()
