"""Statements with effects that others see: stores, calls, closures, deferred calls, prints."""

from __future__ import annotations

from tests.generate.control import change, declare
from tests.generate.expressions import callable_methods
from tests.generate.panics import danger
from tests.generate.printing import show
from tests.generate.scope import Func
from tests.generate.statements import Lines, Statements
from tests.generate.types import INT, Type, selectors, slice_of


def store(s: Statements) -> Lines:
    """Through a pointer, into a slice or a map: what others see too."""
    c = s.c
    ways: list[Lines] = []
    for v in s.w.vars:
        t = v.type
        if t.kind == "pointer":
            ways.append([f"*{v.name} = {s.e.text(t.of)}"])
            if t.of.kind == "struct" and (fields := selectors(t.of)):
                name, ft = c.pick(fields)
                ways.append([f"{v.name}.{name} = {s.e.text(ft)}"])
        elif t.kind == "slice":
            index = s.e.variable(INT)
            ways.append([f"if len({v.name}) > 0 {{", f"{v.name}[uint({index})%uint(len({v.name}))] = {s.e.text(t.of)}", "}"])
        elif t.kind == "map" and t.key is not None:
            ways.append([f"if {v.name} != nil {{", f"{v.name}[{s.e.text(t.key)}] = {s.e.text(t.of)}", "}"])
            ways.append([f"delete({v.name}, {s.e.text(t.key)})"])
            if c.chance(2):
                ways.append([f"clear({v.name})"])
        elif t.kind == "struct" and not v.fixed and (fields := selectors(t)):
            name, ft = c.pick(fields)
            ways.append([f"{v.name}.{name} = {s.e.text(ft)}"])
        if len(ways) > 6:
            break
    return c.pick(ways) if ways else change(s)


def alias(s: Statements) -> Lines:
    """Two slices of one array: what is written through one is read through the other."""
    c, w = s.c, s.w
    t = w.pool.any(1)
    if not t.zero:
        return store(s)
    a, b, d = s.bind(slice_of(t)), s.bind(slice_of(t)), s.bind(slice_of(t))
    n, extra = 1 + c.below(4), 1 + c.below(3)
    low = c.below(n + 1)
    high = low + c.below(n - low + 1)
    lines = [f"{a.name} := make([]{t.text}, {n}, {n + extra})", f"{b.name} := {a.name}[{low}:{high}]"]
    w.vars.extend([a, b])
    lines += [f"{a.name}[{c.below(n)}] = {s.e.text(t)}"]
    if c.chance(2):
        lines += [f"{d.name} := append({a.name}, {s.e.text(t)})", f"fmt.Println(cap({a.name}), cap({b.name}), len({d.name}))"]
    else:
        lines += [f"{d.name} := {a.name}[{low}:{high}:{n}]", f"fmt.Println(copy({a.name}[{c.below(n)}:], {b.name}), cap({d.name}))"]
    w.use("fmt")
    w.vars.append(d)
    return [*lines, f"_, _, _ = {a.name}, {b.name}, {d.name}"]


def print(s: Statements) -> Lines:
    """A variable's value."""
    able = s.w.vars
    return show(s.w, s.c.pick(able[::-1])) if able else declare(s)


def where(s: Statements) -> Lines:
    """The functions on the stack."""
    return [f"where({s.c.below(100)})"]


def grow(s: Statements) -> Lines:
    """The stack grows below this frame, with a pointer into it."""
    able = [v for v in s.targets() if v.type.text == "int"]
    n = s.c.pick([2, 9, 30, 80])
    if not able:
        v = s.bind(INT)
        s.w.vars.append(v)
        return [f"{v.name} := 0", f"{v.name} = grow({n}, &{v.name})"]
    v = s.c.pick(able)
    other = s.bind(INT)
    s.w.vars.append(other)
    return [f"{other.name} := grow({n}, &{v.name})", f"_ = {other.name}"]


def call(s: Statements) -> Lines:
    """A call of a function that has effects, alone in its statement."""
    able = [f for f in s.w.funcs if not f.pure]
    if not able:
        return print(s)
    return _call(s, s.c.pick(able))


def _call(s: Statements, f: Func) -> Lines:
    text = f"{f.name}({', '.join(s.e.arguments(f.params, f.variadic, 2))})"
    if not f.results or s.c.chance(4):
        return [text]
    vs = [s.bind(t, quiet=t.kind != "func") for t in f.results]
    names = ", ".join(v.name for v in vs)
    s.w.vars.extend(vs)
    return [f"{names} := {text}", f"{', '.join('_' for _ in vs)} = {names}"]


