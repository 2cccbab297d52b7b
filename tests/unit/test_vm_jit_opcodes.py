"""Every opcode that computes a value gives the same bits as native code as the table of vm.semantics does."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("llvmlite")

from morestack.vm import asm, hashing, isa, semantics
from morestack.vm.machine import Machine
from morestack.vm.native import NativeEngine

K = 24
NAMES = [
    name
    for name, text in semantics.TEXTS.items()
    if text.shape in ("value", "wrap", "compare")
    and not name.startswith(("get", "mem", "indexbyte"))
]
MEMORY = ("memequal", "memcmp", "memhash")
EDGES = {
    "i": [0, 1, -1, 2, -2, 7, 63, 64, 65, 127, -128, 255, (1 << 31) - 1, -(1 << 31), (1 << 32) - 1, (1 << 63) - 1, -(1 << 63)],
    "u": [0, 1, 2, 31, 32, 63, 64, 65, (1 << 32) - 1, 1 << 32, (1 << 63) - 1, 1 << 63, (1 << 64) - 1],
    "d": [0.0, -0.0, 1.0, -1.5, 2.5, 1e18, -1e19, 1.8e19, 1e300, 5e-324, math.inf, -math.inf, math.nan, 9.3e18, 2147483648.5,
          -2147483648.9, 0.1, 4503599627370497.5, 4294967296.0],
    "f": [0.0, -0.0, 1.0, -1.5, 3.0000000298023224e-39, math.inf, -math.inf, math.nan, 16777216.0, 9.3e18 // 1],
}  # fmt: skip


def canonical(width: str, value: int) -> int:
    return semantics.wrap(value, width)


def operand_kinds(name: str) -> list[str]:
    return [o.kind for o in isa.BY_NAME[name].operands if o.role in "abc"]


def source() -> str:
    """A function for each opcode: sources from argument words 0 .. 2, the result to word 3."""
    parts = [
        f'func op.{name} frame=6 out=0 args=4 flags=nosplit file="t.go" line=1\n    enter 6 1\n'
        f"    {name} s4 a0 a1 a2\n    mov.{isa.BY_NAME[name].operands[0].kind} a3 s4\n    ret"
        for name in MEMORY
    ]
    for name in NAMES:
        row = isa.BY_NAME[name]
        kinds = operand_kinds(name)
        lines = [f'func op.{name} frame=6 out=0 args=4 flags=nosplit file="t.go" line=1', "    enter 6 1"]
        lines += [f"    mov.{kind} s{n} a{n}" for n, kind in enumerate(kinds)]
        words, n = [], 0
        for o in row.operands:
            if o.role == "d":
                words.append("s4")
            elif o.role == "k":
                words.append(str(K))
            else:
                words.append(f"s{n}")
                n += 1
        result = row.operands[0].kind
        lines += [f"    {name} {' '.join(words)}", f"    mov.{result} a3 s4", "    ret"]
        parts += lines
    return "\n".join(parts) + "\n"


def pack(kind: str, value: int | float) -> int:
    if kind == "d":
        return int.from_bytes(struct.pack("<d", value), "little")
    if kind == "f":
        return int.from_bytes(struct.pack("<f", value), "little")
    return int(value) & semantics.M64


class Runner:
    """One machine with all the functions, and calls of them."""

    def __init__(self) -> None:
        self.image = asm.assemble(source())
        self.machine = Machine(self.image, {})
        self.engine = NativeEngine(self.machine)
        self.engine.compile_all()
        self.machine.start("op.add.i64")
        self.s = self.machine.data_end + (1 << 20) >> 3

    def __call__(self, name: str, operands: list[int | float]) -> int:
        """The bits of the result."""
        Q, s = self.machine.Q, self.s
        Q[s] = 0
        for n, (kind, value) in enumerate(zip(operand_kinds(name), operands, strict=True)):
            Q[s + 1 + n] = pack(kind, value)
        pc, after = self.engine.enter(self.image.func_named(f"op.{name}").entry, s)
        assert (pc, after) == (0, s + 1)
        return int(Q[s + 4])


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    r = Runner()
    yield r
    r.machine.close()


def sensible(name: str, operands: list[int | float]) -> list[int | float] | None:
    """Operands in the canonical form that the opcode expects; None where it has no value."""
    width = name.partition(".")[2]
    fixed: list[int | float] = []
    for n, (kind, value) in enumerate(zip(operand_kinds(name), operands, strict=True)):
        if kind == "f":
            value = semantics.r32(float(value))
        elif kind == "i" and width in isa.INT_WIDTHS and not (name.startswith("sh") and n == 1):
            value = canonical(width, int(value))
        elif name in ("rotl.u32", "frombits.f32") and n == 0:
            value = int(value) & 0xFFFFFFFF
        fixed.append(value)
    if name.startswith(("div.", "rem.")) and width in isa.INT_WIDTHS and fixed[1] == 0:
        return None
    return fixed


def same(name: str, bits: int, expected: int | float | bool) -> bool:
    kind = isa.BY_NAME[name].operands[0].kind
    wanted = pack(kind, expected)
    if kind in "df" and isinstance(expected, float) and math.isnan(expected):
        number = struct.unpack("<d" if kind == "d" else "<f", bits.to_bytes(8 if kind == "d" else 4, "little"))[0]
        return math.isnan(number)
    return bits == wanted


def check(runner: Runner, name: str, operands: list[int | float]) -> None:
    fixed = sensible(name, operands)
    if fixed is None:
        return
    expected = semantics.fold(name, *fixed, k=K)
    if name in ("index", "offset"):
        expected = semantics.wrap(int(expected), "i64")
    bits = runner(name, fixed)
    assert same(name, bits, expected), f"{name} {fixed}: {bits:#x}, wanted {expected!r}"


@pytest.mark.parametrize("name", NAMES)
def test_edges(runner: Runner, name: str) -> None:
    kinds = operand_kinds(name)
    edges = [EDGES[k] for k in kinds]
    if len(edges) == 1:
        cases = [[a] for a in edges[0]]
    elif len(edges) == 2:
        cases = [[a, b] for a in edges[0] for b in edges[1]]
    else:
        cases = [[a, b, c] for a in edges[0] for b in edges[1][::3] for c in edges[2][::3]]
    for case in cases:
        check(runner, name, list(case))


VALUES = {
    "i": st.integers(-(1 << 63), (1 << 63) - 1),
    "u": st.integers(0, (1 << 64) - 1),
    "d": st.floats(allow_nan=True),
    "f": st.floats(width=32),
}


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_random_operands(runner: Runner, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES))
    operands = [data.draw(VALUES[k] if n == 0 or k in "df" else st.one_of(VALUES[k], st.integers(0, 70))) for n, k in enumerate(operand_kinds(name))]
    check(runner, name, operands)


@settings(max_examples=200)
@given(st.binary(max_size=40), st.binary(max_size=40), st.integers(0, semantics.M64), st.integers(0, 40))
def test_memory_is_compared_and_hashed_as_in_python(runner: Runner, a: bytes, b: bytes, seed: int, common: int) -> None:
    b = a[:common] + b[common:]
    n = min(len(a), len(b))
    m = runner.machine
    p, q = m.base + (runner.s << 3) + 4096 + 3, m.base + (runner.s << 3) + 8192 + 5
    for place, text in ((p, a), (q, b)):
        m.B[place - m.base : place - m.base + len(text)] = text
    functions = m.memory_functions()
    assert runner("memhash", [p, len(a), seed]) == hashing.hash_bytes(a, seed) == functions["memhash"](p, len(a), seed)
    assert runner("memequal", [p, q, n]) == (a[:n] == b[:n])
    assert runner("memequal", [p, p, n]) == 1
    order = (a[:n] > b[:n]) - (a[:n] < b[:n])
    assert runner("memcmp", [p, q, n]) == order & semantics.M64
