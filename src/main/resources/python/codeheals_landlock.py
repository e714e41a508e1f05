"""Landlock: the kernel refuses this process, and all it starts, to write anywhere but in named places.

Standard library only; Python 3.6 or newer.
"""
import ctypes
import os
import struct

LIBC = ctypes.CDLL(None, use_errno=True)
SYS_CREATE, SYS_ADD, SYS_RESTRICT = 444, 445, 446
PR_SET_NO_NEW_PRIVS = 38
# Everything that changes files; the last two need Landlock 2 and 3.
WRITES = (1 << 1) | sum(1 << bit for bit in range(4, 13))
REFER, TRUNCATE = 1 << 13, 1 << 14


def allow_writes_only_in(places):
    """Nothing happens where the kernel has no Landlock."""
    version = LIBC.syscall(SYS_CREATE, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return
    rights = WRITES | (REFER if version >= 2 else 0) | (TRUNCATE if version >= 3 else 0)
    rules = LIBC.syscall(SYS_CREATE, struct.pack("Q", rights), ctypes.c_size_t(8), 0)
    if rules < 0:
        return
    for place in places:
        try:
            opened = os.open(place, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        allowed = rights if os.path.isdir(place) else rights & ((1 << 1) | TRUNCATE)
        LIBC.syscall(SYS_ADD, rules, 1, struct.pack("=Qi", allowed, opened), 0)
        os.close(opened)
    LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    LIBC.syscall(SYS_RESTRICT, rules, 0)
    os.close(rules)
