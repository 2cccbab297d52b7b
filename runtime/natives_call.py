"""The natives of package morestack/hostcall: how a call from Python gets into the program and its results out.

Between calls the machine stands still: `Parked` has left the engine, and the whole state of the program lies in its
arena.
"""

from __future__ import annotations

from morestack.runtime.natives import native
from morestack.vm.machine import Machine
from morestack.vm.record import record


class Parked(BaseException):
    """The program waits for the host; ``gobuf`` is the address of the saved state to go on with."""

    def __init__(self, gobuf: int) -> None:
        super().__init__(gobuf)
        self.gobuf = gobuf


@record()
class HostCall:
    """One call: the function's number and its arguments as bytes; then how it ended and the bytes that came back."""

    function: int
    arguments: bytes
    status: int = -1
    results: bytes = b""


CALLS: dict[int, HostCall] = {}  # the call under way, by the id of its machine


@native("runtime.hostparked", "i:")
def hostparked(m: Machine, g: int) -> None:
    raise Parked(g + m.g_sched_sp - m.gobuf_sp)


@native("morestack/hostcall.next", ":ii")
def next_call(m: Machine) -> tuple[int, int]:
    call = CALLS[id(m)]
    return call.function, len(call.arguments)


@native("morestack/hostcall.fetch", "ii:")
def fetch(m: Machine, p: int, n: int) -> None:
    m.arena.write(p, CALLS[id(m)].arguments[:n])


@native("morestack/hostcall.reply", "iii:")
def reply(m: Machine, status: int, p: int, n: int) -> None:
    call = CALLS[id(m)]
    call.status = status
    call.results = m.arena.read(p, n) if n > 0 else b""
