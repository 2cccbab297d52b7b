"""Native code on disk: blocks by the content of the function they were made from, and for each image the list of its functions'
keys. One SQLite file, so that processes can use it at once; a row that does not match its checksum counts as absent.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import zlib
from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from morestack.vm import elf, isa
from morestack.vm.image import Func, Image
from morestack.vm.llvm_abi import Convention

W = isa.WORDS_PER_INSTRUCTION
FILE = "native.db"
SOURCES = (
    "exits.py", "llvm_flow.py", "llvm_text.py", "llvm_regions.py", "llvm_support.py", "llvm_abi.py", "codespace.py", "regions.py",
    "isa.py", "elf.py", "jitcache.py",
)  # fmt: skip

RootFact = tuple[int, tuple[tuple[int, str], ...]]  # as in vm.llvm_regions
Compiled = tuple[elf.Block, tuple[RootFact, ...]]  # the block, and its public roots


def version(stamp: bytes) -> bytes:
    """What all keys begin with: the printer's own text, and the stamp of compiler and processor."""
    h = hashlib.sha256(stamp)
    folder = Path(__file__).parent
    for name in SOURCES:
        with suppress(OSError):
            h.update((folder / name).read_bytes())
    return h.digest()[:16]


class References:
    """The functions and data addresses that a function names, numbered by their first use in its code."""

    def __init__(self, image: Image, func: Func, data_constants: frozenset[int]) -> None:
        self.callees: dict[int, int] = {}
        self.cells: dict[int, int] = {}
        self.words: list[int] = []  # the code with references and pcs replaced by numbers of its own
        self.constants: list[int | str] = []
        self._scan(image, func, data_constants)

    def _scan(self, image: Image, func: Func, data_constants: frozenset[int]) -> None:
        code = image.code[func.entry * W : func.end * W].tolist()
        entry, consts = func.entry, image.consts
        callees, cells, constants = self.callees, self.cells, self.constants
        for at in range(0, len(code), W):
            for position, role in _REFERENCES[code[at]]:
                place = at + 1 + position
                word = code[place]
                if role == "L":
                    code[place] = word - entry
                elif role == "N":
                    code[place] = -1
                    constants.append(image.natives[word])
                elif role == "F":
                    code[place] = -1 if image.funcs[word].entry == entry else callees.setdefault(word, len(callees))
                elif word < 0:
                    if ~word in data_constants:
                        code[place] = -2 - cells.setdefault(consts[~word], len(cells))
                        constants.append(-1)
                    else:
                        code[place] = -1
                        constants.append(consts[~word])
        self.words = code


_REFERENCES = [
    tuple((n, o.role if o.role in "LFN" else "c") for n, o in enumerate(row.operands) if o.role in "LFNabc") for row in isa.OPS
]


def content_key(
    func: Func, references: References, maps: Iterable[int], conventions: Sequence[Convention]
) -> bytes:
    """A digest of all that a function's native code depends on, the same in every image that has this function."""
    h = hashlib.sha256(array("q", references.words).tobytes())
    facts = (
        func.frame_words, func.out_words, func.arg_words, func.flags, func.deferreturn and func.deferreturn - func.entry,
        references.constants, list(maps), [tuple(c) for c in conventions],
    )  # fmt: skip
    h.update(marshal.dumps(facts))
    return h.digest()


class JitCache:
    """The file in ``folder``; None, or a folder that can't be used, keeps nothing."""

    def __init__(self, folder: str | os.PathLike[str] | None, prefix: bytes) -> None:
        self.prefix = prefix
        self._folder = folder
        self._open_db: Any = None

    @property
    def _db(self) -> Any:
        """The open file: only a run that needs other programs' code, or has code to keep, opens it."""
        if self._folder is not None:
            folder, self._folder = self._folder, None
            with suppress(Exception):
                self._open(Path(folder))
        return self._open_db

    def _open(self, folder: Path) -> None:
        import sqlite3

        folder.mkdir(parents=True, exist_ok=True)
        path = folder / FILE
        db = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
        try:
            self._prepare(db)
        except sqlite3.DatabaseError:
            db.close()
            with suppress(OSError):
                os.unlink(path)
            db = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
            self._prepare(db)
        self._open_db = db

    @staticmethod
    def _prepare(db: Any) -> None:
        db.execute("pragma journal_mode=wal")
        db.execute("pragma synchronous=off")
        db.execute("create table if not exists blocks (key blob primary key, crc integer, body blob) without rowid")

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Compiled]:
        """The blocks there are, by key."""
        rows = self._rows([self.prefix + k for k in keys])
        found: dict[bytes, Compiled] = {}
        n = len(self.prefix)
        for key, raw in rows.items():
            with suppress(ValueError, EOFError, TypeError):
                block, roots = marshal.loads(raw)
                found[key[n:]] = (elf.Block(*block), roots)
        return found

    def put(self, items: dict[bytes, Compiled]) -> None:
        """Keeps blocks."""
        self._write(
            {
                self.prefix + k: marshal.dumps(((b.content, b.relocations, b.exports), roots))
                for k, (b, roots) in items.items()
            }
        )

    def get_facts(self, name: bytes) -> Any:
        """What `put_facts` kept under a name, or None."""
        key = self.prefix + b"=" + name
        raw = self._rows([key]).get(key)
        with suppress(ValueError, EOFError, TypeError):
            return marshal.loads(raw) if raw is not None else None
        return None

    def put_facts(self, name: bytes, facts: Any) -> None:
        """Keeps plain data (what marshal writes) under a name."""
        self._write({self.prefix + b"=" + name: marshal.dumps(facts)})

    def _rows(self, keys: list[bytes]) -> dict[bytes, bytes]:
        if not keys or self._db is None:
            return {}
        found: dict[bytes, bytes] = {}
        with suppress(Exception):
            for at in range(0, len(keys), 500):
                part = keys[at : at + 500]
                marks = ",".join("?" * len(part))
                for key, crc, body in self._db.execute(f"select key, crc, body from blocks where key in ({marks})", part):
                    if zlib.crc32(body) == crc:
                        found[key] = body
        return found

    def _write(self, rows: dict[bytes, bytes]) -> None:
        if not rows or self._db is None:
            return
        with suppress(Exception):
            self._db.execute("begin immediate")
            self._db.executemany(
                "insert or replace into blocks values (?, ?, ?)", [(k, zlib.crc32(v), v) for k, v in rows.items()]
            )
            self._db.execute("commit")

    def close(self) -> None:
        """Closes the file."""
        self._folder = None
        if self._open_db is not None:
            with suppress(Exception):
                self._open_db.close()
            self._open_db = None
