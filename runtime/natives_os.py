"""The natives of package internal/host: files, folders and processes of the host, as package os needs them.

Each answers an errno, 0 for success. None waits: what would wait answers EAGAIN.
"""

from __future__ import annotations

import os
import select
import stat as stat_bits
from collections.abc import Callable
from typing import Any

from morestack.runtime.host import EAGAIN, EBADF, EMFILE, EPERM
from morestack.runtime.natives import host_of, native, write_out
from morestack.vm.machine import Machine

EINVAL = 22
STAT_WORDS = 9
OMIT_TIME = -1 << 63  # host.OmitTime


def errno_of(e: OSError | ValueError) -> int:
    """The errno of a failed system call; a NUL in a name is EINVAL, as in package syscall."""
    return (e.errno or EINVAL) if isinstance(e, OSError) else EINVAL


def name_at(m: Machine, p: int, n: int) -> bytes:
    """A string of the program, given by its two words."""
    return m.arena.read(p, n) if n > 0 else b""


def attempt(m: Machine, do: Callable[[], Any]) -> int:
    """Runs a system call on files; its errno."""
    if not host_of(m).files:
        return EPERM
    try:
        do()
    except (OSError, ValueError) as e:
        return errno_of(e)
    return 0


# ---- descriptors ---------------------------------------------------------------------------------------------------


@native("internal/host.Open", "iiii:ii")
def open_(m: Machine, p: int, n: int, flag: int, perm: int) -> tuple[int, int]:
    return _open(m, lambda: os.open(name_at(m, p, n), flag | os.O_CLOEXEC, perm))


@native("internal/host.Openat", "iiii:ii")
def openat(m: Machine, folder: int, p: int, n: int, flag: int) -> tuple[int, int]:
    if not host_of(m).allowed(folder):
        return -1, EBADF
    return _open(m, lambda: os.open(name_at(m, p, n), flag | os.O_CLOEXEC, dir_fd=folder))


def _open(m: Machine, do: Callable[[], int]) -> tuple[int, int]:
    """A new descriptor, which do opens, becomes the program's."""
    host = host_of(m)
    if not host.files:
        return -1, EPERM
    if host.full():
        return -1, EMFILE
    try:
        fd = do()
    except (OSError, ValueError) as e:
        return -1, errno_of(e)
    host.opened.add(fd)
    return fd, 0


@native("internal/host.Close", "i:i")
def close(m: Machine, fd: int) -> int:
    host = host_of(m)
    if not host.allowed(fd):
        return EBADF
    host.opened.discard(fd)
    if host.is_virtual(fd) or (host.own_descriptors and fd <= 2):
        return 0
    try:
        os.close(fd)
    except OSError as e:
        return errno_of(e)
    return 0


@native("internal/host.Dup", "i:ii")
def dup(m: Machine, fd: int) -> tuple[int, int]:
    host = host_of(m)
    if not host.allowed(fd) or host.is_virtual(fd):
        return -1, EBADF
    if host.full():
        return -1, EMFILE
    try:
        copied = os.dup(fd)
    except OSError as e:
        return -1, errno_of(e)
    host.opened.add(copied)
    return copied, 0


@native("internal/host.Read", "iiii:ii")
def read(m: Machine, fd: int, p: int, n: int, cap: int) -> tuple[int, int]:
    host = host_of(m)
    if not host.allowed(fd):
        return -1, EBADF
    if n <= 0:
        return 0, 0
    window = m.arena.window(p, n)
    if fd == 0 and host.stdin is not None:
        piece = host.stdin[host.stdin_at : host.stdin_at + n]
        window[: len(piece)] = piece
        host.stdin_at += len(piece)
        return len(piece), 0
    try:
        if not _ready_to_read(fd):
            return -1, EAGAIN
        return os.readv(fd, [window]), 0
    except OSError as e:
        return -1, errno_of(e)


def _ready_to_read(fd: int) -> bool:
    poller = select.poll()
    poller.register(fd, select.POLLIN)
    return bool(poller.poll(0))


@native("internal/host.Write", "iiii:ii")
def write(m: Machine, fd: int, p: int, n: int, cap: int) -> tuple[int, int]:
    if n <= 0:
        return 0, 0 if host_of(m).allowed(fd) else EBADF
    done = write_out(m, fd, m.arena.window(p, n))
    return (done, 0) if done >= 0 else (-1, -done)


@native("internal/host.Pread", "iiiii:ii")
def pread(m: Machine, fd: int, p: int, n: int, cap: int, at: int) -> tuple[int, int]:
    if not host_of(m).allowed(fd) or host_of(m).is_virtual(fd):
        return -1, EBADF
    try:
        return os.preadv(fd, [m.arena.window(p, max(n, 0))], at), 0
    except (OSError, ValueError) as e:
        return -1, errno_of(e)


