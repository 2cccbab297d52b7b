"""Reachable functions, type descriptors, itabs, data and tables to one image.

Pull-based: from runtime.rt0_go (and what the engine calls by name) the linker asks the provider for a function, emits
it, and follows its calls, data symbols, types and itabs. A method of a type is kept when the type is converted to an
interface and a method of that name and signature is called through some interface, or is of an interface type that the
program asserts to (Go: cmd/link/internal/ld/deadcode.go); when reflect's Method is reachable every exported method of
converted types is.

    functions   index, entry pc            calls name functions, branches get absolute pcs
    data        read-only | variables | bss   from arena base + DATA_OFFSET
    tables      go:pcfunc go:pcline go:pcmap go:pcinl go:stackmaps, and runtime.firstmoduledata, which names them all
"""

from __future__ import annotations

import os
import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from morestack.compiler import emit, ir, opt, stubs, typedesc, types
from morestack.compiler.emit import Code, Lines
from morestack.compiler.source import Bug, FileSet
from morestack.compiler.types import Interface, Named, Pointer, Selection, Struct, Type
from morestack.vm import image, isa, layout, verify
from morestack.vm.image import Image

ENTRY = "runtime.rt0_go"
ENGINE_CALLS = (  # what the machine enters or stores as a return pc, by name
    "runtime.newstack",
    "runtime.sigpanic",
    "runtime.panicBounds",
    "runtime.panicdivide",
    "runtime.panicshift",
    "runtime.systemstack",
    "runtime.systemstack_switch",
    "runtime.systemstack_return",
    "runtime.goexit",
    "runtime.mstart",
    "runtime.morestack",
)
REFLECT_METHOD = frozenset(
    ("reflect.Value.Method", "reflect.Value.MethodByName", "reflect.(*rtype).Method", "reflect.(*rtype).MethodByName")
)
STUB_NEIGHBOURS = {"runtime": "runtime.goexit", "reflect": "reflect.makeFuncStub"}  # declared, without a body
W = isa.WORDS_PER_INSTRUCTION
DATA_BASE = layout.ARENA_BASE + layout.DATA_OFFSET
PAGE = 8192


class Provider(Protocol):
    """What the linker asks of the front half of the compiler."""

    @property
    def fset(self) -> FileSet | None: ...

    def function(self, name: str) -> ir.Func:
        """The IR of a function by its linked name; without blocks if it has no Go body. Raises KeyError."""

    def variable(self, name: str) -> ir.Data | None:
        """The data of a package variable."""

    def runtime_type(self, name: str) -> Type:
        """A type that package runtime declares."""

    def method_function(self, recv: Type, method: Selection, boxed: bool) -> str:
        """The name of the function of a method of recv's method set; boxed: the one that takes an interface's data
        word."""

    def intrinsic_body(self, name: str) -> ir.Func | None:
        """A body for a function that calls replace by one operation; None for others."""


class Kept(Protocol):
    """Units of earlier compilations."""

    def unit(self, name: str) -> Unit | None:
        """The unit of a function, if it is still good."""

    def made(self, name: str, unit: Unit) -> None:
        """A function was compiled."""


class LinkError(Exception):
    """The program can't be put together; each line is one complaint, as Go's linker words it."""


@dataclass(slots=True)
class Unit:
    """An emitted function with all that it names."""

    code: Code
    data: list[ir.Data] = field(default_factory=list)
    types: dict[str, Type] = field(default_factory=dict)
    converted: dict[str, Type] = field(default_factory=dict)
    itabs: dict[str, tuple[Type, Type]] = field(default_factory=dict)
    iface_calls: set[tuple[str, str]] = field(default_factory=set)


def compile_function(func: ir.Func, lines: Lines, optimise: bool = True, check: bool = False) -> Unit:
    """Optimises and emits one function; with ``check`` its IR is examined before and after. Raises Bug."""
    if check and (wrong := ir.check(func)):
        raise Bug("\n".join(wrong))
    if optimise:
        opt.function(func)
    else:
        opt.thread(func)
    if check and (wrong := ir.check(func)):
        raise Bug("behind the optimiser: " + "\n".join(wrong))
    code = emit.function(func, lines)
    return Unit(code, func.data, func.types, func.converted, func.itabs, func.iface_calls)


@dataclass(slots=True)
class Typed:
    """A type of the program: its method set with the rows of it that are kept."""

    type: Type
    converted: bool = False
    methods: list[Selection] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)  # object ids


