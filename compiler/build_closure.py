"""Func values: literals, method values, and the closures without arguments that go and defer statements start.

A closure object is {code pc, captured values and addresses}; it lies in the frame when the escape analysis allows it.
"""

from __future__ import annotations

from typing import Any

from morestack.compiler import intrinsics, ir, tree, types
from morestack.compiler.build_builtin import Builtins
from morestack.compiler.build_call import Callee
from morestack.compiler.build_expr import EXPR, end_pos
from morestack.compiler.build_scan import FnInfo, interface_method, path_type
from morestack.compiler.build_shape import Abi, field_offset, shape, struct_of
from morestack.compiler.build_shell import Operand, Place, Value
from morestack.compiler.escape import closure_type
from morestack.compiler.ir import K, Sym
from morestack.compiler.types import Signature, Struct, Type
from morestack.vm import image


class Closures(Builtins):
    """Closure objects."""

    def literal(self, e: tree.FuncLit) -> Value:
        fn = self.fn.closures[e]
        if not fn.captures:
            return [self.func_sym(fn.name)]
        t = closure_type(fn)
        vals: list[Value] = []
        for v in fn.captures:
            storage = self.vars[v]
            if v.ext.byval:
                vals.append(self.load(storage, v.type) if type(storage) is Place and shape(v.type).flat else storage)
            else:
                if type(storage) is not Place:
                    self.bug(f"captured variable {v.name} is in registers")
                vals.append([self.address(storage)])
        return [self.closure(fn.name, t, vals, e.escapes)]

    def literal_copy(self, fn: FnInfo, closure: Operand) -> Operand:
        """The closure object for the copy of a literal that gc would inline here: it holds what ``closure`` holds."""
        name = fn.name + ir.INLINED
        if not fn.captures:
            return self.func_sym(name)
        t = closure_type(fn)
        vals: list[Value] = []
        for i, v in enumerate(fn.captures):
            place = Place(closure, field_offset(t, i + 1))
            if v.ext.byval:
                vals.append(self.load(place, v.type) if shape(v.type).flat else place)
            else:
                vals.append(self.load(place, types.UNSAFE_POINTER_TYPE))
        return self.closure(name, t, vals, False)

    def closure(self, name: str, t: Struct, vals: list[Value], escapes: bool) -> Operand:
        """A closure object of the struct type t for function name."""
        place, _ = self.storage(t, escapes)
        self.func.data.append(self.program.func_data(name))
        pc = self.op("ld.i64", "i", Sym(name + "·f"), 0)
        self.store_leaf(place, shape(types.INT_TYPE).leaves[0], pc)
        for i, v in enumerate(vals):
            self.store(place.at(field_offset(t, i + 1)), t.fields[i + 1].type, v)
        return self.address(place)

    def method_value(self, e: tree.SelectorExpr) -> Value:
        """x.M as a func value: a closure of the method's -fm wrapper and the receiver."""
        sel = e.selection
        m = sel.obj
        if interface_method(m):
            v = self.walk(self.locate(e.x), e.x.type, sel.path[:-1])
            t = path_type(sel.recv, sel.path[:-1])
            vals = self.load(v, t) if type(v) is Place else v
            self.pos = end_pos(e.x)
            self.nilcheck(vals[0])  # type: ignore[index]
            recv: Value = vals
        else:
            recv = self.receiver(e)
            t = m.type.recv.type
        name = self.program.method_value_wrapper(m, t)
        return [self.closure(name, struct_of(("F", types.UINTPTR_TYPE), ("R", t)), [recv], e.escapes)]

    # -- go and defer

    def go(self, s: tree.GoStmt) -> None:
        fn = self.later(s.call, "gowrap", True)
        self.pos = s.pos
        self.rt("newproc", "p:", fn)

    def defer(self, s: tree.DeferStmt) -> None:
        fn = self.later(s.call, "deferwrap", not s.stack)
        self.pos = s.pos
        if not s.stack:
            self.rt("deferproc", "p:", fn)
            return
        t = self.program.runtime_type("_defer")
        place = Place(self.mem_of(t, "defer"))
        offset = self.program.runtime_offset("_defer", "fn")
        self.store(place.at(offset), types.UNSAFE_POINTER_TYPE, [fn])
        self.rt("deferprocStack", "p:", self.address(place))

    def later(self, call: tree.CallExpr, what: str, heap: bool) -> Operand:
        """The closure without arguments and results that makes the call later; its operands are evaluated now."""
        if call.kind == "builtin":
            return self.later_builtin(call, what, heap)
        if call.kind == "conversion":
            self.bug("conversion in go or defer statement")
        sig = call.fun.type.underlying
        assert isinstance(sig, Signature)
        fun = tree.unparen(call.fun)
        method = type(fun) is tree.SelectorExpr and fun.selection is not None and fun.selection.kind == "method"
        if not sig.params.vars and not sig.results.vars and not method:
            v = self.expr1(call.fun)
            if not self.program.is_stub(v):
                return v
        callee, args = self.prepare(call)
        held: list[tuple[Value, Type]] = [(v, t) for v, (t, _) in zip(args, callee.abi.params, strict=True)]
        held += [([p], types.UNSAFE_POINTER_TYPE) for p in callee.kept]
        extra: Type | None = None
        if callee.op == "callclosure":
            extra = types.UNSAFE_POINTER_TYPE
        elif callee.op == "callpc":
            extra = types.INT_TYPE
        if extra is not None:
            held.append(([callee.operand], extra))

        def body(b: Any, vals: list[Value]) -> None:
            if callee.name and intrinsics.is_intrinsic(callee.name):
                b.intrinsic(callee.name, callee.abi, vals)
                return
            operand = vals.pop()[0] if extra is not None else None  # type: ignore[index]
            kept = [v[0] for v in vals[len(args) :]]  # type: ignore[index]
            b.emit_call(Callee(callee.abi, callee.name, callee.op, operand, kept=kept), vals[: len(args)])

        return self.wrap(what, call.lparen, held, heap, body)

    def later_builtin(self, call: tree.CallExpr, what: str, heap: bool) -> Operand:
        if call.builtin == "recover":
            return self.later_recover(call, what, heap)
        held: list[tuple[Value, Type]] = []
        exprs: list[tree.Expr] = []
        values = [x for x in call.args if x.mode not in ("type", "nil") and x.value is None]
        self.order(None, *values)
        for x in values:
            t = types.EMPTY_INTERFACE if call.builtin == "panic" else x.type
            held.append((self.value_as(x, t), t))
            exprs.append(x)

        def body(b: Any, vals: list[Value]) -> None:
            if call.builtin == "panic" and vals:
                b.pos = call.lparen
                b.rt("gopanic", "pp:", *vals[0])  # type: ignore[misc]
                b.emit("trap", 0)
                b.start(b.new_block())
                return
            for x, v in zip(exprs, vals, strict=True):
                b.memo[x] = v
            b.builtin(call)

        return self.wrap(what, call.lparen, held, heap, body)

    def later_recover(self, call: tree.CallExpr, what: str, heap: bool) -> Operand:
        """defer recover(): recovers a panic that runs this function's defers, or the one it was called for."""
        sp = self.ptr_op("getcallersp")
        held: list[tuple[Value, Type]] = [([sp], types.UNSAFE_POINTER_TYPE)]

        def body(b: Any, vals: list[Value]) -> None:
            own = b.op("cvt.i.u", "u", b.op("getcallersp", "i"))
            first = b.rt("gorecover", "u:pp", own)[0]
            more, done = b.new_block(), b.new_block()
            b.emit("br", first, done)
            b.jump(more)
            b.start(more)
            b.rt("gorecover", "u:pp", b.op("cvt.i.u", "u", vals[0][0]))  # type: ignore[index]
            b.jump(done)
            b.start(done)

        return self.wrap(what, call.lparen, held, heap, body)

    def wrap(self, what: str, pos: int, held: list[tuple[Value, Type]], heap: bool, body: Any) -> Operand:
        """A closure over values, with a function of its own that unpacks them and runs body."""
        name = self.fn.wrapper_name(what)
        t = struct_of(("F", types.UINTPTR_TYPE), *[(f"A{i}", h[1]) for i, h in enumerate(held)])
        self.program.make_wrapper(name, self.fn, pos, t, body, len(held))
        if not held:
            return self.func_sym(name)
        return self.closure(name, t, [h[0] for h in held], heap)

    def unpack(self, t: Struct, count: int) -> list[Value]:
        """In a wrapper: the values in the closure object."""
        if not count:
            return []
        ctx = self.ptr_op("getctx")
        self.nonnil.add(ctx)
        out: list[Value] = []
        for i in range(1, count + 1):
            place = Place(ctx, field_offset(t, i))
            f = t.fields[i].type
            out.append(self.load(place, f) if shape(f).flat else self.temp(f, place))
        return out

    def adjust_panic(self) -> None:
        """In a wrapper: a deferred call's panic takes the wrapper's callee for the function it called."""
        offset = self.program.runtime_offset
        g = self.ptr_op("getg")
        p = self.reg("i", True)
        self.emit("ld.i64", p, g, offset("g", "_panic"))
        some, mine, done = self.new_block(), self.new_block(), self.new_block()
        self.emit("brz", p, done)
        self.jump(some)
        self.start(some)
        argp = self.op("ld.i64", "i", p, offset("_panic", "argp"))
        self.emit("jne.i", argp, self.op("getcallersp", "i"), done)
        self.jump(mine)
        self.start(mine)
        self.emit("st.i64", p, offset("_panic", "argp"), self.op("getsp", "i"))
        self.jump(done)
        self.start(done)


def empty_func(name: str, fn: FnInfo | None, program: Any, pos: int, abi: Abi | None = None) -> ir.Func:
    """An ir.Func for a wrapper."""
    file, line = program.place(pos)
    func = ir.Func(name, file, line)
    func.flags = image.WRAPPER
    func.pos = func.end_pos = pos
    if abi is not None:
        func.arg_words, func.param_words = abi.words, abi.param_words
        func.arg_ptrs, func.result_ptrs = abi.arg_ptrs, abi.result_ptrs
    return func


EXPR[tree.FuncLit] = Closures.literal

__all__ = ["Closures", "K", "empty_func"]
