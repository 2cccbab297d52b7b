"""What Python can call of a package: the table of its exported functions, and the Go file that makes them callable.

The file is one more file of the package (so that unexported types in signatures have names): for each type a reader
and a writer, for each function a case of one dispatcher, and a main function that serves the host (see package
morestack/hostcall). The table goes with the image; ``morestack.calls`` makes Python functions of it.

Rows of the table of types, which name others by their index: ``["bool"] ["int", bits] ["uint", bits] ["float", bits]
["complex", bits] ["string"] ["bytes"] ["slice", elem] ["array", elem, length] ["map", key, elem] ["struct", name,
[[field, type] ...]] ["any"] ["error"]``; the last item of a row is the type as Go writes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from morestack.compiler import types
from morestack.compiler.check import CheckedPackage, resolve
from morestack.compiler.types import (
    Array,
    Basic,
    Const,
    Func,
    Interface,
    Map,
    Named,
    Package,
    Signature,
    Slice,
    Struct,
    Type,
)

FILE = "zz_morestack_calls.go"
SERVE = "morestackServe"
HOSTCALL = "morestack/hostcall"
_SIZED = {
    types.INT: ("int", 64), types.INT8: ("int", 8), types.INT16: ("int", 16), types.INT32: ("int", 32),
    types.INT64: ("int", 64), types.UINT: ("uint", 64), types.UINT8: ("uint", 8), types.UINT16: ("uint", 16),
    types.UINT32: ("uint", 32), types.UINT64: ("uint", 64), types.UINTPTR: ("uint", 64), types.FLOAT32: ("float", 32),
    types.FLOAT64: ("float", 64), types.COMPLEX64: ("complex", 64), types.COMPLEX128: ("complex", 128),
}  # fmt: skip
_METHOD = {"int": ("Int", "int64"), "uint": ("Uint", "uint64"), "float": ("Float", "float64"),
           "complex": ("Complex", "complex128"), "bool": ("Bool", "bool"), "string": ("String", "string")}  # fmt: skip


class NotCallable(Exception):
    """A function can't be called from Python; the message says which type is in the way."""


@dataclass(slots=True)
class Exports:
    """What a package offers: plain data, so that it can be kept with the image. ``source`` is the Go file."""

    package: str
    doc: str
    types: list[list[Any]] = field(default_factory=list)
    functions: list[dict[str, Any]] = field(default_factory=list)
    constants: dict[str, Any] = field(default_factory=dict)
    source: str = ""

    def table(self) -> dict[str, Any]:
        """All but the source."""
        return {
            "package": self.package, "doc": self.doc, "types": self.types, "functions": self.functions,
            "constants": self.constants,
        }  # fmt: skip


