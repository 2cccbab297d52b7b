"""Cuts a function's code into a graph of blocks from one starting pc, with the facts an engine needs to print it.

A *region* is the part of a function that is reachable from a resumable pc: its entry, a return pc, a poll, or the pc
where a recovered panic resumes. The facts: dominators, natural loops, which slots are live, and for slots kept in local
variables which of them hold the slot's value (*available*) and which hold a newer value than memory (*dirty*).

Slots of a frame (numbers as in the code): ``0 .. out-1`` outgoing words, ``out .. M-2`` locals, ``M-1`` the return pc,
``M ..`` argument words. Only locals are kept in variables; a local that is also named as frame memory is not. Sets of
slots are bit sets in Python integers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import NamedTuple

from morestack.vm import isa
from morestack.vm.image import Func
from morestack.vm.record import field, record

W = isa.WORDS_PER_INSTRUCTION
CLONE_LIMIT = 6  # a block that ends the function and is at most this long is copied to each of its predecessors


class Ins(NamedTuple):
    """One decoded instruction. ``reads`` and ``writes`` are bit sets of slots that are named as values."""

    pc: int
    name: str
    ops: tuple[int, ...]
    reads: int
    writes: int
    row: isa.Op


class _Meta(NamedTuple):
    """What decoding needs to know of an opcode."""

    row: isa.Op
    width: int  # operands
    reads: tuple[int, ...]
    write: int  # operand position or -1
    target: int  # operand position of the label or -1
    terminator: bool


def _meta(row: isa.Op) -> _Meta:
    target = next((i for i, o in enumerate(row.operands) if o.role == "L"), -1)
    write = isa.slot_written(row)
    return _Meta(
        row, len(row.operands), isa.slots_read(row), -1 if write is None else write, target, row.has("terminator")
    )


_METAS = [_meta(row) for row in isa.OPS]


def decode(code: array[int], entry: int, end: int) -> list[Ins]:
    """The instructions of pcs entry .. end-1."""
    out = []
    words = code[entry * W : end * W].tolist()
    at = 0
    for pc in range(entry, end):
        row, width, read_positions, write, _, _ = _METAS[words[at]]
        ops = tuple(words[at + 1 : at + 1 + width])
        reads = 0
        for i in read_positions:
            if ops[i] >= 0:
                reads |= 1 << ops[i]
        out.append(Ins(pc, row.name, ops, reads, 1 << ops[write] if write >= 0 else 0, row))
        at += W
    return out


def _size(name: str) -> int:
    return isa.SIZE_OF[name[name.index(".") + 1 :]]


NIL_PAGE = 4096  # accesses below it are nil dereferences, as in Go


def bases(i: Ins) -> list[tuple[int, int]]:
    """The (operand, element size) pairs that an instruction uses as a base address."""
    name = i.name
    if name.startswith(("ld.", "ldx.")):
        return [(i.ops[1], _size(name))] if i.ops[-1] % _size(name) == 0 else []
    if name.startswith(("st.", "stx.")):
        k = i.ops[1] if name[2] == "." else i.ops[2]
        return [(i.ops[0], _size(name))] if k % _size(name) == 0 else []
    return []


def faults_at_nil(i: Ins, pointer: int) -> bool:
    """Is i an access through pointer, so near to it that nil makes it fall into the first page, as a nil dereference?"""
    if not any(base == pointer for base, _ in bases(i)) or i.name[2] == "x":
        return False
    return i.ops[2 if i.name.startswith("ld") else 1] < NIL_PAGE


class Body:
    """A function's decoded code, shared by all of its regions."""

    def __init__(self, func: Func, code: array[int]) -> None:
        self.func = func
        self.ins = decode(code, func.entry, func.end)
        self.frame_words = func.frame_words
        self.out_words = func.out_words
        self.leaders = self._leaders()
        self.memory_slots = self._memory_slots()
        outside = (1 << func.out_words) - 1
        self.out_mask = outside
        self.locals_mask = ((1 << max(0, func.frame_words - 1)) - 1) & ~outside & ~self.memory_slots
        self.kinds = self._kinds()

    def returns_to(self, pc: int) -> bool:
        """Whether control comes to pc from a call alone."""
        before = pc - self.func.entry - 1
        return 0 <= before < len(self.ins) and pc not in self.leaders and "call" in self.ins[before].row.flags

    def at(self, pc: int) -> Ins:
        return self.ins[pc - self.func.entry]

    def _leaders(self) -> set[int]:
        leaders = {self.func.entry}
        if self.func.deferreturn:
            leaders.add(self.func.deferreturn)
        for i in self.ins:
            target = _METAS[i.row.code].target
            if target >= 0:
                leaders.add(i.ops[target])
                leaders.add(i.pc + 1)
            elif i.name == "poll":
                leaders.add(i.pc)
            elif "terminator" in i.row.flags:
                leaders.add(i.pc + 1)
        return leaders

    def _memory_slots(self) -> int:
        """Slots that instructions name as frame memory, except by `zero` (which can clear slots kept in variables)."""
        mask = 0
        for i in self.ins:
            name = i.name
            if name.startswith(("ldl", "stl")):
                at = 1 if name[0] == "l" else 0
                mask |= 1 << (i.ops[at] + i.ops[at + 1] // 8)
            elif name == "lea":
                mask |= 1 << i.ops[1]
            elif name == "copy":
                span = (1 << i.ops[2]) - 1
                mask |= span << i.ops[0] | span << i.ops[1]
        return mask

    def _kinds(self) -> dict[int, str]:
        """The kind of every slot that is kept in a variable."""
        kinds: dict[int, str] = {}
        for i in self.ins:
            for operand, value in zip(i.row.operands, i.ops, strict=False):
                if operand.role in "dabc" and value >= 0 and self.locals_mask >> value & 1:
                    kinds.setdefault(value, operand.kind)
        return kinds

    def zero_split(self, ins: Ins) -> tuple[int, list[tuple[int, int]]]:
        """For a `zero`: the variables it clears, and the other slots as runs (first, count)."""
        first, count = ins.ops
        cleared = 0
        runs: list[tuple[int, int]] = []
        for slot in range(first, first + count):
            if self.locals_mask >> slot & 1 and slot in self.kinds:
                cleared |= 1 << slot
            elif runs and runs[-1][0] + runs[-1][1] == slot:
                runs[-1] = (runs[-1][0], runs[-1][1] + 1)
            else:
                runs.append((slot, 1))
        return cleared, runs

    def writes(self, ins: Ins) -> int:
        """The slots that an instruction gives a new value, as a bit set."""
        if ins.name == "zero":
            return self.zero_split(ins)[0]
        if "call" in ins.row.flags:
            return self.out_mask
        return ins.writes


@record(eq=False)
class Node:
    """A block in a region's graph. ``succs`` are in branch order: taken target first, then the next instruction."""

    id: int
    ins: list[Ins]
    succs: list[Node] = field(default_factory=list)
    preds: list[Node] = field(default_factory=list)
    rpo: int = -1
    idom: Node | None = None
    children: list[Node] = field(default_factory=list)
    loop: set[Node] | None = None  # the natural loop of which this node is the head
    cut: set[int] = field(default_factory=set)  # ids of successors that are reached by leaving the region
    use: int = 0
    define: int = 0
    refs: int = 0
    live_in: int = 0
    live_out: int = 0
    avail_in: int = 0
    avail_out: int = 0
    dirty_in: int = 0
    dirty_out: int = 0
    preload: int = 0
    loop_writes: int = 0

    @property
    def pc(self) -> int:
        return self.ins[0].pc

    def ends(self) -> bool:
        """Control does not go on from here inside the function."""
        return not self.succs


class Region:
    """The graph from ``start``, its facts computed. ``root`` is an empty or partial block with no predecessors."""

    def __init__(self, body: Body, start: int) -> None:
        self.body = body
        self.start = start
        self.nodes: list[Node] = []
        self.root = self._build(start)
        self.order = self._reverse_postorder()
        self._dominators()
        self._cut_irreducible()
        self._loops()
        self._liveness()
        self._availability()

    # ---- the graph -------------------------------------------------------------------------------------------------

    def _node(self, ins: list[Ins]) -> Node:
        node = Node(len(self.nodes), ins)
        self.nodes.append(node)
        return node

    def _block(self, pc: int) -> list[Ins]:
        """The instructions from pc to the end of its basic block."""
        body = self.body
        first = pc - body.func.entry
        last = first
        leaders = body.leaders
        n = len(body.ins)
        while last + 1 < n and body.ins[last + 1].pc not in leaders:
            last += 1
        return body.ins[first : last + 1]

    def _targets(self, ins: list[Ins]) -> list[int]:
        last = ins[-1]
        target = _METAS[last.row.code].target
        if last.name == "jmp":
            return [last.ops[0]]
        if "terminator" in last.row.flags:
            return []
        nxt = last.pc + 1
        if target >= 0:
            taken = last.ops[target]
            return [taken, nxt] if taken != nxt else [nxt]
        return [nxt] if nxt < self.body.func.end else []

    def _thread(self, pc: int) -> int:
        """Follows jumps to jumps."""
        for _ in range(20):
            i = self.body.at(pc)
            if i.name != "jmp" or i.ops[0] == pc:
                break
            pc = i.ops[0]
        return pc

    def _build(self, start: int) -> Node:
        blocks: dict[int, Node] = {}
        if start in self.body.leaders:
            root = self._node([])
            first = [start]
        else:
            root = self._node(self._block(start))
            first = self._targets(root.ins)
        pending = [(root, first)]
        pred_count: dict[int, int] = {}
        while pending:
            node, targets = pending.pop()
            for pc in targets:
                pc = self._thread(pc)
                target = blocks.get(pc)
                if target is None:
                    target = blocks[pc] = self._node(self._block(pc))
                    pending.append((target, self._targets(target.ins)))
                elif not target.succs and target is not node and self._short_end(target):
                    target = self._node(target.ins)
                node.succs.append(target)
                target.preds.append(node)
                pred_count[target.id] = pred_count.get(target.id, 0) + 1
            if len(node.succs) == 2 and node.succs[0] is node.succs[1]:
                node.succs.pop()
                node.succs[0].preds.pop()
        return root

    def _short_end(self, node: Node) -> bool:
        return (
            len(node.ins) <= CLONE_LIMIT
            and node.ins[-1].name in ("ret", "trap")
            and not any("call" in i.row.flags for i in node.ins)
        )

    def _reverse_postorder(self) -> list[Node]:
        seen = {self.root.id}
        post: list[Node] = []
        stack: list[tuple[Node, Iterator[Node]]] = [(self.root, iter(self.root.succs))]
        while stack:
            node, successors = stack[-1]
            for s in successors:
                if s.id not in seen:
                    seen.add(s.id)
                    stack.append((s, iter(s.succs)))
                    break
            else:
                post.append(node)
                stack.pop()
        post.reverse()
        for i, node in enumerate(post):
            node.rpo = i
        return post

    def _dominators(self) -> None:
        """Cooper, Harvey and Kennedy's iteration."""
        self.root.idom = self.root
        changed = True
        while changed:
            changed = False
            for node in self.order[1:]:
                new: Node | None = None
                for p in node.preds:
                    if p.idom is None:
                        continue
                    new = p if new is None else self._common(new, p)
                if node.idom is not new:
                    node.idom = new
                    changed = True
        for node in self.order[1:]:
            assert node.idom is not None
            node.idom.children.append(node)

    @staticmethod
    def _common(a: Node, b: Node) -> Node:
        while a is not b:
            while a.rpo > b.rpo:
                assert a.idom is not None
                a = a.idom
            while b.rpo > a.rpo:
                assert b.idom is not None
                b = b.idom
        return a

    def dominates(self, a: Node, b: Node) -> bool:
        while b.rpo > a.rpo:
            assert b.idom is not None
            b = b.idom
        return a is b

    def _cut_irreducible(self) -> None:
        """An edge back to a block that does not dominate it leaves the region instead; then all is done again."""
        found = False
        for node in self.order:
            for s in list(node.succs):
                if s.rpo <= node.rpo and not self.dominates(s, node):
                    node.cut.add(s.id)
                    s.preds.remove(node)
                    found = True
        if not found:
            return
        for node in self.nodes:
            node.children, node.idom = [], None
        kept = {n.id: n.succs for n in self.nodes}
        for node in self.nodes:
            node.succs = [s for s in node.succs if s.id not in node.cut]
        self.order = self._reverse_postorder()
        reachable = set(self.order)
        for node in self.order:
            node.preds = [p for p in node.preds if p in reachable]
        self._dominators()
        for node in self.nodes:
            node.succs = kept[node.id]

    def _loops(self) -> None:
        for node in self.order:
            for s in node.succs:
                if s.id not in node.cut and s.rpo <= node.rpo:
                    if s.loop is None:
                        s.loop = {s}
                    pending = [node]
                    while pending:
                        n = pending.pop()
                        if n not in s.loop:
                            s.loop.add(n)
                            pending.extend(n.preds)

    # ---- data flow -------------------------------------------------------------------------------------------------

    def _liveness(self) -> None:
        body = self.body
        inside = set(self.order)
        everything = [*self.order, *(n for n in self.nodes if n not in inside)]  # behind a cut edge slots are live too
        for node in everything:
            use = define = refs = 0
            for i in node.ins:
                use |= i.reads & ~define
                w = body.writes(i)
                define |= w
                refs |= i.reads | w
            node.use, node.define, node.refs = use, define, refs & body.locals_mask
        changed = True
        backwards = everything[::-1]
        while changed:
            changed = False
            for node in backwards:
                out = 0
                for s in node.succs:
                    out |= s.live_in
                live = node.use | (out & ~node.define)
                if live != node.live_in or out != node.live_out:
                    node.live_in, node.live_out = live, out
                    changed = True

    def live_after(self, node: Node) -> dict[int, int]:
        """For each call, poll and branch of a block: the slots live behind it, by pc."""
        live = node.live_out
        found = {}
        body = self.body
        for i in reversed(node.ins):
            if "safepoint" in i.row.flags:
                found[i.pc] = live
            live = (live & ~body.writes(i)) | i.reads
        return found

    def _availability(self) -> None:
        keep = self.body.locals_mask
        every = keep
        for node in self.order:
            node.avail_out = every
            if node.loop:
                refs = writes = 0
                for n in node.loop:
                    refs |= n.refs
                    writes |= n.define
                node.preload = node.live_in & refs & keep
                node.loop_writes = writes
        changed = True
        while changed:
            changed = False
            for node in self.order:
                if node is self.root:
                    a = 0
                else:
                    a = every
                    for p in node.preds:
                        if p.rpo >= node.rpo:
                            a &= p.avail_out
                        else:
                            a &= p.avail_out | node.preload
                out = a | node.refs
                if a != node.avail_in or out != node.avail_out:
                    node.avail_in, node.avail_out = a, out
                    changed = True
        self._dirtiness(keep)

    def _dirtiness(self, keep: int) -> None:
        body = self.body
        passes: dict[int, bool] = {}
        made: dict[int, int] = {}
        for node in self.order:
            fresh, through = 0, True
            for i in node.ins:
                if "call" in i.row.flags:
                    fresh, through = 0, False
                else:
                    fresh |= body.writes(i) & keep
            passes[node.id], made[node.id] = through, fresh
        # Slots that a loop with calls does not change are stored once, before it, not at each call.
        kept = {
            node.id: node.loop_writes for node in self.order
            if node.loop and not all(passes[n.id] for n in node.loop)
        }  # fmt: skip
        changed = True
        while changed:
            changed = False
            for node in self.order:
                d = 0
                for p in node.preds:
                    d |= p.dirty_out
                if node is not self.root:
                    d &= node.avail_in & node.live_in & kept.get(node.id, keep)
                out = ((d if passes[node.id] else 0) | made[node.id]) & node.live_out
                if d != node.dirty_in or out != node.dirty_out:
                    node.dirty_in, node.dirty_out = d, out
                    changed = True


def slots_of(mask: int) -> Iterator[int]:
    """The slots of a bit set, upward."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
