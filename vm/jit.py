"""The LLVM engine: compiles functions to machine code and runs them, with the Python engine for what has none. The only importer of
llvmlite.
"""

from __future__ import annotations

import ctypes
import functools
import os
import time
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import llvmlite
import llvmlite.binding as llvm

from morestack.vm import elf, isa, layout, llvm_support
from morestack.vm.codespace import CodeSpace
from morestack.vm.codestore import CodeStore
from morestack.vm.image import NATIVE, Func
from morestack.vm.interp import Flavour
from morestack.vm.jitcache import Compiled, JitCache, References, content_key, version
from morestack.vm.llvm_abi import Conventions
from morestack.vm.llvm_regions import Maps, Printer, Text, Unsupported
from morestack.vm.machine import CTX, Exit, G, Machine, MachineError, Unwind
from morestack.vm.pyengine import PythonEngine

W = isa.WORDS_PER_INSTRUCTION
Ready = tuple[int, Compiled, References]  # function number, its code, what it refers to
REG_PREEMPT = layout.STACK_PREEMPT


@dataclass(slots=True)
class JitStats:
    """What was compiled: functions, their instructions, seconds; ``entries`` counts calls from the host."""

    functions: int = 0
    instructions: int = 0
    bytes: int = 0
    print_seconds: float = 0.0
    compile_seconds: float = 0.0
    link_seconds: float = 0.0
    cached: int = 0
    unsupported: dict[str, str] = field(default_factory=dict)
    entries: int = 0


class Compiler:
    """LLVM text to a block of native code."""

    def __init__(self, level: int = 2) -> None:
        llvm.initialize_native_target()
        llvm.initialize_native_asmprinter()
        self.level = level
        target = llvm.Target.from_default_triple()
        self.machine = target.create_target_machine(
            cpu=llvm.get_host_cpu_name(), features=llvm.get_host_cpu_features().flatten(), opt=level, reloc="static",
            codemodel="small",
        )  # fmt: skip
        self.triple = f'target triple = "{target.triple}"\n'
        self.options = llvm.create_pipeline_tuning_options(speed_level=level)
        self.version = version(
            llvmlite.__version__, ".".join(map(str, llvm.llvm_version_info)), llvm.get_host_cpu_name(),
            llvm.get_host_cpu_features().flatten(), str(level),
        )  # fmt: skip

    def module(self, source: str) -> Any:
        """The optimised module."""
        module = llvm.parse_assembly(self.triple + source)
        builder = llvm.create_pass_builder(self.machine, self.options)
        builder.getModulePassManager().run(module, builder)
        return module

    def block(self, source: str) -> elf.Block:
        """The native code of a text."""
        return elf.flatten(self.machine.emit_object(self.module(source)))

    def assembly(self, source: str) -> str:
        """The native code as assembly text."""
        return str(self.machine.emit_assembly(self.module(source)))


@functools.cache
def compiler(level: int = 2) -> Compiler:
    """The process's compiler of a level of optimisation."""
    return Compiler(level)


