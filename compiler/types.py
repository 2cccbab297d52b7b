"""Go's types and the objects that have them: what a type is, when two are the same, what they hold, how they lie in
memory.

Mirrors the vocabulary of Go's package go/types (Basic, Named, Pointer, ... and Var, Const, TypeName, Func, ...), so
that a reader who knows one knows the other. Compare types with :func:`identical` or by :func:`key`, never with ``is``:
composite types are structural, ``byte`` and ``uint8`` are two Basic objects of one kind, and a type reached by an alias
is a copy of the type, Named ones too. No Alias type exists.

Sizes, alignments and offsets are those of Go on amd64 (64-bit words, little-endian), in bytes.
Sources: Go spec "Properties of types and values", "Method sets", "Selectors", "Size and alignment guarantees".
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from typing import Any, Final, overload

WORD: Final = 8
LONG: Final = 1 << 16  # pointer words of an array that are listed one by one

# ---------------------------------------------------------------------------------------------------------------------
# Kinds of basic types. The first seventeen have the numbers of reflect.Kind.

INVALID, BOOL, INT, INT8, INT16, INT32, INT64 = 0, 1, 2, 3, 4, 5, 6
UINT, UINT8, UINT16, UINT32, UINT64, UINTPTR = 7, 8, 9, 10, 11, 12
FLOAT32, FLOAT64, COMPLEX64, COMPLEX128, STRING, UNSAFE_POINTER = 13, 14, 15, 16, 17, 18
UNTYPED_BOOL, UNTYPED_INT, UNTYPED_RUNE, UNTYPED_FLOAT, UNTYPED_COMPLEX, UNTYPED_STRING, UNTYPED_NIL = range(19, 26)

# Properties of basic types, a bit set.
IS_BOOLEAN, IS_INTEGER, IS_UNSIGNED, IS_FLOAT, IS_COMPLEX, IS_STRING, IS_UNTYPED = 1, 2, 4, 8, 16, 32, 64
IS_ORDERED: Final = IS_INTEGER | IS_FLOAT | IS_STRING
IS_NUMERIC: Final = IS_INTEGER | IS_FLOAT | IS_COMPLEX
IS_CONST: Final = IS_BOOLEAN | IS_NUMERIC | IS_STRING

# Channel directions.
SEND_RECV, SEND_ONLY, RECV_ONLY = 0, 1, 2

Qualifier = Callable[["Package"], str]


class Type:
    """A Go type. ``underlying`` is the type itself except for Named; the ``_`` slots cache what never changes once
    known.

    ``alias`` is the alias a type was reached by (``any``), for messages only: a type that has one is a copy, or was
    written in the declaration of the alias. ``ext`` belongs to the back end.
    """

    __slots__ = ("_align", "_key", "_mset", "_ptrs", "_size", "alias", "ext")
    _key: str | None
    _size: int
    _align: int
    _ptrs: Sequence[int] | None
    _mset: list[Selection] | None
    alias: TypeName | None
    ext: Any

    def __init__(self) -> None:
        self._key = None
        self._size = -1
        self._align = 0
        self._ptrs = None
        self._mset = None
        self.alias = None
        self.ext = None

    @property
    def underlying(self) -> Type:
        """The underlying type (spec "Underlying types")."""
        return self

    def __repr__(self) -> str:
        return type_string(self)

    def __str__(self) -> str:
        return type_string(self)


class Basic(Type):
    """A predeclared boolean, numeric or string type, unsafe.Pointer, an untyped kind, or the invalid type."""

    __slots__ = ("info", "kind", "name")

    def __init__(self, kind: int, info: int, name: str) -> None:
        super().__init__()
        self.kind = kind
        self.info = info
        self.name = name


class Named(Type):
    """A defined type. ``underlying`` is INVALID_TYPE until its declaration has been checked.

    ``methods`` are the declared methods in source order; ``number`` > 0 tells types declared inside functions apart.
    """

    __slots__ = ("_methods_by_name", "methods", "number", "obj", "rhs", "underlying")
    underlying: Type

    def __init__(self, obj: TypeName, underlying: Type | None = None) -> None:
        super().__init__()
        self.obj = obj
        self.underlying = underlying if underlying is not None else INVALID_TYPE
        self.methods: list[Func] = []
        self._methods_by_name: dict[str, int] = {}
        self.number = 0
        self.rhs: Type | None = underlying  # the type as its declaration gives it; None while that is being checked
        if obj.type is None:
            obj.type = self

    def add_method(self, m: Func) -> None:
        """Append a declared method (its name must be new)."""
        self._methods_by_name[m.name] = len(self.methods)
        self.methods.append(m)

    def method_at(self, name: str, pkg: Package | None) -> int:
        """Index of the declared method called name as seen from pkg, or -1."""
        i = self._methods_by_name.get(name, -1)
        if i >= 0 and not is_exported(name) and not same_package(pkg, self.methods[i].pkg):
            return -1
        return i


class Pointer(Type):
    """``*elem``."""

    __slots__ = ("elem",)

    def __init__(self, elem: Type) -> None:
        super().__init__()
        self.elem = elem


class Slice(Type):
    """``[]elem``."""

    __slots__ = ("elem",)

    def __init__(self, elem: Type) -> None:
        super().__init__()
        self.elem = elem


class Array(Type):
    """``[len]elem``; len < 0 means unknown because of an error."""

    __slots__ = ("elem", "len")

    def __init__(self, elem: Type, length: int) -> None:
        super().__init__()
        self.elem = elem
        self.len = length


class Map(Type):
    """``map[key]elem``."""

    __slots__ = ("elem", "key")

    def __init__(self, key: Type, elem: Type) -> None:
        super().__init__()
        self.key = key
        self.elem = elem


class Chan(Type):
    """A channel type; dir is SEND_RECV, SEND_ONLY or RECV_ONLY."""

    __slots__ = ("dir", "elem")

    def __init__(self, direction: int, elem: Type) -> None:
        super().__init__()
        self.dir = direction
        self.elem = elem


class Struct(Type):
    """A struct type: fields in order; ``tags[i]`` is the unquoted tag of field i (bytes-safe str), "" without."""

    __slots__ = ("_by_name", "_offsets", "fields", "tags")

    def __init__(self, fields: list[Var] | None = None, tags: list[str] | None = None) -> None:
        super().__init__()
        self.fields: list[Var] = fields if fields is not None else []
        self.tags: list[str] = tags if tags is not None else [""] * len(self.fields)
        self._offsets: list[int] | None = None
        self._by_name: dict[str, int] | None = None

    def tag(self, i: int) -> str:
        """Tag of field i, "" if it has none."""
        return self.tags[i] if i < len(self.tags) else ""

    def field_at(self, name: str, pkg: Package | None) -> int:
        """Index of the field called name as seen from pkg (no promotion), or -1."""
        table = self._by_name
        if table is None:
            table = {}
            for i, f in enumerate(self.fields):
                table.setdefault(f.name, i)
            self._by_name = table
        i = table.get(name, -1)
        if i >= 0 and (name == "_" or (not is_exported(name) and not same_package(pkg, self.fields[i].pkg))):
            return -1
        return i


class Tuple(Type):
    """An ordered list of variables: parameters, results, the type of a multi-value call or comma-ok form."""

    __slots__ = ("vars",)

    def __init__(self, variables: list[Var] | None = None) -> None:
        super().__init__()
        self.vars: list[Var] = variables if variables is not None else []

    def __len__(self) -> int:
        return len(self.vars)

    def __bool__(self) -> bool:
        return True

    @property
    def types(self) -> list[Type]:
        """The types of the variables in order."""
        return [v.type for v in self.vars]


class Signature(Type):
    """A function or method type. A variadic signature's last parameter has a slice type (or string for append's
    copy). ``abi`` and ``func`` belong to the back end, as ``ext`` does."""

    __slots__ = ("abi", "func", "params", "recv", "results", "variadic")

    def __init__(self, recv: Var | None, params: Tuple, results: Tuple, variadic: bool = False) -> None:
        super().__init__()
        self.recv = recv
        self.params = params
        self.results = results
        self.variadic = variadic
        self.abi: Any = None
        self.func: Signature | None = None


class Interface(Type):
    """An interface type: explicit ``methods``, ``embeddeds``; :meth:`all_methods` is the flattened set.

    ``unions`` are the type terms of constraint elements (lists of (tilde, type)); a type with any may not be a
    variable's type.
    """

    __slots__ = (
        "_all", "_ids", "_places", "_pure", "comparable", "embed_pos", "embeddeds", "implicit", "methods", "unions",
    )  # fmt: skip

    def __init__(self, methods: list[Func] | None = None, embeddeds: list[Type] | None = None) -> None:
        super().__init__()
        self.methods: list[Func] = methods if methods is not None else []
        self.embeddeds: list[Type] = embeddeds if embeddeds is not None else []
        self.embed_pos: list[int] = []
        self.unions: list[list[tuple[bool, Type]]] = []
        self.comparable = False
        self.implicit = False
        self._all: list[Func] | None = None
        self._pure = True
        self._places: dict[str, int] = {}  # where a method comes from, for messages
        self._ids: dict[str, Func] | None = None

    @property
    def completed(self) -> bool:
        """Is the flattened set known?"""
        return self._all is not None

    def all_methods(self) -> list[Func]:
        """Explicit and embedded methods, each once, in method-set order (:func:`method_order`)."""
        if self._all is None:
            self.complete()
        assert self._all is not None
        return self._all

    def complete(self, report: Callable[[int, Func, int], None] | None = None) -> None:
        """Compute the flattened set. ``report(pos, method, other)`` hears of duplicates: the positions of the second
        and the first declaration, or of the embedded elements that bring them."""
        ids: dict[str, Func] = {}
        self._all = []  # a cycle through embedding (already reported) ends here
        self._ids = ids
        self._pure = not self.unions and not self.comparable
        places = self._places = {}
        for m in self.methods:
            other = ids.setdefault(m.id, m)
            place = places.setdefault(m.id, m.pos)
            if other is not m and report is not None:
                report(m.pos, m, place)
        for i, e in enumerate(self.embeddeds):
            u = e.underlying
            if not isinstance(u, Interface):
                self._pure = self._pure and u is INVALID_TYPE
                continue
            pos = self.embed_pos[i] if i < len(self.embed_pos) else 0
            if u._all is None:
                u.complete()
            self._pure = self._pure and u._pure
            self.comparable = self.comparable or u.comparable
            for m in u._all or ():
                other = ids.setdefault(m.id, m)
                place = places.setdefault(m.id, pos)
                if other is not m and report is not None and not identical(other.type, m.type):
                    report(pos, m, place)
        self._all = sorted(ids.values(), key=method_order)

    def method_at(self, name: str, pkg: Package | None) -> int:
        """Index in all_methods() of the method called name as seen from pkg, or -1."""
        every = self.all_methods()
        ids = self._ids
        assert ids is not None
        m = ids.get(object_id(pkg, name))
        return every.index(m) if m is not None else -1

    def is_method_set(self) -> bool:
        """True if the interface is described by methods alone (usable as a variable's type)."""
        if self._all is None:
            self.complete()
        return self._pure


# ---------------------------------------------------------------------------------------------------------------------
# Packages, scopes, objects


class Package:
    """A package: import path, name, package scope. ``fake`` marks one whose import failed; ``trusted`` one of the
    std."""

    __slots__ = ("complete", "ext", "fake", "imports", "name", "path", "scope", "trusted")

    def __init__(self, path: str, name: str, trusted: bool = False) -> None:
        self.path = path
        self.name = name
        self.scope = Scope(UNIVERSE, 0, 0, "package")
        self.imports: list[Package] = []
        self.complete = False
        self.fake = False
        self.trusted = trusted
        self.ext: Any = None

    def __repr__(self) -> str:
        return f"package {self.name} ({self.path!r})"


class Scope:
    """A block: names to objects, and the enclosing block. pos..end is its extent; ``is_func`` marks function scopes;
    ``serial`` counts the blocks of functions as they are opened."""

    __slots__ = ("comment", "end", "is_func", "names", "parent", "pos", "serial")

    def __init__(self, parent: Scope | None, pos: int = 0, end: int = 0, comment: str = "") -> None:
        self.parent = parent
        self.names: dict[str, Object] = {}
        self.pos = pos
        self.end = end
        self.comment = comment
        self.is_func = False
        self.serial = 0

    def insert(self, obj: Object) -> Object | None:
        """Add obj under its name; if the name is taken return the object that has it. "_" is never entered."""
        name = obj.name
        if name == "_":
            return None
        other = self.names.get(name)
        if other is not None:
            return other
        self.names[name] = obj
        if obj.parent is None:
            obj.parent = self
        return None

    def lookup(self, name: str) -> Object | None:
        """The object of that name in this very block."""
        return self.names.get(name)

    def lookup_parent(self, name: str, pos: int = 0) -> Object | None:
        """The object that name denotes here: innermost block first, skipping what is declared after pos (0: any)."""
        scope: Scope | None = self
        while scope is not None:
            obj = scope.names.get(name)
            if obj is not None and (not pos or obj.scope_pos <= pos):
                return obj
            scope = scope.parent
        return None

    def lookup_scope(self, name: str, pos: int = 0) -> Scope | None:
        """The block in which lookup_parent finds name."""
        scope: Scope | None = self
        while scope is not None:
            obj = scope.names.get(name)
            if obj is not None and (not pos or obj.scope_pos <= pos):
                return scope
            scope = scope.parent
        return None


class Object:
    """What a name denotes. ``type`` is INVALID_TYPE or None until resolved; ``color`` is the resolver's mark
    (0 untouched, 1 resolved, >1 in progress); ``decl`` is the resolver's record; ``ext`` belongs to the back end."""

    __slots__ = ("color", "decl", "ext", "name", "order", "parent", "pkg", "pos", "scope_pos", "type")
    type: Any  # a Type; Any because it is None while unresolved and every user would have to assert

    def __init__(self, pos: int, pkg: Package | None, name: str, type: Type | None) -> None:
        self.pos = pos
        self.pkg = pkg
        self.name = name
        self.type = type
        self.parent: Scope | None = None
        self.scope_pos = 0
        self.color = 1 if type is not None else 0
        self.order = 0
        self.decl: Any = None
        self.ext: Any = None

    @property
    def exported(self) -> bool:
        """Begins with an upper-case letter."""
        return is_exported(self.name)

    @property
    def id(self) -> str:
        """Name, qualified with the package path unless exported: equal ids are equal names to the language."""
        return object_id(self.pkg, self.name)

    def same_id(self, pkg: Package | None, name: str) -> bool:
        """Is this the name `name` as written in pkg?"""
        return self.name == name and (is_exported(name) or same_package(pkg, self.pkg))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name})"


