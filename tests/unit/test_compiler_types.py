"""Types: identity and keys, text forms, method sets, layout."""

from __future__ import annotations

import pytest
from morestack.compiler import types
from morestack.compiler.types import (
    BOOL_TYPE,
    BYTE_TYPE,
    ERROR_TYPE,
    INT_TYPE,
    RUNE_TYPE,
    STRING_TYPE,
    UINT8_TYPE,
    Array,
    Chan,
    Func,
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
    TypeName,
    Var,
)

MAIN = Package("main", "main")
OTHER = Package("example.com/x/other", "other")


def named(name: str, underlying: Type, pkg: Package = MAIN) -> Named:
    return Named(TypeName(1, pkg, name, None), underlying)


def field(name: str, t: Type, *, embedded: bool = False, pkg: Package = MAIN) -> Var:
    return Var(1, pkg, name, t, "field", embedded)


def func(params: list[Type], results: list[Type], variadic: bool = False) -> Signature:
    return Signature(
        None,
        Tuple([Var(0, MAIN, "", t, "param") for t in params]),
        Tuple([Var(0, MAIN, "", t, "result") for t in results]),
        variadic,
    )


def method(base: Named, name: str, *, ptr: bool = False) -> Func:
    sig = func([], [])
    sig.recv = Var(0, MAIN, "", Pointer(base) if ptr else base, "recv")
    m = Func(1, MAIN, name, sig)
    base.add_method(m)
    return m


T = named("T", Struct([field("a", INT_TYPE)]))
PAIRS = [
    (BYTE_TYPE, UINT8_TYPE, True),
    (Slice(BYTE_TYPE), Slice(UINT8_TYPE), True),
    (Slice(INT_TYPE), Slice(RUNE_TYPE), False),
    (Array(INT_TYPE, 3), Array(INT_TYPE, 4), False),
    (Map(STRING_TYPE, T), Map(STRING_TYPE, T), True),
    (Chan(types.SEND_ONLY, INT_TYPE), Chan(types.RECV_ONLY, INT_TYPE), False),
    (Struct([field("a", INT_TYPE)]), Struct([field("a", INT_TYPE)]), True),
    (Struct([field("a", INT_TYPE)]), Struct([field("a", INT_TYPE, pkg=OTHER)]), False),
    (Struct([field("A", INT_TYPE)]), Struct([field("A", INT_TYPE, pkg=OTHER)]), True),
    (Struct([field("A", INT_TYPE)], ["x"]), Struct([field("A", INT_TYPE)]), False),
    (Struct([field("T", T)]), Struct([field("T", T, embedded=True)]), False),
    (T, named("T", T.underlying, OTHER), False),
    (func([Slice(INT_TYPE)], []), func([Slice(INT_TYPE)], [], True), False),
    (Interface([Func(0, MAIN, "M", func([], []))]), Interface([Func(0, OTHER, "M", func([], []))]), True),
    (Interface([Func(0, MAIN, "m", func([], []))]), Interface([Func(0, OTHER, "m", func([], []))]), False),
]


@pytest.mark.parametrize(("x", "y", "same"), PAIRS)
def test_identity_agrees_with_key(x: Type, y: Type, same: bool) -> None:
    assert types.identical(x, y) is same
    assert (types.key(x) == types.key(y)) is same


def test_identity_without_tags() -> None:
    assert types.identical(Struct([field("A", INT_TYPE)], ["x"]), Struct([field("A", INT_TYPE)]), True)


def test_text() -> None:
    t = Struct([field("A", Slice(T)), field("T", T, embedded=True)], ['json:"a"', ""])
    assert types.reflect_string(t) == r'struct { A []main.T "json:\"a\""; main.T }'
    assert types.type_string(t) == r'struct{A []main.T "json:\"a\""; main.T}'
    assert types.type_string(t, lambda p: "") == r'struct{A []T "json:\"a\""; T}'
    assert types.reflect_string(types.ANY_TYPE) == "interface {}"
    assert types.type_string(types.ANY_TYPE) == "any"
    assert types.type_string(Interface()) == "interface{}"
    f = func([INT_TYPE, Slice(STRING_TYPE)], [ERROR_TYPE], True)
    assert types.reflect_string(f) == "func(int, ...string) error"
    assert types.reflect_string(Chan(0, Chan(types.RECV_ONLY, INT_TYPE))) == "chan (<-chan int)"
    assert types.reflect_string(Interface([Func(0, MAIN, "m", func([], []))])) == "interface { main.m() }"


