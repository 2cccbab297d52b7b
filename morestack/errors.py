"""The exceptions of the Python API: all that a program, however wrong, can raise in its host.

Besides these only Python's own for wrong arguments: TypeError, ValueError, OSError for a missing file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One error of a program: ``file`` as gc shows it, ``line`` and ``column`` (in bytes) from 1, 0 if unknown."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        if not self.file:
            return self.message
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}:{self.column}: {self.message}" if self.column else f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Frame:
    """A Go frame, the innermost first in lists: the linked name (``main.(*T).M``), the file and the line of the
    call."""

    function: str
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.function}\n\t{self.file}:{self.line}"


class MorestackError(Exception):
    """What all exceptions of this module are. ``stdout`` and ``stderr`` hold what the program had written when `run`
    raised it."""

    stdout: bytes = b""
    stderr: bytes = b""


class CompileError(MorestackError):
    """The program is wrong. ``diagnostics`` in gc's order; ``str()`` is what ``go build`` prints."""

    def __init__(self, diagnostics: Sequence[Diagnostic], text: str) -> None:
        super().__init__(text.rstrip("\n"))
        self.diagnostics = list(diagnostics)


class GoPanic(MorestackError):
    """A panic that nobody recovered, or a fatal error of the runtime.

    ``value``: the panic's value as Python's None, bool, int, float, complex, str, bytes, list or dict where it has
    such a
    form; an error, a Stringer or a fatal error its text. ``goroutine``: the number of the goroutine. ``frames``:
    where it was, the innermost first.
    """

    def __init__(self, text: str, value: object, goroutine: int = 0, frames: Sequence[Frame] = ()) -> None:
        super().__init__(text)
        self.value = value
        self.goroutine = goroutine
        self.frames = list(frames)
        if self.frames:
            self.add_note("\n".join([f"goroutine {goroutine}:", *map(str, self.frames)]))


class GoExit(MorestackError):
    """The program called os.Exit (or log.Fatal) inside a call from Python; ``code`` is its argument."""

    def __init__(self, code: int) -> None:
        super().__init__(f"exit status {code}")
        self.code = code


class Deadlock(MorestackError):
    """All goroutines are asleep, and nothing can wake one. ``trace`` is what Go prints of them."""

    def __init__(self, text: str, trace: str = "") -> None:
        super().__init__(text)
        self.trace = trace


class LimitExceeded(MorestackError):
    """A limit was reached; ``kind`` is "memory", "time", "instructions", "goroutines" or "output"."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"limit exceeded: {kind}")
        self.kind = kind


class GoError(Exception):
    """An error value that a Go function returned; never raised by this package itself. ``str()`` is its text."""


__all__ = [
    "CompileError",
    "Deadlock",
    "Diagnostic",
    "Frame",
    "GoError",
    "GoExit",
    "GoPanic",
    "LimitExceeded",
    "MorestackError",
]
