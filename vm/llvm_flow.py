"""Plans how a function becomes native code: its blocks, what is live in them, and which pcs get a native function of their own.

A *root* is a pc where native code can begin: the function's entry, a return pc, a poll, the pc where a recovered panic
resumes; those are the image's, reached through the table of native entries. Further roots, which only this function's
own code jumps to, are blocks that several roots share: so the code of a function is printed once, not once for every root
that reaches it. From root to root control goes by a tail call, with all live slots in the frame.

The entry and the heads of loops with calls are *primary* roots: they print all that they reach up to the next head of a
loop with calls, so that a loop's usual way round stays in one native function however often its rare calls resume elsewhere. The
head of a loop without calls prints that loop with all loops inside it, and a return pc in a short loop goes on round the loop's head.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from morestack.vm.image import TOPFRAME
from morestack.vm.record import field, record
from morestack.vm.regions import Body, Ins

TAIL_LIMIT = 24  # instructions that are printed again rather than made a root
ROUND_LIMIT = 80  # instructions from behind a call round a loop's head
STAYS = {"jlt.i": "slt", "jle.i": "sle", "jlt.u": "ult", "jle.u": "ule"}
PRIMARY_LIMIT = 900  # instructions a primary root may print


@record(eq=False)
class Block:
    """Instructions from a leader to the next; ``succs`` are pcs. A call ends a block and has no successors of its own."""

    pc: int
    ins: list[Ins]
    succs: list[int] = field(default_factory=list)
    preds: list[int] = field(default_factory=list)
    use: int = 0
    define: int = 0
    live_in: int = 0
    live_out: int = 0
    after: int = -1  # the return pc if the block ends in a call

    @property
    def size(self) -> int:
        return len(self.ins)


@record()
class Root:
    """One native function: the blocks it prints, in order, and the slots it may have changed at a block's start."""

    pc: int
    public: bool  # the image's tables may send control here
    blocks: list[int] = field(default_factory=list)
    dirty_in: dict[int, int] = field(default_factory=dict)


@record(frozen=True)
class Counted:
    """An innermost loop without calls that goes on while ``slot condition bound`` (or, going down, ``bound condition slot``):
    ``slot`` moves by ``step`` once a round, or up by the value of slot ``by``; ``bound`` (an operand) does not change."""

    loop: frozenset[int]
    slot: int
    bound: int
    step: int
    up: bool
    condition: str  # of LLVM's icmp
    by: int = -1

    @property
    def signed(self) -> bool:
        return self.condition[0] == "s"


def ends_region(i: Ins) -> bool:
    """The instruction leaves the native function: a call, or a change of stack."""
    flags = i.row.flags
    return "call" in flags or ("terminator" in flags and i.name != "jmp")


