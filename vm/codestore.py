"""The printed functions of one image on disk: marshalled code objects by name, read one at a time.

File: MAGIC, length of the index (u32), crc32 of the index (u32), index (marshal: name -> (offset, length, crc32 of the
entry)), entries. A file that is cut or altered is passed over: the functions are printed again. Marshal reads only
bytes whose checksum was right.
"""

from __future__ import annotations

import marshal
import os
import struct
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from types import CodeType

from morestack.vm import atomicfile

MAGIC = b"MORESTKPY1" + sys.version.encode()[:40].ljust(40, b" ")
HEAD = struct.Struct("<II")


class CodeStore:
    """Reads entries on demand, collects new ones, and writes the file anew in `save`. Without a path it keeps
    nothing."""

    def __init__(self, path: str | os.PathLike[str] | None) -> None:
        self.path = Path(path) if path is not None else None
        self.fresh: dict[str, bytes] = {}
        self._raw = b""
        self._index: dict[str, tuple[int, int, int]] = {}
        self._start = 0
        if self.path is not None:
            self._read()

    def _read(self) -> None:
        assert self.path is not None
        self._index = {}
        try:
            raw = self.path.read_bytes()
        except OSError:
            return
        at = len(MAGIC)
        if len(raw) < at + HEAD.size or not raw.startswith(MAGIC):
            return
        size, crc = HEAD.unpack_from(raw, at)
        at += HEAD.size
        index = raw[at : at + size]
        if len(index) != size or zlib.crc32(index) != crc:
            return
        with suppress(ValueError, EOFError, TypeError):
            self._index = marshal.loads(index)
            self._raw, self._start = raw, at + size

    def get(self, name: str) -> tuple[CodeType, bytes] | None:
        """A function's code and its line table, or None."""
        entry = self._index.get(name)
        if entry is None:
            return None
        offset, length, crc = entry
        body = self._raw[self._start + offset : self._start + offset + length]
        if len(body) != length or zlib.crc32(body) != crc:
            return None
        code, lines = marshal.loads(body)
        return code, lines

    def put(self, name: str, code: CodeType, lines: bytes) -> None:
        """Keeps a function that was printed now."""
        if self.path is not None:
            self.fresh[name] = marshal.dumps((code, lines))

    def save(self) -> None:
        """Writes old and new entries, whole or not at all; what another process has written meanwhile is kept. A
        folder that can't be written costs only the time to print again."""
        if self.path is None or not self.fresh:
            return
        self._read()
        entries = {name: self._raw[self._start + o : self._start + o + n] for name, (o, n, _) in self._index.items()}
        entries.update(self.fresh)
        index: dict[str, tuple[int, int, int]] = {}
        at = 0
        for name, body in entries.items():
            index[name] = (at, len(body), zlib.crc32(body))
            at += len(body)
        head = marshal.dumps(index)
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            start = MAGIC + HEAD.pack(len(head), zlib.crc32(head)) + head
            atomicfile.write(self.path, [start, *entries.values()])
        self.fresh.clear()
