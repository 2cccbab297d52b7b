"""The functions that are assembly in Go: built by hand as IR, because they switch stacks, begin or end walks, or call
with a frame whose size is known only at run time.

A function that is only a return pc (goexit, morestack, systemstack_return) is entered behind its ``enter``: the pc
that others store is
``entry + 1``, so a lookup of pc - 1 finds the function and its entry map.
"""

from __future__ import annotations

from collections.abc import Callable

from morestack.compiler.ir import Arg, Block, Func, Instr, K, Out, Reg, Sym
from morestack.vm.image import CLOSURE, INLINED, NATIVE, NOSPLIT, TOPFRAME, WRAPPER

FILE = "asm_amd64.s"  # where Go keeps them; traces of runtime frames show it
CALL_SIZES = (16, 32, 64, 128, 256, 512, 1024, 4096, 1 << 14, 1 << 16, 1 << 18, 1 << 20)  # bytes of the outgoing area of runtime.callN
POINTER_WORD = 8


def _func(
    name: str, instrs: list[Instr], flags: int = NOSPLIT, params: int = 0, ptrs: tuple[int, ...] = (), out: int = 0
) -> Func:
    block = Block(0)
    block.instrs = instrs
    return Func(
        name,
        FILE,
        1,
        [block],
        flags | (NOSPLIT if not out else 0),
        arg_words=params,
        param_words=params,
        arg_ptrs=ptrs,
        min_out=out,
    )


def _closure_argument(op: str, then: list[Instr]) -> Callable[[str], Func]:
    """fn := argument 0; op fn; then."""

    def build(name: str) -> Func:
        fn = Reg(0, "i", True)
        return _func(name, [Instr("mov.i", (fn, Arg(0))), Instr(op, (fn,)), *then], params=1, ptrs=(0,))

    return build


def _calls(callee: str) -> Callable[[str], Func]:
    """The end of a walk: calls a function that does not return."""

    def build(name: str) -> Func:
        return _func(name, [Instr("call", (callee,)), Instr("trap", (1,))], NOSPLIT | TOPFRAME)

    return build


def _only_pc(op: str, operands: tuple[object, ...], flags: int, params: int = 0) -> Callable[[str], Func]:
    def build(name: str) -> Func:
        return _func(name, [Instr(op, operands)], NOSPLIT | flags, params, (0,) if params else ())

    return build


def _rt0_go(name: str) -> Func:
    """schedinit; newproc(main); mstart."""
    return _func(
        name,
        [
            Instr("call", ("runtime.schedinit",)),
            Instr("mov.i", (Out(0), Sym("runtime.main·f"))),
            Instr("call", ("runtime.newproc",)),
            Instr("call", ("runtime.mstart",)),
            Instr("trap", (1,)),
        ],
        NOSPLIT | TOPFRAME,
        out=1,
    )


def _passes(first: int) -> list[Instr]:
    """runtime.panicpasses(getcallersp(), getsp()); with two registers from number ``first`` on."""
    argp, sp = Reg(first, "i"), Reg(first + 1, "i")
    return [
        Instr("getcallersp", (argp,)),
        Instr("getsp", (sp,)),
        Instr("mov.i", (Out(0), argp)),
        Instr("mov.i", (Out(1), sp)),
        Instr("call", ("runtime.panicpasses",)),
    ]


def _reflectcall(name: str) -> Func:
    """Hands its four arguments (fn, frame, argsize, retoffset) to the smallest runtime.callN that fits. In Go it jumps
    there: traces show only callN."""
    fn, frame, size, ret = Reg(0, "i", True), Reg(1, "i", True), Reg(2, "i"), Reg(3, "i")
    entry = Block(0)
    entry.instrs = [Instr("mov.i", (r, Arg(j))) for j, r in enumerate((fn, frame, size, ret))]
    entry.instrs += _passes(4)
    blocks = [entry]
    block = entry
    for n, limit in enumerate(CALL_SIZES):
        fits, more = Block(2 * n + 1), Block(2 * n + 2)
        block.instrs += [Instr("jle.i", (size, K(limit), fits)), Instr("jmp", (more,))]
        fits.instrs = [Instr("mov.i", (Out(j), r)) for j, r in enumerate((fn, frame, size, ret))]
        fits.instrs += [Instr("call", (f"runtime.call{limit}",)), Instr("ret", ())]
        blocks += [fits, more]
        block = more
    block.instrs = [Instr("call", ("runtime.badreflectcall",)), Instr("trap", (2,))]
    return Func(name, FILE, 1, blocks, INLINED, arg_words=4, param_words=4, arg_ptrs=(0, 1), min_out=4)


