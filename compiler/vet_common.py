"""What the analysers of vet share: a finding, the package under examination, and questions about expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from morestack.compiler import tree, types
from morestack.compiler.check import CheckedPackage
from morestack.compiler.exprstring import expr_string
from morestack.compiler.source import FileSet
from morestack.compiler.types import Func, Package, Type


class Finding(NamedTuple):
    """One finding: position and text."""

    pos: int
    message: str


class Vetted:
    """A checked package; ``path`` is how types of it are named in messages."""

    def __init__(self, checked: CheckedPackage, fset: FileSet, path: str) -> None:
        self.checked = checked
        self.fset = fset
        self.path = path

    def funcs(self) -> Iterator[tree.FuncDecl]:
        """All functions and methods with a body."""
        return (d for d in self.checked.func_decls if d.body is not None)

    def nodes(self) -> Iterator[tree.Node]:
        """Every node of every file."""
        for f in self.checked.files:
            yield from tree.walk(f)


def type_text(v: Vetted, t: Type) -> str:
    """A type with the import paths of its packages."""

    def path(p: Package) -> str:
        return v.path if p is v.checked.types_pkg else p.path

    return types.type_string(t, path)


def callee(call: tree.CallExpr) -> Func | None:
    """The declared function or method that a call names."""
    x = tree.unparen(call.fun)
    if isinstance(x, tree.Ident):
        return x.obj if isinstance(x.obj, Func) else None
    if isinstance(x, tree.SelectorExpr):
        if x.selection is not None:
            obj = x.selection.obj
            return obj if isinstance(obj, Func) and x.selection.kind == "method" else None
        return x.sel.obj if isinstance(x.sel.obj, Func) else None
    return None


def has_side_effects(x: tree.Expr) -> bool:
    """Whether evaluating an expression may do more than give a value: it calls something or receives."""
    for n in tree.walk(x):
        if isinstance(n, tree.CallExpr) and n.kind == "call":
            return True
        if isinstance(n, tree.CallExpr) and n.kind == "builtin" and n.builtin not in ("len", "cap", "real", "imag"):
            return True
        if isinstance(n, tree.UnaryExpr) and n.op == "<-":
            return True
        if isinstance(n, tree.FuncLit):
            return True
    return False


def shown(v: Vetted, x: tree.Expr) -> str:
    """An expression as the source has it."""
    text = expr_string(x)
    file = v.fset.file(x.pos)
    if "\u2026" not in text or file is None:
        return text
    start = x.pos - file.base
    line = file.source[file.source.rfind(b"\n", 0, start) + 1 : start]
    margin = line[: len(line) - len(line.lstrip(b"\t"))]  # the formatter begins at the left
    return file.source[start : _end(x) - file.base].replace(b"\n" + margin, b"\n").decode("utf-8", "replace")


def _end(x: tree.Expr) -> int:
    """The position behind an expression that contains a body or a literal."""
    match x:
        case tree.CompositeLit():
            return x.rbrace + 1
        case tree.CallExpr() | tree.ParenExpr() | tree.TypeAssertExpr():
            return x.rparen + 1
        case tree.IndexExpr() | tree.SliceExpr():
            return x.rbrack + 1
        case tree.FuncLit():
            return x.body.rbrace + 1
        case tree.UnaryExpr() | tree.StarExpr():
            return _end(x.x)
        case tree.BinaryExpr():
            return _end(x.y)
        case tree.SelectorExpr():
            return x.sel.pos + len(x.sel.name.encode())
    return x.pos + len(expr_string(x).encode())


def literal_offsets(x: tree.Expr) -> Callable[[int], int]:
    """For a string literal: the position of a byte of its value; for other expressions their position."""
    lit = tree.unparen(x)
    if not isinstance(lit, tree.BasicLit) or lit.kind != "STRING":
        return lambda _: x.pos
    text = lit.text
    if text[0] == "`":
        return lambda n: lit.pos + 1 + n
    places: list[int] = []
    i = at = 1
    while i < len(text) - 1:
        step, count = _escape(text, i)
        places += [at] * count
        at += len(text[i : i + step].encode("utf-8", "surrogateescape"))
        i += step
    return lambda n: lit.pos + (places[n] if n < len(places) else at)


def _escape(text: str, i: int) -> tuple[int, int]:
    """Characters of the source, and bytes of the value, of what stands at i in an interpreted literal."""
    if text[i] != "\\":
        return 1, len(text[i].encode("utf-8", "surrogateescape"))
    c = text[i + 1]
    if c in "x01234567":
        return 4, 1
    if c in "uU":
        size = 6 if c == "u" else 10
        return size, len(chr(int(text[i + 2 : i + size], 16)).encode("utf-8", "replace"))
    return 2, 1
