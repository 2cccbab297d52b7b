"""Runs an image to its end with everything captured, for the library; and reads from how it ended what Python shall be told."""

from __future__ import annotations

import re

from morestack.counter import Counter
from morestack.errors import Deadlock, Frame, GoExit, GoPanic, LimitExceeded, MorestackError
from morestack.result import Result
from morestack.runtime import launch
from morestack.vm import machine
from morestack.vm.image import Image


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
_GOROUTINE = re.compile(r"^goroutine (\d+) .*\[.*\](?: \{.*\})?:\n((?:.+\n?)*)", re.MULTILINE)
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
