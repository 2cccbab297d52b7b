"""The first look at a function body: its closures with their linker names, what they capture, which variables have
their address taken or are assigned again, which functions it calls by name, and which expressions contain calls.

Everything that follows (escape analysis, IR) reads these facts and never walks a body to find them again.
Closure names: gc's closureName (cmd/compile/internal/ir/func.go), or the seed's ``main.func·001``.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from typing import Any, Final

from morestack.compiler import deadcode, ir, tree, types
from morestack.compiler.types import Func, Pointer, Signature, Type, Var


class VarInfo:
    """What is known of one local variable; hangs on ``types.Var.ext``."""

    __slots__ = ("addrtaken", "byval", "captured", "closure", "escapes", "fn", "loc", "reassigned")

    def __init__(self, fn: FnInfo) -> None:
        self.fn = fn
        self.addrtaken = False  # its address is needed: & x.M() x[:]
        self.reassigned = False  # assigned after its declaration
        self.captured = False
        self.byval = False  # captured by value (decided by the escape analysis)
        self.escapes = False  # lives in the heap
        self.closure: tree.FuncLit | None = None  # the literal it was declared with
        self.loc: Any = None  # its location in the escape analysis


MAX_OPEN_DEFERS = 8  # defer statements (walk/stmt.go, maxOpenDefers)
MAX_DEFER_COPIES = 15  # of deferred calls at returns (ssagen/ssa.go, buildssa)


class FnInfo:
    """One function body: a declaration, a literal, or a package's initialisers (node None)."""

    __slots__ = (
        "all", "body", "callful", "captures", "closures", "counters", "deferred", "direct", "has_recover", "inits", "inliteral",
        "looping", "mentions", "name", "node", "obj", "parent", "returns", "sig", "solved", "stack_boxes", "top",
    )  # fmt: skip

    def __init__(self, name: str, node: Any, sig: Signature, parent: FnInfo | None, obj: Func | None) -> None:
        self.name = name
        self.node = node
        self.sig = sig
        self.parent = parent
        self.obj = obj
        self.top: FnInfo = parent.top if parent is not None else self
        self.body: tree.BlockStmt | None = node.body if node is not None else None
        self.inits: list[tuple[Type, tree.Expr]] = []  # a package's initialisers: (type of the variable, expression)
        self.captures: dict[Var, None] = {}
        self.closures: dict[tree.FuncLit, FnInfo] = {}
        self.counters = [0, 0]  # function literals, go/defer wrappers
        self.deferred: list[tree.DeferStmt] = []
        self.returns = 0  # return statements
        self.direct = False  # a literal that is called where it stands, and nowhere else
        self.inliteral = type(node) is tree.FuncLit  # the code lies in a literal (of an inlined function: its caller)
        self.has_recover = False
        self.solved = False
        if parent is None:
            self.all: list[FnInfo] = [self]  # this function and every literal in it
            self.callful: set[tree.Expr] = set()
            self.mentions: dict[Func, None] = {}  # functions and methods that it calls or names
            self.looping: set[tree.LabeledStmt] = set()  # targets of backward gotos
            self.stack_boxes: set[Any] = set()  # implicit storage that stays in the frame: (node, what)
        else:
            top = self.top
            top.all.append(self)
            self.all, self.callful, self.mentions = top.all, top.callful, top.mentions
            self.looping, self.stack_boxes = top.looping, top.stack_boxes

    @property
    def defers(self) -> bool:
        """Does it have defer statements?"""
        return bool(self.deferred)

    def open_defers(self) -> bool:
        """Does gc copy the deferred calls to every return statement, so that they stand on its line? Known after the
        escape analysis. (cmd/compile/internal/walk/stmt.go, walkStmt; ssagen/ssa.go, buildssa)"""
        if len(self.deferred) > MAX_OPEN_DEFERS or self.returns * len(self.deferred) > MAX_DEFER_COPIES:
            return False
        return all(s.stack for s in self.deferred) and not any(v.ext.escapes for v in self.sig.results.vars)

    def params(self) -> list[Var]:
        """Receiver and parameters."""
        sig = self.sig
        return [sig.recv, *sig.params.vars] if sig.recv is not None else sig.params.vars

    def wrapper_name(self, what: str) -> str:
        """Name of the next go or defer wrapper: main.f.deferwrap1, main.f.gowrap2."""
        self.counters[1] += 1
        return f"{self.name}.{what}{self.counters[1]}"

    def inlined_copy(self, name: str, inliteral: bool) -> FnInfo:
        """The same body for calls that gc inlines into a literal (or not): its literals have names of their own."""
        fn = copy.copy(self)
        fn.name = name
        fn.inliteral = inliteral
        fn.counters = [0, 0]
        fn.closures = {}
        fn.all = [fn]
        for e, inner in self.closures.items():
            fn.counters[0] += 1
            name_inside = literal_name(fn, fn.counters[0])
            made = fn.closures[e] = inner.inlined_copy(name_inside, True)
            fn.all += made.all
        return fn


