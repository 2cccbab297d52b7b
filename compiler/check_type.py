"""Names and type expressions: what an identifier denotes, and the types that type syntax builds.

Spec "Types", "Declarations and scope"; texts of gc.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

from morestack.compiler import constants, tree, types
from morestack.compiler.check_convert import Convert
from morestack.compiler.check_state import INVALID, object_kind
from morestack.compiler.exprstring import expr_string
from morestack.compiler.source import NO_GENERICS
from morestack.compiler.types import (
    INVALID_TYPE,
    Array,
    Basic,
    Builtin,
    Chan,
    Const,
    Func,
    Interface,
    Map,
    Named,
    Nil,
    Object,
    PkgName,
    Pointer,
    Scope,
    Signature,
    Slice,
    Struct,
    Tuple,
    Type,
    TypeName,
    Var,
    deref,
)

_T = TypeVar("_T", bound=Type)
_DIRECTIONS = {"both": types.SEND_RECV, "send": types.SEND_ONLY, "recv": types.RECV_ONLY}


class TypeExprs(Convert):
    """Identifiers and types."""

    # -- identifiers

    def ident(self, e: tree.Ident, want_type: bool = False) -> None:
        """Check a name used as an operand (or, with want_type, as a type)."""
        name = e.name
        e.value = None
        scope: Scope | None = self.env.scope
        obj: Object | None = None
        while scope is not None:
            obj = scope.names.get(name)
            if obj is not None:
                break
            scope = scope.parent
        if obj is None:
            e.mode = INVALID
            e.type = INVALID_TYPE
            if name == "_":
                self.error(e, "cannot use _ as value or type")
            else:
                self.error(e, f"undefined: {name}")
            return
        e.obj = obj
        if self.dot_imports and scope is not None:
            pkg_name = self.dot_imports.get((id(scope), name))
            if pkg_name is not None:
                pkg_name.used = True
        if type(obj) is Var and obj.kind != "global":
            self._local_var(e, obj, want_type)
        else:
            self._package_object(e, obj, want_type)

    def _local_var(self, e: tree.Ident, obj: Var, want_type: bool) -> None:
        """A use of a local variable, noting captures by function literals."""
        obj.used = True
        t = obj.type
        e.type = t
        if want_type:
            self.error(e, f"{obj.name} ({object_kind(obj)}) is not a type")
            e.mode = INVALID
            return
        env = self.env
        if obj.owner is not env.func:
            for lit in reversed(env.lits):
                if lit is obj.owner:
                    break
                if lit.captures is None:
                    lit.captures = [obj]
                elif obj not in lit.captures:
                    lit.captures.append(obj)
        e.mode = INVALID if t is INVALID_TYPE else tree.VAR

    def _package_object(self, e: tree.Ident, obj: Object, want_type: bool) -> None:
        c = type(obj)
        if want_type and c is not TypeName:
            self.error(e, f"{obj.name} ({object_kind(obj)}) is not a type")
            if isinstance(obj, Var):
                obj.used = True
            e.mode = INVALID
            e.type = INVALID_TYPE
            return
        t = obj.type
        if t is None or (want_type and obj in self.obj_index):
            self.obj_decl(obj)
            t = obj.type
            if t is None:
                t = INVALID_TYPE
        e.type = t
        if c is TypeName:
            e.mode = tree.TYPE if t is not INVALID_TYPE else INVALID
        elif c is Func:
            self.add_dep(obj)
            e.mode = tree.VALUE if t is not INVALID_TYPE else INVALID
        elif isinstance(obj, Var):
            obj.used = True
            self.add_dep(obj)
            e.mode = INVALID if t is INVALID_TYPE else tree.VAR
        elif isinstance(obj, Const):
            self._constant(e, obj, t)
        elif c is Builtin:
            e.mode = tree.BUILTIN
        elif c is Nil:
            e.mode = tree.NIL
        else:
            assert isinstance(obj, PkgName)
            self.error(e, f"use of package {obj.name} not in selector")
            e.mode = INVALID

    def _constant(self, e: tree.Ident, obj: Const, t: Type) -> None:
        self.add_dep(obj)
        e.mode = INVALID
        if t is INVALID_TYPE:
            return
        if obj.name == "iota" and obj.pkg is None:
            if self.env.iota is None:
                self.error(e, "cannot use iota outside constant declaration")
                return
            e.value = self.env.iota
        else:
            e.value = obj.value if obj.value is not None else constants.UNKNOWN
        e.mode = tree.CONST

    # -- type expressions

    def typ(self, e: tree.Expr, define: TypeName | None = None) -> Type:
        """The type that e denotes; INVALID_TYPE after an error."""
        build = _TYPES.get(type(e))
        if build is None:
            self.error(e, f"{expr_string(e)} is not a type")
            self.use(e)
            t: Type = INVALID_TYPE
        else:
            t = build(self, e, define)
        e.type = t
        e.mode = tree.TYPE
        e.value = None
        return t

    def var_type(self, e: tree.Expr) -> Type:
        """The type that e denotes, for a variable: not a constraint."""
        t = self.typ(e)
        self.valid_var_type(e, t)
        return t

    def valid_var_type(self, e: tree.Expr, t: Type) -> None:
        """Check (later) that t is no constraint interface."""
        c = type(t)
        if c is Basic or c is Pointer or c is Slice or c is Map or c is Signature:
            return

        def check() -> None:
            u = t.underlying
            if type(u) is Interface and not u.is_method_set():
                u.all_methods()
                why = "is (or embeds) comparable" if u.comparable else "contains type constraints"
                self.error(e, f"cannot use type {self.text(t)} outside a type constraint: interface {why}")

        if c is Named:
            u = t.underlying
            if u is not INVALID_TYPE and type(u) is not Interface:
                return
        self.later(check)

    def _begun(self, t: _T, define: TypeName | None) -> _T:
        """t, which is about to be built; the alias that it defines already means it in what is part of t."""
        if define is not None and define.is_alias and define.type is None:
            define.type = t
            t.alias = define
        return t

    def _sized(self, t: _T) -> _T:
        """t, whose size is looked at when all is known."""
        if not self.trusted:
            pos = self.env.stmt or (self.obj_path[-1].pos if self.obj_path else 0)
            self.sized.append((pos, t))
        return t

    def _named_type(self, e: tree.Ident, define: TypeName | None) -> Type:
        self.ident(e, True)
        return e.type if e.mode == tree.TYPE else INVALID_TYPE

    def _selected_type(self, e: tree.SelectorExpr, define: TypeName | None) -> Type:
        self.selector(e, True)
        if e.mode == tree.TYPE:
            return e.type
        if e.mode is not INVALID:
            self.error(e, f"{self.operand(e)} is not a type")
        return INVALID_TYPE

    def _instance(self, e: tree.IndexExpr | tree.IndexListExpr, define: TypeName | None) -> Type:
        t = self.typ(e.x)
        if t is not INVALID_TYPE:
            args = [e.index] if isinstance(e, tree.IndexExpr) else e.indices
            text = ", ".join(expr_string(a) for a in args)
            x = expr_string(e.x)
            self.error(e, f"invalid operation: {x}[{text}] ({self.text(t)} is not a generic type)")
        return INVALID_TYPE

    def _paren_type(self, e: tree.ParenExpr, define: TypeName | None) -> Type:
        return self.typ(e.x, define)

    def _array_type(self, e: tree.ArrayType, define: TypeName | None) -> Type:
        if e.len is None:
            s = self._begun(Slice(INVALID_TYPE), define)
            s.elem = self.var_type(e.elt)
            return s
        if type(e.len) is tree.Ellipsis:
            self.error(e, "invalid use of [...] array (outside a composite literal)")
            length = -1
        else:
            length = self.array_length(e.len)
        a = self._begun(Array(INVALID_TYPE, length), define)
        a.elem = self.var_type(e.elt)
        return self._sized(a) if length >= 0 else INVALID_TYPE

    def array_length(self, e: tree.Expr) -> int:
        """The constant length e, or -1 after an error."""
        if isinstance(e, tree.Ident):
            obj = self.lookup(e.name)
            if obj is None:
                self.error(e, f"undefined array length {e.name} or missing type constraint")
                return -1
            if not isinstance(obj, Const):
                self.error(e, f"invalid array length {e.name}")
                return -1
        self.expr(e)
        if e.mode != tree.CONST:
            if e.mode is not INVALID:
                self.error(e, f"array length {self.operand(e)} must be constant")
            return -1
        t = e.type
        if types.is_untyped(t) or types.is_integer(t):
            n = constants.to_int(e.value)
            if type(n) is int and 0 <= n < 1 << 63:
                return n
            if n is constants.UNKNOWN and e.value is n:
                return -1
        if types.is_integer(t):
            self.error(e, f"invalid array length {self.operand(e)}")
        else:
            self.error(e, f"array length {self.operand(e)} must be integer")
        return -1

    def _ellipsis(self, e: tree.Ellipsis, define: TypeName | None) -> Type:
        self.error(e, "invalid use of ...")
        return INVALID_TYPE

    def _pointer_type(self, e: tree.StarExpr, define: TypeName | None) -> Type:
        t = self._begun(Pointer(INVALID_TYPE), define)
        t.elem = self.var_type(e.x)
        return INVALID_TYPE if t.elem is INVALID_TYPE else t

    def _map_type(self, e: tree.MapType, define: TypeName | None) -> Type:
        t = self._begun(Map(INVALID_TYPE, INVALID_TYPE), define)
        t.key = self.var_type(e.key)
        t.elem = self.var_type(e.elem)

        def check() -> None:
            if not types.comparable(t.key) and t.key is not INVALID_TYPE and t.key.underlying is not INVALID_TYPE:
                self.error(e.key, f"invalid map key type {self.text(t.key)}")

        if type(t.key) is not Basic:
            self.later(check)
        return t

    def _chan_type(self, e: tree.ChanType, define: TypeName | None) -> Type:
        t = self._begun(Chan(_DIRECTIONS[e.dir], INVALID_TYPE), define)
        t.elem = self.var_type(e.elem)
        return self._sized(t)

    # -- structs

    def _tag(self, lit: tree.BasicLit | None) -> str:
        """The text of a field's tag; gc's parser takes any literal for one."""
        if lit is None:
            return ""
        if lit.kind == "STRING":
            return lit.data.decode("utf-8", "surrogateescape") if lit.data else ""
        if lit.kind != "BAD":
            self.error(lit, f"invalid syntax tree: incorrect tag syntax: {types.quote(lit.text)}")
        return ""

    def _struct_type(self, e: tree.StructType, define: TypeName | None) -> Type:
        t = self._begun(Struct(), define)
        fields: list[Var] = []
        tags: list[str] = []
        seen: dict[str, Var] = {}
        for f in e.fields.list:
            ft = self.var_type(f.type_expr)
            tag = self._tag(f.tag)
            names = f.names
            embedded = not names
            if embedded:
                name = _embedded_name(f.type_expr)
                if name is None:
                    text = expr_string(f.type_expr)
                    self.error(f.type_expr, f"invalid embedded field type {text}")
                    name = tree.Ident(f.type_expr.pos, "_")
                names = [name]
                self._check_embedded(f.type_expr.pos, ft)
            for ident in names:
                field = Var(ident.pos, self.pkg, ident.name, ft, "field", embedded)
                if ident.name != "_":
                    other = seen.setdefault(ident.name, field)
                    if other is not field:
                        self.error(ident.pos, f"{ident.name} redeclared{self.other_decl(other)}")
                        continue
                fields.append(field)
                tags.append(tag)
                if not embedded:
                    ident.obj = field
        t.fields = fields
        t.tags = tags
        return t

    def _check_embedded(self, pos: int, t: Type) -> None:
        def check() -> None:
            base, is_ptr = deref(t)
            u = base.underlying
            if isinstance(u, Basic):
                if u.kind == types.UNSAFE_POINTER:
                    self.error(pos, "embedded field type cannot be unsafe.Pointer")
            elif isinstance(u, Pointer):
                self.error(pos, "embedded field type cannot be a pointer")
            elif isinstance(u, Interface) and is_ptr:
                self.error(pos, "embedded field type cannot be a pointer to an interface")

        self.later(check)

    # -- interfaces

    def _interface_type(self, e: tree.InterfaceType, define: TypeName | None) -> Type:
        t = self._begun(Interface(), define)
        if not e.methods.list:
            return t
        self.interfaces.append((e.pos, e.methods.closing, t))
        recv: Type = t
        if define is not None and isinstance(define.type, Named):
            recv = define.type
        for f in e.methods.list:
            if not f.names:
                self._element(t, f.type_expr)
                continue
            for ident in f.names:
                if ident.name == "_":
                    self.error(ident.pos, "methods must have a unique non-blank name")
                    continue
                sig = self.typ(f.type_expr)
                if not isinstance(sig, Signature):
                    continue
                sig.recv = Var(ident.pos, self.pkg, "", recv, "recv")
                m = Func(ident.pos, self.pkg, ident.name, sig)
                ident.obj = m
                t.methods.append(m)
        t.methods.sort(key=types.method_order)
        self.later(lambda: self._complete(t))
        return t

    def _element(self, t: Interface, e: tree.Expr) -> None:
        """An embedded interface, or a union of type terms (a constraint)."""
        terms: list[tree.Expr] = []
        rest = e
        while isinstance(rest, tree.BinaryExpr) and rest.op == "|":
            terms.insert(0, rest.y)
            rest = rest.x
        terms.insert(0, rest)
        if len(terms) == 1 and not (isinstance(rest, tree.UnaryExpr) and rest.op == "~"):
            t.embeddeds.append(self.typ(rest))
            t.embed_pos.append(e.pos)
            return
        union = []
        for x in terms:
            tilde = isinstance(x, tree.UnaryExpr) and x.op == "~"
            union.append((tilde, self.typ(x.x if isinstance(x, tree.UnaryExpr) and tilde else x)))
        t.unions.append(union)

    def _complete(self, t: Interface) -> None:
        if t._all is not None and not t.embeddeds and len(t._all) == len(t.methods):
            return

        def report(pos: int, m: Func, other: int) -> None:
            where = f"\n\t{self.where(other)}: other declaration of method {m.name}" if other else ""
            self.error(pos, f"duplicate method {m.name}{where}")

        t._all = None
        t.complete(report)

    # -- signatures

    def _func_type_expr(self, e: tree.FuncType, define: TypeName | None) -> Type:
        return self.func_type(e, None, self._begun(Signature(None, Tuple(), Tuple()), define))[0]

    def func_type(
        self, e: tree.FuncType, recv: tree.FieldList | None, sig: Signature | None = None
    ) -> tuple[Signature, Scope]:
        """The signature that e and the receiver declare, and the function's outermost scope with the parameters."""
        outer = self.env.scope
        scope = Scope(outer, 0, 0, "function")
        scope.is_func = True
        if sig is None:
            sig = Signature(None, Tuple(), Tuple())
        if e.type_params is not None:
            pos = e.type_params.list[0].pos if e.type_params.list else e.type_params.pos
            self.error(pos, NO_GENERICS)
        self.env.scope = scope
        try:
            if recv is not None:
                sig.recv = self._receiver(recv)
            names, params, sig.variadic = self._params(e.params, "param", True)
            sig.params.vars = params
            rnames: list[tree.Ident | None] = []
            if e.results is not None:
                rnames, sig.results.vars, _ = self._params(e.results, "result", False)
            if sig.recv is not None and sig.recv.name not in ("", "_"):
                self.declare(scope, None, sig.recv)
            for ident, v in zip(names + rnames, params + sig.results.vars, strict=True):
                if ident is not None:
                    ident.obj = v
                    if ident.name != "_":
                        self.declare(scope, ident, v)
        finally:
            self.env.scope = outer
        return sig, scope

    def _params(
        self, fields: tree.FieldList, kind: str, variadic_ok: bool
    ) -> tuple[list[tree.Ident | None], list[Var], bool]:
        names: list[tree.Ident | None] = []
        params: list[Var] = []
        variadic = False
        last = len(fields.list) - 1
        for i, f in enumerate(fields.list):
            e = f.type_expr
            if isinstance(e, tree.Ellipsis) and e.elt is not None:
                elem = self.var_type(e.elt)
                if variadic_ok and i == last and len(f.names) <= 1:
                    variadic = True
                    t: Type = Slice(elem)
                    e.type = t
                    e.mode = tree.TYPE
                else:
                    self.error(e, "invalid use of ...")
                    t = elem
            else:
                t = self.var_type(e)
            if f.names:
                for ident in f.names:
                    names.append(ident)
                    params.append(Var(ident.pos, self.pkg, ident.name, t, kind))
            else:
                names.append(None)
                params.append(Var(f.pos, self.pkg, "", t, kind))
        return names, params, variadic

    def _receiver(self, recv: tree.FieldList) -> Var:
        f = recv.list[0]
        e = tree.unparen(f.type_expr)
        base = tree.unparen(e.x) if isinstance(e, tree.StarExpr) else e
        if isinstance(base, (tree.IndexExpr, tree.IndexListExpr)):
            t: Type = INVALID_TYPE  # the receiver of a generic type: its declaration has been refused
        else:
            t = self.var_type(f.type_expr)
        ident = f.names[0] if f.names else None
        v = Var(ident.pos if ident else f.pos, self.pkg, ident.name if ident else "", t, "recv")
        if ident is not None:
            ident.obj = v
        self.later(lambda: self._valid_receiver(base.pos, v))
        return v

    def _valid_receiver(self, pos: int, recv: Var) -> None:
        t, _ = deref(recv.type)
        if t is INVALID_TYPE:
            return
        text = self.text(t)
        if isinstance(t, Named):
            if t.obj.pkg is not self.pkg:
                self.error(pos, f"cannot define new methods on non-local type {text}")
                return
            u = t.underlying
            if isinstance(u, (Pointer, Interface)):
                self.error(pos, f"invalid receiver type {text} (pointer or interface type)")
            elif isinstance(u, Basic) and u.kind == types.UNSAFE_POINTER:
                self.error(pos, f"invalid receiver type {text} (unsafe.Pointer)")
        elif isinstance(t, Basic):
            self.error(pos, f"cannot define new methods on non-local type {text}")
        else:
            self.error(pos, f"invalid receiver type {self.text(recv.type)}")


