"""Adds up what a run does, from its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from morestack.vm import machine
from morestack.vm.events import Event

if TYPE_CHECKING:
    from morestack.result import Stats


class Counter:
    """A listener that adds up what a run does."""

    def __init__(self) -> None:
        self.events: dict[str, int] = {}
        self.bytes_copied = 0
        self.pointers = 0

    def __call__(self, e: Event) -> None:
        kind = e.kind
        self.events[kind] = self.events.get(kind, 0) + 1
        if kind == "stack_copied":
            self.bytes_copied += e.values["used"]
            self.pointers += e.values["pointers"]

    def stats(self, did: machine.Stats, peak: int) -> Stats:
        """The figures, with what the machine counted itself."""
        from morestack.result import Stats

        n = self.events.get
        return Stats(
            growths=n("stack_grow", 0),
            copies=n("stack_copied", 0),
            bytes_copied=self.bytes_copied,
            pointers_adjusted=self.pointers,
            shrinks=n("stack_shrink", 0),
            collections=n("gc_end", 0),
            goroutines=n("go_create", 0),
            instructions=did.instructions,
            peak_memory=peak,
            seconds=did.nanoseconds / 1e9,
            preemptions=did.preemptions,
            events=dict(self.events),
        )
