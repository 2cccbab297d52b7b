"""Static data: initial values of package variables laid out as bytes and relocations, so that they need no code.

Static are constants, literals of static values, addresses of variables and of literals, functions without captures,
slices of literals, and interface values of such. Everything else is left to the package's init function.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

from morestack.compiler import constants, ir, tree, types
from morestack.compiler.build_expr import constant_type
from morestack.compiler.build_scan import FnInfo, is_local
from morestack.compiler.build_shape import Leaf, field_offset, shape
from morestack.compiler.escape import field_index, literal_length
from morestack.compiler.ir import K, Sym
from morestack.compiler.types import Array, Pointer, Slice, Struct, Type

if TYPE_CHECKING:
    from morestack.compiler.build import Builder

_FORMAT = {"u8": "<B", "i8": "<b", "i16": "<h", "u16": "<H", "i32": "<i", "u32": "<I", "i64": "<q", "u64": "<Q",
           "f32": "<f", "f64": "<d"}  # fmt: skip


class NotStatic(Exception):
    """The value is known only at run time."""


def put_leaf(content: bytearray, at: int, leaf: Leaf, value: int | float) -> None:
    """One scalar constant."""
    struct.pack_into(_FORMAT[leaf.width], content, at, value)


class Static:
    """Lays out one variable's value, with the further data symbols it needs."""

    def __init__(self, program: Builder, prefix: str, fn: FnInfo | None, constant: bool = False) -> None:
        self.program = program
        self.prefix = prefix
        self.fn = fn
        self.constant = constant  # only constants: the data is a template to copy from
        self.data: list[ir.Data] = []
        self.types: dict[str, Type] = {}
        self.converted: dict[str, Type] = {}
        self.itabs: dict[str, tuple[Type, Type]] = {}
        self.literals: list[tree.FuncLit] = []

    def variable(self, name: str, t: Type, e: tree.Expr) -> ir.Data:
        """The data of a variable with its initial value. Raises NotStatic."""
        d = self.new(name, t)
        self.put(d, 0, e, t)
        return d

    def new(self, name: str, t: Type) -> ir.Data:
        s = shape(t)
        d = ir.Data(name, bytearray(s.size), align=max(8, types.align_of(t)), ptrs=s.ptrs)
        d.types, d.converted, d.itabs = self.types, self.converted, self.itabs
        self.data.append(d)
        return d

    def anonymous(self, t: Type) -> ir.Data:
        if self.constant:
            raise NotStatic
        return self.new(self.program.temp_name(self.prefix), t)

    # -- expressions

    def put(self, d: ir.Data, at: int, e: tree.Expr, t: Type) -> None:
        """The value of e, converted to t, at byte ``at`` of d."""
        e = tree.unparen(e)
        if e.mode == "nil":
            return
        if types.is_interface(t):
            self.put_interface(d, at, e, t)
            return
        if e.value is not None:
            self.put_const(d, at, e.value, t)
            return
        c = type(e)
        if c is tree.CompositeLit:
            self.put_literal(d, at, e, t)  # type: ignore[arg-type]
        elif c is tree.UnaryExpr and e.op == "&":  # type: ignore[attr-defined]
            self.put_address(d, at, e)  # type: ignore[arg-type]
        elif c is tree.Ident or c is tree.SelectorExpr:
            self.put_name(d, at, e)
        elif c is tree.FuncLit:
            self.put_function(d, at, e)  # type: ignore[arg-type]
        elif c is tree.CallExpr:
            self.put_call(d, at, e, t)  # type: ignore[arg-type]
        else:
            raise NotStatic

    def put_const(self, d: ir.Data, at: int, v: Any, t: Type) -> None:
        content = d.content
        assert isinstance(content, bytearray)
        leaves = shape(t).leaves
        if type(v) is bytes:
            if v:
                text = self.program.string_data(v)
                self.data.append(text)
                d.relocs.append((at, "data", text.name, 0))
                put_leaf(content, at + 8, leaves[1], len(v))
            return
        for leaf, x in zip(leaves, constant_leaves(v, t), strict=True):
            put_leaf(content, at + leaf.offset, leaf, x)

    def put_literal(self, d: ir.Data, at: int, e: tree.CompositeLit, t: Type) -> None:
        u = e.type.underlying
        if type(u) is Pointer:  # elided &T{...}
            inner = self.anonymous(u.elem)
            self.put_elements(inner, 0, e, u.elem)
            d.relocs.append((at, "data", inner.name, 0))
        elif type(u) is Slice:
            n = literal_length(e)
            content = d.content
            assert isinstance(content, bytearray)
            if n == 0:
                d.relocs.append((at, "data", "runtime.zerobase", 0))
                return
            inner = self.anonymous(Array(u.elem, n))
            self.put_array(inner, 0, e, u.elem)
            d.relocs.append((at, "data", inner.name, 0))
            struct.pack_into("<qq", content, at + 8, n, n)
        else:
            self.put_elements(d, at, e, e.type)

    def put_elements(self, d: ir.Data, at: int, e: tree.CompositeLit, t: Type) -> None:
        u = t.underlying
        if type(u) is Struct:
            for i, x in enumerate(e.elts):
                n = i
                if type(x) is tree.KeyValueExpr:
                    assert type(x.key) is tree.Ident
                    n, x = field_index(u, x.key.name), x.val
                if u.fields[n].name != "_":
                    self.put(d, at + field_offset(t, n), x, u.fields[n].type)
        elif type(u) is Array:
            self.put_array(d, at, e, u.elem)
        elif type(u) is Slice:
            self.put_literal(d, at, e, t)
        else:
            raise NotStatic

    def put_array(self, d: ir.Data, at: int, e: tree.CompositeLit, elem: Type) -> None:
        size = shape(elem).size
        i = 0
        for x in e.elts:
            if type(x) is tree.KeyValueExpr:
                i, x = int(constants.to_int(x.key.value)), x.val
            self.put(d, at + i * size, x, elem)
            i += 1

    def put_address(self, d: ir.Data, at: int, e: tree.UnaryExpr) -> None:
        x = tree.unparen(e.x)
        if type(x) is tree.CompositeLit:
            inner = self.anonymous(x.type)
            self.put_elements(inner, 0, x, x.type)
            d.relocs.append((at, "data", inner.name, 0))
            return
        if self.constant:
            raise NotStatic
        name, offset = self.place(x)
        d.relocs.append((at, "data", name, offset))

    def place(self, e: tree.Expr) -> tuple[str, int]:
        """Symbol and offset of a variable, a field of it, or an element with a constant index."""
        e = tree.unparen(e)
        if type(e) is tree.Ident and type(e.obj) is types.Var and not is_local(e.obj):
            return self.program.global_name(e.obj), 0
        if type(e) is tree.SelectorExpr:
            sel = e.selection
            if sel is None and type(e.sel.obj) is types.Var:
                return self.program.global_name(e.sel.obj), 0
            if sel is not None and sel.kind == "field":
                name, offset = self.place(e.x)
                t = e.x.type
                for i in sel.path:
                    if type(t.underlying) is not Struct:
                        raise NotStatic
                    offset += field_offset(t, i)
                    t = t.underlying.fields[i].type
                return name, offset
        if type(e) is tree.IndexExpr and type(e.x.type.underlying) is Array and type(e.index.value) is int:
            name, offset = self.place(e.x)
            return name, offset + e.index.value * shape(e.x.type.underlying.elem).size
        raise NotStatic

    def put_name(self, d: ir.Data, at: int, e: tree.Expr) -> None:
        """A function's name, or a method expression."""
        obj = e.obj if type(e) is tree.Ident else e.sel.obj  # type: ignore[attr-defined]
        sel = e.selection if type(e) is tree.SelectorExpr else None
        if sel is not None and sel.kind == "methodexpr":
            self.func_reloc(d, at, self.program.method_expr(sel))
        elif sel is None and type(obj) is types.Func:
            self.func_reloc(d, at, self.program.func_name(obj))
        else:
            raise NotStatic

    def func_reloc(self, d: ir.Data, at: int, name: str) -> None:
        value = self.program.func_data(name)
        self.data.append(value)
        d.relocs.append((at, "data", value.name, 0))

    def put_function(self, d: ir.Data, at: int, e: tree.FuncLit) -> None:
        if self.fn is None or self.constant or not e.name:
            raise NotStatic
        self.literals.append(e)
        self.func_reloc(d, at, e.name)

    def put_call(self, d: ir.Data, at: int, e: tree.CallExpr, t: Type) -> None:
        """Conversions, and errors.New of a constant."""
        if e.kind == "conversion":
            x = e.args[0]
            u, f = t.underlying, x.type.underlying
            if type(u) is type(f) and (type(u) is not types.Basic or types.identical(u, f)):
                self.put(d, at, x, t)
                return
        raise NotStatic

    # -- interfaces

    def put_interface(self, d: ir.Data, at: int, e: tree.Expr, t: Type) -> None:
        text = _new_error(e)
        if text is not None and not self.constant:
            self.put_error(d, at, text, t)
            return
        of = e.type
        if e.value is not None:
            of = types.default_type(of) if not types.is_interface(of) else constant_type(e.value)
        if types.is_interface(of):
            if type(e) is tree.CallExpr and e.kind == "conversion" and types.identical(of, t):
                self.put_interface(d, at, e.args[0], t)
                return
            raise NotStatic
        if self.constant and types.is_pointer_shaped(of):
            raise NotStatic
        self.head(d, at, of, t)
        if types.is_pointer_shaped(of):
            self.put(d, at + 8, e, of)
            return
        if shape(of).size == 0:
            d.relocs.append((at + 8, "data", "runtime.zerobase", 0))
            return
        inner = self.new(self.program.temp_name(self.prefix), of)
        inner.readonly = True
        inner.ptrs = ()
        self.put(inner, 0, e, of)
        d.relocs.append((at + 8, "data", inner.name, 0))

    def head(self, d: ir.Data, at: int, of: Type, t: Type) -> None:
        """The first word of an interface value."""
        name = "type:" + types.key(of)
        self.types[name] = of
        if types.is_empty_interface(t):
            self.converted[name] = of
        else:
            name = f"go:itab.{types.key(of)},{types.key(t.underlying)}"
            self.itabs[name] = (of, t)
        d.relocs.append((at, "data", name, 0))

    def put_error(self, d: ir.Data, at: int, text: bytes, t: Type) -> None:
        """What errors.New(text) returns."""
        obj = self.program.package_type("errors", "errorString")
        if obj is None:
            raise NotStatic
        self.head(d, at, Pointer(obj), t)
        inner = self.anonymous(obj)
        self.put_const(inner, 0, text, types.STRING_TYPE)
        d.relocs.append((at + 8, "data", inner.name, 0))


