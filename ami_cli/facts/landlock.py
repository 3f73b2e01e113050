"""Confinement by the Linux kernel (Landlock): what this process and its children may change, whatever code they run.

Libraries on PyPI that offer this are drafts; the three system calls are stable, and small.
"""

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""Numbers of the system calls, the same on all processors that Python has wheels for."""
_VERSION = 1
_PATH_BENEATH = 1
_NO_NEW_PRIVILEGES = 38
_OLDEST = 2
"""Before the second edition no file could be moved between two folders, not even below one's own."""
_WRITE_FILE = 1 << 1
_REMOVE_FILE = 1 << 5
_MAKE_SOCKET = 1 << 9
_TRUNCATE = 1 << 14
_CHANGES = _WRITE_FILE | sum(1 << bit for bit in range(4, 14))
"""Writing, and removing, making, linking and moving files and folders of every sort. Reading stays free."""
_CONNECTIONS = 0b11
"""Taking and making TCP connections."""
_BEYOND = 0b11
"""Signals to processes outside, and sockets that they offer without a path."""
_WITH_TRUNCATION, _WITH_CONNECTIONS, _WITH_SCOPES = 3, 4, 6
"""The editions from which each can be refused."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def edition() -> int:
    """Return which edition of Landlock this kernel has; 0 where it has none, or one too old."""
    if sys.platform != "linux":
        return 0
    try:
        found = _call(_CREATE_RULESET, None, 0, _VERSION)
    except (OSError, AttributeError):
        return 0
    return found if found >= _OLDEST else 0


def restrict(home: Path, written: Iterable[Path] = (), sockets: Iterable[Path] = ()) -> bool:
    """Let this thread, and all that it starts, change only what lies in `home`, for good. Returns whether it is so.

    Files in `written`, folders too, may be written to where they are there; in `sockets`, sockets may be made and files removed.
    Where the kernel can refuse them, no TCP connection either, and no signal to processes outside.
    """
    known = edition()
    if not known:
        return False
    changes = _CHANGES | (_TRUNCATE if known >= _WITH_TRUNCATION else 0)
    attributes = _Ruleset(changes, _CONNECTIONS * (known >= _WITH_CONNECTIONS), _BEYOND * (known >= _WITH_SCOPES))
    try:
        ruleset = _call(_CREATE_RULESET, ctypes.byref(attributes), ctypes.sizeof(attributes), 0)
        try:
            _allow(ruleset, home, changes)
            for place in written:
                _allow(ruleset, place, changes & (_WRITE_FILE | _TRUNCATE))
            for place in sockets:
                _allow(ruleset, place, _REMOVE_FILE | _MAKE_SOCKET)
            _checked(_libc().prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0))
            _call(_RESTRICT_SELF, ruleset, 0)
        finally:
            os.close(ruleset)
    except OSError:
        return False
    return True


def _allow(ruleset: int, path: Path, rights: int) -> None:
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = _Beneath(rights, place)
        _call(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(place)


def _call(number: int, *arguments: object) -> int:
    typed = (ctypes.c_long(one) if isinstance(one, int) else one for one in arguments)
    return _checked(_libc().syscall(ctypes.c_long(number), *typed))


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
