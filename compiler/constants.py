"""Constant values of arbitrary precision: what Go's untyped (and typed) constants are, and the arithmetic on them.

A value is one of: ``bool``; ``bytes`` (a string: Go strings are bytes); ``int``; ``Fraction`` or :class:`Big` (a
float);
:class:`Complex`; or :data:`UNKNOWN` (after an error). Fractions are exact while numerator and denominator stay below
4096 bits; beyond that a float has a mantissa of 512 bits, as in gc.
Sources: Go spec "Constants", "Constant expressions", "Representability"; behaviour of package go/constant.
"""

from __future__ import annotations

import math
import re
import struct
from fractions import Fraction
from typing import Any, Final, TypeAlias

from morestack.compiler import types
from morestack.compiler.types import (
    COMPLEX64,
    COMPLEX128,
    FLOAT32,
    FLOAT64,
    INT,
    INT8,
    INT16,
    INT32,
    INT64,
    IS_BOOLEAN,
    IS_COMPLEX,
    IS_FLOAT,
    IS_INTEGER,
    IS_STRING,
    UINT,
    UINT8,
    UINT16,
    UINT32,
    UINT64,
    UINTPTR,
    Basic,
)

PRECISION: Final = 512  # bits of a float's mantissa, and of the largest untyped integer
SMALL: Final = 4096  # bits up to which floats are kept as fractions
BIG_EXPONENT: Final = 1 << 31  # binary exponents beyond are infinite
MAX_LITERAL: Final = 10_000  # characters of a number literal
MAX_SHIFT: Final = 1023 - 1 + 52  # largest constant shift count
MAX_STRING: Final = 2_000_000_000

# kinds of values, in the order in which operands are matched
K_UNKNOWN, K_BOOL, K_STRING, K_INT, K_FLOAT, K_COMPLEX = range(6)

Value: TypeAlias = Any


class Unknown:
    """The value of an erroneous constant: absorbs every operation."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "unknown"


UNKNOWN: Final = Unknown()


class Big:
    """A float outside the range of small fractions: ``m * 2**e`` with at most 512 bits in m (rounded half to even)."""

    __slots__ = ("e", "m")

    def __init__(self, m: int, e: int) -> None:
        extra = m.bit_length() - PRECISION
        if extra > 0:
            m = _round_shift(m, extra)
            e += extra
        self.m = m
        self.e = e

    def exponent(self) -> int:
        """Binary exponent x with 0.5 <= |value| / 2**x < 1."""
        return self.m.bit_length() + self.e

    def __repr__(self) -> str:
        return f"Big({self.m}, {self.e})"


class Complex:
    """A complex value; parts are int, Fraction or Big."""

    __slots__ = ("im", "re")

    def __init__(self, re: Value, im: Value) -> None:
        self.re = re
        self.im = im

    def __repr__(self) -> str:
        return f"Complex({self.re!r}, {self.im!r})"


_KINDS: Final[dict[type, int]] = {
    Unknown: K_UNKNOWN,
    bool: K_BOOL,
    bytes: K_STRING,
    int: K_INT,
    Fraction: K_FLOAT,
    Big: K_FLOAT,
    Complex: K_COMPLEX,
}


def kind(v: Value) -> int:
    """Which of the K_ kinds v is (of its representation, not of its Go type)."""
    return _KINDS[type(v)]


def _round_shift(m: int, n: int) -> int:
    """m / 2**n rounded half to even."""
    sign = -1 if m < 0 else 1
    m = abs(m)
    q = m >> n
    rest = m & ((1 << n) - 1)
    half = 1 << (n - 1)
    if rest > half or (rest == half and q & 1):
        q += 1
    return sign * q


def _big(v: Value) -> Big:
    """v (int, Fraction or Big) as Big."""
    if type(v) is Big:
        return v
    if type(v) is Fraction:
        return _quotient(v.numerator, v.denominator)
    return Big(v, 0)


def _quotient(n: int, d: int, exponent: int = 0) -> Big:
    shift = max(0, PRECISION + 8 - (n.bit_length() - d.bit_length()))
    q, r = divmod(abs(n) << shift, abs(d))
    q = (q << 1) | (1 if r else 0)  # sticky bit: rounding stays right
    return Big(-q if (n < 0) != (d < 0) else q, exponent - shift - 1)


def _float(v: Fraction | Big) -> Value:
    """Normalised float: a Fraction while small, else Big; UNKNOWN when infinite."""
    if type(v) is Fraction:
        if v.numerator.bit_length() < SMALL and v.denominator.bit_length() < SMALL:
            return v
        return _float(_big(v))
    assert type(v) is Big
    if v.m == 0 or v.exponent() < -BIG_EXPONENT:
        return Fraction(0)
    return v if v.exponent() < BIG_EXPONENT else UNKNOWN


def _exact(v: Value) -> Fraction:
    """A float or int as an exact fraction; only for exponents that are not huge."""
    if type(v) is Big:
        return Fraction(v.m << v.e) if v.e >= 0 else Fraction(v.m, 1 << -v.e)
    return Fraction(v)


# ---------------------------------------------------------------------------------------------------------------------
# Literals


def parse_int(text: str) -> Value:
    """Value of an integer literal (any radix, underscores allowed)."""
    s = text.replace("_", "")
    if len(s) > 1 and s[0] == "0":
        c = s[1]
        if c in "xX":
            return int(s[2:], 16)
        if c in "bB":
            return int(s[2:], 2)
        if c in "oO":
            return int(s[2:], 8)
        return int(s, 8)
    return _decimal(s)


def _decimal(s: str) -> int:
    """int(s) without the interpreter's limit on the number of digits."""
    if len(s) <= 4000:
        return int(s)
    half = len(s) // 2
    return _decimal(s[:half]) * int(10 ** (len(s) - half)) + _decimal(s[half:])


