"""Statements and function bodies (spec "Statements")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from morestack.compiler import constants, tree, types
from morestack.compiler.check_builtin import Builtins
from morestack.compiler.check_literal import map_key
from morestack.compiler.check_state import INVALID, DeclInfo, Env, array_ptr_deref, measure, stand, start_pos, syn_pos
from morestack.compiler.constants import UNKNOWN
from morestack.compiler.exprstring import expr_string
from morestack.compiler.terminating import is_terminating_list
from morestack.compiler.tree import MAPINDEX, VALUE, VAR
from morestack.compiler.types import (
    BOOL_TYPE,
    INT_TYPE,
    INVALID_TYPE,
    IS_INTEGER,
    IS_STRING,
    RUNE_TYPE,
    Array,
    Basic,
    Chan,
    Interface,
    Map,
    Nil,
    Signature,
    Slice,
    Type,
    Var,
    identical,
)
from morestack.compiler.universe import BUILTINS

Cases: TypeAlias = "list[tuple[Type | None, tree.Expr]]"  # the types of a type switch so far (None: nil), and where
_LOOP_FUNC: Final = "func must be func(yield func(...) bool): "


class Stmts(Builtins):
    """Statements."""

    def func_body(self, decl: DeclInfo | None, node: tree.FuncDecl | tree.FuncLit, sig: Signature, env: Env) -> None:
        """Check the body of a function declaration or literal in env, whose scope holds the parameters."""
        body = node.body
        assert body is not None
        saved = self.env
        self.env = env
        env.func = node
        env.sig = sig
        if sig.recv is not None:
            sig.recv.owner = node
        for v in sig.params.vars:
            v.owner = node
        for v in sig.results.vars:
            v.owner = node
        try:
            self.stmt_list(body.list)
            if sig.results.vars and not is_terminating_list(body.list):
                self.error(body.rbrace, "missing return")
            self._usage(env.variables)
        finally:
            self.env = saved

    def _usage(self, variables: list[Var]) -> None:
        """Report unused variables: those of a block before those of the blocks inside it, as gc's limit of ten sees it."""
        unused = [v for v in variables if not v.used]
        if unused:
            for v in sorted(unused, key=lambda v: (v.parent.serial if v.parent else 0, v.pos)):
                self.error(v.pos, f"declared and not used: {v.name}")

    # -- dispatch

    def stmt_list(self, list_: list[tree.Stmt]) -> None:
        """Check statements in order."""
        delayed = self.delayed
        env = self.env
        for s in list_:
            env.stmt = s.pos
            top = len(delayed)
            _STMTS[type(s)](self, s)
            if len(delayed) > top:
                self.process_delayed(top)

    def stmt(self, s: tree.Stmt | None) -> None:
        """Check one statement."""
        if s is None:
            return
        top = len(self.delayed)
        _STMTS[type(s)](self, s)
        if len(self.delayed) > top:
            self.process_delayed(top)

    def _empty(self, s: tree.EmptyStmt) -> None:
        """Nothing."""

    def _decl(self, s: tree.DeclStmt) -> None:
        self.decl_stmt(s.decl)

    def _labeled(self, s: tree.LabeledStmt) -> None:
        self.stmt(s.stmt)

    def _branch(self, s: tree.BranchStmt) -> None:
        """Nothing: the parser has found the target, or reported that there is none."""

    def _block(self, s: tree.BlockStmt) -> None:
        s.scope = self.open_scope()
        self.stmt_list(s.list)
        self.close_scope()

    # -- simple statements

    def _expr_stmt(self, s: tree.ExprStmt) -> None:
        x = s.x
        self.raw_expr(x)
        mode = x.mode
        if mode == "builtin":
            what = "must be called"
        elif mode == "type":
            what = "is not an expression"
        elif mode is INVALID or _stands_alone(x):
            return
        else:
            what = "is not used"
        self.error(x, f"{self.operand(x)} {what}")

    def _send(self, s: tree.SendStmt) -> None:
        self.expr(s.chan)
        self.expr(s.value)
        if s.chan.mode is INVALID or s.value.mode is INVALID:
            return
        elem = self.chan_elem(s.chan.pos, s.chan, False)
        if elem is not None:
            self.assignment(s.value, elem, "send")

    def _inc_dec(self, s: tree.IncDecStmt) -> None:
        x = s.x
        self.expr(x)
        if x.mode is INVALID:
            return
        if not types.is_numeric(x.type):
            if x.type is not INVALID_TYPE:
                text = expr_string(x)
                t = self.text(x.type)
                self.error(x, f"invalid operation: {text}{s.tok} (non-numeric type {t})")
            return
        self._assign_var(x, None, stand(x, x.pos, x.type, x.mode), "assignment")

    def _assign(self, s: tree.AssignStmt) -> None:
        tok = s.tok
        if tok == "=":
            self._assign_vars(s.lhs, s.rhs)
        elif tok == ":=":
            self._short_var_decl(s.tok_pos, s.lhs, s.rhs)
        elif len(s.lhs) != 1 or len(s.rhs) != 1:
            self.error(s.pos, f"assignment operation {tok} requires single-valued expressions")
        else:
            lhs = s.lhs[0]
            out = stand(lhs, lhs.pos, INVALID_TYPE)
            self.binary(out, None, lhs, s.rhs[0], tok[:-1])
            self._assign_var(lhs, None, out, "assignment")

    def _go(self, s: tree.GoStmt) -> None:
        self._suspended("go", s.call)

    def _defer(self, s: tree.DeferStmt) -> None:
        self._suspended("defer", s.call)

    def _suspended(self, keyword: str, call: tree.Expr) -> None:
        if not isinstance(call, tree.CallExpr):
            self.error(call, f"expression in {keyword} must be function call")
            self.use(call)
            return
        self.raw_expr(call)
        if call.mode is INVALID or _stands_alone(call):
            return
        if call.kind == "conversion":
            what = "requires function call, not conversion"
        else:
            what = "discards result of"
            self.error(call, f"{keyword} {what} {self.operand(call)}")
            return
        self.error(call, f"{keyword} {what} {self.operand(call)}")

    def _return(self, s: tree.ReturnStmt) -> None:
        sig = self.env.sig
        assert sig is not None
        res = sig.results.vars
        if not s.results and res and res[0].name:
            for v in res:
                alt = self.lookup(v.name)
                if alt is not None and alt is not v and v.name != "_":
                    inner = f"\n\t{self.where(alt.pos)}: inner declaration of {self.object_string(v)}"
                    self.error(s.pos, f"result parameter {v.name} not in scope at return{inner}")
        elif res or s.results:
            if not res:
                self._no_results(s)
            else:
                self.init_vars(res, s.results, s)

    def _no_results(self, s: tree.ReturnStmt) -> None:
        if self.use(*s.results):
            rhs = self._expr_list(s.results)
            if rhs[0].mode is not INVALID:
                self._return_error(s, [], rhs)

    def _expr_list(self, list_: list[tree.Expr]) -> list[Any]:
        if len(list_) == 1:
            return self.multi_expr(list_[0], False)[0]
        for x in list_:
            self.expr(x)
        return list(list_)

    # -- assignment

    def _lhs_var(self, lhs: tree.Expr) -> Type | None:
        """Type of the variable assigned to; None for the blank identifier, INVALID_TYPE after an error."""
        x = tree.unparen(lhs)
        v: Any = None
        if type(x) is tree.Ident:
            if x.name == "_":
                x.obj = None  # type: ignore[assignment]
                return None
            v = self.lookup(x.name)
        if type(v) is Var and v.pkg is self.pkg:
            used = v.used
            self.expr(lhs)
            v.used = used
        else:
            self.expr(lhs)
        if lhs.mode is INVALID or lhs.type is INVALID_TYPE:
            return INVALID_TYPE
        if lhs.mode == VAR or lhs.mode == MAPINDEX:
            return lhs.type
        text = expr_string(lhs)
        if isinstance(lhs, tree.SelectorExpr) and lhs.x.mode == MAPINDEX:
            self.error(lhs, f"cannot assign to struct field {text} in map")
        else:
            self.error(lhs, f"cannot assign to {text} (neither addressable nor a map index expression)")
        return INVALID_TYPE

    def _assign_var(self, lhs: tree.Expr, rhs: tree.Expr | None, x: tree.Expr | None, context: str) -> None:
        t = self._lhs_var(lhs)
        if t is INVALID_TYPE:
            if x is not None:
                x.mode = INVALID
            else:
                self.use(rhs)
            return
        if x is None:
            assert rhs is not None
            self.expr(rhs)
            x = rhs
        if t is None and context == "assignment":
            context = "assignment to _ identifier"
        self.assignment(x, t, context)

    def _assign_vars(self, lhs: list[tree.Expr], rhs: list[tree.Expr]) -> None:
        n, r = len(lhs), len(rhs)
        context = "multiple assignment" if n > 1 else "assignment"
        if n == r and not (r == 1 and type(tree.unparen(rhs[0])) is tree.CallExpr):
            for i, x in enumerate(lhs):
                self._assign_var(x, rhs[i], None, context)
            return
        if r != 1:
            ok_lhs = self.use_lhs(*lhs)
            if self.use(*rhs) and ok_lhs:
                self._assign_error(rhs, n, r)
            return
        values, comma_ok = self.multi_expr(rhs[0], n == 2)
        if n == len(values):
            for x, y in zip(lhs, values, strict=True):
                self._assign_var(x, None, y, context)
            if comma_ok:
                self._comma_ok(rhs[0], values)
            return
        if values[0].mode is not INVALID:
            self._assign_error(rhs, n, len(values))
        self.use_lhs(*lhs)

    def _comma_ok(self, e: tree.Expr, values: list[Any]) -> None:
        if values[0].mode is INVALID or values[1].mode is INVALID:
            return
        t1 = values[1].type
        self.record_comma_ok(e, values[0].type, BOOL_TYPE if types.is_untyped(t1) else t1)

    def _assign_error(self, rhs: list[tree.Expr], n: int, r: int) -> None:
        variables, values = measure(n, "variable"), measure(r, "value")
        x = rhs[0]
        call = tree.unparen(x)
        if len(rhs) == 1 and isinstance(call, tree.CallExpr):
            text = expr_string(call.fun)
            self.error(x, f"assignment mismatch: {variables} but {text} returns {values}")
        else:
            self.error(x, f"assignment mismatch: {variables} but {values}")

    def _return_error(self, s: tree.ReturnStmt, lhs: list[Var], rhs: list[Any]) -> None:
        n, r = len(lhs), len(rhs)
        at = s.pos
        qualifier = "not enough"
        if r > n:
            at = rhs[n].pos
            qualifier = "too many"
        elif r > 0:
            at = rhs[r - 1].pos
        have = self.types_summary([x.type for x in rhs], False, False)
        want = self.types_summary([v.type for v in lhs], False, False)
        self.error(at, f"{qualifier} return values\n\thave {have}\n\twant {want}")

    def init_vars(self, lhs: list[Var], rhs: list[tree.Expr], ret: tree.ReturnStmt | None) -> None:
        """Initialise variables (or, with ret, results) with a list of expressions or one multi-valued one."""
        n, r = len(lhs), len(rhs)
        context = "return statement" if ret is not None else "multiple assignment" if n > 1 else "assignment"
        if n == r and not (r == 1 and type(tree.unparen(rhs[0])) is tree.CallExpr):
            for v, x in zip(lhs, rhs, strict=True):
                self.expr(x)
                self.init_var(v, x, context)
            return
        if r != 1:
            self._init_mismatch(lhs, rhs, ret)
        else:
            values, comma_ok = self.multi_expr(rhs[0], n == 2 and ret is None)
            if n == len(values):
                for v, x in zip(lhs, values, strict=True):
                    self.init_var(v, x, context)
                if comma_ok:
                    self._comma_ok(rhs[0], values)
                return
            if values[0].mode is not INVALID:
                if ret is not None:
                    self._return_error(ret, lhs, values)
                else:
                    self._assign_error(rhs, n, len(values))
        for v in lhs:
            if v.type is None:
                v.type = INVALID_TYPE

    def _init_mismatch(self, lhs: list[Var], rhs: list[tree.Expr], ret: tree.ReturnStmt | None) -> None:
        if not self.use(*rhs):
            return
        if ret is None:
            self._assign_error(rhs, len(lhs), len(rhs))
        else:
            self._return_error(ret, lhs, self._expr_list(rhs) if rhs else [])

    def _short_var_decl(self, pos: int, lhs: list[tree.Expr], rhs: list[tree.Expr]) -> None:
        top = len(self.delayed)
        scope = self.env.scope
        seen: set[str] = set()
        variables: list[Var] = []
        new: list[Var] = []
        failed = False
        for x in lhs:
            v: Any = None
            if type(x) is not tree.Ident:
                self.use_lhs(x)
                self.error(x, f"non-name {expr_string(x)} on left side of :=")
                failed = True
            elif x.name != "_" and x.name in seen:
                self.error(x, f"{x.name} repeated on left side of :=")
                failed = True
            else:
                seen.add(x.name)
                alt = scope.names.get(x.name)
                if alt is None:
                    v = self.local(x.pos, x.name, None)
                    x.obj = v
                    if x.name != "_":
                        new.append(v)
                elif isinstance(alt, Var):
                    x.obj = v = alt
                    x.mode = VAR
                    x.type = alt.type
                else:
                    x.obj = alt
                    self.error(x, f"cannot assign to {expr_string(x)}")
                    failed = True
            variables.append(v if v is not None else self.local(x.pos, "_", None))
        self.init_vars(variables, rhs, None)
        if len(self.delayed) > top:
            self.process_delayed(top)
        if not new and not failed:
            self.error(pos, "no new variables on left side of :=")
            return
        for v in new:
            self.declare(scope, None, v)
        for x, v in zip(lhs, variables, strict=True):
            x.type = v.type
            x.mode = VAR

    # -- if, for, switch, select

    def _cond(self, x: tree.Expr, what: str) -> None:
        self.expr(x)
        if x.mode is INVALID:
            return
        if not types.is_boolean(x.type):
            self.error(x, f"non-boolean condition in {what} statement")
            return
        self.untyped_default(x)

    def _if(self, s: tree.IfStmt) -> None:
        self.open_scope()
        self.stmt(s.init)
        self._cond(s.cond, "if")
        self._block(s.body)
        self.stmt(s.els)
        self.close_scope()

    def _for(self, s: tree.ForStmt) -> None:
        self.open_scope()
        self.stmt(s.init)
        if s.cond is not None:
            self._cond(s.cond, "for")
        self.stmt(s.post)
        self._block(s.body)
        self.close_scope()

    def _defaults(self, clauses: list[tree.Stmt]) -> None:
        first: tree.Stmt | None = None
        for c in clauses:
            empty = c.list is None if isinstance(c, tree.CaseClause) else c.comm is None  # type: ignore[attr-defined]
            if empty and first is not None:
                self.error(c.pos, f"multiple defaults (first at {self.where(first.pos)})")
            elif empty:
                first = c

    def _clause_body(self, body: list[tree.Stmt]) -> None:
        self.stmt_list(body)
        self.close_scope()

    def _switch(self, s: tree.SwitchStmt) -> None:
        self.open_scope()
        self.stmt(s.init)
        x: Any
        if s.tag is not None:
            x = s.tag
            self.expr(x)
            self.assignment(x, None, "switch expression")
            if x.mode is not INVALID and not types.comparable(x.type) and not types.has_nil(x.type):
                if x.type is not INVALID_TYPE:
                    text = self.operand(x)
                    self.error(x, f"cannot switch on {text} ({self.text(x.type)} is not comparable)")
                x.mode = INVALID
        else:
            pos = s.body.list[0].pos if s.body.list else s.body.rbrace
            x = stand("true", pos, BOOL_TYPE, tree.CONST, True)
        self._defaults(s.body.list)
        seen: dict[Any, list[tuple[int, Type]]] = {}
        for clause in s.body.list:
            assert isinstance(clause, tree.CaseClause)
            if clause.list:
                for e in clause.list:
                    self._case_value(x, e, seen)
            self.open_scope()
            self._clause_body(clause.body)
        self.close_scope()

    def _case_value(self, x: tree.Expr, v: tree.Expr, seen: dict[Any, list[tuple[int, Type]]]) -> None:
        self.expr(v)
        if x.mode is INVALID or v.mode is INVALID:
            return
        if types.is_untyped(v.type):
            self.convert_untyped(v, x.type)
            if v.mode is INVALID:
                return
        mode, value = x.mode, x.value
        if mode == tree.CONST:
            x.mode = VALUE  # the comparison is made at run time
        ok = self.comparison(v, x, "==", True)
        x.mode, x.value = mode, value
        if ok is None or v.mode != tree.CONST:
            return
        if type(v.value) is bool or v.value is UNKNOWN or type(v.value) is constants.Complex:
            return
        found = seen.setdefault(map_key(v.value), [])
        for pos, t in found:
            if identical(v.type, t):
                where = f"\n\t{self.where(pos)}: previous case"
                self.error(v, f"duplicate case {self.operand(v)} in expression switch{where}")
                return
        found.append((syn_pos(v), v.type))

    def _type_switch(self, s: tree.TypeSwitchStmt) -> None:
        self.open_scope()
        self.stmt(s.init)
        lhs, guard = _type_switch_guard(s)
        if lhs is not None and lhs.name == "_":
            self.error(lhs, "no new variable on left side of :=")
            lhs = None
        x: tree.Expr | None = guard.x
        assert x is not None
        self.expr(x)
        guard.type = x.type
        guard.mode = x.mode
        if x.mode is INVALID or x.type is INVALID_TYPE:
            x = None
        elif not isinstance(x.type.underlying, Interface):
            self.error(x, f"{self.operand(x)} is not an interface")
            x = None
        self._defaults(s.body.list)
        variables: list[Var] = []
        seen: Cases = []
        for clause in s.body.list:
            assert isinstance(clause, tree.CaseClause)
            t = self._case_types(x, clause.list or [], seen)
            self.open_scope()
            if lhs is not None:
                v = self.local(lhs.pos, lhs.name, t)
                self.env.scope.insert(v)
                clause.obj = v
                variables.append(v)
            self._clause_body(clause.body)
        if lhs is not None and not any(v.used for v in variables):
            self.error(lhs, f"{lhs.name} declared and not used")
        self.close_scope()

    def _case_types(self, x: tree.Expr | None, list_: list[tree.Expr], seen: Cases) -> Type:
        t: Type | None = None
        for e in list_:
            name = tree.unparen(e)
            if isinstance(name, tree.Ident) and isinstance(self.lookup(name.name), Nil):
                t = None
                self.expr(e)
            else:
                t = self.var_type(e)
                if t is INVALID_TYPE:
                    continue
            if not self._new_case(t, e, seen):
                continue
            if x is not None and t is not None:
                self.type_assertion(e, x, t, True)
        if len(list_) == 1 and t is not None:
            return t
        return x.type if x is not None else INVALID_TYPE

    def _new_case(self, t: Type | None, e: tree.Expr, seen: Cases) -> bool:
        for other, at in seen:
            if (t is None and other is None) or (t is not None and other is not None and identical(t, other)):
                text = "nil" if t is None else self.text(t)
                where = f"\n\t{self.where(start_pos(at))}: previous case"
                self.error(e, f"duplicate case {text} in type switch{where}")
                return False
        seen.append((t, e))
        return True

    def _select(self, s: tree.SelectStmt) -> None:
        self._defaults(s.body.list)
        for clause in s.body.list:
            assert isinstance(clause, tree.CommClause)
            comm = clause.comm
            if not _valid_comm(comm):
                assert comm is not None
                self.error(_comm_pos(comm), "select case must be send or receive (possibly with assignment)")
                continue
            self.open_scope()
            self.stmt(comm)
            self._clause_body(clause.body)

    # -- range

    def _range(self, s: tree.RangeStmt) -> None:
        x = s.x
        self.expr(x)
        key: Type | None = None
        val: Type | None = None
        if x.mode is not INVALID:
            key, val = self._range_types(s, x)
        self.open_scope()
        over_int = x.mode is not INVALID and types.is_integer(x.type)
        if s.tok == ":=":
            self._range_define(s, (key, val), over_int)
        elif s.key is not None:
            for lhs, t in ((s.key, key), (s.value, val)):
                if lhs is None or t is None or t is INVALID_TYPE:
                    continue
                if over_int:
                    self._assign_var(lhs, None, x, "range clause")
                    if x.mode is not INVALID and not types.is_integer(x.type):
                        t_text = self.text(x.type)
                        self.error(lhs, f"cannot use iteration variable of type {t_text}")
                else:
                    self._assign_var(lhs, None, stand(lhs, lhs.pos, t), "assignment")
        elif over_int:
            self.assignment(x, None, "range clause")
        self.stmt(s.body)
        self.close_scope()

    def _range_types(self, s: tree.RangeStmt, x: tree.Expr) -> tuple[Type | None, Type | None]:
        found = self.range_key_val(x.type)
        if isinstance(found, str):
            if x.type is not INVALID_TYPE:
                tail = f": {found}" if found else ""
                self.error(x, f"cannot range over {self.operand(x)}{tail}")
            return INVALID_TYPE, INVALID_TYPE
        key, val = found
        if key is None and s.key is not None:
            self.error(s.key, f"range over {self.operand(x)} permits no iteration variables")
        elif val is None and s.value is not None:
            self.error(s.value, f"range over {self.operand(x)} permits only one iteration variable")
        elif s.extra is not None:
            self.error(s.extra, "range clause permits at most two iteration variables")
        if not (types.is_untyped(x.type) and types.is_integer(x.type)):
            self.untyped_default(x)
        return key, val

    def _range_define(self, s: tree.RangeStmt, found: tuple[Type | None, Type | None], over_int: bool) -> None:
        new: list[Var] = []
        for lhs, t in ((s.key, found[0]), (s.value, found[1])):
            if lhs is None:
                continue
            if isinstance(lhs, tree.Ident):
                v = self.local(lhs.pos, lhs.name, None)
                lhs.obj = v
                if lhs.name != "_":
                    new.append(v)
            else:
                self.error(lhs, f"invalid syntax tree: cannot declare {expr_string(lhs)}")
                v = self.local(lhs.pos, "_", None)
            if t is None or t is INVALID_TYPE:
                v.type = INVALID_TYPE
                v.used = True
            elif over_int:
                self.init_var(v, s.x, "range clause")
            else:
                self.init_var(v, stand(lhs, lhs.pos, t), "assignment")
            lhs.type = v.type
            lhs.mode = VAR
        if not new:
            self.error(s.pos, "no new variables on left side of :=")
        for v in new:
            self.declare(self.env.scope, None, v)
        if over_int:
            self.untyped_default(s.x)

    def range_key_val(self, orig: Type) -> tuple[Type | None, Type | None] | str:
        """Types of the two iteration variables (None: not allowed), or why one cannot range ("" without a reason)."""
        u = array_ptr_deref(orig.underlying)
        if isinstance(u, Basic):
            if u.info & IS_STRING:
                return INT_TYPE, RUNE_TYPE
            return (orig, None) if u.info & IS_INTEGER else ""
        if isinstance(u, (Array, Slice)):
            return INT_TYPE, u.elem
        if isinstance(u, Map):
            return u.key, u.elem
        if isinstance(u, Chan):
            if u.dir == types.SEND_ONLY:
                return f"receive from send-only channel {self.text(orig)}"
            return u.elem, None
        return self._range_func(u) if isinstance(u, Signature) else ""

    def _range_func(self, u: Signature) -> tuple[Type | None, Type | None] | str:
        if len(u.params.vars) != 1:
            return _LOOP_FUNC + "wrong argument count"
        if u.results.vars:
            return _LOOP_FUNC + "unexpected results"
        cb = u.params.vars[0].type.underlying
        if not isinstance(cb, Signature):
            return _LOOP_FUNC + "argument is not func"
        params, results = cb.params.vars, cb.results.vars
        if len(params) > 2:
            return _LOOP_FUNC + "yield func has too many parameters"
        if len(results) != 1 or not identical(results[0].type, BOOL_TYPE):
            if len(results) == 1 and types.is_boolean(results[0].type):
                return _LOOP_FUNC + "yield func returns user-defined boolean, not bool"
            return _LOOP_FUNC + "yield func does not return bool"
        if cb.variadic:
            return f"yield func of type {self.text(cb)} cannot be variadic"
        return (params[0].type if params else None), (params[1].type if len(params) > 1 else None)


