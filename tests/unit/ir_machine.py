"""Two tiny evaluators for random programs: one of IR, one of emitted words; and the generator of the programs.

A call changes the whole outgoing area: word 1 becomes a mix of word 0 and of the number of calls so far, the others
rubbish. Memory is a dictionary by address; frame memory lies at made-up addresses.
"""

from __future__ import annotations

import random
from typing import Any

from morestack.compiler import ir
from morestack.compiler.emit import Code
from morestack.compiler.ir import Arg, Block, Func, Instr, K, Mem, Out, Reg
from morestack.vm import isa, semantics

STEPS = 400
W = isa.WORDS_PER_INSTRUCTION
Trace = tuple[str, list[tuple[int, int]], Any]  # how it ended, the calls (argument, result), the result


class Trap(Exception):
    """nilcheck or bound failed, or a division by zero."""


def mix(n: int, calls: int) -> int:
    """The result of a call."""
    return (n * 31 + calls * 7 + 5) % 1009


def run_ir(func: Func, args: list[int]) -> Trace:
    """Evaluates a function's IR."""
    regs: dict[int, int] = {}
    out = [0] * 8
    area = list(args) + [0] * 4
    memory: dict[tuple[int, int], int] = {}
    mems = {id(m): n for n, m in enumerate(_mems(func))}
    calls: list[tuple[int, int]] = []

    def get(a: object) -> int:
        if isinstance(a, Reg):
            return regs.get(a.id, 0)
        if isinstance(a, Out):
            return out[a.index]
        if isinstance(a, Arg):
            return area[a.index]
        assert isinstance(a, K)
        return int(a.value)

    def put(a: object, v: int) -> None:
        if isinstance(a, Reg):
            regs[a.id] = v
        elif isinstance(a, Out):
            out[a.index] = v
        else:
            assert isinstance(a, Arg)
            area[a.index] = v

    block, at = func.blocks[0], 0
    for _ in range(STEPS):
        ins = block.instrs[at]
        at += 1
        a: Any = ins.args
        name, _, _ = ins.op.partition(".")
        try:
            if name == "mov":
                put(a[0], get(a[1]))
            elif name == "ret":
                return "ret", calls, area[1]
            elif name == "call":
                result = mix(out[0], len(calls))
                calls.append((out[0], result))
                out = [-9 - i for i in range(8)]
                out[1] = result
            elif name == "poll":
                pass
            elif name == "ldl":
                put(a[0], memory.get((mems[id(a[1])], a[2]), 0))
            elif name == "stl":
                memory[mems[id(a[0])], a[1]] = get(a[2])
            elif name == "nilcheck":
                if get(a[0]) == 0:
                    raise Trap
            elif name == "bound":
                if not 0 <= get(a[0]) < get(a[1]):
                    raise Trap
            else:
                f = ir.FACTS[ins.op]
                k = next((x for x in a if x.__class__ is int), 0)
                value = semantics.fold(ins.op, *[get(a[i]) for i in f.srcs], k=k)
                if f.label < 0:
                    put(a[f.dst], int(value))
                elif value:
                    block, at = a[f.label], 0
        except KeyError:
            assert name == "jmp"
            block, at = a[0], 0
        except (Trap, ZeroDivisionError):
            return "trap", calls, None
    return "steps", calls[:20], None