def parse_float(text: str) -> Value:
    """Value of a floating-point literal (decimal or hexadecimal); UNKNOWN if it is infinite."""
    s = text.replace("_", "").lower()
    if s.startswith("0x"):
        mantissa, _, exponent = s[2:].partition("p")
        whole, _, fraction = mantissa.partition(".")
        return _scaled(int(whole + fraction or "0", 16), 2, int(exponent or "0") - 4 * len(fraction))
    mantissa, _, exponent = s.partition("e")
    whole, _, fraction = mantissa.partition(".")
    if len(exponent) > 12:
        return UNKNOWN if exponent[0] != "-" else Fraction(0)
    return _scaled(_decimal(whole + fraction or "0"), 10, int(exponent or "0") - len(fraction))


def _scaled(m: int, base: int, exponent: int) -> Value:
    """m * base**exponent as a float."""
    if m == 0:
        return Fraction(0)
    bits = m.bit_length() + int(exponent * math.log2(base))
    if -SMALL < bits < SMALL:
        return _float(Fraction(m * base**exponent) if exponent >= 0 else Fraction(m, base**-exponent))
    if bits > BIG_EXPONENT + 64:
        return UNKNOWN
    if bits < -BIG_EXPONENT - 64:
        return Fraction(0)
    power = _power(base, abs(exponent))
    if exponent >= 0:
        return _float(Big(m * power.m, power.e))
    return _float(_quotient(m, power.m, -power.e))


def _power(base: int, n: int) -> Big:
    """base**n with a few guard bits beyond the precision."""
    m, e = 1, 0
    bm, be = base, 0
    guard = PRECISION + 64
    while n:
        if n & 1:
            m, e = m * bm, e + be
        bm, be = bm * bm, be * 2
        n >>= 1
        for_m = m.bit_length() - guard
        if for_m > 0:
            m, e = m >> for_m, e + for_m
        for_b = bm.bit_length() - guard
        if for_b > 0:
            bm, be = bm >> for_b, be + for_b
    out = Big(0, 0)
    out.m, out.e = m, e
    return out


