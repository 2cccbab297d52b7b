"""Emitted functions kept on disk, a file a package, so that what has not changed is compiled once.

The key says everything the content depends on (sources of the package and of all it imports, options, this compiler);
so a file is never wrong, only absent. A file is written under another name and renamed, and read only if its checksum
is right: two processes, a read-only folder, a full disk or a damaged file cost the cache's benefit and nothing else.

    MAGIC, blake2b-128 of the rest, marshal of {function name: unit as bytes, "": facts of the package}

The facts are what the phases before the linker need to know of code that they don't see: the escape tags of the
functions, the data of the package's variables, and whether others need code. A function whose unit can't be kept (it
names a type declared inside a function) is compiled anew, and so is everything that names something made along with it.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol

from morestack.compiler import ir, stubs, types
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
from morestack.vm import atomicfile

FORMAT = 1
MAGIC = b"MOBJ%d/%d.%d/%d\n" % (FORMAT, *sys.version_info[:2], marshal.version)
DIGEST = 16
INPUTS = ("isa", "layout", "image", "semantics")  # of vm
LIMIT = 512 << 20  # bytes the folder may hold before the oldest files go

FindNamed = Callable[[str, str], Type]
FindPackage = Callable[[str], Package]


class NotCacheable(Exception):
    """The unit names something that has no name outside its function."""


@cache
def fingerprint() -> str:
    """A digest of what makes code of Go: the compiler and the instruction set."""
    h = blake2b(digest_size=DIGEST)
    home = Path(__file__).parent
    for path in [*sorted(home.glob("*.py")), *(home.parent / "vm" / f"{n}.py" for n in INPUTS)]:
        h.update(path.name.encode() + b"\0" + path.read_bytes())
    return h.hexdigest()


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
        try:
            path = self.path(key)
            path.parent.mkdir(parents=True, exist_ok=True)
            atomicfile.write(path, [MAGIC, blake2b(body, digest_size=DIGEST).digest(), body])
        except OSError:
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


# ---- the packages of one compilation -----------------------------------------------------------------------------


class Front(Protocol):
    """What is asked of the builder."""

    def owner(self, name: str) -> str | None:
        """The package that declares a function; None for one that is not declared."""

    def escape_tags(self, name: str) -> Any:
        """The tags of a declared function that was analysed; None if it was not."""

    def fresh_inits(self) -> dict[str, tuple[bool, list[ir.Data]]]:
        """What was found out about packages' variables in this compilation, by path."""

    def package_type(self, path: str, name: str) -> Type | None:
        """A type that a package declares."""

    def package(self, path: str) -> Package:
        """A package of the program."""


