"""Words, tables and maps of single functions."""

from __future__ import annotations

import marshal
import struct

import pytest
from morestack.compiler import emit, opt
from morestack.compiler.emit import Code, Lines
from morestack.compiler.ir import Arg, Func, InlinedCall, Instr, K, Mem, Out, Reg, Sym
from morestack.compiler.source import Bug, FileSet
from morestack.vm import isa
from morestack.vm.image import NOSPLIT

from .linking import block

W = isa.WORDS_PER_INSTRUCTION
P, Q = Reg(1, "i", True, "p"), Reg(2, "i", True, "q")
N = Reg(3, "i", False, "n")


def made(*blocks: object, **options: object) -> Code:
    return emit.function(Func("main.f", "f.go", 1, list(blocks), **options), Lines(None))  # type: ignore[arg-type]


def ops(code: Code) -> list[str]:
    return [isa.OPS[code.words[pc * W]].name for pc in range(code.size)]


def test_constants_are_pooled_by_their_bits() -> None:
    d, f = Reg(4, "d"), Reg(5, "f")
    code = made(
        block(
            0,
            ("mov.d", d, K(1.5)),
            ("mov.f", f, K(1.5)),
            ("mov.i", N, K(-1)),
            ("stl.f64", Mem(1, 1), 0, d),
            ("st.f32", N, 0, f),
            ("st.f64", N, 0, K(("bits", 7))),
            ("ret",),
        )
    )
    bits = [int.from_bytes(struct.pack(form, 1.5), "little") for form in ("<d", "<f")]
    assert code.consts == [*bits, (1 << 64) - 1, 7]
    assert all(code.words[at] < 0 for at in code.const_at)


def test_maps_at_entry_calls_and_polls() -> None:
    zero = Mem(9, 2, (1,))
    head = block(1, ("poll",), ("call", "g"), ("st.i64", P, 0, Q), ("ldl.i64", N, zero, 8), ("st.i64", P, 0, N), ("jmp", None))
    head.loop_head = True
    head.instrs[-1].args = (head,)
    code = made(
        block(0, ("mov.i", P, Arg(0)), ("mov.i", Q, Out(0)), ("stl.i64", zero, 0, K(0)), ("jmp", head)),
        head,
        arg_words=1,
        param_words=1,
        arg_ptrs=(0,),
    )
    loop = ["poll", "call", "st.i64", "ldl.i64", "st.i64", "jmp"]
    assert ops(code) == ["enter", "mov.i", "zero", "mov.i", "stl.i64", *loop]
    p, q, pointer = 1, 2, 5
    live = 1 << p | 1 << q | 1 << pointer
    assert code.maps == [(0, 0, 1), (4, live, 0), (5, live, 0), (6, live, 0)]
    assert code.loop_heads == (5,) and code.frame_words == 7


def test_a_loop_at_the_entry_keeps_its_own_map() -> None:
    head = block(0, ("poll",), ("jmp", None))
    head.loop_head = True
    head.instrs[1].args = (head,)
    code = made(head, arg_words=1, param_words=1, arg_ptrs=(0,))
    assert ops(code) == ["enter", "jmp", "poll", "jmp"]
    assert code.maps == [(0, 0, 1), (1, 0, 0), (2, 0, 0)]
    assert code.words[1 * W + 1] == 2 and code.words[3 * W + 1] == 2


def test_getctx_stands_directly_behind_enter() -> None:
    code = made(block(0, ("getctx", P), ("stl.i64", Mem(1, 1, (0,)), 0, P), ("ret",)))
    assert ops(code) == ["enter", "getctx", "zero", "stl.i64", "ret"]


def test_registers_that_may_be_unassigned_are_cleared() -> None:
    assert ops(made(block(0, ("call", "g"), ("st.i64", P, 0, K(1)), ("ret",)))) == [
        "enter",
        "mov.i",
        "call",
        "st.i64",
        "ret",
    ]


def test_branches_fall_through_to_the_next_block() -> None:
    b1, b2 = block(1, ("call", "g"), ("ret",)), block(2, ("ret",))
    code = made(block(0, ("mov.i", N, Arg(0)), ("jlt.i", N, K(1), b1), ("jmp", b2)), b1, b2, arg_words=1, param_words=1)
    assert ops(code) == ["enter", "mov.i", "jle.i", "call", "ret", "ret"]
    assert code.words[2 * W + 1] < 0 and code.words[2 * W + 3] == 5  # 1 <= n goes to b2


def test_nosplit_calls_natives_and_symbols() -> None:
    code = made(
        block(0, ("mov.i", Out(0), Sym("main.x", 8)), ("call", "main.g"), ("native", "runtime.write"), ("ret",)),
        flags=NOSPLIT,
    )
    assert code.words[2] == 1 and code.consts == [("main.x", 8)]
    assert code.calls == [(2 * W + 1, "main.g")] and code.natives == [(3 * W + 1, "runtime.write")]


def test_lines_and_inlined_calls() -> None:
    fset = FileSet("/")
    a = fset.add("/a.go", b"one\ntwo\nthree\n").base
    b = fset.add("/b.go", b"\n\nx\n").base
    outer = InlinedCall("main.g", a + 4, None)
    inner = InlinedCall("lib.h", a + 8, outer)
    body = block(0, ("getg", P), ("st.i64", P, 0, P), ("ret",))
    body.instrs[0].pos, body.instrs[0].inline = b + 2, inner
    body.instrs[1].pos, body.instrs[1].inline = a + 4, outer
    body.instrs[2].pos = a
    code = emit.function(Func("main.f", "/a.go", 1, [body]), Lines(fset))
    assert list(code.lines) == [1, 3, 2, 1]
    assert code.inline == [("main.g", "/a.go", 2, 0), ("lib.h", "/b.go", 3, 1)]
    assert code.inline_at == [(1, 2), (2, 1)]


def test_parts_survive_marshal() -> None:
    code = made(block(0, ("mov.i", Out(0), Sym("x")), ("call", "g"), ("ret",)))
    assert Code.from_parts(marshal.loads(marshal.dumps(code.parts()))) == code


def test_what_is_no_operand_is_a_bug() -> None:
    with pytest.raises(Bug, match="operand"):
        made(block(0, ("mov.i", Out(0), 1.5), ("ret",)))
    with pytest.raises(Bug, match="no blocks"):
        made()


def test_moves_between_values_that_share_a_slot_vanish() -> None:
    a = Reg(7, "i")
    code = emit.function(
        opt.function(
            Func(
                "f",
                "f.go",
                1,
                [block(0, ("ld.i64", N, P, 0), ("mov.i", a, N), ("call", "g"), ("st.i64", P, 0, a), ("ret",))],
            )
        ),
        Lines(None),
    )
    assert ops(code) == ["enter", "mov.i", "ld.i64", "call", "st.i64", "ret"]
    assert isinstance(Instr("ret", ()), Instr)
