"""Runs broken programs for the tests of the rules: one JSON request a line, one answer a line, each program in its own fork.

request: {"dir": folder, "script": "main.py"}    answer: {"code": exit code, "output": text, "facts": what the engine's watcher saw, as text}
"""
import inspect  # the watcher needs it in every child
import json
import os
import sys
import types

ENGINE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "main", "resources", "python")
sys.path.insert(0, ENGINE)
import codeheals_facts
del sys.path[0]


class Facts:
    """Where the watcher of the engine writes what it saw."""
    text = ""

    def line(self, _kind, text):
        self.text = text


def run_child(request, out_fd, facts_fd):
    os.dup2(out_fd, 1)
    os.dup2(out_fd, 2)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    sys.stdin = open(0)
    root = request["dir"]
    os.chdir(root)
    path = os.path.join(root, request["script"])
    sys.argv = [path]
    sys.path[0] = os.path.dirname(path)
    sys.dont_write_bytecode = True
    main = types.ModuleType("__main__")
    main.__file__ = path
    sys.modules["__main__"] = main
    code = 0
    facts = Facts()
    watcher = codeheals_facts.Watcher({"cwd": root}, facts)
    try:
        with open(path, "rb") as source:
            program = compile(source.read(), path, "exec")
        watcher.begin()
        exec(program, main.__dict__)
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 0 if leaving.code is None else 1
    except BaseException as error:
        code = 1
        error.__traceback__ = error.__traceback__.tb_next
        sys.excepthook(type(error), error, error.__traceback__)
        watcher.failed(error)
    watcher.end()
    with os.fdopen(facts_fd, "w") as out:
        out.write(facts.text)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def run(request):
    out_read, out_write = os.pipe()
    facts_read, facts_write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out_read)
        os.close(facts_read)
        import signal
        signal.alarm(10)
        run_child(request, out_write, facts_write)
    os.close(out_write)
    os.close(facts_write)
    with os.fdopen(out_read, "rb") as out:
        output = out.read().decode("utf-8", "replace")
    with os.fdopen(facts_read, "rb") as facts_in:
        facts = facts_in.read().decode("utf-8", "replace")
    _, status = os.waitpid(child, 0)
    return {"code": os.waitstatus_to_exitcode(status), "output": output, "facts": facts}


def main():
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    inner = sys.version_info
    answers.write(json.dumps({"executable": os.path.realpath(sys.executable), "major": inner[0], "minor": inner[1],
                              "version": "%d.%d.%d" % inner[:3], "stdlib": sorted(getattr(sys, "stdlib_module_names", ()))}) + "\n")
    answers.flush()
    for line in sys.stdin:
        answers.write(json.dumps(run(json.loads(line))) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
