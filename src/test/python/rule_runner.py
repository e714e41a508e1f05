"""Runs broken programs for the tests of the rules: one JSON request a line, one answer a line, each program in its own fork.

request: {"dir": folder, "script": "main.py"}    answer: {"code": exit code, "output": text, "facts": {...} or null}
"""
import ast
import inspect
import io
import json
import linecache
import os
import sys
import types


def type_name(value):
    t = type(value)
    return t.__qualname__ if t.__module__ == "builtins" else t.__module__ + "." + t.__qualname__


def value_facts(value):
    facts = {"type": type_name(value), "repr": "", "length": None, "keys": [], "attributes": [], "elements": []}
    try:
        facts["repr"] = repr(value)[:200]
    except Exception:
        pass
    try:
        facts["length"] = len(value)
    except Exception:
        pass
    try:
        if hasattr(value, "keys") and not isinstance(value, type):
            facts["keys"] = [repr(k) for k in list(value.keys())[:200]]
    except Exception:
        pass
    if type(value).__module__ != "builtins" or isinstance(value, (type, types.ModuleType)):
        facts["attributes"] = [a for a in dir(value) if not a.startswith("_")][:400]
    try:
        if isinstance(value, dict):
            facts["elements"] = [type_name(v) for v in list(value.values())[:5]]
        elif isinstance(value, (list, tuple, set, frozenset)):
            facts["elements"] = [type_name(v) for v in list(value)[:5]]
    except Exception:
        pass
    return facts


def readable(node):
    if isinstance(node, ast.Name):
        return True
    if isinstance(node, ast.Attribute):
        return readable(node.value)
    return isinstance(node, ast.Subscript) and readable(node.value) and isinstance(node.slice, ast.Constant)


def look_up(node, scope):
    if isinstance(node, ast.Name):
        return scope[node.id]
    if isinstance(node, ast.Attribute):
        owner = look_up(node.value, scope)
        if isinstance(inspect.getattr_static(owner, node.attr, None), property):
            raise AttributeError(node.attr)
        return getattr(owner, node.attr)
    return look_up(node.value, scope)[node.slice.value]


def statement_at(path, line):
    text = "".join(linecache.getlines(path))
    best = None
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt) and node.lineno <= line <= node.end_lineno and (best is None or node.lineno >= best.lineno):
            best = node
    return text, best


def frame_facts(frame, line, root):
    path = frame.f_code.co_filename
    facts = {"file": os.path.relpath(path, root).replace(os.sep, "/"), "line": line, "function": frame.f_code.co_name,
             "locals": {k: value_facts(v) for k, v in frame.f_locals.items() if not k.startswith("__")}, "evaluated": {}, "callees": {}}
    text, statement = statement_at(path, line)
    import builtins
    scope = {**vars(builtins), **frame.f_globals, **frame.f_locals}
    for node in ast.walk(statement) if statement is not None else ():
        if isinstance(node, ast.expr) and readable(node):
            try:
                value = look_up(node, scope)
            except Exception:
                continue
            facts["evaluated"][ast.get_source_segment(text, node)] = value_facts(value)
        if isinstance(node, ast.Call) and readable(node.func):
            try:
                facts["callees"][ast.get_source_segment(text, node.func)] = str(inspect.signature(look_up(node.func, scope)))
            except Exception:
                pass
    return facts


def exception_facts(error):
    found = {}
    if getattr(error, "name", None) is not None:
        found["name"] = str(error.name)
    if isinstance(error, AttributeError) and getattr(error, "obj", None) is not None:
        found["obj_type"] = type_name(error.obj)
        found["obj_attributes"] = " ".join(a for a in dir(error.obj) if not a.startswith("_"))
    if isinstance(error, KeyError) and error.args:
        found["key"] = repr(error.args[0])
    return found


def facts_of(error, root):
    frames = []
    trace = error.__traceback__
    depth = 0
    while trace is not None and depth < 100:
        depth += 1
        if trace.tb_frame.f_code.co_filename.startswith(root + os.sep):
            try:
                frames.append(frame_facts(trace.tb_frame, trace.tb_lineno, root))
            except Exception:
                pass
        trace = trace.tb_next
    return {"frames": frames[-20:], "exception": exception_facts(error)}


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
    try:
        with open(path, "rb") as source:
            program = compile(source.read(), path, "exec")
        exec(program, main.__dict__)
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 0 if leaving.code is None else 1
    except BaseException as error:
        code = 1
        error.__traceback__ = error.__traceback__.tb_next
        sys.excepthook(type(error), error, error.__traceback__)
        try:
            facts = facts_of(error, root)
            with os.fdopen(facts_fd, "w") as out:
                json.dump(facts, out)
        except Exception:
            pass
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
    return {"code": os.waitstatus_to_exitcode(status), "output": output, "facts": json.loads(facts) if facts.endswith("}") else None}


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
