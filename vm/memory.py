"""The arena: one reservation of address space that holds everything a program has, read and written through typed
views.

Addresses are real machine addresses. A view is indexed relative to the base, ``q[(address - base) >> 3]``: an
address below the arena gives an index far below ``-len`` (the base lies more than twice the arena's size above 0)
or, within one arena's size below the base, an element at the arena's end; an address above it raises IndexError. So
nothing outside the arena can be read or written, whatever the program computes.
"""

from __future__ import annotations

import ctypes
import itertools
import mmap
import sys
import threading
import weakref
from contextlib import suppress
from typing import Any

from morestack.vm import layout

PAGE = 4096
VIEW_CODES = "qQiIhHbBdf"

# State of a page in the checked modes.
PAGE_OK = 0
PAGE_FAULT = 1

_PROT_READ_WRITE = 3
_MAP_PRIVATE_ANONYMOUS_NORESERVE = 0x2 | 0x20 | 0x4000
_MAP_FIXED_NOREPLACE = 0x100000
_MADV_HUGEPAGE = 14
HUGE_PAGE = 2 << 20
HUGE_FROM = 16 << 20  # bytes in use from which more comes in huge pages
_MADV_DONTNEED = 4
_FAILED = ctypes.c_void_p(-1).value


class Fault(Exception):
    """An access outside the arena or to a page that was made inaccessible: SIGSEGV inside the machine.

    ``code`` is the signal code as on Linux: 1 (SEGV_MAPERR) or 2 (SEGV_ACCERR).
    """

    def __init__(self, address: int, code: int = 1) -> None:
        super().__init__(f"fault at {address:#x}")
        self.address = address
        self.code = code


class _Slots:
    """Which 64 GiB slots of the address space this process has given to machines."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.used: set[int] = set()

    def take(self) -> int:
        with self.lock:
            slot = next(i for i in itertools.count() if i not in self.used)
            self.used.add(slot)
            return slot

    def give_back(self, slot: int) -> None:
        with self.lock:
            self.used.discard(slot)


_slots = _Slots()


def _libc() -> Any:
    """The C library with mmap declared, or None where there is none of Linux's kind."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        libc.mmap.restype = ctypes.c_void_p
        libc.mmap.argtypes = [
            ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long,
        ]  # fmt: skip
        libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
        libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    except (OSError, AttributeError):
        return None
    return libc


