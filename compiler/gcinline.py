"""Which calls gc would inline, because that shows: literals in an inlined function are named after the function that they
really lie in, and the seed's compiler left the frames of what it inlined out of every trace.

A model of two inliners: today's (cmd/compile/internal/inline/inl.go, a budget of 80 nodes, calls cost 57) and the seed's
(cmd/gc/inl.c, a budget of 40 nodes, leaf functions without loops). Only calls in package main of functions of package
main are asked about: all other code is kept between compilations.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from morestack.compiler import tree, types
from morestack.compiler.build_scan import FnInfo, callee_of, interface_method
from morestack.compiler.types import Func

if TYPE_CHECKING:
    from morestack.compiler.build import Builder

BUDGET: Final = 80
CALL: Final = 57
PARAMETER_CALL: Final = 17
LITERAL: Final = 15
LITERAL_ONCE: Final = 10 * BUDGET  # budget of a literal called where it stands
SEED_BUDGET: Final = 40
HAIRY: Final = 1 << 20

_NOT_INLINED: Final = frozenset(("noinline", "uintptrescapes"))
_REFUSED: Final = frozenset((tree.GoStmt, tree.DeferStmt))
_SEED_REFUSED: Final = _REFUSED | {
    tree.FuncLit, tree.RangeStmt, tree.ForStmt, tree.SelectStmt, tree.SwitchStmt, tree.TypeSwitchStmt,
}  # fmt: skip
_FREE: Final = frozenset((tree.ParenExpr, tree.BlockStmt, tree.ExprStmt, tree.EmptyStmt, tree.DeclStmt, tree.GenDecl))


class GcInliner:
    """Answers for one program; ``seed`` chooses the inliner."""

    def __init__(self, builder: Builder, seed: bool) -> None:
        self.builder = builder
        self.seed = seed
        self.costs: dict[object, int] = {}
        self.running: set[object] = set()  # functions whose cost is being added up
        self.recursive: set[object] = set()
        self.changes: dict[FnInfo, bool] = {}

    def inlines(self, call: tree.CallExpr) -> Func | tree.FuncLit | None:
        """The function of package main, or the literal, whose body gc puts in place of the call."""
        callee = callee_of(call)
        if type(callee) is tree.FuncLit:
            if self.seed:
                return None
            once = tree.unparen(call.fun) is callee
            return callee if self.cost(callee) <= (LITERAL_ONCE if once else 2 * BUDGET) else None
        if type(callee) is not Func or self._owner(callee) != "main":
            return None
        return callee if self.cost(callee) <= self._budget else None

    @property
    def _budget(self) -> int:
        return SEED_BUDGET if self.seed else BUDGET

    def _owner(self, f: Func) -> str | None:
        return self.builder.owner(self.builder.func_name(f)) if not interface_method(f) else None

    def cost(self, callee: Func | tree.FuncLit) -> int:
        """Nodes of a body as the inliner weighs them; HAIRY for what it never inlines."""
        known = self.costs.get(callee)
        if known is not None:
            return known
        if callee in self.running:
            self.recursive.add(callee)
            return HAIRY
        self.running.add(callee)
        cost = self._cost(callee)
        self.running.remove(callee)
        self.costs[callee] = cost = HAIRY if callee in self.recursive else cost
        return cost

    def _cost(self, callee: Func | tree.FuncLit) -> int:
        if type(callee) is tree.FuncLit:
            return self._nodes([callee.body])
        assert isinstance(callee, Func)
        if interface_method(callee):
            return HAIRY
        entry = self.builder.entry(callee)
        if entry is None:
            return HAIRY
        decl = entry.decl
        if not self.seed and decl.pragmas & _NOT_INLINED:
            return HAIRY
        if self.seed and isinstance(callee.type, types.Signature) and callee.type.variadic:
            return HAIRY
        info = self.builder.scan(entry)
        assert info.body is not None
        return self._nodes([info.body])

    def _nodes(self, nodes: Iterable[tree.Node | None]) -> int:
        total = 0
        for n in nodes:
            if n is not None:
                total += self._node(n)
                if total >= HAIRY:
                    return HAIRY
        return total

    def _node(self, n: tree.Node) -> int:
        if isinstance(n, tree.Expr):
            if n.mode == "type":
                return 0
            if n.value is not None or type(n) is tree.Ident or type(n) is tree.BasicLit:
                return 1
        kind = type(n)
        if kind in (_SEED_REFUSED if self.seed else _REFUSED):
            return HAIRY
        if kind is tree.FuncLit:
            return 1 + LITERAL
        if kind is tree.CallExpr:
            return self._call(n)  # type: ignore[arg-type]
        if kind is tree.SelectorExpr:
            return self._selector(n)  # type: ignore[arg-type]
        own = 0 if kind in _FREE else 1
        if kind is tree.GenDecl and self.seed and n.tok != "var":  # type: ignore[attr-defined]
            return HAIRY
        if kind is tree.AssignStmt and n.tok == ":=":  # type: ignore[attr-defined]
            own += 2 * len(n.lhs)  # type: ignore[attr-defined]
        elif kind is tree.ValueSpec:
            own += 2 * len(n.names)  # type: ignore[attr-defined]
        elif kind is tree.IncDecStmt:
            own += 1
        return own + self._nodes(tree.children(n))

    def _selector(self, n: tree.SelectorExpr) -> int:
        if n.selection is None:
            return 1
        if self.seed and n.selection.kind == "method":
            return HAIRY  # a method value; methods that are called do not come here
        return 1 + self._nodes([n.x]) + (1 if self.seed else 0)

    def _call(self, n: tree.CallExpr) -> int:
        args = self._nodes(n.args)
        if n.kind == "conversion":
            return 1 + args
        if n.kind == "builtin":
            if n.builtin == "recover" or (self.seed and n.builtin == "panic"):
                return HAIRY
            return args + (2 if n.builtin == "panic" else 1)
        fun = tree.unparen(n.fun)
        receiver = fun.x if type(fun) is tree.SelectorExpr and fun.selection is not None else None
        own = 1 + args + (self._nodes([receiver]) if receiver is not None else 1)
        callee = callee_of(n)
        if callee is not None:
            inner = self.cost(callee)
            if inner <= (self._budget if type(callee) is Func else 2 * BUDGET):
                return own + inner
        if self.seed:
            return HAIRY
        parameter = type(fun) is tree.Ident and callee is None
        return own + (PARAMETER_CALL if parameter else CALL)

    def names_change(self, fn: FnInfo) -> bool:
        """Does fn, or what gc inlines into it, have literals, whose names tell what they really lie in?"""
        known = self.changes.get(fn)
        if known is None:
            self.changes[fn] = False  # while it is looked at
            known = self.changes[fn] = bool(fn.closures) or any(map(self._callee_changes, fn.mentions))
        return known

    def _callee_changes(self, f: Func) -> bool:
        if self._owner(f) != "main" or self.cost(f) > BUDGET:
            return False
        entry = self.builder.entry(f)
        return entry is not None and self.names_change(self.builder.scan(entry))