def _embedded_name(e: tree.Expr) -> tree.Ident | None:
    if isinstance(e, tree.Ident):
        return e
    if isinstance(e, tree.ParenExpr):
        return None
    if isinstance(e, tree.StarExpr):
        return None if isinstance(e.x, tree.StarExpr) else _embedded_name(e.x)
    if isinstance(e, tree.SelectorExpr):
        return e.sel
    if isinstance(e, (tree.IndexExpr, tree.IndexListExpr)):
        return _embedded_name(e.x)
    return None


_TYPES: Final[dict[type, Callable[[Any, Any, TypeName | None], Type]]] = {
    tree.Ident: TypeExprs._named_type,
    tree.SelectorExpr: TypeExprs._selected_type,
    tree.IndexExpr: TypeExprs._instance,
    tree.IndexListExpr: TypeExprs._instance,
    tree.ParenExpr: TypeExprs._paren_type,
    tree.ArrayType: TypeExprs._array_type,
    tree.Ellipsis: TypeExprs._ellipsis,
    tree.StructType: TypeExprs._struct_type,
    tree.StarExpr: TypeExprs._pointer_type,
    tree.FuncType: TypeExprs._func_type_expr,
    tree.InterfaceType: TypeExprs._interface_type,
    tree.MapType: TypeExprs._map_type,
    tree.ChanType: TypeExprs._chan_type,
}
