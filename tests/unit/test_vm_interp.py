"""Every value opcode on the Python engine against Python's own integers and floats; control, memory, limits."""

from __future__ import annotations

import math
import struct
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from morestack.vm import isa, semantics
from morestack.vm.flavour import Flavour
from morestack.vm.machine import LimitExceeded, Limits, MachineError

from tests.unit.vm_asm import Small

M64 = (1 << 64) - 1
SETTINGS = settings(max_examples=60, deadline=None)


def rows() -> list[isa.Op]:
    """Opcodes whose operands are one destination and one to three sources."""
    return [
        r for r in isa.OPS
        if r.operands and r.operands[0].role == "d" and semantics.TEXTS[r.name].shape in ("value", "wrap", "compare")
        and all(o.role in "abc" for o in r.operands[1:]) and len(r.operands) > 1
        and r.name not in ("memequal", "memcmp", "memhash", "indexbyte")
    ]  # fmt: skip


def source_of(row: isa.Op) -> str:
    """A function of the opcode's sources that returns its destination."""
    n = len(row.operands) - 1
    moves = "".join(f"    mov.{o.kind} s{i + 1} a{i}\n" for i, o in enumerate(row.operands[1:]))
    sources = " ".join(f"s{i + 1}" for i in range(n))
    return (
        f'func t.{row.name} frame=8 out=0 args={n + 1} flags=nosplit file="x.go" line=1\n    enter 8 1\n{moves}'
        f"    {row.name} s5 {sources}\n    mov.{row.operands[0].kind} a{n} s5\n    ret\n"
    )


@pytest.fixture(scope="module")
def machine() -> Any:
    small = Small("".join(source_of(r) for r in rows()))
    yield small
    small.close()


def width_of(name: str) -> str:
    part = name.split(".")[-1]
    return part if part in semantics.BITS else ""