def _stands_alone(x: tree.Expr) -> bool:
    """May checked x be a statement: a call (of a function, or of some builtins) or a receive?"""
    x = tree.unparen(x)
    if isinstance(x, tree.CallExpr):
        return x.kind == "call" or (x.kind == "builtin" and BUILTINS[x.builtin].statement)
    return isinstance(x, tree.UnaryExpr) and x.op == "<-"


def _type_switch_guard(s: tree.TypeSwitchStmt) -> tuple[tree.Ident | None, tree.TypeAssertExpr]:
    a = s.assign
    if isinstance(a, tree.AssignStmt):
        lhs, guard = a.lhs[0], tree.unparen(a.rhs[0])
        assert isinstance(lhs, tree.Ident) and isinstance(guard, tree.TypeAssertExpr)
        return lhs, guard
    assert isinstance(a, tree.ExprStmt)
    guard = tree.unparen(a.x)
    assert isinstance(guard, tree.TypeAssertExpr)
    return None, guard


def _comm_pos(comm: tree.Stmt) -> int:
    """Where gc reports an impossible communication."""
    if isinstance(comm, tree.ExprStmt):
        return syn_pos(comm.x)
    return start_pos(comm.lhs[0]) if isinstance(comm, tree.AssignStmt) else comm.pos


