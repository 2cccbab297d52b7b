"""Conversions: numbers as gc on amd64 does them, strings and slices, values to interfaces, and type assertions."""

from __future__ import annotations

from typing import Any

from morestack.compiler import constants, tree, types
from morestack.compiler.build_expr import EXPR, Expressions, end_pos
from morestack.compiler.build_shape import Leaf, shape
from morestack.compiler.build_shell import ONE, ZERO, Operand, Place, Value, Values
from morestack.compiler.ir import K, Reg, Sym
from morestack.compiler.types import Basic, Interface, Pointer, Slice, Type

_RANGE = {
    "i8": (-(1 << 7), 1 << 7), "i16": (-(1 << 15), 1 << 15), "i32": (-(1 << 31), 1 << 31), "i64": (-(1 << 63), 1 << 63),
    "u8": (0, 1 << 8), "u16": (0, 1 << 16), "u32": (0, 1 << 32), "u64": (0, 1 << 64),
}  # fmt: skip


class Conversions(Expressions):
    """Explicit and implicit conversions."""

    # -- T(x)

    def conversion(self, e: tree.CallExpr) -> Value:
        """T(x)"""
        x = e.args[0]
        to = e.type
        if x.mode == "nil":
            return self.zero(to)
        if types.is_interface(to):
            return self.value_as(x, to)
        if x.value is not None:
            if types.is_string(to) and type(x.value) is not bytes:
                return self.const(_rune_text(x.value), to)
            if types.is_const_type(to):
                return self.const(x.value, to)
        v = self.value(x)
        self.pos = x.pos if type(x.type.underlying) is Slice else e.lparen
        if x.value is not None and type(to.underlying) is Slice and not _is_rune(to.underlying.elem):
            return list(self.rt("conststringtoslicebyte", "pi:pii", *v))  # type: ignore[misc]
        return self.convert_value(v, x.type, to, e)

    def convert_value(self, v: Value, of: Type, to: Type, key: Any) -> Value:
        """v converted explicitly from one concrete type to another."""
        f, t = of.underlying, to.underlying
        if types.is_string(to):
            if type(f) is Slice:
                return self.slice_to_string(v, f)  # type: ignore[arg-type]
            if types.is_integer(of):
                n = self.number(v[0], shape(of).leaves[0], shape(types.INT64_TYPE).leaves[0])  # type: ignore[index]
                return list(self.rt("intstring", "i:pi", n))
            return v
        if type(t) is Slice and types.is_string(of):
            name = "stringtoslicerune" if _is_rune(t.elem) else "stringtoslicebyte"
            return list(self.rt(name, "pi:pii", *v))  # type: ignore[misc]
        if type(f) is Slice and type(t) is types.Array:
            p = self.slice_to_array(v, t)  # type: ignore[arg-type]
            place = Place(self.in_reg(p, "i", True))
            return self.load(place, to) if shape(to).flat else self.temp(to, place)
        if type(f) is Slice and type(t) is Pointer:
            a = t.elem.underlying
            assert isinstance(a, types.Array)
            return [self.slice_to_array(v, a)]  # type: ignore[arg-type]
        if type(f) is Basic and type(t) is Basic:
            return self.basic(v, of, to)  # type: ignore[arg-type]
        return v

    def slice_to_string(self, v: Values, f: Slice) -> Values:
        if _is_rune(f.elem):
            return list(self.rt("slicerunetostring", "pii:pi", *v))
        return list(self.rt("slicebytetostring", "pi:pi", v[0], v[1]))

    def slice_to_array(self, v: Values, a: types.Array) -> Operand:
        self.bound(K(a.len), v[1], "Convert")
        return v[0]

    def basic(self, v: Values, of: Type, to: Type) -> Values:
        a, b = shape(of).leaves, shape(to).leaves
        if types.is_unsafe_pointer(to) and not types.is_unsafe_pointer(of):
            x = v[0]
            return [self.ptr_op("cvt.u.i", x) if type(x) is not K else K(wrap(int(x.value), "i64"))]
        return [self.number(x, p, q) for x, p, q in zip(v, a, b, strict=True)]

    def number(self, x: Operand, of: Leaf, to: Leaf) -> Operand:
        """One number in another width."""
        f, t = of.width, to.width
        if f == t and of.kind == to.kind:
            return x
        if of.kind in "df":
            return self.from_float(x, of, to)
        if to.kind in "df":
            return self.op(f"cvt.{of.kind}.{t}", to.kind, x)
        if type(x) is K:
            return K(wrap(int(x.value), t))
        if of.kind == "u":
            x = self.op("cvt.u.i", "i", x)
            return x if t == "i64" else self.op("wrap." + t, "i", x)
        if to.kind == "u":
            return self.op("cvt.i.u", "u", x)
        (low, high), (want_low, want_high) = _RANGE[f], _RANGE[t]
        if want_low <= low and high <= want_high:
            return x
        return self.op("wrap." + t, "i", x)

    def from_float(self, x: Operand, of: Leaf, to: Leaf) -> Operand:
        f, t = of.width, to.width
        if to.kind in "df":
            return self.op(f"cvt.{f}.{t}", to.kind, x)
        if t == "u64":
            return self.op(f"cvt.{f}.u64", "u", x)
        if t in ("i64", "u32"):
            r = self.op(f"cvt.{f}.i64", "i", x)
            return r if t == "i64" else self.op("wrap.u32", "i", r)
        r = self.op(f"cvt.{f}.i32", "i", x)
        return r if t == "i32" else self.op("wrap." + t, "i", r)

    # -- to interfaces

    def convert(self, v: Value, of: Type, to: Type, key: Any = None) -> Value:
        if type(to.underlying) is not Interface:
            return v
        if type(of) is Basic and of.kind == types.UNTYPED_NIL:
            return [ZERO, ZERO]
        if type(of.underlying) is Interface:
            return self.face_to_face(v, of, to)  # type: ignore[arg-type]
        of = types.default_type(of)
        if types.is_empty_interface(to):
            first = self.type_sym(of)
            self.func.converted.setdefault(first.name, of)
        else:
            first = self.itab_sym(of, to)
        return [first, self.box(v, of, key)]

    def face_to_face(self, v: Values, of: Type, to: Type) -> Values:
        """An interface value in another interface type that it is known to implement."""
        if types.is_empty_interface(of) == types.is_empty_interface(to) and types.identical(
            of.underlying, to.underlying
        ):
            return v
        word = self.type_word(v, of)
        if types.is_empty_interface(to):
            return [word, v[1]]
        r = self.reg("i", True)
        some, done = self.new_block(), self.new_block()
        self.emit("mov.i", r, ZERO)
        self.emit("brz", word, done)
        self.jump(some)
        self.start(some)
        self.emit("mov.i", r, self.rt("typeAssert", "pp:p", self.face_type(to), word)[0])
        self.jump(done)
        self.start(done)
        return [r, v[1]]

    def face_type(self, t: Type) -> Sym:
        """The descriptor of an interface type that values are asserted to."""
        return self.type_sym(t)

    def type_word(self, v: Values, t: Type) -> Operand:
        """The type descriptor of an interface value, nil for nil."""
        if types.is_empty_interface(t):
            return v[0]
        r = self.reg("i", True)
        some, done = self.new_block(), self.new_block()
        self.emit("mov.i", r, ZERO)
        self.emit("brz", v[0], done)
        self.jump(some)
        self.start(some)
        self.emit("ld.i64", r, v[0], 8)
        self.jump(done)
        self.start(done)
        return r

    def box(self, v: Value, t: Type, key: Any) -> Operand:
        """The data word for a value of concrete type t."""
        s = shape(t)
        if types.is_pointer_shaped(t):
            return v[0] if type(v) is not Place else self.load(v, t)[0]  # type: ignore[index]
        if s.size == 0:
            return Sym("runtime.zerobase")
        if type(v) is not Place:
            word = self.static_box(v, t)  # type: ignore[arg-type]
            if word is not None:
                return word
        if key is not None and (key, "box") in self.fn.stack_boxes:
            place = Place(self.mem_of(t, "box"))
            self.store(place, t, v)
            return self.address(place)
        if type(v) is not Place:
            if s.scalar and s.leaves[0].width in ("i64", "u64"):
                return self.rt("convT64", "u:p", self.number(v[0], s.leaves[0], _U64))[0]  # type: ignore[index]
            if types.is_string(t):
                return self.rt("convTstring", "pi:p", *v)[0]  # type: ignore[misc]
        p = self.new_object(t)
        self.store(Place(p), t, v)
        return p

    def static_box(self, v: Values, t: Type) -> Operand | None:
        """A box that needs no allocation: constants, and values of one byte."""
        s = shape(t)
        if all(type(x) is not Reg for x in v):
            d = self.program.constant_data(t, v)
            if d is not None:
                self.func.data.append(d)
                return Sym(d.name)
        if s.scalar and s.size == 1 and s.leaves[0].width == "u8":
            return self.ptr_op("index", Sym("runtime.staticuint64s"), v[0], 8)
        return None

    # -- type assertions

    def type_assert(self, e: tree.TypeAssertExpr) -> Value:
        """x.(T), or its two values when used in the v, ok form (then only the first is asked for here)."""
        t = e.type
        if type(t) is types.Tuple:
            return self.assert_ok(e)[0]
        v = self.expr(e.x)
        self.pos = end_pos(e.x)
        of = e.x.type
        word = self.type_word(v, of)
        if types.is_interface(t):
            return self.assert_interface(v, of, word, t)
        good, bad = self.new_block(), self.new_block()
        want = self.type_sym(t)
        self.emit("jeq.i", word, want, good)
        self.jump(bad)
        self.start(bad)
        self.rt("panicdottypeE", "ppp:", word, want, self.type_sym(of))
        self.emit("trap", 0)
        self.start(good)
        return self.unbox(v[1], t)

    def assert_interface(self, v: Values, of: Type, word: Operand, t: Type) -> Values:
        good, bad = self.new_block(), self.new_block()
        self.emit("br", word, good)
        self.jump(bad)
        self.start(bad)
        self.rt("panicnildottype", "p:", self.type_sym(t))
        self.emit("trap", 0)
        self.start(good)
        if not types.is_empty_interface(t):
            return [self.rt("typeAssert", "pp:p", self.face_type(t), word)[0], v[1]]
        return [word, v[1]]

    def assert_ok(self, e: tree.TypeAssertExpr) -> list[Value]:
        """v, ok := x.(T)"""
        t = e.type.vars[0].type if type(e.type) is types.Tuple else e.type
        v = self.expr(e.x)
        self.pos = end_pos(e.x)
        word = self.type_word(v, e.x.type)
        good, bad, done = self.new_block(), self.new_block(), self.new_block()
        ok = self.reg()
        s = shape(t)
        result: Value = list(self.regs(s)) if s.flat else Place(self.mem_of(t, "asserted"))
        self.test_type(v, word, t, good, bad, result)
        self.start(good)
        if not types.is_interface(t):
            self.assign_temp(result, t, self.unbox(v[1], t))
        self.emit("mov.i", ok, ONE)
        self.jump(done)
        self.start(bad)
        if type(result) is Place:
            self.clear(result, s.size)
        else:
            self.assign_temp(result, t, self.zero_values(t))
        self.emit("mov.i", ok, ZERO)
        self.jump(done)
        self.start(done)
        return [result, [ok]]

    def test_type(self, v: Values, word: Operand, t: Type, good: Any, bad: Any, result: Value | None) -> None:
        """Branch on whether the value with this type word has type t; for interfaces result receives the value."""
        if not types.is_interface(t):
            self.emit("jeq.i", word, self.type_sym(t), good)
            self.jump(bad)
            return
        if types.is_empty_interface(t):
            first = word
        else:
            some = self.new_block()
            self.emit("brz", word, bad)
            self.jump(some)
            self.start(some)
            first = self.rt("assertE2I2", "pp:p", self.face_type(t), word)[0]
        if type(result) is list:
            self.move_all(result, [first, v[1]])  # type: ignore[arg-type]
        self.emit("br", first, good)
        self.jump(bad)

    def assign_temp(self, target: Value, t: Type, v: Value) -> None:
        """Write v to registers or memory that the compiler made."""
        if type(target) is Place:
            self.store(target, t, v)
        else:
            vals = self.load(v, t) if type(v) is Place else v
            self.move_all(target, vals)  # type: ignore[arg-type]


_U64 = shape(types.UINT64_TYPE).leaves[0]


def wrap(n: int, width: str) -> int:
    """n in an integer width."""
    bits = int(width[1:])
    n &= (1 << bits) - 1
    if width[0] == "i" and n >> (bits - 1):
        n -= 1 << bits
    return n


def _is_rune(t: Type) -> bool:
    u = t.underlying
    return type(u) is Basic and u.kind == types.INT32


def _rune_text(v: Any) -> bytes:
    """string(constant rune)"""
    n = int(constants.to_int(v))
    if not 0 <= n <= 0x10FFFF or 0xD800 <= n <= 0xDFFF:
        n = 0xFFFD
    return chr(n).encode()


EXPR[tree.TypeAssertExpr] = Conversions.type_assert