class Linker:
    """Collects, then lays out."""

    def __init__(
        self, provider: Provider, optimise: bool = True, check: bool = False, kept: Kept | None = None
    ) -> None:
        self.provider = provider
        self.kept = kept
        self.optimise = optimise
        self.check = check
        self.lines = Lines(provider.fset)
        self.units: dict[str, Unit] = {}
        self.queue: list[str] = []
        self.asked: set[str] = set()
        self.data: dict[str, ir.Data] = {}
        self.symbols_asked: set[str] = set()
        self.types: dict[str, Typed] = {}
        self.itabs: dict[str, tuple[Type, Type]] = {}
        self.wanted: set[tuple[str, str]] = set()
        self.waiting: dict[tuple[str, str], list[tuple[Typed, Selection]]] = {}
        self.all_methods = False
        self.layouts = typedesc.Layouts(provider.runtime_type)
        self.missing: dict[str, str] = {}  # function or symbol -> who asked

    # ---- collecting ------------------------------------------------------------------------------------------------

    def collect(self, roots: Iterable[str]) -> None:
        """Follows everything from the roots. Raises LinkError for functions and symbols that nobody has."""
        for name in roots:
            self.want(name, "the linker")
        self.symbol("runtime.firstmoduledata", "the linker")
        while self.queue:
            name = self.queue.pop()
            self._take(name)
        if self.missing:
            rows = [(who, what) for who, unit in self.units.items() for _, what in unit.code.calls if what in self.missing]
            rows += [(who, what) for what, who in self.missing.items()]
            rows = sorted(dict.fromkeys(rows), key=lambda row: row[0])
            raise LinkError("\n".join(f"{who}: relocation target {what} not defined" for who, what in rows))

    def want(self, name: str, who: str) -> None:
        """A function is reachable."""
        if name not in self.asked:
            self.asked.add(name)
            self.queue.append(name)
            if name in REFLECT_METHOD:
                self._keep_all_methods()
            self.missing[name] = who

    def _take(self, name: str) -> None:
        unit = self._unit(name)
        if unit is None:
            return
        del self.missing[name]
        self.units[name] = unit
        code = unit.code
        for _, callee in code.calls:
            self.want(callee, name)
        for d in unit.data:
            self.add_data(d)
        for const in code.consts:
            if const.__class__ is tuple:
                self.symbol(const[0], name)
        self._follow_types(unit)
        for call in sorted(unit.iface_calls - self.wanted):
            self.want_method(call)

    def _follow_types(self, holder: Unit | ir.Data) -> None:
        """The descriptors and itabs that code or data names."""
        for t in holder.types.values():
            self.add_type(t)
            u = t.underlying
            if isinstance(u, Interface):
                self.want_interface(u)
        for t in holder.converted.values():
            self.convert(t)
        for symbol, pair in holder.itabs.items():
            self.add_itab(symbol, pair)

    def _unit(self, name: str) -> Unit | None:
        """The emitted function of a name."""
        if name in stubs.STUBS:
            return compile_function(stubs.stub(name, self._folder(name)), self.lines, self.optimise, self.check)
        if self.kept is not None and (unit := self.kept.unit(name)) is not None:
            return unit
        try:
            func = self.provider.function(name)
        except KeyError:
            return None
        if func.blocks:
            unit = compile_function(func, self.lines, self.optimise, self.check)
            if self.kept is not None:
                self.kept.made(name, unit)
            return unit
        body = self.provider.intrinsic_body(name)
        if body is None:
            body = stubs.native(name, func.arg_words, func.param_words, func.arg_ptrs)
        body.file, body.line = func.file, func.line
        return compile_function(body, self.lines, self.optimise, self.check)

    def _folder(self, name: str) -> str:
        """The folder of a stub's package, by a function that is surely there."""
        try:
            return os.path.dirname(self.provider.function(STUB_NEIGHBOURS[name.partition(".")[0]]).file)
        except KeyError:
            return ""

    def add_data(self, d: ir.Data) -> None:
        """A data symbol that code brings along or that the linker made."""
        if d.name in self.data:
            return
        self.data[d.name] = d
        for t in d.types.values():
            self.add_type(t)
        for t in d.converted.values():
            self.convert(t)
        for name, pair in d.itabs.items():
            self.add_itab(name, pair)
        for _, kind, symbol, _ in d.relocs:
            if kind == "pc":
                self.want(symbol, d.name)
            else:
                self.symbol(symbol, d.name)

    def symbol(self, name: str, who: str) -> None:
        """A data symbol is named."""
        if name in self.data or name in self.symbols_asked:
            return
        self.symbols_asked.add(name)
        if name.startswith(("type:", "go:itab.")):
            return
        if name.endswith("·f"):
            d: ir.Data | None = ir.Data(name, bytes(8), [(0, "pc", name[:-2], 0)], readonly=True, dedup=True)
        else:
            d = self.provider.variable(name)
        if d is not None:
            self.add_data(d)
        else:
            self.missing[name] = who

    # ---- types and methods -----------------------------------------------------------------------------------------

    def add_type(self, t: Type) -> Typed:
        """A type's descriptor is part of the program, with those it names."""
        symbol = typedesc.type_symbol(t)
        row = self.types.get(symbol)
        if row is None:
            row = self.types[symbol] = Typed(t)
            for child in typedesc.children(t):
                self.add_type(child)
        return row

    def convert(self, t: Type) -> None:
        """Values of t get into interfaces, and with reflect those of the types in it."""
        work = [t]
        while work:
            t = work.pop()
            row = self.add_type(t)
            if row.converted:
                continue
            row.converted = True
            work.extend(typedesc.children(t))
            u = t.underlying
            if isinstance(u, Interface):
                self.want_interface(u)
                continue
            if type(t) is Named or (type(t) is Struct and any(f.embedded for f in t.fields)):  # reflect finds *T, with its methods, from T
                work.append(Pointer(t))
            row.methods = types.method_set(t)
            for m in row.methods:
                call = (m.obj.id, types.key(m.obj.type))
                if call in self.wanted or (self.all_methods and m.obj.exported):
                    self._keep(row, m)
                else:
                    self.waiting.setdefault(call, []).append((row, m))

    def want_interface(self, u: Interface) -> None:
        """Any method of an interface type may be called."""
        for m in u.all_methods():
            self.want_method((m.id, types.key(m.type)))

    def want_method(self, call: tuple[str, str]) -> None:
        """Methods of that id and signature are called through an interface."""
        if call not in self.wanted:
            self.wanted.add(call)
            for row, m in self.waiting.pop(call, ()):
                self._keep(row, m)

    def _keep_all_methods(self) -> None:
        self.all_methods = True
        for rows in list(self.waiting.values()):
            for row, m in rows:
                if m.obj.exported:
                    self._keep(row, m)
        for row in list(self.types.values()):
            for m in row.methods:
                if m.obj.id in row.kept and m.obj.exported:
                    self.want(self.provider.method_function(row.type, m, False), "reflect")

    def _keep(self, row: Typed, m: Selection) -> None:
        if m.obj.id in row.kept:
            return
        row.kept.add(m.obj.id)
        self.convert(typedesc.method_type(m.obj.type))
        self.want(self.provider.method_function(row.type, m, True), typedesc.type_symbol(row.type))
        if self.all_methods and m.obj.exported:
            self.want(self.provider.method_function(row.type, m, False), typedesc.type_symbol(row.type))

    def add_itab(self, symbol: str, pair: tuple[Type, Type]) -> None:
        """An itab that code names."""
        if symbol not in self.itabs:
            self.itabs[symbol] = pair
            self.convert(pair[0])
            self.add_type(pair[1])

    def write_types(self) -> None:
        """Descriptors and itabs as data, when everything is known."""
        maker = typedesc.Descriptors(self.layouts, self.types.__contains__)
        for row in list(self.types.values()):
            methods = row.methods if row.converted else []
            if not methods and not isinstance(row.type.underlying, Interface):
                methods = types.method_set(row.type)
            maker.descriptor(row.type, [self._method(row, m) for m in methods])
        for concrete, interface in self.itabs.values():
            maker.itab(concrete, interface, self._itab_functions(concrete, interface))
        for d in maker.out:
            self.add_data(d)

    def _method(self, row: Typed, m: Selection) -> typedesc.Method:
        obj = m.obj
        sig = typedesc.method_type(obj.type)
        ifn = tfn = ""
        if obj.id in row.kept:
            ifn = self.provider.method_function(row.type, m, True)
            tfn = self.provider.method_function(row.type, m, False) if self.all_methods and obj.exported else ""
        path = obj.pkg.path if obj.pkg is not None and not obj.exported else ""
        return typedesc.Method(obj.name, path, sig, ifn, tfn)

    def _itab_functions(self, concrete: Type, interface: Type) -> list[str]:
        u = interface.underlying
        assert isinstance(u, Interface)
        row = self.types[typedesc.type_symbol(concrete)]
        by_id = {m.obj.id: m for m in row.methods}
        return [
            self.provider.method_function(concrete, by_id[m.id], True) if m.id in row.kept else ""
            for m in u.all_methods()
        ]


