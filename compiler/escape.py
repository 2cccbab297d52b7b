"""Which variables and allocations may live in the frame: flow-based escape analysis, bottom-up over the call graph.

Locations are variables and allocation sites; an edge ``dst <- src`` with ``derefs`` says what flows: -1 the address of
src, 0 its value, n > 0 what n dereferences of it yield. From every location the flows are followed backwards: a
location whose address reaches something that outlives it must be in the heap. For parameters the flows to results and
to the heap become the function's tags, which stand for its body at every call.
Invariant: whatever a longer-lived thing may hold escapes; unknown callees hold everything.
Source of the rules: cmd/compile/internal/escape (walkOne, outlives, paramTag), limits: cmd/compile/internal/ir/cfg.go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeAlias

from morestack.compiler import tree, types
from morestack.compiler.build_scan import (
    FnInfo,
    VarInfo,
    callee_of,
    converted_pointer,
    follows_pointer,
    interface_method,
    is_local,
    keeps_pointers,
    loop_vars,
    switch_operand,
)
from morestack.compiler.build_shape import struct_of
from morestack.compiler.types import Func, Signature, Type, Var

MAX_EXPLICIT: Final = 128 * 1024  # bytes of a declared variable that may lie in the frame
MAX_IMPLICIT: Final = 64 * 1024  # bytes of &T{}, new(T), make, and of what else the compiler allocates

Tag: TypeAlias = tuple[int, tuple[int, ...]]  # derefs to the heap and to each result, -1: does not flow there
Tags: TypeAlias = tuple[Tag, ...]


class Loc:
    """A variable or an allocation site."""

    __slots__ = (
        "depth",
        "derefs",
        "edges",
        "escapes",
        "fn",
        "key",
        "leak_heap",
        "leak_results",
        "param",
        "queued",
        "result",
        "var",
        "walk",
        "what",
    )  # fmt: skip

    def __init__(self, fn: FnInfo | None, depth: int, var: Var | None = None, key: Any = None, what: str = "") -> None:
        self.fn = fn
        self.depth = depth
        self.var = var
        self.key = key  # the node that allocates
        self.what = what  # "" for the node's own storage, else a name for implicit storage beside it
        self.edges: list[tuple[Loc, int]] = []
        self.escapes = False
        self.param = -1
        self.result = -1
        self.leak_heap = -1
        self.leak_results: dict[int, int] | None = None
        self.walk = 0
        self.derefs = 0
        self.queued = False


# A hole is where a value flows to: a location and the dereferences on the way; None: nowhere.
Hole: TypeAlias = "tuple[Loc, int] | None"


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the report: ``pos`` and gc's words."""

    pos: int
    text: str


class Program(Protocol):
    """What the analysis asks of the builder."""

    go14: bool

    def info(self, f: Func) -> FnInfo | None:
        """The scanned body of f, None if it has none."""

    def known_tags(self, f: Func) -> Tags | None:
        """The tags of f if they are known without looking at it."""

    def harmless(self, f: Func) -> bool:
        """f has no body, and keeps none of its arguments."""

    def literal_type(self, fn: FnInfo) -> Type:
        """The struct type of a literal's closure object."""


