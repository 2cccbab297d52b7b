"""IR to VM words: instruction encoding, constants, relocations, line and inlining tables, stack maps of one function.

The result knows nothing of other functions: calls, data addresses and pcs are relocations, branch targets are relative
to the entry. link puts it in place; objcache stores it as the tuple that :meth:`Code.parts` gives.
"""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass, field

from morestack.compiler import ir
from morestack.compiler.liveness import Liveness, analyse, undefined_regs
from morestack.compiler.slots import Frame, assign
from morestack.compiler.source import Bug, FileSet
from morestack.vm import image, isa

W = isa.WORDS_PER_INSTRUCTION
MASK = (1 << 64) - 1
INVERSE = {
    "br": "brz",
    "brz": "br",
    "jeq.i": "jne.i",
    "jne.i": "jeq.i",
    "jeq.u": "jne.u",
    "jne.u": "jeq.u",
    "jlt.i": "jle.i",
    "jle.i": "jlt.i",
    "jlt.u": "jle.u",
    "jle.u": "jlt.u",
}
SWAPPED = frozenset(("jlt.i", "jle.i", "jlt.u", "jle.u"))  # not (a < b) is b <= a

Inl = tuple[str, str, int, int]  # callee, its file, line of the call, index of the parent in the list + 1
Const = int | tuple[str, int]  # bit pattern, or (data symbol, addend)


@dataclass(slots=True)
class Code:
    """An emitted function. Positions (``*_at``) index ``words``; pcs are relative to the entry."""

    name: str
    file: str
    line: int
    flags: int
    frame_words: int
    out_words: int
    arg_words: int
    param_words: int
    words: array[int]
    lines: array[int]  # line by pc
    consts: list[Const]
    const_at: list[int]
    branch_at: list[int]
    calls: list[tuple[int, str]]
    natives: list[tuple[int, str]]
    maps: list[tuple[int, int, int]]  # pc, slots, argument words
    objects: list[tuple[int, int]]  # first slot, words
    object_map: tuple[int, int]  # slots, argument words
    inline: list[Inl] = field(default_factory=list)
    inline_at: list[tuple[int, int]] = field(default_factory=list)  # pc, index into inline + 1
    loop_heads: tuple[int, ...] = ()
    deferreturn: int = 0

    @property
    def size(self) -> int:
        """Number of instructions."""
        return len(self.lines)

    def parts(self) -> tuple[object, ...]:
        """All fields as values that marshal can write."""
        values = [getattr(self, name) for name in self.__slots__]
        return tuple(v.tobytes() if isinstance(v, array) else v for v in values)

    @classmethod
    def from_parts(cls, parts: tuple[object, ...]) -> Code:
        """The inverse of :meth:`parts`."""
        code = cls(*parts)  # type: ignore[arg-type]
        words: array[int] = array("i")
        words.frombytes(code.words)
        lines: array[int] = array("I")
        lines.frombytes(code.lines)
        code.words, code.lines = words, lines
        return code


class Lines:
    """Positions to (file, line), quick for runs of positions in one file."""

    def __init__(self, fset: FileSet | None) -> None:
        self.fset = fset
        self.cache: dict[int, tuple[str, int]] = {0: ("", 0)}

    def __call__(self, pos: int) -> tuple[str, int]:
        found = self.cache.get(pos)
        if found is None:
            if self.fset is None:
                found = ("", pos)
            else:
                p = self.fset.position(pos)
                found = (p.path, p.line)
            self.cache[pos] = found
        return found


def function(func: ir.Func, lines: Lines) -> Code:
    """Liveness, slots and encoding of one (optimised) function."""
    if not func.blocks:
        raise Bug(f"{func.name} has no blocks")
    live = analyse(func)
    frame = assign(func, live)
    return Emitter(func, live, frame, lines).run()


