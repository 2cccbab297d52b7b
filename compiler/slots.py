"""Virtual registers to frame slots: where everything of a function lies, and with that its stack maps.

    s + M + j      parameter j; a register that only holds that parameter lives there
    s + M - 1      return pc
                   frame memory that is zeroed at entry, in one run
                   frame memory that is not
                   registers, coloured: registers of one kind that are never live at once share a slot
    s + 0 .. out   outgoing area

A register is coloured greedily in the order of first assignment; a move between registers that may share a slot makes them
share it, and emit then drops the move.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from morestack.compiler import ir
from morestack.compiler.liveness import Liveness


@dataclass(slots=True)
class Frame:
    """``slot_of[register id]``, ``mem_of[id(Mem)]``: slots relative to s. ``words`` counts the return pc in. ``arg_map``: argument
    words live throughout; ``mem_map``: pointer slots of zeroed frame memory; ``zero``: (first slot, words) to clear."""

    words: int = 0
    out_words: int = 0
    slot_of: dict[int, int] = field(default_factory=dict)
    mem_of: dict[int, int] = field(default_factory=dict)
    arg_map: int = 0
    mem_map: int = 0
    zero: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Uses:
    """What a scan over the code finds: outgoing words, frame memories in order of use, parameter words used as memory, and the
    register that holds each parameter (None: several do, or the word is used otherwise)."""

    out_words: int = 0
    mems: dict[int, ir.Mem] = field(default_factory=dict)
    memory_args: set[int] = field(default_factory=set)
    holders: dict[int, ir.Reg | None] = field(default_factory=dict)


def assign(func: ir.Func, live: Liveness) -> Frame:
    """Lays out the frame of a function."""
    uses = _scan(func)
    frame = Frame(out_words=uses.out_words)
    homes = {
        r.id: j
        for j, r in uses.holders.items()
        if r is not None and j < func.param_words and j not in uses.memory_args
    }
    local = _colour(live, homes, frame)
    at = uses.out_words + local
    plain = [m for m in uses.mems.values() if not m.zero]
    zeroed = [m for m in uses.mems.values() if m.zero]
    for m in plain:
        frame.mem_of[id(m)] = at
        at += m.words
    first = at
    for m in zeroed:
        frame.mem_of[id(m)] = at
        for p in m.ptrs:
            frame.mem_map |= 1 << at + p
        at += m.words
    frame.zero = (first, at - first)
    frame.words = at + 1
    for n, j in homes.items():
        frame.slot_of[n] = frame.words + j
    for j in func.arg_ptrs:
        if j in uses.memory_args:
            frame.arg_map |= 1 << j
    return frame


def _scan(func: ir.Func) -> Uses:
    uses = Uses(out_words=func.min_out, holders=_parameters(func))
    out, arg, mem = ir.Out, ir.Arg, ir.Mem
    facts = ir.FACTS
    top = func.min_out
    for block in func.blocks:
        for ins in block.instrs:
            for a in ins.args:
                kind = type(a)
                if kind is out:
                    if a.index >= top:  # type: ignore[attr-defined]
                        top = a.index + 1  # type: ignore[attr-defined]
                elif kind is mem:
                    uses.mems.setdefault(id(a), a)  # type: ignore[arg-type]
                elif kind is arg:
                    _argument(func, ins, facts[ins.op], a, uses)  # type: ignore[arg-type]
            f = facts[ins.op]
            if f.places:
                for i in f.places:
                    a = ins.args[i]
                    if type(a) is out:
                        if f.name in ("copy", "zero"):
                            words = ins.args[-1]
                        else:
                            words = ins.args[i + 1] // 8 + 1  # type: ignore[operator]
                        top = max(top, a.index + words)  # type: ignore[operator]
    uses.out_words = top
    return uses


def _argument(func: ir.Func, ins: ir.Instr, f: ir.OpFacts, a: ir.Arg, uses: Uses) -> None:
    """Notes how an instruction uses an argument word."""
    j = a.index
    if f.dst >= 0 and ins.args[f.dst] is a and f.kinds[f.dst]:
        uses.holders[j] = None
        return
    if f.places and any(ins.args[i] is a for i in f.places):
        if f.name == "lea":
            uses.memory_args.update(range(j + max(0, ins.args[2]) // 8, func.arg_words))  # type: ignore[call-overload]
        elif f.name in ("copy", "zero"):
            uses.memory_args.update(range(j, j + ins.args[-1]))  # type: ignore[operator]
        else:
            k = ins.args[f.places[0] + 1]
            uses.memory_args.add(j + k // 8)  # type: ignore[operator]
        return
    if uses.holders.get(j) is not ins.args[0]:
        uses.holders[j] = None


def _parameters(func: ir.Func) -> dict[int, ir.Reg | None]:
    """The registers that the first instructions of the entry block load from argument words, by word."""
    holders: dict[int, ir.Reg | None] = {}
    entry = func.blocks[0]
    if entry.loop_head:
        return holders
    for ins in entry.instrs:
        if ins.op.startswith("mov.") and type(ins.args[1]) is ir.Arg and type(ins.args[0]) is ir.Reg:
            j = ins.args[1].index
            holders[j] = None if j in holders else ins.args[0]
        elif ins.op not in ("getctx", "lea", "copy", "zero"):
            break
    return holders


def _colour(live: Liveness, homes: dict[int, int], frame: Frame) -> int:
    """Gives every register without a home in the argument area a slot; returns how many slots that took."""
    partners: dict[int, list[int]] = {}
    for d, s in live.pairs:
        partners.setdefault(d, []).append(s)
        partners.setdefault(s, []).append(d)
    kinds: dict[str, list[list[int]]] = {"i": [], "u": [], "d": [], "f": []}  # colour: [members, their conflicts, slot]
    colour_of: dict[int, list[int]] = {}
    regs, conflicts, slot_of = live.regs, live.conflicts, frame.slot_of
    count = 0
    done: set[int] = set(homes)
    for n in (*live.order, *live.regs):
        if n in done:
            continue
        done.add(n)
        bit = 1 << n
        mine = conflicts.get(n, 0)
        colours = kinds[regs[n].kind]
        chosen = None
        for p in partners.get(n, ()):
            c = colour_of.get(p)
            if c is not None and not c[0] & mine and not c[1] & bit and regs[p].kind == regs[n].kind:
                chosen = c
                break
        if chosen is None:
            for c in colours:
                if not c[0] & mine and not c[1] & bit:
                    chosen = c
                    break
            else:
                chosen = [0, 0, frame.out_words + count]
                count += 1
                colours.append(chosen)
        chosen[0] |= bit
        chosen[1] |= mine
        colour_of[n] = chosen
        slot_of[n] = chosen[2]
    return count
