"""Small rewrites of the IR that pay in an interpreter: forward over chains of blocks, then dead ends, then the edges.

The moves at a call (arguments to the outgoing area, results from it), at the begin (parameters) and before `ret`
(results) stay moves: an engine passes these as values. Between registers, slots makes them vanish.

    forward     mov %b, %a; add %c, %b, #0  ->  mov %c, %a          copies, constants, address arithmetic folded into
    loads
                lt.i %t, %a, %b; br %t, L   ->  jlt.i %a, %b, L     compare and branch
                nilcheck %p ... nilcheck %p ->  nilcheck %p         what a block before it has checked; same for bound
    sweep       mov %b, %a (never read)     ->
    thread      jmp L1; L1: jmp L2          ->  jmp L2              and blocks that nothing reaches are dropped

A *chain* is a block and the blocks whose only predecessor is in the chain: what is known at the end of a block is
known at the beginning of a block that can only be entered from there.
"""

from __future__ import annotations

from morestack.compiler import ir
from morestack.vm import isa, semantics

Known = tuple[object, ...]

FUSED = {
    "eq.i": "jeq.i",
    "ne.i": "jne.i",
    "lt.i": "jlt.i",
    "le.i": "jle.i",
    "eq.u": "jeq.u",
    "ne.u": "jne.u",
    "lt.u": "jlt.u",
    "le.u": "jle.u",
}
FUSED_NOT = {
    "eq.i": ("jne.i", False),
    "ne.i": ("jeq.i", False),
    "lt.i": ("jle.i", True),
    "le.i": ("jlt.i", True),
    "eq.u": ("jne.u", False),
    "ne.u": ("jeq.u", False),
    "lt.u": ("jle.u", True),
    "le.u": ("jlt.u", True),
}
BOUNDS = frozenset(("bound", "boundle", "bound.u", "boundle.u"))
NEUTRAL = {"add": 0, "sub": 0, "or": 0, "xor": 0, "shl": 0, "shr": 0, "mul": 1, "div": 1}  # x op neutral == x
MASK = (1 << 64) - 1
_NOT_FOLDED = frozenset(("memequal", "memcmp", "memhash", "hash64", "indexbyte", "index", "offset", "getg", "getctx"))
FOLDED = frozenset(  # integer operations that can be done at compile time
    name
    for name, row in semantics.TEXTS.items()
    if row.shape in ("value", "wrap", "compare", "branch")
    and name not in _NOT_FOLDED
    and ir.FACTS[name].srcs
    and all(ir.FACTS[name].kinds[i] in "iu" for i in ir.FACTS[name].srcs)
)
CHAIN_LIMIT = 400  # facts carried over from one block to the next


def function(func: ir.Func) -> ir.Func:
    """Rewrites a function in place (and returns it)."""
    thread(func)
    Forward(func).run()
    sweep(func)
    thread(func)
    return func


# ---- edges -----------------------------------------------------------------------------------------------------------


def thread(func: ir.Func) -> None:
    """Sends branches to blocks that only jump to where these go, and drops blocks that nothing reaches."""
    goes: dict[int, ir.Block] = {}
    for block in func.blocks:
        if len(block.instrs) == 1 and block.instrs[0].op == "jmp" and not block.loop_head:
            target = block.instrs[0].args[0]
            if target is not block:
                goes[id(block)] = target  # type: ignore[assignment]
    if goes:
        for block in func.blocks:
            for ins in reversed(block.instrs):
                label = ir.FACTS[ins.op].label
                if label < 0:
                    if ins is block.instrs[-1]:
                        continue
                    break
                target = ins.args[label]
                steps = 0
                while id(target) in goes and steps < 64:
                    target = goes[id(target)]
                    steps += 1
                if steps:
                    ins.args = (*ins.args[:label], target)
    seen: set[int] = set()
    work = [func.blocks[0]]
    if func.deferreturn is not None:
        work.append(func.deferreturn)
    while work:
        block = work.pop()
        if id(block) not in seen:
            seen.add(id(block))
            work.extend(block.successors())
    if len(seen) != len(func.blocks):
        func.blocks = [b for b in func.blocks if id(b) in seen]


