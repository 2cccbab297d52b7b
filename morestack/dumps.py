"""What ``--dump PHASE`` prints: the work of one phase, for the user's functions or for one of any name.

tokens syntax types escape ir | bytecode maps | llvm asm      (python: printed by the engine itself, after the run)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from morestack.vm.image import NATIVE, Func, Image

if TYPE_CHECKING:
    from morestack.compiler.driver import Compilation

COMPILER = ("tokens", "syntax", "types", "escape", "ir")
IMAGE = ("bytecode", "maps", "llvm", "asm")
PHASES = (*COMPILER, *IMAGE, "python")


def named(name: str, wanted: str) -> bool:
    """Whether a linked name is what a user asked for: all of it, or its end (``fib`` for ``main.fib``)."""
    return name == wanted or name.endswith("." + wanted)


def of_compilation(run: Compilation, image: Image, phase: str, func: str) -> str:
    """The text of a phase of the compiler."""
    lines = _COMPILER[phase](run, func)
    return "\n".join(lines)


def of_image(image: Image, phase: str, func: str, packages: tuple[str, ...] = ("main",)) -> str:
    """The text of a phase behind the compiler. ImportError for machine code without llvmlite."""
    own = tuple(p + "." for p in packages)
    chosen = [f for f in image.funcs if (named(f.name, func) if func else f.name.startswith(own))]
    return "\n".join(_IMAGE[phase](image, chosen))


# ---- the compiler ----------------------------------------------------------------------------------------------------


def _files(run: Compilation) -> Iterator[tuple[str, bytes]]:
    assert run.program is not None
    for package in run.program.packages:
        if not package.std:
            for file in package.sources:
                yield file.path, file.source


def _tokens(run: Compilation, func: str) -> Iterator[str]:
    from morestack.compiler import scanner
    from morestack.compiler.source import SourceFile

    for path, text in _files(run):
        yield f"# {path}"
        yield scanner.dump(SourceFile(path, 0, text))


def _where(run: Compilation) -> Callable[[int], str]:
    assert run.program is not None
    fset = run.program.fset

    def where(pos: int) -> str:
        p = fset.position(pos)
        return f"{p.line}:{p.column}"

    return where


def _decls(run: Compilation, func: str) -> Iterator[tuple[str, object]]:
    """The declared functions, by their linked names; without a name those of the user's packages."""
    builder = run.builder
    assert builder is not None
    for name, entry in builder.declared.items():
        if named(name, func) if func else not entry.package.trusted:
            entry.package.check_body(entry.decl)
            yield name, entry.decl


def _syntax(run: Compilation, func: str) -> Iterator[str]:
    from morestack.compiler import tree

    where = _where(run)
    if not func:
        for checked in run.checked.values():
            if not checked.trusted:
                yield from (tree.dump(f, where) for f in checked.files)
        return
    for _, decl in _decls(run, func):
        assert isinstance(decl, tree.Node)
        yield tree.dump(decl, where)


def _types(run: Compilation, func: str) -> Iterator[str]:
    from morestack.compiler import tree
    from morestack.compiler.exprstring import expr_string

    assert run.program is not None
    fset = run.program.fset
    for name, decl in _decls(run, func):
        assert isinstance(decl, tree.Node)
        yield f"# {name}"
        for node in tree.walk(decl):
            if isinstance(node, tree.Expr) and getattr(node, "type", None) is not None:
                value = getattr(node, "value", None)
                constant = f" = {value}" if value is not None else ""
                yield f"{fset.position_text(node.pos)}: {expr_string(node)}  {node.mode} {node.type}{constant}"


def _escape(run: Compilation, func: str) -> Iterator[str]:
    assert run.program is not None and run.builder is not None
    fset = run.program.fset
    for name, d in run.builder.decisions():
        if named(name, func) if func else name in _user_names(run, name):
            yield f"{fset.position_text(d.pos)}: {d.text}"


def _user_names(run: Compilation, name: str) -> set[str]:
    """``name`` if it belongs to a package of the user, else nothing."""
    assert run.program is not None
    user = [p.path if p.name != "main" else "main" for p in run.program.packages if not p.std]
    return {name} if any(name.startswith(f"{p}.") for p in user) else set()


def _ir(run: Compilation, func: str) -> Iterator[str]:
    from morestack.compiler import ir

    assert run.builder is not None
    for name, made in run.builder.made.items():
        if made.blocks and (named(name, func) if func else _user_names(run, name)):
            yield ir.text(made)


# ---- behind it -------------------------------------------------------------------------------------------------------


def _bytecode(image: Image, funcs: list[Func]) -> Iterator[str]:
    from morestack.vm import asm

    for f in funcs:
        yield "\n".join(asm.function_lines(image, f, addresses=True))
        yield ""


def _maps(image: Image, funcs: list[Func]) -> Iterator[str]:
    from morestack.vm import asm

    for f in funcs:
        yield asm.frame_picture(image, f)
        for pc in range(f.entry, f.end):
            found = image.stack_map(pc)
            if found is not None:
                where = f"pc {pc - f.entry:5} line {image.line_at(pc):5}"
                yield f"  {where}  slots {asm.bits(found[0])}  arguments {asm.bits(found[1])}"
        yield ""


def _llvm(image: Image, funcs: list[Func]) -> Iterator[str]:
    from morestack.vm.llvm_abi import Conventions
    from morestack.vm.llvm_regions import Maps, Printer, Unsupported

    maps, addresses, conventions = Maps(image), frozenset(image.const_data), Conventions(image)
    for f in funcs:
        if not f.flags & NATIVE:
            try:
                yield Printer(image, f, maps, addresses, conventions).text().source
            except Unsupported as e:
                yield f"; {f.name} stays with the Python engine: {e}"


def _asm(image: Image, funcs: list[Func]) -> Iterator[str]:
    from morestack.vm import jit

    for text in _llvm(image, funcs):
        yield text if text.startswith("; ") else jit.compiler().assembly(text)


_COMPILER: dict[str, Callable[[Compilation, str], Iterator[str]]] = {
    "tokens": _tokens, "syntax": _syntax, "types": _types, "escape": _escape, "ir": _ir,
}  # fmt: skip
_IMAGE: dict[str, Callable[[Image, list[Func]], Iterator[str]]] = {
    "bytecode": _bytecode, "maps": _maps, "llvm": _llvm, "asm": _asm,
}  # fmt: skip