def mutate(s: Statements) -> Lines:
    """A call of a method that changes its receiver."""
    ways = []
    for v in s.w.vars:
        if v.fixed and v.type.kind not in ("pointer", "interface"):
            continue
        ways += [(v, m) for m in callable_methods(v.type).values() if not m.pure]
    if not ways:
        return call(s)
    v, m = s.c.pick(ways)
    args = ", ".join(s.e.text(p) for p in m.params)
    if s.c.chance(3):
        f = s.w.name("f")
        return [f"{f} := {v.name}.{m.name}", f"{f}({args})"]
    if s.c.chance(3) and v.type.kind not in ("pointer", "interface") and m.name in v.type.methods and m.pointer:
        f = s.w.name("f")
        return [f"{f} := (*{v.type.text}).{m.name}", f"{f}(&{v.name}{', ' if args else ''}{args})"]
    return [f"{v.name}.{m.name}({args})"]


def closure(s: Statements) -> Lines:
    """A function in a variable, which changes what it captured; called at once, and again."""
    w, c = s.w, s.c
    if not s.inner():
        return print(s)
    t = Type("", "func", params=tuple(w.pool.any(0) for _ in range(c.below(3))), results=(w.pool.any(1),) if c.chance(2) else ())
    f = w.name("f")
    lines = s.function(t, pure=False)
    lines[0] = f"{f} := {lines[0]}"
    for _ in range(1 + c.below(2)):
        call = f"{f}({', '.join(s.e.text(p) for p in t.params)})"
        if t.results:
            v = s.bind(t.results[0], quiet=t.results[0].kind != "func")
            w.vars.append(v)
            lines += [f"{v.name} := {call}", f"_ = {v.name}"]
        else:
            lines += [call]
    return lines


def captured(s: Statements) -> Lines:
    """Closures over the variables of a loop, called after it."""
    w, c = s.w, s.c
    fs, i, f = w.name("fs"), s.bind(INT, "i"), w.name("f")
    before = list(w.vars)
    w.vars.append(i)
    result = s.e.text(INT)
    w.vars[:] = before
    w.use("fmt")
    form = [f"for {i.name} := range {1 + c.below(4)} {{", f"for {i.name} := 0; {i.name} < {1 + c.below(5)}; {i.name}++ {{"]
    change = [f"if {i.name} == 1 {{", f"{i.name}++", "}"] if c.chance(3) else []
    lines = [
        f"var {fs} []func() int", c.pick(form), *s.step(),
        f"{fs} = append({fs}, func() int {{ {i.name} += {c.below(3)}; return {result} }})", *change, "}",
    ]  # fmt: skip
    if c.chance(3):
        return [*lines, f"for _, {f} := range {fs} {{", f"defer {f}()", "}"]
    return [*lines, f"for _, {f} := range {fs} {{", f"fmt.Println({f}(), {f}())", "}"]


def deferred(s: Statements) -> Lines:
    """defer, of a closure, a call with arguments, a method."""
    w, c = s.w, s.c
    n = c.below(100)
    w.use("fmt")
    ints = w.of_type(INT)
    if w.body.loops and c.chance(2):
        return print(s)
    match c.below(4):
        case 0 if ints:
            v = c.pick(ints)
            return [f'defer fmt.Println({n}, "deferred", {v.name})']
        case 1:
            return [f"defer catch({n})"]
        case 2 if (able := [f for f in w.funcs if not f.pure]):
            f = c.pick(able)
            return [f"defer {f.name}({', '.join(s.e.arguments(f.params, f.variadic, 1))})"]
    if not s.inner():
        return [f"defer where({n})"]
    lines = s.function(Type("", "func"), pure=False, most=3)
    if c.chance(3):
        lines.insert(1, f"say({n}, recover())")
    return [f"defer {lines[0]}", *lines[1:-1], "}()"]


def recovered(s: Statements) -> Lines:
    """Statements in a function that recovers."""
    if not s.inner():
        return risky(s)
    lines = s.function(Type("", "func"), pure=False, most=4)
    return [lines[0], f"defer catch({s.c.below(100)})", *lines[1:-2], *danger(s), "}()"]


def risky(s: Statements) -> Lines:
    """Something that may panic, recovered."""
    return ["func() {", f"defer catch({s.c.below(100)})", *danger(s), "}()"]
