"""Virtual registers to frame slots: where everything of a function lies, and with that its stack maps.

    s + M + j      argument word j
    s + M - 1      return pc
                   frame memory that is zeroed at entry, in one run
                   frame memory that is not
                   registers, coloured: registers of one kind that are never live at once share a slot
    s + 0 .. out   outgoing area

A register is coloured greedily in the order of first assignment; a move between registers that may share a slot makes
them share it, and emit then drops the move.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from morestack.compiler import ir
from morestack.compiler.liveness import Liveness


@dataclass(slots=True)
class Frame:
    """``slot_of[register id]``, ``mem_of[id(Mem)]``: slots relative to s. ``words`` counts the return pc in.
    ``arg_map``: argument words live throughout; ``mem_map``: pointer slots of zeroed frame memory; ``zero``: (first
    slot, words) to clear."""

    words: int = 0
    out_words: int = 0
    slot_of: dict[int, int] = field(default_factory=dict)
    mem_of: dict[int, int] = field(default_factory=dict)
    arg_map: int = 0
    mem_map: int = 0
    zero: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Uses:
    """What a scan over the code finds: outgoing words, frame memory in order of use, argument words used as memory."""

    out_words: int = 0
    mems: dict[int, ir.Mem] = field(default_factory=dict)
    memory_args: set[int] = field(default_factory=set)


def assign(func: ir.Func, live: Liveness) -> Frame:
    """Lays out the frame of a function."""
    uses = _scan(func)
    frame = Frame(out_words=uses.out_words)
    local = _colour(live, frame)
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
    for j in func.arg_ptrs:
        if j in uses.memory_args:
            frame.arg_map |= 1 << j
    return frame


def _scan(func: ir.Func) -> Uses:
    uses = Uses()
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
                elif kind is arg and facts[ins.op].places:
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
    """Notes the argument words that an instruction uses as memory."""
    j = a.index
    if not any(ins.args[i] is a for i in f.places):
        return
    if f.name == "lea":
        uses.memory_args.update(range(j + max(0, ins.args[2]) // 8, func.arg_words))  # type: ignore[call-overload]
    elif f.name in ("copy", "zero"):
        uses.memory_args.update(range(j, j + ins.args[-1]))  # type: ignore[operator]
    else:
        k = ins.args[f.places[0] + 1]
        uses.memory_args.add(j + k // 8)  # type: ignore[operator]


def _colour(live: Liveness, frame: Frame) -> int:
    """Gives every register a slot; returns how many slots that took."""
    partners: dict[int, list[int]] = {}
    for d, s in live.pairs:
        partners.setdefault(d, []).append(s)
        partners.setdefault(s, []).append(d)
    kinds: dict[str, list[list[int]]] = {"i": [], "u": [], "d": [], "f": []}  # colour: [members, their conflicts, slot]
    colour_of: dict[int, list[int]] = {}
    regs, conflicts, slot_of = live.regs, live.conflicts, frame.slot_of
    count = 0
    done: set[int] = set()
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
