"""Syntax nodes of Go: the hand-over from the parser to the checker, and (typed) from the checker to all that follows.

The names are those of Go's ``go/ast`` with fields in snake case.  A field that holds the *syntax* of a type is called
``type_expr``, so that ``.type`` is free for the checker's result.  Every node has ``pos``, the offset of its first
character in the file set (see :class:`morestack.compiler.source.FileSet`); other positions (``op_pos``, ``rbrace``
and so on) are of the same kind, 0 meaning "not there".

Slots declared with ``init=False`` are not syntax: the checker (or the escape analysis) fills them in.  They are typed
as if they were always filled, because all that follows the checker may rely on it; before that they hold None.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from morestack.compiler import types

# -- operand modes: the answer to "what kind of thing is this expression" (go/types operandMode)

Mode = Literal["novalue", "builtin", "type", "const", "var", "mapindex", "value", "commaok", "nil"]

NOVALUE: Final = "novalue"  # a call without results
BUILTIN: Final = "builtin"  # the name of a predeclared function
TYPE: Final = "type"  # a type
CONST: Final = "const"  # a constant; .value holds it
VAR: Final = "var"  # an addressable variable
MAPINDEX: Final = "mapindex"  # m[k]: assignable, not addressable
VALUE: Final = "value"  # any other value
COMMAOK: Final = "commaok"  # a value that may also be used in the v, ok form
NIL: Final = "nil"  # the predeclared nil

MODES: Final[tuple[Mode, ...]] = (NOVALUE, BUILTIN, TYPE, CONST, VAR, MAPINDEX, VALUE, COMMAOK, NIL)

CallKind = Literal["call", "conversion", "builtin"]
LitKind = Literal["INT", "FLOAT", "IMAG", "CHAR", "STRING", "BAD"]


Stmts: TypeAlias = "list[Stmt]"  # for the classes in which a field called list hides the builtin


UNSET: Final[Any] = None  # what a slot holds until its phase has filled it in


# -- the roots


@dataclass(slots=True, eq=False, repr=False)
class Node:
    """Any syntax node."""

    pos: int

    def __repr__(self) -> str:
        return f"<{type(self).__name__} @{self.pos}>"


@dataclass(slots=True, eq=False, repr=False)
class Expr(Node):
    """Any expression, type expressions included."""

    # the final type as in go/types; a Tuple for multi-value calls and comma-ok forms
    type: types.Type = field(init=False, default=UNSET)
    value: Any = field(init=False, default=UNSET)  # exact constant value, or None
    mode: Mode = field(init=False, default=UNSET)
    commaok: bool = field(init=False, default=False)  # used in the v, ok form
    # the storage this expression creates must live in the heap (escape analysis)
    escapes: bool = field(init=False, default=True)


@dataclass(slots=True, eq=False, repr=False)
class Stmt(Node):
    """Any statement."""


@dataclass(slots=True, eq=False, repr=False)
class Spec(Node):
    """One import, constant, variable or type specification."""


@dataclass(slots=True, eq=False, repr=False)
class Decl(Node):
    """Any declaration."""


# -- operands


@dataclass(slots=True, eq=False, repr=False)
class BadExpr(Expr):
    """Stands where an expression is missing; only in files with syntax errors, which are not checked."""


@dataclass(slots=True, eq=False, repr=False)
class Ident(Expr):
    """identifier = letter { letter | unicode_digit } ."""

    name: str
    obj: types.Object = field(init=False, default=UNSET)  # the object this name uses or defines


@dataclass(slots=True, eq=False, repr=False)
class BasicLit(Expr):
    """BasicLit = int_lit | float_lit | imaginary_lit | rune_lit | string_lit .  ``text`` is the source text.

    The scanner has reported a BAD one, so nothing more is said of it.
    """

    kind: LitKind
    text: str
    data: bytes | None = None  # STRING only: the bytes the literal denotes; CHAR: None (see ``rune``)
    rune: int = 0  # CHAR only: the code point


@dataclass(slots=True, eq=False, repr=False)
class CompositeLit(Expr):
    """CompositeLit = LiteralType "{" [ ElementList [ "," ] ] "}" .  ``type_expr`` is None where it is elided."""

    type_expr: Expr | None
    lbrace: int
    elts: list[Expr]
    rbrace: int


@dataclass(slots=True, eq=False, repr=False)
class KeyValueExpr(Expr):
    """KeyedElement = Key ":" Element ."""

    key: Expr
    colon: int
    val: Expr


@dataclass(slots=True, eq=False, repr=False)
class FuncLit(Expr):
    """FunctionLit = "func" Signature FunctionBody ."""

    type_expr: FuncType
    body: BlockStmt
    scope: Any = field(init=False, default=UNSET)
    captures: Any = field(init=False, default=UNSET)  # the variables of enclosing functions it uses (list of types.Var)
    name: str = field(init=False, default="")  # the linker's name (main.main.func1)


@dataclass(slots=True, eq=False, repr=False)
class ParenExpr(Expr):
    """ "(" Expression ")" ."""

    x: Expr
    rparen: int


# -- primary expressions


@dataclass(slots=True, eq=False, repr=False)
class SelectorExpr(Expr):
    """Selector = PrimaryExpr "." identifier ; also a qualified identifier and a method expression."""

    x: Expr
    sel: Ident
    selection: Any = field(init=False, default=UNSET)  # types.Selection, None for a qualified identifier


@dataclass(slots=True, eq=False, repr=False)
class IndexExpr(Expr):
    """Index = PrimaryExpr "[" Expression "]" ; also an instantiation with one type argument."""

    x: Expr
    lbrack: int
    index: Expr
    rbrack: int


@dataclass(slots=True, eq=False, repr=False)
class IndexListExpr(Expr):
    """An instantiation with two or more type arguments: x "[" Type "," Type ... "]" ."""

    x: Expr
    lbrack: int
    indices: list[Expr]
    rbrack: int


@dataclass(slots=True, eq=False, repr=False)
class SliceExpr(Expr):
    """Slice = PrimaryExpr "[" [ low ] ":" [ high ] [ ":" max ] "]" ."""

    x: Expr
    lbrack: int
    low: Expr | None
    high: Expr | None
    max: Expr | None
    slice3: bool
    rbrack: int


@dataclass(slots=True, eq=False, repr=False)
class TypeAssertExpr(Expr):
    """TypeAssertion = PrimaryExpr "." "(" Type ")" ; ``type_expr`` is None for x.(type)."""

    x: Expr
    lparen: int
    type_expr: Expr | None
    rparen: int


@dataclass(slots=True, eq=False, repr=False)
class CallExpr(Expr):
    """Arguments = PrimaryExpr "(" [ ArgumentList ] ")" ; ``ellipsis`` is the position of "..." or 0."""

    fun: Expr
    lparen: int
    args: list[Expr]
    ellipsis: int
    rparen: int
    kind: CallKind = field(init=False, default=UNSET)
    builtin: str = field(init=False, default="")  # the name of the builtin when kind is "builtin"


@dataclass(slots=True, eq=False, repr=False)
class StarExpr(Expr):
    """ "*" x : an indirection or a pointer type."""

    x: Expr


@dataclass(slots=True, eq=False, repr=False)
class UnaryExpr(Expr):
    """unary_op UnaryExpr ; ``op`` is one of + - ! ^ & <- ~ ."""

    op: str
    x: Expr


@dataclass(slots=True, eq=False, repr=False)
class BinaryExpr(Expr):
    """Expression binary_op Expression ; gc reports it at ``op_pos``."""

    x: Expr
    op_pos: int
    op: str
    y: Expr


# -- types


@dataclass(slots=True, eq=False, repr=False)
class Ellipsis(Expr):
    """ "..." [ Type ] in a parameter list, or the length of "[...]T"."""

    elt: Expr | None


@dataclass(slots=True, eq=False, repr=False)
class ArrayType(Expr):
    """ArrayType = "[" ArrayLength "]" ElementType ; SliceType has ``len`` None; "[...]" has an Ellipsis."""

    len: Expr | None
    elt: Expr


@dataclass(slots=True, eq=False, repr=False)
class Field(Node):
    """One entry of a parameter list, struct or interface; no names: embedded, or a parameter without a name."""

    names: list[Ident]
    type_expr: Expr
    tag: BasicLit | None = None


@dataclass(slots=True, eq=False, repr=False)
class FieldList(Node):
    """A parenthesised or braced list of fields; ``closing`` is that of ")" or "}" (0 for a bare result type)."""

    list: list[Field]
    closing: int

    def num_fields(self) -> int:
        """The number of parameters or fields, a nameless one counting as one."""
        return sum(len(f.names) or 1 for f in self.list)


@dataclass(slots=True, eq=False, repr=False)
class StructType(Expr):
    """StructType = "struct" "{" { FieldDecl ";" } "}" ."""

    fields: FieldList


@dataclass(slots=True, eq=False, repr=False)
class FuncType(Expr):
    """FunctionType = "func" Signature ."""

    type_params: FieldList | None
    params: FieldList
    results: FieldList | None


@dataclass(slots=True, eq=False, repr=False)
class InterfaceType(Expr):
    """InterfaceType = "interface" "{" { InterfaceElem ";" } "}" ; a method has one name and a FuncType."""

    methods: FieldList


@dataclass(slots=True, eq=False, repr=False)
class MapType(Expr):
    """MapType = "map" "[" KeyType "]" ElementType ."""

    key: Expr
    elem: Expr


@dataclass(slots=True, eq=False, repr=False)
class ChanType(Expr):
    """ChannelType = ( "chan" | "chan" "<-" | "<-" "chan" ) ElementType ; ``dir`` is "both", "send" or "recv"."""

    dir: Literal["both", "send", "recv"]
    elem: Expr


# -- statements


@dataclass(slots=True, eq=False, repr=False)
class DeclStmt(Stmt):
    """A constant, type or variable declaration in a function."""

    decl: GenDecl


@dataclass(slots=True, eq=False, repr=False)
class EmptyStmt(Stmt):
    """EmptyStmt = . ``implicit`` when the semicolon was not written."""

    implicit: bool


@dataclass(slots=True, eq=False, repr=False)
class LabeledStmt(Stmt):
    """LabeledStmt = Label ":" Statement ."""

    label: Ident
    colon: int
    stmt: Stmt


@dataclass(slots=True, eq=False, repr=False)
class ExprStmt(Stmt):
    """ExpressionStmt = Expression ."""

    x: Expr


@dataclass(slots=True, eq=False, repr=False)
class SendStmt(Stmt):
    """SendStmt = Channel "<-" Expression ."""

    chan: Expr
    arrow: int
    value: Expr


@dataclass(slots=True, eq=False, repr=False)
class IncDecStmt(Stmt):
    """IncDecStmt = Expression ( "++" | "--" ) ."""

    x: Expr
    tok_pos: int
    tok: str


@dataclass(slots=True, eq=False, repr=False)
class AssignStmt(Stmt):
    """Assignment and short variable declaration; ``tok`` is "=", ":=", "+=" ...; gc reports at ``tok_pos``."""

    lhs: list[Expr]
    tok_pos: int
    tok: str
    rhs: list[Expr]


@dataclass(slots=True, eq=False, repr=False)
class GoStmt(Stmt):
    """GoStmt = "go" Expression ; until checked, ``call`` may be any expression."""

    call: CallExpr


@dataclass(slots=True, eq=False, repr=False)
class DeferStmt(Stmt):
    """DeferStmt = "defer" Expression ; until checked, ``call`` may be any expression."""

    call: CallExpr
    stack: bool = field(init=False, default=False)  # its record may live in the frame (escape analysis)


@dataclass(slots=True, eq=False, repr=False)
class ReturnStmt(Stmt):
    """ReturnStmt = "return" [ ExpressionList ] ."""

    results: list[Expr]


@dataclass(slots=True, eq=False, repr=False)
class BranchStmt(Stmt):
    """break, continue, goto, fallthrough."""

    tok: Literal["break", "continue", "goto", "fallthrough"]
    label: Ident | None
    target: Any = field(init=False, default=UNSET)  # the statement left or continued; for goto the LabeledStmt


@dataclass(slots=True, eq=False, repr=False)
class BlockStmt(Stmt):
    """Block = "{" StatementList "}" ; ``pos`` is the opening brace."""

    list: list[Stmt]
    rbrace: int
    scope: Any = field(init=False, default=UNSET)


@dataclass(slots=True, eq=False, repr=False)
class IfStmt(Stmt):
    """IfStmt = "if" [ SimpleStmt ";" ] Expression Block [ "else" ( IfStmt | Block ) ] ."""

    init: Stmt | None
    cond: Expr
    body: BlockStmt
    els: Stmt | None


@dataclass(slots=True, eq=False, repr=False)
class CaseClause(Stmt):
    """ExprCaseClause and TypeCaseClause; ``list`` is None for default."""

    list: list[Expr] | None
    colon: int
    body: Stmts
    obj: Any = field(init=False, default=UNSET)  # the variable of "switch x := y.(type)" in this clause (types.Var)
    scope: Any = field(init=False, default=UNSET)


@dataclass(slots=True, eq=False, repr=False)
class SwitchStmt(Stmt):
    """ExprSwitchStmt = "switch" [ SimpleStmt ";" ] [ Expression ] "{" { ExprCaseClause } "}" ."""

    init: Stmt | None
    tag: Expr | None
    body: BlockStmt  # of CaseClause only


@dataclass(slots=True, eq=False, repr=False)
class TypeSwitchStmt(Stmt):
    """TypeSwitchStmt ; ``assign`` is "x := y.(type)" (AssignStmt) or "y.(type)" (ExprStmt)."""

    init: Stmt | None
    assign: Stmt
    body: BlockStmt  # of CaseClause only


@dataclass(slots=True, eq=False, repr=False)
class CommClause(Stmt):
    """CommClause ; ``comm`` is a SendStmt, ExprStmt or AssignStmt, None for default."""

    comm: Stmt | None
    colon: int
    body: Stmts
    scope: Any = field(init=False, default=UNSET)


@dataclass(slots=True, eq=False, repr=False)
class SelectStmt(Stmt):
    """SelectStmt = "select" "{" { CommClause } "}" ."""

    body: BlockStmt  # of CommClause only


@dataclass(slots=True, eq=False, repr=False)
class ForStmt(Stmt):
    """ForStmt with a condition or a for clause."""

    init: Stmt | None
    cond: Expr | None
    post: Stmt | None
    body: BlockStmt


@dataclass(slots=True, eq=False, repr=False)
class RangeStmt(Stmt):
    """ForStmt with a range clause; ``tok`` is "", "=" or ":="; ``extra`` is a third variable, always wrong."""

    key: Expr | None
    value: Expr | None
    tok_pos: int
    tok: str
    range_pos: int
    x: Expr
    body: BlockStmt
    extra: Expr | None = None


# -- declarations


@dataclass(slots=True, eq=False, repr=False)
class ImportSpec(Spec):
    """ImportSpec = [ "." | PackageName ] ImportPath ."""

    name: Ident | None
    path: BasicLit
    obj: Any = field(init=False, default=UNSET)

    def import_path(self) -> str:
        """The path between the quotes."""
        return (self.path.data or b"").decode("utf-8", "replace")


@dataclass(slots=True, eq=False, repr=False)
class ValueSpec(Spec):
    """ConstSpec and VarSpec; ``iota`` is its index in the group (an implicit repetition has no type and no values)."""

    names: list[Ident]
    type_expr: Expr | None
    values: list[Expr]
    iota: int


@dataclass(slots=True, eq=False, repr=False)
class TypeSpec(Spec):
    """TypeDef = identifier [ TypeParameters ] [ "=" ] Type ; ``assign`` is the position of "=" of an alias, or 0."""

    name: Ident
    type_params: FieldList | None
    assign: int
    type_expr: Expr


@dataclass(slots=True, eq=False, repr=False)
class GenDecl(Decl):
    """import, const, type or var declaration; ``lparen`` is 0 for a single specification."""

    tok: Literal["import", "const", "type", "var"]
    lparen: int
    specs: list[Spec]
    rparen: int


@dataclass(slots=True, eq=False, repr=False)
class FuncDecl(Decl):
    """FunctionDecl and MethodDecl; ``body`` is None for a function implemented outside Go."""

    recv: FieldList | None
    name: Ident
    type_expr: FuncType
    body: BlockStmt | None
    pragmas: frozenset[str] = frozenset()  # "noinline", "nosplit", "systemstack", ... from //go: comments
    doc: str = ""  # the comment text directly above, without comment markers and directives
    linkname: str = ""  # from //go:linkname
    obj: Any = field(init=False, default=UNSET)  # types.Func
    scope: Any = field(init=False, default=UNSET)


@dataclass(slots=True, eq=False, repr=False)
class File(Node):
    """SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" } . ``pos`` is that of "package"."""

    path: str
    name: Ident
    decls: list[Decl]
    imports: list[ImportSpec]
    end: int
    linknames: dict[str, str]  # local name -> symbol
    doc: str = ""
    scope: Any = field(init=False, default=UNSET)


