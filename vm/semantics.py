"""What every opcode means, as Python text: the one table from which the Python engine is printed and constants are
folded.

A row is a :class:`Text`. Its ``shape`` says how the text is used:

=========  ==========================================================================================================
value      d = text; the result is canonical for its kind
wrap       d = text brought to the integer type ``width`` (the text itself is the exact, unbounded result)
compare    d = text, a truth value; may be merged with the branch that follows
branch     the condition under which control goes to L
load       d = the element at an address; ``width`` names the type
store      the element at an address = the last operand
effect     text is a statement
trap       if text: the machine raises the opcode's fault or calls its panic function
frame      the text is printed by the engine itself (moves, frame memory, calls, control); ``text`` describes it
=========  ==========================================================================================================

``{a} {b} {c}`` are operands, ``{k}`` a plain number. The functions that the texts name are in FUNCTIONS.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from typing import Any

from morestack.vm import hashing, isa
from morestack.vm.record import record

M64 = (1 << 64) - 1
MIN64 = -(1 << 63)
MAX64 = (1 << 63) - 1
BITS = {"i8": 8, "i16": 16, "i32": 32, "i64": 64, "u8": 8, "u16": 16, "u32": 32, "u64": 64}
RANGE = {w: (-(1 << n - 1), (1 << n - 1) - 1) if w[0] == "i" else (0, (1 << n) - 1) for w, n in BITS.items()}
KIND_RANGE = {"i": (MIN64, MAX64), "u": (0, M64)}


@record(frozen=True)
class Text:
    """The Python text of one opcode: see the module's table."""

    shape: str
    text: str
    width: str = ""


def wrap(value: int, width: str) -> int:
    """``value`` brought to an integer type, modulo 2**bits."""
    n = BITS[width]
    value &= (1 << n) - 1
    return value - (1 << n) if width[0] == "i" and value >> (n - 1) else value


# ---- floats: what C does and Python refuses ------------------------------------------------------------------------

_F32 = struct.Struct("<f")
_U32 = struct.Struct("<I")
_F64 = struct.Struct("<d")
_U64 = struct.Struct("<Q")
_cell = memoryview(bytearray(8))
_cell_f = _cell.cast("f")


def r32(x: float) -> float:
    """x rounded to float32, infinities where it is too large."""
    _cell_f[0] = x
    return _cell_f[0]


def fdiv(a: float, b: float) -> float:
    """a / b as IEEE 754 has it, for b == 0 too."""
    try:
        return a / b
    except ZeroDivisionError:
        if a != a:
            return a
        if a == 0:
            return -math.nan  # amd64's default NaN has its sign bit set
        return math.copysign(math.inf, a) * math.copysign(1.0, b)


def fsqrt(x: float) -> float:
    """The square root, NaN below zero."""
    return math.sqrt(x) if x >= 0 else (x if x == 0 or x != x else -math.nan)


def ffloor(x: float) -> float:
    """The greatest whole number not above x; keeps -0, infinities and NaN."""
    return math.copysign(float(math.floor(x)), x) if -4503599627370496.0 < x < 4503599627370496.0 else x


def fceil(x: float) -> float:
    """The least whole number not below x; keeps -0, infinities and NaN."""
    return math.copysign(float(math.ceil(x)), x) if -4503599627370496.0 < x < 4503599627370496.0 else x


def ftrunc(x: float) -> float:
    """x without its fraction; keeps -0, infinities and NaN."""
    return math.copysign(float(int(x)), x) if -4503599627370496.0 < x < 4503599627370496.0 else x


def ffma(a: float, b: float, c: float) -> float:
    """a * b + c rounded once."""
    if not (math.isfinite(a) and math.isfinite(b)):
        return a * b + c
    if not math.isfinite(c):
        return c
    from fractions import Fraction

    exact = Fraction(a) * Fraction(b) + Fraction(c)
    if exact == 0:
        return a * b + c
    try:
        return exact.numerator / exact.denominator
    except OverflowError:
        return math.inf if exact > 0 else -math.inf


