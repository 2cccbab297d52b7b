"""Expressions: variables, selectors, indexing, slicing, operators, comparisons, conditions.

Each visitor returns the value where it is: operands, or a place (also for flat types, which are loaded when needed).
Order of evaluation is gc's (cmd/compile/internal/walk/order.go): when an operand behind the first contains a call, all
calls of the operands are made first, left to right; variables and memory are read afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from morestack.compiler import constants, tree, types
from morestack.compiler.build_scan import is_local
from morestack.compiler.build_shape import field_offset, field_range, plain_memory, shape
from morestack.compiler.build_shell import ONE, ZERO, Operand, Place, Shell, Value, Values
from morestack.compiler.ir import OFFSET_MAX, Block, K, Reg, Sym
from morestack.compiler.types import Array, Map, Pointer, Slice, Struct, Type
from morestack.vm.isa import BOUNDS_CODES

CODE: Final = {name: i for i, name in enumerate(BOUNDS_CODES)}
_ARITH: Final = {"+": "add", "-": "sub", "*": "mul", "/": "div", "%": "rem"}
_BITS: Final = {"&": "and", "|": "or", "^": "xor", "&^": "andnot"}
COMPARISONS: Final = frozenset(("==", "!=", "<", "<=", ">", ">="))


class Expressions(Shell):
    """Expression visitors."""

    # -- entry points

    def value(self, e: tree.Expr) -> Value:
        v = self.locate(e)
        if type(v) is Place and shape(e.type).flat:
            return self.load(v, e.type)
        return v

    def expr(self, e: tree.Expr) -> Values:
        v = self.locate(e)
        if type(v) is Place:
            return self.load(v, e.type)
        return v  # type: ignore[return-value]

    def expr1(self, e: tree.Expr) -> Operand:
        """The value of an expression of a scalar type."""
        return self.expr(e)[0]

    def expr_place(self, e: tree.Expr) -> Place:
        v = self.locate(e)
        if type(v) is not Place:
            self.bug(f"{e!r} is not in memory")
        return v

    def locate(self, e: tree.Expr) -> Value:
        """The value of e where it is: operands or a place."""
        if self.memo and e in self.memo:
            return self.memo.pop(e)
        if e.value is not None:
            return self.const(e.value, e.type)
        if e.mode == "nil":
            return self.zero(e.type)
        visit = EXPR.get(type(e))
        if visit is None:
            self.bug(f"no visitor for {e!r}")
        return visit(self, e)

    def value_as(self, e: tree.Expr, t: Type) -> Value:
        """e as a value of type t (implicit conversion)."""
        if e.mode == "nil":
            return self.zero(t)
        if type(t.underlying) is types.Interface:
            if type(e.type.underlying) is not types.Interface or not types.identical(e.type.underlying, t.underlying):
                return self.to_interface(e, t)
        elif e.value is not None:
            return self.const(e.value, t)
        return self.value(e)

    def to_interface(self, e: tree.Expr, t: Type) -> Value:
        """e converted to interface type t."""
        return self.convert(self.value(e), e.type, t, e)

    def values_as(self, e: tree.Expr, t: Type) -> Values:
        """The same for a flat type."""
        v = self.value_as(e, t)
        return self.load(v, t) if type(v) is Place else v  # type: ignore[return-value]

    def const(self, v: Any, t: Type) -> Value:
        """A constant of type t."""
        u = t.underlying
        if type(u) is types.Interface:
            return self.convert(self.const(v, constant_type(v)), constant_type(v), t)
        info = u.info if type(u) is types.Basic else types.IS_INTEGER
        if info & types.IS_STRING:
            return [self.string_sym(v), K(len(v))]
        if info & types.IS_BOOLEAN:
            return [K(1 if v else 0)]
        if info & types.IS_INTEGER:
            return [K(v if type(v) is int else int(constants.to_int(v)))]
        if info & types.IS_FLOAT:
            return [K(float_const(v, shape(t).leaves[0].width))]
        if info & types.IS_COMPLEX:
            width = shape(t).leaves[0].width
            c = constants.to_complex(v)
            return [K(float_const(constants.real(c), width)), K(float_const(constants.imag(c), width))]
        return [K(int(constants.to_int(v)))]

    # -- order of evaluation

    def order(self, *exprs: tree.Expr | None) -> None:
        """Before evaluating exprs one after the other: if one behind the first contains calls, make all calls now."""
        callful = self.fn.callful
        for e in exprs[1:]:
            if e in callful:
                break
        else:
            return
        for e in exprs:
            if e in callful:
                self.hoist(e)

    def hoist(self, e: tree.Expr) -> None:
        """Make the calls in e and keep their results."""
        if e in self.memo:
            return
        c = type(e)
        inner = _single_operand(e)
        if inner is not None:
            self.hoist_all(inner)
        elif c is tree.BinaryExpr and e.op not in ("&&", "||"):  # type: ignore[attr-defined]
            self.hoist_all(e.x, e.y)  # type: ignore[attr-defined]
        elif c is tree.IndexExpr and type(e.x.type.underlying) is not Map:  # type: ignore[attr-defined]
            self.hoist_all(e.x, e.index)  # type: ignore[attr-defined]
        elif type(e.type) is not types.Tuple:
            self.memo[e] = self.temp(e.type, self.value(e))

    def hoist_all(self, *exprs: tree.Expr) -> None:
        for e in exprs:
            if e in self.fn.callful:
                self.hoist(e)

    # -- names

    def ident(self, e: tree.Ident) -> Value:
        v = e.obj
        storage = self.vars.get(v)  # type: ignore[call-overload]
        if storage is not None:
            return storage  # type: ignore[no-any-return]
        if type(v) is types.Var:
            if is_local(v):
                self.bug(f"variable {v.name} has no storage")
            return Place(Sym(self.program.global_name(v)))
        if type(v) is types.Func:
            return [self.func_value(v)]
        self.bug(f"name {e.name} is no value")

    def func_value(self, f: types.Func) -> Operand:
        return self.func_sym(self.program.func_name(f))

    def paren(self, e: tree.ParenExpr) -> Value:
        return self.locate(e.x)

    # -- selectors

    def selector(self, e: tree.SelectorExpr) -> Value:
        sel = e.selection
        if sel is None:
            return self.ident(e.sel)
        if sel.kind == "field":
            v = self.locate(e.x)
            self.pos = end_pos(e.x)
            return self.walk(v, e.x.type, sel.path)
        if sel.kind == "methodexpr":
            return [self.func_sym(self.program.method_expr(sel))]
        return self.method_value(e)

    def method_value(self, e: tree.SelectorExpr) -> Value:
        """x.M as a func value."""
        raise NotImplementedError

    def walk(self, v: Value, t: Type, path: tuple[int, ...]) -> Value:
        """The field that path leads to from a value v of type t, following embedded pointers."""
        for i in path:
            u = t.underlying
            if type(u) is Pointer:
                p = self.load(v, t)[0] if type(v) is Place else v[0]  # type: ignore[index]
                v = self.deref(p)
                t = u.elem
                u = t.underlying
            assert type(u) is Struct
            if type(v) is Place:
                v = v.at(field_offset(t, i))
            else:
                low, high = field_range(t, i)
                v = v[low:high]  # type: ignore[index]
            t = u.fields[i].type
        return v

    # -- indexing

    def star(self, e: tree.StarExpr) -> Value:
        p = self.expr1(e.x)
        self.pos = e.pos
        return self.deref(p)

    def index(self, e: tree.IndexExpr) -> Value:
        u = e.x.type.underlying
        if type(u) is Map:
            return self.map_index(e)
        self.order(e.x, e.index)
        if type(u) is Slice:
            ptr, length, _ = self.expr(e.x)
            i = self.int_operand(e.index)
            self.pos = e.lbrack
            self.bound(i, length, "Index")
            return self.element(ptr, self.as_int(i), u.elem)
        if type(u) is types.Basic:  # a string
            ptr, length = self.expr(e.x)
            i = self.int_operand(e.index)
            self.pos = e.lbrack
            self.bound(i, length, "Index")
            return [self.op("ldx.u8", "i", ptr, self.as_int(i), 0)]
        if type(u) is Pointer:
            p = self.expr1(e.x)
            a = u.elem.underlying
            i = self.int_operand(e.index)
            self.pos = e.lbrack
            assert type(a) is Array
            where = self.deref(p)
        else:
            assert type(u) is Array
            a = u
            v = self.locate(e.x)
            i = self.int_operand(e.index)
            self.pos = e.lbrack
            if type(v) is not Place:
                self.bound(i, K(a.len), "Index")
                return v
            where = v
        self.bound(i, K(a.len), "Index")
        if type(i) is K and 0 <= i.value < a.len:
            return where.at(int(i.value) * shape(a.elem).size)
        return self.element(self.address(where), self.as_int(i), a.elem)

    def map_index(self, e: tree.IndexExpr) -> Value:
        raise NotImplementedError

    def element(self, ptr: Operand, i: Operand, elem: Type) -> Place:
        """Element i of the elements at ptr."""
        s = shape(elem)
        if type(ptr) is K:
            ptr = self.in_reg(ptr, "i", True)
        if type(i) is K:
            if 0 <= (off := int(i.value) * s.size) <= OFFSET_MAX:
                return Place(ptr, off)
            i = self.in_reg(i)
        if s.scalar and s.size in (1, 2, 4, 8):
            return Place(ptr, 0, i, s.size)
        d = self.ptr_op("index", ptr, i, s.size)
        return Place(d)

    def int_operand(self, e: tree.Expr) -> Operand:
        """An index or size of any integer type."""
        if e.value is not None:
            return K(int(constants.to_int(e.value)))
        return self.expr1(e)

    def bound(self, i: Operand, limit: Operand, code: str) -> None:
        """Check an index (or, for a slice's codes, a slice bound) against limit."""
        name = "bound" if code == "Index" else "boundle"
        if type(i) is K and type(limit) is K:
            if 0 <= i.value < limit.value or (i.value == limit.value and name == "boundle"):
                return
        if type(i) is Reg and i.kind == "u":
            name += ".u"
        self.func.min_out = max(self.func.min_out, 4)
        self.emit(name, i, limit, CODE[code])

    def as_int(self, i: Operand) -> Operand:
        """A checked index in kind i."""
        if type(i) is Reg and i.kind == "u":
            return self.op("cvt.u.i", "i", i)
        return i

    def slice(self, e: tree.SliceExpr) -> Value:
        self.order(e.x, e.low, e.high, e.max)
        u = e.x.type.underlying
        elem: Type
        if type(u) is types.Basic:
            ptr, length = self.expr(e.x)
            cap: Operand = length
            elem = types.BYTE_TYPE
        elif type(u) is Slice:
            ptr, length, cap = self.expr(e.x)
            elem = u.elem
        else:
            if type(u) is Pointer:
                a = u.elem.underlying
                p = self.expr1(e.x)
                self.pos = e.lbrack
                self.nilcheck(p)
                ptr = p
            else:
                a = u
                ptr = self.address(self.place_of(e.x))
            assert type(a) is Array
            length = cap = K(a.len)
            elem = a.elem
        low, high, top = (self.int_operand(x) if x is not None else None for x in (e.low, e.high, e.max))
        self.pos = e.lbrack
        if type(u) is types.Basic:
            return self.slice_string(ptr, length, low, high)
        return self.slice_of(ptr, length, cap, low, high, top, shape(elem).size, type(u) is Slice)

    def place_of(self, e: tree.Expr) -> Place:
        """e in memory: its own place, or a copy."""
        return self.spill_place(e.type, self.locate(e))

    def slice_string(self, ptr: Operand, length: Operand, low: Operand | None, high: Operand | None) -> Value:
        if high is not None:
            self.bound(high, length, "SliceAlen")
            high = self.as_int(high)
        else:
            high = length
        if low is None or (type(low) is K and low.value == 0):
            return [ptr, high]
        self.bound(low, high, "SliceB")
        low = self.as_int(low)
        rest = self.sub(high, low)
        return [self.advance(ptr, low, rest, 1), rest]

    def slice_of(
        self, ptr: Operand, length: Operand, cap: Operand, low: Operand | None, high: Operand | None,
        top: Operand | None, size: int, is_slice: bool,
    ) -> Value:  # fmt: skip
        """x[low:high:top] of cap elements at ptr."""
        if top is not None:
            self.bound(top, cap, "Slice3Acap" if is_slice else "Slice3Alen")
            top = self.as_int(top)
            assert high is not None
            self.bound(high, top, "Slice3B")
            high = self.as_int(high)
            end: Operand = top
        else:
            end = cap
            if high is not None:
                self.bound(high, cap, "SliceAcap" if is_slice else "SliceAlen")
                high = self.as_int(high)
            else:
                high = length
        if low is None or (type(low) is K and low.value == 0):
            return [ptr, high, end]
        self.bound(low, high, "Slice3C" if top is not None else "SliceB")
        low = self.as_int(low)
        rest = self.sub(high, low)
        room = rest if end is high else self.sub(end, low)
        return [self.advance(ptr, low, room, size), rest, room]

    def sub(self, a: Operand, b: Operand) -> Operand:
        if type(a) is K and type(b) is K:
            return K(a.value - b.value)
        return self.op("sub.i64", "i", a, b)

    def behind(self, ptr: Operand, n: Operand, size: int) -> Reg:
        """ptr + n*size."""
        if type(n) is not K:
            return self.ptr_op("index", ptr, n, size)
        if abs(off := int(n.value) * size) <= OFFSET_MAX:
            return self.ptr_op("offset", ptr, off)
        return self.ptr_op("index", ptr, self.in_reg(n), size)

    def advance(self, ptr: Operand, by: Operand, room: Operand, size: int) -> Operand:
        """ptr + by*size, but ptr itself when no room is left there: never a pointer behind the object."""
        if type(room) is K:
            if room.value == 0:
                return ptr
        else:
            some = self.op("lt.i", "i", ZERO, room)
            by = self.op("mul.i64", "i", by, some)
        return self.behind(ptr, by, size)

    # -- operators

    def unary(self, e: tree.UnaryExpr) -> Value:
        op = e.op
        if op == "&":
            return self.address_of(e)
        if op == "<-":
            return self.receive(e)
        t = e.type
        if op == "+":
            return self.value(e.x)
        if op == "!":
            return [self.op("eq.i", "i", self.expr1(e.x), ZERO)]
        s = shape(t)
        vals = self.expr(e.x)
        name = "neg." if op == "-" else "com."
        return [self.op(name + x.width, x.kind, v) for x, v in zip(s.leaves, vals, strict=True)]

    def address_of(self, e: tree.UnaryExpr) -> Value:
        raise NotImplementedError

    def receive(self, e: tree.UnaryExpr) -> Value:
        raise NotImplementedError

    def concat(self, e: tree.BinaryExpr) -> Value:
        raise NotImplementedError

    def binary(self, e: tree.BinaryExpr) -> Value:
        op = e.op
        if op in ("&&", "||"):
            return [self.logical(e)]
        if op in COMPARISONS:
            return [self.comparison(e)]
        if op == "+" and types.is_string(e.type):
            return self.concat(e)
        self.order(e.x, e.y)
        if op in ("<<", ">>"):
            x = self.values_as(e.x, e.type)[0]
            count = self.shift_count(e.y, e.op_pos)
            self.pos = e.op_pos
            return [self.shift(op, e.type, x, count)]
        a = self.values_as(e.x, e.type)
        b = self.values_as(e.y, e.type)
        self.pos = e.op_pos
        return self.arith(op, e.type, a, b)

    def arith(self, op: str, t: Type, a: Values, b: Values) -> Values:
        """a op b for numbers of type t."""
        leaf = shape(t).leaves[0]
        if len(a) == 2:
            return self.complex_arith(op, t, a, b)
        if op in _BITS:
            return [self.op(f"{_BITS[op]}.{leaf.kind}", leaf.kind, a[0], b[0])]
        return [self.op(f"{_ARITH[op]}.{leaf.width}", leaf.kind, a[0], b[0])]

    def complex_arith(self, op: str, t: Type, a: Values, b: Values) -> Values:
        leaf = shape(t).leaves[0]
        if op in "+-":
            return [self.op(f"{_ARITH[op]}.{leaf.width}", leaf.kind, x, y) for x, y in zip(a, b, strict=True)]
        if leaf.width == "f64":
            return self.complex_product(a, b) if op == "*" else list(self.rt("complex128div", "dddd:dd", *a, *b))
        # gc works out complex64 with float64, so that less is lost when products cancel (ssagen/ssa.go, OMUL, ODIV)
        wide: Values = [self.op("cvt.f32.f64", "d", x) for x in (*a, *b)]
        out = self.complex_product(wide[:2], wide[2:]) if op == "*" else self.rt("complex128div", "dddd:dd", *wide)
        return [self.op("cvt.f64.f32", "f", x) for x in out]

    def complex_product(self, a: Values, b: Values) -> Values:
        """a * b of complex128 parts."""
        re = self.op("sub.f64", "d", self.op("mul.f64", "d", a[0], b[0]), self.op("mul.f64", "d", a[1], b[1]))
        im = self.op("add.f64", "d", self.op("mul.f64", "d", a[0], b[1]), self.op("mul.f64", "d", a[1], b[0]))
        return [re, im]

    def shift_count(self, e: tree.Expr, pos: int) -> Operand:
        """A shift count in kind u, checked not to be negative at pos, that of the operator."""
        if e.value is not None:
            return K(min(int(constants.to_int(e.value)), 1 << 32))
        n = self.expr1(e)
        leaf = shape(e.type).leaves[0]
        if leaf.kind == "u":
            return n
        if leaf.width.startswith("i"):
            self.pos = pos
            self.emit("shiftcheck", n)
        return self.op("cvt.i.u", "u", n)

    def shift(self, op: str, t: Type, x: Operand, count: Operand) -> Operand:
        leaf = shape(t).leaves[0]
        return self.op(f"{'shl' if op == '<<' else 'shr'}.{leaf.width}", leaf.kind, x, count)

    # -- booleans

    def logical(self, e: tree.BinaryExpr) -> Operand:
        """x && y, x || y as a value."""
        r = self.reg()
        yes, no, done = self.new_block(), self.new_block(), self.new_block()
        self.cond(e, yes, no)
        self.start(yes)
        self.emit("mov.i", r, ONE)
        self.jump(done)
        self.start(no)
        self.emit("mov.i", r, ZERO)
        self.jump(done)
        self.start(done)
        return r

    def cond(self, e: tree.Expr, yes: Block, no: Block) -> None:
        """Go on at yes if e is true, else at no."""
        e = tree.unparen(e)
        if e.value is not None:
            self.jump(yes if e.value else no)
            return
        c = type(e)
        if not (self.memo and e in self.memo):
            if c is tree.UnaryExpr and e.op == "!":  # type: ignore[attr-defined]
                self.cond(e.x, no, yes)  # type: ignore[attr-defined]
                return
            if c is tree.BinaryExpr:
                assert isinstance(e, tree.BinaryExpr)
                if e.op == "&&":
                    more = self.new_block()
                    self.cond(e.x, more, no)
                    self.start(more)
                    self.cond(e.y, yes, no)
                    return
                if e.op == "||":
                    more = self.new_block()
                    self.cond(e.x, yes, more)
                    self.start(more)
                    self.cond(e.y, yes, no)
                    return
                if e.op in COMPARISONS and self.scalar_branch(e, yes, no):
                    return
        self.jump_if(self.expr1(e), yes, no)

    def scalar_branch(self, e: tree.BinaryExpr, yes: Block, no: Block) -> bool:
        """A comparison of integers or pointers as one branch; False if it is none."""
        t = compared_type(e)
        u = t.underlying
        if not shape(t).scalar or type(u) in (Struct, Array):
            return False
        leaf = shape(t).leaves[0]
        if leaf.kind not in "iu":
            return False
        self.order(e.x, e.y)
        a = self.values_as(e.x, t)[0]
        b = self.values_as(e.y, t)[0]
        self.pos = e.op_pos
        op = e.op
        if op in (">", ">="):
            op, a, b = ("<" if op == ">" else "<="), b, a
        name = {"==": "jeq.", "!=": "jne.", "<": "jlt.", "<=": "jle."}[op]
        self.emit(name + leaf.kind, a, b, yes)
        self.jump(no)
        return True

    # -- comparisons

    def comparison(self, e: tree.BinaryExpr) -> Operand:
        t = compared_type(e)
        op = e.op
        self.order(e.x, e.y)
        if op in ("==", "!="):
            r = self.equality(e, t)
            return r if op == "==" else self.op("eq.i", "i", r, ZERO)
        a, b = self.values_as(e.x, t), self.values_as(e.y, t)
        self.pos = e.op_pos
        return self.ordered(op, t, a, b)

    def ordered(self, op: str, t: Type, a: Values, b: Values) -> Operand:
        if types.is_string(t):
            c = self.rt("cmpstring", "pipi:i", *a, *b)[0]
            a, b = [c], [ZERO]
            kind = "i"
        else:
            kind = shape(t).leaves[0].kind
        if op in (">", ">="):
            op, a, b = ("<" if op == ">" else "<="), b, a
        return self.op(("lt." if op == "<" else "le.") + kind, "i", a[0], b[0])

    def equality(self, e: tree.BinaryExpr, t: Type) -> Operand:
        """e.x == e.y"""
        x, y = e.x, e.y
        if y.mode == "nil" or x.mode == "nil":
            v = self.expr(x if y.mode == "nil" else y)
            self.pos = e.op_pos
            return self.op("eq.i", "i", v[0], ZERO)
        if type(t.underlying) is types.Interface:
            if not types.is_interface(x.type):
                face = self.expr(y)
                return self.mixed_equality(face, y.type, self.value(x), x.type)
            if not types.is_interface(y.type):
                face = self.expr(x)
                return self.mixed_equality(face, x.type, self.value(y), y.type)
            if not types.identical(x.type.underlying, y.type.underlying):
                t = types.EMPTY_INTERFACE
        a, b = self.value_as(x, t), self.value_as(y, t)
        self.pos = e.op_pos
        return self.equal(t, a, b)

    def mixed_equality(self, face: Values, ft: Type, v: Value, t: Type) -> Operand:
        """An interface value == a concrete one."""
        word = self.type_word(face, ft)
        r = self.reg()
        same, done = self.new_block(), self.new_block()
        self.emit("mov.i", r, ZERO)
        self.emit("jne.i", word, self.type_sym(t), done)
        self.jump(same)
        self.start(same)
        self.emit("mov.i", r, self.equal(t, self.unbox(face[1], t), v))
        self.jump(done)
        self.start(done)
        return r

    def type_word(self, v: Values, t: Type) -> Operand:
        """The type descriptor of an interface value."""
        raise NotImplementedError

    def unbox(self, data: Operand, t: Type) -> Value:
        """The value of concrete type t behind an interface's data word."""
        if types.is_pointer_shaped(t):
            return [data]
        place = Place(self.in_reg(data, "i", True))
        return self.load(place, t) if shape(t).flat else place

    def equal(self, t: Type, a: Value, b: Value) -> Operand:
        """a == b, both of type t."""
        u = t.underlying
        s = shape(t)
        if not s.flat:
            return self.equal_memory(t, a, b)
        if type(a) is Place:
            a = self.load(a, t)
        if type(b) is Place:
            b = self.load(b, t)
        assert type(a) is list and type(b) is list
        if type(u) is Struct:
            return self.equal_fields(u, t, a, b)
        if type(u) is Array:
            return self.equal(u.elem, a, b) if s.leaves else ONE
        if type(u) is types.Interface:
            return self.equal_interfaces(t, a, b)
        if types.is_string(t):
            return self.equal_strings(a, b)
        r: Operand = self.op("eq." + s.leaves[0].kind, "i", a[0], b[0])
        if len(a) == 2:
            r = self.op("and.i", "i", r, self.op("eq." + s.leaves[1].kind, "i", a[1], b[1]))
        return r

    def equal_memory(self, t: Type, a: Value, b: Value) -> Operand:
        assert type(a) is Place and type(b) is Place
        p, q = self.address(a), self.address(b)
        if plain_memory(t):
            return self.op("memequal", "i", p, q, K(shape(t).size))
        return self.rt("typeequal", "ppp:i", self.type_sym(t), p, q)[0]

    def equal_strings(self, a: Values, b: Values) -> Operand:
        for x, y in ((a, b), (b, a)):
            if type(x[1]) is K and x[1].value == 0:
                return self.op("eq.i", "i", y[1], ZERO)
        r = self.reg()
        same, done = self.new_block(), self.new_block()
        self.emit("mov.i", r, ZERO)
        self.emit("jne.i", a[1], b[1], done)
        self.jump(same)
        self.start(same)
        self.emit("memequal", r, a[0], b[0], a[1])
        self.jump(done)
        self.start(done)
        return r

    def equal_interfaces(self, t: Type, a: Values, b: Values) -> Operand:
        """Different itabs may have one dynamic type: an interface converts to one with the same methods as it is."""
        empty = types.is_empty_interface(t)
        r = self.reg()
        same, done = self.new_block(), self.new_block()
        other = done if empty else self.new_block()
        self.emit("mov.i", r, ZERO)
        self.emit("jne.i", a[0], b[0], other)
        self.jump(same)
        if not empty:
            self.start(other)
            p, q = self.type_word(a, t), self.type_word(b, t)
            self.emit("jne.i", p, q, done)
            self.jump(same)
        self.start(same)
        eq = self.rt("efaceeq" if empty else "ifaceeq", "ppp:i", a[0], a[1], b[1])[0]
        self.emit("mov.i", r, eq)
        self.jump(done)
        self.start(done)
        return r

    def equal_fields(self, u: Struct, t: Type, a: Values, b: Values) -> Operand:
        """Flat structs: field by field, ending at the first difference."""
        fields = [(i, f) for i, f in enumerate(u.fields) if f.name != "_"]
        if not fields:
            return ONE
        r = self.reg()
        done = self.new_block()
        for n, (i, f) in enumerate(fields):
            low, high = field_range(t, i)
            self.emit("mov.i", r, self.equal(f.type, a[low:high], b[low:high]))
            if n + 1 < len(fields):
                more = self.new_block()
                self.jump_if(r, more, done)
                self.start(more)
        self.jump(done)
        self.start(done)
        return r


def _single_operand(e: tree.Expr) -> tree.Expr | None:
    """x if e is x in parentheses, x.f, *x, -x ...: making the calls in e is making those in x."""
    if isinstance(e, (tree.ParenExpr, tree.SelectorExpr, tree.StarExpr)):
        return e.x
    return e.x if isinstance(e, tree.UnaryExpr) and e.op not in ("<-", "&") else None


def end_pos(e: tree.Expr) -> int:
    """A position on the line where a primary expression ends: there stands the dot of a selector behind it, whose line
    gc takes."""
    if isinstance(e, tree.SelectorExpr):
        return e.sel.pos
    if isinstance(e, (tree.CallExpr, tree.ParenExpr, tree.TypeAssertExpr)):
        return e.rparen
    if isinstance(e, (tree.IndexExpr, tree.SliceExpr)):
        return e.rbrack
    return e.rbrace if isinstance(e, tree.CompositeLit) else e.pos


def compared_type(e: tree.BinaryExpr) -> Type:
    """The type in which the operands of a comparison are compared."""
    x, y = e.x, e.y
    if x.mode == "nil":
        return y.type
    if y.mode == "nil":
        return x.type
    if types.is_interface(x.type):
        return x.type
    if types.is_interface(y.type):
        return y.type
    return x.type if types.is_typed(x.type) else y.type


def constant_type(v: Any) -> Type:
    """The default type of a constant."""
    if type(v) is bool:
        return types.BOOL_TYPE
    if type(v) is bytes:
        return types.STRING_TYPE
    if type(v) is int:
        return types.INT_TYPE
    return types.COMPLEX128_TYPE if type(v) is constants.Complex else types.FLOAT64_TYPE


def float_const(v: Any, width: str) -> float:
    """A constant as the float of a width (f32, f64)."""
    return constants.float32_of(v) if width == "f32" else constants.float64_of(v)


EXPR: Final[dict[type, Callable[[Any, Any], Value]]] = {
    tree.Ident: Expressions.ident,
    tree.ParenExpr: Expressions.paren,
    tree.SelectorExpr: lambda b, e: b.selector(e),
    tree.StarExpr: Expressions.star,
    tree.IndexExpr: lambda b, e: b.index(e),
    tree.SliceExpr: Expressions.slice,
    tree.UnaryExpr: lambda b, e: b.unary(e),
    tree.BinaryExpr: lambda b, e: b.binary(e),
}
