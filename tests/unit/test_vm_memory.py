"""The arena: what lies outside it cannot be reached, and what is given back reads as zero."""

from __future__ import annotations

import functools
import struct

import pytest
from morestack.vm import hashing, layout
from morestack.vm.memory import PAGE, Arena, Fault

MB = 1 << 20


@pytest.fixture
def arena() -> object:
    a = Arena()
    yield a
    a.close()


def test_views_show_the_same_bytes(arena: Arena) -> None:
    arena.q[1000] = -2
    assert arena.Q[1000] == (1 << 64) - 2
    assert arena.B[8000] == 0xFE and arena.views["i"][2001] == -1
    arena.views["d"][1001] = 1.5
    assert arena.Q[1001] == 0x3FF8 << 48
    assert arena.word(arena.base + 8008) == 0x3FF8 << 48


def test_machines_get_places_of_their_own() -> None:
    a, b = Arena(), Arena()
    try:
        assert a.base != b.base
        a.q[5] = 7
        assert b.q[5] == 0
    finally:
        a.close()
        b.close()


@pytest.mark.parametrize("address", [0, 8, 0x1000, 0xBF00000000, 1 << 47, (1 << 63) - 8, (1 << 64) - 8])
def test_wild_addresses_raise(arena: Arena, address: int) -> None:
    with pytest.raises(Fault):
        arena.read(address, 8)
    if not arena.base - arena.size <= address < arena.base:
        with pytest.raises(IndexError):
            arena.q[address - arena.base >> 3]


def test_ranges_may_not_leave_the_arena(arena: Arena) -> None:
    end = arena.base + arena.size
    arena.write(end - 4, b"1234")
    assert arena.read(end - 4, 4) == b"1234"
    for address, size in ((end - 3, 4), (arena.base - 1, 2), (arena.base, arena.size + 1), (arena.base, -1)):
        with pytest.raises(Fault):
            arena.window(address, size)


def test_memory_given_back_reads_as_zero(arena: Arena) -> None:
    at = arena.base + MB + 100
    arena.write(at, b"x" * (3 * PAGE))
    assert arena.use(at, 3 * PAGE)
    arena.unuse(at, 3 * PAGE)
    assert arena.read(at, 3 * PAGE) == bytes(3 * PAGE)
    assert arena.used == 0 and arena.peak == 3 * PAGE


def test_limit() -> None:
    a = Arena(limit=MB)
    try:
        assert a.use(a.base, MB) and not a.use(a.base, 1)
        a.unuse(a.base, MB)
        assert a.use(a.base, 1)
    finally:
        a.close()


def test_protected_pages_fault_with_code_2(arena: Arena) -> None:
    at = arena.base + MB
    arena.protect(at, 2 * PAGE, 1)
    with pytest.raises(Fault) as e:
        arena.read(at - 4, 8)
    assert e.value.code == 2 and e.value.address == at
    assert arena.faulted_pages == 2
    arena.protect(at, 2 * PAGE, 0)
    assert arena.read(at, 8) == bytes(8) and arena.faulted_pages == 0


def test_a_held_view_keeps_the_memory() -> None:
    a = Arena()
    base = a.base
    view = a.window(base + 64, 8)
    view[0] = 5
    a.close()
    assert view[0] == 5
    b = Arena()
    assert b.base != base
    b.close()
    view.release()
    c = Arena()
    assert c.base == base and c.B[64] == 0
    c.close()


def test_the_first_machine_lies_at_gos_arena_address(arena: Arena) -> None:
    assert (arena.base - layout.ARENA_BASE) % layout.ARENA_SIZE == 0


def test_hashes_are_what_the_text_says() -> None:
    p = hashing.PRIME
    data = bytes(range(1, 30))
    r = 0
    padded = data + bytes(-len(data) % 8)
    for i in range(len(padded) - 8, -8, -8):
        r = (r * (1 << 64) + int.from_bytes(padded[i : i + 8], "little")) % p
    assert (1 << 64) % p == hashing.FOLD
    assert hashing.hash_bytes(data, 77) == hashing.hash64(r ^ len(data), 77)
    assert hashing.hash_bytes(b"", 1) != hashing.hash_bytes(b"\0", 1)


@pytest.mark.parametrize(
    "keys",
    [
        [x.to_bytes(8, "little") + y.to_bytes(8, "little") for x in range(64) for y in range(64)],
        [struct.pack("<d", float(n)) for n in range(4096)],
        [(n << 44).to_bytes(8, "little") for n in range(4096)],
        [f"{n % 64:08}:{n // 64:07}".encode() for n in range(4096)],
    ],
    ids=["points", "floats", "high bits", "numbers in text"],
)
def test_hashes_spread_regular_keys(keys: list[bytes]) -> None:
    by_words = [functools.reduce(lambda h, w: hashing.hash64(w, h), memoryview(key).cast("Q"), 99) for key in keys]
    for hashes in ([hashing.hash_bytes(key, 99) for key in keys], by_words):
        assert len(set(hashes)) == len(keys)
        places = [h >> 1 & 8191 for h in hashes]
        assert max(map(places.count, set(places))) < 12