def test_layout() -> None:
    t = Struct([field("a", BYTE_TYPE), field("b", STRING_TYPE), field("c", BOOL_TYPE), field("d", Pointer(T))])
    assert types.offsets_of(t) == [0, 8, 24, 32]
    assert (types.size_of(t), types.align_of(t)) == (40, 8)
    assert types.ptr_words(t) == [1, 4]
    assert types.ptr_bytes(t) == 40
    assert types.ptr_words(Array(Slice(INT_TYPE), 2)) == [0, 3]
    assert types.ptr_words(Array(INT_TYPE, 1 << 40)) == []
    assert types.size_of(Struct([field("a", INT_TYPE), field("z", Struct())])) == 16  # padded: &s.z must not leave s
    assert types.size_of(Struct([field("z", Struct()), field("a", INT_TYPE)])) == 8
    assert types.size_of(Interface()) == 16 and types.ptr_words(Interface()) == [0, 1]
    assert types.align_of(types.COMPLEX64_TYPE) == 4
    assert types.is_pointer_shaped(Struct([field("p", Pointer(T))]))
    assert not types.is_pointer_shaped(Slice(INT_TYPE))


def test_method_sets_and_promotion() -> None:
    inner = named("Inner", Struct())
    method(inner, "Val")
    method(inner, "Ptr", ptr=True)
    method(inner, "hidden")
    outer = named("Outer", Struct([field("x", INT_TYPE), field("Inner", inner, embedded=True)]))
    assert [s.name for s in types.method_set(outer)] == ["Val", "hidden"]
    assert [(s.name, s.path) for s in types.method_set(Pointer(outer))] == [
        ("Ptr", (1, 1)),
        ("Val", (1, 0)),
        ("hidden", (1, 2)),
    ]
    by_pointer = named("ByPointer", Struct([field("Inner", Pointer(inner), embedded=True)]))
    assert [s.name for s in types.method_set(by_pointer)] == ["Ptr", "Val", "hidden"]
    face = Interface([Func(0, MAIN, "Ptr", func([], []))])
    assert not types.implements(outer, face)
    assert types.implements(Pointer(outer), face)
    assert types.implements(by_pointer, face)


def test_ambiguous_selector() -> None:
    a = named("A", Struct([field("f", INT_TYPE)]))
    b = named("B", Struct([field("f", INT_TYPE)]))
    both = named("Both", Struct([field("A", a, embedded=True), field("B", b, embedded=True)]))
    obj, path, _ = types.lookup_field_or_method(both, True, MAIN, "f")
    assert obj is None and path
    over = named("Over", Struct([field("A", a, embedded=True), field("f", STRING_TYPE)]))
    obj, path, _ = types.lookup_field_or_method(over, True, MAIN, "f")
    assert obj is not None and path == (1,)


def test_comparable() -> None:
    why: list[str] = []
    assert not types.comparable(Struct([field("s", Slice(INT_TYPE))]), why)
    assert why == ["struct containing []int cannot be compared"]
    assert types.comparable(Array(Interface(), 2))
    assert not types.comparable(Map(INT_TYPE, INT_TYPE))


@pytest.mark.parametrize(("fields", "n"), [((STRING_TYPE,), 70_000), ((INT_TYPE, STRING_TYPE, ERROR_TYPE), 50_000)])
def test_pointer_words_of_long_arrays(fields: tuple[Type, ...], n: int) -> None:
    elem = Struct([types.Var(0, None, f"f{i}", t, "field") for i, t in enumerate(fields)])
    step = types.size_of(elem) // types.WORD
    one = list(types.ptr_words(elem))
    listed = [i * step + w for i in range(n) for w in one]
    pair = Struct([types.Var(0, None, name, t, "field") for name, t in (("a", INT_TYPE), ("b", Array(elem, n)), ("c", STRING_TYPE))])
    wanted = [1 + w for w in listed] + [1 + n * step]
    for words, all_ in ((types.ptr_words(Array(elem, n)), listed), (types.ptr_words(pair), wanted)):
        assert isinstance(words, types.Words)
        assert len(words) == len(all_) and list(words) == all_
        assert [words[-1], words[1], words[-2]] == [all_[-1], all_[1], all_[-2]]
    huge = types.ptr_words(Array(pair, 1 << 40))
    assert huge and huge[-1] == ((1 << 40) - 1) * (types.size_of(pair) // 8) + wanted[-1]