class Glue:
    """Makes the exports of one checked package."""

    def __init__(self, checked: CheckedPackage) -> None:
        self.checked = checked
        self.pkg = checked.types_pkg
        doc = next((f.doc for f in checked.files if f.doc), "")
        self.exports = Exports(self.pkg.name, doc)
        self.index: dict[str, int] = {}
        self.code: list[str] = []
        self.imports: dict[str, str] = {}
        self.cases: list[str] = []

    def make(self) -> Exports:
        """The whole table and the file."""
        for decl in self.checked.func_decls:
            if decl.recv is None and types.is_exported(decl.name.name):
                self._function(decl.obj, decl.doc)
        for obj in self.pkg.scope.names.values():
            if isinstance(obj, Const) and obj.exported:
                self._constant(obj)
        self.exports.source = self._file()
        return self.exports

    def _constant(self, obj: Const) -> None:
        resolve(obj)
        t = obj.type.underlying if obj.type is not None else None
        value = obj.value
        if not isinstance(t, Basic) or not t.info & (
            types.IS_BOOLEAN | types.IS_INTEGER | types.IS_STRING | types.IS_FLOAT
        ):
            return
        if isinstance(value, bytes):
            value = value.decode("utf-8", "surrogateescape")
        elif t.info & types.IS_FLOAT:
            try:
                value = float(value)
            except (OverflowError, TypeError, ValueError):
                return
        if isinstance(value, bool | int | float | str):
            self.exports.constants[obj.name] = value

    # ---- functions ---------------------------------------------------------------------------------------------------

    def _function(self, obj: Func, doc: str) -> None:
        resolve(obj)
        sig = obj.type
        assert isinstance(sig, Signature)
        shown = types.type_string(sig, self._shown)
        row: dict[str, Any] = {"name": obj.name, "doc": doc, "text": f"func {obj.name}{shown.removeprefix('func')}"}
        try:
            for v in (*sig.params.vars, *sig.results.vars):
                self._supported(v.type, set())
        except NotCallable as e:
            row["reason"] = str(e)
            self.exports.functions.append(row)
            return
        row["params"] = [[v.name, self.type(v.type)] for v in sig.params.vars]
        row["results"] = [[v.name, self.type(v.type)] for v in sig.results.vars]
        row["variadic"] = sig.variadic
        row["number"] = len(self.cases)
        self.cases.append(self._case(obj.name, row))
        self.exports.functions.append(row)

    def _case(self, name: str, row: dict[str, Any]) -> str:
        number = len(self.cases)
        lines = [f"\tcase {number}:"]
        lines += [f"\t\ta{i} := morestackRead{t}(c)" for i, (_, t) in enumerate(row["params"])]
        arguments = ", ".join(f"a{i}" for i in range(len(row["params"]))) + ("..." if row["variadic"] else "")
        results = ", ".join(f"r{i}" for i in range(len(row["results"])))
        lines.append(f"\t\t{results}{' := ' if results else ''}{name}({arguments})")
        lines += [f"\t\tmorestackWrite{t}(c, r{i})" for i, (_, t) in enumerate(row["results"])]
        return "\n".join(lines)

    # ---- types -------------------------------------------------------------------------------------------------------

    def _supported(self, t: Type, seen: set[int]) -> None:
        """Raises NotCallable for a type whose values can't be carried over."""
        if id(t) in seen:
            return
        seen.add(id(t))
        u = t.underlying
        match u:
            case Basic() if u.kind in _SIZED or u.kind in (types.BOOL, types.STRING):
                pass
            case Slice() | Array():
                self._supported(u.elem, seen)
            case Map():
                self._supported(u.key, seen)
                self._supported(u.elem, seen)
            case Struct():
                for f in u.fields:
                    if not f.exported and not types.same_package(f.pkg, self.pkg):
                        raise NotCallable(f"values of type {self.shown(t)} can't be passed")
                    if f.name != "_":
                        self._supported(f.type, seen)
            case Interface() if types.is_empty_interface(u) or types.identical(t, types.ERROR_TYPE):
                pass
            case _:
                raise NotCallable(f"values of type {self.shown(t)} can't be passed")
        if isinstance(t, Named) and t.obj.pkg is not None and not types.same_package(t.obj.pkg, self.pkg):
            if t.obj.pkg not in self.pkg.imports:
                raise NotCallable(f"values of type {self.shown(t)} can't be passed")

    def _shown(self, p: Package) -> str:
        return "" if types.same_package(p, self.pkg) else p.name

    def shown(self, t: Type) -> str:
        """A type as the package itself would write it."""
        return types.type_string(t, self._shown)

    def _named(self, p: Package) -> str:
        if types.same_package(p, self.pkg):
            return ""
        return self.imports.setdefault(p.path, f"morestack{len(self.imports)}")

    def text(self, t: Type) -> str:
        """A type in the added file."""
        return types.type_string(t, self._named)

    def type(self, t: Type) -> int:
        """The number of a type's row; its reader and writer are written when it is first asked for."""
        key = types.key(t)
        found = self.index.get(key)
        if found is not None:
            return found
        n = self.index[key] = len(self.exports.types)
        self.exports.types.append([])
        row, read, write = self._row(t)
        self.exports.types[n] = [*row, self.shown(t)]
        text = self.text(t)
        self.code.append(f"func morestackRead{n}(c *morestackHost.Call) (v {text}) {{\n{read}\n\treturn v\n}}\n")
        self.code.append(f"func morestackWrite{n}(c *morestackHost.Call, v {text}) {{\n{write}\n}}\n")
        return n

    def _row(self, t: Type) -> tuple[list[Any], str, str]:
        """The row of a type, the body of its reader, the body of its writer."""
        text, u = self.text(t), t.underlying
        match u:
            case Basic():
                row: list[Any] = list(_SIZED.get(u.kind, ("bool" if u.kind == types.BOOL else "string",)))
                method, wide = _METHOD[row[0]]
                return row, f"\tv = {self._convert(text)}(c.{method}())", f"\tc.Put{method}({wide}(v))"
            case Slice():
                return self._slice(t, u)
            case Array():
                e = self.type(u.elem)
                return (
                    ["array", e, u.len],
                    f"\tfor i := range v {{\n\t\tv[i] = morestackRead{e}(c)\n\t}}",
                    f"\tfor i := range v {{\n\t\tmorestackWrite{e}(c, v[i])\n\t}}",
                )
            case Map():
                k, e = self.type(u.key), self.type(u.elem)
                read = (
                    f"\tif n := c.Len(); n >= 0 {{\n\t\tv = make({text}, n)\n\t\tfor ; n > 0; n-- {{\n"
                    f"\t\t\tk := morestackRead{k}(c)\n\t\t\tv[k] = morestackRead{e}(c)\n\t\t}}\n\t}}"
                )
                write = (
                    "\tif v == nil {\n\t\tc.PutLen(-1)\n\t\treturn\n\t}\n\tc.PutLen(len(v))\n\tfor k, e := range v {\n"
                    f"\t\tmorestackWrite{k}(c, k)\n\t\tmorestackWrite{e}(c, e)\n\t}}"
                )
                return ["map", k, e], read, write
            case Struct():
                fields = [(f.name, self.type(f.type)) for f in u.fields if f.name != "_"]
                name = t.obj.name if isinstance(t, Named) else ""
                return (
                    ["struct", name, [[f, n] for f, n in fields]],
                    "\n".join(f"\tv.{f} = morestackRead{n}(c)" for f, n in fields),
                    "\n".join(f"\tmorestackWrite{n}(c, v.{f})" for f, n in fields),
                )
        if types.identical(t, types.ERROR_TYPE):
            return ["error"], "\tv, _ = c.Any().(error)", "\tc.PutError(v)"
        return ["any"], "\tv = c.Any()", "\tc.PutAny(v)"

    def _slice(self, t: Type, u: Slice) -> tuple[list[Any], str, str]:
        """Slices of numbers travel as they lie in memory."""
        basic, text = u.elem.underlying, self.text(t)
        e = self.type(u.elem)
        if isinstance(basic, Basic) and basic.kind in _SIZED:
            size = types.size_of(basic)
            row = ["bytes"] if basic.kind == types.UINT8 else ["slice", e]
            read = (
                f"\tif p, n := c.Raw({size}); p != nil {{\n"
                f"\t\tv = {self._convert(text)}(morestackUnsafe.Slice((*{self.text(u.elem)})(p), n))\n\t}}"
            )
            data = "morestackUnsafe.Pointer(morestackUnsafe.SliceData(v))"
            return row, read, f"\tc.PutRaw({data}, len(v), {size}, v == nil)"
        read = (
            f"\tif n := c.Len(); n >= 0 {{\n\t\tv = make({text}, n)\n\t\tfor i := range v {{\n"
            f"\t\t\tv[i] = morestackRead{e}(c)\n\t\t}}\n\t}}"
        )
        write = (
            "\tif v == nil {\n\t\tc.PutLen(-1)\n\t\treturn\n\t}\n\tc.PutLen(len(v))\n\tfor i := range v {\n"
            f"\t\tmorestackWrite{e}(c, v[i])\n\t}}"
        )
        return ["slice", e], read, write

    @staticmethod
    def _convert(text: str) -> str:
        return text if text.isidentifier() else f"({text})"

    def _file(self) -> str:
        imports = {HOSTCALL: "morestackHost", "unsafe": "morestackUnsafe", **self.imports}
        return "\n".join(
            [
                f"package {self.pkg.name}\n",
                "import (",
                *(f'\t{name} "{path}"' for path, name in imports.items()),
                ")\n",
                "var _ morestackUnsafe.Pointer\n",
                f"func {SERVE}() {{\n\tmorestackHost.Serve(morestackDispatch)\n}}\n",
                "func morestackDispatch(fn int, c *morestackHost.Call) {\n\tswitch fn {",
                *self.cases,
                "\t}\n}\n",
                *self.code,
            ]
        )


def exports_of(checked: CheckedPackage) -> Exports:
    """What a checked package offers to Python."""
    return Glue(checked).make()


__all__ = ["FILE", "HOSTCALL", "SERVE", "Exports", "exports_of"]
