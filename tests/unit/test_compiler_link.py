"""Reachability, methods that are kept or dropped, and the tables of the result."""

from __future__ import annotations

import struct

import pytest
from morestack.compiler import ir, link, typedesc, types
from morestack.compiler.ir import Arg, Func, K, Out, Reg, Sym
from morestack.compiler.types import Interface, Named, Package, Pointer, Signature, Struct, Tuple, TypeName, Var
from morestack.vm import isa, layout
from morestack.vm.image import NOSPLIT, TABLES, Image

from .linking import Fake, block, runtime_type

MAIN = Package("main", "main")
P = Reg(1, "i", True)


def returning(name: str, *before: tuple[object, ...], **options: object) -> Func:
    return Func(name, "main.go", 1, [block(0, *before, ("ret",))], **options)  # type: ignore[arg-type]


def linked(*functions: Func, variables: list[ir.Data] | None = None) -> Image:
    return link.link(Fake(list(functions), variables), check=True)


def names(image: Image) -> set[str]:
    return {f.name for f in image.funcs}


def test_only_what_is_reachable() -> None:
    image = linked(returning("runtime.main", ("call", "main.a")), returning("main.a"), returning("main.b"))
    assert "main.a" in names(image) and "main.b" not in names(image) and "runtime.newstack" in names(image)
    assert image.code[0] == isa.BY_NAME["trap"].code and image.funcs[0].entry == 1


def test_missing_function_names_who_asked() -> None:
    with pytest.raises(link.LinkError, match=r"main\.a: relocation target main\.gone not defined"):
        linked(returning("runtime.main", ("call", "main.a")), returning("main.a", ("call", "main.gone")))
    with pytest.raises(link.LinkError, match=r"main\.v"):
        linked(returning("runtime.main", ("mov.i", Out(0), Sym("main.v"))))


