"""Constants: literals, exact arithmetic, rounding, limits and text."""

from __future__ import annotations

import math
import struct
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from morestack.compiler import constants, types
from morestack.compiler.constants import UNKNOWN, Complex, binary_op, parse_literal, representable, text

INTS = [
    ("42", 42),
    ("0x_ff", 255),
    ("0b101", 5),
    ("0o17", 15),
    ("017", 15),
    ("1_000", 1000),
]


@pytest.mark.parametrize(("lit", "want"), INTS)
def test_integer_literals(lit: str, want: int) -> None:
    assert parse_literal("INT", lit, None, 0) == want


def test_long_integer_literal() -> None:
    assert parse_literal("INT", "9" * 9999, None, 0) == 10**9999 - 1


@pytest.mark.parametrize(
    ("lit", "want"),
    [("1.5", Fraction(3, 2)), (".25e1", Fraction(5, 2)), ("0x1p-2", Fraction(1, 4)), ("0x1.8p1", 3), ("1e3", 1000)],
)
def test_float_literals(lit: str, want: Fraction) -> None:
    assert parse_literal("FLOAT", lit, None, 0) == want


def test_imaginary_literals() -> None:
    for lit, want in (("2i", 2), ("010i", 10), ("0x10i", 16), ("0o10i", 8), ("1.5i", Fraction(3, 2))):
        v = parse_literal("IMAG", lit, None, 0)
        assert isinstance(v, Complex) and v.re == 0 and v.im == want


def test_huge_floats_stay_finite_and_cheap() -> None:
    big = parse_literal("FLOAT", "1e100000000", None, 0)
    assert text(big) == "1e+100000000"
    ratio = binary_op(big, "/", parse_literal("FLOAT", "1e99999999", None, 0))
    assert abs(constants.float64_of(ratio) - 10) < 1e-12
    assert parse_literal("FLOAT", "1e999999999999", None, 0) is UNKNOWN
    assert parse_literal("FLOAT", "1e-999999999999", None, 0) == 0
    assert not representable(big, types.BASICS[types.FLOAT64])[0]


@given(st.integers(-(10**30), 10**30), st.integers(-(10**12), 10**12).filter(bool))
def test_division_truncates_towards_zero(x: int, y: int) -> None:
    q, r = binary_op(x, "/", y, True), binary_op(x, "%", y, True)
    assert q * y + r == x and abs(r) < abs(y) and (r == 0 or (r < 0) == (x < 0))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_float64_rounds_to_itself(f: float) -> None:
    ok, v = representable(Fraction(f), types.BASICS[types.FLOAT64])
    assert ok and constants.float64_of(v) == f


@given(st.floats(width=32, allow_nan=False, allow_infinity=False))
def test_float32_rounds_to_itself(f: float) -> None:
    assert constants.float32_of(Fraction(f)) == f


@given(st.fractions(max_denominator=10**9))
def test_float32_is_the_nearest(v: Fraction) -> None:
    f = constants.float32_of(v)
    bits = constants.bits32(f)
    for near in (bits - 1, bits + 1):
        if 0 <= near < 1 << 32:
            g = struct.unpack("<f", struct.pack("<I", near))[0]
            if math.isfinite(g):
                assert abs(Fraction(f) - v) <= abs(Fraction(g) - v)


def test_representable() -> None:
    byte, f32, integer = types.BASICS[types.UINT8], types.BASICS[types.FLOAT32], types.BASICS[types.INT]
    assert representable(255, byte) == (True, 255)
    assert not representable(256, byte)[0] and not representable(-1, byte)[0]
    assert representable(Fraction(4, 2), integer) == (True, 2)
    assert not representable(Fraction(1, 2), integer)[0]
    assert representable(Complex(3, 0), integer) == (True, 3)
    assert not representable(10**39, f32)[0]
    assert representable(Fraction(1, 10), f32)[1] == Fraction(13421773, 134217728)


def test_text() -> None:
    assert text(1 << 64) == "18446744073709551616"
    assert text(10**5000) == "1" + "0" * 5000
    assert text(Fraction(1, 3)) == "0.333333"
    assert text(parse_literal("FLOAT", "1e100", None, 0)) == "1e+100"
    assert text(parse_literal("FLOAT", "1e-7", None, 0)) == "1e-07"
    assert text(Fraction(1234567, 10)) == "123456.7"
    assert text(Complex(1, Fraction(1, 2))) == "(1 + 0.5i)"
    assert text(b'a"\n\xff') == r'"a\"\n\xff"'
    assert text(b"x" * 100) == '"' + "x" * 68 + "..."
    assert text(True) == "true"


def test_operators() -> None:
    assert constants.unary_op("^", 5, 8) == 250 and constants.unary_op("^", 5) == -6
    assert binary_op(6, "&^", 4) == 2
    assert binary_op(b"a", "+", b"b") == b"ab"
    z = binary_op(Complex(1, 2), "*", Complex(3, 4))
    assert (z.re, z.im) == (-5, 10)
    z = binary_op(Complex(1, 2), "/", Complex(0, 1))
    assert (z.re, z.im) == (2, -1)
    assert constants.compare(1, "<", Fraction(3, 2)) and constants.compare(Complex(1, 0), "==", 1)
    assert constants.to_int(Fraction(4, 2)) == 2 and constants.to_int(Fraction(1, 2)) is UNKNOWN