def _call_sized(name: str) -> Func:
    """Copies the frame's words out, calls the closure, copies the results back."""
    limit = int(name.removeprefix("runtime.call"))
    fn, frame, size, ret = Reg(0, "i", True), Reg(1, "i", True), Reg(2, "i"), Reg(3, "i")
    out, back, source, target, rest = (
        Reg(4, "i", True),
        Reg(5, "i", True),
        Reg(6, "i", True),
        Reg(7, "i", True),
        Reg(8, "i"),
    )
    block = Block(0)
    block.instrs = [
        *(Instr("mov.i", (r, Arg(j))) for j, r in enumerate((fn, frame, size, ret))),
        *_passes(9),
        Instr("lea", (out, Out(0), 0)),
        Instr("memmove", (out, frame, size)),
        Instr("callclosure", (fn,)),
        Instr("lea", (back, Out(0), 0)),
        Instr("index", (source, back, ret, 1)),
        Instr("index", (target, frame, ret, 1)),
        Instr("sub.i64", (rest, size, ret)),
        Instr("memmove", (target, source, rest)),
        Instr("ret", ()),
    ]
    return Func(
        name, FILE, 1, [block], WRAPPER, arg_words=4, param_words=4, arg_ptrs=(0, 1), min_out=limit // POINTER_WORD
    )


def _reflect_stub(callee: str) -> Callable[[str], Func]:
    """The code of a func value that reflect made: callee(closure, address of the arguments). Nosplit, because the
    pointers among its arguments are known only to the closure, which a walk finds in the first outgoing word."""

    def build(name: str) -> Func:
        ctx, frame = Reg(0, "i", True), Reg(1, "i", True)
        instrs = [
            Instr("getctx", (ctx,)),
            Instr("lea", (frame, Arg(0), 0)),
            Instr("mov.i", (Out(0), ctx)),
            Instr("mov.i", (Out(1), frame)),
            Instr("call", (callee,)),
            Instr("ret", ()),
        ]
        return _func(name, instrs, NOSPLIT | WRAPPER | CLOSURE, out=2)

    return build


STUBS: dict[str, Callable[[str], Func]] = {
    "runtime.systemstack": _closure_argument("systemstack", [Instr("ret", ())]),
    "runtime.systemstack_switch": _only_pc("trap", (3,), 0, 1),  # the frame of systemstack, as a saved pc shows it
    "runtime.systemstack_return": _only_pc("systemstackret", (), TOPFRAME),
    "runtime.mcall": _closure_argument("mcall", [Instr("ret", ())]),
    "runtime.gogo": _closure_argument("gogo", []),
    "runtime.goexit": _calls("runtime.goexit1"),
    "runtime.mstart": _calls("runtime.schedule"),
    "runtime.morestack": _only_pc("trap", (4,), TOPFRAME),
    "runtime.rt0_go": _rt0_go,
    "runtime.reflectcall": _reflectcall,
    **{f"runtime.call{n}": _call_sized for n in CALL_SIZES},
    "reflect.makeFuncStub": _reflect_stub("reflect.callReflect"),
}


def stub(name: str, folder: str = "") -> Func:
    """The IR of a function of STUBS; ``folder`` is that of its package."""
    f = STUBS[name](name)
    f.file = f"{folder}/{FILE}" if folder else FILE
    return f


def native(name: str, arg_words: int, param_words: int, arg_ptrs: tuple[int, ...]) -> Func:
    """A function whose body is the host's: native; ret."""
    f = _func(name, [Instr("native", (name,)), Instr("ret", ())], NOSPLIT | NATIVE)
    f.arg_words, f.param_words, f.arg_ptrs = arg_words, param_words, arg_ptrs
    return f