class Arena:
    """A reservation of ``size`` bytes at ``base`` with one memoryview for each element type (``q Q i I h H b B d f``).

    ``limit`` bounds the bytes in use (0: none); ``used`` counts them between `use` and `unuse`, ``peak`` is their
    maximum.
    """

    def __init__(self, size: int = layout.ARENA_SIZE, limit: int = 0) -> None:
        self.limit = limit
        self.used = 0
        self.peak = 0
        self.page_state: bytearray | None = None
        self.faulted_pages = 0
        self._page_bytes: Any = None  # keeps the states where they are
        self._libc = _libc()
        self._mmap: mmap.mmap | None = None
        self._slot = _slots.take()
        self.base, self.size = self._reserve(size)
        self._buffer = self._make_buffer()
        weakref.finalize(self._buffer, _unmap, self._libc, self.base, self.size, self._slot)
        self.B = memoryview(self._buffer).cast("B")
        self.views: dict[str, Any] = {c: self.B.cast(c) if c != "B" else self.B for c in VIEW_CODES}  # type: ignore[call-overload]
        self.q: memoryview[int] = self.views["q"]
        self.Q: memoryview[int] = self.views["Q"]
        self.closed = False

    def _make_buffer(self) -> Any:
        """The object that exports the reservation's bytes."""
        array = ctypes.c_char * self.size
        return array.from_address(self.base) if self._mmap is None else array.from_buffer(self._mmap)

    def _reserve(self, size: int) -> tuple[int, int]:
        """Address and size of the reservation: Go's own address if it can be had, else what there is."""
        wanted = layout.ARENA_BASE + self._slot * layout.ARENA_SIZE
        if self._libc is not None:
            at = self._map(wanted, size, _MAP_FIXED_NOREPLACE)
            if at == wanted:
                return at, size
            if at is not None:
                self._libc.munmap(at, size)
            while size >= 1 << 26:
                at = self._map(None, size, 0)
                if at is not None and at > 2 * size:
                    return at, size
                size >>= 1
            raise MemoryError("no address space for the arena")
        size = min(size, 1 << 30)
        self._mmap = mmap.mmap(-1, size)
        return ctypes.addressof(ctypes.c_char.from_buffer(self._mmap)), size

    def _map(self, at: int | None, size: int, extra: int) -> int | None:
        flags = _MAP_PRIVATE_ANONYMOUS_NORESERVE | extra
        got = self._libc.mmap(at, size, _PROT_READ_WRITE, flags, -1, 0)
        return None if got in (None, _FAILED) else int(got)

    # ---- bytes -----------------------------------------------------------------------------------------------------

    def offset(self, address: int, size: int) -> int:
        """Offset in ``B`` of ``size`` bytes at ``address``. Raises Fault if they do not all lie in the arena."""
        at = address - self.base
        if at < 0 or size < 0 or at + size > self.size:
            raise Fault(address)
        if self.faulted_pages and self.page_state is not None and size:
            state = self.page_state
            for page in range(at // PAGE, (at + size - 1) // PAGE + 1):
                if state[page]:
                    raise Fault(max(address, self.base + page * PAGE), 2)
        return at

    def read(self, address: int, size: int) -> bytes:
        """A copy of ``size`` bytes. Raises Fault."""
        at = self.offset(address, size)
        return self.B[at : at + size].tobytes()

    def write(self, address: int, data: bytes | bytearray | memoryview) -> None:
        """Stores bytes. Raises Fault."""
        at = self.offset(address, len(data))
        self.B[at : at + len(data)] = data

    def window(self, address: int, size: int) -> memoryview:
        """A view of ``size`` bytes, for system calls that fill or read a buffer. Raises Fault."""
        at = self.offset(address, size)
        return self.B[at : at + size]

    def word(self, address: int) -> int:
        """The unsigned word at an aligned address. Raises Fault."""
        return self.Q[self.offset(address, 8) >> 3]

    def set_word(self, address: int, value: int) -> None:
        """Stores an unsigned word at an aligned address. Raises Fault."""
        self.Q[self.offset(address, 8) >> 3] = value

    # ---- pages -----------------------------------------------------------------------------------------------------

    def use(self, address: int, size: int) -> bool:
        """Counts memory as in use; False if that would pass the limit."""
        self.offset(address, size)
        if self.limit and self.used + size > self.limit:
            return False
        self.used += size
        self.peak = max(self.peak, self.used)
        if self.used >= HUGE_FROM:
            self._ask_for_huge_pages(address, size)
        return True

    def _ask_for_huge_pages(self, address: int, size: int) -> None:
        """A large program spends much of its time in page faults and looking up pages; what its last huge page has too much is little."""
        if self._libc is not None:
            first = max(self.base, address // HUGE_PAGE * HUGE_PAGE)
            last = min(self.base + self.size, -(-(address + size) // HUGE_PAGE) * HUGE_PAGE)
            self._libc.madvise(first, last - first, _MADV_HUGEPAGE)

    def unuse(self, address: int, size: int) -> None:
        """Gives whole pages back to the host; they read as zero afterwards."""
        at = self.offset(address, size)
        self.used = max(0, self.used - size)
        first = -(-at // PAGE) * PAGE
        last = (at + size) // PAGE * PAGE
        if first >= last:
            self.B[at : at + size] = bytes(size)
            return
        self.B[at:first] = bytes(first - at)
        self.B[last : at + size] = bytes(at + size - last)
        if self._libc is None or self._libc.madvise(self.base + first, last - first, _MADV_DONTNEED):
            self.B[first:last] = bytes(last - first)

    def page_states(self) -> int:
        """Address of one byte for each page: its state."""
        if self.page_state is None:
            self.page_state = bytearray(self.size // PAGE)
        if self._page_bytes is None:
            self._page_bytes = (ctypes.c_char * len(self.page_state)).from_buffer(self.page_state)
        return ctypes.addressof(self._page_bytes)

    def protect(self, address: int, size: int, state: int) -> None:
        """Sets the state of the whole pages inside the range; only the checked flavour of code looks at it."""
        at = address - self.base
        if at < 0 or at + size > self.size:
            raise Fault(address)
        if self.page_state is None:
            self.page_state = bytearray(self.size // PAGE)
        first, last = -(-at // PAGE), (at + size) // PAGE
        if first >= last:
            return
        before = self.page_state[first:last]
        self.faulted_pages += (last - first if state else 0) - (last - first - before.count(0))
        self.page_state[first:last] = bytes([state]) * (last - first)

    def close(self) -> None:
        """Gives the arena up. It is unmapped as soon as nobody holds a view of it any more: at once, as a rule."""
        if self.closed:
            return
        self.closed = True
        for view in self.views.values():
            with suppress(BufferError):
                view.release()
        self.views = {}
        self.q = self.Q = self.B = memoryview(b"")
        self._mmap = None
        del self._buffer  # views hold the buffer; when the last is gone, so is it, and `_unmap` is called


def _unmap(libc: Any, base: int, size: int, slot: int) -> None:
    """Unmaps a reservation that nothing refers to."""
    if libc is not None:
        libc.munmap(base, size)
    _slots.give_back(slot)
