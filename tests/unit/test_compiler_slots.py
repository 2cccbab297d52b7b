"""Frames: small, and no two values in one slot at once."""

from __future__ import annotations

from morestack.compiler import emit, opt
from morestack.compiler.ir import Arg, Func, K, Mem, Out, Reg
from morestack.compiler.liveness import analyse
from morestack.compiler.slots import assign

from .ir_machine import random_function
from .linking import block


def test_argument_words_whose_address_is_taken_are_an_object() -> None:
    n, p = Reg(1, "i", True), Reg(2, "i", True)
    f = Func(
        "f",
        "f.go",
        1,
        [
            block(
                0,
                ("mov.i", n, Arg(0)),
                ("lea", p, Arg(0), 0),
                ("st.i64", p, 0, n),
                ("call", "g"),
                ("st.i64", n, 0, p),
                ("ret",),
            )
        ],
        arg_words=2,
        param_words=2,
        arg_ptrs=(0, 1),
    )
    frame = assign(f, analyse(f))
    assert frame.objects == [(frame.words, 2)] and frame.object_map == 0b11 << frame.words


def test_frame_memory_in_order_and_its_map() -> None:
    a, b = Mem(1, 3, (1,), zero=True), Mem(2, 2, (), zero=False)
    p = Reg(1, "i", True)
    f = Func(
        "f",
        "f.go",
        1,
        [block(0, ("lea", p, a, 0), ("st.i64", p, 0, K(1)), ("lea", p, b, 0), ("st.i64", p, 0, K(1)), ("ret",))],
    )
    frame = assign(f, analyse(f))
    assert frame.mem_of[id(b)] == 1 and frame.mem_of[id(a)] == 3 and frame.words == 7
    assert frame.zero == (3, 3) and frame.objects == [(3, 3)] and frame.object_map == 1 << 4


def test_outgoing_words_of_all_kinds() -> None:
    m = Mem(1, 4, (), zero=False)
    f = Func("f", "f.go", 1, [block(0, ("copy", Out(2), m, 4), ("stl.i64", Out(1), 48, K(1)), ("call", "g"), ("ret",))])
    assert assign(f, analyse(f)).out_words == 8


def test_no_conflict_shares_a_slot() -> None:
    for seed in range(150):
        f = opt.function(random_function(seed))
        live = analyse(f)
        frame = assign(f, live)
        for n, others in live.conflicts.items():
            for m in live.regs:
                if others >> m & 1 and m != n and n in frame.slot_of:
                    assert frame.slot_of[n] != frame.slot_of[m], (seed, n, m)
        kinds: dict[int, str] = {}
        for m, r in live.regs.items():
            if frame.slot_of[m] < frame.words:
                assert kinds.setdefault(frame.slot_of[m], r.kind) == r.kind
        emit.Emitter(f, live, frame, emit.Lines(None)).run()
