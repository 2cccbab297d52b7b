"""Runs an image to its end as this process, for the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from morestack import cache, front
from morestack.counter import Counter
from morestack.failure import EXIT_BUG, EXIT_LIMIT, Failure
from morestack.runtime import launch
from morestack.runtime.host import Host
from morestack.vm import machine
from morestack.vm.image import Image

if TYPE_CHECKING:
    from morestack.result import Stats


def run_process(
    image: Image,
    args: Sequence[str],
    *,
    engine: str = "auto",
    stats: bool = False,
    seed: int | None = None,
    max_memory: int | None = None,
    timeout: float | None = None,
    go: str = "1.27",
    dump: str = "",
    perf_map: bool = False,
) -> int:
    """Runs a program as if it were this process. Returns its exit code; 125 after a broken limit. ``dump``: a Go
    function whose Python text is printed at the end."""
    counter = Counter()
    try:
        chosen = front.engine_for(engine)
    except front.MissingEngine as e:
        raise Failure(f"morestack: {e}") from None
    setup = launch.Setup(
        host=Host(list(args), dict(os.environ)),
        limits=machine.Limits(memory=max_memory or 0, time=timeout or 0.0),
        seed=seed,
        count_instructions=stats and chosen == "python",  # only Python's text counts
        settings={"go14": int(go == "1.4")},
        listeners=[counter] if stats else [],
        code_folder=cache.folder() / "code",
        native_folder=cache.folder() / "native",
        engine=chosen,
        hurried=True,
        perf_map=perf_map,
        dump=dump,
        dump_to=_to_stderr,
    )
    broken = ""
    try:
        outcome = launch.run(image, setup)
        broken = outcome.broken_limit
    except machine.LimitExceeded as e:
        broken = e.kind
    except machine.MachineError as e:
        raise Failure(f"morestack: internal error: {e}", EXIT_BUG) from None
    except KeyboardInterrupt:
        launch.die_of(2)
        return 130
    if broken:
        raise Failure(f"morestack: limit exceeded: {broken}", EXIT_LIMIT)
    if stats:
        _to_stderr(stats_text(counter.stats(outcome.stats, outcome.peak_memory), outcome.native))
    if outcome.signal:
        launch.die_of(outcome.signal)
        return 128 + outcome.signal
    return outcome.status


def _to_stderr(text: str) -> None:
    with suppress(OSError, ValueError):
        print(text, file=sys.stderr, flush=True)


def stats_text(s: Stats, native: Any = None) -> str:
    """What a run did, one figure a line; ``native``: the figures of the engine that compiles, if that ran."""
    rows: list[tuple[str, int]] = [
        ("stack growths", s.growths),
        ("stack copies", s.copies),
        ("bytes copied", s.bytes_copied),
        ("pointers adjusted", s.pointers_adjusted),
        ("stack shrinks", s.shrinks),
        ("collections", s.collections),
        ("goroutines", s.goroutines),
        ("instructions", s.instructions),
        ("preemptions", s.preemptions),
        ("peak memory", s.peak_memory),
    ]
    seconds = [("seconds", s.seconds)]
    if native is not None:
        rows = [row for row in rows if row[0] != "instructions"]
        rows += [("functions compiled", native.compiled), ("functions loaded", native.loaded + native.cached)]
        seconds.append(("compiling", native.print_seconds + native.compile_seconds + native.link_seconds))
    lines = [f"{name:>18}  {value:,}" for name, value in rows]
    return "\n".join([*lines, *(f"{name:>18}  {value:.3f}" for name, value in seconds)])
