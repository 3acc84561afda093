"""Landlock (Linux 5.13 and later): a process gives up all files but those it names, then becomes another.

Run as a script: `landlock.py FILE -- COMMAND …`. It needs nothing but the standard library, because the
process that is shut in may not read any other.
"""

import ctypes
import os
import struct
import sys

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_NO_NEW_PRIVILEGES = 38
_EXECUTE, _READ, _LIST = 1 << 0, 1 << 2, 1 << 3
SYSTEM = ("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/alternatives", "/dev/null")


def version() -> int:
    """Return which version of Landlock the kernel has; 0 or less where it has none."""
    return int(ctypes.CDLL(None, use_errno=True).syscall(_CREATE, None, 0, 1))


def confine(readable: list[str]) -> None:
    """Give up everything but reading these files; raise OSError where the kernel refuses."""
    libc, level = ctypes.CDLL(None, use_errno=True), version()
    if level < 1:
        raise OSError("no Landlock in this kernel")
    handled = (1 << 13) - 1 | (1 << 13 if level >= 2 else 0) | (1 << 14 if level >= 3 else 0)
    rules = struct.pack("QQ", handled, 3 if level >= 4 else 0)  # from version 4 on also TCP: bind and connect
    ruleset = libc.syscall(_CREATE, ctypes.create_string_buffer(rules), 16 if level >= 4 else 8, 0)
    for path in readable:
        _allow(libc, ruleset, path)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if libc.syscall(_RESTRICT, ruleset, 0):
        raise OSError(ctypes.get_errno(), "Landlock refused")


def _allow(libc: ctypes.CDLL, ruleset: int, path: str) -> None:
    if not os.path.exists(path):
        return
    there = os.open(path, os.O_PATH | os.O_CLOEXEC)
    allowed = _EXECUTE | _READ | (_LIST if os.path.isdir(path) else 0)
    rule = ctypes.create_string_buffer(struct.pack("=Qi", allowed, there))
    failed = libc.syscall(_ADD, ruleset, 1, rule, 0)
    os.close(there)
    if failed:
        raise OSError(ctypes.get_errno(), path)


if __name__ == "__main__":
    file, _, *command = sys.argv[1:]
    found = next(
        path
        for folder in os.environ["PATH"].split(":")
        if os.access(path := f"{folder}/{command[0]}", os.X_OK)
    )
    confine([*SYSTEM, file])
    os.execv(found, command)  # not execvp: it imports, and from here on no module can be read
