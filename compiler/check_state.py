"""What the parts of the type checker share: the environment of the code being checked, scopes, delayed work, errors.

The checker is one class, built up file by file (each adds one subject to the one before): ``State`` here, then
``Convert``, ``TypeExprs``, ``Decls``, ``Exprs``, ``Literals``, ``Calls``, ``Builtins``, ``Stmts`` and, in check.py,
``Checker``. An *operand* is simply the expression node with its ``mode``, ``type`` and ``value``; where a value has no
expression of its own (the second value of a call, a range variable) a :class:`Stand` takes the node's place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from morestack.compiler import constants, tree, types
from morestack.compiler.exprstring import expr_string
from morestack.compiler.source import FileSet
from morestack.compiler.types import (
    INVALID_TYPE,
    UNTYPED_NIL_TYPE,
    Basic,
    Const,
    Func,
    Interface,
    Named,
    Object,
    Package,
    PkgName,
    Scope,
    Signature,
    Tuple,
    Type,
    TypeName,
    Var,
)

INVALID: Final[Any] = "invalid"  # mode of an erroneous operand

_MODE_TEXT: Final[dict[str, str]] = {
    "invalid": "invalid operand",
    "novalue": "no value",
    "builtin": "built-in",
    "type": "type",
    "const": "constant",
    "var": "variable",
    "mapindex": "map index expression",
    "value": "value",
    "nil": "nil",
    "commaok": "comma, ok expression",
}
_COMPOSITE: Final[dict[type, str]] = {
    types.Array: "array",
    types.Slice: "slice",
    types.Struct: "struct",
    types.Pointer: "pointer",
    types.Signature: "func",
    types.Interface: "interface",
    types.Map: "map",
    types.Chan: "chan",
    types.Tuple: "tuple",
}


class Report(Protocol):
    """The funnel for diagnostics, as the checker sees it (source.Errors is one)."""

    fset: FileSet

    def report(self, pos: int, message: str) -> None:
        """Take one diagnostic."""

    def __bool__(self) -> bool:
        """Any so far?"""


class ImportFailed(Exception):
    """Raised by an importer for a package that cannot be had; the text goes into ``could not import path (text)``."""


Importer = Callable[[str], Package]


@dataclass(slots=True, eq=False, repr=False)
class Stand(tree.Expr):
    """An operand without a node of its own; ``shown`` is what messages print in its place."""

    shown: tree.Expr | str


def stand(shown: tree.Expr | str, pos: int, t: Type, mode: Any = tree.VALUE, value: Any = None) -> Stand:
    """A Stand that is already an operand."""
    x = Stand(pos, shown)
    x.mode = mode
    x.type = t
    x.value = value
    return x


class DeclInfo:
    """What the resolver knows of a package-level object before it is checked."""

    __slots__ = ("checker", "deps", "func", "inherited", "init", "iota", "lhs", "ptr", "scope", "spec", "type_expr")

    def __init__(self, checker: State, scope: Scope) -> None:
        self.checker = checker
        self.scope = scope  # the file's
        self.lhs: list[Var] | None = None  # the variables of a multi-value initialisation
        self.type_expr: tree.Expr | None = None
        self.init: tree.Expr | None = None
        self.inherited = False
        self.iota = 0
        self.spec: tree.TypeSpec | None = None
        self.func: tree.FuncDecl | None = None
        self.deps: dict[Object, None] = {}  # package-level objects it refers to

    def has_initializer(self) -> bool:
        """A variable with an initial value or a function with a body."""
        return self.init is not None or (self.func is not None and self.func.body is not None)


class Env:
    """The context in which code is checked; replaced as a whole for each declaration and function body."""

    __slots__ = ("decl", "errpos", "func", "has_call", "iota", "lits", "scope", "sig", "stmt", "variables")

    def __init__(self, scope: Scope, decl: DeclInfo | None = None) -> None:
        self.scope = scope
        self.decl = decl
        self.iota: int | None = None
        self.errpos = 0  # position that replaces others in errors of inherited constant expressions
        self.sig: Signature | None = None
        self.has_call = False  # a call or receive was seen since this was last cleared
        self.func: tree.FuncDecl | tree.FuncLit | None = None
        self.lits: tuple[tree.FuncLit, ...] = ()  # the function literals around, outermost first
        self.stmt = 0  # position of the statement in a function body
        self.variables: list[Var] = []  # local variables declared in this function


class State:
    """Environment, scopes, delayed actions and messages."""

    def __init__(self, pkg: Package, importer: Importer, errors: Report, trusted: bool) -> None:
        self.pkg = pkg
        self.importer = importer
        self.errors = errors
        self.fset = errors.fset
        self.trusted = trusted
        self.env = Env(pkg.scope)
        self.delayed: list[Callable[[], None]] = []
        self.blocks = 0  # opened so far
        self.obj_path: list[Object] = []
        self.obj_index: dict[Object, int] = {}
        self.objects: list[Object] = []  # package-level objects in source order
        self.methods: dict[TypeName, list[Func]] = {}
        self.imports: list[PkgName] = []
        self.dot_imports: dict[tuple[int, str], PkgName] = {}
        self.failed = False
        self.on_demand = False  # a trusted package once it is resolved: errors are ours then
        self.faults: list[str] = []  # the errors found on demand
        self.shift_lhs: set[tree.Expr] = set()  # untyped constants shifted by a variable count
        self.twins: dict[TypeName, list[Named]] = {}  # copies of types that are not yet known, made for aliases
        self.pending: list[Named] = []  # types whose underlying type waits for another declaration
        self.interfaces: list[tuple[int, int, Interface]] = []  # from, to, type: those with elements
        self.sized: list[tuple[int, Type]] = []  # arrays and channels, and where gc sees that they are too large
        self.valid: set[Named] = set()  # types known not to contain themselves
        self.file_bases: dict[int, int] = {}  # base of each of the package's files -> its number
        self._names: dict[str, set[str]] | None = None  # package name -> paths of that name, for qualified messages

    # -- subjects of later files, called from earlier ones

    def expr(self, e: tree.Expr) -> None:
        """Check a single-valued expression."""
        raise NotImplementedError

    def raw_expr(self, e: tree.Expr) -> None:
        """Check any expression, type or builtin."""
        raise NotImplementedError

    def expr_or_type(self, e: tree.Expr) -> None:
        """Check an expression or type."""
        raise NotImplementedError

    def use(self, *exprs: tree.Expr | None) -> bool:
        """Check expressions only for their errors and uses; False if one is invalid."""
        raise NotImplementedError

    def selector(self, e: tree.SelectorExpr, want_type: bool = False) -> None:
        """Check x.sel."""
        raise NotImplementedError

    def obj_decl(self, obj: Object) -> None:
        """Check the declaration of obj if that has not been done."""
        raise NotImplementedError

    def func_body(self, decl: DeclInfo | None, node: tree.FuncDecl | tree.FuncLit, sig: Signature, env: Env) -> None:
        """Check a function body."""
        raise NotImplementedError

    # -- errors

    def error(self, at: int | tree.Expr, message: str) -> None:
        """Report at a position (for an expression: where gc sees its beginning) unless it is a follow-on error."""
        pos = at if type(at) is int else start_pos(at)  # type: ignore[arg-type]
        if self.failed and _follows_on(message):
            return
        self.failed = True
        if self.on_demand:
            self.faults.append(f"{self.where(pos)}: {message}")
        else:
            self.errors.report(self.env.errpos or pos, message)

    def where(self, pos: int) -> str:
        """Position as text inside a message."""
        return self.fset.position_text(pos)

    def other_decl(self, obj: Object) -> str:
        """Second line of a message about a name declared twice."""
        if not obj.pos:
            return ""
        return f"\n\t{self.where(obj.pos)}: other declaration of {obj.name}"

    # -- text

    def qualifier(self, pkg: Package) -> str:
        """Package prefix in messages: none for this package, the quoted path where names are ambiguous, else the
        name."""
        if pkg is self.pkg:
            return ""
        if self._names is None:
            self._names = {}
            self._mark(self.pkg, set())
        return types.quote(pkg.path) if len(self._names.get(pkg.name, ())) > 1 else pkg.name

    def _mark(self, pkg: Package, seen: set[Package]) -> None:
        assert self._names is not None
        if pkg in seen:
            return
        seen.add(pkg)
        if pkg.path != "internal/unicode":  # which has the types of package unicode
            self._names.setdefault(pkg.name, set()).add(pkg.path)
        for p in pkg.imports:
            self._mark(p, seen)

    def text(self, t: Type) -> str:
        """A type as this package's messages print it."""
        return types.type_string(t, self.qualifier)

    def operand(self, x: tree.Expr) -> str:
        """``x (variable of type int)``: an operand as messages print it."""
        mode = x.mode
        t = x.type
        if mode == "nil":
            if t is UNTYPED_NIL_TYPE:
                return "nil"
            return "nil (with invalid type)" if t is INVALID_TYPE else f"nil (of type {self.text(t)})"
        text = expr_string(x)
        out = [text, " ("] if text else []
        has_type = False
        if mode not in ("invalid", "novalue", "builtin", "type"):
            if types.is_untyped(t):
                assert isinstance(t, Basic)
                out.append(t.name + " ")
            else:
                has_type = True
        out.append(_MODE_TEXT[mode])
        if mode == "const":
            value = constants.text(x.value)
            if value != text:
                out.append(" " + value)
        if has_type:
            out.append(self._of_type(t))
        if text:
            out.append(")")
        return "".join(out)

    def _of_type(self, t: Type) -> str:
        if t is INVALID_TYPE:
            return " with invalid type"
        kind = ""
        if type(t) is Named or t.alias is not None:
            kind = composite_kind(t)
            u = t.underlying
            if not kind and isinstance(u, Basic):
                kind = u.name
            kind += " "
        return f" of {kind}type {self.text(t)}"

    def object_string(self, obj: Object) -> str:
        """``var x int``: an object as messages print it."""
        t = obj.type
        if isinstance(obj, PkgName):
            path = obj.imported.path
            return f"package {obj.name}" + (f' ("{path}")' if path != obj.name else "")
        if isinstance(obj, Func):
            sig = types.signature_string(t, self.qualifier) if isinstance(t, Signature) else ""
            return f"func {obj.full_name(self.qualifier)}{sig}"
        if isinstance(obj, types.Nil):
            return "nil"
        word = {Const: "const", TypeName: "type", types.Label: "label", types.Builtin: "builtin"}.get(type(obj), "var")
        if isinstance(obj, Var) and obj.kind == "field":
            word = "field"
        prefix = ""
        if obj.pkg is not None and obj.pkg.scope.names.get(obj.name) is obj:
            prefix = self.qualifier(obj.pkg)
        name = f"{prefix}.{obj.name}" if prefix else obj.name
        if isinstance(obj, (types.Label, types.Builtin)) or t is None:
            return f"{word} {name}"
        if isinstance(obj, TypeName):
            if isinstance(t, Basic):
                return f"{word} {name}"
            if obj.is_alias:
                name += " ="
            else:
                t = t.underlying
        return f"{word} {name} {self.text(t)}"

    # -- scopes

    def lookup(self, name: str) -> Object | None:
        """What name denotes in the current scope."""
        scope: Scope | None = self.env.scope
        while scope is not None:
            obj = scope.names.get(name)
            if obj is not None:
                return obj
            scope = scope.parent
        return None

    def declare(self, scope: Scope, ident: tree.Ident | None, obj: Object) -> None:
        """Enter obj into scope and onto its identifier; reports a second declaration."""
        if obj.name != "_":
            other = scope.insert(obj)
            if other is not None:
                self.error(obj.pos, f"{obj.name} redeclared in this block{self.other_decl(other)}")
                return
            if type(obj) is Var and obj.kind == "var":
                self.env.variables.append(obj)
        if ident is not None:
            ident.obj = obj

    def open_scope(self, comment: str = "") -> Scope:
        """Enter a new innermost block."""
        scope = self.env.scope = Scope(self.env.scope, 0, 0, comment)
        self.blocks += 1
        scope.serial = self.blocks
        return scope

    def close_scope(self) -> None:
        """Leave the innermost block."""
        parent = self.env.scope.parent
        assert parent is not None
        self.env.scope = parent

    def local(self, pos: int, name: str, t: Type | None) -> Var:
        """A new local variable of the function being checked (not yet declared)."""
        v = Var(pos, self.pkg, name, t)
        v.owner = self.env.func
        return v

    # -- delayed actions

    def later(self, action: Callable[[], None]) -> None:
        """Have action run when the current statement or package-level declaration is done."""
        self.delayed.append(action)

    def process_delayed(self, top: int) -> None:
        """Run the actions delayed since there were top of them, and those they delay."""
        delayed = self.delayed
        i = top
        while i < len(delayed):
            delayed[i]()
            i += 1
        del delayed[top:]

    # -- the path of declarations being checked

    def push(self, obj: Object) -> None:
        """Enter the declaration of obj."""
        self.obj_index[obj] = len(self.obj_path)
        self.obj_path.append(obj)

    def pop(self) -> None:
        """Leave the innermost declaration."""
        del self.obj_index[self.obj_path.pop()]

    def cycle_error(self, cycle: list[Any], start: int) -> None:
        """Report a declaration that depends on itself."""
        obj = cycle[start]
        is_type = isinstance(obj, TypeName)
        name = self._qualified(obj)
        if len(cycle) == 1:
            what = "invalid recursive type" if is_type else "invalid cycle in declaration"
            self.error(obj.pos, f"{what}: {name} refers to itself")
            return
        lines = [f"invalid recursive type {name}" if is_type else f"invalid cycle in declaration of {name}"]
        pos = obj.pos
        for i in range(len(cycle)):
            following = cycle[(start + i + 1) % len(cycle)]
            lines.append(f"\n\t{self.where(obj.pos)}: {self._qualified(obj)} refers to {self._qualified(following)}")
            obj = following
        self.error(pos, "".join(lines))

    def _qualified(self, obj: Object) -> str:
        prefix = self.qualifier(obj.pkg) if obj.pkg is not None else ""
        return f"{prefix}.{obj.name}" if prefix else obj.name

    def is_complete(self, t: Type | None) -> bool:
        """May a value of t be used here? Not while t is being declared: reports the cycle then."""
        while type(t) is Named:
            if not self.obj_index:
                return True
            i = self.obj_index.get(t.obj, -1)
            if i >= 0:
                cycle = self.obj_path[i:]
                self.cycle_error(cycle, first_in_source(cycle))
                return False
            t = t.rhs
        return True

    def add_dep(self, obj: Object) -> None:
        """The declaration being checked refers to package-level object obj."""
        decl = self.env.decl
        if decl is not None and obj.decl is not None and obj.pkg is self.pkg:
            decl.deps[obj] = None


