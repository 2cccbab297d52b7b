"""Calls of tiny functions, replaced by their bodies.

A template is the IR of a function without loops, calls, closures and defers, of at most MAX_INSTRUCTIONS instructions,
as it was before any pass changed it. To inline is to copy its blocks with fresh registers: parameters become the
arguments, results registers of the caller. Each copied instruction remembers the call (ir.InlinedCall), so that traces
show the function as gc shows inlined ones.
"""

from __future__ import annotations

from typing import Final

from morestack.compiler import ir, tree
from morestack.compiler.build_shape import Abi, shape
from morestack.compiler.ir import Arg, Block, Instr, Mem, Out, Reg
from morestack.vm import image

MAX_NODES: Final = 80  # of a body that is looked at more closely
MAX_INSTRUCTIONS: Final = 24
MAX_BLOCKS: Final = 7

_NEVER: Final = frozenset(
    (tree.ForStmt, tree.RangeStmt, tree.SelectStmt, tree.GoStmt, tree.DeferStmt, tree.FuncLit, tree.LabeledStmt,
     tree.SendStmt)
)  # fmt: skip
_FRAME_OPS: Final = frozenset(
    ("getcallersp", "getcallerpc", "setcallerpc", "getpc", "getsp", "getctx", "systemstack", "mcall", "gogo", "call",
     "callclosure", "callpc", "native", "poll", "exitvm", "systemstackret")
)  # fmt: skip
_PRAGMAS: Final = frozenset(("noinline", "systemstack", "uintptrescapes"))
_FLAGS: Final = image.CLOSURE | image.HAS_DEFER | image.WRAPPER | image.SYSTEMSTACK


def may_inline(decl: tree.FuncDecl) -> bool:
    """Is the declaration worth building early for its callers?"""
    body = decl.body
    if body is None or decl.linkname or decl.pragmas & _PRAGMAS or len(body.list) > 4:
        return False
    return not any(n > MAX_NODES or type(node) in _NEVER for n, node in enumerate(tree.walk(body)))


class Template:
    """A copy of a function's IR, to be copied into callers."""

    __slots__ = ("abi", "blocks", "func", "params", "single")

    def __init__(self, func: ir.Func, abi: Abi) -> None:
        self.func = func
        self.abi = abi
        self.blocks = [(b, [Instr(i.op, i.args, i.pos, i.inline) for i in b.instrs]) for b in func.blocks]
        self.single = len(self.blocks) == 1
        self.params = _lasting_parameters(func)


def template(func: ir.Func, abi: Abi) -> Template | None:
    """The template of a function just built, or None if it is not fit."""
    if func.flags & _FLAGS or len(func.blocks) > MAX_BLOCKS or func.deferreturn is not None:
        return None
    if any(not shape(t).flat for t, _ in (*abi.params, *abi.results)):
        return None
    count = 0
    for block in func.blocks:
        count += len(block.instrs)
        if block.loop_head or count > MAX_INSTRUCTIONS + abi.words:
            return None
        for ins in block.instrs:
            if ins.op in _FRAME_OPS or not _plain(ins):
                return None
    return Template(func, abi)


def _plain(ins: Instr) -> bool:
    """The argument area is only moved from and to."""
    move = ins.op.startswith("mov.")
    return not any(type(a) is Out or (type(a) is Arg and not move) for a in ins.args)


def _lasting_parameters(func: ir.Func) -> frozenset[Reg]:
    """Registers that are written once, from a parameter: in the caller they can be the argument itself."""
    writes: dict[Reg, int] = {}
    from_argument: set[Reg] = set()
    facts = ir.FACTS
    for block in func.blocks:
        for ins in block.instrs:
            dst = facts[ins.op].dst
            if dst >= 0:
                d = ins.args[dst]
                if type(d) is Reg:
                    writes[d] = writes.get(d, 0) + 1
                    if ins.op.startswith("mov.") and type(ins.args[1]) is Arg:
                        from_argument.add(d)
    return frozenset(r for r in from_argument if writes[r] == 1)


class Copier:
    """Copies one template: the maps from its registers, memory and blocks to the caller's."""

    def __init__(self, t: Template, words: list[object], site: ir.InlinedCall, first_id: int) -> None:
        self.template = t
        self.words = words  # operand for each parameter word
        self.site = site
        self.next = first_id
        self.map: dict[object, object] = {}
        self.results: dict[int, object] = {}
        self.chains: dict[ir.InlinedCall, ir.InlinedCall] = {}

    def fresh(self, r: Reg) -> Reg:
        self.next += 1
        new = self.map[r] = Reg(self.next, r.kind, r.ptr, r.name)
        return new

    def operand(self, a: object) -> object:
        """a in the caller."""
        c = type(a)
        if c is Reg or c is Mem or c is Block:
            hit = self.map.get(a)
            if hit is not None:
                return hit
            if isinstance(a, Reg):
                return self.fresh(a)
            if isinstance(a, Mem):
                self.next += 1
                mem = self.map[a] = Mem(self.next, a.words, a.ptrs, a.zero, a.name)
                return mem
        return a

    def chain(self, inner: ir.InlinedCall | None) -> ir.InlinedCall:
        """The inlined call of a copied instruction."""
        if inner is None:
            return self.site
        made = self.chains.get(inner)
        if made is None:
            made = self.chains[inner] = ir.InlinedCall(inner.callee, inner.pos, self.chain(inner.parent))
        return made

    def result(self, index: int, kind: str, ptr: bool) -> Reg:
        """The register of a result word."""
        r = self.results.get(index)
        if r is None:
            self.next += 1
            r = self.results[index] = Reg(self.next, kind, ptr)
        return r  # type: ignore[return-value]

    def instruction(self, ins: Instr) -> Instr | None:
        """A copy of ins; None if the caller needs none."""
        args = ins.args
        if ins.op.startswith("mov."):
            d, x = args
            if type(x) is Arg:
                word = self.words[x.index]
                if d in self.template.params:
                    self.map[d] = word
                    return None
                return Instr(ins.op, (self.operand(d), word), ins.pos, self.chain(ins.inline))
            if type(d) is Arg:
                value = self.operand(x)
                if self.template.single:
                    self.results[d.index] = value
                    return None
                kind = ins.op[4:]
                ptr = d.index in self.template.abi.result_ptrs
                return Instr(ins.op, (self.result(d.index, kind, ptr), value), ins.pos, self.chain(ins.inline))
        return Instr(ins.op, tuple([self.operand(a) for a in args]), ins.pos, self.chain(ins.inline))