def literal_name(outer: FnInfo, number: int) -> str:
    """gc's name of a function literal."""
    return f"{ir.shown(outer.name)}{'.' if outer.inliteral else '.func'}{number}"


def info_of(v: Var) -> VarInfo:
    """The facts of a declared local."""
    return v.ext  # type: ignore[no-any-return]


def is_local(v: Any) -> bool:
    """A variable of a function (scanned before), not a global or a field."""
    return type(v) is Var and type(v.ext) is VarInfo


def base_var(e: tree.Expr) -> Var | None:
    """The variable that e lies in: x for x, x.f, x[i] of an array, (x); None if a pointer is followed on the way."""
    while True:
        c = type(e)
        if c is tree.Ident:
            return e.obj if is_local(e.obj) else None  # type: ignore[attr-defined]
        if c is tree.ParenExpr:
            e = e.x  # type: ignore[attr-defined]
        elif c is tree.SelectorExpr:
            sel = e.selection  # type: ignore[attr-defined]
            if sel is None or sel.kind != "field" or follows_pointer(sel.recv, sel.path[:-1], True):
                return None
            e = e.x  # type: ignore[attr-defined]
        elif c is tree.IndexExpr and type(e.x.type.underlying) is types.Array:  # type: ignore[attr-defined]
            e = e.x  # type: ignore[attr-defined]
        else:
            return None


def follows_pointer(t: Type, path: Iterable[int], last: bool) -> bool:
    """Does walking path from a value of t follow a pointer? With last, also to reach a field of what path leads to."""
    for i in path:
        u = t.underlying
        if type(u) is Pointer:
            return True
        assert isinstance(u, types.Struct)
        t = u.fields[i].type
    return last and type(t.underlying) is Pointer


def path_type(t: Type, path: Iterable[int]) -> Type:
    """The type of the field that path leads to."""
    for i in path:
        u = t.underlying
        if type(u) is Pointer:
            u = u.elem.underlying
        assert isinstance(u, types.Struct)
        t = u.fields[i].type
    return t


def callee_of(call: tree.CallExpr) -> Func | tree.FuncLit | None:
    """The function that a call names: a declared function or method, or a literal; None if only known at run time."""
    fun = tree.unparen(call.fun)
    c = type(fun)
    if c is tree.Ident:
        obj = fun.obj  # type: ignore[attr-defined]
        if type(obj) is Func:
            return obj
        if is_local(obj):
            info: VarInfo = obj.ext
            if info.closure is not None and not info.reassigned and not info.addrtaken:
                return info.closure
        return None
    if c is tree.FuncLit:
        return fun  # type: ignore[return-value]
    if c is tree.SelectorExpr:
        sel = fun.selection  # type: ignore[attr-defined]
        if sel is None:
            obj = fun.sel.obj  # type: ignore[attr-defined]
            return obj if type(obj) is Func else None
        if sel.kind == "method" and type(sel.obj) is Func and not interface_method(sel.obj):
            return sel.obj
    return None


def keeps_pointers(call: tree.CallExpr) -> bool:
    """Does the call keep the objects alive whose addresses its arguments convert to uintptr? (//go:uintptrescapes)"""
    callee = callee_of(call)
    return type(callee) is Func and callee.node is not None and "uintptrescapes" in callee.node.pragmas


def converted_pointer(x: tree.Expr) -> tree.Expr | None:
    """p if x is uintptr(p) of an unsafe.Pointer."""
    x = tree.unparen(x)
    if type(x) is not tree.CallExpr or x.kind != "conversion" or not types.is_unsafe_pointer(x.args[0].type):
        return None
    return x.args[0]


def interface_method(f: Func) -> bool:
    """Is f a method of an interface type (called through an itab)?"""
    recv = f.type.recv if type(f.type) is Signature else None
    return recv is not None and types.is_interface(recv.type)