def test_data_in_its_segments() -> None:
    variables = [
        ir.Data("main.x", bytes(8), [(0, "data", "main.s", 3)], ptrs=(0,)),
        ir.Data("main.s", b"hello", readonly=True, align=1),
        ir.Data("main.z", b"", size=24, ptrs=(2,)),
        ir.Data("main.f·f", bytes(8), [(0, "pc", "main.f", 0)], readonly=True),
    ]
    body = [("mov.i", Out(0), Sym(s, 1)) for s in ("main.x", "main.z", "main.f·f")]
    image = linked(returning("runtime.main", *body, ("call", "runtime.use")), returning("main.f"), variables=variables)
    at = image.symbols
    base = layout.ARENA_BASE + layout.DATA_OFFSET
    assert at["main.s"] < at["go:ero"] <= at["go:data"] <= at["main.x"] < at["go:edata"] == len(image.data)
    assert at["go:bss"] <= at["main.z"] and at["main.z"] + 24 <= at["go:ebss"] <= len(image.data) + image.bss
    assert struct.unpack_from("<Q", image.data, at["main.x"])[0] == base + at["main.s"] + 3
    assert at["main.x"] in image.data_relocs and at["main.f·f"] not in image.data_relocs
    assert struct.unpack_from("<Q", image.data, at["main.f·f"])[0] == image.func_named("main.f").entry
    for name, word in (("main.x", 0), ("main.z", 2)):
        bit = (at[name] - at["go:data"]) // 8 + word
        assert image.data[at["go:gcdata"] + bit // 8] >> bit % 8 & 1
    assert sorted(image.consts[i] - base for i in image.const_data) == sorted(
        [at["main.x"] + 1, at["main.z"] + 1, at["main.f·f"] + 1, at["runtime.main·f"]]
    )


def test_moduledata_and_tables() -> None:
    image = linked(
        returning(
            "runtime.main",
            ("mov.i", P, Arg(0)),
            ("call", "main.a"),
            ("st.i64", P, 0, K(1)),
            arg_words=1,
            param_words=1,
            arg_ptrs=(0,),
        ),
        returning("main.a"),
    )
    layouts = typedesc.Layouts(runtime_type)
    module = image.symbols["runtime.firstmoduledata"]

    def word(field: str, more: int = 0) -> int:
        return int(struct.unpack_from("<Q", image.data, module + layouts.offset("moduledata", field) + more)[0])

    base = layout.ARENA_BASE + layout.DATA_OFFSET
    assert word("ftab") - base == image.symbols["go:ftab"] and word("ftab", 8) == len(image.funcs)
    assert word("pcmap", 8) == len(image.code) // isa.WORDS_PER_INSTRUCTION
    assert word("edata") - base == len(image.data)
    at, size = layouts.struct("_func")
    for i, f in enumerate(image.funcs):
        row = image.symbols["go:ftab"] + i * size
        assert struct.unpack_from("<I", image.data, row + at["entry"])[0] == f.entry
        address, length = struct.unpack_from("<QQ", image.data, row + at["name"])
        assert bytes(image.data[address - base :][:length]).decode() == f.name
    main = image.func_named("runtime.main")
    call = next(pc for pc in range(main.entry, main.end) if image.code[pc * 5] == isa.BY_NAME["call"].code)
    assert image.stack_map(main.entry) == (0, 1) and image.stack_map(call) == (1, 0)
    assert image.table("go:pcfunc", call) == image.funcs.index(main)
    assert set(TABLES) <= set(image.symbols)
    assert image.offsets["g.sched.pc"] == layouts.path("g.sched.pc")


def method(t: Named, name: str, pointer: bool = False) -> None:
    recv = Var(0, MAIN, "r", Pointer(t) if pointer else t, "recv")
    t.add_method(types.Func(0, MAIN, name, Signature(recv, Tuple(), Tuple())))


def method_types() -> tuple[Named, Named]:
    t = Named(TypeName(0, MAIN, "T", None), Struct([]))
    for name in ("Called", "Unused", "own"):
        method(t, name)
    method(t, "Pointer", pointer=True)
    face = Named(
        TypeName(0, MAIN, "I", None), Interface([types.Func(0, MAIN, "Called", Signature(None, Tuple(), Tuple()))])
    )
    return t, face


def methods_of(*names: str) -> list[Func]:
    return [returning(f"main.(*T).{n}", arg_words=1, param_words=1, arg_ptrs=(0,)) for n in names]


@pytest.mark.parametrize(("calls", "kept"), [(set(), set()), ({("Called", "func()()")}, {"main.(*T).Called"})])
def test_methods_that_nobody_calls_are_dropped(calls: set[tuple[str, str]], kept: set[str]) -> None:
    t, face = method_types()
    main = returning(
        "runtime.main", ("mov.i", P, Sym(typedesc.itab_symbol(t, face))), ("call", "main.use"), ("st.i64", P, 0, P)
    )
    main.itabs = {typedesc.itab_symbol(t, face): (t, face)}
    use = returning("main.use")
    use.iface_calls = calls
    image = linked(main, use, *methods_of("Called", "Unused", "Pointer", "own"))
    assert {n for n in names(image) if n.startswith("main.(*T)")} == kept
    tab = image.symbols[typedesc.itab_symbol(t, face)] + typedesc.Layouts(runtime_type).offset("itab", "fun")
    pc = struct.unpack_from("<Q", image.data, tab)[0]
    assert pc == (image.func_named("main.(*T).Called").entry if kept else 0)


def test_reflection_keeps_every_exported_method() -> None:
    t, _ = method_types()
    main = returning("runtime.main", ("call", "reflect.Value.Method"))
    main.converted = {typedesc.type_symbol(Pointer(t)): Pointer(t)}
    functions = [main, returning("reflect.Value.Method"), *methods_of("Called", "Unused", "Pointer", "own")]
    functions += [returning(f"main.T.{n}") for n in ("Called", "Unused", "own")]
    got = {n for n in names(linked(*functions)) if n.startswith("main.")}
    assert got == {"main.(*T).Called", "main.(*T).Unused", "main.(*T).Pointer", "main.T.Called", "main.T.Unused"}


def test_an_asserted_interface_keeps_its_methods() -> None:
    t, face = method_types()
    main = returning("runtime.main")
    main.types = {typedesc.type_symbol(face): face}
    main.converted = {typedesc.type_symbol(t): t}
    assert "main.(*T).Called" in names(linked(main, *methods_of("Called")))


def test_natives_and_nosplit_chains() -> None:
    native = Func("os.write", "os.go", 9, [], arg_words=3, param_words=2, arg_ptrs=(1,))
    image = linked(returning("runtime.main", ("call", "os.write"), min_out=3), native)
    f = image.func_named("os.write")
    assert image.natives == ["os.write"] and f.end - f.entry == 3 and image.stack_map(f.entry) == (0, 2)
    assert f.arg_words == 3 and (f.file, f.line) == ("os.go", 9)
    deep = returning("main.a", ("zero", ir.Mem(1, 120), 120), flags=NOSPLIT)
    with pytest.raises(link.LinkError, match="nosplit stack over 792 byte limit"):
        linked(returning("runtime.main", ("call", "main.a")), deep)


def test_the_same_program_twice_is_the_same_image() -> None:
    def once() -> bytes:
        t, face = method_types()
        main = returning("runtime.main", ("mov.i", P, Sym(typedesc.itab_symbol(t, face))), ("st.i64", P, 0, P))
        main.itabs = {typedesc.itab_symbol(t, face): (t, face)}
        main.iface_calls = {("Called", "func()()"), ("X", "func()()")}
        return linked(main, *methods_of("Called")).to_bytes()

    assert once() == once()
