"""The IR as text, and the checker of its invariants: what every pass may rely on, asserted.

The checker finds: unknown opcodes, wrong operand counts and kinds, branches out of the function, blocks without an end,
registers read before they are written on some path, calls between the moves of arguments, constants out of range.
"""

from __future__ import annotations

from morestack.compiler import ir
from morestack.compiler.ir import Arg, Block, Func, Instr, K, Mem, Out, Reg, Sym, text
from morestack.vm import isa

__all__ = ["check", "text"]

_LOW, _HIGH, _MAX = -(1 << 63), (1 << 63) - 1, (1 << 64) - 1


def check(func: Func) -> list[str]:
    """Everything that is wrong with func, as lines; empty if it is well formed."""
    out: list[str] = []
    blocks = set(func.blocks)
    for block in func.blocks:
        _check_block(func, block, blocks, out)
    if not out:
        _check_flow(func, out)
    return out


def _check_block(func: Func, block: Block, blocks: set[Block], out: list[str]) -> None:
    where = f"{func.name} b{block.id}"
    if not block.instrs:
        out.append(f"{where}: empty block")
        return
    if block.loop_head and block.instrs[0].op != "poll":
        out.append(f"{where}: loop head without poll")
    for i, ins in enumerate(block.instrs):
        row = isa.BY_NAME.get(ins.op)
        if row is None:
            out.append(f"{where}: unknown opcode {ins.op}")
            return
        if len(ins.args) != len(row.operands):
            out.append(f"{where}: {ins.op} has {len(ins.args)} operands, wants {len(row.operands)}")
            return
        last = i == len(block.instrs) - 1
        if row.has("terminator") != last:
            out.append(f"{where}: {ins.op} {'ends the block' if last else 'inside the block'}")
        for a, o in zip(ins.args, row.operands, strict=True):
            problem = _operand(a, o, blocks)
            if problem:
                out.append(f"{where}: {ins.op} {', '.join(ir.operand_text(x) for x in ins.args)}: {problem}")


def _operand(a: object, o: isa.Operand, blocks: set[Block]) -> str:
    if o.role == "d":
        if isinstance(a, Reg):
            return "" if a.kind == o.kind else f"destination of kind {a.kind}, wants {o.kind}"
        return "" if isinstance(a, (Out, Arg)) else f"bad destination {a!r}"
    if o.role in ("a", "b", "c"):
        if isinstance(a, Reg):
            return "" if a.kind == o.kind else f"operand of kind {a.kind}, wants {o.kind}"
        if isinstance(a, K):
            return _constant(a, o.kind)
        if isinstance(a, Sym):
            return "" if o.kind in "iu" else "address in a float operand"
        return "" if isinstance(a, (Out, Arg)) else f"bad operand {a!r}"
    if o.role == "S":
        return "" if isinstance(a, (Mem, Out, Arg)) else f"bad place {a!r}"
    if o.role == "L":
        return "" if a in blocks else "branch out of the function"
    if o.role == "F":
        return "" if isinstance(a, str) else "bad function name"
    return "" if isinstance(a, int) else f"bad number {a!r}"


def _constant(a: K, kind: str) -> str:
    v = a.value
    if kind in "df":
        return "" if isinstance(v, (float, tuple)) else f"constant {v!r} in a float operand"
    if isinstance(v, bool) or not isinstance(v, int):
        return f"constant {v!r} in an integer operand"
    low, high = (_LOW, _HIGH) if kind == "i" else (0, _MAX)
    return "" if low <= v <= high else f"constant {v} out of range of kind {kind}"


def _check_flow(func: Func, out: list[str]) -> None:
    """Registers are written before they are read on every path."""
    need: dict[Block, set[Reg]] = {}
    made: dict[Block, set[Reg]] = {}
    for block in func.blocks:
        need[block], made[block] = _block_facts(block)
    live: dict[Block, set[Reg]] = {b: set(need[b]) for b in func.blocks}
    before: dict[Block, list[Block]] = {b: [] for b in func.blocks}
    for b in func.blocks:
        for s in b.successors():
            before[s].append(b)
    work = list(func.blocks)
    while work:
        b = work.pop()
        for p in before[b]:
            more = live[b] - made[p] - live[p]
            if more:
                live[p] |= more
                work.append(p)
    entry = live[func.blocks[0]]
    if func.deferreturn is not None:
        entry = entry | live[func.deferreturn]
    for r in entry:
        out.append(f"{func.name}: {r!r} may be read before it is written")


def _block_facts(block: Block) -> tuple[set[Reg], set[Reg]]:
    need: set[Reg] = set()
    made: set[Reg] = set()
    for ins in block.instrs:
        written: Reg | None = None
        for a, o in zip(ins.args, isa.BY_NAME[ins.op].operands, strict=True):
            if isinstance(a, Reg):
                if o.role == "d":
                    written = a
                elif a not in made:
                    need.add(a)
        if written is not None:
            made.add(written)
    return need, made


def show(ins: Instr) -> str:
    """One instruction as text."""
    return f"{ins.op} {', '.join(ir.operand_text(a) for a in ins.args)}".rstrip()
