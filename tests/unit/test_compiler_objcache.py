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


class Front:
    """A builder with two packages, of which ``lib`` may be kept."""

    def __init__(self) -> None:
        self.inits: dict[str, tuple[bool, list[ir.Data]]] = {}

    def owner(self, name: str) -> str | None:
        return {"lib.F": "lib", "main.main": "main"}.get(name)

    def escape_tags(self, name: str) -> object:
        return ((-1, (0,)),) if name == "lib.F" else None

    def fresh_inits(self) -> dict[str, tuple[bool, list[ir.Data]]]:
        return self.inits

    def package_type(self, path: str, name: str) -> Type | None:
        return find_named(path, name)

    def package(self, path: str) -> Package:
        return MAIN


def made(name: str, *callees: str) -> link.Unit:
    f = Func(name, "f.go", 1, [block(0, *(("call", c) for c in callees), ("ret",))])
    return link.compile_function(f, Lines(None))


def packages(folder: Path) -> objcache.Packages:
    return objcache.Packages(objcache.Cache(folder), {"lib": "abc"}, Front())


def test_functions_of_packages_come_back(tmp_path: Path) -> None:
    first = packages(tmp_path)
    assert first.unit("lib.F") is None and first.tags("lib.F") is None and first.init("lib") is None
    for name in ("lib.F", "lib.F.func1", "main.main", "lib.G[int]", "main..inittask"):
        first.made(name, made(name))
    front = first.front
    assert isinstance(front, Front)
    front.inits = {"lib": (False, [ir.Data("lib.x", b"12345678")]), "main": (True, [])}
    first.save()
    again = packages(tmp_path)
    unit = again.unit("lib.F")
    assert unit is not None and unit.code == first.fresh["lib.F"].code
    assert again.tags("lib.F") == ((-1, (0,)),) and again.unit("lib.F.func1") is not None
    assert again.init("lib") == (False, [ir.Data("lib.x", b"12345678")]) and again.init("main") is None
    assert not [n for n in ("main.main", "lib.G[int]", "main..inittask") if again.unit(n) is not None]


def test_what_a_kept_function_names_must_be_found_again(tmp_path: Path) -> None:
    first = packages(tmp_path)
    lost = made("lib.F.func1")
    local = Named(TypeName(0, MAIN, "T", None), types.INT_TYPE)
    local.number = 1
    lost.types["type:T"] = local
    first.made("lib.F.func1", lost)
    first.made("lib.F", made("lib.F", "lib.F.func1"))
    first.made("lib.H", made("lib.H", "lib.F"))
    front = first.front
    assert isinstance(front, Front)
    front.inits = {"lib": (True, [])}
    first.save()
    again = packages(tmp_path)
    assert again.unit("lib.F.func1") is None and again.unit("lib.F") is None and again.tags("lib.F") is None
    assert again.unit("lib.H") is not None and again.init("lib") is None  # lib.init was not kept


def test_owners_by_name() -> None:
    keys = {"lib": "a", "a/b.v2": "b", "a/b": "c"}
    kept = objcache.Packages(objcache.Cache(None), keys, Front())
    names = {
        "lib.f.func1": "lib",
        "a/b.v2.(*T).M-fm": "a/b.v2",
        "a/b.F.deferwrap1": "a/b",
        "other.F": None,
        "main.main": None,
    }
    assert {name: kept.owner(name) for name in names} == names
