"""Runs one program or test command inside this very process, as `python program ...` would, and reports what its tests did.

The report goes line by line to its own file descriptor while the program runs, so that a program that ends itself early leaves a
report without an end:
    C id    a test was collected          P / F / S id    it passed / failed or broke / was skipped or expected to fail
    M name  a module in use that is not the project's    E file TAB line TAB message    a changed file does not compile
    R path  where test ids start          J json           what the instrumented run saw
    V json  what a function did when a probe called it
    X       the test runner came to its end
Standard library only; Python 3.9 or newer. Imports stay few: a module imported here would already be there for the program.
"""
import os
import sys

# What every interpreter has loaded when a program begins; imported first of all, before the helper's own needs.
AT_START = frozenset(sys.modules)
# Importing them does something, and a runner is not to be run.
NOT_TO_LOAD = {"this", "antigravity", "__main__"}


class Report:
    """Writes the lines; nothing a program prints can get in between."""

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.owner = os.getpid()

    def line(self, kind, text=""):
        if os.getpid() != self.owner:
            return  # a process the program forked
        data = ("%s %s\n" % (kind, text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))).encode("utf-8", "surrogateescape")
        while data:
            try:
                data = data[os.write(self.descriptor, data):]
            except OSError:
                return


class PytestReport:
    """A pytest plugin that reports every test."""

    def __init__(self, report, watcher):
        self.report = report
        self.watcher = watcher
        self.outcomes = {}

    def pytest_sessionstart(self, session):
        root = os.path.relpath(session.config.rootpath)
        self.report.line("R", "" if root == "." else root)

    def pytest_collectreport(self, report):
        if report.failed:
            self.report.line("C", report.nodeid)
            self.report.line("F", report.nodeid)

    def pytest_collection_finish(self, session):
        for item in session.items:
            self.report.line("C", item.nodeid)

    def pytest_runtest_logstart(self, nodeid, location):
        if self.watcher:
            self.watcher.test_started(nodeid)

    def pytest_runtest_logreport(self, report):
        expected_failure = hasattr(report, "wasxfail") and not report.passed
        kind = "F" if report.failed else "S" if report.skipped or expected_failure else "P"
        before = self.outcomes.get(report.nodeid, "P")
        self.outcomes[report.nodeid] = "F" if "F" in (kind, before) else "S" if "S" in (kind, before) else "P"

    def pytest_runtest_logfinish(self, nodeid, location):
        outcome = self.outcomes.get(nodeid, "P")
        self.report.line(outcome, nodeid)
        if self.watcher:
            self.watcher.test_ended(nodeid, outcome == "P")

    def pytest_exception_interact(self, node, call, report):
        if self.watcher and call.excinfo is not None:
            self.watcher.failed(call.excinfo.value)

    def pytest_sessionfinish(self, session):
        self.report.line("X")


def report_unittest(report, watcher):
    """Makes every text runner of unittest report, whoever starts it."""
    import unittest

    class Result(unittest.TextTestResult):
        def note(self, kind, test):
            self.codeheals_outcomes = getattr(self, "codeheals_outcomes", {})
            self.codeheals_outcomes.setdefault(test.id(), kind)
            if kind == "F":
                self.codeheals_outcomes[test.id()] = kind
            if not isinstance(test, unittest.TestCase):  # setUpClass, setUpModule
                report.line("C", test.id())
                report.line("F", test.id())

        def startTest(self, test):
            if watcher:
                watcher.test_started(test.id())
            super().startTest(test)

        def stopTest(self, test):
            super().stopTest(test)
            outcome = getattr(self, "codeheals_outcomes", {}).get(test.id(), "P")
            report.line(outcome, test.id())
            if watcher:
                watcher.test_ended(test.id(), outcome == "P")

        def addError(self, test, err):
            super().addError(test, err)
            self.note("F", test)
            if watcher:
                watcher.failed(err[1])

        def addFailure(self, test, err):
            super().addFailure(test, err)
            self.note("F", test)
            if watcher:
                watcher.failed(err[1])

        def addSubTest(self, test, subtest, err):
            super().addSubTest(test, subtest, err)
            if err is not None:
                self.note("F", test)
                if watcher:
                    watcher.failed(err[1])

        def addSkip(self, test, reason):
            super().addSkip(test, reason)
            self.note("S", test)

        def addExpectedFailure(self, test, err):
            super().addExpectedFailure(test, err)
            self.note("S", test)

        def addUnexpectedSuccess(self, test):
            super().addUnexpectedSuccess(test)
            self.note("F", test)

    def flat(suite):
        for test in suite:
            if isinstance(test, unittest.TestSuite):
                yield from flat(test)
            elif test is not None:
                yield test

    original = unittest.TextTestRunner.run

    def run(self, test):
        if self.resultclass is unittest.TextTestRunner.resultclass or self.resultclass is None:
            self.resultclass = Result
        for one in flat(test if isinstance(test, unittest.TestSuite) else [test]):
            report.line("C", one.id())
        result = original(self, test)
        report.line("X")
        return result

    unittest.TextTestRunner.run = run


