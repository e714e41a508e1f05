"""Writes broken projects for `codeheals bench` from real code: modules of this Python's standard library, each with one slip in one line.

    python3 generate.py --seed 7 --count 40 OUT

A case holds a module under a name of its own and about half of the module's own tests; all of its tests are the held-back check.
It is kept only if those tests fail with the slip and pass without it. Needs Python 3.10 or newer with its `test` package.
"""
import argparse
import ast
import json
import random
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections import Counter
from pathlib import Path

from slips import slips

MODULES = ("bisect cmd colorsys configparser copy difflib fnmatch fractions glob graphlib heapq ipaddress netrc operator quopri reprlib sched"
           " shlex string textwrap").split()
LIBRARY = Path(sysconfig.get_path("stdlib"))
SECONDS = 25
TRIES = 12
KEPT_TESTS = 0.6
CHOSEN_KINDS = 4


class Library:
    """A module of the standard library as a project: `textwrap` becomes `my_textwrap`, and its tests import that."""

    def __init__(self, module):
        self.module, self.name = module, "my_" + module
        self.code = (LIBRARY / f"{module}.py").read_text(encoding="utf-8")
        tests = (LIBRARY / "test" / f"test_{module}.py").read_text(encoding="utf-8")
        tests = re.sub(rf"^(\s*)import {module}$", rf"\1import {self.name} as {module}", tests, flags=re.M)
        self.tests = re.sub(rf"^(\s*)from {module} import", rf"\1from {self.name} import", tests, flags=re.M)
        self.command = ["python3", "-m", "unittest", f"test_{module}"]

    def write(self, folder, code, tests):
        folder.mkdir(parents=True)
        (folder / f"{self.name}.py").write_text(code, encoding="utf-8")
        (folder / f"test_{self.module}.py").write_text(tests, encoding="utf-8")

    def passes(self, code, tests):
        """Whether the tests pass; None if they cannot tell in time."""
        with tempfile.TemporaryDirectory() as scratch:
            self.write(Path(scratch, "project"), code, tests)
            try:
                return subprocess.run([sys.executable, "-B", *self.command[1:]], cwd=Path(scratch, "project"), capture_output=True, timeout=SECONDS).returncode == 0
            except subprocess.TimeoutExpired:
                return None


def some_of(tests, rng):
    """The tests without some of their methods."""
    lines = tests.split("\n")
    gone = [node for node in ast.walk(ast.parse(tests)) if isinstance(node, ast.FunctionDef) and node.name.startswith("test") and rng.random() > KEPT_TESTS]
    for node in sorted(gone, key=lambda n: -n.lineno):
        first = min([node.lineno] + [decorator.lineno for decorator in node.decorator_list])
        lines[first - 1:node.end_lineno] = [" " * node.col_offset + "pass"]
    return "\n".join(lines)


def broken(library, made, rng):
    """A slip and the text with it, of a kind there are few of; None if it is no program or the same one."""
    found = slips(library.code, rng)
    kinds = sorted({slip.kind for slip in found}, key=lambda kind: (made[kind], rng.random()))[:CHOSEN_KINDS]
    kind = rng.choice(kinds)
    slip = rng.choice([slip for slip in found if slip.kind == kind])
    code = slip.apply(library.code)
    try:
        return None if ast.dump(ast.parse(code)) == ast.dump(ast.parse(library.code)) else (slip, code)
    except SyntaxError:
        return None


def libraries():
    known = [Library(module) for module in MODULES if (LIBRARY / "test" / f"test_{module}.py").is_file()]
    return [library for library in known if library.passes(library.code, library.tests)]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--count", type=int, default=40)
    arguments.add_argument("out", type=Path)
    wanted = arguments.parse_args()
    rng = random.Random(wanted.seed)
    sound = libraries()
    if not sound:
        sys.exit("This Python brings no tests of its standard library; install them or use another.")
    made = Counter()
    for _ in range(wanted.count * TRIES):
        if made.total() == wanted.count:
            break
        library = rng.choice(sound)
        choice = broken(library, made, rng)
        tests = some_of(library.tests, rng)
        if choice is None or not library.passes(library.code, tests) or library.passes(choice[1], tests) is not False:
            continue
        slip, code = choice
        case = wanted.out / f"{made.total():03d}-{slip.kind}-{library.module}"
        shutil.rmtree(case, ignore_errors=True)
        library.write(case / "project", code, tests)
        (case / "hidden").mkdir()
        (case / "hidden" / f"test_{library.module}.py").write_text(library.tests, encoding="utf-8")
        (case / "case.json").write_text(json.dumps({"command": library.command, "family": slip.kind, "hidden": library.command}), encoding="utf-8")
        made[slip.kind] += 1
    print(f"{made.total()} cases: " + ", ".join(f"{kind} {count}" for kind, count in sorted(made.items())))


if __name__ == "__main__":
    main()
