"""Writes broken projects for `codeheals bench`: realistic programs, each with one real bug at a place the seed chooses.

    python3 generate.py --seed 7 --count 200 OUT [--family names,syntax] [--bug lost-self]

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
    def __init__(self, bug, kind, files, command, hidden, injected):
        self.bug = bug
        self.kind = kind
        self.files = files
        self.command = command
        self.hidden = hidden
        self.injected = injected

    def save(self, folder):
        write(self.files, folder / "project")
        write(self.hidden, folder / "hidden")
        description = {"command": self.command, "family": self.bug.family, "bug": self.bug.name, "program": self.kind,
                       "hidden": ["python3", "-m", "unittest", "hidden_test"], "injected": self.injected}
        (folder / "case.json").write_text(json.dumps(description, indent=1) + "\n")


def case(bug, kind, rng):
    files = program(kind, rng)
    tests = [path for path in files if path.startswith("test_")][0]
    full = files[tests]
    as_script = bug.script and rng.random() < 0.25
    shown = dict(files)
    if as_script:
        del shown[tests]
        command = ["python3", "main.py"]
    else:
        shown[tests] = visible_tests(full, rng)
        command = rng.choice([["python3", "-m", "unittest"], ["python3", "-m", "unittest", "-v"], ["python3", "-m", "unittest", tests[:-3]], ["python3", tests]])
    hidden = {"hidden_test.py": full}
    modules = [path for path in shown if path.endswith(".py") and path not in (tests, "main.py") or (path == "main.py" and (as_script or bug.family == "imports"))]
    rng.shuffle(modules)
    for path in modules[:3]:
        text = shown[path].replace("\r\n", "\n")
        crlf = text != shown[path]
        versions = list(bug.make(Source(path, text), shown, rng))
        rng.shuffle(versions)
        for version in versions[:5]:
            changes = version if isinstance(version, dict) else {path: version}
            changes = {name: new.replace("\n", "\r\n") if crlf and name.endswith(".py") else new for name, new in changes.items()}
            if all(shown.get(name) == new for name, new in changes.items()):
                continue
            broken = {**shown, **changes}
            passed, output = run(broken, command)
            if passed or output == "timeout" or (bug.expect and not re.search(bug.expect, output)) or (bug.family != "syntax" and "SyntaxError" in output):
                continue
            data = {name: text for name, text in shown.items() if not name.endswith(".py")}
            held = {**broken, **({} if bug.family == "drift" else data)}
            if run({**shown, **hidden}, ["python3", "-m", "unittest", "hidden_test"])[0] and not run({**held, **hidden}, ["python3", "-m", "unittest", "hidden_test"])[0]:
                return Case(bug, kind, broken, command, hidden, difference(shown, broken))
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--family", default="")
    parser.add_argument("--bug", default="")
    options = parser.parse_args()
    bugs = [b for b in BUGS if (not options.family or b.family in options.family.split(",")) and options.bug in ("", b.name)]
    kinds = sorted(path.name for path in PROGRAMS.iterdir() if path.is_dir())
    rng = random.Random(options.seed)
    made = Counter()
    rounds = 0
    shutil.rmtree(options.out, ignore_errors=True)
    while sum(made.values()) < options.count and rounds < 12:
        rounds += 1
        order = list(bugs)
        rng.shuffle(order)
        for bug in order:
            if sum(made.values()) >= options.count:
                break
            inner = random.Random(rng.random())
            tries = list(kinds)
            inner.shuffle(tries)
            for kind in tries[:6]:
                found = case(bug, kind, inner)
                if found:
                    number = sum(made.values())
                    found.save(options.out / f"{number:04d}-{bug.family}-{bug.name}-{kind}")
                    made[bug.family] += 1
                    break
    for family, count in sorted(made.items()):
        print(f"{family:12} {count}")
    print(f"{'all':12} {sum(made.values())}")


if __name__ == "__main__":
    main()
