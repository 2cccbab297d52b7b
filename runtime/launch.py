"""Starts an image: memory, natives, g0, the engine; and says how the program ended."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from morestack.runtime import natives_call, natives_os  # register their natives
from morestack.runtime.host import Host
from morestack.runtime.natives import NATIVES
from morestack.vm import debug, jit
from morestack.vm.codestore import CodeStore
from morestack.vm.events import Listener
from morestack.vm.flavour import Flavour
from morestack.vm.image import Image
from morestack.vm.machine import Exit, Limits, Machine, MachineError, Native, Stats, Tracer
from morestack.vm.pyengine import PythonEngine, printer_stamp
from morestack.vm.record import field, record

assert natives_call and natives_os


# What Python raises where a broken image, or memory that the program overwrote, misleads the machine.
STRAY = (ArithmeticError, AttributeError, LookupError, MemoryError, RuntimeError, TypeError, ValueError)


@record()
class Setup:
    """How to run a program. ``settings`` are numbers by the names of vm.debug.SETTINGS; ``code_folder`` keeps
    printed code between runs; ``dump``: a Go function of which the engine's text is handed to ``dump_to``."""

    host: Host = field(default_factory=Host)
    limits: Limits = field(default_factory=Limits)
    seed: int | None = None
    count_instructions: bool = False
    settings: dict[str, int] = field(default_factory=dict)
    listeners: list[Listener] = field(default_factory=list)
    code_folder: str | os.PathLike[str] | None = None
    dump: str = ""
    dump_to: Callable[[str], None] = print
    engine: str = "python"  # "python", "llvm" (machine code for all that is reachable), "auto" (for what is hot)
    native_folder: str | os.PathLike[str] | None = None  # keeps machine code between runs
    hurried: bool = False  # the process ends with the run
    natives: dict[str, Native] = field(default_factory=lambda: NATIVES)
    tracer: Tracer | None = None  # is told every safepoint; such a run has no time slices
    perf_map: bool = False  # name machine code for Linux's perf


@record()
class Outcome:
    """How a run ended: exit status, or the number of a signal that it died of, and what it did."""

    status: int
    signal: int
    stats: Stats
    peak_memory: int
    broken_limit: str = ""  # the limit that made it end, if one did
    native: Any = None  # what was compiled to machine code (vm.native.NativeStats), if that engine ran


class Process:
    """One program in a machine of its own."""

    def __init__(self, image: Image, setup: Setup) -> None:
        self.setup = setup
        self.image = image
        settings = dict(setup.settings)
        settings.setdefault("num_cpu", _processors())
        if setup.limits.goroutines:
            settings["goroutine_limit"] = setup.limits.goroutines
        self.machine = Machine(image, setup.natives, setup.limits, settings=settings, seed=setup.seed)
        self.machine.tracer = setup.tracer
        self.machine.host = setup.host
        self.machine.listeners = setup.listeners
        _check_natives(image)
        self.engine = self._engine()
        self.engine.nesting = debug.nesting_words(setup.host.env.get("GODEBUG", ""), self.engine.nesting)

    def _engine(self) -> PythonEngine:
        """The engine that was asked for. What only Python's text does (counting) it does in any case.
        Raises ImportError if llvmlite is needed and missing."""
        setup, flavour = self.setup, self._flavour()
        seed = debug.switching_seed(setup.host.env.get("GODEBUG", ""))
        if seed and not flavour.counted and jit.available():
            from morestack.vm.switching import SwitchingEngine

            return SwitchingEngine(self.machine, flavour, self._store(), setup.native_folder, seed)
        if setup.engine == "python" or flavour.counted:
            return PythonEngine(self.machine, flavour, self._store())
        from morestack.vm.codespace import NoCodeSpace
        from morestack.vm.native import NativeEngine

        try:
            if setup.engine == "auto":
                from morestack.vm.tiers import AutoEngine

                auto = AutoEngine(self.machine, flavour, self._store(), setup.native_folder)
                auto.hurried = setup.hurried
                engine: NativeEngine = auto
            else:
                engine = NativeEngine(self.machine, flavour, self._store(), setup.native_folder)
            engine.code.perf_map = setup.perf_map
            return engine
        except NoCodeSpace:
            if setup.engine != "auto":
                raise
            return PythonEngine(self.machine, flavour, self._store())

    def _flavour(self) -> Flavour:
        godebug = self.setup.host.env.get("GODEBUG", "")
        return Flavour(
            counted=self.machine.counting() or self.setup.count_instructions,
            unaligned=self.image.build.get("unaligned", "") == "1",
            checked=debug.wants_checked_access(godebug),
            traced=self.machine.tracer is not None,
            moving=debug.is_on(godebug, "stackmove"),
        )

    def _store(self) -> CodeStore:
        folder = self.setup.code_folder
        if folder is None or not self.image.digest:
            return CodeStore(None)
        return CodeStore(Path(folder) / f"{self.image.digest[:32]}-{printer_stamp()}.code")

    def run(self) -> Outcome:
        """Runs to the end. Raises LimitExceeded, KeyboardInterrupt, MachineError."""
        m = self.machine
        try:
            pc, s = m.start()
            m.start_ticker()
            try:
                self.engine.run(pc, s)
            except Exit as e:
                native = getattr(getattr(self.engine, "code", None), "stats", None)
                return Outcome(e.status & 0xFF, e.signal, m.stats, m.arena.peak, m.broken_limit, native)
            except STRAY as e:
                raise MachineError(f"{type(e).__name__}: {e}") from e
        finally:
            if self.setup.dump:
                self.setup.dump_to(self.engine.source(self.setup.dump))
            m.close()
            self.setup.host.close()
        raise MachineError("the engine returned")


def _processors() -> int:
    """Processors that this process may use, as runtime.NumCPU counts them (getproccount in Go's os_linux.go)."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _check_natives(image: Image) -> None:
    """Every native of the image has a body whose words agree with the declaration."""
    for f in image.funcs:
        if f.flags & 8 and f.name in NATIVES:
            _, params, results = NATIVES[f.name]
            if f.arg_words != len(params) + len(results):
                raise MachineError(f"native {f.name} takes {params}:{results}, its declaration has {f.arg_words} words")


def run(image: Image, setup: Setup) -> Outcome:
    """Runs a program to its end. Raises LimitExceeded, KeyboardInterrupt (only if Python's handler is set),
    MachineError."""
    process = Process(image, setup)
    if threading.current_thread() is not threading.main_thread():
        return process.run()
    old = signal.getsignal(signal.SIGINT)
    if old is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: process.machine.interrupt(KeyboardInterrupt()))
    try:
        return process.run()
    finally:
        if old is signal.default_int_handler:
            signal.signal(signal.SIGINT, old)


def run_as_process(image: Image, args: Sequence[str], **options: Any) -> int:
    """Runs a program as if it were this process: its descriptors, environment and signals. Returns the exit status; a
    program that died of a signal takes this process with it."""
    host = Host(list(args), dict(os.environ))
    setup = Setup(host=host, **options)
    main = threading.current_thread() is threading.main_thread()
    if main:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    outcome = Process(image, setup).run()
    if outcome.signal:
        die_of(outcome.signal)
    return outcome.status


def die_of(number: int) -> None:
    """Ends this process by a signal, as the shell would see of a real binary; returns if that is not possible."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)


__all__ = ["Outcome", "Process", "Setup", "run", "run_as_process"]
