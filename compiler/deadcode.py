"""Statements that gc's front end drops before anything counts them: literals in them get no number, their defers and
returns no code. (cmd/compile/internal/noder/writer.go: stmts, ifStmt, forStmt, switchStmt)"""

from __future__ import annotations

from morestack.compiler import tree
from morestack.compiler.terminating import is_terminating


def prune(block: tree.BlockStmt) -> None:
    """Drop what is dead in a checked body; function literals in it are bodies of their own."""
    block.list = _list(block.list)


def _list(stmts: list[tree.Stmt]) -> list[tree.Stmt]:
    """The list without what follows a terminating statement and the last label."""
    last_label = max((i for i, s in enumerate(stmts) if type(s) is tree.LabeledStmt), default=-1)
    kept: list[tree.Stmt] = []
    dead = False
    for i, s in enumerate(stmts):
        if dead and i > last_label:
            break
        dead = _terminates(s)
        kept.append(_stmt(s))
    return kept


def _stmt(s: tree.Stmt) -> tree.Stmt:
    if isinstance(s, tree.BlockStmt):
        prune(s)
    elif isinstance(s, tree.LabeledStmt):
        s.stmt = _stmt(s.stmt)
    elif isinstance(s, tree.IfStmt):
        return _if(s)
    elif isinstance(s, (tree.ForStmt, tree.RangeStmt)):
        if isinstance(s, tree.ForStmt) and s.cond is not None and _static(s.cond) is False:
            s.post = None
            s.body.list = []
        prune(s.body)
    elif isinstance(s, (tree.SwitchStmt, tree.TypeSwitchStmt, tree.SelectStmt)):
        if isinstance(s, tree.SwitchStmt):
            _choose(s)
        for c in s.body.list:
            assert isinstance(c, (tree.CaseClause, tree.CommClause))
            c.body = _list(c.body)
    return s


def _if(s: tree.IfStmt) -> tree.Stmt:
    """The statement; a constant condition leaves a block."""
    cond = _static(s.cond)
    if cond is False:
        s.body.list = []
    elif cond is True:
        s.els = None
    prune(s.body)
    if s.els is not None:
        s.els = _stmt(s.els)
    if s.cond.value is None:
        return s
    rest = (s.init, s.body, s.els)
    return tree.BlockStmt(s.pos, [part for part in rest if part is not None], s.body.rbrace)


def _choose(s: tree.SwitchStmt) -> None:
    """Leave the one clause that a constant tag chooses among constants, unless it falls through."""
    if s.tag is not None and s.tag.value is None:
        return
    tag = True if s.tag is None else s.tag.value
    target: tree.CaseClause | None = None
    for c in s.body.list:
        assert isinstance(c, tree.CaseClause)
        if c.list is None:
            target = c
        elif any(x.value is None for x in c.list[: _place(tag, c.list) + 1]):
            return
        elif _place(tag, c.list) < len(c.list):
            target = c
            break
    if target is not None:
        last = _last(target.body)
        if isinstance(last, tree.BranchStmt) and last.tok == "fallthrough":
            return
        target.list = None
    s.body.list = [target] if target is not None else []
    s.tag = None


def _place(tag: object, values: list[tree.Expr]) -> int:
    """Where the tag's value stands among the cases; behind the last if it doesn't."""
    return next((i for i, x in enumerate(values) if x.value is not None and x.value == tag), len(values))


def _last(stmts: list[tree.Stmt]) -> tree.Stmt | None:
    return next((s for s in reversed(stmts) if type(s) is not tree.EmptyStmt), None)


def _static(e: tree.Expr) -> bool | None:
    """The value that a condition has whatever its variables are. (writer.go: staticBool)"""
    if e.value is not None:
        return bool(e.value)
    if isinstance(e, tree.BinaryExpr) and e.op in ("&&", "||"):
        ends = e.op == "||"  # the value of an operand that decides
        x = _static(e.x)
        if x is ends:
            return x
        y = _static(e.y)
        if x is not None or y is ends:
            return y
    return None


def _terminates(s: tree.Stmt | None) -> bool:
    """Less than the specification's terminating statements. (writer.go: terminates)"""
    if isinstance(s, tree.BranchStmt):
        return s.tok == "goto"
    if isinstance(s, (tree.ReturnStmt, tree.ExprStmt)):  # a call of panic
        return is_terminating(s)
    if isinstance(s, tree.IfStmt):
        cond = _static(s.cond)
        return (cond is False or _terminates(s.body)) and (cond is True or _terminates(s.els))
    if isinstance(s, tree.BlockStmt):
        return _terminates(_last(s.list))
    return False
