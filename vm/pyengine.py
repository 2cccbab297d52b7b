"""The Python engine: loads or prints functions when they are first needed, runs them, and turns Python's exceptions
into what they mean in the machine.

The loop in `run` goes from region to region; inside a region calls nest (see vm.interp). `Unwind` brings control
back to the loop. IndexError out of printed code is a bad address: SIGSEGV in the machine at the pc of that line.
"""

from __future__ import annotations

import functools
import os
import sys
import time
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Callable
from types import CodeType, FrameType, FunctionType
from typing import TYPE_CHECKING, Any

from morestack.vm import isa, semantics
from morestack.vm.codestore import CodeStore
from morestack.vm.flavour import Flavour
from morestack.vm.image import Func
from morestack.vm.machine import GUARD, NESTING_WORDS, STOP, Exit, G, Machine, MachineError, Unwind, nesting_limit
from morestack.vm.memory import Fault

if TYPE_CHECKING:
    from morestack.vm.interp import Program, Text

Code = Callable[..., Any]
FILE_PREFIX = "<go "
PRINTER = ("interp", "interp_block", "interp_calls", "interp_ranges", "interp_text", "regions", "semantics", "isa")


class PythonEngine:
    """Runs a machine's image. ``flavour`` says what the code does besides; ``store`` keeps printed functions."""

    def __init__(self, machine: Machine, flavour: Flavour | None = None, store: CodeStore | None = None) -> None:
        self.m = machine
        self.flavour = flavour or Flavour(counted=machine.counting())
        self.store = store or CodeStore(None)
        image = machine.image
        self.prefix = f"{self.flavour.key()}:{machine.base:x}:"
        self.lines: dict[str, bytes] = {}  # code object's file name -> pcs of its lines
        self.regions: dict[int, Code] = {}
        self.nested: list[Code | None] = [None] * (len(image.code) // isa.WORDS_PER_INSTRUCTION + 1)
        self.soft = 0
        self.outermost = 0  # the frame from which nested calls are counted
        self.nesting = NESTING_WORDS  # words of stack that nested calls may use; small ones make every unwinding happen
        self.names: dict[str, Any] = {}
        self._fill_names()
        machine.engine = self

    @functools.cached_property
    def program(self) -> Program:
        """What printing needs; most runs find all they need printed."""
        from morestack.vm.interp_calls import Program

        m = self.m
        return Program(m.image, m.base, m.consts, [(params, results) for _, params, results in m.natives])

    # ---- the names of printed code ---------------------------------------------------------------------------------

    def _fill_names(self) -> None:
        m, names = self.m, self.names
        names["__builtins__"] = {
            "abs": abs, "int": int, "float": float, "True": True, "False": False, "None": None,
        }  # fmt: skip
        names.update(m.arena.views)
        names.update(semantics.FUNCTIONS)
        names.update(m.memory_functions())
        names.update(W=m.regs, C=m.count, N=self.nested, T=m.tracer)
        for name in ("more", "nil", "divide", "shift", "bound", "trap", "exitvm", "gogo", "mcall", "systemstack",
                     "systemstackret", "unwind"):  # fmt: skip
            names[name] = getattr(self, "_" + name)
        for code, size in (("q", 8), ("Q", 8), ("d", 8), ("i", 4), ("I", 4), ("f", 4), ("h", 2), ("H", 2)):
            names[f"odd_{code}"] = _Misaligned(m, code, size)
        for number, (function, _, _) in enumerate(m.natives):
            names[f"n{number}"] = functools.partial(function, m)
        for index, f in enumerate(m.image.funcs):
            self._stub(index, f)

    def _stub(self, index: int, f: Func) -> None:
        """Stands for a function until it is first called."""

        def first_call(*arguments: Any) -> Any:
            return self.load_nested(index)(*arguments)

        def first_dynamic_call(s: int) -> None:
            self.load_dynamic(index)(s)

        self.names[f"e{f.entry}"] = first_call
        self.nested[f.entry] = first_dynamic_call

    # ---- loading ---------------------------------------------------------------------------------------------------

    def load_nested(self, index: int) -> Code:
        """The function ``eN`` of function number ``index``."""
        entry = self.m.image.funcs[index].entry
        code = self._function(index, entry, "e")
        self.names[f"e{entry}"] = code
        return code

    def load_dynamic(self, index: int) -> Code:
        """The function that calls through a pc use: dN, or eN itself if it takes and returns nothing."""
        entry = self.m.image.funcs[index].entry
        signature = self.program.signature(index)
        if signature.params or signature.results:
            code = self._function(index, entry, "d")
        else:
            code = self._function(index, entry, "e")
            self.names[f"e{entry}"] = code
        self.nested[entry] = code
        return code

    def load_region(self, pc: int) -> Code:
        """The function ``rN`` for a resumable pc."""
        m = self.m
        f = m.find_func(pc)
        if f is None:
            return lambda s: m.sigpanic(pc, s, pc)  # somebody wrote over a return pc
        code = self._function(bisect_left(m.entries, f.entry), pc, "r")
        self.regions[pc] = code
        return code

    def _function(self, index: int, pc: int, form: str) -> FunctionType:
        key = f"{self.prefix}{form}{pc}"
        found = self.store.get(key)
        if found is None:
            began = time.thread_time_ns()
            text = self.print(index, pc, form)
            name = self.m.image.funcs[index].name
            code = _inner_code(compile(text.source, f"{FILE_PREFIX}{name} {text.name}>", "exec"))
            lines = array("I", text.pcs).tobytes()
            self.store.put(key, code, lines)
            self.m.not_its_time(time.thread_time_ns() - began)
        else:
            code, lines = found
        self.lines[code.co_filename] = lines
        return FunctionType(code, self.names)

    def print(self, index: int, pc: int, form: str) -> Text:
        """The text of a region of function number ``index``; ``form`` as for `Printer`."""
        from morestack.vm.interp import Printer

        return Printer(self.program, index, pc, form, self.flavour).text()

    def source(self, name: str) -> str:
        """All the engine's text for a Go function: the nested form and the regions loaded so far."""
        parts = []
        for index, f in enumerate(self.m.image.funcs):
            if f.name == name:
                parts.append(self.print(index, f.entry, "e").source)
                parts += [self.print(index, pc, "r").source for pc in sorted(self.regions) if f.entry <= pc < f.end]
        return "\n".join(parts).expandtabs(4)

    # ---- running ---------------------------------------------------------------------------------------------------

    def run(self, pc: int, s: int) -> None:
        """Runs from (pc, s). Ends only by an exception: Exit, LimitExceeded, MachineError, or what a native raised."""
        m, regions, regs = self.m, self.regions, self.m.regs
        old_limit = sys.getrecursionlimit()
        sys.setrecursionlimit(max(old_limit, nesting_limit()))
        get = regions.get
        low = high = -1
        try:
            while True:
                try:
                    while True:
                        code = get(pc) or self.load_region(pc)
                        if not low <= s <= high:
                            low, high = s - self.nesting, s + (self.nesting >> 2)
                            self.soft, self.outermost = low, s
                            if regs[GUARD] != STOP:
                                regs[GUARD] = m.guard if m.guard > low else low
                        pc, s = code(s)
                except Unwind as u:
                    pc, s = u.pc, u.s
                    m.stats.unwinds += 1
                    low = high = -1
                except (IndexError, Fault, TypeError) as e:
                    pc, s = self._fault(e)
                    low = high = -1
        finally:
            sys.setrecursionlimit(old_limit)
            self.store.save()

    def call(self, pc: int, s: int) -> None:
        """Calls the code at a pc as a nested call."""
        code = self.nested[pc]
        if code is None:
            raise MachineError(f"call of pc {pc}")
        code(s)

    def _fault(self, error: Exception) -> tuple[int, int]:
        """What a Python exception out of printed code means: a signal at that pc, or a bug of ours."""
        frame, line = self._last_printed(error)
        if frame is None:
            raise error
        pcs = array("I")
        pcs.frombytes(self.lines[frame.f_code.co_filename])
        pc = pcs[line - 1]
        s = frame.f_locals["s"]
        if isinstance(error, Fault):
            return self.m.sigpanic(pc, s, error.address, error.code)
        if isinstance(error, TypeError):
            from morestack.vm.regions import decode

            f = self.m.find_func(pc)
            assert f is not None
            ins = decode(self.m.image.code, pc, pc + 1)[0]
            if ins.name not in ("callclosure", "callpc") or "NoneType" not in str(error):
                raise error
        return self.m.sigpanic(pc, s, self._address(pc, frame))

    @staticmethod
    def _last_printed(error: Exception) -> tuple[FrameType | None, int]:
        """The innermost frame of printed code, and its line. None if what it called raised, unless that is a Fault."""
        tb = error.__traceback__
        found: tuple[FrameType | None, int] = (None, 0)
        while tb is not None:
            if tb.tb_frame.f_code.co_filename.startswith(FILE_PREFIX):
                found = (tb.tb_frame, tb.tb_lineno)
            elif not isinstance(error, Fault):
                found = (None, 0)
            tb = tb.tb_next
        return found

    def _address(self, pc: int, frame: FrameType) -> int:
        """The address that the instruction at pc uses."""
        from morestack.vm.regions import decode

        ins = decode(self.m.image.code, pc, pc + 1)[0]
        name = ins.name
        base = ins.ops[0] if name.startswith(("st", "call", "nil", "mem")) else ins.ops[1] if len(ins.ops) > 1 else -1

        def value(slot: int) -> int:
            if slot < 0:
                return int(self.m.consts[~slot])
            local = frame.f_locals.get(f"v{slot}")
            return int(local) if local is not None else int(self.m.Q[frame.f_locals["s"] + slot])

        try:
            address = value(base)
            if name.startswith(("ldx", "stx")):
                index = ins.ops[2] if name[0] == "l" else ins.ops[1]
                address += value(index) * isa.SIZE_OF[name[4:]]
            if name.startswith(("ld", "st")):
                address += ins.ops[-1] if name[0] == "l" else ins.ops[-2]
            return address & (1 << 64) - 1
        except (IndexError, TypeError, ValueError):
            return 0

    # ---- what printed code calls -----------------------------------------------------------------------------------

    def _unwind(self, pc: int, s: int) -> None:
        raise Unwind(pc, s)

    def _more(self, pc: int, s: int) -> None:
        """A check failed: the stack is full, somebody wants something, or calls are nested too deep."""
        m = self.m
        preempt = m.attend()
        f = m.find_func(pc)
        assert f is not None
        entry = pc == f.entry
        low = s - (f.frame_words - 1) if entry else s
        if entry and low < self.soft:
            if s != self.outermost:
                raise Unwind(pc, s)
            self.soft = low - self.nesting  # the outermost call goes on however large its frame is
        if preempt or low < m.guard:
            if m.pass_moved(pc):
                return
            raise Unwind(*m.morestack(pc, s))
        self._reguard()

    def _reguard(self) -> None:
        """The guard register again, unless somebody wants something."""
        if self.m.regs[GUARD] != STOP:
            self.m.regs[GUARD] = max(self.m.guard, self.soft)

    def _nil(self, pc: int, s: int) -> None:
        raise Unwind(*self.m.sigpanic(pc, s, 0))

    def _divide(self, pc: int, s: int) -> None:
        raise Unwind(*self.m.panic_call(self.m.pc_divide, pc, s))

    def _shift(self, pc: int, s: int) -> None:
        raise Unwind(*self.m.panic_call(self.m.pc_shift, pc, s))

    def _bound(self, pc: int, s: int, value: int, signed: int, limit: int, code: int) -> None:
        raise Unwind(*self.m.bounds(pc, s, value, signed, limit, code))

    def _trap(self, pc: int, s: int, why: int) -> None:
        f = self.m.find_func(pc)
        raise MachineError(f"code that can't be reached was reached: {f.name if f else '?'}, pc {pc}, {why}")

    def _exitvm(self, pc: int, s: int, why: int) -> None:
        raise Exit(why)

    def _gogo(self, buf: int) -> None:
        raise Unwind(*self.m.gogo(buf))

    def _mcall(self, pc: int, s: int, fn: int) -> None:
        raise Unwind(*self.m.mcall(pc, s, fn))

    def _systemstackret(self) -> None:
        raise Unwind(*self.m.systemstackret())

    def _systemstack(self, pc: int, s: int, fn: int) -> None:
        """As a nested call, where it can be: the goroutine goes on here if its stack has not moved meanwhile."""
        m = self.m
        regs = m.regs
        g = regs[G]
        target, bottom = m.systemstack(pc, s, fn)
        if regs[G] == g:
            self.call(target, bottom)
            return
        soft = self.soft
        self.soft = bottom - self.nesting
        self._reguard()
        self.call(target, bottom)
        self.soft = soft
        after, where = m.systemstackret()
        if where != s or regs[G] != g:
            raise Unwind(after, where)
        self._reguard()


class _Misaligned:
    """Elements at addresses that need not be multiples of their size."""

    def __init__(self, machine: Machine, code: str, size: int) -> None:
        self.m, self.code, self.size = machine, code, size

    def __getitem__(self, address: int) -> Any:
        return self._view(address)[0]

    def __setitem__(self, address: int, value: Any) -> None:
        self._view(address)[0] = value

    def _view(self, address: int) -> Any:
        return self.m.arena.window(address, self.size).cast(self.code)  # type: ignore[call-overload]


def printer_stamp() -> str:
    """Changes when the printer's source does: text that another printer made is not used."""
    parts = []
    folder = os.path.dirname(__file__)
    for name in PRINTER:
        try:
            found = os.stat(os.path.join(folder, f"{name}.py"))
            parts.append(f"{found.st_mtime_ns:x}.{found.st_size:x}")
        except OSError:
            parts.append("-")
    return f"{zlib.crc32('.'.join(parts).encode()):08x}"


def _inner_code(module: CodeType) -> CodeType:
    """The code of the one function that a module's text defines."""
    return next(c for c in module.co_consts if isinstance(c, CodeType))


__all__ = ["PythonEngine"]