def first_in_source(cycle: list[Any]) -> int:
    """Index of the object declared first."""
    return min(range(len(cycle)), key=lambda i: cycle[i].pos)


def composite_kind(t: Type) -> str:
    """``slice``, ``struct`` ... or "" for basic types."""
    return _COMPOSITE.get(type(t.underlying), "")


def start_pos(x: tree.Expr) -> int:
    """Where gc sees the beginning of x: its first character, but "[" of a slice expression and "(" of a func type."""
    while True:
        if isinstance(x, (tree.SelectorExpr, tree.IndexExpr, tree.TypeAssertExpr, tree.BinaryExpr)):
            x = x.x
        elif isinstance(x, tree.CallExpr):
            x = x.fun
        elif isinstance(x, tree.CompositeLit) and x.type_expr is not None:
            x = x.type_expr
        elif isinstance(x, tree.KeyValueExpr):
            x = x.key
        elif isinstance(x, tree.SliceExpr):
            return x.lbrack
        elif isinstance(x, tree.FuncType):
            return x.params.pos
        elif isinstance(x, Stand) and isinstance(x.shown, tree.Expr):
            x = x.shown
        else:
            return x.pos


def _follows_on(message: str) -> bool:
    """Whether a message tells of nothing new after another one. gc looks at the first part of it only, and what comes
    behind a newline is a part of its own but where the cause stands there. (errors.go, report)"""
    head = message if message.startswith(("cannot ", "impossible ")) else message.partition("\n\t")[0]
    return head.find("invalid operand") > 0 or head.find("invalid type") > 0


