"""Python's bytecode in the cache folder, with a checksum: a damaged file is compiled anew, not run. Python's own files have none."""

from __future__ import annotations

import sys
from _frozen_importlib_external import (  # what importlib.machinery names, without the time to load that
    BYTECODE_SUFFIXES,
    SOURCE_SUFFIXES,
    ExtensionFileLoader,
    FileFinder,
    SourceFileLoader,
    SourcelessFileLoader,
)
from _imp import extension_suffixes
from binascii import crc32
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Buffer

SUFFIX = BYTECODE_SUFFIXES[0]


class Loader(SourceFileLoader):
    """Bytecode files end with the CRC-32 of what is before it (4 bytes, little endian)."""

    def get_data(self, path: str) -> bytes:
        """A file's content. Raises OSError for damaged bytecode: then Python reads the source."""
        data: bytes = super().get_data(path)
        if not path.endswith(SUFFIX):
            return data
        if crc32(data[:-4]) != int.from_bytes(data[-4:], "little") or len(data) < 16:
            raise OSError(f"{path}: wrong checksum")
        return data[:-4]

    def set_data(self, path: str, data: Buffer, *, _mode: int = 0o666) -> None:
        """Writes a file of bytecode, whole or not at all."""
        super().set_data(path, bytes(data) + crc32(data).to_bytes(4, "little"), _mode=_mode)


def install(folder: str) -> None:
    """From here on, bytecode is read from and written to ``folder``."""
    hook = FileFinder.path_hook(
        (ExtensionFileLoader, extension_suffixes()), (Loader, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES)
    )
    sys.path_hooks.insert(0, hook)
    sys.path_importer_cache.clear()
    sys.pycache_prefix = folder
    sys.dont_write_bytecode = False