class PkgName(Object):
    """An imported package as a file sees it."""

    __slots__ = ("imported", "used")

    def __init__(self, pos: int, pkg: Package | None, name: str, imported: Package) -> None:
        super().__init__(pos, pkg, name, INVALID_TYPE)
        self.imported = imported
        self.used = False


class Const(Object):
    """A constant; ``value`` as in constants.py, None if unknown."""

    __slots__ = ("value",)

    def __init__(self, pos: int, pkg: Package | None, name: str, type: Type | None, value: Any = None) -> None:
        super().__init__(pos, pkg, name, type)
        self.value = value


class TypeName(Object):
    """A name for a type; ``is_alias`` if declared with ``=`` (or any, byte, rune)."""

    __slots__ = ("is_alias",)

    def __init__(self, pos: int, pkg: Package | None, name: str, type: Type | None, is_alias: bool = False) -> None:
        super().__init__(pos, pkg, name, type)
        self.is_alias = is_alias


class Var(Object):
    """A variable, parameter, result or field.

    ``kind``: "var" (local), "global", "param", "result", "recv", "field". ``owner`` is the FuncDecl or FuncLit node
    that
    declares a local (None for globals and fields): a use inside another function is a capture.
    """

    __slots__ = ("embedded", "kind", "owner", "used")

    def __init__(
        self, pos: int, pkg: Package | None, name: str, type: Type | None, kind: str = "var", embedded: bool = False
    ) -> None:
        super().__init__(pos, pkg, name, type)
        self.kind = kind
        self.embedded = embedded
        self.used = False
        self.owner: Any = None

    @property
    def is_field(self) -> bool:
        """True for struct fields."""
        return self.kind == "field"


