"""Values meet types: untyped operands get their types, and assignability and conversions are decided.

Spec "Constants", "Assignability", "Conversions", "Representability"; texts of gc.
"""

from __future__ import annotations

from typing import Any, Final

from morestack.compiler import constants, tree, types
from morestack.compiler.check_state import INVALID, State, is_interface_ptr
from morestack.compiler.constants import UNKNOWN
from morestack.compiler.exprstring import expr_string
from morestack.compiler.lookup import has_invalid_embedded, interface_ptr_error, missing_cause
from morestack.compiler.tree import CONST, VALUE
from morestack.compiler.types import (
    INVALID_TYPE,
    IS_BOOLEAN,
    IS_CONST,
    IS_INTEGER,
    IS_NUMERIC,
    IS_STRING,
    IS_UNTYPED,
    UNTYPED_NIL,
    Basic,
    Chan,
    Interface,
    Named,
    Pointer,
    Slice,
    Tuple,
    Type,
    default_type,
    identical,
)

# outcomes of a conversion of an untyped operand
OK, MISMATCH, TRUNCATED, OVERFLOW = range(4)

_COMPARISONS: Final = frozenset(("==", "!=", "<", "<=", ">", ">="))


class Convert(State):
    """Untyped operands, assignments and conversions."""

    # -- untyped operands

    def update_expr_type(self, x: tree.Expr, t: Type, final: bool) -> None:
        """Give untyped x (and the untyped operands it is made of) type t; final: even if t is untyped itself."""
        old = x.type
        if type(old) is not Basic or not old.info & IS_UNTYPED:
            return
        if isinstance(x, tree.ParenExpr):
            self.update_expr_type(x.x, t, final)
        elif x.value is None:
            if isinstance(x, tree.UnaryExpr):
                self.update_expr_type(x.x, t, final)
            elif isinstance(x, tree.BinaryExpr) and x.op not in _COMPARISONS:
                self.update_expr_type(x.x, t, final)
                if x.op != "<<" and x.op != ">>":
                    self.update_expr_type(x.y, t, final)
        if not final and type(t) is Basic and t.info & IS_UNTYPED:
            x.type = t
            return
        if self.shift_lhs and x in self.shift_lhs:
            self.shift_lhs.discard(x)
            if not types.is_integer(t):
                x.type = t
                text = expr_string(x)
                self.error(x, f"invalid operation: shifted operand {text} (type {self.text(t)}) must be integer")
                return
        if x.value is not None:
            _, _, code = self.implicit_type(x, t)
            if code != OK:
                self.invalid_conversion(code, x, t.underlying)
                return
        x.type = t

    def implicit_type(self, x: tree.Expr, target: Type) -> tuple[Type | None, Any, int]:
        """The type and (if it changes) value that operand x takes where target is wanted, and OK or what is wrong."""
        t = x.type
        if x.mode is INVALID or type(t) is not Basic or not t.info & IS_UNTYPED or target is INVALID_TYPE:
            return t, None, OK
        if type(target) is Basic and target.info & IS_UNTYPED:
            m = max_type(t, target)
            return (m, None, OK) if m is not None else (None, None, MISMATCH)
        if t.kind == UNTYPED_NIL:
            return (target, None, OK) if types.has_nil(target) else (None, None, MISMATCH)
        u = target.underlying
        if type(u) is Basic:
            if x.mode == CONST:
                ok, value = constants.representable(x.value, u)
                if ok:
                    return target, value, OK
                return None, None, _misfit(t, u)
            for kind in (IS_BOOLEAN, IS_NUMERIC, IS_STRING):
                if t.info & kind:
                    return (target, None, OK) if u.info & kind else (None, None, MISMATCH)
            return None, None, MISMATCH
        if type(u) is Interface and not u.all_methods() and u.is_method_set():
            return default_type(t), None, OK
        return None, None, MISMATCH

    def convert_untyped(self, x: tree.Expr, target: Type) -> None:
        """Give untyped x the type target, if it fits; else report and invalidate."""
        t = x.type
        if type(t) is not Basic or not t.info & IS_UNTYPED or x.mode is INVALID:
            return
        new, value, code = self.implicit_type(x, target)
        if code != OK:
            self.invalid_conversion(code, x, target.underlying)
            x.mode = INVALID
            return
        self._settle(x, new, value)

    def _settle(self, x: tree.Expr, new: Type | None, value: Any) -> None:
        assert new is not None
        if value is not None:
            x.value = value
        if new is not x.type:
            self.update_expr_type(x, new, False)
            x.type = new

    def invalid_conversion(self, code: int, x: tree.Expr, target: Type) -> None:
        """Report that x cannot be a target."""
        text, t = self.operand(x), self.text(target)
        if code == TRUNCATED:
            self.error(x, f"{text} truncated to {t}")
        elif code == OVERFLOW:
            self.error(x, f"{text} overflows {t}")
        else:
            self.error(x, f"cannot convert {text} to type {t}")

    def representable(self, x: tree.Expr, t: Basic) -> None:
        """Round constant x to t; reports and invalidates if it does not fit."""
        ok, value = constants.representable(x.value, t)
        if not ok:
            u = x.type.underlying
            assert isinstance(u, Basic)
            self.invalid_conversion(_misfit(u, t), x, t)
            x.mode = INVALID
            return
        x.value = value

    def overflow(self, x: tree.Expr, op_pos: int, op_name: str = "") -> None:
        """Check that the value just computed for constant x fits its type, or the limits of untyped constants."""
        value = x.value
        if value is UNKNOWN:
            self.error(op_pos, "constant result is not representable")
            return
        t = x.type
        if type(t) is not Basic or not t.info & IS_UNTYPED:
            u = t.underlying
            assert isinstance(u, Basic)
            self.representable(x, u)
        elif type(value) is int:
            if value.bit_length() > constants.PRECISION:
                self.error(op_pos, f"constant {op_name + ' ' if op_name else ''}overflow")
                x.value = UNKNOWN
        elif type(value) is bytes and len(value) > constants.MAX_STRING:
            limit = constants.MAX_STRING
            self.error(op_pos, f"constant string too long ({len(value)} bytes > {limit} bytes)")
            x.value = UNKNOWN

    # -- assignability

    def implements(self, v: Type, t: Type) -> str | None:
        """None if v implements interface type t, else why not, in words."""
        vu, tu = v.underlying, t.underlying
        if vu is INVALID_TYPE or tu is INVALID_TYPE:
            return None
        if type(vu) is Pointer and vu.elem.underlying is INVALID_TYPE:
            return None
        if type(tu) is not Interface:
            v, t = types.aliased(v, None), types.aliased(t, None)
            detail = interface_ptr_error(self, t) if is_interface_ptr(tu) else f"{self.text(t)} is not an interface"
            return f"{self.text(v)} does not implement {self.text(t)} ({detail})"
        if not tu.all_methods() and tu.is_method_set():
            return None
        if types.missing_method(v, tu) is None:
            return None
        v, t = types.aliased(v, None), types.aliased(t, None)
        cause = missing_cause(self, v, t, True)
        if cause is None or has_invalid_embedded(v, set()):
            return None
        return f"{self.text(v)} does not implement {self.text(t)} {cause}"

    def assignable(self, x: tree.Expr, t: Type) -> tuple[bool, str]:
        """May x be assigned to a variable of type t; if not, the cause in words ("" if it is plain)."""
        v = x.type
        if v is t or x.mode is INVALID or t is INVALID_TYPE:
            return True, ""
        if identical(v, t):
            return True, ""
        if type(v) is Basic and v.info & IS_UNTYPED:
            return self.implicit_type(x, t)[0] is not None, ""
        vu, tu = v.underlying, t.underlying
        named = type(v) in _NAMED and type(t) in _NAMED
        if not named and identical(vu, tu):
            return True, ""
        if type(tu) is Interface or is_interface_ptr(tu):
            cause = self.implements(v, t)
            return (True, "") if cause is None else (False, cause)
        if type(vu) is Interface and self.implements(t, v) is None:
            return False, "need type assertion"
        if type(vu) is Chan and vu.dir == types.SEND_RECV and type(tu) is Chan and identical(vu.elem, tu.elem):
            return not named, ""
        return False, ""

    def single_value(self, x: tree.Expr) -> None:
        """Reject a call with several results."""
        if x.mode == VALUE and type(x.type) is Tuple:
            self.error(x, f"multiple-value {self.operand(x)} in single-value context")
            x.mode = INVALID

    def assignment(self, x: tree.Expr, t: Type | None, context: str) -> None:
        """Check that x may be assigned to a variable of type t (None: of x's own default type), and convert it."""
        xt = x.type
        if xt is t and x.mode is not INVALID:
            return
        self.single_value(x)
        if x.mode is INVALID:
            return
        if x.mode in ("novalue", "builtin", "type"):
            self.error(x, f"cannot assign {self.operand(x)} to {self.text(t) if t else '<nil>'} in {context}")
            x.mode = INVALID
            return
        if type(xt) is Basic and xt.info & IS_UNTYPED:
            if not self._assign_untyped(x, xt, t, context):
                return
        if t is None:
            return
        ok, cause = self.assignable(x, t)
        if not ok:
            tail = f": {cause}" if cause else ""
            self.error(x, f"cannot use {self.operand(x)} as {self.text(t)} value in {context}{tail}")
            x.mode = INVALID

    def _assign_untyped(self, x: tree.Expr, xt: Basic, t: Type | None, context: str) -> bool:
        target = t
        if xt.kind == UNTYPED_NIL:
            if t is None:
                self.error(x, f"use of untyped nil in {context}")
                x.mode = INVALID
                return False
        elif t is None or type(t.underlying) is Interface:
            target = default_type(xt)
        assert target is not None
        new, value, code = self.implicit_type(x, target)
        if code != OK:
            message = f"cannot use {self.operand(x)} as {self.text(target)} value in {context}"
            if code == TRUNCATED:
                message += " (truncated)"
            elif code == OVERFLOW:
                message += " (overflows)"
            self.error(x, message)
            x.mode = INVALID
            return False
        self._settle(x, new, value)
        return True

    # -- conversions

    def conversion(self, x: tree.Expr, t: Type, call: tree.Expr) -> None:
        """Check ``t(x)`` and make call its result."""
        xt = x.type
        const_arg = x.mode == CONST
        u = t.underlying
        ok = False
        cause = ""
        call.type = t
        call.value = None
        call.mode = VALUE
        if const_arg and type(u) is Basic and u.info & IS_CONST:
            ok, value = constants.representable(x.value, u)
            if not ok and types.is_integer(xt) and u.info & IS_STRING:
                ok, value = True, _code_point(x.value)
            if ok:
                call.mode = CONST
                call.value = value
            elif not types.is_integer(xt) and u.info & IS_INTEGER and type(constants.to_int(x.value)) is int:
                x.value = constants.to_int(x.value)  # gc shows the number it tried
            elif types.is_integer(xt) and u.info & IS_INTEGER:
                self.error(x, f"constant {constants.text(x.value)} overflows {self.text(t)}")
                call.mode = INVALID
                return
        else:
            ok, cause = self.convertible(x, t)
        if not ok:
            tail = f": {cause}" if cause else ""
            self.error(x, f"cannot convert {self.operand(x)} to type {self.text(t)}{tail}")
            call.mode = INVALID
            return
        if type(xt) is Basic and xt.info & IS_UNTYPED:
            final = t
            if xt.kind != UNTYPED_NIL:
                if type(u) is Interface or (const_arg and not (type(u) is Basic and u.info & IS_CONST)):
                    final = default_type(xt)
                elif call.mode == CONST and xt.info & IS_INTEGER and type(u) is Basic and u.info & IS_STRING:
                    final = xt
            self.update_expr_type(x, final, True)

    def convertible(self, x: tree.Expr, t: Type) -> tuple[bool, str]:
        """May non-constant x be converted to t; if not, a cause ("" if there is none to tell)."""
        ok, cause = self.assignable(x, t)
        if ok:
            return True, ""
        v = x.type
        vu, tu = v.underlying, t.underlying
        if identical(vu, tu, True):
            return True, ""
        if type(v) is Pointer and type(t) is Pointer and identical(v.elem.underlying, t.elem.underlying, True):
            return True, ""
        if type(vu) is Basic or type(tu) is Basic:
            return _basic_convertible(vu, tu), cause
        if type(vu) is Slice:
            a = tu.elem.underlying if type(tu) is Pointer else tu
            if type(a) is types.Array and identical(vu.elem, a.elem):
                return True, ""
        return False, cause

    def untyped_default(self, x: tree.Expr) -> None:
        """Give an untyped x its default type."""
        self.update_expr_type(x, default_type(x.type), True)