def predecessors(func: ir.Func) -> dict[int, list[ir.Block]]:
    """The blocks before each block, by id(block); an entry from outside counts as None would: see Forward."""
    before: dict[int, list[ir.Block]] = {id(b): [] for b in func.blocks}
    for block in func.blocks:
        for s in block.successors():
            before[id(s)].append(block)
    return before


# ---- forward ---------------------------------------------------------------------------------------------------------


class State:
    """What is known at a point: ``value[reg] = (operand, stamp of the operand)``, ``made[reg]`` = the address
    operation or the comparison that made it, ``stamp[reg]`` = number of its last assignment, ``facts`` = checks that
    have passed."""

    __slots__ = ("facts", "made", "stamp", "value")

    def __init__(self, other: State | None = None) -> None:
        if other is None or len(other.stamp) > CHAIN_LIMIT:
            self.value: dict[int, tuple[object, int]] = {}
            self.made: dict[int, tuple[ir.Instr, int, int]] = {}
            self.stamp: dict[int, int] = {}
            self.facts: set[Known] = set()
        else:
            self.value = other.value.copy()
            self.made = other.made.copy()
            self.stamp = other.stamp.copy()
            self.facts = other.facts.copy()


class Forward:
    """One pass over the blocks in order, with the state of the chain each belongs to."""

    def __init__(self, func: ir.Func) -> None:
        self.func = func
        self.clock = 0
        self.state = State()

    def run(self) -> None:
        """Rewrites all blocks."""
        func = self.func
        before = predecessors(func)
        ends: dict[int, State] = {}
        entered = {id(func.blocks[0]), id(func.deferreturn)}
        for block in func.blocks:
            origin = before[id(block)]
            known = None
            if len(origin) == 1 and id(block) not in entered:
                known = ends.get(id(origin[0]))
            self.state = State(known)
            if known is not None:
                self._edge(origin[0], block)
            self._block(block)
            ends[id(block)] = self.state

    def _edge(self, origin: ir.Block, block: ir.Block) -> None:
        """Learns from the branch taken: p != 0."""
        jump, branch = origin.instrs[-1], origin.instrs[-2] if len(origin.instrs) > 1 else origin.instrs[-1]
        if jump.op != "jmp":
            return
        if branch.op in ("jne.i", "br"):
            right, wrong = branch.args[-1], jump.args[0]
        elif branch.op in ("jeq.i", "brz"):
            right, wrong = jump.args[0], branch.args[-1]
        else:
            return
        a, b = branch.args[0], branch.args[1]
        against_zero = b is branch.args[-1] or (b.__class__ is ir.K and b.value == 0)
        if right is block and wrong is not block and against_zero and a.__class__ is ir.Reg:
            self.state.facts.add(("nilcheck", a.id, self.state.stamp.get(a.id, 0)))

    def _block(self, block: ir.Block) -> None:
        out: list[ir.Instr] = []
        facts, reg, k = ir.FACTS, ir.Reg, ir.K
        state = self.state
        value, stamp = state.value, state.stamp
        for ins in block.instrs:
            f = facts[ins.op]
            args = ins.args
            changed = None
            constant = True
            for i in f.srcs:
                a = args[i]
                if a.__class__ is reg:
                    known = value.get(a.id)
                    if known is not None and (a := self._current(known)) is not None:
                        if changed is None:
                            changed = list(args)
                        changed[i] = a
                        constant = constant and a.__class__ is k
                    else:
                        constant = False
                elif a.__class__ is not k:
                    constant = False
            if changed is not None:
                ins.args = args = tuple(changed)
            keep: ir.Instr | None = ins
            if constant and ins.op in FOLDED:
                keep = self._fold(ins, f)
            elif f.label >= 0:
                self._branch(ins)
            elif f.name in SPECIAL:
                keep = SPECIAL[f.name](self, ins)
            elif f.srcs and f.name[:3] in NEUTRAL_HEADS:
                self._neutral(ins)
            if keep is None:
                continue
            out.append(keep)
            if keep.op == "jmp" and keep is not block.instrs[-1]:
                break  # a branch that is always taken: the rest is dead
            if keep is not ins or ins.op != f.name:
                f = facts[ins.op]
            if f.dst >= 0:
                self._assign(ins, f, value, stamp)
        block.instrs = out

    def _current(self, known: tuple[object, int]) -> object | None:
        """The operand a register is a copy of, if that still has the value it had."""
        a, when = known
        kind = a.__class__
        if kind is ir.Reg:
            return a if self.state.stamp.get(a.id, 0) == when else None  # type: ignore[attr-defined]
        return a

    def _assign(
        self, ins: ir.Instr, f: ir.OpFacts, value: dict[int, tuple[object, int]], stamp: dict[int, int]
    ) -> None:
        """Notes what an instruction's destination now is."""
        d = ins.args[f.dst]
        self.clock += 1
        now = self.clock
        if d.__class__ is ir.Reg:
            n = d.id
            value.pop(n, None)
            self.state.made.pop(n, None)
            if ins.op[:4] == "mov.":
                a = ins.args[1]
                kind = a.__class__
                if kind is ir.K or kind is ir.Sym:
                    value[n] = (a, 0)
                elif kind is ir.Reg and a.ptr == d.ptr and a is not d:  # type: ignore[attr-defined]
                    value[n] = (a, stamp.get(a.id, 0))  # type: ignore[attr-defined]
            elif ins.op in REMEMBERED:
                a = ins.args[1]
                b = ins.args[2] if len(ins.args) > 2 else None
                if a is not d and b is not d:
                    self.state.made[n] = (
                        ins,
                        stamp.get(a.id, 0) if a.__class__ is ir.Reg else 0,
                        stamp.get(b.id, 0) if b.__class__ is ir.Reg else 0,
                    )
            stamp[n] = now

    def _maker(self, a: object) -> ir.Instr | None:
        """The instruction that made a register, if its own operands are still what they were."""
        if a.__class__ is not ir.Reg:
            return None
        made = self.state.made.get(a.id)
        if made is None:
            return None
        ins, first, second = made
        stamp = self.state.stamp
        args = ins.args
        if args[1].__class__ is ir.Reg and stamp.get(args[1].id, 0) != first:
            return None
        if len(args) > 2 and args[2].__class__ is ir.Reg and stamp.get(args[2].id, 0) != second:
            return None
        return ins

    # ---- one kind of instruction each: return the instruction, or None to drop it -----------------------------------

    def _fold(self, ins: ir.Instr, f: ir.OpFacts) -> ir.Instr | None:

        sources: list[ir.K] = [ins.args[i] for i in f.srcs]  # type: ignore[misc]
        values = [
            int(c.value) & MASK if i == "u" else c.value
            for c, i in zip(sources, (f.kinds[n] for n in f.srcs), strict=True)
        ]
        try:
            result = semantics.fold(ins.op, *values)
        except ZeroDivisionError:
            return ins
        if f.label >= 0:
            if not result:
                return None
            ins.op, ins.args = "jmp", (ins.args[f.label],)
            return ins
        ins.op, ins.args = (
            f"mov.{f.kinds[f.dst]}",
            (ins.args[f.dst], ir.K(int(result) if f.kinds[f.dst] in "iu" else result)),
        )
        return ins

    def _branch(self, ins: ir.Instr) -> None:
        """br and brz of a comparison."""
        if ins.op != "br" and ins.op != "brz":
            return
        made = self._maker(ins.args[0])
        if made is None or made.op not in FUSED:
            return
        _, a, b = made.args
        if not (_is_stable(a) and _is_stable(b)):
            return
        if ins.op == "br":
            ins.op, ins.args = FUSED[made.op], (a, b, ins.args[1])
        else:
            op, swap = FUSED_NOT[made.op]
            ins.op, ins.args = op, ((b, a) if swap else (a, b)) + (ins.args[1],)

    def _neutral(self, ins: ir.Instr) -> None:
        """x + 0, x * 1 and the like become moves."""
        args = ins.args
        if len(args) == 3 and args[2].__class__ is ir.K and "." in ins.op:
            name, width = ins.op.split(".")
            if width in isa.KIND_OF and width[0] in "iu" and NEUTRAL.get(name) == args[2].value:
                d = args[0]
                if d.__class__ is not ir.Reg or args[1].__class__ is not ir.Reg or d.ptr == args[1].ptr:
                    ins.op, ins.args = f"mov.{isa.KIND_OF[width]}", (d, args[1])

    def _nilcheck(self, ins: ir.Instr) -> ir.Instr | None:
        a = ins.args[0]
        if a.__class__ is ir.Sym:
            return None
        if a.__class__ is ir.Reg:
            made = self.state.made.get(a.id)
            if made is not None and made[0].op == "lea":
                return None
            whole = self._whole(a)
            if whole is not None:
                ins.args = (whole,)
                return self._nilcheck(ins)
            fact = ("nilcheck", a.id, self.state.stamp.get(a.id, 0))
            if fact in self.state.facts:
                return None
            self.state.facts.add(fact)
        return ins

    def _whole(self, a: object) -> object | None:
        """The pointer that another one points behind: if that isn't nil, neither is this."""
        made = self._maker(a)
        if made is None or not _is_stable(made.args[1]):
            return None
        if made.op == "index" or (made.op == "offset" and made.args[2] > 0):  # type: ignore[operator]
            return made.args[1]
        return None

    def _bound(self, ins: ir.Instr) -> ir.Instr | None:
        a, b, _ = ins.args
        if a.__class__ is ir.K and b.__class__ is ir.K:
            x, y = a.value, b.value
            return None if x >= 0 and (x <= y if ins.op.startswith("boundle") else x < y) else ins
        fact = (ins.op, self._name(a), self._name(b))
        if None in fact:
            return ins
        if fact in self.state.facts:
            return None
        self.state.facts.add(fact)
        return ins

    def _name(self, a: object) -> Known | None:
        """A name for the present value of an operand."""
        if a.__class__ is ir.Reg:
            return (a.id, self.state.stamp.get(a.id, 0))
        return ("k", a.value) if a.__class__ is ir.K else None

    def _load(self, ins: ir.Instr) -> ir.Instr:
        d, a, k = ins.args
        made = self._maker(a)
        if made is not None:
            width = ins.op[3:]
            if made.op == "offset":
                ins.args = (d, made.args[1], k + made.args[2])  # type: ignore[operator]
            elif made.op == "lea":
                ins.op, ins.args = f"ldl.{width}", (d, made.args[1], k + made.args[2])  # type: ignore[operator]
            elif made.op == "index" and made.args[3] == isa.SIZE_OF[width] and _is_stable(made.args[1]):
                ins.op, ins.args = f"ldx.{width}", (d, made.args[1], made.args[2], k)
        return ins

    def _store(self, ins: ir.Instr) -> ir.Instr:
        a, k, b = ins.args
        made = self._maker(a)
        if made is not None:
            width = ins.op[3:]
            if made.op == "offset":
                ins.args = (made.args[1], k + made.args[2], b)  # type: ignore[operator]
            elif made.op == "lea":
                ins.op, ins.args = f"stl.{width}", (made.args[1], k + made.args[2], b)  # type: ignore[operator]
            elif made.op == "index" and made.args[3] == isa.SIZE_OF[width] and _is_stable(made.args[1]):
                ins.op, ins.args = f"stx.{width}", (made.args[1], made.args[2], k, b)
        return ins

    def _offset(self, ins: ir.Instr) -> ir.Instr:
        d, a, k = ins.args
        made = self._maker(a)
        if made is not None and made.op == "offset":
            ins.args = (d, made.args[1], k + made.args[2])  # type: ignore[operator]
        elif made is not None and made.op == "lea":
            ins.op, ins.args = "lea", (d, made.args[1], k + made.args[2])  # type: ignore[operator]
        elif k == 0 and (a.__class__ is not ir.Reg or d.__class__ is not ir.Reg or a.ptr == d.ptr):
            ins.op, ins.args = "mov.i", (d, a)
        elif a.__class__ is ir.Sym:
            ins.op, ins.args = "mov.i", (d, ir.Sym(a.name, a.addend + int(k)))  # type: ignore[call-overload]
        return ins

    def _index(self, ins: ir.Instr) -> ir.Instr:
        d, a, b, k = ins.args
        if isinstance(b, ir.K) and isinstance(k, int) and 0 <= (at := int(b.value) * k) <= ir.OFFSET_MAX:
            ins.op, ins.args = "offset", (d, a, at)
            return self._offset(ins)
        made = self._maker(b)
        if k == 1 and made is not None and made.op == "mul.i64" and _is_stable(made.args[1]):
            size = made.args[2]
            if size.__class__ is ir.K and 0 < (n := int(size.value)) < 1 << 31:
                ins.args = (d, a, made.args[1], n)
        return ins

    def _there_and_back(self, ins: ir.Instr) -> ir.Instr:
        """int(uint(x)) is x."""
        d, a = ins.args
        made = self._maker(a)
        if made is not None and made.op == ("cvt.i.u" if ins.op == "cvt.u.i" else "cvt.u.i") and _is_stable(made.args[1]):
            ins.op, ins.args = f"mov.{ins.op[-1]}", (d, made.args[1])
        return ins