def syn_pos(x: tree.Expr) -> int:
    """Where gc's syntax tree places x: at the operator, bracket or parenthesis that makes the expression."""
    if isinstance(x, tree.BinaryExpr):
        return x.op_pos
    if isinstance(x, (tree.IndexExpr, tree.SliceExpr)):
        return x.lbrack
    if isinstance(x, tree.CallExpr):
        return x.lparen
    if isinstance(x, tree.SelectorExpr):
        return x.sel.pos - 1
    return start_pos(x)


def nth(n: int, what: str) -> str:
    """``1st function result``."""
    return f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n, 'th') } {what}"


def measure(n: int, unit: str) -> str:
    """``2 variables``."""
    return f"{n} {unit}" if n == 1 else f"{n} {unit}s"


def array_ptr_deref(t: Type) -> Type:
    """The array that a pointer to an array points to; other types unchanged."""
    if type(t) is types.Pointer:
        u = t.elem.underlying
        if type(u) is types.Array:
            return u
    return t


def is_interface_ptr(t: Type) -> bool:
    """A pointer to an interface."""
    u = t.underlying
    return type(u) is types.Pointer and type(u.elem.underlying) is Interface


def object_kind(obj: Object) -> str:
    """What sort of thing a name denotes, in words."""
    if isinstance(obj, Var):
        return {
            "global": "package-level variable",
            "var": "local variable",
            "recv": "receiver",
            "param": "parameter",
            "result": "result variable",
            "field": "struct field",
        }[obj.kind]
    if isinstance(obj, TypeName):
        return "type alias" if obj.is_alias else "defined type"
    if isinstance(obj, Func):
        return "method" if isinstance(obj.type, Signature) and obj.type.recv is not None else "function"
    kinds: dict[type, str] = {
        PkgName: "package name",
        Const: "constant",
        types.Label: "label",
        types.Builtin: "built-in function",
        types.Nil: "untyped nil",
    }
    return kinds[type(obj)]


def tuple_types(t: Tuple) -> list[Type]:
    """Types of a tuple's variables."""
    return [v.type for v in t.vars]
