"""Analysers of what goes into two packages: timeformat and unsafeptr.

Rules and words of cmd/vet's passes of these names.
"""

from __future__ import annotations

from collections.abc import Iterator

from morestack.compiler import tree, types
from morestack.compiler.types import Basic, Type
from morestack.compiler.vet_common import Finding, Vetted, callee, type_text

BAD_FORMAT, GOOD_FORMAT = "2006-02-01", "2006-01-02"
_TAKERS = {"Format": 0, "Parse": 0}  # the functions and methods of time with a layout, and where it stands


def analyse(v: Vetted) -> Iterator[Finding]:
    """The findings of a package."""
    for node in v.nodes():
        if isinstance(node, tree.CallExpr):
            yield from _layout(node)
            yield from _pointer(node)
        elif isinstance(node, tree.StarExpr) and node.mode != tree.TYPE and _is_header(node.type):
            yield Finding(node.pos, f"possible misuse of {type_text(v, node.type)}")
        elif isinstance(node, tree.UnaryExpr) and node.op == "&" and _is_header(node.x.type):
            yield Finding(node.pos, f"possible misuse of {type_text(v, node.x.type)}")


def _layout(call: tree.CallExpr) -> Iterator[Finding]:
    """A layout with the day before the month, which nobody means. (timeformat.go)"""
    f = callee(call) if call.kind == "call" else None
    if f is None or f.pkg is None or f.pkg.path != "time" or f.name not in _TAKERS or len(call.args) <= _TAKERS[f.name]:
        return
    x = call.args[_TAKERS[f.name]]
    if isinstance(x.value, bytes) and BAD_FORMAT.encode() in x.value:
        at = x.value.index(BAD_FORMAT.encode()) if isinstance(x, tree.BasicLit) else -1
        yield Finding(x.pos + 1 + at, f"{BAD_FORMAT} should be {GOOD_FORMAT}")


def _pointer(call: tree.CallExpr) -> Iterator[Finding]:
    """A number made a pointer in a way that package unsafe does not allow. (unsafeptr.go)"""
    if call.kind != "conversion" or len(call.args) != 1:
        return
    x = call.args[0]
    if _is_basic(call.type, types.UNSAFE_POINTER) and _is_basic(x.type, types.UINTPTR) and not _safe(x):
        yield Finding(call.pos, "possible misuse of unsafe.Pointer")


def _is_basic(t: Type | None, kind: int) -> bool:
    return t is not None and isinstance(t.underlying, Basic) and t.underlying.kind == kind


def _safe(x: tree.Expr) -> bool:
    """Whether x is one of the patterns of unsafe.Pointer's documentation."""
    x = tree.unparen(x)
    if isinstance(x, tree.SelectorExpr):  # the field Data of a *reflect.SliceHeader
        t = x.x.type
        return x.sel.name == "Data" and isinstance(t, types.Pointer) and _is_header(t.elem)
    if isinstance(x, tree.CallExpr) and not x.args and isinstance(x.fun, tree.SelectorExpr):
        if x.fun.sel.name in ("Pointer", "UnsafeAddr") and _is_reflect(x.fun.x.type, "Value"):
            return True
    return _safe_arithmetic(x)


def _is_header(t: Type | None) -> bool:
    return _is_reflect(t, "SliceHeader") or _is_reflect(t, "StringHeader")


def _is_reflect(t: Type | None, name: str) -> bool:
    return isinstance(t, types.Named) and t.obj.name == name and t.obj.pkg is not None and t.obj.pkg.path == "reflect"


def _safe_arithmetic(x: tree.Expr) -> bool:
    """A pointer made a number, perhaps with something added or taken away."""
    x = tree.unparen(x)
    if isinstance(x, tree.CallExpr):
        return (
            x.kind == "conversion" and len(x.args) == 1 and _is_basic(x.type, types.UINTPTR)
            and _is_basic(x.args[0].type, types.UNSAFE_POINTER)
        )  # fmt: skip
    if isinstance(x, tree.BinaryExpr) and x.op in ("+", "-", "&^"):
        return _safe_arithmetic(x.x) and not _safe_arithmetic(x.y)
    return False
