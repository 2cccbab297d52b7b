"""The LLVM engine: puts native code in its place and runs it, with the Python engine for what has none; both on the same frames.

Native code comes from three places, in this order: the file of this image, which is all the code of earlier runs as it lay in memory; the
cache of functions by content (vm.jitcache), shared by all programs; the compiler.
"""

from __future__ import annotations

import ctypes
import functools
import hashlib
import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from morestack.vm import codespace, elf, exits, isa, jit, layout
from morestack.vm.codespace import CodeSpace, NoCodeSpace
from morestack.vm.codestore import CodeStore
from morestack.vm.flavour import Flavour
from morestack.vm.image import NATIVE, Func
from morestack.vm.jitcache import Compiled, JitCache, References, content_key, version
from morestack.vm.machine import CTX, Exit, G, Machine, MachineError, Unwind
from morestack.vm.pyengine import PythonEngine
from morestack.vm.record import field, record

if TYPE_CHECKING:
    from morestack.vm.llvm_abi import Conventions
    from morestack.vm.llvm_regions import Maps, Text

W = isa.WORDS_PER_INSTRUCTION
Ready = tuple[int, Compiled, References]  # function number, its code, what it refers to
TRACER = ctypes.CFUNCTYPE(None, ctypes.c_uint64, ctypes.c_uint64)  # (pc, SP)
SUPPORT_KEY = b"support"
SAVE_WORTH = 1  # functions compiled in a run that are worth a file


@record()
class NativeStats:
    """What was done for native code. ``entries`` counts calls from the host, ``compiled`` and ``cached`` functions."""

    compiled: int = 0
    cached: int = 0
    loaded: int = 0
    instructions: int = 0
    bytes: int = 0
    print_seconds: float = 0.0
    compile_seconds: float = 0.0
    link_seconds: float = 0.0
    entries: int = 0
    samples: int = 0
    unsupported: dict[str, str] = field(default_factory=dict)
    functions: list[tuple[str, float]] = field(default_factory=list)  # name and seconds of those compiled in this run


