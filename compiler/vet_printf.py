"""The analyser `printf`: formats and arguments of fmt's and log's functions, and of functions that pass both on to
them.

Rules and words of cmd/vet's printf pass (golang.org/x/tools/go/analysis/passes/printf).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from morestack.compiler import tree, types
from morestack.compiler.types import Array, Basic, Chan, Func, Interface, Map, Pointer, Signature, Slice, Struct, Type
from morestack.compiler.vet_common import Finding, Vetted, callee, literal_offsets, shown, type_text

BOOL, INT, STRING, FLOAT, COMPLEX, POINTER, ERROR, RUNE, ANY = 1, 2, 4, 8, 16, 32, 64, 128, 255
NUM, SHARP = " -+.0", " -+.0#"
VERBS: dict[str, tuple[str, int]] = {
    "%": ("", 0), "b": (SHARP, INT | FLOAT | COMPLEX | POINTER), "c": ("-", INT), "d": (NUM, INT | POINTER),
    **dict.fromkeys("eEfFgG", (SHARP, FLOAT | COMPLEX)), **dict.fromkeys("oO", (SHARP, INT | POINTER)),
    "p": ("-#", POINTER), "q": (SHARP, RUNE | STRING), "s": (NUM, STRING), "t": ("-", BOOL), "T": ("-", ANY),
    "U": ("-#", INT), "v": (SHARP, ANY), "w": (SHARP, ERROR),
    **dict.fromkeys("xX", (SHARP, INT | STRING | POINTER | FLOAT | COMPLEX)),
}  # fmt: skip
PRINT, PRINTF, ERRORF = "print", "printf", "errorf"
KNOWN: dict[str, str] = {
    **{f"fmt.{p}{s}": k for p in ("Print", "Fprint", "Sprint") for s, k in (("", PRINT), ("ln", PRINT), ("f", PRINTF))},
    "fmt.Errorf": ERRORF, "fmt.Append": PRINT, "fmt.Appendln": PRINT, "fmt.Appendf": PRINTF,
    **{f"{where}{v}{s}": k for where in ("log.", "(*log.Logger).") for v in ("Print", "Fatal", "Panic")
       for s, k in (("", PRINT), ("ln", PRINT), ("f", PRINTF))},
}  # fmt: skip
POSSIBLE = re.compile(r"%[-+# 0]*\d*\.?\d*(?:\[\d+\])?[bcdefgopqstvxEFGTUX]")
PART = re.compile(r"%([-+# 0]*)(\[[^\]]*\])?(\*|\d+)?(\.)?(\[[^\]]*\])?(\*|\d+)?(\[[^\]]*\])?(.?)", re.DOTALL)


def analyse(v: Vetted) -> Iterator[Finding]:
    """The findings of a package."""
    wrappers = _wrappers(v)
    for decl in v.funcs():
        for node in tree.walk(decl):
            if isinstance(node, tree.CallExpr) and node.kind == "call":
                f = callee(node)
                if f is not None:
                    name = f.full_name()
                    kind = KNOWN.get(name) or wrappers.get(f)
                    if kind is not None:
                        yield from _Call(v, node, f, kind, decl).check()


def _wrappers(v: Vetted) -> dict[Func, str]:
    """Functions of the package that hand their format and arguments on."""
    found: dict[Func, str] = {}
    candidates = [d for d in v.funcs() if _is_variadic_any(d.obj.type)]
    news = True
    while news:
        news = False
        for d in candidates:
            if d.obj not in found:
                kind = _forwards(d, found)
                if kind:
                    found[d.obj] = kind
                    news = True
    return found


def _is_variadic_any(sig: Type) -> bool:
    if not isinstance(sig, Signature) or not sig.variadic:
        return False
    last = sig.params.vars[-1].type
    return isinstance(last, Slice) and types.is_empty_interface(last.elem)


def _forwards(d: tree.FuncDecl, found: dict[Func, str]) -> str:
    params = d.obj.type.params.vars
    for node in tree.walk(d.body) if d.body is not None else ():
        if isinstance(node, tree.CallExpr) and node.kind == "call" and node.ellipsis and node.args:
            last = node.args[-1]
            f = callee(node)
            kind = (KNOWN.get(f.full_name()) or found.get(f)) if f is not None else None
            if kind is None or not isinstance(last, tree.Ident) or last.obj is not params[-1]:
                continue
            if kind == PRINT:
                return PRINT
            form = node.args[-2] if len(node.args) > 1 else None
            if isinstance(form, tree.Ident) and len(params) > 1 and form.obj is params[-2]:
                return kind
    return ""


class _Call:
    """One call of a printing function."""

    def __init__(self, v: Vetted, call: tree.CallExpr, f: Func, kind: str, decl: tree.FuncDecl) -> None:
        self.v, self.call, self.kind, self.decl = v, call, kind, decl
        self.name = f.full_name()
        sig = f.type
        assert isinstance(sig, Signature)
        self.first = len(sig.params.vars) - 1  # index of the first argument that is printed

    def check(self) -> Iterator[Finding]:
        if self.kind == PRINT:
            yield from self._print()
        else:
            yield from self._printf()

    def _finding(self, pos: int, text: str) -> Finding:
        return Finding(pos, f"{self.name} {text}")

    # ---- Print, Println ----------------------------------------------------------------------------------------------

    def _print(self) -> Iterator[Finding]:
        args = self.call.args[self.first :]
        if self.call.ellipsis or not args:
            return
        if self.first == 0:
            x = tree.unparen(args[0])
            if isinstance(x, tree.SelectorExpr) and shown(self.v, x) in ("os.Stdout", "os.Stderr"):
                yield self._finding(self.call.pos, f"does not take io.Writer but has first arg {shown(self.v, x)}")
        first = args[0]
        if isinstance(first.value, bytes):
            text = first.value.decode("utf-8", "replace").removesuffix("%")
            m = POSSIBLE.search(text.replace("%%", "  "))
            if m and isinstance(first, tree.BasicLit):
                yield self._finding(self.call.pos, f"call has possible Printf formatting directive {m[0]}")
        last = args[-1]
        if self.name.endswith("ln") and isinstance(last, tree.BasicLit) and isinstance(last.value, bytes):
            if last.value.endswith(b"\n"):
                yield self._finding(self.call.pos, "arg list ends with redundant newline")
        for a in args:
            if _is_function_value(a):
                yield self._finding(self.call.pos, f"arg {shown(self.v, a)} is a func value, not called")
            method = self._recursive(a)
            if method:
                yield self._finding(self.call.pos, f"arg {shown(self.v, a)} causes recursive call to {method} method")

    # ---- Printf ------------------------------------------------------------------------------------------------------

    def _printf(self) -> Iterator[Finding]:
        args, at = self.call.args, self.first - 1
        if at < 0 or len(args) <= at:
            return
        form = args[at]
        if not isinstance(form.value, bytes):
            if len(args) == at + 1 and not self.call.ellipsis:
                yield Finding(form.pos, f"non-constant format string in call to {self.name}")
            return
        text = form.value.decode("utf-8", "surrogateescape")
        if "%" not in text:
            if len(args) > self.first:
                yield self._finding(args[self.first].pos, "call has arguments but no formatting directives")
            return
        fault = _syntax(text)
        if fault:
            yield self._finding(form.pos, fault)
        else:
            yield from self._directives(form, text)

    def _directives(self, form: tree.Expr, text: str) -> Iterator[Finding]:
        args, call = self.call.args, self.call
        where = literal_offsets(form)
        arg = most = self.first
        indexed = False
        at = 0
        while True:
            at = text.find("%", at)
            if at < 0:
                break
            m = PART.match(text, at)
            assert m is not None
            flags, index, width, _, precision_index, precision, verb_index, verb = m.groups()
            directive = m[0]
            pos = where(len(text[:at].encode("utf-8", "surrogateescape")))
            at = m.end()
            for found, star in ((index, width), (precision_index, precision), (verb_index, "")):
                if found:
                    arg, indexed = self.first + int(found[1:-1]) - 1, True
                if star == "*":
                    if not self._have(arg):
                        if not call.ellipsis:
                            yield self._missing(pos, directive, arg)
                        return
                    if call.ellipsis and arg >= len(args) - 1:
                        return
                    if not _matches(args[arg].type, INT, True):
                        shown_arg = shown(self.v, args[arg])
                        yield self._finding(pos, f"format {directive} uses non-int {shown_arg} as argument of *")
                        return
                    arg += 1
                    most = max(most, arg)
            row = VERBS.get(verb)
            formatter = self._have(arg) and _is_formatter(args[arg].type)
            if row is None:
                if not formatter:
                    yield self._finding(pos, f"format {directive} has unknown verb {verb}")
                    return
                row = (SHARP, ANY)
            if verb == "%":
                continue
            for flag in flags:
                if flag not in row[0] and flag != "0" and not formatter:
                    yield self._finding(pos, f"format {directive} has unrecognized flag {flag}")
                    return
            if verb == "w" and self.kind != ERRORF:
                yield self._finding(pos, "does not support error-wrapping directive %w")
                return
            if call.ellipsis and arg >= len(args) - 1:
                return
            if not self._have(arg):
                yield self._missing(pos, directive, arg)
                return
            problem = self._argument(args[arg], directive, verb, row[1], flags)
            if problem:
                yield self._finding(pos, problem)
                return
            arg += 1
            most = max(most, arg)
        if call.ellipsis and most >= len(args) - 1:
            return
        if not indexed and most != len(args):
            needs, has = most - self.first, len(args) - self.first
            yield self._finding(call.pos, f"call needs {_count(needs)} but has {_count(has)}")

    def _have(self, arg: int) -> bool:
        return arg < len(self.call.args)

    def _missing(self, pos: int, directive: str, arg: int) -> Finding:
        has = len(self.call.args) - self.first
        return self._finding(pos, f"format {directive} reads arg #{arg - self.first + 1}, but call has {_count(has)}")

    def _argument(self, a: tree.Expr, directive: str, verb: str, wanted: int, flags: str) -> str:
        """What is wrong with an argument, or ""."""
        if verb not in "pT" and _is_function_value(a):
            return f"format {directive} arg {shown(self.v, a)} is a func value, not called"
        nil = a.mode == tree.NIL and wanted not in (ANY, ERROR)
        if nil or not _matches(a.type, wanted, True):
            t = "untyped nil" if nil else type_text(self.v, a.type)
            return f"format {directive} has arg {shown(self.v, a)} of wrong type {t}"
        if wanted & STRING and verb != "T" and "#" not in flags:
            method = self._recursive(a)
            if method:
                return f"format {directive} with arg {shown(self.v, a)} causes recursive {method} method call"
        return ""

    def _recursive(self, a: tree.Expr) -> str:
        """The method in which an argument is its own receiver."""
        d = self.decl
        if d.recv is None or d.name.name not in ("String", "Error") or not d.recv.list[0].names:
            return ""
        sig = d.obj.type
        if sig.params.vars or not isinstance(sig, Signature) or len(sig.results.vars) != 1:
            return ""
        x = tree.unparen(a)
        if isinstance(x, tree.UnaryExpr) and x.op == "&":
            x = tree.unparen(x.x)
        elif isinstance(x, tree.StarExpr):
            return ""
        if isinstance(x, tree.Ident) and x.obj is sig.recv:
            return f"({type_text(self.v, sig.recv.type)}).{d.name.name}"
        return ""


def _syntax(text: str) -> str:
    """What is wrong with a format by itself, or "". (internal/fmtstr, Parse)"""
    at = text.find("%")
    while at >= 0:
        m = PART.match(text, at)
        assert m is not None
        for index in filter(None, (m[2], m[5], m[7])):
            if not index[1:-1].isdigit() or not int(index[1:-1]):
                return f"format has invalid argument index {index}"
        if m[8] == "[":
            return f"format {m[0]} is missing closing ]"
        if not m[8]:
            return f"format {m[0]} is missing verb at end of string"
        at = text.find("%", m.end())
    return ""


def _count(n: int) -> str:
    return f"{n} arg{'s' * (n != 1)}"


def _is_function_value(a: tree.Expr) -> bool:
    x = tree.unparen(a)
    if a.type is None or not isinstance(a.type.underlying, Signature):
        return False
    return isinstance(x, tree.Ident | tree.SelectorExpr | tree.FuncLit)


def _method(t: Type, name: str) -> Signature | None:
    """The signature of a method in the method set of t or *t."""
    obj, _, _ = types.lookup_field_or_method(t, True, None, name)
    return obj.type if isinstance(obj, Func) and isinstance(obj.type, Signature) else None


def _is_formatter(t: Type | None) -> bool:
    if t is None:
        return False
    if isinstance(t.underlying, Interface) and not isinstance(t, types.Named):
        return True
    sig = _method(t, "Format")
    return sig is not None and len(sig.params.vars) == 2 and not sig.results.vars


def _has_text(t: Type) -> bool:
    """Whether fmt would use the value's Error or String method."""
    for name in ("Error", "String"):
        obj, _, _ = types.lookup_field_or_method(t, False, None, name)
        if isinstance(obj, Func) and _gives_text(obj):
            return True
    return False


