"""Go compiled and run by Python, on goroutine stacks that really move.

    import morestack

    result = morestack.run("prog.go", args=["a"], stdin=b"...")      # .stdout .stderr .exit_code .stats
    with morestack.compile("package p; func Fib(n int) int { ... }") as program:
        program.Fib(30)

`run` and `compile` are in ``morestack.api``, what they tell in ``morestack.result``, the exceptions in
``morestack.errors``; they are loaded when first used.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from morestack.api import Limits, compile, run
    from morestack.errors import (
        CompileError,
        Deadlock,
        Diagnostic,
        Frame,
        GoError,
        GoExit,
        GoPanic,
        LimitExceeded,
        MorestackError,
    )
    from morestack.program import Function, Program
    from morestack.result import Result, Stats

__version__ = "0.1.0"

# In a checkout the other rooms stand beside this one; installed, inside it.
_BESIDE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
if not os.path.isdir(os.path.join(__path__[0], "vm")) and os.path.isdir(os.path.join(_BESIDE, "vm")):
    __path__.append(_BESIDE)

_PLACES = {
    "morestack.api": ("Limits", "compile", "run"),
    "morestack.errors": (
        "CompileError", "Deadlock", "Diagnostic", "Frame", "GoError", "GoExit", "GoPanic", "LimitExceeded",
        "MorestackError",
    ),
    "morestack.program": ("Function", "Program"),
    "morestack.result": ("Result", "Stats"),
}  # fmt: skip
_PLACE = {name: place for place, names in _PLACES.items() for name in names}


def __getattr__(name: str) -> Any:
    place = _PLACE.get(name)
    if place is None:
        raise AttributeError(f"module 'morestack' has no attribute {name!r}")
    import importlib

    found = getattr(importlib.import_module(place), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_PLACE})


__all__ = [
    "CompileError",
    "Deadlock",
    "Diagnostic",
    "Frame",
    "Function",
    "GoError",
    "GoExit",
    "GoPanic",
    "LimitExceeded",
    "Limits",
    "MorestackError",
    "Program",
    "Result",
    "Stats",
    "__version__",
    "compile",
    "run",
]
