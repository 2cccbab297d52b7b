"""The machine with small images: nested calls, closures, traps, natives, limits, the store of printed code."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from morestack.vm import asm
from morestack.vm.codestore import CodeStore
from morestack.vm.flavour import Flavour
from morestack.vm.machine import Exit, LimitExceeded, Limits, Machine, MachineError
from morestack.vm.pyengine import NESTING_WORDS, PythonEngine

from tests.unit.vm_asm import TOP, Small

FIB = """func t.fib frame=6 out=2 args=2 file="fib.go" line=3
    enter 6 0   ; line 3 map=[|]
    mov.i s2 a0
    jle.i #2 s2 L4
    mov.i a1 s2
    ret
L4:
    sub.i64 s3 s2 #1
    mov.i s0 s3
    call t.fib  ; line 4 map=[|]
    mov.i s4 s1
    sub.i64 s3 s2 #2
    mov.i s0 s3
    call t.fib   ; line 4 map=[|]
    mov.i s3 s1
    add.i64 s4 s4 s3
    mov.i a1 s4
    ret
"""
DOWN = """func t.down frame=4 out=2 args=2 file="x.go" line=1
    enter 4 0   ; line 1 map=[|]
    mov.i s2 a0
    brz s2 L9
    sub.i64 s2 s2 #1
    mov.i s0 s2
    call t.down  ; line 2 map=[|]
    mov.i s2 s1
    add.i64 s2 s2 #1
    mov.i a1 s2
    ret
L9:
    mov.i a1 #0
    ret
"""
NATIVE = """func t.add frame=1 out=0 args=3 flags=nosplit,native file="x.go" line=1
    enter 1 1
    native t.add
    ret
func t.twice frame=6 out=3 args=2 flags=nosplit file="x.go" line=1
    enter 6 1
    mov.i s3 a0
    mov.i s0 s3
    mov.i s1 s3
    call t.add
    mov.i s3 s2
    mov.i a1 s3
    ret
"""


def test_calls_nest_and_results_come_back() -> None:
    small = Small(FIB)
    try:
        assert small.value("t.fib", "i", 15) == 610
        assert small.value("t.fib", "i", 15, nested=True) is not None
    finally:
        small.close()


def test_deep_recursion_is_unwound_and_goes_on() -> None:
    small = Small(DOWN)
    try:
        depth = 10_000
        assert depth * 4 > NESTING_WORDS
        assert small.value("t.down", "i", depth) == depth
        assert small.m.stats.unwinds > 5
    finally:
        small.close()


def test_closures_and_wild_calls() -> None:
    text = """func t.callit frame=6 out=2 args=3 flags=nosplit file="x.go" line=1
    enter 6 1
    mov.i s3 a0
    mov.i s2 a1
    mov.i s0 s2
    callclosure s3
    mov.i s2 s1
    mov.i a2 s2
    ret
func t.captured frame=4 out=0 args=2 flags=nosplit,closure file="x.go" line=1
    enter 4 1
    getctx s0
    mov.i s1 a0
    ld.i64 s2 s0 8
    add.i64 s1 s1 s2
    mov.i a1 s1
    ret
"""
    small = Small(text)
    try:
        closure = small.m.base + (2 << 20)
        small.m.set_word(closure, small.entry("t.captured"))
        small.m.set_word(closure + 8, 30)
        for _ in range(2):
            assert small.value("t.callit", "ii", closure, 12) == 42
        small.m.set_word(closure, small.entry("t.captured") + 2)
        with pytest.raises(MachineError, match="signal 11"):
            small.value("t.callit", "ii", closure, 12)
        with pytest.raises(MachineError, match=r"signal 11 at pc .*, address 0x0"):
            small.value("t.callit", "ii", 0, 12)
    finally:
        small.close()


def test_natives_take_and_return_values() -> None:
    small = Small(NATIVE, {"t.add": (lambda m, a, b: a + b, "ii", "i")})
    try:
        for nested in (False, True):
            small.call("t.twice", nested)
        assert small.value("t.twice", "i", 21) == 42
        assert small.value("t.add", "ii", 1, 2) == 3
    finally:
        small.close()


def test_a_native_without_a_body() -> None:
    small = Small(NATIVE)
    try:
        with pytest.raises((MachineError, IndexError)):
            small.value("t.twice", "i", 21)
    finally:
        small.close()


@pytest.mark.parametrize("op", ["div.i64", "rem.u8", "bound"])
def test_traps_without_a_runtime_are_told(op: str) -> None:
    line = f"{op} s1 s0 s1" if op != "bound" else "bound s0 s1 0"
    text = 'func t.trap frame=6 out=4 args=2 flags=nosplit file="x.go" line=1\n    enter 6 1\n    mov.i s4 a0\n'
    text += f"    mov.i s5 #0\n    {line.replace('s1', 's5').replace('s0', 's4')}\n    ret\n"
    small = Small(text)
    try:
        with pytest.raises(MachineError):
            small.value("t.trap", "i", 7)
    finally:
        small.close()


LOOP = """func t.loop frame=2 out=0 args=0 file="x.go" line=1
    enter 2 0 ; line 1 map=[|]
