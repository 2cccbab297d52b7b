"""An engine for tests: goes from native code to Python's text and back at random safepoints, repeatably by a seed.

Native code comes out where the table by pc sends it to the host; some pcs of that table, other ones all the time, are kept from it. At
loop heads and entries it comes out when the stack guard says so, as does Python's text, whose calls nest only a few words deep.
Whatever one engine leaves in a frame, the other has to go on with.
"""

from __future__ import annotations

import functools
import os
import random
from array import array
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from morestack.vm.codestore import CodeStore
from morestack.vm.flavour import Flavour
from morestack.vm.machine import GUARD, STOP, Machine, Unwind
from morestack.vm.native import NativeEngine
from morestack.vm.pyengine import PythonEngine

NATIVE = 0.5  # chance that native code goes on where the host is asked
STOPS = 0.2  # chance that the next check brings control to the host
HIDDEN = 0.3  # share of the pcs that native code does not reach by itself
NESTING = 64  # words of stack for nested Python calls


class SwitchingEngine(NativeEngine):
    """All functions have native code; which engine goes on is drawn wherever control comes to the host."""

    def __init__(
        self,
        machine: Machine,
        flavour: Flavour | None = None,
        store: CodeStore | None = None,
        folder: str | os.PathLike[str] | None = None,
        seed: int = 1,
    ) -> None:
        super().__init__(machine, flavour, store, folder)
        self.random = random.Random(seed)
        self.nesting = NESTING
        self.texts: dict[int, Callable[..., Any]] = {}
        self.roots: list[int] = []
        self.hidden: set[int] = set()
        self.real: tuple[array[int], array[int]] = array("Q"), array("Q")
        self.stopping = False

    def run(self, pc: int, s: int) -> None:
        """As any native engine's."""
        if not self.roots:
            self.compile_all()
            space, leave = self.code.space, self.code.exit
            self.real = array("Q", space.entry), array("Q", space.back)
            self.roots = [n for n, address in enumerate(space.entry) if address != leave]
            for root in self.random.sample(self.roots, int(HIDDEN * len(self.roots))):
                self._hide(root)
        PythonEngine.run(self, pc, s)

    def close(self) -> None:
        """Nothing is hidden from who keeps the code."""
        for pc in list(self.hidden):
            self._show(pc)
        super().close()

    # ---- the table -------------------------------------------------------------------------------------------------

    def _hide(self, pc: int) -> None:
        space = self.code.space
        space.entry[pc] = space.back[pc] = self.code.exit
        self.hidden.add(pc)

    def _show(self, pc: int) -> None:
        space = self.code.space
        space.entry[pc], space.back[pc] = self.real[0][pc], self.real[1][pc]
        self.hidden.discard(pc)

    # ---- what goes on ----------------------------------------------------------------------------------------------

    def load_region(self, pc: int) -> Callable[..., Any]:
        """Drawn each time: nothing stays in ``regions``."""
        draw = self.random.random
        if self.real[0][pc] != self.code.exit and draw() < NATIVE:
            return functools.partial(self.enter, pc)
        if draw() < STOPS:
            self.stopping = True
            self.m.regs[GUARD] = STOP
        code = self.texts.get(pc)
        if code is None:
            code = self.texts[pc] = PythonEngine.load_region(self, pc)
            del self.regions[pc]
        return code

    def load_nested(self, index: int) -> Callable[..., Any]:
        if self.random.random() < NATIVE:
            return super().load_nested(index)
        return PythonEngine.load_nested(self, index)

    def load_dynamic(self, index: int) -> Callable[..., Any]:
        if self.random.random() < NATIVE:
            return super().load_dynamic(index)
        return PythonEngine.load_dynamic(self, index)

    def enter(self, pc: int, s: int) -> tuple[int, int]:
        """As in any native engine; then a pc near the one where it came out is hidden in place of this one."""
        self._show(pc)
        out, where = super().enter(pc, s)
        f = self.m.find_func(out)
        if f is not None:
            first, last = bisect_left(self.roots, f.entry), bisect_left(self.roots, f.end)
            if first < last:
                self._hide(self.roots[self.random.randrange(first, last)])
        return out, where

    def hasty(self) -> bool:
        return self.random.random() < STOPS

    def _more(self, pc: int, s: int) -> None:
        super()._more(pc, s)
        if self.stopping:
            self.stopping = False
            if not self.m.requested():
                self.m.regs[GUARD] = self.m.guard
            raise Unwind(pc, s)