def _new_error(e: tree.Expr) -> bytes | None:
    """The text if e is errors.New("constant")."""
    e = tree.unparen(e)
    if type(e) is tree.CallExpr and e.kind == "call" and len(e.args) == 1 and type(e.args[0].value) is bytes:
        fun = tree.unparen(e.fun)
        if type(fun) is tree.SelectorExpr and fun.selection is None:
            obj = fun.sel.obj
            if type(obj) is types.Func and obj.name == "New" and obj.pkg is not None and obj.pkg.path == "errors":
                return e.args[0].value
    return None


def constant_leaves(v: Any, t: Type) -> list[int | float]:
    """A constant of a basic type as the values of its leaves."""
    leaves = shape(t).leaves
    if type(v) is bool:
        return [1 if v else 0]
    width = leaves[0].width
    if len(leaves) == 2:
        c = constants.to_complex(v)
        to = constants.float32_of if width == "f32" else constants.float64_of
        return [to(constants.real(c)), to(constants.imag(c))]
    if width == "f32":
        return [constants.float32_of(v)]
    if width == "f64":
        return [constants.float64_of(v)]
    return [int(constants.to_int(v))]


def operand_data(name: str, t: Type, values: list[Any]) -> ir.Data:
    """Read-only data with the value of operands that are constants."""
    content = bytearray(shape(t).size)
    d = ir.Data(name, content, readonly=True, dedup=True)
    for leaf, x in zip(shape(t).leaves, values, strict=True):
        if type(x) is K:
            put_leaf(content, leaf.offset, leaf, x.value)
        else:
            assert type(x) is Sym
            d.relocs.append((leaf.offset, "data", x.name, x.addend))
    return d
