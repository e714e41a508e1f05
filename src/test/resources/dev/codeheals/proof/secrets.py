"""Looks for secrets; arguments: canary text, then files that hold it."""
import glob
import os
import sys

CANARY, PLACES = sys.argv[1][::-1], sys.argv[2:]


def tell(name, found):
    print("OPEN" if found else "SHUT", name)


def holds(path):
    try:
        with open(path, "rb") as file:
            return CANARY.encode() in file.read(1 << 20)
    except OSError:
        return False


for place in PLACES:
    tell("file " + place, holds(place))
    tell("file by /proc/self/root " + place, holds("/proc/self/root" + place))
    tell("folder of " + place, os.path.exists(os.path.dirname(place)) and os.path.basename(place) in os.listdir(os.path.dirname(place)))
tell("own environment", any(CANARY in value for value in os.environ.values()))
tell("environment of other processes", any(holds(path) for path in glob.glob("/proc/[0-9]*/environ")))
tell("command lines of other processes", any(CANARY in open(path, errors="replace").read() for path in glob.glob("/proc/[0-9]*/cmdline")
                                             if path.split("/")[2] != str(os.getpid()) and os.path.exists(path)))
tell("password hashes", os.access("/etc/shadow", os.R_OK) and os.path.getsize("/etc/shadow") > 0)
for name in (".ssh", ".aws", ".config", ".mozilla", ".gnupg", ".netrc", ".bash_history", ".local/share/codeheals", ".docker", ".kube"):
    for home in {os.path.expanduser("~"), "/root"} | set(glob.glob("/home/*")):
        tell("%s in %s" % (name, home), os.path.exists(os.path.join(home, name)))
tell("sockets of the host", any(os.path.exists(path) for path in ("/run/dbus/system_bus_socket", "/var/run/docker.sock", "/tmp/.X11-unix/X0")))
tell("memory of the machine", os.access("/dev/mem", os.R_OK) or os.access("/proc/kcore", os.R_OK))
print("DONE")
