"""The analyser `stackaddr`: addresses of the stack kept as numbers must not outlive a call that may move the stack.

The result of getcallersp (or getsp, or the address of a local converted to uintptr) is right only until the next call
that may grow the stack: the copier adjusts pointers, not numbers. So such a number may be used at once, given to
nosplit functions, or handed over to g0 in the closure of systemstack; it may not be live across another call, nor be
passed to one, whose own frame may already lie elsewhere. Works on the IR, where every use is in sight: forward over the
blocks, the state says which registers and words of frame memory hold such a number, and which call has made it stale.

Go's authors checked this by hand in the commit "runtime: fix traceback of g on its own stack" (November 2014).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from morestack.compiler import tree
from morestack.compiler.build import Builder
from morestack.compiler.build_scan import FnInfo
from morestack.compiler.check import CheckedPackage
from morestack.compiler.intrinsics import is_intrinsic
from morestack.compiler.ir import FACTS, Block, Func, Instr, K, Mem, Out, Reg
from morestack.compiler.vet_common import Finding
from morestack.vm import image

ON_G0 = frozenset(("systemstack", "onM", "mcall"))  # what runs its argument on the stack that never moves
SOURCES = {"getcallersp": "result of getcallersp", "getsp": "result of getsp"}
# What a call that goes to g0 and comes back does to the caller's stack: nothing that `stackaddr` looks for.
HAND_OVER = frozenset(("runtime.systemstack", "runtime.onM", "runtime.mcall", "runtime.gogo"))


class Number(NamedTuple):
    """A stack address as a number: what it is, where it was taken, the call that has made it stale (0: none yet)."""

    what: str
    pos: int
    call: str = ""
    call_pos: int = 0


class Address(NamedTuple):
    """A pointer into frame memory, which the copier does adjust: the memory and the word."""

    mem: Mem
    word: int


Holder = Reg | Out | tuple[Mem, int]
State = dict[Holder, Number | Address]


def check(builder: Builder, package: CheckedPackage) -> Iterator[Finding]:
    """The findings in all functions that a package declares, and their literals."""
    for decl in package.func_decls:
        name = next((n for n, d in builder.declared.items() if d.decl is decl), None)
        if name is None or decl.body is None:
            continue
        builder.function(name)
        info = builder.scan(builder.declared[name])
        on_g0 = set(_on_g0(info))
        for fn in info.all:
            func = builder.made.get(fn.name)
            if func is not None and not func.flags & image.SYSTEMSTACK and not (fn in on_g0 or _inside(fn, on_g0)):
                yield from Analysis(func, lambda callee: _may_grow(builder, callee)).findings()


def _inside(fn: FnInfo, outer: set[FnInfo]) -> bool:
    p = fn.parent
    while p is not None:
        if p in outer:
            return True
        p = p.parent
    return False


def _on_g0(info: FnInfo) -> Iterator[FnInfo]:
    """The literals that are handed to systemstack where they stand."""
    for fn in info.all:
        if fn.body is None:
            continue
        for node in tree.walk(fn.body):
            if isinstance(node, tree.CallExpr) and isinstance(node.fun, tree.Ident) and node.fun.name in ON_G0:
                for x in node.args:
                    found = fn.closures.get(x) if isinstance(x, tree.FuncLit) else None
                    if found is not None:
                        yield found


def _may_grow(builder: Builder, callee: str) -> bool:
    """Whether a call of this function may move the caller's stack."""
    if callee in HAND_OVER or is_intrinsic(callee):
        return False
    try:
        func = builder.function(callee)
    except KeyError:
        return True
    return bool(func.blocks) and not func.flags & image.NOSPLIT


def _held(state: State, operand: object) -> Number | Address | None:
    """What an operand holds."""
    return state.get(operand) if isinstance(operand, Reg | Out) else None


