"""The intermediate representation: functions of basic blocks over virtual registers, with isa opcodes as operations.

The builder makes it, opt rewrites it, liveness and slots map virtual registers to frame slots, emit writes VM words.
Operations are isa opcodes with the same operand order; registers are not in SSA form (a register may be assigned many
times).

Operands
    Reg      a virtual register: one 64-bit value of one isa kind; ``ptr`` says it holds a Go pointer (goes into maps)
    Mem      frame memory: ``words`` words at a fixed place of the frame, for addressed variables and aggregates
    Out(j)   word j of the outgoing area; written just before a call, read just after it, never live across another
    Arg(j)   word j of this function's argument area (arguments, then results)
    K        a constant of the instruction's kind
    Sym      the address of a data symbol (kind i)
    int      for the roles k, N;  str: function name for the role F;  Block: for the role L

Conventions
- ``mov.<kind> Out(j), x`` … ``call "pkg.f"`` … ``mov.<kind> r, Out(j)``: all arguments are in registers before the
first move to Out.
- Parameters: the builder begins the entry block with ``mov r, Arg(j)`` for each parameter word it uses (memory form:
lea/copy from Arg).
  Results are stored with ``mov Arg(j), r`` right before ``ret``. In a function with defer, named results live in Mem
  or are stored to Arg(j) in the epilogue at Func.deferreturn after the call of runtime.deferreturn: whatever must
  survive a panic has to be in Mem or the heap.
- ``Mem.ptrs`` are word offsets that hold pointers. ``Mem.zero``: zeroed at entry by emit, and its pointer words are in
every stack map of the function;
  otherwise the builder guarantees it holds no pointers.
- Every loop head block has ``loop_head`` set and begins with ``poll``.
- A block ends in one or more branches and a terminator; the last instruction is a terminator.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from morestack.compiler.types import Type
from morestack.vm import isa

INLINED: Final = "#inl"  # in the linker's name of a copy made for inlined calls (gcinline.py); users do not see it
OFFSET_MAX: Final = 1 << 24  # constant indices beyond are computed: an operand has 32 bits, and offsets are added to it


def shown(name: str) -> str:
    """The name by which users know a function."""
    return name.replace(INLINED, "")


class Reg:
    """A virtual register of one isa kind ("i" "u" "d" "f")."""

    __slots__ = ("id", "kind", "name", "ptr")

    def __init__(self, id: int, kind: str, ptr: bool = False, name: str = "") -> None:
        self.id, self.kind, self.ptr, self.name = id, kind, ptr, name

    def __repr__(self) -> str:
        return f"%{self.name or 'v'}{self.id}{'*' if self.ptr else ''}"


class Mem:
    """Frame memory of ``words`` words; ``ptrs`` are the word offsets of pointers in it."""

    __slots__ = ("id", "name", "ptrs", "words", "zero")

    def __init__(self, id: int, words: int, ptrs: Sequence[int] = (), zero: bool = True, name: str = "") -> None:
        self.id, self.words, self.ptrs, self.zero, self.name = id, words, ptrs, zero, name

    def __repr__(self) -> str:
        return f"[{self.name or 'm'}{self.id}]"


@dataclass(frozen=True, slots=True)
class Out:
    """Word ``index`` of the outgoing area."""

    index: int


@dataclass(frozen=True, slots=True)
class Arg:
    """Word ``index`` of the argument area."""

    index: int


@dataclass(frozen=True, slots=True)
class K:
    """A constant: Python int for kinds i and u (in canonical range), float for d and f (or raw bits as ("bits", n))."""

    value: int | float


@dataclass(frozen=True, slots=True)
class Sym:
    """The address of a data symbol plus ``addend`` bytes."""

    name: str
    addend: int = 0


class Instr:
    """One operation: ``args`` in isa operand order; ``pos`` is a source position (0: none); ``inline`` an InlinedCall
    or None."""

    __slots__ = ("args", "inline", "op", "pos")

    def __init__(self, op: str, args: tuple[object, ...], pos: int = 0, inline: InlinedCall | None = None) -> None:
        self.op, self.args, self.pos, self.inline = op, args, pos, inline


@dataclass(frozen=True, slots=True)
class InlinedCall:
    """A call that was inlined: the callee's name, the position of the call, and the call around it, if that was
    inlined too."""

    callee: str
    pos: int
    parent: InlinedCall | None


class Block:
    """A basic block."""

    __slots__ = ("id", "instrs", "loop_head")

    def __init__(self, id: int) -> None:
        self.id = id
        self.instrs: list[Instr] = []
        self.loop_head = False

    def successors(self) -> Iterator[Block]:
        for ins in reversed(self.instrs):
            found = False
            for a in ins.args:
                if isinstance(a, Block):
                    found = True
                    yield a
            if not found and ins is not self.instrs[-1]:
                return


@dataclass(slots=True)
class Func:
    """A function before slots are chosen. ``flags`` are vm.image flags; ``arg_ptrs`` the pointer words among the
    *arguments* (not results) of the argument area, live at entry; ``arg_words`` counts arguments and results;
    ``param_words`` only arguments."""

    name: str
    file: str
    line: int
    blocks: list[Block] = field(default_factory=list)
    flags: int = 0
    arg_words: int = 0
    param_words: int = 0
    arg_ptrs: tuple[int, ...] = ()
    result_ptrs: tuple[int, ...] = ()  # pointer words among the results, as indices of the argument area
    deferreturn: Block | None = None
    min_out: int = 0
    data: list[Data] = field(default_factory=list)  # data symbols this function brings along
    pos: int = 0
    end_pos: int = 0
    # What the linker follows beside calls and Syms. Keys are the symbols (typedesc.type_symbol, typedesc.itab_symbol).
    types: dict[str, Type] = field(default_factory=dict)  # "type:<key>": every descriptor this function names
    converted: dict[str, Type] = field(default_factory=dict)  # the concrete types it converts to an interface
    itabs: dict[str, tuple[Type, Type]] = field(
        default_factory=dict
    )  # "go:itab.<key>,<interface key>": (type, interface)
    iface_calls: set[tuple[str, str]] = field(
        default_factory=set
    )  # methods called through interfaces: (object id, key(signature))


@dataclass(slots=True)
class Data:
    """A data symbol. ``relocs``: (byte offset, kind, symbol, addend) with kind "data" (address of a data symbol) or
    "pc" (entry pc of a function). ``ptrs``: word offsets of pointers the collector must scan (variables only).
    ``dedup``: the same name may be defined again."""

    name: str
    content: bytes | bytearray
    relocs: list[tuple[int, str, str, int]] = field(default_factory=list)
    size: int = 0  # with empty content: bytes of bss
    align: int = 8
    ptrs: Sequence[int] = ()
    readonly: bool = False
    dedup: bool = False
    # As in Func: what the linker follows when this symbol is part of the program.
    types: dict[str, Type] = field(default_factory=dict)
    converted: dict[str, Type] = field(default_factory=dict)
    itabs: dict[str, tuple[Type, Type]] = field(default_factory=dict)


class OpFacts:
    """What the passes ask about an opcode, as plain fields: derived from its isa row once.

    ``dst`` position of the destination or -1; ``srcs`` positions of sources; ``places`` positions of frame places
    (role S);
    ``label`` position of the branch target or -1; ``pure``: may be dropped when its destination is dead.
    """

    __slots__ = (
        "call",
        "code",
        "dst",
        "kinds",
        "label",
        "name",
        "places",
        "pure",
        "safepoint",
        "srcs",
        "terminator",
        "trap",
    )

    def __init__(self, row: isa.Op) -> None:
        written = isa.slot_written(row)
        self.name = row.name
        self.code = row.code
        self.dst = -1 if written is None else written
        self.srcs = isa.slots_read(row)
        self.places = tuple(i for i, o in enumerate(row.operands) if o.role == "S")
        self.label = next((i for i, o in enumerate(row.operands) if o.role == "L"), -1)
        self.kinds = tuple(o.kind for o in row.operands)
        self.safepoint = row.has("safepoint")
        self.call = row.has("call")
        self.terminator = row.has("terminator")
        self.trap = row.has("trap")
        self.pure = written is not None and not row.flags and row.name != "getctx"


FACTS: dict[str, OpFacts] = {row.name: OpFacts(row) for row in isa.OPS}


def text(func: Func) -> str:
    """The function as text, one instruction a line: the form of dumps and golden tests."""
    lines = [
        f"func {func.name} args={func.arg_words} params={func.param_words} ptrs={func.arg_ptrs} flags={func.flags}"
    ]
    for block in func.blocks:
        marks = (" loop" if block.loop_head else "") + (" deferreturn" if block is func.deferreturn else "")
        lines.append(f"b{block.id}:{marks}")
        lines.extend(f"    {ins.op} {', '.join(operand_text(a) for a in ins.args)}".rstrip() for ins in block.instrs)
    return "\n".join(lines) + "\n"


def operand_text(a: object) -> str:
    """One operand as text."""
    if isinstance(a, Block):
        return f"b{a.id}"
    if isinstance(a, Out):
        return f"out{a.index}"
    if isinstance(a, Arg):
        return f"arg{a.index}"
    if isinstance(a, K):
        return f"#{a.value}"
    if isinstance(a, Sym):
        return f"@{a.name}+{a.addend}" if a.addend else f"@{a.name}"
    return str(a)


def check(func: Func) -> list[str]:
    """What is wrong with a function, a line each: operands against the isa's roles and kinds, the shape of blocks."""
    problems: list[str] = []
    known = {id(b) for b in func.blocks}
    if func.deferreturn is not None and id(func.deferreturn) not in known:
        problems.append("deferreturn is no block of the function")
    for n, block in enumerate(func.blocks):
        if not block.instrs or not FACTS[block.instrs[-1].op].terminator:
            problems.append(f"b{block.id} does not end in a terminator")
        if block.loop_head != bool(block.instrs and block.instrs[0].op == "poll"):
            problems.append(f"b{block.id}: poll and loop_head disagree")
        for at, ins in enumerate(block.instrs):
            for text in _check_instr(func, ins, known, (n, at), len(block.instrs)):
                problems.append(f"b{block.id}: {ins.op} {', '.join(map(operand_text, ins.args))}: {text}")
    return [f"{func.name}: {p}" for p in problems]


