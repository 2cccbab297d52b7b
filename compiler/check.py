"""Type-checks a package: the phase between the parser and everything that needs types.

:func:`check_package` checks a user's package whole, in gc's order and with gc's messages. A *trusted* package (the
standard library) is only resolved; its declarations are checked when something refers to them, its function bodies when
:meth:`CheckedPackage.check_body` asks for them, so that a program pays for what it uses.

Results are on the nodes (see tree.py) and in the objects of types.py.
"""

from __future__ import annotations

from typing import Protocol

from morestack.compiler import tree, types
from morestack.compiler.check_state import DeclInfo, Env, Importer, ImportFailed, Report, first_in_source
from morestack.compiler.initorder import Initializer, init_order
from morestack.compiler.resolve import Resolver
from morestack.compiler.source import Bug, compiling
from morestack.compiler.types import (
    INVALID_TYPE,
    Array,
    Chan,
    Func,
    Interface,
    Map,
    Object,
    Package,
    Pointer,
    Signature,
    Slice,
    Struct,
    Type,
    TypeName,
    Var,
)

ANONYMOUS_CYCLE = (
    "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)"
)
MAX_TYPE = 1 << 50  # bytes of a type
MAX_ELEMENT = 1 << 16  # of the elements of a channel
MAX_SYMBOL = 2_000_000_000  # bytes of a variable of the package
MAX_FRAME = 1 << 30  # of a function's arguments

__all__ = ["CheckedPackage", "ImportFailed", "Importer", "check_package", "resolve"]


class Loaded(Protocol):
    """What the checker needs of a loaded package."""

    path: str
    name: str
    files: list[tree.File]


class CheckedPackage:
    """A checked package.

    ``types_pkg``: scope and objects; ``files``: the typed trees; ``func_decls``: every function and method declaration
    in source order (``init`` functions among them). ``FuncDecl.obj.type`` of a trusted package may still be None: ask
    :func:`resolve` (or :meth:`check_body`) first.
    """

    def __init__(self, checker: Checker, files: list[tree.File]) -> None:
        self.checker = checker
        self.types_pkg = checker.pkg
        self.files = files
        self.trusted = checker.trusted
        self.func_decls = [d for f in files for d in f.decls if isinstance(d, tree.FuncDecl)]
        self._checked: set[tree.FuncDecl] = set()
        self._init_order: list[Initializer] | None = None

    @property
    def init_order(self) -> list[Initializer]:
        """(variables, initial value) in order of initialisation; one expression may give several variables.

        In a trusted package the expression has its types only after :meth:`check_init`.
        """
        if self._init_order is None:
            with compiling():
                self._init_order = init_order(self.checker.objects, self._deps, None)
        return self._init_order

    def check_body(self, decl: tree.FuncDecl) -> None:
        """See to it that decl has its signature and its body is typed (trusted packages: on demand)."""
        resolve(decl.obj)
        if not self.trusted or decl in self._checked:
            return
        self._checked.add(decl)
        if decl.body is not None:
            with compiling():
                self.checker.demand_body(decl)
            self.checker.raise_faults()

    def check_everything(self) -> None:
        """Check all that has been put off; raises source.Bug with every error of the package."""
        with compiling():
            for obj in self.checker.objects:
                self.checker.demand(obj)
            for decl in self.func_decls:
                if decl not in self._checked and decl.body is not None:
                    self._checked.add(decl)
                    self.checker.demand_body(decl)
        self.checker.raise_faults()

    def check_init(self, variables: list[Var]) -> None:
        """See to it that the initial value of these variables (an entry of init_order) is typed."""
        for v in variables:
            resolve(v)

    def _deps(self, obj: Object) -> dict[Object, None]:
        info: DeclInfo = obj.decl
        if self.trusted:
            if isinstance(obj, Func):
                if info.func is not None:
                    self.check_body(info.func)
            elif info.init is not None and obj.type is None:
                found = self.checker.plain_deps(info.init)
                if found is not None:
                    return found
                resolve(obj)
        return info.deps


