"""The m: registers, changes of stacks, traps, limits and statistics, for whichever engine runs.

An engine is given a pc and the frame's bottom ``s`` and runs until something needs the machine; the machine's
operations (`morestack`, `gogo`, `mcall` …) answer with the pc and ``s`` to go on with. Registers lie in the first
words of the arena (vm.layout); ``regs`` is the Python engine's copy of those that it reads often: the guard as a
word index (raised to bound the depth of nested Python calls, or to stop the goroutine), the current g, the closure
pointer.
"""

from __future__ import annotations

import sys
import threading
import time
from array import array
from bisect import bisect_right
from collections.abc import Callable
from typing import Any, Protocol

from morestack.vm import hashing, layout
from morestack.vm.debug import SETTINGS
from morestack.vm.events import Event, Listener, event
from morestack.vm.image import Func, Image
from morestack.vm.memory import Arena, Fault
from morestack.vm.record import field, record

M64 = (1 << 64) - 1
GUARD, G, CTX = 0, 1, 2  # indices in regs
STOP = layout.GUARD_INDEX_PREEMPT
SIGSEGV = 11
TICK = 0.01  # seconds of a time slice
SLICE = 100_000  # instructions of a time slice of a repeatable run
NESTING_WORDS = 4096  # words of stack that nested Python calls may use before they are unwound
BYTES_AT_ONCE = 1 << 16


class MachineError(Exception):
    """The image or the machine is broken: a bug of ours, never the program's fault."""


class LimitExceeded(Exception):
    """A limit of the machine was reached; ``kind`` is "memory", "time", "instructions", "goroutines" or "output"."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"limit exceeded: {kind}")
        self.kind = kind


class Exit(BaseException):
    """The program ended: with ``status``, or by ``signal`` (a number) as if killed by it."""

    def __init__(self, status: int, signal: int = 0) -> None:
        super().__init__(status)
        self.status = status
        self.signal = signal


class Unwind(BaseException):
    """Nested Python calls are given up; the engine goes on at (pc, s)."""

    def __init__(self, pc: int, s: int) -> None:
        self.pc = pc
        self.s = s


@record()
class Limits:
    """What a run may use; 0 is no limit. ``memory`` in bytes of heap and stacks, ``time`` in seconds of the wall
    clock."""

    memory: int = 0
    time: float = 0.0
    instructions: int = 0
    goroutines: int = 0
    output: int = 0


@record()
class Stats:
    """What a run did. ``unwinds`` counts how often nested Python calls were given up."""

    instructions: int = 0
    unwinds: int = 0
    morestacks: int = 0
    preemptions: int = 0
    events: dict[str, int] = field(default_factory=dict)
    nanoseconds: int = 0


class Tracer(Protocol):
    """What is told every safepoint: pc and the frame's bottom. Its live slots are in the frame."""

    def start(self, m: Machine) -> None: ...

    def __call__(self, pc: int, s: int) -> None: ...


class Engine(Protocol):
    """What runs code. ``call`` runs the function at a pc as a nested call and returns when it returns."""

    def run(self, pc: int, s: int) -> None: ...

    def call(self, pc: int, s: int) -> None: ...


Native = tuple[Callable[..., Any], str, str]  # (function of (machine, arguments...), argument kinds, result kinds)