class Analysis:
    """One function."""

    def __init__(self, func: Func, may_grow: Callable[[str], bool]) -> None:
        self.func = func
        self.may_grow = may_grow
        self.found: dict[tuple[int, str], Finding] = {}
        self.into: dict[Block, State] = {}

    def findings(self) -> list[Finding]:
        """Runs the data flow to its end."""
        if not any(ins.op in SOURCES or ins.op == "lea" for b in self.func.blocks for ins in b.instrs):
            return []
        work = [self.func.blocks[0]]
        self.into[work[0]] = {}
        while work:
            block = work.pop()
            state = dict(self.into[block])
            for ins in block.instrs:
                self._step(ins, state)
            for following in block.successors():
                if self._join(following, state):
                    work.append(following)
        return list(self.found.values())

    def _join(self, block: Block, state: State) -> bool:
        """Adds what is known to a block's entry; whether that was news. A stale number wins over a fresh one."""
        old = self.into.get(block)
        if old is None:
            self.into[block] = dict(state)
            return True
        news = False
        for holder, value in state.items():
            have = old.get(holder)
            if have is None or (
                isinstance(have, Number) and isinstance(value, Number) and value.call and not have.call
            ):
                old[holder] = value
                news = True
        return news

    # ---- one instruction ---------------------------------------------------------------------------------------------

    def _step(self, ins: Instr, state: State) -> None:
        op = ins.op
        facts = FACTS[op]
        if facts.call:
            self._call(ins, state)
            return
        value = self._result(ins, state)
        if op[:4] not in ("mov.", "stl."):
            for i in facts.srcs:
                self._use(_held(state, ins.args[i]), ins)
        if op.startswith(("st.", "stl.")):
            self._store(ins, state)
        if facts.dst >= 0:
            target = ins.args[facts.dst]
            if isinstance(target, Reg | Out):
                state.pop(target, None)
                if value is not None:
                    state[target] = value
            elif op.startswith("mov."):
                self._use(value, ins)  # a result

    def _result(self, ins: Instr, state: State) -> Number | Address | None:
        """What the destination will hold."""
        op, args = ins.op, ins.args
        what = SOURCES.get(op)
        if what:
            return Number(what, ins.pos)
        if op == "lea" and isinstance(args[1], Mem):
            offset = args[2]
            return Address(args[1], offset // 8 if isinstance(offset, int) else 0)
        if op.startswith("mov."):
            value = _held(state, args[1])
            target = args[0]
            if isinstance(value, Number) and isinstance(target, Reg) and target.ptr:
                return None  # the copier adjusts it from here on
            if isinstance(value, Address) and isinstance(target, Reg) and not target.ptr:
                return Number("address of a local", ins.pos)
            return value
        if op in ("offset", "cvt.i.u", "cvt.u.i"):
            return self._moved(_held(state, args[1]), args[2] if op == "offset" else 0)
        if op.startswith(("ldl.", "ld.")):
            place = self._place(ins, 1, state)
            return state.get(place) if place is not None else None
        if op.startswith(("add.", "sub.")) and op.endswith("64"):
            a, b = (_held(state, x) for x in args[1:3])
            if isinstance(a, Number) and (b is None or isinstance(args[2], K)):
                return a
            if op.startswith("add.") and isinstance(b, Number) and a is None:
                return b
        return None

    @staticmethod
    def _moved(value: Number | Address | None, offset: object) -> Number | Address | None:
        if isinstance(value, Address) and isinstance(offset, int):
            return Address(value.mem, value.word + offset // 8)
        return value

    def _place(self, ins: Instr, base: int, state: State) -> tuple[Mem, int] | None:
        """The word of frame memory that a load or store at ``base`` and the offset behind it touches."""
        at, offset = ins.args[base], ins.args[base + 1]
        if not isinstance(offset, int):
            return None
        if isinstance(at, Mem):
            return at, offset // 8
        known = _held(state, at)
        return (known.mem, known.word + offset // 8) if isinstance(known, Address) else None

    def _store(self, ins: Instr, state: State) -> None:
        place = self._place(ins, 0, state)
        if place is None:
            return
        state.pop(place, None)
        value = _held(state, ins.args[2])
        if isinstance(value, Number):
            state[place] = value

    # ---- calls and uses ----------------------------------------------------------------------------------------------

    def _call(self, ins: Instr, state: State) -> None:
        callee = ins.args[0] if ins.op == "call" and isinstance(ins.args[0], str) else ""
        moves = self.may_grow(callee) if callee else ins.op not in ("systemstack", "mcall")
        shown = callee or "a function value"
        for holder, value in list(state.items()):
            if isinstance(holder, Out):
                del state[holder]
                if isinstance(value, Number):
                    self._use(value, ins)
                    if moves and not value.call:
                        self._report(ins.pos, f"{value.what} is passed to {shown}, which may move the stack", value)
                elif isinstance(value, Address):
                    self._use_memory(value.mem, ins, state)
            elif moves and isinstance(value, Number) and not value.call:
                state[holder] = value._replace(call=shown, call_pos=ins.pos)

    def _use_memory(self, mem: Mem, ins: Instr, state: State) -> None:
        """Frame memory is handed to somebody: a closure's captured words, for one."""
        for holder, value in state.items():
            if isinstance(holder, tuple) and holder[0] is mem:
                self._use(value, ins)

    def _use(self, value: Number | Address | None, ins: Instr) -> None:
        if isinstance(value, Number) and value.call:
            text = f"{value.what} is live across the call of {value.call}, which may move the stack"
            self._report(value.call_pos, text, value)

    def _report(self, pos: int, text: str, value: Number) -> None:
        self.found.setdefault((pos, value.what), Finding(pos, text))