def compile_all(files, report):
    """Whether every changed file is valid Python; the first that is not is reported."""
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in files:
            try:
                with open(name, "rb") as source:
                    compile(source.read(), name, "exec", dont_inherit=True)
            except SyntaxError as fault:
                report.line("E", "%s\t%s\t%s: %s" % (name, fault.lineno or 0, type(fault).__name__, fault.msg))
                return False
            except (ValueError, RecursionError, MemoryError) as fault:
                report.line("E", "%s\t0\t%s" % (name, fault))
                return False
            except OSError:
                pass
    return True


def fresh_main(**names):
    """A `__main__` as the interpreter makes it, in the place of the helper's own."""
    main = type(sys)("__main__")
    main.__dict__.update(__builtins__=sys.modules["builtins"], __package__=None, __spec__=None, **names)
    if sys.version_info < (3, 14):
        main.__dict__["__annotations__"] = {}
    sys.modules["__main__"] = main
    return main.__dict__


def search_first(folder):
    """Puts the program's folder first on the module path. What the helper has loaded under the name of a module there makes way."""
    sys.path.insert(0, folder)
    try:
        there = set(os.listdir(folder or "."))
    except OSError:
        return
    loaded = {name.partition(".")[0] for name in sys.modules} - AT_START
    hidden = {name for name in loaded if name + ".py" in there or (name in there and os.path.isfile(os.path.join(folder, name, "__init__.py")))}
    for name in [name for name in sys.modules if name.partition(".")[0] in hidden]:
        del sys.modules[name]


def own_place(module):
    place = getattr(module, "__file__", None)
    return place if isinstance(place, str) else ""


def run_script(path, arguments):
    full = os.path.abspath(path)
    if os.path.isdir(full) or full.endswith((".zip", ".pyz")):
        import runpy
        sys.argv = [path] + arguments
        sys.path.insert(0, full)
        runpy.run_path(full, run_name="__main__")
        return
    sys.argv = [path] + arguments
    search_first(os.path.dirname(os.path.realpath(full)))
    try:
        with open(full, "rb") as source:
            text = source.read()
    except OSError as missing:
        sys.stderr.write("%s: can't open file %r: [Errno %d] %s\n" % (sys.executable, full, missing.errno, missing.strerror))
        raise SystemExit(2) from None
    loader = sys.modules["_frozen_importlib_external"].SourceFileLoader("__main__", full)
    main = fresh_main(__file__=full, __cached__=None, __loader__=loader)
    exec(compile(text, full, "exec", dont_inherit=True), main)


def run_module(name, arguments):
    import runpy
    sys.argv = ["-m"] + arguments
    search_first(os.getcwd())
    fresh_main()
    runpy._run_module_as_main(name)


def run_code(code, arguments):
    sys.argv = ["-c"] + arguments
    search_first("")
    exec(compile(code, "<string>", "exec", dont_inherit=True), fresh_main())


def run_pytest(arguments, from_folder, plugin):
    import pytest
    if from_folder:
        search_first(os.getcwd())
    fresh_main()
    sys.argv = [pytest.__file__.replace("__init__.py", "__main__.py")] + arguments
    raise SystemExit(int(pytest.main(arguments, plugins=[plugin])))


def run_unittest(arguments):
    import unittest
    search_first(os.getcwd())
    fresh_main()
    sys.argv = ["python -m unittest"] + arguments
    unittest.main(module=None, argv=sys.argv)


def uses_unittest(path):
    try:
        with open(path, "rb") as source:
            return b"unittest" in source.read()
    except OSError:
        return False


def start(request, report, watcher):
    mode, target, arguments = request["mode"], request["target"], request["args"]
    if mode == "pytest" or mode == "pytest-console":
        run_pytest(arguments, mode == "pytest", PytestReport(report, watcher))
    elif mode == "unittest":
        report_unittest(report, watcher)
        run_unittest(arguments)
    else:
        if mode == "script" and uses_unittest(target):
            report_unittest(report, watcher)
        {"script": run_script, "module": run_module, "code": run_code}[mode](target, arguments)


def own_frames_removed(trace):
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    return trace


def run(request, report, watcher=None):
    """Runs the request's program to its end and returns the exit code the interpreter would give."""
    try:
        start(request, report, watcher)
        return 0
    except SystemExit as ended:
        if watcher:
            watcher.failed(ended)
        if ended.code is None or isinstance(ended.code, int):
            return (ended.code or 0) & 0xFF
        sys.stderr.write("%s\n" % (ended.code,))
        return 1
    except BaseException as error:
        if watcher:
            watcher.failed(error)
        trace = own_frames_removed(error.__traceback__)
        try:
            sys.excepthook(type(error), error.with_traceback(trace), trace)
        except BaseException:
            sys.__excepthook__(*sys.exc_info())
        return 130 if isinstance(error, KeyboardInterrupt) else 1


def finish(code):
    """What the interpreter does at its end: joins threads, runs exit functions, flushes."""
    import atexit
    import threading
    try:
        threading._shutdown()
    except BaseException:
        sys.excepthook(*sys.exc_info())
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass
        except BaseException:
            code = code or 120
    return code


def modules_in_use(report, before):
    """Names what the program imported that is not its own, in the order of import. What was there before it began does not count."""
    library = os.path.dirname(os.__file__) + os.sep
    for name, module in list(sys.modules.items()):
        place = own_place(module)
        foreign = place.startswith(library) or "site-packages" in place or "dist-packages" in place
        if foreign and name not in before and name.rpartition(".")[2] not in NOT_TO_LOAD:
            report.line("M", name)
