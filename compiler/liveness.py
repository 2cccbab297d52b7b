"""Which virtual registers are live where: backwards dataflow on bitsets, and with it the removal of dead operations.

A register's bit is ``1 << id``. A set of registers is a Python int. The result is what slots needs: for every
safepoint the registers live behind it, and for every register the registers it may not share a slot with.

    before                     after
    %a = add 1, 2              (gone: %a is dead)
    call f          live {%p}  call f       map: %p
    st %p, 0, 7                st %p, 0, 7
"""

from __future__ import annotations

from dataclasses import dataclass, field

from morestack.compiler import ir
from morestack.compiler.source import Bug


@dataclass(slots=True)
class Liveness:
    """``regs`` by id; ``conflicts[id]``: the registers live where it is assigned (not symmetric); ``at``:
    id(instruction) of a safepoint -> live registers; ``order``: ids in the order of their first assignment; ``pairs``:
    (destination id, source id) of moves between registers; ``undefined``: registers that may be read before they are
    assigned."""

    regs: dict[int, ir.Reg] = field(default_factory=dict)
    conflicts: dict[int, int] = field(default_factory=dict)
    at: dict[int, int] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    undefined: int = 0


Summary = tuple[list[tuple[ir.Instr, ir.OpFacts, int, int]], int, int]


def analyse(func: ir.Func) -> Liveness:
    """Liveness of a function; deletes operations without effect from its blocks. Raises Bug if a register is live into
    the block at which a recovered panic resumes."""
    result = Liveness()
    summaries = [_summary(block, result.regs) for block in func.blocks]
    live_in, live_out = _flow(func, summaries)
    entry = live_in[id(func.blocks[0])] if func.blocks else 0
    result.undefined = entry
    if func.deferreturn is not None and live_in.get(id(func.deferreturn), 0) and func.deferreturn is not func.blocks[0]:
        lost = live_in[id(func.deferreturn)]
        names = [repr(r) for r in result.regs.values() if lost >> r.id & 1]
        raise Bug(f"{func.name}: registers live into deferreturn: {', '.join(names)}")
    for i in range(len(func.blocks) - 1, -1, -1):
        _walk(func.blocks[i], summaries[i][0], live_out[id(func.blocks[i])], result)
    result.order.reverse()
    return result


def _summary(block: ir.Block, regs: dict[int, ir.Reg]) -> Summary:
    """Per instruction (instruction, facts, assigned bit, read bits); and the block's upward exposed and assigned
    registers."""
    rows = []
    gen = kill = 0
    facts, reg = ir.FACTS, ir.Reg
    for ins in block.instrs:
        f = facts[ins.op]
        args = ins.args
        reads = 0
        for i in f.srcs:
            a = args[i]
            if type(a) is reg:
                reads |= 1 << a.id
                regs[a.id] = a
        write = 0
        if f.dst >= 0:
            a = args[f.dst]
            if type(a) is reg:
                write = 1 << a.id
                regs[a.id] = a
        gen |= reads & ~kill
        kill |= write
        rows.append((ins, f, write, reads))
    return rows, gen, kill


def _flow(func: ir.Func, summaries: list[Summary]) -> tuple[dict[int, int], dict[int, int]]:
    """Fixed point of live-in and live-out by id(block); blocks in reverse order, repeated while anything changes."""
    order = []
    for block, (_, gen, kill) in zip(func.blocks, summaries, strict=True):
        order.append((id(block), [id(b) for b in block.successors()], gen, ~kill))
    order.reverse()
    live_in = {key: gen for key, _, gen, _ in order}
    live_out = dict.fromkeys(live_in, 0)
    changed = True
    while changed:
        changed = False
        for key, successors, gen, keep in order:
            out = 0
            for s in successors:
                out |= live_in[s]
            if out != live_out[key]:
                live_out[key] = out
                before = gen | out & keep
                if before != live_in[key]:
                    live_in[key] = before
                    changed = True
    return live_in, live_out


def _walk(block: ir.Block, rows: list[tuple[ir.Instr, ir.OpFacts, int, int]], live: int, result: Liveness) -> None:
    """Walks a block from its end: records conflicts and maps, drops dead operations."""
    conflicts, order, at = result.conflicts, result.order, result.at
    dead = False
    for ins, f, write, reads in reversed(rows):
        if write:
            if not live & write and f.pure:
                ins.op = ""
                dead = True
                continue
            args = ins.args
            d = args[f.dst]
            n = d.id  # type: ignore[attr-defined]
            live &= ~write

            if ins.op[:4] == "mov." and (a := args[1]).__class__ is ir.Reg and a.ptr == d.ptr:  # type: ignore[attr-defined]
                result.pairs.append((n, a.id))
                conflicts[n] = conflicts.get(n, 0) | live & ~reads
            else:
                conflicts[n] = conflicts.get(n, 0) | live
            order.append(n)
        elif f.safepoint:
            at[id(ins)] = live
        live |= reads
    if dead:
        block.instrs = [ins for ins in block.instrs if ins.op]


def undefined_regs(result: Liveness) -> list[ir.Reg]:
    """The registers that some path reads before assigning them; emit clears them at entry."""
    return [r for n, r in sorted(result.regs.items()) if result.undefined >> n & 1]
