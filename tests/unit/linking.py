"""A provider over hand-written IR, with a small package runtime, for the tests of the linker and its neighbours."""

from __future__ import annotations

from morestack.compiler import ir, types
from morestack.compiler.ir import Block, Func, Instr
from morestack.compiler.source import FileSet
from morestack.compiler.types import Named, Pointer, Slice, Struct, Type, TypeName, Var

_FIELDS = {
    "_type": "size:uptr ptrdata:uptr hash:u32 tflag:u8 align:u8 fieldalign:u8 kind:u8 gcdata:*u8 str:str "
    "ptrToThis:*u8 uncommon:*u8",
    "uncommontype": "pkgpath:str name:str methods:[]u8",
    "method": "name:str pkgpath:str mtyp:*u8 ifn:uptr tfn:uptr",
    "imethod": "name:str pkgpath:str typ:*u8",
    "interfacetype": "typ:_type pkgpath:str methods:[]u8",
    "arraytype": "typ:_type elem:*u8 slice:*u8 len:uptr",
    "chantype": "typ:_type elem:*u8 dir:uptr",
    "functype": "typ:_type in:[]u8 out:[]u8 variadic:bool",
    "maptype": "typ:_type key:*u8 elem:*u8 entry:*u8 elemoff:uptr flags:uptr",
    "ptrtype": "typ:_type elem:*u8",
    "slicetype": "typ:_type elem:*u8",
    "structtype": "typ:_type pkgpath:str fields:[]u8",
    "structfield": "name:str pkgpath:str typ:*u8 tag:str offset:uptr embedded:bool",
    "itab": "inter:*u8 typ:*u8 hash:u32 _:u32 fun:uptr",
    "_func": "entry:u32 end:u32 frame:u32 args:u32 flags:u32 line:u32 deferreturn:u32 params:u32 objects:u32 name:str file:str",
    "inlinedCall": "parent:u32 line:u32 name:str file:str",
    "moduledata": "data:uptr edata:uptr bss:uptr ebss:uptr gcdata:*u8 ftab:[]u8 pcfunc:[]u8 pcline:[]u8 "
    "pcmap:[]u8 pcinl:[]u8 stackmaps:[]u8 inltree:[]u8 types:[]u8 itabs:[]u8",
    "stack": "lo:uptr hi:uptr",
    "gobuf": "sp:uptr pc:uptr g:*u8 ctxt:*u8 ret:uptr",
    "g": "stack:stack stackguard0:uptr m:*u8 sched:gobuf sig:u32 sigcode0:uptr sigcode1:uptr sigpc:uptr goid:uptr "
    "movedpc:uptr",
    "schedt": "runqhead:*u8 runqtail:*u8 runnext:*u8 runqsize:uptr",
    "m": "g0:*u8 morebuf:gobuf curg:*u8 schedtick:uptr",
}
_BASIC: dict[str, Type] = {
    "uptr": types.UINTPTR_TYPE,
    "u32": types.UINT32_TYPE,
    "u8": types.UINT8_TYPE,
    "str": types.STRING_TYPE,
    "bool": types.BOOL_TYPE,
    "*u8": Pointer(types.UINT8_TYPE),
    "[]u8": Slice(types.UINT8_TYPE),
}
RUNTIME = types.Package("runtime", "runtime")


def runtime_type(name: str) -> Type:
    """The struct of that name in the small package runtime."""
    fields = []
    for part in _FIELDS[name].split():
        field, _, kind = part.partition(":")
        fields.append(Var(0, RUNTIME, field, _BASIC.get(kind) or runtime_type(kind), "field"))
    return Named(TypeName(0, RUNTIME, name, None), Struct(fields))


def block(number: int, *instrs: tuple[object, ...]) -> Block:
    """A block of instructions given as (op, operands ...)."""
    b = Block(number)
    b.instrs = [Instr(str(i[0]), i[1:], 0) for i in instrs]
    return b


class Fake:
    """A provider over dictionaries; functions it lacks are empty ones that return."""

    fset: FileSet | None = None

    def __init__(self, functions: list[Func], variables: list[ir.Data] | None = None) -> None:
        self.functions = {f.name: f for f in functions}
        self.variables = {d.name: d for d in variables or ()}
        self.asked: list[str] = []

    def function(self, name: str) -> Func:
        self.asked.append(name)
        if name in self.functions:
            return self.functions[name]
        if name.startswith("runtime."):
            return Func(name, "runtime.go", 1, [block(0, ("ret",))])
        raise KeyError(name)

    def variable(self, name: str) -> ir.Data | None:
        if name == "runtime.firstmoduledata":
            return ir.Data(name, b"", size=types.size_of(runtime_type("moduledata")), ptrs=(4, 5))
        if name == "runtime.main·f":
            return ir.Data(name, bytes(8), [(0, "pc", "runtime.main", 0)], readonly=True)
        return self.variables.get(name)

    def runtime_type(self, name: str) -> Type:
        return runtime_type(name)

    def method_function(self, recv: Type, method: types.Selection, boxed: bool) -> str:
        base, ptr = types.deref(recv)
        assert isinstance(base, Named)
        name = base.obj.name
        return f"main.(*{name}).{method.name}" if ptr or boxed else f"main.{name}.{method.name}"

    def intrinsic_body(self, name: str) -> Func | None:
        return None