def edges(width: str) -> st.SearchStrategy[int]:
    low, high = semantics.RANGE[width]
    near = [low, low + 1, -1, 0, 1, 2, 7, 8, 31, 63, 64, high // 2, high - 1, high]
    return st.one_of(st.integers(low, high), st.sampled_from([n for n in near if low <= n <= high]))


def doubles() -> st.SearchStrategy[float]:
    return st.floats(allow_nan=True, allow_infinity=True)


def singles() -> st.SearchStrategy[float]:
    return st.floats(width=32, allow_nan=True, allow_infinity=True)


def operand(row: isa.Op, i: int) -> st.SearchStrategy[Any]:
    kind = row.operands[i].kind
    if kind == "d":
        return doubles()
    if kind == "f":
        return singles()
    family, _, width = row.name.partition(".")
    if width in semantics.BITS and (kind == "i") == (width != "u64") and family not in ("cvt", "wrap"):
        if not (family in ("shl", "shr", "rotl") and i == 2) and family not in ("clz", "ctz", "popcnt", "bswap"):
            return edges(width)
    return edges("u64" if kind == "u" else "i64")


def truncated(a: int, b: int) -> int:
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


def expected(name: str, v: list[Any]) -> Any:
    """The result by definition, written without the table."""
    family, _, width = name.partition(".")
    n = semantics.BITS.get(width, 64)
    a = v[0]
    b = v[1] if len(v) > 1 else 0
    integer = {
        "add": lambda: a + b, "sub": lambda: a - b, "mul": lambda: a * b, "neg": lambda: -a, "com": lambda: -a - 1,
        "div": lambda: truncated(a, b), "rem": lambda: a - b * truncated(a, b),
        "shl": lambda: a * 2**b if b < n else 0, "shr": lambda: a // 2 ** min(b, 200), "wrap": lambda: a,
    }  # fmt: skip
    if width in semantics.BITS and family in integer:
        return semantics.wrap(integer[family](), width)
    bits = {"and": lambda: a & b, "or": lambda: a | b, "xor": lambda: a ^ b, "andnot": lambda: a & (b ^ -1)}
    if family in bits:
        return bits[family]()
    special = {
        "cvt.i.u": lambda: a % 2**64, "cvt.u.i": lambda: a if a < 2**63 else a - 2**64,
        "clz.u64": lambda: 64 - len(bin(a)) + 2 if a else 64,
        "ctz.u64": lambda: len(bin(a)) - len(bin(a).rstrip("0")) if a else 64,
        "popcnt.u64": lambda: bin(a).count("1"), "bswap.u64": lambda: struct.unpack("<Q", struct.pack(">Q", a))[0],
        "rotl.u64": lambda: (a << b % 64 | a >> 64 - b % 64) & M64,
        "rotl.u32": lambda: (a << b % 32 | a >> 32 - b % 32) & 0xFFFFFFFF,
        "mulhi.u64": lambda: a * b // 2**64,
        "bits.f64": lambda: struct.unpack("<Q", struct.pack("<d", a))[0],
        "frombits.f64": lambda: struct.unpack("<d", struct.pack("<Q", a))[0],
        "bits.f32": lambda: struct.unpack("<I", struct.pack("<f", a))[0],
        "frombits.f32": lambda: struct.unpack("<f", struct.pack("<I", a & 0xFFFFFFFF))[0],
        "copysign.f64": lambda: math.copysign(a, b), "abs.f64": lambda: abs(a),
    }  # fmt: skip
    if name in special:
        return special[name]()
    compare = {"eq": lambda: a == b, "ne": lambda: a != b, "lt": lambda: a < b, "le": lambda: a <= b}
    if family in compare:
        return int(compare[family]())
    return None


def same(x: Any, y: Any) -> bool:
    return bool(x == y) or (isinstance(x, float) and isinstance(y, float) and math.isnan(x) and math.isnan(y))


@pytest.mark.parametrize("row", [r for r in rows() if r.operands[0].kind in "iu" or r.name in (
    "copysign.f64", "abs.f64", "frombits.f64", "frombits.f32")], ids=lambda r: r.name)  # fmt: skip
def test_integer_opcodes(machine: Small, row: isa.Op) -> None:
    @SETTINGS
    @given(st.tuples(*(operand(row, i) for i in range(1, len(row.operands)))))
    def check(values: tuple[Any, ...]) -> None:
        v = list(values)
        if row.name.startswith(("div.", "rem.")) and v[1] == 0:
            return
        if row.name == "rotl.u32":
            v[0] &= 0xFFFFFFFF
        want = expected(row.name, v)
        kinds = "".join(o.kind for o in row.operands[1:])
        for nested in (False, True):
            got = machine.value(f"t.{row.name}", kinds, *v, result=row.operands[0].kind, nested=nested)
            if want is not None:
                assert same(got, want), (row.name, v)

    check()


ARITHMETIC = {"add": "+", "sub": "-", "mul": "*"}


@pytest.mark.parametrize("width", ["f64", "f32"])
@pytest.mark.parametrize("family", ["add", "sub", "mul", "div", "neg"])
def test_float_arithmetic(machine: Small, width: str, family: str) -> None:
    kind = "d" if width == "f64" else "f"
    pack = "<d" if kind == "d" else "<f"

    @SETTINGS
    @given(doubles() if kind == "d" else singles(), doubles() if kind == "d" else singles())
    def check(a: float, b: float) -> None:
        v = [a] if family == "neg" else [a, b]
        got = machine.value(f"t.{family}.{width}", kind * len(v), *v, result=kind)
        if family == "div":
            if b == 0:
                nan = a == 0 or math.isnan(a)
                want = math.nan if nan else math.copysign(math.inf, a) * math.copysign(1, b)
            else:
                want = a / b
        elif family == "neg":
            want = -a
        else:
            want = {"+": a + b, "-": a - b, "*": a * b}[ARITHMETIC[family]]
        try:
            want = struct.unpack(pack, struct.pack(pack, want))[0]
        except OverflowError:
            want = math.copysign(math.inf, want)
        assert same(got, want)
        if got == 0:
            assert math.copysign(1, got) == math.copysign(1, want)

    check()


@SETTINGS
@given(edges("i64"))
def test_integers_round_once_to_float32(machine: Small, a: int) -> None:
    got = machine.value("t.cvt.i.f32", "i", a, result="f")
    near = [got, math.nextafter(got, math.inf), math.nextafter(got, -math.inf)]
    assert all(abs(int(got) - a) <= abs(int(_single(n)) - a) for n in near)


def _single(x: float) -> float:
    return float(struct.unpack("<f", struct.pack("<f", x))[0])


@pytest.mark.parametrize(("x", "u64", "i64", "i32"), [
    (math.nan, 1 << 63, -1 << 63, -1 << 31), (-1.5, M64, -1, -1), (1e20, 1 << 63, -1 << 63, -1 << 31),
    (9223372036854777856.0, 9223372036854777856, -1 << 63, -1 << 31), (3e9, 3000000000, 3000000000, -1 << 31),
    (-math.inf, 1 << 63, -1 << 63, -1 << 31), (2147483647.9, 2147483647, 2147483647, 2147483647),
])  # fmt: skip
def test_floats_to_integers_as_amd64(machine: Small, x: float, u64: int, i64: int, i32: int) -> None:
    assert machine.value("t.cvt.f64.u64", "d", x, result="u") == u64
    assert machine.value("t.cvt.f64.i64", "d", x) == i64
    assert machine.value("t.cvt.f64.i32", "d", x) == i32


@pytest.mark.parametrize(("name", "x", "want"), [
    ("floor", -1.5, -2.0), ("ceil", -0.5, -0.0), ("trunc", -1.9, -1.0), ("floor", 1e300, 1e300), ("sqrt", 2.25, 1.5),
    ("floor", -0.0, -0.0), ("trunc", 0.9, 0.0), ("ceil", math.inf, math.inf), ("sqrt", -1.0, math.nan),
])  # fmt: skip
def test_rounding(machine: Small, name: str, x: float, want: float) -> None:
    got = machine.value(f"t.{name}.f64", "d", x, result="d")
    assert (same(got, want) and math.copysign(1, got) == math.copysign(1, want)) or math.isnan(want)


def test_fma_rounds_once(machine: Small) -> None:
    a = 1 + 2.0**-52
    assert machine.value("t.fma.f64", "ddd", a, a, -(1 + 2.0**-51), result="d") == 2.0**-104
    assert machine.value("t.fma.f64", "ddd", 1e300, 1e300, -math.inf, result="d") == -math.inf


def test_folding_agrees_with_the_engine(machine: Small) -> None:
    cases = (("add.i8", [127, 1]), ("mul.u32", [1 << 31, 3]), ("div.i64", [-(1 << 63), -1]), ("shl.i16", [1, 15]))
    for name, v in cases:
        row = isa.BY_NAME[name]
        kinds = "".join(o.kind for o in row.operands[1:])
        assert machine.value(f"t.{name}", kinds, *v, result=row.operands[0].kind) == semantics.fold(name, *v)


# ---- control -------------------------------------------------------------------------------------------------------

COLLATZ = """func t.collatz frame=6 out=0 args=2 file="x.go" line=1
    enter 6 0      ; line 1 map=[|]
    mov.i s0 a0
    mov.i s1 #0
    jmp L1
L1:
    poll           ; line 2 map=[|]
    jeq.i s0 #1 L9
    and.i s2 s0 #1
    brz s2 L5
    mul.i64 s0 s0 #3
    add.i64 s0 s0 #1
    jmp L6
L5:
    shr.i64 s0 s0 #1
    jmp L6
L6:
    add.i64 s1 s1 #1
    jlt.i s1 #100000 L1
L9:
    mov.i a1 s1
    ret
"""

GOTOS = """func t.gotos frame=6 out=0 args=2 file="x.go" line=1
    enter 6 0      ; line 1 map=[|]
    mov.i s0 a0
    mov.i s1 #0
    and.i s2 s0 #1
    br s2 L2
L1:
    poll           ; line 2 map=[|]
    add.i64 s1 s1 #10
    sub.i64 s0 s0 #1
    jle.i s0 #0 L9
L2:
    poll           ; line 3 map=[|]
    add.i64 s1 s1 #1
    sub.i64 s0 s0 #1
    jlt.i #0 s0 L1
L9:
    mov.i a1 s1
    ret
"""


def collatz(n: int) -> int:
    steps = 0
    while n != 1:
        n = 3 * n + 1 if n & 1 else n >> 1
        steps += 1
    return steps


def gotos(n: int) -> int:
    total, first = 0, n & 1 == 0
    while True:
        if first:
            total, n = total + 10, n - 1
            if n <= 0:
                return total
        first = True
        total, n = total + 1, n - 1
        if n <= 0:
            return total


FLAVOURS = [Flavour(), Flavour(counted=True), Flavour(unaligned=True), Flavour(checked=True)]


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda f: f.key())
def test_loops_and_irreducible_control(flavour: Flavour) -> None:
    small = Small(COLLATZ + GOTOS, flavour=flavour)
    try:
        for n in (1, 2, 7, 27, 97):
            for nested in (False, True):
                assert small.value("t.collatz", "i", n, nested=nested) == collatz(n)
            assert small.value("t.gotos", "i", n) == gotos(n)
    finally:
        small.close()


