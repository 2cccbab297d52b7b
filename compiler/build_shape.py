"""How values of a Go type are held by compiled code: as leaves in registers, or in memory form; and how arguments lie.

A type is *flat* when it has at most MAX_LEAVES scalars and no array of two or more elements: its value is a list of
operands, one a leaf. Every other type is in memory form: its value is a place that holds Go's amd64 layout.
See vm/layout.py, whose rules these are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from morestack.compiler import types
from morestack.compiler.types import Array, Basic, Interface, Signature, Slice, Struct, Type, Var
from morestack.vm.layout import MAX_LEAVES, WORD


@dataclass(frozen=True, slots=True)
class Leaf:
    """One scalar of a flat value: memory width, register kind, is it a pointer, byte offset in the value."""

    width: str
    kind: str
    ptr: bool
    offset: int


class Shape:
    """The form of a type's values. ``words`` is what an argument of the type takes; ``arg_ptrs`` the pointer words of
    that argument form; ``starts`` the first leaf of each field of a flat struct."""

    __slots__ = ("arg_ptrs", "flat", "leaves", "scalar", "size", "starts", "type", "words")

    def __init__(self, t: Type, leaves: list[Leaf] | None) -> None:
        self.size = types.size_of(t)
        self.flat = leaves is not None
        self.leaves: tuple[Leaf, ...] = tuple(leaves or ())
        self.scalar = len(self.leaves) == 1
        self.starts: tuple[int, ...] = ()
        self.type = t
        if leaves is not None:
            self.words = len(leaves)
            self.arg_ptrs: Sequence[int] = tuple(i for i, leaf in enumerate(leaves) if leaf.ptr)
        else:
            self.words = (self.size + WORD - 1) // WORD
            self.arg_ptrs = self.ptrs

    @property
    def ptrs(self) -> Sequence[int]:
        """Word offsets of the pointers in a value in memory."""
        return types.ptr_words(self.type)

    @property
    def mem_words(self) -> int:
        """Words of frame memory for a variable of the type (at least one, so that it has an address)."""
        return max(1, (self.size + WORD - 1) // WORD)


_INT: Final = ("i64", "i", False)
_PTR: Final = ("i64", "i", True)
_BASIC: Final[dict[int, tuple[tuple[str, str, bool], ...]]] = {
    types.BOOL: (("u8", "i", False),),
    types.INT: (_INT,),
    types.INT8: (("i8", "i", False),),
    types.INT16: (("i16", "i", False),),
    types.INT32: (("i32", "i", False),),
    types.INT64: (_INT,),
    types.UINT: (("u64", "u", False),),
    types.UINT8: (("u8", "i", False),),
    types.UINT16: (("u16", "i", False),),
    types.UINT32: (("u32", "i", False),),
    types.UINT64: (("u64", "u", False),),
    types.UINTPTR: (("u64", "u", False),),
    types.FLOAT32: (("f32", "f", False),),
    types.FLOAT64: (("f64", "d", False),),
    types.COMPLEX64: (("f32", "f", False), ("f32", "f", False)),
    types.COMPLEX128: (("f64", "d", False), ("f64", "d", False)),
    types.STRING: (_PTR, _INT),
    types.UNSAFE_POINTER: (_PTR,),
    types.UNTYPED_BOOL: (("u8", "i", False),),
    types.UNTYPED_INT: (_INT,),
    types.UNTYPED_RUNE: (("i32", "i", False),),
    types.UNTYPED_FLOAT: (("f64", "d", False),),
    types.UNTYPED_COMPLEX: (("f64", "d", False), ("f64", "d", False)),
    types.UNTYPED_STRING: (_PTR, _INT),
    types.UNTYPED_NIL: (_PTR,),
}
_SIZE: Final = {"u8": 1, "i8": 1, "i16": 2, "u16": 2, "i32": 4, "u32": 4, "f32": 4, "i64": 8, "u64": 8, "f64": 8}


def shape(t: Type) -> Shape:
    """The shape of t, computed once a type object."""
    s = t.ext
    if s is None:
        s = t.ext = _shape(t)
    return s  # type: ignore[no-any-return]


def _shape(t: Type) -> Shape:
    u = t.underlying
    if u is not t and u.ext is not None:
        return u.ext  # type: ignore[no-any-return]
    starts: list[int] = []
    s = Shape(u, _leaves(u, starts))  # u, not t: the shape of a predeclared type outlives the program
    s.starts = tuple(starts)
    if u is not t:
        u.ext = s
    return s


def _row(parts: tuple[tuple[str, str, bool], ...]) -> list[Leaf]:
    out, at = [], 0
    for width, kind, ptr in parts:
        out.append(Leaf(width, kind, ptr, at))
        at += _SIZE[width]
    return out


def _leaves(u: Type, starts: list[int]) -> list[Leaf] | None:
    """The leaves of an underlying type, None for memory form."""
    if type(u) is Basic:
        return _row(_BASIC[u.kind])
    if type(u) is Slice:
        return _row((_PTR, _INT, _INT))
    if type(u) is Interface:
        return _row((_PTR, _PTR))
    if type(u) is Array:
        if u.len == 0 or types.size_of(u) == 0:
            return []
        if u.len != 1:
            return None
        one = shape(u.elem)
        return list(one.leaves) if one.flat else None
    if type(u) is Struct:
        return _struct_leaves(u, starts)
    return _row((_PTR,))


def _struct_leaves(u: Struct, starts: list[int]) -> list[Leaf] | None:
    out: list[Leaf] = []
    offsets = types.offsets_of(u)
    for f, offset in zip(u.fields, offsets, strict=True):
        one = shape(f.type)
        starts.append(len(out))
        if not one.flat or len(out) + len(one.leaves) > MAX_LEAVES:
            return None
        out.extend(Leaf(x.width, x.kind, x.ptr, x.offset + offset) for x in one.leaves)
    return out


@dataclass(frozen=True, slots=True)
class Abi:
    """Where the words of a call stand: ``params`` (receiver first) and ``results`` as (type, first word)."""

    params: tuple[tuple[Type, int], ...]
    results: tuple[tuple[Type, int], ...]
    param_words: int
    words: int
    arg_ptrs: tuple[int, ...]
    result_ptrs: tuple[int, ...]


def make_abi(params: list[Type], results: list[Type]) -> Abi:
    """The layout of an argument area: every argument and result begins at a new word."""
    at = 0
    rows: list[list[tuple[Type, int]]] = [[], []]
    ptrs: list[list[int]] = [[], []]
    param_words = 0
    for which, group in enumerate((params, results)):
        for t in group:
            s = shape(t)
            rows[which].append((t, at))
            ptrs[which].extend(at + w for w in s.arg_ptrs)
            at += s.words
        if which == 0:
            param_words = at
    return Abi(tuple(rows[0]), tuple(rows[1]), param_words, at, tuple(ptrs[0]), tuple(ptrs[1]))


def abi_of(sig: Signature, recv: Type | None = None) -> Abi:
    """The argument area of a function of this signature; recv is the receiver's type when it has one."""
    if recv is None:
        if sig.abi is not None:
            return sig.abi  # type: ignore[no-any-return]
    params = [v.type for v in sig.params.vars]
    results = [v.type for v in sig.results.vars]
    if recv is not None:
        return make_abi([recv, *params], results)
    made = sig.abi = make_abi(params, results)
    return made


