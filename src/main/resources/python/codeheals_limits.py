"""Runs a command with resource limits and leaves no process behind.

usage: python -I -S codeheals_limits.py name=value ... write=folder ... parent=pid -- command ...

Where the platform has them, every limit is set before the command starts; with folders named, nothing else may be written. Under Linux this process adopts what the command
leaves running (a daemon, a double fork) and kills it before it ends itself; it does the same when its own parent dies, and
begins nothing when that is gone already.
Standard library only; Python 3.6 or newer.
"""
import os
import signal
import sys

try:
    import resource
except ImportError:  # Windows
    resource = None

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36


def set_limits(pairs):
    """Lowers each limit to the value, never above what is allowed already."""
    if resource is None:
        return
    for pair in pairs:
        name, _, value = pair.partition("=")
        which = getattr(resource, "RLIMIT_" + name.upper(), None)
        if which is None:
            continue
        hard = resource.getrlimit(which)[1]
        wanted = int(value) if hard == resource.RLIM_INFINITY else min(int(value), hard)
        try:
            resource.setrlimit(which, (wanted, wanted))
        except (ValueError, OSError):
            pass


def keep_writes_in(places):
    if not places or not sys.platform.startswith("linux"):
        return
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    try:
        import codeheals_landlock
    except ImportError:  # a Python without ctypes
        return
    codeheals_landlock.allow_writes_only_in(places)


def children():
    """Direct children of this process, adopted ones included."""
    found = []
    for task in os.listdir("/proc/self/task"):
        try:
            with open("/proc/self/task/%s/children" % task) as listed:
                found += [int(pid) for pid in listed.read().split()]
        except OSError:
            pass
    return found


def kill_everything():
    """Kills children until none is left: the children of a killed child become ours and are next."""
    for _ in range(10000):
        try:
            left = children()
        except OSError:
            return
        if not left:
            return
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        for pid in left:
            try:
                os.waitpid(pid, 0)
            except OSError:
                pass


def prctl(option, value):
    try:
        import ctypes
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)
    except Exception:
        pass


def supervise(command, limits):
    named = [int(pair[len("parent="):]) for pair in limits if pair.startswith("parent=")]
    parent = named[0] if named else os.getppid()
    linux = sys.platform.startswith("linux")
    signals = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
    if linux:
        prctl(PR_SET_CHILD_SUBREAPER, 1)
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            return 143
    child = os.fork()
    if child == 0:
        os.setsid()
        set_limits(limits)
        keep_writes_in([pair[len("write="):] for pair in limits if pair.startswith("write=")])
        try:
            os.execvp(command[0], command)
        except OSError as refused:
            os.write(2, ("%s: %s\n" % (command[0], refused.strerror)).encode())
            os._exit(127 if isinstance(refused, FileNotFoundError) else 126)

    def stop(number, _frame):
        try:
            os.killpg(child, signal.SIGKILL)
        except OSError:
            pass
        if linux:
            kill_everything()
        os._exit(128 + number)

    for number in signals:
        signal.signal(number, stop)
    while True:
        pid, status = os.waitpid(-1, 0)
        if pid == child:
            break
    try:
        os.killpg(child, signal.SIGKILL)
    except OSError:
        pass
    if linux:
        kill_everything()
    return 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def main(arguments):
    split = arguments.index("--")
    limits, command = arguments[:split], arguments[split + 1:]
    if "exec" in limits:
        set_limits([pair for pair in limits if pair != "exec"])
        os.execvp(command[0], command)
    os._exit(supervise(command, limits))


if __name__ == "__main__":
    main(sys.argv[1:])