def run_words(code: Code, args: list[int]) -> Trace:
    """Evaluates emitted words."""
    m = code.frame_words
    slots: dict[int, int] = {m + j: v for j, v in enumerate(args)}
    calls: list[tuple[int, int]] = []
    consts = [c if c < 1 << 63 else c - (1 << 64) for c in code.consts if isinstance(c, int)]
    pc = 1
    for _ in range(3 * STEPS):
        row = isa.OPS[code.words[pc * W]]
        a = code.words[pc * W + 1 : pc * W + W]
        pc += 1
        name, _, _ = row.name.partition(".")
        f = ir.FACTS[row.name]

        def get(i: int, a: Any = a) -> int:
            return slots.get(a[i], 0) if a[i] >= 0 else consts[~a[i]]

        try:
            if name == "mov":
                slots[a[0]] = get(1)
            elif name == "ret":
                return "ret", calls, slots.get(m + 1, 0)
            elif name == "jmp":
                pc = a[0]
            elif name == "zero":
                for i in range(a[1]):
                    slots[a[0] + i] = 0
            elif name == "call":
                result = mix(slots.get(0, 0), len(calls))
                calls.append((slots.get(0, 0), result))
                for i in range(code.out_words):
                    slots[i] = -9 - i
                slots[1] = result
            elif name in ("poll", "enter"):
                pass
            elif name == "ldl":
                slots[a[0]] = slots.get(a[1] + a[2] // 8, 0)
            elif name == "stl":
                slots[a[0] + a[1] // 8] = get(2)
            elif name == "nilcheck":
                if get(0) == 0:
                    raise Trap
            elif name == "bound":
                if not 0 <= get(0) < get(1):
                    raise Trap
            else:
                value = semantics.fold(row.name, *[get(i) for i in f.srcs], k=a[3] if name == "index" else a[2])
                if f.label < 0:
                    slots[a[f.dst]] = int(value)
                elif value:
                    pc = a[f.label]
        except (Trap, ZeroDivisionError):
            return "trap", calls, None
    return "steps", calls[:20], None


def _mems(func: Func) -> list[Mem]:
    found = {id(a): a for b in func.blocks for i in b.instrs for a in i.args if isinstance(a, Mem)}
    return list(found.values())


def random_function(seed: int) -> Func:
    """A function of two argument words (parameter, result) in the shape the builder's output has."""
    rng = random.Random(seed)
    regs = [Reg(i, "i", rng.random() < 0.3) for i in range(1, rng.randint(3, 12))]
    mem = Mem(0, 3, (0,))
    blocks = [Block(i) for i in range(rng.randint(1, 7))]

    def src() -> object:
        return rng.choice(regs) if rng.random() < 0.7 else K(rng.randint(-2, 5))

    def instruction() -> list[Instr]:
        d = rng.choice(regs)
        kind = rng.randrange(12)
        if kind < 4:
            op = rng.choice(
                ("add.i64", "sub.i64", "mul.i32", "and.i", "lt.i", "eq.i", "le.i", "ne.i", "div.i64", "shl.i8")
            )
            return [Instr(op, (d, src(), K(rng.randint(0, 3)) if op == "shl.i8" else src()))]
        if kind < 7:
            return [Instr("mov.i", (d, src()))]
        if kind == 7:
            return [Instr("mov.i", (Out(0), src())), Instr("call", ("f",)), Instr("mov.i", (d, Out(1)))]
        if kind == 8:
            return [Instr("stl.i64", (mem, 8 * rng.randrange(3), src()))]
        if kind == 9:
            return [Instr("ldl.i64", (d, mem, 8 * rng.randrange(3)))]
        if kind == 10:
            return (
                [Instr("nilcheck", (rng.choice(regs),))] if rng.random() < 0.5 else [Instr("bound", (src(), src(), 0))]
            )
        return [
            Instr("index", (d, rng.choice(regs), src(), 8))
            if rng.random() < 0.5
            else Instr("offset", (d, rng.choice(regs), 8))
        ]

    for n, b in enumerate(blocks):
        if n == 0:
            b.instrs.append(Instr("mov.i", (regs[0], Arg(0))))
            b.instrs += [Instr("mov.i", (r, K(i))) for i, r in enumerate(regs[1:])]
        elif rng.random() < 0.4:
            b.loop_head = True
            b.instrs.append(Instr("poll", ()))
        for _ in range(rng.randrange(7)):
            b.instrs += instruction()
        later = blocks[1:] if len(blocks) > 1 else []
        if not later or rng.random() < 0.2:
            b.instrs += [Instr("mov.i", (Arg(1), src())), Instr("ret", ())]
            continue
        choice = rng.randrange(4)
        if choice == 0:
            b.instrs.append(Instr("br", (rng.choice(regs), rng.choice(later))))
        elif choice == 1:
            b.instrs.append(Instr("brz", (rng.choice(regs), rng.choice(later))))
        elif choice == 2:
            b.instrs.append(Instr(rng.choice(("jlt.i", "jle.i", "jeq.i", "jne.i")), (src(), src(), rng.choice(later))))
        b.instrs.append(Instr("jmp", (rng.choice(later),)))
    return Func("main.f", "f.go", 1, blocks, arg_words=2, param_words=1, min_out=4)


def agree(a: Trace, b: Trace) -> bool:
    """Did two evaluations see the same, as far as both went?"""
    if "steps" in (a[0], b[0]):
        n = min(len(a[1]), len(b[1]))
        return a[1][:n] == b[1][:n]
    return a == b
