"""The analyser `lostcancel`: the cancel function of a context is called, or at least used, on all paths.

Rules and words of cmd/vet's lostcancel pass; paths are followed through the statements instead of a graph.
"""

from __future__ import annotations

from collections.abc import Iterator

from morestack.compiler import tree
from morestack.compiler.types import Object, Var
from morestack.compiler.vet_common import Finding, Vetted, callee

MAKERS = frozenset(
    f"context.With{n}" for n in ("Cancel", "CancelCause", "Timeout", "TimeoutCause", "Deadline", "DeadlineCause")
)


def analyse(v: Vetted) -> Iterator[Finding]:
    """The findings of a package."""
    for decl in v.funcs():
        for node in tree.walk(decl):
            if isinstance(node, tree.FuncDecl | tree.FuncLit) and node.body is not None:
                yield from _function(v, node.body)


def _function(v: Vetted, body: tree.BlockStmt) -> Iterator[Finding]:
    for s, following in _definitions(body, []):
        call = tree.unparen(s.rhs[0])
        assert isinstance(call, tree.CallExpr)
        f = callee(call)
        assert f is not None
        target = s.lhs[1]
        if not isinstance(target, tree.Ident):
            continue
        if target.name == "_":
            text = f"the cancel function returned by context.{f.name} should be called, not discarded"
            yield Finding(target.pos, f"{text}, to avoid a context leak")
            continue
        var = target.obj
        if not isinstance(var, Var):
            continue
        lost = Paths(var).follow(following)
        if lost is not None:
            line = v.fset.position(s.pos).line
            yield Finding(s.pos, f"the {var.name} function is not used on all paths (possible context leak)")
            end = lost if lost.pos else body
            pos = end.pos if isinstance(end, tree.ReturnStmt) else body.rbrace
            text = f"this return statement may be reached without using the {var.name} var defined on line {line}"
            yield Finding(pos, text)


def _definitions(
    body: tree.BlockStmt, after: list[list[tree.Stmt]]
) -> Iterator[tuple[tree.AssignStmt, list[list[tree.Stmt]]]]:
    """Assignments of a maker's results, each with what follows it: the rest of its block, of the block around it, …"""
    work: list[tuple[list[tree.Stmt], list[list[tree.Stmt]]]] = [(body.list, after)]
    while work:
        statements, outer = work.pop()
        for i, s in enumerate(statements):
            rest = [statements[i + 1 :], *outer]
            inner = s.stmt if isinstance(s, tree.LabeledStmt) else s
            if isinstance(inner, tree.AssignStmt) and _makes(inner):
                yield inner, rest
            work += [(found, rest) for found in _blocks(inner)]


def _makes(s: tree.AssignStmt) -> bool:
    if len(s.lhs) != 2 or len(s.rhs) != 1:
        return False
    call = tree.unparen(s.rhs[0])
    f = callee(call) if isinstance(call, tree.CallExpr) and call.kind == "call" else None
    return f is not None and f.full_name() in MAKERS


def _blocks(s: tree.Stmt) -> Iterator[list[tree.Stmt]]:
    """The statement lists inside a statement."""
    if isinstance(s, tree.BlockStmt):
        yield s.list
    elif isinstance(s, tree.IfStmt):
        yield s.body.list
        if s.els is not None:
            yield [s.els]
    elif isinstance(s, tree.ForStmt | tree.RangeStmt):
        yield s.body.list
    elif isinstance(s, tree.SwitchStmt | tree.TypeSwitchStmt | tree.SelectStmt):
        for c in s.body.list:
            assert isinstance(c, tree.CaseClause | tree.CommClause)
            yield c.body


class _End(tree.Node):
    """The end of a function, reached without a return statement."""


