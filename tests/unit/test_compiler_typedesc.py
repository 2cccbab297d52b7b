"""Descriptors and itabs, read back at the offsets of package runtime's declarations."""

from __future__ import annotations

import struct

import pytest
from morestack.compiler import typedesc, types
from morestack.compiler.ir import Data
from morestack.compiler.types import Interface, Named, Package, Pointer, Signature, Slice, Struct, Type, TypeName, Var

from .linking import runtime_type

MAIN = Package("example.org/main", "main")
INT, STRING = types.INT_TYPE, types.STRING_TYPE


def named(name: str, underlying: Type) -> Named:
    return Named(TypeName(0, MAIN, name, None), underlying)


def fields(*parts: tuple[str, Type], tags: list[str] | None = None) -> Struct:
    return Struct([Var(0, MAIN, n, t, "field", embedded=n.startswith("E")) for n, t in parts], tags)


class Memory:
    """The data that a Descriptors wrote, for reading."""

    def __init__(self, maker: typedesc.Descriptors) -> None:
        self.data = {d.name: d for d in maker.out}
        self.layouts = maker.layouts

    def number(self, d: Data, at: int, size: int = 8) -> int:
        return int.from_bytes(d.content[at : at + size], "little")

    def symbol(self, d: Data, at: int) -> str:
        return next((s for o, _, s, _ in d.relocs if o == at), "")

    def string(self, d: Data, at: int) -> str:
        symbol = self.symbol(d, at)
        return bytes(self.data[symbol].content[: self.number(d, at + 8)]).decode() if symbol else ""


def written(
    t: Type, methods: list[typedesc.Method] | None = None, exists: bool = False
) -> tuple[Memory, Data, dict[str, int]]:
    maker = typedesc.Descriptors(typedesc.Layouts(runtime_type), lambda symbol: exists)
    maker.descriptor(t, methods or [])
    memory = Memory(maker)
    return memory, memory.data[typedesc.type_symbol(t)], maker.layouts.struct("_type")[0]


def test_head() -> None:
    t = named("T", fields(("a", INT), ("p", Pointer(INT)), ("s", STRING)))
    memory, d, at = written(t, exists=True)
    assert memory.number(d, at["size"]) == 32 and memory.number(d, at["ptrdata"]) == 24
    bitmap = memory.data[memory.symbol(d, at["gcdata"])]
    assert bitmap.content[0] == 0b110 and len(bitmap.content) == 8
    assert memory.number(d, at["kind"], 1) == typedesc.KIND_STRUCT and memory.number(d, at["align"], 1) == 8
    assert memory.number(d, at["tflag"], 1) == typedesc.TFLAG_NAMED
    assert memory.string(d, at["str"]) == "main.T"
    assert memory.symbol(d, at["ptrToThis"]) == "type:*example.org/main.T"
    uncommon = memory.data[memory.symbol(d, at["uncommon"])]
    where = memory.layouts.struct("uncommontype")[0]
    assert (
        memory.string(uncommon, where["pkgpath"]) == "example.org/main"
        and memory.string(uncommon, where["name"]) == "T"
    )


@pytest.mark.parametrize(
    ("t", "kind", "flags"),
    [
        (types.UINT8_TYPE, 8, typedesc.TFLAG_NAMED | typedesc.TFLAG_REGULAR),
        (types.FLOAT64_TYPE, 14, typedesc.TFLAG_NAMED),
        (STRING, 24, typedesc.TFLAG_NAMED),
        (types.UNSAFE_POINTER_TYPE, 26, typedesc.TFLAG_NAMED | typedesc.TFLAG_REGULAR | typedesc.TFLAG_DIRECT),
        (Pointer(INT), 22, typedesc.TFLAG_REGULAR | typedesc.TFLAG_DIRECT),
        (Slice(INT), 23, typedesc.TFLAG_NOT_COMPARABLE),
        (types.Map(INT, INT), 21, typedesc.TFLAG_DIRECT | typedesc.TFLAG_NOT_COMPARABLE),
        (Signature(None, types.Tuple(), types.Tuple()), 19, typedesc.TFLAG_DIRECT | typedesc.TFLAG_NOT_COMPARABLE),
        (types.Array(INT, 2), 17, typedesc.TFLAG_REGULAR),
        (fields(("a", types.UINT8_TYPE), ("b", INT)), 25, 0),
        (fields(("a", INT), ("_", INT)), 25, 0),
        (fields(("f", Pointer(INT))), 25, typedesc.TFLAG_REGULAR | typedesc.TFLAG_DIRECT),
        (types.EMPTY_INTERFACE, 20, 0),
    ],
)
def test_kinds_and_flags(t: Type, kind: int, flags: int) -> None:
    memory, d, at = written(t)
    assert (memory.number(d, at["kind"], 1), memory.number(d, at["tflag"], 1)) == (kind, flags)