class Analysis:
    """Tags and decisions of all functions analysed so far."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.tags: dict[Func, Tags] = {}
        self.decisions: dict[FnInfo, list[Decision]] = {}
        self._index: dict[FnInfo, int] = {}
        self._low: dict[FnInfo, int] = {}
        self._stack: list[FnInfo] = []
        self._count = 0

    def solve(self, fn: FnInfo) -> None:
        """Analyse fn, and before it what it names: the components of that graph bottom-up.
        (Tarjan; cmd/compile/internal/ir/scc.go)"""
        if fn.solved or fn in self._index:
            return
        self._visit(fn)

    def known(self, f: Func) -> Tags | None:
        """The tags of a function that was analysed, now or in an earlier compilation."""
        tags = self.tags.get(f)
        if tags is None and (tags := self.program.known_tags(f)) is not None:
            self.tags[f] = tags
        return tags

    def _visit(self, fn: FnInfo) -> None:
        number = self._count = self._count + 1
        self._index[fn] = self._low[fn] = number
        self._stack.append(fn)
        low = number
        for callee in list(fn.mentions):
            if self.known(callee) is not None:
                continue
            info = self.program.info(callee)
            if info is None or info.solved:
                continue
            if info not in self._index:
                self._visit(info)
                low = min(low, self._low[info])
            else:
                low = min(low, self._index[info])
        self._low[fn] = low
        if low == number:
            at = self._stack.index(fn)
            group = self._stack[at:]
            del self._stack[at:]
            Batch(self, group).run()


class Batch:
    """One strongly connected group of functions, with all their literals."""

    def __init__(self, analysis: Analysis, group: list[FnInfo]) -> None:
        self.analysis = analysis
        self.program = analysis.program
        self.group = set(group)
        self.order = group
        self.heap = Loc(None, 0)
        self.heap.escapes = True
        self.locs: list[Loc] = []
        self.fn: FnInfo = group[0]
        self.depth = 1
        self.delayed: list[tuple[Loc, FnInfo]] = []
        self.results: dict[FnInfo, list[Loc]] = {}
        self.params: dict[FnInfo, list[Loc]] = {}
        self.walks = 0

    def run(self) -> None:
        """Build the flows, solve them, and write the answers to nodes and variables."""
        for fn in self.order:
            for part in fn.all:
                self.declare_signature(part)
        for fn in self.order:
            self.function(fn)
        self.capture_flows()
        self.solve()
        self.finish()
        for fn in self.order:
            fn.solved = True

    # -- locations

    def new(self, key: Any, what: str = "", size: int = 0, limit: int = MAX_IMPLICIT) -> Loc:
        loc = Loc(self.fn, self.depth, None, key, what)
        if size > limit:
            loc.escapes = True
        self.locs.append(loc)
        return loc

    def declare(self, v: Any, depth: int = 0) -> Loc | None:
        if type(v) is not Var or type(v.ext) is not VarInfo:
            return None
        loc = Loc(v.ext.fn, depth or self.depth, v, v)
        if types.size_of(v.type) > MAX_EXPLICIT:
            loc.escapes = True
        v.ext.loc = loc
        self.locs.append(loc)
        return loc

    def declare_signature(self, fn: FnInfo) -> None:
        self.fn, self.depth = fn, 1
        params, results = [], []
        for i, v in enumerate(fn.params()):
            loc = self.declare(v)
            assert loc is not None
            loc.param = i
            params.append(loc)
        for i, v in enumerate(fn.sig.results.vars):
            loc = self.declare(v)
            assert loc is not None
            loc.result = i
            results.append(loc)
        self.params[fn], self.results[fn] = params, results

    def var_loc(self, v: Var) -> Loc:
        loc = v.ext.loc
        if loc is None:
            loc = self.declare(v)
        return loc  # type: ignore[no-any-return]

    def flow(self, hole: Hole, src: Loc) -> None:
        """src flows to the hole."""
        if hole is None:
            return
        dst, derefs = hole
        if dst is src and derefs >= 0:
            return
        if dst.escapes and derefs < 0:
            src.escapes = True
            return
        dst.edges.append((src, derefs))

    def tee(self, holes: Sequence[Hole]) -> Hole:
        """A hole that passes on to all of holes."""
        real = [h for h in holes if h is not None]
        if len(real) < 2:
            return real[0] if real else None
        loc = Loc(self.fn, self.depth)
        self.locs.append(loc)
        for dst, derefs in real:
            if derefs < 0:
                loc2 = Loc(self.fn, self.depth)
                self.locs.append(loc2)
                loc2.edges.append((loc, derefs))
                dst.edges.append((loc2, 0))
            else:
                dst.edges.append((loc, derefs))
        return loc, 0

    def spill(self, hole: Hole, key: Any, what: str = "", size: int = 0) -> Hole:
        """A new allocation whose address flows to hole; the result is the hole of its contents."""
        loc = self.new(key, what, size)
        self.flow(_addr(hole), loc)
        return loc, 0

    @property
    def to_heap(self) -> Hole:
        return self.heap, 0

    # -- functions

    def function(self, fn: FnInfo) -> None:
        outer, depth = self.fn, self.depth
        self.fn, self.depth = fn, 1
        if fn.body is not None:
            self.stmts(fn.body.list)
        for t, e in fn.inits:
            self.assign_to(self.to_heap, e, t)
        self.fn, self.depth = outer, depth

    def capture_flows(self) -> None:
        """Decide by value or by reference for each captured variable, and let it flow to the closure object."""
        for closure, fn in self.delayed:
            for v in fn.captures:
                info: VarInfo = v.ext
                info.byval = not info.addrtaken and not info.reassigned and types.size_of(v.type) <= 128
                self.flow((closure, 0 if info.byval else -1), self.var_loc(v))

    # -- solving

    def outlives(self, a: Loc, b: Loc) -> bool:
        """May a live on when b is gone or made anew?"""
        if a.escapes:
            return True
        if a.result >= 0 and not (a.fn is not None and a.fn.direct and _inside(a.fn, b.fn)):
            return True  # whoever calls may keep the result; of a literal called on the spot the caller is known
        if a.fn is b.fn:
            return a.depth < b.depth
        fn = b.fn.parent if b.fn is not None else None
        while fn is not None:
            if fn is a.fn:
                return True
            fn = fn.parent
        return False

    def solve(self) -> None:
        todo = [loc for loc in self.locs if loc.edges or loc.escapes]
        todo.append(self.heap)
        for loc in todo:
            loc.queued = True
        while todo:
            root = todo.pop()
            root.queued = False
            self.walk(root, todo)

    def walk(self, root: Loc, queue: list[Loc]) -> None:
        walk = self.walks = self.walks + 1
        root.walk = walk
        root.derefs = 0
        todo = [root]
        outlives = self.outlives
        while todo:
            loc = todo.pop()
            derefs = loc.derefs
            address = derefs < 0
            if address:
                derefs = 0
            if loc.fn is not None and outlives(root, loc):
                if loc.param >= 0:
                    self.leak(loc, root, derefs)
                if address and not loc.escapes:
                    loc.escapes = True
                    if not loc.queued:
                        loc.queued = True
                        queue.append(loc)
                    continue
            for src, d in loc.edges:
                if src.escapes:
                    continue
                d += derefs
                if src.walk != walk or src.derefs > d:
                    src.walk = walk
                    src.derefs = d
                    todo.append(src)

    def leak(self, param: Loc, sink: Loc, derefs: int) -> None:
        if sink.result >= 0 and not sink.escapes and sink.fn is param.fn:
            results = param.leak_results
            if results is None:
                results = param.leak_results = {}
            old = results.get(sink.result, -1)
            if old < 0 or derefs < old:
                results[sink.result] = derefs
        elif param.leak_heap < 0 or derefs < param.leak_heap:
            param.leak_heap = derefs

    # -- answers

    def finish(self) -> None:
        for fn in self.order:
            if fn.obj is not None and type(fn.obj) is Func:
                self.analysis.tags[fn.obj] = tuple(_tag(p, len(self.results[fn])) for p in self.params[fn])
        for loc in self.locs:
            if loc.var is not None:
                loc.var.ext.escapes = loc.escapes
            elif loc.key is not None:
                if loc.what:
                    if not loc.escapes and loc.fn is not None:
                        loc.fn.stack_boxes.add((loc.key, loc.what))
                elif type(loc.key) is tree.DeferStmt:
                    loc.key.stack = not loc.escapes
                else:
                    loc.key.escapes = loc.escapes
        for fn in self.order:
            self.analysis.decisions[fn] = self.report(fn)

    def report(self, fn: FnInfo) -> list[Decision]:
        out = []
        mine = set(fn.all)
        for loc in self.locs:
            if loc.fn not in mine or loc.key is None or type(loc.key) is tuple:
                continue
            if loc.var is not None:
                if loc.escapes:
                    out.append(Decision(loc.var.pos, f"moved to heap: {loc.var.name}"))
                elif loc.param >= 0 and types.has_pointers(loc.var.type) and loc.var.name not in ("", "_"):
                    out.append(Decision(loc.var.pos, _param_text(loc, self.results[loc.fn])))
            elif loc.what != "temporary" and type(loc.key) is not tree.DeferStmt:
                name = _describe(loc.key, loc.what)
                out.append(
                    Decision(loc.key.pos, f"{name} escapes to heap" if loc.escapes else f"{name} does not escape")
                )
        out.sort(key=lambda d: d.pos)
        return out

    # -- expressions: where does the value of e flow

    def expr(self, hole: Hole, e: tree.Expr | None) -> None:
        if e is None or e.value is not None or e.mode == "type":
            return
        visit = _EXPR.get(type(e))
        if visit is not None:
            if hole is not None and hole[1] >= 0 and type(e.type) is not types.Tuple and not types.has_pointers(e.type):
                hole = None
            visit(self, hole, e)

    def discard(self, e: tree.Expr | None) -> None:
        self.expr(None, e)

    def assign_to(self, hole: Hole, e: tree.Expr, t: Type) -> None:
        """e, converted to type t, flows to hole."""
        if types.is_interface(t) and e.mode != "nil" and type(e.type) is not types.Tuple:
            if not types.is_interface(e.type):
                hole = self.box(hole, e, e.type)
        self.expr(hole, e)

    def box(self, hole: Hole, key: Any, t: Type) -> Hole:
        """The hole of a value of concrete type t that is converted to an interface."""
        if types.is_pointer_shaped(t):
            return hole
        return self.spill(hole, key, "box", types.size_of(t))

    def ident(self, hole: Hole, e: tree.Ident) -> None:
        v = e.obj
        if hole is not None and is_local(v):
            assert type(v) is Var
            self.flow(hole, self.var_loc(v))

    def paren(self, hole: Hole, e: tree.ParenExpr) -> None:
        self.expr(hole, e.x)

    def literal(self, hole: Hole, e: tree.FuncLit) -> None:
        fn = self.fn.closures[e]
        loc = self.new(e, "", 8 * (len(fn.captures) + 1))
        self.flow(_addr(hole), loc)
        self.delayed.append((loc, fn))
        self.function(fn)

    def unary(self, hole: Hole, e: tree.UnaryExpr) -> None:
        if e.op == "&":
            x = tree.unparen(e.x)
            if type(x) is tree.CompositeLit:
                self.expr(self.spill(hole, e, "", types.size_of(x.type)), x)
            else:
                self.address(hole, x)
        else:
            self.discard(e.x)

    def address(self, hole: Hole, x: tree.Expr) -> None:
        """The address of x flows to hole."""
        self.expr(_addr(hole), x)

    def star(self, hole: Hole, e: tree.StarExpr) -> None:
        self.expr(_deref(hole), e.x)

    def binary(self, hole: Hole, e: tree.BinaryExpr) -> None:
        if e.op in ("==", "!="):
            for a, b in ((e.x, e.y), (e.y, e.x)):
                if (
                    a.mode != "nil"
                    and a.type is not None
                    and types.is_interface(b.type)
                    and not types.is_interface(a.type)
                ):
                    self.expr(self.box(None, a, a.type), a)
                else:
                    self.discard(a)
            return
        self.discard(e.x)
        self.discard(e.y)

    def selector(self, hole: Hole, e: tree.SelectorExpr) -> None:
        sel = e.selection
        if sel is None or sel.kind == "methodexpr":
            return
        if sel.kind == "field":
            for _ in range(_pointers_followed(sel.recv, sel.path)):
                hole = _deref(hole)
            self.expr(hole, e.x)
            return
        # a method value: a closure object that holds the receiver
        inside = self.spill(hole, e, "", 8 + types.size_of(receiver_type(sel)))
        if interface_method(sel.obj):
            self.expr(self.tee([inside, self.to_heap]), e.x)
        else:
            tags = self.tags_of(sel.obj)
            heap = self.to_heap if tags is None else self.tag_hole(tags[0], [self.to_heap] * 9)
            self.receiver(self.tee([inside, heap]), e)

    def receiver(self, hole: Hole, e: tree.SelectorExpr) -> None:
        """The receiver of x.M, after implicit address-of and dereference, flows to hole."""
        sel = e.selection
        follow = _pointers_followed(sel.recv, sel.path[:-1])
        t = _after(sel.recv, sel.path[:-1])
        pointer = type(t.underlying) is types.Pointer
        if interface_method(sel.obj):
            pass
        elif types.ptr_recv(sel.obj) and not pointer:
            hole = _addr(hole)
        elif pointer and not types.ptr_recv(sel.obj):
            hole = _deref(hole)
        for _ in range(follow):
            hole = _deref(hole)
        self.expr(hole, e.x)

    def index(self, hole: Hole, e: tree.IndexExpr) -> None:
        u = e.x.type.underlying
        self.map_key(e) if type(u) is types.Map else self.discard(e.index)
        if type(u) is types.Array:
            self.expr(hole, e.x)
        elif type(u) in (types.Slice, types.Pointer):
            self.expr(_deref(hole), e.x)
        else:
            self.discard(e.x)

    def map_key(self, e: tree.IndexExpr) -> None:
        u = e.x.type.underlying
        assert isinstance(u, types.Map)
        self.assign_to(None, e.index, u.key)

    def slice(self, hole: Hole, e: tree.SliceExpr) -> None:
        if type(e.x.type.underlying) is types.Array:
            self.address(hole, e.x)
        else:
            self.expr(hole, e.x)
        for part in (e.low, e.high, e.max):
            self.discard(part)

    def type_assert(self, hole: Hole, e: tree.TypeAssertExpr) -> None:
        t = e.type
        if type(t) is types.Tuple:
            t = t.vars[0].type
        if not types.is_interface(t) and not types.is_pointer_shaped(t):
            hole = _deref(hole)
        self.expr(hole, e.x)

    def composite(self, hole: Hole, e: tree.CompositeLit) -> None:
        t = e.type
        u = t.underlying
        if type(u) is types.Pointer:  # &T{} elided inside another literal
            t = u.elem
            u = t.underlying
            hole = self.spill(hole, e, "", types.size_of(t))
        if type(u) is types.Struct:
            for i, x in enumerate(e.elts):
                if type(x) is tree.KeyValueExpr:
                    assert type(x.key) is tree.Ident
                    f = u.fields[field_index(u, x.key.name)]
                    self.assign_to(_if_pointers(hole, f.type), x.val, f.type)
                else:
                    self.assign_to(_if_pointers(hole, u.fields[i].type), x, u.fields[i].type)
        elif type(u) is types.Map:
            self.new_into(hole, e)
            for x in e.elts:
                assert type(x) is tree.KeyValueExpr
                self.assign_to(self.to_heap, x.key, u.key)
                self.assign_to(self.to_heap, x.val, u.elem)
        else:
            assert isinstance(u, (types.Slice, types.Array))
            if type(u) is types.Slice:
                hole = self.spill(hole, e, "", literal_length(e) * types.size_of(u.elem))
            for x in e.elts:
                val = x.val if type(x) is tree.KeyValueExpr else x
                self.assign_to(hole, val, u.elem)

    def new_into(self, hole: Hole, e: tree.Expr) -> None:
        """e allocates in the heap, whatever becomes of it."""
        e.escapes = True

    # -- calls

    def call(self, hole: Hole, e: tree.CallExpr) -> None:
        if e.kind == "conversion":
            self.conversion(hole, e)
        elif e.kind == "builtin":
            self.builtin(hole, e)
        else:
            self.call_into([hole], e)

    def call_into(self, holes: list[Hole], e: tree.CallExpr, heap: bool = False) -> None:
        """A call whose results flow to holes; with heap all arguments leak (go statements, defers in loops)."""
        callee = callee_of(e)
        sig = e.fun.type.underlying
        assert isinstance(sig, Signature)
        params = sig.params.vars
        fun = tree.unparen(e.fun)
        recv_hole, arg_holes = self.param_holes(callee, len(params), holes)
        if heap:
            recv_hole, arg_holes = self.to_heap, [self.to_heap] * len(params)
        if type(fun) is tree.SelectorExpr and fun.selection is not None and fun.selection.kind == "method":
            self.receiver(recv_hole, fun)
        else:
            self.expr(self.to_heap if heap else None, e.fun)
        self.arguments(e, sig, arg_holes, keeps_pointers(e))

    def param_holes(self, callee: Any, count: int, holes: list[Hole]) -> tuple[Hole, list[Hole]]:
        """Where the receiver and the arguments of a call flow to."""
        heap = self.to_heap
        if type(callee) is tree.FuncLit:
            fn = next((f for f in self.fn.top.all if f.node is callee), None)
            if fn is not None and fn in self.params:
                self.results_flow(fn, holes)
                return None, [(p, 0) for p in self.params[fn]]
            return heap, [heap] * count
        if type(callee) is Func:
            info = self.program.info(callee) if self.analysis.known(callee) is None else None
            if info is not None and info in self.group:
                self.results_flow(info, holes)
                own: list[Hole] = [(p, 0) for p in self.params[info]]
                return (own[0], own[1:]) if info.sig.recv is not None else (None, own)
            tags = self.tags_of(callee)
            if tags is not None:
                own = [self.tag_hole(t, holes) for t in tags]
                return (own[0], own[1:]) if len(own) > count else (None, own)
        return heap, [heap] * count

    def tags_of(self, callee: Func) -> Tags | None:
        if (known := self.analysis.known(callee)) is not None:
            return known
        info = self.program.info(callee)
        if info is not None:
            if info in self.group:
                return None
            return self.analysis.tags.get(callee)
        if self.program.harmless(callee):
            n = len(callee.type.params.vars) + (callee.type.recv is not None)
            return ((-1, ()),) * n
        return None

    def results_flow(self, fn: FnInfo, holes: list[Hole]) -> None:
        for hole, loc in zip(holes, self.results[fn], strict=False):
            self.flow(hole, loc)

    def tag_hole(self, tag: Tag, holes: Sequence[Hole]) -> Hole:
        out: list[Hole] = []
        if tag[0] >= 0:
            out.append((self.heap, tag[0]))
        for hole, d in zip(holes, tag[1], strict=False):
            if d >= 0 and hole is not None:
                out.append((hole[0], hole[1] + d))
        return self.tee(out)

    def arguments(self, e: tree.CallExpr, sig: Signature, holes: list[Hole], kept: bool) -> None:
        """The arguments of a call flow to holes; with ``kept``, pointers that they convert to uintptr escape."""
        params = sig.params.vars
        n = len(params)
        if len(e.args) == 1 and type(e.args[0].type) is types.Tuple:
            self.spread(e, sig, holes)
            return
        fixed = n - 1 if sig.variadic and not e.ellipsis else n
        for i in range(min(fixed, len(e.args))):
            self.argument(holes[i], e.args[i], params[i].type, kept)
        if fixed < n:
            elem = params[-1].type.underlying
            rest = e.args[fixed:]
            size = types.size_of(elem.elem) * len(rest)
            inside = self.spill(holes[-1], e, "", size) if rest else None
            for x in rest:
                self.argument(inside, x, elem.elem, kept)

    def argument(self, hole: Hole, x: tree.Expr, t: Type, kept: bool) -> None:
        pointer = converted_pointer(x) if kept and types.is_integer(t) else None
        if pointer is not None:
            self.expr(self.to_heap, pointer)
        else:
            self.assign_to(hole, x, t)

    def spread(self, e: tree.CallExpr, sig: Signature, holes: list[Hole]) -> None:
        """f(g()): the results of g are f's arguments."""
        params = sig.params.vars
        t = e.args[0].type
        assert type(t) is types.Tuple
        into: list[Hole] = []
        inside: Hole = None
        fixed = len(params) - 1 if sig.variadic else len(params)
        if sig.variadic:
            elem = params[-1].type.underlying.elem
            inside = self.spill(holes[-1], e, "", types.size_of(elem) * len(t.vars))
        for i, v in enumerate(t.vars):
            hole, want = (holes[i], params[i].type) if i < fixed else (inside, elem)
            if types.is_interface(want) and not types.is_interface(v.type):
                hole = self.box(hole, (e, i), v.type)
            into.append(hole)
        self.multi(into, e.args[0])

    def multi(self, holes: list[Hole], e: tree.Expr) -> None:
        """The values of a multi-value expression flow to holes."""
        e = tree.unparen(e)
        if type(e) is tree.CallExpr and e.kind == "call":
            self.call_into(holes, e)
        else:
            self.expr(holes[0], e)

    def conversion(self, hole: Hole, e: tree.CallExpr) -> None:
        x = e.args[0]
        t = e.type
        if types.is_interface(t):
            self.assign_to(hole, x, t)
            return
        to, of = t.underlying, x.type.underlying
        if (types.is_string(of) and type(to) is types.Slice) or (type(of) is types.Slice and types.is_string(to)):
            self.spill(hole, e, "bytes")
            self.discard(x)
            return
        if type(of) is types.Slice and type(to) is types.Array:
            self.expr(_deref(hole), x)
            return
        if types.is_unsafe_pointer(to) and not types.is_unsafe_pointer(of) and types.is_integer(of):
            self.unsafe_value(hole, x)
            return
        self.expr(hole, x)

    def unsafe_value(self, hole: Hole, x: tree.Expr) -> None:
        """A uintptr that becomes a pointer again: the pointers in it flow on through arithmetic (package unsafe, rule
        3), and out of the Data field of a slice or string header (rule 6)."""
        x = tree.unparen(x)
        if type(x) is tree.CallExpr and x.kind == "conversion" and not types.is_integer(x.args[0].type):
            self.expr(hole, x.args[0])
        elif type(x) is tree.UnaryExpr:
            self.unsafe_value(hole, x.x)
        elif type(x) is tree.BinaryExpr:
            self.unsafe_value(hole, x.x)
            self.unsafe_value(None if x.op in ("<<", ">>") else hole, x.y)
        elif type(x) is tree.SelectorExpr and x.selection is not None and x.selection.kind == "field":
            self.expr(_deref(hole) if x.sel.name == "Data" else None, x.x)
        else:
            self.discard(x)

    def builtin(self, hole: Hole, e: tree.CallExpr) -> None:
        if len(e.args) == 1 and type(e.args[0].type) is types.Tuple:
            self.multi([hole, *[self.to_heap] * (len(e.args[0].type.vars) - 1)], e.args[0])
            return
        visit = _BUILTIN.get(e.builtin)
        if visit is not None:
            visit(self, hole, e)
            return
        for a in e.args:
            self.discard(a)

    def b_append(self, hole: Hole, e: tree.CallExpr) -> None:
        t = e.type.underlying
        assert isinstance(t, types.Slice)
        if types.has_pointers(t.elem):
            hole = self.tee([hole, (self.heap, 1)])  # growing moves the contents to the heap
        self.expr(hole, e.args[0])
        if e.ellipsis:
            self.expr((self.heap, 1) if types.has_pointers(t.elem) else None, e.args[1])
            return
        for a in e.args[1:]:
            self.assign_to(self.to_heap, a, t.elem)

    def b_copy(self, hole: Hole, e: tree.CallExpr) -> None:
        self.discard(e.args[0])
        t = e.args[1].type.underlying
        pointers = type(t) is types.Slice and types.has_pointers(t.elem)
        self.expr((self.heap, 1) if pointers else None, e.args[1])

    def b_panic(self, hole: Hole, e: tree.CallExpr) -> None:
        self.assign_to(self.to_heap, e.args[0], types.EMPTY_INTERFACE)

    def b_new(self, hole: Hole, e: tree.CallExpr) -> None:
        t = e.type.underlying
        assert isinstance(t, types.Pointer)
        inside = self.spill(hole, e, "", types.size_of(t.elem))
        if e.args[0].mode != "type":
            self.assign_to(inside, e.args[0], t.elem)

    def b_make(self, hole: Hole, e: tree.CallExpr) -> None:
        u = e.type.underlying
        sizes = e.args[1:]
        if type(u) is types.Slice:
            last = sizes[-1].value if sizes else None
            if type(last) is int and (type(sizes[0].value) is int) and 0 <= sizes[0].value <= last:
                self.spill(hole, e, "", last * types.size_of(u.elem))
        for a in sizes:
            self.discard(a)

    def b_delete(self, hole: Hole, e: tree.CallExpr) -> None:
        self.discard(e.args[0])
        u = e.args[0].type.underlying
        assert isinstance(u, types.Map)
        self.assign_to(None, e.args[1], u.key)

    def b_first(self, hole: Hole, e: tree.CallExpr) -> None:
        self.expr(hole, e.args[0])
        for a in e.args[1:]:
            self.discard(a)

    def b_any(self, hole: Hole, e: tree.CallExpr) -> None:
        for a in e.args:
            self.expr(hole, a)

    # -- statements

    def stmts(self, body: Sequence[tree.Stmt]) -> None:
        for s in body:
            visit = _STMT.get(type(s))
            if visit is not None:
                visit(self, s)

    def stmt(self, s: tree.Stmt | None) -> None:
        if s is not None:
            self.stmts((s,))

    def block(self, s: tree.BlockStmt) -> None:
        self.stmts(s.list)

    def expr_stmt(self, s: tree.ExprStmt) -> None:
        self.discard(s.x)

    def send(self, s: tree.SendStmt) -> None:
        self.discard(s.chan)
        u = s.chan.type.underlying
        assert isinstance(u, types.Chan)
        self.assign_to(self.to_heap, s.value, u.elem)

    def incdec(self, s: tree.IncDecStmt) -> None:
        self.target(s.x)

    def target(self, e: tree.Expr) -> Hole:
        """The hole of what is assigned to e."""
        e = tree.unparen(e)
        c = type(e)
        if c is tree.Ident:
            v = e.obj  # type: ignore[attr-defined]
            if e.name == "_":  # type: ignore[attr-defined]
                return None
            return (self.var_loc(v), 0) if is_local(v) else self.to_heap
        if c is tree.SelectorExpr:
            sel = e.selection  # type: ignore[attr-defined]
            if sel is not None and not follows_pointer(sel.recv, sel.path[:-1], True):
                return self.target(e.x)  # type: ignore[attr-defined]
            if sel is not None:
                self.discard(e.x)  # type: ignore[attr-defined]
        elif c is tree.IndexExpr:
            assert isinstance(e, tree.IndexExpr)
            u = e.x.type.underlying
            if type(u) is types.Map:
                self.assign_to(self.to_heap, e.index, u.key)
            else:
                self.discard(e.index)
            if type(u) is types.Array:
                return self.target(e.x)
            self.discard(e.x)
        elif c is tree.StarExpr:
            self.discard(e.x)  # type: ignore[attr-defined]
        return self.to_heap

    def assign(self, s: tree.AssignStmt) -> None:
        if s.tok == ":=":
            for x in s.lhs:
                if type(x) is tree.Ident and is_local(x.obj) and x.obj.pos == x.pos:
                    self.declare(x.obj)
        elif s.tok != "=":
            self.target(s.lhs[0])
            self.discard(s.rhs[0])
            return
        if len(s.lhs) == len(s.rhs):
            for x, r in zip(s.lhs, s.rhs, strict=True):
                hole = self.target(x)
                self.assign_to(hole, r, r.type if x.type is None else x.type)
                if type(x) is tree.SelectorExpr and x.sel.name == "Data" and types.is_integer(x.type):
                    self.unsafe_value(self.to_heap, r)
            return
        self.unpack(s.lhs, s.rhs[0])

    def unpack(self, lhs: Sequence[tree.Expr], r: tree.Expr) -> None:
        t = r.type
        holes = [self.target(x) for x in lhs]
        if type(t) is types.Tuple:
            for i, (x, v) in enumerate(zip(lhs, t.vars, strict=False)):
                want = x.type
                if want is not None and types.is_interface(want) and not types.is_interface(v.type):
                    holes[i] = self.box(holes[i], x, v.type)
        self.multi(holes, r)

    def decl(self, s: tree.DeclStmt) -> None:
        if s.decl.tok != "var":
            return
        for spec in s.decl.specs:
            assert isinstance(spec, tree.ValueSpec)
            for name in spec.names:
                self.declare(name.obj)
            if len(spec.values) == len(spec.names):
                for name, r in zip(spec.names, spec.values, strict=True):
                    t = name.obj.type if name.obj is not None else r.type
                    self.assign_to((self.var_loc(name.obj), 0) if is_local(name.obj) else None, r, t or r.type)  # type: ignore[arg-type]
            elif spec.values:
                self.unpack(spec.names, spec.values[0])

    def go(self, s: tree.GoStmt) -> None:
        self.later(s.call, True)

    def defer(self, s: tree.DeferStmt) -> None:
        heap = self.depth > 1
        s.stack = not heap
        self.later(s.call, heap)

    def later(self, call: tree.CallExpr, heap: bool) -> None:
        """A call that is made by another goroutine, or at the end of the function."""
        if call.kind == "builtin":
            for a in call.args:
                if a.mode != "type":
                    self.expr(self.to_heap, a)
            return
        self.call_into([None] * 9, call, heap)

    def return_(self, s: tree.ReturnStmt) -> None:
        results = self.results[self.fn]
        if len(s.results) == 1 and len(results) > 1:
            t = s.results[0].type
            holes: list[Hole] = [(r, 0) for r in results]
            assert type(t) is types.Tuple
            for i, v in enumerate(t.vars):
                want = self.fn.sig.results.vars[i].type
                if types.is_interface(want) and not types.is_interface(v.type):
                    holes[i] = self.box(holes[i], s.results[0], v.type)
            self.multi(holes, s.results[0])
            return
        for loc, x in zip(results, s.results, strict=False):
            assert loc.var is not None
            self.assign_to((loc, 0), x, loc.var.type)

    def if_(self, s: tree.IfStmt) -> None:
        self.stmt(s.init)
        self.discard(s.cond)
        self.block(s.body)
        self.stmt(s.els)

    def labeled(self, s: tree.LabeledStmt) -> None:
        if s in self.fn.looping:
            self.depth += 1
        self.stmt(s.stmt)

    def switch(self, s: tree.SwitchStmt) -> None:
        self.stmt(s.init)
        self.discard(s.tag)
        for c in s.body.list:
            assert isinstance(c, tree.CaseClause)
            for x in c.list or ():
                if s.tag is not None and x.type is not None and types.is_interface(s.tag.type):
                    self.assign_to(None, x, s.tag.type)
                else:
                    self.discard(x)
            self.stmts(c.body)

    def type_switch(self, s: tree.TypeSwitchStmt) -> None:
        self.stmt(s.init)
        holes: list[Hole] = []
        for c in s.body.list:
            assert isinstance(c, tree.CaseClause)
            loc = self.declare(c.obj)
            if loc is not None and types.has_pointers(c.obj.type):
                t = c.obj.type
                held = types.is_interface(t) or types.is_pointer_shaped(t)
                holes.append((loc, 0 if held else 1))
        self.expr(self.tee(holes), switch_operand(s))
        for c in s.body.list:
            assert isinstance(c, tree.CaseClause)
            self.stmts(c.body)

    def select(self, s: tree.SelectStmt) -> None:
        for c in s.body.list:
            assert isinstance(c, tree.CommClause)
            self.stmt(c.comm)
            self.stmts(c.body)

    def for_(self, s: tree.ForStmt) -> None:
        self.stmt(s.init)
        self.depth += 1
        if not self.program.go14:
            for v in loop_vars(s):
                v.ext.loc.depth = self.depth
        self.discard(s.cond)
        self.block(s.body)
        self.stmt(s.post)
        self.depth -= 1

    def range_(self, s: tree.RangeStmt) -> None:
        tmp = Loc(self.fn, self.depth)
        self.locs.append(tmp)
        self.expr((tmp, 0), s.x)
        define = s.tok == ":="
        at = self.depth + (0 if self.program.go14 else 1)
        holes: list[Hole] = []
        self.depth += 1
        for x in (s.key, s.value):
            if x is None:
                holes.append(None)
            elif define and type(x) is tree.Ident:
                loc = self.declare(x.obj, at)
                holes.append((loc, 0) if loc is not None else None)
            else:
                holes.append(self.target(x))
        value = holes[1]
        if value is not None and s.value is not None:
            u = s.x.type.underlying
            if type(u) is types.Array:
                self.flow(value, tmp)
            elif type(u) in (types.Slice, types.Pointer):
                self.flow((value[0], value[1] + 1), tmp)
        self.block(s.body)
        self.depth -= 1