def many_cases(count: int) -> str:
    """A function like a switch of many cases with a common end."""
    lines = [
        'func t.switch frame=6 out=0 args=2 flags=nosplit file="x.go" line=1', "    enter 6 1", "    mov.i s0 a0",
        "    mov.i s1 #0",
    ]  # fmt: skip
    for i in range(count):
        lines += [f"    jne.i s0 #{i} L{i + 1}", f"    add.i64 s1 s1 #{i * 7 + 1}"]
        lines += [f"    jmp L{count + 5}", f"L{i + 1}:"]
    lines += ["    mov.i s1 #-1", f"L{count + 5}:", "    add.i64 s1 s1 #100", "    mov.i a1 s1", "    ret"]
    return "\n".join(lines) + "\n"


def test_a_long_switch_is_no_deep_nest() -> None:
    small = Small(many_cases(300))
    try:
        for n in (0, 1, 150, 299, 300):
            assert small.value("t.switch", "i", n) == (n * 7 + 101 if n < 300 else 99)
    finally:
        small.close()


def nested_loops(depth: int) -> str:
    """Loops in one another, deeper than Python allows, each run twice; counts the innermost turns."""
    size = depth + 4
    lines = [f'func t.nest frame={size} out=0 args=1 file="x.go" line=1', f"    enter {size} 0 ; line 1 map=[|]"]
    lines.append(f"    mov.i s{depth} #0")
    for i in range(depth):
        lines += [f"    mov.i s{i} #0", f"    jmp L{i}", f"L{i}:", f"    poll ; line {i + 2} map=[|]"]
        lines.append(f"    jle.i #2 s{i} E{i}")
    lines.append(f"    add.i64 s{depth} s{depth} #1")
    for i in reversed(range(depth)):
        lines += [f"    add.i64 s{i} s{i} #1", f"    jmp L{i}", f"E{i}:"]
    return "\n".join([*lines, f"    mov.i a0 s{depth}", "    ret"]) + "\n"