class Paths:
    """Follows the statements behind a definition until the variable is used."""

    def __init__(self, var: Object) -> None:
        self.var = var

    def follow(self, rest: list[list[tree.Stmt]]) -> tree.Node | None:
        """A return that is reached without a use of the variable, _End for the end of the body; None if there is
        none."""
        for statements in rest:
            open_, lost = self._list(statements)
            if lost is not None:
                return lost
            if not open_:
                return None
        return _End(0)

    def _uses(self, n: tree.Node | None) -> bool:
        return n is not None and any(isinstance(x, tree.Ident) and x.obj is self.var for x in tree.walk(n))

    def _list(self, statements: list[tree.Stmt]) -> tuple[bool, tree.Node | None]:
        """Whether the end can be reached without a use, and a return that can."""
        for s in statements:
            open_, lost = self._stmt(s)
            if lost is not None or not open_:
                return open_, lost
        return True, None

    def _stmt(self, s: tree.Stmt) -> tuple[bool, tree.Node | None]:
        if isinstance(s, tree.LabeledStmt):
            return self._stmt(s.stmt)
        if isinstance(s, tree.ReturnStmt):
            return (False, None) if self._uses(s) else (False, s)
        if isinstance(s, tree.BranchStmt):
            return False, None  # what follows it elsewhere is followed from there
        if isinstance(s, tree.BlockStmt):
            return self._list(s.list)
        if isinstance(s, tree.IfStmt):
            if self._uses(s.init) or self._uses(s.cond):
                return False, None
            return self._either([s.body.list, [s.els] if s.els is not None else []])
        if isinstance(s, tree.ForStmt | tree.RangeStmt):
            heads = (s.init, s.cond) if isinstance(s, tree.ForStmt) else (s.x,)
            if any(self._uses(h) for h in heads):
                return False, None
            _, lost = self._list(s.body.list)
            endless = isinstance(s, tree.ForStmt) and s.cond is None
            return (not endless or self._breaks(s)) and not (endless and self._uses(s.body)), lost
        if isinstance(s, tree.SwitchStmt | tree.TypeSwitchStmt | tree.SelectStmt):
            return self._switch(s)
        if isinstance(s, tree.ExprStmt):
            c = tree.unparen(s.x)
            if isinstance(c, tree.CallExpr) and c.kind == "builtin" and c.builtin == "panic":
                return False, None
            f = callee(c) if isinstance(c, tree.CallExpr) and c.kind == "call" else None
            if f is not None and f.full_name() in ("os.Exit", "log.Fatal", "log.Fatalf", "log.Fatalln"):
                return False, None
        return not self._uses(s), None

    def _breaks(self, loop: tree.Stmt) -> bool:
        for n in tree.walk(loop):
            if isinstance(n, tree.BranchStmt) and n.tok == "break":
                target = n.target.stmt if isinstance(n.target, tree.LabeledStmt) else n.target
                if target is loop:
                    return True
        return False

    def _switch(self, s: tree.SwitchStmt | tree.TypeSwitchStmt | tree.SelectStmt) -> tuple[bool, tree.Node | None]:
        heads = (s.init, s.tag) if isinstance(s, tree.SwitchStmt) else ()
        if any(self._uses(h) for h in heads):
            return False, None
        branches: list[list[tree.Stmt]] = []
        complete = isinstance(s, tree.SelectStmt)
        for c in s.body.list:
            assert isinstance(c, tree.CaseClause | tree.CommClause)
            if isinstance(c, tree.CaseClause):
                complete = complete or c.list is None
                branches.append(c.body)
            else:
                branches.append([c.comm, *c.body] if c.comm is not None else c.body)
        if not complete:
            branches.append([])
        open_, lost = self._either(branches)
        return open_ or (self._breaks(s) and not self._uses(s)), lost

    def _either(self, branches: list[list[tree.Stmt]]) -> tuple[bool, tree.Node | None]:
        reached = False
        for b in branches:
            open_, lost = self._list(b)
            if lost is not None:
                return open_, lost
            reached = reached or open_
        return reached, None