class Packages:
    """The kept functions of a program's packages; ``keys``: path -> cache key, only of packages that may be kept."""

    def __init__(self, cache: Cache, keys: dict[str, str], front: Front) -> None:
        self.cache = cache
        self.keys = keys
        self.front = front
        self.files: dict[str, dict[str, bytes]] = {}
        self.facts: dict[str, tuple[dict[str, Any], Any]] = {}
        self.fresh: dict[str, Unit] = {}
        self.universe: dict[str, Type] = {"error": types.ERROR_TYPE, "comparable": types.COMPARABLE_TYPE}

    def owner(self, name: str) -> str | None:
        """The package whose file a function belongs to; None if it is not kept."""
        if "[" in name or name.startswith("main.") or "{" in name:
            return None
        path = self.front.owner(name)
        if path is not None:
            return path if path in self.keys else None
        head = name.partition("(")[0]
        at = head.rfind(".")
        while at > head.rfind("/"):
            if head[:at] in self.keys:
                return head[:at]
            at = head.rfind(".", 0, at)
        return None

    def file(self, path: str) -> dict[str, bytes]:
        """The kept functions of a package."""
        found = self.files.get(path)
        if found is None:
            found = self.files[path] = self.cache.load(self.keys[path])
            self.facts[path] = marshal.loads(found[""]) if "" in found else ({}, None)
        return found

    def find_named(self, path: str, name: str) -> Type:
        """A declared type by its names."""
        t = self.universe.get(name) if not path else self.front.package_type(path, name)
        if t is None:
            raise NotCacheable(f"{path}.{name}")
        return t

    def unit(self, name: str) -> Unit | None:
        """The kept unit of a function."""
        path = self.owner(name)
        raw = self.file(path).get(name) if path is not None else None
        return decode(raw, self.find_named, self.front.package) if raw is not None else None

    def tags(self, name: str) -> Any:
        """The escape tags of a function whose unit is kept."""
        path = self.owner(name)
        if path is None or name not in self.file(path):
            return None
        return self.facts[path][0].get(name)

    def init(self, path: str) -> tuple[bool, list[ir.Data]] | None:
        """What is known of a package's variables."""
        if path not in self.keys:
            return None
        self.file(path)
        row = self.facts[path][1]
        if row is None:
            return None
        has_code, rows, data = row
        return has_code, read_data(data, read_types(rows, self.find_named, self.front.package))

    def made(self, name: str, unit: Unit) -> None:
        """A function was compiled."""
        if self.owner(name) is not None:
            self.fresh[name] = unit

    # ---- keeping ---------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keeps what was compiled, beside what was kept before."""
        encoded = self._encoded()
        inits = self.front.fresh_inits()
        for path in {*filter(None, map(self.owner, encoded)), *(p for p in inits if p in self.keys)}:
            kept = dict(self.file(path))
            tags, init = self.facts[path]
            mine = {name: raw for name, raw in encoded.items() if self.owner(name) == path}
            kept.update(mine)
            tags = tags | {name: t for name in mine if (t := self.front.escape_tags(name)) is not None}
            if init is None and path in inits:
                init = self._init_row(path, *inits[path], kept)
            kept[""] = marshal.dumps((tags, init))
            self.cache.save(self.keys[path], kept)
        if encoded:
            self.cache.trim()

    def _encoded(self) -> dict[str, bytes]:
        """The fresh units as bytes, without those that name something which is not kept and not declared."""
        out: dict[str, bytes] = {}
        for name, unit in self.fresh.items():
            with suppress(NotCacheable):
                out[name] = encode(unit)
        while True:
            bad = [name for name in out if any(not self._found(n, out) for n in names_in(self.fresh[name]))]
            if not bad:
                return out
            for name in bad:
                del out[name]

    def _found(self, name: str, encoded: dict[str, bytes]) -> bool:
        """Will a function be there next time: declared, kept, or made by the linker?"""
        if self.front.owner(name) is not None or name in encoded:
            return True
        path = self.owner(name)
        return (path is not None and name in self.file(path)) or name in stubs.STUBS

    def _init_row(self, path: str, has_code: bool, data: list[ir.Data], kept: dict[str, bytes]) -> Any:
        """The row of a package's variables; None if it can't be kept."""
        wanted = {symbol for d in data for _, kind, symbol, _ in d.relocs if kind == "pc"}
        if has_code:
            wanted.add(f"{path}.init")
        if not all(name in kept or self.front.owner(name) is not None for name in wanted):
            return None
        table = TypeTable()
        try:
            rows = data_rows(data, table)
        except NotCacheable:
            return None
        return has_code, table.rows, rows


def names_in(unit: Unit) -> Iterator[str]:
    """The functions that a unit names."""
    for _, name in unit.code.calls:
        yield name
    for d in unit.data:
        for _, kind, name, _ in d.relocs:
            if kind == "pc":
                yield name


# ---- units as bytes --------------------------------------------------------------------------------------------------


def encode(unit: Unit) -> bytes:
    """A unit as bytes. Raises NotCacheable for types that are declared inside functions."""
    table = TypeTable()
    data = data_rows(unit.data, table)
    named = table.named(unit)
    parts: Any = (unit.code.parts(), data, table.rows, named, sorted(unit.iface_calls))
    return marshal.dumps(parts)


def decode(raw: bytes, find_named: FindNamed, find_package: FindPackage) -> Unit:
    """The inverse of :func:`encode`; ``find_named(package path, name)`` gives declared types ("" for the universe)."""
    code, data, rows, named, calls = marshal.loads(raw)
    got = read_types(rows, find_named, find_package) if rows else []
    types_, converted, itabs = _holder(got, *named)
    return Unit(Code.from_parts(code), read_data(data, got), types_, converted, itabs, set(calls))


def data_rows(data: list[ir.Data], table: TypeTable) -> list[tuple[Any, ...]]:
    """Data symbols as plain values."""
    return [
        (d.name, bytes(d.content), d.relocs, d.size, d.align, tuple(d.ptrs), d.readonly, d.dedup, *table.named(d))
        for d in data
    ]


def read_data(rows: list[tuple[Any, ...]], got: list[Type]) -> list[ir.Data]:
    """The inverse of :func:`data_rows`; ``got`` are the types of the table."""
    out = []
    for name, content, relocs, size, align, ptrs, readonly, dedup, *named in rows:
        out.append(ir.Data(name, content, relocs, size, align, ptrs, readonly, dedup, *_holder(got, *named)))
    return out


def _holder(
    got: list[Type], named: dict[str, int], converted: dict[str, int], itabs: dict[str, tuple[int, int]]
) -> tuple[dict[str, Type], dict[str, Type], dict[str, tuple[Type, Type]]]:
    """types, converted and itabs of code or data."""
    return (
        {s: got[i] for s, i in named.items()},
        {s: got[i] for s, i in converted.items()},
        {s: (got[a], got[b]) for s, (a, b) in itabs.items()},
    )


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
