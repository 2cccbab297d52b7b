"""Prints regions as Python functions: the text of the Python engine.

A Go function becomes one Python function ``eN(s, arguments)`` (N: its entry pc), in which calls are Python calls,
loops are Python loops and slots are local variables. That is only a fast path. At every safepoint all live slots are
in their frame in the arena and the return pc lies under it, so the nested Python calls can be thrown away at any
time: whatever needs another stack (growth, a switch of goroutines, a trap) raises `Unwind` with a pc and an ``s``,
and the engine goes on there with ``rN(s)``, a function printed for the region that begins at N. It returns (pc, s)
of its caller when it is done. ``dN(s)`` is eN for calls through a pc: arguments and results are in memory.

Names in the text: ``s`` the frame's bottom as a word index; ``vK`` slot K; ``wK yK zK xK`` slot K as an index into
the views of 8, 2, 4, 1-byte elements; ``q Q d f i I h H b B`` the views; ``W`` the guard, g and the closure pointer;
``N`` functions by entry pc, called with ``s`` alone; ``C`` the instruction count and its limit.
"""

from __future__ import annotations

import math
import struct
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from morestack.vm import image as im
from morestack.vm import isa, regions, semantics
from morestack.vm.regions import Body, Ins, Node, Region, slots_of

MIN64, MAX64 = semantics.MIN64, semantics.MAX64
MAX_LOOPS = 17  # Python allows 20 nested blocks
MAX_DEPTH = 80  # and 100 levels of indentation
MAX_RESULTS = 6
MANY_WAYS = 4  # a label reached from so many places is reached by `break`, which keeps chains of tests flat
VIEW = {
    "i8": "b", "u8": "B", "i16": "h", "u16": "H", "i32": "i", "u32": "I", "i64": "q", "u64": "Q", "f32": "f",
    "f64": "d",
}  # fmt: skip
SHIFT = {1: 0, 2: 1, 4: 2, 8: 3}
INDEX_NAME = {1: "x", 2: "y", 4: "z", 8: "w"}
KIND_VIEW = {"i": "q", "u": "Q", "d": "d"}
INVERSE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">"}
Range = tuple[int, int]
Line = tuple[int, str, int]  # depth, text, pc


class Word(NamedTuple):
    """An argument or result that is passed as a Python value: word of the argument area, kind, slot it goes to (or
    -1)."""

    word: int
    kind: str
    slot: int


@dataclass(frozen=True, slots=True)
class Signature:
    """How ``eN`` is called: the argument words it takes as parameters, and the result words it returns (None: in
    memory)."""

    params: tuple[Word, ...]
    results: tuple[Word, ...] | None
    native: int = -1  # index of the native that is the whole body
    param_pcs: frozenset[int] = frozenset()  # the moves that parameters stand for


IN_MEMORY = Signature((), None)


@dataclass(frozen=True, slots=True)
class Flavour:
    """What the text does besides running: each is paid for only when asked for."""

    counted: bool = False  # counts instructions, for limits, statistics and repeatable preemption
    unaligned: bool = False  # loads and stores may be misaligned: the program does pointer arithmetic of its own
    checked: bool = False  # every access asks for the state of its page
    traced: bool = False  # reports every safepoint
    moving: bool = False  # stacks move at every check; Python's text is the same

    def key(self) -> str:
        flags = (self.counted, self.unaligned, self.checked, self.traced)
        return "".join(c for c, on in zip("cuat", flags, strict=True) if on) or "-"

    @property
    def careful(self) -> bool:
        """Whether native code needs its careful text."""
        return self.checked or self.traced or self.moving


class _Restart(Exception):
    """The text so far rests on an assumption that turned out wrong, or lacks a way to a label: it is printed again."""


@dataclass(slots=True)
class _Loop:
    """A Python loop being printed: where ``continue`` and ``break`` lead, and labels reached through flags behind
    it."""

    again: Node | None
    out: Node | None
    flag: str
    escapes: dict[Node, int] = field(default_factory=dict)
    broke: bool = False


@dataclass(slots=True)
class _Known:
    """What is known at a point: ranges of slots, which index variables hold, which operands are less than which."""

    ranges: dict[int, Range] = field(default_factory=dict)
    indexes: set[tuple[int, int]] = field(default_factory=set)
    less: set[tuple[int, int]] = field(default_factory=set)

    def copy(self) -> _Known:
        return _Known(dict(self.ranges), set(self.indexes), set(self.less))

    def without(self, mask: int) -> None:
        """Forgets what was known of the slots of a set: they change."""
        self.ranges = {k: r for k, r in self.ranges.items() if not mask >> k & 1}
        self.indexes = {x for x in self.indexes if not mask >> x[0] & 1}
        self.less = {x for x in self.less if not any(slot >= 0 and mask >> slot & 1 for slot in x)}

    def meet(self, other: _Known) -> None:
        mine, theirs = self.ranges, other.ranges
        self.ranges = {k: (min(r[0], theirs[k][0]), max(r[1], theirs[k][1])) for k, r in mine.items() if k in theirs}
        self.indexes &= other.indexes
        self.less &= other.less


class Program:
    """An image as the printer sees it: decoded functions, signatures, constants."""

    def __init__(self, image: im.Image, base: int, consts: array[int], natives: list[tuple[str, str]]) -> None:
        self.image = image
        self.base = base
        self.consts = consts
        self.native_signatures = natives
        self._bodies: dict[int, Body] = {}
        self._signatures: dict[int, Signature] = {}

    def body(self, index: int) -> Body:
        """The decoded function number ``index``; a few are kept."""
        found = self._bodies.get(index)
        if found is None:
            if len(self._bodies) > 64:
                self._bodies.clear()
            found = self._bodies[index] = Body(self.image.funcs[index], self.image.code)
        return found

    def signature(self, index: int) -> Signature:
        """How function number ``index`` is called."""
        found = self._signatures.get(index)
        if found is None:
            found = self._signatures[index] = self._find_signature(self.body(index))
        return found

    def _find_signature(self, body: Body) -> Signature:
        if [i.name for i in body.ins] == ["enter", "native", "ret"]:
            native = body.ins[1].ops[0]
            params, results = self.native_signatures[native]
            return Signature(
                tuple(Word(j, k, -1) for j, k in enumerate(params)),
                tuple(Word(len(params) + j, k, -1) for j, k in enumerate(results)),
                native,
            )
        moves = list(_param_moves(body))
        return Signature(
            tuple(word for _, word in moves), self._find_results(body), -1, frozenset(pc for pc, _ in moves)
        )  # fmt: skip

    @staticmethod
    def _find_results(body: Body) -> tuple[Word, ...] | None:
        """The result words that every `ret` is preceded by the moves of, if nothing else touches them."""
        m = body.frame_words
        expected: dict[int, str] | None = None
        in_runs = 0
        for at, i in enumerate(body.ins):
            if i.name == "setcallerpc":
                return None
            if i.name == "ret":
                run = dict(_result_run(body, at))
                in_runs += len(run)
                if expected is not None and run != expected:
                    return None
                expected = run
        if not expected:
            return ()
        if len(expected) > MAX_RESULTS:
            return None
        places = {m + word for word in expected}
        for i in body.ins:
            for operand, value in zip(i.row.operands, i.ops, strict=False):
                if operand.role == "d" and value in places:
                    in_runs -= 1
                elif (operand.role in "abc" and value in places) or (operand.role == "S" and value >= m):
                    return None
        return None if in_runs else tuple(Word(word, expected[word], -1) for word in sorted(expected))

    def constant(self, operand: int, kind: str) -> str:
        """The Python text of a constant operand."""
        bits = self.consts[~operand]
        if kind == "i":
            value = bits - (1 << 64) if bits >> 63 else bits
            return str(value) if value >= 0 else f"({value})"
        if kind == "u":
            return str(bits)
        if kind == "d":
            return _float_text(struct.unpack("<d", struct.pack("<Q", bits))[0], f"bits_f64({bits:#x})")
        return _float_text(struct.unpack("<f", struct.pack("<I", bits & 0xFFFFFFFF))[0], f"bits_f32({bits:#x})")