def i_to_f32(a: int) -> float:
    """An integer rounded once to float32."""
    if -(1 << 53) <= a <= 1 << 53:
        return r32(float(a))
    sign, a = (-1.0, -a) if a < 0 else (1.0, a)
    drop = a.bit_length() - 26  # keep two bits more than float32 has, the rest as a sticky bit
    return sign * r32(float((a >> drop | (a & ((1 << drop) - 1) != 0)) << drop))


def f_to_u64(x: float) -> int:
    """uint64(x) as gc's code for amd64 gives it: 1<<63 if it does not fit."""
    return int(x) & M64 if -9223372036854775808.0 <= x < 18446744073709551616.0 else 1 << 63


def f64_bits(x: float) -> int:
    """math.Float64bits."""
    return int(_U64.unpack(_F64.pack(x))[0])


def bits_f64(x: int) -> float:
    """math.Float64frombits."""
    return float(_F64.unpack(_U64.pack(x))[0])


def f32_bits(x: float) -> int:
    """math.Float32bits of a value that is a float32; NaNs keep their sign and upper payload."""
    _cell_f[0] = x
    return int(_U32.unpack_from(_cell)[0])


def bits_f32(x: int) -> float:
    """math.Float32frombits."""
    return float(_F32.unpack(_U32.pack(x & 0xFFFFFFFF))[0])


def bswap64(x: int) -> int:
    """The eight bytes of a word in the other order."""
    return int.from_bytes(x.to_bytes(8, "little"), "big")


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "r32": r32, "fdiv": fdiv, "fsqrt": fsqrt, "ffloor": ffloor, "fceil": fceil, "ftrunc": ftrunc, "ffma": ffma,
    "i_to_f32": i_to_f32, "f_to_u64": f_to_u64, "f64_bits": f64_bits, "bits_f64": bits_f64, "f32_bits": f32_bits,
    "bits_f32": bits_f32, "bswap64": bswap64, "copysign": math.copysign,
}  # fmt: skip

# ---- the table -----------------------------------------------------------------------------------------------------

TEXTS: dict[str, Text] = {}


def _row(name: str, shape: str, text: str, width: str = "") -> None:
    TEXTS[name] = Text(shape, text, width)


def _integers() -> None:
    for w in isa.INT_WIDTHS:
        n = BITS[w]
        signed = w[0] == "i"
        _row(f"add.{w}", "wrap", "{a} + {b}", w)
        _row(f"sub.{w}", "wrap", "{a} - {b}", w)
        _row(f"mul.{w}", "wrap", "{a} * {b}", w)
        if signed:
            _row(f"div.{w}", "wrap", "({a} // {b} if ({a} >= 0) == ({b} > 0) else -(-{a} // {b}))", w)
            _row(f"rem.{w}", "value", "({a} % abs({b}) if {a} >= 0 else -(-{a} % abs({b})))")
            _row(f"com.{w}", "value", "~{a}")
            _row(f"shr.{w}", "value", f"{{a}} >> ({{b}} if {{b}} < {n} else {n - 1})")
        else:
            _row(f"div.{w}", "value", "{a} // {b}")
            _row(f"rem.{w}", "value", "{a} % {b}")
            _row(f"com.{w}", "value", f"{{a}} ^ {(1 << n) - 1:#x}")
            _row(f"shr.{w}", "value", f"({{a}} >> {{b}} if {{b}} < {n} else 0)")
        _row(f"neg.{w}", "wrap", "-{a}", w)
        _row(f"shl.{w}", "wrap", f"({{a}} << {{b}} if {{b}} < {n} else 0)", w)
    for n_ in "iu":
        for name, text in (("and", "{a} & {b}"), ("or", "{a} | {b}"), ("xor", "{a} ^ {b}"), ("andnot", "{a} & ~{b}")):
            _row(f"{name}.{n_}", "value", text)
    for w in ("i8", "i16", "i32", "u8", "u16", "u32"):
        _row(f"wrap.{w}", "wrap", "{a}", w)
    _row("cvt.i.u", "wrap", "{a}", "u64")
    _row("cvt.u.i", "wrap", "{a}", "i64")
    _row("clz.u64", "value", "64 - ({a}).bit_length()")
    _row("ctz.u64", "value", "(({a} & -{a}).bit_length() - 1 if {a} else 64)")
    _row("popcnt.u64", "value", "({a}).bit_count()")
    _row("bswap.u64", "value", "bswap64({a})")
    _row("rotl.u64", "value", f"({{a}} << ({{b}} & 63) | {{a}} >> (-{{b}} & 63)) & {M64:#x}")
    _row("rotl.u32", "value", "({a} << ({b} & 31) | {a} >> (-{b} & 31)) & 0xffffffff")
    _row("mulhi.u64", "value", "{a} * {b} >> 64")


