"""Type descriptors and itabs as data symbols: what package runtime and reflect see of a Go type.

The layouts (``_type``, ``structtype``, ``itab`` ...) are those of the compiled declarations in package runtime:
offsets are looked up by field name, never written here. One symbol a type, named by its key, so pointer equality of
descriptors is type identity.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from morestack.compiler import ir, types
from morestack.compiler.types import Array, Basic, Chan, Interface, Map, Named, Pointer, Signature, Slice, Struct, Type

# Numbers of reflect.Kind for the types that are not Basic.
KIND_ARRAY, KIND_CHAN, KIND_FUNC, KIND_INTERFACE, KIND_MAP, KIND_PTR, KIND_SLICE, KIND_STRING, KIND_STRUCT = range(
    17, 26
)
KIND_UNSAFE_POINTER = 26

MAX_BITMAP = 1 << 28  # words of a type that a bitmap tells of; no value of a bigger type with pointers can be made

TFLAG_NAMED = 4
TFLAG_REGULAR = 8  # equality and hash are those of the bytes
TFLAG_DIRECT = 16  # pointer-shaped: the value itself is the interface's data word
TFLAG_NOT_COMPARABLE = 32

_DIRECTIONS = {types.SEND_RECV: 3, types.RECV_ONLY: 1, types.SEND_ONLY: 2}  # reflect.ChanDir


def type_symbol(t: Type) -> str:
    """The symbol of a type's descriptor."""
    return "type:" + types.key(t)


def itab_symbol(concrete: Type, interface: Type) -> str:
    """The symbol of the itab of a concrete type for a non-empty interface type."""
    return f"go:itab.{types.key(concrete)},{types.key(interface.underlying)}"


def string_symbol(content: bytes) -> str:
    """The symbol of a string constant's bytes (dedup data)."""
    return "go:string." + content.decode("latin-1")


def is_direct(t: Type) -> bool:
    """Is a value of t one pointer, so that it stands in an interface's data word itself?"""
    u = t.underlying
    if isinstance(u, Pointer | Map | Chan | Signature):
        return True
    if isinstance(u, Basic):
        return u.kind == types.UNSAFE_POINTER
    if isinstance(u, Struct):
        return len(u.fields) == 1 and is_direct(u.fields[0].type)
    return isinstance(u, Array) and u.len == 1 and is_direct(u.elem)


def is_comparable(t: Type) -> bool:
    """May values of t be compared with == without looking at interfaces inside?"""
    u = t.underlying
    if isinstance(u, Slice | Map | Signature):
        return False
    if isinstance(u, Struct):
        return all(is_comparable(f.type) for f in u.fields)
    return not isinstance(u, Array) or is_comparable(u.elem)


def is_regular(t: Type) -> bool:
    """Is == on t the same as comparing its bytes: no floats, strings, interfaces, padding or blank fields?"""
    u = t.underlying
    if isinstance(u, Basic):
        return not u.info & (types.IS_FLOAT | types.IS_COMPLEX | types.IS_STRING)
    if isinstance(u, Pointer | Chan):
        return True
    if isinstance(u, Array):
        return is_regular(u.elem)
    if isinstance(u, Struct):
        return sum(types.size_of(f.type) for f in u.fields) == types.size_of(u) and all(
            f.name != "_" and is_regular(f.type) for f in u.fields
        )
    return False


def kind_of(t: Type) -> int:
    """The number of reflect.Kind."""
    u = t.underlying
    if isinstance(u, Basic):
        return (
            KIND_STRING if u.kind == types.STRING else KIND_UNSAFE_POINTER if u.kind == types.UNSAFE_POINTER else u.kind
        )
    return _KINDS[type(u)]


_KINDS: dict[type, int] = {
    Array: KIND_ARRAY,
    Chan: KIND_CHAN,
    Signature: KIND_FUNC,
    Interface: KIND_INTERFACE,
    Map: KIND_MAP,
    Pointer: KIND_PTR,
    Slice: KIND_SLICE,
    Struct: KIND_STRUCT,
}
_STRUCTS: dict[int, str] = {
    KIND_ARRAY: "arraytype",
    KIND_CHAN: "chantype",
    KIND_FUNC: "functype",
    KIND_INTERFACE: "interfacetype",
    KIND_MAP: "maptype",
    KIND_PTR: "ptrtype",
    KIND_SLICE: "slicetype",
    KIND_STRUCT: "structtype",
}