class NativeCode:
    """The native code of one machine: makes, keeps and places it. Compiling may go on in another thread; placing may not."""

    def __init__(self, machine: Machine, folder: str | os.PathLike[str] | None, careful: bool = False) -> None:
        self.m = machine
        self.careful = careful
        self.image = machine.image
        self.stats = NativeStats()
        self.space = CodeSpace(len(self.image.code) // W, self.image.funcs)
        self.shift = machine.base - layout.ARENA_BASE
        self.done = bytearray(len(self.image.funcs))  # by function: 1 has code, 2 can have none
        self.version = version(jit.stamp() + (b"careful" if careful else b"") + (b"unsafe" if machine.image.unsafe else b""))
        self.cache = JitCache(folder, self.version)
        self.path: Path | None = None
        self.key = b""
        self.exit = 0
        self.entry: memoryview[int] | None = None  # the table by pc, once there can be code
        self.fresh = 0
        self.perf_map = False  # write /tmp/perf-PID.map at the end
        if folder is not None:
            self.key = self._image_key()
            self.path = Path(folder) / f"{self.key.hex()[:40]}.native"
            self._load()

    @functools.cached_property
    def maps(self) -> Maps:
        from morestack.vm.llvm_regions import Maps

        return Maps(self.image)

    @functools.cached_property
    def conventions(self) -> Conventions:
        from morestack.vm.llvm_abi import Conventions

        return Conventions(self.image)

    @functools.cached_property
    def data_constants(self) -> frozenset[int]:
        return frozenset(self.image.const_data)

    def _image_key(self) -> bytes:
        """Tells this image's native code from that of others."""
        h = hashlib.sha256(self.version)
        if self.image.digest:
            h.update(self.image.digest.encode())
        else:
            for part in (self.image.code, self.image.consts, self.image.data):
                h.update(part)
            h.update(repr([(f.name, f.flags) for f in self.image.funcs]).encode())
        h.update(str(self.m.base).encode())
        return h.digest()

    # ---- the image's file ------------------------------------------------------------------------------------------

    def _load(self) -> None:
        assert self.path is not None
        facts = self.space.load(self.path, self.key)
        if facts is not None:
            self.done = bytearray(facts)
            self._start()
            self.stats.loaded = self.done.count(1)
            with suppress(OSError):
                os.utime(self.path)

    def save(self) -> None:
        """Keeps all code for the next run of this image, if there is enough that is new."""
        if self.path is not None and self.fresh >= SAVE_WORTH and self.space.at_home:
            self.fresh = 0
            with suppress(OSError):
                self.space.save(self.path, self.key, bytes(self.done))

    def close(self) -> None:
        """Saves, and frees the memory."""
        self.save()
        if self.perf_map and self.started:
            with suppress(OSError):
                self.write_perf_map()
        self.cache.close()
        self.space.close()

    # ---- support code ----------------------------------------------------------------------------------------------

    def support_block(self) -> elf.Block:
        """The support code, from the cache or compiled. For any thread."""
        from morestack.vm import llvm_support

        source = llvm_support.text(self.image.offsets)
        key = SUPPORT_KEY + hashlib.sha256(source.encode()).digest()
        found = self.cache.get([key]).get(key)
        block = found[0] if found else jit.compiler().block(source)
        if found is None:
            self.cache.put({key: (block, ())})
        return block

    def start(self, block: elf.Block) -> None:
        """Places the support code; from now on there can be native code."""
        from morestack.vm import llvm_support

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
        self.space.clear(self.space.constants["ms.exit"])
        self._start()

    def _start(self) -> None:
        self.exit = self.space.constants["ms.exit"]
        self.entry = self.space.entry
        kind = ctypes.CFUNCTYPE(None, ctypes.c_uint64, ctypes.c_uint64, ctypes.c_uint64)
        self.run = kind(self.space.constants["ms.run"])

    @property
    def started(self) -> bool:
        """Whether the support code is in its place."""
        return self.entry is not None

    def has(self, pc: int) -> bool:
        """Whether pc has native code."""
        return self.entry is not None and self.entry[pc] != self.exit

    def compilable(self, index: int) -> bool:
        """Whether function number ``index`` can have native code: natives can only if they need no host, and check no pages."""
        from morestack.vm.llvm_regions import compilable

        f = self.image.funcs[index]
        return compilable(f) and not (self.careful and f.flags & NATIVE)

    # ---- compiling (any thread) ------------------------------------------------------------------------------------

    def print_text(self, index: int) -> Text | None:
        """The LLVM text of function number ``index``; None if it stays with the Python engine."""
        from morestack.vm.llvm_regions import Printer, Unsupported

        f = self.image.funcs[index]
        try:
            return Printer(self.image, f, self.maps, self.data_constants, self.conventions, self.careful).text()
        except Unsupported as e:
            self.stats.unsupported[f.name] = str(e)
            return None

    def cache_key(self, index: int) -> tuple[bytes, References]:
        """The cache key of function number ``index``, and what it refers to."""
        f = self.image.funcs[index]
        references = References(self.image, f, self.data_constants)
        places = self.maps.places[f.entry : f.end]
        maps = [self.maps.slots(f.entry + n, f.frame_words) for n, place in enumerate(places) if place]
        conventions = [self.conventions(n) for n in (index, *references.callees)]
        return content_key(f, references, maps, conventions), references

    def compile_one(self, index: int) -> Compiled | None:
        """The native code of function number ``index``; None if it can have none."""
        t0 = time.perf_counter()
        text = self.print_text(index)
        t1 = time.perf_counter()
        self.stats.print_seconds += t1 - t0
        if text is None:
            return None
        block = jit.compiler().block(text.source)
        seconds = time.perf_counter() - t1
        self.stats.compile_seconds += seconds
        self.stats.compiled += 1
        self.stats.functions.append((self.image.funcs[index].name, seconds))
        return block, text.roots

    def make(self, indices: Iterable[int], compile_missing: bool = True, stop: Callable[[], bool] = bool) -> list[Ready]:
        """The code of functions that have none yet: from the cache, else compiled. ``stop`` is asked between functions."""
        todo = []
        for n in indices:
            if not self.done[n]:
                if self.compilable(n):
                    todo.append(n)
                else:
                    self.done[n] = 2
        keys = {n: self.cache_key(n) for n in todo}
        found = self.cache.get([key for key, _ in keys.values()])
        fresh: dict[bytes, Compiled] = {}
        ready: list[Ready] = []
        for index in todo:
            key, references = keys[index]
            compiled = found.get(key)
            if compiled is not None:
                self.stats.cached += 1
            else:
                if not compile_missing:
                    continue
                if stop():
                    break
                compiled = self.compile_one(index)
                if compiled is None:
                    self.done[index] = 2
                    continue
                fresh[key] = compiled
                if len(fresh) >= 50:
                    self.cache.put(fresh)
                    fresh = {}
            self.done[index] = 1
            ready.append((index, compiled, references))
        self.cache.put(fresh)
        return ready

    # ---- placing (the machine's own thread) ------------------------------------------------------------------------

    def install(self, ready: list[Ready]) -> None:
        """Links code and lets control reach it."""
        if not ready:
            return
        t0 = time.perf_counter()
        space, funcs = self.space, self.image.funcs
        blocks = [block for _, (block, _), _ in ready]
        wanted = {(n, rel): incoming for n, (_, roots), _ in ready for rel, incoming in roots if incoming}
        try:
            addresses = space.place(blocks, sum(map(codespace.thunk_size, wanted.values())))
        except NoCodeSpace:
            return
        for (index, (block, _), _), address in zip(ready, addresses, strict=True):
            space.native[index] = address + block.exports["f0"]
        targets = {
            (index, rel): address + block.exports[f"f{rel}"]
            for (index, (block, roots), _), address in zip(ready, addresses, strict=True)
            for rel, incoming in roots
            if incoming
        }
        thunks = space.load_thunks({k: (incoming, targets[k]) for k, incoming in wanted.items()})
        space.link(blocks, addresses, [self._resolver(funcs[index], references) for index, _, references in ready])
        entry, back = space.entry, space.back
        for (index, (block, roots), _), address in zip(ready, addresses, strict=True):
            f = funcs[index]
            for rel, incoming in roots:
                at = address + block.exports[f"f{rel}"]
                back[f.entry + rel] = at
                entry[f.entry + rel] = thunks[index, rel] if incoming else at
            self.stats.instructions += f.end - f.entry
            self.stats.bytes += len(block.content)
        self.fresh += len(ready)
        self.stats.link_seconds += time.perf_counter() - t0

    def write_perf_map(self) -> None:
        """Names code for Linux's perf, which looks for this file when it reports. Raises OSError."""
        space = self.space
        named = [(address, f.name) for address, f in zip(space.native, self.image.funcs, strict=True) if address]
        named += [(address, name) for name, address in space.constants.items() if name.startswith("ms.")]
        named.sort()
        ends = [*(address for address, _ in named[1:]), space.address + space.end]
        with open(f"/tmp/perf-{os.getpid()}.map", "w", encoding="utf-8") as f:
            f.writelines(f"{at:x} {end - at:x} {name}\n" for (at, name), end in zip(named, ends, strict=True))

    def _resolver(self, f: Func, references: References) -> Callable[[str], int]:
        space, shift = self.space, self.shift
        callees, cells = list(references.callees), list(references.cells)

        def resolve(symbol: str) -> int:
            number = int(symbol[1:])
            if symbol[0] == "p":
                return f.entry + number
            if symbol[0] == "F":
                return space.function(callees[number])
            if symbol[0] == "c":
                return space.cell(cells[number] + shift)
            raise MachineError(f"native code of {f.name} refers to {symbol}")

        return resolve


class NativeEngine(PythonEngine):
    """Runs native code where there is some. ``mode`` "llvm": all functions are compiled before the first instruction; "auto": those in
    which the program spends its time, while it runs."""

    def __init__(
        self,
        machine: Machine,
        flavour: Flavour | None = None,
        store: CodeStore | None = None,
        folder: str | os.PathLike[str] | None = None,
        mode: str = "llvm",
    ) -> None:
        self.mode = mode
        self.image = machine.image
        flavour = flavour or Flavour()
        self.code = NativeCode(machine, folder, flavour.careful)
        super().__init__(machine, flavour, store)
        if flavour.careful:
            machine.q[exits.ARENA_SIZE] = machine.arena.size
            self.report = TRACER(self._report)
            machine.Q[exits.TRACE] = ctypes.cast(self.report, ctypes.c_void_p).value or 0 if machine.tracer else 0
            machine.q[exits.PAGES] = machine.arena.page_states() if flavour.checked else 0
        machine.closers.append(self.close)

    def _report(self, pc: int, sp: int) -> None:
        if self.m.tracer is not None:
            self.m.tracer(pc, sp - self.m.base >> 3)

    def compile(self, indices: Iterable[int]) -> None:
        """Compiles functions and lets control reach them."""
        if not self.code.started:
            self.code.start(self.code.support_block())
        self.install(self.code.make(indices))

    def compile_all(self) -> None:
        """Compiles every function of the image."""
        self.compile(range(len(self.image.funcs)))

    def install(self, ready: list[Ready]) -> None:
        """Places code; Python's text that stands for the same functions is forgotten."""
        self.code.install(ready)
        for index, (_, roots), _ in ready:
            f = self.image.funcs[index]
            for rel, _ in roots:
                self.regions.pop(f.entry + rel, None)
            self._stub(index, f)

    def close(self) -> None:
        """Ends what goes on beside the machine and keeps what was compiled."""
        self.code.close()

    # ---- loading ---------------------------------------------------------------------------------------------------

    def load_region(self, pc: int) -> Callable[..., Any]:
        """The function that runs from pc: native code, or Python's."""
        if not self.code.has(pc):
            return super().load_region(pc)
        code = self.regions[pc] = functools.partial(self.enter, pc)
        return code

    def load_nested(self, index: int) -> Callable[..., Any]:
        entry = self.image.funcs[index].entry
        if not self.code.has(entry):
            return super().load_nested(index)
        code = self.names[f"e{entry}"] = self._nested_call(index)
        return code

    def load_dynamic(self, index: int) -> Callable[..., Any]:
        entry = self.image.funcs[index].entry
        if not self.code.has(entry):
            return super().load_dynamic(index)
        code = self.nested[entry] = functools.partial(self._call_native, entry)
        return code

    # ---- running ---------------------------------------------------------------------------------------------------

    def run(self, pc: int, s: int) -> None:
        """As the Python engine's; in mode "llvm" everything is compiled first."""
        if self.mode == "llvm":
            self.compile_all()
        super().run(pc, s)

    def enter(self, pc: int, s: int) -> tuple[int, int]:
        """Runs native code from (pc, s) until the host is needed; returns where to go on."""
        m = self.m
        q, Q = m.q, m.Q
        regs = m.regs
        base = m.base
        Q[layout.REG_CTX] = regs[CTX]
        Q[layout.REG_GUARD] = m.guard_of(regs[G]) if regs[G] else m.base + layout.DATA_OFFSET
        if m.requested() or self.hasty():
            Q[layout.REG_GUARD] = layout.STACK_PREEMPT
        self.code.stats.entries += 1
        self.code.run(base, s * 8 + base, pc)
        g = q[layout.REG_G]
        regs[CTX] = q[layout.REG_CTX]
        if g != regs[G]:
            m.set_g(g)
        elif g:
            m.set_guard(m.guard_of(g))
        self._reguard()
        pc, s = q[exits.EXIT_PC], q[exits.EXIT_SP] - base >> 3
        reason = q[exits.EXIT_REASON]
        if reason == exits.NO_CODE:
            return pc, s
        if reason == exits.ATTEND:
            return self.attend(pc, s)
        if reason == exits.STOPPED:
            raise Exit(q[exits.EXIT_VALUE])
        f = m.find_func(pc)
        raise MachineError(f"code that can't be reached was reached: {f.name if f else '?'}, pc {pc}")

    def hasty(self) -> bool:
        """Whether native code shall come out at its first check, for no reason of the machine's."""
        return False

    def attend(self, pc: int, s: int) -> tuple[int, int]:
        """A stack check failed natively, but not for want of room."""
        m = self.m
        preempt = m.attend()
        f = m.find_func(pc)
        assert f is not None
        low = s - (f.frame_words - 1) if pc == f.entry else s
        if preempt or low < m.guard:
            return m.morestack(pc, s)
        self._reguard()
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


def assembly(code: NativeCode, names: Sequence[str]) -> str:
    """The assembly of functions, for people."""
    parts = []
    for index, f in enumerate(code.image.funcs):
        if f.name in names:
            text = code.print_text(index)
            parts.append(jit.compiler().assembly(text.source) if text else f"; {f.name} has no native code")
    return "\n".join(parts)


__all__ = ["NativeCode", "NativeEngine", "NativeStats", "assembly", "elf"]
