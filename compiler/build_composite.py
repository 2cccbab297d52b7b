"""Composite literals, &x, new and make of slices: storage in the frame where the escape analysis allows it, and
constant contents copied from read-only data."""

from __future__ import annotations

from typing import Any

from morestack.compiler import tree, types
from morestack.compiler.build_convert import Conversions
from morestack.compiler.build_expr import EXPR
from morestack.compiler.build_shape import field_offset, shape
from morestack.compiler.build_shell import ZERO, Operand, Place, Value
from morestack.compiler.escape import field_index, literal_length
from morestack.compiler.ir import K, Sym
from morestack.compiler.types import Array, Map, Pointer, Slice, Struct, Type

STATIC_MIN = 4  # literals of constants with more words than this are copied from data


class Composites(Conversions):
    """Literals and allocations."""

    def composite(self, e: tree.CompositeLit) -> Value:
        t = e.type
        u = t.underlying
        if type(u) is Pointer:
            return [self.allocate_literal(e, u.elem, e.escapes)]
        if type(u) is Slice:
            return self.slice_literal(e, u)
        if type(u) is Map:
            return self.map_literal(e, u)
        self.order_elements(e)
        s = shape(t)
        if s.flat:
            return self.flat_literal(e, t, u)
        place = Place(self.mem_of(t, "lit"))
        self.fill(place, e, t, False)
        return place

    def order_elements(self, e: tree.CompositeLit) -> None:
        """Make the calls among the elements in order, if there are any behind the first."""
        if e in self.fn.callful and len(e.elts) > 1:
            parts: list[tree.Expr | None] = []
            for x in e.elts:
                parts.append(x.val if type(x) is tree.KeyValueExpr else x)
            self.order(*parts)

    def flat_literal(self, e: tree.CompositeLit, t: Type, u: Type) -> Value:
        out = self.zero_values(t)
        if type(u) is Array:
            for x in e.elts:
                return self.values_as(x.val if type(x) is tree.KeyValueExpr else x, u.elem)
            return out
        assert type(u) is Struct
        starts = shape(t).starts
        for i, x in self.struct_elements(e, u):
            vals = self.values_as(x, u.fields[i].type)
            if u.fields[i].name != "_":  # gc evaluates what goes to a blank field and leaves that zero
                out[starts[i] : starts[i] + len(vals)] = vals
        return out

    def struct_elements(self, e: tree.CompositeLit, u: Struct) -> list[tuple[int, tree.Expr]]:
        """(field index, value) of a struct literal's elements."""
        out: list[tuple[int, tree.Expr]] = []
        for i, x in enumerate(e.elts):
            if type(x) is tree.KeyValueExpr:
                assert type(x.key) is tree.Ident
                out.append((field_index(u, x.key.name), x.val))
            else:
                out.append((i, x))
        return out

    def array_elements(self, e: tree.CompositeLit) -> list[tuple[int, tree.Expr]]:
        """(index, value) of an array or slice literal's elements."""
        out: list[tuple[int, tree.Expr]] = []
        at = 0
        for x in e.elts:
            if type(x) is tree.KeyValueExpr:
                at = self.int_operand(x.key).value  # type: ignore[union-attr, assignment]
                x = x.val
            out.append((at, x))
            at += 1
        return out

    def fill(self, place: Place, e: tree.CompositeLit, t: Type, zeroed: bool) -> None:
        """Write a struct or array literal to fresh memory; zeroed says the memory is zero."""
        u = t.underlying
        if self.fill_static(place, e, t):
            return
        self.order_elements(e)
        if type(u) is Struct:
            named = sum(u.fields[i].name != "_" for i, _ in self.struct_elements(e, u))
            if not zeroed and named < len(u.fields):
                self.clear(place, shape(t).size, types.align_of(t))
                zeroed = True
            for i, x in self.struct_elements(e, u):
                if u.fields[i].name == "_":
                    self.evaluate(x)
                else:
                    self.fill_element(place.at(field_offset(t, i)), x, u.fields[i].type, zeroed)
            return
        assert isinstance(u, Array)
        self.fill_array(place, e, u.elem, u.len, zeroed)

    def fill_array(self, place: Place, e: tree.CompositeLit, elem: Type, length: int, zeroed: bool) -> None:
        size = shape(elem).size
        elements = self.array_elements(e)
        if not zeroed and len(elements) < length:
            self.clear(place, size * length, types.align_of(elem))
            zeroed = True
        for i, x in elements:
            self.fill_element(place.at(i * size), x, elem, zeroed)

    def fill_element(self, place: Place, x: tree.Expr, t: Type, zeroed: bool) -> None:
        y = tree.unparen(x)
        if type(y) is tree.CompositeLit and not (self.memo and y in self.memo):
            u = y.type.underlying
            if type(u) in (Struct, Array) and types.identical(y.type, t) and not shape(t).flat:
                self.fill(place, y, t, zeroed)
                return
        v = self.value_as(x, t)
        if zeroed and type(v) is list and all(type(a) is K and a.value == 0 and type(a.value) is int for a in v):
            return
        self.store(place, t, v)

    def fill_static(self, place: Place, e: tree.CompositeLit, t: Type) -> bool:
        """Copy a literal of constants from data."""
        if len(e.elts) <= STATIC_MIN:
            return False
        found = self.program.static_literal(e, t, self.func.name)
        if not found:
            return False
        d = found[0]
        self.func.data.extend(reversed(found))  # what is pointed at first
        self.func.types.update(d.types)
        self.copy(place, Place(Sym(d.name)), shape(t).size, types.align_of(t))
        return True

    def slice_literal(self, e: tree.CompositeLit, u: Slice) -> Value:
        n = literal_length(e)
        a = types.Array(u.elem, n)
        if n == 0:
            return [Sym("runtime.zerobase"), ZERO, ZERO]
        place, zeroed = self.storage(a, e.escapes)
        if not self.fill_static(place, e, a):
            self.order_elements(e)
            self.fill_array(place, e, u.elem, n, zeroed)
        return [self.address(place), K(n), K(n)]

    def storage(self, t: Type, escapes: bool) -> tuple[Place, bool]:
        """Fresh storage for a value of t, and whether it is zero."""
        if shape(t).size == 0:
            return Place(Sym("runtime.zerobase")), True
        if escapes:
            return Place(self.new_object(t)), True
        return Place(self.mem_of(t, "local")), False

    def map_literal(self, e: tree.CompositeLit, u: Map) -> Value:
        raise NotImplementedError

    def allocate_literal(self, e: tree.CompositeLit, t: Type, escapes: bool) -> Operand:
        """&T{...}"""
        self.order_elements(e)
        u = t.underlying
        if type(u) in (Slice, Map):
            v = self.slice_literal(e, u) if type(u) is Slice else self.map_literal(e, u)  # type: ignore[arg-type]
            place, _ = self.storage(t, escapes)
            self.store(place, t, v)
            return self.address(place)
        if shape(t).flat:
            v = self.flat_literal(e, t, u)
            place, _ = self.storage(t, escapes)
            self.store(place, t, v)
            return self.address(place)
        place, zeroed = self.storage(t, escapes)
        self.fill(place, e, t, zeroed)
        return self.address(place)

    def address_of(self, e: tree.UnaryExpr) -> Value:
        x = tree.unparen(e.x)
        if type(x) is tree.CompositeLit:
            return [self.allocate_literal(x, x.type, e.escapes)]
        v = self.locate(x)
        if type(v) is not Place:
            self.bug(f"address of {x!r}, which is in registers")
        return [self.address(v)]

    def new(self, e: tree.CallExpr) -> Value:
        """new(T), new(x)"""
        t = e.type.underlying
        assert isinstance(t, Pointer)
        arg = e.args[0]
        v: Any = None if arg.mode == "type" else self.value_as(arg, t.elem)
        place, zeroed = self.storage(t.elem, e.escapes)
        if v is not None:
            self.store(place, t.elem, v)
        elif not zeroed:
            self.clear(place, shape(t.elem).size, types.align_of(t.elem))
        return [self.address(place)]


EXPR[tree.CompositeLit] = Composites.composite
