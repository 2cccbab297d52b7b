"""Why a selector or an interface does not fit: the searches and the words behind "missing method" and "has no field".

The plain searches are in types.py; here are those that only explain a failure (spec "Selectors", "Implementing an
interface"; texts of gc).
"""

from __future__ import annotations

from collections.abc import Callable

from morestack.compiler import types
from morestack.compiler.check_state import State, is_interface_ptr
from morestack.compiler.types import (
    Func,
    Interface,
    Named,
    Package,
    Signature,
    Struct,
    Type,
    Var,
    deref,
    identical,
    is_exported,
)


def lookup_fold(t: Type, name: str) -> Var | Func | None:
    """The shallowest field or method whose name is name but for case, or that another package keeps to itself."""
    low = name.lower()
    base, is_ptr = deref(t)
    if name == "_" or (is_ptr and isinstance(base.underlying, Interface)):
        return None
    current = [base]
    seen: set[int] = set()
    while current:
        found: list[Var | Func] = []
        following: list[Type] = []
        for typ in current:
            if id(typ) in seen:
                continue
            seen.add(id(typ))
            u = typ.underlying
            methods = typ.methods if isinstance(typ, Named) else []
            if isinstance(u, Interface):
                methods = methods + u.all_methods()
            hits = [m for m in methods if m.name.lower() == low]
            found += hits
            if isinstance(u, Struct) and not hits:
                found += [f for f in u.fields if f.name.lower() == low]
                following += [deref(f.type)[0] for f in u.fields if f.embedded]
        if found:
            return found[0] if len(found) == 1 else None
        current = following
    return None


def lookup_error(check: State, t: Type, sel: str, obj: Var | Func | None, struct_lit: bool) -> str:
    """Words for a selector or literal key that finds nothing; obj is the next best (of lookup_fold)."""
    how, alt = _how_found(check.pkg, sel, obj)
    text = check.text(t)
    if struct_lit:
        if how == "inaccessible":
            return f"cannot refer to unexported field {alt} in struct literal of type {text}"
        tail = {"misspelled": f", but does have {alt}", "unexported": f", but does have unexported {alt}"}.get(how, "")
        return f"unknown field {sel} in struct literal of type {text}{tail}"
    what = {Var: "field", Func: "method"}.get(type(obj), "object")
    if how == "inaccessible":
        return f"cannot refer to unexported {what} {alt}"
    tails = {"misspelled": f", but does have {what} {alt}", "unexported": f", but does have unexported {what} {alt}"}
    tail = tails.get(how, "")
    return f"type {text} has no field or method {sel}{tail}"


def _how_found(pkg: Package, sel: str, obj: Var | Func | None) -> tuple[str, str]:
    if obj is None:
        return "missing", ""
    alt = obj.name
    if obj.pkg is pkg:
        return "misspelled", alt
    if is_exported(sel):
        if is_exported(alt):
            return "misspelled", alt
        if sel[1:] == alt[1:]:
            return "unexported", alt
    elif is_exported(alt):
        if sel[1:] == alt[1:]:
            return "misspelled", alt
    elif sel == alt:
        return "inaccessible", alt
    return "missing", ""


def interface_ptr_error(check: State, t: Type) -> str:
    """Words for a method wanted of a pointer to an interface."""
    return f"type {check.text(t)} is pointer to interface, not interface"


def missing_cause(check: State, v: Type, t: Type, static: bool) -> str | None:
    """Why v lacks a method of interface type t, in words; None if it lacks none.

    Without static (a type assertion) an interface v only has to have no method of the same name and another type.
    """
    face = t.underlying
    assert isinstance(face, Interface)
    vu = v.underlying
    for m in face.all_methods():
        if isinstance(vu, Interface):
            i = vu.method_at(m.name, m.pkg)
            if i < 0:
                if not static:
                    continue
                return _not_found(check, v, t, m)
            f = vu.all_methods()[i]
            if not identical(f.type, m.type):
                return _wrong_type(check, f, m)
            continue
        cause = _concrete_cause(check, v, t, m)
        if cause is not None:
            return cause
    return None


def _concrete_cause(check: State, v: Type, t: Type, m: Func) -> str | None:
    obj, path, indirect = types._lookup(v, False, m.pkg, m.name)
    if obj is None:
        if path:
            return f"(ambiguous selector {check.text(v)}.{m.name})"
        if indirect:
            return f"(method {m.name} has pointer receiver)"
        alt = lookup_fold(v, m.name)
        if isinstance(alt, Func):
            check.obj_decl(alt)
            if alt.name == m.name:
                return f"(unexported method {m.name})"
            return f"(missing method {m.name})" + _have_want(check, alt, m)
        return _not_found(check, v, t, m)
    if not isinstance(obj, Func):
        return f"({check.text(v)}.{m.name} is a field, not a method)"
    check.obj_decl(obj)
    if obj.type is types.INVALID_TYPE or m.type is types.INVALID_TYPE:
        return None
    if not identical(obj.type, m.type):
        return _wrong_type(check, obj, m)
    return None


def _not_found(check: State, v: Type, t: Type, m: Func) -> str:
    for x in (v, t):
        if is_interface_ptr(x):
            return f"({interface_ptr_error(check, x)})"
    return f"(missing method {m.name})"


def _have_want(check: State, f: Func, m: Func) -> str:
    return f"\n\t\thave {_func_string(check, f)}\n\t\twant {_func_string(check, m)}"


def _wrong_type(check: State, f: Func, m: Func) -> str:
    head = f"(wrong type for method {m.name})"
    have, want = _func_string(check, f), _func_string(check, m)
    if have == want:
        have, want = _func_string(check, f, types.package_path), _func_string(check, m, types.package_path)
    return head if have == want else f"{head}\n\t\thave {have}\n\t\twant {want}"


def _func_string(check: State, f: Func, qualifier: Callable[[Package], str] | None = None) -> str:
    """Name and signature without parameter names."""
    sig = f.type
    assert isinstance(sig, Signature)
    bare = Signature(None, _nameless(sig.params), _nameless(sig.results), sig.variadic)
    return f.name + types.signature_string(bare, qualifier or check.qualifier)


def _nameless(t: types.Tuple) -> types.Tuple:
    return types.Tuple([Var(0, None, "", v.type, v.kind) for v in t.vars])


def has_invalid_embedded(t: Type, seen: set[int]) -> bool:
    """A field embedded in t (or deeper) has an invalid type: what is missing may be there."""
    u = t.underlying
    if isinstance(u, types.Pointer):
        u = u.elem.underlying
    if not isinstance(u, Struct) or id(u) in seen:
        return False
    seen.add(id(u))
    return any(f.embedded and (f.type is types.INVALID_TYPE or has_invalid_embedded(f.type, seen)) for f in u.fields)
