"""Predeclared functions, package unsafe, maps, channels and string concatenation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from morestack.compiler import tree, types
from morestack.compiler.build_call import Calls
from morestack.compiler.build_expr import EXPR, compared_type
from morestack.compiler.build_shape import shape
from morestack.compiler.build_shell import ONE, ZERO, Operand, Place, Value, Values
from morestack.compiler.ir import K, Reg, Sym
from morestack.compiler.types import Array, Basic, Chan, Map, Pointer, Slice, Type


class Builtins(Calls):
    """Calls of predeclared functions and operations on maps, channels and strings."""

    def builtin(self, e: tree.CallExpr) -> Value:
        visit = BUILTIN.get(e.builtin)
        if visit is None:
            self.bug(f"builtin {e.builtin}")
        if len(e.args) == 1 and type(e.args[0].type) is types.Tuple:
            e = self.spread_builtin(e)
        v = visit(self, e)
        return [] if v is None else v

    def spread_builtin(self, e: tree.CallExpr) -> tree.CallExpr:
        """append(f()): the call with one argument for each value of f."""
        args: list[tree.Expr] = []
        for v, t in self.multi(e.args[0]):
            x = tree.Ident(e.args[0].pos, "")
            x.type, x.mode = t, "value"
            self.memo[x] = v
            args.append(x)
        made = tree.CallExpr(e.pos, e.fun, e.lparen, args, e.ellipsis, e.rparen)
        made.type, made.mode, made.kind, made.builtin, made.escapes = e.type, e.mode, e.kind, e.builtin, e.escapes
        return made

    # -- len, cap

    def b_len(self, e: tree.CallExpr) -> Value:
        return [self.length(e.args[0], e.builtin == "cap")]

    def length(self, x: tree.Expr, cap: bool) -> Operand:
        u = x.type.underlying
        if type(u) is Pointer:
            u = u.elem.underlying
        if type(u) is Array:
            if x in self.fn.callful:
                self.value(x)
            return K(u.len)
        v = self.expr(x)
        if type(u) is Slice:
            return v[2 if cap else 1]
        if type(u) is Basic:
            return v[1]
        return self.header_word(v[0], 8 if cap else 0)  # a map's count, a channel's qcount and dataqsiz

    def header_word(self, p: Operand, offset: int) -> Operand:
        """An int at p + offset, 0 if p is nil."""
        r = self.reg()
        some, done = self.new_block(), self.new_block()
        self.emit("mov.i", r, ZERO)
        self.emit("brz", p, done)
        self.jump(some)
        self.start(some)
        self.emit("ld.i64", r, p, offset)
        self.jump(done)
        self.start(done)
        return r

    # -- make, new, append, copy, clear, delete

    def b_make(self, e: tree.CallExpr) -> Value:
        u = e.type.underlying
        sizes = e.args[1:]
        if type(u) is Slice:
            return self.make_slice(e, u, sizes)
        if type(u) is Map:
            hint = self.size(sizes[0]) if sizes else ZERO
            return list(self.rt("makemap", "pi:p", self.type_sym(e.type), hint))
        n = self.size(sizes[0]) if sizes else ZERO
        self.pos = e.lparen
        return list(self.rt("makechan", "pi:p", self.type_sym(e.type), n))

    def size(self, e: tree.Expr) -> Operand:
        """A size argument as an int (an unsigned one too big for it becomes negative)."""
        n = self.int_operand(e)
        return self.as_int(n)

    def make_slice(self, e: tree.CallExpr, u: Slice, sizes: Sequence[tree.Expr]) -> Value:
        self.order(*sizes)
        if not e.escapes:
            top = self.int_operand(sizes[-1])
            assert type(top) is K
            a = types.Array(u.elem, int(top.value))
            if shape(a).size == 0:
                return [Sym("runtime.zerobase"), self.int_operand(sizes[0]), top]
            place = Place(self.mem_of(a, "make"))
            self.clear(place, shape(a).size)
            return [self.address(place), self.int_operand(sizes[0]), top]
        n = self.size(sizes[0])
        cap = self.size(sizes[1]) if len(sizes) > 1 else n
        self.pos = e.lparen
        p = self.rt("makeslice", "pii:p", self.type_sym(u.elem), n, cap)[0]
        return [p, n, cap]

    def b_new(self, e: tree.CallExpr) -> Value:
        return self.new(e)

    def b_append(self, e: tree.CallExpr) -> Value:
        t = e.type.underlying
        assert isinstance(t, Slice)
        if len(e.args) == 1:
            return self.value_as(e.args[0], e.type)
        self.order(*e.args)
        base = self.values_as(e.args[0], e.type)
        if e.ellipsis:
            return self.append_slice(e, t, base)
        vals = [self.append_value(x, t.elem) for x in e.args[1:]]
        self.pos = e.lparen
        count = len(vals)
        ptr, old_len, new_len = self.grow(t, base, K(count))
        size = shape(t.elem).size
        if size:
            at = self.element(ptr, old_len, t.elem) if type(old_len) is not K else Place(ptr, int(old_len.value) * size)
            if count > 1:
                at = self.plain(at)
            for i, v in enumerate(vals):
                self.store(at.at(i * size), t.elem, v)
        return [ptr, new_len, self.grown_cap]

    grown_cap: Operand = ZERO

    def append_value(self, x: tree.Expr, elem: Type) -> Value:
        v = self.value_as(x, elem)
        return v

    def grow(self, t: Slice, base: Values, num: Operand) -> tuple[Operand, Operand, Operand]:
        """Make room for num more elements: (pointer, old length, new length); the capacity is left in grown_cap."""
        ptr, cap = self.reg("i", True), self.reg()
        small = shape(t.elem).size > 0  # such lengths don't overflow, and are less than half of what a word holds
        new_len = self.op("index", "i", base[1], num, 1) if small else self.op("add.i64", "i", base[1], num)
        more, done = self.new_block(), self.new_block()
        self.emit("mov.i", ptr, base[0])
        self.emit("mov.i", cap, base[2])
        if small:
            self.emit("jle.i", new_len, cap, done)
        else:
            self.emit("jle.u", self.unsigned(new_len), self.unsigned(cap), done)
        self.jump(more)
        self.start(more)
        grown = self.rt("growslice", "piiip:pii", base[0], new_len, base[2], num, self.type_sym(t.elem))
        self.emit("mov.i", ptr, grown[0])
        self.emit("mov.i", cap, grown[2])
        self.jump(done)
        self.start(done)
        self.grown_cap = cap
        return ptr, base[1], new_len

    def unsigned(self, x: Operand) -> Operand:
        return self.op("cvt.i.u", "u", x) if type(x) is Reg else x

    def append_slice(self, e: tree.CallExpr, t: Slice, base: Values) -> Value:
        x = e.args[1]
        if x.mode == "nil":
            return base
        src = self.expr(x)
        self.pos = e.lparen
        ptr, old_len, new_len = self.grow(t, base, src[1])
        size = shape(t.elem).size
        if size:
            at = self.ptr_op("index", ptr, old_len, size)
            self.emit("memmove", at, src[0], self.bytes_of(src[1], size))
        return [ptr, new_len, self.grown_cap]

    def bytes_of(self, n: Operand, size: int) -> Operand:
        if type(n) is K:
            return K(int(n.value) * size)
        return n if size == 1 else self.op("index", "i", ZERO, n, size)

    def b_copy(self, e: tree.CallExpr) -> Value:
        self.order(*e.args)
        dst, src = self.expr(e.args[0]), self.expr(e.args[1])
        u = e.args[0].type.underlying
        assert isinstance(u, Slice)
        n = self.reg()
        less, done = self.new_block(), self.new_block()
        self.emit("mov.i", n, dst[1])
        self.emit("jle.i", dst[1], src[1], done)
        self.jump(less)
        self.start(less)
        self.emit("mov.i", n, src[1])
        self.jump(done)
        self.start(done)
        size = shape(u.elem).size
        if size:
            self.emit("memmove", dst[0], src[0], self.bytes_of(n, size))
        return [n]

    def b_clear(self, e: tree.CallExpr) -> None:
        u = e.args[0].type.underlying
        v = self.expr(e.args[0])
        if type(u) is Map:
            self.rt("mapclear", "pp:", self.type_sym(e.args[0].type), v[0])
            return
        assert isinstance(u, Slice)
        size = shape(u.elem).size
        if size:
            self.emit("memclr", v[0], self.bytes_of(v[1], size))

    def b_delete(self, e: tree.CallExpr) -> None:
        m, k = e.args
        self.order(m, k)
        u = m.type.underlying
        assert isinstance(u, Map)
        p = self.expr1(m)
        key = self.value_as(k, u.key)
        self.pos = e.lparen
        self.map_call("mapdelete", m.type, u, p, key, "")

    # -- min, max, complex numbers

    def b_minmax(self, e: tree.CallExpr) -> Value:
        t = e.type
        self.order(*e.args)
        vals = [self.values_as(x, t) for x in e.args]
        r = self.temp(t, vals[0])
        regs = [self.in_reg(x, leaf.kind, leaf.ptr) for x, leaf in zip(r, shape(t).leaves, strict=True)]  # type: ignore[arg-type]
        for v in vals[1:]:
            self.pick(e.builtin, t, regs, v)
        return regs  # type: ignore[return-value]

    def pick(self, which: str, t: Type, r: list[Reg], v: Values) -> None:
        """r = min(r, v) or max(r, v)"""
        if types.is_float(t):
            self.pick_float(which, r[0], v[0])
            return
        take, done = self.new_block(), self.new_block()
        pair = (v, list(r)) if which == "min" else (list(r), v)
        self.jump_if(self.ordered("<", t, pair[0], pair[1]), take, done)  # type: ignore[arg-type]
        self.start(take)
        self.move_all(r, v)
        self.jump(done)
        self.start(done)

    def pick_float(self, which: str, r: Reg, x: Operand) -> None:
        """NaN wins; -0 is less than 0."""
        n = r.kind
        nan, same, check, take, zero, done = (self.new_block() for _ in range(6))
        self.jump_if(self.op(f"eq.{n}", "i", r, r), nan, done)  # r is NaN: keep it
        self.start(nan)
        self.jump_if(self.op(f"eq.{n}", "i", x, x), same, take)
        self.start(same)
        self.jump_if(self.op(f"eq.{n}", "i", x, r), zero, check)
        self.start(check)
        a, b = (x, r) if which == "min" else (r, x)
        self.jump_if(self.op(f"lt.{n}", "i", a, b), take, done)
        self.start(zero)  # equal: the sign of zero decides
        wide = x if n == "d" else self.op("cvt.f32.f64", "d", x)
        sign = self.op("shr.u64", "u", self.op("bits.f64", "u", wide), K(63))
        negative = self.op("cvt.u.i", "i", sign)
        self.jump_if(negative, *((take, done) if which == "min" else (done, take)))
        self.start(take)
        self.emit(f"mov.{n}", r, x)
        self.jump(done)
        self.start(done)

    def b_complex(self, e: tree.CallExpr) -> Value:
        part = types.FLOAT32_TYPE if shape(e.type).leaves[0].width == "f32" else types.FLOAT64_TYPE
        self.order(*e.args)
        return [self.values_as(e.args[0], part)[0], self.values_as(e.args[1], part)[0]]

    def b_real(self, e: tree.CallExpr) -> Value:
        return [self.expr(e.args[0])[0]]

    def b_imag(self, e: tree.CallExpr) -> Value:
        return [self.expr(e.args[0])[1]]

    # -- panic, recover, print, close

    def b_panic(self, e: tree.CallExpr) -> None:
        v = self.values_as(e.args[0], types.EMPTY_INTERFACE)
        self.pos = e.lparen
        self.rt("gopanic", "pp:", *v)
        self.emit("trap", 0)
        self.start(self.new_block())

    def b_recover(self, e: tree.CallExpr) -> Value:
        self.pos = e.lparen
        sp = self.op("getcallersp", "i")
        return list(self.rt("gorecover", "u:pp", self.op("cvt.i.u", "u", sp)))

    def b_print(self, e: tree.CallExpr) -> None:
        self.order(*e.args)
        vals: list[tuple[Values, Type]] = []
        for x in e.args:
            t = types.default_type(x.type)
            if type(t) is Basic and t.kind == types.INT and type(x.value) is int and x.value > (1 << 63) - 1:
                t = types.UINT64_TYPE
            vals.append((self.values_as(x, t) if x.mode != "nil" else [ZERO], t))
        self.pos = e.lparen
        self.print_values(e.builtin, vals)

    def print_values(self, builtin: str, vals: Sequence[tuple[Values, Type]]) -> None:
        self.rt("printlock", ":")
        for i, (v, t) in enumerate(vals):
            if i and builtin == "println":
                self.rt("printsp", ":")
            self.print_one(v, t)
        if builtin == "println":
            self.rt("printnl", ":")
        self.rt("printunlock", ":")

    def print_one(self, v: Values, t: Type) -> None:
        u = t.underlying
        leaf = shape(t).leaves[0]
        if type(u) is types.Interface:
            self.rt("printeface" if types.is_empty_interface(t) else "printiface", "pp:", *v)
        elif type(u) is Slice:
            self.rt("printslice", "pii:", *v)
        elif type(u) is not Basic or u.kind in (types.UNSAFE_POINTER, types.UNTYPED_NIL):
            self.rt("printpointer", "p:", v[0])
        elif u.info & types.IS_STRING:
            self.rt("printstring", "pi:", *v)
        elif u.info & types.IS_BOOLEAN:
            self.rt("printbool", "i:", v[0])
        elif u.info & types.IS_FLOAT:
            self.rt(*(("printfloat32", "f:") if leaf.kind == "f" else ("printfloat", "d:")), v[0])
        elif u.info & types.IS_COMPLEX:
            self.rt(*(("printcomplex64", "ff:") if leaf.kind == "f" else ("printcomplex", "dd:")), *v)
        elif u.info & types.IS_UNSIGNED:
            self.rt("printuint", "u:", self.number(v[0], leaf, _U64))
        else:
            self.rt("printint", "i:", v[0])

    def b_close(self, e: tree.CallExpr) -> None:
        c = self.expr1(e.args[0])
        self.pos = e.lparen
        self.rt("closechan", "p:", c)

    # -- package unsafe

    def b_add(self, e: tree.CallExpr) -> Value:
        self.order(*e.args)
        p = self.expr1(e.args[0])
        n = self.as_int(self.int_operand(e.args[1]))
        return [self.behind(p, n, 1)]

    def b_unsafe_slice(self, e: tree.CallExpr) -> Value:
        self.order(*e.args)
        p = self.expr1(e.args[0])
        n = self.size(e.args[1])
        u = e.args[0].type.underlying
        assert isinstance(u, Pointer)
        self.pos = e.lparen
        self.rt("unsafeslice", "ppi:", self.type_sym(u.elem), p, n)
        return [p, n, n]

    def b_unsafe_string(self, e: tree.CallExpr) -> Value:
        self.order(*e.args)
        p = self.expr1(e.args[0])
        n = self.size(e.args[1])
        self.pos = e.lparen
        self.rt("unsafestring", "pi:", p, n)
        return [p, n]

    def b_data(self, e: tree.CallExpr) -> Value:
        return [self.expr(e.args[0])[0]]

    # -- maps

    def map_index(self, e: tree.IndexExpr) -> Value:
        """m[k] as a value: the place of the element, or of a zero."""
        if type(e.type) is types.Tuple:
            return self.map_index_ok(e)[0]
        u = e.x.type.underlying
        assert isinstance(u, Map)
        p, key = self.map_operands(e, u)
        return self.temp_load(self.map_element(e.x.type, u, p, key), u.elem)

    def temp_load(self, place: Place, t: Type) -> Value:
        """The value at place now: map elements move."""
        return self.load(place, t) if shape(t).flat else place

    def map_index_ok(self, e: tree.IndexExpr) -> list[Value]:
        u = e.x.type.underlying
        assert isinstance(u, Map)
        p, key = self.map_operands(e, u)
        ok = self.reg()
        place = self.map_element(e.x.type, u, p, key, ok)
        return [self.temp_load(place, u.elem), [ok]]

    def map_element(self, t: Type, u: Map, p: Operand, key: Value, ok: Reg | None = None) -> Place:
        """The place of the element for key, or of a zero; ``ok`` becomes whether it is there."""
        if shape(u.elem).size > MAX_ZERO:
            where = self.address(self.spill_place(u.key, key))
            elem, found = self.rt("mapaccess2", "ppp:pi", self.type_sym(t), p, where)
            if ok is not None:
                self.emit("mov.i", ok, found)
        else:
            elem = self.map_call("mapfind", t, u, p, key, "p")[0]
            if ok is not None:
                self.emit("ne.i", ok, elem, ZERO)
            missing, done = self.new_block(), self.new_block()
            self.emit("br", elem, done)
            self.jump(missing)
            self.start(missing)
            self.emit("mov.i", elem, Sym("runtime.zeroVal"))
            self.jump(done)
            self.start(done)
        self.nonnil.add(elem)
        return Place(elem)

    def map_operands(self, e: tree.IndexExpr, u: Map) -> tuple[Operand, Value]:
        self.order(e.x, e.index)
        p = self.expr1(e.x)
        key = self.value_as(e.index, u.key)
        self.pos = e.lbrack
        return p, key

    def map_assign(self, t: Type, p: Operand, key: Value) -> Place:
        """The place of the element for key, made if it isn't there."""
        u = t.underlying
        assert isinstance(u, Map)
        q = self.map_call("mapassign", t, u, p, key, "p")[0]
        self.nonnil.add(q)
        return Place(q)

    def map_call(self, name: str, t: Type, u: Map, p: Operand, key: Value, results: str) -> list[Reg]:
        """Call the runtime's map function for this kind of key."""
        form = map_form(u.key)
        d = self.type_sym(t)
        if not form:
            return self.rt(name, "ppp:" + results, d, p, self.address(self.spill_place(u.key, key)))
        assert isinstance(key, list)
        if form == "_faststr":
            return self.rt(name + form, "pppi:" + results, d, p, *key)
        leaf = shape(u.key).leaves[0]
        if form == "_fast64":
            return self.rt(name + form, "ppu:" + results, d, p, self.number(key[0], leaf, _U64))
        return self.rt(name + form, "ppi:" + results, d, p, self.number(key[0], leaf, _U32))

    def map_literal(self, e: tree.CompositeLit, u: Map) -> Value:
        m = self.rt("makemap", "pi:p", self.type_sym(e.type), K(len(e.elts)))[0]
        for x in e.elts:
            assert type(x) is tree.KeyValueExpr
            self.order(x.key, x.val)
            key = self.value_as(x.key, u.key)
            key = self.temp(u.key, key) if x.val in self.fn.callful else key
            v = self.value_as(x.val, u.elem)
            self.store(self.map_assign(e.type, m, key), u.elem, v)
        return [m]

    # -- channels

    def receive(self, e: tree.UnaryExpr) -> Value:
        return self.receive_from(e, False)[0]

    def receive_from(self, e: tree.UnaryExpr, ok: bool) -> list[Value]:
        """<-c, with ok also whether it was sent."""
        u = e.x.type.underlying
        assert isinstance(u, Chan)
        c = self.expr1(e.x)
        self.pos = e.pos
        place = self.receiving(u.elem)
        where = self.address(place)
        out: list[Value] = []
        if ok:
            r = self.rt("chanrecv2", "pp:i", c, where)
            out = [[r[0]]]
        else:
            self.rt("chanrecv1", "pp:", c, where)
        v: Value = self.load(place, u.elem) if shape(u.elem).flat else place
        return [v, *out]

    def comma_ok(self, e: tree.Expr) -> list[Value]:
        if type(e) is tree.IndexExpr:
            return self.map_index_ok(e)
        if type(e) is tree.TypeAssertExpr:
            return self.assert_ok(e)
        if type(e) is tree.UnaryExpr and e.op == "<-":
            return self.receive_from(e, True)
        self.bug(f"{e!r} has no two values")

    # -- strings

    def concat(self, e: tree.BinaryExpr) -> Value:
        """a + b + c ..., joined at once."""
        parts: list[tree.Expr] = []
        _flatten(e, parts)
        self.order(*parts)
        vals = [self.values_as(x, e.type) for x in parts]
        self.pos = e.op_pos
        return self.join(vals)

    def join(self, vals: list[Values]) -> Value:
        n = len(vals)
        if n <= 3:
            flat = [x for v in vals for x in v]
            return list(self.rt(f"concatstring{n}", "pi" * n + ":pi", *flat))
        a = types.Array(types.STRING_TYPE, n)
        place = Place(self.mem_of(a, "parts"))
        for i, v in enumerate(vals):
            self.store(place.at(i * 16), types.STRING_TYPE, v)
        return list(self.rt("concatstrings", "pii:pi", self.address(place), K(n), K(n)))


