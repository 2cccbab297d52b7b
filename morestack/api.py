"""The Python API: `run` runs a program as a process would run, `compile` makes its exported functions callable.

Nothing of a program reaches out of its machine but what it is given here; every limit has a finite default.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from morestack import front
from morestack.errors import CompileError, Diagnostic, LimitExceeded, MorestackError
from morestack.result import Result, Stats
from morestack.vm.image import Image, ImageError

if TYPE_CHECKING:
    from morestack.program import Program
    from morestack.runtime.launch import Setup

DEFAULT_MEMORY = 1 << 30  # bytes of heap and stacks
DEFAULT_TIMEOUT = 60.0  # seconds of the wall clock, of a run or of one call
DEFAULT_GOROUTINES = 200_000
DEFAULT_OUTPUT = 64 << 20  # bytes on stdout and stderr together
DEFAULT_FILES = 64  # open at once, when files are allowed
TOO_DEEP = "the program is nested too deeply"
ENGINES = ("auto", "python", "llvm")

PathLike = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a program may use; None is no limit. ``memory`` and ``output`` in bytes, ``time`` in seconds of the wall
    clock (a run, or one call), ``instructions`` of the machine (counting them costs a third of the speed), ``files``
    open at once."""

    memory: int | None = DEFAULT_MEMORY
    time: float | None = DEFAULT_TIMEOUT
    instructions: int | None = None
    goroutines: int | None = DEFAULT_GOROUTINES
    output: int | None = DEFAULT_OUTPUT
    files: int | None = DEFAULT_FILES


def run(
    program: PathLike | bytes | Sequence[PathLike],
    args: Sequence[str] = (),
    stdin: bytes | str = b"",
    env: Mapping[str, str] | None = None,
    *,
    max_memory: int | None = DEFAULT_MEMORY,
    timeout: float | None = DEFAULT_TIMEOUT,
    max_instructions: int | None = None,
    max_goroutines: int | None = DEFAULT_GOROUTINES,
    max_output: int | None = DEFAULT_OUTPUT,
    max_files: int | None = DEFAULT_FILES,
    files: bool = False,
    clock: bool = False,
    engine: str = "auto",
    seed: int | None = None,
    godebug: str | Mapping[str, object] = "",
    go: str = "1.27",
    tags: Sequence[str] = (),
    check: bool = False,
    stats: bool = True,
) -> Result:
    """Compiles and runs a program to its end.

    ``program``: a .go file, several of one package, a folder, an image, or the program's text. ``args``: its arguments
    (os.Args[1:]). ``stdin``: what it reads. ``env``: its whole environment. ``files``: whether it may use files (and
    ask for names of folders and the host); ``clock``: whether time.Now is the host's. ``seed`` makes the run
    repeatable. ``godebug``: switches as in GODEBUG ("stackmove=1" or {"stackmove": 1}). ``go``: "1.27" or "1.4".
    ``check``: raise `GoPanic`, `Deadlock` or `GoExit` for an exit code other than 0. ``stats``: count events; False is
    a little faster.

    Raises `CompileError`; `LimitExceeded` (with what was written so far in its ``stdout`` and ``stderr``);
    FileNotFoundError for a path that does not exist; ImportError for ``engine="llvm"`` without llvmlite.
    """
    from morestack.captured import run_captured

    source = _source(program, go, tags, calls=False)
    image = _image(source)
    limits = Limits(max_memory, timeout, max_instructions, max_goroutines, max_output, max_files)
    setup = _setup(image, limits, engine, env, files, clock, seed, godebug, go)
    setup.host.args = [front.program_name(source.paths), *args]
    setup.host.stdin = stdin.encode() if isinstance(stdin, str) else bytes(stdin)
    return run_captured(image, setup, check=check, count=stats)


def compile(
    program: PathLike | bytes | Sequence[PathLike],
    *,
    max_memory: int | None = DEFAULT_MEMORY,
    timeout: float | None = DEFAULT_TIMEOUT,
    max_instructions: int | None = None,
    max_goroutines: int | None = DEFAULT_GOROUTINES,
    max_output: int | None = DEFAULT_OUTPUT,
    max_files: int | None = DEFAULT_FILES,
    env: Mapping[str, str] | None = None,
    files: bool = False,
    clock: bool = False,
    engine: str = "auto",
    seed: int | None = None,
    godebug: str | Mapping[str, object] = "",
    go: str = "1.27",
    tags: Sequence[str] = (),
    stdout: Any = None,
    stderr: Any = None,
) -> Program:
    """Compiles a package, of any name, and makes its exported functions callable: ``compile(text).Fib(30)``.

    ``program`` as for `run`, but no image. Limits hold for the program, those of time, instructions and output for each
    call. ``stdout`` and ``stderr``: a function of bytes, or a binary file, that takes what the program writes;
    sys.stdout and sys.stderr if not given. Raises `CompileError`, FileNotFoundError, ImportError as `run` does.
    """
    from morestack.program import Program

    source = _source(program, go, tags, calls=True)
    image = _image(source)
    limits = Limits(max_memory, timeout, max_instructions, max_goroutines, max_output, max_files)
    setup = _setup(image, limits, engine, env, files, clock, seed, godebug, go)
    setup.host.args = [front.program_name(source.paths)]
    setup.host.stdin = b""
    return Program(image, setup, stdout, stderr)