# The built-in functions that gc moves past calls to their right; the others keep their places among the calls.
_UNORDERED_BUILTINS: Final = frozenset({"Sizeof", "Offsetof", "Alignof", "Add", "Slice", "String", "StringData", "SliceData"})


class Scanner:
    """Walks one top-level function with all its literals."""

    def __init__(self, numbers: dict[tree.FuncLit, int] | None) -> None:
        """``numbers`` of the package's literals: only for the seed's language, which names them so."""
        self.fn: FnInfo = None  # type: ignore[assignment]
        self.go14 = numbers is not None
        self.numbers = numbers or {}
        self.literals = 0  # literals seen so far, to notice one in a loop's head

    def function(self, fn: FnInfo) -> None:
        """Scan fn's body."""
        outer, self.fn = self.fn, fn
        for v in (*fn.params(), *fn.sig.results.vars):
            self.declare(v)
        if fn.body is not None:
            if not self.go14:
                deadcode.prune(fn.body)
            self.block(fn.body)
        self.fn = outer

    def initialisers(self, fn: FnInfo, exprs: Iterable[tree.Expr]) -> None:
        """Scan the expressions that initialise a package's variables."""
        self.fn = fn
        for e in exprs:
            self.expr(e)

    def declare(self, v: Any) -> None:
        if type(v) is Var:
            v.ext = VarInfo(self.fn)

    # -- expressions: the result tells whether e contains what is ordered: a call, a receive, && or ||

    def expr(self, e: tree.Expr | None) -> bool:
        if e is None or e.value is not None or e.mode == "type":
            return False
        visit = _EXPR.get(type(e))
        if visit is None:
            return False
        if visit(self, e):
            self.fn.callful.add(e)
            return True
        return False

    def ident(self, e: tree.Ident) -> bool:
        v = e.obj
        if type(v) is Var and type(v.ext) is VarInfo:
            fn = self.fn
            if v.ext.fn is not fn:
                self.capture(v, fn)
        elif type(v) is Func:
            self.fn.mentions[v] = None
        return False

    def capture(self, v: Var, fn: FnInfo | None) -> None:
        owner = v.ext.fn
        v.ext.captured = True
        while fn is not None and fn is not owner:
            fn.captures[v] = None
            fn = fn.parent

    def literal(self, e: tree.FuncLit) -> bool:
        self.literals += 1
        outer = self.fn
        sig = e.type.underlying
        assert isinstance(sig, Signature)
        fn = FnInfo(self.closure_name(outer, e), e, sig, outer, None)
        e.name = fn.name
        outer.closures[e] = fn
        self.function(fn)
        return False

    def closure_name(self, outer: FnInfo, e: tree.FuncLit) -> str:
        if self.go14:
            package = outer.top.name.rsplit("/", 1)
            head = package[-1].split(".", 1)[0]
            prefix = package[0] + "/" if len(package) > 1 else ""
            return f"{prefix}{head}.func·{self.numbers[e]:03d}"
        outer.counters[0] += 1
        return literal_name(outer, outer.counters[0])

    def unary(self, e: tree.UnaryExpr) -> bool:
        if e.op == "&":
            self.address(e.x)
        return self.expr(e.x) or e.op == "<-"

    def address(self, e: tree.Expr) -> None:
        """The address of e is taken."""
        v = base_var(e)
        if v is not None:
            v.ext.addrtaken = True

    def binary(self, e: tree.BinaryExpr) -> bool:
        a = self.expr(e.x)
        return self.expr(e.y) or a or e.op in ("&&", "||")

    def paren(self, e: Any) -> bool:
        return self.expr(e.x)

    def selector(self, e: tree.SelectorExpr) -> bool:
        sel = e.selection
        f = e.sel.obj if sel is None else sel.obj
        if type(f) is Func and not interface_method(f):
            self.fn.mentions[f] = None
        if sel is None or sel.kind == "methodexpr":
            return False
        if sel.kind == "method":
            self.method_receiver(e)
            return self.expr(e.x)
        return self.expr(e.x)

    def method_receiver(self, e: tree.SelectorExpr) -> None:
        """x.M with a pointer receiver takes x's address when x is a variable."""
        sel = e.selection
        if types.ptr_recv(sel.obj) and not interface_method(sel.obj):
            if not follows_pointer(sel.recv, sel.path[:-1], True):
                self.address(e.x)

    def index(self, e: tree.IndexExpr) -> bool:
        a = self.expr(e.x)
        b = self.expr(e.index)
        return a or b or type(e.x.type.underlying) is types.Map

    def slice(self, e: tree.SliceExpr) -> bool:
        if type(e.x.type.underlying) is types.Array:
            self.address(e.x)
        found = self.expr(e.x)
        for part in (e.low, e.high, e.max):
            found = self.expr(part) or found
        return found

    def type_assert(self, e: tree.TypeAssertExpr) -> bool:
        self.expr(e.x)
        return True

    def composite(self, e: tree.CompositeLit) -> bool:
        found = False
        struct = type(_literal_type(e.type)) is types.Struct
        for x in e.elts:
            if type(x) is tree.KeyValueExpr:
                if not struct:
                    found = self.expr(x.key) or found
                found = self.expr(x.val) or found
            else:
                found = self.expr(x) or found
        return found

    def call(self, e: tree.CallExpr) -> bool:
        if e.kind == "conversion":
            return self.expr(e.args[0])
        if self.go14:
            e.lparen = e.rparen  # where the seed's compiler says that a call stands
        found = e.kind == "call" or e.builtin not in _UNORDERED_BUILTINS
        if e.kind == "call":
            found = self.expr(e.fun) or found
            fun = tree.unparen(e.fun)
            if type(fun) is tree.FuncLit:
                self.fn.closures[fun].direct = True
        elif e.builtin == "recover":
            self.fn.has_recover = True
        for a in e.args:
            found = self.expr(a) or found
        return found

    # -- statements

    def block(self, b: tree.BlockStmt) -> None:
        for s in b.list:
            self.stmt(s)

    def stmt(self, s: tree.Stmt | None) -> None:
        if s is not None:
            visit = _STMT.get(type(s))
            if visit is not None:
                visit(self, s)

    def expr_stmt(self, s: tree.ExprStmt) -> None:
        self.expr(s.x)

    def send(self, s: tree.SendStmt) -> None:
        self.expr(s.chan)
        self.expr(s.value)

    def assigned(self, e: tree.Expr) -> None:
        v = base_var(e)
        if v is not None:
            v.ext.reassigned = True

    def incdec(self, s: tree.IncDecStmt) -> None:
        self.expr(s.x)
        self.assigned(s.x)

    def assign(self, s: tree.AssignStmt) -> None:
        for x in s.rhs:
            self.expr(x)
        define = s.tok == ":="
        for x in s.lhs:
            if define and type(x) is tree.Ident and x.obj is not None and x.obj.pos == x.pos:
                self.declare(x.obj)
                continue
            self.expr(x)
            self.assigned(x)
        if define and len(s.lhs) == len(s.rhs):
            for x, r in zip(s.lhs, s.rhs, strict=True):
                if type(r) is tree.FuncLit and type(x) is tree.Ident and is_local(x.obj) and x.obj.pos == x.pos:
                    x.obj.ext.closure = r

    def decl(self, s: tree.DeclStmt) -> None:
        for spec in s.decl.specs:
            if type(spec) is tree.ValueSpec and s.decl.tok == "var":
                for x in spec.values:
                    self.expr(x)
                for i, name in enumerate(spec.names):
                    self.declare(name.obj)
                    if len(spec.values) == len(spec.names) and type(spec.values[i]) is tree.FuncLit:
                        if is_local(name.obj):
                            name.obj.ext.closure = spec.values[i]

    def go(self, s: tree.GoStmt) -> None:
        self.expr(s.call)
        if self.go14:
            s.pos = s.call.rparen

    def defer(self, s: tree.DeferStmt) -> None:
        self.fn.deferred.append(s)
        self.expr(s.call)
        if self.go14:
            s.pos = s.call.rparen

    def return_(self, s: tree.ReturnStmt) -> None:
        self.fn.returns += 1
        for x in s.results:
            self.expr(x)
        if s.results:
            for v in self.fn.sig.results.vars:
                if type(v.ext) is VarInfo:
                    v.ext.reassigned = True

    def branch(self, s: tree.BranchStmt) -> None:
        if s.tok == "goto" and s.target is not None and s.target.pos < s.pos:
            self.fn.looping.add(s.target)

    def if_(self, s: tree.IfStmt) -> None:
        self.stmt(s.init)
        self.expr(s.cond)
        self.block(s.body)
        self.stmt(s.els)

    def labeled(self, s: tree.LabeledStmt) -> None:
        self.stmt(s.stmt)

    def switch(self, s: tree.SwitchStmt) -> None:
        self.stmt(s.init)
        self.expr(s.tag)
        for c in s.body.list:
            assert isinstance(c, tree.CaseClause)
            for x in c.list or ():
                self.expr(x)
            for b in c.body:
                self.stmt(b)

    def type_switch(self, s: tree.TypeSwitchStmt) -> None:
        self.stmt(s.init)
        self.expr(switch_operand(s))
        for c in s.body.list:
            assert isinstance(c, tree.CaseClause)
            self.declare(c.obj)
            for b in c.body:
                self.stmt(b)

    def select(self, s: tree.SelectStmt) -> None:
        for c in s.body.list:
            assert isinstance(c, tree.CommClause)
            self.stmt(c.comm)
            for b in c.body:
                self.stmt(b)

    def for_(self, s: tree.ForStmt) -> None:
        seen = self.literals
        self.stmt(s.init)
        self.expr(s.cond)
        fresh = loop_vars(s) if not self.go14 else []
        before = [v.ext.reassigned for v in fresh]
        self.stmt(s.post)
        if seen == self.literals:  # each iteration has its own variable: the post statement does not assign to it
            for v, flag in zip(fresh, before, strict=True):
                v.ext.reassigned = flag
        self.block(s.body)

    def range_(self, s: tree.RangeStmt) -> None:
        self.expr(s.x)
        for x in (s.key, s.value):
            if x is None:
                continue
            if s.tok == ":=" and type(x) is tree.Ident:
                self.declare(x.obj)
                if self.go14 and is_local(x.obj):
                    x.obj.ext.reassigned = True
            else:
                self.expr(x)
                self.assigned(x)
        self.block(s.body)