class NativeEngine(PythonEngine):
    """Runs native code where there is some and Python's text elsewhere; both on the same frames."""

    def __init__(
        self,
        machine: Machine,
        flavour: Flavour | None = None,
        store: CodeStore | None = None,
        cache_folder: str | os.PathLike[str] | None = None,
        mode: str = "llvm",
    ) -> None:
        self.mode = mode
        self.jit = JitStats()
        self.cache = JitCache(cache_folder, compiler().version)
        self.image = machine.image
        count = len(self.image.code) // W
        self.space = CodeSpace(count, self.image.funcs)
        self.maps = Maps(self.image)
        self.data_constants = frozenset(self.image.const_data)
        self.conventions = Conventions(self.image)
        self.shift = machine.base - layout.ARENA_BASE
        self.compiled = bytearray(count + 1)  # by pc: has native code
        self.done = bytearray(len(self.image.funcs))  # by function: compiled, or found unsupported
        super().__init__(machine, flavour, store)
        self._install_support()

    # ---- compiling -------------------------------------------------------------------------------------------------

    def _install_support(self) -> None:
        block = compiler().block(llvm_support.text(self.image.offsets))
        by_name = self.m.by_name

        def resolve(symbol: str) -> int:
            if symbol.startswith("pc."):
                name, behind = llvm_support.PCS[symbol[3:]]
                return by_name[name].entry + behind if name in by_name else 0
            f = by_name.get("runtime.systemstack")
            if symbol == "systemstack.frame":
                return 8 * (f.frame_words - 1) if f else 0
            if symbol == "systemstack.ret":
                return f.end - 1 if f else 0
            raise MachineError(f"support code refers to {symbol}")

        addresses = self.space.place([block])
        for name, offset in block.exports.items():
            self.space.constants[name] = addresses[0] + offset
        self.space.link([block], addresses, [resolve])
        exit_address = self.space.constants["ms.exit"]
        for table in (self.space.entry, self.space.back):
            table[:] = memoryview(array("Q", [exit_address]) * len(table))
        kind = ctypes.CFUNCTYPE(None, ctypes.c_uint64, ctypes.c_uint64, ctypes.c_uint64)
        self._run = kind(self.space.constants["ms.run"])

    def print_text(self, index: int) -> Text | None:
        """The LLVM text of function number ``index``; None if it stays with the Python engine."""
        f = self.image.funcs[index]
        if f.flags & NATIVE:
            return None
        try:
            return Printer(self.image, f, self.maps, self.data_constants, self.conventions).text()
        except Unsupported as e:
            self.jit.unsupported[f.name] = str(e)
            return None

    def key(self, index: int) -> tuple[bytes, References]:
        """The cache key of function number ``index``, and what it refers to."""
        f = self.image.funcs[index]
        references = References(self.image, f, self.data_constants)
        places = self.maps.places[f.entry : f.end]
        maps = [self.maps.slots(f.entry + n, f.frame_words) for n, place in enumerate(places) if place]
        conventions = [self.conventions(n) for n in (index, *references.callees)]
        return content_key(f, references, maps, conventions), references

    def compile(self, indices: Iterable[int]) -> None:
        """Compiles functions, or takes them from the cache, and puts them in their place."""
        todo = [n for n in indices if not self.done[n] and not self.image.funcs[n].flags & NATIVE]
        keys = {n: self.key(n) for n in todo}
        found = self.cache.get([key for key, _ in keys.values()])
        fresh: dict[bytes, Compiled] = {}
        ready: list[Ready] = []
        for index in todo:
            self.done[index] = 1
            key, references = keys[index]
            compiled = found.get(key)
            if compiled is not None:
                self.jit.cached += 1
            else:
                compiled = self.compile_one(index)
                if compiled is None:
                    continue
                fresh[key] = compiled
                if len(fresh) >= 50:
                    self.cache.put(fresh)
                    fresh = {}
            ready.append((index, compiled, references))
        self.cache.put(fresh)
        self.install(ready)

    def compile_one(self, index: int) -> Compiled | None:
        """The native code of function number ``index``; None if it can have none."""
        t0 = time.perf_counter()
        text = self.print_text(index)
        t1 = time.perf_counter()
        self.jit.print_seconds += t1 - t0
        if text is None:
            return None
        block = compiler().block(text.source)
        self.jit.compile_seconds += time.perf_counter() - t1
        return block, text.roots

    def compile_all(self) -> None:
        """Compiles every function of the image."""
        self.compile(range(len(self.image.funcs)))

    def install(self, ready: list[Ready]) -> None:
        """Links compiled functions and lets control reach them."""
        if not ready:
            return
        t0 = time.perf_counter()
        space, funcs = self.space, self.image.funcs
        blocks = [block for _, (block, _), _ in ready]
        addresses = space.place(blocks)
        for (index, (block, _), _), address in zip(ready, addresses, strict=True):
            space.native[index] = address + block.exports.get("r0", block.exports["f0"])
        space.link(blocks, addresses, [self._resolver(funcs[index], references) for index, _, references in ready])
        entry, back, compiled = space.entry, space.back, self.compiled
        for (index, (block, roots), _), address in zip(ready, addresses, strict=True):
            f = funcs[index]
            for rel in roots:
                at = block.exports[f"f{rel}"]
                entry[f.entry + rel] = address + at
                back[f.entry + rel] = address + block.exports.get(f"r{rel}", at)
                compiled[f.entry + rel] = 1
                self.regions.pop(f.entry + rel, None)
            self._stub(index, f)
            self.jit.functions += 1
            self.jit.instructions += f.end - f.entry
            self.jit.bytes += len(block.content)
        self.jit.link_seconds += time.perf_counter() - t0

    def _resolver(self, f: Func, references: References) -> Callable[[str], int]:
        space = self.space
        callees, cells = list(references.callees), list(references.cells)

        def resolve(symbol: str) -> int:
            number = int(symbol[1:])
            if symbol[0] == "p":
                return f.entry + number
            if symbol[0] == "F":
                return space.function(callees[number])
            if symbol[0] == "c":
                return space.cell(cells[number] + self.shift)
            raise MachineError(f"native code of {f.name} refers to {symbol}")

        return resolve

    # ---- loading ---------------------------------------------------------------------------------------------------

    def load_region(self, pc: int) -> Callable[..., Any]:
        """The function that runs from pc: native code, or Python's."""
        if not self.compiled[pc]:
            return super().load_region(pc)
        code = self.regions[pc] = functools.partial(self.enter, pc)
        return code

    def load_nested(self, index: int) -> Callable[..., Any]:
        entry = self.image.funcs[index].entry
        if not self.compiled[entry]:
            return super().load_nested(index)
        code = self.names[f"e{entry}"] = self._nested_call(index)
        return code

    def load_dynamic(self, index: int) -> Callable[..., Any]:
        entry = self.image.funcs[index].entry
        if not self.compiled[entry]:
            return super().load_dynamic(index)
        code = self.nested[entry] = functools.partial(self._call_native, entry)
        return code

    # ---- running ---------------------------------------------------------------------------------------------------

    def run(self, pc: int, s: int) -> None:
        """As the Python engine's; in mode "llvm" everything is compiled first."""
        if self.mode == "llvm":
            self.compile_all()
        try:
            super().run(pc, s)
        finally:
            self.cache.close()

    def enter(self, pc: int, s: int) -> tuple[int, int]:
        """Runs native code from (pc, s) until the host is needed; returns where to go on."""
        m, q, Q = self.m, self.m.q, self.m.Q
        regs = m.regs
        base = m.base
        Q[layout.REG_CTX] = regs[CTX]
        Q[layout.REG_GUARD] = Q[regs[G] + m.g_guard - base >> 3] if regs[G] else m.base + layout.DATA_OFFSET
        if m._requested:
            Q[layout.REG_GUARD] = REG_PREEMPT
        self.jit.entries += 1
        self._run(base, s * 8 + base, pc)
        g = q[layout.REG_G]
        regs[CTX] = q[layout.REG_CTX]
        if g != regs[G]:
            m.set_g(g)
        elif g:
            m._set_guard(Q[g + m.g_guard - base >> 3])
        pc, s = q[llvm_support.EXIT_PC], q[llvm_support.EXIT_SP] - base >> 3
        reason = q[llvm_support.EXIT_REASON]
        if reason == llvm_support.NO_CODE:
            return pc, s
        if reason == llvm_support.ATTEND:
            return self._attend(pc, s)
        if reason == llvm_support.STOPPED:
            raise Exit(q[llvm_support.EXIT_VALUE])
        f = m.find_func(pc)
        raise MachineError(f"code that can't be reached was reached: {f.name if f else '?'}, pc {pc}")

    def _attend(self, pc: int, s: int) -> tuple[int, int]:
        """A stack check failed natively, but not for want of room."""
        m = self.m
        preempt = m.attend()
        f = m.find_func(pc)
        assert f is not None
        low = s - (f.frame_words - 1) if pc == f.entry else s
        if preempt or low < m.guard:
            return m.morestack(pc, s)
        return pc, s

    def _call_native(self, entry: int, s: int) -> None:
        """A nested call from Python's text of a function that has native code."""
        back = self.m.q[s]
        pc, after = self.enter(entry, s)
        if pc != back or after != s + 1:
            raise Unwind(pc, after)

    def _nested_call(self, index: int) -> Callable[..., Any]:
        """``eN`` of a function with native code: arguments to the frame, results from it."""
        signature = self.program.signature(index)
        entry = self.image.funcs[index].entry
        q, views = self.m.q, self.m.arena.views
        params = [(w.word + 1, w.kind) for w in signature.params]
        results = [(w.word + 1, w.kind) for w in signature.results or ()]
        by_kind = {"i": q, "u": self.m.Q, "d": views["d"]}

        def put(s: int, word: int, kind: str, value: Any) -> None:
            if kind == "f":
                q[s + word] = 0
                views["f"][2 * (s + word)] = value
            else:
                by_kind[kind][s + word] = value

        def get(s: int, word: int, kind: str) -> Any:
            return views["f"][2 * (s + word)] if kind == "f" else by_kind[kind][s + word]

        def call(s: int, *arguments: Any) -> Any:
            for (word, kind), value in zip(params, arguments, strict=True):
                put(s, word, kind, value)
            self._call_native(entry, s)
            if len(results) == 1:
                return get(s, *results[0])
            return tuple([get(s, *r) for r in results]) if results else None

        return call


def native_machine_text(engine: NativeEngine, name: str) -> str:
    """The assembly of a function, for people."""
    for index, f in enumerate(engine.image.funcs):
        if f.name == name:
            text = engine.print_text(index)
            return compiler().assembly(text.source) if text else ""
    return ""