def parse_literal(lit_kind: str, text: str, data: bytes | None, rune: int) -> Value:
    """Value of a basic literal as the scanner delivers it; UNKNOWN if it cannot be represented."""
    if lit_kind == "STRING":
        return data if data is not None else b""
    if lit_kind == "CHAR":
        return rune
    if "\0" in text:  # reported as a character; as a digit it makes no number
        return UNKNOWN
    if lit_kind == "INT":
        return parse_int(text)
    if lit_kind == "FLOAT":
        return parse_float(text)
    return _parse_imaginary(text[:-1])


def _parse_imaginary(s: str) -> Value:
    low = s.lower()
    if re.match("0b.*[2-9]|0o.*[89]", low):  # the scanner looks at the digits of integers alone
        return UNKNOWN
    if low.startswith(("0b", "0o")) or (low.startswith("0x") and "p" not in low and "." not in low):
        im: Value = parse_int(s)
    elif low.replace("_", "").isdigit():
        im = _decimal(low.replace("_", ""))  # leading zeros of an imaginary literal do not mean octal
    else:
        im = parse_float(s)
    return im if im is UNKNOWN else Complex(0, to_float(im))  # a float to Go, which shows when it is printed


# ---------------------------------------------------------------------------------------------------------------------
# Changing the kind


def to_int(v: Value) -> Value:
    """v as an int if it is integral, else UNKNOWN."""
    c = type(v)
    if c is int:
        return v
    if c is Fraction:
        return v.numerator if v.denominator == 1 else UNKNOWN
    if c is Big:
        return _big_to_int(v)
    if c is Complex:
        return to_int(v.re) if sign(v.im) == 0 else UNKNOWN
    return UNKNOWN


def _big_to_int(v: Big) -> Value:
    if not -SMALL < v.exponent() < SMALL:
        return UNKNOWN
    f = _exact(v)
    if f.denominator == 1:
        return f.numerator
    # an integer but for rounding errors in the last four bits is taken as one
    for m in (v.m >> 4, (v.m >> 4) + 1):
        g = _exact(Big(m << 4, v.e))
        if g.denominator == 1:
            return g.numerator
    return UNKNOWN


def to_float(v: Value) -> Value:
    """v as a float (Fraction or Big) if its imaginary part is zero, else UNKNOWN."""
    c = type(v)
    if c is Fraction or c is Big:
        return v
    if c is int:
        return _float(Fraction(v))
    if c is Complex:
        return to_float(v.re) if sign(v.im) == 0 else UNKNOWN
    return UNKNOWN


def to_complex(v: Value) -> Value:
    """v as a Complex if numeric, else UNKNOWN."""
    c = type(v)
    if c is Complex:
        return v
    if c is int or c is Fraction or c is Big:
        return Complex(v, 0)
    return UNKNOWN


def real(v: Value) -> Value:
    """Real part of a numeric value."""
    return v.re if type(v) is Complex else v


def imag(v: Value) -> Value:
    """Imaginary part of a numeric value."""
    if type(v) is Complex:
        return v.im
    return v if v is UNKNOWN else 0


def sign(v: Value) -> int:
    """-1, 0, 1; for a complex value 0 if it is zero, else not 0; 1 for UNKNOWN."""
    c = type(v)
    if c is int or c is Fraction:
        return int(v > 0) - int(v < 0)
    if c is Big:
        return int(v.m > 0) - int(v.m < 0)
    if c is Complex:
        return sign(v.re) | sign(v.im)
    return 1


# ---------------------------------------------------------------------------------------------------------------------
# Machine floats


def float64_of(v: Value) -> float:
    """A numeric value (real) as the nearest float64; infinite if out of range."""
    c = type(v)
    if c is Big:
        if v.exponent() > 1100:
            return math.inf if v.m > 0 else -math.inf
        if v.exponent() < -1200:
            return 0.0
        v = _exact(v)
    try:
        return float(v.numerator / v.denominator)  # correctly rounded by CPython
    except OverflowError:
        return math.inf if v > 0 else -math.inf


