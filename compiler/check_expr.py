"""Expressions: operators, comparisons, shifts, selectors, indexing, slicing, assertions.

Each method sets ``mode``, ``type`` and ``value`` of the node it is given (see check_state.py). Spec "Expressions".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from morestack.compiler import constants, tree, types
from morestack.compiler.check_decl import Decls
from morestack.compiler.check_state import INVALID, Stand, composite_kind, is_interface_ptr, syn_pos
from morestack.compiler.constants import UNKNOWN
from morestack.compiler.exprstring import expr_string
from morestack.compiler.lookup import (
    has_invalid_embedded,
    interface_ptr_error,
    lookup_error,
    lookup_fold,
    missing_cause,
)
from morestack.compiler.tree import BUILTIN, COMMAOK, CONST, MAPINDEX, NIL, NOVALUE, TYPE, VALUE, VAR
from morestack.compiler.types import (
    BYTE_TYPE,
    INT_TYPE,
    INVALID_TYPE,
    IS_BOOLEAN,
    IS_INTEGER,
    IS_NUMERIC,
    IS_STRING,
    IS_UNTYPED,
    STRING_TYPE,
    UINT_TYPE,
    UNTYPED_BOOL_TYPE,
    UNTYPED_INT_TYPE,
    Array,
    Basic,
    Builtin,
    Chan,
    Const,
    Func,
    Interface,
    Map,
    PkgName,
    Pointer,
    Selection,
    Signature,
    Slice,
    Tuple,
    Type,
    TypeName,
    Var,
    default_type,
    identical,
    lookup_field_or_method,
)

_NOT_VALUES: Final = frozenset((NOVALUE, BUILTIN, TYPE))
_COMPARISONS: Final = frozenset(("==", "!=", "<", "<=", ">", ">="))
_BINARY: Final[dict[str, int]] = {
    "+": IS_NUMERIC | IS_STRING,
    "-": IS_NUMERIC,
    "*": IS_NUMERIC,
    "/": IS_NUMERIC,
    "%": IS_INTEGER,
    "&": IS_INTEGER,
    "|": IS_INTEGER,
    "^": IS_INTEGER,
    "&^": IS_INTEGER,
    "&&": IS_BOOLEAN,
    "||": IS_BOOLEAN,
}
_UNARY: Final[dict[str, int]] = {"+": IS_NUMERIC, "-": IS_NUMERIC, "^": IS_INTEGER, "!": IS_BOOLEAN}
_OP_NAMES: Final = {"+": "addition", "-": "subtraction", "^": "bitwise XOR", "*": "multiplication", "<<": "shift"}
_UNTYPED_KINDS: Final[dict[str, Type]] = {
    "INT": types.UNTYPED_INT_TYPE,
    "FLOAT": types.UNTYPED_FLOAT_TYPE,
    "IMAG": types.UNTYPED_COMPLEX_TYPE,
    "CHAR": types.UNTYPED_RUNE_TYPE,
    "STRING": types.UNTYPED_STRING_TYPE,
}


class Exprs(Decls):
    """Operators and operands."""

    # -- entry points

    def raw_expr(self, e: tree.Expr) -> None:
        """Check any expression, type or builtin."""
        _EXPRS[type(e)](self, e)

    def expr(self, e: tree.Expr) -> None:
        """Check a single-valued expression."""
        _EXPRS[type(e)](self, e)
        mode = e.mode
        if mode in _NOT_VALUES:
            self.exclude(e)
        elif mode == VALUE and type(e.type) is Tuple:
            self.single_value(e)

    def expr_or_type(self, e: tree.Expr) -> None:
        """Check a single-valued expression or a type (or the name of a builtin)."""
        _EXPRS[type(e)](self, e)
        if e.mode == NOVALUE:
            self.exclude(e, type_ok=True)
        else:
            self.single_value(e)

    def elem_expr(self, e: tree.Expr, hint: Type) -> None:
        """Check a value inside a composite literal, whose own type may be elided."""
        if type(e) is tree.CompositeLit:
            self.composite_lit(e, hint)
        else:
            self.expr(e)

    def composite_lit(self, e: tree.CompositeLit, hint: Type | None = None) -> None:
        """Check a composite literal; hint is the element type around an elided type."""
        raise NotImplementedError

    def call_expr(self, e: tree.CallExpr) -> None:
        """Check a call, conversion or call of a builtin."""
        raise NotImplementedError

    def func_lit(self, e: tree.FuncLit) -> None:
        """Check a function literal."""
        raise NotImplementedError

    def use(self, *exprs: tree.Expr | None) -> bool:
        """Check expressions only for errors and uses; False if one is invalid."""
        ok = True
        for e in exprs:
            if e is None:
                continue
            n = tree.unparen(e)
            if isinstance(n, tree.Ident):
                if n.name == "_":
                    continue
                self.expr_or_type(n)
                ok = ok and n.mode is not INVALID
            elif isinstance(n, tree.KeyValueExpr):
                ok = self.use(n.val) and ok
            else:
                self.raw_expr(e)
                ok = ok and e.mode is not INVALID
        return ok

    def use_lhs(self, *exprs: tree.Expr) -> bool:
        """use for expressions assigned to: naming a variable is no use of it."""
        ok = True
        for e in exprs:
            n = tree.unparen(e)
            v = self.lookup(n.name) if isinstance(n, tree.Ident) else None
            if isinstance(v, Var):
                used = v.used
                ok = self.use(e) and ok
                v.used = used
            else:
                ok = self.use(e) and ok
        return ok

    def _invalid(self, e: tree.Expr) -> None:
        e.mode = INVALID
        e.type = INVALID_TYPE
        e.value = None

    # -- operands

    def _basic_lit(self, e: tree.BasicLit) -> None:
        kind = e.kind
        if kind == "BAD":
            self._invalid(e)
            return
        if len(e.text) > constants.MAX_LITERAL and kind != "STRING" and kind != "CHAR":
            self.error(e, f"excessively long constant: {e.text[:10]}... ({len(e.text)} chars)")
            self._invalid(e)
            return
        e.value = constants.parse_literal(kind, e.text, e.data, e.rune)
        e.mode = CONST
        e.type = _UNTYPED_KINDS[kind]
        if e.value is UNKNOWN:
            self.error(e, f"malformed constant: {e.text}")
            self._invalid(e)
        elif kind == "INT" and e.value.bit_length() > constants.PRECISION:
            self.overflow(e, e.pos)

    def _paren(self, e: tree.ParenExpr) -> None:
        x = e.x
        self.raw_expr(x)
        e.mode = x.mode
        e.type = x.type
        e.value = x.value

    def _type_expr(self, e: tree.Expr) -> None:
        t = self.typ(e)
        e.mode = TYPE
        e.type = t

    def _misplaced(self, e: tree.Expr) -> None:
        self.error(e, "invalid use of ..." if isinstance(e, tree.Ellipsis) else "no key:value expected")
        self._invalid(e)

    def _stand(self, e: tree.Expr) -> None:
        """A Stand is an operand already."""

    # -- unary operators

    def _star(self, e: tree.StarExpr) -> None:
        x = e.x
        self.expr_or_type(x)
        e.value = None
        if x.mode is INVALID:
            self._invalid(e)
        elif x.mode == TYPE:
            self.valid_var_type(x, x.type)
            e.mode = TYPE
            e.type = Pointer(x.type) if x.type is not INVALID_TYPE else INVALID_TYPE
        else:
            u = x.type.underlying
            if type(u) is not Pointer:
                if x.mode == BUILTIN or x.type is not INVALID_TYPE:
                    self.error(x, f"invalid operation: cannot indirect {self.operand(x)}")
                self._invalid(e)
            elif not self.is_complete(u.elem):
                self._invalid(e)
            else:
                e.mode = VAR
                e.type = u.elem

    def _unary(self, e: tree.UnaryExpr) -> None:
        x = e.x
        self.expr(x)
        e.value = None
        if x.mode is INVALID:
            self._invalid(e)
            return
        op = e.op
        if op == "&":
            if x.mode != VAR and type(tree.unparen(x)) is not tree.CompositeLit:
                self.error(x, f"invalid operation: cannot take address of {self.operand(x)}")
                self._invalid(e)
                return
            e.mode = VALUE
            e.type = Pointer(x.type)
        elif op == "<-":
            elem = self.chan_elem(x.pos, x, True)
            if elem is not None and self.is_complete(elem):
                e.mode = COMMAOK
                e.type = elem
                self.env.has_call = True
            else:
                self._invalid(e)
        elif op == "~":
            hint = " (use ^ for bitwise complement)" if types.is_integer(x.type) else ""
            self.error(e, "cannot use ~ outside of interface or type constraint" + hint)
            self._invalid(e)
        else:
            self._arithmetic_unary(e, x, op)

    def _arithmetic_unary(self, e: tree.UnaryExpr, x: tree.Expr, op: str) -> None:
        t = x.type
        u = t.underlying
        if type(u) is not Basic or not u.info & _UNARY[op]:
            if t is not INVALID_TYPE:
                self.error(x, f"invalid operation: operator {op} not defined on {self.operand(x)}")
            self._invalid(e)
            return
        e.type = t
        if x.mode == CONST:
            e.mode = CONST
            bits = types.size_of(t) * 8 if u.info & types.IS_UNSIGNED else 0
            e.value = constants.unary_op(op, x.value, bits)
            if x.value is not UNKNOWN:
                self.overflow(e, e.pos, "bitwise complement" if op == "^" else "")
        else:
            e.mode = VALUE

    def chan_elem(self, pos: int, x: tree.Expr, recv: bool) -> Type | None:
        """Element type of channel x, to receive from or send to; None after an error."""
        u = x.type.underlying
        if type(u) is Chan:
            if recv and u.dir == types.SEND_ONLY:
                cause = f"send-only channel {self.text(x.type)} {self.operand(x)}"
            elif not recv and u.dir == types.RECV_ONLY:
                cause = f"receive-only channel {self.text(x.type)} {self.operand(x)}"
            else:
                return u.elem
        else:
            if x.type is INVALID_TYPE:
                return None
            cause = f"non-channel {self.text(x.type)} {self.operand(x)}"
        self.error(pos, f"invalid operation: cannot {'receive from' if recv else 'send to'} {cause}")
        return None

    # -- binary operators

    def _binary(self, e: tree.BinaryExpr) -> None:
        x = e.x
        if type(x) is tree.BinaryExpr:
            chain = []  # a + b + c ... of any length: the innermost operation first, without recursion
            while type(x) is tree.BinaryExpr:
                chain.append(x)
                x = x.x
            self.expr(x)
            for inner in reversed(chain):
                self.binary(inner, inner, inner.x, inner.y, inner.op, True)
            self.binary(e, e, e.x, e.y, e.op, True)
        else:
            self.binary(e, e, x, e.y, e.op)

    def binary(
        self, out: tree.Expr, e: tree.BinaryExpr | None, x: tree.Expr, y: tree.Expr, op: str, checked: bool = False
    ) -> None:
        """Check ``x op y`` into out; e is None for the operation of an assignment ``x op= y``. ``checked``: x is."""
        if not checked:
            self.expr(x)
        self.expr(y)
        out.value = None
        if x.mode is INVALID or y.mode is INVALID:
            self._invalid(out)
            return
        if op == "<<" or op == ">>":
            self._shift(out, x, y, op)
            return
        if x.type is not y.type:
            self.match_types(x, y)
            if x.mode is INVALID or y.mode is INVALID:
                self._invalid(out)
                return
        if op in _COMPARISONS:
            value = self.comparison(x, y, op)
            if value is None:
                self._invalid(out)
                return
            out.type = UNTYPED_BOOL_TYPE
            out.mode, out.value = (VALUE, None) if value is VALUE else (CONST, value)
            return
        t = x.type
        if t is not y.type and not identical(t, y.type):
            if t is not INVALID_TYPE and y.type is not INVALID_TYPE:
                text = expr_string(e) if e is not None else f"{expr_string(x)} {op}= {expr_string(y)}"
                pair = f"{self.text(t)} and {self.text(y.type)}"
                self.error(x, f"invalid operation: {text} (mismatched types {pair})")
            self._invalid(out)
            return
        u = t.underlying
        if type(u) is not Basic or not u.info & _BINARY[op]:
            if t is not INVALID_TYPE:
                self.error(x, f"invalid operation: operator {op} not defined on {self.operand(x)}")
            self._invalid(out)
            return
        if (op == "/" or op == "%") and y.mode == CONST and self._zero_divisor(x, y, u):
            self.error(y, "invalid operation: division by zero")
            self._invalid(out)
            return
        out.type = t
        if x.mode == CONST and y.mode == CONST:
            out.mode = CONST
            if x.value is UNKNOWN or y.value is UNKNOWN:
                out.value = UNKNOWN
                return
            out.value = constants.binary_op(x.value, op, y.value, bool(u.info & IS_INTEGER))
            self.overflow(out, syn_pos(out), _OP_NAMES.get(op, ""))
            return
        out.mode = VALUE

    def _zero_divisor(self, x: tree.Expr, y: tree.Expr, u: Basic) -> bool:
        if x.mode != CONST and not u.info & IS_INTEGER:
            return False
        if y.value is UNKNOWN:
            return False
        if constants.sign(y.value) == 0:
            return True
        if x.mode == CONST and u.info & types.IS_COMPLEX:
            re, im = constants.real(y.value), constants.imag(y.value)
            return all(constants.sign(constants.binary_op(v, "*", v)) == 0 for v in (re, im))
        return False

    def match_types(self, x: tree.Expr, y: tree.Expr) -> None:
        """Where one operand is untyped, give it the type of the other, if that may work."""
        if self._may_convert(x, y):
            self.convert_untyped(x, y.type)
            if x.mode is not INVALID:
                self.convert_untyped(y, x.type)

    def _may_convert(self, x: tree.Expr, y: tree.Expr) -> bool:
        xt, yt = x.type, y.type
        xu, yu = xt.underlying, yt.underlying
        xi = xu.info if type(xu) is Basic else 0
        yi = yu.info if type(yu) is Basic else 0
        untyped = (type(xt) is Basic and xi & IS_UNTYPED) or (type(yt) is Basic and yi & IS_UNTYPED)
        if not untyped:
            return False
        if bool(xi & IS_NUMERIC) != bool(yi & IS_NUMERIC):
            return False
        if type(xu) is Interface or type(yu) is Interface:
            return True
        if bool(xi & IS_BOOLEAN) != bool(yi & IS_BOOLEAN) or bool(xi & IS_STRING) != bool(yi & IS_STRING):
            return False
        if x.mode == NIL:
            return types.has_nil(yt)
        if y.mode == NIL:
            return types.has_nil(xt)
        return type(xu) is not Pointer and type(yu) is not Pointer

    def comparison(self, x: tree.Expr, y: tree.Expr, op: str, switch_case: bool = False) -> Any:
        """Check ``x op y``: VALUE, or True/False if both are constant, or None after an error."""
        xt, yt = x.type, y.type
        if xt is INVALID_TYPE or yt is INVALID_TYPE:
            return None
        if switch_case:
            op = "=="
        err = x
        cause = ""
        if not (identical(xt, yt) or self.assignable(x, yt)[0] or self.assignable(y, xt)[0]):
            err = y
            cause = f"mismatched types {self.text(xt)} and {self.text(yt)}"
        elif op == "==" or op == "!=":
            if x.mode == NIL or y.mode == NIL:
                if types.has_nil(yt if x.mode == NIL else xt) and not (x.mode == NIL and types.is_untyped(yt)):
                    return self._compared(x, y, op)
                err = y
            elif not types.comparable(xt):
                cause = self._incomparable(xt)
            elif not types.comparable(yt):
                err = y
                cause = self._incomparable(yt)
            else:
                return self._compared(x, y, op)
        elif not types.is_ordered(xt):
            pass
        elif not types.is_ordered(yt):
            err = y
        else:
            return self._compared(x, y, op)
        if not cause:
            cause = f"operator {op} not defined on {composite_kind(err.type) or self.text(err.type)}"
        if switch_case:
            self.error(x, f"invalid case {expr_string(x)} in switch on {expr_string(y)} ({cause})")
        else:
            self.error(err, f"invalid operation: {expr_string(x)} {op} {expr_string(y)} ({cause})")
        return None

    def _compared(self, x: tree.Expr, y: tree.Expr, op: str) -> Any:
        if x.mode == CONST and y.mode == CONST:
            return constants.compare(x.value, op, y.value)
        self.update_expr_type(x, default_type(x.type), True)
        self.update_expr_type(y, default_type(y.type), True)
        return VALUE

    def _incomparable(self, t: Type) -> str:
        u = t.underlying
        if type(u) in (Slice, Signature, Map):
            return composite_kind(t) + " can only be compared to nil"
        why: list[str] = []
        types.comparable(t, why, self.qualifier)
        return why[0] if why else ""

    # -- shifts

    def _shift(self, out: tree.Expr, x: tree.Expr, y: tree.Expr, op: str) -> None:
        xval = constants.to_int(x.value) if x.mode == CONST else None
        t = x.type
        untyped = types.is_untyped(t)
        if not (types.is_integer(t) or (untyped and type(xval) is int)):
            if t is not INVALID_TYPE:
                self.error(x, f"invalid operation: shifted operand {self.operand(x)} must be integer")
            self._invalid(out)
            return
        if not self._shift_count(y):
            self._invalid(out)
            return
        out.type = t
        if x.mode == CONST:
            if y.mode == CONST:
                self._constant_shift(out, x, y, op, xval)
                return
            self.update_expr_type(y, UINT_TYPE, True)
            if untyped:
                # the type of the constant is that which the context gives to the whole shift
                self.shift_lhs.add(x)
                out.mode = VALUE
                return
        if not types.is_integer(t):
            self.error(x, f"invalid operation: shifted operand {self.operand(x)} must be integer")
            self._invalid(out)
            return
        self.update_expr_type(y, UINT_TYPE, True)
        out.mode = VALUE

    def _shift_count(self, y: tree.Expr) -> bool:
        if y.mode == CONST:
            n = constants.to_int(y.value)
            if type(n) is int and n < 0:
                self.error(y, f"invalid operation: negative shift count {self.operand(y)}")
                return False
            if types.is_untyped(y.type):
                assert isinstance(UINT_TYPE, Basic)
                self.representable(y, UINT_TYPE)
                return y.mode is not INVALID
            if type(n) is int:
                return True
        if types.is_integer(y.type) and not types.is_untyped(y.type):
            return True
        if types.is_untyped(y.type):
            self.convert_untyped(y, UINT_TYPE)
            return y.mode is not INVALID
        if y.type is not INVALID_TYPE:
            self.error(y, f"invalid operation: shift count {self.operand(y)} must be integer")
        return False

    def _constant_shift(self, out: tree.Expr, x: tree.Expr, y: tree.Expr, op: str, xval: Any) -> None:
        out.mode = CONST
        if not types.is_integer(x.type):
            out.type = UNTYPED_INT_TYPE
        if x.value is UNKNOWN or y.value is UNKNOWN:
            out.value = UNKNOWN
            return
        count = constants.to_int(y.value)
        if type(count) is not int or count > constants.MAX_SHIFT:
            self.error(y, f"invalid operation: invalid shift count {self.operand(y)}")
            self._invalid(out)
            return
        out.value = constants.shift(xval, op, count)
        self.overflow(out, syn_pos(out), "shift" if op == "<<" else "")

    # -- selectors

    def _selector(self, e: tree.SelectorExpr) -> None:
        self.selector(e)

    def selector(self, e: tree.SelectorExpr, want_type: bool = False) -> None:
        """Check x.sel: a qualified identifier, field, method value or method expression."""
        x = e.x
        e.value = None
        e.selection = None
        if type(x) is tree.Ident:
            obj = self.lookup(x.name)
            if type(obj) is PkgName:
                self._qualified_ident(e, x, obj)
                return
        self.expr_or_type(x)
        if x.mode == BUILTIN:
            self.error(syn_pos(e), f"invalid use of {self.operand(x)} in selector expression")
            self._invalid(e)
            return
        if x.mode is INVALID or not self.is_complete(x.type):
            self._invalid(e)
            return
        if want_type:
            self.error(e.sel, f"{expr_string(e)} is not a type")
            self._invalid(e)
            return
        t = x.type
        u = t.underlying
        if type(u) is Pointer and not self.is_complete(u.elem):
            self._invalid(e)
            return
        obj, path, indirect = lookup_field_or_method(t, x.mode == VAR, self.pkg, e.sel.name)
        if obj is None:
            self._no_selection(e, x, path, indirect)
            self._invalid(e)
        elif type(obj) is Var:
            if x.mode == TYPE:
                self.error(
                    x, f"operand for field selector {e.sel.name} must be value of type {self.text(t)}"
                )
                self._invalid(e)
                return
            e.sel.obj = obj
            e.type = obj.type
            e.mode = VAR if x.mode == VAR or indirect else VALUE
            e.selection = Selection("field", t, obj, path, indirect)
            if obj.type is INVALID_TYPE:
                e.mode = INVALID
        else:
            assert isinstance(obj, Func)
            self._method(e, x, obj, path, indirect)

    def _qualified_ident(self, e: tree.SelectorExpr, x: tree.Ident, pkg_name: PkgName) -> None:
        x.obj = pkg_name
        pkg_name.used = True
        pkg = pkg_name.imported
        sel = e.sel.name
        obj = pkg.scope.names.get(sel)
        if obj is not None and not types.is_exported(sel):
            if isinstance(obj, TypeName):
                self.error(e.sel, f"name {sel} not exported by package {pkg.name}")
            else:
                obj = None  # gc's export data has no other names of the package's own
        if obj is None:
            if not pkg.fake:
                low = sel.lower()
                near = [n for n in sorted(pkg.scope.names) if n.lower() == low and types.is_exported(n)]
                tail = f" (but have {near[0]})" if near else ""
                self.error(e.sel, f"undefined: {expr_string(e)}{tail}")
            self._invalid(e)
            return
        e.sel.obj = obj
        t = obj.type
        if t is None:
            self.obj_decl(obj)
            t = obj.type
        e.type = t
        e.value = None
        c = type(obj)
        if t is INVALID_TYPE and c is not Builtin:
            e.mode = INVALID
        elif c is Func:
            e.mode = VALUE
        elif c is Var:
            e.mode = VAR
        elif c is TypeName:
            e.mode = TYPE
        elif isinstance(obj, Const):
            e.mode = CONST
            e.value = obj.value
        else:
            e.mode = BUILTIN

    def _no_selection(self, e: tree.SelectorExpr, x: tree.Expr, path: tuple[int, ...], indirect: bool) -> None:
        t = x.type
        sel = e.sel.name
        if t.underlying is INVALID_TYPE:
            return
        if path:
            self.error(e.sel, f"ambiguous selector {expr_string(x)}.{sel}")
            return
        text = self.text(t)
        if indirect:
            if x.mode == TYPE:
                need = f"(needs pointer receiver (*{text}).{sel})"
                self.error(e.sel, f"invalid method expression {text}.{sel} {need}")
            else:
                self.error(e.sel, f"cannot call pointer method {sel} on {text}")
            return
        if is_interface_ptr(t):
            why = interface_ptr_error(self, t)
        else:
            why = lookup_error(self, t, sel, lookup_fold(t, sel), False)
        self.error(e.sel, f"{expr_string(x)}.{sel} undefined ({why})")

    def _method(self, e: tree.SelectorExpr, x: tree.Expr, obj: Func, path: tuple[int, ...], indirect: bool) -> None:
        sig = obj.type
        if sig is None or obj in self.obj_index:
            self.obj_decl(obj)
            sig = obj.type
        self.add_dep(obj)
        e.sel.obj = obj
        e.mode = VALUE
        if not isinstance(sig, Signature):
            self._invalid(e)
            return
        if x.mode == TYPE:
            first = sig.params.vars[0].name if sig.params.vars else ""
            name = ""
            if first and sig.recv is not None:
                name = sig.recv.name or "_"
            recv = Var(0, self.pkg, name, x.type, "param")
            e.type = Signature(None, Tuple([recv, *sig.params.vars]), sig.results, sig.variadic)
            e.selection = Selection("methodexpr", x.type, obj, path, indirect, e.type)
        else:
            e.type = Signature(None, sig.params, sig.results, sig.variadic)
            e.selection = Selection("method", x.type, obj, path, indirect, e.type)

    # -- index and slice expressions

    def _index_list(self, e: tree.IndexListExpr) -> None:
        self.expr_or_type(e.x)
        if e.x.mode == TYPE:
            self.typ(e)
        elif e.x.mode is not INVALID:
            self.error(e.indices[1].pos, "invalid operation: more than one index")
        self._invalid(e)

    def _index(self, e: tree.IndexExpr) -> None:
        x = e.x
        self.expr_or_type(x)
        e.value = None
        if x.mode is INVALID:
            self.use(e.index)
            self._invalid(e)
            return
        if x.mode == TYPE:
            self.typ(e)
            self._invalid(e)
            return
        t = x.type
        u = t.underlying
        if not self._complete_for_index(t, u):
            self._invalid(e)
            return
        length = -1
        c = type(u)
        if c is Slice:
            assert isinstance(u, Slice)
            e.mode = VAR
            e.type = u.elem
        elif c is Map:
            assert isinstance(u, Map)
            self.expr(e.index)
            self.assignment(e.index, u.key, "map index")
            e.mode = MAPINDEX
            e.type = u.elem
            return
        elif c is Array:
            assert isinstance(u, Array)
            length = u.len
            e.mode = VAR if x.mode == VAR else VALUE
            e.type = u.elem
        elif isinstance(u, Basic) and u.info & IS_STRING:
            if x.mode == CONST and type(x.value) is bytes:
                length = len(x.value)
            e.mode = VALUE
            e.type = BYTE_TYPE
            self.untyped_default(x)
        elif isinstance(u, Pointer) and isinstance(u.elem.underlying, Array):
            array = u.elem.underlying
            length = array.len
            e.mode = VAR
            e.type = array.elem
        else:
            if x.type is not INVALID_TYPE or x.mode == BUILTIN:
                self.error(syn_pos(e), f"cannot index {self.operand(x)}")
            self.use(e.index)
            self._invalid(e)
            return
        self.index(e.index, length)
        if e.type is INVALID_TYPE:
            e.mode = INVALID

    def _complete_for_index(self, t: Type, u: Type) -> bool:
        if not self.obj_index:
            return True
        if not self.is_complete(t):
            return False
        if isinstance(u, (Pointer, Map)):
            return self.is_complete(u.elem)
        return True

    def index(self, x: tree.Expr, limit: int) -> tuple[Type, int]:
        """Check x as an index below limit (-1: no limit): its type, and its value if constant, else -1."""
        self.expr(x)
        if not self.valid_index(x, "index", False):
            return INVALID_TYPE, -1
        if x.mode != CONST:
            return x.type, -1
        if x.value is UNKNOWN:
            return INVALID_TYPE, -1
        v = x.value
        if 0 <= limit <= v:
            self.error(x, f"invalid argument: index {constants.text(v)} out of bounds [0:{limit}]")
            return INVALID_TYPE, -1
        return x.type, v

    def valid_index(self, x: tree.Expr, what: str, negative: bool) -> bool:
        """x is an integer (constants: representable as int and, unless negative is allowed, not negative)."""
        if x.mode is INVALID:
            return False
        self.convert_untyped(x, INT_TYPE)
        if x.mode is INVALID:
            return False
        if not types.is_integer(x.type):
            if x.type is not INVALID_TYPE:
                self.error(x, f"invalid argument: {what} {self.operand(x)} must be integer")
            return False
        if x.mode == CONST and x.value is not UNKNOWN:
            if not negative and constants.sign(x.value) < 0:
                self.error(x, f"invalid argument: {what} {self.operand(x)} must not be negative")
                return False
            if not constants.representable(x.value, INT_TYPE)[0]:
                self.error(x, f"invalid argument: {what} {self.operand(x)} overflows int")
                return False
        return True

    def _slice(self, e: tree.SliceExpr) -> None:
        x = e.x
        self.expr(x)
        e.value = None
        if x.mode is INVALID:
            self.use(e.low, e.high, e.max)
            self._invalid(e)
            return
        u = x.type.underlying
        if type(u) is Pointer and not self.is_complete(u.elem):
            self._invalid(e)
            return
        length = self._sliced(e, x, u)
        if length is None:
            self._invalid(e)
            return
        e.mode = VALUE
        self._slice_indices(e, length)

    def _sliced(self, e: tree.SliceExpr, x: tree.Expr, u: Type) -> int | None:
        """Type of the slice expression onto e; the length of the operand (-1: unknown), None after an error."""
        if isinstance(u, Basic) and u.info & IS_STRING:
            if e.slice3:
                self.error(e.max or e.rbrack, "invalid operation: 3-index slice of string")
                return None
            e.type = x.type
            if types.is_untyped(x.type):
                e.type = STRING_TYPE
                self.untyped_default(x)
            return len(x.value) if x.mode == CONST and type(x.value) is bytes else -1
        if isinstance(u, Slice):
            e.type = x.type
            return -1
        if isinstance(u, Array):
            if x.mode != VAR:
                self.error(x, f"cannot slice unaddressable value {self.operand(x)}")
                return None
            e.type = Slice(u.elem)
            return u.len
        if isinstance(u, Pointer) and isinstance(u.elem.underlying, Array):
            e.type = Slice(u.elem.underlying.elem)
            return u.elem.underlying.len
        if x.type is not INVALID_TYPE:
            self.error(x, f"cannot slice {self.operand(x)}")
        return None

    def _slice_indices(self, e: tree.SliceExpr, length: int) -> None:
        if e.slice3 and (e.high is None or e.max is None):
            self._invalid(e)
            return
        limit = length + 1 if length >= 0 else -1
        parts = (e.low, e.high, e.max)
        values = []
        for i, part in enumerate(parts):
            v = -1
            if part is not None:
                v = self.index(part, limit)[1]
            elif i == 0:
                v = 0
            elif length >= 0:
                v = length
            values.append(v)
        for i in range(2):
            if values[i] <= 0:
                continue
            for j in range(i + 1, 3):
                later = parts[j]
                if 0 <= values[j] < values[i] and later is not None:
                    self.error(later, f"invalid slice indices: {values[j]} < {values[i]}")
                    return

    # -- type assertions

    def _type_assert(self, e: tree.TypeAssertExpr) -> None:
        x = e.x
        e.value = None
        if e.type_expr is None:
            self.error(e, "invalid syntax tree: use of .(type) outside type switch")
            self.use(x)
            self._invalid(e)
            return
        self.expr(x)
        if x.mode is INVALID:
            self._invalid(e)
            return
        if type(x.type.underlying) is not Interface:
            if x.type is not INVALID_TYPE:
                self.error(x, f"invalid operation: {self.operand(x)} is not an interface")
            self._invalid(e)
            return
        t = self.var_type(e.type_expr)
        if t is INVALID_TYPE or not self.is_complete(t):
            self._invalid(e)
            return
        self.type_assertion(e, x, t, False)
        e.mode = COMMAOK
        e.type = t

    def type_assertion(self, e: tree.Expr, x: tree.Expr, t: Type, type_switch: bool) -> None:
        """Check that interface x may hold a t."""
        if type(t.underlying) is Interface:
            return
        cause = missing_cause(self, t, x.type, False)
        if cause is None or has_invalid_embedded(t, set()):
            return
        text = expr_string(e)
        if type_switch:
            tail = f"{self.operand(x)} cannot have dynamic type {self.text(t)} {cause}"
            self.error(e, f"impossible type switch case: {text}\n\t{tail}")
        else:
            tail = f"{self.text(t)} does not implement {self.text(x.type)} {cause}"
            self.error(e, f"impossible type assertion: {text}\n\t{tail}")

    # hooks of later files, through the table below

    def _composite(self, e: tree.CompositeLit) -> None:
        self.composite_lit(e)

    def _call(self, e: tree.CallExpr) -> None:
        self.call_expr(e)

    def _func_lit(self, e: tree.FuncLit) -> None:
        self.func_lit(e)


_EXPRS: Final[dict[type, Callable[[Any, Any], None]]] = {
    tree.Ident: Exprs.ident,
    tree.BasicLit: Exprs._basic_lit,
    tree.CompositeLit: Exprs._composite,
    tree.FuncLit: Exprs._func_lit,
    tree.ParenExpr: Exprs._paren,
    tree.SelectorExpr: Exprs._selector,
    tree.IndexExpr: Exprs._index,
    tree.IndexListExpr: Exprs._index_list,
    tree.SliceExpr: Exprs._slice,
    tree.TypeAssertExpr: Exprs._type_assert,
    tree.CallExpr: Exprs._call,
    tree.StarExpr: Exprs._star,
    tree.UnaryExpr: Exprs._unary,
    tree.BinaryExpr: Exprs._binary,
    tree.KeyValueExpr: Exprs._misplaced,
    tree.Ellipsis: Exprs._misplaced,
    tree.ArrayType: Exprs._type_expr,
    tree.StructType: Exprs._type_expr,
    tree.FuncType: Exprs._type_expr,
    tree.InterfaceType: Exprs._type_expr,
    tree.MapType: Exprs._type_expr,
    tree.ChanType: Exprs._type_expr,
    Stand: Exprs._stand,
}