def _gives_text(m: Func) -> bool:
    """Whether a method has the signature func() string. What no program needed of the library is not typed yet."""
    if isinstance(m.type, Signature):
        results = m.type.results.vars
        return not m.type.params.vars and len(results) == 1 and types.is_string(results[0].type)
    if m.node is None:
        return False
    declared = m.node.type_expr.results
    what = declared.list[0].type_expr if declared is not None and len(declared.list) == 1 else None
    return not m.node.type_expr.params.list and isinstance(what, tree.Ident) and what.name == "string"


def _matches(t: Type | None, wanted: int, top: bool, seen: frozenset[int] = frozenset()) -> bool:
    """Whether a value of type t may be printed by a verb that wants these kinds."""
    if t is None or wanted == ANY or id(t) in seen:
        return True
    if wanted == ERROR:
        return _has_error(t) or t is types.UNTYPED_NIL_TYPE
    if _is_formatter(t):
        return True
    if wanted & STRING and _has_text(t):
        return True
    seen = seen | {id(t)}
    u = t.underlying
    if isinstance(u, Signature):
        return wanted == POINTER
    if isinstance(u, Map):
        return wanted == POINTER or (_matches(u.key, wanted, False, seen) and _matches(u.elem, wanted, False, seen))
    if isinstance(u, Chan):
        return bool(wanted & POINTER)
    if isinstance(u, Array | Slice):
        elem = u.elem.underlying
        if isinstance(elem, Basic) and elem.kind == types.UINT8 and wanted & STRING:
            return True
        if isinstance(u, Slice) and wanted == POINTER:
            return True
        return _matches(u.elem, wanted, False, seen)
    if isinstance(u, Pointer):
        if wanted == POINTER:
            return True
        if top and isinstance(u.elem.underlying, Struct | Array | Slice | Map):
            return _matches(u.elem, wanted, False, seen)
        return bool(wanted & POINTER)
    if isinstance(u, Struct):
        for f in u.fields:
            if not _matches(f.type, wanted, False, seen):
                return False
            if (
                wanted & STRING
                and not f.exported
                and _has_text(f.type)
                and not isinstance(f.type.underlying, Interface)
            ):
                return False
        return True
    if isinstance(u, Interface):
        return True
    return _basic(u, wanted)


def _has_error(t: Type) -> bool:
    obj, _, _ = types.lookup_field_or_method(t, False, None, "Error")
    return isinstance(obj, Func) and _gives_text(obj)


def _basic(t: Type, wanted: int) -> bool:
    if not isinstance(t, Basic):
        return True
    if t.kind == types.UNSAFE_POINTER:
        return bool(wanted & (POINTER | INT))
    if t.kind == types.UNTYPED_NIL:
        return False
    for info, kind in (
        (types.IS_BOOLEAN, BOOL), (types.IS_INTEGER, INT), (types.IS_FLOAT, FLOAT), (types.IS_COMPLEX, COMPLEX),
        (types.IS_STRING, STRING),
    ):  # fmt: skip
        if t.info & info:
            if kind == INT and t.kind in (types.INT32, types.UINT8, types.UNTYPED_RUNE):
                return bool(wanted & (INT | RUNE))
            return bool(wanted & kind)
    return True