MAX_ZERO: Final = 1024  # bytes of runtime.zeroVal
_U64: Final = shape(types.UINT64_TYPE).leaves[0]
_U32: Final = shape(types.UINT32_TYPE).leaves[0]


def map_form(key: Type) -> str:
    """The suffix of the runtime's map functions for this key type."""
    u = key.underlying
    if type(u) is Basic:
        if u.info & types.IS_STRING:
            return "_faststr"
        if u.info & types.IS_INTEGER and types.size_of(u) in (4, 8):
            return f"_fast{types.size_of(u) * 8}"
    return ""


def _flatten(e: tree.Expr, out: list[tree.Expr]) -> None:
    """The operands of a chain of string additions; constants stay whole."""
    e = tree.unparen(e)
    if type(e) is tree.BinaryExpr and e.op == "+" and e.value is None:
        _flatten(e.x, out)
        _flatten(e.y, out)
    else:
        out.append(e)


BUILTIN: Final[dict[str, Callable[[Builtins, tree.CallExpr], Any]]] = {
    "len": Builtins.b_len,
    "cap": Builtins.b_len,
    "make": Builtins.b_make,
    "new": Builtins.b_new,
    "append": Builtins.b_append,
    "copy": Builtins.b_copy,
    "clear": Builtins.b_clear,
    "delete": Builtins.b_delete,
    "min": Builtins.b_minmax,
    "max": Builtins.b_minmax,
    "complex": Builtins.b_complex,
    "real": Builtins.b_real,
    "imag": Builtins.b_imag,
    "panic": Builtins.b_panic,
    "recover": Builtins.b_recover,
    "print": Builtins.b_print,
    "println": Builtins.b_print,
    "close": Builtins.b_close,
    "Add": Builtins.b_add,
    "Slice": Builtins.b_unsafe_slice,
    "String": Builtins.b_unsafe_string,
    "StringData": Builtins.b_data,
    "SliceData": Builtins.b_data,
}

__all__ = ["BUILTIN", "EXPR", "ONE", "Builtins", "compared_type", "map_form"]