def float32_of(v: Value) -> float:
    """A numeric value (real) as the nearest float32 (held in a Python float); infinite if out of range."""
    c = type(v)
    if c is Big:
        if v.exponent() > 200:
            return math.inf if v.m > 0 else -math.inf
        if v.exponent() < -300:
            return 0.0
        v = _exact(v)
    n, d = v.numerator, v.denominator
    if n == 0:
        return 0.0
    negative = n < 0
    n = abs(n)
    exponent = n.bit_length() - d.bit_length()  # 2**(exponent-1) < value < 2**(exponent+1)
    if (n << max(0, -exponent)) < (d << max(0, exponent)):
        exponent -= 1
    unit = max(exponent, -126) - 23  # value of the last bit
    q, r = divmod(n << max(0, -unit), d << max(0, unit))
    twice = 2 * r
    whole = d << max(0, unit)
    if twice > whole or (twice == whole and q & 1):
        q += 1
    out = math.ldexp(q, unit) if unit + q.bit_length() <= 128 else math.inf
    return -out if negative else out


def from_float(f: float) -> Value:
    """The exact value of a finite float64."""
    return Fraction(f)


def bits32(f: float) -> int:
    """Bits of a float32 value."""
    return int(struct.unpack("<I", struct.pack("<f", f))[0])


def bits64(f: float) -> int:
    """Bits of a float64 value."""
    return int(struct.unpack("<Q", struct.pack("<d", f))[0])


# ---------------------------------------------------------------------------------------------------------------------
# Operations


def unary_op(op: str, v: Value, unsigned_bits: int = 0) -> Value:
    """``op v`` for + - ^ !; unsigned_bits > 0 limits the result of ^ for unsigned types."""
    c = type(v)
    if c is Unknown or op == "+":
        return v
    if op == "!":
        return not v
    if op == "^":
        return ~v & ((1 << unsigned_bits) - 1) if unsigned_bits else ~v
    if c is Big:
        return Big(-v.m, v.e)
    if c is Complex:
        return Complex(unary_op("-", v.re), unary_op("-", v.im))
    return -v


def binary_op(x: Value, op: str, y: Value, integer: bool = False) -> Value:
    """``x op y`` for + - * / % & | ^ &^ && ||; with ``integer`` a division truncates. y must not be zero in
    divisions."""
    kx, ky = _KINDS[type(x)], _KINDS[type(y)]
    k = kx if kx > ky else ky
    if kx == K_UNKNOWN or ky == K_UNKNOWN:
        return UNKNOWN
    if k == K_INT:
        return _int_op(x, op, y, integer)
    if k == K_STRING:
        return x + y
    if k == K_BOOL:
        return (x and y) if op == "&&" else (x or y)
    if k == K_FLOAT:
        return _float_op(x, op, y)
    return _complex_op(to_complex(x), op, to_complex(y))


def _int_op(x: int, op: str, y: int, integer: bool) -> Value:
    if op == "+":
        return x + y
    if op == "-":
        return x - y
    if op == "*":
        return x * y
    if op == "/":
        if not integer:
            return _float(Fraction(x, y))
        q = abs(x) // abs(y)
        return q if (x < 0) == (y < 0) else -q
    if op == "%":
        r = abs(x) % abs(y)
        return -r if x < 0 else r
    if op == "&":
        return x & y
    if op == "|":
        return x | y
    if op == "^":
        return x ^ y
    return x & ~y


def _float_op(x: Value, op: str, y: Value) -> Value:
    if type(x) is not Big and type(y) is not Big:
        if op == "+":
            return _float(Fraction(x + y))
        if op == "-":
            return _float(Fraction(x - y))
        if op == "*":
            return _float(Fraction(x * y))
        return _float(Fraction(x) / y)
    a, b = _big(x), _big(y)
    if op == "*":
        return _float(Big(a.m * b.m, a.e + b.e))
    if op == "/":
        return _float(_quotient(a.m, b.m, a.e - b.e))
    return _big_add(a, b if op == "+" else Big(-b.m, b.e))


