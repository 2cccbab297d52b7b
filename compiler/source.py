"""Source files, positions, and the one funnel through which every diagnostic goes.

A *position* is one int: the base of a file in its :class:`FileSet` plus a byte offset (0 is "nowhere"), as in Go's
``go/token``.  Texts and limits of the diagnostics are those of gc: at most one syntax error a line, the same message
once a line, and an end after ten.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

ERROR_LIMIT: Final = 10  # gc stops after so many errors (cmd/compile without -e)
COLUMN_MAX: Final = 255  # a column from here on is unknown to gc (cmd/internal/src/pos.go, colMax)
DEEP: Final = 700_000  # Python frames that one phase of the compiler may use; deeper source is refused


class TooManyErrors(Exception):
    """Raised by :meth:`Errors.report` when the limit is reached; the compilation ends there, as gc's does."""


class Bug(Exception):
    """The compiler itself is wrong.  Carries the Go position it was working on; never caught to go on compiling."""

    def __init__(self, message: str, position: str = "") -> None:
        super().__init__(
            f"{position}: internal compiler error: {message}" if position else f"internal error: {message}"
        )
        self.position = position


@dataclass(frozen=True, slots=True)
class Position:
    """A position for people: ``line`` and ``column`` count from 1, columns in bytes; column 0 means unknown."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        if self.column:
            return f"{self.path}:{self.line}:{self.column}"
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class LineDirective:
    """From ``offset`` on, lines count as ``line`` and the following ones of ``path`` (``//line path:line:col``)."""

    offset: int
    path: str
    line: int
    column: int  # 0: the directive gave no column, so none is shown


class SourceFile:
    """One file of a file set: its bytes, where it begins, and its line table (built when first asked for)."""

    __slots__ = ("_lines", "base", "directives", "path", "size", "source")

    def __init__(self, path: str, base: int, source: bytes) -> None:
        self.path = path
        self.base = base
        self.source = source
        self.size = len(source)
        self.directives: list[LineDirective] = []
        self._lines: list[int] = []

    @property
    def lines(self) -> list[int]:
        """Offsets at which the lines begin."""
        if not self._lines:
            self._lines = [0]
            self._lines.extend(m.end() for m in re.finditer(b"\n", self.source))
        return self._lines

    def physical(self, pos: int) -> tuple[int, int]:
        """Line and byte column of a position in this file, ``//line`` directives ignored."""
        offset = pos - self.base
        lines = self.lines
        n = bisect_right(lines, offset)
        return n, offset - lines[n - 1] + 1

    def directive(self, pos: int) -> int:
        """How many ``//line`` directives stand before a position."""
        return bisect_right(self.directives, pos - self.base, key=lambda d: d.offset) if self.directives else 0

    def position(self, pos: int, widest: int = sys.maxsize) -> Position:
        """The position after ``//line`` directives, where columns in the file count up to ``widest`` only."""
        line, column = self.physical(pos)
        column = min(column, widest)
        n = self.directive(pos)
        if n:
            d = self.directives[n - 1]
            first, first_column = self.physical(d.offset + self.base)
            first_column = min(first_column, widest)
            if not d.column:
                shown = 0
            elif line == first:
                shown = d.column + column - first_column
            else:
                shown = column
            return Position(d.path, d.line + line - first, shown)
        return Position(self.path, line, column)


class FileSet:
    """All files of one compilation; turns positions into file, line and column."""

    def __init__(self, cwd: str | None = None) -> None:
        self.cwd = os.getcwd() if cwd is None else cwd
        self.files: list[SourceFile] = []
        self._bases: list[int] = []
        self._next = 1
        self._shown: dict[str, str] = {}

    def add(self, path: str, source: bytes) -> SourceFile:
        """Take in a file; its positions run from ``base`` to ``base + size`` (the end of file)."""
        file = SourceFile(path, self._next, source)
        self.files.append(file)
        self._bases.append(file.base)
        self._next += file.size + 1
        return file

    def file(self, pos: int) -> SourceFile | None:
        """The file that contains pos; None for 0 and for positions outside the set."""
        if pos <= 0 or pos >= self._next:
            return None
        return self.files[bisect_right(self._bases, pos) - 1]

    def position(self, pos: int) -> Position:
        """File (as it was opened), line and column."""
        file = self.file(pos)
        return file.position(pos) if file else Position("<unknown>", 0, 0)

    def narrow_position(self, pos: int) -> Position:
        """The position as gc prints it before a diagnostic: far columns are left out (cmd/internal/src/pos.go, format).

        Positions within the text of a message come from the type checker, which knows every column.
        """
        file = self.file(pos)
        if file is None:
            return Position("<unknown>", 0, 0)
        p = file.position(pos, COLUMN_MAX)
        return p if p.column < COLUMN_MAX else Position(p.path, p.line, 0)

    def line(self, pos: int) -> int:
        """The line alone."""
        file = self.file(pos)
        return file.position(pos).line if file else 0

    def shown_path(self, path: str) -> str:
        """The path as ``go build`` prints it: relative to the working directory when that is shorter."""
        text = self._shown.get(path)
        if text is None:
            text = self._shown[path] = short_path(path, self.cwd)
        return text

    def position_text(self, pos: int) -> str:
        """``./prog.go:7:2``."""
        p = self.position(pos)
        return str(Position(self.shown_path(p.path), p.line, p.column))


def short_path(path: str, cwd: str) -> str:
    """The way the go command shortens a path: relative if that is shorter, with ``./`` before names of this folder."""
    if os.path.isabs(path):
        relative = os.path.relpath(path, cwd)
        if len(relative) >= len(path):
            return path
        path = relative
    elif not path or path.startswith("<"):
        return path  # a name that is no file: <stdin>, or that of ``//line :7``
    path = os.path.normpath(path)
    return path if os.sep in path else "./" + path


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One error of the user's program; ``file`` as shown to the user, line and column from 1 (0 unknown)."""

    file: str
    line: int
    column: int
    message: str
    pos: int = 0

    def __str__(self) -> str:
        if not self.line:
            return f"{self.file}: {self.message}" if self.file else self.message
        return f"{Position(self.file, self.line, self.column)}: {self.message}"


NO_GENERICS = "type parameters are not supported"


class Errors:
    """Collects diagnostics by gc's rules (cmd/compile/internal/base/print.go): no repeats, an end after ten. Of a program
    with type parameters only the first of them is told: the rest of it has not been judged."""

    def __init__(self, fset: FileSet, limit: int = ERROR_LIMIT) -> None:
        self.fset = fset
        self.limit = limit
        self.found: list[Diagnostic] = []
        self.syntax_errors = 0  # gc does not type-check after one of these
        self.overflow: Diagnostic | None = None
        self._ranks: dict[tuple[int, int], int] = {(0, 0): 0}  # files, cut at //line directives, as they first had errors
        self._last_syntax: tuple[int, int] | None = None
        self._last_other: tuple[int, int, str] | None = None

    def __bool__(self) -> bool:
        return bool(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def report(self, pos: int, message: str) -> None:
        """Record an error at pos (0: nowhere).  Raises TooManyErrors when this is the last one that gc would print."""
        p = self.fset.narrow_position(pos) if pos else Position("", 0, 0)
        line = self._line(pos)
        if message.startswith("syntax error"):
            if self._last_syntax == line:
                return
            self._last_syntax = line
            self.syntax_errors += 1
        else:
            if self._last_other == (*line, message):
                return
            self._last_other = (*line, message)
        shown = self.fset.shown_path(p.path) if pos else ""
        self.found.append(Diagnostic(shown, p.line, p.column, message, pos))
        if len(self.found) >= self.limit > 0:
            self.overflow = Diagnostic(shown, p.line, p.column, "too many errors", pos)
            raise TooManyErrors

    def _line(self, pos: int) -> tuple[int, int]:
        """Rank of the file among those with errors, and the line in it."""
        file = self.fset.file(pos)
        if file is None:
            return 0, 0
        rank = self._ranks.setdefault((file.base, file.directive(pos)), len(self._ranks))
        return rank, file.physical(pos)[0]

    def _order(self, d: Diagnostic) -> tuple[tuple[int, int], int]:
        """Where gc sorts a diagnostic: far columns are all the same to it (FlushErrors sorts by src.Pos)."""
        file = self.fset.file(d.pos)
        return self._line(d.pos), min(file.physical(d.pos)[1], COLUMN_MAX) if file else 0

    def sorted(self) -> list[Diagnostic]:
        """By files (the one that had an error first comes first) and positions in them, equal neighbours once; then
        ``too many errors`` if the limit was reached."""
        out: list[Diagnostic] = []
        for d in sorted(self.found, key=self._order):
            if d.message == NO_GENERICS:
                return [d]
            if not out or str(out[-1]) != str(d):
                out.append(d)
        if self.overflow:
            out.append(self.overflow)
        return out

    def text(self) -> str:
        """What gc prints: one line a diagnostic."""
        return "".join(f"{d}\n" for d in self.sorted())


@contextlib.contextmanager
def compiling(frames: int = DEEP) -> Iterator[None]:
    """What every phase wants of Python: recursion as deep as the source (Python frames cost no native stack here), and
    no cyclic garbage collection, which would walk the growing tree again and again (two thirds of the parser's time).
    """
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(max(old, frames))
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        sys.setrecursionlimit(old)
        if collecting:
            gc.enable()
