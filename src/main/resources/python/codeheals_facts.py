"""Watches one run and reports what was seen when it failed: values, signatures, and which lines each test executed.

Nothing of the program is called: expressions are read from dictionaries, see codeheals_values.
Standard library only; Python 3.9 or newer.
"""
import ast
import builtins
import json
import linecache
import os
import sys
import threading

from codeheals_calls import Calls
from codeheals_values import describe, instance_dict, text_of, type_name

MOST_FAILURES, MOST_FRAMES, MOST_LOCALS, MOST_TESTS = 20, 30, 80, 400
MOST_RAISES, MOST_RAISING = 10000, 20
# A tracer makes every call and line cost a microsecond: it leaves a busy function alone, then a busy test, then the program.
MOST_OF_FUNCTION, MOST_OF_TEST, MOST_EVENTS = 10000, 50000, 500000
MISSING = object()


class Watcher:
    def __init__(self, request, report):
        self.root = request["cwd"]
        self.report = report
        self.failures = []
        self.seen = set()
        self.tests = []
        self.path_before = list(sys.path)
        self.calls = Calls(self.is_project)
        self.coverage = Coverage(self.is_project, self.calls)

    def is_project(self, path):
        inside = path.startswith(self.root + os.sep) if os.path.isabs(path) else not path.startswith("<")
        return inside and "site-packages" not in path and os.sep + ".venv" + os.sep not in path and os.sep + "venv" + os.sep not in path

    def relative(self, path):
        return os.path.relpath(path, self.root).replace(os.sep, "/")

    def begin(self):
        original = threading.excepthook

        def in_thread(arguments):
            self.failed(arguments.exc_value)
            original(arguments)

        threading.excepthook = in_thread
        self.coverage.start()

    def test_started(self, test):
        self.coverage.take()
        self.calls.begin()

    def test_ended(self, test, passed):
        self.calls.end(passed)
        if len(self.tests) < MOST_TESTS or (not passed and len(self.tests) < 2 * MOST_TESTS):
            self.tests.append((test, passed, self.coverage.take()))

    def failed(self, error):
        if error is None or id(error) in self.seen or len(self.failures) >= MOST_FAILURES:
            return
        paused = self.coverage.pause()
        try:
            chain = chained(error)
            self.seen.update(id(one) for one in chain)
            frames = [frame for one in chain for frame in self.frames(one)]
            if isinstance(error, SystemExit) and not frames:
                return
            told = chain[-2] if isinstance(error, SystemExit) and len(chain) > 1 else error
            self.failures.append({"type": type_name(told), "frames": frames, "exception": about(told)})
        except Exception:
            pass
        finally:
            self.coverage.resume(paused)

    def frames(self, error):
        found = []
        trace = error.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            if self.is_project(code.co_filename):
                found.append((trace.tb_frame, trace.tb_lineno))
            trace = trace.tb_next
        if len(found) > MOST_FRAMES:
            found = found[:5] + found[5 - MOST_FRAMES:]
        described = []
        for frame, line in found:
            try:
                described.append(self.frame(frame, line))
            except Exception:
                pass
        for member in getattr(error, "exceptions", ())[:3] if type_name(error).endswith("ExceptionGroup") else ():
            described += self.frames(member)
        return described

    def frame(self, frame, line):
        code = frame.f_code
        names = {**self.coverage.vanished.get(frame, {}), **frame.f_locals}
        values = [(name, value) for name, value in names.items() if not name.startswith("__")]
        if code.co_name == "<module>":
            # At the top of a module everything it imports is local; what it computed says more.
            values.sort(key=lambda pair: type_name(pair[1]) in ("module", "function", "type"))
        facts = {"file": self.relative(code.co_filename), "line": line, "function": code.co_name,
                 "locals": {name: describe(name, value, brief=True) for name, value in values[:MOST_LOCALS]}, "evaluated": {}, "callees": {}}
        text, statement = statement_at(code.co_filename, line)
        if statement is not None:
            scope = Scope(names, frame.f_globals)
            for node in header(statement):
                scope.note(node, text, facts)
        return facts

    def end(self):
        lines = self.coverage.stop()
        self.path = [folder for folder in sys.path if folder not in self.path_before]
        if not self.tests:
            self.tests = [("", not self.failures, lines)]
            self.calls.end(not self.failures)
        calls = [dict(call, file=self.relative(call["file"])) for call in self.calls.told()]
        coverage = [{"test": test, "passed": passed, "lines": {self.relative(path): sorted(numbers) for path, numbers in lines.items()}}
                    for test, passed, lines in self.tests]
        self.report.line("J", json.dumps({"failures": self.failures, "coverage": coverage, "calls": calls, "path": self.path}))


