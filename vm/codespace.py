"""Where native code lies: one stretch of the low 2 GiB with the tables of native code by pc, cells for addresses of data, stubs and the
code itself; the last step of linking; and all of that saved to a file and taken back as it was.

So near, that a pc, a jump and a table's address are 32-bit numbers in the code. For every function there is a *stub*, a jump through the table
``entry``, to which callers of a function without native code are bound; when it gets some, the table brings them there.

    thunks | entry[pc] | back[pc] | cells | stubs | code ...

``entry`` is used by whoever knows only a pc, ``back`` by returns and by calls through a pc (there the code takes values in
registers). Both hold ms.exit for a pc without native code. A saved file fits only at the address at which it was made, which is asked for by every process;
a machine that finds another one there gets a smaller space elsewhere, so that dozens can be alive at once.
"""

from __future__ import annotations

import ctypes
import marshal
import os
import struct
import sys
import weakref
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from morestack.vm import atomicfile, elf
from morestack.vm.image import Func

PAGE = 4096
STUB = 16
ALIGN = 64  # of blocks: what constants for vector instructions may need
HOME = 0x50000000  # wanted address
SIZE = 256 << 20
SMALLER = (64 << 20, 16 << 20)  # spaces of machines that are not the first
LOW, HIGH = 0x10000000, 1 << 31  # where those may lie
CELL_BYTES = 1 << 20
MAGIC = b"MORESTKNATIVE1\n\0"
HEAD = struct.Struct("<16s32sIQQ")  # magic, key, crc32 of what follows, lengths of facts and memory
C_FUNCTIONS = ("memmove", "memset", "memcpy", "memcmp", "memchr", "bcmp", "clock_gettime", "floor", "ceil", "trunc", "fma", "fmaf")
Incoming = tuple[tuple[int, str], ...]  # (offset from SP, register) of values to be loaded
K = TypeVar("K")
# mov REGISTER, [r13 + offset32]: r13 is SP, and these are the registers of v0.. and d0.. in LLVM's preserve_none convention
_LOADS = {
    "v0": b"\x4d\x8b\xbd", "v1": b"\x49\x8b\xbd", "v2": b"\x49\x8b\xb5", "v3": b"\x49\x8b\x95", "v4": b"\x49\x8b\x8d",
    "v5": b"\x4d\x8b\x85", "d0": b"\xf2\x41\x0f\x10\x85", "d1": b"\xf2\x41\x0f\x10\x8d", "d2": b"\xf2\x41\x0f\x10\x95",
    "d3": b"\xf2\x41\x0f\x10\x9d",
}  # fmt: skip
_READ, _WRITE, _EXECUTE = 1, 2, 4
_MAP_PRIVATE_ANONYMOUS_NORESERVE = 0x2 | 0x20 | 0x4000
_MAP_FIXED_NOREPLACE = 0x100000
_FAILED = ctypes.c_void_p(-1).value


class NoCodeSpace(Exception):
    """This host can't run native code: another system or processor, or it refuses executable memory."""


def _libc() -> Any:
    if not sys.platform.startswith("linux") or sys.maxsize < 1 << 32 or os.uname().machine != "x86_64":
        raise NoCodeSpace("native code needs Linux on x86-64")
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.restype = ctypes.c_void_p
    libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
    libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    return libc


