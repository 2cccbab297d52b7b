"""The predeclared names: fills the universe scope and makes package unsafe (spec "Predeclared identifiers")."""

from __future__ import annotations

from typing import Final, NamedTuple

from morestack.compiler import types
from morestack.compiler.types import UNIVERSE, Builtin, Const, Nil, Object, Package, TypeName


class BuiltinInfo(NamedTuple):
    """nargs: least number of arguments; statement: its call may stand alone."""

    nargs: int
    variadic: bool
    statement: bool


BUILTINS: Final[dict[str, BuiltinInfo]] = {
    "append": BuiltinInfo(1, True, False),
    "cap": BuiltinInfo(1, False, False),
    "clear": BuiltinInfo(1, False, True),
    "close": BuiltinInfo(1, False, True),
    "complex": BuiltinInfo(2, False, False),
    "copy": BuiltinInfo(2, False, True),
    "delete": BuiltinInfo(2, False, True),
    "imag": BuiltinInfo(1, False, False),
    "len": BuiltinInfo(1, False, False),
    "make": BuiltinInfo(1, True, False),
    "max": BuiltinInfo(1, True, False),
    "min": BuiltinInfo(1, True, False),
    "new": BuiltinInfo(1, False, False),
    "panic": BuiltinInfo(1, False, True),
    "print": BuiltinInfo(0, True, True),
    "println": BuiltinInfo(0, True, True),
    "real": BuiltinInfo(1, False, False),
    "recover": BuiltinInfo(0, False, True),
    # package unsafe
    "Add": BuiltinInfo(2, False, False),
    "Alignof": BuiltinInfo(1, False, False),
    "Offsetof": BuiltinInfo(1, False, False),
    "Sizeof": BuiltinInfo(1, False, False),
    "Slice": BuiltinInfo(2, False, False),
    "SliceData": BuiltinInfo(1, False, False),
    "String": BuiltinInfo(2, False, False),
    "StringData": BuiltinInfo(1, False, False),
}

UNSAFE: Final = Package("unsafe", "unsafe")


def _define(obj: Object) -> None:
    obj.color = 1
    if types.is_exported(obj.name):
        obj.pkg = UNSAFE
        UNSAFE.scope.insert(obj)
    else:
        UNIVERSE.insert(obj)


def _fill() -> None:
    for t in types.BASICS:
        if " " not in t.name:
            _define(TypeName(0, None, t.name, t))
    _define(TypeName(0, None, "byte", types.BYTE_TYPE, True))
    _define(TypeName(0, None, "rune", types.RUNE_TYPE, True))
    error = types.ERROR_TYPE
    assert isinstance(error, types.Named)
    _define(error.obj)
    assert types.ANY_TYPE.alias is not None
    _define(types.ANY_TYPE.alias)
    _define(types.COMPARABLE_TYPE.obj)
    _define(Const(0, None, "true", types.UNTYPED_BOOL_TYPE, True))
    _define(Const(0, None, "false", types.UNTYPED_BOOL_TYPE, False))
    _define(Const(0, None, "iota", types.UNTYPED_INT_TYPE, 0))
    _define(Nil())
    for name in BUILTINS:
        _define(Builtin(name))
    UNSAFE.complete = True


_fill()