def _floats() -> None:
    for w, rounded in (("f64", "{}"), ("f32", "r32({})")):
        _row(f"add.{w}", "value", rounded.format("{a} + {b}"))
        _row(f"sub.{w}", "value", rounded.format("{a} - {b}"))
        _row(f"mul.{w}", "value", rounded.format("{a} * {b}"))
        _row(f"div.{w}", "value", rounded.format("({a} / {b} if {b} else fdiv({a}, {b}))"))
        _row(f"neg.{w}", "value", "-{a}")
        convert = "float({a})" if w == "f64" else "i_to_f32({a})"
        _row(f"cvt.i.{w}", "value", convert)
        _row(f"cvt.u.{w}", "value", convert)
        _row(f"cvt.{w}.i64", "value",
             f"(int({{a}}) if -9223372036854775808.0 <= {{a}} < 9223372036854775808.0 else {MIN64})")  # fmt: skip
        _row(f"cvt.{w}.i32", "value", "(int({a}) if -2147483649.0 < {a} < 2147483648.0 else -2147483648)")
        _row(f"cvt.{w}.u64", "value", "f_to_u64({a})")
    _row("cvt.f32.f64", "value", "{a}")
    _row("cvt.f64.f32", "value", "r32({a})")
    _row("bits.f64", "value", "f64_bits({a})")
    _row("frombits.f64", "value", "bits_f64({a})")
    _row("bits.f32", "value", "f32_bits({a})")
    _row("frombits.f32", "value", "bits_f32({a})")
    _row("sqrt.f64", "value", "fsqrt({a})")
    _row("abs.f64", "value", "abs({a})")
    _row("floor.f64", "value", "ffloor({a})")
    _row("ceil.f64", "value", "fceil({a})")
    _row("trunc.f64", "value", "ftrunc({a})")
    _row("copysign.f64", "value", "copysign({a}, {b})")
    _row("fma.f64", "value", "ffma({a}, {b}, {c})")


def _control() -> None:
    for name, sign in (("eq", "=="), ("ne", "!="), ("lt", "<"), ("le", "<=")):
        for n in "iudf":
            _row(f"{name}.{n}", "compare", f"{{a}} {sign} {{b}}")
        for n in "iu":
            _row(f"j{name}.{n}", "branch", f"{{a}} {sign} {{b}}")
    _row("br", "branch", "{a}")
    _row("brz", "branch", "not {a}")
    _row("nilcheck", "trap", "not {a}")
    _row("bound", "trap", "not 0 <= {a} < {b}")
    _row("boundle", "trap", "not 0 <= {a} <= {b}")
    _row("bound.u", "trap", "{a} >= {b}")
    _row("boundle.u", "trap", "{a} > {b}")
    _row("shiftcheck", "trap", "{a} < 0")


