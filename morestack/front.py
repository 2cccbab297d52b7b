"""What the command line and the Python API share: from paths to an image, by way of the cache, and from an image to a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from morestack import cache
from morestack.cli import EXIT_BUG, EXIT_COMPILE, Failure
from morestack.vm.image import MAGIC, Image, ImageError

if TYPE_CHECKING:
    from morestack.compiler.driver import Options
    from morestack.compiler.source import Diagnostic


def program_name(paths: Sequence[str]) -> str:
    """What the program is called: after its first file or its folder, as ``go build`` names a binary."""
    first = paths[0]
    if first.endswith((".go", ".msi")):
        return Path(first).name.rsplit(".", 1)[0]
    return Path(os.path.abspath(first)).name or "main"


def find_image(
    paths: Sequence[str],
    *,
    tags: tuple[str, ...] = (),
    go: str = "1.27",
    dump: tuple[str, ...] = (),
    func: str = "",
    as_json: bool = False,
) -> Image:
    """The image of a program: read from a file, found in the cache, or compiled. Raises Failure with what to print."""
    if len(paths) == 1 and is_image(paths[0]):
        return open_image(paths[0])
    key = "" if dump else cached_key(paths, repr((sorted(tags), go)))
    if key:
        image = cache.load(key)
        if image is not None:
            return image
    from morestack.compiler.driver import Options

    options = Options(tags=tags, go=go, std_root=str(cache.std_root()), dump=dump, func=func)
    image = compile_or_fail(paths, options, as_json)
    if key:
        cache.store(key, image)
    return image


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


def open_image(path: str) -> Image:
    """Loads an image that a user names. Raises Failure in one line."""
    try:
        return Image.load(path)
    except OSError as e:
        raise Failure(f"morestack: {path}: {(e.strerror or str(e)).lower()}") from None
    except ImageError as e:
        raise Failure(f"morestack: {path}: {e}") from None


def cached_key(paths: Sequence[str], options: str) -> str:
    """The cache key of a program of which all user files can be told without the compiler: .go files in one package. For
    folders the user's files are those of the module. Empty where that can't be told cheaply."""
    files: list[tuple[str, bytes]] = []
    try:
        if all(p.endswith(".go") for p in paths):
            for p in paths:
                files.append((os.path.abspath(p), Path(p).read_bytes()))
            module = _module_root(os.path.dirname(os.path.abspath(paths[0])))
            if module:
                files += _module_files(module)
        elif len(paths) == 1 and os.path.isdir(paths[0]):
            folder = os.path.abspath(paths[0])
            files += _module_files(_module_root(folder) or folder)
            options += folder
        else:
            return ""
    except OSError:
        return ""
    return cache.program_key(files, f"{options}\0{os.getcwd()}")


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


def compile_or_fail(paths: Sequence[str], options: Options, as_json: bool = False) -> Image:
    """Compiles; a wrong program is a Failure with gc's text, a wrong compiler one with the Go position."""
    from morestack.compiler import driver
    from morestack.compiler.source import Bug

    try:
        return driver.compile_program(paths, options)
    except driver.CompileFailed as e:
        text = json_lines(e.diagnostics) if as_json else e.text
        raise Failure(text.rstrip("\n"), EXIT_COMPILE) from None
    except Bug as e:
        if os.environ.get("MORESTACK_DEBUG"):
            raise
        raise Failure(f"{e}", EXIT_BUG) from None
    except RecursionError:
        raise Failure("internal compiler error: the program is nested too deeply", EXIT_BUG) from None
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as e:  # whatever else is a bug of ours: no traceback reaches a user
        if os.environ.get("MORESTACK_DEBUG"):
            raise
        raise Failure(f"internal compiler error: {type(e).__name__}: {e}", EXIT_BUG) from None


def json_lines(diagnostics: Sequence[Diagnostic]) -> str:
    """Diagnostics as JSON, one a line."""
    import json

    return "\n".join(
        json.dumps({"file": d.file, "line": d.line, "column": d.column, "message": d.message}) for d in diagnostics
    )


def run_process(
    image: Image,
    args: Sequence[str],
    *,
    engine: str = "auto",
    stats: bool = False,
    seed: int | None = None,
    max_memory: int | None = None,
    timeout: float | None = None,
    go: str = "1.27",
    dump: tuple[str, ...] = (),
    func: str = "",
) -> int:
    """Runs a program as if it were this process. Returns its exit code; 125 after a broken limit."""
    from morestack.runtime import launch
    from morestack.vm.machine import Limits, LimitExceeded, MachineError

    if engine == "llvm":
        _need_llvmlite()
    host = launch.Host(list(args), dict(os.environ))
    setup = launch.Setup(
        host=host,
        limits=Limits(memory=max_memory or 0, time=timeout or 0.0),
        seed=seed,
        count_instructions=stats,
        settings={"go14": int(go == "1.4")},
        code_folder=cache.folder() / "code",
        dump=func if "python" in dump else "",
        dump_to=_to_stderr,
        engine=engine if engine == "llvm" else "python",
        native_folder=cache.folder() / "native",
    )
    try:
        outcome = launch.run(image, setup)
    except LimitExceeded as e:
        print(f"morestack: limit exceeded: {e.kind}", file=sys.stderr)
        return 125
    except MachineError as e:
        raise Failure(f"morestack: internal error: {e}", EXIT_BUG) from None
    except KeyboardInterrupt:
        launch.die_of(2)
        return 130
    if stats:
        print(stats_text(outcome), file=sys.stderr)
    if outcome.signal:
        launch.die_of(outcome.signal)
        return 128 + outcome.signal
    return outcome.status


def _need_llvmlite() -> None:
    """Says in one line what to install where the LLVM engine can't be had."""
    from importlib.util import find_spec

    if find_spec("llvmlite") is None:
        raise Failure("morestack: --engine llvm needs llvmlite: pip install 'morestack[jit]'")


def _to_stderr(text: str) -> None:
    print(text, file=sys.stderr)


def stats_text(outcome: Any) -> str:
    """What a run did, one figure a line."""
    s = outcome.stats
    rows: list[tuple[str, object]] = [
        ("instructions", s.instructions),
        ("peak memory", outcome.peak_memory),
        *sorted(s.events.items()),
    ]
    return "\n".join(f"{name:>20} {value}" for name, value in rows)



def vet(paths: Sequence[str], *, tags: tuple[str, ...] = (), go: str = "1.27") -> list[Any]:
    """Type errors and findings of the analysers. Raises Failure for what is no Go program."""
    from morestack.compiler import driver
    from morestack.compiler.driver import Options

    try:
        return driver.vet(paths, Options(tags=tags, go=go, std_root=str(cache.std_root()), require_main=False))
    except driver.CompileFailed as e:
        raise Failure(e.text.rstrip("\n"), EXIT_COMPILE) from None
