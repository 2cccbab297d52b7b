"""Functions that exist in no source: methods promoted through embedded fields, value methods called through pointers,
method expressions, and method values (-fm).

All have the flag WRAPPER: traces leave them out, and a recover in what they call counts as called by the deferred call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from morestack.compiler import ir, types
from morestack.compiler.build_call import Callee
from morestack.compiler.build_closure import empty_func
from morestack.compiler.build_func import FunctionBuilder, prune
from morestack.compiler.build_scan import FnInfo, interface_method, path_type
from morestack.compiler.build_shape import Abi, abi_of, make_abi, shape, struct_of
from morestack.compiler.build_shell import Place, Value
from morestack.compiler.ir import Arg
from morestack.compiler.types import Func, Named, Pointer, Selection, Signature, Type
from morestack.vm import image

if TYPE_CHECKING:
    from morestack.compiler.build import Builder


def method_symbol(recv: Type, m: Func) -> str:
    """The linked name of a method of recv: path.T.M, path.(*T).M, or with the key of a type without name."""
    base, pointer = types.deref(recv)
    if type(base) is Named:
        obj = base.obj
        name = obj.name + (f"·{base.number}" if base.number else "")
        where = obj.pkg.path + "." if obj.pkg is not None else ""
        return f"{where}(*{name}).{m.name}" if pointer else f"{where}{name}.{m.name}"
    return f"go:{types.key(recv)}.{m.name}"


def is_declared_on(recv: Type, sel: Selection) -> bool:
    """Is the selected method declared with receiver type recv itself?"""
    m = sel.obj
    sig = m.type
    assert isinstance(sig, Signature)
    return len(sel.path) == 1 and not interface_method(m) and types.identical(sig.recv.type, recv)  # type: ignore[arg-type, union-attr]


class WrapperBuilder(FunctionBuilder):
    """Builds a forwarding function."""

    def take_arguments(self, abi: Abi) -> list[Value]:
        out: list[Value] = []
        for t, at in abi.params:
            s = shape(t)
            if s.flat:
                regs = self.regs(s)
                for j, r in enumerate(regs):
                    self.emit("mov." + r.kind, r, Arg(at + j))
                out.append(regs)  # type: ignore[arg-type]
            else:
                place = Place(self.mem_of(t, "arg"))
                self.copy(place, Place(Arg(at)), s.size)
                out.append(place)
        return out

    def forward(self, recv: Value, t: Type, sel: Selection, args: list[Value], panicwrap: bool) -> ir.Func:
        """Call the selected method on recv, of type t, with args, and return its results."""
        m = sel.obj
        sig = m.type
        assert isinstance(sig, Signature) and isinstance(m, Func)
        path = sel.path[:-1]
        v = self.walk(recv, t, path)
        last = path_type(t, path)
        if interface_method(m):
            vals = self.load(v, last) if type(v) is Place else v
            callee = self.interface_callee(vals, last, m, sig)  # type: ignore[arg-type]
            call = [callee.recv, *args]
        else:
            callee = Callee(abi_of(sig, sig.recv.type), self.program.func_name(m))  # type: ignore[union-attr]
            call = [self.adapt(v, last, m, panicwrap), *args]
        results = self.emit_call(callee, call)  # type: ignore[arg-type]
        self.store_results(results)
        return self.finish_wrapper()

    def adapt(self, v: Value, t: Type, m: Func, panicwrap: bool) -> Value:
        """The receiver as the method wants it."""
        pointer = types.deref(t)[1]
        if types.ptr_recv(m) and not pointer:
            return [self.address(self.spill_place(t, v))]
        vals = self.load(v, t) if type(v) is Place and shape(t).flat else v
        if not pointer or types.ptr_recv(m):
            return vals
        assert isinstance(vals, list) and isinstance(t, Pointer)
        p = vals[0]
        if panicwrap:
            good, bad = self.new_block(), self.new_block()
            self.emit("br", p, good)
            self.jump(bad)
            self.start(bad)
            self.rt("panicwrap", ":")
            self.emit("trap", 0)
            self.start(good)
            self.nonnil.add(p)  # type: ignore[arg-type]
        place = self.deref(p)
        return self.load(place, t.elem) if shape(t.elem).flat else place


def _start(program: Builder, name: str, abi: Abi, pos: int) -> WrapperBuilder:
    info = FnInfo(name, None, types.Signature(None, types.Tuple(), types.Tuple()), None, None)
    b = WrapperBuilder(program, info, empty_func(name, None, program, pos, abi))
    b.setup_control()
    b.abi = abi
    return b


def method_wrapper(program: Builder, name: str, recv: Type, sel: Selection) -> ir.Func:
    """A method of recv's method set that is declared on another type."""
    sig = sel.obj.type
    assert isinstance(sig, Signature)
    abi = abi_of(sig, recv)
    b = _start(program, name, abi, 0)
    args = b.take_arguments(abi)
    b.adjust_panic()
    direct = len(sel.path) == 1
    return b.forward(args[0], recv, sel, args[1:], direct)


def method_value(program: Builder, name: str, m: Func, t: Type) -> ir.Func:
    """x.M as a func value: the receiver, of type t, is in the closure object."""
    sig = m.type
    assert isinstance(sig, Signature)
    abi = abi_of(Signature(None, sig.params, sig.results, sig.variadic))
    b = _start(program, name, abi, m.pos)
    b.func.flags |= image.CLOSURE
    held = b.unpack(struct_of(("F", types.UINTPTR_TYPE), ("R", t)), 1)
    args = b.take_arguments(abi)
    b.adjust_panic()
    index = 0
    sel = Selection("method", t, m, (index,), False)
    return b.forward(held[0], t, sel, args, False)


def interface_expr(program: Builder, name: str, t: Type, sel: Selection) -> ir.Func:
    """I.M as a function of an interface value."""
    return method_wrapper(program, name, t, sel)


def intrinsic_body(program: Builder, name: str, sig: Signature) -> ir.Func:
    """A function whose body is the operation that its calls are replaced by."""
    abi = make_abi([v.type for v in sig.params.vars], [v.type for v in sig.results.vars])
    b = _start(program, name, abi, 0)
    b.func.flags = image.NOSPLIT
    args = b.take_arguments(abi)
    b.store_results(b.intrinsic(name, abi, args))
    b.emit("ret")
    prune(b.func)
    return b.func
