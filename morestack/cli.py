"""The commands: from a parsed command line to an exit code.

Exit codes: the program's own for ``run``; 1 for a program that does not compile or a finding of vet, 2 for a wrong
use of the command, 3 for a fault of ours, 125 for a limit that was exceeded.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from morestack import flags
from morestack.failure import EXIT_BUG, EXIT_COMPILE, EXIT_USAGE, Failure

if TYPE_CHECKING:
    from morestack.compiler.source import Diagnostic
    from morestack.front import Source
    from morestack.vm.image import Image

SIGPIPE = 13
T = TypeVar("T")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; nothing but SystemExit and KeyboardInterrupt leaves it."""
    try:
        parsed = flags.parse(sys.argv[1:] if argv is None else argv)
        code = COMMANDS[parsed.command](parsed)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except Failure as e:
        with suppress(OSError):
            print(e, file=sys.stderr)
        return e.code
    except BrokenPipeError:
        _drop_output()
        return 128 + SIGPIPE
    except OSError as e:
        if os.environ.get("MORESTACK_DEBUG"):
            raise
        with suppress(OSError):
            print(f"morestack: {e.filename or 'output'}: {(e.strerror or str(e)).lower()}", file=sys.stderr)
        _drop_output()
        return 1
    except MemoryError:
        print("morestack: out of memory", file=sys.stderr)
        return EXIT_BUG
    except Exception as e:  # a bug of ours: one line for the user, all of it for us
        if os.environ.get("MORESTACK_DEBUG"):
            raise
        print(f"morestack: internal error: {type(e).__name__}: {e} (MORESTACK_DEBUG=1 shows where)", file=sys.stderr)
        return EXIT_BUG


def _drop_output() -> None:
    """What Python still holds for stdout goes nowhere, so that its end does not complain again."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


# ---- from paths to an image ------------------------------------------------------------------------------------------


def _source(parsed: flags.Parsed, paths: Sequence[str]) -> Source:
    from morestack.front import Source

    tags = tuple(t for t in parsed.values["tags"].replace(" ", ",").split(",") if t)
    return Source(tuple(paths), tags=tags, go=parsed.values["go"])


def _image(parsed: flags.Parsed, paths: Sequence[str]) -> Image:
    """The image of a program. Raises Failure with what to print."""
    from morestack import front
    from morestack.vm.image import ImageError

    source = _source(parsed, paths)
    if any(phase in flags.PHASES[:5] for phase in parsed.lists.get("dump", ())):
        return _guarded(lambda: _dumped(parsed, source), parsed)
    try:
        return _guarded(lambda: front.image_of(source), parsed)
    except ImageError as e:
        raise Failure(f"morestack: {paths[0]}: {e}") from None


def _dumped(parsed: flags.Parsed, source: Source) -> Image:
    """Compiles with the dumps of the compiler's phases."""
    from morestack import dumps
    from morestack.compiler.driver import Compilation
    from morestack.compiler.source import compiling

    run = Compilation(source.options())
    with compiling():
        run.load(source.names())
        run.check()
        run.options.objects = None  # everything is to be built, so that it can be shown
        image = run.link()
        for phase in parsed.lists["dump"]:
            if phase in dumps.COMPILER:
                print(dumps.of_compilation(run, image, phase, parsed.values["func"]), file=sys.stderr)
    return image


def _guarded(work: Callable[[], T], parsed: flags.Parsed) -> T:
    """Compiles; a wrong program is a Failure with gc's text, a wrong compiler one with the Go position."""
    try:
        return work()
    except (Failure, OSError, MemoryError):
        raise
    except RecursionError:
        raise Failure("morestack: the program is nested too deeply", EXIT_COMPILE) from None
    except Exception as e:
        raise _worded(e, parsed) from None


def _worded(e: Exception, parsed: flags.Parsed) -> Exception:
    """What to tell of an exception out of the compiler."""
    from morestack.compiler.driver import CompileFailed
    from morestack.compiler.source import Bug
    from morestack.vm.image import ImageError

    if isinstance(e, CompileFailed):
        text = json_lines(e.diagnostics) if parsed.on("json") else e.text
        return Failure(text.rstrip("\n"), EXIT_COMPILE)
    if isinstance(e, ImageError) or os.environ.get("MORESTACK_DEBUG"):
        return e
    if isinstance(e, Bug):
        return Failure(str(e), EXIT_BUG)
    return Failure(f"internal compiler error: {type(e).__name__}: {e}", EXIT_BUG)


def json_lines(diagnostics: Sequence[Diagnostic]) -> str:
    """Diagnostics as JSON, one a line."""
    import json

    return "\n".join(
        json.dumps({"file": d.file, "line": d.line, "column": d.column, "message": d.message}) for d in diagnostics
    )


# ---- commands --------------------------------------------------------------------------------------------------------


def _help(parsed: flags.Parsed) -> int:
    missing = parsed.on("missing")
    print(flags.help_text(parsed.arguments[0] if parsed.arguments else ""), file=sys.stderr if missing else sys.stdout)
    return EXIT_USAGE if missing else 0


def _help_debug(parsed: flags.Parsed) -> int:
    from morestack.vm import debug

    print("Switches of GODEBUG, as in GODEBUG=stackmove=1,gctrace=1:\n" + debug.help_text())
    return 0


def _version(parsed: flags.Parsed) -> int:
    import platform

    from morestack import __version__
    from morestack.compiler import GO_VERSION

    print(f"morestack version {__version__} go{GO_VERSION} {platform.system().lower()}/amd64")
    return 0


