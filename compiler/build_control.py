"""Statements that branch: if, for, range, switch, type switch, select, labels and goto."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from morestack.compiler import tree, types
from morestack.compiler.build_scan import is_local, loop_vars, switch_operand
from morestack.compiler.build_shape import shape
from morestack.compiler.build_shell import ONE, ZERO, Operand, Place, Value, Values
from morestack.compiler.build_stmt import STMT, Statements
from morestack.compiler.ir import Block, K, Mem, Reg, Sym
from morestack.compiler.types import Array, Basic, Chan, Map, Pointer, Slice, Type

Source: TypeAlias = tuple[Callable[[], Value], Type]  # a value to be made, and its type
BINARY_SEARCH_MIN = 8  # integer cases from which a switch becomes a binary search


class Control(Statements):
    """Control flow."""

    def setup_control(self) -> None:
        self.breaks: dict[Any, Block] = {}
        self.continues: dict[Any, Block] = {}
        self.labels: dict[tree.LabeledStmt, Block] = {}
        self.clauses: dict[Any, Block] = {}  # bodies of case clauses, for fallthrough

    # -- if, labels, branches

    def if_(self, s: tree.IfStmt) -> None:
        self.stmt(s.init)
        self.pos = s.cond.pos
        yes, done = self.new_block(), self.new_block()
        no = self.new_block() if s.els is not None else done
        self.cond(s.cond, yes, no)
        self.start(yes)
        self.stmts(s.body.list)
        self.jump(done)
        if s.els is not None:
            self.start(no)
            self.stmt(s.els)
            self.jump(done)
        self.start(done)

    def label_block(self, s: tree.LabeledStmt) -> Block:
        block = self.labels.get(s)
        if block is None:
            block = self.labels[s] = self.new_block()
        return block

    def labeled(self, s: tree.LabeledStmt) -> None:
        block = self.label_block(s)
        self.jump(block)
        self.pos = s.pos
        if s in self.fn.looping:
            self.start_loop(block)
        else:
            self.start(block)
        self.stmt(s.stmt)

    def branch(self, s: tree.BranchStmt) -> None:
        self.pos = s.pos
        if s.tok == "goto":
            self.jump(self.label_block(s.target))
        elif s.tok == "fallthrough":
            self.jump(self.clauses[s.target])
        else:
            table = self.breaks if s.tok == "break" else self.continues
            target = s.target.stmt if type(s.target) is tree.LabeledStmt else s.target
            self.jump(table[target])
        self.start(self.new_block())

    # -- for

    def for_(self, s: tree.ForStmt) -> None:
        self.stmt(s.init)
        head, body, post, done = (self.new_block() for _ in range(4))
        self.breaks[s], self.continues[s] = done, post
        self.jump(head)
        self.pos = s.pos if s.cond is None else s.cond.pos
        self.start_loop(head)
        if s.cond is not None:
            self.cond(s.cond, body, done)
        else:
            self.jump(body)
        self.start(body)
        self.stmts(s.body.list)
        self.jump(post)
        self.start(post)
        if not self.program.go14:
            self.renew(loop_vars(s))
        self.stmt(s.post)
        self.jump(head)
        self.start(done)

    def renew(self, variables: Sequence[Any]) -> None:
        """The next iteration gets its own copy of loop variables in the heap."""
        for v in variables:
            if is_local(v) and v.ext.escapes:
                old = self.vars[v]
                p = self.new_object(v.type)
                self.store(Place(p), v.type, self.load(old, v.type) if shape(v.type).flat else old)
                self.move(old.base, p)

    # -- range

    def range_(self, s: tree.RangeStmt) -> None:
        self.pos = s.range_pos or s.pos
        u = s.x.type.underlying
        if self.program.go14 and s.tok == ":=":
            for x in (s.key, s.value):
                if type(x) is tree.Ident:
                    self.declare(x.obj, None)
        if type(u) is Basic:
            self.range_string(s) if u.info & types.IS_STRING else self.range_int(s)
        elif type(u) is Map:
            self.range_map(s)
        elif type(u) is Chan:
            self.range_chan(s, u)
        elif type(u) in (Slice, Array, Pointer):
            self.range_elements(s, u)
        else:
            self.bug("range over func")

    def bind(self, s: tree.RangeStmt, x: tree.Expr | None, v: Callable[[], Value], t: Type) -> None:
        """Give an iteration variable its value."""
        if x is None or (type(x) is tree.Ident and x.name == "_"):
            return
        if s.tok == ":=" and not self.program.go14:
            assert isinstance(x, tree.Ident)
            self.declare(x.obj, v())
        else:
            target = self.target(x)
            self.assign_target(target, self.convert(v(), t, target.type, None))

    def bind_both(self, s: tree.RangeStmt, key: Source, value: Source) -> None:
        """Give both iteration variables their values, as one assignment."""
        if s.tok != "=" or s.value is None:
            self.bind(s, s.key, *key)
            self.bind(s, s.value, *value)
            return
        targets = []
        for x in (s.key, s.value):
            assert x is not None
            target = self.target(x)
            self.freeze(target)
            targets.append(target)
        for target, (v, t) in zip(targets, (key, value), strict=True):
            if target.kind != "none":
                self.assign_target(target, self.convert(v(), t, target.type, None))

    def loop(self, s: tree.RangeStmt) -> tuple[Block, Block, Block, Block]:
        head, body, post, done = (self.new_block() for _ in range(4))
        self.breaks[s], self.continues[s] = done, post
        self.jump(head)
        self.start_loop(head)
        return head, body, post, done

    def range_count(self, s: tree.RangeStmt, limit: Operand, t: Type, each: Callable[[Reg], None]) -> None:
        """for i := 0; i < limit; i++"""
        leaf = shape(t).leaves[0]
        i = self.reg(leaf.kind)
        self.emit("mov." + leaf.kind, i, ZERO)
        head, body, post, done = self.loop(s)
        self.emit("jlt." + leaf.kind, i, limit, body)
        self.jump(done)
        self.start(body)
        each(i)
        self.stmts(s.body.list)
        self.jump(post)
        self.start(post)
        self.pos = s.range_pos or s.pos
        self.emit("add." + leaf.width, i, i, ONE)
        self.jump(head)
        self.start(done)

    def range_int(self, s: tree.RangeStmt) -> None:
        t = s.x.type if s.key is None or s.key.type is None else s.key.type
        if types.is_untyped(t):
            t = types.INT_TYPE
        if s.x.value is None:
            t = s.x.type
        limit = self.copy_reg(self.values_as(s.x, t)[0])
        self.range_count(s, limit, t, lambda i: self.bind(s, s.key, lambda: [self.copy_reg(i)], t))

    def range_elements(self, s: tree.RangeStmt, u: Type) -> None:
        """Slices, arrays and pointers to arrays."""
        wanted = s.value is not None and not (type(s.value) is tree.Ident and s.value.name == "_")
        array = u.elem.underlying if type(u) is Pointer else u
        base: Operand = ZERO
        limit: Operand
        if type(array) is Array:
            elem = array.elem
            limit = K(array.len)
            if type(u) is Pointer:
                base = self.copy_reg(self.expr1(s.x))
                if wanted and array.len:
                    self.nilcheck(base)
            elif wanted or s.x in self.fn.callful:
                v = self.locate(s.x)
                place = self.spill_place(s.x.type, v)
                if place is v:
                    moved = self.temp(s.x.type, self.load(place, s.x.type) if shape(s.x.type).flat else v)
                    place = self.spill_place(s.x.type, moved)
                base = self.address(place)
        else:
            assert isinstance(u, Slice)
            elem = u.elem
            vals = self.expr(s.x)
            base, limit = self.copy_reg(vals[0]), self.copy_reg(vals[1])

        def each(i: Reg) -> None:
            if not wanted:
                self.bind(s, s.key, lambda: [self.copy_reg(i)], types.INT_TYPE)
                return
            place = self.element(base, i, elem)
            v: Value = self.load(place, elem) if shape(elem).flat else place
            self.bind_both(s, (lambda: [self.copy_reg(i)], types.INT_TYPE), (lambda: v, elem))

        self.range_count(s, limit, types.INT_TYPE, each)

    def range_string(self, s: tree.RangeStmt) -> None:
        vals = self.expr(s.x)
        ptr, length = self.copy_reg(vals[0]), self.copy_reg(vals[1])
        at, following, r = self.reg(), self.reg(), self.reg()
        self.emit("mov.i", following, ZERO)
        head, body, post, done = self.loop(s)
        wide, got = self.new_block(), self.new_block()
        self.emit("mov.i", at, following)
        self.emit("jlt.i", at, length, body)
        self.jump(done)
        self.start(body)
        self.emit("ldx.u8", r, ptr, at, 0)
        self.emit("add.i64", following, at, ONE)
        self.emit("jlt.i", r, K(0x80), got)
        self.jump(wide)
        self.start(wide)
        out = self.rt("decoderune", "pii:ii", ptr, length, at)
        self.emit("mov.i", r, out[0])
        self.emit("mov.i", following, out[1])
        self.jump(got)
        self.start(got)
        self.bind_both(s, (lambda: [self.copy_reg(at)], types.INT_TYPE), (lambda: [self.copy_reg(r)], types.RUNE_TYPE))
        self.stmts(s.body.list)
        self.jump(post)
        self.start(post)
        self.jump(head)
        self.start(done)

    def range_map(self, s: tree.RangeStmt) -> None:
        t = s.x.type
        u = t.underlying
        assert isinstance(u, Map)
        m = self.expr1(s.x)
        it = Place(self.mem_of(self.program.runtime_type("hiter"), "iter"))
        self.clear(it, shape(self.program.runtime_type("hiter")).size)
        self.rt("mapiterinit", "ppp:", self.type_sym(t), m, self.address(it))
        head, body, post, done = self.loop(s)
        key = self.load(it, types.UNSAFE_POINTER_TYPE)[0]
        self.emit("brz", key, done)
        self.jump(body)
        self.start(body)
        if s.key is not None:
            k = Place(key)
            v = Place(self.load(it.at(8), types.UNSAFE_POINTER_TYPE)[0])
            self.bind_both(
                s,
                (lambda: self.load(k, u.key) if shape(u.key).flat else k, u.key),
                (lambda: self.load(v, u.elem) if shape(u.elem).flat else v, u.elem),
            )
        self.stmts(s.body.list)
        self.jump(post)
        self.start(post)
        self.pos = s.range_pos or s.pos
        self.rt("mapiternext", "p:", self.address(it))
        self.jump(head)
        self.start(done)

    def range_chan(self, s: tree.RangeStmt, u: Chan) -> None:
        c = self.copy_reg(self.expr1(s.x))
        head, body, post, done = self.loop(s)
        place = self.receiving(u.elem)
        ok = self.rt("chanrecv2", "pp:i", c, self.address(place))[0]
        self.jump_if(ok, body, done)
        self.start(body)
        self.bind(s, s.key, lambda: self.load(place, u.elem) if shape(u.elem).flat else place, u.elem)
        self.stmts(s.body.list)
        self.jump(post)
        self.start(post)
        self.pos = s.range_pos or s.pos
        self.jump(head)
        self.start(done)

    # -- switch

    def switch(self, s: tree.SwitchStmt) -> None:
        self.stmt(s.init)
        self.pos = s.pos
        done = self.new_block()
        self.breaks[s] = done
        clauses: list[tree.CaseClause] = s.body.list  # type: ignore[assignment]
        for c in clauses:
            self.clauses[c] = self.new_block()
        default = next((self.clauses[c] for c in clauses if c.list is None), done)
        if s.tag is None:
            self.cases_bool(clauses, default)
        else:
            t = types.default_type(s.tag.type)
            v = self.temp(t, self.value_as(s.tag, t))
            if not self.cases_int(t, v, clauses, default):
                self.cases_equal(t, v, clauses, default)
        for c in clauses:
            self.start(self.clauses[c])
            self.stmts(c.body)
            self.jump(done)
        self.start(done)

    def cases_bool(self, clauses: Sequence[tree.CaseClause], default: Block) -> None:
        for c in clauses:
            for x in c.list or ():
                following = self.new_block()
                self.pos = x.pos
                if types.is_interface(x.type):
                    self.jump_if(self.case_equal(types.BOOL_TYPE, [ONE], x), self.clauses[c], following)
                else:
                    self.cond(x, self.clauses[c], following)
                self.start(following)
        self.jump(default)

    def cases_int(self, t: Type, v: Value, clauses: Sequence[tree.CaseClause], default: Block) -> bool:
        """Many integer constants: a binary search."""
        if not types.is_integer(t):
            return False
        rows: list[tuple[int, Block]] = []
        for c in clauses:
            for x in c.list or ():
                if type(x.value) is not int:
                    return False
                rows.append((x.value, self.clauses[c]))
        if len(rows) < BINARY_SEARCH_MIN or len({n for n, _ in rows}) != len(rows):
            return False
        rows.sort(key=lambda row: row[0])
        assert isinstance(v, list)
        self.search(v[0], shape(t).leaves[0].kind, rows, default)
        return True

    def search(self, x: Operand, kind: str, rows: list[tuple[int, Block]], default: Block) -> None:
        if len(rows) <= 3:
            for n, block in rows:
                self.emit("jeq." + kind, x, K(n), block)
            self.jump(default)
            return
        middle = len(rows) // 2
        low, high = self.new_block(), self.new_block()
        self.emit("jlt." + kind, x, K(rows[middle][0]), low)
        self.jump(high)
        self.start(low)
        self.search(x, kind, rows[:middle], default)
        self.start(high)
        self.search(x, kind, rows[middle:], default)

    def cases_equal(self, t: Type, v: Value, clauses: Sequence[tree.CaseClause], default: Block) -> None:
        scalar = shape(t).scalar and shape(t).leaves[0].kind in "iu" and type(t.underlying) not in (types.Struct, Array)
        for c in clauses:
            for x in c.list or ():
                following = self.new_block()
                self.pos = x.pos
                if scalar and not types.is_interface(x.type):
                    y = self.values_as(x, t)[0]
                    assert isinstance(v, list)
                    self.emit("jeq." + shape(t).leaves[0].kind, v[0], y, self.clauses[c])
                    self.jump(following)
                else:
                    self.jump_if(self.case_equal(t, v, x), self.clauses[c], following)
                self.start(following)
        self.jump(default)

    def case_equal(self, t: Type, v: Value, x: tree.Expr) -> Operand:
        if x.mode == "nil":
            assert isinstance(v, list)
            return self.op("eq.i", "i", v[0], ZERO)
        if types.is_interface(t):
            if not types.is_interface(x.type):
                assert isinstance(v, list)
                return self.mixed_equality(v, t, self.value(x), x.type)
            return self.equal(t, v, self.value_as(x, t))
        if types.is_interface(x.type):
            return self.mixed_equality(self.expr(x), x.type, v, t)
        return self.equal(t, v, self.value_as(x, t))

    def type_switch(self, s: tree.TypeSwitchStmt) -> None:
        self.stmt(s.init)
        self.pos = s.pos
        done = self.new_block()
        self.breaks[s] = done
        x = switch_operand(s)
        of = x.type
        v: Values = [self.copy_reg(a) for a in self.expr(x)]
        word = self.type_word(v, of)
        clauses: list[tree.CaseClause] = s.body.list  # type: ignore[assignment]
        default = done
        bodies: list[tuple[Block, tree.CaseClause, Value]] = []
        for c in clauses:
            body = self.new_block()
            if c.list is None:
                default = body
                bodies.append((body, c, v))
                continue
            bodies.append((body, c, self.type_case(c, v, of, word, body)))
        self.jump(default)
        for body, c, held in bodies:
            self.start(body)
            if is_local(c.obj) and c.obj.name != "_":
                t = c.obj.type
                single = c.list is not None and len(c.list) == 1 and c.list[0].mode != "nil"
                if single and not types.is_interface(t):
                    held = self.unbox(v[1], t)
                self.declare(c.obj, held)
            self.stmts(c.body)
            self.jump(done)
        self.start(done)

    def type_case(self, c: tree.CaseClause, v: Values, of: Type, word: Operand, body: Block) -> Value:
        """Tests of one clause; the result is what its variable holds when it is an interface."""
        held: Value = v
        assert c.list is not None
        for x in c.list:
            following = self.new_block()
            self.pos = x.pos
            if x.mode == "nil":
                self.emit("brz", v[0], body)
                self.jump(following)
            else:
                t = x.type
                result: Value | None = None
                if len(c.list) == 1 and types.is_interface(t):
                    result = [self.reg("i", True), self.reg("i", True)]
                    held = result
                self.test_type(v, word, t, body, following, result)
            self.start(following)
        return held

    # -- select

    def select(self, s: tree.SelectStmt) -> None:
        self.pos = s.pos
        clauses: list[tree.CommClause] = s.body.list  # type: ignore[assignment]
        done = self.new_block()
        self.breaks[s] = done
        cases = [c for c in clauses if c.comm is not None]
        default = next((c for c in clauses if c.comm is None), None)
        if not cases:
            if default is None:
                self.rt("block", ":")
                self.emit("trap", 0)
                self.start(self.new_block())
            else:
                self.stmts(default.body)
        elif len(cases) == 1 and default is None:
            self.stmt(cases[0].comm)
            self.stmts(cases[0].body)
        elif len(cases) == 1 and default is not None:
            self.select_one(cases[0], default, done)
        else:
            self.select_many(s, cases, default, done)
        self.jump(done)
        self.start(done)

    def comm_parts(self, c: tree.CommClause) -> tuple[tree.Expr, tree.Expr | None]:
        """(channel, value sent or None for a receive)"""
        s = c.comm
        if type(s) is tree.SendStmt:
            return s.chan, s.value
        x = s.rhs[0] if type(s) is tree.AssignStmt else s.x  # type: ignore[union-attr]
        x = tree.unparen(x)
        assert isinstance(x, tree.UnaryExpr)
        return x.x, None

    def select_one(self, c: tree.CommClause, default: tree.CommClause, done: Block) -> None:
        """One case and a default."""
        chan, sent = self.comm_parts(c)
        u = chan.type.underlying
        assert isinstance(u, Chan)
        yes, no = self.new_block(), self.new_block()
        if sent is not None:
            p = self.copy_reg(self.expr1(chan))
            v = self.value_as(sent, u.elem)
            where = self.address(self.spill_place(u.elem, v))
            self.pos = c.pos
            ok = self.rt("selectnbsend", "pp:i", p, where)[0]
            self.jump_if(ok, yes, no)
            self.start(yes)
        else:
            p = self.expr1(chan)
            place = self.receiving(u.elem)
            self.pos = c.pos
            out = self.rt("selectnbrecv", "pp:ii", self.address(place), p)
            self.jump_if(out[0], yes, no)
            self.start(yes)
            self.received(c.comm, place, u.elem, out[1])
        self.stmts(c.body)
        self.jump(done)
        self.start(no)
        self.stmts(default.body)

    def received(self, s: tree.Stmt | None, place: Place, elem: Type, ok: Operand) -> None:
        """Assign what a receive in a select gave."""
        if type(s) is not tree.AssignStmt:
            return
        rows: list[tuple[Callable[[], Value], Type]] = [
            (lambda: self.load(place, elem) if shape(elem).flat else place, elem),
            (lambda: [ok], types.BOOL_TYPE),
        ]
        for x, (v, t) in zip(s.lhs, rows, strict=False):
            if type(x) is tree.Ident and x.name == "_":
                continue
            if s.tok == ":=" and self.is_new(x):
                self.declare(x.obj, v())  # type: ignore[attr-defined]
            else:
                target = self.target(x)
                self.assign_target(target, self.convert(v(), t, target.type, x))

    def select_many(
        self, s: tree.SelectStmt, cases: Sequence[tree.CommClause], default: tree.CommClause | None, done: Block
    ) -> None:
        """runtime.selectgo over an array of scases, sends first, both in the frame."""
        n = len(cases)
        scase = self.program.runtime_type("scase")
        size = shape(scase).size
        table = types.Array(scase, n)
        array = Place(self.mem_of(table, "cases"))
        order = Place(Mem(self.next_id(), (4 * n + 7) // 8, (), False, "order"))
        parts = [self.comm_parts(c) for c in cases]
        sends = [i for i, p in enumerate(parts) if p[1] is not None]
        receives = [i for i, p in enumerate(parts) if p[1] is None]
        # case by case in source order, each operand kept before the calls of the next: gc's order for select
        places: dict[int, Place] = {}
        operands: dict[int, tuple[Operand, Place]] = {}
        for i, (chan, sent) in enumerate(parts):
            u = chan.type.underlying
            assert isinstance(u, Chan)
            p = self.copy_reg(self.expr1(chan))
            if sent is not None:
                place = self.spill_place(u.elem, self.temp(u.elem, self.value_as(sent, u.elem)))
            else:
                place = self.receiving(u.elem)
            places[i] = place
            operands[i] = (p, place)
        ranked = sends + receives[::-1]
        for at, i in enumerate(ranked):
            p, place = operands[i]
            self.store(array.at(at * size), types.UNSAFE_POINTER_TYPE, [p])
            self.store(array.at(at * size + 8), types.UNSAFE_POINTER_TYPE, [self.address(place)])
        block = ZERO if default is not None else ONE
        self.pos = s.pos
        counts = K(len(sends)), K(len(receives))
        chosen, ok = self.rt("selectgo", "ppiii:ii", self.address(array), self.address(order), *counts, block)
        bodies = [self.new_block() for _ in cases]
        other = self.new_block()
        for at, i in enumerate(ranked):
            self.emit("jeq.i", chosen, K(at), bodies[i])
        self.jump(other)
        for i, c in enumerate(cases):
            self.start(bodies[i])
            u = parts[i][0].type.underlying
            assert isinstance(u, Chan)
            if parts[i][1] is None:
                self.received(c.comm, places[i], u.elem, ok)
            self.stmts(c.body)
            self.jump(done)
        self.start(other)
        if default is not None:
            self.stmts(default.body)
        else:
            self.emit("trap", 0)
            self.start(self.new_block())

    def next_id(self) -> int:
        self.count += 1
        return self.count


STMT.update(
    {
        tree.IfStmt: Control.if_,
        tree.LabeledStmt: Control.labeled,
        tree.BranchStmt: Control.branch,
        tree.ForStmt: Control.for_,
        tree.RangeStmt: Control.range_,
        tree.SwitchStmt: Control.switch,
        tree.TypeSwitchStmt: Control.type_switch,
        tree.SelectStmt: Control.select,
    }
)

__all__ = ["Control", "Sym"]
