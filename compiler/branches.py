"""Labels and the statements that jump: finds the target of every break, continue, goto and fallthrough in a function
body.

Writes ``BranchStmt.target``; reports unused, undefined and doubly defined labels, misplaced branches and jumps into
blocks or over variable declarations, in gc's words (spec "Labeled statements" ... "Goto statements").
"""

from __future__ import annotations

from collections.abc import Callable

from morestack.compiler import tree
from morestack.compiler.exprstring import expr_string

Report = Callable[[int, str], None]
_LOOPS = (tree.ForStmt, tree.RangeStmt)
_BREAKABLE = (tree.ForStmt, tree.RangeStmt, tree.SwitchStmt, tree.TypeSwitchStmt, tree.SelectStmt)


class _Block:
    __slots__ = ("lstmt", "parent", "start")

    def __init__(self, parent: _Block | None, start: int, lstmt: tree.LabeledStmt | None) -> None:
        self.parent = parent
        self.start = start
        self.lstmt = lstmt


class _Label:
    __slots__ = ("block", "stmt", "used")

    def __init__(self, block: _Block, stmt: tree.LabeledStmt) -> None:
        self.block = block
        self.stmt = stmt
        self.used = False


class _Targets:
    """What an unlabelled branch would leave or continue; case is the index of the clause we are directly in, or -1."""

    __slots__ = ("breaks", "case", "continues")

    def __init__(self, breaks: tree.Stmt | None, continues: tree.Stmt | None, case: int = -1) -> None:
        self.breaks = breaks
        self.continues = continues
        self.case = case


class Branches:
    """The check of one function body (bodies of function literals inside are checked on their own)."""

    def __init__(self, report: Report, where: Callable[[int], str]) -> None:
        self.report = report
        self.where = where
        self.labels: dict[str, _Label] = {}

    def check(self, body: tree.BlockStmt) -> None:
        """Resolve all branches of body."""
        forward = self.block(None, _Targets(None, None), None, body.pos, body.list)
        for jump in forward:
            assert jump.label is not None
            name = jump.label.name
            label = self.labels.get(name)
            if label is not None:
                label.used = True
                start = self.where(label.block.start)
                self.report(jump.label.pos, f"goto {name} jumps into block starting at {start}")
            else:
                self.report(jump.label.pos, f"label {name} not defined")
        for name, label in self.labels.items():
            if not label.used:
                self.report(label.stmt.label.pos, f"label {name} defined and not used")

    def block(
        self,
        parent: _Block | None,
        targets: _Targets,
        lstmt: tree.LabeledStmt | None,
        start: int,
        body: list[tree.Stmt],
    ) -> list[tree.BranchStmt]:
        """Check one block; returns its gotos whose label has not been seen yet."""
        return _Walk(self, _Block(parent, start, lstmt), targets).run(body)

    def declare(self, block: _Block, s: tree.LabeledStmt) -> _Label:
        """Enter a label."""
        name = s.label.name
        label = self.labels.get(name)
        if label is not None:
            where = self.where(label.stmt.label.pos)
            self.report(s.label.pos, f"label {name} already defined at {where}")
            return label
        label = self.labels[name] = _Label(block, s)
        return label

    def goto_target(self, block: _Block | None, name: str) -> tree.LabeledStmt | None:
        """The label a backward goto may jump to."""
        label = self.labels.get(name)
        if label is None:
            return None
        label.used = True
        while block is not None:
            if label.block is block:
                return label.stmt
            block = block.parent
        return None

    def enclosing(self, block: _Block | None, name: str) -> tuple[bool, tree.Stmt | None]:
        """(label is known, the statement it labels if that encloses block)."""
        label = self.labels.get(name)
        if label is None:
            return False, None
        label.used = True
        while block is not None:
            if block.lstmt is label.stmt:
                return True, label.stmt.stmt
            block = block.parent
        return True, None