@pytest.mark.parametrize("depth", [3, 14, 20])
def test_loops_nested_deeper_than_python_allows(depth: int) -> None:
    text = nested_loops(depth)
    if depth == 20:
        text = text.replace("jle.i #2", "jle.i #1")
    small = Small(text)
    try:
        for nested in (False, True) if depth < 20 else (False,):
            assert small.value("t.nest", "", nested=nested) == (2**depth if depth < 20 else 1)
    finally:
        small.close()


def test_text_is_readable() -> None:
    small = Small(COLLATZ)
    try:
        assert "while True:\n" in small.engine.source("t.collatz")
        assert "if v0 == 1:" in small.engine.source("t.collatz")
    finally:
        small.close()


# ---- memory --------------------------------------------------------------------------------------------------------

MEMORY = """func t.swap frame=6 out=0 args=3 flags=nosplit file="x.go" line=1
    enter 6 1
    mov.i s0 a0
    mov.i s1 a1
    ldx.i64 s2 s0 s1 0
    ld.i64 s3 s0 8
    stx.i64 s0 s1 0 s3
    st.i64 s0 8 s2
    ld.u8 s4 s0 9
    st.i32 s0 20 s4
    ld.i32 s3 s0 20
    mov.i a2 s3
    ret
func t.odd frame=4 out=0 args=2 flags=nosplit file="x.go" line=1
    enter 4 1
    mov.i s0 a0
    ld.i64 s1 s0 3
    st.i64 s0 11 s1
    mov.i a1 s1
    ret
"""


@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda f: f.key())
def test_memory(flavour: Flavour) -> None:
    small = Small(MEMORY, flavour=flavour)
    try:
        at = small.m.base + (2 << 20)
        small.m.arena.write(at, bytes(range(48)))
        assert small.value("t.swap", "ii", at, 3) == 25
        assert small.m.arena.read(at + 8, 8) == bytes(range(24, 32))
        assert small.m.arena.read(at + 24, 8) == bytes(range(8, 16))
        if flavour.unaligned:
            small.m.arena.write(at, bytes(range(48)))
            assert small.value("t.odd", "i", at) == int.from_bytes(range(3, 11), "little")
            assert small.m.arena.read(at + 11, 8) == bytes(range(3, 11))
    finally:
        small.close()


@pytest.mark.parametrize("address", [0, 16, 1 << 50, (1 << 63) - 8])
def test_a_wild_address_is_a_signal_in_the_machine(address: int) -> None:
    small = Small(MEMORY)
    try:
        with pytest.raises(MachineError, match=f"signal 11 at pc .*, address {address:#x}"):
            small.value("t.swap", "ii", address, 0)
    finally:
        small.close()


def test_instruction_limit() -> None:
    forever = 'func t.forever frame=2 out=0 args=0 file="x.go" line=1\n    enter 2 0 ; line 1 map=[|]\n'
    forever += "L1:\n    poll ; line 2 map=[|]\n    jmp L1\n"
    small = Small(forever, flavour=Flavour(counted=True), limits=Limits(instructions=10_000))
    try:
        small.m.count[1] = 0
        with pytest.raises(LimitExceeded) as e:
            small.call("t.forever")
        assert e.value.kind == "instructions"
        assert 10_000 <= small.m.count[0] < 11_000
    finally:
        small.close()