# -- generic access


_WORD: Final = re.compile(r"\w+")


def _child_fields() -> dict[type, tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each node class: the names of its syntax fields, and of those that hold nodes (or lists of nodes)."""
    classes: dict[str, type] = {n: c for n, c in globals().items() if isinstance(c, type) and issubclass(c, Node)}
    table: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for cls in classes.values():
        syntax = [f for f in dataclasses.fields(cls) if f.init and f.name != "pos"]
        nodes = [f.name for f in syntax if any(w in classes or w == "Stmts" for w in _WORD.findall(str(f.type)))]
        table[cls] = (tuple(f.name for f in syntax), tuple(nodes))
    return table


FIELDS: Final = _child_fields()


def children(node: Node) -> list[Node]:
    """The direct child nodes, in source order."""
    out: list[Node] = []
    for name in FIELDS[type(node)][1]:
        child = getattr(node, name)
        if child is None:
            continue
        if type(child) is list:
            out += child
        else:
            out.append(child)
    return out


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, parents first, in source order; no recursion."""
    stack = [node]
    pop = stack.pop
    fields = FIELDS
    while stack:
        n = pop()
        yield n
        names = fields[type(n)][1]
        for i in range(len(names) - 1, -1, -1):
            child = getattr(n, names[i])
            if child is None:
                continue
            if type(child) is list:
                stack.extend(reversed(child))
            else:
                stack.append(child)


def unparen(x: Expr) -> Expr:
    """x without enclosing parentheses."""
    while type(x) is ParenExpr:
        x = x.x
    return x


def start(x: Expr) -> int:
    """Position of the first character of x (its ``pos``, by construction)."""
    return x.pos


_ELIDED: Final = "\u2026"  # gc writes this for the contents of bodies


def expr_string(x: Expr | None) -> str:
    """Source text of an expression as gc quotes it: bodies and literal contents shortened to an ellipsis."""
    match x:
        case None:
            return ""
        case Ident():
            return x.name
        case BadExpr():
            return "<bad expr>"
        case BasicLit():
            return x.text
        case CompositeLit():
            return f"{expr_string(x.type_expr)}{{{_ELIDED if x.elts else ''}}}"
        case KeyValueExpr():
            return f"{expr_string(x.key)}: {expr_string(x.val)}"
        case FuncLit():
            return f"{expr_string(x.type_expr)} {{{_ELIDED if x.body.list else ''}}}"
        case ParenExpr():
            return f"({expr_string(x.x)})"
        case SelectorExpr():
            return f"{expr_string(x.x)}.{x.sel.name}"
        case IndexExpr():
            return f"{expr_string(x.x)}[{expr_string(x.index)}]"
        case IndexListExpr():
            return f"{expr_string(x.x)}[{_list_string(x.indices)}]"
        case SliceExpr():
            top = f":{expr_string(x.max)}" if x.slice3 else ""
            return f"{expr_string(x.x)}[{expr_string(x.low)}:{expr_string(x.high)}{top}]"
        case TypeAssertExpr():
            return f"{expr_string(x.x)}.({expr_string(x.type_expr) or 'type'})"
        case CallExpr():
            return f"{expr_string(x.fun)}({_list_string(x.args)}{'...' if x.ellipsis else ''})"
        case StarExpr():
            return f"*{expr_string(x.x)}"
        case UnaryExpr():
            return f"{x.op}{expr_string(x.x)}"
        case BinaryExpr():
            return f"{expr_string(x.x)} {x.op} {expr_string(x.y)}"
    return _type_string(x)


def _type_string(x: Expr) -> str:
    """Text of a type literal."""
    match x:
        case Ellipsis():
            return f"...{expr_string(x.elt)}"
        case ArrayType():
            return f"[{expr_string(x.len)}]{expr_string(x.elt)}"
        case MapType():
            return f"map[{expr_string(x.key)}]{expr_string(x.elem)}"
        case ChanType():
            head = {"both": "chan", "send": "chan<-", "recv": "<-chan"}[x.dir]
            elem = expr_string(x.elem)
            if x.dir == "both" and isinstance(x.elem, ChanType) and x.elem.dir == "recv":
                elem = f"({elem})"
            return f"{head} {elem}"
        case FuncType():
            return "func" + _signature_string(x)
        case StructType():
            return f"struct{{{_fields_string(x.fields, '; ')}}}"
        case InterfaceType():
            return f"interface{{{_fields_string(x.methods, '; ')}}}"
    return type(x).__name__


def _signature_string(x: FuncType) -> str:
    """Parameters and results."""
    text = f"({_fields_string(x.params, ', ')})"
    if x.results is None or not x.results.list:
        return text
    first = x.results.list[0]
    if len(x.results.list) == 1 and not first.names:
        return f"{text} {expr_string(first.type_expr)}"
    return f"{text} ({_fields_string(x.results, ', ')})"


def _fields_string(fields: FieldList, separator: str) -> str:
    """Fields, parameters or methods."""
    out: list[str] = []
    for f in fields.list:
        names = ", ".join(n.name for n in f.names)
        if names and separator == "; " and isinstance(f.type_expr, FuncType) and fields.list and len(f.names) == 1:
            out.append(names + " " + expr_string(f.type_expr) if f.tag else names + _signature_string(f.type_expr))
        else:
            out.append(f"{names} {expr_string(f.type_expr)}" if names else expr_string(f.type_expr))
    return separator.join(out)


def _list_string(exprs: list[Expr]) -> str:
    return ", ".join(expr_string(x) for x in exprs)


def stmt_string(s: Stmt) -> str:
    """Source text of a simple statement."""
    match s:
        case ExprStmt():
            return expr_string(s.x)
        case SendStmt():
            return f"{expr_string(s.chan)} <- {expr_string(s.value)}"
        case IncDecStmt():
            return f"{expr_string(s.x)}{s.tok}"
        case AssignStmt():
            return f"{_list_string(s.lhs)} {s.tok} {_list_string(s.rhs)}"
    return type(s).__name__


def dump(node: Node, where: Callable[[int], str] | None = None) -> str:
    """The tree as text: one node a line, two spaces a level, scalars beside the class name, types when known.

    ``where`` turns a position into text (for example ``fset.position_text``); without it positions are left out.
    """
    out: list[str] = []
    # the work list holds (depth, label, node); no recursion, so that any tree can be shown
    stack: list[tuple[int, str, Any]] = [(0, "", node)]
    while stack:
        depth, label, item = stack.pop()
        if not isinstance(item, Node):
            out.append(f"{'  ' * depth}{label}{item}")
            continue
        out.append("  " * depth + label + _headline(item, where))
        later: list[tuple[int, str, Any]] = []
        for name in FIELDS[type(item)][1]:
            child = getattr(item, name)
            if child is None:
                continue
            if type(child) is list:
                later.extend((depth + 1, f"{name}[{i}]: ", c) for i, c in enumerate(child))
            else:
                later.append((depth + 1, f"{name}: ", child))
        stack.extend(reversed(later))
    return "\n".join(out) + "\n"


_POSITIONS: Final = frozenset(
    {"lbrace", "rbrace", "colon", "lparen", "rparen", "lbrack", "rbrack", "op_pos", "tok_pos", "arrow", "range_pos"}
    | {"closing", "end"}
)


def _headline(node: Node, where: Callable[[int], str] | None) -> str:
    """The class name with the node's scalar fields and, after checking, its type, mode and value."""
    words = [type(node).__name__]
    names, nodes = FIELDS[type(node)]
    for name in names:
        if name in nodes or name in _POSITIONS:
            continue
        value = getattr(node, name)
        if value in (None, "", 0, False) or value == frozenset() or value == {}:
            continue
        words.append(f"{name}={sorted(value)}" if isinstance(value, frozenset) else f"{name}={value!r}")
    if where is not None:
        words.append("@" + where(node.pos))
    if isinstance(node, Expr) and node.mode is not None:
        words.append(f"<{node.mode} {node.type}" + (f" = {node.value}>" if node.value is not None else ">"))
    return " ".join(words)