def chained(error):
    """The exceptions behind this one, root cause first."""
    chain = []
    while error is not None and error not in chain and len(chain) < 10:
        chain.append(error)
        error = error.__cause__ if error.__cause__ is not None or error.__suppress_context__ else error.__context__
    return chain[::-1]


def about(error):
    """Attributes of the exception that help a repair, as text."""
    found = {"args": text_of(tuple(error.args))[:400] if type(error.args) is tuple else ""}
    for name in ("name", "name_from", "path", "filename", "errno", "lineno", "offset", "msg", "encoding", "reason", "start", "end", "pos", "colno", "code"):
        value = instance_or_builtin(error, name)
        if type(value) in (str, int):
            found[name] = str(value)[:400]
    if isinstance(error, AttributeError):
        value = getattr(error, "obj", None)
        if value is not None:
            facts = describe("obj", value)
            found.update(obj_type=facts["type"], obj_repr=facts["repr"], obj_attributes=" ".join(builtin_attributes(value) or facts["attributes"]))
    if isinstance(error, KeyError) and error.args:
        found["key"] = text_of(error.args[0])
    if isinstance(error, (UnicodeDecodeError, UnicodeEncodeError)):
        found["object"] = text_of(error.object[max(0, error.start - 10):error.end + 10])
    return found


def builtin_attributes(value):
    module = type(value).__module__
    if module == "builtins" and not isinstance(value, type):
        return [name for name in dir(value) if not name.startswith("_")]
    return []


def instance_or_builtin(error, name):
    own = instance_dict(error)
    if name in own:
        return own[name]
    for kind in type(error).__mro__:
        if name in kind.__dict__:
            # Only C-level members of builtin exceptions are read; a property would be the program's code.
            return getattr(error, name) if kind.__module__ == "builtins" else None
    return None


def statement_at(path, line):
    text = "".join(linecache.getlines(path))
    best = None
    for node in ast.walk(ast.parse(text)) if text else ():
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno) and (best is None or node.lineno >= best.lineno):
            best = node
    return text, best


def header(statement):
    """The expressions a statement evaluates itself, not those of the statements in it."""
    open_nodes = [statement]
    while open_nodes:
        node = open_nodes.pop()
        yield node
        for field, value in ast.iter_fields(node):
            if field in ("body", "orelse", "finalbody", "handlers", "cases") and isinstance(value, list):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not isinstance(child, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
                    open_nodes.append(child)


class Scope:
    """Reads expressions from dictionaries."""

    def __init__(self, names, global_names):
        self.names, self.global_names = names, global_names

    def note(self, node, text, facts):
        if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.BinOp)):
            value = self.read(node)
            if value is not MISSING:
                source = ast.get_source_segment(text, node)
                facts["evaluated"][source] = describe(source, value)
        if isinstance(node, ast.Call):
            callee = self.read(node.func)
            if callee is not MISSING:
                signature = signature_of(callee)
                if signature:
                    facts["callees"][ast.get_source_segment(text, node.func)] = signature

    def read(self, node):
        if isinstance(node, ast.Name):
            for names in (self.names, self.global_names, builtins.__dict__):
                if node.id in names:
                    return names[node.id]
            return MISSING
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Attribute):
            owner = self.read(node.value)
            return MISSING if owner is MISSING else attribute(owner, node.attr)
        if isinstance(node, ast.Subscript):
            return item(self.read(node.value), self.read(node.slice))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            value = self.read(node.operand)
            return -value if type(value) in (int, float) else MISSING
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
            left, right = self.read(node.left), self.read(node.right)
            if type(left) in (int, float) and type(right) in (int, float):
                return left + right if isinstance(node.op, ast.Add) else left - right
            return MISSING
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len" and len(node.args) == 1:
            value = self.read(node.args[0])
            return len(value) if type(value) in (str, bytes, list, tuple, dict, set) and self.read(node.func) is len else MISSING
        return MISSING


def attribute(owner, name):
    own = instance_dict(owner)
    kinds = owner.__mro__ if isinstance(owner, type) else type(owner).__mro__
    for kind in kinds:
        names = type.__getattribute__(kind, "__dict__")
        if name in names:
            found = names[name]
            if isinstance(found, (staticmethod, classmethod)):
                return found.__func__
            if isinstance(found, type(attribute)) and not isinstance(owner, type):
                return found.__get__(owner)
            if kind.__module__ == "builtins" and type(owner).__module__ == "builtins":
                return getattr(owner, name)
            if not hasattr(type(found), "__get__"):
                return own.get(name, found)
            return own.get(name, MISSING)
    return own.get(name, MISSING)


