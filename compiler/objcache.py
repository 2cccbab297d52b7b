"""Emitted functions kept on disk, a file a package, so that what has not changed is compiled once.

The key says everything the content depends on (sources of the package and of all it imports, options, this compiler);
so a file is never wrong, only absent. A file is written under another name and renamed, and read only if its checksum
is right: two processes, a read-only folder, a full disk or a damaged file cost the cache's benefit and nothing else.

    MAGIC, blake2b-128 of the rest, marshal of {function name: parts}
"""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from morestack.compiler import ir, types
from morestack.compiler.emit import Code
from morestack.compiler.link import Unit
from morestack.compiler.types import (
    Array,
    Basic,
    Chan,
    Interface,
    Map,
    Named,
    Package,
    Pointer,
    Signature,
    Slice,
    Struct,
    Tuple,
    Type,
)

FORMAT = 1
MAGIC = b"MOBJ%d/%d.%d/%d\n" % (FORMAT, *sys.version_info[:2], marshal.version)
DIGEST = 16
LIMIT = 512 << 20  # bytes the folder may hold before the oldest files go

FindNamed = Callable[[str, str], Type]
FindPackage = Callable[[str], Package]


class NotCacheable(Exception):
    """The unit names something that has no name outside its function."""


class Cache:
    """A folder of package files; ``folder`` None keeps nothing."""

    def __init__(self, folder: str | os.PathLike[str] | None) -> None:
        self.folder = Path(folder) if folder is not None else None

    def path(self, key: str) -> Path:
        """The file of a key (letters and digits)."""
        assert self.folder is not None
        return self.folder / key[:2] / f"{key}.mo"

    def load(self, key: str) -> dict[str, bytes]:
        """The functions kept under a key, by name; empty if there is no good file."""
        if self.folder is None:
            return {}
        try:
            raw = self.path(key).read_bytes()
        except OSError:
            return {}
        head = len(MAGIC) + DIGEST
        if not raw.startswith(MAGIC) or blake2b(raw[head:], digest_size=DIGEST).digest() != raw[len(MAGIC) : head]:
            return {}
        try:
            found = marshal.loads(raw[head:])
        except (ValueError, EOFError, TypeError):
            return {}
        return found if isinstance(found, dict) else {}

    def save(self, key: str, units: dict[str, bytes]) -> bool:
        """Keeps functions under a key, instead of what was kept there. False if that was not possible."""
        if self.folder is None:
            return False
        body = marshal.dumps(units)
        name = ""
        try:
            path = self.path(key)
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
            with os.fdopen(handle, "wb") as f:
                f.write(MAGIC + blake2b(body, digest_size=DIGEST).digest() + body)
            os.replace(name, path)
        except OSError:
            if name:
                with suppress(OSError):
                    os.unlink(name)
            return False
        return True

    def trim(self, limit: int = LIMIT) -> None:
        """Removes the files used longest ago until the folder holds at most ``limit`` bytes."""
        if self.folder is None:
            return
        files = []
        with suppress(OSError):
            for path in self.folder.glob("*/*.mo"):
                with suppress(OSError):
                    s = path.stat()
                    files.append((max(s.st_mtime, s.st_atime), s.st_size, path))
        total = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if total <= limit:
                return
            with suppress(OSError):
                path.unlink()
                total -= size


# ---- units as bytes --------------------------------------------------------------------------------------------------


def encode(unit: Unit) -> bytes:
    """A unit as bytes. Raises NotCacheable for types that are declared inside functions."""
    table = TypeTable()
    data = [
        (d.name, bytes(d.content), d.relocs, d.size, d.align, d.ptrs, d.readonly, d.dedup, *table.named(d))
        for d in unit.data
    ]
    named = table.named(unit)
    parts: Any = (unit.code.parts(), data, table.rows, named, sorted(unit.iface_calls))
    return marshal.dumps(parts)


def decode(raw: bytes, find_named: FindNamed, find_package: FindPackage) -> Unit:
    """The inverse of :func:`encode`; ``find_named(package path, name)`` gives declared types ("" for the universe)."""
    code, data, rows, named, calls = marshal.loads(raw)
    got = read_types(rows, find_named, find_package) if rows else []

    def holder(types: dict[str, int], converted: dict[str, int], itabs: dict[str, tuple[int, int]]) -> Any:
        return (
            {s: got[i] for s, i in types.items()},
            {s: got[i] for s, i in converted.items()},
            {s: (got[a], got[b]) for s, (a, b) in itabs.items()},
        )

    symbols = [ir.Data(*d[:8], *holder(*d[8:])) for d in data]
    types_, converted, itabs = holder(*named)
    return Unit(Code.from_parts(code), symbols, types_, converted, itabs, set(calls))


