"""Where native code lies: executable memory in the low 2 GiB, the table of native entries by pc, cells for addresses of data, and
the last step of linking.

So near, that a pc, a jump and the table's address are 32-bit numbers in the code. For every function there is a *stub*, a jump through the table, to which callers of
a function without native code are bound; when it gets some, the table brings them there.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterable
from typing import Any

from morestack.vm import elf
from morestack.vm.image import Func

PAGE = 4096
STUB = 16
ALIGN = 64  # of blocks: what constants for vector instructions may need
CHUNK = 1 << 20
_PROT_READ, _PROT_WRITE, _PROT_EXEC = 1, 2, 4
_MAP_PRIVATE_ANONYMOUS_NORESERVE = 0x2 | 0x20 | 0x4000
_MAP_32BIT = 0x40
_FAILED = ctypes.c_void_p(-1).value


class NoCodeSpace(Exception):
    """This host can't run native code: another system or processor, or it refuses executable memory."""


def _libc() -> Any:
    if not sys.platform.startswith("linux") or sys.maxsize < 1 << 32:
        raise NoCodeSpace("native code needs Linux on x86-64")
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.restype = ctypes.c_void_p
    libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
    libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    return libc


class Memory:
    """One mapping in the low 2 GiB, seen as bytes from Python."""

    def __init__(self, libc: Any, size: int) -> None:
        self.size = -(-size // PAGE) * PAGE
        self._libc = libc
        got = libc.mmap(
            None, self.size, _PROT_READ | _PROT_WRITE, _MAP_PRIVATE_ANONYMOUS_NORESERVE | _MAP_32BIT, -1, 0
        )
        if got in (None, _FAILED):
            raise NoCodeSpace("no memory below 2 GiB")
        self.address = int(got)
        self._buffer = (ctypes.c_char * self.size).from_address(self.address)
        self.bytes = memoryview(self._buffer).cast("B")
        self.words = self.bytes.cast("Q")
        self.used = 0

    def protect(self, execute: bool) -> None:
        """Executable and read-only, or writable."""
        flags = _PROT_READ | (_PROT_EXEC if execute else _PROT_WRITE)
        if self._libc.mprotect(self.address, self.size, flags):
            raise NoCodeSpace("the host refuses executable memory")

    def close(self) -> None:
        self.words.release()
        self.bytes.release()
        self._libc.munmap(self.address, self.size)


class CodeSpace:
    """The native code of one machine. ``count`` is the number of pcs, ``funcs`` the image's functions."""

    def __init__(self, count: int, funcs: list[Func]) -> None:
        self._libc = _libc()
        self.maps: list[Memory] = []
        self.funcs = funcs
        self.table = self._map(8 * (count + 1))
        self.entry = self.table.words
        self.back_table = self._map(8 * (count + 1))  # what returns use: code that takes results in registers
        self.back = self.back_table.words
        self.code: list[Memory] = []
        self.constants: dict[str, int] = {"entry": self.table.address, "back": self.back_table.address}
        self._cells: dict[int, int] = {}
        self._cell_memory: Memory | None = None
        self._c_functions: dict[str, int] = {}
        self.native: list[int] = [0] * len(funcs)  # address of each function's native entry
        self._stubs = self._make_stubs()
        self.thunks = self._map(PAGE)
        for name in ("memmove", "memset", "memcpy", "memcmp", "memchr", "bcmp", "floor", "ceil", "trunc", "fma", "fmaf"):
            self._thunk(name)
        self.thunks.protect(execute=True)

    def _map(self, size: int) -> Memory:
        m = Memory(self._libc, size)
        self.maps.append(m)
        return m

    def close(self) -> None:
        """Unmaps everything."""
        for m in self.maps:
            m.close()
        self.maps.clear()

    # ---- what code refers to ---------------------------------------------------------------------------------------

    def _make_stubs(self) -> Memory:
        """mov %pc, entry pc; jmp *entry[pc]"""
        m = self._map(STUB * len(self.funcs) + PAGE)
        table = self.table.address
        parts = [
            b"\x41\xbe" + f.entry.to_bytes(4, "little") + b"\xff\x24\x25" + (table + 8 * f.entry).to_bytes(4, "little") + b"\xcc" * 3
            for f in self.funcs
        ]
        content = b"".join(parts)
        m.bytes[: len(content)] = content
        m.protect(execute=True)
        return m

    def _thunk(self, name: str) -> None:
        """A jump to a function of the C library, which lies too far away for a near call."""
        try:
            address = ctypes.cast(getattr(self._libc, name), ctypes.c_void_p).value
        except AttributeError:
            try:
                address = ctypes.cast(getattr(ctypes.CDLL("libm.so.6"), name), ctypes.c_void_p).value
            except (AttributeError, OSError):
                return
        m = self.thunks
        code = b"\xff\x25\0\0\0\0" + (address or 0).to_bytes(8, "little") + b"\xcc\xcc"
        m.bytes[m.used : m.used + len(code)] = code
        self.constants[name] = m.address + m.used
        m.used += len(code)

    def cell(self, value: int) -> int:
        """Address of a word that holds ``value``."""
        found = self._cells.get(value)
        if found is None:
            m = self._cell_memory
            if m is None or m.used + 8 > m.size:
                m = self._cell_memory = self._map(CHUNK)
            m.words[m.used // 8] = value
            found = self._cells[value] = m.address + m.used
            m.used += 8
        return found

    def stub(self, index: int) -> int:
        """The jump through the table for function number ``index``."""
        return self._stubs.address + STUB * index

    def function(self, index: int) -> int:
        """Where calls of a function are bound."""
        return self.native[index] or self.stub(index)

    # ---- placing ---------------------------------------------------------------------------------------------------

    def place(self, blocks: Iterable[elf.Block]) -> list[int]:
        """Copies blocks to executable memory, not yet linked; returns their addresses. `link` must follow."""
        blocks = list(blocks)
        total = sum(len(b.content) + ALIGN for b in blocks)
        m = self._map(total)
        self.code.append(m)
        addresses = []
        at = 0
        for b in blocks:
            n = len(b.content)
            m.bytes[at : at + n] = b.content
            addresses.append(m.address + at)
            at += n + -n % ALIGN
        m.used = at
        return addresses

    def link(self, blocks: Iterable[elf.Block], addresses: list[int], resolvers: list[Callable[[str], int]]) -> None:
        """Fills in what the blocks placed last leave open, and makes the memory executable."""
        m = self.code[-1]
        raw, base = m.bytes, m.address
        constants = self.constants
        for block, address, resolve in zip(blocks, addresses, resolvers, strict=True):
            known: dict[str, int] = {"": address}
            for offset, kind, symbol, addend in block.relocations:
                value = known.get(symbol)
                if value is None:
                    value = constants.get(symbol)
                    if value is None:
                        value = resolve(symbol)
                    known[symbol] = value
                at = address + offset
                value += addend
                if kind == elf.ABSOLUTE_64:
                    raw[at - base : at - base + 8] = value.to_bytes(8, "little")
                elif kind in (elf.RELATIVE_32, elf.PLT_32):
                    raw[at - base : at - base + 4] = (value - at).to_bytes(4, "little", signed=True)
                else:
                    raw[at - base : at - base + 4] = value.to_bytes(4, "little")
        m.protect(execute=True)
