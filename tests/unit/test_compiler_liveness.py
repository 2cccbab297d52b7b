"""What is live at safepoints, and what liveness refuses."""

from __future__ import annotations

import pytest
from morestack.compiler.ir import Func, Instr, K, Mem, Out, Reg
from morestack.compiler.liveness import analyse, undefined_regs
from morestack.compiler.source import Bug

from .linking import block

P, Q = Reg(1, "i", True, "p"), Reg(2, "i", True, "q")
N = Reg(3, "i", False, "n")


def live_names(func: Func) -> list[set[str]]:
    result = analyse(func)
    return [
        {r.name for r in result.regs.values() if result.at[id(i)] >> r.id & 1}
        for b in func.blocks
        for i in b.instrs
        if id(i) in result.at
    ]


def test_live_behind_a_call() -> None:
    f = Func(
        "f",
        "f.go",
        1,
        [
            block(
                0,
                ("mov.i", P, Out(0)),
                ("mov.i", Q, Out(1)),
                ("call", "g"),
                ("mov.i", Out(0), P),
                ("call", "g"),
                ("ret",),
            )
        ],
    )
    assert live_names(f) == [{"p"}, set()]
    assert [i.op for i in f.blocks[0].instrs] == ["mov.i", "call", "mov.i", "call", "ret"]  # q is dead and gone


def test_live_around_a_loop() -> None:
    head, end = block(1, ("poll",)), block(2, ("ret",))
    head.loop_head = True
    head.instrs += block(9, ("ld.i64", N, P, 0), ("br", N, head), ("jmp", end)).instrs
    f = Func("f", "f.go", 1, [block(0, ("mov.i", P, Out(0)), ("jmp", head)), head, end])
    assert live_names(f) == [{"p"}]


def test_registers_read_before_they_are_assigned() -> None:
    f = Func("f", "f.go", 1, [block(0, ("st.i64", P, 0, K(1)), ("ret",))])
    assert undefined_regs(analyse(f)) == [P]


def live_memory(f: Func, m: Mem) -> list[bool]:
    """Whether m is live behind each safepoint of one block."""
    result = analyse(f)
    return [bool(result.at[id(i)] >> m.id & 1) for i in f.blocks[0].instrs if id(i) in result.at]


def test_memory_is_live_until_its_last_use_and_dead_before_it_is_filled() -> None:
    m = Mem(7, 2, (0, 1))
    call, use = ("call", "g"), ("lea", P, m, 0)
    fill = (("stl.i64", m, 0, K(0)), ("stl.i64", m, 8, K(0)))
    rows: list[tuple[tuple[tuple[object, ...], ...], list[bool]]] = [
        ((call, ("zero", m, 2), call, use, ("mov.i", Out(0), P), call), [False, True, False]),
        ((call, *fill, call, ("ldl.i64", N, m, 8), ("mov.i", Out(0), N), call), [False, True, False]),
        ((call, fill[0], call, fill[1], call, use, ("mov.i", Out(0), P)), [True, True, True]),  # half filled at a call
        ((call, fill[0], use, fill[1], call, use, ("mov.i", Out(0), P)), [True, True]),
    ]
    for instrs, wanted in rows:
        assert live_memory(Func("f", "f.go", 1, [block(0, *instrs, ("ret",))]), m) == wanted


def test_what_a_panic_leads_to_keeps_memory_live() -> None:
    m = Mem(7, 1, (0,))
    resume = block(1, ("call", "runtime.deferreturn"), ("ldl.i64", N, m, 0), ("mov.i", Out(0), N), ("call", "g"), ("ret",))
    f = Func("f", "f.go", 1, [block(0, ("call", "g"), ("ret",)), resume], deferreturn=resume)
    assert live_memory(f, m) == [True]


def test_nothing_survives_a_panic_in_a_register() -> None:
    resume = block(1, ("call", "runtime.deferreturn"), ("mov.i", Out(0), P), ("call", "g"), ("ret",))
    f = Func("f", "f.go", 1, [block(0, ("mov.i", P, Out(0)), ("jmp", resume)), resume], deferreturn=resume)
    with pytest.raises(Bug, match="deferreturn"):
        analyse(f)


def test_traps_and_stores_stay() -> None:
    f = Func("f", "f.go", 1, [block(0, ("mov.i", N, K(0)), ("div.i64", N, K(1), N), ("ld.i64", N, P, 0), ("ret",))])
    analyse(f)
    assert [i.op for i in f.blocks[0].instrs] == ["mov.i", "div.i64", "ret"]
    assert isinstance(f.blocks[0].instrs[0], Instr)