def _float_text(value: float, bits: str) -> str:
    if math.isfinite(value):
        text = repr(value)
        return f"({text})" if text[0] == "-" else text
    return bits


def _param_moves(body: Body) -> Iterator[tuple[int, Word]]:
    """The moves at a function's begin that fetch arguments into variables, with the words they fetch."""
    m = body.frame_words
    seen = 0
    words: set[int] = set()
    for i in body.ins[1:]:
        if i.pc in body.leaders or not (i.name == "getctx" or (i.name.startswith("mov.") and i.ops[1] >= m)):
            return
        if i.name != "getctx" and body.locals_mask & i.writes & ~seen and i.ops[1] not in words:
            words.add(i.ops[1])
            yield i.pc, Word(i.ops[1] - m, i.name[4], i.ops[0])
        seen |= i.writes


def _result_run(body: Body, at: int) -> Iterator[tuple[int, str]]:
    """The moves to argument words right before the `ret` at index ``at``: (word, kind)."""
    m = body.frame_words
    while body.ins[at].pc not in body.leaders:
        at -= 1
        i = body.ins[at]
        if not i.name.startswith("mov.") or i.ops[0] < m:
            return
        yield i.ops[0] - m, i.name[4]


@dataclass(slots=True)
class Text:
    """A printed function: its source and, for each line (from 1), the pc it belongs to."""

    name: str
    source: str
    pcs: list[int]