def item(container, key):
    if container is MISSING or key is MISSING or type(container) not in (dict, list, tuple, str) or type(key) not in (int, str, bool, bytes, float):
        return MISSING
    try:
        return container[key]
    except (LookupError, TypeError):
        return MISSING


def signature_of(callee):
    import inspect
    try:
        return str(inspect.signature(callee))
    except (TypeError, ValueError, AttributeError):
        return None


class Coverage:
    """Which project lines ran since the last look. Uses sys.monitoring where there is one: each line costs once for each look."""

    def __init__(self, is_project, calls):
        self.is_project, self.calls = is_project, calls
        self.lines = {}
        self.known = {}
        self.counts = {}
        self.left, self.left_of_test = MOST_EVENTS, MOST_OF_TEST
        self.vanished, self.raises = {}, 0
        self.monitoring = getattr(sys, "monitoring", None)
        self.tool = None
        self.tracing = False

    def start(self):
        if self.monitoring:
            for tool in (4, 3, 5):
                try:
                    self.monitoring.use_tool_id(tool, "codeheals")
                except ValueError:
                    continue
                self.tool = tool
                events = self.monitoring.events
                self.monitoring.register_callback(tool, events.LINE, self.on_line)
                self.monitoring.register_callback(tool, events.PY_START, self.on_start)
                self.monitoring.register_callback(tool, events.RAISE, self.on_raise)
                self.monitoring.set_events(tool, events.LINE | events.PY_START | events.RAISE)
                return
        elif sys.gettrace() is None:
            self.tracing = True
            threading.settrace(self.on_call)
            sys.settrace(self.on_call)

    def on_start(self, code, _offset):
        if not self.wanted(code.co_filename):
            return self.monitoring.DISABLE
        # A function on one line has no line event of its own.
        self.lines.setdefault(code.co_filename, set()).add(code.co_firstlineno)
        return None if self.calls.started(sys._getframe(1)) else self.monitoring.DISABLE

    def on_line(self, code, line):
        if self.wanted(code.co_filename):
            self.lines.setdefault(code.co_filename, set()).add(line)
        return self.monitoring.DISABLE

    def on_raise(self, code, _offset, _error):
        """A comprehension runs in the frame of its function since 3.12, and its variables are gone when the exception leaves it."""
        if not code.co_varnames or not self.wanted(code.co_filename):
            return
        self.raises += 1
        if self.raises == MOST_RAISES:
            self.monitoring.set_events(self.tool, self.monitoring.events.LINE | self.monitoring.events.PY_START)
        frame = sys._getframe(1)
        seen = frame.f_locals
        self.vanished.setdefault(frame, {}).update((name, seen[name]) for name in code.co_varnames if name in seen)
        if len(self.vanished) > MOST_RAISING:
            del self.vanished[next(iter(self.vanished))]

    def wanted(self, path):
        known = self.known.get(path)
        if known is None:
            known = self.known[path] = self.is_project(path) and not os.path.basename(path).startswith("codeheals_")
        return known

    def on_call(self, frame, event, _argument):
        code = frame.f_code
        self.left_of_test -= 1
        if not self.tracing or self.left_of_test < 0:
            sys.settrace(None)
            return None
        if not self.wanted(code.co_filename) or self.counts.get(code, 0) > MOST_OF_FUNCTION:
            return None
        lines = self.lines.setdefault(code.co_filename, set())
        lines.add(code.co_firstlineno)
        self.calls.started(frame)
        counts = self.counts

        def local(frame, event, _argument):
            if event == "line":
                lines.add(frame.f_lineno)
                self.left_of_test -= 1
                counts[code] = counts.get(code, 0) + 1
                if counts[code] > MOST_OF_FUNCTION:
                    frame.f_trace, frame.f_trace_lines = None, False  # returning None would not end it
                    return None
            return local

        return local

    def take(self):
        """The lines since the last look."""
        taken, self.lines = self.lines, {}
        if self.tool is not None:
            self.monitoring.restart_events()
        elif self.tracing:
            self.left -= MOST_OF_TEST - max(0, self.left_of_test)
            self.left_of_test = min(MOST_OF_TEST, max(0, self.left))
            if sys.gettrace() is None and self.left > 0:
                sys.settrace(self.on_call)
        return taken

    def pause(self):
        trace = sys.gettrace() if self.tracing else None
        if trace is not None:
            sys.settrace(None)
        return trace

    def resume(self, trace):
        if trace is not None:
            sys.settrace(trace)

    def stop(self):
        if self.tool is not None:
            self.monitoring.set_events(self.tool, 0)
            self.monitoring.free_tool_id(self.tool)
        if self.tracing:
            self.tracing = False
            sys.settrace(None)
            threading.settrace(None)
        return self.take() if self.tool is None else self.lines