L1:
    poll ; line 2 map=[|]
    jmp L1
"""


def test_time_limit_ends_a_loop_without_calls() -> None:
    small = Small(LOOP, limits=Limits(time=0.1))
    try:
        small.m.start_ticker()
        began = time.monotonic()
        with pytest.raises(LimitExceeded, match="time"):
            small.call("t.loop")
        assert time.monotonic() - began < 10
    finally:
        small.close()


def test_an_interrupt_reaches_a_loop_without_calls() -> None:
    small = Small(LOOP)
    try:
        threading.Timer(0.05, lambda: small.m.interrupt(KeyboardInterrupt())).start()
        with pytest.raises(KeyboardInterrupt):
            small.call("t.loop")
    finally:
        small.close()


def test_instructions_are_counted() -> None:
    small = Small(FIB, flavour=Flavour(counted=True))
    try:
        small.value("t.fib", "i", 1)
        first = small.m.count[0]
        small.value("t.fib", "i", 2)
        assert first > 4 and small.m.count[0] - first > 2 * first
    finally:
        small.close()


def test_an_image_elsewhere_has_its_addresses_moved() -> None:
    text = asm.assemble(
        'data t.x size=16 hex=05000000000000000600000000000000\n'
        'func runtime.rt0_go frame=2 out=0 args=1 flags=nosplit,topframe file="x.go" line=1\n'
        "    enter 2 1\n    ld.i64 s0 @t.x+8 0\n    mov.i a0 s0\n    exitvm 3\n"
    )
    first = Machine(text, {})
    second = Machine(text, {})
    try:
        assert first.base != second.base
        for m in (first, second):
            pc, s = m.start()
            with pytest.raises(Exit) as e:
                PythonEngine(m).run(pc, s)
            assert e.value.status == 3 and m.q[s + 1] == 6
    finally:
        first.close()
        second.close()


# ---- the store -----------------------------------------------------------------------------------------------------


def run_fib(path: Path) -> PythonEngine:
    image = asm.assemble(FIB + 'func t.stop frame=1 out=0 args=0 file="x.go" line=1\n    enter 1 1\n    exitvm 0\n')
    m = Machine(image, {})
    engine = PythonEngine(m, store=CodeStore(path))
    m.guard = m.regs[0] = 0
    m.q[TOP] = 12
    m.q[TOP - 1] = m.by_name["t.stop"].entry + 1
    with pytest.raises(Exit):
        engine.run(m.by_name["t.fib"].entry, TOP - 1)
    assert m.q[TOP + 1] == 144
    m.close()
    return engine


def test_printed_code_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sub" / "fib.code"
    run_fib(path)
    assert path.exists()
    monkeypatch.setattr(PythonEngine, "print", lambda *_: pytest.fail("printed again"))
    run_fib(path)


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "foreign"])
def test_a_damaged_store_is_not_obeyed(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "fib.code"
    run_fib(path)
    raw = bytearray(path.read_bytes())
    if damage == "cut":
        raw = raw[: len(raw) * 2 // 3]
    elif damage == "flip":
        for at in range(60, len(raw), 37):
            raw[at] ^= 0x55
    elif damage == "empty":
        raw = bytearray()
    else:
        raw[:10] = b"SOMETHING!"
    path.write_bytes(raw)
    run_fib(path)


def test_an_unwritable_folder_costs_nothing_but_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    run_fib(blocked / "fib.code")


def test_two_writers_keep_each_others_entries(tmp_path: Path) -> None:
    path = tmp_path / "x.code"
    a, b = CodeStore(path), CodeStore(path)
    code = compile("1", "x", "eval")
    a.put("a", code, b"")
    b.put("b", code, b"")
    a.save()
    b.save()
    both = CodeStore(path)
    assert both.get("a") and both.get("b") and both.get("c") is None


@pytest.mark.parametrize("words", [8, 64, 4096])
def test_unwinding_changes_nothing(words: int) -> None:
    small = Small(FIB + DOWN)
    small.engine.nesting = words
    try:
        assert small.value("t.fib", "i", 12) == 144
        assert small.value("t.down", "i", 500) == 500
        assert (small.m.stats.unwinds > 20) == (words < 4096)
    finally:
        small.close()
