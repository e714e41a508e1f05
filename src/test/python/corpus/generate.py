"""Makes the corpus of generated tracebacks with real interpreters.

    python generate.py src/test/resources/detect/generated.jsonl PYTHON [PYTHON ...]

One of the interpreters should have pytest and IPython installed; the committed file was made with 3.8 to 3.13.

Every program of runtime_cases and syntax_cases runs under every interpreter. What was raised is written by the
interpreter itself (sitecustomize), the text is what it printed, shown in one of the styles. Machine paths are replaced.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import reports
import runtime_cases
import styles
import syntax_cases

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = "/srv/shop"
ENV = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": HERE, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}


def version(python):
    return subprocess.run([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], capture_output=True, text=True, check=True).stdout.strip()


class Machine:
    """Replaces this machine's paths by ones that could be anywhere."""

    def __init__(self, python, folder, release):
        prefix = subprocess.run([python, "-c", "import sys; print(sys.base_prefix)"], capture_output=True, text=True, check=True).stdout.strip()
        self.pairs = [(folder, PROJECT), (HERE, "/usr/local/hooks")] + ([] if prefix == "/usr" else [(prefix, "/usr/local")])
        self.release = release
        self.prefix = prefix

    def tag(self):
        return "system" if self.prefix == "/usr" else "own"

    def clean(self, text):
        for real, shown in self.pairs:
            text = text.replace(real, shown)
        return re.sub(r"0x[0-9a-f]{8,}", "0x7f3a5c2d1e50", text)


def run(python, folder, argv, colour=False, stdin=None):
    truth = os.path.join(folder, ".truth")
    env = dict(ENV, CORPUS_TRUTH=truth)
    env["FORCE_COLOR" if colour else "NO_COLOR"] = "1"
    done = subprocess.run([python, *argv], cwd=folder, env=env, capture_output=True, timeout=60, input=stdin)
    chain = None
    if os.path.exists(truth):
        with open(truth, encoding="utf-8") as f:
            chain = json.load(f)
        os.remove(truth)
    return done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), chain


def telling(facts):
    while facts["members"]:
        framed = [m for m in facts["members"] if m["frames"]]
        facts = framed[0] if framed else facts["members"][0]
        yield facts


def expectation(chain, text):
    reported = chain[-1]
    frames = list(reported["frames"])
    for member in telling(reported):
        frames += member["frames"]
    names = [shown(link["type"], text) for link in chain]
    return {
        "types": names,
        "messages": [link["message"] for link in chain],
        "relations": [link["relation"] for link in chain],
        "notes": reported["notes"],
        "frames": None if "[Previous line repeated" in text else frames,
        "innermost": frames[-1] if frames else None,
        "column": reported.get("column"),
    }


def shown(kind, text):
    return kind if not kind.startswith("__main__.") or kind in text else kind[9:]


def in_folder(python, release, name, make):
    folder = tempfile.mkdtemp(prefix="corpus")
    try:
        return make(python, release, folder, Machine(python, folder, release), name)
    finally:
        shutil.rmtree(folder)


def runtime(python, release, folder, machine, name):
    source, code, subject = {**runtime_cases.CASES, **runtime_cases.GROUPS}[name]
    with open(os.path.join(folder, "app.py"), "w", encoding="utf-8") as f:
        f.write(source)
    colour = release >= "3.13" and hash_of(name) % 3 == 0
    _, text, chain = run(python, folder, [os.path.join(folder, "app.py")], colour)
    return record(machine, name, release, code, subject, text, chain, "colour" if colour else None)


def syntax(python, release, folder, machine, name):
    source, code = syntax_cases.CASES[name]
    imported = hash_of(name) % 2 == 1
    with open(os.path.join(folder, "broken.py"), "w", encoding="utf-8", newline="") as f:
        f.write(source)
    with open(os.path.join(folder, "app.py"), "w", encoding="utf-8") as f:
        f.write("import broken\n")
    _, text, chain = run(python, folder, [os.path.join(folder, "app.py" if imported else "broken.py")])
    if chain is None or not isinstance(chain[-1].get("column"), (int, type(None))):
        return None
    if imported:
        for link in chain:
            link["frames"] = [f for f in link["frames"] if "<frozen" not in f[0]]
    return record(machine, "syntax_" + name, release, code, None, text, chain, None)


def hash_of(name):
    return sum((i + 1) * ord(c) for i, c in enumerate(name))


def record(machine, name, release, code, subject, text, chain, fixed):
    if chain is None:
        return None
    style = fixed or styles.ALL[(hash_of(name) + int(release.split(".")[1]) * 5) % len(styles.ALL)].__name__
    clean = machine.clean(text)
    shown_text = clean if fixed else getattr(styles, style)(clean)
    truth = json.loads(machine.clean(json.dumps(expectation(chain, text))))
    return {"id": "%s-%s" % (name, release), "style": style, "expect": [{"code": code, "subject": subject, **truth}], "text": shown_text}


def main():
    output, pythons = sys.argv[1], sys.argv[2:]
    jobs = []
    for python in pythons:
        release = version(python)
        names = list(runtime_cases.CASES) + (list(runtime_cases.GROUPS) if tuple(map(int, release.split("."))) >= (3, 11) else [])
        jobs += [(python, release, name, runtime) for name in names]
        jobs += [(python, release, name, syntax) for name in syntax_cases.CASES]
        jobs += [(python, release, name, reports.make) for name in reports.names(python)]
    with ThreadPoolExecutor(3) as pool:
        found = [r for r in pool.map(lambda j: in_folder(*j), jobs) if r is not None]
    seen = set()
    with open(output, "w", encoding="utf-8") as out:
        for r in found:
            key = r["text"]
            if key not in seen:
                seen.add(key)
                out.write(json.dumps(r, ensure_ascii=False) + "\n")
    print(len(found), "made,", len(seen), "different")


if __name__ == "__main__":
    main()
