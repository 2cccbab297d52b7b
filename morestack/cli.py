"""The command line: ``morestack run | build | vet | disasm | version``.

Flags follow the ``go`` command where it has one, with one dash or two. Exit codes: the program's own for ``run``; 1 for a
program that does not compile, 2 for a wrong use of the command, 3 for a bug of ours.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

EXIT_COMPILE = 1
EXIT_USAGE = 2
EXIT_BUG = 3

DUMPS = ("tokens", "syntax", "types", "escape", "ir", "bytecode", "maps", "python", "llvm", "asm")


class Failure(Exception):
    """Something a user can mend: one line on stderr, and this exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise Failure(f"{self.prog}: {message}", EXIT_USAGE)


def _flag(p: argparse.ArgumentParser, name: str, **options: object) -> None:
    """A flag with one dash or two, as the go command takes them."""
    p.add_argument(f"--{name}", f"-{name}", **options)  # type: ignore[arg-type]


def _compile_flags(p: argparse.ArgumentParser) -> None:
    _flag(p, "tags", default="", metavar="LIST", help="build tags, separated by commas")
    _flag(p, "go", default="1.27", choices=["1.4", "1.27"], help="the era whose language and texts hold (default 1.27)")


def _run_flags(p: argparse.ArgumentParser) -> None:
    _flag(p, "engine", default="auto", choices=["auto", "python", "llvm"], help="what executes bytecode (default auto)")
    _flag(p, "stats", action="store_true", help="growths, copies, collections, instructions on stderr at the end")
    _flag(p, "seed", type=int, default=None, metavar="N", help="makes map order, select and scheduling repeatable")
    _flag(p, "max-memory", default=None, metavar="SIZE", help="limit of the heap and stacks, like 512M (default none)")
    _flag(p, "timeout", type=float, default=None, metavar="SECONDS", help="limit of the wall clock (default none)")
    _flag(p, "go-exit", action="store_true", help="exit 1 after `exit status N`, as `go run` does")


def _arguments() -> _Parser:
    top = _Parser(prog="morestack", description="Go compiled and run by Python, on goroutine stacks that really move.")
    top.add_argument("--version", action="store_true", help="print the version and exit")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    run = commands.add_parser("run", help="compile and run a program; arguments after it are its own")
    _compile_flags(run)
    _run_flags(run)
    _flag(run, "dump", action="append", default=[], choices=DUMPS, help="print what a phase makes, on stderr")
    _flag(run, "func", default="", metavar="NAME", help="dump only this function")
    run.add_argument("program", nargs=argparse.REMAINDER, help=".go files, a folder, or an image (.msi); then arguments")

    build = commands.add_parser("build", help="compile a program to an image file")
    _compile_flags(build)
    _flag(build, "json", action="store_true", help="print diagnostics as JSON lines")
    build.add_argument("-o", "--output", default="", metavar="FILE", help="the image (default: NAME.msi)")
    build.add_argument("program", nargs="*", help=".go files or a folder")

    vet = commands.add_parser("vet", help="report type errors and suspicious code")
    _compile_flags(vet)
    _flag(vet, "json", action="store_true", help="print findings as JSON lines")
    vet.add_argument("program", nargs="*", help=".go files or folders")

    disasm = commands.add_parser("disasm", help="show bytecode with lines, stack maps and frame layout")
    _compile_flags(disasm)
    disasm.add_argument("program", help="a .go file, a folder or an image")
    disasm.add_argument("func", nargs="?", default="", help="only this function (default: those of package main)")

    commands.add_parser("version", help="print the version")
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code. No exception leaves it but KeyboardInterrupt's own end."""
    try:
        options = _arguments().parse_args(argv)
        if options.version or options.command == "version":
            return _version()
        if options.command is None:
            _arguments().print_help(sys.stderr)
            return EXIT_USAGE
        return COMMANDS[options.command](options)
    except Failure as e:
        print(e, file=sys.stderr)
        return e.code
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 141


def _version() -> int:
    import platform

    from morestack import __version__
    from morestack.compiler.driver import GO_VERSION

    print(f"morestack version {__version__} go{GO_VERSION} {platform.system().lower()}/amd64")
    return 0


def _split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The .go files (or the one folder or image) that come first, and what is the program's own."""
    if not arguments:
        raise Failure("morestack run: no go files listed", EXIT_USAGE)
    rest = list(arguments)
    if rest[0] == "--":
        rest = rest[1:]
    files: list[str] = []
    while rest and rest[0].endswith(".go"):
        files.append(rest.pop(0))
    if not files:
        if not rest or rest[0].startswith("-"):
            raise Failure(f"morestack run: flag provided but not defined: {rest[0] if rest else ''}", EXIT_USAGE)
        files.append(rest.pop(0))
    return files, rest


def _tags(options: argparse.Namespace) -> tuple[str, ...]:
    return tuple(t for t in options.tags.replace(" ", ",").split(",") if t)


def parse_size(text: str) -> int:
    """Bytes from "64M", "2GiB", "1000"."""
    units = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}
    number = text.upper().removesuffix("B").removesuffix("I")
    unit = number[-1:] if number[-1:] in units and not number[-1:].isdigit() else ""
    try:
        return int(float(number.removesuffix(unit)) * units[unit])
    except ValueError:
        raise Failure(f"morestack: not a size: {text!r}", EXIT_USAGE) from None


def _run(options: argparse.Namespace) -> int:
    from morestack import front

    paths, args = _split(options.program)
    image = front.find_image(paths, tags=_tags(options), go=options.go, dump=tuple(options.dump), func=options.func)
    limit = parse_size(options.max_memory) if options.max_memory else None
    code = front.run_process(
        image, [front.program_name(paths), *args], engine=options.engine, stats=options.stats, seed=options.seed,
        max_memory=limit, timeout=options.timeout, go=options.go, dump=tuple(options.dump), func=options.func,
    )  # fmt: skip
    if options.go_exit and code:
        print(f"exit status {code}", file=sys.stderr)
        return 1
    return code


def _build(options: argparse.Namespace) -> int:
    from morestack import front

    paths = options.program or ["."]
    image = front.find_image(paths, tags=_tags(options), go=options.go, as_json=options.json)
    target = Path(options.output or f"{front.program_name(paths)}.msi")
    try:
        image.save(target)
    except OSError as e:
        raise Failure(f"morestack build: {target}: {e.strerror}") from None
    return 0


def _vet(options: argparse.Namespace) -> int:
    from morestack import front

    findings = front.vet(options.program or ["."], tags=_tags(options), go=options.go)
    for f in findings:
        if options.json:
            print(json.dumps({"file": f.path, "line": f.line, "column": f.column, "message": f.message}))
        else:
            print(f, file=sys.stderr)
    return 1 if findings else 0


def _disasm(options: argparse.Namespace) -> int:
    from morestack import front
    from morestack.vm import asm

    image = front.find_image([options.program], tags=_tags(options), go=options.go)
    names = [f.name for f in image.funcs if (f.name == options.func if options.func else f.name.startswith("main."))]
    if not names:
        raise Failure(f"morestack disasm: no function {options.func or 'of package main'} in the program")
    for name in names:
        print(asm.disassemble(image, name))
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "build": _build,
    "vet": _vet,
    "disasm": _disasm,
}


def cli(prog_name: str = "morestack") -> None:
    """Runs the command of sys.argv and exits."""
    sys.exit(main())
