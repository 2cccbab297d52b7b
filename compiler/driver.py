"""The table of phases, from the command line's files to an image, each with the flag that dumps what it hands on.

    load -> parse -> check -> (escape -> build -> opt -> liveness -> slots -> emit, function by function) -> link

The linker pulls: it asks for the functions that the program can reach, so that of a library package only those are
checked and compiled. User packages are checked whole, in source order, as gc does.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from morestack.compiler import load
from morestack.compiler.source import Diagnostic, Errors, TooManyErrors
from morestack.vm.image import Image

GO_VERSION = "1.27"
PROGRESS_AFTER = 2.0  # seconds of compiling after which a terminal is told about it


@dataclass(slots=True)
class Options:
    """What a compilation depends on besides its sources. ``dump`` names phases; ``func`` limits dumps to one function."""

    tags: tuple[str, ...] = ()
    go: str = GO_VERSION
    std_root: str = ""
    cwd: str | None = None
    dump: tuple[str, ...] = ()
    func: str = ""
    overlay: dict[str, bytes] = field(default_factory=dict)
    main: str = "main.main"  # the function that runtime.main calls
    library: bool = False  # no func main is required
    optimise: bool = True

    def identity(self) -> str:
        """What of the options goes into the result."""
        return repr((sorted(self.tags), self.go, self.main, self.optimise))


class CompileFailed(Exception):
    """The program is wrong. ``diagnostics`` in gc's order; ``text`` as ``go build`` prints them; ``packages`` their heads."""

    def __init__(self, diagnostics: Sequence[Diagnostic], text: str) -> None:
        super().__init__(text)
        self.diagnostics = list(diagnostics)
        self.text = text


class Progress:
    """One line on a terminal while compiling takes long; nothing anywhere else."""

    def __init__(self, stream: object = None) -> None:
        self.start = time.monotonic()
        self.shown = False
        self.last = 0.0
        self.terminal = sys.stderr.isatty()

    def step(self, what: str) -> None:
        if not self.terminal:
            return
        now = time.monotonic()
        if now - self.start > PROGRESS_AFTER and now - self.last > 0.2:
            self.last = now
            self.shown = True
            sys.stderr.write(f"\r\033[Kmorestack: compiling {what} … {now - self.start:.0f} s")
            sys.stderr.flush()

    def end(self) -> None:
        if self.shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


@contextmanager
def deep_recursion() -> Iterator[None]:
    """The compiler's phases recurse over the tree; deeply nested source needs more frames than Python's default."""
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(max(old, 100_000))
    try:
        yield
    finally:
        sys.setrecursionlimit(old)


Dump = Callable[[str, str], None]