# ---- from arguments to an image and a setup --------------------------------------------------------------------------

_PACKAGE = re.compile(r"\s*(?://[^\n]*\n\s*|/\*.*?\*/\s*)*package\s", re.DOTALL)


def _source(program: PathLike | bytes | Sequence[PathLike], go: str, tags: Sequence[str], calls: bool) -> front.Source:
    if go not in ("1.4", "1.27"):
        raise ValueError(f'go is "1.4" or "1.27", not {go!r}')
    chosen = (tags,) if isinstance(tags, str) else tuple(tags)
    if isinstance(program, bytes):
        return front.Source((), program, chosen, go, calls)
    if isinstance(program, str) and ("\n" in program or _PACKAGE.match(program)):
        return front.Source((), program.encode("utf-8", "surrogateescape"), chosen, go, calls)
    paths = [program] if isinstance(program, str | os.PathLike) else list(program)
    names = tuple(os.fspath(p) for p in paths)
    for name in names:
        if not os.path.exists(name.removesuffix("...")):
            raise FileNotFoundError(2, "no such file or directory", name)
    return front.Source(names, None, chosen, go, calls)


@contextlib.contextmanager
def _released() -> Iterator[None]:
    """Has Python give back at once what a compilation leaves: its trees are cycles, tens of megabytes of them, and they
    are young as long as nothing is collected meanwhile."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.collect(0)
            gc.enable()


def _image(source: front.Source) -> Image:
    """The image. Raises CompileError, and MorestackError for a bad image or a fault of ours."""
    from morestack.compiler.source import Bug

    try:
        with _released():
            return front.image_of(source)
    except ImageError as e:
        raise MorestackError(str(e)) from None
    except Bug as e:
        raise MorestackError(str(e)) from e
    except RecursionError:
        raise CompileError([Diagnostic("", 0, 0, TOO_DEEP)], TOO_DEEP) from None
    except (OSError, MemoryError, MorestackError):
        raise
    except Exception as e:
        failed = _compile_error(e)
        if failed is None:
            raise MorestackError(f"internal compiler error: {type(e).__name__}: {e}") from e
        raise failed from None


def _compile_error(e: Exception) -> CompileError | None:
    from morestack.compiler.driver import CompileFailed

    if not isinstance(e, CompileFailed):
        return None
    found = [Diagnostic(d.file.removeprefix("./"), d.line, d.column, d.message) for d in e.diagnostics]
    return CompileError(found, e.text)


def _setup(
    image: Image,
    limits: Limits,
    engine: str,
    env: Mapping[str, str] | None,
    files: bool,
    clock: bool,
    seed: int | None,
    godebug: str | Mapping[str, object],
    go: str,
) -> Setup:
    from morestack import cache
    from morestack.runtime.host import Host
    from morestack.runtime.launch import Setup
    from morestack.vm import machine

    if engine not in ENGINES:
        raise ValueError(f"engine is one of {', '.join(ENGINES)}, not {engine!r}")
    try:
        chosen = front.engine_for(engine, untrusted=image.build.get("unsafe") == "1")
    except front.MissingEngine as e:
        raise ImportError(str(e)) from None
    environment = dict(env or {})
    switches = godebug if isinstance(godebug, str) else ",".join(f"{k}={_switch(v)}" for k, v in godebug.items())
    if switches:
        environment["GODEBUG"] = switches
    return Setup(
        host=Host(env=environment, files=files, clock=clock, own_descriptors=True, max_files=limits.files or 0),
        limits=machine.Limits(
            limits.memory or 0, limits.time or 0.0, limits.instructions or 0, limits.goroutines or 0, limits.output or 0
        ),
        seed=seed,
        settings={"go14": int(go == "1.4")},
        code_folder=Path(cache.folder()) / "code",
        engine=chosen,
        native_folder=Path(cache.folder()) / "native",
    )


def _switch(value: object) -> object:
    return int(value) if isinstance(value, bool) else value


__all__ = ["LimitExceeded", "Limits", "Result", "Stats", "compile", "run"]