class Printer:
    """Prints one region. ``form``: "e", "d" or "r", as the names in the module's text."""

    def __init__(self, program: Program, index: int, start: int, form: str, flavour: Flavour) -> None:
        self.program = program
        self.body = program.body(index)
        self.func = self.body.func
        self.base = program.base
        self.start = start
        self.form = form
        self.nested = form != "r"
        self.flavour = flavour
        self.signature = program.signature(index) if form == "e" else IN_MEMORY
        self.wrapped: set[Node] = set()  # labels that need a one-shot loop around the code before them
        self.not_rising: set[int] = set()  # counters that may wrap: their lower bound is unknown

    def text(self) -> Text:
        """The function's source."""
        name = f"{self.form}{self.start}"
        if self.signature.native >= 0:
            return self._native_text(name)
        region = Region(self.body, self.start)
        while True:
            try:
                self._begin(region)
                self._tree(region.root, None)
                break
            except _Restart:
                continue
        arguments = "".join(f", v{w.slot}" for w in self.signature.params)
        lines = [f"def {name}(s{arguments}):"]
        pcs = [self.start]
        if self.flavour.traced and not self.nested and self.body.returns_to(self.start):
            lines.append(f"\tT({self.start}, s)")
            pcs.append(self.start)
        lines += ["\t" * depth + text for depth, text, _ in self.lines]
        return Text(name, "\n".join(lines) + "\n", [*pcs, *(pc for _, _, pc in self.lines)])

    def _native_text(self, name: str) -> Text:
        names = ", ".join(f"a{w.word}" for w in self.signature.params)
        call = f"n{self.signature.native}({names})"
        keyword = "return " if self.signature.results else ""
        source = f"def {name}(s{', ' if names else ''}{names}):\n\t{keyword}{call}\n"
        return Text(name, source, [self.start, self.start + 1])

    def _begin(self, region: Region) -> None:
        self.region = region
        self.lines: list[Line] = []
        self.depth = 1
        self.pc = self.start
        self.avail = 0
        self.dirty = 0
        self.known = _Known()
        self.pending: dict[Node, _Known] = {}
        self.placed: set[Node] = set()
        self.loops: list[_Loop] = []
        self.rising: set[int] = set()
        self.flags = 0
        self.temps = 0
        self.out_values: dict[int, tuple[str, str, int]] = {}  # memory word -> (text, kind, slot it depends on or -1)

    # ---- lines -----------------------------------------------------------------------------------------------------

    def emit(self, text: str) -> None:
        self.lines.append((self.depth, text, self.pc))

    def trace(self, pc: int) -> None:
        """Reports a safepoint, in the text that does: its live slots are in the frame."""
        if self.flavour.traced:
            self.emit(f"T({pc}, s)")

    def trace_return(self, pc: int) -> None:
        """The same behind a call."""
        if self.body.returns_to(pc):
            self.trace(pc)

    def capture(self, print_it: Callable[[], bool]) -> tuple[list[Line], bool]:
        """The lines that a call prints, taken out of the text, and whether control falls off their end."""
        before, self.lines = self.lines, []
        try:
            falls = print_it()
            return self.lines, falls
        finally:
            self.lines = before

    # ---- operands --------------------------------------------------------------------------------------------------

    def place(self, slot: int, kind: str) -> str:
        """The element that holds a slot in memory."""
        if kind == "f":
            return f"f[s * 2 + {2 * slot}]"
        return f"{KIND_VIEW[kind]}[s + {slot}]" if slot else f"{KIND_VIEW[kind]}[s]"

    def is_local(self, slot: int) -> bool:
        """Whether a slot is kept in a variable."""
        return slot >= 0 and bool(self.body.locals_mask >> slot & 1)

    def value(self, operand: int, kind: str) -> str:
        """The text of a source operand; loads a slot's variable if it is not loaded yet."""
        if operand < 0:
            return self.program.constant(operand, kind)
        if self.body.locals_mask >> operand & 1:
            if not self.avail >> operand & 1:
                self.load(operand)
            return f"v{operand}"
        found = self.out_values.get(operand)
        if found is not None and found[1] == kind:
            return found[0]
        return self.place(operand, kind)

    def simple(self, operand: int, kind: str) -> str:
        """As value, but a text that may be repeated."""
        text = self.value(operand, kind)
        if "[" not in text:
            return text
        name = self.temp()
        self.emit(f"{name} = {text}")
        return name

    def temp(self) -> str:
        self.temps += 1
        return f"t{self.temps}"

    def load(self, slot: int) -> None:
        self.emit(f"v{slot} = {self.place(slot, self.body.kinds.get(slot, 'i'))}")
        self.avail |= 1 << slot

    def store(self, slot: int, kind: str, text: str) -> None:
        """Writes a slot's memory."""
        if kind == "f":
            self.emit(f"q[s + {slot}] = 0")
        self.emit(f"{self.place(slot, kind)} = {text}")

    def assign(self, slot: int, kind: str, text: str, known: Range | None = None) -> None:
        """Gives a slot its new value."""
        if self.body.locals_mask >> slot & 1:
            self.emit(f"v{slot} = {text}")
            self.defined(slot, known)
        else:
            self.store(slot, kind, text)
            self.out_values.pop(slot, None)

    def defined(self, slot: int, known: Range | None) -> None:
        """A slot's variable has a new value."""
        bit = 1 << slot
        self.avail |= bit
        self.dirty |= bit
        if known is None:
            self.known.ranges.pop(slot, None)
        else:
            self.known.ranges[slot] = known
        if self.known.indexes:
            self.known.indexes = {x for x in self.known.indexes if x[0] != slot}
        if self.known.less:
            self.known.less = {x for x in self.known.less if slot not in x}
        if self.out_values:
            for word in [w for w, v in self.out_values.items() if v[2] == slot]:
                del self.out_values[word]

    def range_of(self, operand: int, kind: str) -> Range:
        """The values an operand can have."""
        if operand < 0:
            bits = self.program.consts[~operand]
            value = bits - (1 << 64) if kind == "i" and bits >> 63 else bits
            return value, value
        return self.known.ranges.get(operand) or semantics.KIND_RANGE.get(kind, (MIN64, MAX64))

    def narrow(self, operand: int, kind: str, low: int, high: int) -> None:
        """Notes that a slot's value lies within bounds."""
        if operand >= 0 and self.body.locals_mask >> operand & 1:
            a, b = self.range_of(operand, kind)
            low, high = max(a, low), min(b, high)
            if low <= high:
                self.known.ranges[operand] = (low, high)

    def flush(self, mask: int) -> None:
        """Stores the slots of a set that are newer in their variables."""
        for slot in slots_of(self.dirty & mask):
            self.store(slot, self.body.kinds[slot], f"v{slot}")

    # ---- structure -------------------------------------------------------------------------------------------------
    # A node of the dominator tree is printed with all it dominates. Labels (nodes with several ways to them, and what
    # follows a loop) are printed behind the code of their dominator: control falls into a label from the code before
    # it, or reaches it by `break` out of a loop around that code, or by `continue` if it is a loop's head.

    @staticmethod
    def _ways(node: Node) -> int:
        return sum(1 for p in node.preds if p.rpo < node.rpo)

    @staticmethod
    def _stays_inside(top: Node) -> bool:
        """Whether nothing that ``top`` dominates leads outside it: it ends the function. False if it is large."""
        inside, pending = {top}, [top]
        while pending:
            children = pending.pop().children
            inside.update(children)
            pending.extend(children)
            if len(inside) > 12:
                return False
        return all(s in inside or s.id in n.cut for n in inside for s in n.succs)

    def _labels(self, node: Node) -> list[Node]:
        """The labels to be printed behind a node (behind its loop, if it heads one), in order."""
        if node.loop is None:
            found = [c for c in node.children if c not in self.placed and self._ways(c) > 1]
        else:
            found = [
                c for n in node.loop for c in n.children
                if c not in node.loop and c not in self.placed and (self._ways(c) > 1 or not self._stays_inside(c))
            ]  # fmt: skip
        found.sort(key=lambda n: n.rpo)
        self.placed.update(found)
        return found

    def _tree(self, node: Node, follow: Node | None) -> bool:
        """Prints a node and all it dominates; whether control falls off the end, to ``follow``."""
        labels = self._labels(node)
        if node.loop is None:
            return self._sequence(lambda f: self._block(node, f), labels, follow, MANY_WAYS)
        return self._sequence(lambda f: self._loop(node, f), labels, follow, 1 << 30)

    def _sequence(
        self, first: Callable[[Node | None], bool], labels: list[Node], follow: Node | None, many: int
    ) -> bool:  # fmt: skip
        if not labels:
            return first(follow)
        before, last = labels[:-1], labels[-1]
        wrap = bool(before) or last in self.wrapped or len(last.preds) >= many
        if wrap and len(self.loops) < MAX_LOOPS:
            self._one_shot(lambda: self._sequence(first, before, None, many), last)
        else:
            self._sequence(first, before, last, many)
        if last not in self.pending:
            return False
        return self._tree(last, follow)

    def _one_shot(self, print_it: Callable[[], bool], out: Node) -> None:
        """``while True:`` around code of which ``break`` leads to ``out``."""
        loop = self._open(None, out)
        self.depth += 1
        lines, falls = self.capture(print_it)
        self.depth -= 1
        assert not falls
        if not loop.broke and not loop.escapes and not any(t == "break" or t == "continue" for _, t, _ in lines):
            self.loops.pop()
            self.lines += [(depth - 1, text, pc) for depth, text, pc in lines]
        else:
            self._close(loop, lines)

    def _open(self, again: Node | None, out: Node | None) -> _Loop:
        self.flags += 1
        loop = _Loop(again, out, f"k{self.flags}")
        self.loops.append(loop)
        return loop

    def _close(self, loop: _Loop, lines: list[Line]) -> None:
        """Prints a loop and, behind it, the ways to labels further out."""
        self.loops.pop()
        if loop.escapes:
            self.emit(f"{loop.flag} = 0")
        self.emit("while True:")
        self.lines += lines or [(self.depth + 1, "break", self.pc)]
        for target, code in loop.escapes.items():
            self.emit(f"if {loop.flag} == {code}:")
            self.depth += 1
            self.dirty = target.dirty_in
            self._go(target, None)
            self.depth -= 1

    def _loop(self, node: Node, follow: Node | None) -> bool:
        """Prints a natural loop; ``break`` leads to ``follow``."""
        known = self.pending.pop(node) if node in self.pending else _Known()
        if len(self.loops) >= MAX_LOOPS:
            self.dirty = node.dirty_in
            return self._leave(node)
        rising = self._rising(node, known)
        known.without(node.loop_writes)
        known.ranges |= rising
        self.known = known
        self._hoist(node)
        self.pending[node] = self.known
        assert node.loop is not None
        inner = [c for c in node.children if c in node.loop and c not in self.placed and self._ways(c) > 1]
        inner.sort(key=lambda n: n.rpo)
        self.placed.update(inner)
        loop = self._open(node, follow)
        self.depth += 1
        lines, _ = self.capture(lambda: self._sequence(lambda f: self._block(node, f), inner, node, MANY_WAYS))
        self.depth -= 1
        self._close(loop, lines)
        return loop.broke

    def _rising(self, head: Node, known: _Known) -> dict[int, Range]:
        """Lower bounds that survive a loop because its counter only rises (checked when the step is printed)."""
        assert head.loop is not None
        steps: dict[int, bool] = {}
        for n in head.loop:
            for i in n.ins:
                for slot in slots_of(self.body.writes(i) & self.body.locals_mask):
                    steps[slot] = steps.get(slot, True) and self._rises(i, slot)
        found = {}
        for slot, good in steps.items():
            if good and slot in known.ranges and slot not in self.not_rising and known.ranges[slot][0] > MIN64:
                self.rising.add(slot)
                found[slot] = (known.ranges[slot][0], MAX64)
        return found

    def _rises(self, i: Ins, slot: int) -> bool:
        """Whether an instruction adds a constant, not negative, to a slot."""
        return i.name == "add.i64" and i.ops[1] == slot and i.ops[2] < 0 and self.range_of(i.ops[2], "i")[0] >= 0

    def _hoist(self, head: Node) -> None:
        """Index variables for pointers that do not change in the loop."""
        assert head.loop is not None
        if self.flavour.unaligned or self.flavour.checked:
            return
        wanted: set[tuple[int, int]] = set()
        for n in head.loop:
            for i in n.ins:
                for base, size in regions.bases(i):
                    if base >= 0 and head.preload >> base & 1 and not head.loop_writes >> base & 1:
                        wanted.add((base, size))
        for base, size in sorted(wanted - self.known.indexes):
            self.make_index(base, size)

    def _block(self, node: Node, follow: Node | None) -> bool:
        self.known = self.pending.pop(node) if node in self.pending else _Known()
        self.avail, self.dirty = node.avail_in, node.dirty_in
        self.out_values = {}
        if self.flavour.counted and node.ins:
            self.pc = node.ins[0].pc
            self.emit(f"C[0] += {len(node.ins)}")
        condition = BlockPrinter(self, node).print_instructions()
        if condition is None:
            return False
        if len(node.succs) == 1:
            return self._jump(node, node.succs[0], follow)
        if not node.succs:
            self.emit(f"trap({self.pc}, s, 0)")
            return False
        return self._branch(node, condition, follow)

    def _branch(self, node: Node, condition: Condition, follow: Node | None) -> bool:
        taken, other = node.succs
        avail, dirty, known, pc = self.avail, self.dirty, self.known, self.pc

        def arm(target: Node, truth: bool) -> Callable[[], bool]:
            def print_it() -> bool:
                self.avail, self.dirty, self.known, self.pc = avail, dirty, known.copy(), pc
                condition.refine(self, truth)
                return self._jump(node, target, follow)

            return print_it

        self.depth += 1
        lines_no, falls_no = self.capture(arm(other, False))
        lines_yes, falls_yes = self.capture(arm(taken, True))
        self.depth -= 1
        self.pc = pc
        if not lines_no and not lines_yes:
            return falls_no or falls_yes
        if not lines_no or (falls_no and lines_yes and not falls_yes):
            self._arms(condition.text(True), lines_yes, falls_yes, lines_no)
        else:
            self._arms(condition.text(False), lines_no, falls_no, lines_yes)
        return falls_no or falls_yes

    def _arms(self, test: str, first: list[Line], falls: bool, second: list[Line]) -> None:
        self.emit(f"if {test}:")
        self.lines += first
        if not second:
            return
        if falls:
            self.emit("else:")
            self.lines += second
        else:
            self.lines += [(depth - 1, text, pc) for depth, text, pc in second]

    def _jump(self, node: Node, target: Node, follow: Node | None) -> bool:
        """Prints an edge: what must be stored or loaded on it, and the way to its target."""
        if target.id in node.cut:
            return self._leave(target)
        self.flush(~target.dirty_in & target.live_in)
        self.dirty &= target.dirty_in
        if target.rpo > node.rpo:
            if self.depth > MAX_DEPTH:
                return self._leave(target)
            for slot in slots_of(target.preload & ~self.avail):
                self.load(slot)
            seen = self.pending.get(target)
            if seen is None:
                self.pending[target] = self.known.copy()
            else:
                seen.meet(self.known)
            if target not in self.placed:
                return self._tree(target, follow)
        return self._go(target, follow)

    def _leave(self, target: Node) -> bool:
        """Leaves the region for a block that this text does not contain; all its slots are stored."""
        self.flush(target.live_in)
        self.emit(f"unwind({target.pc}, s)" if self.nested else f"return {target.pc}, s")
        return False

    def _go(self, target: Node, follow: Node | None) -> bool:
        """Prints the way to a label or a loop's head that stands elsewhere."""
        if target is follow:
            return True
        found = next((x for x in reversed(self.loops) if target is x.again or target is x.out), None)
        if found is None:
            if target in self.wrapped:
                return self._leave(target)
            self.wrapped.add(target)
            raise _Restart
        inner = self.loops[-1]
        if inner is not found:
            code = inner.escapes.setdefault(target, len(inner.escapes) + 1)
            self.emit(f"{inner.flag} = {code}")
            self.emit("break")
        elif target is found.again:
            self.emit("continue")
        else:
            self.emit("break")
        if target is found.out:
            found.broke = True
        return False

    # ---- addresses -------------------------------------------------------------------------------------------------

    def make_index(self, slot: int, size: int) -> None:
        """Sets a slot's index variable for elements of a size."""
        shift = f" >> {SHIFT[size]}" if size > 1 else ""
        self.emit(f"{INDEX_NAME[size]}{slot} = v{slot} - {self.base:#x}{shift}")
        self.known.indexes.add((slot, size))

    def element(self, width: str, base: int, k: int, index: str, again: bool) -> str:
        """The element of a view at address base + index * size + k. ``again``: the same base is used again soon."""
        size = isa.SIZE_OF[width]
        view = VIEW[width]
        if self.flavour.unaligned or self.flavour.checked:
            return self._careful_element(view, size, base, k, index)
        plus = f" + {index}" if index else ""
        text = self.value(base, "i")
        if self.is_local(base) and k % size == 0:
            if again and (base, size) not in self.known.indexes:
                self.make_index(base, size)
            if (base, size) in self.known.indexes:
                step = f" + {k // size}" if k > 0 else f" - {-k // size}" if k < 0 else ""
                return f"{view}[{INDEX_NAME[size]}{base}{plus}{step}]"
        below = self.base - k
        if size == 1:
            return f"{view}[{text}{plus} - {below:#x}]"
        if index:
            return f"{view}[({text} - {below:#x} >> {SHIFT[size]}){plus}]"
        return f"{view}[{text} - {below:#x} >> {SHIFT[size]}]"

    def _careful_element(self, view: str, size: int, base: int, k: int, index: str) -> str:
        """As element, but the page's state is asked for, or the address may be no multiple of the size."""
        text = self.value(base, "i") + (f" + {index} * {size}" if index else "") + (f" + {k}" if k else "")
        if self.flavour.checked:
            text = f"check({text}, {size})"
        if size == 1:
            return f"{view}[{text} - {self.base:#x}]"
        if self.flavour.unaligned:
            return f"odd_{view}[{text}]"
        return f"{view}[{text} - {self.base:#x} >> {SHIFT[size]}]"

    def frame_element(self, width: str, slot: int, k: int) -> str:
        """The element of a view at k bytes above a slot's address."""
        size = isa.SIZE_OF[width]
        at = slot * 8 + k
        if at % size:
            return f"odd_{VIEW[width]}[s * 8 + {self.base + at:#x}]"
        scale = {8: "s", 4: "s * 2", 2: "s * 4", 1: "s * 8"}[size]
        plus = at // size
        return f"{VIEW[width]}[{scale} + {plus}]" if plus else f"{VIEW[width]}[{scale}]"