def children(t: Type) -> Iterator[Type]:
    """The types whose descriptors t's descriptor names, methods apart."""
    u = t.underlying
    if isinstance(u, Pointer | Slice | Chan):
        yield u.elem
    elif isinstance(u, Array):
        yield u.elem
        yield Slice(u.elem)
    elif isinstance(u, Map):
        yield u.key
        yield u.elem
    elif isinstance(u, Struct):
        for f in u.fields:
            yield f.type
    elif isinstance(u, Signature):
        for v in (*u.params.vars, *u.results.vars):
            yield v.type
    elif isinstance(u, Interface):
        for m in u.all_methods():
            yield method_type(m.type)


def method_type(sig: Signature) -> Signature:
    """The func type of a method without its receiver, one object a signature."""
    if sig.recv is None:
        return sig
    if sig.func is None:
        sig.func = Signature(None, sig.params, sig.results, sig.variadic)
    return sig.func


class Layouts:
    """Offsets of fields of the structs that package runtime declares. ``find`` gives the declared type of a name
    there."""

    def __init__(self, find: Callable[[str], Type]) -> None:
        self.find = find
        self._structs: dict[str, tuple[dict[str, int], int]] = {}

    def struct(self, name: str) -> tuple[dict[str, int], int]:
        """(field -> byte offset, size) of a struct type of package runtime."""
        known = self._structs.get(name)
        if known is None:
            t = self.find(name).underlying
            assert isinstance(t, Struct), name
            offsets = types.offsets_of(t)
            known = ({f.name: o for f, o in zip(t.fields, offsets, strict=True)}, types.size_of(t))
            self._structs[name] = known
        return known

    def offset(self, name: str, field: str) -> int:
        """Byte offset of a field."""
        return self.struct(name)[0][field]

    def path(self, path: str) -> int:
        """Byte offset of a field of a field: "g.sched.pc"."""
        name, *fields = path.split(".")
        t, at = self.find(name), 0
        for f in fields:
            u = t.underlying
            assert isinstance(u, Struct), path
            i = next(i for i, v in enumerate(u.fields) if v.name == f)
            at += types.offsets_of(u)[i]
            t = u.fields[i].type
        return at

    def size(self, name: str) -> int:
        """Bytes of a struct."""
        return self.struct(name)[1]


class Cell:
    """A data symbol being written: bytes and relocations by byte offset."""

    def __init__(self, name: str, size: int, layouts: Layouts) -> None:
        self.data = ir.Data(name, bytearray(size), readonly=True)
        self.content: bytearray = self.data.content  # type: ignore[assignment]
        self.layouts = layouts

    def number(self, at: int, size: int, value: int) -> None:
        """An unsigned little-endian number."""
        self.content[at : at + size] = value.to_bytes(size, "little")

    def address(self, at: int, symbol: str, addend: int = 0) -> None:
        """The address of a data symbol."""
        self.data.relocs.append((at, "data", symbol, addend))

    def pc(self, at: int, function: str) -> None:
        """The entry pc of a function."""
        self.data.relocs.append((at, "pc", function, 0))

    def slice(self, at: int, symbol: str, count: int) -> None:
        """A slice header over ``count`` elements at a symbol."""
        if count:
            self.address(at, symbol)
            self.number(at + 8, 8, count)
            self.number(at + 16, 8, count)


@dataclass(frozen=True, slots=True)
class Method:
    """A row of an uncommon type's method table. ``ifn``/``tfn`` are function names, "" where the method was not
    kept."""

    name: str
    pkgpath: str
    type: Signature
    ifn: str
    tfn: str