class Func(Object):
    """A function, concrete method or interface method. ``node`` is its FuncDecl (None for interface methods)."""

    __slots__ = ("has_ptr_recv", "node", "origin_recv")

    def __init__(self, pos: int, pkg: Package | None, name: str, type: Signature | None) -> None:
        super().__init__(pos, pkg, name, type)
        self.has_ptr_recv = False
        self.node: Any = None
        self.origin_recv: Type | None = None  # receiver base type of a method, known before its signature

    def full_name(self, qualifier: Qualifier | None = None) -> str:
        """``pkg.F``, ``(pkg.T).M``, ``(*pkg.T).M``, ``(interface).M`` as go/types prints it."""
        q = qualifier if qualifier is not None else package_path
        sig = self.type
        if isinstance(sig, Signature) and sig.recv is not None:
            t = sig.recv.type
            if isinstance(t, Interface):
                return f"(interface).{self.name}"
            return f"({type_string(t, q)}).{self.name}"
        prefix = q(self.pkg) if self.pkg is not None else ""
        return f"{prefix}.{self.name}" if prefix else self.name

    def link_name(self) -> str:
        """The linker's symbol: ``path.F``, ``path.T.M``, ``path.(*T).M``."""
        path = self.pkg.path if self.pkg is not None else ""
        sig = self.type
        if isinstance(sig, Signature) and sig.recv is not None:
            base, ptr = deref(sig.recv.type)
            if isinstance(base, Named):
                name = base.obj.name + (f"·{base.number}" if base.number else "")
                where = base.obj.pkg.path if base.obj.pkg is not None else ""
                recv = f"(*{name})" if ptr else name
                return f"{where}.{recv}.{self.name}" if where else f"{recv}.{self.name}"
        return f"{path}.{self.name}" if path else self.name


class Label(Object):
    """A label."""

    __slots__ = ("used",)

    def __init__(self, pos: int, pkg: Package | None, name: str) -> None:
        super().__init__(pos, pkg, name, INVALID_TYPE)
        self.used = False


class Builtin(Object):
    """A predeclared function."""

    __slots__ = ()

    def __init__(self, name: str, pkg: Package | None = None) -> None:
        super().__init__(0, pkg, name, INVALID_TYPE)


