"""The shell of one IR function under construction: registers, frame memory, blocks, places, and calls of the runtime.

A *value* is a list of operands (one a leaf) for flat types and a :class:`Place` for types in memory form. A place is
memory: frame memory, an argument area, or what an address operand points at, plus a byte offset.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias

from morestack.compiler import ir, tree, types
from morestack.compiler.build_scan import FnInfo
from morestack.compiler.build_shape import Leaf, Shape, shape
from morestack.compiler.ir import Arg, Block, Instr, K, Mem, Out, Reg, Sym
from morestack.compiler.source import Bug
from morestack.compiler.types import Type, Var
from morestack.vm.isa import SIZE_OF
from morestack.vm.layout import WORD

if TYPE_CHECKING:
    from morestack.compiler.build import Builder

Operand: TypeAlias = Reg | K | Sym
Values: TypeAlias = list[Operand]

ZERO: Final = K(0)
ONE: Final = K(1)
MOST_PIECES: Final = 6  # so many are not copied one by one
INLINE_WORDS: Final = 8  # memory of up to so many words is copied and cleared word by word

# result and argument letters of runtime functions: p pointer, i int, u uint64, d float64, f float32
_KIND: Final = {"p": "i", "i": "i", "u": "u", "d": "d", "f": "f"}
_FRAME: Final = frozenset((Mem, Out, Arg))
RAW: Final = (("i64", 8), ("u32", 4), ("u16", 2), ("u8", 1))


class Place:
    """Memory: ``base`` is frame memory (Mem, Out, Arg) or an address (Reg, Sym); ``off`` bytes behind it. ``index``:
    the place is element ``index`` of an array of scalars at base, each ``scale`` bytes."""

    __slots__ = ("base", "in_frame", "index", "off", "scale")

    def __init__(self, base: Any, off: int = 0, index: Operand | None = None, scale: int = 0) -> None:
        self.base = base
        self.off = off
        self.index = index
        self.scale = scale
        self.in_frame = type(base) in _FRAME

    def alignment(self, outside: int) -> int:
        """What its address is a multiple of; ``outside`` if it is not in the frame."""
        if not self.in_frame:
            return outside
        return self.off & -self.off or WORD

    def at(self, off: int) -> Place:
        """The place off bytes further."""
        return Place(self.base, self.off + off, self.index, self.scale) if off else self

    def __repr__(self) -> str:
        return f"<{self.base!r}+{self.off}>"


Value: TypeAlias = "Values | Place"


class Shell:
    """Emits instructions into blocks. Subclasses, file by file, add expressions, calls and statements."""

    def __init__(self, program: Builder, fn: FnInfo | None, func: ir.Func) -> None:
        self.program = program
        self.fn: FnInfo = fn  # type: ignore[assignment]
        self.func = func
        self.pos = func.pos
        self.count = 0
        self.block = self.new_block()
        func.blocks.append(self.block)
        self.vars: dict[Var, Any] = {}  # list[Reg] or Place
        self.nonnil: set[Reg] = set()  # registers known not to be nil in this block
        self.memo: dict[tree.Expr, Value] = {}  # calls done before their expression
        self.out_words = 0

    # -- abstract: what the files that follow define for each other

    def expr(self, e: tree.Expr) -> Values:
        """The leaves of a flat expression."""
        raise NotImplementedError

    def expr_place(self, e: tree.Expr) -> Place:
        """Where the value of an expression in memory form is (it may be a variable: use it at once)."""
        raise NotImplementedError

    def value(self, e: tree.Expr) -> Value:
        """The value of e in the form of its type."""
        raise NotImplementedError

    def evaluate(self, e: tree.Expr) -> None:
        """e for its effects and panics."""
        raise NotImplementedError

    def convert(self, v: Value, of: Type, to: Type, key: Any = None) -> Value:
        """v, of type ``of``, as a value of type ``to``; key identifies the box of an interface conversion."""
        raise NotImplementedError

    def bug(self, message: str) -> NoReturn:
        raise Bug(message, self.program.position_text(self.pos))

    # -- registers, memory, blocks

    def reg(self, kind: str = "i", ptr: bool = False, name: str = "") -> Reg:
        self.count += 1
        return Reg(self.count, kind, ptr, name)

    def regs(self, s: Shape, name: str = "") -> list[Reg]:
        """Fresh registers for a flat value."""
        return [self.reg(x.kind, x.ptr, name) for x in s.leaves]

    def mem(self, words: int, ptrs: Sequence[int] = (), name: str = "") -> Mem:
        self.count += 1
        return Mem(self.count, words, ptrs, bool(ptrs), name)

    def mem_of(self, t: Type, name: str = "") -> Mem:
        """Frame memory for a value of t."""
        s = shape(t)
        return self.mem(s.mem_words, s.ptrs, name)

    def receiving(self, t: Type) -> Place:
        """Frame memory that the runtime will put a value of t into. Cleared, so that what it held before is not kept."""
        place = Place(self.mem_of(t, "recv"))
        if shape(t).ptrs:
            self.clear(place, shape(t).size)
        return place

    def new_block(self) -> Block:
        self.count += 1
        return Block(self.count)

    def start(self, block: Block, keep: bool = False) -> None:
        """Go on in block; with keep what is known of registers holds there too (it has one predecessor)."""
        self.func.blocks.append(block)
        self.block = block
        if not keep:
            self.nonnil = set()

    def start_loop(self, block: Block) -> None:
        """Go on in block, the head of a loop. The runtime's own loops have no poll: it is never preempted (proc.go)."""
        self.start(block)
        if self.func.name.startswith("runtime."):
            return
        block.loop_head = True
        self.emit("poll")

    # -- instructions

    def emit(self, op: str, *args: object) -> None:
        self.block.instrs.append(Instr(op, args, self.pos))

    def op(self, name: str, kind: str, *args: object) -> Reg:
        """An instruction with a fresh destination register."""
        self.count += 1
        d = Reg(self.count, kind)
        self.block.instrs.append(Instr(name, (d, *args), self.pos))
        return d

    def ptr_op(self, name: str, *args: object) -> Reg:
        """An instruction whose result is a pointer."""
        self.count += 1
        d = Reg(self.count, "i", True)
        self.block.instrs.append(Instr(name, (d, *args), self.pos))
        return d

    def jump(self, block: Block) -> None:
        self.emit("jmp", block)

    def jump_if(self, cond: Operand, yes: Block, no: Block) -> None:
        """Branch on a bool."""
        if type(cond) is K:
            self.jump(yes if cond.value else no)
            return
        self.emit("br", cond, yes)
        self.emit("jmp", no)

    def move(self, d: Reg, x: Operand) -> None:
        if d is not x:
            self.emit("mov." + d.kind, d, x)
            if self.nonnil:
                self.nonnil.discard(d)

    def move_all(self, targets: list[Reg], values: Values) -> None:
        """Parallel move: values may mention the targets."""
        if len(targets) > 1:
            values = list(values)
            for i in range(1, len(values)):
                v = values[i]
                if type(v) is Reg and v in targets[:i]:
                    values[i] = self.copy_reg(v)
        for d, x in zip(targets, values, strict=True):
            self.move(d, x)

    def copy_reg(self, x: Operand) -> Operand:
        """A register of its own for x, which may be a variable."""
        if type(x) is not Reg:
            return x
        d = self.reg(x.kind, x.ptr)
        self.emit("mov." + x.kind, d, x)
        if x in self.nonnil:
            self.nonnil.add(d)
        return d

    def in_reg(self, x: Operand, kind: str = "i", ptr: bool = False) -> Reg:
        """x in a register."""
        if type(x) is Reg:
            return x
        d = self.reg(kind, ptr)
        self.emit("mov." + kind, d, x)
        return d

    # -- places

    def load_leaf(self, place: Place, leaf: Leaf) -> Reg:
        self.count += 1
        d = Reg(self.count, leaf.kind, leaf.ptr)
        if place.index is not None:
            if place.scale == SIZE_OF[leaf.width]:
                args = (d, place.base, place.index, place.off + leaf.offset)
                self.block.instrs.append(Instr("ldx." + leaf.width, args, self.pos))
                return d
            place = self.plain(place)
        op = "ldl." if place.in_frame else "ld."
        self.block.instrs.append(Instr(op + leaf.width, (d, place.base, place.off + leaf.offset), self.pos))
        return d

    def store_leaf(self, place: Place, leaf: Leaf, x: Operand) -> None:
        if place.index is not None:
            if place.scale == SIZE_OF[leaf.width]:
                self.emit("stx." + leaf.width, place.base, place.index, place.off + leaf.offset, x)
                return
            place = self.plain(place)
        op = "stl." if place.in_frame else "st."
        self.emit(op + leaf.width, place.base, place.off + leaf.offset, x)

    def load(self, place: Place, t: Type) -> Values:
        """The leaves of a flat value in memory."""
        return [self.load_leaf(place, leaf) for leaf in shape(t).leaves]

    def store(self, place: Place, t: Type, v: Value) -> None:
        """Write a value of type t to place."""
        if type(v) is Place:
            self.copy(place, v, shape(t).size, types.align_of(t))
            return
        for leaf, x in zip(shape(t).leaves, v, strict=True):  # type: ignore[arg-type]
            self.store_leaf(place, leaf, x)

    def plain(self, place: Place) -> Place:
        """The same place without an index."""
        if place.index is None:
            return place
        d = self.ptr_op("index", place.base, place.index, place.scale)
        self.nonnil.add(d)
        return Place(d, place.off)

    def address(self, place: Place) -> Operand:
        """The address of place as an operand."""
        if place.index is not None:
            place = self.plain(place)
        base = place.base
        if place.in_frame:
            d = self.ptr_op("lea", base, place.off)
            self.nonnil.add(d)
            return d
        if not place.off:
            return base  # type: ignore[no-any-return]
        if type(base) is Sym:
            return Sym(base.name, base.addend + place.off)
        d = self.ptr_op("offset", base, place.off)
        self.nonnil.add(d)
        return d

    def copy(self, dst: Place, src: Place, size: int, align: int = 1) -> None:
        """size bytes from src to dst (they may be the same memory, or overlap as whole values do). ``align``: what
        addresses outside the frame are multiples of."""
        if not size or (dst.base is src.base and dst.off == src.off and dst.index is src.index):
            return
        if dst.index is not None:
            dst = self.plain(dst)
        if src.index is not None:
            src = self.plain(src)
        words = (size + WORD - 1) // WORD
        pieces = list(self._pieces(size, min(dst.alignment(align), src.alignment(align))))
        if size <= INLINE_WORDS * WORD and len(pieces) < MOST_PIECES:
            loaded = [(leaf, self.load_leaf(src, leaf)) for leaf in pieces]
            for leaf, r in loaded:
                self.store_leaf(dst, leaf, r)
        elif dst.in_frame and src.in_frame and not dst.off and not src.off and size % WORD == 0:
            self.emit("copy", dst.base, src.base, words)
        else:
            a = self.address(dst)
            self.emit("memmove", a, self.address(src), K(size))

    def _pieces(self, size: int, align: int) -> Iterator[Leaf]:
        """Memory of that alignment as the widest pieces that lie at multiples of their size; one too many of them for
        what is not to be copied piece by piece."""
        at = pieces = 0
        for width, n in RAW:
            while n <= align and size - at >= n and pieces < MOST_PIECES:
                yield Leaf(width, "i", False, at)
                at, pieces = at + n, pieces + 1

    def clear(self, place: Place, size: int, align: int = 1) -> None:
        """size bytes at place = 0; ``align`` as for `copy`."""
        if not size:
            return
        if place.index is not None:
            place = self.plain(place)
        if place.in_frame and not place.off and type(place.base) is Mem and place.base.words == (size + 7) // WORD:
            self.emit("zero", place.base, place.base.words)
            return
        pieces = list(self._pieces(size, place.alignment(align)))
        if size <= INLINE_WORDS * WORD and len(pieces) < MOST_PIECES:
            for leaf in pieces:
                self.store_leaf(place, leaf, ZERO)
        else:
            self.emit("memclr", self.address(place), K(size))

    def zero_values(self, t: Type) -> Values:
        """The leaves of the zero value of a flat type."""
        return [_FLOAT_ZERO if x.kind in "df" else ZERO for x in shape(t).leaves]

    def zero_place(self, t: Type) -> Place:
        """A zeroed temporary of a type in memory form."""
        place = Place(self.mem_of(t, "zero"))
        self.clear(place, shape(t).size)
        return place

    def zero(self, t: Type) -> Value:
        """The zero value of t."""
        return self.zero_values(t) if shape(t).flat else self.zero_place(t)

    def spill_place(self, t: Type, v: Value) -> Place:
        """A place that holds v; its own memory when v is flat."""
        if type(v) is Place:
            return v
        place = Place(self.mem_of(t, "tmp"))
        self.store(place, t, v)
        return place

    def temp(self, t: Type, v: Value) -> Value:
        """v where later code cannot change it: fresh registers or fresh memory."""
        if type(v) is not Place:
            return [self.copy_reg(x) for x in v]  # type: ignore[union-attr]
        place = Place(self.mem_of(t, "tmp"))
        self.copy(place, v, shape(t).size, types.align_of(t))
        return place

    def nilcheck(self, p: Operand) -> None:
        """p is about to be dereferenced."""
        if type(p) is Sym:
            return
        if type(p) is Reg:
            if p in self.nonnil:
                return
            self.nonnil.add(p)
        self.emit("nilcheck", p)

    def deref(self, p: Operand) -> Place:
        """The place a checked pointer points at."""
        self.nilcheck(p)
        if type(p) is K:
            p = self.in_reg(p, "i", True)
        return Place(p)

    # -- calls of the runtime

    def rt(self, name: str, spec: str, *args: Operand) -> list[Reg]:
        """Call runtime.name; spec as in "pii:p": letters of the arguments, then of the results."""
        params, _, results = spec.partition(":")
        emit = self.emit
        for j, (letter, a) in enumerate(zip(params, args, strict=True)):
            emit("mov." + _KIND[letter], Out(j), a)
        emit("call", "runtime." + name)
        n = len(params)
        self.func.min_out = max(self.func.min_out, n + len(results))
        out = []
        for j, letter in enumerate(results):
            r = self.reg(_KIND[letter], letter == "p")
            emit("mov." + r.kind, r, Out(n + j))
            out.append(r)
        return out

    def type_sym(self, t: Type) -> Sym:
        """The address of t's descriptor."""
        name = "type:" + types.key(t)
        self.func.types.setdefault(name, t)
        return Sym(name)

    def itab_sym(self, t: Type, face: Type) -> Sym:
        """The address of the itab of concrete type t and interface type face."""
        name = f"go:itab.{types.key(t)},{types.key(face.underlying)}"
        self.func.itabs.setdefault(name, (t, face))
        self.type_sym(t)
        return Sym(name)

    def string_sym(self, data: bytes) -> Operand:
        """The address of the bytes of a string constant."""
        if not data:
            return ZERO
        d = self.program.string_data(data)
        self.func.data.append(d)
        return Sym(d.name)

    def func_sym(self, name: str) -> Sym:
        """The func value of a function without captures."""
        symbol = name + "·f"
        self.func.data.append(self.program.func_data(name))
        return Sym(symbol)

    def new_object(self, t: Type) -> Operand:
        """A zeroed heap object."""
        if shape(t).size == 0:
            return Sym("runtime.zerobase")
        p = self.rt("newobject", "p:p", self.type_sym(t))[0]
        self.nonnil.add(p)
        return p


_FLOAT_ZERO: Final = K(0.0)
