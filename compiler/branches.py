"""Labels and branch statements of one function body: finds the target of each, and reports those that have none.

Runs when the parser has read a body, as in gc (cmd/compile/internal/syntax/branches.go).  Bodies of function literals
are checked on their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from morestack.compiler import tree
from morestack.compiler.source import FileSet
from morestack.compiler.tree import BranchStmt, LabeledStmt, Stmt

Report = Callable[[int, str], None]


def check(body: tree.BlockStmt, fset: FileSet, report: Report) -> None:
    """Set ``BranchStmt.target`` in a function body; ``report`` gets (position, message)."""
    scope = _Labels(fset, report)
    for goto in scope.block(None, _Around(None, None, None, -1, 0), None, body.pos, body.list):
        assert goto.label is not None
        name = goto.label.name
        label = scope.known.get(name)
        if label is not None:
            label.used = True
            where = fset.position_text(label.block.start)
            report(goto.label.pos, f"goto {name} jumps into block starting at {where}")
        else:
            report(goto.label.pos, f"label {name} not defined")
    for name, label in scope.known.items():
        if not label.used:
            report(label.stmt.label.pos, f"label {name} defined and not used")


@dataclass(slots=True)
class _Block:
    """A block being checked."""

    parent: _Block | None
    start: int
    label: LabeledStmt | None  # the labeled statement whose block this is


@dataclass(slots=True)
class _Label:
    """A label that has been declared in this function."""

    block: _Block
    stmt: LabeledStmt
    used: bool


@dataclass(frozen=True, slots=True)
class _Around:
    """The statements around: what break leaves, what continue continues, the switch and the clause in it."""

    breaks: Stmt | None
    continues: Stmt | None
    switch: Stmt | None
    clause: int
    clauses: int


_LOOPS: Final = (tree.ForStmt, tree.RangeStmt)
_BREAKABLE: Final = (tree.ForStmt, tree.RangeStmt, tree.SwitchStmt, tree.TypeSwitchStmt, tree.SelectStmt)


class _Labels:
    """The labels of one function."""

    def __init__(self, fset: FileSet, report: Report) -> None:
        self.fset = fset
        self.report = report
        self.known: dict[str, _Label] = {}

    def block(
        self, parent: _Block | None, around: _Around, label: LabeledStmt | None, start: int, body: list[Stmt]
    ) -> list[BranchStmt]:
        """Check one block; the gotos whose label has not come yet are returned."""
        here = _Block(parent, start, label)
        forward: list[BranchStmt] = []
        over: list[BranchStmt] = []  # gotos that jump over the latest variable declaration
        declared: tuple[str, int] | None = None
        end = len(body)
        while end and type(body[end - 1]) is tree.EmptyStmt:
            end -= 1
        for index in range(end):
            stmt = body[index]
            label = None
            while type(stmt) is LabeledStmt:
                if stmt.label.name != "_":
                    label = stmt
                    self.declare(here, stmt, forward, over, declared)
                stmt = stmt.stmt
            kind = type(stmt)
            if kind is BranchStmt:
                assert isinstance(stmt, BranchStmt)
                self.branch(here, stmt, around, index + 1 == end, forward)
            elif kind is tree.AssignStmt:
                assert isinstance(stmt, tree.AssignStmt)
                if stmt.tok == ":=":
                    declared = (", ".join(tree.expr_string(x) for x in stmt.lhs), stmt.tok_pos)
                    over = forward[:]
            elif kind is tree.DeclStmt:
                assert isinstance(stmt, tree.DeclStmt)
                if stmt.decl.tok == "var" and stmt.decl.specs:
                    spec = stmt.decl.specs[0]
                    assert isinstance(spec, tree.ValueSpec)
                    declared = (spec.names[0].name, spec.pos)
                    over = forward[:]
            else:
                for inner, at, part in _inner(stmt, around):
                    forward += self.block(here, inner, label, at, part)
        return forward

    def declare(
        self,
        here: _Block,
        stmt: LabeledStmt,
        forward: list[BranchStmt],
        over: list[BranchStmt],
        declared: tuple[str, int] | None,
    ) -> None:
        """Take in a label and resolve the gotos that wait for it."""
        name = stmt.label.name
        label = self.known.get(name)
        if label is not None:
            where = self.fset.position_text(label.stmt.label.pos)
            self.report(stmt.label.pos, f"label {name} already defined at {where}")
        else:
            label = self.known[name] = _Label(here, stmt, False)
        waiting = forward[:]
        forward.clear()
        for goto in waiting:
            assert goto.label is not None
            if goto.label.name != name:
                forward.append(goto)
                continue
            goto.target = stmt
            label.used = True
            if declared is not None and any(goto is g for g in over):
                what, at = declared
                where = self.fset.position_text(at)
                self.report(goto.label.pos, f"goto {name} jumps over declaration of {what} at {where}")

    def branch(self, here: _Block, s: BranchStmt, around: _Around, last: bool, forward: list[BranchStmt]) -> None:
        """One branch statement; ``last``: it ends its statement list."""
        if s.label is None:
            self.unlabeled(s, around, last)
            return
        name = s.label.name
        label = self.known.get(name)
        if label is not None:
            label.used = True
        block: _Block | None = here
        if s.tok == "goto":
            while block is not None:
                if label is not None and label.block is block:
                    s.target = label.stmt
                    return
                block = block.parent
            forward.append(s)
            return
        if label is None:
            self.report(s.label.pos, f"{s.tok} label not defined: {name}")
            return
        while block is not None and block.label is not label.stmt:
            block = block.parent
        target = label.stmt.stmt
        if block is not None and isinstance(target, _BREAKABLE if s.tok == "break" else _LOOPS):
            s.target = target
        else:
            self.report(s.label.pos, f"invalid {s.tok} label {name}")

    def unlabeled(self, s: BranchStmt, around: _Around, last: bool) -> None:
        """break, continue and fallthrough without a label."""
        if s.tok == "break":
            s.target = around.breaks
            if around.breaks is None:
                self.report(s.pos, "break is not in a loop, switch, or select")
        elif s.tok == "continue":
            s.target = around.continues
            if around.continues is None:
                self.report(s.pos, "continue is not in a loop")
        elif isinstance(around.breaks, tree.TypeSwitchStmt):
            self.report(s.pos, "cannot fallthrough in type switch")
        elif not isinstance(around.breaks, tree.SwitchStmt) or around.clause < 0 or not last:
            self.report(s.pos, "fallthrough statement out of place")
        elif around.clause + 1 == around.clauses:
            self.report(s.pos, "cannot fallthrough final case in switch")
        else:
            s.target = around.breaks.body.list[around.clause + 1]


def _inner(stmt: Stmt, a: _Around) -> list[tuple[_Around, int, list[Stmt]]]:
    """The blocks of a statement: what is around each, where it starts, its statements."""
    if isinstance(stmt, tree.BlockStmt):
        return [(_Around(a.breaks, a.continues, None, -1, 0), stmt.pos, stmt.list)]
    if isinstance(stmt, tree.IfStmt):
        inner = _Around(a.breaks, a.continues, None, -1, 0)
        out = [(inner, stmt.body.pos, stmt.body.list)]
        if stmt.els is not None:
            out.append((inner, stmt.els.pos, [stmt.els]))
        return out
    if isinstance(stmt, _LOOPS):
        return [(_Around(stmt, stmt, None, -1, 0), stmt.body.pos, stmt.body.list)]
    if isinstance(stmt, (tree.SwitchStmt, tree.TypeSwitchStmt, tree.SelectStmt)):
        parts: list[tuple[_Around, int, list[Stmt]]] = []
        count = len(stmt.body.list)
        for i, clause in enumerate(stmt.body.list):
            assert isinstance(clause, (tree.CaseClause, tree.CommClause))
            parts.append((_Around(stmt, a.continues, stmt, i, count), clause.pos, clause.body))
        return parts
    return []