class Emitter:
    """Encodes one function."""

    def __init__(self, func: ir.Func, live: Liveness, frame: Frame, lines: Lines) -> None:
        self.func, self.live, self.frame, self.line_of = func, live, frame, lines
        self.words: array[int] = array("i")
        self.lines: array[int] = array("I")
        self.pool: dict[Const, int] = {}
        self.const_at: list[int] = []
        self.calls: list[tuple[int, str]] = []
        self.natives: list[tuple[int, str]] = []
        self.maps: list[tuple[int, int, int]] = []
        self.inline: dict[ir.InlinedCall, int] = {}
        self.inline_rows: list[Inl] = []
        self.inline_at: list[tuple[int, int]] = []
        self.loop_heads: list[int] = []
        self.pc_of: dict[int, int] = {}
        self.branches: list[tuple[int, ir.Block]] = []
        self.pointer_mask = 0
        for bit in frame.pointers:
            self.pointer_mask |= bit
        self.leading = _leading(func.blocks[0])
        self.map_cache: dict[int, tuple[int, int]] = {}

    def run(self) -> Code:
        """The whole function."""
        func, frame = self.func, self.frame
        self._prologue()
        blocks = func.blocks
        for i, block in enumerate(blocks):
            self._block(block, blocks[i + 1] if i + 1 < len(blocks) else None, i == 0)
        words, pc_of = self.words, self.pc_of
        for at, target in self.branches:
            words[at] = pc_of[id(target)]
        return Code(
            func.name,
            func.file,
            func.line,
            func.flags,
            frame.words,
            frame.out_words,
            func.arg_words,
            func.param_words,
            words,
            self.lines,
            list(self.pool),
            self.const_at,
            [at for at, _ in self.branches],
            self.calls,
            self.natives,
            self.maps,
            frame.objects,
            self._split(frame.object_map),
            self.inline_rows,
            self.inline_at,
            tuple(self.loop_heads),
            pc_of[id(func.deferreturn)] if func.deferreturn is not None else 0,
        )

    # ---- entry -----------------------------------------------------------------------------------------------------

    def _prologue(self) -> None:
        """enter; getctx and the moves of parameters; clearing of frame memory and of registers read before assigned."""
        func, frame = self.func, self.frame
        line = func.line
        args = 0
        for j in func.arg_ptrs:
            args |= 1 << j
        self.maps.append((0, 0, args))
        self._raw("enter", line, frame.words, 1 if func.flags & image.NOSPLIT else 0)
        for ins in func.blocks[0].instrs[: self.leading]:
            self._instruction(ins, ir.FACTS[ins.op])
        at, count = frame.zero
        if count:
            self._raw("zero", line, at, count)
        for r in undefined_regs(self.live):
            self._raw(f"mov.{r.kind}", line, frame.slot_of[r.id], ~self._const(0, len(self.words) + 2))

    def _raw(self, op: str, line: int, *operands: int) -> None:
        self.words.extend((ir.FACTS[op].code, *operands, *(0,) * (W - 1 - len(operands))))
        self.lines.append(line)

    # ---- blocks ----------------------------------------------------------------------------------------------------

    def _block(self, block: ir.Block, following: ir.Block | None, entry: bool) -> None:
        instrs = block.instrs
        facts = ir.FACTS
        if block.loop_head and len(self.lines) == 1:  # a poll right behind enter would share its map with the entry
            self._raw("jmp", self.func.line, 1 + 1)
            self.branches.append((W + 1, block))
        self.pc_of[id(block)] = len(self.lines)
        start = self.leading if entry else 0
        end = len(instrs)
        tail: ir.Instr | None = None
        if end and instrs[-1].op == "jmp":
            if instrs[-1].args[0] is following:
                end -= 1
            elif end > 1 and following is not None and (op := INVERSE.get(instrs[-2].op)):
                branch = instrs[-2]
                if branch.args[-1] is following:  # br a, next; jmp L  ->  brz a, L
                    operands = branch.args[:-1]
                    if branch.op in SWAPPED:
                        operands = operands[::-1]
                    tail = ir.Instr(op, (*operands, instrs[-1].args[0]), branch.pos, branch.inline)
                    end -= 2
        for i in range(start, end):
            ins = instrs[i]
            self._instruction(ins, facts[ins.op])
        if tail is not None:
            self._instruction(tail, facts[tail.op])

    def _instruction(self, ins: ir.Instr, f: ir.OpFacts) -> None:
        words = self.words
        at = len(words) + 1
        row = [f.code, 0, 0, 0, 0]
        frame = self.frame
        kinds = f.kinds
        for n, a in enumerate(ins.args, 1):
            kind = a.__class__
            if kind is ir.Reg:
                row[n] = frame.slot_of[a.id]  # type: ignore[attr-defined]
            elif kind is ir.K:
                value = a.value  # type: ignore[attr-defined]
                if value.__class__ is int and kinds[n - 1] in "iu":
                    row[n] = ~self._const(value & MASK, at + n - 1)
                else:
                    row[n] = ~self._const(bit_pattern(kinds[n - 1], value), at + n - 1)
            elif kind is int:
                row[n] = a  # type: ignore[call-overload]
            elif kind is ir.Out:
                row[n] = a.index  # type: ignore[attr-defined]
            elif kind is ir.Block:
                self.branches.append((at + n - 1, a))  # type: ignore[arg-type]
            elif kind is ir.Sym:
                row[n] = ~self._const((a.name, a.addend), at + n - 1)  # type: ignore[attr-defined]
            elif kind is ir.Arg:
                row[n] = frame.words + a.index  # type: ignore[attr-defined]
            elif kind is ir.Mem:
                row[n] = frame.mem_of[id(a)]
            elif kind is str:
                (self.natives if f.name == "native" else self.calls).append((at + n - 1, a))  # type: ignore[arg-type]
            else:
                raise Bug(f"{self.func.name}: operand {a!r} of {ins.op}")
        if ins.op[:4] == "mov." and row[1] == row[2]:
            return
        pc = len(self.lines)
        if f.safepoint:
            self._map(pc, ins)
            if f.name == "poll":
                self.loop_heads.append(pc)
        words.extend(row)
        file, line = self.line_of(ins.pos) if ins.pos else ("", self.func.line)
        self.lines.append(line)
        if ins.inline is not None:
            self.inline_at.append((pc, self._inlined(ins.inline, file)))

    def _const(self, value: Const, at: int) -> int:
        self.const_at.append(at)
        return self.pool.setdefault(value, len(self.pool))

    def _map(self, pc: int, ins: ir.Instr) -> None:
        """The stack map of a safepoint. A poll's map also stands at the pc before it, so that lookups may always use
        pc - 1."""
        live = self.live.at[id(ins)] & self.pointer_mask
        found = self.map_cache.get(live)
        if found is None:
            bits, rest = 0, live
            while rest:
                low = rest & -rest
                bits |= self.frame.pointers[low]
                rest ^= low
            found = self.map_cache[live] = self._split(bits)
        if ins.op == "poll" and self.maps[-1][0] != pc - 1:
            self.maps.append((pc - 1, *found))
        self.maps.append((pc, *found))

    def _split(self, bits: int) -> tuple[int, int]:
        """Slots of the frame, and words of the argument area behind it."""
        return bits & (1 << self.frame.words) - 1, bits >> self.frame.words

    def _inlined(self, call: ir.InlinedCall, file: str) -> int:
        """Index + 1 of a call in the inlining table; ``file`` is that of the callee's code."""
        n = self.inline.get(call)
        if n is None:
            outer, line = self.line_of(call.pos)
            parent = self._inlined(call.parent, outer) if call.parent is not None else 0
            self.inline_rows.append((call.callee, file, line, parent))
            n = self.inline[call] = len(self.inline_rows)
        return n


def _leading(entry: ir.Block) -> int:
    """How many instructions of the entry block fetch the closure pointer and parameters into registers."""
    n = 0
    if not entry.loop_head:
        for ins in entry.instrs:
            args = ins.args
            move = ins.op[:4] == "mov." and args[1].__class__ is ir.Arg and args[0].__class__ is ir.Reg
            if not move and not (ins.op == "getctx" and n == 0):
                break
            n += 1
    return n


def bit_pattern(kind: str, value: object) -> int:
    """The 64-bit pattern of a constant of an operand's kind; ("bits", n) gives n."""
    if isinstance(value, tuple):
        return int(value[1])
    assert isinstance(value, int | float)
    if kind == "d":
        return int.from_bytes(struct.pack("<d", float(value)), "little")
    if kind == "f":
        return int.from_bytes(struct.pack("<f", float(value)), "little")
    return int(value) & MASK