_NAMED: Final = (Named, Basic)


def _misfit(t: Basic, target: Basic) -> int:
    """What is wrong if a constant of type t is not representable as target."""
    if t.info & IS_NUMERIC and target.info & IS_NUMERIC:
        return TRUNCATED if not t.info & IS_INTEGER and target.info & IS_INTEGER else OVERFLOW
    return MISMATCH


def max_type(x: Type, y: Type) -> Type | None:
    """The larger of two untyped numeric kinds; x if they are the same; else None."""
    if x is y:
        return x
    if types.is_untyped_numeric(x) and types.is_untyped_numeric(y):
        assert isinstance(x, Basic) and isinstance(y, Basic)
        return x if x.kind > y.kind else y
    return None


def _code_point(v: int) -> bytes:
    if 0 <= v <= 0x10FFFF and not 0xD800 <= v <= 0xDFFF:
        return chr(v).encode()
    return b"\xef\xbf\xbd"


def _basic_convertible(vu: Type, tu: Type) -> bool:
    vi = vu.info if type(vu) is Basic else 0
    ti = tu.info if type(tu) is Basic else 0
    real = IS_INTEGER | types.IS_FLOAT
    if (vi & real and ti & real) or (vi & types.IS_COMPLEX and ti & types.IS_COMPLEX):
        return True
    if ti & IS_STRING:
        return bool(vi & IS_INTEGER) or types.is_bytes_or_runes(vu)
    if vi & IS_STRING:
        return types.is_bytes_or_runes(tu)
    if type(tu) is Basic and tu.kind == types.UNSAFE_POINTER:
        return type(vu) is Pointer or (type(vu) is Basic and vu.kind == types.UINTPTR)
    if type(vu) is Basic and vu.kind == types.UNSAFE_POINTER:
        return type(tu) is Pointer or (type(tu) is Basic and tu.kind == types.UINTPTR)
    return False

