"""The hash functions of the machine: `memhash` and `hash64`, defined once for both engines.

Numbers are unsigned 64-bit words. `hash64(x, seed)`: t = (x ^ seed) * MULTIPLIER, all 128 bits of it; their upper half ^
their lower half, so that every bit of x reaches the low bits, which maps look at. `memhash(bytes, seed)`: the bytes as
one little-endian number mod PRIME, ^ the length, then `hash64`. A 64-bit engine computes the remainder word by word
from the top: r = (r * 2**64 + w) mod PRIME, where 2**64 mod PRIME = FOLD.

FOLD is no power of two, and its digits are wild, so that words which differ by little (the fields of a point, the
counters in a text) don't cancel each other.
"""

from __future__ import annotations

MASK = (1 << 64) - 1
MULTIPLIER = 0x9E3779B97F4A7C15
FOLD = 0xC9B7D3C1
PRIME = (1 << 64) - FOLD


def hash64(x: int, seed: int) -> int:
    """Hash of one word."""
    t = (x ^ seed) * MULTIPLIER
    return (t ^ t >> 64) & MASK


def hash_bytes(data: bytes, seed: int) -> int:
    """Hash of a byte string."""
    return hash64(int.from_bytes(data, "little") % PRIME ^ len(data), seed)
