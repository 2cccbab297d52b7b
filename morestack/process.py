"""Runs an image to its end: as this process (the command line) or with everything captured (the library); and reads
from how it ended what Python shall be told."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from morestack import cache, front
from morestack.errors import Deadlock, Frame, GoExit, GoPanic, LimitExceeded, MorestackError
from morestack.failure import EXIT_BUG, EXIT_LIMIT, Failure
from morestack.result import Result, Stats
from morestack.runtime import launch
from morestack.runtime.host import Host
from morestack.vm import machine
from morestack.vm.events import Event
from morestack.vm.image import Image


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


# ---- the library -----------------------------------------------------------------------------------------------------


def run_captured(image: Image, setup: launch.Setup, check: bool, count: bool) -> Result:
    """Runs with stdout and stderr kept. Raises LimitExceeded; with ``check`` also GoPanic, Deadlock, GoExit."""
    out, err = bytearray(), bytearray()
    setup.host.sinks = {1: out.extend, 2: err.extend}
    counter = Counter()
    if count:
        setup.listeners.append(counter)
    try:
        outcome = launch.run(image, setup)
        if outcome.broken_limit:
            raise LimitExceeded(outcome.broken_limit)
    except (machine.LimitExceeded, LimitExceeded) as e:
        raise _with_output(LimitExceeded(e.kind), out, err) from None
    except machine.MachineError as e:
        raise _with_output(MorestackError(f"internal error: {e}"), out, err) from e
    code = 128 + outcome.signal if outcome.signal else outcome.status
    if check and code:
        raise _with_output(ended(code, bytes(err)), out, err)
    return Result(bytes(out), bytes(err), code, counter.stats(outcome.stats, outcome.peak_memory))


def _with_output(e: MorestackError, out: bytearray, err: bytearray) -> MorestackError:
    e.stdout, e.stderr = bytes(out), bytes(err)
    return e


_DEATH = re.compile(r"^(panic: |fatal error: )(.*(?:\n\t.*)*)", re.MULTILINE)
_GOROUTINE = re.compile(r"^goroutine (\d+) .*\[.*\]:\n((?:.+\n?)*)", re.MULTILINE)
_FRAME = re.compile(r"^(\S.*?)(?:\([^()]*\))?\n\t(\S+):(\d+)", re.MULTILINE)
DEADLOCK = "all goroutines are asleep - deadlock!"


def ended(code: int, stderr: bytes) -> MorestackError:
    """What an exit code other than 0 means, by the text that the runtime wrote."""
    text = stderr.decode("utf-8", "replace")
    found = _DEATH.search(text) if code == 2 else None
    if found is None:
        return GoExit(code)
    trace = text[found.start() :]
    if DEADLOCK in found[2] or "deadlock!" in found[2]:
        return Deadlock(f"{found[1]}{found[2]}", trace)
    goroutine = _GOROUTINE.search(trace)
    frames = [Frame(f[1].removeprefix("created by "), f[2], int(f[3])) for f in _FRAME.finditer(goroutine[2])] if goroutine else []
    value = found[2] if found[1].startswith("panic") else found[0]
    return GoPanic(found[0], value.removesuffix(" [recovered]"), int(goroutine[1]) if goroutine else 0, frames)


# ---- the command line ------------------------------------------------------------------------------------------------


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