def _valid_comm(comm: tree.Stmt | None) -> bool:
    if comm is None or isinstance(comm, tree.SendStmt):
        return True
    x: tree.Expr | None = None
    if isinstance(comm, tree.AssignStmt) and len(comm.rhs) == 1:
        x = tree.unparen(comm.rhs[0])
    elif isinstance(comm, tree.ExprStmt):
        x = tree.unparen(comm.x)
    return isinstance(x, tree.UnaryExpr) and x.op == "<-"


_STMTS: Final[dict[type, Callable[[Any, Any], None]]] = {
    tree.EmptyStmt: Stmts._empty,
    tree.DeclStmt: Stmts._decl,
    tree.LabeledStmt: Stmts._labeled,
    tree.BranchStmt: Stmts._branch,
    tree.BlockStmt: Stmts._block,
    tree.ExprStmt: Stmts._expr_stmt,
    tree.SendStmt: Stmts._send,
    tree.IncDecStmt: Stmts._inc_dec,
    tree.AssignStmt: Stmts._assign,
    tree.GoStmt: Stmts._go,
    tree.DeferStmt: Stmts._defer,
    tree.ReturnStmt: Stmts._return,
    tree.IfStmt: Stmts._if,
    tree.ForStmt: Stmts._for,
    tree.RangeStmt: Stmts._range,
    tree.SwitchStmt: Stmts._switch,
    tree.TypeSwitchStmt: Stmts._type_switch,
    tree.SelectStmt: Stmts._select,
}
