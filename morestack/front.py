"""From what a user names (files, a folder, an image, a text) to an image, by way of the cache.

The command line and the Python API both come through here; each words failures in its own way.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from morestack import cache
from morestack.vm.image import MAGIC, Image, ImageError
from morestack.vm.record import record

if TYPE_CHECKING:
    from morestack.compiler.driver import Compilation, Options

TEXT_FOLDER = "/go-source"  # where a program that is no file seems to lie
TEXT_FILE = "prog.go"
EXPORTS = "exports"  # the item of Image.build with the table of what Python can call


class MissingEngine(Exception):
    """An engine that needs what is not installed; the message says what to install."""


@record(frozen=True)
class Source:
    """What to compile. ``paths``: .go files of one package, a folder, or an image; or ``text`` alone. ``calls``: make
    the exported functions callable instead of running main."""

    paths: tuple[str, ...] = ()
    text: bytes | None = None
    tags: tuple[str, ...] = ()
    go: str = "1.27"
    calls: bool = False

    def options(self) -> Options:
        """What the compiler is told."""
        from morestack.compiler.driver import Options

        options = Options(tags=self.tags, go=self.go, std_root=str(cache.std_root()), objects=cache.folder() / "objects")
        if self.text is not None:
            options.cwd = TEXT_FOLDER
            options.overlay = {TEXT_FILE: self.text}
        return options

    def names(self) -> list[str]:
        """What the compiler is asked for."""
        return [TEXT_FILE] if self.text is not None else list(self.paths)


def program_name(paths: Sequence[str]) -> str:
    """What the program is called: after its first file or its folder, as ``go build`` names a binary."""
    if not paths:
        return TEXT_FILE.removesuffix(".go")
    first = paths[0]
    if first.endswith((".go", ".msi")):
        return Path(first).name.rsplit(".", 1)[0]
    return Path(os.path.abspath(first)).name or "main"


def image_of(source: Source) -> Image:
    """The image: read, found in the cache, or compiled and kept there. Raises CompileFailed, ImageError, OSError,
    Bug."""
    if source.text is None and len(source.paths) == 1 and is_image(source.paths[0]):
        image = _verified(Image.load(source.paths[0]))
        if source.calls and EXPORTS not in image.build:
            raise ImageError("an image holds a program to run, without the functions that Python could call")
        return image
    key = cached_key(source)
    if key:
        found = cache.load(key)
        if found is not None:
            return found
    image = compile_image(source)
    if key:
        cache.store(key, image)
    return image


def _verified(image: Image) -> Image:
    """An image from a file that others may have written; that it was found good is remembered. Raises ImageError."""
    if cache.vouched(image.digest):
        return image
    from morestack.vm.verify import VerifyError, verify

    try:
        verify(image)
    except VerifyError as e:
        raise ImageError(f"malformed image: {e.problems[0]}") from None
    cache.vouch(image.digest)
    return image


def compile_image(source: Source) -> Image:
    """Compiles, without asking the cache of programs. Raises CompileFailed, Bug."""
    from morestack.compiler import driver

    if not source.calls:
        return driver.compile_program(source.names(), source.options())
    return driver.compile_with(source.names(), _calls_options(source), _add_calls)


def _calls_options(source: Source) -> Options:
    from morestack.glue import HOSTCALL

    options = source.options()
    options.require_main = False
    options.packages = (HOSTCALL,)
    return options


def _add_calls(run: Compilation) -> dict[str, str]:
    """Adds the file that serves calls from Python; the table of functions goes with the image."""
    from morestack import glue

    assert run.program is not None
    exports = glue.exports_of(run.root())
    main = run.program.main
    run.add_file(main, glue.FILE, exports.source, [glue.HOSTCALL])
    run.options.main = f"{run.root().types_pkg.path}.{glue.SERVE}"
    return {EXPORTS: json.dumps(exports.table())}


def is_image(path: str) -> bool:
    """Whether a file is meant to be an image: by its name, or by its first bytes."""
    if path.endswith(".msi"):
        return True
    if path.endswith(".go") or not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as f:
            return f.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


# ---- identity --------------------------------------------------------------------------------------------------------


def cached_key(source: Source) -> str:
    """The cache key of a program all of whose files can be told without the compiler: .go files in one package, a
    folder (then all files of its module), or a text. Empty where that can't be told cheaply."""
    options = repr((sorted(source.tags), source.go, source.calls))
    if source.text is not None:
        return cache.program_key([(TEXT_FILE, source.text)], options)
    try:
        files = _user_files(source.paths)
    except OSError:
        return ""
    if not files:
        return ""
    return cache.program_key(files, f"{options}\0{os.getcwd()}\0{os.path.abspath(source.paths[0])}")


def _user_files(paths: Sequence[str]) -> list[tuple[str, bytes]]:
    if all(p.endswith(".go") for p in paths):
        files = [(os.path.abspath(p), Path(p).read_bytes()) for p in paths]
        module = _module_root(os.path.dirname(files[0][0]))
        return files + (_module_files(module) if module else [])
    if len(paths) == 1 and os.path.isdir(paths[0]):
        folder = os.path.abspath(paths[0])
        return _module_files(_module_root(folder) or folder)
    return []


def _module_root(folder: str) -> str:
    """The folder with go.mod at or above this one, "" if there is none."""
    while True:
        if os.path.exists(os.path.join(folder, "go.mod")):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above


def _module_files(root: str) -> list[tuple[str, bytes]]:
    """go.mod and all .go files below a folder."""
    found = []
    for folder, names, files in os.walk(root):
        names[:] = sorted(n for n in names if n[0] not in "._")
        for name in sorted(files):
            if name.endswith(".go") or name == "go.mod":
                path = os.path.join(folder, name)
                found.append((path, Path(path).read_bytes()))
    return found


# ---- engines ---------------------------------------------------------------------------------------------------------


def engine_for(wanted: str, untrusted: bool = False) -> str:
    """The engine to run with: "python", "llvm" (all is machine code), or "auto" (what is hot becomes machine code).
    ``untrusted``: the program uses package unsafe and may not run as machine code unless that is asked for. Raises
    MissingEngine."""
    if wanted == "python" or (wanted == "auto" and untrusted):
        return "python"
    from importlib.util import find_spec

    if find_spec("llvmlite") is None:
        if wanted == "auto":
            return "python"
        raise MissingEngine("--engine llvm needs llvmlite: pip install 'morestack[jit]'")
    return wanted
