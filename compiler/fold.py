"""What an operation on constants gives: one function an opcode, on canonical values (isa kinds i and u).

Rows without an entry (floats, memory, machine) are never folded; a division by zero gives None and stays in the program.
"""

from __future__ import annotations

from collections.abc import Callable

from morestack.vm import isa

Fold = Callable[..., int | None]
FOLD: dict[str, Fold] = {}


def wrap(width: str, value: int) -> int:
    """value in the canonical form of an integer width ("i8" .. "u64")."""
    size = 8 * isa.SIZE_OF[width]
    value &= (1 << size) - 1
    return value - (1 << size) if width[0] == "i" and value >> size - 1 else value


def _truncated(a: int, b: int) -> int:
    """a / b rounded towards zero."""
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


def _integers(w: str) -> None:
    size = 8 * isa.SIZE_OF[w]
    FOLD[f"add.{w}"] = lambda a, b: wrap(w, a + b)
    FOLD[f"sub.{w}"] = lambda a, b: wrap(w, a - b)
    FOLD[f"mul.{w}"] = lambda a, b: wrap(w, a * b)
    FOLD[f"div.{w}"] = lambda a, b: wrap(w, _truncated(a, b)) if b else None
    FOLD[f"rem.{w}"] = lambda a, b: wrap(w, a - _truncated(a, b) * b) if b else None
    FOLD[f"neg.{w}"] = lambda a: wrap(w, -a)
    FOLD[f"com.{w}"] = lambda a: wrap(w, ~a)
    FOLD[f"shl.{w}"] = lambda a, b: wrap(w, a << b) if b < size else 0
    FOLD[f"shr.{w}"] = lambda a, b: a >> min(b, size)


for _w in isa.INT_WIDTHS:
    _integers(_w)
for _w in ("i8", "i16", "i32", "u8", "u16", "u32"):
    FOLD[f"wrap.{_w}"] = lambda a, w=_w: wrap(w, a)
for _n, _w in (("i", "i64"), ("u", "u64")):
    FOLD[f"and.{_n}"] = lambda a, b: a & b
    FOLD[f"or.{_n}"] = lambda a, b: a | b
    FOLD[f"xor.{_n}"] = lambda a, b: a ^ b
    FOLD[f"andnot.{_n}"] = lambda a, b: a & ~b
    FOLD[f"eq.{_n}"] = FOLD[f"jeq.{_n}"] = lambda a, b: int(a == b)
    FOLD[f"ne.{_n}"] = FOLD[f"jne.{_n}"] = lambda a, b: int(a != b)
    FOLD[f"lt.{_n}"] = FOLD[f"jlt.{_n}"] = lambda a, b: int(a < b)
    FOLD[f"le.{_n}"] = FOLD[f"jle.{_n}"] = lambda a, b: int(a <= b)
FOLD["cvt.i.u"] = lambda a: wrap("u64", a)
FOLD["cvt.u.i"] = lambda a: wrap("i64", a)
FOLD["br"] = lambda a: int(a != 0)
FOLD["brz"] = lambda a: int(a == 0)
