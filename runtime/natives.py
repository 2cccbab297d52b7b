"""The registry of natives, and those of package runtime: Python bodies of Go functions that the host must do.

``@native("runtime.write1", "uii:i")`` registers a function of (machine, arguments...) under the linked Go name with the
kinds (vm.isa) of its argument words and result words. A string is two words, a slice three. A native reads and writes
memory only through the arena's checked operations; a Fault that it lets out is SIGSEGV in the machine.
"""

from __future__ import annotations

import os
import struct
import time
from collections.abc import Callable
from typing import Any, TypeVar

from morestack.runtime.host import EBADF, EPIPE, Host
from morestack.vm.machine import Exit, LimitExceeded, Machine, Native

NATIVES: dict[str, Native] = {}
SIGABRT, SIGPIPE = 6, 13
SLEEP_SLICE = 0.05  # seconds after which a waiting host looks for interrupts
Body = TypeVar("Body", bound=Callable[..., Any])


def native(name: str, signature: str) -> Callable[[Body], Body]:
    """Registers a body: ``signature`` is "argument kinds:result kinds"."""
    params, _, results = signature.partition(":")
    if set(params + results) - set("iudf") or name in NATIVES:
        raise ValueError(f"bad native {name} {signature}")

    def register(body: Body) -> Body:
        NATIVES[name] = (body, params, results)
        return body

    return register


def host_of(m: Machine) -> Host:
    """The machine's world."""
    assert isinstance(m.host, Host)
    return m.host


# ---- output, end ---------------------------------------------------------------------------------------------------


def write_out(m: Machine, fd: int, data: memoryview) -> int:
    """Writes to a descriptor; the count, or a negative errno. A closed pipe at 1 or 2 ends the program as SIGPIPE
    does."""
    host = host_of(m)
    if not host.allowed(fd):
        return -EBADF
    limit = m.limits.output
    if fd in (1, 2) and limit:
        host.written += len(data)
        if host.written > limit:
            m.broken_limit = "output"
            raise LimitExceeded("output")
    sink = host.sinks.get(fd)
    if sink is not None:
        sink(data.tobytes())
        return len(data)
    try:
        return os.write(fd, data)
    except OSError as e:
        if e.errno == EPIPE and fd in (1, 2):
            raise Exit(128 + SIGPIPE, SIGPIPE) from None
        return -(e.errno or EBADF)


@native("runtime.write1", "uii:i")
def write1(m: Machine, fd: int, p: int, n: int) -> int:
    return write_out(m, fd, m.arena.window(p, n)) if n > 0 else 0


@native("runtime.exit", "i:")
def exit_(m: Machine, code: int) -> None:
    raise Exit(code)


@native("runtime.crash", ":")
def crash(m: Machine) -> None:
    raise Exit(128 + SIGABRT, SIGABRT)


@native("runtime.hostlimit", "i:")
def hostlimit(m: Machine, kind: int) -> None:
    m.broken_limit = "goroutines"
    raise LimitExceeded("goroutines")


# ---- time, waiting -------------------------------------------------------------------------------------------------


@native("runtime.nanotime", ":i")
def nanotime(m: Machine) -> int:
    return time.monotonic_ns()


@native("runtime.cputicks", ":i")
def cputicks(m: Machine) -> int:
    return time.perf_counter_ns()


@native("runtime.walltime", ":ii")
def walltime(m: Machine) -> tuple[int, int]:
    return divmod(time.time_ns() if host_of(m).clock else 1_000_000_000_000_000_000, 1_000_000_000)


@native("runtime.pollregister", "i:")
def pollregister(m: Machine, token: int) -> None:
    host_of(m).waiting.add(token)


@native("runtime.pollready", ":i")
def pollready(m: Machine) -> int:
    host = host_of(m)
    if not host.waiting:
        return -1
    token = host.ready(0)
    host.waiting.discard(token)
    return token


@native("runtime.pollwait", "i:i")
def pollwait(m: Machine, ns: int) -> int:
    host = host_of(m)
    if not host.waiting and ns < 0:
        return 0
    end = time.monotonic_ns() + ns
    while True:
        m.attend()
        left = (end - time.monotonic_ns()) / 1e9 if ns >= 0 else SLEEP_SLICE
        if left <= 0:
            return 1
        pause = min(left, SLEEP_SLICE)
        if not host.waiting:
            time.sleep(pause)
        elif host.ready(max(1, int(pause * 1000))) >= 0:
            return 1


# ---- what the program was started with -----------------------------------------------------------------------------


