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

from collections.abc import Iterable
from dataclasses import dataclass, field

from morestack.compiler import ir
from morestack.compiler.liveness import ARGS, Liveness

MAX_OBJECTS = 64  # of a frame: the collector has a bit for each; more of them become one


@dataclass(slots=True)
class Frame:
    """``slot_of[register id]``, ``mem_of[id(Mem)]``: slots relative to s. ``words`` counts the return pc in.

    ``pointers``: by the bit of a register or of frame memory, its slots that hold pointers, as bits; an argument word j
    is slot ``words`` + j. ``objects``: (first slot, words) of the addressed memory with pointers, upwards, and
    ``object_map``, its pointer slots. ``zero``: (first slot, words) to clear."""

    words: int = 0
    out_words: int = 0
    slot_of: dict[int, int] = field(default_factory=dict)
    mem_of: dict[int, int] = field(default_factory=dict)
    pointers: dict[int, int] = field(default_factory=dict)
    objects: list[tuple[int, int]] = field(default_factory=list)
    object_map: int = 0
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
        _pointers(frame, live, 1 << m.id, at, m.words, m.ptrs)
        at += m.words
    frame.zero = (first, at - first)
    frame.words = at + 1
    for n, r in live.regs.items():
        if r.ptr:
            frame.pointers[1 << n] = 1 << frame.slot_of[n]
    in_memory = [j for j in func.arg_ptrs if j in uses.memory_args]
    if in_memory:
        _pointers(frame, live, ARGS, frame.words, in_memory[-1] + 1, in_memory)
    while len(frame.objects) > MAX_OBJECTS:
        (at, _), (second, words) = frame.objects[-2:]
        frame.objects[-2:] = [(at, second + words - at)]
    return frame


def _pointers(frame: Frame, live: Liveness, bit: int, at: int, words: int, ptrs: Iterable[int]) -> None:
    """Notes the pointers of some memory, and that it is an object if its address is taken."""
    bits = 0
    for p in ptrs:
        bits |= 1 << at + p
    if bits:
        frame.pointers[bit] = bits
        if live.addressed & bit:
            frame.objects.append((at, words))
            frame.object_map |= bits


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
