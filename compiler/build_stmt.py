"""Statements without branches of their own: declarations, assignments, calls, returns; and storage of variables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from morestack.compiler import tree, types
from morestack.compiler.build_closure import Closures
from morestack.compiler.build_expr import EXPR
from morestack.compiler.build_scan import VarInfo, is_local
from morestack.compiler.build_shape import Abi, shape
from morestack.compiler.build_shell import Operand, Place, Value, Values
from morestack.compiler.ir import Arg, Block, K, Reg
from morestack.compiler.types import Map, Pointer, Slice, Type, Var


class Target:
    """Where an assignment stores: registers, a place, a map element, or nowhere."""

    __slots__ = ("key", "kind", "late", "map", "place", "regs", "type")

    def __init__(self, kind: str, t: Type) -> None:
        self.kind = kind  # "none", "regs", "place", "map", "late"
        self.type = t
        self.regs: list[Reg] = []
        self.place: Place | None = None
        self.map: tuple[Type, Operand] | None = None
        self.key: Value | None = None
        self.late: tuple[tree.Expr, dict[tree.Expr, Value]] | None = None  # a left side and the values of its operands


class Statements(Closures):
    """Simple statements."""

    abi: Abi
    epilogue: Block | None = None  # where a function with defers returns, also after a recovered panic
    epilogue_tail: Block  # behind the epilogue's own deferred calls

    # -- variables

    def in_memory(self, v: Var) -> bool:
        """Does v need an address or memory form?"""
        info: VarInfo = v.ext
        return info.addrtaken or (info.captured and not info.byval) or not shape(v.type).flat

    def new_storage(self, v: Var) -> tuple[Any, bool]:
        """Storage for v, and whether it is zero."""
        if v.ext.escapes:
            place: Any = Place(self.in_reg(self.new_object(v.type), "i", True))
            self.vars[v] = place
            return place, True
        if self.in_memory(v):
            place = self.vars.get(v)
            if place is None:
                place = self.vars[v] = Place(self.mem_of(v.type, v.name))
            return place, False
        regs = self.vars.get(v)
        if regs is None:
            regs = self.vars[v] = self.regs(shape(v.type), v.name)
        return regs, False

    def declare(self, v: Any, init: Value | None) -> None:
        """Give v storage and its first value (None: zero)."""
        if not is_local(v):
            return
        storage, zeroed = self.new_storage(v)
        t = v.type
        if init is None:
            if type(storage) is Place:
                if not zeroed:
                    self.clear(storage, shape(t).size, types.align_of(t))
            else:
                self.move_all(storage, self.zero_values(t))
        elif type(storage) is Place:
            self.store(storage, t, init)
        else:
            self.move_all(storage, self.load(init, t) if type(init) is Place else init)  # type: ignore[arg-type]

    def declare_expr(self, v: Any, e: tree.Expr) -> None:
        """var v = e"""
        if not is_local(v):
            self.evaluate(e)
            return
        t = v.type
        x = tree.unparen(e)
        if type(x) is tree.CompositeLit and not shape(t).flat and types.identical(x.type, t):
            u = t.underlying
            if type(u) in (types.Struct, types.Array):
                self.order_elements(x)
                place, zeroed = self.new_storage(v)
                self.fill(place, x, t, zeroed)
                return
        self.declare(v, self.value_as(e, t))

    def evaluate(self, e: tree.Expr) -> None:
        """e for its effects and panics."""
        if type(e.type) is types.Tuple:
            self.multi(e)
        else:
            self.value_as(e, e.type)

    def decl(self, s: tree.DeclStmt) -> None:
        if s.decl.tok != "var":
            return
        for spec in s.decl.specs:
            assert isinstance(spec, tree.ValueSpec)
            self.pos = spec.pos
            if not spec.values:
                for name in spec.names:
                    self.declare(name.obj, None)
            elif len(spec.values) == len(spec.names):
                if len(spec.names) == 1:
                    self.declare_expr(spec.names[0].obj, spec.values[0])
                    continue
                self.order(None, *spec.values)
                vals: list[tuple[Any, Value | None]] = []
                for name, e in zip(spec.names, spec.values, strict=True):
                    t = name.obj.type if is_local(name.obj) else e.type
                    vals.append((name.obj, self.temp(t, self.value_as(e, t))))
                for v, x in vals:
                    self.declare(v, x)
            else:
                for name, (x, t) in zip(spec.names, self.multi(spec.values[0]), strict=True):
                    if is_local(name.obj):
                        self.declare(name.obj, self.convert(x, t, name.obj.type, name))

    # -- assignment

    def assign(self, s: tree.AssignStmt) -> None:
        self.pos = s.tok_pos
        if s.tok == ":=":
            self.define(s)
        elif s.tok != "=":
            self.assign_op(s.lhs[0], s.tok[:-1], s.rhs[0], s.tok_pos)
        elif len(s.lhs) == 1 and len(s.rhs) == 1:
            self.assign_one(s.lhs[0], s.rhs[0], s.tok_pos)
        elif len(s.lhs) == len(s.rhs):
            self.assign_parallel(s)
        else:
            self.assign_multi(s)

    def is_new(self, x: tree.Expr) -> bool:
        """x is declared by the := it stands in."""
        return type(x) is tree.Ident and x.obj is not None and x.obj.pos == x.pos

    def define(self, s: tree.AssignStmt) -> None:
        if len(s.lhs) == 1 and len(s.rhs) == 1:
            x = s.lhs[0]
            if self.is_new(x):
                assert isinstance(x, tree.Ident)
                self.declare_expr(x.obj, s.rhs[0])
            else:
                self.assign_one(x, s.rhs[0], s.tok_pos)
        elif len(s.lhs) == len(s.rhs):
            self.assign_parallel(s)
        else:
            self.assign_multi(s)

    def assign_one(self, lhs: tree.Expr, rhs: tree.Expr, pos: int) -> None:
        lhs = tree.unparen(lhs)
        if type(lhs) is tree.Ident and lhs.name == "_":
            self.evaluate(rhs)
            return
        if lhs in self.fn.callful or (rhs in self.fn.callful and type(lhs) is not tree.Ident):
            self.order_targets([lhs], [rhs])
        t = lhs.type
        if type(lhs) is tree.IndexExpr and type(lhs.x.type.underlying) is Map:
            target = self.target(lhs)
            v = self.value_as(rhs, t)
            self.pos = pos
            self.assign_target(target, v)
            return
        literal = tree.unparen(rhs)
        if type(literal) is tree.CompositeLit and self.stands_alone(literal, t):
            where = self.locate(lhs)
            self.pos = pos
            assert type(where) is Place
            self.fill(where, literal, t, False)
            return
        v = self.value_as(rhs, t)
        where = self.locate(lhs)
        self.pos = pos
        if type(where) is Place:
            self.store(where, t, v)
        else:
            self.move_all(where, self.load(v, t) if type(v) is Place else v)  # type: ignore[arg-type]

    def stands_alone(self, e: tree.CompositeLit, t: types.Type) -> bool:
        """e, of type t in memory form, is made of constants and variables in registers: wherever it is assigned, that can
        be written bit by bit."""
        if type(e.type.underlying) not in (types.Struct, types.Array) or not types.identical(e.type, t) or shape(t).flat:
            return False
        return all(self.is_apart(x.val if type(x) is tree.KeyValueExpr else x) for x in e.elts)

    def is_apart(self, e: tree.Expr) -> bool:
        e = tree.unparen(e)
        if type(e) is tree.CompositeLit:
            u = e.type.underlying
            return type(u) in (types.Struct, types.Array) and all(
                self.is_apart(x.val if type(x) is tree.KeyValueExpr else x) for x in e.elts
            )
        if type(e) is tree.Ident and type(e.obj) is Var:
            return type(self.vars.get(e.obj)) is list
        return e.value is not None or e.mode == "nil"

    def order_targets(self, lhs: Sequence[tree.Expr], rhs: Sequence[tree.Expr]) -> None:
        """Make the calls in the operands of the left sides, then those on the right."""
        callful = self.fn.callful
        for x in lhs:
            x = tree.unparen(x)
            if x in callful:
                if type(x) is tree.IndexExpr:
                    self.hoist_all(x.x, x.index)
                elif type(x) in (tree.SelectorExpr, tree.StarExpr):
                    self.hoist_all(x.x)  # type: ignore[attr-defined]
        for x in rhs:
            if x in callful:
                self.hoist(x)

    def target(self, lhs: tree.Expr) -> Target:
        """Evaluate the operands of a left side."""
        lhs = tree.unparen(lhs)
        if type(lhs) is tree.Ident and lhs.name == "_":
            return Target("none", lhs.type)
        if type(lhs) is tree.IndexExpr and type(lhs.x.type.underlying) is Map:
            u = lhs.x.type.underlying
            target = Target("map", u.elem)
            p, key = self.map_operands(lhs, u)
            target.map = (lhs.x.type, p)
            target.key = key
            return target
        where = self.locate(lhs)
        if type(where) is Place:
            target = Target("place", lhs.type)
            target.place = where
        else:
            target = Target("regs", lhs.type)
            target.regs = where  # type: ignore[assignment]
        return target

    def target_of_many(self, lhs: tree.Expr) -> Target:
        """Evaluate the operands of one of several left sides. Whether its index is in range and its pointer not nil is
        found out when its turn comes (spec, Assignment statements: two phases)."""
        lhs = tree.unparen(lhs)
        operands: tuple[tree.Expr, ...] = ()
        if type(lhs) is tree.IndexExpr:
            u = lhs.x.type.underlying
            if type(u) in (Slice, Pointer):
                operands = (lhs.x, lhs.index)
            elif type(u) is types.Array and type(lhs.x) is tree.Ident:
                operands = (lhs.index,)
        elif type(lhs) is tree.StarExpr:
            operands = (lhs.x,)
        elif type(lhs) is tree.SelectorExpr and lhs.selection is not None and len(lhs.selection.path) == 1:
            if type(lhs.x.type.underlying) is Pointer:
                operands = (lhs.x,)
        if not operands:
            target = self.target(lhs)
            self.freeze(target)
            return target
        target = Target("late", lhs.type)
        target.late = (lhs, {x: self.temp(x.type, self.value(x)) for x in operands if x.value is None})
        return target

    def freeze(self, target: Target) -> None:
        """Make the operands of a target independent of variables that are assigned before it."""
        place = target.place
        if place is not None:
            base = self.copy_reg(place.base) if type(place.base) is Reg else place.base
            index = self.copy_reg(place.index) if type(place.index) is Reg else place.index
            target.place = Place(base, place.off, index, place.scale)
        if target.map is not None:
            target.map = (target.map[0], self.copy_reg(target.map[1]))
            u = target.map[0].underlying
            assert isinstance(u, Map) and target.key is not None
            target.key = self.temp(u.key, target.key)

    def assign_target(self, target: Target, v: Value) -> None:
        t = target.type
        if target.kind == "place":
            assert target.place is not None
            self.store(target.place, t, v)
        elif target.kind == "regs":
            self.move_all(target.regs, self.load(v, t) if type(v) is Place else v)  # type: ignore[arg-type]
        elif target.kind == "map":
            assert target.map is not None and target.key is not None
            self.store(self.map_assign(target.map[0], target.map[1], target.key), t, v)
        elif target.kind == "late":
            assert target.late is not None
            lhs, operands = target.late
            pos = self.pos
            self.memo.update(operands)
            self.assign_target(self.target(lhs), v)
            self.pos = pos

    def assign_parallel(self, s: tree.AssignStmt) -> None:
        define = s.tok == ":="
        self.order_targets([x for x in s.lhs if not (define and self.is_new(x))], s.rhs)
        targets: list[Target | Var | None] = []
        for x in s.lhs:
            if define and self.is_new(x):
                targets.append(x.obj)  # type: ignore[attr-defined]
                continue
            targets.append(self.target_of_many(x))
        vals: list[Value] = []
        for target_or_var, e in zip(targets, s.rhs, strict=True):
            t = target_or_var.type if target_or_var is not None and target_or_var.type is not None else e.type
            if e.mode == "nil" and t is e.type and type(t) is types.Basic:
                t = types.UNSAFE_POINTER_TYPE
            vals.append(self.temp(t, self.value_as(e, t)))
        self.pos = s.tok_pos
        for target_or_var, v in zip(targets, vals, strict=True):
            if isinstance(target_or_var, Target):
                self.assign_target(target_or_var, v)
            else:
                self.declare(target_or_var, v)

    def assign_multi(self, s: tree.AssignStmt) -> None:
        define = s.tok == ":="
        self.order_targets([x for x in s.lhs if not (define and self.is_new(x))], ())
        rows = self.multi(s.rhs[0])
        self.pos = s.tok_pos
        targets: list[Target | None] = []
        for x in s.lhs:
            if define and self.is_new(x):
                targets.append(None)
            else:
                targets.append(self.target_of_many(x))
        for x, where, (v, t) in zip(s.lhs, targets, rows, strict=True):
            if where is None:
                assert isinstance(x, tree.Ident)
                if is_local(x.obj):
                    assert x.obj is not None
                    self.declare(x.obj, self.convert(v, t, x.obj.type, x))
            elif where.kind != "none":
                self.assign_target(where, self.convert(v, t, where.type, x))

    def assign_op(self, lhs: tree.Expr, op: str, rhs: tree.Expr, pos: int) -> None:
        """lhs op= rhs"""
        lhs = tree.unparen(lhs)
        self.order_targets([lhs], [rhs])
        t = lhs.type
        count = y = None
        if op in ("<<", ">>"):
            count = self.shift_count(rhs, pos)
        else:
            y = self.values_as(rhs, t)
        target = self.target(lhs)
        old = self.current(target, op not in ("/", "%"))
        self.pos = pos
        if count is not None:
            new: Value = [self.shift(op, t, old[0], count)]
        else:
            assert y is not None
            new = self.join([old, y]) if types.is_string(t) else self.arith(op, t, old, y)
        self.assign_target(target, new)

    def current(self, target: Target, surely: bool = False) -> Values:
        """The value a target holds now; ``surely``: it will be assigned to, nothing can panic before."""
        if target.kind == "place":
            assert target.place is not None
            return self.load(target.place, target.type)
        if target.kind == "map":
            assert target.map is not None and target.key is not None
            t, p = target.map
            u = t.underlying
            assert isinstance(u, Map)
            if surely:
                target.kind, target.place = "place", self.map_assign(t, p, target.key)
                return self.load(target.place, target.type)
            target.key = self.temp(u.key, target.key)
            return self.load(self.map_element(t, u, p, target.key), target.type)
        return list(target.regs)

    def incdec(self, s: tree.IncDecStmt) -> None:
        lhs = tree.unparen(s.x)
        self.pos = s.tok_pos
        self.order_targets([lhs], ())
        target = self.target(lhs)
        old = self.current(target, True)
        self.pos = s.tok_pos
        leaf = shape(lhs.type).leaves[0]
        one: Values = [K(1.0 if leaf.kind in "df" else 1)]
        if len(old) == 2:
            one.append(K(0.0))
        self.assign_target(target, self.arith("+" if s.tok == "++" else "-", lhs.type, old, one))

    # -- others

    def expr_stmt(self, s: tree.ExprStmt) -> None:
        self.pos = s.pos
        x = tree.unparen(s.x)
        if type(x) is tree.CallExpr and x.kind == "call":
            self.call_results(x)
        elif type(x) is tree.CallExpr:
            self.call(x)
        else:
            self.evaluate(x)

    def send(self, s: tree.SendStmt) -> None:
        self.order(s.chan, s.value)
        u = s.chan.type.underlying
        assert isinstance(u, types.Chan)
        c = self.expr1(s.chan)
        v = self.value_as(s.value, u.elem)
        self.pos = s.arrow
        where = self.address(self.spill_place(u.elem, v))
        self.rt("chansend1", "pp:", c, where)

    def return_(self, s: tree.ReturnStmt) -> None:
        self.pos = s.pos
        results = self.fn.sig.results.vars
        if s.results:
            vals: list[Value]
            if len(s.results) == 1 and len(results) > 1:
                rows = self.multi(s.results[0])
                vals = [self.convert(v, t, r.type) for (v, t), r in zip(rows, results, strict=True)]
            else:
                self.order(None, *s.results) if len(s.results) > 1 else None
                vals = [self.value_as(x, r.type) for x, r in zip(s.results, results, strict=True)]
            self.pos = s.pos
            if self.epilogue is None and not any(type(self.vars.get(r)) is Place for r in results):
                self.store_results(vals)
                self.leave()
                return
            if len(vals) > 1:
                vals = [self.temp(r.type, v) for v, r in zip(vals, results, strict=True)]
            for r, v in zip(results, vals, strict=True):
                storage = self.vars[r]
                if type(storage) is Place:
                    self.store(storage, r.type, v)
                else:
                    self.move_all(storage, v)  # type: ignore[arg-type]
        self.finish()

    def finish(self) -> None:
        """Return with the results that the result variables hold."""
        if self.epilogue is not None:
            # Open-coded deferred calls stand on the line of the return statement; others, and the seed's, on the last line.
            here = not self.program.go14 and self.fn.open_defers()
            if here:
                self.emit("call", "runtime.deferreturn")
            self.jump(self.epilogue_tail if here else self.epilogue)
        else:
            self.store_results([self.vars[r] for r in self.fn.sig.results.vars])
            self.emit("ret")
        self.start(self.new_block())

    def leave(self) -> None:
        self.emit("ret")
        self.start(self.new_block())

    def store_results(self, vals: Sequence[Value]) -> None:
        """Move results to the argument area."""
        for (t, at), v in zip(self.abi.results, vals, strict=True):
            s = shape(t)
            if not s.flat:
                assert type(v) is Place
                self.copy(Place(Arg(at)), v, s.size, types.align_of(t))
                continue
            if type(v) is Place:
                v = self.load(v, t)
            for j, (leaf, x) in enumerate(zip(s.leaves, v, strict=True)):  # type: ignore[arg-type]
                self.emit("mov." + leaf.kind, Arg(at + j), x)

    def stmt(self, s: tree.Stmt | None) -> None:
        if s is None:
            return
        visit = STMT.get(type(s))
        if visit is None:
            self.bug(f"no visitor for {s!r}")
        visit(self, s)

    def stmts(self, body: Sequence[tree.Stmt]) -> None:
        table = STMT
        for s in body:
            visit = table.get(type(s))
            if visit is None:
                self.bug(f"no visitor for {s!r}")
            visit(self, s)

    def block_stmt(self, s: tree.BlockStmt) -> None:
        self.stmts(s.list)

    def nothing(self, s: tree.Stmt) -> None:
        """An empty statement."""


STMT: Final[dict[type, Callable[[Any, Any], None]]] = {
    tree.DeclStmt: Statements.decl,
    tree.AssignStmt: Statements.assign,
    tree.IncDecStmt: Statements.incdec,
    tree.ExprStmt: Statements.expr_stmt,
    tree.SendStmt: Statements.send,
    tree.ReturnStmt: Statements.return_,
    tree.BlockStmt: Statements.block_stmt,
    tree.EmptyStmt: Statements.nothing,
    tree.GoStmt: Statements.go,
    tree.DeferStmt: Statements.defer,
}

__all__ = ["EXPR", "STMT", "Statements", "Target"]
