"""Composite and function literals (spec "Composite literals", "Function literals")."""

from __future__ import annotations

from typing import Any

from morestack.compiler import constants, tree
from morestack.compiler.check_expr import Exprs
from morestack.compiler.check_state import INVALID, Env, first_in_source
from morestack.compiler.exprstring import expr_string
from morestack.compiler.lookup import lookup_error, lookup_fold
from morestack.compiler.types import (
    INVALID_TYPE,
    Array,
    Interface,
    Map,
    Pointer,
    Slice,
    Struct,
    Type,
    TypeName,
    Var,
    identical,
    lookup_field_or_method,
)


class Literals(Exprs):
    """Literals of composite and function types."""

    def func_lit(self, e: tree.FuncLit) -> None:
        """Check a function literal; its body follows when the statement around it is done."""
        sig, scope = self.func_type(e.type_expr, None)
        e.type_expr.type = sig
        e.type_expr.mode = tree.TYPE
        e.type = sig
        e.mode = tree.VALUE
        e.value = None
        e.scope = scope
        outer = self.env
        env = Env(scope, outer.decl)
        env.iota = outer.iota
        env.lits = (*outer.lits, e)
        if e.captures is None:
            e.captures = []
        self.later(lambda: self.func_body(outer.decl, e, sig, env))

    def composite_lit(self, e: tree.CompositeLit, hint: Type | None = None) -> None:
        """Check a composite literal; hint is the element type around an elided type."""
        t, base = self._literal_type(e, hint)
        e.value = None
        if self._alias_in_progress(e.type_expr) or not self.is_complete(base):
            self._invalid(e)
            return
        e.mode = tree.VALUE
        e.type = t
        u = base.underlying
        if isinstance(u, Struct):
            self._struct_lit(e, u, base)
        elif isinstance(u, Array):
            n = self._elements(e.elts, u.elem, u.len)
            if u.len < 0:
                u.len = n
                u._key = None
                if e.type_expr is not None:
                    e.type_expr.type = u
                    e.type_expr.mode = tree.TYPE
        elif isinstance(u, Slice):
            self._elements(e.elts, u.elem, -1)
        elif isinstance(u, Map):
            self._map_lit(e, u)
        else:
            for x in e.elts:
                self.use(x.val if isinstance(x, tree.KeyValueExpr) else x)
            if u is not INVALID_TYPE:
                element = " element" if e.type_expr is None else ""
                self.error(e, f"invalid composite literal{element} type {self.text(t)}")
                self._invalid(e)

    def _alias_in_progress(self, x: tree.Expr | None) -> bool:
        """Reports the cycle if a literal's type is an alias that is being declared."""
        obj = x.obj if isinstance(x, tree.Ident) else None
        if not isinstance(obj, TypeName) or not obj.is_alias or obj not in self.obj_index:
            return False
        start = self.obj_index[obj]
        cycle = self.obj_path[start:]
        self.cycle_error(cycle, first_in_source(cycle))
        return True

    def _literal_type(self, e: tree.CompositeLit, hint: Type | None) -> tuple[Type, Type]:
        """(type of the literal, type of what is between the braces)."""
        x = e.type_expr
        if x is not None:
            if isinstance(x, tree.ArrayType) and isinstance(x.len, tree.Ellipsis):
                t: Type = Array(self.var_type(x.elt), -1)
            else:
                t = self.typ(x)
            return t, t
        if hint is None:
            self.error(e, "missing type in composite literal")
            return INVALID_TYPE, INVALID_TYPE
        u = hint.underlying
        return hint, u.elem if isinstance(u, Pointer) else hint

    # -- structs

    def _struct_lit(self, e: tree.CompositeLit, u: Struct, base: Type) -> None:
        if not e.elts:
            return
        if isinstance(e.elts[0], tree.KeyValueExpr):
            self._keyed_struct(e, u, base)
        else:
            self._positional_struct(e, u, base)

    def _keyed_struct(self, e: tree.CompositeLit, u: Struct, base: Type) -> None:
        visited: dict[tuple[int, ...], Var] = {}
        for x in e.elts:
            if not isinstance(x, tree.KeyValueExpr):
                self.error(x, "mixture of field:value and value elements in struct literal")
                continue
            key = x.key
            self.expr(x.val)
            if not isinstance(key, tree.Ident):
                self.error(x, f"invalid field name {expr_string(key)} in struct literal")
                continue
            obj, path, indirect = lookup_field_or_method(u, False, self.pkg, key.name)
            if obj is None:
                alt = lookup_fold(u, key.name)
                self.error(key, lookup_error(self, base, key.name, alt, True))
                continue
            if not isinstance(obj, Var):
                self.error(key, f"{key.name} is not a field")
                continue
            if indirect:
                self.error(key, f"invalid implicit pointer indirection to reach {key.name}")
                continue
            key.obj = obj
            key.type = obj.type
            key.mode = tree.VAR
            key.value = None
            self.assignment(x.val, obj.type, "struct literal")
            self._visit_field(x, obj, path, visited)

    def _visit_field(
        self, x: tree.KeyValueExpr, obj: Var, path: tuple[int, ...], visited: dict[tuple[int, ...], Var]
    ) -> None:
        if path in visited:
            self.error(x, f"duplicate field name {obj.name} in struct literal")
            return
        for other, f in visited.items():
            n = min(len(other), len(path))
            if other[:n] == path[:n]:
                if len(other) < len(path):
                    what = f"promoted field {obj.name} and enclosing embedded field {f.name}"
                else:
                    what = f"embedded field {obj.name} and enclosed promoted field {f.name}"
                self.error(x, f"cannot specify {what}")
                return
        visited[path] = obj

    def _positional_struct(self, e: tree.CompositeLit, u: Struct, base: Type) -> None:
        fields = u.fields
        for i, x in enumerate(e.elts):
            if isinstance(x, tree.KeyValueExpr):
                self.error(x, "mixture of field:value and value elements in struct literal")
                continue
            self.expr(x)
            if i >= len(fields):
                self.error(x, f"too many values in struct literal of type {self.text(base)}")
                break
            f = fields[i]
            if not f.exported and f.pkg is not self.pkg:
                text = self.text(base)
                self.error(x, f"implicit assignment to unexported field {f.name} in struct literal of type {text}")
                continue
            self.assignment(x, f.type, "struct literal")
        if len(e.elts) < len(fields):
            hidden = any(not f.exported and f.pkg is not self.pkg for f in fields)
            hint = " (type has unexported fields - use key:value pairs)" if hidden else ""
            self.error(e.rbrace, f"too few values in struct literal of type {self.text(base)}{hint}")

    # -- arrays, slices, maps

    def _elements(self, elts: list[tree.Expr], t: Type, length: int) -> int:
        """Check the elements of an array (of that length) or slice (-1) literal; returns its length."""
        visited: set[int] = set()
        keyed = False
        index = top = 0
        for x in elts:
            value = x
            valid = False
            if type(x) is tree.KeyValueExpr:
                if not keyed:
                    keyed = True
                    visited.update(range(index))
                kt, i = self.index(x.key, length)
                if kt is not INVALID_TYPE:
                    if i >= 0:
                        index = i
                        valid = True
                    else:
                        self.error(x, f"index {expr_string(x.key)} must be integer constant")
                value = x.val
            elif 0 <= length <= index:
                self.error(x, f"index {index} is out of bounds (>= {length})")
            else:
                valid = True
            if keyed and valid:
                if index in visited:
                    self.error(x, f"duplicate index {index} in array or slice literal")
                visited.add(index)
            index += 1
            if index > top:
                top = index
            self.elem_expr(value, t)
            self.assignment(value, t, "array or slice literal")
        return top

    def _map_lit(self, e: tree.CompositeLit, u: Map) -> None:
        is_face = isinstance(u.key.underlying, Interface)
        visited: dict[Any, list[Type]] = {}
        for x in e.elts:
            if not isinstance(x, tree.KeyValueExpr):
                self.error(x, "missing key in map literal")
                continue
            key = x.key
            self.elem_expr(key, u.key)
            self.assignment(key, u.key, "map literal")
            if key.mode is INVALID:
                continue
            if key.mode == tree.CONST and self._seen_key(key, is_face, visited):
                self.error(key, f"duplicate key {constants.text(key.value)} in map literal")
                continue
            self.elem_expr(x.val, u.elem)
            self.assignment(x.val, u.elem, "map literal")

    def _seen_key(self, key: tree.Expr, is_face: bool, visited: dict[Any, list[Type]]) -> bool:
        k = map_key(key.value)
        found = visited.get(k)
        if found is None:
            visited[k] = [key.type]
            return False
        if not is_face or any(identical(t, key.type) for t in found):
            return True
        found.append(key.type)
        return False


def map_key(v: Any) -> Any:
    """A hashable stand-in for a constant: equal for equal values."""
    if type(v) is bool:
        return ("bool", v)
    if type(v) is constants.Complex:
        if constants.sign(v.im) == 0:
            return map_key(v.re)
        return ("complex", constants.float64_of(v.re), constants.float64_of(v.im))
    if type(v) is constants.Big:
        return ("big", v.m, v.e)
    return v