def _is_stable(a: object) -> bool:
    """Operands that a remembered instruction may pass on: not outgoing words, which calls change."""
    return a.__class__ is ir.Reg or a.__class__ is ir.K or a.__class__ is ir.Sym


NEUTRAL_HEADS = frozenset(name[:3] for name in NEUTRAL)
REMEMBERED = frozenset((*FUSED, "offset", "lea", "index", "mul.i64", "cvt.i.u", "cvt.u.i"))
SPECIAL = {
    "nilcheck": Forward._nilcheck,
    "offset": Forward._offset,
    "index": Forward._index,
    "cvt.i.u": Forward._there_and_back,
    "cvt.u.i": Forward._there_and_back,
    **{name: Forward._bound for name in BOUNDS},
    **{f"ld.{w}": Forward._load for w in isa.MEMORY_WIDTHS},
    **{f"st.{w}": Forward._store for w in isa.MEMORY_WIDTHS},
}


# ---- dead ends -------------------------------------------------------------------------------------------------------


def counts(func: ir.Func) -> dict[int, int]:
    """How often each register is read, by id."""
    reads: dict[int, int] = {}
    facts, reg = ir.FACTS, ir.Reg
    for block in func.blocks:
        for ins in block.instrs:
            args = ins.args
            for i in facts[ins.op].srcs:
                a = args[i]
                if a.__class__ is reg:
                    n = a.id
                    reads[n] = reads.get(n, 0) + 1
    return reads


def sweep(func: ir.Func) -> None:
    """Drops operations whose result is never read anywhere."""
    reads = counts(func)
    facts, reg = ir.FACTS, ir.Reg
    for block in reversed(func.blocks):
        dead = False
        for ins in reversed(block.instrs):
            f = facts[ins.op]
            if not f.pure:
                continue
            d = ins.args[f.dst]
            if d.__class__ is reg and not reads.get(d.id, 0):
                for i in f.srcs:
                    a = ins.args[i]
                    if a.__class__ is reg:
                        reads[a.id] -= 1
                ins.op = ""
                dead = True
        if dead:
            block.instrs = [ins for ins in block.instrs if ins.op]
