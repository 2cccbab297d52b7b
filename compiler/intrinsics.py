"""Functions that calls replace by operations of the machine: the table from linked name to opcode.

An entry names the opcode and, where it differs, which argument leaf goes to which source operand. Kinds i and u convert
into each other on the way in and out. sync/atomic is plain memory access, since one m runs Go code at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from morestack.vm import isa


@dataclass(frozen=True, slots=True)
class Intrinsic:
    """``op`` with sources taken from the argument leaves ``order`` (None: as they come)."""

    op: str
    order: tuple[int, ...] | None = None


def _width(name: str) -> str:
    return {"Int32": "i32", "Int64": "i64", "Uint32": "u32", "Uint64": "u64", "Uintptr": "u64", "Pointer": "i64"}[name]


SIMPLE: Final[dict[str, Intrinsic]] = {
    "runtime.getg": Intrinsic("getg"),
    "runtime.getcallerpc": Intrinsic("getcallerpc"),
    "runtime.getcallersp": Intrinsic("getcallersp"),
    "runtime.setcallerpc": Intrinsic("setcallerpc"),
    "runtime.getpc": Intrinsic("getpc"),
    "runtime.getsp": Intrinsic("getsp"),
    "runtime.memmove": Intrinsic("memmove"),
    "reflect.memmove": Intrinsic("memmove"),
    "runtime.memclrNoHeapPointers": Intrinsic("memclr"),
    "runtime.memequal": Intrinsic("memequal"),
    "runtime.memcmp": Intrinsic("memcmp"),
    "runtime.memhash": Intrinsic("memhash", (0, 2, 1)),
    "runtime.hash64": Intrinsic("hash64"),
    "runtime.memindexbyte": Intrinsic("indexbyte", (0, 1, 2)),
    "runtime.ctz64": Intrinsic("ctz.u64"),
    "math.Sqrt": Intrinsic("sqrt.f64"),
    "math.sqrt": Intrinsic("sqrt.f64"),
    "math.Abs": Intrinsic("abs.f64"),
    "math.Floor": Intrinsic("floor.f64"),
    "math.Ceil": Intrinsic("ceil.f64"),
    "math.Trunc": Intrinsic("trunc.f64"),
    "math.Copysign": Intrinsic("copysign.f64"),
    "math.FMA": Intrinsic("fma.f64"),
    "math.Float64bits": Intrinsic("bits.f64"),
    "math.Float64frombits": Intrinsic("frombits.f64"),
    "math.Float32bits": Intrinsic("bits.f32"),
    "math.Float32frombits": Intrinsic("frombits.f32"),
    "math/bits.LeadingZeros64": Intrinsic("clz.u64"),
    "math/bits.LeadingZeros": Intrinsic("clz.u64"),
    "math/bits.TrailingZeros64": Intrinsic("ctz.u64"),
    "math/bits.TrailingZeros": Intrinsic("ctz.u64"),
    "math/bits.OnesCount64": Intrinsic("popcnt.u64"),
    "math/bits.OnesCount": Intrinsic("popcnt.u64"),
    "math/bits.OnesCount32": Intrinsic("popcnt.u64"),
    "math/bits.OnesCount16": Intrinsic("popcnt.u64"),
    "math/bits.OnesCount8": Intrinsic("popcnt.u64"),
    "math/bits.ReverseBytes64": Intrinsic("bswap.u64"),
    "math/bits.ReverseBytes": Intrinsic("bswap.u64"),
    "math/bits.RotateLeft64": Intrinsic("rotl.u64"),
    "math/bits.RotateLeft": Intrinsic("rotl.u64"),
    "math/bits.RotateLeft32": Intrinsic("rotl.u32"),
    "internal/bytealg.IndexByte": Intrinsic("indexbyte", (0, 1, 3)),
    "internal/bytealg.IndexByteString": Intrinsic("indexbyte", (0, 1, 2)),
}

# name -> (kind of access, memory width)
ATOMIC: Final[dict[str, tuple[str, str]]] = {
    f"{path}.{what}{name}": (what, _width(name))
    for path in ("sync/atomic", "internal/runtime/atomic")
    for what in ("Load", "Store", "Swap", "CompareAndSwap", "Add", "And", "Or")
    for name in ("Int32", "Int64", "Uint32", "Uint64", "Uintptr", "Pointer")
    if not (name == "Pointer" and what in ("Add", "And", "Or"))
}

# expanded by build_call in several operations
EXPANDED: Final = frozenset(
    ("internal/bytealg.Equal", "internal/bytealg.Compare", "internal/bytealg.MakeNoZero", "math/bits.Mul64",
     "math/bits.Len64", "math/bits.Len", "math/bits.Len32")
)  # fmt: skip

# intrinsics that keep a pointer they are given
LEAKS: Final = frozenset(
    f"sync/atomic.{what}" for what in ("StorePointer", "SwapPointer", "CompareAndSwapPointer", "LoadPointer")
)

# functions without a body, known by name, that keep none of their arguments
HARMLESS: Final = frozenset(
    ("runtime.systemstack", "runtime.write1", "runtime.formatfloat", "runtime.countbyte", "runtime.hostarg",
     "runtime.hostenv", "internal/bytealg.Count", "internal/bytealg.CountString")
)  # fmt: skip


def is_intrinsic(name: str) -> bool:
    """Calls of this function are operations."""
    return name in SIMPLE or name in ATOMIC or name in EXPANDED


def sources(intrinsic: Intrinsic, count: int) -> list[tuple[int, str]]:
    """(argument leaf, kind the opcode wants) for each source operand."""
    row = isa.BY_NAME[intrinsic.op]
    kinds = [o.kind for o in row.operands if o.role in "abc"]
    order = intrinsic.order if intrinsic.order is not None else tuple(range(count))
    return list(zip(order, kinds, strict=False))