class TypeTable:
    """Types as rows of plain values; a row names others by their index, which is lower."""

    def __init__(self) -> None:
        self.rows: list[tuple[Any, ...]] = []
        self.index: dict[str, int] = {}

    def named(self, holder: Unit | ir.Data) -> tuple[dict[str, int], dict[str, int], dict[str, tuple[int, int]]]:
        """The types, converted types and itabs of code or data, by the indices of their rows."""
        return (
            {symbol: self.put(t) for symbol, t in holder.types.items()},
            {symbol: self.put(t) for symbol, t in holder.converted.items()},
            {symbol: (self.put(a), self.put(b)) for symbol, (a, b) in holder.itabs.items()},
        )

    def put(self, t: Type) -> int:
        """The index of a type's row."""
        key = types.key(t)
        n = self.index.get(key)
        if n is None:
            row = self._row(t)
            n = self.index[key] = len(self.rows)
            self.rows.append(row)
        return n

    def _row(self, t: Type) -> tuple[Any, ...]:
        if isinstance(t, Basic):
            return ("basic", t.kind)
        if isinstance(t, Named):
            if t.number:
                raise NotCacheable(types.key(t))
            return ("named", t.obj.pkg.path if t.obj.pkg is not None else "", t.obj.name)
        if isinstance(t, Pointer):
            return ("pointer", self.put(t.elem))
        if isinstance(t, Slice):
            return ("slice", self.put(t.elem))
        if isinstance(t, Array):
            return ("array", self.put(t.elem), t.len)
        if isinstance(t, Map):
            return ("map", self.put(t.key), self.put(t.elem))
        if isinstance(t, Chan):
            return ("chan", t.dir, self.put(t.elem))
        if isinstance(t, Struct):
            fields = [(f.name, _path(f), self.put(f.type), f.embedded) for f in t.fields]
            return ("struct", fields, [t.tag(i) for i in range(len(fields))])
        if isinstance(t, Signature):
            return (
                "func",
                [self.put(v.type) for v in t.params.vars],
                [self.put(v.type) for v in t.results.vars],
                t.variadic,
            )
        if isinstance(t, Interface) and not t.unions:
            return ("interface", [(m.name, _path(m), self.put(m.type)) for m in t.all_methods()], t.comparable)
        raise NotCacheable(types.key(t))


def _path(o: types.Object) -> str:
    return o.pkg.path if o.pkg is not None else ""


def read_types(rows: list[tuple[Any, ...]], find_named: FindNamed, find_package: FindPackage) -> list[Type]:
    """The types that the rows of a TypeTable describe."""
    out: list[Type] = []

    def var(index: int, kind: str) -> types.Var:
        return types.Var(0, None, "", out[index], kind)

    for row in rows:
        match row:
            case ("basic", kind):
                out.append(types.BASICS[kind])
            case ("named", path, name):
                out.append(find_named(path, name))
            case ("pointer", elem):
                out.append(Pointer(out[elem]))
            case ("slice", elem):
                out.append(Slice(out[elem]))
            case ("array", elem, length):
                out.append(Array(out[elem], length))
            case ("map", key, elem):
                out.append(Map(out[key], out[elem]))
            case ("chan", direction, elem):
                out.append(Chan(direction, out[elem]))
            case ("struct", fields, tags):
                made = [
                    types.Var(0, find_package(p) if p else None, n, out[i], "field", embedded)
                    for n, p, i, embedded in fields
                ]
                out.append(Struct(made, tags))
            case ("func", params, results, variadic):
                ins, outs = Tuple([var(i, "param") for i in params]), Tuple([var(i, "result") for i in results])
                out.append(Signature(None, ins, outs, variadic))
            case ("interface", methods, comparable):
                face = Interface([types.Func(0, find_package(p) if p else None, n, out[i]) for n, p, i in methods])
                face.comparable = comparable
                out.append(face)
            case _:
                raise ValueError(f"row {row[:1]}")
    return out