def _check_instr(func: Func, ins: Instr, known: set[int], place: tuple[int, int], size: int) -> Iterator[str]:
    f = FACTS.get(ins.op)
    if f is None:
        yield "no such operation"
        return
    row = isa.BY_NAME[ins.op]
    if len(ins.args) != len(row.operands):
        yield f"{len(row.operands)} operands wanted"
        return
    if f.terminator and place[1] != size - 1:
        yield "terminator inside a block"
    if ins.op == "getctx" and place != (0, 0):
        yield "not directly behind the entry"
    if ins.op.startswith("bound") and func.min_out < 4:
        yield "min_out below 4"
    for o, a in zip(row.operands, ins.args, strict=True):
        if isinstance(a, Arg) and a.index >= func.arg_words and ins.op != "lea":
            yield f"{operand_text(a)} of {func.arg_words}"
        if not _fits(o, a):
            kind = f" {a.kind}" if isinstance(a, Reg) else ""
            yield f"{operand_text(a)} ({type(a).__name__}{kind}) as {o.role}:{o.kind}"
        elif isinstance(a, Block) and id(a) not in known:
            yield f"{operand_text(a)} is no block of the function"


def _fits(o: isa.Operand, a: object) -> bool:
    """May operand a stand for o?"""
    if o.role in "dabc":
        if isinstance(a, Reg):
            return a.kind == o.kind
        if isinstance(a, Out | Arg):
            return True
        if o.role == "d":
            return False
        return isinstance(a, K) or (isinstance(a, Sym) and o.kind == "i")
    if o.role == "S":
        return isinstance(a, Mem | Out | Arg)
    if o.role == "L":
        return isinstance(a, Block)
    return isinstance(a, str) if o.role in "FN" else isinstance(a, int)