@dataclass(slots=True)
class Tables:
    """The pc tables being filled, one entry a pc."""

    func: array[int] = field(default_factory=lambda: array("I", [0]))
    line: array[int] = field(default_factory=lambda: array("I", [0]))
    map: array[int] = field(default_factory=lambda: array("I", [0]))
    inl: array[int] = field(default_factory=lambda: array("I", [0]))
    stackmaps: array[int] = field(default_factory=lambda: array("Q"))
    inlined: list[emit.Inl] = field(default_factory=list)
    places: dict[tuple[int, ...], int] = field(default_factory=dict)

    def stack_map(self, frame: int, args: int, slots: int, words: int) -> int:
        """Offset + 1 of a stack map; equal maps of frames of equal size are one."""
        return self._place(tuple(_map_words(frame, args, slots, words)))

    def objects(self, c: Code) -> int:
        """Offset + 1 of what tells the addressed memory of a function: a map of its pointers, in the form of a stack
        map, then a count and for each object (first slot << 32 | words). 0 if there is none."""
        if not c.objects:
            return 0
        bits = _map_words(c.frame_words, c.arg_words, *c.object_map)
        return self._place((*bits, len(c.objects), *(first << 32 | words for first, words in c.objects)))

    def _place(self, row: tuple[int, ...]) -> int:
        place = self.places.get(row)
        if place is None:
            place = self.places[row] = len(self.stackmaps) + 1
            self.stackmaps.extend(row)
        return place