def _memory() -> None:
    for w in isa.MEMORY_WIDTHS:
        for name in ("ld", "ldx", "ldl"):
            _row(f"{name}.{w}", "load", "view[address]", w)
        for name in ("st", "stx", "stl"):
            _row(f"{name}.{w}", "store", "view[address] = value", w)
    _row("index", "value", "{a} + {b} * {k}")
    _row("offset", "value", "{a} + {k}")
    _row("memmove", "effect", "memmove({a}, {b}, {c})")
    _row("memclr", "effect", "memclr({a}, {b})")
    _row("memequal", "value", "memequal({a}, {b}, {c})")
    _row("memcmp", "value", "memcmp({a}, {b}, {c})")
    _row("memhash", "value", "memhash({a}, {b}, {c})")
    _row("hash64", "value", f"((t := ({{a}} ^ {{b}}) * {hashing.MULTIPLIER:#x}) ^ t >> 64) & {M64:#x}")
    _row("indexbyte", "value", "indexbyte({a}, {b}, {c})")


def _machine() -> None:
    for n in "iudf":
        _row(f"mov.{n}", "frame", "d = a")
    _row("getg", "value", "W[1]")
    _row("getctx", "value", "W[2]")
    for name, text in (
        ("lea", "d = base + (s + S) * 8 + k"), ("zero", "q[s+S] .. = 0"), ("copy", "q[s+S:] = q[s+T:]"),
        ("jmp", "structured control"), ("poll", "if s < W[0]: write back; more(pc, s)"),
        ("enter", "s -= k-1; if s < W[0]: more(pc, s)"), ("call", "q[s-1] = pc+1; eF(s-1, arguments)"),
        ("callclosure", "W[2] = a; q[s-1] = pc+1; N[word at a](s-1)"), ("callpc", "q[s-1] = pc+1; N[a](s-1)"),
        ("ret", "return results, or q[s+M-1], s+M to the trampoline"), ("native", "results = nN(arguments)"),
        ("trap", "trap(pc, s, k)"), ("getsp", "d = base + s * 8"), ("getcallersp", "d = base + (s + M) * 8"),
        ("getcallerpc", "d = q[s+M-1]"), ("setcallerpc", "q[s+M-1] = a"), ("getpc", "d = pc"),
        ("systemstack", "systemstack(pc, s, a)"), ("systemstackret", "systemstackret()"), ("mcall", "mcall(pc, s, a)"),
        ("gogo", "gogo(a)"), ("exitvm", "exitvm(pc, s, k)"),
    ):  # fmt: skip
        _row(name, "frame", text)


_integers()
_floats()
_control()
_memory()
_machine()

if set(TEXTS) != set(isa.BY_NAME):
    raise ImportError(f"opcodes and their texts differ: {sorted(set(TEXTS) ^ set(isa.BY_NAME))}")
for _name, _text in TEXTS.items():
    if _text.shape in ("value", "wrap", "compare", "branch", "trap", "effect"):
        for _operand in isa.BY_NAME[_name].operands:
            if _operand.role in "abc" and f"{{{_operand.role}}}" not in _text.text:
                raise ImportError(f"the text of {_name} does not use its operand {_operand.role}")

_folders: dict[str, Callable[..., Any]] = {}


def fold(name: str, *operands: int | float, k: int = 0) -> int | float | bool:
    """The result of an opcode of shape value, wrap, compare or branch for constant operands in canonical form.

    Raises ZeroDivisionError for a division by zero, KeyError for an opcode that has no value.
    """
    row = TEXTS[name]
    if row.shape not in ("value", "wrap", "compare", "branch") or name in ("getg", "getctx"):
        raise KeyError(name)
    f = _folders.get(name)
    if f is None:
        text = row.text.format(a="a", b="b", c="c", k="k")
        f = _folders[name] = eval(f"lambda a, b=0, c=0, k=0: {text}", dict(FUNCTIONS))
    value = f(*operands, k=k)
    if row.shape == "wrap":
        return wrap(value, row.width)
    return bool(value) if row.shape in ("compare", "branch") else value
