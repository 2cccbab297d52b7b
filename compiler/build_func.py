"""A whole function: its entry (parameters, captured variables, results), its body, its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from morestack.compiler import ir, tree, types
from morestack.compiler.build_closure import empty_func
from morestack.compiler.build_control import Control
from morestack.compiler.build_scan import FnInfo, is_local
from morestack.compiler.build_shape import abi_of, field_offset, make_abi, shape
from morestack.compiler.build_shell import Operand, Place, Value
from morestack.compiler.escape import closure_type
from morestack.compiler.ir import Arg, Block
from morestack.compiler.types import Struct, Type, Var
from morestack.vm import image

if TYPE_CHECKING:
    from morestack.compiler.build import Builder

PRAGMA_FLAGS = {"nosplit": image.NOSPLIT, "systemstack": image.SYSTEMSTACK}
NAMED_FLAGS = {"reflect.callReflect": image.WRAPPER}  # cmd/compile/internal/ssagen/abi.go, for the assembler's wrappers


class FunctionBuilder(Control):
    """Builds one ir.Func."""

    def build(self) -> ir.Func:
        """The function of self.fn."""
        fn, func = self.fn, self.func
        self.setup_control()
        sig = fn.sig
        recv = sig.recv.type if sig.recv is not None else None
        self.abi = abi_of(sig, recv)
        self.set_abi(self.abi)
        if fn.captures:
            func.flags |= image.CLOSURE
            self.captured()
        self.parameters()
        self.result_pointers: dict[Var, Place] = {}
        if fn.defers:
            func.flags |= image.HAS_DEFER
            self.epilogue, self.epilogue_tail = self.new_block(), self.new_block()
        self.results()
        if fn.body is not None:
            self.stmts(fn.body.list)
            self.pos = fn.body.rbrace
        self.end()
        return func

    def set_abi(self, abi: Any) -> None:
        func = self.func
        func.arg_words, func.param_words = abi.words, abi.param_words
        func.arg_ptrs, func.result_ptrs = abi.arg_ptrs, abi.result_ptrs

    def captured(self) -> None:
        """Captured values in registers, captured variables by their addresses."""
        ctx = self.ptr_op("getctx")
        self.nonnil.add(ctx)
        t = closure_type(self.fn)
        for i, v in enumerate(self.fn.captures):
            place = Place(ctx, field_offset(t, i + 1))
            if v.ext.byval:
                self.vars[v] = self.load(place, v.type) if shape(v.type).flat else place
            else:
                p = self.load(place, types.UNSAFE_POINTER_TYPE)[0]
                self.vars[v] = Place(p)

    def parameters(self) -> None:
        """Take the parameters from the argument area into their storage."""
        later: list[tuple[Var, Value]] = []
        for v, (t, at) in zip(self.fn.params(), self.abi.params, strict=True):
            if v.name in ("", "_") or not is_local(v):
                continue
            s = shape(t)
            if s.flat:
                regs = self.regs(s, v.name)
                for j, r in enumerate(regs):
                    self.emit("mov." + r.kind, r, Arg(at + j))
                if not v.ext.escapes and not self.in_memory(v):
                    self.vars[v] = regs
                else:
                    later.append((v, regs))  # type: ignore[arg-type]
            else:
                place = Place(self.mem_of(t, v.name))
                self.copy(place, Place(Arg(at)), s.size)
                if v.ext.escapes:
                    later.append((v, place))
                else:
                    self.vars[v] = place
        for v, x in later:
            self.declare(v, x)

    def results(self) -> None:
        """Give the results storage. With defers it must outlive a panic: frame memory, or for those in the heap a
        pointer in frame memory."""
        for v in self.fn.sig.results.vars:
            if self.epilogue is not None and not v.ext.escapes:
                place = Place(self.mem_of(v.type, v.name or "result"))
                self.vars[v] = place
                self.clear(place, shape(v.type).size)
            elif self.epilogue is not None:
                self.declare(v, None)
                held = Place(self.mem(1, (0,), v.name + ".ptr"))
                self.store(held, types.UNSAFE_POINTER_TYPE, [self.vars[v].base])
                self.result_pointers[v] = held
            elif v.name:
                self.declare(v, None)

    def end(self) -> None:
        """The code behind the last statement."""
        if self.epilogue is None:
            vals = [self.vars.get(r) for r in self.fn.sig.results.vars]
            if all(v is not None for v in vals):
                self.store_results(vals)  # type: ignore[arg-type]
                self.emit("ret")
            else:
                self.emit("trap", 0)
        else:
            self.jump(self.epilogue)
            self.start(self.epilogue)
            self.func.deferreturn = self.epilogue
            self.pos = self.fn.body.rbrace if self.fn.body is not None else self.pos
            self.emit("call", "runtime.deferreturn")
            self.jump(self.epilogue_tail)
            self.start(self.epilogue_tail)
            for v, held in self.result_pointers.items():
                self.vars[v] = Place(self.load(held, types.UNSAFE_POINTER_TYPE)[0])
            self.store_results([self.vars[r] for r in self.fn.sig.results.vars])
            self.emit("ret")
        self.func.end_pos = self.pos
        prune(self.func)

    def finish_wrapper(self) -> ir.Func:
        self.emit("ret")
        prune(self.func)
        return self.func


def prune(func: ir.Func) -> None:
    """Drop unreachable blocks; every block that stays ends in a terminator."""
    roots = [func.blocks[0]]
    if func.deferreturn is not None:
        roots.append(func.deferreturn)
    seen: set[Block] = set(roots)
    work = list(roots)
    facts = ir.FACTS
    while work:
        block = work.pop()
        instrs = block.instrs
        for i, ins in enumerate(instrs):
            f = facts[ins.op]
            if f.label >= 0:
                target = ins.args[f.label]
                if target not in seen:
                    seen.add(target)  # type: ignore[arg-type]
                    work.append(target)  # type: ignore[arg-type]
            if f.terminator:
                del instrs[i + 1 :]
                break
    func.blocks = [b for b in func.blocks if b in seen]
    if func.deferreturn is not None and func.deferreturn not in seen:
        func.deferreturn = None


def build_function(program: Builder, fn: FnInfo) -> ir.Func:
    """The IR of a scanned and analysed function body."""
    node = fn.node
    pos = node.pos
    file, line = program.place(pos)
    func = ir.Func(fn.name, file, line)
    func.pos = pos
    pragmas = node.pragmas if type(node) is tree.FuncDecl else ()
    for p in pragmas:
        func.flags |= PRAGMA_FLAGS.get(p, 0)
    func.flags |= NAMED_FLAGS.get(func.name, 0)
    return FunctionBuilder(program, fn, func).build()


def build_wrapper(
    program: Builder, name: str, fn: FnInfo, pos: int, t: Struct, body: Callable[[Any, list[Value]], None], count: int
) -> ir.Func:
    """The function of a go or defer statement's closure: unpack what it holds, then body."""
    func = empty_func(name, fn, program, pos)
    b = FunctionBuilder(program, _wrapper_info(name, fn), func)
    b.abi = make_abi([], [])
    b.setup_control()
    if count:
        func.flags |= image.CLOSURE
    vals = b.unpack(t, count)
    b.adjust_panic()
    body(b, vals)
    return b.finish_wrapper()


def _wrapper_info(name: str, fn: FnInfo) -> FnInfo:
    """Facts for code that has no source of its own: those of the function around it."""
    info = FnInfo(name, None, _NO_SIGNATURE, None, None)
    info.callful = set()
    info.stack_boxes = fn.stack_boxes
    return info


_NO_SIGNATURE = types.Signature(None, types.Tuple(), types.Tuple())

__all__ = ["FunctionBuilder", "Operand", "Type", "build_function", "build_wrapper", "prune"]
