"""Calls of the predeclared functions and of package unsafe (spec "Built-in functions", "Package unsafe")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from morestack.compiler import constants, tree, types
from morestack.compiler.check_call import Calls
from morestack.compiler.check_state import INVALID, array_ptr_deref, first_in_source
from morestack.compiler.constants import UNKNOWN
from morestack.compiler.exprstring import expr_string
from morestack.compiler.tree import CONST, NIL, NOVALUE, VALUE
from morestack.compiler.types import (
    BYTE_TYPE,
    EMPTY_INTERFACE,
    INT_TYPE,
    INVALID_TYPE,
    IS_STRING,
    STRING_TYPE,
    UINTPTR_TYPE,
    UNSAFE_POINTER_TYPE,
    Array,
    Basic,
    Chan,
    Map,
    Pointer,
    Selection,
    Signature,
    Slice,
    Struct,
    Tuple,
    Type,
    Var,
    identical,
)
from morestack.compiler.universe import BUILTINS

_BYTES: Final = Slice(BYTE_TYPE)
_OWN_ARGS: Final = frozenset(("make", "new", "Offsetof"))


class Builtins(Calls):
    """One method for each predeclared function; each sets mode, type and value of the call."""

    def builtin_call(self, e: tree.CallExpr) -> None:
        """Check the call of a predeclared function."""
        fun = tree.unparen(e.fun)
        obj = fun.sel.obj if isinstance(fun, tree.SelectorExpr) else getattr(fun, "obj", None)
        name: str = obj.name if obj is not None else ""
        e.builtin = name
        info = BUILTINS[name]
        e.type = INVALID_TYPE
        e.mode = INVALID
        if e.ellipsis and name != "append":
            self.error(e, f"invalid operation: invalid use of ... with built-in {name}")
            self.use(*e.args)
            return
        saved = self.env.has_call
        if name == "len" or name == "cap":
            self.env.has_call = False
        if name in _OWN_ARGS:
            args: list[Any] = list(e.args)
        else:
            args = self._builtin_args(e)
            if any(x.mode is INVALID for x in args):
                return
        n = len(args)
        short = n < info.nargs
        if short or (n > info.nargs and not info.variadic):
            qualifier = "not enough" if short else "too many"
            text = expr_string(e)
            self.error(
                e, f"invalid operation: {qualifier} arguments for {text} (expected {info.nargs}, found {n})"
            )
            return
        _BUILTIN[name](self, e, args)
        if name == "len" or name == "cap":
            self.env.has_call = saved

    def _builtin_args(self, e: tree.CallExpr) -> list[Any]:
        if len(e.args) == 1:
            return self.multi_expr(e.args[0], False)[0]
        for x in e.args:
            self.expr(x)
        return list(e.args)

    def _done(self, e: tree.CallExpr, t: Type, mode: Any = VALUE, value: Any = None) -> None:
        e.mode = mode
        e.type = t
        e.value = value

    def _void(self, e: tree.CallExpr) -> None:
        self._done(e, Tuple(), NOVALUE)

    # -- slices, maps, channels

    def _append(self, e: tree.CallExpr, args: list[Any]) -> None:
        x = args[0]
        s = x.type.underlying
        if type(s) is not Slice:
            if x.mode == NIL:
                self.error(x, "invalid append: argument must be a slice; have untyped nil")
            elif x.type is not INVALID_TYPE:
                self.error(x, f"invalid append: argument must be a slice; have {self.operand(x)}")
            return
        self._done(e, x.type)
        if len(args) == 2 and e.ellipsis and self.assignable(x, _BYTES)[0]:
            y = args[1]
            if types.is_string(y.type):
                self.untyped_default(y)
                return
        params = Tuple([Var(0, None, "", x.type, "param"), Var(0, None, "", Slice(s.elem), "param")])
        self.arguments(e, Signature(None, params, Tuple(), True), args)

    def _len(self, e: tree.CallExpr, args: list[Any]) -> None:
        x = args[0]
        name = e.builtin
        u = array_ptr_deref(x.type.underlying)
        c = type(u)
        if isinstance(u, Basic) and u.info & IS_STRING and name == "len":
            if x.mode == CONST:
                self._done(e, INT_TYPE, CONST, len(x.value) if type(x.value) is bytes else UNKNOWN)
                return
            self._done(e, INT_TYPE)
        elif isinstance(u, Array):
            if self.env.has_call:
                self._done(e, INT_TYPE)
            else:
                self._done(e, INT_TYPE, CONST, u.len if u.len >= 0 else UNKNOWN)
        elif c is Slice or c is Chan or (c is Map and name == "len"):
            self._done(e, INT_TYPE)
        elif u is not INVALID_TYPE:
            self.error(x, f"invalid argument: {self.operand(x)} for built-in {name}")

    def _clear(self, e: tree.CallExpr, args: list[Any]) -> None:
        x = args[0]
        if type(x.type.underlying) not in (Map, Slice):
            text = self.operand(x)
            self.error(
                x, f"invalid argument: cannot clear {text}: argument must be (or constrained by) map or slice"
            )
            return
        self._void(e)

    def _close(self, e: tree.CallExpr, args: list[Any]) -> None:
        x = args[0]
        u = x.type.underlying
        if type(u) is not Chan:
            self.error(x, f"invalid operation: cannot close non-channel {self.operand(x)}")
        elif u.dir == types.RECV_ONLY:
            self.error(x, f"invalid operation: cannot close receive-only channel {self.operand(x)}")
        else:
            self._void(e)

    def _copy(self, e: tree.CallExpr, args: list[Any]) -> None:
        x, y = args
        s = x.type.underlying
        if type(s) is not Slice:
            self._bad_copy(x)
            return
        if not (types.is_string(y.type) and self.assignable(x, _BYTES)[0]):
            u = y.type.underlying
            if type(u) is Slice:
                elem = u.elem
            elif types.is_string(y.type):
                elem = BYTE_TYPE
            else:
                self._bad_copy(y)
                return
            if not identical(s.elem, elem):
                pair = f"{self.operand(x)} and {self.operand(y)}"
                kinds = f"{self.text(s.elem)} and {self.text(elem)}"
                self.error(x, f"invalid copy: arguments {pair} have different element types {kinds}")
                return
        self.untyped_default(y)
        self._done(e, INT_TYPE)

    def _bad_copy(self, x: tree.Expr) -> None:
        have = "untyped nil" if x.mode == NIL else self.operand(x)
        self.error(x, f"invalid copy: argument must be a slice; have {have}")

    def _delete(self, e: tree.CallExpr, args: list[Any]) -> None:
        x, key = args
        u = x.type.underlying
        if type(u) is not Map:
            self.error(x, f"invalid argument: {self.operand(x)} is not a map")
            return
        self.assignment(key, u.key, "argument to delete")
        if key.mode is not INVALID:
            self._void(e)

    def _make(self, e: tree.CallExpr, args: list[Any]) -> None:
        first = e.args[0]
        t = self.var_type(first)
        if t is INVALID_TYPE:
            self.use(*e.args[1:])
            return
        u = t.underlying
        if type(u) not in (Slice, Map, Chan):
            if u is not INVALID_TYPE:
                text = expr_string(first)
                self.error(
                    first, f"invalid argument: cannot make {text}: type must be slice, map, or channel"
                )
            return
        least = 2 if type(u) is Slice else 1
        n = len(e.args)
        if n < least or n > least + 1:
            text = expr_string(e)
            self.error(
                e, f"invalid operation: {text} expects {least} or {least + 1} arguments; found {n}"
            )
            return
        sizes = [size for size in (self.index(x, -1)[1] for x in e.args[1:]) if size >= 0]
        if len(sizes) == 2 and sizes[0] > sizes[1]:
            self.error(e.args[1], "invalid argument: length and capacity swapped")
        self._done(e, t)

    def _new(self, e: tree.CallExpr, args: list[Any]) -> None:
        x = e.args[0]
        self.expr_or_type(x)
        if x.mode == "builtin":
            self.exclude(x)
        if x.mode is INVALID:
            return
        if x.mode == "type":
            self.valid_var_type(x, x.type)
        elif types.is_untyped(x.type):
            self.assignment(x, None, "argument to new")
            if x.mode is INVALID:
                return
        self._done(e, Pointer(x.type))

    # -- numbers

    def _complex(self, e: tree.CallExpr, args: list[Any]) -> None:
        x, y = args
        xu, yu = types.is_untyped(x.type), types.is_untyped(y.type)
        if xu and yu:
            if x.mode == CONST and y.mode == CONST:
                for z in (x, y):
                    if types.is_numeric(z.type) and constants.sign(constants.imag(z.value)) == 0:
                        z.type = types.UNTYPED_FLOAT_TYPE
            else:
                self.convert_untyped(x, types.FLOAT64_TYPE)
                self.convert_untyped(y, types.FLOAT64_TYPE)
        elif xu:
            self.convert_untyped(x, y.type)
        elif yu:
            self.convert_untyped(y, x.type)
        if x.mode is INVALID or y.mode is INVALID:
            return
        if not identical(x.type, y.type):
            pair = f"{self.text(x.type)} and {self.text(y.type)}"
            self.error(x, f"invalid operation: {expr_string(e)} (mismatched types {pair})")
            return
        u = x.type.underlying
        result = _COMPLEX_OF.get(u.kind) if type(u) is Basic else None
        if result is None:
            self.error(
                x, f"invalid argument: arguments have type {self.text(x.type)}, expected floating-point"
            )
            return
        if x.mode == CONST and y.mode == CONST:
            re, im = constants.to_float(x.value), constants.to_float(y.value)
            self._done(e, result, CONST, constants.Complex(re, im))
        else:
            self._done(e, result)

    def _real(self, e: tree.CallExpr, args: list[Any]) -> None:
        x = args[0]
        if types.is_untyped(x.type):
            if x.mode == CONST:
                if types.is_numeric(x.type):
                    x.type = types.UNTYPED_COMPLEX_TYPE
            else:
                self.convert_untyped(x, types.COMPLEX128_TYPE)
                if x.mode is INVALID:
                    return
        u = x.type.underlying
        result = _FLOAT_OF.get(u.kind) if type(u) is Basic else None
        if result is None:
            self.error(x, f"invalid argument: argument has type {self.text(x.type)}, expected complex type")
            return
        if x.mode == CONST:
            part = constants.real if e.builtin == "real" else constants.imag
            self._done(e, result, CONST, part(x.value))
        else:
            self._done(e, result)

    def _minmax(self, e: tree.CallExpr, args: list[Any]) -> None:
        op = "<" if e.builtin == "min" else ">"
        best = args[0]
        constant = True
        for i, a in enumerate(args):
            if not types.is_ordered(a.type):
                if a.type is not INVALID_TYPE:
                    self.error(a, f"invalid argument: {self.operand(a)} cannot be ordered")
                return
            constant = constant and a.mode == CONST
            if i == 0:
                continue
            self.match_types(best, a)
            if best.mode is INVALID or a.mode is INVALID:
                return
            if not identical(best.type, a.type):
                have, got = self.text(best.type), self.text(a.type)
                tail = f"{have} (previous argument) and {got} (type of {expr_string(a)})"
                self.error(a, f"invalid argument: mismatched types {tail}")
                return
            if constant:
                if constants.compare(a.value, op, best.value):
                    best = a
            elif types.is_untyped(best.type) or not types.is_untyped(a.type):
                best = a
        if constant:
            self._done(e, best.type, CONST, best.value)
        else:
            t = types.default_type(best.type)
            self._done(e, t)
        for a in args:
            self.update_expr_type(a, e.type, True)

    # -- control

    def _panic(self, e: tree.CallExpr, args: list[Any]) -> None:
        self.assignment(args[0], EMPTY_INTERFACE, "argument to panic")
        if args[0].mode is not INVALID:
            self._void(e)

    def _print(self, e: tree.CallExpr, args: list[Any]) -> None:
        for x in args:
            self.assignment(x, None, "argument to built-in " + e.builtin)
            if x.mode is INVALID:
                return
        self._void(e)

    def _recover(self, e: tree.CallExpr, args: list[Any]) -> None:
        self._done(e, EMPTY_INTERFACE)

    # -- package unsafe

    def _unsafe_add(self, e: tree.CallExpr, args: list[Any]) -> None:
        self.assignment(args[0], UNSAFE_POINTER_TYPE, "argument to unsafe.Add")
        if args[0].mode is not INVALID and self.valid_index(args[1], "length", True):
            self._done(e, UNSAFE_POINTER_TYPE)

    def _sizeof(self, e: tree.CallExpr, args: list[Any]) -> None:
        x = args[0]
        self.assignment(x, None, "argument to unsafe." + e.builtin)
        if x.mode is INVALID:
            return
        if self._in_progress(x.type):
            self._done(e, UINTPTR_TYPE)
            return
        measure = types.size_of if e.builtin == "Sizeof" else types.align_of
        size = measure(x.type)
        if size >= 1 << 63:
            self.error(x, f"{self.operand(x)} is too large")
            return
        self._done(e, UINTPTR_TYPE, CONST, size)

    def _in_progress(self, t: Type, seen: set[Type] | None = None) -> bool:
        """Reports a cycle if the size of t is not known yet; ``seen`` are types it is known of. (hasVarSize)"""
        if not self.obj_index:
            return False
        if isinstance(t, Array):
            return self._in_progress(t.elem, seen)
        seen = set() if seen is None else seen
        if isinstance(t, Struct):
            return any(self._in_progress(f.type, seen) for f in t.fields)
        if not isinstance(t, types.Named) or t in seen:
            return False
        start = self.obj_index.get(t.obj, -1)
        if start >= 0:
            cycle = self.obj_path[start:]
            self.cycle_error(cycle, first_in_source(cycle))
            return True
        self.push(t.obj)
        varies = t.rhs is not None and self._in_progress(t.rhs, seen)
        self.pop()
        seen.add(t)
        return varies

    def _offsetof(self, e: tree.CallExpr, args: list[Any]) -> None:
        arg = e.args[0]
        sel = tree.unparen(arg)
        if not isinstance(sel, tree.SelectorExpr):
            self.error(arg, f"invalid argument: {expr_string(arg)} is not a selector expression")
            self.use(arg)
            return
        x = sel.x
        self.expr(x)
        if x.mode is INVALID:
            return
        base = x.type
        u = base.underlying
        if isinstance(u, Pointer) and isinstance(u.elem.underlying, Struct):
            base = u.elem
        name = sel.sel.name
        obj, path, indirect = types.lookup_field_or_method(base, False, self.pkg, name)
        if obj is None:
            self.error(x, f"invalid argument: {self.text(base)} has no single field {name}")
            return
        if not isinstance(obj, Var):
            self.error(arg, f"invalid argument: {expr_string(arg)} is a method value")
            return
        if indirect:
            self.error(x, f"invalid argument: field {name} is embedded via a pointer in {self.text(base)}")
            return
        sel.sel.obj = obj
        sel.selection = Selection("field", base, obj, path, False)
        sel.type = obj.type
        sel.mode = tree.VAR if x.mode == tree.VAR else VALUE
        if self._in_progress(base):
            self._done(e, UINTPTR_TYPE)
            return
        offset = 0
        t = base
        for i in path:
            s = t.underlying
            assert isinstance(s, Struct)
            offset += types.offsets_of(s)[i]
            t = s.fields[i].type
        if offset >= 1 << 63:
            self.error(x, f"{self.operand(x)} is too large")
            return
        self._done(e, UINTPTR_TYPE, CONST, offset)

    def _unsafe_slice(self, e: tree.CallExpr, args: list[Any]) -> None:
        x, y = args
        u = x.type.underlying
        if type(u) is not Pointer:
            self.error(x, f"invalid argument: {self.operand(x)} is not a pointer")
        elif self.valid_index(y, "length", False):
            self._done(e, Slice(u.elem))

    def _slice_data(self, e: tree.CallExpr, args: list[Any]) -> None:
        u = args[0].type.underlying
        if type(u) is not Slice:
            self.error(args[0], f"invalid argument: {self.operand(args[0])} is not a slice")
        else:
            self._done(e, Pointer(u.elem))

    def _unsafe_string(self, e: tree.CallExpr, args: list[Any]) -> None:
        self.assignment(args[0], Pointer(BYTE_TYPE), "argument to unsafe.String")
        if args[0].mode is not INVALID and self.valid_index(args[1], "length", False):
            self._done(e, STRING_TYPE)

    def _string_data(self, e: tree.CallExpr, args: list[Any]) -> None:
        self.assignment(args[0], STRING_TYPE, "argument to unsafe.StringData")
        if args[0].mode is not INVALID:
            self._done(e, Pointer(BYTE_TYPE))


_COMPLEX_OF: Final[dict[int, Type]] = {
    types.FLOAT32: types.COMPLEX64_TYPE,
    types.FLOAT64: types.COMPLEX128_TYPE,
    types.UNTYPED_FLOAT: types.UNTYPED_COMPLEX_TYPE,
}
_FLOAT_OF: Final[dict[int, Type]] = {
    types.COMPLEX64: types.FLOAT32_TYPE,
    types.COMPLEX128: types.FLOAT64_TYPE,
    types.UNTYPED_COMPLEX: types.UNTYPED_FLOAT_TYPE,
}
_BUILTIN: Final[dict[str, Callable[[Any, tree.CallExpr, list[Any]], None]]] = {
    "append": Builtins._append,
    "cap": Builtins._len,
    "len": Builtins._len,
    "clear": Builtins._clear,
    "close": Builtins._close,
    "complex": Builtins._complex,
    "copy": Builtins._copy,
    "delete": Builtins._delete,
    "imag": Builtins._real,
    "real": Builtins._real,
    "make": Builtins._make,
    "max": Builtins._minmax,
    "min": Builtins._minmax,
    "new": Builtins._new,
    "panic": Builtins._panic,
    "print": Builtins._print,
    "println": Builtins._print,
    "recover": Builtins._recover,
    "Add": Builtins._unsafe_add,
    "Alignof": Builtins._sizeof,
    "Sizeof": Builtins._sizeof,
    "Offsetof": Builtins._offsetof,
    "Slice": Builtins._unsafe_slice,
    "SliceData": Builtins._slice_data,
    "String": Builtins._unsafe_string,
    "StringData": Builtins._string_data,
}
