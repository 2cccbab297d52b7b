"""What a program may use of the world outside its machine: arguments, environment, streams, files, the clock."""

from __future__ import annotations

import os
import select
from collections.abc import Callable

from morestack.vm.record import field, record

EPERM, EBADF, EAGAIN, EMFILE, EPIPE = 1, 9, 11, 24, 32
Sink = Callable[[bytes], None]


@record()
class Host:
    """``sinks`` take what is written to a descriptor instead of the real one; ``stdin`` (if not None) is what
    descriptor 0 reads. ``own_descriptors``: only descriptors that the program opened itself, besides 0, 1, 2, are
    its own (the library); otherwise it has all that the process has (the command line)."""

    args: list[str] = field(default_factory=lambda: ["main"])
    env: dict[str, str] = field(default_factory=dict)
    stdin: bytes | None = None
    sinks: dict[int, Sink] = field(default_factory=dict)
    files: bool = True
    clock: bool = True
    own_descriptors: bool = False
    opened: set[int] = field(default_factory=set)
    stdin_at: int = 0
    kept: bytes = b""  # a text that the program will take
    waiting: set[int] = field(default_factory=set)  # poll tokens: 2*fd, plus 1 for writing
    written: int = 0
    _env: list[bytes] | None = None
    max_files: int = 0  # descriptors that the program may have open at once, 0: no limit

    def arg_bytes(self) -> list[bytes]:
        return [os.fsencode(a) for a in self.args]

    def env_bytes(self) -> list[bytes]:
        """The environment as it was when first asked for: a program asks item by item."""
        if self._env is None:
            self._env = [os.fsencode(f"{k}={v}") for k, v in self.env.items()]
        return self._env

    def allowed(self, fd: int) -> bool:
        """Whether a descriptor is the program's."""
        return fd >= 0 and (not self.own_descriptors or fd <= 2 or fd in self.opened)

    def full(self) -> bool:
        """Whether the program has opened as many descriptors as it may."""
        return self.max_files > 0 and len(self.opened) >= self.max_files

    def is_virtual(self, fd: int) -> bool:
        """Whether a descriptor is served by this object and not by the system."""
        return fd in self.sinks or (fd == 0 and self.stdin is not None)

    def ready(self, milliseconds: int) -> int:
        """A token of ``waiting`` whose descriptor is ready, after waiting that long at most, or -1."""
        poller = select.poll()
        masks: dict[int, int] = {}
        for token in self.waiting:
            fd = token >> 1
            if self.is_virtual(fd) or not self.allowed(fd):
                return token
            masks[fd] = masks.get(fd, 0) | (select.POLLOUT if token & 1 else select.POLLIN)
        for fd, mask in masks.items():
            poller.register(fd, mask)
        for fd, found in poller.poll(milliseconds):
            for token in (2 * fd, 2 * fd + 1):
                wanted = select.POLLOUT if token & 1 else select.POLLIN
                if token in self.waiting and found & (wanted | select.POLLERR | select.POLLHUP | select.POLLNVAL):
                    return token
        return -1

    def close(self) -> None:
        """Closes what the program left open."""
        for fd in self.opened:
            try:
                os.close(fd)
            except OSError:
                continue
        self.opened.clear()