class Machine:
    """One program in memory. Life: construct (loads the image), `start`, an engine's `run` until it raises, `close`."""

    def __init__(
        self,
        image: Image,
        natives: dict[str, Native],
        limits: Limits | None = None,
        arena: Arena | None = None,
        settings: dict[str, int] | None = None,
        seed: int | None = None,
    ) -> None:
        self.image = image
        self.limits = limits or Limits()
        self.settings = settings or {}
        self.tracer: Tracer | None = None
        self.host: object = None  # what natives use of the outside world
        self.seed = seed
        self.stats = Stats()
        self.listeners: list[Listener] = []
        self.closers: list[Callable[[], None]] = []  # what an engine wants done before the memory goes
        self.arena = arena or Arena(limit=self.limits.memory)
        self.base = self.arena.base
        self.q, self.Q, self.B = self.arena.q, self.arena.Q, self.arena.B
        self.I: memoryview[int] = self.arena.views["I"]
        self.regs = [STOP, 0, 0]
        self.guard = 0
        self.count = [0, 1 << 62]  # instructions so far, and when `more` wants to be called
        self.entries = [f.entry for f in image.funcs]
        self.by_name = {f.name: f for f in image.funcs}
        self.engine: Engine | None = None
        self.broken_limit = ""
        self.began = self.allowed_from = time.monotonic_ns()
        self.instructions_before = 0  # counted before the present allowance
        self._requested = False
        self._preempt_later = False
        self._slices = 0
        self._turn = (-1, 0)  # the count of goroutine switches when the running one was first seen, and CPU time then
        self._interrupt: BaseException | None = None
        self._ticker: threading.Thread | None = None
        self._stop_ticker = threading.Event()
        self.natives = [self._bind(name, natives) for name in image.natives]
        self.consts = self._load()
        self._fields()

    # ---- loading ---------------------------------------------------------------------------------------------------

    def _bind(self, name: str, natives: dict[str, Native]) -> Native:
        found = natives.get(name)
        if found is None:

            def missing(_: Machine, *arguments: object) -> None:
                raise MachineError(f"native {name} has no body")

            return missing, "", ""
        return found

    def _load(self) -> array[int]:
        """Puts data at its place, moved if the arena lies elsewhere than the linker assumed; returns the constants."""
        image, shift = self.image, self.base - layout.ARENA_BASE
        at = layout.DATA_OFFSET
        self.B[at : at + len(image.data)] = image.data
        self.data_end = at + len(image.data) + image.bss
        consts = image.consts
        if shift:
            consts = array("Q", consts)
            for i in image.const_data:
                consts[i] = consts[i] + shift & M64
            for offset in image.data_relocs:
                word = at + offset >> 3
                self.Q[word] = self.Q[word] + shift & M64
        return consts

    def _fields(self) -> None:
        """Offsets that the operations below use, and the entries of the functions that they call."""
        o = self.image.offsets

        def field_offset(name: str) -> int:
            return o.get(name, 0)

        self.g_guard = field_offset("g.stackguard0")
        self.g_low = o.get("g.stack.lo", -1)
        self.g_m = field_offset("g.m")
        self.g_sched_sp, self.g_sched_pc = field_offset("g.sched.sp"), field_offset("g.sched.pc")
        self.g_sched_g, self.g_sched_ctxt = field_offset("g.sched.g"), field_offset("g.sched.ctxt")
        self.g_movedpc = field_offset("g.movedpc")
        self.g_sig, self.g_sigpc = field_offset("g.sig"), field_offset("g.sigpc")
        self.g_sigcode0, self.g_sigcode1 = field_offset("g.sigcode0"), field_offset("g.sigcode1")
        self.m_g0, self.m_curg = field_offset("m.g0"), field_offset("m.curg")
        self.m_morebuf = field_offset("m.morebuf.pc"), field_offset("m.morebuf.sp"), field_offset("m.morebuf.g")
        self.gobuf_sp, self.gobuf_pc = field_offset("gobuf.sp"), field_offset("gobuf.pc")
        self.gobuf_g, self.gobuf_ctxt, self.gobuf_ret = (
            field_offset("gobuf.g"), field_offset("gobuf.ctxt"), field_offset("gobuf.ret"),
        )  # fmt: skip
        by_name = self.by_name
        self.pc_newstack = self._entry("runtime.newstack")
        self.pc_sigpanic = self._entry("runtime.sigpanic")
        self.pc_bounds = self._entry("runtime.panicBounds")
        self.pc_divide = self._entry("runtime.panicdivide")
        self.pc_shift = self._entry("runtime.panicshift")
        self.pc_switch = self._entry("runtime.systemstack_switch")
        self.ret_morestack = self._entry("runtime.morestack") + 1
        self.ret_systemstack = self._entry("runtime.systemstack_return") + 1
        mstart = by_name.get("runtime.mstart")
        self.ret_mcall = mstart.entry + 2 if mstart else 0  # behind mstart's call: walks of g0 end there
        self.systemstack_func = by_name.get("runtime.systemstack")

        self._waiting = self._words_that_tell_of_others()
        switches = field_offset("m.schedtick")
        self._switches = self.index(self.symbol("runtime.m0") + switches) if switches else 0  # word of m0.schedtick

    def _words_that_tell_of_others(self) -> list[int]:
        """Words of the runtime that are not 0 when something else than the current goroutine could run."""
        o, symbols = self.image.offsets, self.image.symbols
        places = (
            ("runtime.sched", o.get("schedt.runqhead")), ("runtime.sched", o.get("schedt.runnext")),
            ("runtime.timers", 8), ("runtime.pollwaiting", 0),
        )  # fmt: skip
        if any(name not in symbols or offset is None for name, offset in places):
            return []
        return [self.index(self.symbol(name) + (offset or 0)) for name, offset in places]

    def _entry(self, name: str) -> int:
        found = self.by_name.get(name)
        return found.entry if found else 0

    def find_func(self, pc: int) -> Func | None:
        """The function that contains pc."""
        i = bisect_right(self.entries, pc) - 1
        if i < 0:
            return None
        f = self.image.funcs[i]
        return f if pc < f.end else None

    def symbol(self, name: str) -> int:
        """Address of a data symbol. Raises KeyError."""
        return self.base + layout.DATA_OFFSET + self.image.symbols[name]

    # ---- words -----------------------------------------------------------------------------------------------------

    def word(self, address: int) -> int:
        """The word at an address, unsigned; a bad address is a MachineError or a Fault."""
        return self.Q[address - self.base >> 3]

    def set_word(self, address: int, value: int) -> None:
        self.Q[address - self.base >> 3] = value & M64

    def index(self, address: int) -> int:
        """An address as a word index."""
        return address - self.base >> 3

    # ---- registers -------------------------------------------------------------------------------------------------

    def start(self, entry: str = "runtime.rt0_go") -> tuple[int, int]:
        """Sets the registers for the first instruction, on g0's stack; returns (pc, s)."""
        f = self.by_name.get(entry)
        if f is None:
            raise MachineError(f"the image has no {entry}")
        g0 = self.symbol("runtime.g0") if "runtime.g0" in self.image.symbols else 0
        top = self._g0_top()
        self.regs[G] = g0
        self.q[layout.REG_G] = g0
        self.regs[CTX] = 0
        self.set_guard(self.base + layout.DATA_OFFSET)
        s = self.index(top)
        self.q[s - 1] = 0
        self.began = self.allowed_from = time.monotonic_ns()
        if self.tracer is not None:
            self.tracer.start(self)
        return f.entry, s - 1

    def _g0_top(self) -> int:
        """A place near the top of g0's stack, which the runtime has as a variable; behind the data if there is none."""
        symbols = self.image.symbols
        at = symbols.get("runtime.g0stack")
        if at is None:
            return self.base + (self.data_end + (1 << 20) & ~7)
        end = min((o for o in symbols.values() if o > at), default=self.data_end - layout.DATA_OFFSET)
        return self.base + layout.DATA_OFFSET + (end & ~7) - 64

    def set_guard(self, address: int) -> None:
        """The guard registers from a g's stackguard0."""
        if address >> 63:
            index = STOP
        else:
            index = max(0, address - self.base >> 3)
        self.guard = index
        self.Q[layout.REG_GUARD] = address
        self.q[layout.REG_GUARD_INDEX] = index
        self.regs[GUARD] = STOP if self._requested else index

    def guard_of(self, g: int) -> int:
        """g.stackguard0, but never so low that a frame could leave the stack, whoever wrote over it."""
        guard = self.Q[g + self.g_guard - self.base >> 3]
        return max(guard, self.Q[g + self.g_low - self.base >> 3] + layout.NOSPLIT_LIMIT) if self.g_low >= 0 else guard

    def set_g(self, g: int) -> None:
        """Makes g the current goroutine: its stack's guard comes with it."""
        self.regs[G] = g
        self.q[layout.REG_G] = g
        self.set_guard(self.guard_of(g))
        if self._preempt_later and not self.on_g0():
            self._preempt_later = False
            self._requested = True
            self.regs[GUARD] = STOP

    def on_g0(self) -> bool:
        """Whether the current g is g0."""
        g = self.regs[G]
        if not g:
            return True
        m = self.word(g + self.g_m)
        return m == 0 or self.word(m + self.m_g0) == g

    # ---- changes of stack: each returns (pc, s) --------------------------------------------------------------------

    def morestack(self, pc: int, s: int) -> tuple[int, int]:
        """A failed check at an entry or a poll: runtime.newstack is called on g0."""
        f = self.find_func(pc)
        if f is None or not self.pc_newstack:
            raise MachineError(f"stack check failed at pc {pc}")
        self.stats.morestacks += 1
        g = self.regs[G]
        m = self.word(g + self.g_m)
        if m == 0:
            raise MachineError(f"the first stack overflows in {f.name}")
        q = self.Q
        base = self.base
        sp = s * 8 + base
        fp = sp + 8 if pc == f.entry else sp + 8 * f.frame_words
        self.set_word(g + self.g_sched_pc, pc)
        self.set_word(g + self.g_sched_sp, sp)
        self.set_word(g + self.g_sched_g, g)
        self.set_word(g + self.g_sched_ctxt, self.regs[CTX])
        more_pc, more_sp, more_g = self.m_morebuf
        self.set_word(m + more_pc, self.word(fp - 8))
        self.set_word(m + more_sp, fp)
        self.set_word(m + more_g, g)
        self.regs[CTX] = 0
        s = self._to_g0(m)
        q[s - 1] = self.ret_morestack
        return self.pc_newstack, s - 1

    def pass_moved(self, pc: int) -> bool:
        """stackmove: whether the check at pc has just moved the stack, which made it pass, once (runtime/stack.go)."""
        if self.guard != STOP:
            return False
        at = self.regs[G] + self.g_movedpc
        if self.word(at) != pc:
            return False
        self.set_word(at, 0)
        return True

    def _to_g0(self, m: int) -> int:
        """Switches to g0; returns the bottom of its stack."""
        g0 = self.word(m + self.m_g0)
        self.set_g(g0)
        return self.index(self.word(g0 + self.g_sched_sp))

    def gogo(self, buf: int) -> tuple[int, int]:
        """Continues the goroutine of a gobuf."""
        pc, s = self.word(buf + self.gobuf_pc), self.index(self.word(buf + self.gobuf_sp))
        self.regs[CTX] = self.word(buf + self.gobuf_ctxt)
        self.set_word(buf + self.gobuf_ctxt, 0)
        self.set_word(buf + self.gobuf_ret, 0)
        self.set_g(self.word(buf + self.gobuf_g))
        return pc, s

    def mcall(self, pc: int, s: int, fn: int) -> tuple[int, int]:
        """Saves the goroutine and calls fn(g) on g0; fn never returns."""
        g = self.regs[G]
        entry = self.word(fn)
        self.set_word(g + self.g_sched_pc, pc + 1)
        self.set_word(g + self.g_sched_sp, s * 8 + self.base)
        self.set_word(g + self.g_sched_g, g)
        self.set_word(g + self.g_sched_ctxt, 0)
        top = self._to_g0(self.word(g + self.g_m))
        self.q[top] = g
        self.q[top - 1] = self.ret_mcall
        self.regs[CTX] = fn
        return entry, top - 1

    def systemstack(self, pc: int, s: int, fn: int) -> tuple[int, int]:
        """Where to go on for `systemstack` fn: in fn, on g0, with a return pc that comes back."""
        entry = self.word(fn)
        self.regs[CTX] = fn
        if self.on_g0():
            self.q[s - 1] = pc + 1
            return entry, s - 1
        g = self.regs[G]
        f = self.find_func(pc)
        assert f is not None
        self.set_word(g + self.g_sched_pc, self.pc_switch)
        self.set_word(g + self.g_sched_sp, (s + f.frame_words - 1) * 8 + self.base)
        self.set_word(g + self.g_sched_g, g)
        self.set_word(g + self.g_sched_ctxt, 0)
        s = self._to_g0(self.word(g + self.g_m))
        self.q[s - 1] = self.ret_systemstack
        return entry, s - 1

    def systemstackret(self) -> tuple[int, int]:
        """Back from g0 to the goroutine inside systemstack, wherever its stack is by now."""
        f = self.systemstack_func
        if f is None:
            raise MachineError("the image has no runtime.systemstack")
        m = self.word(self.regs[G] + self.g_m)
        g = self.word(m + self.m_curg)
        self.set_g(g)
        s = self.index(self.word(g + self.g_sched_sp)) - (f.frame_words - 1)
        return f.end - 1, s  # the `ret` behind the instruction

    # ---- traps: each returns (pc, s) -------------------------------------------------------------------------------

    def sigpanic(self, pc: int, s: int, address: int, code: int = 1, signal: int = SIGSEGV) -> tuple[int, int]:
        """A signal at pc: runtime.sigpanic seems to be called from there."""
        g = self.regs[G]
        if not g or not self.pc_sigpanic:
            raise MachineError(f"signal {signal} at pc {pc}, address {address:#x}")
        self.I[g + self.g_sig - self.base >> 2] = signal
        self.set_word(g + self.g_sigcode0, code)
        self.set_word(g + self.g_sigcode1, address)
        self.set_word(g + self.g_sigpc, pc)
        self.q[s - 1] = pc
        return self.pc_sigpanic, s - 1

    def panic_call(self, target: int, pc: int, s: int) -> tuple[int, int]:
        """A call of a panic function from pc."""
        if not target:
            raise MachineError(f"trap at pc {pc} and nobody to tell")
        self.q[s - 1] = pc + 1
        return target, s - 1

    def bounds(self, pc: int, s: int, value: int, signed: int, limit: int, code: int) -> tuple[int, int]:
        """A failed bounds check."""
        self.Q[s] = value & M64
        self.q[s + 1], self.Q[s + 2], self.q[s + 3] = signed, limit & M64, code
        return self.panic_call(self.pc_bounds, pc, s)

    # ---- time, limits, interrupts ----------------------------------------------------------------------------------

    def request(self) -> None:
        """Makes the running code come to `attend` at its next check. Callable from any thread and from signal
        handlers."""
        self._requested = True
        self.regs[GUARD] = STOP
        if self.Q:
            self.Q[layout.REG_GUARD] = layout.STACK_PREEMPT  # native code looks there

    def requested(self) -> bool:
        """Whether the running code shall come to `attend`."""
        return self._requested

    def interrupt(self, error: BaseException) -> None:
        """Makes the run raise ``error`` at the next check."""
        self._interrupt = error
        self.request()

    def attend(self) -> bool:
        """Does what was requested; whether the goroutine shall be preempted. Raises what ends the run."""
        if self.count[0] >= self.count[1]:
            self._count_due()
        if not self._requested:
            return False
        self._requested = False
        self.regs[GUARD] = self.guard
        if self._interrupt is not None:
            error, self._interrupt = self._interrupt, None
            raise error
        limit = self.limits.time
        if limit and time.monotonic_ns() - self.allowed_from > limit * 1e9:
            self.broken_limit = "time"
            raise LimitExceeded("time")
        if self.on_g0():
            self._preempt_later = True
            return False
        self._slices += 1
        if not self._others_wait() and self._slices % 16:
            return False
        if self.seed is None and not self._turn_is_over():
            return False
        self.stats.preemptions += 1
        return True

    def _turn_is_over(self) -> bool:
        """Whether the running goroutine had a time slice of its own, of CPU time (proc.go, retake)."""
        switches, now = self.Q[self._switches] if self._switches else -1, time.thread_time_ns()
        since, began = self._turn
        if switches == since:
            return now - began > TICK * 0.5e9
        self._turn = (switches, now)
        return False

    def not_its_time(self, spent: int) -> None:
        """``spent`` nanoseconds of CPU time were the engine's: its goroutine has them on top."""
        self._turn = (self._turn[0], self._turn[1] + spent)

    def _others_wait(self) -> bool:
        """Whether a goroutine is runnable, a timer is set or a file is waited for: there is a reason to preempt."""
        return not self._waiting or any(self.Q[i] for i in self._waiting)

    def new_allowance(self) -> None:
        """Limits of time and instructions hold from here on: the host begins another call."""
        self.allowed_from = time.monotonic_ns()
        self.instructions_before += self.count[0]
        self.count[0] = 0
        self.count[1] = 0 if self.counting() else 1 << 62

    def _count_due(self) -> None:
        """The instruction count reached its mark: a limit, or the end of a repeatable run's time slice."""
        done, limit = self.count[0], self.limits.instructions
        if limit and done >= limit:
            self.broken_limit = "instructions"
            raise LimitExceeded("instructions")
        mark = limit or 1 << 62
        if self.seed is not None:
            self._requested = True
            mark = min(mark, done + SLICE)
        self.count[1] = mark

    def setting(self, which: int) -> int:
        """The number that runtime.hostsetting gives, 0 if it is not set."""
        return self.settings.get(SETTINGS[which], 0) if 0 <= which < len(SETTINGS) else 0

    def counting(self) -> bool:
        """Whether code has to count instructions."""
        return bool(self.limits.instructions) or (self.seed is not None and self.tracer is None)

    def start_ticker(self) -> None:
        """The thread that ends time slices; a repeatable run has none but for its time limit."""
        if self.counting():
            self.count[1] = 0
        if self._ticker is None and (self.seed is None or self.limits.time):
            self._ticker = threading.Thread(target=self._tick, name="morestack-ticker", daemon=True)
            self._ticker.start()

    def _tick(self) -> None:
        wait = self._stop_ticker.wait
        while not wait(TICK):
            late = time.monotonic_ns() - self.allowed_from > self.limits.time * 1e9
            if self.seed is None or (self.limits.time and late):
                self.request()

    def emit(self, kind: int, goid: int, values: tuple[int, ...]) -> None:
        """Counts an event and hands it to the listeners."""
        e: Event = event(time.monotonic_ns() - self.began, kind, goid, values)
        self.stats.events[e.kind] = self.stats.events.get(e.kind, 0) + 1
        for listener in self.listeners:
            listener(e)

    def close(self) -> None:
        """Stops the ticker and frees the arena."""
        self._stop_ticker.set()
        if self._ticker is not None and self._ticker is not threading.current_thread():
            self._ticker.join(1)
        for close in self.closers:
            close()
        self.closers.clear()
        self.stats.instructions = self.instructions_before + self.count[0]
        self.stats.nanoseconds = time.monotonic_ns() - self.began
        self.q = self.Q = self.B = self.I = memoryview(b"")
        self.arena.close()

    # ---- memory operations of the instruction set ------------------------------------------------------------------

    def memory_functions(self) -> dict[str, Callable[..., Any]]:
        """memmove, memclr, memequal, memcmp, memhash, indexbyte, zeros, check: what the engine's text calls."""
        return memory_functions(self.arena)


