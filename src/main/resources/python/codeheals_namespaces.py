"""Builds a sandbox where bubblewrap is missing, from the same flags: user, mount, process, network, IPC and host-name namespaces,
a root that holds only what is bound into it, and Landlock against writing where the mounts do not forbid it.

usage: python -I -S codeheals_namespaces.py flags ... -- command ...

Ends with 126 and one line if the system does not allow it. Linux on x86-64 and arm64; standard library only; Python 3.8 or newer.
"""
import ctypes
import fcntl
import os
import platform
import signal
import socket
import struct
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import codeheals_landlock  # isolated mode does not look beside the program

LIBC = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC = 0x20000, 0x2000000, 0x4000000, 0x8000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT, MS_BIND, MS_REC, MS_SLAVE = 1, 2, 4, 32, 4096, 16384, 1 << 19
MNT_DETACH = 2
PR_SET_PDEATHSIG, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 24, 38
SYS_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
SYS_CAPSET = {"x86_64": 126, "aarch64": 91}
SYS_MOUNT_SETATTR, AT_RECURSIVE, MOUNT_ATTR_RDONLY = 442, 0x8000, 1
OLD, NEW = "old", "new"


def check(result, what):
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, "%s: %s" % (what, os.strerror(code)))


def mount(source, target, kind, flags, data=""):
    check(LIBC.mount(source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags), data.encode()), "mount " + target)


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


class Plan:
    """The flags, in order."""

    def __init__(self, words):
        self.steps, self.environment = [], {}
        self.uid, self.gid, self.folder = "1000", "1000", "/"
        size, at = None, 0
        takes = {"--ro-bind": 2, "--ro-bind-try": 2, "--bind": 2, "--symlink": 2, "--setenv": 2, "--tmpfs": 1, "--dir": 1, "--proc": 1,
                 "--dev": 1, "--remount-ro": 1, "--chdir": 1, "--uid": 1, "--gid": 1, "--size": 1, "--cap-drop": 1, "--unsetenv": 1}
        while words[at] != "--":
            name, count = words[at], takes.get(words[at], 0)
            values = words[at + 1:at + 1 + count]
            at += 1 + count
            if name == "--uid":
                self.uid = values[0]
            elif name == "--gid":
                self.gid = values[0]
            elif name == "--chdir":
                self.folder = values[0]
            elif name == "--setenv":
                self.environment[values[0]] = values[1]
            elif name == "--size":
                size = values[0]
            elif count and name not in ("--cap-drop", "--unsetenv"):
                self.steps.append((name, values, size))
                size = None
        self.command = words[at + 1:]


def make_place(path, like):
    """A mount point of the same kind as what is mounted on it."""
    if os.path.isdir(like):
        os.makedirs(path, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if not os.path.lexists(path):
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o644))


def bind(source, target, read_only):
    mount(source, target, "", MS_BIND | MS_REC)
    if not read_only:
        return
    # Flags a mount has already may not be dropped in a user namespace: noexec, nosuid, nodev and the access-time ones.
    kept = os.statvfs(target).f_flag & (2 | 4 | 8 | 1024 | 2048 | 4096)
    flags = sum(flag for bit, flag in ((2, 2), (4, 4), (8, 8), (1024, 1024), (2048, 2048), (4096, 1 << 21)) if kept & bit)
    mount("", target, "", MS_REMOUNT | MS_BIND | MS_RDONLY | flags)
    attributes = struct.pack("QQQQ", MOUNT_ATTR_RDONLY, 0, 0, 0)
    LIBC.syscall(SYS_MOUNT_SETATTR, -100, target.encode(), AT_RECURSIVE, attributes, len(attributes))


def devices(target):
    os.makedirs(target, exist_ok=True)
    mount("tmpfs", target, "tmpfs", MS_NOSUID, "mode=755,size=65536")
    for name in ("null", "zero", "full", "random", "urandom", "tty"):
        if os.path.exists("/%s/dev/%s" % (OLD, name)):
            make_place(target + "/" + name, "/dev/null")
            bind("/%s/dev/%s" % (OLD, name), target + "/" + name, False)
    os.mkdir(target + "/shm")
    mount("tmpfs", target + "/shm", "tmpfs", MS_NOSUID | MS_NODEV, "mode=1777,size=%d" % (1 << 30))
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        os.symlink("/proc/self/fd/%d" % number, target + "/" + name)
    os.symlink("/proc/self/fd", target + "/fd")