class Descriptors:
    """Writes descriptors; the strings and bitmaps they share come out once each. ``exists`` tells whether a descriptor
    of a type symbol is part of the program (for ptrToThis)."""

    def __init__(self, layouts: Layouts, exists: Callable[[str], bool]) -> None:
        self.layouts = layouts
        self.exists = exists
        self.out: list[ir.Data] = []
        self.shared: set[str] = set()

    # ---- pieces ----------------------------------------------------------------------------------------------------

    def string(self, cell: Cell, at: int, text: str) -> None:
        """A string header."""
        if text:
            raw = text.encode("utf-8", "surrogateescape")
            symbol = string_symbol(raw)
            if symbol not in self.shared:
                self.shared.add(symbol)
                self.out.append(ir.Data(symbol, raw, align=1, readonly=True, dedup=True))
            cell.address(at, symbol)
            cell.number(at + 8, 8, len(raw))

    def bitmap(self, words: Sequence[int]) -> str:
        """The symbol of a pointer bitmap, one bit a word."""
        raw = bytearray((words[-1] // 64 + 1) * 8 if words else 8)
        for w in words:
            raw[w >> 3] |= 1 << (w & 7)
        symbol = (
            f"go:gcbits.{int.from_bytes(raw, 'little'):x}"
            if len(raw) <= 64
            else f"go:gcbits.{zlib.crc32(raw):x}.{len(raw)}.{zlib.adler32(raw):x}"
        )
        if symbol not in self.shared:
            self.shared.add(symbol)
            self.out.append(ir.Data(symbol, bytes(raw), align=8, readonly=True, dedup=True))
        return symbol

    def types_array(self, name: str, elems: list[Type]) -> None:
        """An array of descriptor addresses."""
        cell = Cell(name, 8 * len(elems), self.layouts)
        for i, e in enumerate(elems):
            cell.address(8 * i, type_symbol(e))
        self.out.append(cell.data)

    # ---- a descriptor ----------------------------------------------------------------------------------------------

    def descriptor(self, t: Type, methods: list[Method]) -> None:
        """Writes the descriptor of t; ``methods`` is its method set, unkept ones with empty function names."""
        kind = kind_of(t)
        struct = _STRUCTS.get(kind, "_type")
        cell = Cell(type_symbol(t), self.layouts.size(struct), self.layouts)
        self._head(cell, t, kind, methods)
        if (write := _WRITERS.get(kind)) is not None:
            write(self, cell, t.underlying, self.layouts.struct(struct)[0])
        self.out.append(cell.data)

    def _head(self, cell: Cell, t: Type, kind: int, methods: list[Method]) -> None:
        at, _ = self.layouts.struct("_type")
        key = types.key(t)
        named = type(t) is Named or type(t) is Basic
        flags = TFLAG_NAMED if named else 0
        if is_regular(t):
            flags |= TFLAG_REGULAR
        if is_direct(t):
            flags |= TFLAG_DIRECT
        if not is_comparable(t):
            flags |= TFLAG_NOT_COMPARABLE
        align = types.align_of(t)
        cell.number(at["size"], 8, types.size_of(t))
        cell.number(at["hash"], 4, zlib.crc32(key.encode("utf-8", "surrogateescape")))
        cell.number(at["tflag"], 1, flags)
        cell.number(at["align"], 1, align)
        cell.number(at["fieldalign"], 1, align)
        cell.number(at["kind"], 1, kind)
        words = types.ptr_words(t)
        if words:
            cell.number(at["ptrdata"], 8, (words[-1] + 1) * 8)
            if words[-1] < MAX_BITMAP:
                cell.address(at["gcdata"], self.bitmap(words))
        self.string(cell, at["str"], types.reflect_string(t))
        pointer = "type:*" + key
        if self.exists(pointer):
            cell.address(at["ptrToThis"], pointer)
        if methods or type(t) is Named:
            cell.address(at["uncommon"], self._uncommon(t, methods))

    def _uncommon(self, t: Type, methods: list[Method]) -> str:
        at, size = self.layouts.struct("uncommontype")
        cell = Cell(f"{type_symbol(t)}·uncommon", size, self.layouts)
        base = types.deref(t)[0]
        if isinstance(base, Named):
            self.string(cell, at["pkgpath"], base.obj.pkg.path if base.obj.pkg is not None else "")
            if base is t:
                self.string(cell, at["name"], base.obj.name)
        if methods:
            rows = f"{type_symbol(t)}·methods"
            cell.slice(at["methods"], rows, len(methods))
            self._methods(rows, methods)
        self.out.append(cell.data)
        return cell.data.name

    def _methods(self, name: str, methods: list[Method]) -> None:
        at, size = self.layouts.struct("method")
        cell = Cell(name, size * len(methods), self.layouts)
        for i, m in enumerate(methods):
            row = i * size
            self.string(cell, row + at["name"], m.name)
            self.string(cell, row + at["pkgpath"], m.pkgpath)
            if m.ifn:
                cell.address(row + at["mtyp"], type_symbol(m.type))
                cell.pc(row + at["ifn"], m.ifn)
                if m.tfn:
                    cell.pc(row + at["tfn"], m.tfn)
        self.out.append(cell.data)

    def _array(self, cell: Cell, u: Array, at: dict[str, int]) -> None:
        cell.address(at["elem"], type_symbol(u.elem))
        cell.address(at["slice"], type_symbol(Slice(u.elem)))
        cell.number(at["len"], 8, u.len)

    def _elem(self, cell: Cell, u: Pointer | Slice, at: dict[str, int]) -> None:
        cell.address(at["elem"], type_symbol(u.elem))

    def _chan(self, cell: Cell, u: Chan, at: dict[str, int]) -> None:
        cell.address(at["elem"], type_symbol(u.elem))
        cell.number(at["dir"], 8, _DIRECTIONS[u.dir])

    def _map(self, cell: Cell, u: Map, at: dict[str, int]) -> None:
        cell.address(at["key"], type_symbol(u.key))
        cell.address(at["elem"], type_symbol(u.elem))

    def _func(self, cell: Cell, u: Signature, at: dict[str, int]) -> None:
        for field, part in (("in", u.params), ("out", u.results)):
            name = f"{cell.data.name}·{field}"
            if part.vars:
                self.types_array(name, part.types)
                cell.slice(at[field], name, len(part.vars))
        cell.number(at["variadic"], 1, int(u.variadic))

    def _interface(self, cell: Cell, u: Interface, at: dict[str, int]) -> None:
        methods = u.all_methods()
        row_at, size = self.layouts.struct("imethod")
        rows = Cell(f"{cell.data.name}·methods", size * len(methods), self.layouts)
        package = ""
        for i, m in enumerate(methods):
            row = i * size
            self.string(rows, row + row_at["name"], m.name)
            if not m.exported and m.pkg is not None:
                package = m.pkg.path
                self.string(rows, row + row_at["pkgpath"], package)
            rows.address(row + row_at["typ"], type_symbol(method_type(m.type)))
        self.string(cell, at["pkgpath"], package)
        if methods:
            self.out.append(rows.data)
            cell.slice(at["methods"], rows.data.name, len(methods))

    def _struct(self, cell: Cell, u: Struct, at: dict[str, int]) -> None:
        row_at, size = self.layouts.struct("structfield")
        rows = Cell(f"{cell.data.name}·fields", size * len(u.fields), self.layouts)
        package = ""
        for i, (f, offset) in enumerate(zip(u.fields, types.offsets_of(u), strict=True)):
            row = i * size
            self.string(rows, row + row_at["name"], f.name)
            if not f.exported and f.pkg is not None:
                package = f.pkg.path
                self.string(rows, row + row_at["pkgpath"], package)
            rows.address(row + row_at["typ"], type_symbol(f.type))
            self.string(rows, row + row_at["tag"], u.tag(i))
            rows.number(row + row_at["offset"], 8, offset)
            rows.number(row + row_at["embedded"], 1, int(f.embedded))
        self.string(cell, at["pkgpath"], package)
        if u.fields:
            self.out.append(rows.data)
            cell.slice(at["fields"], rows.data.name, len(u.fields))

    # ---- itabs -----------------------------------------------------------------------------------------------------

    def itab(self, concrete: Type, interface: Type, functions: list[str]) -> None:
        """Writes an itab; ``functions`` take the data word as receiver, in the order of the interface's methods ("":
        not kept)."""
        at, _ = self.layouts.struct("itab")
        u = interface.underlying
        cell = Cell(itab_symbol(concrete, interface), at["fun"] + 8 * max(1, len(functions)), self.layouts)
        cell.address(at["inter"], type_symbol(interface))
        cell.address(at["typ"], type_symbol(concrete))
        cell.number(at["hash"], 4, zlib.crc32(types.key(concrete).encode("utf-8", "surrogateescape")))
        for i, f in enumerate(functions):
            if f:
                cell.pc(at["fun"] + 8 * i, f)
        assert isinstance(u, Interface)
        self.out.append(cell.data)


_WRITERS: dict[int, Callable[..., None]] = {
    KIND_ARRAY: Descriptors._array,
    KIND_CHAN: Descriptors._chan,
    KIND_FUNC: Descriptors._func,
    KIND_INTERFACE: Descriptors._interface,
    KIND_MAP: Descriptors._map,
    KIND_PTR: Descriptors._elem,
    KIND_SLICE: Descriptors._elem,
    KIND_STRUCT: Descriptors._struct,
}
