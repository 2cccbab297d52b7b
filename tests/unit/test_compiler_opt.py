"""Each rewrite with its picture, and random programs that must do the same before and after."""

from __future__ import annotations

import copy

import pytest
from morestack.compiler import emit, ir, opt
from morestack.compiler.ir import Arg, Func, K, Mem, Out, Reg, Sym

from .ir_machine import agree, random_function, run_ir, run_words
from .linking import block

A, B, C, D = (Reg(n, "i") for n in (1, 2, 3, 4))
P = Reg(5, "i", True, "p")
M = Mem(9, 2)


def optimised(*instrs: tuple[object, ...]) -> str:
    """The body of a one-block function after all passes."""
    f = Func("f", "f.go", 1, [block(0, *instrs)], arg_words=8, param_words=4, min_out=4)
    opt.function(f)
    return "; ".join(line.strip() for line in ir.text(f).splitlines()[2:])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((("mov.i", B, A), ("add.i64", C, B, K(0)), ("st.i64", P, 0, C), ("ret",)), "st.i64 %p5*, 0, %v1; ret"),
        ((("add.i64", A, K(2), K(3)), ("st.i64", P, 0, A), ("ret",)), "st.i64 %p5*, 0, #5; ret"),
        ((("div.i64", A, K(2), K(0)), ("st.i64", P, 0, A), ("ret",)), "div.i64 %v1, #2, #0; st.i64 %p5*, 0, %v1; ret"),
        ((("nilcheck", P), ("ld.i64", A, P, 8), ("nilcheck", P), ("st.i64", P, 0, A), ("ret",)),
         "nilcheck %p5*; ld.i64 %v1, %p5*, 8; st.i64 %p5*, 0, %v1; ret"),
        ((("nilcheck", P), ("ld.i64", P, P, 8), ("nilcheck", P), ("ret",)),
         "nilcheck %p5*; ld.i64 %p5*, %p5*, 8; nilcheck %p5*; ret"),
        ((("bound", A, B, 0), ("bound", A, B, 0), ("add.i64", A, A, K(1)),
          ("bound", A, B, 0), ("bound", K(1), K(2), 0), ("ret",)),
         "bound %v1, %v2, 0; add.i64 %v1, %v1, #1; bound %v1, %v2, 0; ret"),
        ((("offset", C, P, 8), ("ld.i64", A, C, 8), ("st.i64", C, 0, A), ("ret",)),
         "ld.i64 %v1, %p5*, 16; st.i64 %p5*, 8, %v1; ret"),
        ((("index", C, P, A, 8), ("ld.i64", B, C, 8), ("st.i32", C, 0, B), ("ret",)),
         "index %v3, %p5*, %v1, 8; ldx.i64 %v2, %p5*, %v1, 8; st.i32 %v3, 0, %v2; ret"),
        ((("lea", C, M, 8), ("st.i64", C, 0, A), ("ret",)), "stl.i64 [m9], 8, %v1; ret"),
        ((("index", C, P, K(3), 16), ("ld.u8", A, C, 1), ("st.u8", P, 0, A), ("ret",)),
         "ld.u8 %v1, %p5*, 49; st.u8 %p5*, 0, %v1; ret"),
        ((("add.i64", C, A, B), ("mov.i", Out(0), C), ("call", "g"), ("mov.i", D, Out(1)),
          ("mov.i", Arg(4), D), ("ret",)),
         "add.i64 %v3, %v1, %v2; mov.i out0, %v3; call g; mov.i %v4, out1; mov.i arg4, %v4; ret"),
        ((("add.i64", C, A, B), ("call", "h"), ("mov.i", Out(0), C), ("call", "g"), ("ret",)),
         "add.i64 %v3, %v1, %v2; call h; mov.i out0, %v3; call g; ret"),
        ((("mov.i", A, Sym("x")), ("nilcheck", A), ("ld.i64", B, A, 0), ("mov.i", Arg(4), B), ("ret",)),
         "ld.i64 %v2, @x, 0; mov.i arg4, %v2; ret"),
    ],
)  # fmt: skip
def test_pictures(before: tuple[tuple[object, ...], ...], after: str) -> None:
    assert optimised(*before) == after


def test_pointers_and_numbers_are_no_copies_of_each_other() -> None:
    n = Reg(7, "i")
    text = optimised(("mov.i", P, Arg(0)), ("mov.i", n, P), ("call", "g"), ("st.i64", n, 0, n), ("ret",))
    assert "st.i64 %v7, 0, %v7" in text


def test_compare_and_branch_become_one() -> None:
    b0, b1, b2 = block(0, ("lt.i", C, A, B)), block(1, ("ret",)), block(2, ("call", "g"), ("ret",))
    b0.instrs += block(9, ("brz", C, b1), ("jmp", b2)).instrs
    f = opt.function(Func("f", "f.go", 1, [b0, b1, b2]))
    assert [(i.op, i.args) for i in f.blocks[0].instrs] == [("jle.i", (B, A, b1)), ("jmp", (b2,))]


def test_a_branch_teaches_that_a_pointer_is_not_nil() -> None:
    b1, b2 = (
        block(1, ("nilcheck", P), ("ld.i64", A, P, 0), ("st.i64", P, 0, A), ("ret",)),
        block(2, ("nilcheck", P), ("ret",)),
    )
    b0 = block(0, ("jne.i", P, K(0), b1), ("jmp", b2))
    opt.function(Func("f", "f.go", 1, [b0, b1, b2]))
    assert b1.instrs[0].op == "ld.i64" and b2.instrs[0].op == "nilcheck"


def test_jumps_to_jumps_and_unreachable_blocks() -> None:
    b3 = block(3, ("ret",))
    b2 = block(2, ("jmp", b3))
    b1 = block(1, ("jmp", b2))
    b0 = block(0, ("br", A, b1), ("jmp", b2))
    f = opt.function(Func("f", "f.go", 1, [b0, b1, b2, b3]))
    assert f.blocks == [b0, b3] and b0.instrs[0].args[1] is b3 and b0.instrs[1].args[0] is b3


@pytest.mark.parametrize("start", range(0, 400, 50))
def test_random_programs_do_the_same(start: int) -> None:
    for seed in range(start, start + 50):
        before = random_function(seed)
        expected = [run_ir(before, [x, 0]) for x in (0, 1, 7)]
        after = opt.function(random_function(seed))
        assert all(map(agree, [run_ir(after, [x, 0]) for x in (0, 1, 7)], expected)), seed
        code = emit.function(after, emit.Lines(None))
        assert all(map(agree, [run_words(code, [x, 0]) for x in (0, 1, 7)], expected)), seed
        plain = copy.copy(random_function(seed))
        opt.thread(plain)
        code = emit.function(plain, emit.Lines(None))
        assert all(map(agree, [run_words(code, [x, 0]) for x in (0, 1, 7)], expected)), seed
