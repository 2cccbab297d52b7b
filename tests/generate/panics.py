"""Statements that may panic: every run-time error, panics with values of many kinds, failed assertions."""

from __future__ import annotations

from collections.abc import Callable

from tests.generate.statements import Lines, Statements
from tests.generate.types import ANY, INT, STRING

Danger = Callable[[Statements, str], Lines]  # given a name that nothing has yet


def danger(s: Statements) -> Lines:
    """A statement that may panic; it reads nothing else that may."""
    s.w.use("fmt")
    return s.c.pick(DANGERS)(s, s.w.name("x"))


def _value(s: Statements, n: str) -> Lines:
    return [f"panic({s.e.text(ANY)})"]


def _text(s: Statements, n: str) -> Lines:
    return [f'panic(fmt.Sprintf("%v", {s.e.text(STRING)}))']


def _error(s: Statements, n: str) -> Lines:
    s.w.use("errors")
    return [f"panic(errors.New({s.e.text(STRING)}))"]


def _index(s: Statements, n: str) -> Lines:
    slices = [v for v in s.w.vars if v.type.kind == "slice"]
    if not slices:
        return [f"{n} := []int{{1}}", f"{n}[{s.e.variable(INT)}]++"]
    return [f"{n} := {s.c.pick(slices).name}[{s.e.variable(INT)}]", f"_ = {n}"]


def _slice(s: Statements, n: str) -> Lines:
    """Bounds of a slice whose capacity is known."""
    slices = [v for v in s.w.vars if v.type.kind == "slice" or v.type.text == "string"]
    low, high, most = (s.e.variable(INT) for _ in range(3))
    if not slices:
        return [f"{n} := \"abc\"[{low}:]", f"fmt.Println({n})"]
    v = s.c.pick(slices)
    bounds = s.c.pick([f"{low}:", f":min({low}, 9)", f"min({low}, 2):min({high}, 9)"])
    if v.type.kind == "string":
        return [f"{n} := {v.name}[{bounds}]", f"fmt.Println(len({n}))"]
    if s.c.chance(4):
        bounds = f"min({low}, 2):min({high}, 5):min({most}, 9)"
    return [f"{n} := {v.name}[:len({v.name}):len({v.name})][{bounds}]", f"fmt.Println(len({n}), cap({n}))"]


def _divide(s: Statements, n: str) -> Lines:
    t = s.e.numeric()
    return [f"{n} := {s.e.variable(t)} {s.c.pick('/%')} {s.e.variable(t)}", f"fmt.Println({n})"]


def _assert(s: Statements, n: str) -> Lines:
    w, c = s.w, s.c
    wanted = c.pick([*w.pool.basic, *w.pool.declared])
    able = [v for v in w.vars if v.type.text == "any"]
    x = c.pick(able).name if able else f"any({s.e.text(c.pick(w.pool.basic))})"
    if c.chance(3):
        ok = w.name("ok")
        return [f"{n}, {ok} := {x}.({wanted.text})", f"_ = {n}", f"fmt.Println({ok})"]
    return [f"_ = {x}.({wanted.text})"]


def _nil(s: Statements, n: str) -> Lines:
    structs = [t for t in s.w.pool.declared if t.kind == "struct"]
    if structs:
        t = s.c.pick(structs)
        return [f"var {n} *{t.text}", f"_ = {n}.{t.fields[0].name}"]
    return [f"var {n} *int", f"*{n} = 1"]


def _shift(s: Statements, n: str) -> Lines:
    signed = s.c.pick([t for t in s.w.pool.basic if t.kind == "int"])
    return [f"{n} := {s.e.variable(s.e.numeric())} << {s.e.variable(signed)}", f"fmt.Println({n})"]


def _make(s: Statements, n: str) -> Lines:
    return [f"{n} := make([]int16, min({s.e.variable(INT)}, 9))", f"fmt.Println(len({n}))"]


def _closed(s: Statements, n: str) -> Lines:
    return [f"{n} := make(chan int, 1)", f"close({n})", s.c.pick([f"close({n})", f"{n} <- 1"])]


def _key(s: Statements, n: str) -> Lines:
    return [f"{n} := map[any]int{{}}", f"{n}[{s.e.text(ANY)}] = 1", f"{n}[func() {{}}] = 2"]


DANGERS: list[Danger] = [
    lambda s, n: [f"panic({s.c.below(256)})"], _value, _text, _error, _index, _slice, _divide, _assert, _nil, _shift, _make, _closed, _key,
    lambda s, n: [f"var {n} map[string]int", f"{n}[{s.e.text(STRING)}] = 1"],
    lambda s, n: [f"var {n} chan int", f"close({n})"],
    lambda s, n: [f"{n} := any([]int{{1}})", f"fmt.Println({n} == {n})"],
    lambda s, n: [f"var {n} func(int) int", f"{n}({s.e.text(INT)})"],
]  # fmt: skip
