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

from collections.abc import Callable

from morestack.vm.flavour import Flavour
from morestack.vm.interp_block import BlockPrinter, Condition
from morestack.vm.interp_calls import Program
from morestack.vm.interp_ranges import MAX64, Range
from morestack.vm.interp_text import MIN64, Known, Line, Restart, Writer
from morestack.vm.record import field, record
from morestack.vm.regions import Ins, Node, Region, bases, slots_of

MAX_LOOPS = 17  # Python allows 20 nested blocks
MAX_DEPTH = 80  # and 100 levels of indentation
MANY_WAYS = 4  # a label reached from so many places is reached by `break`, which keeps chains of tests flat


@record()
class _Loop:
    """A Python loop being printed: where ``continue`` and ``break`` lead, and labels reached through flags behind
    it."""

    again: Node | None
    out: Node | None
    flag: str
    escapes: dict[Node, int] = field(default_factory=dict)
    broke: bool = False


@record()
class Text:
    """A printed function: its source and, for each line (from 1), the pc it belongs to."""

    name: str
    source: str
    pcs: list[int]


class Printer(Writer):
    """Prints one region: the order of its blocks as Python's loops, breaks and conditions."""

    def __init__(self, program: Program, index: int, start: int, form: str, flavour: Flavour) -> None:
        super().__init__(program, index, start, form, flavour)
        self.wrapped: set[Node] = set()  # labels that need a one-shot loop around the code before them

    def text(self) -> Text:
        """The function's source."""
        name = f"{self.form}{self.start}"
        if self.signature.native >= 0:
            return self._native_text(name)
        region = Region(self.body, self.start)
        while True:
            try:
                self.begin(region)
                self._tree(region.root, None)
                break
            except Restart:
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

    def begin(self, region: Region) -> None:
        """Starts the text (again)."""
        super().begin(region)
        self.pending: dict[Node, Known] = {}
        self.placed: set[Node] = set()
        self.loops: list[_Loop] = []
        self.flags = 0

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
        known = self.pending.pop(node) if node in self.pending else Known()
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

    def _rising(self, head: Node, known: Known) -> dict[int, Range]:
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
                for base, size in bases(i):
                    if base >= 0 and head.preload >> base & 1 and not head.loop_writes >> base & 1:
                        wanted.add((base, size))
        for base, size in sorted(wanted - self.known.indexes):
            self.make_index(base, size)

    def _block(self, node: Node, follow: Node | None) -> bool:
        self.known = self.pending.pop(node) if node in self.pending else Known()
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
            raise Restart
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


__all__ = ["Flavour", "Printer", "Program", "Text"]
