"""Analysers of declarations and types: copylocks, structtag, stdmethods, composites, directive.

Rules and words of cmd/vet's passes of these names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from morestack.compiler import tree, types
from morestack.compiler.types import Array, Func, Interface, Named, Pointer, Signature, Struct, Type
from morestack.compiler.vet_common import Finding, Vetted, callee, shown, type_text


def analyse(v: Vetted) -> Iterator[Finding]:
    """The findings of a package."""
    for node in v.nodes():
        if isinstance(node, tree.StructType):
            yield from _tags(v, node)
        elif isinstance(node, tree.CompositeLit):
            yield from _unkeyed(v, node)
            yield from _lock_literal(v, node)
        elif isinstance(node, tree.AssignStmt):
            yield from _lock_assign(v, node)
        elif isinstance(node, tree.ValueSpec):
            for name, x in zip(node.names, node.values, strict=False):
                yield from _copy(v, x, f"variable declaration copies lock value to {name.name}")
        elif isinstance(node, tree.ReturnStmt):
            for x in node.results:
                yield from _copy(v, x, "return copies lock value")
        elif isinstance(node, tree.CallExpr):
            yield from _lock_call(v, node)
        elif isinstance(node, tree.RangeStmt):
            yield from _lock_range(v, node)
        elif isinstance(node, tree.FuncDecl):
            yield from _lock_params(v, node.name.name, node.recv, node.type_expr)
            yield from _std_method(v, node)
        elif isinstance(node, tree.FuncLit):
            yield from _lock_params(v, "func", None, node.type_expr)
        elif isinstance(node, tree.File):
            yield from _directives(v, node)


# ---- copylocks -------------------------------------------------------------------------------------------------------


NO_COPY = {
    "sync": ("Cond", "Map", "Once", "Pool", "WaitGroup"),
    "sync/atomic": ("Bool", "Int32", "Int64", "Uint32", "Uint64", "Uintptr"),
}  # which in Go have a first field of type noCopy


def lock_path(t: Type | None, seen: frozenset[int] = frozenset()) -> list[Type]:
    """The way from a type to a lock inside it, the lock first; empty if a value may be copied."""
    if t is None or id(t) in seen:
        return []
    seen = seen | {id(t)}
    u = t.underlying
    while isinstance(u, Array):
        t = u.elem
        u = t.underlying
    if isinstance(t, Named) and _no_copy(t):
        return [t]
    if isinstance(u, Interface | Pointer) or (not isinstance(u, Struct) and not isinstance(t, Named)):
        return []
    if isinstance(t, Named) and _is_lock(t):
        return [t]
    if isinstance(u, Struct):
        for f in u.fields:
            found = lock_path(f.type, seen)
            if found:
                return [*found, t]
    return []


def _is_lock(t: Named) -> bool:
    """Pointers to it have Lock and Unlock, itself does not."""
    if t.obj.pkg is not None and t.obj.pkg.path == "sync" and t.obj.name in ("Mutex", "RWMutex"):
        return True
    for name in ("Lock", "Unlock"):
        own, _, _ = types.lookup_field_or_method(t, False, None, name)
        through, _, _ = types.lookup_field_or_method(t, True, None, name)
        if own is not None or not isinstance(through, Func):
            return False
        sig = through.type
        if not isinstance(sig, Signature) or sig.params.vars or sig.results.vars:
            return False
    return True


def _path_text(v: Vetted, path: list[Type]) -> str:
    names = [type_text(v, t) for t in reversed(path)]
    lock = path[0]
    if isinstance(lock, Named) and lock.obj.pkg is not None and _no_copy(lock):
        names.append(f"{lock.obj.pkg.path}.noCopy")
    return " contains ".join(names)


def _no_copy(t: Named) -> bool:
    """Whether sync or sync/atomic says that values of t must not be copied."""
    return t.obj.pkg is not None and t.obj.name in NO_COPY.get(t.obj.pkg.path, ())


def _copied(x: tree.Expr | None) -> list[Type]:
    """The lock that evaluating x copies."""
    if x is None or x.type is None:
        return []
    e = tree.unparen(x)
    if isinstance(e, tree.CompositeLit) or x.mode == tree.TYPE:
        return []
    if isinstance(e, tree.CallExpr):
        return []  # what made the value is reported where it is made
    if isinstance(e, tree.StarExpr) and isinstance(tree.unparen(e.x), tree.CallExpr):
        return []
    return lock_path(x.type)


def _copy(v: Vetted, x: tree.Expr, what: str) -> Iterator[Finding]:
    path = _copied(x)
    if path:
        yield Finding(x.pos, f"{what}: {_path_text(v, path)}")


def _lock_assign(v: Vetted, s: tree.AssignStmt) -> Iterator[Finding]:
    for i, x in enumerate(s.rhs):
        path = _copied(x)
        if path and len(s.lhs) > i:
            yield Finding(x.pos, f"assignment copies lock value to {shown(v, s.lhs[i])}: {_path_text(v, path)}")


def _lock_literal(v: Vetted, lit: tree.CompositeLit) -> Iterator[Finding]:
    for x in lit.elts:
        value = x.val if isinstance(x, tree.KeyValueExpr) else x
        yield from _copy(v, value, f"literal copies lock value from {shown(v, value)}")


def _lock_call(v: Vetted, c: tree.CallExpr) -> Iterator[Finding]:
    if c.kind != "call" and not (c.kind == "builtin" and c.builtin == "append"):
        return
    f = callee(c)
    name = f.full_name() if f is not None else shown(v, c.fun)
    if f is not None and f.pkg is v.checked.types_pkg:
        name = shown(v, c.fun)
    for x in c.args:
        yield from _copy(v, x, f"call of {name} copies lock value")


def _lock_params(v: Vetted, name: str, recv: tree.FieldList | None, sig: tree.FuncType) -> Iterator[Finding]:
    for fields in (recv, sig.params):
        for f in fields.list if fields is not None else ():
            path = lock_path(f.type_expr.type)
            if path:
                yield Finding(f.type_expr.pos, f"{name} passes lock by value: {_path_text(v, path)}")


def _lock_range(v: Vetted, s: tree.RangeStmt) -> Iterator[Finding]:
    for x in (s.key, s.value):
        if x is None or (isinstance(x, tree.Ident) and x.name == "_"):
            continue
        t = x.type if x.type is not None else getattr(getattr(x, "obj", None), "type", None)
        path = lock_path(t)
        if path:
            yield Finding(x.pos, f"range var {shown(v, x)} copies lock: {_path_text(v, path)}")


# ---- struct tags -----------------------------------------------------------------------------------------------------

_PAIR = re.compile(r' *([^\x00-\x20":\x7f]+):"((?:[^"\\]|\\.)*)"')


def _tags(v: Vetted, s: tree.StructType) -> Iterator[Finding]:
    """Tags that reflect cannot read, that name two fields alike, or that stand at a field nobody may see."""
    t = s.type
    if not isinstance(t, Struct):
        return
    seen: dict[tuple[str, str, int], int] = {}
    for i, f in enumerate(t.fields):
        tag = t.tag(i)
        for key in ("json", "xml"):
            for text in _repeated(v, tag, key, f, seen, 1):
                yield Finding(f.pos, text)
        problem = _tag_problem(tag)
        if problem:
            quoted = f"`{tag}`" if "`" not in tag and (tag.isprintable() or "\t" in tag) else types.quote(tag)
            yield Finding(f.pos, f"struct field tag {quoted} not compatible with reflect.StructTag.Get: {problem}")
        if not f.embedded and not f.exported:
            key = next((k for k in ("json", "xml") if _tag_value(tag, k) not in ("", "-")), "")
            if key:
                yield Finding(f.pos, f"struct field {f.name} has {key} tag but is not exported")


def _tag_value(tag: str, key: str) -> str:
    """reflect.StructTag.Get."""
    at = 0
    while m := _PAIR.match(tag, at):
        if m[1] == key:
            return m[2]
        at = m.end()
    return ""


def _repeated(
    v: Vetted, tag: str, key: str, f: types.Var, seen: dict[tuple[str, str, int], int], level: int
) -> Iterator[str]:
    """Complaints about names given twice on one level of embedding. (structtag.go, checkTagDuplicates)"""
    value = _tag_value(tag, key)
    name, _, options = value.partition(",")
    if value == "-" or (key == "xml" and name and f.name == "XMLName"):
        return
    if not name:
        u = f.type.underlying
        if f.embedded and isinstance(u, Struct):
            for i, inner in enumerate(u.fields):
                if inner.exported:
                    yield from _repeated(v, u.tag(i), key, inner, seen, level + 1)
        return
    if key == "xml" and "attr" in options.split(","):
        key = "xml attribute"
    first = seen.setdefault((key, name, level), f.pos)
    if first != f.pos:
        p = v.fset.position(first)
        yield f'struct field {f.name} repeats {key} tag "{name}" also at {p.path.rpartition("/")[2]}:{p.line}'


def _tag_problem(text: str) -> str:
    """What keeps reflect from reading a tag, as vet words it."""
    n = 0
    while text:
        i = len(text) - len(text.lstrip(" "))
        if n > 0 and i == 0:
            return 'key:"value" pairs not separated by spaces'
        text = text[i:]
        n += 1
        i = 0
        while i < len(text) and text[i] > " " and text[i] not in ':"\x7f':
            i += 1
        if i == 0:
            return "" if not text else "bad syntax for struct tag key"
        if i + 1 >= len(text) or text[i] != ":":
            return "bad syntax for struct tag pair"
        if text[i + 1] != '"':
            return "bad syntax for struct tag value"
        m = re.match(r'"(?:[^"\\]|\\.)*"', text[i + 1 :])
        if m is None:
            return "bad syntax for struct tag value"
        key, value = text[:i], m[0][1:-1]
        text = text[i + 1 + m.end() :]
        if key in ("json", "xml") and " " in value.split(",")[0]:
            return "suspicious space in struct tag value"
    return ""


# ---- methods of well-known interfaces --------------------------------------------------------------------------------

CANONICAL: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "As": (("any",), ("bool",)),
    "Format": (("=fmt.State", "rune"), ()),
    "GobDecode": (("[]byte",), ("error",)),
    "GobEncode": ((), ("[]byte", "error")),
    "Is": (("error",), ("bool",)),
    "MarshalJSON": ((), ("[]byte", "error")),
    "ReadByte": ((), ("byte", "error")),
    "ReadFrom": (("=io.Reader",), ("int64", "error")),
    "ReadRune": ((), ("rune", "int", "error")),
    "Scan": (("=fmt.ScanState", "rune"), ("error",)),
    "Seek": (("=int64", "int"), ("int64", "error")),
    "UnmarshalJSON": (("[]byte",), ("error",)),
    "UnreadByte": ((), ("error",)),
    "UnreadRune": ((), ("error",)),
    "Unwrap": ((), ("error",)),
    "WriteByte": (("byte",), ("error",)),
    "WriteTo": (("=io.Writer",), ("int64", "error")),
}


def _std_method(v: Vetted, d: tree.FuncDecl) -> Iterator[Finding]:
    """A method with the name of a well-known one has its signature ("=": only if that parameter fits)."""
    row = CANONICAL.get(d.name.name)
    if row is None or d.recv is None or not isinstance(d.obj.type, Signature):
        return
    sig = d.obj.type
    if d.name.name in ("As", "Is", "Unwrap") and not _implements_error(sig):
        return
    params, results = [_short(v, p.type) for p in sig.params.vars], [_short(v, r.type) for r in sig.results.vars]
    if d.name.name == "Unwrap" and results == ["[]error"]:
        return
    for wanted, have in zip(row[0], params, strict=False):
        if wanted.startswith("=") and wanted[1:] != have:
            return
    if any(w.startswith("=") for w in row[0]) and not params:
        return
    plain = [w.removeprefix("=") for w in row[0]]
    if params == plain and results == list(row[1]):
        return
    actual = f"{d.name.name}{_signature(params, results)}"
    yield Finding(d.name.pos, f"method {actual} should have signature {d.name.name}{_signature(plain, list(row[1]))}")


def _implements_error(sig: Signature) -> bool:
    assert sig.recv is not None
    obj, _, _ = types.lookup_field_or_method(sig.recv.type, True, None, "Error")
    return isinstance(obj, Func)


def _short(v: Vetted, t: Type) -> str:
    text = types.type_string(t, lambda p: p.name)
    return {"uint8": "byte", "int32": "rune", "interface{}": "any", "[]uint8": "[]byte"}.get(text, text)


def _signature(params: list[str], results: list[str]) -> str:
    back = "" if not results else f" {results[0]}" if len(results) == 1 else f" ({', '.join(results)})"
    return f"({', '.join(params)}){back}"


# ---- literals of foreign structs -------------------------------------------------------------------------------------


def _unkeyed(v: Vetted, lit: tree.CompositeLit) -> Iterator[Finding]:
    t = lit.type
    if not isinstance(t, Named) or not isinstance(t.underlying, Struct) or not lit.elts:
        return
    if t.obj.pkg is None or t.obj.pkg is v.checked.types_pkg or isinstance(lit.elts[0], tree.KeyValueExpr):
        return
    yield Finding(lit.pos, f"{type_text(v, t)} struct literal uses unkeyed fields")


# ---- directives ------------------------------------------------------------------------------------------------------


def _directives(v: Vetted, f: tree.File) -> Iterator[Finding]:
    """A //go:build line behind the package clause has no effect."""
    file = v.fset.file(f.pos)
    if file is None:
        return
    after = f.pos - file.base
    for m in re.finditer(rb"^//go:build .*$", file.source, re.MULTILINE):
        if m.start() > after:
            yield Finding(file.base + m.start(), "misplaced //go:build comment")
