"""LLVM text to native code: the only importer of llvmlite."""

from __future__ import annotations

import functools
import hashlib
import threading
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from morestack.vm import elf

LEVEL = 2  # of optimisation


def available() -> bool:
    """Whether llvmlite is installed; it is not imported."""
    return find_spec("llvmlite") is not None


@functools.cache
def stamp() -> bytes:
    """Tells this machine's compiler and processor from others, without starting the compiler."""
    h = hashlib.sha256(str(LEVEL).encode())
    spec = find_spec("llvmlite")
    if spec is not None and spec.origin:
        h.update(spec.origin.encode())
        with suppress(OSError):
            h.update((Path(spec.origin).parent / "_version.py").read_bytes())
    with suppress(OSError), open("/proc/cpuinfo", encoding="utf-8", errors="replace") as f:
        for line in f:
            if line.startswith(("model name", "flags")):
                h.update(line.encode())
            elif line == "\n":
                break
    return h.digest()


class Compiler:
    """Optimises and compiles modules. One thread at a time."""

    def __init__(self) -> None:
        import llvmlite.binding as llvm

        llvm.initialize_native_target()
        llvm.initialize_native_asmprinter()
        self.llvm = llvm
        self.lock = threading.Lock()
        target = llvm.Target.from_default_triple()
        self.machine = target.create_target_machine(
            cpu=llvm.get_host_cpu_name(), features=llvm.get_host_cpu_features().flatten(), opt=LEVEL, reloc="static",
            codemodel="small",
        )  # fmt: skip
        self.triple = f'target triple = "{target.triple}"\n'
        self.options = llvm.create_pipeline_tuning_options(speed_level=LEVEL)

    def module(self, source: str) -> Any:
        """The optimised module. Raises RuntimeError for text that is no LLVM."""
        module = self.llvm.parse_assembly(self.triple + source)
        builder = self.llvm.create_pass_builder(self.machine, self.options)
        builder.getModulePassManager().run(module, builder)
        return module

    def block(self, source: str) -> elf.Block:
        """The native code of a text."""
        with self.lock:
            return elf.flatten(self.machine.emit_object(self.module(source)))

    def assembly(self, source: str) -> str:
        """The native code as assembly text."""
        with self.lock:
            return str(self.machine.emit_assembly(self.module(source)))


@functools.cache
def compiler() -> Compiler:
    """The process's compiler. Raises ImportError without llvmlite."""
    return Compiler()
