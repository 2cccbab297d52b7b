"""Calls and conversions: arguments against parameters (spec "Calls", "Passing arguments to ... parameters")."""

from __future__ import annotations

from morestack.compiler import tree, types
from morestack.compiler.check_literal import Literals
from morestack.compiler.check_state import INVALID
from morestack.compiler.exprstring import expr_string
from morestack.compiler.types import (
    INVALID_TYPE,
    Basic,
    Interface,
    Signature,
    Slice,
    Tuple,
    Type,
)


class Calls(Literals):
    """Calls of functions, and conversions."""

    def call_expr(self, e: tree.CallExpr) -> None:
        """Check a call, conversion or call of a builtin."""
        fun = e.fun
        e.value = None
        self.expr_or_type(fun)
        mode = fun.mode
        if mode is INVALID:
            self.use(*e.args)
            e.kind = "call"
            self._invalid(e)
            return
        if mode == "type":
            e.kind = "conversion"
            self._conversion_call(e, fun.type)
            return
        if mode == "builtin":
            e.kind = "builtin"
            self.builtin_call(e)
            if e.mode is not INVALID and e.mode != tree.CONST:
                self.env.has_call = True
            return
        e.kind = "call"
        sig = fun.type.underlying
        if type(sig) is not Signature:
            if fun.type is INVALID_TYPE:
                self.use(*e.args)
            else:  # types2 (call.go, callExpr) never looks at these arguments: variables in them stay unused
                t = self.text(fun.type)
                self.error(fun, f"invalid operation: cannot call {self.operand(fun)}: {t} is not a function")
            self._invalid(e)
            return
        args = self._args(e)
        self.arguments(e, sig, args)
        results = sig.results.vars
        n = len(results)
        if n == 1:
            t1 = results[0].type
            if t1 is INVALID_TYPE or not self.is_complete(t1):
                self._invalid(e)
                return
            e.mode = tree.VALUE
            e.type = t1
        elif n == 0:
            e.mode = tree.NOVALUE
            e.type = sig.results
        else:
            e.mode = tree.VALUE
            e.type = sig.results
        self.env.has_call = True

    def builtin_call(self, e: tree.CallExpr) -> None:
        """Check the call of a predeclared function."""
        raise NotImplementedError

    def _conversion_call(self, e: tree.CallExpr, t: Type) -> None:
        if not self.is_complete(t):
            self._invalid(e)
            return
        n = len(e.args)
        if n == 0:
            self.error(e, f"missing argument in conversion to {self.text(t)}")
            self._invalid(e)
            return
        if n > 1:
            self.use(*e.args)
            self.error(e.args[n - 1], f"too many arguments in conversion to {self.text(t)}")
            self._invalid(e)
            return
        x = e.args[0]
        self.expr(x)
        if x.mode is INVALID:
            self._invalid(e)
            return
        u = t.underlying
        if isinstance(u, Interface) and not u.is_method_set():
            why = "(contains specific type constraints or is comparable)"
            self.error(e, f"cannot use interface {self.text(t)} in conversion {why}")
            self._invalid(e)
        elif e.ellipsis:
            self.error(x, f"invalid use of ... in conversion to {self.text(t)}")
            self._invalid(e)
        else:
            self.conversion(x, t, e)

    # -- arguments

    def _args(self, e: tree.CallExpr) -> list[tree.Expr]:
        """Check the arguments: one operand for each value."""
        args = e.args
        if len(args) == 1:
            x = args[0]
            self.raw_expr(x)
            if x.mode == "value":
                if type(x.type) is Tuple:
                    return list(self.unpack(x, x.type, True))
            else:
                self.exclude(x)
            return args
        for x in args:
            self.expr(x)
        return args

    def arguments(self, call: tree.CallExpr, sig: Signature, args: list[tree.Expr]) -> None:
        """Assign args to the parameters of sig."""
        params = sig.params.vars
        nargs, npars = len(args), len(params)
        dots = bool(call.ellipsis)
        spread: Type | None = None  # type of each argument for a variadic parameter
        if sig.variadic:
            if dots:
                if len(call.args) == 1 and nargs > 1:
                    text = expr_string(call.args[0])
                    self.error(call, f"cannot use ... with {nargs}-valued {text}")
                    return
            else:
                last = params[npars - 1].type.underlying
                spread = last.elem if isinstance(last, Slice) else INVALID_TYPE
                npars = nargs if nargs >= npars - 1 else npars - 1
        elif dots:
            self.error(call, f"cannot use ... in call to non-variadic {expr_string(call.fun)}")
            return
        if nargs != npars:
            self._count_error(call, sig, args, npars, dots)
            return
        context = ""
        fixed = len(params) - 1 if spread is not None else len(params)
        for i, x in enumerate(args):
            t = params[i].type if i < fixed else spread
            if x.type is t and x.mode is not INVALID:
                continue
            if not context:
                context = f"argument to {expr_string(call.fun)}"
            self.assignment(x, t, context)

    def _count_error(
        self, call: tree.CallExpr, sig: Signature, args: list[tree.Expr], npars: int, dots: bool
    ) -> None:
        nargs = len(args)
        at = call.pos
        qualifier = "not enough"
        if nargs > npars:
            at = args[npars].pos
            qualifier = "too many"
        elif nargs > 0:
            at = args[nargs - 1].pos
        have = self.types_summary([_seen_type(x) for x in args], False, dots)
        want = self.types_summary([v.type for v in sig.params.vars], sig.variadic, False)
        self.error(
            at, f"{qualifier} arguments in call to {expr_string(call.fun)}\n\thave {have}\n\twant {want}"
        )

    def types_summary(self, list_: list[Type], variadic: bool, dots: bool) -> str:
        """``(number, string, ...int)``: types of values or parameters in a message about their number."""
        out = []
        for i, t in enumerate(list_):
            if t is None or t is INVALID_TYPE:
                s = "unknown type"
            elif types.is_untyped(t):
                assert isinstance(t, Basic)
                s = "number" if types.is_numeric(t) else t.name.replace("untyped ", "")
            else:
                s = self.text(t)
            if i == len(list_) - 1:
                if variadic:
                    s = "..." + (self.text(t.elem) if isinstance(t, Slice) else s)
                elif dots:
                    s += "..."
            out.append(s)
        return "(" + ", ".join(out) + ")"


def _seen_type(x: tree.Expr) -> Type:
    """Type of an argument; of an erroneous operation that of its first operand, as gc has it."""
    while x.mode is INVALID and isinstance(x, tree.BinaryExpr):
        x = x.x
    if x.mode is INVALID and isinstance(x, tree.CallExpr) and x.type is not INVALID_TYPE:
        return x.fun.type  # a call without results
    return x.type
