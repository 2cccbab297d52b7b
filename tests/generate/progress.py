"""A bar that says how far a long command is."""

from __future__ import annotations

import sys
import time

WIDTH = 30


class Progress:
    """A bar on a terminal, and a line now and then elsewhere."""

    def __init__(self, total: float, unit: str) -> None:
        self.total, self.unit = total, unit
        self.start = self.last = time.monotonic()
        self.terminal = sys.stderr.isatty()

    def show(self, done: float, text: str, last: bool = False) -> None:
        """So much of the total is done."""
        now = time.monotonic()
        if not last and now - self.last < (0.2 if self.terminal else 30):
            return
        self.last = now
        part = min(1.0, done / self.total) if self.total else 1.0
        bar = "#" * round(part * WIDTH)
        line = f"[{bar:<{WIDTH}}] {done:.0f}/{self.total:.0f} {self.unit}, {text}, {now - self.start:.0f} s"
        sys.stderr.write(f"\r\033[K{line}" if self.terminal else f"{line}\n")
        if last and self.terminal:
            sys.stderr.write("\n")
        sys.stderr.flush()