class Condition:
    """The condition of a branch: its text both ways, and what each way says about the operands."""

    __slots__ = ("_truth", "kind", "left", "left_text", "right", "right_text", "sign")

    def __init__(
        self, sign: str, kind: str, left: int, right: int, left_text: str, right_text: str, truth: bool
    ) -> None:  # fmt: skip
        self.sign, self.kind, self.left, self.right = sign, kind, left, right
        self.left_text, self.right_text, self._truth = left_text, right_text, truth

    def text(self, truth: bool) -> str:
        """The test that is true when the branch is taken (``truth``) or when it is not."""
        wanted = truth == self._truth
        if self.sign == "":
            return self.left_text if wanted else f"not {self.left_text}"
        if wanted:
            return f"{self.left_text} {self.sign} {self.right_text}"
        if self.kind in "df" and self.sign in ("<", "<="):
            return f"not {self.left_text} {self.sign} {self.right_text}"
        return f"{self.left_text} {INVERSE[self.sign]} {self.right_text}"

    def refine(self, printer: Printer, truth: bool) -> None:
        """Notes what is known of the operands on one way."""
        if self.kind not in "iu" or not self.sign:
            return
        sign = self.sign if truth == self._truth else INVERSE[self.sign]
        left, right = self.left, self.right
        if sign in (">", ">="):
            left, right, sign = right, left, "<" if sign == ">" else "<="
        a, b = printer.range_of(left, self.kind), printer.range_of(right, self.kind)
        if sign == "==":
            low, high = max(a[0], b[0]), min(a[1], b[1])
            printer.narrow(left, self.kind, low, high)
            printer.narrow(right, self.kind, low, high)
        elif sign in ("<", "<="):
            less = 1 if sign == "<" else 0
            if less and self.kind == "i" and all(x < 0 or printer.is_local(x) for x in (left, right)):
                printer.known.less.add((left, right))
            printer.narrow(left, self.kind, a[0], b[1] - less)
            printer.narrow(right, self.kind, a[0] + less, b[1])
        elif sign == "!=" and b == (0, 0) and a[0] >= 0:
            printer.narrow(left, self.kind, 1, a[1])