def _inside(fn: FnInfo | None, outer: FnInfo | None) -> bool:
    """Is fn a literal in outer?"""
    while fn is not None:
        fn = fn.parent
        if fn is outer and fn is not None:
            return True
    return False


# -- holes


def _addr(hole: Hole) -> Hole:
    return None if hole is None else (hole[0], hole[1] - 1)


def _deref(hole: Hole) -> Hole:
    return None if hole is None else (hole[0], hole[1] + 1)


def _if_pointers(hole: Hole, t: Type) -> Hole:
    return hole if types.has_pointers(t) else None


def _tag(p: Loc, results: int) -> Tag:
    assert p.var is not None
    if not types.has_pointers(p.var.type):
        return -1, ()
    heap = 0 if p.escapes else p.leak_heap
    leaks = p.leak_results
    if not leaks:
        return heap, ()
    return heap, tuple(leaks.get(i, -1) for i in range(results))


def _param_text(p: Loc, results: list[Loc]) -> str:
    assert p.var is not None
    name = p.var.name
    if p.escapes:
        return f"moved to heap: {name}"
    parts = []
    heap = p.leak_heap
    if heap >= 0:
        parts.append(f"leaking param{'' if heap == 0 else ' content'}: {name}")
    for i, d in sorted((p.leak_results or {}).items()):
        if heap < 0 or d < heap:
            v = results[i].var
            label = v.name if v is not None and v.name and v.name != "_" else f"~r{i}"
            parts.append(f"leaking param: {name} to result {label} level={d}")
    return "; ".join(parts) or f"{name} does not escape"