class Nil(Object):
    """The predeclared value nil."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(0, None, "nil", UNTYPED_NIL_TYPE)


class Selection:
    """What ``x.f`` selects.

    ``kind`` "field", "method" (method value or call) or "methodexpr"; ``recv`` the type of x; ``obj`` the Var or Func;
    ``path`` the indices to walk: embedded fields, then the field or method index; ``indirect`` if a pointer was
    followed;
    ``type`` the type of the expression.
    """

    __slots__ = ("indirect", "kind", "obj", "path", "recv", "type")

    def __init__(
        self, kind: str, recv: Type, obj: Var | Func, path: tuple[int, ...], indirect: bool, type: Type | None = None
    ) -> None:
        self.kind = kind
        self.recv = recv
        self.obj = obj
        self.path = path
        self.indirect = indirect
        self.type: Type = type if type is not None else obj.type

    @property
    def name(self) -> str:
        """Name of the field or method."""
        return self.obj.name

    def __repr__(self) -> str:
        return f"Selection({self.kind} {self.recv}.{self.obj.name} {self.path})"


# ---------------------------------------------------------------------------------------------------------------------
# The predeclared types

INVALID_TYPE: Final = Basic(INVALID, 0, "invalid type")
_INT_U: Final = IS_INTEGER | IS_UNSIGNED
BASICS: Final[list[Basic]] = [
    INVALID_TYPE,
    Basic(BOOL, IS_BOOLEAN, "bool"),
    Basic(INT, IS_INTEGER, "int"),
    Basic(INT8, IS_INTEGER, "int8"),
    Basic(INT16, IS_INTEGER, "int16"),
    Basic(INT32, IS_INTEGER, "int32"),
    Basic(INT64, IS_INTEGER, "int64"),
    Basic(UINT, _INT_U, "uint"),
    Basic(UINT8, _INT_U, "uint8"),
    Basic(UINT16, _INT_U, "uint16"),
    Basic(UINT32, _INT_U, "uint32"),
    Basic(UINT64, _INT_U, "uint64"),
    Basic(UINTPTR, _INT_U, "uintptr"),
    Basic(FLOAT32, IS_FLOAT, "float32"),
    Basic(FLOAT64, IS_FLOAT, "float64"),
    Basic(COMPLEX64, IS_COMPLEX, "complex64"),
    Basic(COMPLEX128, IS_COMPLEX, "complex128"),
    Basic(STRING, IS_STRING, "string"),
    Basic(UNSAFE_POINTER, 0, "Pointer"),
    Basic(UNTYPED_BOOL, IS_BOOLEAN | IS_UNTYPED, "untyped bool"),
    Basic(UNTYPED_INT, IS_INTEGER | IS_UNTYPED, "untyped int"),
    Basic(UNTYPED_RUNE, IS_INTEGER | IS_UNTYPED, "untyped rune"),
    Basic(UNTYPED_FLOAT, IS_FLOAT | IS_UNTYPED, "untyped float"),
    Basic(UNTYPED_COMPLEX, IS_COMPLEX | IS_UNTYPED, "untyped complex"),
    Basic(UNTYPED_STRING, IS_STRING | IS_UNTYPED, "untyped string"),
    Basic(UNTYPED_NIL, IS_UNTYPED, "untyped nil"),
]
BOOL_TYPE: Final = BASICS[BOOL]
INT_TYPE: Final = BASICS[INT]
INT8_TYPE: Final = BASICS[INT8]
INT16_TYPE: Final = BASICS[INT16]
INT32_TYPE: Final = BASICS[INT32]
INT64_TYPE: Final = BASICS[INT64]
UINT_TYPE: Final = BASICS[UINT]
UINT8_TYPE: Final = BASICS[UINT8]
UINT16_TYPE: Final = BASICS[UINT16]
UINT32_TYPE: Final = BASICS[UINT32]
UINT64_TYPE: Final = BASICS[UINT64]
UINTPTR_TYPE: Final = BASICS[UINTPTR]
FLOAT32_TYPE: Final = BASICS[FLOAT32]
FLOAT64_TYPE: Final = BASICS[FLOAT64]
COMPLEX64_TYPE: Final = BASICS[COMPLEX64]
COMPLEX128_TYPE: Final = BASICS[COMPLEX128]
STRING_TYPE: Final = BASICS[STRING]
UNSAFE_POINTER_TYPE: Final = BASICS[UNSAFE_POINTER]
UNTYPED_BOOL_TYPE: Final = BASICS[UNTYPED_BOOL]
UNTYPED_INT_TYPE: Final = BASICS[UNTYPED_INT]
UNTYPED_RUNE_TYPE: Final = BASICS[UNTYPED_RUNE]
UNTYPED_FLOAT_TYPE: Final = BASICS[UNTYPED_FLOAT]
UNTYPED_COMPLEX_TYPE: Final = BASICS[UNTYPED_COMPLEX]
UNTYPED_STRING_TYPE: Final = BASICS[UNTYPED_STRING]
UNTYPED_NIL_TYPE: Final = BASICS[UNTYPED_NIL]
BYTE_TYPE: Final = Basic(UINT8, _INT_U, "byte")
RUNE_TYPE: Final = Basic(INT32, IS_INTEGER, "rune")

UNIVERSE: Final = Scope(None, 0, 0, "universe")
EMPTY_INTERFACE: Final = Interface()
ANY_TYPE: Final = Interface()
ANY_TYPE.alias = TypeName(0, None, "any", ANY_TYPE, True)


def _make_error() -> Named:
    obj = TypeName(0, None, "error", None)
    named = Named(obj)
    results = Tuple([Var(0, None, "", STRING_TYPE, "result")])
    sig = Signature(Var(0, None, "", named, "recv"), Tuple(), results)
    named.underlying = Interface([Func(0, None, "Error", sig)])
    obj.color = 1
    return named


def _make_comparable() -> Named:
    obj = TypeName(0, None, "comparable", None)
    face = Interface()
    face.comparable = True
    obj.color = 1
    return Named(obj, face)


# ---------------------------------------------------------------------------------------------------------------------
# Names


def is_exported(name: str) -> bool:
    """Does name begin with an upper-case letter (Unicode class Lu)?"""
    c = name[:1]
    return "A" <= c <= "Z" or (c > "\x7f" and c.isupper())


def package_path(pkg: Package) -> str:
    """Qualifier that prints import paths."""
    return pkg.path


def package_name(pkg: Package) -> str:
    """Qualifier that prints package names, as reflect does."""
    return pkg.name


def same_package(a: Package | None, b: Package | None) -> bool:
    """Are a and b one package (by path)?"""
    return a is b or (a is not None and b is not None and a.path == b.path)


def object_id(pkg: Package | None, name: str) -> str:
    """The name, qualified by the package path unless exported (spec "Uniqueness of identifiers")."""
    if is_exported(name):
        return name
    return f"{pkg.path if pkg is not None and pkg.path else '_'}.{name}"


def method_order(m: Object) -> tuple[bool, str, str]:
    """Sort key of method tables: exported first, then by name, then by package path (as reflect and gc's itabs)."""
    exported = is_exported(m.name)
    return (not exported, m.name, "" if exported or m.pkg is None else m.pkg.path)


# ---------------------------------------------------------------------------------------------------------------------
# Predicates


def _info(t: Type) -> int:
    u = t.underlying
    return u.info if type(u) is Basic else 0


def is_valid(t: Type) -> bool:
    """Not the invalid type."""
    return t is not INVALID_TYPE


def is_boolean(t: Type) -> bool:
    """Underlying type is a boolean."""
    return _info(t) & IS_BOOLEAN != 0


def is_integer(t: Type) -> bool:
    """Underlying type is an integer."""
    return _info(t) & IS_INTEGER != 0


def is_unsigned(t: Type) -> bool:
    """Underlying type is an unsigned integer."""
    return _info(t) & IS_UNSIGNED != 0


def is_float(t: Type) -> bool:
    """Underlying type is a float."""
    return _info(t) & IS_FLOAT != 0


def is_complex(t: Type) -> bool:
    """Underlying type is complex."""
    return _info(t) & IS_COMPLEX != 0


def is_numeric(t: Type) -> bool:
    """Underlying type is an integer, float or complex."""
    return _info(t) & IS_NUMERIC != 0


def is_string(t: Type) -> bool:
    """Underlying type is a string."""
    return _info(t) & IS_STRING != 0


def is_const_type(t: Type) -> bool:
    """May be the type of a constant."""
    return _info(t) & IS_CONST != 0


def is_ordered(t: Type) -> bool:
    """Has the operators < <= > >=."""
    return _info(t) & IS_ORDERED != 0


def is_untyped(t: Type) -> bool:
    """An untyped kind (incl. nil)."""
    return type(t) is Basic and t.info & IS_UNTYPED != 0


def is_typed(t: Type) -> bool:
    """Not an untyped kind."""
    return not (type(t) is Basic and t.info & IS_UNTYPED)


def is_untyped_numeric(t: Type) -> bool:
    """An untyped integer, rune, float or complex."""
    return type(t) is Basic and t.info & IS_UNTYPED != 0 and t.info & IS_NUMERIC != 0


def is_unsafe_pointer(t: Type) -> bool:
    """Underlying type is unsafe.Pointer."""
    u = t.underlying
    return type(u) is Basic and u.kind == UNSAFE_POINTER


def is_interface(t: Type) -> bool:
    """Underlying type is an interface."""
    return type(t.underlying) is Interface


def is_empty_interface(t: Type) -> bool:
    """Underlying type is an interface without methods (run-time form eface)."""
    u = t.underlying
    return type(u) is Interface and not u.all_methods()


def is_named(t: Type) -> bool:
    """Has a name: predeclared or defined."""
    return type(t) is Named or type(t) is Basic


def is_bytes_or_runes(t: Type) -> bool:
    """t is a slice whose element's underlying type is byte or rune."""
    u = t.underlying
    if type(u) is Slice:
        e = u.elem.underlying
        return type(e) is Basic and e.kind in (UINT8, INT32)
    return False


def has_nil(t: Type) -> bool:
    """nil is a value of t."""
    u = t.underlying
    if type(u) is Basic:
        return u.kind == UNSAFE_POINTER or u.kind == UNTYPED_NIL
    return type(u) in (Pointer, Signature, Slice, Map, Chan, Interface)


def is_pointer_shaped(t: Type) -> bool:
    """A value of t is one pointer word, so an interface holds it directly (gc's "direct interface" types)."""
    u = t.underlying
    if type(u) is Basic:
        return u.kind == UNSAFE_POINTER
    if type(u) in (Pointer, Map, Chan, Signature):
        return True
    if isinstance(u, Struct):
        return len(u.fields) == 1 and is_pointer_shaped(u.fields[0].type)
    return isinstance(u, Array) and u.len == 1 and is_pointer_shaped(u.elem)


def has_pointers(t: Type) -> bool:
    """Some word of a value of t is a pointer."""
    u = t.underlying
    if type(u) is Basic:
        return u.kind in (STRING, UNSAFE_POINTER, UNTYPED_STRING, UNTYPED_NIL)
    if isinstance(u, Array):
        return u.len != 0 and has_pointers(u.elem)
    if isinstance(u, Struct):
        return any(has_pointers(f.type) for f in u.fields)
    if isinstance(u, Tuple):
        return any(has_pointers(v.type) for v in u.vars)
    return True


def comparable(t: Type, why: list[str] | None = None, qualifier: Qualifier | None = None) -> bool:
    """Values of t can be compared with == (interfaces count as comparable). On False, `why` receives the reason, if
    any is worth a note, in gc's words."""
    return _comparable(t, why, qualifier, set())


def _comparable(t: Type, why: list[str] | None, qualifier: Qualifier | None, seen: set[int]) -> bool:
    if id(t) in seen:
        return True
    seen.add(id(t))
    u = t.underlying
    if type(u) is Basic:
        return u.kind != UNTYPED_NIL
    if isinstance(u, (Pointer, Interface, Chan)):
        return True
    if isinstance(u, Struct):
        for f in u.fields:
            if not _comparable(f.type, None, None, seen):
                if why is not None:
                    why.append(f"struct containing {type_string(f.type, qualifier)} cannot be compared")
                return False
        return True
    if isinstance(u, Array):
        if not _comparable(u.elem, None, None, seen):
            if why is not None:
                why.append(f"{type_string(t, qualifier)} cannot be compared")
            return False
        return True
    return False


def default_type(t: Type) -> Type:
    """The type an untyped operand takes without context (spec "Constants"); other types unchanged."""
    if type(t) is Basic and t.info & IS_UNTYPED:
        return _DEFAULTS.get(t.kind, t)
    return t


_DEFAULTS: Final[dict[int, Type]] = {
    UNTYPED_BOOL: BOOL_TYPE,
    UNTYPED_INT: INT_TYPE,
    UNTYPED_RUNE: RUNE_TYPE,
    UNTYPED_FLOAT: FLOAT64_TYPE,
    UNTYPED_COMPLEX: COMPLEX128_TYPE,
    UNTYPED_STRING: STRING_TYPE,
}


def deref(t: Type) -> tuple[Type, bool]:
    """(base, True) for an unnamed pointer type *base, else (t, False)."""
    if type(t) is Pointer:
        return t.elem, True
    return t, False


# ---------------------------------------------------------------------------------------------------------------------
# Identity


def aliased(t: Type, obj: TypeName | None) -> Type:
    """A copy of t that messages call by the name of an alias (None: by its own)."""
    if t.alias is obj:
        return t
    t = copy(t)
    t.alias = obj
    t.ext = None
    return t


def identical(x: Type, y: Type, ignore_tags: bool = False) -> bool:
    """Type identity (spec "Type identity"); with ignore_tags, identity but for struct tags (conversions)."""
    return x is y or _identical(x, y, ignore_tags, None)


def _identical(x: Type, y: Type, ignore_tags: bool, pairs: set[tuple[int, int]] | None) -> bool:
    if x is y:
        return True
    c = type(x)
    if c is not type(y):
        return False
    if c is Named:
        return x.obj is y.obj  # type: ignore[attr-defined]
    if c is Basic:
        return x.kind == y.kind  # type: ignore[attr-defined, no-any-return]
    return _IDENTICAL[c](x, y, ignore_tags, pairs)


def _same_elem(x: Any, y: Any, ignore_tags: bool, pairs: set[tuple[int, int]] | None) -> bool:
    return _identical(x.elem, y.elem, ignore_tags, pairs)


def _same_array(x: Array, y: Array, ignore_tags: bool, pairs: set[tuple[int, int]] | None) -> bool:
    return (x.len < 0 or y.len < 0 or x.len == y.len) and _identical(x.elem, y.elem, ignore_tags, pairs)


def _same_map(x: Map, y: Map, ignore_tags: bool, pairs: set[tuple[int, int]] | None) -> bool:
    return _identical(x.key, y.key, ignore_tags, pairs) and _identical(x.elem, y.elem, ignore_tags, pairs)


def _same_chan(x: Chan, y: Chan, ignore_tags: bool, pairs: set[tuple[int, int]] | None) -> bool:
    return x.dir == y.dir and _identical(x.elem, y.elem, ignore_tags, pairs)


def _same_struct(x: Struct, y: Struct, ignore_tags: bool, pairs: set[tuple[int, int]] | None) -> bool:
    if len(x.fields) != len(y.fields):
        return False
    for i, f in enumerate(x.fields):
        g = y.fields[i]
        if f.embedded != g.embedded or not f.same_id(g.pkg, g.name):
            return False
        if not ignore_tags and x.tag(i) != y.tag(i):
            return False
        if not _identical(f.type, g.type, ignore_tags, pairs):
            return False
    return True


def _same_tuple(x: Tuple, y: Tuple, ignore_tags: bool, pairs: set[tuple[int, int]] | None) -> bool:
    if len(x.vars) != len(y.vars):
        return False
    return all(_identical(v.type, w.type, ignore_tags, pairs) for v, w in zip(x.vars, y.vars, strict=True))


def _same_signature(x: Signature, y: Signature, ignore_tags: bool, pairs: set[tuple[int, int]] | None) -> bool:
    return (
        x.variadic == y.variadic
        and _same_tuple(x.params, y.params, ignore_tags, pairs)
        and _same_tuple(x.results, y.results, ignore_tags, pairs)
    )


def _same_interface(x: Interface, y: Interface, ignore_tags: bool, pairs: set[tuple[int, int]] | None) -> bool:
    a, b = x.all_methods(), y.all_methods()
    if len(a) != len(b) or x.comparable != y.comparable:
        return False
    if bool(x.unions) != bool(y.unions):
        return False
    pair = (id(x), id(y))
    if pairs is None:
        pairs = set()
    if pair in pairs or (pair[1], pair[0]) in pairs:
        return True  # a cycle through an anonymous interface: assume equal, differences show elsewhere
    pairs.add(pair)
    return all(f.id == g.id and _identical(f.type, g.type, ignore_tags, pairs) for f, g in zip(a, b, strict=True))


_IDENTICAL: Final[dict[type, Callable[..., bool]]] = {
    Pointer: _same_elem,
    Slice: _same_elem,
    Array: _same_array,
    Map: _same_map,
    Chan: _same_chan,
    Struct: _same_struct,
    Tuple: _same_tuple,
    Signature: _same_signature,
    Interface: _same_interface,
}


def assignable_to(v: Type, t: Type) -> bool:
    """A value of *typed* type v (or nil) may be assigned to a variable of type t (spec "Assignability")."""
    if identical(v, t):
        return True
    vu, tu = v.underlying, t.underlying
    if type(v) is Basic and v.info & IS_UNTYPED:
        if v.kind == UNTYPED_NIL:
            return has_nil(t)
        return type(tu) is Interface or type(tu) is Basic
    if identical(vu, tu) and (not is_named(v) or not is_named(t)) and type(vu) is not Basic:
        return True
    if type(tu) is Interface:
        return implements(v, tu)
    if isinstance(vu, Chan) and vu.dir == SEND_RECV and isinstance(tu, Chan) and identical(vu.elem, tu.elem):
        return not is_named(v) or not is_named(t)
    return False


# ---------------------------------------------------------------------------------------------------------------------
# Selectors and method sets


def lookup_field_or_method(
    t: Type, addressable: bool, pkg: Package | None, name: str
) -> tuple[Var | Func | None, tuple[int, ...], bool]:
    """Find the field or method name of t as seen from pkg (spec "Selectors").

    Returns (obj, path, indirect): path are the field indices of the embedded fields on the way, then the index of the
    field,
    or of the method among the methods of its type; indirect if a pointer was followed on the way. Without a hit obj is
    None and: path non-empty means the name is ambiguous; indirect means it is a method with pointer receiver out of
    reach.
    """
    if name == "_":
        return None, (), False
    if type(t) is Named and type(t.underlying) is Pointer:  # methods of *T are no methods of a named pointer type
        obj, path, indirect = _lookup(t.underlying, False, pkg, name)
        return (None, (), False) if type(obj) is Func else (obj, path, indirect)
    return _lookup(t, addressable, pkg, name)


def _lookup(
    t: Type, addressable: bool, pkg: Package | None, name: str
) -> tuple[Var | Func | None, tuple[int, ...], bool]:
    typ, is_ptr = deref(t)
    if is_ptr and type(typ.underlying) is Interface:
        return None, (), False
    # one entry: type, path to it, pointer followed, reached by more than one path of equal length
    current: list[tuple[Type, tuple[int, ...], bool, bool]] = [(typ, (), is_ptr, False)]
    seen: set[int] | None = None
    obj: Var | Func | None = None
    index: tuple[int, ...] = ()
    indirect = False
    while current:
        following: list[tuple[Type, tuple[int, ...], bool, bool]] = []
        for typ, path, followed, multiples in current:
            if type(typ) is Named:
                if seen is None:
                    seen = set()
                elif id(typ) in seen:
                    continue  # seen at a shallower depth: shadowed, or a recursive type
                seen.add(id(typ))
                i = typ.method_at(name, pkg)
                if i >= 0:
                    if obj is not None or multiples:
                        return None, (*path, i), False
                    obj, index, indirect = typ.methods[i], (*path, i), followed
                    continue
            u = typ.underlying
            if type(u) is Struct:
                i = u.field_at(name, pkg)
                if i >= 0:
                    if obj is not None or multiples:
                        return None, (*path, i), False
                    obj, index, indirect = u.fields[i], (*path, i), followed
                    continue
                if obj is None:
                    for i, f in enumerate(u.fields):
                        if f.embedded:
                            ft, fptr = deref(f.type)
                            if type(ft) is Named or type(ft.underlying) in (Struct, Interface):
                                following.append((ft, (*path, i), followed or fptr, multiples))
            elif type(u) is Interface:
                i = u.method_at(name, pkg)
                if i >= 0:
                    if obj is not None or multiples:
                        return None, (*path, i), False
                    obj, index, indirect = u.all_methods()[i], (*path, i), followed
        if obj is not None:
            if type(obj) is Func and ptr_recv(obj) and not indirect and not addressable:
                return None, (), True
            return obj, index, indirect
        current = _consolidate(following) if len(following) > 1 else following
    return None, (), False


def _consolidate(
    entries: list[tuple[Type, tuple[int, ...], bool, bool]],
) -> list[tuple[Type, tuple[int, ...], bool, bool]]:
    """Merge entries of one type: reached twice at one depth, its names are ambiguous."""
    out: list[tuple[Type, tuple[int, ...], bool, bool]] = []
    where: dict[int, int] = {}
    for e in entries:
        i = where.get(id(e[0]), -1)
        if i < 0 and type(e[0]) is not Named:
            i = next((j for j, o in enumerate(out) if identical(o[0], e[0])), -1)
        if i >= 0:
            o = out[i]
            out[i] = (o[0], o[1], o[2], True)
        else:
            where[id(e[0])] = len(out)
            out.append(e)
    return out


def ptr_recv(m: Func) -> bool:
    """Method m is declared with a pointer receiver."""
    sig = m.type
    if sig is not None and sig is not INVALID_TYPE:
        return sig.recv is not None and deref(sig.recv.type)[1]
    return m.has_ptr_recv


def missing_method(v: Type, t: Interface) -> Func | None:
    """The first method (method-set order) of interface t that v lacks or has with another type; None if v implements
    t."""
    methods = t.all_methods()
    if not methods:
        return None
    u = v.underlying
    if type(u) is Interface:
        u.all_methods()
        ids = u._ids or {}
        for m in methods:
            f = ids.get(m.id)
            if f is None or not identical(f.type, m.type):
                return m
        return None
    for m in methods:
        obj, _, _ = lookup_field_or_method(v, False, m.pkg, m.name)
        if type(obj) is not Func:
            return m
        if obj.type is None and RESOLVE_HOOK is not None:
            RESOLVE_HOOK(obj)
        if not identical(obj.type, m.type):
            return m
    return None


RESOLVE_HOOK: Callable[[Object], None] | None = None


def set_resolve_hook(hook: Callable[[Object], None] | None) -> None:
    """The checker's way to have a method's signature checked when a question about its type comes first."""
    global RESOLVE_HOOK
    RESOLVE_HOOK = hook


def implements(v: Type, t: Interface) -> bool:
    """v's method set has every method of t."""
    return missing_method(v, t) is None


def method_set(t: Type) -> list[Selection]:
    """The method set of t incl. promoted methods, in :func:`method_order`; each with its path (spec "Method sets").

    For interfaces: their methods. A Selection's ``indirect`` tells whether a pointer is followed on the way.
    """
    if t._mset is None:
        t._mset = _method_set(t)
    return t._mset


def _method_set(t: Type) -> list[Selection]:
    u = t.underlying
    if isinstance(u, Interface):
        return [Selection("method", t, m, (i,), False) for i, m in enumerate(u.all_methods())]
    if type(t) is Named and type(u) is Pointer:
        return []
    names: dict[str, Object] = {}
    _method_names(deref(t)[0], names, set())
    out = []
    for m in sorted(names.values(), key=method_order):
        obj, path, indirect = _lookup(t, False, m.pkg, m.name)
        if type(obj) is Func:
            if obj.type is None and RESOLVE_HOOK is not None:
                RESOLVE_HOOK(obj)
            out.append(Selection("method", t, obj, path, indirect))
    return out


def _method_names(t: Type, names: dict[str, Object], seen: set[int]) -> None:
    if id(t) in seen:
        return
    seen.add(id(t))
    if type(t) is Named:
        for m in t.methods:
            names.setdefault(m.id, m)
    u = t.underlying
    if isinstance(u, Struct):
        for f in u.fields:
            if f.embedded:
                _method_names(deref(f.type)[0], names, seen)
    elif isinstance(u, Interface):
        for m in u.all_methods():
            names.setdefault(m.id, m)


def concat_path(t: Type, path: Iterable[int]) -> list[Var]:
    """The fields that path walks, from a value (or pointer to a value) of t."""
    out = []
    for i in path:
        u = deref(t)[0].underlying
        if isinstance(u, Pointer):
            u = u.elem.underlying
        assert isinstance(u, Struct)
        f = u.fields[i]
        out.append(f)
        t = f.type
    return out


# ---------------------------------------------------------------------------------------------------------------------
# Size, alignment, pointers (amd64)

_BASIC_SIZE: Final[dict[int, int]] = {
    BOOL: 1, INT: 8, INT8: 1, INT16: 2, INT32: 4, INT64: 8, UINT: 8, UINT8: 1, UINT16: 2, UINT32: 4, UINT64: 8,
    UINTPTR: 8, FLOAT32: 4, FLOAT64: 8, COMPLEX64: 8, COMPLEX128: 16, STRING: 16, UNSAFE_POINTER: 8, INVALID: 8,
    UNTYPED_BOOL: 1, UNTYPED_INT: 8, UNTYPED_RUNE: 4, UNTYPED_FLOAT: 8, UNTYPED_COMPLEX: 16, UNTYPED_STRING: 16,
    UNTYPED_NIL: 8,
}  # fmt: skip
_BASIC_ALIGN: Final[dict[int, int]] = {COMPLEX64: 4, COMPLEX128: 8, STRING: 8, UNTYPED_COMPLEX: 8, UNTYPED_STRING: 8}


def align_up(n: int, a: int) -> int:
    """n rounded up to a multiple of a."""
    return (n + a - 1) // a * a


def size_of(t: Type) -> int:
    """Size of a value of t in bytes. A struct that ends in a zero-size field has a byte more, as in gc."""
    if t._size >= 0:
        return t._size
    u = t.underlying
    if type(u) is Basic:
        n = _BASIC_SIZE[u.kind]
    elif isinstance(u, Array):
        n = max(u.len, 0) * size_of(u.elem)
    elif isinstance(u, Struct):
        n = _struct_size(u)
    elif isinstance(u, Slice):
        n = 3 * WORD
    elif isinstance(u, Interface):
        n = 2 * WORD
    elif isinstance(u, Tuple):
        n = _tuple_size(u)
    else:
        n = WORD
    if u is not INVALID_TYPE:
        t._size = n
    return n


def align_of(t: Type) -> int:
    """Alignment of a variable of t in bytes."""
    if t._align:
        return t._align
    u = t.underlying
    if type(u) is Basic:
        n = _BASIC_ALIGN.get(u.kind) or _BASIC_SIZE[u.kind]
    elif isinstance(u, Array):
        n = align_of(u.elem)
    elif isinstance(u, Struct):
        n = max((align_of(f.type) for f in u.fields), default=1)
    elif isinstance(u, Tuple):
        n = max((align_of(v.type) for v in u.vars), default=1)
    else:
        n = WORD
    if u is not INVALID_TYPE:
        t._align = n
    return n


def offsets_of(t: Struct) -> list[int]:
    """Byte offset of every field."""
    if t._offsets is None:
        out = []
        at = 0
        for f in t.fields:
            at = align_up(at, align_of(f.type))
            out.append(at)
            at += size_of(f.type)
        t._offsets = out
    return t._offsets


def _struct_size(t: Struct) -> int:
    if not t.fields:
        return 0
    offsets = offsets_of(t)
    last = size_of(t.fields[-1].type)
    end = offsets[-1] + last
    if last == 0 and end > 0:
        end += 1
    return align_up(end, align_of(t))


def _tuple_size(t: Tuple) -> int:
    at = 0
    for v in t.vars:
        at = align_up(at, align_of(v.type)) + size_of(v.type)
    return align_up(at, align_of(t))


def tuple_offsets(t: Tuple) -> list[int]:
    """Byte offsets of a tuple's variables laid out as a struct."""
    out = []
    at = 0
    for v in t.vars:
        at = align_up(at, align_of(v.type))
        out.append(at)
        at += size_of(v.type)
    return out


class Words(Sequence[int]):
    """The pointer words of a large type, not written out: parts of (start, words, step between repetitions, their number)."""

    def __init__(self, *parts: tuple[int, Sequence[int], int, int]) -> None:
        self.parts = parts

    def __len__(self) -> int:
        return min(sum(len(words) * n for _, words, _, n in self.parts), sys.maxsize)

    @overload
    def __getitem__(self, i: int) -> int: ...
    @overload
    def __getitem__(self, i: slice) -> Sequence[int]: ...
    def __getitem__(self, i: int | slice) -> int | Sequence[int]:
        if isinstance(i, slice):
            raise TypeError("no slices of pointer words")
        i += len(self) if i < 0 else 0
        for start, words, step, n in self.parts:
            if i < len(words) * n:
                times, j = divmod(i, len(words))
                return start + times * step + words[j]
            i -= len(words) * n
        raise IndexError(i)

    def __iter__(self) -> Iterator[int]:
        return (start + k * step + w for start, words, step, n in self.parts for k in range(n) for w in words)


def ptr_words(t: Type) -> Sequence[int]:
    """Word offsets (8 bytes each) of a value of t that hold pointers, ascending. Both words of an interface count."""
    if t._ptrs is None:
        t._ptrs = _ptr_words(t)
    return t._ptrs


def _ptr_words(t: Type) -> Sequence[int]:
    u = t.underlying
    if type(u) is Basic:
        return [0] if u.kind in (STRING, UNSAFE_POINTER, UNTYPED_STRING, UNTYPED_NIL) else []
    if isinstance(u, Interface):
        return [0, 1]
    if isinstance(u, Array):
        if u.len <= 0:
            return []
        one = ptr_words(u.elem)
        if not one:
            return []
        step = size_of(u.elem) // WORD
        if u.len * len(one) > LONG:
            return Words((0, one, step, u.len))
        return [i * step + w for i in range(u.len) for w in one]
    if isinstance(u, Struct):
        offsets = offsets_of(u)
        fields = [ptr_words(f.type) for f in u.fields]
        if any(isinstance(words, Words) for words in fields):
            return Words(*((at // WORD, words, 0, 1) for at, words in zip(offsets, fields, strict=True) if words))
        return [at // WORD + w for at, words in zip(offsets, fields, strict=True) for w in words]
    if isinstance(u, Tuple):
        places = tuple_offsets(u)
        return [places[i] // WORD + w for i, v in enumerate(u.vars) for w in ptr_words(v.type)]
    return [0]


def ptr_bytes(t: Type) -> int:
    """Length in bytes of the prefix of a value of t that holds all its pointers (reflect's PtrBytes)."""
    u = t.underlying
    if isinstance(u, Array):
        one = ptr_bytes(u.elem)
        return 0 if one == 0 or u.len <= 0 else (u.len - 1) * size_of(u.elem) + one
    words = ptr_words(t)
    return (words[-1] + 1) * WORD if words else 0


# ---------------------------------------------------------------------------------------------------------------------
# Text: the key, reflect's form, and gc's messages


def key(t: Type) -> str:
    """A canonical string: equal for identical types, different for others (full package paths, tags, local numbers)."""
    k = t._key
    if k is None:
        k = _KEY[type(t)](t)
        t._key = k
    return k


def _key_basic(t: Basic) -> str:
    return "unsafe.Pointer" if t.kind == UNSAFE_POINTER else BASICS[t.kind].name


def _key_named(t: Named) -> str:
    obj = t.obj
    name = f"{obj.name}·{t.number}" if t.number else obj.name
    return f"{obj.pkg.path}.{name}" if obj.pkg is not None else name


def _key_struct(t: Struct) -> str:
    parts = []
    for i, f in enumerate(t.fields):
        head = f"{'?' if f.embedded else ''}{object_id(f.pkg, f.name)} {key(f.type)}"
        parts.append(f"{head} {t.tag(i)!r}" if t.tag(i) else head)
    return "struct{" + ";".join(parts) + "}"


def _key_tuple(t: Tuple) -> str:
    return "(" + ",".join([key(v.type) for v in t.vars]) + ")"


def _key_signature(t: Signature) -> str:
    return f"func{'...' if t.variadic else ''}{_key_tuple(t.params)}{_key_tuple(t.results)}"


def _key_interface(t: Interface) -> str:
    parts = [m.id + key(m.type) for m in t.all_methods()]
    if t.comparable:
        parts.append("comparable")
    for u in t.unions:
        parts.append("|".join(("~" if tilde else "") + key(x) for tilde, x in u))
    return "interface{" + ";".join(parts) + "}"


_CHAN_KEY: Final = ("chan ", "chan<- ", "<-chan ")


def _key_chan(t: Chan) -> str:
    return f"{_CHAN_KEY[t.dir]}({key(t.elem)})"


_KEY: Final[dict[type, Callable[[Any], str]]] = {
    Basic: _key_basic,
    Named: _key_named,
    Pointer: lambda t: "*" + key(t.elem),
    Slice: lambda t: "[]" + key(t.elem),
    Array: lambda t: f"[{t.len}]{key(t.elem)}",
    Map: lambda t: f"map[{key(t.key)}]{key(t.elem)}",
    Chan: _key_chan,
    Struct: _key_struct,
    Tuple: _key_tuple,
    Signature: _key_signature,
    Interface: _key_interface,
}


def quote(s: str) -> str:
    """s as a Go string literal (strconv.Quote); chars U+DC80..U+DCFF stand for raw bytes."""
    out = ['"']
    for c in s:
        n = ord(c)
        if c == '"' or c == "\\":
            out.append("\\" + c)
        elif 0xDC80 <= n <= 0xDCFF:
            out.append(f"\\x{n - 0xDC00:02x}")
        elif c in _ESCAPES:
            out.append(_ESCAPES[c])
        elif n < 32 or n == 127:
            out.append(f"\\x{n:02x}")
        elif n < 127 or c.isprintable():
            out.append(c)
        else:
            out.append(f"\\u{n:04x}" if n < 0x10000 else f"\\U{n:08x}")
    out.append('"')
    return "".join(out)


_ESCAPES: Final = {"\a": "\\a", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\v": "\\v"}


def reflect_string(t: Type) -> str:
    """The type as reflect and %T print it: ``main.T``, ``map[string]interface {}``, ``struct { X int }``."""
    return _Reflect().text(t)


def type_string(t: Type, qualifier: Qualifier | None = None) -> str:
    """The type as gc's messages print it; qualifier(pkg) gives the package prefix ("" for none; default: full path)."""
    return _Message(qualifier if qualifier is not None else package_path).text(t)


class _Reflect:
    """Writer of the run-time form: package names, spaces inside braces, no parameter names, aliases spelled out."""

    def name_of(self, t: Named) -> str:
        return f"{t.obj.pkg.name}.{t.obj.name}" if t.obj.pkg is not None else t.obj.name

    def text(self, t: Type) -> str:
        if isinstance(t, Basic):
            return _key_basic(t)
        if isinstance(t, Named):
            return self.name_of(t)
        if isinstance(t, Pointer):
            return "*" + self.text(t.elem)
        if isinstance(t, Slice):
            return "[]" + self.text(t.elem)
        if isinstance(t, Array):
            return f"[{t.len}]{self.text(t.elem)}"
        if isinstance(t, Map):
            return f"map[{self.text(t.key)}]{self.text(t.elem)}"
        if isinstance(t, Chan):
            return _chan_text(t, self.text(t.elem))
        if isinstance(t, Struct):
            return self._struct(t)
        if isinstance(t, Signature):
            return "func" + self.signature(t)
        if isinstance(t, Interface):
            return self._interface(t)
        assert isinstance(t, Tuple)
        return "(" + ", ".join(self.text(v.type) for v in t.vars) + ")"

    def _struct(self, t: Struct) -> str:
        if not t.fields:
            return "struct {}"
        parts = []
        for i, f in enumerate(t.fields):
            head = self.text(f.type) if f.embedded else f"{f.name} {self.text(f.type)}"
            parts.append(f"{head} {quote(t.tag(i))}" if t.tag(i) else head)
        return "struct { " + "; ".join(parts) + " }"

    def _interface(self, t: Interface) -> str:
        methods = t.all_methods()
        if not methods:
            return "interface {}"
        parts = []
        for m in methods:
            name = m.name if m.exported or m.pkg is None else f"{m.pkg.name}.{m.name}"
            parts.append(name + self.signature(m.type))
        return "interface { " + "; ".join(parts) + " }"

    def signature(self, t: Signature) -> str:
        parts = [self.text(v.type) for v in t.params.vars]
        if t.variadic:
            parts[-1] = "..." + self.text(t.params.vars[-1].type.underlying.elem)
        text = "(" + ", ".join(parts) + ")"
        results = t.results.vars
        if len(results) == 1:
            return f"{text} {self.text(results[0].type)}"
        if results:
            return f"{text} (" + ", ".join(self.text(v.type) for v in results) + ")"
        return text


class _Message:
    """Writer of the form in compiler messages (go/types' TypeString)."""

    def __init__(self, qualifier: Qualifier) -> None:
        self.qualifier = qualifier
        self.depth = 0

    def name_of(self, obj: TypeName) -> str:
        """The name with its package's, where that is needed."""
        prefix = self.qualifier(obj.pkg) if obj.pkg is not None else ""
        return f"{prefix}.{obj.name}" if prefix else obj.name

    def text(self, t: Type) -> str:
        if t.alias is not None:
            return self.name_of(t.alias)
        if isinstance(t, Basic):
            if t.kind == UNSAFE_POINTER:
                return "unsafe.Pointer"
            return t.name
        if isinstance(t, Named):
            return self.name_of(t.obj)
        if isinstance(t, Pointer):
            return "*" + self.text(t.elem)
        if isinstance(t, Slice):
            return "[]" + self.text(t.elem)
        if isinstance(t, Array):
            return f"[{t.len}]{self.text(t.elem)}"
        if isinstance(t, Map):
            return f"map[{self.text(t.key)}]{self.text(t.elem)}"
        if isinstance(t, Chan):
            return _chan_text(t, self.text(t.elem))
        if isinstance(t, Struct):
            return self._struct(t)
        if isinstance(t, Signature):
            return "func" + self.signature(t)
        if isinstance(t, Interface):
            return self._interface(t)
        assert isinstance(t, Tuple)
        return self.tuple(t, False)

    def _struct(self, t: Struct) -> str:
        parts = []
        for i, f in enumerate(t.fields):
            head = self.text(f.type) if f.embedded else f"{f.name} {self.text(f.type)}"
            parts.append(f"{head} {quote(t.tag(i))}" if t.tag(i) else head)
        return "struct{" + "; ".join(parts) + "}"

    def _interface(self, t: Interface) -> str:
        self.depth += 1
        if self.depth > 20:
            self.depth -= 1
            return "interface{...}"
        parts = [m.name + (self.signature(m.type) if isinstance(m.type, Signature) else "()") for m in t.methods]
        parts.extend(self.text(e) for e in t.embeddeds)
        parts.extend(" | ".join(("~" if tilde else "") + self.text(x) for tilde, x in u) for u in t.unions)
        self.depth -= 1
        return "interface{" + "; ".join(parts) + "}"

    def tuple(self, t: Tuple, variadic: bool) -> str:
        """``(a int, b ...string)``."""
        parts = []
        for i, v in enumerate(t.vars):
            if variadic and i == len(t.vars) - 1:
                u = v.type.underlying
                text = "..." + self.text(u.elem) if isinstance(u, Slice) else self.text(v.type) + "..."
            else:
                text = self.text(v.type)
            parts.append(f"{v.name} {text}" if v.name else text)
        return "(" + ", ".join(parts) + ")"

    def signature(self, t: Signature) -> str:
        """Parameters and results without the word func."""
        text = self.tuple(t.params, t.variadic)
        results = t.results.vars
        if not results:
            return text
        if len(results) == 1 and not results[0].name:
            return f"{text} {self.text(results[0].type)}"
        return f"{text} {self.tuple(t.results, False)}"


def _chan_text(t: Chan, elem: str) -> str:
    if t.dir == SEND_ONLY:
        return "chan<- " + elem
    if t.dir == RECV_ONLY:
        return "<-chan " + elem
    if isinstance(t.elem, Chan) and t.elem.dir == RECV_ONLY:
        return f"chan ({elem})"
    return "chan " + elem


def signature_string(t: Signature, qualifier: Qualifier | None = None) -> str:
    """The signature without the word func, in the form of messages."""
    return _Message(qualifier if qualifier is not None else package_path).signature(t)


ERROR_TYPE: Final = _make_error()
COMPARABLE_TYPE: Final = _make_comparable()
