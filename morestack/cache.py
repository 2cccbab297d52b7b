"""The cache of whole programs: finds the image of an unchanged program without starting the compiler.

A program is identified by what went into it: the bytes of its own source files, the options, and a stamp of the
compiler and the library (path, size and time of each of their files). A file that is cut, altered or of another version
is as good as missing; a folder that can't be written costs time, never correctness.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from morestack import home
from morestack.vm.image import Image, ImageError

HOUSE = Path(__file__).resolve().parent
ROOMS = ("vm", "compiler", "runtime")
MAX_BYTES = 512 << 20  # the cache folder is trimmed to this, oldest first
MAX_VOUCHERS = 1000


def folder() -> Path:
    """Where cached files lie."""
    return Path(home.folder())


def _room(name: str) -> Path:
    """The folder of a room, installed (inside the package) or in a checkout (beside it)."""
    import importlib

    module = importlib.import_module(f"morestack.{name}")
    return Path(module.__path__[0])


def std_root() -> Path:
    """The folder of package runtime; the library lies below it in ``lib``."""
    return _room("runtime")


def toolchain_stamp() -> str:
    """Changes whenever a file of the compiler, the machine or the library changes."""
    digest = hashlib.sha256(sys.version.encode())
    for name in ROOMS:
        _stamp_tree(str(_room(name)), digest.update)
    return digest.hexdigest()


def _stamp_tree(top: str, update: object) -> None:
    assert callable(update)
    with os.scandir(top) as entries:
        listed = sorted(entries, key=lambda e: e.name)
    for e in listed:
        if e.is_dir():
            if e.name != "__pycache__":
                _stamp_tree(e.path, update)
        elif e.name.endswith((".py", ".go", ".s")):
            s = e.stat()
            update(f"{e.path}\0{s.st_size}\0{s.st_mtime_ns}\n".encode())


def program_key(files: Iterable[tuple[str, bytes]], options: str) -> str:
    """The identity of a program made of these files (shown path, content) with these options."""
    digest = hashlib.sha256(f"{toolchain_stamp()}\0{options}\0".encode())
    for path, content in files:
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def load(key: str) -> Image | None:
    """The cached image, or None."""
    path = folder() / "images" / f"{key}.msi"
    try:
        image = Image.load(path)
    except (OSError, ImageError):
        return None
    with suppress(OSError):
        os.utime(path)
    return image


def store(key: str, image: Image) -> None:
    """Keeps the image; does nothing where that fails."""
    place = folder() / "images"
    with suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
        image.save(place / f"{key}.msi")
        trim(place)


def _voucher(digest: str) -> Path:
    return folder() / "verified" / f"{digest}-{toolchain_stamp()[:16]}"


def vouched(digest: str) -> bool:
    """Whether this toolchain has verified the image with this digest before."""
    return bool(digest) and _voucher(digest).exists()


def vouch(digest: str) -> None:
    """Remembers that the image is good; does nothing where that fails."""
    path = _voucher(digest)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        stale = sorted(path.parent.iterdir(), key=lambda p: p.stat().st_mtime)[:-MAX_VOUCHERS]
        for old in stale:
            old.unlink()


def trim(place: Path, limit: int = MAX_BYTES) -> None:
    """Removes the files that were used least recently until the folder holds at most ``limit`` bytes."""
    found = []
    for e in os.scandir(place):
        with suppress(OSError):
            s = e.stat()
            found.append((s.st_mtime, s.st_size, e.path))
    total = sum(size for _, size, _ in found)
    for _, size, path in sorted(found):
        if total <= limit:
            return
        with suppress(OSError):
            os.unlink(path)
            total -= size


def contents() -> tuple[int, int]:
    """Files and bytes below the cache folder."""
    files = size = 0
    for place, _, names in os.walk(folder()):
        for name in names:
            with suppress(OSError):
                size += os.stat(os.path.join(place, name)).st_size
                files += 1
    return files, size


PARTS = ("images", "objects", "code", "native", "bytecode", "verified")  # the folders inside the cache folder that are ours


def clean() -> None:
    """Removes all that is cached, and nothing that is not ours."""
    import shutil

    for part in PARTS:
        shutil.rmtree(folder() / part, ignore_errors=True)
