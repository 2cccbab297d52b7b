"""Expressions as gc's messages show them: one line, function and literal bodies shortened to ``…``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from morestack.compiler import tree


def expr_string(x: tree.Expr | None) -> str:
    """The text of x in gc's short form (cmd/compile/internal/syntax, ShortForm)."""
    if x is None:
        return ""
    write = _WRITERS.get(type(x))
    if write is not None:
        return write(x)
    shown: Any = getattr(x, "shown", "")
    return shown if isinstance(shown, str) else expr_string(shown)


def _list(xs: list[tree.Expr]) -> str:
    return ", ".join([expr_string(x) for x in xs])


def _func_lit(x: tree.FuncLit) -> str:
    return f"{_func_type(x.type_expr)} {{{'…' if x.body.list else ''}}}"


def _composite(x: tree.CompositeLit) -> str:
    return f"{expr_string(x.type_expr)}{{{'…' if x.elts else ''}}}"


def _slice(x: tree.SliceExpr) -> str:
    tail = ":" + expr_string(x.max) if x.max is not None else ""
    return f"{expr_string(x.x)}[{expr_string(x.low)}:{expr_string(x.high)}{tail}]"


def _assert(x: tree.TypeAssertExpr) -> str:
    return f"{expr_string(x.x)}.({expr_string(x.type_expr) if x.type_expr is not None else 'type'})"


def _call(x: tree.CallExpr) -> str:
    return f"{expr_string(x.fun)}({_list(x.args)}{'...' if x.ellipsis else ''})"


def _array(x: tree.ArrayType) -> str:
    if x.len is None:
        return "[]" + expr_string(x.elt)
    length = "..." if type(x.len) is tree.Ellipsis else expr_string(x.len)
    return f"[{length}]{expr_string(x.elt)}"


def _field(f: tree.Field) -> str:
    text = expr_string(f.type_expr)
    if f.names:
        text = ", ".join([n.name for n in f.names]) + " " + text
    return f"{text} {f.tag.text}" if f.tag is not None else text


def _struct(x: tree.StructType) -> str:
    return "struct{" + "; ".join([_field(f) for f in x.fields.list]) + "}"


def _params(fields: tree.FieldList) -> str:
    return "(" + ", ".join([_field(f) for f in fields.list]) + ")"


def _signature(x: tree.FuncType) -> str:
    text = _params(x.params)
    results = x.results
    if results is None or not results.list:
        return text
    if len(results.list) == 1 and not results.list[0].names:
        return f"{text} {expr_string(results.list[0].type_expr)}"
    return f"{text} {_params(results)}"


def _func_type(x: tree.FuncType) -> str:
    return "func" + _signature(x)


def _interface(x: tree.InterfaceType) -> str:
    parts = []
    for f in x.methods.list:
        if f.names and type(f.type_expr) is tree.FuncType:
            parts.append(f.names[0].name + _signature(f.type_expr))
        else:
            parts.append(expr_string(f.type_expr))
    return "interface{" + "; ".join(parts) + "}"


def _chan(x: tree.ChanType) -> str:
    elem = expr_string(x.elem)
    if x.dir == "recv":
        return "<-chan " + elem
    if x.dir == "send":
        return "chan<- " + elem
    if type(x.elem) is tree.ChanType and x.elem.dir == "recv":
        return f"chan ({elem})"
    return "chan " + elem


_WRITERS: Final[dict[type, Callable[[Any], str]]] = {
    tree.Ident: lambda x: x.name,
    tree.BasicLit: lambda x: x.text,
    tree.CompositeLit: _composite,
    tree.KeyValueExpr: lambda x: f"{expr_string(x.key)}: {expr_string(x.val)}",
    tree.FuncLit: _func_lit,
    tree.ParenExpr: lambda x: f"({expr_string(x.x)})",
    tree.SelectorExpr: lambda x: f"{expr_string(x.x)}.{x.sel.name}",
    tree.IndexExpr: lambda x: f"{expr_string(x.x)}[{expr_string(x.index)}]",
    tree.IndexListExpr: lambda x: f"{expr_string(x.x)}[{_list(x.indices)}]",
    tree.SliceExpr: _slice,
    tree.TypeAssertExpr: _assert,
    tree.CallExpr: _call,
    tree.StarExpr: lambda x: "*" + expr_string(x.x),
    tree.UnaryExpr: lambda x: x.op + expr_string(x.x),
    tree.BinaryExpr: lambda x: f"{expr_string(x.x)} {x.op} {expr_string(x.y)}",
    tree.Ellipsis: lambda x: "..." + expr_string(x.elt),
    tree.ArrayType: _array,
    tree.StructType: _struct,
    tree.FuncType: _func_type,
    tree.InterfaceType: _interface,
    tree.MapType: lambda x: f"map[{expr_string(x.key)}]{expr_string(x.elem)}",
    tree.ChanType: _chan,
}