def _describe(key: Any, what: str) -> str:
    """The allocation in gc's words."""
    from morestack.compiler.exprstring import expr_string  # only for reports

    if type(key) is tree.FuncLit:
        return "func literal"
    if type(key) is tree.CallExpr and not what and key.kind == "call":
        return "... argument"
    return expr_string(key)


def _pointers_followed(t: Type, path: Sequence[int]) -> int:
    """How many pointers are followed when path is walked from a value of t."""
    n = 0
    for i in path:
        u = t.underlying
        if type(u) is types.Pointer:
            n += 1
            u = u.elem.underlying
        assert isinstance(u, types.Struct)
        t = u.fields[i].type
    return n


def _after(t: Type, path: Sequence[int]) -> Type:
    for i in path:
        u = t.underlying
        if type(u) is types.Pointer:
            u = u.elem.underlying
        assert isinstance(u, types.Struct)
        t = u.fields[i].type
    return t


def receiver_type(sel: Any) -> Type:
    """The type of the receiver parameter of a selected method."""
    recv = sel.obj.type.recv
    return recv.type  # type: ignore[no-any-return]


def field_index(u: types.Struct, name: str) -> int:
    """Index of the field that a composite literal names."""
    return next(i for i, f in enumerate(u.fields) if f.name == name)


