"""Decides what becomes native code while a program runs, and has it compiled beside the program.

The machine's clock stops the running code a hundred times a second; where it stands then, and who called it, are the samples. A function with
enough of them is compiled in a thread of its own (LLVM runs without the GIL), with the functions it calls behind it. What is ready is put in
its place at a stop: control is then at a function's entry or a loop's head, in the one frame format, so it goes on natively at once.

To go from Python's text to native code and back costs more than many a function takes. So hot functions are put in their places together,
when no other is waited for; and native code that comes out to the host too often for the same function is a reason to compile that too.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Iterator

from morestack.vm import elf
from morestack.vm.codespace import NoCodeSpace
from morestack.vm.codestore import CodeStore
from morestack.vm.flavour import Flavour
from morestack.vm.image import TOPFRAME
from morestack.vm.machine import Machine, Unwind
from morestack.vm.native import NativeEngine, Ready

LEAST = 0.005  # seconds of processor time between samples: a busy host makes no function hot
FIRST = 0.1  # seconds of processor time before anything is compiled: a shorter run would pay for nothing
HOLD = 0.7  # seconds of processor time for which ready functions wait for others
INNERMOST, CALLER, ENOUGH = 2, 1, 2  # weights of a sample, and the weight that makes a function hot
DEPTH = 16  # frames of a sample
EXITS = 30  # from native code to the host for one pc
BATCH = 4  # functions between deliveries
IDLE_BATCH = 64  # functions looked up in the cache at a time when there is nothing better to do


class AutoEngine(NativeEngine):
    """Starts in Python, or with the native code of earlier runs, and compiles what is hot."""

    def __init__(
        self,
        machine: Machine,
        flavour: Flavour | None = None,
        store: CodeStore | None = None,
        folder: str | os.PathLike[str] | None = None,
    ) -> None:
        super().__init__(machine, flavour, store, folder, "auto")
        self.weights: dict[int, int] = {}
        self.exits: dict[int, int] = {}
        self.began = 0.0  # processor time at the first look
        self.sampled = 0.0  # processor time at the last sample
        self.held: list[Ready] = []  # the worker's: compiled, but not yet delivered
        self.held_from = 0.0
        self.delivered: deque[list[Ready] | elf.Block] = deque()
        self.wanted: deque[int] = deque()  # hot functions, to be compiled in this order
        self.maybe: deque[int] = deque()  # their callees
        self.asked: set[int] = set()
        self.missed: set[int] = set()  # functions for which native code comes out again and again
        self.wake = threading.Condition()
        self.closing = False
        self.hurried = False  # the process ends with the run: what the worker is at then is lost
        self.failure: Exception | None = None  # why the worker ended
        self.worker: threading.Thread | None = None

    # ---- samples (the machine's thread) ----------------------------------------------------------------------------

    def _more(self, pc: int, s: int) -> None:
        changed = self.m.requested() and self._look(pc, s)
        super()._more(pc, s)
        if changed:
            raise Unwind(pc, s)

    def attend(self, pc: int, s: int) -> tuple[int, int]:
        """As in any native engine, with a sample."""
        if self.m.requested():
            self._look(pc, s)
        return super().attend(pc, s)

    def enter(self, pc: int, s: int) -> tuple[int, int]:
        """As in any native engine; counts what native code comes out for."""
        pc, s = super().enter(pc, s)
        n = self.exits.get(pc, 0) + 1
        self.exits[pc] = n
        if n % EXITS == 0:
            self._ask(self._index(pc), True)
        return pc, s

    def _index(self, pc: int) -> int:
        f = self.m.find_func(pc)
        return -1 if f is None else self.image.funcs.index(f) if f.entry != pc else self.entry_index(f.entry)

    def entry_index(self, entry: int) -> int:
        """The number of the function that begins at a pc."""
        from bisect import bisect_left

        return bisect_left(self.m.entries, entry)

    def _look(self, pc: int, s: int) -> bool:
        """Takes what is ready and samples the stack; whether there is new native code."""
        changed = False
        while self.delivered:
            changed |= self._take(self.delivered.popleft())
        now = time.thread_time()
        if now - self.sampled < LEAST:
            return changed
        self.sampled = now
        self.began = self.began or now
        self.code.stats.samples += 1
        weights = self.weights
        for depth, index in enumerate(self._stack(pc, s)):
            weights[index] = weights.get(index, 0) + (CALLER if depth else INNERMOST)
            if now - self.began >= FIRST and weights[index] >= ENOUGH:
                self._ask(index)
        return changed

    def _take(self, what: list[Ready] | elf.Block) -> bool:
        try:
            if isinstance(what, elf.Block):
                self.code.start(what)
                return False
            self.install(what)
        except NoCodeSpace:
            self.closing = True
            return False
        return True

    def _stack(self, pc: int, s: int) -> Iterator[int]:
        """The functions of a stack, from the innermost."""
        m, q = self.m, self.m.q
        limit = len(q)
        for _ in range(DEPTH):
            f = m.find_func(pc)
            if f is None:
                return
            yield self.entry_index(f.entry)
            words = 1 if pc == f.entry else f.frame_words
            if f.flags & TOPFRAME or not 0 <= s + words <= limit:
                return
            pc, s = q[s + words - 1], s + words

    def _ask(self, index: int, missed: bool = False) -> None:
        """A function is hot. ``missed``: native code comes out for it, which costs more than to run it in Python: it goes first."""
        if index < 0 or not self.code.compilable(index) or self.closing:
            return
        with self.wake:
            if self.code.done[index]:
                self.missed.add(index)
                return
            if index not in self.asked:
                self.asked.add(index)
                self.wanted.append(index)
            elif index not in self.wanted:
                self.missed.add(index)
                return
            if missed:
                self.missed.add(index)
                self.wanted.remove(index)
                self.wanted.appendleft(index)
            if self.worker is None:
                self.worker = threading.Thread(target=self._work, name="morestack-jit", daemon=True)
                self.worker.start()
            self.wake.notify()

    # ---- the worker's thread ---------------------------------------------------------------------------------------

    def _work(self) -> None:
        code = self.code
        try:
            if not code.started:
                self.delivered.append(code.support_block())
            idle = iter(range(0, len(self.image.funcs), IDLE_BATCH))
            while not self.closing:
                batch = self._next()
                if batch:
                    ready = code.make(batch, stop=self._stopped)
                    for _, _, references in ready:
                        self.maybe.extend(n for n in references.callees if n not in self.asked)
                    self._hold(ready)
                else:
                    first = next(idle, None)
                    if first is None:
                        self._wait()
                        continue
                    last = min(first + IDLE_BATCH, len(self.image.funcs))
                    self._hold(code.make(range(first, last), compile_missing=False))
        except (NoCodeSpace, ImportError, RuntimeError) as e:
            self.failure = e
            self.closing = True

    def _hold(self, ready: list[Ready]) -> None:
        """Delivers what is ready, if no hot function is waited for, or that has taken long, or native code misses one of these."""
        if not self.held:
            self.held_from = self.sampled
        self.held = [*self.held, *ready]  # a new list: at the end of a run the machine's thread may be installing the old one
        missed = any(index in self.missed for index, _, _ in self.held)
        if self.held and (missed or not self.wanted or self.sampled - self.held_from > HOLD):
            self.delivered.append(self.held)
            self.held = []

    def _stopped(self) -> bool:
        return self.closing

    def _next(self) -> list[int]:
        batch: list[int] = []
        with self.wake:
            while self.wanted and len(batch) < BATCH:
                batch.append(self.wanted.popleft())
        while self.maybe and not batch:
            index = self.maybe.popleft()
            if index not in self.asked and not self.code.done[index] and self.code.compilable(index):
                self.asked.add(index)
                batch.append(index)
        return batch

    def _wait(self) -> None:
        with self.wake:
            if not self.wanted and not self.maybe and not self.closing:
                self.wake.wait(1.0)

    def close(self) -> None:
        """Keeps what there is. Waits for the function being compiled, unless the process ends with the run."""
        self.closing = True
        if self.worker is not None:
            with self.wake:
                self.wake.notify()
            self.worker.join(0.001 if self.hurried else None)
            while self.delivered:
                self._take(self.delivered.popleft())
            if self.code.started:
                self._take(self.held)
            if self.worker.is_alive():
                self.code.save()
                return
        super().close()
