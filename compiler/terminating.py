"""Does a statement list end in a terminating statement (spec "Terminating statements")? Asked after the body is
checked."""

from __future__ import annotations

from collections.abc import Iterator

from morestack.compiler import tree


def is_terminating_list(list_: list[tree.Stmt]) -> bool:
    """The last non-empty statement is terminating."""
    for s in reversed(list_):
        if type(s) is not tree.EmptyStmt:
            return is_terminating(s)
    return False


def is_terminating(s: tree.Stmt) -> bool:
    """Control never reaches the statement after s."""
    if isinstance(s, tree.ReturnStmt):
        return True
    if isinstance(s, tree.ExprStmt):
        call = tree.unparen(s.x)
        return isinstance(call, tree.CallExpr) and call.kind == "builtin" and call.builtin == "panic"
    if isinstance(s, tree.BlockStmt):
        return is_terminating_list(s.list)
    if isinstance(s, tree.IfStmt):
        return s.els is not None and is_terminating_list(s.body.list) and is_terminating(s.els)
    if isinstance(s, tree.LabeledStmt):
        return is_terminating(s.stmt)
    if isinstance(s, tree.BranchStmt):
        return s.tok in ("goto", "fallthrough")
    if isinstance(s, tree.ForStmt):
        return s.cond is None and not _has_break(s.body.list, s)
    if isinstance(s, (tree.SwitchStmt, tree.TypeSwitchStmt, tree.SelectStmt)):
        default = isinstance(s, tree.SelectStmt)
        for c in s.body.list:
            assert isinstance(c, (tree.CaseClause, tree.CommClause))
            if isinstance(c, tree.CaseClause) and c.list is None:
                default = True
            if not is_terminating_list(c.body) or _has_break(c.body, s):
                return False
        return default
    return False


def _has_break(list_: list[tree.Stmt], target: tree.Stmt) -> bool:
    """Some break statement in the list leaves target."""
    for s in list_:
        if isinstance(s, tree.BranchStmt):
            if s.tok == "break" and s.target is target:
                return True
        elif any(_has_break(inner, target) for inner in _inner(s)):
            return True
    return False


def _inner(s: tree.Stmt) -> Iterator[list[tree.Stmt]]:
    if isinstance(s, tree.BlockStmt):
        yield s.list
    elif isinstance(s, tree.LabeledStmt):
        yield [s.stmt]
    elif isinstance(s, tree.IfStmt):
        yield s.body.list
        if s.els is not None:
            yield [s.els]
    elif isinstance(s, (tree.ForStmt, tree.RangeStmt)):
        yield s.body.list
    elif isinstance(s, (tree.SwitchStmt, tree.TypeSwitchStmt, tree.SelectStmt)):
        for c in s.body.list:
            assert isinstance(c, (tree.CaseClause, tree.CommClause))
            yield c.body