def _literal_type(t: Type) -> Type:
    u = t.underlying
    return u.elem.underlying if type(u) is Pointer else u


def switch_operand(s: tree.TypeSwitchStmt) -> tree.Expr:
    """The expression y of "switch x := y.(type)"."""
    if type(s.assign) is tree.AssignStmt:
        x = s.assign.rhs[0]
    else:
        assert isinstance(s.assign, tree.ExprStmt)
        x = s.assign.x
    x = tree.unparen(x)
    assert isinstance(x, tree.TypeAssertExpr)
    return x.x


def loop_vars(s: tree.ForStmt) -> list[Var]:
    """The variables declared by the init statement of a for clause."""
    if type(s.init) is not tree.AssignStmt or s.init.tok != ":=":
        return []
    return [x.obj for x in s.init.lhs if type(x) is tree.Ident and type(x.obj) is Var and is_local(x.obj)]


_EXPR: Final[dict[type, Callable[[Scanner, Any], bool]]] = {
    tree.Ident: Scanner.ident,
    tree.FuncLit: Scanner.literal,
    tree.UnaryExpr: Scanner.unary,
    tree.BinaryExpr: Scanner.binary,
    tree.ParenExpr: Scanner.paren,
    tree.StarExpr: Scanner.paren,
    tree.SelectorExpr: Scanner.selector,
    tree.IndexExpr: Scanner.index,
    tree.SliceExpr: Scanner.slice,
    tree.TypeAssertExpr: Scanner.type_assert,
    tree.CompositeLit: Scanner.composite,
    tree.CallExpr: Scanner.call,
}

_STMT: Final[dict[type, Callable[[Scanner, Any], None]]] = {
    tree.ExprStmt: Scanner.expr_stmt,
    tree.SendStmt: Scanner.send,
    tree.IncDecStmt: Scanner.incdec,
    tree.AssignStmt: Scanner.assign,
    tree.DeclStmt: Scanner.decl,
    tree.GoStmt: Scanner.go,
    tree.DeferStmt: Scanner.defer,
    tree.ReturnStmt: Scanner.return_,
    tree.BranchStmt: Scanner.branch,
    tree.BlockStmt: Scanner.block,
    tree.IfStmt: Scanner.if_,
    tree.LabeledStmt: Scanner.labeled,
    tree.SwitchStmt: Scanner.switch,
    tree.TypeSwitchStmt: Scanner.type_switch,
    tree.SelectStmt: Scanner.select,
    tree.ForStmt: Scanner.for_,
    tree.RangeStmt: Scanner.range_,
}
