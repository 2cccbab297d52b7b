"""The package-level names: collects imports and declared objects of all files, before anything is checked.

Spec "Packages", "Import declarations", "Declarations and scope"; the rules for main and init; texts of gc.
"""

from __future__ import annotations

from typing import Any

from morestack.compiler import tree, types
from morestack.compiler.check_state import DeclInfo, ImportFailed
from morestack.compiler.check_stmt import Stmts
from morestack.compiler.types import Const, Func, Object, Package, PkgName, Scope, TypeName, Var
from morestack.compiler.universe import UNSAFE

_BAD_PATH = frozenset("!\"#$%&'()*,:;<=>?[\\]^{|}`\ufffd")


class Resolver(Stmts):
    """Collects objects."""

    def collect_objects(self, files: list[tree.File]) -> None:
        """Enter every package-level object of files, with what is needed to check it later."""
        methods: list[tuple[Func, tree.FuncDecl]] = []
        scopes: list[Scope] = []
        for file in files:
            scope = Scope(self.pkg.scope, 0, 0, file.path)
            source = self.fset.file(file.pos)
            if source is not None:
                self.file_bases[source.base] = len(self.file_bases)
            if file.name.name == "_":
                self.error(file.name.pos, "invalid package name _")
            file.scope = scope
            scopes.append(scope)
            for d in file.decls:
                if isinstance(d, tree.FuncDecl):
                    self._function(d, scope, methods)
                elif isinstance(d, tree.GenDecl):
                    self._general(d, scope)
        for scope in scopes:
            self._file_conflicts(scope)
        self._attach_methods(methods)

    def _declare(self, ident: tree.Ident, obj: Object, info: DeclInfo) -> None:
        if ident.name == "init":
            self.error(ident.pos, "cannot declare init - must be func")
            return
        if ident.name == "main" and self.pkg.name == "main":
            self.error(ident.pos, "cannot declare main - must be func")
            return
        obj.decl = info
        self.declare(self.pkg.scope, ident, obj)
        ident.obj = obj
        self._enter(obj)

    def _enter(self, obj: Object) -> None:
        self.objects.append(obj)
        obj.order = len(self.objects)

    def _general(self, d: tree.GenDecl, scope: Scope) -> None:
        last: tree.ValueSpec | None = None
        for spec in d.specs:
            if isinstance(spec, tree.ImportSpec):
                self._import(spec, scope)
            elif isinstance(spec, tree.TypeSpec):
                info = DeclInfo(self, scope)
                info.spec = spec
                name = spec.name
                self._declare(name, TypeName(name.pos, self.pkg, name.name, None, bool(spec.assign)), info)
            elif isinstance(spec, tree.ValueSpec):
                if d.tok == "var":
                    self._variables(spec, scope)
                    continue
                inherited = spec.type_expr is None and not spec.values
                if not inherited:
                    last = spec
                self._constants(spec, last, inherited and last is not None, scope)

    # -- imports

    def _import(self, spec: tree.ImportSpec, scope: Scope) -> None:
        if spec.path.kind == "BAD":
            return
        path = spec.import_path()
        reason = _invalid_path(path)
        if reason:
            self.error(spec.path.pos, f"invalid import path ({reason})")
            return
        pkg = self._package(spec.path.pos, path)
        name = spec.name.name if spec.name is not None else pkg.name
        if name == "init":
            self.error(spec.pos, "cannot import package as init - init must be a func")
            return
        if pkg not in self.pkg.imports:
            self.pkg.imports.append(pkg)
        obj = PkgName(spec.pos, self.pkg, name, pkg)
        obj.used = pkg.fake
        spec.obj = obj
        if spec.name is not None:
            spec.name.obj = obj
        self.imports.append(obj)
        if name == ".":
            self._dot_import(spec, obj, scope)
        else:
            self.declare(scope, None, obj)

    def _package(self, pos: int, path: str) -> Package:
        if path == "unsafe":
            return UNSAFE
        try:
            return self.importer(path)
        except ImportFailed as err:
            self.error(pos, f"could not import {path} ({err})")
        pkg = Package(path, path.rstrip("/").rpartition("/")[2])
        pkg.fake = True
        return pkg

    def _dot_import(self, spec: tree.ImportSpec, obj: PkgName, scope: Scope) -> None:
        for name, exp in obj.imported.scope.names.items():
            if not types.is_exported(name):
                continue
            other = scope.names.get(name)
            if other is not None:
                pos = spec.name.pos if spec.name is not None else spec.pos
                self.error(pos, f"{name} redeclared in this block{self.other_decl(other)}")
                continue
            scope.names[name] = exp
            self.dot_imports[id(scope), name] = obj

    def _file_conflicts(self, scope: Scope) -> None:
        for name, obj in scope.names.items():
            alt = self.pkg.scope.names.get(name)
            if alt is None:
                continue
            if isinstance(obj, PkgName):
                how = f"import of {self.object_string_of_package(obj.imported)}"
            else:
                how = f"dot-import of {self.object_string_of_package(obj.pkg)}"
            self.error(alt.pos, f"{name} already declared through {how}{self.other_decl(obj)}")

    def object_string_of_package(self, pkg: Package | None) -> str:
        """``package os ("os")``."""
        return f'package {pkg.name} ("{pkg.path}")' if pkg is not None else ""

    # -- constants and variables

    def _constants(
        self, spec: tree.ValueSpec, source: tree.ValueSpec | None, inherited: bool, scope: Scope
    ) -> None:
        values = source.values if source is not None else []
        for i, ident in enumerate(spec.names):
            info = DeclInfo(self, scope)
            info.type_expr = source.type_expr if source is not None else None
            info.init = values[i] if i < len(values) else None
            info.inherited = inherited
            info.iota = spec.iota
            self._declare(ident, Const(ident.pos, self.pkg, ident.name, None), info)
        self.arity(spec.pos, spec.names, values, True, inherited)

    def _variables(self, spec: tree.ValueSpec, scope: Scope) -> None:
        values = spec.values
        shared: DeclInfo | None = None
        lhs: list[Var] = []
        if len(values) == 1:
            shared = DeclInfo(self, scope)
            shared.lhs = lhs
            shared.type_expr = spec.type_expr
            shared.init = values[0]
        for i, ident in enumerate(spec.names):
            obj = Var(ident.pos, self.pkg, ident.name, None, "global")
            lhs.append(obj)
            info = shared
            if info is None:
                info = DeclInfo(self, scope)
                info.type_expr = spec.type_expr
                info.init = values[i] if i < len(values) else None
            self._declare(ident, obj, info)
        if spec.type_expr is None or values:
            self.arity(spec.pos, spec.names, values, False, False)

    # -- functions and methods

    def _function(self, d: tree.FuncDecl, scope: Scope, methods: list[tuple[Func, tree.FuncDecl]]) -> None:
        ident = d.name
        name = ident.name
        obj = Func(ident.pos, self.pkg, name, None)
        obj.node = d
        d.obj = obj
        ident.obj = obj
        info = DeclInfo(self, scope)
        info.func = d
        obj.decl = info
        if d.recv is None:
            if name == "init" or (name == "main" and self.pkg.name == "main"):
                t = d.type_expr
                if t.type_params is not None:
                    self.error(t.type_params.pos, f"func {name} must have no type parameters")
                if t.params.list or (t.results is not None and t.results.list):
                    self.error(ident.pos, f"func {name} must have no arguments and no return values")
            if name == "init":
                if d.body is None:
                    self.error(ident.pos, "func init must have a body")
            else:
                self.declare(self.pkg.scope, ident, obj)
        elif name != "_":
            methods.append((obj, d))
        self._enter(obj)

    def _attach_methods(self, methods: list[tuple[Func, tree.FuncDecl]]) -> None:
        for obj, d in methods:
            assert d.recv is not None
            x = tree.unparen(d.recv.list[0].type_expr)
            ptr = isinstance(x, tree.StarExpr)
            base: Any = tree.unparen(x.x) if isinstance(x, tree.StarExpr) else x
            if isinstance(base, tree.Ident):
                ptr, tname = self._base_type(ptr, base)
                if tname is not None:
                    obj.has_ptr_recv = ptr
                    self.methods.setdefault(tname, []).append(obj)

    def _base_type(self, ptr: bool, name: tree.Ident) -> tuple[bool, TypeName | None]:
        """The defined type that a receiver names, through aliases."""
        seen: set[Object] = set()
        while True:
            obj = self.pkg.scope.names.get(name.name)
            if not isinstance(obj, TypeName) or obj in seen or obj.decl is None:
                return False, None
            spec = obj.decl.spec
            if not spec.assign:
                return ptr, obj
            seen.add(obj)
            x = tree.unparen(spec.type_expr)
            if isinstance(x, tree.StarExpr):
                if ptr:
                    return False, None
                ptr = True
                x = tree.unparen(x.x)
            if not isinstance(x, tree.Ident):
                return False, None
            name = x


def _invalid_path(path: str) -> str:
    if not path:
        return "empty string"
    for c in path:
        if c in _BAD_PATH or c.isspace() or not c.isprintable():
            shown = f" '{c}'" if c.isprintable() else ""
            return f"invalid character U+{ord(c):04X}{shown}"
    return ""