class Flow:
    """The plan of one function. ``maps(pc)`` gives the pointer slots of a safepoint, which are stored there in any case;
    ``constant(n)`` the n-th constant's bits."""

    def __init__(self, body: Body, maps: Callable[[int], int], constant: Callable[[int], int]) -> None:
        self.constant = constant
        self.body = body
        self.func = body.func
        self.maps = maps
        self.blocks: dict[int, Block] = {}
        self._cut()
        self.order = self._reverse_postorder()
        self._liveness()
        self.resume_live = self._resume_live()
        self.outgoing = self._outgoing()
        self.loops = self._natural_loops()
        self.call_heads = {h for h, loop in self.loops.items() if any(self.blocks[b].after >= 0 for b in loop)}
        self.counted = {h: c for h in self.loops if (c := self._counted(h)) is not None}
        self.roots: dict[int, Root] = {}
        self._find_roots()

    # ---- blocks ----------------------------------------------------------------------------------------------------

    def _cut(self) -> None:
        body = self.body
        leaders = set(body.leaders)
        for i in body.ins:
            if "call" in i.row.flags:
                leaders.add(i.pc + 1)
        if self.func.flags & TOPFRAME:
            leaders.add(self.func.entry + 1)  # return pcs like runtime.goexit's are entered behind `enter`
        block: Block | None = None
        for i in body.ins:
            if i.pc in leaders or block is None:
                if block is not None and not block.succs and not ends_region(block.ins[-1]) and block.ins[-1].name != "jmp":
                    block.succs.append(i.pc)
                block = self.blocks[i.pc] = Block(i.pc, [])
            block.ins.append(i)
            self._finish(block, i)
        for b in list(self.blocks.values()):
            b.succs = [s for s in b.succs if s in self.blocks]
        self._keep_reachable()
        for b in self.blocks.values():
            for s in b.succs:
                self.blocks[s].preds.append(b.pc)

    def _finish(self, block: Block, i: Ins) -> None:
        """Notes where control goes behind an instruction that ends a block."""
        if i.name == "jmp":
            block.succs = [i.ops[0]]
        elif "branch" in i.row.flags:
            target = i.ops[-1]
            block.succs = [target, i.pc + 1] if target != i.pc + 1 else [target]
        elif "call" in i.row.flags:
            block.after = i.pc + 1

    def _keep_reachable(self) -> None:
        """Drops blocks that nothing leads to; a return pc behind a call that never returns may lie outside the function."""
        seen: set[int] = set()
        pending = [self.func.entry] + ([self.func.deferreturn] if self.func.deferreturn else [])
        while pending:
            pc = pending.pop()
            if pc in seen or pc not in self.blocks:
                continue
            seen.add(pc)
            b = self.blocks[pc]
            pending.extend(b.succs)
            if b.after >= 0:
                pending.append(b.after)
        self.blocks = {pc: b for pc, b in self.blocks.items() if pc in seen}

    def _edges(self, b: Block) -> list[int]:
        """Successors, with the one behind a call."""
        return [*b.succs, b.after] if b.after in self.blocks else b.succs

    def _reverse_postorder(self) -> list[int]:
        order: list[int] = []
        seen: set[int] = set()
        for start in (self.func.entry, self.func.deferreturn, *self.blocks):
            if start in seen or start not in self.blocks:
                continue
            seen.add(start)
            stack = [(start, iter(self._edges(self.blocks[start])))]
            while stack:
                pc, successors = stack[-1]
                for s in successors:
                    if s not in seen:
                        seen.add(s)
                        stack.append((s, iter(self._edges(self.blocks[s]))))
                        break
                else:
                    order.append(pc)
                    stack.pop()
        order.reverse()
        return order

    # ---- liveness of slots kept in variables -----------------------------------------------------------------------

    def _liveness(self) -> None:
        body, keep = self.body, self.body.locals_mask
        for b in self.blocks.values():
            use = define = 0
            for i in b.ins:
                use |= i.reads & keep & ~define
                if "call" not in i.row.flags:
                    define |= body.writes(i) & keep
            b.use, b.define = use, define
        changed = True
        backwards = [self.blocks[pc] for pc in reversed(self.order)]
        resume = self.blocks.get(self.func.deferreturn)
        while changed:
            changed = False
            panics = resume.live_in if resume is not None else 0
            for b in backwards:
                out = 0
                for s in b.succs:
                    out |= self.blocks[s].live_in
                if b.after in self.blocks:
                    out |= self.blocks[b.after].live_in
                live = b.use | panics | (out & ~b.define)  # a panic can end any block
                if live != b.live_in or out != b.live_out:
                    b.live_in, b.live_out = live, out
                    changed = True

    def _resume_live(self) -> int:
        """Slots that must be in the frame wherever a panic can begin: those that the code at deferreturn reads."""
        resume = self.blocks.get(self.func.deferreturn)
        return resume.live_in if resume is not None else 0

    def live_at_call(self, b: Block) -> int:
        """Slots to be in the frame when the call that ends b is under way."""
        after = self.blocks[b.after].live_in if b.after in self.blocks else 0
        return (after | self.resume_live | self.maps(b.ins[-1].pc)) & self.body.locals_mask

    def live_at(self, pc: int) -> int:
        """Slots to be in the frame when control goes to root pc."""
        return (self.blocks[pc].live_in | self.resume_live) & self.body.locals_mask

    def _outgoing(self) -> dict[int, dict[str, int]]:
        """For each block that ends in a call through a pc: the outgoing words that may have been written since the call
        before, as numbers ("i") and as floats ("d"). What is written as memory may be read as either."""
        indirect = [b for b in self.blocks.values() if b.ins[-1].name in ("callclosure", "callpc")]
        if not indirect:
            return {}
        mask = self.body.out_mask
        if any(i.name == "lea" and mask >> i.ops[1] & 1 for i in self.body.ins):
            return {b.pc: {"i": mask, "d": mask} for b in indirect}  # arguments are written through an address
        kinds = {"i": "i", "u": "i", "d": "d", "f": ""}
        made: dict[int, tuple[int, int]] = {}
        for b in self.blocks.values():
            written = {"i": 0, "d": 0, "": 0}
            for i in b.ins:
                if i.row.operands and i.row.operands[0].role == "d" and i.writes & mask:
                    written[kinds[i.row.operands[0].kind]] |= i.writes
                memory = self._memory_written(i) & mask
                written["i"] |= memory
                written["d"] |= memory
            made[b.pc] = written["i"], written["d"]
        into = dict.fromkeys(self.blocks, (0, 0))
        changed = True
        while changed:
            changed = False
            for pc in self.order:
                out = into[pc][0] | made[pc][0], into[pc][1] | made[pc][1]
                for s in self.blocks[pc].succs:  # not behind a call: there the outgoing words are results
                    new = into[s][0] | out[0], into[s][1] | out[1]
                    if new != into[s]:
                        into[s] = new
                        changed = True
        return {b.pc: {"i": into[b.pc][0] | made[b.pc][0], "d": into[b.pc][1] | made[b.pc][1]} for b in indirect}

    def _memory_written(self, i: Ins) -> int:
        """The outgoing words that an instruction writes as memory; all of them if it takes the address of one."""
        if i.name == "lea":
            return self.body.out_mask if i.ops[1] < self.func.out_words else 0
        if i.name in ("zero", "copy"):
            return ((1 << i.ops[-1]) - 1) << i.ops[0]
        if i.name.startswith("stl"):
            return 1 << (i.ops[0] + i.ops[1] // 8)
        return 0

    # ---- loops -----------------------------------------------------------------------------------------------------

    def _natural_loops(self) -> dict[int, set[int]]:
        """Head -> blocks, by dominators over all edges (also those through calls)."""
        place = {pc: n for n, pc in enumerate(self.order)}
        entry_preds: dict[int, list[int]] = {pc: [] for pc in self.order}
        for pc in self.order:
            for s in self._edges(self.blocks[pc]):
                entry_preds[s].append(pc)
        if not any(place[p] >= place[pc] for pc in self.order for p in entry_preds[pc]):
            return {}
        idom: dict[int, int] = {}
        tops = {self.func.entry, self.func.deferreturn} | {pc for pc in self.order if not entry_preds[pc]}
        for t in tops:
            idom[t] = -1
        changed = True
        while changed:
            changed = False
            for pc in self.order:
                if pc in tops:
                    continue
                new = -2
                for p in entry_preds[pc]:
                    if p in idom:
                        new = p if new == -2 else self._meet(idom, place, p, new)
                if new != -2 and idom.get(pc) != new:
                    idom[pc] = new
                    changed = True
        loops: dict[int, set[int]] = {}
        for pc in self.order:
            for s in self._edges(self.blocks[pc]):
                if place[s] <= place[pc] and self._dominates(idom, s, pc):
                    loop = loops.setdefault(s, {s})
                    pending = [pc]
                    while pending:
                        n = pending.pop()
                        if n not in loop:
                            loop.add(n)
                            pending.extend(entry_preds[n])
        return loops

    @staticmethod
    def _meet(idom: dict[int, int], place: dict[int, int], a: int, b: int) -> int:
        while a != b:
            if a == -1 or b == -1:
                return -1
            if place[a] > place[b]:
                a = idom[a]
            else:
                b = idom[b]
        return a

    @staticmethod
    def _dominates(idom: dict[int, int], a: int, b: int) -> bool:
        while b != -1:
            if a == b:
                return True
            b = idom[b]
        return False

    def _counted(self, head: int) -> Counted | None:
        """What is counted by a loop, if it is of that kind."""
        loop, b = self.loops[head], self.blocks[head]
        last = b.ins[-1]
        if head in self.call_heads or b.ins[0].name != "poll" or last.name not in STAYS or len(b.succs) != 2:
            return None
        if any(self.blocks[n].ins[0].name == "poll" for n in loop if n != head):
            return None
        inside = [s in loop for s in b.succs]
        if inside.count(True) != 1 or head in b.succs:
            return None
        low, high = last.ops[0], last.ops[1]
        condition = STAYS[last.name]
        if not inside[0]:  # the branch is taken to leave: not (a < b) is b <= a
            low, high = high, low
            condition = condition[0] + ("le" if condition[1:] == "lt" else "lt")
        for slot, bound, up in ((low, high, True), (high, low, False)):
            if slot < 0 or not self._invariant(loop, bound):
                continue
            step, by = self._step(loop, slot)
            if by >= 0 and up and condition == "slt":
                return Counted(frozenset(loop), slot, bound, 0, up, condition, by)
            if (step > 0) == up and step:
                return Counted(frozenset(loop), slot, bound, abs(step), up, condition)
        return None

    def _step(self, loop: set[int], slot: int) -> tuple[int, int]:
        """By how much a loop moves a slot each round: a constant, or the value of a slot; (0, -1) if it does so in another way
        than by one addition."""
        none = (0, -1)
        keep = self.body.locals_mask
        if not keep >> slot & 1:
            return none
        writers = [i for n in loop for i in self.blocks[n].ins if self.body.writes(i) >> slot & 1]
        if len(writers) != 1:
            return none
        i = writers[0]
        if i.name.startswith("mov.") and i.ops[1] >= 0:
            source = i.ops[1]
            makers = [j for n in loop for j in self.blocks[n].ins if self.body.writes(j) >> source & 1]
            if len(makers) != 1 or not keep >> source & 1:
                return none
            i = makers[0]
        if i.name[:4] not in ("add.", "sub.") or i.name[4] not in "iu" or i.ops[1] != slot:
            return none
        if i.ops[2] >= 0:
            return (0, i.ops[2]) if i.name == "add.i64" and self._invariant(loop, i.ops[2]) else none
        step = self.constant(~i.ops[2])
        step = step - (1 << 64) if step >> 63 else step
        if not -1024 <= step <= 1024:
            return none
        return (step if i.name[0] == "a" else -step), -1

    def _invariant(self, loop: set[int], operand: int) -> bool:
        if operand < 0:
            return True
        if not self.body.locals_mask >> operand & 1:
            return False
        return not any(self.body.writes(i) >> operand & 1 for n in loop for i in self.blocks[n].ins)

    # ---- roots -----------------------------------------------------------------------------------------------------

    def _find_roots(self) -> None:
        f, blocks = self.func, self.blocks
        public = {f.entry}
        if f.deferreturn in blocks:
            public.add(f.deferreturn)
        for b in blocks.values():
            if b.after in blocks:
                public.add(b.after)
            if b.ins[0].name == "poll":
                public.add(b.pc)
        if f.flags & TOPFRAME and f.entry + 1 in blocks:
            public.add(f.entry + 1)
        heads = {s for pc in self.order for s in blocks[pc].succs if self._backward(pc, s)}
        starts = public | heads
        starts |= self._shared(starts)
        for pc in sorted(starts):
            self.roots[pc] = Root(pc, pc in public)
        for root in self.roots.values():
            root.blocks = self._reach(root, starts)
        self._drop_unused()
        for root in self.roots.values():
            self._dirtiness(root)

    def _backward(self, pc: int, s: int) -> bool:
        return self._place(s) <= self._place(pc)

    def _place(self, pc: int) -> int:
        if not hasattr(self, "_places"):
            self._places = {p: n for n, p in enumerate(self.order)}
        return self._places[pc]

    def _shared(self, starts: set[int]) -> set[int]:
        """Blocks that several roots reach and that are too long to be printed by each."""
        owner: dict[int, int] = {}
        found: set[int] = set()
        for pc in self.order:
            if pc in starts:
                owner[pc] = pc
                continue
            owners = {owner.get(p, pc) for p in self.blocks[pc].preds}
            if len(owners) == 1:
                owner[pc] = owners.pop()
            elif self._tail_size(pc, starts) <= TAIL_LIMIT:
                owner[pc] = min(owners, default=pc)
            else:
                owner[pc] = pc
                found.add(pc)
        return found

    def _tail_size(self, pc: int, starts: set[int]) -> int:
        seen: set[int] = set()
        pending, size = [pc], 0
        while pending and size <= TAIL_LIMIT:
            n = pending.pop()
            if n in seen or n in starts:
                continue
            seen.add(n)
            size += self.blocks[n].size
            pending.extend(self.blocks[n].succs)
        return size

    def _reach(self, root: Root, starts: set[int]) -> list[int]:
        if root.pc == self.func.entry or root.pc in self.call_heads:
            blocks = self._collect(root.pc, self.call_heads)
            if sum(self.blocks[b].size for b in blocks) <= PRIMARY_LIMIT:
                return blocks
        around = {h for h in self.call_heads if root.pc in self.loops[h]}
        if around and root.pc not in self.loops:  # behind a call in a loop: round to the loop's head and on to the next call
            blocks = self._collect(root.pc, starts - around)
            if sum(self.blocks[b].size for b in blocks) <= ROUND_LIMIT:
                return blocks
        loop = self.loops.get(root.pc)
        if loop is not None and root.pc not in self.call_heads:  # with all loops inside it
            blocks = self._collect(root.pc, starts - loop)
            if sum(self.blocks[b].size for b in blocks) <= PRIMARY_LIMIT:
                return blocks
        return self._collect(root.pc, starts)

    def _collect(self, start: int, cuts: Iterable[int]) -> list[int]:
        seen = {start}
        pending = [start]
        while pending:
            for s in self.blocks[pending.pop()].succs:
                if s not in seen and s not in cuts:
                    seen.add(s)
                    pending.append(s)
        return sorted(seen, key=self._place)

    def _drop_unused(self) -> None:
        """Private roots to which no printed code jumps are not printed."""
        used: set[int] = set()
        pending = [pc for pc, r in self.roots.items() if r.public]
        while pending:
            pc = pending.pop()
            if pc in used:
                continue
            used.add(pc)
            inside = set(self.roots[pc].blocks)
            for b in inside:
                pending.extend(s for s in self.blocks[b].succs if s not in inside)
        self.roots = {pc: r for pc, r in self.roots.items() if pc in used}

    def _dirtiness(self, root: Root) -> None:
        """May-analysis: slots that can differ from the frame when a block begins."""
        inside = set(root.blocks)
        dirty = dict.fromkeys(root.blocks, 0)
        changed = True
        while changed:
            changed = False
            for pc in root.blocks:
                b = self.blocks[pc]
                out = dirty[pc] | b.define
                for s in b.succs:
                    if s in inside and out & ~dirty[s]:
                        dirty[s] |= out
                        changed = True
        root.dirty_in = dirty
