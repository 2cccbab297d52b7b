"""The hash functions of the machine: `memhash` and `hash64`, defined once for both engines.

Numbers are unsigned 64-bit words. `hash64(x, seed)`: t = (x ^ seed) * MULTIPLIER mod 2**64; t ^ (t >> 32).
`memhash(bytes, seed)`: the bytes as one little-endian number, mod the prime 2**61 - 1, plus the length times
LENGTH_FACTOR, then `hash64`. A 64-bit engine computes the remainder word by word from the top:
r = (r * 2**64 + w) mod p, where 2**64 mod p = 8.
"""

from __future__ import annotations

MASK = (1 << 64) - 1
MULTIPLIER = 0x9E3779B97F4A7C15
PRIME = (1 << 61) - 1
LENGTH_FACTOR = 0xD6E8FEB86659FD93


def hash64(x: int, seed: int) -> int:
    """Hash of one word."""
    t = ((x ^ seed) * MULTIPLIER) & MASK
    return t ^ (t >> 32)


def hash_bytes(data: bytes, seed: int) -> int:
    """Hash of a byte string."""
    x = (int.from_bytes(data, "little") % PRIME + len(data) * LENGTH_FACTOR) & MASK
    t = ((x ^ seed) * MULTIPLIER) & MASK
    return t ^ (t >> 32)