class _Walk:
    """The walk over the statements of one block."""

    __slots__ = ("bad", "block", "check", "count", "forward", "index", "targets", "var_name", "var_pos")

    def __init__(self, check: Branches, block: _Block, targets: _Targets) -> None:
        self.check = check
        self.block = block
        self.targets = targets
        self.forward: list[tree.BranchStmt] = []
        self.bad: list[tree.BranchStmt] = []
        self.var_pos = 0
        self.var_name = ""
        self.index = 0
        self.count = 0

    def run(self, body: list[tree.Stmt]) -> list[tree.BranchStmt]:
        n = len(body)
        while n and type(body[n - 1]) is tree.EmptyStmt:
            n -= 1
        self.count = n
        for self.index in range(n):
            self.stmt(body[self.index], None)
        return self.forward

    def stmt(self, s: tree.Stmt, lstmt: tree.LabeledStmt | None) -> None:
        c = type(s)
        if c is tree.ExprStmt or c is tree.ReturnStmt:
            return
        if isinstance(s, tree.AssignStmt):
            if s.tok == ":=":
                self.declared(s.tok_pos, ", ".join([expr_string(x) for x in s.lhs]))
        elif isinstance(s, tree.DeclStmt):
            if s.decl.tok == "var" and s.decl.specs:
                spec = s.decl.specs[0]
                assert isinstance(spec, tree.ValueSpec)
                self.declared(spec.pos, spec.names[0].name)
        elif isinstance(s, tree.LabeledStmt):
            if s.label.name != "_":
                self.label(s)
                lstmt = s
            self.stmt(s.stmt, lstmt)
        elif isinstance(s, tree.BranchStmt):
            self.branch(s)
        elif isinstance(s, tree.BlockStmt):
            self.inner(_Targets(self.targets.breaks, self.targets.continues), lstmt, s.pos, s.list)
        elif isinstance(s, tree.IfStmt):
            targets = _Targets(self.targets.breaks, self.targets.continues)
            self.inner(targets, lstmt, s.body.pos, s.body.list)
            if s.els is not None:
                self.inner(targets, lstmt, s.els.pos, [s.els])
        elif isinstance(s, _LOOPS):
            self.inner(_Targets(s, s), lstmt, s.body.pos, s.body.list)
        elif isinstance(s, _BREAKABLE):
            for i, clause in enumerate(s.body.list):
                assert isinstance(clause, (tree.CaseClause, tree.CommClause))
                case = i if c is not tree.SelectStmt else -1
                self.inner(_Targets(s, self.targets.continues, case), lstmt, clause.pos, clause.body)

    def inner(self, targets: _Targets, lstmt: tree.LabeledStmt | None, start: int, body: list[tree.Stmt]) -> None:
        if body:
            self.forward += self.check.block(self.block, targets, lstmt, start, body)

    def declared(self, pos: int, name: str) -> None:
        self.var_pos = pos
        self.var_name = name
        self.bad = list(self.forward)

    def label(self, s: tree.LabeledStmt) -> None:
        name = s.label.name
        label = self.check.declare(self.block, s)
        rest = []
        for jump in self.forward:
            assert jump.label is not None
            if jump.label.name != name:
                rest.append(jump)
                continue
            jump.target = s
            label.used = True
            if self.var_pos and jump in self.bad:
                where = self.check.where(self.var_pos)
                self.check.report(jump.label.pos, f"goto {name} jumps over declaration of {self.var_name} at {where}")
        self.forward = rest

    def branch(self, s: tree.BranchStmt) -> None:
        if s.label is None:
            self.plain(s)
        elif s.tok == "goto":
            target = self.check.goto_target(self.block, s.label.name)
            if target is not None:
                s.target = target
            else:
                self.forward.append(s)
        else:
            name = s.label.name
            known, stmt = self.check.enclosing(self.block, name)
            if not known:
                self.check.report(s.label.pos, f"{s.tok} label not defined: {name}")
            elif isinstance(stmt, _BREAKABLE if s.tok == "break" else _LOOPS):
                s.target = stmt
            else:
                self.check.report(s.label.pos, f"invalid {s.tok} label {name}")

    def plain(self, s: tree.BranchStmt) -> None:
        report = self.check.report
        if s.tok == "break":
            if self.targets.breaks is not None:
                s.target = self.targets.breaks
            else:
                report(s.pos, "break is not in a loop, switch, or select")
        elif s.tok == "continue":
            if self.targets.continues is not None:
                s.target = self.targets.continues
            else:
                report(s.pos, "continue is not in a loop")
        elif s.tok == "fallthrough":
            self.fallthrough(s)

    def fallthrough(self, s: tree.BranchStmt) -> None:
        message = "fallthrough statement out of place"
        t = self.targets.breaks
        if isinstance(t, tree.TypeSwitchStmt):
            message = "cannot fallthrough in type switch"
        elif isinstance(t, tree.SwitchStmt) and self.targets.case >= 0 and self.index + 1 == self.count:
            if self.targets.case + 1 < len(t.body.list):
                s.target = t
                return
            message = "cannot fallthrough final case in switch"
        self.check.report(s.pos, message)
