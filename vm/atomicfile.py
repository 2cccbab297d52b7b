"""Files written whole or not at all: under another name in the same folder, then renamed."""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Iterable
from contextlib import suppress

ATTEMPTS = 100
_numbers = itertools.count()


def write(path: str | os.PathLike[str], pieces: Iterable[bytes | bytearray | memoryview]) -> None:
    """Makes ``path`` a file of these pieces; readers see the old file or the new one. Raises OSError, and then nothing
    is left behind. What is there and no regular file (`/dev/null`, a pipe) is written to, not replaced."""
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as f:
            for piece in pieces:
                f.write(piece)
        return
    handle, temporary = _create(*os.path.split(os.fspath(path)))
    try:
        with os.fdopen(handle, "wb") as f:
            for piece in pieces:
                f.write(piece)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _create(folder: str, name: str) -> tuple[int, str]:
    """A new file beside the one that is wanted; names that a killed process left are passed over."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
    for attempt in range(ATTEMPTS):
        temporary = os.path.join(folder, f".{name[:100]}.{os.getpid()}.{threading.get_ident():x}.{next(_numbers)}")
        try:
            return os.open(temporary, flags, 0o666), temporary
        except FileExistsError:
            if attempt == ATTEMPTS - 1:
                raise
    raise AssertionError


__all__ = ["write"]