@native("internal/host.Pwrite", "iiiii:ii")
def pwrite(m: Machine, fd: int, p: int, n: int, cap: int, at: int) -> tuple[int, int]:
    if not host_of(m).allowed(fd) or host_of(m).is_virtual(fd):
        return -1, EBADF
    try:
        return os.pwrite(fd, m.arena.window(p, max(n, 0)), at), 0
    except (OSError, ValueError) as e:
        return -1, errno_of(e)


@native("internal/host.Seek", "iii:ii")
def seek(m: Machine, fd: int, offset: int, whence: int) -> tuple[int, int]:
    if not host_of(m).allowed(fd):
        return -1, EBADF
    if host_of(m).is_virtual(fd):
        return -1, 29  # ESPIPE
    try:
        return os.lseek(fd, offset, whence), 0
    except (OSError, ValueError) as e:
        return -1, errno_of(e)


def _on_descriptor(m: Machine, fd: int, do: Callable[[], Any]) -> int:
    if not host_of(m).allowed(fd) or host_of(m).is_virtual(fd):
        return EBADF
    try:
        do()
    except (OSError, ValueError) as e:
        return errno_of(e)
    return 0


@native("internal/host.Truncate", "ii:i")
def truncate(m: Machine, fd: int, size: int) -> int:
    return _on_descriptor(m, fd, lambda: os.ftruncate(fd, size))


@native("internal/host.Sync", "i:i")
def sync(m: Machine, fd: int) -> int:
    return _on_descriptor(m, fd, lambda: os.fsync(fd))


@native("internal/host.Fchdir", "i:i")
def fchdir(m: Machine, fd: int) -> int:
    return _on_descriptor(m, fd, lambda: os.fchdir(fd))


@native("internal/host.Fchmod", "ii:i")
def fchmod(m: Machine, fd: int, perm: int) -> int:
    return _on_descriptor(m, fd, lambda: os.fchmod(fd, perm))


@native("internal/host.Fchown", "iii:i")
def fchown(m: Machine, fd: int, uid: int, gid: int) -> int:
    return _on_descriptor(m, fd, lambda: os.fchown(fd, uid, gid))


@native("internal/host.Pipe", ":iii")
def pipe(m: Machine) -> tuple[int, int, int]:
    if host_of(m).full():
        return -1, -1, EMFILE
    try:
        r, w = os.pipe()
    except OSError as e:
        return -1, -1, errno_of(e)
    os.set_blocking(r, False)
    os.set_blocking(w, False)
    host_of(m).opened.update((r, w))
    return r, w, 0


@native("internal/host.Isatty", "i:i")
def isatty(m: Machine, fd: int) -> int:
    host = host_of(m)
    return 1 if host.allowed(fd) and not host.is_virtual(fd) and os.isatty(fd) else 0


# ---- facts about files ---------------------------------------------------------------------------------------------


def _fill(m: Machine, at: int, s: os.stat_result) -> None:
    words = (s.st_dev, s.st_ino, s.st_mode, s.st_nlink, s.st_uid, s.st_gid, s.st_size, *divmod(s.st_mtime_ns, 10**9))
    window = m.arena.window(at, 8 * STAT_WORDS).cast("Q")
    for i, word in enumerate(words):
        window[i] = word & (1 << 64) - 1


@native("internal/host.StatFile", "iiii:i")
def stat_file(m: Machine, p: int, n: int, follow: int, at: int) -> int:
    return attempt(m, lambda: _fill(m, at, os.stat(name_at(m, p, n), follow_symlinks=bool(follow))))


@native("internal/host.Fstat", "ii:i")
def fstat(m: Machine, fd: int, at: int) -> int:
    if host_of(m).is_virtual(fd):
        _fill(m, at, os.stat_result((stat_bits.S_IFIFO | 0o600, 0, 0, 1, 0, 0, 0, 0, 0, 0)))
        return 0
    return _on_descriptor(m, fd, lambda: _fill(m, at, os.fstat(fd)))


# ---- folders and names ---------------------------------------------------------------------------------------------


@native("internal/host.Mkdir", "iii:i")
def mkdir(m: Machine, p: int, n: int, perm: int) -> int:
    return attempt(m, lambda: os.mkdir(name_at(m, p, n), perm))


@native("internal/host.Remove", "ii:i")
def remove(m: Machine, p: int, n: int) -> int:
    name = name_at(m, p, n)
    error = attempt(m, lambda: os.unlink(name))
    if not error:
        return 0
    folder_error = attempt(m, lambda: os.rmdir(name))
    if not folder_error:
        return 0
    return error if folder_error == 20 else folder_error  # ENOTDIR: it was a file, and that failed first


@native("internal/host.Unlinkat", "iiii:i")
def unlinkat(m: Machine, folder: int, p: int, n: int, is_folder: int) -> int:
    if not host_of(m).allowed(folder):
        return EBADF
    remove_one = os.rmdir if is_folder else os.unlink
    return attempt(m, lambda: remove_one(name_at(m, p, n), dir_fd=folder))


@native("internal/host.Rename", "iiii:i")
def rename(m: Machine, p: int, n: int, q: int, k: int) -> int:
    return attempt(m, lambda: os.rename(name_at(m, p, n), name_at(m, q, k)))


