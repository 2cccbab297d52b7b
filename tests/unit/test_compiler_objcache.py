"""The cache of emitted functions: what comes back is what went in, and no failure is worse than a miss."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from morestack.compiler import ir, link, objcache, typedesc, types
from morestack.compiler.emit import Lines
from morestack.compiler.ir import Func, K, Out, Reg, Sym
from morestack.compiler.types import Named, Package, Pointer, Slice, Struct, Type, TypeName, Var

from .linking import block

MAIN = Package("example.org/main", "main")
POINT = Named(TypeName(0, MAIN, "Point", None), Struct([Var(0, MAIN, "x", types.INT_TYPE, "field")], ["tag"]))
SHAPES: list[Type] = [
    Pointer(POINT), Slice(types.STRING_TYPE), types.Array(POINT, 3), types.Map(types.STRING_TYPE, POINT),
    types.Chan(types.SEND_ONLY, types.INT_TYPE), POINT.underlying, types.ERROR_TYPE, types.ERROR_TYPE.underlying,
    types.Signature(None, types.Tuple([Var(0, None, "a", Slice(POINT), "param")]), types.Tuple(), True),
    types.EMPTY_INTERFACE,
]  # fmt: skip


def unit() -> link.Unit:
    r = Reg(1, "i", True)
    f = Func("main.f", "f.go", 3, [block(0, ("mov.i", Out(0), Sym("main.x")), ("call", "main.g"), ("mov.i", r, Out(0)),
                                        ("st.i64", r, 0, K(7)), ("ret",))])  # fmt: skip
    f.types = {typedesc.type_symbol(t): t for t in SHAPES}
    f.converted = {typedesc.type_symbol(POINT): POINT}
    f.itabs = {"go:itab.x": (Pointer(POINT), types.ERROR_TYPE)}
    f.iface_calls = {("Error", "func()(string)")}
    f.data = [ir.Data("main.x", b"", [(0, "pc", "main.f", 0)], size=8, ptrs=(0,), dedup=True)]
    return link.compile_function(f, Lines(None))


def find_named(path: str, name: str) -> Type:
    return types.ERROR_TYPE if (path, name) == ("", "error") else POINT


def test_units_read_back() -> None:
    before = unit()
    after = objcache.decode(objcache.encode(before), find_named, lambda path: MAIN)
    assert after.code == before.code and after.data == before.data and after.iface_calls == before.iface_calls
    assert list(after.types) == [typedesc.type_symbol(t) for t in after.types.values()]
    assert after.itabs["go:itab.x"][1] is types.ERROR_TYPE and after.converted == before.converted


def test_local_types_are_not_kept() -> None:
    local = Named(TypeName(0, MAIN, "T", None), types.INT_TYPE)
    local.number = 1
    u = unit()
    u.types["type:T"] = Slice(local)
    with pytest.raises(objcache.NotCacheable):
        objcache.encode(u)


def test_saved_and_loaded(tmp_path: Path) -> None:
    cache = objcache.Cache(tmp_path / "new" / "folder")
    assert cache.load("abc") == {}
    assert cache.save("abc", {"f": b"1"}) and cache.load("abc") == {"f": b"1"}
    assert cache.save("abc", {"f": b"2"}) and cache.load("abc") == {"f": b"2"}
    assert [p.name for p in cache.path("abc").parent.iterdir()] == ["abc.mo"]
    cache.trim(0)
    assert cache.load("abc") == {}


def test_damage_is_a_miss(tmp_path: Path) -> None:
    cache = objcache.Cache(tmp_path)
    cache.save("abc", {"f": b"12345"})
    raw = cache.path("abc").read_bytes()
    for at in range(len(raw)):
        bad = bytearray(raw)
        bad[at] ^= 1
        cache.path("abc").write_bytes(bad)
        assert cache.load("abc") == {}
        cache.path("abc").write_bytes(raw[:at])
        assert cache.load("abc") == {}


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not objcache.Cache(tmp_path / "file").save("abc", {})
    assert not objcache.Cache(None).save("abc", {}) and objcache.Cache(None).load("abc") == {}


def test_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = objcache.Cache(tmp_path)
    cache.save("abc", {"f": b"old"})

    def full(a: str, b: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert not cache.save("abc", {"f": b"new"})
    assert cache.load("abc") == {"f": b"old"}
    assert [p.name for p in cache.path("abc").parent.iterdir()] == ["abc.mo"]
