"""Tries to write outside the folder it was given; arguments: a canary folder of the user, the user's real project."""
import ctypes
import os
import shutil
import socket
import sys
import time

CANARY, PROJECT = sys.argv[1:3]
HERE = os.getcwd()
LIBC = ctypes.CDLL(None, use_errno=True)
ATTEMPTS = {}


def attempt(name):
    def register(function):
        ATTEMPTS[name] = function
        return function
    return register


def write(path):
    with open(path, "a") as file:
        file.write("x")


def check(result):
    if result != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


for place in (CANARY, PROJECT, os.path.dirname(CANARY), "/", "/etc", "/usr", "/usr/bin", "/usr/lib", "/usr/local", "/var", "/var/lib", "/opt",
              "/boot", "/root", "/home", "/srv", "/sbin", "/lib", "/bin", "/sys/kernel", "/proc/sys/kernel"):
    attempt("new file in " + place)(lambda place=place: write(place + "/codeheals-escape"))
for path in (CANARY + "/file", PROJECT + "/main.py", "/etc/passwd", "/etc/hosts", "/etc/ld.so.preload", "/etc/crontab", "/usr/bin/env"):
    attempt("append to " + path)(lambda path=path: write(path))
for path in ("/proc/self/root" + CANARY + "/a", "/proc/1/root" + CANARY + "/b", "/proc/self/cwd/../../../../../.." + CANARY + "/c",
             HERE + "/.." * 20 + CANARY + "/d", "/dev/fd/../../.." + CANARY + "/e"):
    attempt("through " + path)(lambda path=path: write(path))
for name in ("sda", "vda", "nvme0n1", "mem", "kmsg", "loop0"):
    attempt("device " + name)(lambda name=name: os.close(os.open("/dev/" + name, os.O_WRONLY)))


@attempt("symbolic link out")
def link():
    os.symlink(CANARY, "link")
    write("link/through-link")


@attempt("hard link to a file outside")
def hard_link():
    os.link(CANARY + "/file", "hard")
    write("hard")


@attempt("rename of a file outside")
def rename():
    os.rename(CANARY + "/file", "stolen")


@attempt("mode of a file outside")
def mode():
    os.chmod(CANARY + "/file", 0o777)


@attempt("time of a file outside")
def touch():
    os.utime(CANARY + "/file", (0, 0))


@attempt("truncate outside")
def truncate():
    os.truncate(CANARY + "/file", 0)


@attempt("rename of the folder above")
def ancestor():
    os.rename(os.path.dirname(HERE), os.path.dirname(HERE) + "-moved")


@attempt("device node of one's own")
def node():
    os.mknod("disk", 0o60666, os.makedev(8, 0))
    write("disk")


@attempt("mount over a folder")
def mount():
    check(LIBC.mount(b"none", b"/tmp", b"tmpfs", 0, None))


@attempt("remount writable")
def remount():
    check(LIBC.mount(b"none", b"/usr", None, 32 | 4096, None))


@attempt("unmount")
def unmount():
    check(LIBC.umount2(HERE.encode(), 2))


@attempt("mount in a namespace of one's own")
def namespaces():
    check(LIBC.unshare(0x10000000 | 0x20000))
    check(LIBC.mount(b"none", b"/", None, 1 << 18 | 16384, None))
    check(LIBC.mount(b"none", b"/usr", None, 32 | 4096, None))
    write("/usr/codeheals-escape")


@attempt("root by chroot")
def chroot():
    os.chroot("/proc/self/root")


@attempt("identity of root")
def identity():
    os.setuid(0)
    write("/etc/codeheals-escape")


@attempt("trace a process of the host")
def ptrace():
    check(LIBC.ptrace(16, int(sys.argv[3]), None, None))


@attempt("memory of the first process")
def memory():
    write("/proc/1/mem")


@attempt("signal to a process of the host")
def signal():
    os.kill(int(sys.argv[3]), 0)


@attempt("name of the machine")
def hostname():
    socket.sethostname(socket.gethostname() + "x")


@attempt("clock")
def clock():
    time.clock_settime(time.CLOCK_REALTIME, time.clock_gettime(time.CLOCK_REALTIME))


@attempt("delete outside")
def delete():
    shutil.rmtree(CANARY)


# In the open only what harms nobody is tried.
HARMLESS = ("symbolic link", "hard link", "rename of a file", "delete outside", "mode of", "time of", "truncate", "signal")
for name, function in ATTEMPTS.items():
    if sys.argv[4] == "open" and not name.startswith(HARMLESS) and CANARY not in name and PROJECT not in name:
        continue
    try:
        function()
        print("OPEN", name)
    except BaseException as shut:
        print("SHUT", name, type(shut).__name__, shut)
print("DONE", len(ATTEMPTS))