def check_package(
    loaded: Loaded, importer: Importer, errors: Report, *, trusted: bool = False, require_main: bool = True
) -> CheckedPackage:
    """Check a parsed package. ``importer(path)`` gives the types.Package of an import or raises ImportFailed.

    Diagnostics go to errors.report, which may raise source.TooManyErrors. ``require_main``: a package main has to have
    a function main.
    """
    path = "main" if loaded.name == "main" else loaded.path
    pkg = Package(path, loaded.name, trusted)
    checker = Checker(pkg, importer, errors, trusted)
    checker.require_main = require_main
    with compiling():
        checker.collect_objects(loaded.files)
        if not trusted:
            checker.check_all()
        checker.on_demand = trusted
    pkg.complete = True
    checked = CheckedPackage(checker, loaded.files)
    pkg.ext = checked
    return checked


def resolve(obj: Object) -> None:
    """Check the declaration of obj now, if that has been put off."""
    if obj.type is None and obj.decl is not None:
        checker: Checker = obj.decl.checker
        checker.demand(obj)
        if checker.faults:
            checker.raise_faults()


types.set_resolve_hook(resolve)


class Checker(Resolver):
    """Order of work for a whole package."""

    require_main = True

    def check_all(self) -> None:
        """Check everything, as gc does for a package it compiles."""
        self._direct_cycles()
        self._package_objects()
        self.process_delayed(0)
        init_order(self.objects, lambda o: o.decl.deps, self._init_cycle, True)
        self._unused_imports()
        if not self.failed and not self.errors:
            self._last_checks()

    def demand_body(self, decl: tree.FuncDecl) -> None:
        """Check the body of a declared function whose signature is known."""
        sig = decl.obj.type
        if not isinstance(sig, Signature):
            return
        top = len(self.delayed)
        info: DeclInfo = decl.obj.decl
        self.func_body(info, decl, sig, Env(decl.scope, info))
        self.process_delayed(top)

    def raise_faults(self) -> None:
        """A trusted package with errors is a fault of ours."""
        if self.faults:
            faults, self.faults = self.faults, []
            raise Bug(f"package {self.pkg.path} has errors:\n" + "\n".join(faults))

    # -- package level

    def _direct_cycles(self) -> None:
        """Types declared as each other without anything between (``type T T``)."""
        index: dict[Object, int] = {}
        for obj in self.objects:
            if isinstance(obj, TypeName):
                self._direct_cycle(obj, index)

    def _direct_cycle(self, obj: TypeName, index: dict[Object, int]) -> None:
        path: list[TypeName] = []
        while True:
            start = index.get(obj)
            if start is not None:
                if start >= 0:
                    obj.type = INVALID_TYPE
                    cycle = path[start:]
                    self.cycle_error(cycle, first_in_source(cycle))
                break
            index[obj] = len(path)
            path.append(obj)
            rhs = obj.decl.spec.type_expr
            found = self.pkg.scope.names.get(rhs.name) if isinstance(rhs, tree.Ident) else None
            if not isinstance(found, TypeName):
                break
            obj = found
        for o in path:
            index[o] = -1

    def _package_objects(self) -> None:
        aliases: list[Object] = []
        others: list[Object] = []
        for obj in self.objects:
            if not isinstance(obj, TypeName):
                others.append(obj)
            elif obj.is_alias:
                aliases.append(obj)
            else:
                if obj.type is not None:
                    self.collect_methods(obj)
                self.obj_decl(obj)
        for obj in aliases:
            self.obj_decl(obj)
        for obj in others:
            self.obj_decl(obj)

    def _init_cycle(self, cycle: list[Object]) -> None:
        obj = cycle[0]
        if len(cycle) == 1:
            self.error(obj.pos, f"initialization cycle: {obj.name} refers to itself")
            return
        lines = [f"initialization cycle for {obj.name}"]
        for following in reversed(cycle):
            lines.append(f"\n\t{self.where(obj.pos)}: {obj.name} refers to {following.name}")
            obj = following
        self.error(cycle[0].pos, "".join(lines))

    def _unused_imports(self) -> None:
        for obj in self.imports:
            if obj.name == "_" or obj.used:
                continue
            path = obj.imported.path
            if obj.name in ("", ".", path.rpartition("/")[2]):
                self.error(obj.pos, f'"{path}" imported and not used')
            else:
                self.error(obj.pos, f'"{path}" imported as {obj.name} and not used')

    def _last_checks(self) -> None:
        """What gc finds after its type checker: interfaces without a name that contain themselves, functions without a
        body, what is too large, a program without main."""
        met: dict[Interface, bool] = {}
        done = 0
        for pos, end, t in sorted(self.interfaces, key=lambda row: row[0]):
            if pos < done:
                continue  # inside another
            done = end
            if _methods_reach(t, met):
                self.error(pos, ANONYMOUS_CYCLE)
                met = dict.fromkeys(met, False)
        if self.failed:
            return
        for obj in self.objects:
            if isinstance(obj, Func):
                d: tree.FuncDecl = obj.node
                pos = d.recv.pos if d.recv is not None else d.name.pos
                if d.body is None and not d.linkname and obj.name != "_":
                    self.error(pos, "missing function body")
                elif d.body is not None and "noescape" in d.pragmas:
                    self.error(pos, "can only use //go:noescape with external func implementations")
                elif MAX_FRAME <= (size := _arguments_size(obj)) < MAX_TYPE:
                    self.error(pos, f"stack frame too large (>1GB): 0 MB locals + {size >> 20} MB args")
            elif isinstance(obj, Var) and MAX_SYMBOL < (size := types.size_of(obj.type)) < MAX_TYPE:
                self.error(obj.pos, f"{self.pkg.path}.{obj.name}: symbol too large ({size} bytes > {MAX_SYMBOL} bytes)")
        self._sizes()
        if self.pkg.name == "main" and self.require_main and not self.failed:
            if not isinstance(self.pkg.scope.names.get("main"), Func):
                self.error(0, "runtime.main_main·f: function main is undeclared in the main package")

    def _sizes(self) -> None:
        """Types that are too large. (cmd/compile/internal/types/size.go)"""
        seen: set[tuple[str, int]] = set()
        declared = {obj.pos for obj in self.objects}
        for pos, t in self.sized:
            if isinstance(t, Chan):
                message = "channel element type too large (>64kB)" if types.size_of(t.elem) >= MAX_ELEMENT else ""
            else:
                message = f"type {self.text(t)} larger than address space" if types.size_of(t) >= MAX_TYPE else ""
            where = pos if pos in declared else 0  # within functions gc names a type once
            if message and (key := (types.key(t), where)) not in seen:
                seen.add(key)
                self.error(pos, message)

    def plain_deps(self, init: tree.Expr) -> dict[Object, None] | None:
        """What an initial value without calls, function literals and method values refers to; None if it has such."""
        out: dict[Object, None] = {}
        names = self.pkg.scope.names
        for node in tree.walk(init):
            c = type(node)
            if c is tree.CallExpr or c is tree.FuncLit:
                return None
            if isinstance(node, tree.SelectorExpr):
                if not isinstance(node.x, tree.Ident) or node.x.name in names:
                    return None
            elif isinstance(node, tree.Ident):
                obj = names.get(node.name)
                if isinstance(obj, (Var, Func)) and obj.decl is not None and obj.decl.init is not init:
                    out[obj] = None
        return out