@native("runtime.hostseed", ":u")
def hostseed(m: Machine) -> int:
    if m.seed is not None:
        return (m.seed * 0x9E3779B97F4A7C15 + 0x1234567) & (1 << 64) - 1
    return int.from_bytes(os.urandom(8), "little")


def _item(m: Machine, items: list[bytes], i: int, p: int, n: int) -> tuple[int, int]:
    if not 0 <= i < len(items):
        return 0, 0
    m.arena.write(p, items[i][:n]) if n > 0 else None
    return len(items[i]), 1


@native("runtime.hostarg", "iii:ii")
def hostarg(m: Machine, i: int, p: int, n: int) -> tuple[int, int]:
    return _item(m, host_of(m).arg_bytes(), i, p, n)


@native("runtime.hostenv", "iii:ii")
def hostenv(m: Machine, i: int, p: int, n: int) -> tuple[int, int]:
    return _item(m, host_of(m).env_bytes(), i, p, n)


@native("runtime.hostsetting", "i:i")
def hostsetting(m: Machine, which: int) -> int:
    return m.setting(which)


# ---- memory --------------------------------------------------------------------------------------------------------

PAGE = 8192  # the runtime's page


@native("runtime.arenabounds", ":uu")
def arenabounds(m: Machine) -> tuple[int, int]:
    first = -(-m.data_end // PAGE) * PAGE
    return m.base + first, m.base + m.arena.size // PAGE * PAGE


@native("runtime.sysUsed", "uu:i")
def sys_used(m: Machine, p: int, n: int) -> int:
    if m.arena.use(p, n):
        return 1
    m.broken_limit = "memory"
    return 0


@native("runtime.sysUnused", "uu:")
def sys_unused(m: Machine, p: int, n: int) -> None:
    m.arena.unuse(p, n)


@native("runtime.sysFault", "uu:")
def sys_fault(m: Machine, p: int, n: int) -> None:
    m.arena.protect(p, n, 1)


@native("runtime.sysUnfault", "uu:")
def sys_unfault(m: Machine, p: int, n: int) -> None:
    m.arena.protect(p, n, 0)


# ---- events --------------------------------------------------------------------------------------------------------


@native("runtime.traceevent", "iuuuuuu:")
def traceevent(m: Machine, kind: int, goid: int, *values: int) -> None:
    m.emit(kind, goid, values)


@native("runtime.tracing", ":i")
def tracing(m: Machine) -> int:
    return 1 if m.listeners else 0


# ---- text ----------------------------------------------------------------------------------------------------------


def shortest(value: float, size: int) -> str:
    """The shortest decimal text that reads back as the value (a float32 if size is 32), in the form of Go's %g."""
    if size == 32:
        narrow = struct.pack("<f", value)
        text = next(t for p in range(9) if struct.pack("<f", float(t := f"{value:.{p}e}")) == narrow)
    else:
        text = repr(value)
    sign = "-" if text[0] == "-" else ""
    mantissa, _, power = text.lstrip("-").partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    if not digits:
        return sign + "0"
    exponent = int(power or "0") + len(whole) - 1
    if whole.strip("0") == "":
        exponent = int(power or "0") - 1 - (len(fraction) - len(fraction.lstrip("0")))
    digits = digits.rstrip("0")
    if exponent < -4 or exponent >= 6:
        tail = "." + digits[1:] if len(digits) > 1 else ""
        return f"{sign}{digits[0]}{tail}e{'-' if exponent < 0 else '+'}{abs(exponent):02d}"
    if exponent < 0:
        return f"{sign}0.{'0' * (-exponent - 1)}{digits}"
    if len(digits) <= exponent + 1:
        return sign + digits + "0" * (exponent + 1 - len(digits))
    return f"{sign}{digits[: exponent + 1]}.{digits[exponent + 1 :]}"


@native("runtime.formatfloat", "uii:i")
def formatfloat(m: Machine, bits: int, size: int, buf: int) -> int:
    text = shortest(struct.unpack("<d", struct.pack("<Q", bits))[0], size).encode()[:32]
    m.arena.write(buf, text)
    return len(text)


# ---- internal/bytealg ----------------------------------------------------------------------------------------------


@native("runtime.countbyte", "iii:i")
def countbyte(m: Machine, p: int, n: int, c: int) -> int:
    return m.arena.read(p, n).count(c) if n > 0 else 0


@native("internal/bytealg.Count", "iiii:i")
def count(m: Machine, p: int, n: int, cap: int, c: int) -> int:
    return m.arena.read(p, n).count(c) if n > 0 else 0


@native("internal/bytealg.CountString", "iii:i")
def count_string(m: Machine, p: int, n: int, c: int) -> int:
    return m.arena.read(p, n).count(c) if n > 0 else 0