def test_struct_fields() -> None:
    t = fields(("a", types.UINT8_TYPE), ("B", Slice(INT)), ("E", INT), tags=["", 'json:"b"', ""])
    memory, d, _ = written(t)
    at = memory.layouts.struct("structtype")[0]
    assert memory.string(d, at["pkgpath"]) == "example.org/main" and memory.number(d, at["fields"] + 8) == 3
    rows = memory.data[memory.symbol(d, at["fields"])]
    row, size = memory.layouts.struct("structfield")
    got = [(memory.string(rows, i * size + row["name"]), memory.string(rows, i * size + row["pkgpath"]),
            memory.symbol(rows, i * size + row["typ"]), memory.string(rows, i * size + row["tag"]),
            memory.number(rows, i * size + row["offset"]), memory.number(rows, i * size + row["embedded"], 1))
           for i in range(3)]  # fmt: skip
    assert got == [("a", "example.org/main", "type:uint8", "", 0, 0), ("B", "", "type:[]int", 'json:"b"', 8, 0),
                   ("E", "", "type:int", "", 32, 1)]  # fmt: skip


def test_func_map_chan_array_interface() -> None:
    sig = Signature(
        None,
        types.Tuple([Var(0, None, "", INT, "param"), Var(0, None, "", Slice(STRING), "param")]),
        types.Tuple(),
        True,
    )
    memory, d, _ = written(sig)
    at = memory.layouts.struct("functype")[0]
    assert (
        memory.number(d, at["in"] + 8) == 2
        and memory.number(d, at["out"] + 8) == 0
        and memory.number(d, at["variadic"], 1) == 1
    )
    assert memory.symbol(memory.data[memory.symbol(d, at["in"])], 8) == "type:[]string"
    memory, d, _ = written(types.Map(STRING, INT))
    at = memory.layouts.struct("maptype")[0]
    assert (memory.symbol(d, at["key"]), memory.symbol(d, at["elem"])) == ("type:string", "type:int")
    memory, d, _ = written(types.Chan(types.RECV_ONLY, INT))
    assert memory.number(d, memory.layouts.offset("chantype", "dir")) == 1
    memory, d, _ = written(types.Array(INT, 7))
    assert memory.number(d, memory.layouts.offset("arraytype", "len")) == 7
    memory, d, _ = written(types.ERROR_TYPE)
    at = memory.layouts.struct("interfacetype")[0]
    rows = memory.data[memory.symbol(d, at["methods"])]
    row = memory.layouts.struct("imethod")[0]
    assert memory.string(rows, row["name"]) == "Error" and memory.symbol(rows, row["typ"]) == "type:func()(string)"


def test_methods_and_itab() -> None:
    sig = Signature(None, types.Tuple(), types.Tuple())
    t = named("T", INT)
    memory, d, at = written(
        t, [typedesc.Method("M", "", sig, "main.(*T).M", "main.T.M"), typedesc.Method("m", "main", sig, "", "")]
    )
    uncommon = memory.data[memory.symbol(d, at["uncommon"])]
    rows = memory.data[memory.symbol(uncommon, memory.layouts.offset("uncommontype", "methods"))]
    row, size = memory.layouts.struct("method")
    assert (row["ifn"], "pc", "main.(*T).M", 0) in rows.relocs and (row["tfn"], "pc", "main.T.M", 0) in rows.relocs
    assert memory.string(rows, size + row["pkgpath"]) == "main" and not memory.symbol(rows, size + row["ifn"])
    maker = typedesc.Descriptors(typedesc.Layouts(runtime_type), lambda s: False)
    maker.itab(t, types.ERROR_TYPE, ["main.(*T).Error"])
    tab = maker.out[-1]
    assert tab.name == "go:itab.example.org/main.T," + types.key(types.ERROR_TYPE.underlying)
    fun = maker.layouts.offset("itab", "fun")
    assert (fun, "pc", "main.(*T).Error", 0) in tab.relocs
    _, head, at = written(t)
    assert struct.unpack_from("<I", tab.content, maker.layouts.offset("itab", "hash")) == struct.unpack_from(
        "<I", head.content, at["hash"]
    )


def test_paths_into_structs() -> None:
    layouts = typedesc.Layouts(runtime_type)
    assert layouts.path("g.sched.pc") == layouts.offset("g", "sched") + 8
    assert isinstance(Interface(), Type)
