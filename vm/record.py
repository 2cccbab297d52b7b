"""Classes of fields, written as dataclasses are, for the modules that every run loads: the module ``dataclasses`` and the methods that
it compiles for each class would take a tenth of the time in which a small program starts. Here ``__init__`` is compiled when a class
is first used.

A record has the fields of its own body alone, slots for them, ``__init__``, ``__repr__`` and, unless ``eq=False``, equality; frozen ones can't be
changed, and have a hash.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
MISSING: Any = object()


class _Field:
    """What `field` tells of one field."""

    def __init__(self, default: Any, factory: Any, compare: bool) -> None:
        self.default, self.factory, self.compare = default, factory, compare


def field(*, default: Any = MISSING, default_factory: Any = MISSING, compare: bool = True) -> Any:
    """A field with a default that is made anew for each object, or one that equality ignores."""
    return _Field(default, default_factory, compare)


@dataclass_transform(field_specifiers=(field,))
def record(*, frozen: bool = False, eq: bool = True) -> Callable[[type[T]], type[T]]:
    """Makes a class a record."""
    return lambda cls: _made(cls, frozen, eq)


def _made(cls: type[T], frozen: bool, eq: bool) -> type[T]:
    body = dict(cls.__dict__)
    names = list(body.get("__annotations__", ()))
    fields = {name: _field_of(body.pop(name, MISSING)) for name in names}
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    body["__slots__"] = tuple(names)
    body["__match_args__"] = tuple(names)
    body["__init__"] = _first_init(lambda: made, names, fields, frozen)
    body.setdefault("__repr__", _represent)
    if eq:
        body["_compared"] = tuple(name for name in names if fields[name].compare)
        body["__eq__"] = _equal
        body["__hash__"] = _hash if frozen else None
    if frozen:
        body["__setattr__"] = body["__delattr__"] = _refuse
        body["__setstate__"] = _set_state
    kind: Any = type(cls)
    made: Any = kind(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made  # type: ignore[no-any-return]


def _field_of(given: Any) -> _Field:
    return given if isinstance(given, _Field) else _Field(given, MISSING, True)


def _first_init(made: Callable[[], Any], names: list[str], fields: dict[str, _Field], frozen: bool) -> Callable[..., None]:
    """An ``__init__`` that puts the compiled one in its place."""

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        made().__init__ = init = _init(names, fields, frozen)
        init(self, *args, **kwargs)

    return __init__


def _init(names: list[str], fields: dict[str, _Field], frozen: bool) -> Any:
    parameters, lines = ["self"], []
    given: dict[str, Any] = {"MISSING": MISSING, "put": object.__setattr__}
    for name in names:
        f = fields[name]
        value = name
        if f.factory is not MISSING:
            given[f"make_{name}"] = f.factory
            parameters.append(f"{name}=MISSING")
            value = f"make_{name}() if {name} is MISSING else {name}"
        elif f.default is not MISSING:
            given[f"default_{name}"] = f.default
            parameters.append(f"{name}=default_{name}")
        else:
            parameters.append(name)
        lines.append(f" put(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
    exec(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or " pass"), given)
    return given["__init__"]


def _represent(self: Any) -> str:
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def _equal(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    names: tuple[str, ...] = self._compared
    return all(getattr(self, name) == getattr(other, name) for name in names)


def _hash(self: Any) -> int:
    return hash(tuple([getattr(self, name) for name in self._compared]))


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise AttributeError(f"cannot change field {name!r}")


def _set_state(self: Any, state: tuple[Any, dict[str, Any]]) -> None:
    for name, value in state[1].items():
        object.__setattr__(self, name, value)


__all__ = ["field", "record"]