def build(plan):
    mount("", "/", "", MS_SLAVE | MS_REC)
    mount("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV)
    os.chdir("/tmp")
    os.mkdir(OLD)
    os.mkdir(NEW)
    mount(NEW, NEW, "", MS_BIND | MS_REC)
    check(LIBC.syscall(SYS_PIVOT_ROOT[platform.machine()], b".", OLD.encode()), "pivot_root")
    os.chdir("/")
    for name, values, size in plan.steps:
        target = "/" + NEW + values[-1]
        if name in ("--bind", "--ro-bind", "--ro-bind-try"):
            source = resolve(values[0])
            if name.endswith("-try") and not os.path.exists(source):
                continue
            make_place(target, source)
            bind(source, target, name != "--bind")
        elif name == "--tmpfs":
            os.makedirs(target, exist_ok=True)
            mount("tmpfs", target, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755" + (",size=" + size if size else ""))
        elif name == "--dir":
            os.makedirs(target, exist_ok=True)
        elif name == "--symlink":
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.symlink(values[0], target)
        elif name == "--proc":
            os.makedirs(target, exist_ok=True)
            mount("proc", target, "proc", MS_NOSUID | MS_NODEV | 8)
        elif name == "--dev":
            devices(target)
        elif name == "--remount-ro" and values[0] != "/":
            mount("", target, "", MS_REMOUNT | MS_BIND | MS_RDONLY)
    check(LIBC.umount2(("/" + OLD).encode(), MNT_DETACH), "umount")
    os.chdir("/" + NEW)
    check(LIBC.syscall(SYS_PIVOT_ROOT[platform.machine()], b".", b"."), "pivot_root")
    check(LIBC.umount2(b".", MNT_DETACH), "umount")
    os.chdir("/")
    if any(step[0] == "--remount-ro" and step[1][0] == "/" for step in plan.steps):
        mount("", "/", "", MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV)


def resolve(path):
    """A host path below the old root; links in it are followed there, not in the new root."""
    done = ""
    parts = [part for part in path.split("/") if part]
    hops = 0
    while parts:
        part = parts.pop(0)
        if part == "..":
            done = os.path.dirname(done)
            continue
        full = "/" + OLD + done + "/" + part
        if os.path.islink(full) and hops < 40:
            hops += 1
            link = os.readlink(full)
            done = "" if link.startswith("/") else done
            parts = [piece for piece in link.split("/") if piece and piece != "."] + parts
        else:
            done += "/" + part
    return "/" + OLD + done


def loopback_up():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH14s", b"lo", 0x1 | 0x40, b""))


def forbid_writes(plan):
    """Only what is bound writable and the temp folders may change."""
    codeheals_landlock.allow_writes_only_in([values[-1] for name, values, _ in plan.steps if name in ("--bind", "--tmpfs")] + ["/dev", "/proc"])


def drop_rights():
    for capability in range(64):
        LIBC.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    check(LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")
    check(LIBC.syscall(SYS_CAPSET[platform.machine()], struct.pack("Ii", 0x20080522, 0), bytes(24)), "capset")


def program(plan):
    os.setsid()
    os.chdir(plan.folder)
    forbid_writes(plan)
    drop_rights()
    os.execvpe(plan.command[0], plan.command, plan.environment)


def kernel():
    numbers = os.uname().release.split("-")[0].split(".")
    return tuple(int(number) for number in numbers[:2]) if all(number.isdigit() for number in numbers[:2]) else (0, 0)


def first_process(plan):
    """Process 1 of the namespace: sets everything up, starts the program, reaps; all dies with it."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    build(plan)
    loopback_up()
    settings = [("user/max_user_namespaces", "0")]  # one more lock on a door that no-new-privileges and Landlock keep shut
    if kernel() >= (6, 14):
        settings.append(("kernel/pid_max", "1024"))  # of this namespace alone; older kernels have one for the whole machine
    for name, value in settings:
        try:
            write("/proc/sys/" + name, value)
        except OSError:
            pass
    child = os.fork()
    if child == 0:
        try:
            program(plan)
        except OSError as refused:
            os.write(2, ("%s: %s\n" % (plan.command[0], refused.strerror)).encode())
        os._exit(127)
    while True:
        pid, status = os.wait()
        if pid == child:
            os._exit(128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))


def main(words):
    plan = Plan(words)
    parent = os.getppid()
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(137)
    uid, gid = os.getuid(), os.getgid()
    try:
        flags = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP
        check(LIBC.unshare(flags), "unshare")
        write("/proc/self/setgroups", "deny")
        write("/proc/self/uid_map", "%s %d 1" % (plan.uid, uid))
        write("/proc/self/gid_map", "%s %d 1" % (plan.gid, gid))
        first = os.fork()
        if first == 0:
            try:
                first_process(plan)
            except OSError as refused:
                os.write(2, ("no sandbox: %s\n" % refused).encode())
            os._exit(126)
    except OSError as refused:
        os.write(2, ("no sandbox: %s\n" % refused).encode())
        os._exit(126)
    status = os.waitpid(first, 0)[1]
    os._exit(128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))


if __name__ == "__main__":
    main(sys.argv[1:])
