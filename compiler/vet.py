"""``morestack vet``: type errors, and what the analysers find in packages that compile.

A package is named as for the other commands; a name that only the library has is the library's. Library packages are
examined by `stackaddr` alone: the others are for users' code.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from morestack.compiler import vet_cancel, vet_code, vet_misuse, vet_printf, vet_stackaddr, vet_types
from morestack.compiler.build import Builder, BuildOptions
from morestack.compiler.driver import Compilation, CompileFailed, Options
from morestack.compiler.header import read_header
from morestack.compiler.source import Diagnostic, compiling
from morestack.compiler.vet_common import Finding, Vetted

ANALYSERS: dict[str, Callable[[Vetted], Iterable[Finding]]] = {
    "printf": vet_printf.analyse,
    "code": vet_code.analyse,
    "types": vet_types.analyse,
    "misuse": vet_misuse.analyse,
    "lostcancel": vet_cancel.analyse,
}


def run(paths: Sequence[str], options: Options) -> list[Diagnostic]:
    """The findings in the packages named, by position. Raises CompileFailed for what is no Go program."""
    library = [p for p in paths if _in_library(p, options.std_root)]
    own = [p for p in paths if p not in library]
    found: list[Diagnostic] = []
    with compiling():
        if library:
            found += _library([q for p in library for q in _expand(p, options.std_root)], options)
        if own or not library:
            found += _own(own, options)
    return found


def _in_library(name: str, root: str) -> bool:
    """Whether an argument names a package of the library."""
    if name.endswith(".go") or name.startswith((".", os.sep)):
        return False
    return name in ("runtime", "std") or (
        bool(root) and os.path.isdir(os.path.join(root, "lib", name.removesuffix("/...")))
    )


def _expand(name: str, root: str) -> Iterator[str]:
    """The packages that "std" and "path/..." stand for."""
    if name != "std" and not name.endswith("/..."):
        yield name
        return
    top = os.path.join(root, "lib")
    if name == "std":
        yield "runtime"
    start = top if name == "std" else os.path.join(top, name.removesuffix("/..."))
    for folder, names, files in os.walk(start):
        names.sort()
        sources = [f for f in files if f.endswith(".go")]
        if sources and not _is_command(os.path.join(folder, sources[0])):
            yield os.path.relpath(folder, top).replace(os.sep, "/")


def _is_command(path: str) -> bool:
    """Whether a file belongs to a program, which a generator beside a package is."""
    with open(path, "rb") as f:
        return read_header(f.read()).name == "main"


def _library(names: Sequence[str], options: Options) -> list[Diagnostic]:
    options.packages = tuple(dict.fromkeys(names))
    saved, options.overlay = options.overlay, {"vet.go": b"package main\n\nfunc main() {}\n"}
    run = Compilation(options)
    run.load(["vet.go"])
    run.check()
    options.overlay = saved
    builder = _builder(run)
    out: list[Diagnostic] = []
    for name in names:
        out += _diagnostics(run, vet_stackaddr.check(builder, run.checked[name]))
    return out


def _builder(run: Compilation) -> Builder:
    assert run.program is not None
    return Builder(run.checked, BuildOptions(go=run.options.go), run.program.fset)


def _own(paths: Sequence[str], options: Options) -> list[Diagnostic]:
    run = Compilation(options)
    run.load(paths)
    run.check()
    assert run.program is not None
    out: list[Diagnostic] = []
    builder: Builder | None = None
    for root in run.program.roots:
        package = run.program.by_path[root]
        checked = run.checked["main" if package.name == "main" else package.path]
        vetted = Vetted(checked, run.program.fset, package.path)
        findings = [f for analyse in ANALYSERS.values() for f in analyse(vetted)]
        if "unsafe" in package.imports:
            builder = builder or _builder(run)
            findings += vet_stackaddr.check(builder, checked)
        out += _diagnostics(run, findings)
    return out


def _diagnostics(run: Compilation, findings: Iterable[Finding]) -> list[Diagnostic]:
    assert run.program is not None
    fset = run.program.fset
    out: dict[tuple[int, str], Diagnostic] = {}
    for f in findings:
        p = fset.position(f.pos)
        shown = fset.shown_path(p.path).removeprefix("./")
        out[f.pos, f.message] = Diagnostic(shown, p.line, p.column, f.message, f.pos)
    return [out[key] for key in sorted(out)]


__all__ = ["ANALYSERS", "CompileFailed", "run"]