def _map_words(frame: int, args: int, slots: int, words: int) -> Iterator[int]:
    """A stack map as 64-bit words: those of the frame, those of the argument area."""
    for count, bits in ((frame, slots), (args, words)):
        for i in range(0, count, 64):
            yield bits >> i & emit.MASK


class Layout:
    """Lays out what the linker collected."""

    def __init__(self, linker: Linker) -> None:
        self.linker = linker
        self.names = sorted(linker.units)
        self.index = {name: i for i, name in enumerate(self.names)}
        self.entry: dict[str, int] = {}
        self.tables = Tables()
        self.code: array[int] = array("i", [isa.BY_NAME["trap"].code, 0, 0, 0, 0])
        self.pool: dict[emit.Const, int] = {}
        self.natives: dict[str, int] = {}
        self.funcs: list[image.Func] = []
        self.objects: list[int] = []  # as funcs: where their addressed memory is described
        self.address: dict[str, int] = {}  # data symbol -> offset from the start of data
        self.content = bytearray()
        self.relocs: array[int] = array("I")

    def run(self, build: dict[str, str]) -> Image:
        """The image."""
        linker = self.linker
        pc = 1
        for name in self.names:
            self.entry[name] = pc
            pc += linker.units[name].code.size
        for i, name in enumerate(self.names):
            self._function(i, linker.units[name].code)
        segments = self._tables_as_data()
        bss = self._place(segments)
        self._moduledata()
        self._fill(segments)
        consts: array[int] = array("Q")
        const_data: array[int] = array("I")
        for value in self.pool:
            if isinstance(value, int):
                consts.append(value)
            else:
                const_data.append(len(consts))
                consts.append(DATA_BASE + self.address[value[0]] + value[1])
        shown = {n: a for n, a in self.address.items() if not n.startswith(("go:string.", "go:gcbits."))}
        offsets = {path: linker.layouts.path(path) for path in image.RUNTIME_FIELDS}
        return Image(
            self.code,
            consts,
            const_data,
            self.funcs,
            self.content,
            self.relocs,
            bss,
            shown,
            list(self.natives),
            build,
            offsets,
        )

    # ---- code ------------------------------------------------------------------------------------------------------

    def _function(self, number: int, c: Code) -> None:
        base = self.entry[c.name]
        words = c.words[:]
        for at in c.branch_at:
            words[at] += base
        if c.const_at:
            pool = self.pool
            table = [~pool.setdefault(value, len(pool)) for value in c.consts]
            for at in c.const_at:
                words[at] = table[~words[at]]
        index = self.index
        for at, name in c.calls:
            words[at] = index[name]
        for at, name in c.natives:
            words[at] = self.natives.setdefault(name, len(self.natives))
        self.code.extend(words)
        t = self.tables
        size = c.size
        t.func.extend(array("I", [number]) * size)
        t.line.extend(c.lines)
        zeros = array("I", [0]) * size
        t.map.extend(zeros)
        t.inl.extend(zeros)
        for pc, slots, args in c.maps:
            t.map[base + pc] = t.stack_map(c.frame_words, c.arg_words, slots, args)
        self.objects.append(t.objects(c))
        if c.inline:
            first = len(t.inlined)
            t.inlined.extend((n, f, line, parent + first if parent else 0) for n, f, line, parent in c.inline)
            for pc, row in c.inline_at:
                t.inl[base + pc] = first + row
        self.funcs.append(
            image.Func(
                c.name,
                base,
                base + size,
                c.frame_words,
                c.out_words,
                c.arg_words,
                c.flags,
                c.file,
                c.line,
                base + c.deferreturn if c.deferreturn else 0,
                tuple([base + h for h in c.loop_heads]),
            )
        )

    # ---- tables as data --------------------------------------------------------------------------------------------

    def _tables_as_data(self) -> dict[str, list[ir.Data]]:
        """All data by segment: "ro", "data", "bss"."""
        t = self.tables
        self.linker.write_types()
        tables = [
            ir.Data("go:pcfunc", t.func.tobytes(), readonly=True),
            ir.Data("go:pcline", t.line.tobytes(), readonly=True),
            ir.Data("go:pcmap", t.map.tobytes(), readonly=True),
            ir.Data("go:pcinl", t.inl.tobytes(), readonly=True),
            ir.Data(image.STACKMAPS, t.stackmaps.tobytes(), readonly=True),
        ]
        for d in (*tables, self._ftab(), self._inltree(), *self._lists()):
            self.linker.data[d.name] = d
        segments: dict[str, list[ir.Data]] = {"ro": [], "data": [], "bss": []}
        for d in self.linker.data.values():
            if d.readonly:
                segments["ro"].append(d)
            elif d.content or d.relocs or d.name == "runtime.firstmoduledata":
                segments["data"].append(d)
            else:
                segments["bss"].append(d)
        bitmap = self.linker.data["go:gcdata"] = self._gcdata_later(segments)
        segments["ro"].append(bitmap)
        return segments

    def _string(self, d: ir.Data, at: int, text: str) -> None:
        """A string header in a table."""
        if text:
            raw = text.encode("utf-8", "surrogateescape")
            symbol = typedesc.string_symbol(raw)
            self.linker.data.setdefault(symbol, ir.Data(symbol, raw, align=1, readonly=True, dedup=True))
            d.relocs.append((at, "data", symbol, 0))
            struct.pack_into("<Q", d.content, at + 8, len(raw))

    def _ftab(self) -> ir.Data:
        at, size = self.linker.layouts.struct("_func")
        d = ir.Data("go:ftab", bytearray(size * len(self.funcs)), readonly=True)
        for i, f in enumerate(self.funcs):
            row = i * size
            code = self.linker.units[f.name].code
            for name, value in (
                ("entry", f.entry),
                ("end", f.end),
                ("frame", f.frame_words),
                ("args", f.arg_words),
                ("flags", f.flags),
                ("line", f.line),
                ("deferreturn", f.deferreturn),
                ("params", code.param_words),
                ("objects", self.objects[i]),
            ):
                struct.pack_into("<I", d.content, row + at[name], value)
            self._string(d, row + at["name"], ir.shown(f.name))
            self._string(d, row + at["file"], f.file)
        return d

    def _inltree(self) -> ir.Data:
        at, size = self.linker.layouts.struct("inlinedCall")
        rows = self.tables.inlined
        d = ir.Data("go:inltree", bytearray(size * max(1, len(rows))), readonly=True)
        for i, (callee, file, line, parent) in enumerate(rows):
            struct.pack_into("<i", d.content, i * size + at["parent"], parent)
            struct.pack_into("<I", d.content, i * size + at["line"], line)
            self._string(d, i * size + at["name"], callee)
            self._string(d, i * size + at["file"], file)
        return d

    def _lists(self) -> Iterable[ir.Data]:
        for name, symbols in (("go:types", self.linker.types), ("go:itablinks", self.linker.itabs)):
            relocs = [(8 * i, "data", symbol, 0) for i, symbol in enumerate(symbols)]
            yield ir.Data(name, bytes(8 * max(1, len(relocs))), relocs, readonly=True)

    # ---- places ----------------------------------------------------------------------------------------------------

    def _gcdata_later(self, segments: dict[str, list[ir.Data]]) -> ir.Data:
        """Room for the bitmap of variables; its bits follow when they have their places."""
        size = sum(max(len(d.content), d.size) + 64 for s in ("data", "bss") for d in segments[s])
        return ir.Data("go:gcdata", bytes((size // 64 + 8 + 7) // 8 * 8), readonly=True)

    def _place(self, segments: dict[str, list[ir.Data]]) -> int:
        """Offsets of all symbols; returns the bytes of bss."""
        at = 0
        for which in ("ro", "data", "bss"):
            at += -at % 64
            self.address[f"go:{which}"] = at
            for d in sorted(segments[which], key=_place_key):
                at += -at % (d.align or 1)
                self.address[d.name] = at
                at += max(len(d.content), d.size)
            at += -at % 8
            self.address[f"go:e{which}"] = at
        self.content = bytearray(self.address["go:edata"])
        return at - self.address["go:bss"] + (self.address["go:bss"] - self.address["go:edata"])

    def _fill(self, segments: dict[str, list[ir.Data]]) -> None:
        """Writes contents and relocations."""
        content, address, entry = self.content, self.address, self.entry
        relocs: list[int] = []
        pointers = bytearray(len(self.linker.data["go:gcdata"].content))
        first = address["go:data"] // 8
        for which in ("data", "bss"):
            for d in segments[which]:
                word = address[d.name] // 8 - first
                for p in d.ptrs:
                    pointers[(word + p) >> 3] |= 1 << ((word + p) & 7)
        self.linker.data["go:gcdata"].content = pointers
        for which in ("ro", "data"):
            for d in segments[which]:
                at = address[d.name]
                if d.content:
                    content[at : at + len(d.content)] = d.content
                for offset, kind, symbol, addend in d.relocs:
                    if kind == "pc":
                        value = entry[symbol] + addend
                    else:
                        value = DATA_BASE + address[symbol] + addend
                        relocs.append(at + offset)
                    content[at + offset : at + offset + 8] = value.to_bytes(8, "little")
        self.relocs = array("I", sorted(relocs))

    def _moduledata(self) -> None:
        """The variable that tells the runtime where all this is."""
        at, size = self.linker.layouts.struct("moduledata")
        d = self.linker.data["runtime.firstmoduledata"]
        d.content = bytearray(size)
        d.relocs = []
        t = self.tables
        for name, symbol in (
            ("data", "go:data"),
            ("edata", "go:edata"),
            ("bss", "go:bss"),
            ("ebss", "go:ebss"),
            ("gcdata", "go:gcdata"),
        ):
            d.relocs.append((at[name], "data", symbol, 0))
        for name, symbol, count in (
            ("ftab", "go:ftab", len(self.funcs)),
            ("pcfunc", "go:pcfunc", len(t.func)),
            ("pcline", "go:pcline", len(t.line)),
            ("pcmap", "go:pcmap", len(t.map)),
            ("pcinl", "go:pcinl", len(t.inl)),
            ("stackmaps", image.STACKMAPS, len(t.stackmaps)),
            ("inltree", "go:inltree", len(t.inlined)),
            ("types", "go:types", len(self.linker.types)),
            ("itabs", "go:itablinks", len(self.linker.itabs)),
        ):
            d.relocs.append((at[name], "data", symbol, 0))
            struct.pack_into("<QQ", d.content, at[name] + 8, count, count)


def _place_key(d: ir.Data) -> tuple[int, str]:
    """Order inside a segment: by alignment so that nothing is lost between, then by name."""
    return -(d.align or 1), d.name


def link(
    provider: Provider,
    optimise: bool = True,
    roots: Sequence[str] = (),
    build: dict[str, str] | None = None,
    check: bool = False,
    kept: Kept | None = None,
) -> Image:
    """The program that is reachable from rt0_go, the functions the machine calls and ``roots``; with ``check`` every
    hand-over is examined; ``kept`` has functions that need not be compiled. Raises LinkError."""
    linker = Linker(provider, optimise, check, kept)
    linker.collect((ENTRY, *ENGINE_CALLS, *roots))
    result = Layout(linker).run(dict(build or {}))
    too_deep = list(verify.nosplit(result))
    if too_deep:
        raise LinkError("\n".join(too_deep))
    if check:
        verify.verify(result)
    return result


__all__ = ["ENGINE_CALLS", "ENTRY", "LinkError", "Provider", "Unit", "compile_function", "link"]
