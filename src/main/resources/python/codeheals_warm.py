"""Runs many programs one after the other in forked children of an interpreter that is up already.

Requests come as JSON lines on standard input, answers leave as JSON lines on what was standard output; programs get neither.
`warm` loads test runners and installed modules into this process, never modules of the project: those are what changes between runs.
Each child has a session, limits, bounded output and a deadline of its own; what it leaves running is killed.
`once REQUEST REPORT` runs a single request in this process, for platforms that cannot fork.
Standard library only; Python 3.9 or newer.
"""
import codeheals_child  # first: it notes what was loaded before

import json
import os
import sys
import time

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_CHILD_SUBREAPER = 1, 4, 36
LOOK_SECONDS = 0.05
REPORT_BYTES = 16 << 20
MEMORY_FLOOR = 1280 << 20
DISK_FLOOR = 2 << 30


def set_limits(limits):
    import resource
    for name, value in limits.items():
        which = getattr(resource, "RLIMIT_" + name.upper(), None)
        if which is not None:
            hard = resource.getrlimit(which)[1]
            wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
            try:
                resource.setrlimit(which, (wanted, wanted))
            except (ValueError, OSError):
                pass


def prctl(option, value):
    if sys.platform.startswith("linux"):
        import ctypes
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


class Window:
    """The first and the last bytes of a stream."""

    def __init__(self, kept):
        self.half = max(1, (kept - 64) // 2)
        self.head = bytearray()
        self.tail = bytearray()
        self.dropped = 0

    def add(self, data):
        room = self.half - len(self.head)
        if room > 0:
            self.head += data[:room]
            data = data[room:]
        self.tail += data
        if len(self.tail) > 2 * self.half:
            self.trim()

    def trim(self):
        extra = len(self.tail) - self.half
        if extra > 0:
            self.dropped += extra
            del self.tail[:extra]

    def text(self):
        self.trim()
        gap = b"\n[... %d bytes left out ...]\n" % self.dropped if self.dropped else b""
        return bytes(self.head) + gap + bytes(self.tail)


class Processes:
    """What children started and did not end."""

    def __init__(self, own_namespace):
        self.own_namespace = own_namespace
        if not own_namespace:
            prctl(PR_SET_CHILD_SUBREAPER, 1)

    def others(self):
        if self.own_namespace:
            return [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) not in (1, os.getpid())]
        found = []
        if os.path.isdir("/proc/self/task"):
            for task in os.listdir("/proc/self/task"):
                with open("/proc/self/task/%s/children" % task) as listed:
                    found += [int(pid) for pid in listed.read().split()]
        return found

    def kill(self):
        for _ in range(2000):
            left = self.others()
            if not left:
                break
            for pid in left:
                try:
                    os.kill(pid, 9)
                except OSError:
                    pass
            self.reap()
        self.reap()

    @staticmethod
    def reap():
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except OSError:
            pass


def available_memory():
    try:
        with open("/proc/meminfo") as facts:
            for line in facts:
                if line.startswith("MemAvailable"):
                    return int(line.split()[1]) << 10
    except OSError:
        pass
    return 1 << 62


def free_disk():
    """Of the folder the runs share."""
    facts = os.statvfs(".")
    return facts.f_bavail * facts.f_frsize


