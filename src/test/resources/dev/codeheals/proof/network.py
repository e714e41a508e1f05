"""Tries to reach the host; arguments: TCP port, UDP port, path of a Unix socket, abstract name, IPv6 port or 0."""
import os
import socket
import subprocess
import sys

TCP, UDP, UNIX, ABSTRACT, SIX = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4], int(sys.argv[5])


def attempt(name, function):
    try:
        print("OPEN" if function() else "SHUT", name)
    except BaseException as shut:
        print("SHUT", name, type(shut).__name__, shut)


def reach(family, kind, address, message=b"hello"):
    with socket.socket(family, kind) as out:
        out.settimeout(1)
        out.connect(address)
        out.sendall(message)
        return out.recv(10) == b"heard"


def raw():
    with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP) as out:
        return out.sendto(b"\x08\x00\xf7\xff\0\0\0\0", ("127.0.0.1", 0)) > 0


def packet():
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as out:
        return out is not None


def inherited():
    for number in range(3, 64):
        try:
            if os.readlink("/proc/self/fd/%d" % number).startswith("socket:"):
                return True
        except OSError:
            pass
    return False


def outside():
    with open("/proc/net/dev") as devices:
        return any(not line.strip().startswith("lo:") for line in devices.readlines()[2:])


attempt("TCP", lambda: reach(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", TCP)))
attempt("TCP by name", lambda: reach(socket.AF_INET, socket.SOCK_STREAM, (socket.gethostbyname("localhost"), TCP)))
attempt("IPv6", lambda: SIX and reach(socket.AF_INET6, socket.SOCK_STREAM, ("::1", SIX)))
attempt("UDP", lambda: reach(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", UDP)))
attempt("Unix socket", lambda: reach(socket.AF_UNIX, socket.SOCK_STREAM, UNIX))
attempt("Unix socket by /proc", lambda: reach(socket.AF_UNIX, socket.SOCK_STREAM, "/proc/self/root" + UNIX))
attempt("abstract Unix socket", lambda: reach(socket.AF_UNIX, socket.SOCK_STREAM, "\0" + ABSTRACT))
attempt("raw ICMP", raw)
attempt("packets", packet)
attempt("inherited sockets", inherited)
attempt("an interface to the outside", outside)
attempt("shell's /dev/tcp", lambda: subprocess.run(["bash", "-c", "echo hello >/dev/tcp/127.0.0.1/%d" % TCP], stderr=subprocess.DEVNULL).returncode == 0)
attempt("session bus", lambda: os.path.exists("/run/user/%d/bus" % os.getuid()))
attempt("name service", lambda: socket.create_connection(("1.1.1.1", 53), 1) is not None)
with socket.create_server(("127.0.0.1", 0)) as own:
    with socket.create_connection(own.getsockname()) as there:
        print("OWN loopback works")
print("DONE")