ALWAYS = Condition("", "i", -1, -1, "1", "", True)


class BlockPrinter:
    """Prints the instructions of one block."""

    def __init__(self, printer: Printer, node: Node) -> None:
        self.p = printer
        self.node = node
        self.live = printer.region.live_after(node) if any("safepoint" in i.row.flags for i in node.ins) else {}
        self.at = 0

    def print_instructions(self) -> Condition | None:
        """Prints all but the jump at the end. None: control does not go on; otherwise the branch's condition, if
        any."""
        p, ins = self.p, self.node.ins
        n = len(ins)
        while self.at < n:
            i = ins[self.at]
            p.pc = i.pc
            self.at += 1
            text = semantics.TEXTS[i.name]
            if text.shape == "branch":
                return self._condition(i, text)
            if text.shape == "compare" and self._merges(i):
                p.pc = ins[self.at].pc
                return self._compare_condition(i, text, ins[self.at].name == "br")
            if not HANDLERS[text.shape](self, i, text):
                return None
        return ALWAYS

    # ---- conditions ------------------------------------------------------------------------------------------------

    def _merges(self, i: Ins) -> bool:
        """Whether a comparison is only for the branch right behind it."""
        if self.at >= len(self.node.ins):
            return False
        branch, slot = self.node.ins[self.at], i.ops[0]
        return branch.name in ("br", "brz") and branch.ops[0] == slot and not self.node.live_out >> slot & 1 and self.p.is_local(slot)

    def _compare_condition(self, i: Ins, text: semantics.Text, truth: bool) -> Condition:
        kind = i.row.operands[1].kind
        left, right = self.p.value(i.ops[1], kind), self.p.value(i.ops[2], kind)
        return Condition(text.text.split()[1], kind, i.ops[1], i.ops[2], left, right, truth)

    def _condition(self, i: Ins, text: semantics.Text) -> Condition:
        p = self.p
        if i.name in ("br", "brz"):
            return Condition("", "i", i.ops[0], -1, p.value(i.ops[0], "i"), "", i.name == "br")
        kind = i.row.operands[0].kind
        left, right = p.value(i.ops[0], kind), p.value(i.ops[1], kind)
        return Condition(text.text.split()[1], kind, i.ops[0], i.ops[1], left, right, True)

    # ---- values ----------------------------------------------------------------------------------------------------

    def operands(self, i: Ins, text: str) -> dict[str, str]:
        """The texts of the operands by role."""
        p = self.p
        found: dict[str, str] = {}
        for operand, value in zip(i.row.operands, i.ops, strict=False):
            if operand.role in "abc":
                once = text.count("{" + operand.role + "}") <= 1
                found[operand.role] = p.value(value, operand.kind) if once else p.simple(value, operand.kind)
            elif operand.role == "k":
                found["k"] = str(value)
        return found

    def _value(self, i: Ins, text: semantics.Text) -> bool:
        p = self.p
        kind = i.row.operands[0].kind
        template = text.text
        known = FIXED_RANGES.get(i.name)
        if kind in "iu" and known is None:
            template = self._shorter(i) or template
            known = self._result_range(i)
            if i.name.startswith(("div", "rem")):
                self._zero_check(i)
        p.assign(i.ops[0], kind, template.format(**self.operands(i, template)), known)
        return True

    def _compare(self, i: Ins, text: semantics.Text) -> bool:
        self.p.assign(i.ops[0], "i", text.text.format(**self.operands(i, text.text)), (0, 1))
        return True

    def _wrap(self, i: Ins, text: semantics.Text) -> bool:
        p = self.p
        slot, kind = i.ops[0], i.row.operands[0].kind
        if i.name.startswith("div"):
            self._zero_check(i)
        template = self._shorter(i) or text.text
        exact = self._result_range(i) or (-(1 << 200), 1 << 200)
        if slot in p.rising and i.name == "add.i64" and exact[1] > MAX64 and slot not in p.not_rising:
            p.not_rising.add(slot)  # the counter's step can wrap: it has no lower bound
            raise _Restart
        result = template.format(**self.operands(i, template))
        low, high = semantics.RANGE[text.width]
        bits = semantics.BITS[text.width]
        if low <= exact[0] and exact[1] <= high:
            p.assign(slot, kind, result, exact)
        elif low == 0 and (bits < 64 or exact[1] - exact[0] > 1 << 66):
            p.assign(slot, kind, f"{result} & {high:#x}", (0, high))
        elif p.is_local(slot):
            p.emit(f"v{slot} = {result}")
            self._bring_in(f"v{slot}", exact, (low, high), bits)
            p.defined(slot, (low, high))
        else:
            name = p.temp()
            p.emit(f"{name} = {result}")
            self._bring_in(name, exact, (low, high), bits)
            p.store(slot, kind, name)
            p.out_values[slot] = (name, kind, -1)
        return True

    def _bring_in(self, name: str, exact: Range, allowed: Range, bits: int) -> None:
        """Prints the check that brings a variable into its type's range."""
        low, high = allowed
        size = 1 << bits
        over, under = exact[1] > high, exact[0] < low
        if over and not under and exact[1] - size <= high:
            self.p.emit(f"if {name} > {high}: {name} -= {size}")
        elif under and not over and exact[0] + size >= low:
            self.p.emit(f"if {name} < {low}: {name} += {size}")
        elif low == 0:
            self.p.emit(f"if not 0 <= {name} <= {high}: {name} &= {high:#x}")
        else:
            half = size >> 1
            self.p.emit(f"if not {low} <= {name} <= {high}: {name} = ({name} + {half:#x} & {size - 1:#x}) - {half:#x}")

    def _shorter(self, i: Ins) -> str | None:
        """A shorter text where the operands' ranges allow it."""
        p, name = self.p, i.name
        family, _, width = name.partition(".")
        if family in ("div", "rem") and width[0] == "i":
            a, b = p.range_of(i.ops[1], "i"), p.range_of(i.ops[2], "i")
            sign = "//" if family == "div" else "%"
            if a[0] >= 0 and b[0] >= 0:
                return f"{{a}} {sign} {{b}}"
            if b[0] > 0:
                return f"({{a}} {sign} {{b}} if {{a}} >= 0 else -(-{{a}} {sign} {{b}}))"
        elif family in ("shl", "shr") and p.range_of(i.ops[2], "u")[1] < semantics.BITS[width]:
            return "{a} << {b}" if family == "shl" else "{a} >> {b}"
        elif name == "index" and p.range_of(i.ops[1], "i") == (0, 0):
            return "{b} * {k}"
        elif name == "index" and i.ops[3] == 1:
            return "{a} + {b}"
        return None

    def _result_range(self, i: Ins) -> Range | None:
        """Bounds of the exact result, from the operands' ranges."""
        p = self.p
        f = RANGES.get(i.name.partition(".")[0])
        if f is None:
            return None
        operands = [(v, o.kind) for o, v in zip(i.row.operands, i.ops, strict=False) if o.role in "abc"]
        return f([p.range_of(v, kind) for v, kind in operands if kind in "iu"])

    def _zero_check(self, i: Ins) -> None:
        p = self.p
        kind = i.row.operands[2].kind
        low, high = p.range_of(i.ops[2], kind)
        if low <= 0 <= high:
            p.emit(f"if not {p.value(i.ops[2], kind)}: divide({i.pc}, s)")

    # ---- memory ----------------------------------------------------------------------------------------------------

    def _again(self, base: int, size: int) -> bool:
        """Whether a base is used again in this block before it changes."""
        for i in self.node.ins[self.at :]:
            if (base, size) in regions.bases(i):
                return True
            if base >= 0 and i.writes >> base & 1:
                return False
        return False

    def _element(self, i: Ins, width: str, base: int, k: int, index: int | None) -> str:
        p = self.p
        text = "" if index is None else p.value(index, "i")
        changes = base >= 0 and i.writes >> base & 1
        return p.element(width, base, k, text, not changes and self._again(base, isa.SIZE_OF[width]))

    def _load(self, i: Ins, text: semantics.Text) -> bool:
        p, width, ops = self.p, text.width, i.ops
        if i.name.startswith("ldl"):
            element = p.frame_element(width, ops[1], ops[2])
        elif i.name.startswith("ldx"):
            element = self._element(i, width, ops[1], ops[3], ops[2])
        else:
            element = self._element(i, width, ops[1], ops[2], None)
        known = None if width in ("i64", "u64") else semantics.RANGE.get(width)
        if width == "u64" and element[0] == "Q" and self._only_converted(ops[0]):
            i = self.node.ins[self.at]
            self.at += 1
            p.assign(i.ops[0], "i", "q" + element[1:])
            return True
        p.assign(ops[0], i.row.operands[0].kind, element, known)
        return True

    def _only_converted(self, slot: int) -> bool:
        """Whether the next instruction converts a slot from uint64 to int64, and nothing else reads it."""
        ins = self.node.ins
        if self.at >= len(ins) or ins[self.at].name != "cvt.u.i" or ins[self.at].ops[1] != slot:
            return False
        if ins[self.at].ops[0] == slot:
            return True
        for i in ins[self.at + 1 :]:
            if i.reads >> slot & 1:
                return False
            if i.writes >> slot & 1:
                return True
        return not self.node.live_out >> slot & 1

    def _store(self, i: Ins, text: semantics.Text) -> bool:
        p, width, ops = self.p, text.width, i.ops
        value = p.value(ops[-1], i.row.operands[-1].kind)
        if i.name.startswith("stl"):
            element = p.frame_element(width, ops[0], ops[1])
            p.out_values.pop(ops[0] + ops[1] // 8, None)
        elif i.name.startswith("stx"):
            element = self._element(i, width, ops[0], ops[2], ops[1])
        else:
            element = self._element(i, width, ops[0], ops[1], None)
        p.emit(f"{element} = {value}")
        return True

    def _effect(self, i: Ins, text: semantics.Text) -> bool:
        self.p.emit(text.text.format(**self.operands(i, text.text)))
        self.p.out_values.clear()
        return True

    # ---- traps -----------------------------------------------------------------------------------------------------

    def _trap(self, i: Ins, text: semantics.Text) -> bool:
        p = self.p
        if i.name == "nilcheck":
            self._nilcheck(i)
        elif i.name == "shiftcheck":
            if p.range_of(i.ops[0], "i")[0] < 0:
                p.emit(f"if {p.value(i.ops[0], 'i')} < 0: shift({i.pc}, s)")
            p.narrow(i.ops[0], "i", 0, MAX64)
        else:
            self._bound(i)
        return True

    def _nilcheck(self, i: Ins) -> None:
        p = self.p
        pointer = i.ops[0]
        if p.range_of(pointer, "i")[0] > 0:
            return
        behind = self.node.ins[self.at] if self.at < len(self.node.ins) else None
        if behind is None or p.flavour.unaligned or not regions.faults_at_nil(behind, pointer):
            p.emit(f"if not {p.value(pointer, 'i')}: nil({i.pc}, s)")
        p.narrow(pointer, "i", 1, MAX64)  # an access through nil raises by itself

    def _bound(self, i: Ins) -> None:
        p = self.p
        kind = i.row.operands[0].kind
        strict = 1 if i.name in ("bound", "bound.u") else 0
        a_range, b_range = p.range_of(i.ops[0], kind), p.range_of(i.ops[1], "i")
        below = (i.ops[0], i.ops[1]) in p.known.less or a_range[1] <= b_range[0] - strict
        if below and a_range[0] < 0 and kind == "i":
            a, b = p.simple(i.ops[0], kind), p.value(i.ops[1], "i")
            p.emit(f"if {a} < 0: bound({i.pc}, s, {a}, 1, {b}, {i.ops[2]})")
        elif not below:
            a, b = p.simple(i.ops[0], kind), p.simple(i.ops[1], "i")
            sign, inverse = ("<", ">=") if strict else ("<=", ">")
            test = f"{a} {inverse} {b}" if a_range[0] >= 0 else f"not 0 <= {a} {sign} {b}"
            p.emit(f"if {test}: bound({i.pc}, s, {a}, {1 if kind == 'i' else 0}, {b}, {i.ops[2]})")
        if strict and kind == "i" and i.ops[0] >= 0 and i.ops[1] >= 0 and p.is_local(i.ops[0]) and p.is_local(i.ops[1]):
            p.known.less.add((i.ops[0], i.ops[1]))
        p.narrow(i.ops[0], kind, 0, b_range[1] - strict)
        p.narrow(i.ops[1], "i", max(0, a_range[0]) + strict, MAX64)

    # ---- the frame -------------------------------------------------------------------------------------------------

    def _frame(self, i: Ins, text: semantics.Text) -> bool:
        if i.name.startswith("mov."):
            return self._mov(i)
        return FRAME_HANDLERS[i.name](self, i)

    def _mov(self, i: Ins) -> bool:
        p = self.p
        to, source = i.ops
        kind = i.name[4]
        if i.pc in p.signature.param_pcs:
            p.defined(to, None)
            return True
        value = p.value(source, kind)
        depends = source if value == f"v{source}" else -1
        if to >= p.body.frame_words and self._before_ret():
            p.out_values[to] = (value, kind, depends)
            return True
        if value == f"v{to}":
            return True
        known = p.range_of(source, kind) if kind in "iu" and (source < 0 or source in p.known.ranges) else None
        p.assign(to, kind, value, known)
        if not p.is_local(to) and "[" not in value:
            p.out_values[to] = (value, kind, depends)
        return True

    def _before_ret(self) -> bool:
        """Whether only moves of results stand between here and `ret`, and results are returned as values."""
        if not self.p.signature.results:
            return False
        m = self.p.body.frame_words
        for i in self.node.ins[self.at :]:
            if i.name == "ret":
                return True
            if not i.name.startswith("mov.") or i.ops[0] < m:
                return False
        return False

    def _lea(self, i: Ins) -> bool:
        p = self.p
        p.assign(i.ops[0], "i", f"s * 8 + {p.base + i.ops[1] * 8 + i.ops[2]:#x}", (p.base, MAX64))
        return True

    def _zero(self, i: Ins) -> bool:
        p = self.p
        cleared, runs = p.body.zero_split(i)
        for slot in slots_of(cleared):
            kind = p.body.kinds[slot]
            p.emit(f"v{slot} = {'0.0' if kind in 'df' else '0'}")
            p.defined(slot, (0, 0) if kind in "iu" else None)
        for first, count in runs:
            if count <= 4:
                for slot in range(first, first + count):
                    p.emit(f"{p.place(slot, 'i')} = 0")
            else:
                p.emit(f"q[s + {first}:s + {first + count}] = zeros({count})")
            self._forget(first, count)
        return True

    def _copy(self, i: Ins) -> bool:
        p = self.p
        to, source, count = i.ops
        if count == 1:
            p.emit(f"{p.place(to, 'i')} = {p.place(source, 'i')}")
        else:
            p.emit(f"q[s + {to}:s + {to + count}] = q[s + {source}:s + {source + count}]")
        self._forget(to, count)
        return True

    def _forget(self, first: int, count: int) -> None:
        for slot in range(first, first + count):
            self.p.out_values.pop(slot, None)

    def _address(self, i: Ins) -> bool:
        """getsp, getcallersp, getcallerpc, getpc."""
        p = self.p
        m = p.body.frame_words
        text = {
            "getsp": f"s * 8 + {p.base:#x}",
            "getcallersp": f"s * 8 + {p.base + 8 * m:#x}",
            "getcallerpc": f"q[s + {m - 1}]",
            "getpc": str(i.pc),
        }[i.name]
        p.assign(i.ops[0], "u" if i.row.operands[0].kind == "u" else "i", text, (0, MAX64))
        return True

    def _setcallerpc(self, i: Ins) -> bool:
        p = self.p
        p.emit(f"q[s + {p.body.frame_words - 1}] = {p.value(i.ops[0], 'i')}")
        return True

    # ---- entry, calls, the machine ---------------------------------------------------------------------------------

    def _due(self) -> str:
        return " or C[0] >= C[1]" if self.p.flavour.counted else ""

    def _enter(self, i: Ins) -> bool:
        p = self.p
        m = i.ops[0]
        if m > 1:
            p.emit(f"s -= {m - 1}")
        if i.ops[1] == 0:
            p.emit(f"if s < W[0]{self._due()}: more({i.pc}, s + {m - 1})")
        if not p.func.flags & im.NATIVE:
            p.trace(i.pc)
        return True

    def _poll(self, i: Ins) -> bool:
        p = self.p
        if p.flavour.traced:
            p.flush(self.live[i.pc])
        p.emit(f"if s < W[0]{self._due()}:")
        p.depth += 1
        p.flush(self.live[i.pc])
        p.emit(f"more({i.pc}, s)")
        p.depth -= 1
        p.trace(i.pc)
        return True

    def _ret(self, i: Ins) -> bool:
        p = self.p
        m = p.body.frame_words
        results = p.signature.results
        if not p.nested:
            p.emit(f"return q[s + {m - 1}], s + {m}")
        elif results:
            p.emit("return " + ", ".join(p.value(m + w.word, w.kind) for w in results))
        elif results is None and any(j.name == "setcallerpc" for j in p.body.ins):
            p.emit(f"unwind(q[s + {m - 1}], s + {m})")
        else:
            p.emit("return")
        return False

    def _call(self, i: Ins) -> bool:
        p = self.p
        callee = p.program.image.funcs[i.ops[0]]
        signature = p.program.signature(i.ops[0])
        live = self.live[i.pc]
        p.flush(live)
        p.dirty = 0
        p.emit(f"q[s - 1] = {i.pc + 1}")
        p.trace(i.pc)
        arguments = ["s - 1", *(p.value(w.word, w.kind) if w.word < p.body.out_words else p.place(w.word, w.kind)
                                for w in signature.params)]  # fmt: skip
        call = f"e{callee.entry}({', '.join(arguments)})"
        p.out_values.clear()
        if signature.results:
            self._take_results(call, signature.results, live)
        else:
            p.emit(call)
            p.trace_return(i.pc + 1)
        return True

    def _take_results(self, call: str, results: tuple[Word, ...], live: int) -> None:
        """Prints a call that returns values, together with the moves that fetch them."""
        p = self.p
        run = self._fetches()
        later = 0  # outgoing words that are read behind the moves, before another call
        for i in self.node.ins[self.at + len(run) :]:
            later |= i.reads
            if "call" in i.row.flags:
                break
        else:
            later |= self.node.live_out
        names: list[str] = []
        for w in results:
            move = run.get(w.word)
            if move is not None and move.name[4] == w.kind and not later >> w.word & 1:
                names.append(f"v{move.ops[0]}")
                del run[w.word]
                self._fetched(move)
            elif live >> w.word & 1:
                names.append(p.temp())
            else:
                names.append("_")
        back = p.pc + 1
        p.emit(call if set(names) == {"_"} else f"{', '.join(names)} = {call}")
        p.trace_return(back)
        for w, name in zip(results, names, strict=True):
            if name[0] == "v":
                p.defined(int(name[1:]), None)
            elif name[0] == "t":
                p.store(w.word, w.kind, name)
                p.out_values[w.word] = (name, w.kind, -1)
        for move in run.values():
            self._fetched(move)
            p.pc = move.pc
            p.assign(move.ops[0], move.name[4], p.value(move.ops[1], move.name[4]))

    def _fetches(self) -> dict[int, Ins]:
        """The moves right behind a call that fetch results into variables, by the word they fetch."""
        p = self.p
        run: dict[int, Ins] = {}
        taken: set[int] = set()
        for i in self.node.ins[self.at :]:
            if not i.name.startswith("mov.") or not 0 <= i.ops[1] < p.body.out_words or not p.is_local(i.ops[0]):
                break
            if i.ops[1] in run or i.ops[0] in taken:
                break
            run[i.ops[1]] = i
            taken.add(i.ops[0])
        return run

    def _fetched(self, move: Ins) -> None:
        """One of the moves behind the call has been printed: all of them are passed over."""
        self.at += 1

    def _dynamic_call(self, i: Ins) -> bool:
        p = self.p
        p.flush(self.live[i.pc])
        p.dirty = 0
        target = p.value(i.ops[0], "i")
        if i.name == "callclosure":
            p.emit(f"W[2] = {target}")
            target = p.element("i64", i.ops[0], 0, "", False)
        p.emit(f"q[s - 1] = {i.pc + 1}")
        p.trace(i.pc)
        p.emit(f"N[{target}](s - 1)")
        p.trace_return(i.pc + 1)
        p.out_values.clear()
        return True

    def _switch(self, i: Ins) -> bool:
        """systemstack and mcall: the machine changes stacks."""
        p = self.p
        p.flush(self.live[i.pc])
        p.dirty = 0
        p.trace(i.pc)
        p.emit(f"{i.name}({i.pc}, s, {p.value(i.ops[0], 'i')})")
        p.trace_return(i.pc + 1)
        p.out_values.clear()
        return True

    def _native(self, i: Ins) -> bool:
        p = self.p
        m = p.body.frame_words
        params, results = p.program.native_signatures[i.ops[0]]
        call = f"n{i.ops[0]}({', '.join(p.value(m + j, kind) for j, kind in enumerate(params))})"
        names = [p.temp() for _ in results]
        p.emit(f"{', '.join(names)} = {call}" if names else call)
        for j, kind in enumerate(results):
            p.store(m + len(params) + j, kind, names[j])
        return True

    def _final(self, i: Ins) -> bool:
        """trap, exitvm, gogo, systemstackret: the machine goes on elsewhere."""
        p = self.p
        if i.name == "gogo":
            p.emit(f"gogo({p.value(i.ops[0], 'i')})")
        elif i.name == "systemstackret":
            p.emit("systemstackret()")
        else:
            p.emit(f"{i.name}({i.pc}, s, {i.ops[0]})")
        return False

    def _jmp(self, i: Ins) -> bool:
        return True


HANDLERS: dict[str, Callable[[BlockPrinter, Ins, semantics.Text], bool]] = {
    "value": BlockPrinter._value, "wrap": BlockPrinter._wrap, "compare": BlockPrinter._compare,
    "load": BlockPrinter._load, "store": BlockPrinter._store, "effect": BlockPrinter._effect,
    "trap": BlockPrinter._trap, "frame": BlockPrinter._frame,
}  # fmt: skip
FRAME_HANDLERS: dict[str, Callable[[BlockPrinter, Ins], bool]] = {
    "lea": BlockPrinter._lea, "zero": BlockPrinter._zero, "copy": BlockPrinter._copy, "jmp": BlockPrinter._jmp,
    "poll": BlockPrinter._poll, "enter": BlockPrinter._enter, "call": BlockPrinter._call,
    "callclosure": BlockPrinter._dynamic_call, "callpc": BlockPrinter._dynamic_call, "ret": BlockPrinter._ret,
    "native": BlockPrinter._native, "trap": BlockPrinter._final, "getsp": BlockPrinter._address,
    "getcallersp": BlockPrinter._address, "getcallerpc": BlockPrinter._address, "getpc": BlockPrinter._address,
    "setcallerpc": BlockPrinter._setcallerpc, "systemstack": BlockPrinter._switch, "mcall": BlockPrinter._switch,
    "systemstackret": BlockPrinter._final, "gogo": BlockPrinter._final, "exitvm": BlockPrinter._final,
}  # fmt: skip

# ---- ranges --------------------------------------------------------------------------------------------------------


def _corners(f: Callable[[int, int], int]) -> Callable[[list[Range]], Range]:
    def bounds(ranges: list[Range]) -> Range:
        (a, b), (c, d) = ranges
        values = (f(a, c), f(a, d), f(b, c), f(b, d))
        return min(values), max(values)

    return bounds


def _and_range(ranges: list[Range]) -> Range | None:
    highs = [r[1] for r in ranges if r[0] >= 0]
    return (0, min(highs)) if highs else None


def _or_range(ranges: list[Range]) -> Range | None:
    if any(r[0] < 0 for r in ranges):
        return None
    return 0, (1 << max(r[1] for r in ranges).bit_length()) - 1


def _shr_range(ranges: list[Range]) -> Range:
    (a, b), (c, d) = ranges
    c, d = min(c, 64), min(d, 64)
    return min(a >> c, a >> d), max(b >> c, b >> d)


def _shl_range(ranges: list[Range]) -> Range:
    (a, b), (_, d) = ranges
    d = min(d, 64)
    return min(a << d, a, 0), max(b << d, b, 0)


def _div_range(ranges: list[Range]) -> Range:
    (a, b), (c, _) = ranges
    if c > 0:
        return (-(-a // c) if a < 0 else 0), (b // c if b > 0 else 0)
    most = max(abs(a), abs(b))
    return -most, most


def _rem_range(ranges: list[Range]) -> Range:
    (a, b), (c, d) = ranges
    most = max(abs(c), abs(d), 1) - 1
    return (max(a, -most) if a < 0 else 0), (min(b, most) if b > 0 else 0)


RANGES: dict[str, Callable[[list[Range]], Range | None]] = {
    "add": _corners(lambda a, b: a + b), "sub": _corners(lambda a, b: a - b), "mul": _corners(lambda a, b: a * b),
    "neg": lambda r: (-r[0][1], -r[0][0]), "wrap": lambda r: r[0], "cvt": lambda r: r[0] if r else None,
    "and": _and_range, "or": _or_range, "xor": _or_range, "shr": _shr_range, "shl": _shl_range, "div": _div_range,
    "rem": _rem_range, "andnot": lambda r: (0, r[0][1]) if r[0][0] >= 0 else None,
}  # fmt: skip
FIXED_RANGES: dict[str, Range] = {
    "memequal": (0, 1), "memcmp": (-1, 1), "indexbyte": (-1, MAX64), "popcnt.u64": (0, 64), "ctz.u64": (0, 64),
    "clz.u64": (0, 64), "getg": (1, MAX64),
}  # fmt: skip
