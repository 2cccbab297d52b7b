"""Small images from text, run on the Python engine: what the tests of the machine share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from morestack.vm import asm
from morestack.vm.flavour import Flavour
from morestack.vm.machine import Exit, Limits, Machine, Native
from morestack.vm.pyengine import PythonEngine

STOP = """func test.stop frame=1 out=0 args=0 flags=nosplit,topframe file="x.go" line=1
    enter 1 1
    exitvm 0
"""
TOP = 1 << 17  # word index of the stack's top in these tests


class Small:
    """A machine with an assembled image and no runtime; ``call`` runs one function on a stack of its own."""

    def __init__(
        self, text: str, natives: dict[str, Native] | None = None, flavour: Flavour | None = None,
        limits: Limits | None = None, seed: int | None = None,
    ) -> None:  # fmt: skip
        self.image = asm.assemble(STOP + text)
        self.m = Machine(self.image, natives or {}, limits, seed=seed)
        self.engine = PythonEngine(self.m, flavour)
        self.m.guard = 0
        self.m.regs[0] = 0

    def entry(self, name: str) -> int:
        return self.m.by_name[name].entry

    def put(self, word: int, kind: str, value: float) -> None:
        """Sets argument word ``word`` of the next call."""
        views: dict[str, Any] = self.m.arena.views
        if kind == "f":
            self.m.q[TOP + word] = 0
            views["f"][2 * (TOP + word)] = value
        else:
            views[{"i": "q", "u": "Q", "d": "d"}[kind]][TOP + word] = value

    def get(self, word: int, kind: str) -> Any:
        """Argument or result word ``word`` of the last call."""
        views: dict[str, Any] = self.m.arena.views
        return views["f"][2 * (TOP + word)] if kind == "f" else views[{"i": "q", "u": "Q", "d": "d"}[kind]][TOP + word]

    def call(self, name: str, nested: bool = False) -> None:
        """Calls a function: as a region from its entry, or nested."""
        pc = self.entry(name)
        self.m.q[TOP - 1] = self.entry("test.stop") + 1
        self.m.regs[0] = self.m.guard
        if nested:
            self.engine.call(pc, TOP - 1)
            return
        try:
            self.engine.run(pc, TOP - 1)
        except Exit:
            return

    def value(self, name: str, kinds: str, *arguments: float, result: str = "i", nested: bool = False) -> Any:
        """Calls a function of scalars and returns its first result."""
        for i, (kind, a) in enumerate(zip(kinds, arguments, strict=True)):
            self.put(i, kind, a)
        self.call(name, nested)
        return self.get(len(arguments), result)

    def close(self) -> None:
        self.m.close()


def both(small: Small, check: Callable[[bool], None]) -> None:
    """Runs a check for the region form and for the nested form."""
    check(False)
    check(True)
    small.engine.store.save()
