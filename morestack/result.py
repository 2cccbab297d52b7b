"""What the library tells of a run: how it ended and what it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stats:
    """What a run did.

    ``growths`` of stacks, ``copies`` (growths and moves), ``bytes_copied`` and ``pointers_adjusted`` by them,
    ``shrinks``, ``collections`` of the garbage collector, ``goroutines`` started, ``instructions`` (0 unless they were
    counted), ``peak_memory`` in bytes of heap and stacks, ``seconds`` of the wall clock, ``preemptions``; ``events``
    counts every event by its name.
    """

    growths: int = 0
    copies: int = 0
    bytes_copied: int = 0
    pointers_adjusted: int = 0
    shrinks: int = 0
    collections: int = 0
    goroutines: int = 0
    instructions: int = 0
    peak_memory: int = 0
    seconds: float = 0.0
    preemptions: int = 0
    events: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """How a run ended: what it wrote, its exit code (128 + N if signal N killed it; 2 for a panic), what it did."""

    stdout: bytes
    stderr: bytes
    exit_code: int
    stats: Stats
