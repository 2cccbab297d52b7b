"""Memory below 2 GiB is short: machines with native code must give theirs back, closed or not, and dozens can be alive at once."""

from __future__ import annotations

import gc
import itertools

import pytest

pytest.importorskip("llvmlite")

from morestack.vm import asm, codespace
from morestack.vm.machine import Machine
from morestack.vm.native import NativeEngine

TWICE = """func twice frame=6 out=0 args=2 flags=nosplit file="t.go" line=1
    enter 6 1
    add.i64 s4 a0 a0
    mov.i a1 s4
    ret
"""


class Native:
    """A machine whose only function has native code."""

    def __init__(self) -> None:
        self.image = asm.assemble(TWICE)
        self.machine = Machine(self.image, {})
        self.engine = NativeEngine(self.machine)
        self.engine.compile_all()
        self.machine.start("twice")
        self.s = self.machine.data_end + (1 << 20) >> 3

    def twice(self, n: int) -> int:
        Q, s = self.machine.Q, self.s
        Q[s], Q[s + 1] = 0, n
        assert self.engine.enter(self.image.func_named("twice").entry, s) == (0, s + 1)
        return int(Q[s + 2])


@pytest.mark.parametrize("close", [True, False], ids=["closed", "dropped"])
def test_a_hundred_machines_one_after_another(close: bool) -> None:
    for n in range(100):
        native = Native()
        assert native.twice(n) == 2 * n
        if close:
            native.machine.close()
        del native
        if not close and n % 10 == 9:
            gc.collect()


def test_two_dozen_machines_alive_at_once() -> None:
    gc.collect()
    alive = [Native() for _ in range(24)]
    try:
        spaces = sorted((a.engine.code.space.address, a.engine.code.space.size) for a in alive)
        assert all(at + size <= after for (at, size), (after, _) in itertools.pairwise(spaces))
        assert spaces[-1][0] + spaces[-1][1] <= codespace.HIGH
        assert [a.twice(n) for n, a in enumerate(alive)] == [2 * n for n in range(24)]
        assert sum(a.engine.code.space.at_home for a in alive) <= 1
    finally:
        for a in alive:
            a.machine.close()


def test_home_is_free_again_after_close() -> None:
    gc.collect()
    first = Native()
    was_home = first.engine.code.space.at_home
    first.machine.close()
    second = Native()
    assert second.engine.code.space.at_home or not was_home
    second.machine.close()