def _pages(size: int) -> int:
    return -(-size // PAGE) * PAGE


class CodeSpace:
    """The native code of one machine. ``count`` is the number of pcs, ``funcs`` the image's functions."""

    def __init__(self, count: int, funcs: list[Func]) -> None:
        self._libc = _libc()
        self.funcs = funcs
        self.count = count
        table = _pages(8 * (count + 1))
        self._tables = PAGE
        self._cells_at = self._tables + 2 * table
        self._stubs_at = self._cells_at + CELL_BYTES
        self._code_at = self._stubs_at + _pages(STUB * len(funcs))
        self.address, self.size = self._reserve()
        self._buffer = (ctypes.c_char * self.size).from_address(self.address)
        self._unmap = weakref.finalize(self._buffer, self._libc.munmap, self.address, self.size)  # also if nobody closes it
        self._unmap.atexit = False
        self.bytes = memoryview(self._buffer).cast("B")
        words = self.bytes.cast("Q")
        self.entry = words[self._tables // 8 : self._tables // 8 + count + 1]
        self.back = words[(self._tables + table) // 8 : (self._tables + table) // 8 + count + 1]
        self._cell_words = words[self._cells_at // 8 : self._stubs_at // 8]
        self._protect(0, self._code_at, _READ | _WRITE)
        self.constants: dict[str, int] = {
            "entry": self.address + self._tables, "back": self.address + self._tables + table, "pcs": count,
        }  # fmt: skip
        self._cells: dict[int, int] = {}
        self.native: list[int] = [0] * len(funcs)  # address of each function's native entry
        self.end = self._code_at
        self._batch = (0, 0)
        self._thunks_at = 0
        self._thunks()

    def _reserve(self) -> tuple[int, int]:
        """The address and size of memory that belongs to nobody else."""
        for at, size in self._places():
            got = self._libc.mmap(at, size, 0, _MAP_PRIVATE_ANONYMOUS_NORESERVE | _MAP_FIXED_NOREPLACE, -1, 0)
            if got in (None, _FAILED):
                continue
            if int(got) + size <= HIGH:
                return int(got), size
            self._libc.munmap(got, size)
        raise NoCodeSpace("no memory below 2 GiB")

    def _places(self) -> Iterator[tuple[int, int]]:
        """Addresses and sizes in the order in which they are tried; half of a space, at least, is for the code itself."""
        yield HOME, SIZE
        sizes = [size for size in SMALLER if 2 * self._code_at <= size] or [SIZE]
        for size in sizes:
            for at in (*range(HOME + SIZE, HIGH, size), *range(LOW, HOME, size)):
                yield at, size

    def _protect(self, start: int, end: int, flags: int) -> None:
        if self._libc.mprotect(self.address + start, end - start, flags):
            raise NoCodeSpace("the host refuses executable memory")

    @property
    def at_home(self) -> bool:
        """Whether other processes, too, will find this address free: else nobody can use what `save` writes."""
        return self.address == HOME

    def close(self) -> None:
        """Unmaps everything."""
        if self.address:
            for view in (self.entry, self.back, self._cell_words, self.bytes):
                view.release()
            self._unmap()
            self.address = 0

    # ---- what code refers to ---------------------------------------------------------------------------------------

    def clear(self, exit_address: int) -> None:
        """No pc has native code: the tables and stubs as they are in the beginning."""
        for table in (self.entry, self.back):
            table[:] = memoryview(array("Q", [exit_address]) * len(table))
        entry = self.constants["entry"]
        content = b"".join(  # mov %pc, entry pc; jmp *entry[pc]
            [
                b"\x41\xbe" + f.entry.to_bytes(4, "little")
                + b"\xff\x24\x25" + (entry + 8 * f.entry).to_bytes(4, "little") + b"\xcc\xcc\xcc"
                for f in self.funcs
            ]
        )  # fmt: skip
        self._protect(self._stubs_at, self._code_at, _READ | _WRITE)
        self.bytes[self._stubs_at : self._stubs_at + len(content)] = content
        self._protect(self._stubs_at, self._code_at, _READ | _EXECUTE)

    def _thunks(self) -> None:
        """Jumps to functions of the C library, which lies too far away for a near call."""
        libm = ctypes.CDLL("libm.so.6")
        for n, name in enumerate(C_FUNCTIONS):
            function = getattr(libm if name in ("floor", "ceil", "trunc", "fma", "fmaf") else self._libc, name)
            address = ctypes.cast(function, ctypes.c_void_p).value or 0
            self.bytes[16 * n : 16 * n + 16] = b"\xff\x25\0\0\0\0" + address.to_bytes(8, "little") + b"\xcc\xcc"
            self.constants[name] = self.address + 16 * n
        self._protect(0, PAGE, _READ | _EXECUTE)

    def cell(self, value: int) -> int:
        """Address of a word that holds ``value``."""
        n = self._cells.get(value)
        if n is None:
            n = self._cells[value] = len(self._cells)
            if n >= len(self._cell_words):
                raise NoCodeSpace("too many addresses of data")
            self._cell_words[n] = value
        return self.address + self._cells_at + 8 * n

    def function(self, index: int) -> int:
        """Where calls of function number ``index`` are bound: its native entry, or its stub."""
        return self.native[index] or self.address + self._stubs_at + STUB * index

    # ---- placing ---------------------------------------------------------------------------------------------------

    def place(self, blocks: Sequence[elf.Block], more: int = 0) -> list[int]:
        """Copies blocks to fresh pages, not yet linked, with room for ``more`` bytes of thunks; returns their addresses. `link` must
        follow. Raises NoCodeSpace."""
        start = self.end
        end = start + _pages(sum(_aligned(len(b.content)) for b in blocks) + more)
        if end > self.size:
            raise NoCodeSpace("too much native code")
        self._protect(start, end, _READ | _WRITE)
        addresses = []
        at = start
        for b in blocks:
            self.bytes[at : at + len(b.content)] = b.content
            addresses.append(self.address + at)
            at += _aligned(len(b.content))
        self._batch = (start, end)
        self._thunks_at = at
        self.end = end
        return addresses

    def load_thunks(self, wanted: dict[K, tuple[Incoming, int]]) -> dict[K, int]:
        """Between `place` and `link`: code that loads registers from the frame and goes on to an address."""
        found = {}
        at = self._thunks_at
        for key, (incoming, target) in wanted.items():
            code = b"".join([_LOADS[register] + offset.to_bytes(4, "little", signed=True) for offset, register in incoming])
            end = self.address + at + len(code) + 5
            code += b"\xe9" + (target - end).to_bytes(4, "little", signed=True)
            self.bytes[at : at + len(code)] = code
            found[key] = self.address + at
            at += len(code)
        self._thunks_at = at
        return found

    def link(self, blocks: Sequence[elf.Block], addresses: list[int], resolvers: list[Callable[[str], int]]) -> None:
        """Fills in what the blocks placed last leave open, and makes the memory executable."""
        raw, base = self.bytes, self.address
        for block, address, resolve in zip(blocks, addresses, resolvers, strict=True):
            known: dict[str, int] = {"": address}
            for offset, kind, symbol, addend in block.relocations:
                value = known.get(symbol)
                if value is None:
                    value = self.constants.get(symbol)
                    if value is None:
                        value = resolve(symbol)
                    known[symbol] = value
                at = address - base + offset
                value += addend
                if kind == elf.ABSOLUTE_64:
                    raw[at : at + 8] = value.to_bytes(8, "little")
                elif kind in (elf.RELATIVE_32, elf.PLT_32):
                    raw[at : at + 4] = (value - base - at).to_bytes(4, "little", signed=True)
                else:
                    raw[at : at + 4] = value.to_bytes(4, "little")
        self._protect(*self._batch, _READ | _EXECUTE)

    # ---- as a file -------------------------------------------------------------------------------------------------

    def save(self, path: str | os.PathLike[str], key: bytes, facts: Any) -> None:
        """Writes all code and tables with ``facts`` (plain data) under a key of 32 bytes, whole or not at all. Raises OSError."""
        kept = marshal.dumps((self.address, self.constants, list(self._cells), array("Q", self.native).tobytes(), facts))
        body = kept + self.bytes[PAGE : self.end].tobytes()
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        head = HEAD.pack(MAGIC, key, zlib.crc32(body), len(kept), self.end - PAGE)
        atomicfile.write(path, [head, body])

    def load(self, path: str | os.PathLike[str], key: bytes) -> Any:
        """Takes back what `save` wrote; returns the facts, or None if the file does not fit or is not whole."""
        try:
            with open(path, "rb") as f:
                raw = f.read()
        except OSError:
            return None
        if len(raw) < HEAD.size:
            return None
        magic, found, crc, n, size = HEAD.unpack_from(raw)
        body = memoryview(raw)[HEAD.size :]
        if magic != MAGIC or found != key or len(body) != n + size or zlib.crc32(body) != crc:
            return None
        try:
            address, constants, cells, native, facts = marshal.loads(body[:n])
        except (ValueError, EOFError, TypeError):
            return None
        if address != self.address or size + PAGE > self.size or len(native) != 8 * len(self.native):
            return None
        end = PAGE + size
        self._protect(self._stubs_at, end, _READ | _WRITE)
        self.bytes[PAGE:end] = body[n:]
        self._protect(self._stubs_at, end, _READ | _EXECUTE)
        self.constants.update(constants)
        self._cells = {value: number for number, value in enumerate(cells)}
        self.native = array("Q", native).tolist()
        self.end = end
        return facts


def thunk_size(incoming: Incoming) -> int:
    """Bytes of a thunk."""
    return sum(len(_LOADS[register]) + 4 for _, register in incoming) + 5


def _aligned(size: int) -> int:
    return size + -size % ALIGN