def child(request, output, report_to, close):
    """Never returns."""
    code = 1
    try:
        os.setsid()
        prctl(PR_SET_PDEATHSIG, 9)
        prctl(PR_SET_DUMPABLE, 1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for source, target in ((nothing, 0), (output, 1), (output, 2)):
            os.dup2(source, target)
        for descriptor in close + [nothing, output]:
            os.close(descriptor)
        set_limits(request.get("limits", {}))
        os.chdir(request["cwd"])
        code = work(request, report_to)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(code)


def work(request, report_to):
    report = codeheals_child.Report(report_to)
    sys.dont_write_bytecode = not request.get("bytecode", False)
    if not codeheals_child.compile_all(request.get("compile", []), report):
        return 1
    for name in ("random", "numpy.random"):  # seeded when it was loaded, so every child would draw the same numbers
        if name in sys.modules:
            sys.modules[name].seed()
    watcher = None
    if request["mode"] == "probe":
        return own_module("codeheals_probe").probe(request, report)
    if request.get("facts"):
        codeheals_facts = own_module("codeheals_facts")
        watcher = codeheals_facts.Watcher(request, report)
        watcher.begin()
    own = set(sys.modules)
    code = codeheals_child.run(request, report, watcher)
    if watcher:
        watcher.end()
    if request.get("modules"):
        codeheals_child.modules_in_use(report, own)
    return codeheals_child.finish(code)


def own_module(name):
    """One that only some runs need."""
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    module = __import__(name)
    del sys.path[0]
    return module


def load(name):
    """One that warns when it is imported is left to the program, which is to see the warning."""
    import warnings
    with warnings.catch_warnings():
        if name.partition(".")[0] in getattr(sys, "stdlib_module_names", ()):
            warnings.simplefilter("error", DeprecationWarning)
        __import__(name)
    if name == "unittest":
        import unittest.runner


def remember_metadata():
    """Every pytest run reads the metadata of all that is installed, which stays the same as long as this process lives."""
    from importlib.metadata import PathDistribution
    known = {}

    def remembered(read):
        def answer(distribution, *filename):
            place = (str(getattr(distribution, "_path", "")), read) + filename
            if "-packages" not in place[0]:
                return read(distribution, *filename)
            if place not in known:
                known[place] = read(distribution, *filename)
            return known[place]
        return answer

    PathDistribution.read_text = remembered(PathDistribution.read_text)
    for name in ("files", "entry_points"):
        setattr(PathDistribution, name, property(remembered(getattr(PathDistribution, name).fget)))


def ready_config():
    """Every pytest run registers the same plugins first; a child finds that done. Options may change which ones."""
    from _pytest import cacheprovider, config, stepwise  # the throw-away test did without them
    from pathlib import Path
    own_name, sys.argv[0] = sys.argv[0], "__main__.py"
    original, ready = config.get_config, [config.get_config()]
    if all_plugins_are_installed():
        ready[0].pluginmanager.load_setuptools_entrypoints("pytest11")
    sys.argv[0] = own_name

    def get_config(args=None, plugins=None):
        if not ready or chooses_plugins(args or ()):
            return original(args, plugins)
        found = ready.pop()
        found.invocation_params = config.Config.InvocationParams(args=args or (), plugins=plugins, dir=Path.cwd())
        return found

    config.get_config = get_config


def all_plugins_are_installed():
    """Whether none is the project's own: what changes between runs is not to be loaded here."""
    from importlib import metadata, util
    modules = {point.value.partition(":")[0].partition(".")[0] for one in metadata.distributions() for point in one.entry_points if point.group == "pytest11"}
    found = [util.find_spec(module) for module in modules]
    return not os.environ.get("PYTEST_DISABLE_PLUGIN_AUTOLOAD") and all(one is not None and "-packages" in (one.origin or "") for one in found)


def chooses_plugins(arguments):
    """On the command line, in the environment or in a configuration file."""
    texts = [os.environ.get("PYTEST_ADDOPTS", "").encode()]
    for name in ("pytest.toml", ".pytest.toml", "pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg"):
        try:
            with open(name, "rb") as settings:
                texts.append(settings.read())
        except OSError:
            pass
    return any(str(argument).startswith("-p") for argument in arguments) or any(b"addopts" in text and b"no:" in text for text in texts[1:]) or b"-p" in texts[0]


def find_sources():
    """The first traceback that is shown asks where the source of every loaded module lies."""
    import inspect
    inspect.getmodule(compile("", "<nowhere>", "exec"))


def queued(pid):
    """Seconds in which the process could have run and another one did."""
    try:
        with open("/proc/%d/schedstat" % pid) as facts:
            return int(facts.read().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


class Server:
    def __init__(self):
        self.requests = os.fdopen(os.dup(0), "rb")
        self.answers = os.fdopen(os.dup(1), "wb")
        nothing = os.open(os.devnull, os.O_RDWR)
        for target in (0, 1):
            os.dup2(nothing, target)
        os.close(nothing)
        self.config = json.loads(self.requests.readline())
        self.processes = Processes(self.config["namespace"])
        self.free, self.disk = 0, 0
        prctl(PR_SET_DUMPABLE, 0)
        sys.path[:] = [folder for folder in sys.path[1:]]

    def serve(self):
        self.answer({"ready": True})
        for line in self.requests:
            request = json.loads(line)
            self.answer(self.warm(request) if request["op"] == "warm" else self.run(request))

    def answer(self, what):
        self.answers.write(json.dumps(what).encode() + b"\n")
        self.answers.flush()

    def warm(self, request):
        """Loads what runs will need. The answer tells the caller whether this process may still be forked."""
        import gc
        kept = os.dup(2)
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 2)
        folder = os.getcwd()
        try:
            for name in request["preload"]:
                try:
                    if name == "pytest":
                        self.warm_pytest()
                    else:
                        load(name)
                except BaseException:
                    pass
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            os.close(nothing)
            os.chdir(folder)
        gc.collect()
        gc.freeze()
        threading = sys.modules.get("threading")
        return {"forkable": threading is None or threading.active_count() == 1}

    def warm_pytest(self):
        """One throw-away test that fails loads what pytest and its plugins load late, and where each module's source lies."""
        import shutil
        import tempfile
        import pytest
        remember_metadata()
        folder = tempfile.mkdtemp()
        path = list(sys.path)
        try:
            with open(os.path.join(folder, "test_codeheals_warm_up.py"), "w") as test:
                test.write("def test_nothing():\n    assert [1] == [2]\n")
            pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", folder, "-c", os.devnull, folder])
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            sys.modules.pop("test_codeheals_warm_up", None)
            sys.path[:] = path
            sys.path_importer_cache.pop(folder, None)
        ready_config()
        find_sources()

    def run(self, request):
        import select
        started = time.monotonic()
        self.free, self.disk = available_memory(), free_disk()
        out_read, out_write = os.pipe()
        report_read, report_write = os.pipe()
        pid = os.fork()
        if pid == 0:
            child(request, out_write, report_write, [out_read, report_read, self.requests.fileno(), self.answers.fileno()])
        os.close(out_write)
        os.close(report_write)
        window, report = Window(request["kept"]), Window(REPORT_BYTES)
        handle = os.pidfd_open(pid) if hasattr(os, "pidfd_open") else None
        ending, status, used, waited = self.follow(select, request, pid, handle, {out_read: window.add, report_read: report.add}, started)
        for descriptor in [out_read, report_read] + ([handle] if handle is not None else []):
            os.close(descriptor)
        self.tidy()
        code = 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        return {"ending": ending, "exit": code, "seconds": time.monotonic() - started, "cpu": used, "queued": waited, "truncated": window.dropped > 0,
                "output": encoded(window.text()), "report": encoded(report.text())}

    def follow(self, select, request, pid, handle, sinks, started):
        """Reads until the child has ended, its time is over or it takes too much; then ends whatever is left and reads the rest."""
        deadline, look = started + request["seconds"], started + LOOK_SECONDS
        ending, status, used, waited, streams = "EXITED", None, None, 0.0, set(sinks)
        while status is None:
            left = deadline - time.monotonic()
            if left <= 0:
                ending = "TIMED_OUT"
                break
            pause = LOOK_SECONDS if handle is not None else 0.005
            ready = select.select(list(streams) + ([handle] if handle is not None else []), [], [], min(left, pause))[0]
            for stream in ready:
                if stream in sinks:
                    self.read(stream, sinks, streams)
            if not ready or handle in ready or handle is None:
                waited = queued(pid)
                done, found, used = os.wait4(pid, os.WNOHANG)
                status = found if done else None
            if status is None and time.monotonic() > look:
                look = time.monotonic() + LOOK_SECONDS
                if self.too_much(request):
                    ending = "LIMIT_EXCEEDED"
                    break
        if status is None:
            for kill in (os.killpg, os.kill):
                try:
                    kill(pid, 9)
                except OSError:
                    pass
            _, status, used = os.wait4(pid, 0)
        self.processes.kill()
        while streams and select.select(list(streams), [], [], 0)[0]:
            for stream in select.select(list(streams), [], [], 0)[0]:
                self.read(stream, sinks, streams)
        return ending, status, used.ru_utime + used.ru_stime, waited

    @staticmethod
    def read(stream, sinks, streams):
        data = os.read(stream, 1 << 16)
        if data:
            sinks[stream](data)
        else:
            streams.discard(stream)

    def too_much(self, request):
        free, disk = available_memory(), free_disk()
        return (len(self.processes.others()) > request["processes"] or (free < MEMORY_FLOOR and self.free - free > MEMORY_FLOOR // 2)
                or (disk < DISK_FLOOR and self.disk - disk > DISK_FLOOR // 2))

    def tidy(self):
        """Empties the places that runs share, except where something is mounted."""
        for folder in self.config["scratch"]:
            empty(folder, self.config["keep"])


def empty(folder, keep):
    import shutil
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        path = os.path.join(folder, name)
        if path in keep:
            continue
        if any(kept.startswith(path + "/") for kept in keep):
            empty(path, keep)
        elif os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path, ignore_errors=True)
        else:
            try:
                os.unlink(path)
            except OSError:
                pass


def encoded(data):
    import binascii
    return binascii.b2a_base64(data, newline=False).decode()


def once(request, report_file):
    sys.path[:] = sys.path[1:]
    descriptor = os.open(report_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os._exit(work(json.loads(request), descriptor))


if __name__ == "__main__":
    if sys.argv[1:2] == ["once"]:
        once(sys.argv[2], sys.argv[3])
    else:
        Server().serve()