def _big_add(a: Big, b: Big) -> Value:
    if a.m == 0 or b.m == 0:
        return _float(b if a.m == 0 else a)
    if a.exponent() < b.exponent():
        a, b = b, a
    if a.exponent() - b.exponent() > PRECISION + 8:
        return _float(a)
    e = min(a.e, b.e)
    return _float(Big((a.m << (a.e - e)) + (b.m << (b.e - e)), e))


def _complex_op(x: Value, op: str, y: Value) -> Value:
    a, b, c, d = x.re, x.im, y.re, y.im
    if op in "+-":
        return _complex(binary_op(a, op, c), binary_op(b, op, d))
    if op == "*":
        re = binary_op(binary_op(a, "*", c), "-", binary_op(b, "*", d))
        return _complex(re, binary_op(binary_op(b, "*", c), "+", binary_op(a, "*", d)))
    s = binary_op(binary_op(c, "*", c), "+", binary_op(d, "*", d))
    re = binary_op(binary_op(a, "*", c), "+", binary_op(b, "*", d))
    im = binary_op(binary_op(b, "*", c), "-", binary_op(a, "*", d))
    return _complex(binary_op(re, "/", s), binary_op(im, "/", s))


def _complex(re: Value, im: Value) -> Value:
    return UNKNOWN if re is UNKNOWN or im is UNKNOWN else Complex(re, im)


def shift(v: int, op: str, count: int) -> int:
    """``v << count`` or ``v >> count``."""
    return v << count if op == "<<" else v >> count


def compare(x: Value, op: str, y: Value) -> bool:
    """``x op y`` for == != < <= > >=; False if a value is unknown."""
    kx, ky = _KINDS[type(x)], _KINDS[type(y)]
    if kx == K_UNKNOWN or ky == K_UNKNOWN:
        return False
    if kx == K_COMPLEX or ky == K_COMPLEX:
        a, b = to_complex(x), to_complex(y)
        same = _order(a.re, b.re) == 0 and _order(a.im, b.im) == 0
        return same if op == "==" else not same
    n = _order(x, y)
    if op == "==":
        return n == 0
    if op == "!=":
        return n != 0
    if op == "<":
        return n < 0
    if op == "<=":
        return n <= 0
    if op == ">":
        return n > 0
    return n >= 0


def _order(x: Value, y: Value) -> int:
    if type(x) is Big or type(y) is Big:
        return sign(_big_add(_big(x), unary_op("-", _big(y))))
    return int(x > y) - int(x < y)


# ---------------------------------------------------------------------------------------------------------------------
# Representability

_RANGES: Final[dict[int, tuple[int, int]]] = {
    INT: (-(1 << 63), (1 << 63) - 1),
    INT8: (-128, 127),
    INT16: (-(1 << 15), (1 << 15) - 1),
    INT32: (-(1 << 31), (1 << 31) - 1),
    INT64: (-(1 << 63), (1 << 63) - 1),
    UINT: (0, (1 << 64) - 1),
    UINT8: (0, 255),
    UINT16: (0, 65535),
    UINT32: (0, (1 << 32) - 1),
    UINT64: (0, (1 << 64) - 1),
    UINTPTR: (0, (1 << 64) - 1),
}


def representable(v: Value, t: Basic) -> tuple[bool, Value]:
    """Can v be a value of basic type t (spec "Representability")? With it the value as t holds it (rounded floats)."""
    if v is UNKNOWN:
        return True, v
    info = t.info
    if info & IS_INTEGER:
        n = v if type(v) is int else to_int(v)
        if n is UNKNOWN:
            return False, v
        limits = _RANGES.get(t.kind)
        return limits is None or limits[0] <= n <= limits[1], n
    if info & IS_FLOAT:
        return _float_fits(to_float(v), t.kind)
    if info & IS_COMPLEX:
        return _complex_fits(to_complex(v), t.kind)
    if info & IS_STRING:
        return type(v) is bytes, v
    if info & IS_BOOLEAN:
        return type(v) is bool, v
    return False, v