@native("internal/host.Chmod", "iii:i")
def chmod(m: Machine, p: int, n: int, perm: int) -> int:
    return attempt(m, lambda: os.chmod(name_at(m, p, n), perm))


@native("internal/host.Chown", "iiiii:i")
def chown(m: Machine, p: int, n: int, uid: int, gid: int, follow: int) -> int:
    return attempt(m, lambda: os.chown(name_at(m, p, n), uid, gid, follow_symlinks=bool(follow)))


@native("internal/host.Symlink", "iiii:i")
def symlink(m: Machine, p: int, n: int, q: int, k: int) -> int:
    return attempt(m, lambda: os.symlink(name_at(m, p, n), name_at(m, q, k)))


@native("internal/host.Link", "iiii:i")
def link(m: Machine, p: int, n: int, q: int, k: int) -> int:
    return attempt(m, lambda: os.link(name_at(m, p, n), name_at(m, q, k)))


@native("internal/host.Chdir", "ii:i")
def chdir(m: Machine, p: int, n: int) -> int:
    return attempt(m, lambda: os.chdir(name_at(m, p, n)))


@native("internal/host.Chtimes", "iiii:i")
def chtimes(m: Machine, p: int, n: int, accessed: int, modified: int) -> int:
    name = name_at(m, p, n)
    if accessed == modified == OMIT_TIME:
        return EINVAL if b"\0" in name else 0  # the system looks at no file then
    return attempt(m, lambda: _set_times(name, accessed, modified))


def _set_times(name: bytes, accessed: int, modified: int) -> None:
    """Set a file's times but one that is omitted, which os.utime cannot leave out."""
    was = os.stat(name)
    first = was.st_atime_ns if accessed == OMIT_TIME else accessed
    second = was.st_mtime_ns if modified == OMIT_TIME else modified
    os.utime(name, ns=(first, second))


# ---- texts: kept here until the program takes them -----------------------------------------------------------------


def _keep(m: Machine, get: Callable[[], bytes]) -> tuple[int, int]:
    host = host_of(m)
    if not host.files:
        return 0, EPERM
    try:
        host.kept = get()
    except (OSError, ValueError) as e:
        return 0, errno_of(e)
    return len(host.kept), 0


@native("internal/host.Readlink", "ii:ii")
def readlink(m: Machine, p: int, n: int) -> tuple[int, int]:
    return _keep(m, lambda: os.readlink(name_at(m, p, n)))


@native("internal/host.Getwd", ":ii")
def getwd(m: Machine) -> tuple[int, int]:
    return _keep(m, os.getcwdb)


@native("internal/host.Hostname", ":ii")
def hostname(m: Machine) -> tuple[int, int]:
    return _keep(m, lambda: os.fsencode(os.uname().nodename))


def _entries(fd: int) -> bytes:
    """The names in an open folder, each after the letter of its type and before a NUL."""
    out = []
    with os.scandir(fd) as entries:
        for entry in entries:
            out.append(_type_letter(entry) + os.fsencode(entry.name) + b"\0")
    return b"".join(out)


def _type_letter(entry: os.DirEntry[str]) -> bytes:
    """The type of a file as `host.Readdir` tells it; scandir knows most without another system call."""
    if entry.is_symlink():
        mode = stat_bits.S_IFLNK
    elif entry.is_dir(follow_symlinks=False):
        mode = stat_bits.S_IFDIR
    elif entry.is_file(follow_symlinks=False):
        mode = stat_bits.S_IFREG
    else:
        mode = entry.stat(follow_symlinks=False).st_mode
    return bytes([ord("A") + (mode >> 12)])


@native("internal/host.Readdir", "i:ii")
def readdir(m: Machine, fd: int) -> tuple[int, int]:
    if not host_of(m).allowed(fd) or host_of(m).is_virtual(fd):
        return 0, EBADF
    return _keep(m, lambda: _entries(fd))


@native("internal/host.Getgroups", ":i")
def getgroups(m: Machine) -> int:
    host = host_of(m)
    host.kept = b"".join(b" %d" % group for group in os.getgroups())
    return len(host.kept)


@native("internal/host.Take", "iii:")
def take(m: Machine, p: int, n: int, cap: int) -> None:
    host = host_of(m)
    m.arena.write(p, host.kept[: max(n, 0)])
    host.kept = b""


# ---- the process ---------------------------------------------------------------------------------------------------


@native("internal/host.Getpid", ":i")
def getpid(m: Machine) -> int:
    return os.getpid()


@native("internal/host.Getppid", ":i")
def getppid(m: Machine) -> int:
    return os.getppid()


@native("internal/host.Getuid", ":i")
def getuid(m: Machine) -> int:
    return os.getuid()


@native("internal/host.Geteuid", ":i")
def geteuid(m: Machine) -> int:
    return os.geteuid()


@native("internal/host.Getegid", ":i")
def getegid(m: Machine) -> int:
    return os.getegid()


@native("internal/host.Getgid", ":i")
def getgid(m: Machine) -> int:
    return os.getgid()