def literal_length(e: tree.CompositeLit) -> int:
    """Number of elements of an array or slice literal (its largest index plus one)."""
    at = top = 0
    for x in e.elts:
        if type(x) is tree.KeyValueExpr and type(x.key.value) is int:
            at = x.key.value
        at += 1
        top = max(top, at)
    return top


def closure_type(fn: FnInfo) -> types.Struct:
    """The struct type of a literal's closure object: the code's pc, then what it captured."""
    parts: list[tuple[str, Type]] = [("F", types.UINTPTR_TYPE)]
    for i, v in enumerate(fn.captures):
        parts.append((f"X{i}", v.type if v.ext.byval else types.Pointer(v.type)))
    return struct_of(*parts)


_EXPR: Final[dict[type, Callable[[Batch, Hole, Any], None]]] = {
    tree.Ident: Batch.ident,
    tree.ParenExpr: Batch.paren,
    tree.FuncLit: Batch.literal,
    tree.UnaryExpr: Batch.unary,
    tree.StarExpr: Batch.star,
    tree.BinaryExpr: Batch.binary,
    tree.SelectorExpr: Batch.selector,
    tree.IndexExpr: Batch.index,
    tree.SliceExpr: Batch.slice,
    tree.TypeAssertExpr: Batch.type_assert,
    tree.CompositeLit: Batch.composite,
    tree.CallExpr: Batch.call,
}