def _float_fits(v: Value, basic_kind: int) -> tuple[bool, Value]:
    if v is UNKNOWN:
        return False, v
    if basic_kind in (FLOAT64, COMPLEX128):
        f = float64_of(v)
    elif basic_kind in (FLOAT32, COMPLEX64):
        f = float32_of(v)
    else:
        return True, v
    return (False, v) if math.isinf(f) else (True, Fraction(f))


def _complex_fits(v: Value, basic_kind: int) -> tuple[bool, Value]:
    if v is UNKNOWN:
        return False, v
    if basic_kind != COMPLEX64 and basic_kind != COMPLEX128:
        return True, v
    ok_re, re = _float_fits(to_float(v.re), basic_kind)
    ok_im, im = _float_fits(to_float(v.im), basic_kind)
    return (True, Complex(re, im)) if ok_re and ok_im else (False, v)


# ---------------------------------------------------------------------------------------------------------------------
# Text


def text(v: Value) -> str:
    """The value as gc's messages show it: decimal integers, six digits of floats, quoted strings of at most 72
    characters."""
    c = type(v)
    if c is int:
        return int_text(v)
    if c is bytes:
        return _string_text(v)
    if c is bool:
        return "true" if v else "false"
    if c is Fraction or c is Big:
        return _float_text(v)
    if c is Complex:
        return f"({text(v.re)} + {text(v.im)}i)"
    return "unknown"


def int_text(n: int) -> str:
    """str(n) without the interpreter's limit on the number of digits."""
    if n.bit_length() < 12000:
        return str(n)
    if n < 0:
        return "-" + int_text(-n)
    digits = int(n.bit_length() * math.log10(2)) // 2
    high, low = divmod(n, 10**digits)
    return int_text(high) + int_text(low).rjust(digits, "0")


def _string_text(v: bytes) -> str:
    s = v.decode("utf-8", "surrogateescape")
    quoted = types.quote(s)
    return quoted[:69] + "..." if len(quoted) > 72 else quoted


def _float_text(v: Fraction | Big) -> str:
    f = float64_of(v)
    if not math.isinf(f) and (sign(v) == 0) == (f == 0):
        s = f"{f:.6g}"
        if "." not in s and not (type(v) is Fraction and v.denominator == 1) and not (type(v) is Big and v.e >= 0):
            s = shortest(f)
        return s
    b = _big(v)
    exponent = b.exponent()
    d = exponent * (math.log(2) / math.log(10))
    e = int(d)
    m = math.ldexp(float(Fraction(b.m, 1 << b.m.bit_length())), 0) * 10 ** (d - e)
    if abs(m) < 1 - 0.5e-6:
        m *= 10
        e -= 1
    elif abs(m) >= 10:
        m /= 10
        e += 1
    return f"{m:.6g}e{e:+d}"


def shortest(f: float) -> str:
    """f in the fewest digits that give it back, in the form of Go's %g (exponent below -4 or from 21 on)."""
    s = repr(f)
    mantissa, _, exponent = s.partition("e")
    digits = mantissa.replace("-", "").replace(".", "")
    point = mantissa.replace("-", "").find(".")
    point = (len(digits) if point < 0 else point) + int(exponent or "0")
    stripped = digits.lstrip("0")
    point -= len(digits) - len(stripped)
    digits = stripped.rstrip("0") or "0"
    prefix = "-" if s.startswith("-") else ""
    e = point - 1
    if digits == "0":
        return prefix + "0"
    if e < -4 or e >= 21:
        tail = "." + digits[1:] if len(digits) > 1 else ""
        return f"{prefix}{digits[0]}{tail}e{'-' if e < 0 else '+'}{abs(e):02d}"
    if point <= 0:
        return f"{prefix}0.{'0' * -point}{digits}"
    if point >= len(digits):
        return prefix + digits + "0" * (point - len(digits))
    return f"{prefix}{digits[:point]}.{digits[point:]}"
