"""Calls: static, through interfaces, of func values, and of what is an operation of the machine.

All arguments are evaluated before the first is moved to the outgoing area; results are taken from there at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from morestack.compiler import intrinsics, ir, tree, types
from morestack.compiler.build_composite import Composites
from morestack.compiler.build_expr import EXPR, end_pos
from morestack.compiler.build_inline import Copier, Template
from morestack.compiler.build_scan import (
    FnInfo,
    converted_pointer,
    follows_pointer,
    interface_method,
    keeps_pointers,
    path_type,
)
from morestack.compiler.build_shape import Abi, abi_of, make_abi, shape
from morestack.compiler.build_shell import ZERO, Operand, Place, Value, Values
from morestack.compiler.ir import InlinedCall, Instr, K, Out, Reg, Sym
from morestack.compiler.types import Func, Pointer, Signature, Type
from morestack.vm import isa
from morestack.vm.isa import KIND_OF


class Callee:
    """What a call calls: a linked name, a code pc, or a closure. ``kept``: pointers that stay alive until it returns."""

    __slots__ = ("abi", "kept", "name", "op", "operand", "recv")

    def __init__(
        self,
        abi: Abi,
        name: str = "",
        op: str = "call",
        operand: Any = None,
        recv: Value | None = None,
        kept: Sequence[Operand] = (),
    ) -> None:
        self.abi = abi
        self.name = name
        self.op = op
        self.operand = operand
        self.recv = recv
        self.kept = kept


class Calls(Composites):
    """Call expressions."""

    def call(self, e: tree.CallExpr) -> Value:
        """A call in a place that takes one value (or none)."""
        if e.kind == "conversion":
            return self.conversion(e)
        if e.kind == "builtin":
            return self.builtin(e)
        results = self.call_results(e)
        if len(results) == 1:
            return results[0]
        return []

    def builtin(self, e: tree.CallExpr) -> Value:
        raise NotImplementedError

    def literal_copy(self, fn: FnInfo, closure: Operand) -> Operand:
        raise NotImplementedError

    def call_results(self, e: tree.CallExpr) -> list[Value]:
        """The results of a call, each in the form of its type."""
        callee, args = self.prepare(e)
        self.pos = e.lparen
        if callee.op == "call":
            callee.name = self.program.called(self.fn, e, callee.name)
        elif callee.op == "callclosure" and (fn := self.program.called_literal(self.fn, e)) is not None:
            callee.operand = self.literal_copy(fn, callee.operand)
        if callee.name and intrinsics.is_intrinsic(callee.name):
            return self.intrinsic(callee.name, callee.abi, args)
        return self.emit_call(callee, args)

    def prepare(self, e: tree.CallExpr) -> tuple[Callee, list[Value]]:
        """Evaluate what is called, the receiver and the arguments."""
        fun = tree.unparen(e.fun)
        sig = e.fun.type.underlying
        assert isinstance(sig, Signature)
        method = type(fun) is tree.SelectorExpr and fun.selection is not None and fun.selection.kind == "method"
        direct: Func | None = None
        if type(fun) is tree.Ident and type(fun.obj) is Func:
            direct = fun.obj
        elif type(fun) is tree.SelectorExpr and fun.selection is None and type(fun.sel.obj) is Func:
            direct = fun.sel.obj
        kept: list[Operand] | None = None
        operands = e.args
        if keeps_pointers(e):
            kept = []
            operands = [converted_pointer(x) or x for x in e.args]
        if direct is not None:
            self.order(None, *operands) if len(operands) > 1 else None
            args = self.arguments(e, sig, kept)
            return Callee(abi_of(sig), self.program.func_name(direct), kept=kept or ()), args
        if method:
            assert isinstance(fun, tree.SelectorExpr)
            self.order(fun.x, *operands)
            callee = self.method_callee(fun, sig, e.lparen)
            args = self.arguments(e, sig, kept)
            callee.kept = kept or ()
            return callee, [callee.recv, *args]  # type: ignore[list-item]
        self.order(e.fun, *e.args)
        f = self.expr1(e.fun)
        args = self.arguments(e, sig)
        return Callee(abi_of(sig), "", "callclosure", f), args

    def method_callee(self, fun: tree.SelectorExpr, sig: Signature, pos: int) -> Callee:
        """The method that x.M names, with its receiver evaluated."""
        sel = fun.selection
        m = sel.obj
        if interface_method(m):
            v = self.walk(self.locate(fun.x), fun.x.type, sel.path[:-1])
            t = path_type(sel.recv, sel.path[:-1])
            vals = self.load(v, t) if type(v) is Place else v
            self.pos = pos
            return self.interface_callee(vals, t, m, sig)  # type: ignore[arg-type]
        recv = m.type.recv.type
        return Callee(abi_of(sig, recv), self.program.func_name(m), recv=self.receiver(fun))

    def interface_callee(self, v: Values, t: Type, m: Func, sig: Signature) -> Callee:
        """Method m of an interface value."""
        u = t.underlying
        assert isinstance(u, types.Interface)
        every = u.all_methods()
        i = next(n for n, x in enumerate(every) if x.id == m.id)
        self.func.iface_calls.add((m.id, types.key(every[i].type)))
        self.nilcheck(v[0])
        pc = self.op("ld.i64", "i", v[0], self.program.itab_fun_offset() + 8 * i)
        abi = abi_of(sig, types.UNSAFE_POINTER_TYPE)
        return Callee(abi, "", "callpc", pc, [v[1]])

    def receiver(self, fun: tree.SelectorExpr) -> Value:
        """The receiver argument of a static method call: x walked, dereferenced or its address taken as M wants."""
        sel = fun.selection
        path = sel.path[:-1]
        want_pointer = types.ptr_recv(sel.obj)
        t = path_type(sel.recv, path)
        v = self.locate(fun.x)
        self.pos = end_pos(fun.x)
        v = self.walk(v, fun.x.type, path)
        is_pointer = type(t.underlying) is Pointer and types.deref(t)[1]
        if want_pointer and not is_pointer:
            if type(v) is not Place:
                if not follows_pointer(sel.recv, path, True) and shape(t).leaves:
                    self.bug(f"receiver of {sel.obj.name} is not addressable")
                v = self.spill_place(t, v)
            return [self.address(v)]
        vals = self.load(v, t) if type(v) is Place and shape(t).flat else v
        if is_pointer and not want_pointer:
            assert isinstance(vals, list) and isinstance(t.underlying, Pointer)
            base = t.underlying.elem
            place = self.deref(vals[0])
            return self.load(place, base) if shape(base).flat else place
        return vals

    # -- arguments

    def arguments(self, e: tree.CallExpr, sig: Signature, kept: list[Operand] | None = None) -> list[Value]:
        """The arguments in the forms of the parameter types; pointers that the call keeps are added to ``kept``."""
        params = sig.params.vars
        n = len(params)
        if len(e.args) == 1 and type(e.args[0].type) is types.Tuple:
            return self.spread(e, sig)
        if not sig.variadic or e.ellipsis:
            return [self.argument(x, p.type, kept) for x, p in zip(e.args, params, strict=True)]
        out = [self.argument(x, params[i].type, kept) for i, x in enumerate(e.args[: n - 1])]
        rest = e.args[n - 1 :]
        slice_type = params[-1].type.underlying
        assert isinstance(slice_type, types.Slice)
        if not rest:
            return [*out, [ZERO, ZERO, ZERO]]
        elem = slice_type.elem
        vals = [self.argument(x, elem, kept) for x in rest] if len(rest) == 1 or kept is not None else None
        return [*out, self.variadic(e, rest, vals, elem)]

    def argument(self, x: tree.Expr, t: Type, kept: list[Operand] | None) -> Value:
        """x as an argument of type t. If the call keeps pointers, one that x converts to uintptr is added to ``kept``."""
        pointer = converted_pointer(x) if kept is not None and types.is_integer(t) else None
        if kept is None or pointer is None:
            return self.value_as(x, t)
        p = self.expr1(pointer)
        if type(p) is Reg:
            kept.append(p)
        return self.convert_value([p], pointer.type, x.type, x)

    def variadic(self, e: tree.CallExpr, rest: Sequence[tree.Expr], vals: list[Value] | None, elem: Type) -> Value:
        """The slice of a call's extra arguments."""
        count = len(rest) if vals is None else len(vals)
        place, _ = self.storage(types.Array(elem, count), e.escapes)
        size = shape(elem).size
        for i in range(count):
            v = self.value_as(rest[i], elem) if vals is None else vals[i]
            self.store(place.at(i * size), elem, v)
        return [self.address(place), K(count), K(count)]

    def spread(self, e: tree.CallExpr, sig: Signature) -> list[Value]:
        """f(g()): g's results as f's arguments."""
        params = sig.params.vars
        rows = self.multi(e.args[0])
        n = len(params) - 1 if sig.variadic else len(params)
        out = [self.convert(v, t, params[i].type, (e, i)) for i, (v, t) in enumerate(rows[:n])]
        if sig.variadic:
            u = params[-1].type.underlying
            assert isinstance(u, types.Slice)
            rest = [self.convert(v, t, u.elem, None) for v, t in rows[n:]]
            if not rest:
                return [*out, [ZERO, ZERO, ZERO]]
            out.append(self.variadic(e, (), rest, u.elem))
        return out

    def multi(self, e: tree.Expr) -> list[tuple[Value, Type]]:
        """The values of a multi-value expression: a call or a comma-ok form."""
        e = tree.unparen(e)
        t = e.type
        if type(e) is tree.CallExpr and e.kind == "call":
            results = self.call_results(e)
            kinds = t.types if type(t) is types.Tuple else [t]
            return list(zip(results, kinds, strict=True))
        vals = self.comma_ok(e)
        if type(t) is types.Tuple:
            return list(zip(vals, t.types, strict=True))
        return [(vals[0], t), (vals[1], types.BOOL_TYPE)]

    def comma_ok(self, e: tree.Expr) -> list[Value]:
        """The two values of m[k], x.(T) or <-c."""
        raise NotImplementedError

    # -- emission

    def emit_call(self, callee: Callee, args: list[Value]) -> list[Value]:
        """Move the arguments out, call, take the results; or put a tiny function's body here."""
        if callee.name:
            t = self.program.template(callee.name)
            if t is not None:
                return self.inline(t, args)
        self.func.min_out = max(self.func.min_out, callee.abi.words)  # results that nobody takes need their words too
        self.move_out(callee.abi, args)
        if callee.op == "call":
            self.emit("call", callee.name)
        else:
            self.emit(callee.op, callee.operand)
        results = self.take_results(callee.abi)
        if callee.kept:
            last_use = self.mem(1)  # nobody reads it; until the store the pointers are live
            for p in callee.kept:
                self.emit("stl.i64", last_use, 0, p)
        return results

    def inline(self, t: Template, args: list[Value]) -> list[Value]:
        """The body of a tiny function in place of its call."""
        words: list[object] = []
        for (kind, _), v in zip(t.abi.params, args, strict=True):
            words.extend(self.load(v, kind) if type(v) is Place else v)  # type: ignore[arg-type]
        copier = Copier(t, words, InlinedCall(t.func.name, self.pos, None), self.count)
        self.bring(t.func)
        if t.single:
            for ins in t.blocks[0][1][:-1]:
                self.copy_inlined(copier, ins)
        else:
            self.inline_blocks(t, copier)
        self.count = copier.next
        out: list[Value] = []
        for kind, at in t.abi.results:
            out.append([copier.results[at + j] for j in range(len(shape(kind).leaves))])  # type: ignore[misc]
        return out

    def inline_blocks(self, t: Template, copier: Copier) -> None:
        done = self.new_block()
        for block, _ in t.blocks:
            copier.map[block] = self.new_block()
        copier.next = self.count
        self.jump(copier.map[t.blocks[0][0]])  # type: ignore[arg-type]
        for block, instrs in t.blocks:
            self.start(copier.map[block])  # type: ignore[arg-type]
            for ins in instrs:
                if ins.op == "ret":
                    self.jump(done)
                else:
                    self.copy_inlined(copier, ins)
        self.start(done)
        for kind, at in t.abi.results:  # results of a function that never returns
            for j, leaf in enumerate(shape(kind).leaves):
                copier.result(at + j, leaf.kind, leaf.ptr)

    def copy_inlined(self, copier: Copier, ins: Instr) -> None:
        made = copier.instruction(ins)
        if made is None:
            return
        if made.op == "nilcheck":
            p = made.args[0]
            if type(p) is Sym or p in self.nonnil:
                return
            if type(p) is Reg:
                self.nonnil.add(p)
        self.block.instrs.append(made)

    def bring(self, f: ir.Func) -> None:
        """What an inlined function names is named by this one."""
        mine = self.func
        mine.data.extend(f.data)
        mine.types.update(f.types)
        mine.converted.update(f.converted)
        mine.itabs.update(f.itabs)
        mine.iface_calls |= f.iface_calls
        mine.min_out = max(mine.min_out, f.min_out)

    def move_out(self, abi: Abi, args: list[Value]) -> None:
        for (t, at), v in zip(abi.params, args, strict=True):
            s = shape(t)
            if type(v) is Place:
                if s.flat:
                    v = self.load(v, t)
                else:
                    self.copy(Place(Out(at)), v, s.size, types.align_of(t))
                    continue
            for j, (leaf, x) in enumerate(zip(s.leaves, v, strict=True)):  # type: ignore[arg-type]
                self.emit("mov." + leaf.kind, Out(at + j), x)

    def take_results(self, abi: Abi) -> list[Value]:
        out: list[Value] = []
        for t, at in abi.results:
            s = shape(t)
            if s.flat:
                regs = self.regs(s)
                for j, r in enumerate(regs):
                    self.emit("mov." + r.kind, r, Out(at + j))
                out.append(regs)  # type: ignore[arg-type]
            else:
                place = Place(self.mem_of(t, "result"))
                self.copy(place, Place(Out(at)), s.size)
                out.append(place)
        return out

    def call_function(self, name: str, params: list[Type], results: list[Type], args: list[Value]) -> list[Value]:
        """Call a function by linked name."""
        return self.emit_call(Callee(make_abi(params, results), name), args)

    # -- operations in place of calls

    def intrinsic(self, name: str, abi: Abi, args: list[Value]) -> list[Value]:
        leaves: list[Operand] = [x for v in args for x in v]  # type: ignore[union-attr]
        if name in intrinsics.ATOMIC:
            ptr = bool(abi.results) and shape(abi.results[0][0]).leaves[0].ptr
            return self.atomic(*intrinsics.ATOMIC[name], leaves, ptr)
        if name in intrinsics.EXPANDED:
            return self.expanded(name, leaves)
        row = intrinsics.SIMPLE[name]
        operands = [self.in_kind(leaves[i], kind) for i, kind in intrinsics.sources(row, len(leaves))]
        op = isa.BY_NAME[row.op]
        if isa.slot_written(op) is None:
            self.emit(row.op, *operands)
            return []
        want = shape(abi.results[0][0]).leaves[0]
        made = op.operands[0].kind
        d = self.reg(made, want.ptr)
        self.emit(row.op, d, *operands)
        return [[self.in_kind(d, want.kind)]]

    def in_kind(self, x: Operand, kind: str) -> Operand:
        """An integer operand in kind i or u."""
        if type(x) is Reg and x.kind != kind:
            return self.op(f"cvt.{x.kind}.{kind}", kind, x)
        return x

    def expanded(self, name: str, a: Values) -> list[Value]:
        short = name.rsplit(".", 1)[1]
        if short == "Equal":
            return [[self.equal_strings(a[0:2], a[3:5])]]
        if short == "Compare":
            return [list(self.rt("cmpstring", "pipi:i", a[0], a[1], a[3], a[4]))]
        if short == "MakeNoZero":
            p = self.rt("makeslice", "pii:p", self.type_sym(types.BYTE_TYPE), a[0], a[0])[0]
            return [[p, a[0], a[0]]]
        if short == "Mul64":
            return [[self.op("mulhi.u64", "u", a[0], a[1])], [self.op("mul.u64", "u", a[0], a[1])]]
        zeros = self.op("clz.u64", "i", self.in_kind(a[0], "u"))
        return [[self.op("sub.i64", "i", K(64), zeros)]]

    def atomic(self, what: str, width: str, a: Values, ptr: bool) -> list[Value]:
        """sync/atomic as plain memory access; ``ptr``: of a word that is a pointer."""
        p = a[0]
        kind = KIND_OF[width]
        self.nilcheck(p)
        if type(p) is K:
            p = self.in_reg(p, "i", True)
        if what == "Store":
            self.emit("st." + width, p, 0, a[1])
            return []
        old = self.reg(kind, ptr)
        self.emit("ld." + width, old, p, 0)
        if what == "Load":
            return [[old]]
        if what == "Swap":
            self.emit("st." + width, p, 0, a[1])
            return [[old]]
        if what == "CompareAndSwap":
            r = self.op("eq." + kind, "i", old, a[1])
            yes, done = self.new_block(), self.new_block()
            self.jump_if(r, yes, done)
            self.start(yes)
            self.emit("st." + width, p, 0, a[2])
            self.jump(done)
            self.start(done)
            return [[r]]
        if what == "Add":
            new = self.op("add." + width, kind, old, a[1])
            self.emit("st." + width, p, 0, new)
            return [[new]]
        self.emit("st." + width, p, 0, self.op(f"{what.lower()}.{kind}", kind, old, a[1]))
        return [[old]]


def data_symbol(name: str) -> Sym:
    """The address of a variable of package runtime."""
    return Sym("runtime." + name)


EXPR[tree.CallExpr] = Calls.call
