"""Natives on a bare machine: what they read and write, their errnos, and what they refuse."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from morestack.runtime import natives, natives_os
from morestack.runtime.host import EAGAIN, EBADF, EPERM, Host
from morestack.vm import asm
from morestack.vm.machine import Exit, LimitExceeded, Limits, Machine
from morestack.vm.memory import Fault

STOP = 'func t.stop frame=1 out=0 args=0 file="x.go" line=1\n    enter 1 1\n    exitvm 0\n'
AT = 4 << 20


@pytest.fixture
def m() -> Iterator[Machine]:
    machine = Machine(asm.assemble(STOP), {}, Limits(output=1000))
    machine.host = Host()
    yield machine
    natives.host_of(machine).close()
    machine.close()


def put(m: Machine, text: bytes, at: int = 0) -> tuple[int, int]:
    """Text in the arena: (address, length)."""
    address = m.base + AT + at
    m.arena.write(address, text)
    return address, len(text)


def test_signatures_have_a_body_each() -> None:
    assert natives_os
    for name, (body, params, results) in natives.NATIVES.items():
        assert body.__code__.co_argcount + bool(body.__code__.co_flags & 4) * 6 >= 1 + len(params) - 5, name
        assert set(params + results) <= set("iudf")


def test_write_to_sinks_and_limits(m: Machine) -> None:
    got: list[bytes] = []
    natives.host_of(m).sinks[1] = got.append
    assert natives.write1(m, 1, *put(m, b"hello")) == 5
    assert got == [b"hello"]
    with pytest.raises(LimitExceeded, match="output"):
        natives.write1(m, 1, *put(m, b"x" * 1000))


def test_a_closed_pipe_ends_the_program(m: Machine) -> None:
    r, w = os.pipe()
    os.close(r)
    saved = os.dup(1)
    os.dup2(w, 1)
    try:
        with pytest.raises(Exit) as e:
            natives.write1(m, 1, *put(m, b"hello"))
        assert e.value.signal == natives.SIGPIPE
    finally:
        os.dup2(saved, 1)
        os.close(saved)
        os.close(w)


def test_natives_stay_in_the_arena(m: Machine) -> None:
    for address in (0, m.base - 1, m.base + m.arena.size - 2, 1 << 60):
        with pytest.raises(Fault):
            natives.write1(m, 1, address, 5)
        with pytest.raises(Fault):
            natives_os.open_(m, address, 5, 0, 0)


def test_files(m: Machine, tmp_path: Path) -> None:
    name = put(m, os.fsencode(tmp_path / "a.txt"))
    fd, errno = natives_os.open_(m, *name, os.O_RDWR | os.O_CREAT, 0o644)
    assert errno == 0
    text = put(m, b"some text", 1000)
    assert natives_os.write(m, fd, *text, 9) == (9, 0)
    assert natives_os.seek(m, fd, 5, 0) == (5, 0)
    buffer = m.base + AT + 2000
    assert natives_os.read(m, fd, buffer, 100, 100) == (4, 0) and m.arena.read(buffer, 4) == b"text"
    assert natives_os.read(m, fd, buffer, 100, 100) == (0, 0)
    assert natives_os.pread(m, fd, buffer, 4, 4, 0) == (4, 0) and m.arena.read(buffer, 4) == b"some"
    stat = m.base + AT + 3000
    assert natives_os.fstat(m, fd, stat) == 0 and m.word(stat + 6 * 8) == 9
    assert natives_os.truncate(m, fd, 4) == 0
    assert natives_os.stat_file(m, *name, 1, stat) == 0 and m.word(stat + 6 * 8) == 4
    assert natives_os.close(m, fd) == 0 and natives_os.close(m, fd) == EBADF
    other = put(m, os.fsencode(tmp_path / "b.txt"), 4000)
    assert natives_os.rename(m, *name, *other) == 0
    assert natives_os.stat_file(m, *name, 1, stat) == 2
    folder = put(m, os.fsencode(tmp_path), 5000)
    fd, errno = natives_os.open_(m, *folder, os.O_RDONLY, 0)
    copied, _ = natives_os.dup(m, fd)
    assert natives_os.close(m, fd) == 0
    n, errno = natives_os.readdir(m, copied)
    natives_os.take(m, buffer, n, n)
    assert errno == 0 and m.arena.read(buffer, n) == b"Ib.txt\0"  # 'I': 'A' + 8, a regular file
    assert natives_os.readdir(m, fd) == (0, EBADF) and natives_os.dup(m, fd) == (-1, EBADF)
    assert natives_os.remove(m, *other) == 0 and natives_os.remove(m, *other) == 2
    sub = put(m, os.fsencode(tmp_path / "sub"), 6000)
    assert natives_os.mkdir(m, *sub, 0o755) == 0 and natives_os.mkdir(m, *sub, 0o755) == 17
    inner = put(m, b"sub", 7000)
    assert natives_os.unlinkat(m, copied, *inner, 0) == 21 and natives_os.unlinkat(m, fd, *inner, 0) == EBADF
    assert natives_os.openat(m, copied, *inner, os.O_WRONLY) == (-1, 21)
    again, errno = natives_os.openat(m, copied, *inner, os.O_RDONLY)
    assert errno == 0 and natives_os.close(m, again) == 0 and natives_os.unlinkat(m, copied, *inner, 1) == 0
    assert natives_os.mkdir(m, *sub, 0o755) == 0
    assert natives_os.remove(m, *sub) == 0


def test_names_with_nul_are_invalid(m: Machine) -> None:
    assert natives_os.open_(m, *put(m, b"a\0b"), 0, 0) == (-1, natives_os.EINVAL)


def test_refused_files_and_foreign_descriptors(m: Machine, tmp_path: Path) -> None:
    host = natives.host_of(m)
    host.files, host.own_descriptors = False, True
    name = put(m, os.fsencode(tmp_path))
    assert natives_os.open_(m, *name, 0, 0) == (-1, EPERM)
    assert natives_os.mkdir(m, *name, 0) == EPERM and natives_os.getwd(m) == (0, EPERM)
    fd = os.open(tmp_path, os.O_RDONLY)
    try:
        assert natives_os.close(m, fd) == EBADF
        assert natives_os.read(m, fd, m.base + AT, 1, 1) == (-1, EBADF)
        os.fstat(fd)
    finally:
        os.close(fd)


def test_pipes_never_wait(m: Machine) -> None:
    r, w, errno = natives_os.pipe(m)
    buffer = m.base + AT
    assert errno == 0 and natives_os.read(m, r, buffer, 10, 10) == (-1, EAGAIN)
    natives.pollregister(m, 2 * r)
    assert natives.pollready(m) == -1
    assert natives_os.write(m, w, *put(m, b"ab", 100), 2) == (2, 0)
    assert natives.pollwait(m, -1) == 1
    assert natives.pollready(m) == 2 * r and natives.pollready(m) == -1
    assert natives_os.read(m, r, buffer, 10, 10) == (2, 0)


def test_standard_input_from_bytes(m: Machine) -> None:
    natives.host_of(m).stdin = b"abcdef"
    buffer = m.base + AT
    assert natives_os.read(m, 0, buffer, 4, 4) == (4, 0) and m.arena.read(buffer, 4) == b"abcd"
    assert natives_os.read(m, 0, buffer, 4, 4) == (2, 0)
    assert natives_os.read(m, 0, buffer, 4, 4) == (0, 0)


def test_waiting_for_nothing_is_told(m: Machine) -> None:
    assert natives.pollwait(m, -1) == 0
    assert natives.pollwait(m, 1_000_000) == 1


def test_arguments_and_environment(m: Machine) -> None:
    host = natives.host_of(m)
    host.args, host.env = ["prog", "wörld"], {"A": "b"}
    buffer = m.base + AT
    assert natives.hostarg(m, 1, 0, 0) == (6, 1) and natives.hostarg(m, 2, 0, 0) == (0, 0)
    natives.hostarg(m, 1, buffer, 6)
    assert m.arena.read(buffer, 6).decode() == "wörld"
    assert natives.hostenv(m, 0, buffer, 10) == (3, 1) and m.arena.read(buffer, 3) == b"A=b"


def test_seeds(m: Machine) -> None:
    m.seed = 7
    assert natives.hostseed(m) == natives.hostseed(m)
    m.seed = None
    assert natives.hostseed(m) != natives.hostseed(m)


@pytest.mark.parametrize(("value", "size", "text"), [
    (0.0, 64, "0"), (-0.0, 64, "-0"), (1.5, 64, "1.5"), (100000.0, 64, "100000"), (1e6, 64, "1e+06"),
    (123456789.0, 64, "1.23456789e+08"), (1e20, 64, "1e+20"), (1e-4, 64, "0.0001"), (1e-5, 64, "1e-05"),
    (0.000123, 64, "0.000123"), (-2.5, 64, "-2.5"), (1 / 3, 64, "0.3333333333333333"), (5e-324, 64, "5e-324"),
    (struct.unpack("<f", struct.pack("<f", 1 / 3))[0], 32, "0.33333334"), (16777216.0, 32, "1.6777216e+07"),
])  # fmt: skip
def test_shortest_floats(value: float, size: int, text: str) -> None:
    assert natives.shortest(value, size) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_shortest_floats_read_back(x: float) -> None:
    assert float(natives.shortest(x, 64)) == x