def _arguments_size(f: Func) -> int:
    """Bytes of a function's receiver, parameters and results."""
    sig = f.type
    if not isinstance(sig, Signature):
        return 0
    recv = [sig.recv] if sig.recv is not None else []
    return sum(types.size_of(v.type) for v in (*recv, *sig.params.vars, *sig.results.vars))


def _methods_reach(t: Interface, met: dict[Interface, bool]) -> bool:
    """Do the types of t's methods lead to an interface type without a name that is being looked at (True in ``met``)?
    (cmd/compile/internal/noder/irgen.go, cycleFinder)"""
    return any(_reaches(m.type, met) for m in t.all_methods())


def _reaches(t: Type, met: dict[Interface, bool]) -> bool:
    if isinstance(t, Interface):
        if not t.methods and not t.embeddeds:
            return False
        if t in met:
            return met[t]
        met[t] = True
        if _methods_reach(t, met):
            return True
        met[t] = False
        return False
    if isinstance(t, Signature):
        return any(_reaches(v.type, met) for v in (*t.params.vars, *t.results.vars))
    if isinstance(t, Struct):
        return any(_reaches(f.type, met) for f in t.fields)
    if isinstance(t, Map) and _reaches(t.key, met):
        return True
    return isinstance(t, (Pointer, Array, Slice, Chan, Map)) and _reaches(t.elem, met)