def memory_functions(arena: Arena) -> dict[str, Callable[..., Any]]:
    """The operations of the instruction set on bytes. Short on purpose: programs spend their time here."""
    B, base, size = arena.B, arena.base, arena.size
    offset = arena.offset
    from_bytes = int.from_bytes
    zero_bytes = bytes(BYTES_AT_ONCE)
    zero_words = memoryview(zero_bytes).cast("q")
    prime, multiplier = hashing.PRIME, hashing.MULTIPLIER

    def memmove(to: int, source: int, n: int) -> None:
        if n <= 0:
            return
        a, b = to - base, source - base
        if a < 0 or b < 0 or a + n > size or b + n > size or arena.faulted_pages:
            a, b = offset(to, n), offset(source, n)
        B[a : a + n] = B[b : b + n]

    def memclr(to: int, n: int) -> None:
        if n <= 0:
            return
        a = to - base
        if a < 0 or a + n > size or arena.faulted_pages:
            a = offset(to, n)
        while n > BYTES_AT_ONCE:
            B[a : a + BYTES_AT_ONCE] = zero_bytes
            a += BYTES_AT_ONCE
            n -= BYTES_AT_ONCE
        B[a : a + n] = zero_bytes[:n]

    def read(at: int, n: int) -> bytes:
        a = at - base
        if a < 0 or a + n > size or arena.faulted_pages:
            a = offset(at, n)
        return B[a : a + n].tobytes()

    def memequal(p: int, q: int, n: int) -> bool:
        if n <= 0 or p == q:
            return True
        a, b = p - base, q - base
        if a < 0 or b < 0 or a + n > size or b + n > size or arena.faulted_pages:
            a, b = offset(p, n), offset(q, n)
        return B[a] == B[b] and B[a : a + n].tobytes() == B[b : b + n].tobytes()

    def memcmp(a: int, b: int, n: int) -> int:
        if n <= 0 or a == b:
            return 0
        x, y = read(a, n), read(b, n)
        return (x > y) - (x < y)

    def memhash(at: int, n: int, seed: int) -> int:
        if n <= 0:
            return hashing.hash_bytes(b"", seed)
        a = at - base
        if a < 0 or a + n > size or arena.faulted_pages:
            a = offset(at, n)
        t = (from_bytes(B[a : a + n], "little") % prime ^ n ^ seed) * multiplier
        return (t ^ t >> 64) & M64

    def indexbyte(at: int, n: int, c: int) -> int:
        return read(at, n).find(c & 255) if n > 0 else -1

    def zeros(n: int) -> memoryview[int]:
        return zero_words[:n] if n <= len(zero_words) else memoryview(bytes(8 * n)).cast("q")

    def check(at: int, n: int) -> int:
        offset(at, n)
        return at

    return {
        "memmove": memmove, "memclr": memclr, "memequal": memequal, "memcmp": memcmp, "memhash": memhash,
        "indexbyte": indexbyte, "zeros": zeros, "check": check,
    }  # fmt: skip


def nesting_limit() -> int:
    """A limit for Python's recursion that nested calls of the engine don't reach, whatever depth the caller has."""
    depth, frame = 0, sys._getframe()
    while frame is not None:
        depth += 1
        frame = frame.f_back  # type: ignore[assignment]
    return depth + 2 * NESTING_WORDS + 2000


__all__ = [
    "CTX",
    "GUARD",
    "Engine",
    "Exit",
    "Fault",
    "G",
    "LimitExceeded",
    "Limits",
    "Machine",
    "MachineError",
    "Native",
    "Stats",
    "Unwind",
    "nesting_limit",
]  # fmt: skip
