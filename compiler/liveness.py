"""Which virtual registers and which frame memory are live where: backwards dataflow on bitsets, and with it the removal
of dead operations.

The bit of a register, or of frame memory with pointers, is ``1 << id``; that of the argument area used as memory is
``ARGS``. A set of them is a Python int. The result is what slots needs: for every safepoint what is live behind it, and
for every register the registers it may not share a slot with.

Memory is live where code further on reads it or takes its address. Where it is not, a pointer that was taken before may
still lead there: such memory is *addressed*, and the collector keeps what live pointers reach of it, as gc's does with
its stack objects.

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
    assigned; ``addressed``: memory whose address is taken somewhere."""

    regs: dict[int, ir.Reg] = field(default_factory=dict)
    conflicts: dict[int, int] = field(default_factory=dict)
    at: dict[int, int] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    undefined: int = 0
    addressed: int = 0


ARGS = 1  # registers and memory are numbered from 1

Summary = tuple[list[tuple[ir.Instr, ir.OpFacts, int, int]], int, int]


def analyse(func: ir.Func) -> Liveness:
    """Liveness of a function; deletes operations without effect from its blocks. Raises Bug if a register is live into
    the block at which a recovered panic resumes."""
    result = Liveness()
    summaries = [_summary(block, result) for block in func.blocks]
    live_in, live_out = _flow(func, summaries)
    entry = live_in[id(func.blocks[0])] if func.blocks else 0
    result.undefined = entry
    resume = 0  # what is live into deferreturn: any call may go on there
    if func.deferreturn is not None and func.deferreturn is not func.blocks[0]:
        resume = live_in[id(func.deferreturn)]
        if names := [repr(r) for r in result.regs.values() if resume >> r.id & 1]:
            raise Bug(f"{func.name}: registers live into deferreturn: {', '.join(names)}")
    for i in range(len(func.blocks) - 1, -1, -1):
        _walk(func.blocks[i], summaries[i][0], live_out[id(func.blocks[i])], resume, result)
    result.order.reverse()
    return result


def _summary(block: ir.Block, result: Liveness) -> Summary:
    """Per instruction (instruction, facts, assigned bit, read bits); and the block's upward exposed and assigned
    registers and memory."""
    rows = []
    gen = kill = 0
    facts, reg, regs = ir.FACTS, ir.Reg, result.regs
    filled = _filled(block)
    for n, ins in enumerate(block.instrs):
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
        if f.places:
            memory = _memory_read(ins, f)
            reads |= memory
            write |= filled.get(n, 0) & ~memory
            if f.name == "lea":
                result.addressed |= memory
        gen |= reads & ~kill
        kill |= write
        rows.append((ins, f, write, reads))
    return rows, gen, kill


def _memory_read(ins: ir.Instr, f: ir.OpFacts) -> int:
    """Bits of the frame memory that an instruction reads, or takes the address of."""
    reads = 0
    for n, i in enumerate(f.places):
        place = ins.args[i]
        if n or f.name not in _STORES:
            if type(place) is ir.Arg:
                reads |= ARGS
            elif type(place) is ir.Mem and place.zero:
                reads |= 1 << place.id
    return reads


_STORES = frozenset(name for name in ir.FACTS if name in ("zero", "copy") or name.startswith("stl."))


def _filled(block: ir.Block) -> dict[int, int]:
    """By the index of an instruction, the memory that gets new values there: it fills all pointer words, or is the first
    of stores that do, without a safepoint or a use among them."""
    filled: dict[int, int] = {}
    runs: dict[int, tuple[int, int]] = {}  # memory -> (index of the first store, pointer words still to be written)
    for n, ins in enumerate(block.instrs):
        f = ir.FACTS[ins.op]
        if f.safepoint:
            runs.clear()
        if not f.places:
            continue
        for i in f.places[f.name in _STORES :]:
            runs.pop(id(ins.args[i]), None)
        mem = ins.args[f.places[0]]
        if f.name in _STORES and type(mem) is ir.Mem and mem.zero:
            first, missing = runs.get(id(mem)) or (n, sum(1 << p for p in mem.ptrs))
            if f.name in ("zero", "copy"):
                missing &= -1 << ins.args[-1]  # type: ignore[operator]
            elif f.name == "stl.i64":
                missing &= ~(1 << ins.args[1] // 8)  # type: ignore[operator]
            if missing:
                runs[id(mem)] = first, missing
            else:
                filled[first] = filled.get(first, 0) | 1 << mem.id
                runs.pop(id(mem), None)
    return filled


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


def _walk(
    block: ir.Block, rows: list[tuple[ir.Instr, ir.OpFacts, int, int]], live: int, resume: int, result: Liveness
) -> None:
    """Walks a block from its end: records conflicts and maps, drops dead operations."""
    conflicts, order, at = result.conflicts, result.order, result.at
    dead = False
    for ins, f, write, reads in reversed(rows):
        if f.dst < 0 or not write:
            live &= ~write
            if f.safepoint:
                at[id(ins)] = live | resume
        else:
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
        live |= reads
    if dead:
        block.instrs = [ins for ins in block.instrs if ins.op]


def undefined_regs(result: Liveness) -> list[ir.Reg]:
    """The registers that some path reads before assigning them; emit clears them at entry."""
    return [r for n, r in sorted(result.regs.items()) if result.undefined >> n & 1]