_STMT: Final[dict[type, Callable[[Batch, Any], None]]] = {
    tree.ExprStmt: Batch.expr_stmt,
    tree.SendStmt: Batch.send,
    tree.IncDecStmt: Batch.incdec,
    tree.AssignStmt: Batch.assign,
    tree.DeclStmt: Batch.decl,
    tree.GoStmt: Batch.go,
    tree.DeferStmt: Batch.defer,
    tree.ReturnStmt: Batch.return_,
    tree.BlockStmt: Batch.block,
    tree.IfStmt: Batch.if_,
    tree.LabeledStmt: Batch.labeled,
    tree.SwitchStmt: Batch.switch,
    tree.TypeSwitchStmt: Batch.type_switch,
    tree.SelectStmt: Batch.select,
    tree.ForStmt: Batch.for_,
    tree.RangeStmt: Batch.range_,
}

_BUILTIN: Final[dict[str, Callable[[Batch, Hole, tree.CallExpr], None]]] = {
    "append": Batch.b_append,
    "copy": Batch.b_copy,
    "panic": Batch.b_panic,
    "new": Batch.b_new,
    "make": Batch.b_make,
    "delete": Batch.b_delete,
    "min": Batch.b_any,
    "max": Batch.b_any,
    "Add": Batch.b_first,
    "Slice": Batch.b_first,
    "String": Batch.b_first,
    "StringData": Batch.b_first,
    "SliceData": Batch.b_first,
}
