"""Declarations: constants, variables, types and functions, at package level (on demand) and inside functions.

Spec "Declarations and scope"; cycles as gc reports them.
"""

from __future__ import annotations

from typing import Any

from morestack.compiler import tree, types
from morestack.compiler.check_state import INVALID, DeclInfo, Env, first_in_source, nth, stand, syn_pos
from morestack.compiler.check_type import TypeExprs
from morestack.compiler.exprstring import expr_string
from morestack.compiler.source import NO_GENERICS
from morestack.compiler.types import (
    INVALID_TYPE,
    UNTYPED_NIL_TYPE,
    Array,
    Const,
    Func,
    Interface,
    Named,
    Object,
    Signature,
    Struct,
    Tuple,
    Type,
    TypeName,
    Var,
    default_type,
)


class Decls(TypeExprs):
    """Declarations and initialisation of what they declare."""

    # -- package-level objects

    def obj_decl(self, obj: Object) -> None:
        """Check the declaration of obj unless that is done or under way; a cycle is reported."""
        if obj in self.obj_index:
            self._in_cycle(obj)
            return
        if obj.type is not None:
            return
        decl: DeclInfo = obj.decl
        if decl is None:
            obj.type = INVALID_TYPE
            return
        if decl.checker is not self:
            owner = decl.checker
            assert isinstance(owner, Decls)
            owner.demand(obj)
            return
        self.push(obj)
        saved = self.env
        env = self.env = Env(decl.scope, None)
        try:
            if isinstance(obj, Const):
                env.decl = decl
                self.const_decl(obj, decl.type_expr, decl.init, decl.inherited, decl.iota)
            elif isinstance(obj, Var):
                env.decl = decl
                self.var_decl(obj, decl.lhs, decl.type_expr, decl.init)
            elif isinstance(obj, TypeName):
                assert decl.spec is not None
                self.type_decl(obj, decl.spec)
                self.collect_methods(obj)
            elif isinstance(obj, Func):
                self._func_decl(obj, decl)
        finally:
            self.env = saved
            self.pop()

    def demand(self, obj: Object) -> None:
        """obj_decl from outside: another package (or a later phase) needs obj."""
        if obj.type is not None:
            return
        top = len(self.delayed)
        busy = bool(self.obj_path)
        self.obj_decl(obj)
        if not busy:
            self.process_delayed(top)

    def _in_cycle(self, obj: Object) -> None:
        if isinstance(obj, TypeName) and obj.is_alias:
            obj.type = self._alias_target(obj)
        if not self._valid_cycle(obj) or obj.type is None:
            if not isinstance(obj, Func):
                obj.type = INVALID_TYPE

    def _alias_target(self, obj: TypeName) -> Type | None:
        """The type of an alias whose declaration is under way, if as much of it is known: ``type A = B`` means B."""
        at: Object | None = obj
        while isinstance(at, TypeName) and at.type is None and at.decl is not None:
            x = tree.unparen(at.decl.spec.type_expr)
            if not isinstance(x, tree.Ident):
                return None
            at = self.pkg.scope.names.get(x.name)
        return at.type if isinstance(at, TypeName) else None

    def _valid_cycle(self, obj: Object) -> bool:
        cycle = self.obj_path[self.obj_index[obj] :]
        values = definitions = 0
        for o in cycle:
            if isinstance(o, (Const, Var)):
                values += 1
            elif isinstance(o, TypeName) and not o.is_alias:
                definitions += 1
        if values == len(cycle) or (values == 0 and definitions > 0):
            return True
        self.cycle_error(cycle, first_in_source(cycle))
        return False

    # -- constants and variables

    def const_decl(
        self, obj: Const, type_expr: tree.Expr | None, init: tree.Expr | None, inherited: bool, iota: int
    ) -> None:
        """Check one constant; init None if it is missing (reported elsewhere)."""
        env = self.env
        saved = env.iota, env.errpos
        env.iota, env.errpos = iota, 0
        try:
            if type_expr is not None:
                t = self.typ(type_expr)
                if not types.is_const_type(t):
                    if t.underlying is not INVALID_TYPE:
                        self.error(type_expr, f"invalid constant type {self.text(t)}")
                    obj.type = INVALID_TYPE
                    return
                obj.type = t
            if init is None:
                if obj.type is None:
                    obj.type = INVALID_TYPE
                return
            if inherited:
                env.errpos = obj.pos
            self.expr(init)
            self._init_const(obj, init)
        finally:
            env.iota, env.errpos = saved

    def _init_const(self, obj: Const, x: tree.Expr) -> None:
        if x.mode is INVALID or x.type is INVALID_TYPE or obj.type is INVALID_TYPE:
            if obj.type is None:
                obj.type = INVALID_TYPE
            return
        if x.mode != tree.CONST:
            self.error(x, f"{self.operand(x)} is not constant")
            if obj.type is None:
                obj.type = INVALID_TYPE
            return
        if obj.type is None:
            obj.type = x.type
        self.assignment(x, obj.type, "constant declaration")
        if x.mode is not INVALID:
            obj.value = x.value

    def var_decl(
        self, obj: Var, lhs: list[Var] | None, type_expr: tree.Expr | None, init: tree.Expr | None
    ) -> None:
        """Check one variable; lhs are all variables that a single initial value is for (None: obj alone)."""
        if type_expr is not None:
            obj.type = self.var_type(type_expr)
        if init is None:
            if type_expr is None:
                obj.type = INVALID_TYPE
            return
        if lhs is None or len(lhs) == 1:
            self.expr(init)
            self.init_var(obj, init, "variable declaration")
            return
        if type_expr is not None:
            for v in lhs:
                v.type = obj.type
        self.init_vars(lhs, [init], None)

    def init_var(self, v: Var, x: tree.Expr, context: str) -> None:
        """Give v the value x, and its type if it has none."""
        if x.mode is INVALID or x.type is INVALID_TYPE or v.type is INVALID_TYPE:
            if v.type is None:
                v.type = INVALID_TYPE
            x.mode = INVALID
            return
        t = v.type
        if t is None:
            t = x.type
            if types.is_untyped(t):
                if t is UNTYPED_NIL_TYPE:
                    self.error(x, f"use of untyped nil in {context}")
                    v.type = INVALID_TYPE
                    x.mode = INVALID
                    return
                t = default_type(t)
            v.type = t
        self.assignment(x, t, context)

    def init_vars(self, lhs: list[Var], rhs: list[tree.Expr], ret: tree.ReturnStmt | None) -> None:
        """Initialise variables (or, with ret, results) with a list of expressions or one multi-valued one."""
        raise NotImplementedError

    # -- types

    def type_decl(self, obj: TypeName, spec: tree.TypeSpec) -> None:
        """Check a type declaration or alias."""
        if spec.type_params is not None:
            params = spec.type_params.list
            self.error(params[0].pos if params else spec.type_params.pos, NO_GENERICS)
            obj.type = INVALID_TYPE
            return
        if spec.assign:
            obj.is_alias = True
            t = self.typ(spec.type_expr, obj)
            if obj.type is not INVALID_TYPE:
                obj.type = self._aliased(obj, t)
            return
        named = Named(obj)
        named.rhs = None
        obj.type = named
        if self.env.func is not None or self.env.lits:
            named.number = self._local_number(obj.pos)
        self.later(lambda: self._check_valid(named))
        rhs = self.typ(spec.type_expr, obj)
        named.rhs = rhs
        self._set_underlying(named)
        if self.pending:
            waiting, self.pending = self.pending, []
            for n in waiting:
                self._set_underlying(n)

    def _aliased(self, obj: TypeName, t: Type) -> Type:
        """The type that an alias means: t under the alias' name, if t is known by now."""
        if t is INVALID_TYPE or (t.alias is not None and t.alias in self.obj_index):
            return t
        if type(t) is Interface and not t.completed:
            return t
        copied = types.aliased(t, obj)
        if type(copied) is Named and copied.underlying is INVALID_TYPE:
            self.twins.setdefault(copied.obj, []).append(copied)
        return copied

    def _local_number(self, pos: int) -> int:
        """A number for a type declared at pos inside a function: its place in the package, so that it never changes."""
        file = self.fset.file(pos)
        if file is None:
            return 1
        bases = self.file_bases
        if file.base not in bases:
            bases[file.base] = len(bases)
        return (pos - file.base) * 1024 + bases[file.base] + 1

    def _set_underlying(self, named: Named) -> None:
        t: Type | None = named.rhs
        while type(t) is Named:
            if t.obj is named.obj:
                t = INVALID_TYPE
                break
            if t.underlying is not INVALID_TYPE:
                t = t.underlying
                break
            if t.rhs is None or t.rhs is t:
                self.pending.append(named)
                return
            t = t.rhs
        assert t is not None
        named.underlying = t
        for twin in self.twins.pop(named.obj, ()):
            twin.rhs = named.rhs
            twin.underlying = t
        if isinstance(t, Interface) and t is named.rhs:
            for m in t.methods:
                if m.type.recv is not None and m.type.recv.type is t:
                    m.type.recv.type = named

    def _check_valid(self, named: Named) -> None:
        self._valid_type(named, [])

    def _valid_type(self, t: Type | None, path: list[Named]) -> bool:
        """Does t not contain itself? Reports the cycle if it does."""
        c = type(t)
        if c is Named:
            assert isinstance(t, Named)
            if t in self.valid or t.obj.pkg is not self.pkg:
                return True
            if t in path:
                t.rhs = t.underlying = INVALID_TYPE
                self.cycle_error([n.obj for n in path[path.index(t) :]], 0)
                return False
            path.append(t)
            ok = self._valid_type(t.rhs, path)
            path.pop()
            if ok:
                self.valid.add(t)
            return ok
        if c is Struct:
            assert isinstance(t, Struct)
            return all(self._valid_type(f.type, path) for f in t.fields)
        if c is Array:
            assert isinstance(t, Array)
            return self._valid_type(t.elem, path)
        if c is Interface:
            assert isinstance(t, Interface)
            terms = [x for union in t.unions for _, x in union]
            return all(self._valid_type(e, path) for e in t.embeddeds + terms)
        return True

    def collect_methods(self, obj: TypeName) -> None:
        """Attach to a defined type the methods that the resolver found for it."""
        methods = self.methods.pop(obj, None)
        if methods is None:
            return
        base = obj.type if isinstance(obj.type, Named) else None
        seen: dict[str, Func] = {}
        for m in methods:
            other = seen.setdefault(m.name, m)
            if other is not m:
                where = self.where(other.pos)
                self.error(m.pos, f"method {obj.name}.{m.name} already declared at {where}")
            elif base is not None:
                m.origin_recv = base
                base.add_method(m)
        if base is not None:
            named = base
            self.later(lambda: self._check_field_uniqueness(named))

    def _check_field_uniqueness(self, base: Named) -> None:
        u = base.underlying
        if not isinstance(u, Struct):
            return
        for f in u.fields:
            i = base.method_at(f.name, self.pkg) if f.name != "_" else -1
            if i >= 0:
                m = base.methods[i]
                self.error(m.pos, f"field and method with the same name {f.name}{self.other_decl(f)}")

    def _func_decl(self, obj: Func, decl: DeclInfo) -> None:
        node = decl.func
        assert node is not None
        if node.type_expr.type_params is not None or _generic_receiver(node):
            params = node.type_expr.type_params
            if params is not None:
                self.error(params.list[0].pos if params.list else params.pos, NO_GENERICS)
            obj.type = INVALID_TYPE
            return
        sig = obj.type = Signature(None, Tuple(), Tuple())  # known before its parts: they may refer to the function
        _, scope = self.func_type(node.type_expr, node.recv, sig)
        node.scope = scope
        node.type_expr.type = sig
        if node.body is not None and not self.trusted:
            env = Env(scope, decl)
            self.later(lambda: self.func_body(decl, node, sig, env))

    # -- declarations inside functions

    def decl_stmt(self, d: tree.GenDecl) -> None:
        """Check const, type or var inside a function."""
        if d.tok == "var":
            for spec in d.specs:
                assert isinstance(spec, tree.ValueSpec)
                self._local_vars(spec)
        elif d.tok == "const":
            last: tree.ValueSpec | None = None
            for spec in d.specs:
                assert isinstance(spec, tree.ValueSpec)
                inherited = not (spec.type_expr is not None or spec.values)
                if not inherited:
                    last = spec
                self._local_consts(spec, last, inherited and last is not None)
        elif d.tok == "type":
            for spec in d.specs:
                assert isinstance(spec, tree.TypeSpec)
                obj = TypeName(spec.name.pos, self.pkg, spec.name.name, None, bool(spec.assign))
                self.declare(self.env.scope, spec.name, obj)
                spec.name.obj = obj
                self.push(obj)
                self.type_decl(obj, spec)
                self.pop()

    def _local_consts(self, spec: tree.ValueSpec, source: tree.ValueSpec | None, inherited: bool) -> None:
        top = len(self.delayed)
        values = source.values if source is not None else []
        type_expr = source.type_expr if source is not None else None
        objs = []
        for i, ident in enumerate(spec.names):
            obj = Const(ident.pos, self.pkg, ident.name, None)
            objs.append(obj)
            self.const_decl(obj, type_expr, values[i] if i < len(values) else None, inherited, spec.iota)
        self.arity(spec.pos, spec.names, values, True, inherited)
        self.process_delayed(top)
        for ident, obj in zip(spec.names, objs, strict=True):
            ident.obj = obj
            self.declare(self.env.scope, ident, obj)

    def _local_vars(self, spec: tree.ValueSpec) -> None:
        top = len(self.delayed)
        lhs = [self.local(ident.pos, ident.name, None) for ident in spec.names]
        values = spec.values
        if len(values) == 1 and len(lhs) != 1:
            self.var_decl(lhs[0], lhs, spec.type_expr, values[0])
        else:
            for i, v in enumerate(lhs):
                self.var_decl(v, None, spec.type_expr, values[i] if i < len(values) else None)
        if spec.type_expr is None or values:
            self.arity(spec.pos, spec.names, values, False, False)
        if len(self.delayed) > top:
            self.process_delayed(top)
        for ident, v in zip(spec.names, lhs, strict=True):
            ident.obj = v
            self.declare(self.env.scope, ident, v)

    def arity(
        self, pos: int, names: list[tree.Ident], values: list[tree.Expr], const: bool, inherited: bool
    ) -> None:
        """Check that there are as many values as names."""
        n, r = len(names), len(values)
        if n < r:
            x = values[n]
            if inherited:
                self.error(pos, f"extra init expr at {self.where(syn_pos(x))}")
            else:
                self.error(x, f"extra init expr {expr_string(x)}")
        elif n > r and (const or r != 1):
            self.error(names[r].pos, f"missing init expr for {names[r].name}")

    # -- values of multi-valued expressions

    def multi_expr(self, e: tree.Expr, allow_comma_ok: bool) -> tuple[list[Any], bool]:
        """Check e, which may be a call with several results or (if allowed) have a comma-ok form: the list of
        operands."""
        self.raw_expr(e)
        self.exclude(e)
        if e.mode is INVALID:
            return [e], False
        if isinstance(e.type, Tuple):
            return self.unpack(e, e.type), False
        if allow_comma_ok and e.mode in ("mapindex", "commaok"):
            ok = stand("ok value of (comma, ok) expression", e.pos, types.UNTYPED_BOOL_TYPE)
            return [e, ok], True
        return [e], False

    def unpack(self, e: tree.Expr, t: Tuple, shown: bool = False) -> list[Any]:
        """Operands for the results of call e."""
        return [stand(e if shown else nth(i + 1, "function result"), e.pos, v.type) for i, v in enumerate(t.vars)]

    def exclude(self, x: tree.Expr, type_ok: bool = False, builtin_ok: bool = False) -> None:
        """Reject what is no value: calls without results, builtins and types."""
        mode = x.mode
        if mode == "novalue":
            self.error(x, f"{self.operand(x)} used as value" + (" or type" if type_ok else ""))
        elif mode == "builtin" and not builtin_ok:
            self.error(x, f"{self.operand(x)} must be called")
        elif mode == "type" and not type_ok:
            self.error(x, f"{self.operand(x)} is not an expression")
        else:
            return
        x.mode = INVALID

    def record_comma_ok(self, e: tree.Expr, t0: Type, t1: Type) -> None:
        """e is used in the v, ok form: its type becomes the pair."""
        pair = Tuple([Var(e.pos, self.pkg, "", t0), Var(e.pos, self.pkg, "", t1)])
        while True:
            e.commaok = True
            e.type = pair
            if not isinstance(e, tree.ParenExpr):
                return
            e = e.x


def _generic_receiver(node: tree.FuncDecl) -> bool:
    """A method of a generic type, whose declaration has been refused already."""
    if node.recv is None:
        return False
    x = tree.unparen(node.recv.list[0].type_expr)
    if isinstance(x, tree.StarExpr):
        x = tree.unparen(x.x)
    return isinstance(x, (tree.IndexExpr, tree.IndexListExpr))
