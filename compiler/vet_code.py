"""Analysers of statements and expressions: assign, atomic, bools, nilfunc, shift, stringintconv, unusedresult, defers,
appends, waitgroup, unreachable.

Rules and words of cmd/vet's passes of these names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from morestack.compiler import tree, types
from morestack.compiler.exprstring import expr_string
from morestack.compiler.types import Basic, Func, Map, Signature
from morestack.compiler.vet_common import Finding, Vetted, callee, has_side_effects, type_text

UNUSED = frozenset(
    ("context.WithCancel", "context.WithDeadline", "context.WithTimeout", "context.WithValue", "errors.New",
     "fmt.Append", "fmt.Appendf", "fmt.Appendln", "fmt.Errorf", "fmt.Sprint", "fmt.Sprintf", "fmt.Sprintln", "sort.Reverse")
)  # fmt: skip
ATOMIC = frozenset(
    f"sync/atomic.Add{n}" for n in ("Int32", "Int64", "Uint32", "Uint64", "Uintptr")
)  # whose result must not be assigned to their own operand


def analyse(v: Vetted) -> Iterator[Finding]:
    """The findings of a package."""
    for node in v.nodes():
        check = _CHECKS.get(type(node))
        if check is not None:
            yield from check(v, node)
    for decl in v.funcs():
        for node in tree.walk(decl):
            if isinstance(node, tree.FuncDecl | tree.FuncLit) and node.body is not None:
                yield from Reach().body(node.body)


# ---- assignments -----------------------------------------------------------------------------------------------------


def _assign(v: Vetted, s: tree.AssignStmt) -> Iterator[Finding]:
    yield from _shift_assign(v, s)
    if s.tok != "=" or len(s.lhs) != len(s.rhs):
        if s.tok == ":=" and len(s.lhs) == len(s.rhs):
            yield from _atomic(v, s)
        return
    yield from _atomic(v, s)
    same: list[str] = []
    for x, y in zip(s.lhs, s.rhs, strict=True):
        if has_side_effects(x) or has_side_effects(y) or type(x) is not type(y):
            continue
        if isinstance(x, tree.IndexExpr) and x.x.type is not None and isinstance(x.x.type.underlying, Map):
            continue
        if isinstance(x, tree.Ident) and x.name == "_":
            continue
        text = expr_string(x)
        if text == expr_string(y):
            same.append(text)
    if same:
        yield Finding(s.pos, f"self-assignment{'s' * (len(same) > 1)} of {', '.join(same)}")


def _atomic(v: Vetted, s: tree.AssignStmt) -> Iterator[Finding]:
    if len(s.lhs) == 1 and s.tok == ":=":
        return
    for x, y in zip(s.lhs, s.rhs, strict=True):
        call = tree.unparen(y)
        if not isinstance(call, tree.CallExpr) or len(call.args) != 2:
            continue
        f = callee(call)
        if f is None or f.full_name() not in ATOMIC:
            continue
        target = call.args[0]
        direct = isinstance(target, tree.UnaryExpr) and target.op == "&" and expr_string(target.x) == expr_string(x)
        through = isinstance(x, tree.StarExpr) and expr_string(x.x) == expr_string(target)
        if direct or through:
            yield Finding(x.pos, "direct assignment to atomic value")


# ---- boolean expressions ---------------------------------------------------------------------------------------------


def _binary(v: Vetted, e: tree.BinaryExpr) -> Iterator[Finding]:
    if e.op in ("<<", ">>"):
        yield from _shift(v, e.pos, e.x, e.y)
    elif e.op in ("==", "!="):
        yield from _nil_func(e)
    elif e.op in ("&&", "||"):
        yield from _bools(e)


_inner: set[int] = set()


def _bools(e: tree.BinaryExpr) -> Iterator[Finding]:
    """Operands that repeat each other; inner parts of a chain are looked at with the whole of it."""
    if id(e) in _inner:
        _inner.discard(id(e))
        return
    name, suspect = ("or", "!=") if e.op == "||" else ("and", "==")
    for group in _groups(e, e.op):
        seen: set[str] = set()
        compared: dict[str, str] = {}
        for x in group:
            text = expr_string(x)
            if text in seen:
                yield Finding(x.pos, f"redundant {name}: {text} {e.op} {text}")
            seen.add(text)
        for x in group:
            if not isinstance(x, tree.BinaryExpr) or x.op != suspect:
                continue
            if x.y.value is not None:
                other = x.x
            elif x.x.value is not None:
                other = x.y
            else:
                continue
            text, key = expr_string(x), expr_string(other)
            if key in compared and compared[key] != text:
                yield Finding(x.pos, f"suspect {name}: {text} {e.op} {compared[key]}")
            compared.setdefault(key, text)


def _groups(e: tree.Expr, op: str) -> Iterator[list[tree.Expr]]:
    """The operands of a chain, last first, cut at those with side effects."""
    flat: list[tree.Expr] = []
    stack = [e]
    while stack:
        x = tree.unparen(stack.pop())
        if isinstance(x, tree.BinaryExpr) and x.op == op:
            if x is not e:
                _inner.add(id(x))
            stack += [x.x, x.y]
        else:
            flat.append(x)
    group: list[tree.Expr] = []
    for x in flat:
        if has_side_effects(x):
            if len(group) > 1:
                yield group
            group = []
        else:
            group.append(x)
    if len(group) > 1:
        yield group


def _nil_func(e: tree.BinaryExpr) -> Iterator[Finding]:
    for x, y in ((e.x, e.y), (e.y, e.x)):
        if y.mode != tree.NIL:
            continue
        x = tree.unparen(x)
        obj = x.obj if isinstance(x, tree.Ident) else x.sel.obj if isinstance(x, tree.SelectorExpr) else None
        if isinstance(x, tree.SelectorExpr) and x.selection is not None:
            obj = x.selection.obj
        if isinstance(obj, Func):
            always = "true" if e.op == "!=" else "false"
            yield Finding(e.pos, f"comparison of function {obj.name} {e.op} nil is always {always}")


# ---- shifts ----------------------------------------------------------------------------------------------------------


def _shift(v: Vetted, pos: int, x: tree.Expr, y: tree.Expr) -> Iterator[Finding]:
    if x.value is not None or not isinstance(y.value, int) or x.type is None:
        return
    t = x.type.underlying
    if not isinstance(t, Basic) or types.is_untyped(t):
        return
    bits = 8 * types.size_of(t)
    if y.value >= bits:
        yield Finding(pos, f"{expr_string(x)} ({bits} bits) too small for shift of {y.value}")


def _shift_assign(v: Vetted, s: tree.AssignStmt) -> Iterator[Finding]:
    if s.tok in ("<<=", ">>=") and len(s.lhs) == len(s.rhs) == 1:
        yield from _shift(v, s.pos, s.lhs[0], s.rhs[0])


# ---- calls -----------------------------------------------------------------------------------------------------------


def _errors_as(v: Vetted, c: tree.CallExpr) -> Iterator[Finding]:
    """The second argument of errors.As is a pointer to an error type or an interface."""
    f = callee(c)
    if f is None or f.full_name() != "errors.As" or len(c.args) != 2:
        return
    t = c.args[1].type
    u = t.underlying if t is not None and c.args[1].mode != tree.NIL else None
    if isinstance(u, types.Pointer):
        elem = u.elem
        if types.identical(elem, types.ERROR_TYPE):
            yield Finding(c.pos, "second argument to errors.As should not be *error")
            return
        error = types.ERROR_TYPE.underlying
        assert isinstance(error, types.Interface)
        if types.is_interface(elem) or types.implements(elem, error):
            return
    elif u is not None and types.is_empty_interface(u):
        return
    text = "second argument to errors.As must be a non-nil pointer to either a type that implements error"
    yield Finding(c.pos, f"{text}, or to any interface type")


def _call(v: Vetted, c: tree.CallExpr) -> Iterator[Finding]:
    if c.kind == "call":
        yield from _errors_as(v, c)
    if c.kind == "builtin" and c.builtin == "append" and len(c.args) == 1:
        yield Finding(c.pos, "append with no values")
    if c.kind != "conversion" or len(c.args) != 1 or c.type is None:
        return
    target, x = c.type, c.args[0]
    u = target.underlying
    t = x.type
    if t is None or not isinstance(u, Basic) or u.kind != types.STRING:
        return
    source = t.underlying
    if not isinstance(source, Basic) or not source.info & types.IS_INTEGER:
        return
    if isinstance(x.value, int) and isinstance(x, tree.BasicLit):
        if x.kind == "CHAR":
            return
        shown = "untyped int"
    elif source.kind in (types.INT32, types.UINT8, types.UNTYPED_RUNE):
        return
    else:
        shown = type_text(v, t) + ("" if source is t else f" ({source})")
    to = type_text(v, target) + ("" if u is target else f" ({u})")
    yield Finding(
        c.pos, f"conversion from {shown} to {to} yields a string of one rune, not a string of digits"
    )  # fmt: skip


def _expr_stmt(v: Vetted, s: tree.ExprStmt) -> Iterator[Finding]:
    c = tree.unparen(s.x)
    if not isinstance(c, tree.CallExpr) or c.kind != "call":
        return
    f = callee(c)
    if f is None:
        return
    sig = f.type
    assert isinstance(sig, Signature)
    if sig.recv is None:
        if f.full_name() in UNUSED:
            yield Finding(c.pos, f"result of {f.full_name()} call not used")
        return
    results = sig.results.vars
    if f.name in ("Error", "String") and not sig.params.vars and len(results) == 1:
        if results[0].type is types.STRING_TYPE or types.identical(results[0].type, types.STRING_TYPE):
            fun = tree.unparen(c.fun)
            assert isinstance(fun, tree.SelectorExpr)
            yield Finding(c.pos, f"result of ({type_text(v, fun.selection.recv)}).{f.name} call not used")


def _defer(v: Vetted, s: tree.DeferStmt) -> Iterator[Finding]:
    stack: list[tree.Node] = list(s.call.args)
    fun = tree.unparen(s.call.fun)
    if not isinstance(fun, tree.FuncLit):
        stack.append(s.call)
    while stack:
        n = stack.pop()
        if isinstance(n, tree.FuncLit):
            continue
        if isinstance(n, tree.CallExpr) and n.kind == "call":
            f = callee(n)
            if f is not None and f.full_name() == "time.Since":
                yield Finding(n.pos, "call to time.Since is not deferred")
                return
        stack += tree.children(n)


def _go(v: Vetted, s: tree.GoStmt) -> Iterator[Finding]:
    fun = tree.unparen(s.call.fun)
    if not isinstance(fun, tree.FuncLit) or not fun.body.list:
        return
    first = fun.body.list[0]
    if isinstance(first, tree.ExprStmt):
        c = tree.unparen(first.x)
        if isinstance(c, tree.CallExpr) and c.kind == "call":
            f = callee(c)
            if f is not None and f.full_name() == "(*sync.WaitGroup).Add":
                yield Finding(c.lparen, "WaitGroup.Add called from inside new goroutine")


_CHECKS: dict[type, Callable[[Vetted, Any], Iterator[Finding]]] = {
    tree.AssignStmt: _assign, tree.BinaryExpr: _binary, tree.CallExpr: _call, tree.ExprStmt: _expr_stmt,
    tree.DeferStmt: _defer, tree.GoStmt: _go,
}  # fmt: skip


# ---- unreachable code ------------------------------------------------------------------------------------------------


class Reach:
    """Which statements of a body can be reached; the first of each run that can't is reported."""

    def __init__(self) -> None:
        self.reachable = True
        self.breaks: set[tree.Node] = set()  # statements that a break leaves
        self.gotos: set[tree.Node] = set()  # labelled statements that a goto or a branch names
        self.found: list[Finding] = []

    def body(self, b: tree.BlockStmt) -> list[Finding]:
        """The findings of one function, its literals not among them."""
        for n in _own_nodes(b):
            if isinstance(n, tree.BranchStmt) and n.target is not None:
                if n.tok == "goto":
                    self.gotos.add(n.target)
                elif n.tok == "break":
                    target = n.target.stmt if isinstance(n.target, tree.LabeledStmt) else n.target
                    self.breaks.add(target)
        self._stmt(b)
        return self.found

    def _list(self, statements: list[tree.Stmt]) -> None:
        for s in statements:
            self._stmt(s)

    def _stmt(self, s: tree.Stmt) -> None:
        if isinstance(s, tree.LabeledStmt):
            if s in self.gotos:
                self.reachable = True
            self._stmt(s.stmt)
            return
        if isinstance(s, tree.BlockStmt):
            self._list(s.list)
            return
        if not self.reachable and not isinstance(s, tree.EmptyStmt):
            self.found.append(Finding(s.pos, "unreachable code"))
            self.reachable = True
        if isinstance(s, tree.ReturnStmt | tree.BranchStmt):
            self.reachable = False
        elif isinstance(s, tree.ExprStmt):
            c = tree.unparen(s.x)
            if isinstance(c, tree.CallExpr) and c.kind == "builtin" and c.builtin == "panic":
                self.reachable = False
        elif isinstance(s, tree.IfStmt):
            self._stmt(s.body)
            after = self.reachable
            self.reachable = True
            if s.els is not None:
                self._stmt(s.els)
                self.reachable = self.reachable or after
        elif isinstance(s, tree.ForStmt):
            self._stmt(s.body)
            self.reachable = s.cond is not None or s in self.breaks
        elif isinstance(s, tree.RangeStmt):
            self._stmt(s.body)
            self.reachable = True
        elif isinstance(s, tree.SwitchStmt | tree.TypeSwitchStmt | tree.SelectStmt):
            self._clauses(s)

    def _clauses(self, s: tree.SwitchStmt | tree.TypeSwitchStmt | tree.SelectStmt) -> None:
        any_reaches_end, has_default = False, isinstance(s, tree.SelectStmt)
        for clause in s.body.list:
            assert isinstance(clause, tree.CaseClause | tree.CommClause)
            if isinstance(clause, tree.CaseClause) and clause.list is None:
                has_default = True
            self.reachable = True
            self._list(clause.body)
            last = clause.body[-1] if clause.body else None
            falls = isinstance(last, tree.BranchStmt) and last.tok == "fallthrough"
            any_reaches_end = any_reaches_end or self.reachable or (falls and clause is s.body.list[-1])
        self.reachable = any_reaches_end or not has_default or s in self.breaks


def _own_nodes(b: tree.Node) -> Iterator[tree.Node]:
    """The nodes of a body without those of the function literals in it."""
    stack: list[tree.Node] = [b]
    while stack:
        n = stack.pop()
        yield n
        for c in tree.children(n):
            if not isinstance(c, tree.FuncLit):
                stack.append(c)