def field_range(t: Type, index: int) -> tuple[int, int]:
    """Leaves [low, high) of field ``index`` in a flat struct."""
    s = shape(t)
    u = t.underlying
    assert isinstance(u, Struct)
    low = s.starts[index]
    return low, low + len(shape(u.fields[index].type).leaves)


def field_offset(t: Type, index: int) -> int:
    """Byte offset of field ``index`` of a struct type."""
    u = t.underlying
    assert isinstance(u, Struct)
    return types.offsets_of(u)[index]


def struct_of(*parts: tuple[str, Type]) -> Struct:
    """A struct type made by the compiler (closure objects and such)."""
    return Struct([Var(0, None, name, t, "field") for name, t in parts])


def plain_memory(t: Type) -> bool:
    """Equality of t is equality of its bytes: no floats, strings, interfaces, blank fields or padding."""
    u = t.underlying
    if type(u) is Basic:
        return not (u.info & (types.IS_FLOAT | types.IS_COMPLEX | types.IS_STRING))
    if type(u) is Array:
        return plain_memory(u.elem)
    if type(u) is Struct:
        at = 0
        for f, offset in zip(u.fields, types.offsets_of(u), strict=True):
            if offset != at or f.name == "_" or not plain_memory(f.type):
                return False
            at += types.size_of(f.type)
        return at == types.size_of(u)
    return type(u) is not Interface
