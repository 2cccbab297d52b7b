"""Typed tree to IR, pulled function by function: what the linker asks for by name is checked, analysed and built then.

    name -> declaration -> (check its body) -> scan -> escape analysis, callees first -> IR

A function's literals and wrappers are built with it and kept until the linker asks for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from morestack.compiler import intrinsics, ir, tree, types, wrappers
from morestack.compiler.build_func import FunctionBuilder, build_function, build_wrapper, prune
from morestack.compiler.build_inline import Template, may_inline, template
from morestack.compiler.build_scan import FnInfo, Scanner, interface_method
from morestack.compiler.build_shape import abi_of, make_abi, shape
from morestack.compiler.build_shell import Place, Value
from morestack.compiler.build_static import NotStatic, Static, operand_data
from morestack.compiler.check import CheckedPackage, resolve
from morestack.compiler.escape import Analysis, Decision, Tags, closure_type
from morestack.compiler.gcinline import GcInliner
from morestack.compiler.ir import Sym
from morestack.compiler.source import FileSet
from morestack.compiler.types import Func, Interface, Named, Selection, Signature, Struct, Type, Var
from morestack.vm import image

INIT_TASK = "main..inittask"
MAIN = "main.main"


@dataclass(slots=True)
class BuildOptions:
    """``go`` is the language version whose loop variables and names count; ``main`` the function runtime.main calls;
    ``inline``: calls of tiny functions are replaced by their bodies (never with the seed's language)."""

    go: str = "1.27"
    main: str = "main.main"
    inline: bool = True


class Kept(Protocol):
    """What is left of earlier compilations of unchanged packages."""

    def tags(self, name: str) -> Tags | None:
        """The escape tags of a function whose code is kept."""

    def init(self, path: str) -> tuple[bool, list[ir.Data]] | None:
        """Whether a package's variables need code, and the data of the others."""


class UnknownFunction(KeyError):
    """No function of that linked name."""


@dataclass(slots=True)
class Declared:
    """A declared function and where it comes from."""

    package: CheckedPackage
    decl: tree.FuncDecl
    name: str


class PackageInit:
    """The initialisers of a package: which are laid out as data, and the rest in order."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.code: list[tuple[list[Var], tree.Expr, FnInfo]] = []
        self.functions: list[str] = []  # init.0, init.1 ...
        self.data: list[ir.Data] = []  # what is laid out
        self.has_code = False
        self.kept = False


class Builder:
    """The front half's answer to the linker."""

    def __init__(self, packages: dict[str, CheckedPackage], options: BuildOptions, fset: FileSet | None) -> None:
        self.packages = packages
        self.options = options
        self.fset = fset
        self.go14 = options.go == "1.4"
        self.declared: dict[str, Declared] = {}
        self.inits: dict[str, list[str]] = {}
        self.var_names: dict[tuple[str, str], str] = {}
        self.made: dict[str, ir.Func] = {}
        self.templates: dict[str, Template | None] = {}
        self.globals: dict[str, Var] = {}
        self.data: dict[str, ir.Data] = {}
        self.wrapper_makers: dict[str, Callable[[], ir.Func]] = {}
        self.inliner = GcInliner(self, self.go14)
        self.analysis = Analysis(self)
        self.infos: dict[tree.FuncDecl, FnInfo] = {}
        self.strings: dict[bytes, ir.Data] = {}
        self.literal_numbers: dict[str, dict[tree.FuncLit, int]] = {}  # as the seed names function literals
        self.package_inits: dict[str, PackageInit] = {}
        self.temps: dict[str, int] = {}
        self.kept: Kept | None = None  # what earlier compilations left: set by the driver
        self.fun_offset = -1
        self.current = ""
        for path, package in packages.items():
            self._declare(path, package)

    # -- names

    def _declare(self, path: str, package: CheckedPackage) -> None:
        inits: list[str] = []
        for decl in package.func_decls:
            name = self._decl_name(path, decl)
            if decl.recv is None and decl.name.name == "init":
                name = f"{path}.init.{len(inits)}" if not self.go14 else f"{path}.init·{len(inits) + 1}"
                inits.append(name)
            elif decl.name.name == "_":
                continue
            elif decl.body is None and not package.trusted:
                continue  # another package must have what it is linked to
            entry = Declared(package, decl, name)
            if decl.body is not None or name not in self.declared:
                self.declared[name] = entry
        self.inits[path] = inits
        for f in package.files:
            for local, symbol in f.linknames.items():
                self.var_names[(path, local)] = symbol
        for obj in package.types_pkg.scope.names.values():
            if type(obj) is Var:
                self.globals[self.global_name(obj)] = obj

    def _decl_name(self, path: str, decl: tree.FuncDecl) -> str:
        if decl.linkname:
            return decl.linkname
        if decl.recv is None:
            return f"{path}.{decl.name.name}"
        x = tree.unparen(decl.recv.list[0].type_expr)
        if type(x) is tree.StarExpr:
            base = tree.unparen(x.x)
            assert type(base) is tree.Ident
            return f"{path}.(*{base.name}).{decl.name.name}"
        assert type(x) is tree.Ident
        return f"{path}.{x.name}.{decl.name.name}"

    def func_name(self, f: Func) -> str:
        """The linked name of a declared function or method."""
        name = f.ext
        if name is None:
            node = f.node
            if node is not None and f.pkg is not None:
                name = self._decl_name(f.pkg.path, node)
            else:
                name = f.link_name()
            f.ext = name
        return name  # type: ignore[no-any-return]

    def global_name(self, v: Var) -> str:
        """The symbol of a package variable."""
        assert v.pkg is not None
        return self.var_names.get((v.pkg.path, v.name)) or f"{v.pkg.path}.{v.name}"

    def place(self, pos: int) -> tuple[str, int]:
        """File and line of a position."""
        if self.fset is None or not pos:
            return "<autogenerated>", 1
        p = self.fset.position(pos)
        return p.path, p.line

    def position_text(self, pos: int) -> str:
        """A position for messages."""
        text = self.fset.position_text(pos) if self.fset is not None else str(pos)
        return f"{text} (in {self.current})"

    # -- what the escape analysis asks

    def entry(self, f: Func) -> Declared | None:
        """The declaration with a body that calls of f reach."""
        entry = self.declared.get(self.func_name(f))
        return entry if entry is not None and entry.decl.body is not None else None

    def info(self, f: Func) -> FnInfo | None:
        """The scanned body of f."""
        if interface_method(f):
            return None
        entry = self.entry(f)
        return self.scan(entry) if entry is not None else None

    def scan(self, entry: Declared) -> FnInfo:
        """Check and scan a declaration once."""
        decl = entry.decl
        info = self.infos.get(decl)
        if info is None:
            entry.package.check_body(decl)
            obj = decl.obj
            info = self.infos[decl] = FnInfo(entry.name, decl, obj.type, None, obj)
            self.scanner(entry.package.types_pkg.path).function(info)
        return info

    def scanner(self, path: str) -> Scanner:
        """A scanner whose literals are numbered within the package (for the seed's names)."""

        if self.go14 and path not in self.literal_numbers:
            self.literal_numbers[path] = _seed_numbers(self.packages[path].files)
        return Scanner(self.literal_numbers.get(path))

    def harmless(self, f: Func) -> bool:
        """f has no Go body and keeps none of its arguments."""
        name = self.func_name(f)
        if intrinsics.is_intrinsic(name):
            return name not in intrinsics.LEAKS
        node = f.node
        return name in intrinsics.HARMLESS or (node is not None and "noescape" in node.pragmas)

    def literal_type(self, fn: FnInfo) -> Type:
        """The struct type of a literal's closure object."""
        return closure_type(fn)

    def decisions(self) -> Iterable[tuple[str, Decision]]:
        """(function, line of the report) for all functions analysed so far."""
        for fn, rows in self.analysis.decisions.items():
            for d in rows:
                yield fn.name, d

    def known_tags(self, f: Func) -> Tags | None:
        """The tags of a function that need not be analysed, because it is kept."""
        return self.kept.tags(self.func_name(f)) if self.kept is not None else None

    # -- what the cache of compiled packages asks

    def owner(self, name: str) -> str | None:
        """The package that declares a function; None for one that is not declared."""
        entry = self.declared.get(name)
        return entry.package.types_pkg.path if entry is not None else None

    def escape_tags(self, name: str) -> Tags | None:
        """The tags of a declared function that was analysed."""
        entry = self.declared.get(name)
        return self.analysis.tags.get(entry.decl.obj) if entry is not None else None

    def fresh_inits(self) -> dict[str, tuple[bool, list[ir.Data]]]:
        """Whether the variables of a package need code, and the data of the others; of packages looked at now."""
        return {path: (init.has_code, init.data) for path, init in self.package_inits.items() if not init.kept}

    def package(self, path: str) -> types.Package:
        """A package of the program."""
        return self.packages[path].types_pkg

    # -- functions

    def function(self, name: str) -> ir.Func:
        """The IR of a function by its linked name; without blocks if it has no Go body. Raises UnknownFunction."""
        func = self.made.get(name)
        if func is not None:
            return func
        self.current = name
        maker = self.wrapper_makers.get(name)
        if maker is not None:
            func = self.made[name] = maker()
            return func
        if name == INIT_TASK:  # package runtime declares it without a body
            func = self.made[name] = self._init_task()
            return func
        if name == MAIN and self.options.main != name:
            func = self.made[name] = self._other_main()
            return func
        entry = self.declared.get(name)
        if entry is not None:
            return self._function(entry)
        path, dot, last = name.rpartition(".")
        if dot and last == "init" and path in self.packages:
            func = self.made[name] = self._init_function(self.package_init(path))
            return func
        raise UnknownFunction(name)

    def _function(self, entry: Declared) -> ir.Func:
        decl = entry.decl
        if decl.body is None:
            resolve(decl.obj)
            sig = decl.obj.type
            assert isinstance(sig, Signature)
            abi = abi_of(sig, sig.recv.type if sig.recv is not None else None)
            file, line = self.place(decl.pos)
            return ir.Func(
                entry.name, file, line, arg_words=abi.words, param_words=abi.param_words, arg_ptrs=abi.arg_ptrs,
                result_ptrs=abi.result_ptrs, pos=decl.pos,
            )  # fmt: skip
        info = self.scan(entry)
        self.analysis.solve(info)
        self.build_unit(info)
        return self.made[entry.name]

    def build_unit(self, info: FnInfo) -> None:
        """Build a function with all its literals."""
        for fn in info.all:
            self.current = fn.name
            if fn.node is not None:
                func = self.made[fn.name] = build_function(self, fn)
                plain = type(fn.node) is tree.FuncDecl and not fn.name.endswith(ir.INLINED)
                if plain and self.options.inline and not self.go14 and may_inline(fn.node):
                    recv = fn.sig.recv.type if fn.sig.recv is not None else None
                    self.templates[fn.name] = template(func, abi_of(fn.sig, recv))

    # -- what gc inlines

    def called(self, caller: FnInfo, call: tree.CallExpr, name: str) -> str:
        """The linker's name of what a call of the declared function ``name`` calls: a copy, if gc inlines it and that
        shows."""
        if not caller.top.name.startswith("main."):
            return name
        callee = self.inliner.inlines(call)
        if type(callee) is not Func or self.func_name(callee) != name:
            return name
        info = self.info(callee)
        if info is None or not (self.go14 or (caller.inliteral and self.inliner.names_change(info))):
            return name
        return self._inlined(info, True)

    def called_literal(self, caller: FnInfo, call: tree.CallExpr) -> FnInfo | None:
        """The copy of the function literal of ``caller`` that a call calls, if gc inlines it and that shows."""
        if self.go14 or caller.inliteral or not caller.top.name.startswith("main."):
            return None
        callee = self.inliner.inlines(call)
        fn = caller.closures.get(callee) if type(callee) is tree.FuncLit else None
        if fn is None or not self.inliner.names_change(fn):
            return None
        self._inlined(fn, False)
        return fn

    def _inlined(self, fn: FnInfo, inliteral: bool) -> str:
        """Prepare the copy of fn."""
        name = fn.name + ir.INLINED

        def make() -> ir.Func:
            self.analysis.solve(fn.top)
            self.build_unit(fn.inlined_copy(name, inliteral))
            func = self.made[name]
            if self.go14:
                func.flags |= image.INLINED
            return func

        if name not in self.made:
            self.wrapper_makers[name] = make
        return name

    def make_wrapper(
        self, name: str, fn: FnInfo, pos: int, t: Struct, body: Callable[[Any, list[Value]], None], count: int
    ) -> None:
        """Build the function of a go or defer statement."""
        self.made[name] = build_wrapper(self, name, fn, pos, t, body, count)

    def template(self, name: str) -> Template | None:
        """The body to put in place of calls of a function, if it is tiny; it is built now if it may be. Never main's: the
        code of runtime.main, which calls it, is kept for other programs."""
        if name == MAIN:
            return None
        if name in self.templates:
            return self.templates[name]
        entry = self.declared.get(name)
        if entry is None or not self.options.inline or self.go14 or name in self.made or not may_inline(entry.decl):
            self.templates[name] = None
            return None
        self.templates[name] = None  # for calls of itself
        current = self.current
        self.function(name)
        self.current = current
        return self.templates[name]

    def is_stub(self, v: object) -> bool:
        """Is v the func value of a function without a body of its own?"""
        if type(v) is not Sym:
            return False
        return intrinsics.is_intrinsic(v.name.removesuffix("·f"))

    # -- wrappers

    def method_function(self, recv: Type, method: Selection, boxed: bool) -> str:
        """The function of a method of recv's method set; boxed: the one that takes an interface's data word."""
        if boxed and not types.is_pointer_shaped(recv):
            recv = types.Pointer(recv)
        return self.wrapper(recv, method)

    def wrapper(self, recv: Type, sel: Selection) -> str:
        """The function of the selected method with receiver type recv, made if it isn't declared."""
        m = sel.obj
        assert isinstance(m, Func)
        resolve(m)
        if wrappers.is_declared_on(recv, sel):
            return self.func_name(m)
        name = wrappers.method_symbol(recv, m)
        if name not in self.wrapper_makers and name not in self.declared:
            self.wrapper_makers[name] = lambda: wrappers.method_wrapper(self, name, recv, sel)
        return name

    def method_expr(self, sel: Selection) -> str:
        """The function that T.M denotes."""
        return self.wrapper(sel.recv, sel)

    def method_value_wrapper(self, m: Func, t: Type) -> str:
        """The function of the closure that x.M makes, x of type t."""
        if interface_method(m):
            name = wrappers.method_symbol(t, m) + "-fm"
        else:
            name = self.func_name(m) + "-fm"
        if name not in self.wrapper_makers:
            self.wrapper_makers[name] = lambda: wrappers.method_value(self, name, m, t)
        return name

    def intrinsic_body(self, name: str) -> ir.Func | None:
        """A body for a function that calls replace by operations."""
        entry = self.declared.get(name)
        if entry is None or not intrinsics.is_intrinsic(name):
            return None
        resolve(entry.decl.obj)
        return wrappers.intrinsic_body(self, name, entry.decl.obj.type)

    # -- data

    def string_data(self, data: bytes) -> ir.Data:
        """The bytes of a string constant."""
        d = self.strings.get(data)
        if d is None:
            name = "go:string." + data.decode("latin-1")
            d = self.strings[data] = ir.Data(name, data, align=1, readonly=True, dedup=True)
        return d

    def func_data(self, name: str) -> ir.Data:
        """The func value of a function without captures."""
        return ir.Data(name + "·f", bytes(8), [(0, "pc", name, 0)], readonly=True, dedup=True)

    def constant_data(self, t: Type, values: list[Any]) -> ir.Data | None:
        """Read-only data with a constant value of a flat type."""
        parts = [f"{v.name}+{v.addend}" if type(v) is Sym else repr(v.value) for v in values]
        widths = "".join(leaf.width for leaf in shape(t).leaves)
        return operand_data(f"go:const.{widths}.{','.join(parts)}", t, values)

    def static_literal(self, e: tree.CompositeLit, t: Type, owner: str) -> list[ir.Data]:
        """Data to copy the value of a literal of constants from, first, and what it points at; empty: no constants.
        ``owner`` is the function that has the literal."""
        static = Static(self, owner, None, True)
        try:
            d = static.new(self.temp_name(owner), t)
            if type(t.underlying) is types.Struct:
                static.put_elements(d, 0, e, t)
            else:
                assert isinstance(t.underlying, types.Array)
                static.put_array(d, 0, e, t.underlying.elem)
        except NotStatic:
            return []
        d.readonly, d.ptrs = True, ()
        return static.data

    def temp_name(self, prefix: str) -> str:
        """A new name for a compiler-made variable of a package or function."""
        n = self.temps[prefix] = self.temps.get(prefix, 0) + 1
        return f"{prefix}..stmp_{n}"

    def variable(self, name: str) -> ir.Data | None:
        """The data of a package variable, or of what one points at."""
        d = self.data.get(name)
        if d is not None:
            return d
        if name.endswith("·f"):
            return self.func_data(name[:-2])
        v = self.globals.get(name)
        if v is None:
            function = name.removesuffix("·f")
            return self.func_data(function) if function in self.declared and function != name else None
        assert v.pkg is not None
        self.package_init(v.pkg.path)
        d = self.data.get(name)
        if d is None:
            resolve(v)
            s = shape(v.type)
            d = self.data[name] = ir.Data(name, b"", size=s.size, align=max(8, types.align_of(v.type)), ptrs=s.ptrs)
        return d

    # -- types of package runtime

    def runtime_type(self, name: str) -> Type:
        """A type that package runtime declares."""
        t = self.package_type("runtime", name)
        if t is None:
            raise KeyError(f"runtime.{name}")
        return t

    def package_type(self, path: str, name: str) -> Type | None:
        """A type that a package declares."""
        package = self.packages.get(path)
        obj = package.types_pkg.scope.names.get(name) if package is not None else None
        if type(obj) is not types.TypeName:
            return None
        resolve(obj)
        return obj.type  # type: ignore[no-any-return]

    def runtime_offset(self, name: str, field: str) -> int:
        """Byte offset of a field of a struct of package runtime."""
        u = self.runtime_type(name).underlying
        assert isinstance(u, Struct)
        i = next(i for i, f in enumerate(u.fields) if f.name == field)
        return types.offsets_of(u)[i]

    def itab_fun_offset(self) -> int:
        """Byte offset of the methods in an itab."""
        if self.fun_offset < 0:
            self.fun_offset = self.runtime_offset("itab", "fun")
        return self.fun_offset

    # -- package initialisation

    def package_init(self, path: str) -> PackageInit:
        """Lay out what is static of a package's variables; keep the rest."""
        done = self.package_inits.get(path)
        if done is not None:
            return done
        init = self.package_inits[path] = PackageInit(path)
        init.functions = self.inits[path]
        found = self.kept.init(path) if self.kept is not None else None
        if found is not None:
            init.kept = True
            init.has_code, init.data = found
            self.data.update((d.name, d) for d in init.data)
            return init
        package = self.packages[path]
        counters = [0, 0]
        for variables, e in package.init_order:
            package.check_init(variables)
            fn = FnInfo(f"{path}.init", None, _NO_SIGNATURE, None, None)
            fn.counters = counters
            fn.inits = [(variables[0].type if len(variables) == 1 and variables[0].name != "_" else e.type, e)]
            self.scanner(path).initialisers(fn, [e])
            if not (len(variables) == 1 and self._lay_out(init, variables[0], e, fn)):
                init.code.append((variables, e, fn))
        init.has_code = bool(init.code) or (self.go14 and bool(init.functions))
        return init

    def _lay_out(self, init: PackageInit, v: Var, e: tree.Expr, fn: FnInfo) -> bool:
        if v.name == "_":
            return e.value is not None
        static = Static(self, v.pkg.path if v.pkg is not None else "", fn)
        try:
            static.variable(self.global_name(v), v.type, e)
        except NotStatic:
            return False
        for d in static.data:
            self.data.setdefault(d.name, d)
            init.data.append(d)
        if static.literals:
            self.analysis.solve(fn)
            self.build_unit(fn)
        return True

    def _init_function(self, init: PackageInit) -> ir.Func:
        """<path>.init: the initialisers that need code; at the seed's time it called the init functions, too."""
        pos = init.code[0][1].pos if init.code else 0
        file, line = self.place(pos)
        func = ir.Func(f"{init.path}.init", file, line, pos=pos)
        b: FunctionBuilder | None = None
        for variables, e, fn in init.code:
            self.analysis.solve(fn)
            self.build_unit(fn)
            self.current = func.name
            if b is None:
                b = FunctionBuilder(self, fn, func)
                b.setup_control()
                b.abi = make_abi([], [])
            b.fn = fn
            b.pos = e.pos
            self._initialise(b, variables, e)
        if b is None:
            b = FunctionBuilder(self, FnInfo(func.name, None, _NO_SIGNATURE, None, None), func)
            b.setup_control()
        if self.go14 and init.functions:
            b.pos = max(_positions(self.packages[init.path].files[-1]))
            func.file, _ = self.place(b.pos)
            for name in init.functions:
                b.emit("call", name)
        b.emit("ret")
        prune(func)
        return func

    def _initialise(self, b: FunctionBuilder, variables: list[Var], e: tree.Expr) -> None:
        if len(variables) == 1:
            v = variables[0]
            if v.name == "_":
                b.evaluate(e)
                return
            x = b.value_as(e, v.type)
            b.pos = v.pos
            b.store(Place(Sym(self.global_name(v))), v.type, x)
            return
        for v, (x, t) in zip(variables, b.multi(e), strict=True):
            if v.name != "_":
                b.store(Place(Sym(self.global_name(v))), v.type, b.convert(x, t, v.type))

    def _other_main(self) -> ir.Func:
        """A main.main that calls the function that stands for it."""
        file, line = self.place(0)
        func = ir.Func(MAIN, file, line)
        b = FunctionBuilder(self, FnInfo(MAIN, None, _NO_SIGNATURE, None, None), func)
        b.setup_control()
        b.emit("call", self.options.main)
        b.emit("ret")
        prune(func)
        return func

    def _init_task(self) -> ir.Func:
        """main..inittask: the packages' init functions, dependencies first, ties by path."""
        file, line = self.place(0)
        func = ir.Func(INIT_TASK, file, line, flags=image.WRAPPER)
        b = FunctionBuilder(self, FnInfo(INIT_TASK, None, _NO_SIGNATURE, None, None), func)
        b.setup_control()
        for path in self.init_sequence():
            init = self.package_init(path)
            for name in ([f"{path}.init"] if init.has_code else []) + ([] if self.go14 else init.functions):
                b.emit("call", name)
        b.emit("ret")
        prune(func)
        return func

    def init_sequence(self) -> list[str]:
        """The order in which packages are initialised (Go 1.21: by path, each after its imports; runtime first)."""
        waiting = {
            path: {p.path for p in c.types_pkg.imports} & set(self.packages) for path, c in self.packages.items()
        }
        out: list[str] = []
        done: set[str] = set()

        def take(path: str) -> None:
            if path not in done:
                done.add(path)
                for p in sorted(waiting[path]):
                    take(p)
                out.append(path)

        if "runtime" in waiting:
            take("runtime")
        rest = sorted(p for p in waiting if p not in done)
        while rest:
            ready = next((p for p in rest if waiting[p] <= done), rest[0])
            rest.remove(ready)
            done.add(ready)
            out.append(ready)
        return out


def _positions(file: tree.File) -> Iterable[int]:
    """Where the nodes of a file begin and its blocks and calls end."""
    for node in tree.walk(file):
        yield node.pos
        yield getattr(node, "rbrace", 0) or getattr(node, "rparen", 0)


def _seed_numbers(files: Iterable[tree.File]) -> dict[tree.FuncLit, int]:
    """The numbers of a package's function literals in the names of Go 1.4: in the order in which they end."""
    literals = [node for f in files for node in tree.walk(f) if type(node) is tree.FuncLit]
    literals.sort(key=lambda e: e.body.rbrace)
    return {e: n for n, e in enumerate(literals, 1)}


_NO_SIGNATURE = Signature(None, types.Tuple(), types.Tuple())

__all__ = ["BuildOptions", "Builder", "Interface", "Named", "UnknownFunction"]
