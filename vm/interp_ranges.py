"""What is known of an integer result from the ranges of its operands: bounds of the exact, unbounded value."""

from __future__ import annotations

from collections.abc import Callable

from morestack.vm import semantics

MAX64 = semantics.MAX64
Range = tuple[int, int]



def _corners(f: Callable[[int, int], int]) -> Callable[[list[Range]], Range]:
    def bounds(ranges: list[Range]) -> Range:
        (a, b), (c, d) = ranges
        values = (f(a, c), f(a, d), f(b, c), f(b, d))
        return min(values), max(values)

    return bounds


def _and_range(ranges: list[Range]) -> Range | None:
    highs = [r[1] for r in ranges if r[0] >= 0]
    return (0, min(highs)) if highs else None


def _or_range(ranges: list[Range]) -> Range | None:
    if any(r[0] < 0 for r in ranges):
        return None
    return 0, (1 << max(r[1] for r in ranges).bit_length()) - 1


def _shr_range(ranges: list[Range]) -> Range:
    (a, b), (c, d) = ranges
    c, d = min(c, 64), min(d, 64)
    return min(a >> c, a >> d), max(b >> c, b >> d)


def _shl_range(ranges: list[Range]) -> Range:
    (a, b), (_, d) = ranges
    d = min(d, 64)
    return min(a << d, a, 0), max(b << d, b, 0)


def _div_range(ranges: list[Range]) -> Range:
    (a, b), (c, _) = ranges
    if c > 0:
        return (-(-a // c) if a < 0 else 0), (b // c if b > 0 else 0)
    most = max(abs(a), abs(b))
    return -most, most


def _rem_range(ranges: list[Range]) -> Range:
    (a, b), (c, d) = ranges
    most = max(abs(c), abs(d), 1) - 1
    return (max(a, -most) if a < 0 else 0), (min(b, most) if b > 0 else 0)


RANGES: dict[str, Callable[[list[Range]], Range | None]] = {
    "add": _corners(lambda a, b: a + b), "sub": _corners(lambda a, b: a - b), "mul": _corners(lambda a, b: a * b),
    "neg": lambda r: (-r[0][1], -r[0][0]), "wrap": lambda r: r[0], "cvt": lambda r: r[0] if r else None,
    "and": _and_range, "or": _or_range, "xor": _or_range, "shr": _shr_range, "shl": _shl_range, "div": _div_range,
    "rem": _rem_range, "andnot": lambda r: (0, r[0][1]) if r[0][0] >= 0 else None,
}  # fmt: skip
FIXED_RANGES: dict[str, Range] = {
    "memequal": (0, 1), "memcmp": (-1, 1), "indexbyte": (-1, MAX64), "popcnt.u64": (0, 64), "ctz.u64": (0, 64),
    "clz.u64": (0, 64), "getg": (1, MAX64),
}  # fmt: skip