def _env(parsed: flags.Parsed) -> int:
    from importlib.util import find_spec

    from morestack import __version__, cache
    from morestack.compiler import GO_VERSION

    files, size = cache.contents()
    rows = {
        "MORESTACK_VERSION": __version__,
        "GOVERSION": f"go{GO_VERSION}",
        "GOOS": "linux",
        "GOARCH": "amd64",
        "MORESTACK_CACHE": str(cache.folder()),
        "MORESTACK_CACHE_FILES": str(files),
        "MORESTACK_CACHE_BYTES": str(size),
        "MORESTACK_ENGINES": "python llvm" if find_spec("llvmlite") else "python",
    }
    if parsed.on("json"):
        import json

        print(json.dumps(rows, indent="\t"))
        return 0
    for name, value in rows.items():
        print(f"{name}='{value}'")
    return 0


def _clean(parsed: flags.Parsed) -> int:
    from morestack import cache

    if not parsed.on("cache"):
        raise Failure("morestack clean: nothing to do without -cache", EXIT_USAGE)
    cache.clean()
    return 0


def _split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The .go files (or the one folder or image) that come first, and what is the program's own."""
    rest = list(arguments)
    files: list[str] = []
    while rest and rest[0].endswith(".go"):
        files.append(rest.pop(0))
    if not files and rest:
        files.append(rest.pop(0))
    if not files:
        raise Failure("morestack run: no go files listed", EXIT_USAGE)
    return files, rest


def _number(parsed: flags.Parsed, name: str, kind: Callable[[str], float]) -> float | None:
    """The number a flag gives, None without it."""
    text = parsed.values[name]
    if not text:
        return None
    try:
        found = kind(text)
    except (ValueError, OverflowError):
        found = -1
    if found < 0 or found != found:
        raise Failure(f"morestack {parsed.command}: invalid value {text!r} for flag -{name}", EXIT_USAGE)
    return found


def parse_size(text: str) -> int:
    """Bytes from "64M", "2GiB", "1000". Raises ValueError."""
    units = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}
    number = text.upper().removesuffix("B").removesuffix("I")
    unit = number[-1:] if number[-1:] in units else ""
    return int(float(number.removesuffix(unit)) * units[unit])


def _run(parsed: flags.Parsed) -> int:
    paths, args = _split(parsed.arguments)
    memory, timeout, seed = (
        _number(parsed, name, kind) for name, kind in (("max-memory", parse_size), ("timeout", float), ("seed", int))
    )
    image = _image(parsed, paths)
    wanted = _dump_image(parsed, image)
    from morestack import front, process

    code = process.run_process(
        image, [front.program_name(paths), *args], engine=parsed.values["engine"], stats=parsed.on("stats"),
        seed=None if seed is None else int(seed), max_memory=None if memory is None else int(memory), timeout=timeout,
        go=parsed.values["go"], dump=wanted, perf_map=parsed.on("perf-map"),
    )  # fmt: skip
    if parsed.on("go-exit") and code:
        print(f"exit status {code}", file=sys.stderr)
        return 1
    return code


def _dump_image(parsed: flags.Parsed, image: Image) -> str:
    """Prints the phases behind the compiler; returns the function whose Python text is wanted at the end, if it is."""
    asked = parsed.lists.get("dump", [])
    if not asked:
        return ""
    from morestack import dumps

    func = parsed.values["func"]
    for phase in asked:
        if phase in dumps.IMAGE:
            try:
                print(dumps.of_image(image, phase, func), file=sys.stderr)
            except ImportError:
                raise Failure(f"morestack: --dump {phase} needs llvmlite: pip install 'morestack[jit]'") from None
    if "python" not in asked:
        return ""
    return next((f.name for f in image.funcs if dumps.named(f.name, func or "main.main")), func or "main.main")


def _build(parsed: flags.Parsed) -> int:
    from morestack import front

    paths = parsed.arguments or ["."]
    image = _image(parsed, paths)
    _dump_image(parsed, image)
    target = parsed.values["o"] or f"{front.program_name(paths)}.msi"
    try:
        image.save(target)
    except OSError as e:
        raise Failure(f"morestack build: {target}: {(e.strerror or str(e)).lower()}") from None
    return 0


def _vet(parsed: flags.Parsed) -> int:
    from morestack.compiler import vet

    source = _source(parsed, parsed.arguments or ["."])
    options = source.options()
    options.require_main = False
    findings = _guarded(lambda: vet.run(source.names(), options), parsed)
    for f in findings:
        if parsed.on("json"):
            print(json_lines([f]))
        else:
            print(f, file=sys.stderr)
    return 1 if findings else 0


def _disasm(parsed: flags.Parsed) -> int:
    if not parsed.arguments:
        raise Failure("morestack disasm: no program named", EXIT_USAGE)
    paths = [a for a in parsed.arguments if a.endswith(".go")] or parsed.arguments[:1]
    rest = parsed.arguments[len(paths) :]
    if len(rest) > 1:
        raise Failure(f"morestack disasm: unexpected argument: {rest[1]}", EXIT_USAGE)
    image = _image(parsed, paths)
    from morestack import dumps
    from morestack.vm import asm

    func = rest[0] if rest else ""
    chosen = [f for f in image.funcs if (dumps.named(f.name, func) if func else f.name.startswith("main."))]
    if not chosen:
        raise Failure(f"morestack disasm: no function {func or 'of package main'} in the program")
    for f in chosen:
        print(asm.frame_picture(image, f))
        print("\n".join(asm.function_lines(image, f, addresses=True)))
        print()
    return 0


COMMANDS: dict[str, Callable[[flags.Parsed], int]] = {
    "run": _run, "build": _build, "vet": _vet, "disasm": _disasm, "env": _env, "clean": _clean, "version": _version,
    "help": _help, "help-debug": _help_debug,
}  # fmt: skip


def cli() -> None:
    """Runs the command of sys.argv and ends the process at once: a compiler that is still at work beside the program is not waited for."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
