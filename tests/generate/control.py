"""Statements of every kind that change nothing outside the function: variables, branches, loops, jumps, switches."""

from __future__ import annotations

from tests.generate.scope import Label, Var
from tests.generate.statements import Lines, Statements
from tests.generate.types import ANY, BOOL, INT, STRING, Type, slice_of


def declare(s: Statements) -> Lines:
    """A variable with a value."""
    t = s.w.pool.any(2)
    v = s.bind(t)
    if t.zero and s.c.chance(6):
        lines = [f"var {v.name} {t.text}"]
    elif s.c.chance(2):
        lines = [f"{v.name} := {_typed(s, t)}"]
    else:
        lines = [f"var {v.name} {t.text} = {s.e.text(t)}"]
    if t.kind == "map" and lines[0].startswith("var") and "=" not in lines[0]:
        lines = [f"{v.name} := make({t.text})"]
    s.w.vars.append(v)
    return [*lines, f"_ = {v.name}"]


def _typed(s: Statements, t: Type, depth: int = 2) -> str:
    """An expression whose own type is t."""
    text = s.e.text(t, depth)
    return f"({t.text})({text})" if t.kind in ("interface", "func", "slice", "map", "array", "pointer", "struct") else f"{t.text}({text})"


def assign(s: Statements) -> Lines:
    """An assignment to a variable."""
    able = s.targets()
    if not able:
        return declare(s)
    v = s.c.pick(able)
    return [f"{v.name} = {s.e.text(v.type, 3)}"]


def update(s: Statements) -> Lines:
    """x op= y, x++."""
    able = [v for v in s.targets() if v.type.kind in ("int", "uint", "float", "string", "complex")]
    if not able:
        return declare(s)
    v = s.c.pick(able)
    t = v.type
    if t.kind == "string":
        return [f"if len({v.name}) < 100 {{", f"{v.name} += {s.e.text(t)}", "}"]
    if s.c.chance(3):
        return [f"{v.name}{s.c.pick(['++', '--'])}"]
    if t.kind in ("int", "uint"):
        op = s.c.pick(["+=", "-=", "*=", "&=", "|=", "^=", "&^=", "<<=", ">>=", "/=", "%="])
        if op in ("<<=", ">>="):
            return [f"{v.name} {op} {s.c.below(40)}"]
        if op in ("/=", "%="):
            return [f"{v.name} {op} {s.e.text(t)} | 1"]
        return [f"{v.name} {op} {s.e.text(t)}"]
    return [f"{v.name} {s.c.pick(['+=', '-=', '*='])} {s.e.text(t)}"]


def swap(s: Statements) -> Lines:
    """Several assignments at once."""
    able = [v for v in s.targets()]
    if len(able) < 2:
        return declare(s)
    a = s.c.pick(able)
    others = [v for v in able if v.type.text == a.type.text and v.name != a.name]
    b = s.c.pick(others) if others else s.c.pick([v for v in able if v.name != a.name])
    if others and s.c.chance(2):
        return [f"{a.name}, {b.name} = {b.name}, {a.name}"]
    return [f"{a.name}, {b.name} = {s.e.text(a.type)}, {s.e.text(b.type)}"]


def several(s: Statements) -> Lines:
    """The results of one call, or of one lookup, for several variables."""
    c, w = s.c, s.w
    maps = [v for v in w.vars if v.type.kind == "map" and v.type.key is not None]
    if maps and c.chance(2):
        m = c.pick(maps)
        assert m.type.key is not None
        ok = s.bind(BOOL)
        lines = [f"_, {ok.name} := {m.name}[{s.e.text(m.type.key)}]", f"_ = {ok.name}"]
        if m.type.of.zero:
            v = s.bind(m.type.of)
            lines = [f"{v.name}, {ok.name} := {m.name}[{s.e.text(m.type.key)}]", f"_, _ = {v.name}, {ok.name}"]
            w.vars.append(v)
        w.vars.append(ok)
        return lines
    able = [f for f in w.funcs if f.pure and len(f.results) > 1]
    if not able or w.body.calm:
        return declare(s)
    f = c.pick(able)
    vs = [s.bind(t) for t in f.results]
    names = ", ".join(v.name for v in vs)
    lines = [f"{names} := {f.name}({', '.join(s.e.arguments(f.params, f.variadic, 2))})"]
    w.vars.extend(vs)
    return [*lines, f"{', '.join('_' for _ in vs)} = {names}"]


def condition(s: Statements) -> Lines:
    """if, else if, else."""
    if not s.inner():
        return assign(s)
    c = s.c
    test = s.head(s.e.text(BOOL))
    if c.chance(4):
        v = s.bind(INT)
        before = list(s.w.vars)
        first = f"if {v.name} := {_typed(s, INT, 1)}; {s.head(s.e.text(BOOL))} {{"
        s.w.vars.append(v)
        lines = [first, f"_ = {v.name}", *s.block(1)]
        s.w.vars[:] = before
    else:
        lines = [f"if {test} {{", *s.block(1)]
    if c.chance(4):
        lines += [f"}} else if {s.head(s.e.text(BOOL, 1))} {{", *s.block()]
    if c.chance(2):
        lines += ["} else {", *s.block()]
    return [*lines, "}"]


def loop(s: Statements, label: str = "") -> Lines:
    """for in its forms."""
    if not s.inner():
        return update(s)
    c, w = s.c, s.w
    v = s.bind(INT, "i", fixed=True)
    before = list(w.vars)
    n = 1 + c.below(6)
    match c.below(4):
        case 0:
            head = f"for {v.name} := range {n} {{"
        case 1:
            head = f"for {v.name} := 0; {v.name} < {n}; {v.name}++ {{"
        case 2:
            head = f"for {v.name} := {n}; {v.name} > 0; {v.name}-- {{"
        case _:
            w.vars.append(v)
            lines = [f"{v.name} := 0", f"{label}for {v.name} < {n} {{", f"{v.name}++", *s.turn(s.block), "}"]
            w.vars[:] = before
            return ["{", *lines, "}"]
    w.vars.append(v)
    lines = [label + head, f"_ = {v.name}", *s.turn(s.block), "}"]
    w.vars[:] = before
    return lines


def range_over(s: Statements, label: str = "") -> Lines:
    """range over everything whose order is settled; over maps what does not depend on it."""
    if not s.inner():
        return update(s)
    c, w = s.c, s.w
    before = list(w.vars)
    kind = c.pick(["slice", "string", "array", "map", "channel", "pointer"])
    if kind == "map":
        return _range_map(s, label)
    i = s.bind(INT, "i", fixed=True)
    match kind:
        case "string":
            what, of = s.e.text(STRING), Type("int32", "int", 32)
        case "channel":
            return _range_channel(s, label)
        case _:
            known = [v for v in w.vars if v.type.kind == "slice" or v.type.kind == "array"]
            t = c.pick(known).type if known else slice_of(w.pool.any(1))
            what, of = s.e.text(t), t.of
            if kind == "pointer" and t.kind == "array" and (same := w.of_type(t)):
                what = f"&{same[0].name}"
    v = s.bind(of, "e", fixed=True)
    form = c.below(4)
    if form == 3:
        lines = [f"{label}for range {s.head(what)} {{", *s.turn(s.block), "}"]
    elif form == 2:
        w.vars.append(i)
        lines = [f"{label}for {i.name} := range {s.head(what)} {{", f"_ = {i.name}", *s.turn(s.block), "}"]
    else:
        w.vars.extend([i, v])
        lines = [f"{label}for {i.name}, {v.name} := range {s.head(what)} {{", f"_, _ = {i.name}, {v.name}", *s.turn(s.block), "}"]
    w.vars[:] = before
    return lines


def _range_map(s: Statements, label: str) -> Lines:
    """A sum over a map."""
    c, w = s.c, s.w
    maps = [v for v in w.vars if v.type.kind == "map"]
    sums = [v for v in s.targets() if v.type.text == "int"]
    if not maps or not sums:
        return declare(s)
    m, total = c.pick(maps), c.pick(sums)
    k, e = s.bind(INT, "k"), s.bind(INT, "e")
    assert m.type.key is not None
    terms = [f"{_weight(s, k.name, m.type.key)} ^ {_weight(s, e.name, m.type.of)}*7"]
    return [f"{label}for {k.name}, {e.name} := range {m.name} {{", *s.step(), f"_, _ = {k.name}, {e.name}", f"{total.name} += {terms[0]}", "}"]


def _weight(s: Statements, name: str, t: Type) -> str:
    """An int that depends on a value."""
    match t.kind:
        case "int" | "uint":
            return f"int({name})"
        case "string" | "slice" | "map":
            return f"len({name})"
    return "1"


def _range_channel(s: Statements, label: str) -> Lines:
    c, w = s.c, s.w
    t = w.pool.any(1)
    ch, v = s.w.name("ch"), s.bind(t, "e", fixed=True)
    n = c.below(4)
    lines = [f"{ch} := make(chan {t.text}, {n + c.below(2)})"]
    lines += [f"{ch} <- {s.e.text(t)}" for _ in range(n)]
    before = list(w.vars)
    w.vars.append(v)
    lines += [f"close({ch})", f"{label}for {v.name} := range {ch} {{", f"_ = {v.name}", *s.turn(s.block), "}"]
    w.vars[:] = before
    return ["{", *lines, "}"] if not label else lines


def labelled(s: Statements) -> Lines:
    """A loop with a label that something in it goes to."""
    if not s.inner() or s.w.body.depth > 1:
        return loop(s)
    label = Label(s.w.name("L"), True)
    s.w.body.labels.append(label)
    lines = loop(s, f"{label.name}: ") if s.c.chance(2) else range_over(s, f"{label.name}: ")
    s.w.body.labels.pop()
    head = next((n for n, line in enumerate(lines) if line.startswith(f"{label.name}: ")), None)
    if head is not None and not label.used:
        lines[head + 1 : head + 1] = [f"if {s.head(s.e.text(BOOL))} {{", f"break {label.name}", "}"]
    return lines


def jump(s: Statements) -> Lines:
    """break or continue, if something is so."""
    body, c = s.w.body, s.c
    if not body.loops:
        return condition(s)
    word = c.pick(["break", "continue"])
    if body.labels and c.chance(2):
        label = c.pick(body.labels)
        label.used = True
        word += f" {label.name}"
    return [f"if {s.head(s.e.text(BOOL))} {{", word, "}"]


def again(s: Statements) -> Lines:
    """goto, backward and forward."""
    if not s.inner():
        return update(s)
    c, w = s.c, s.w
    label = w.name("G")
    if c.chance(2):
        lines = s.block(1, 3)
        return ["{", f"if {s.head(s.e.text(BOOL))} {{", f"goto {label}", "}", "{", *lines, "}", f"{label}:", "}"]
    n = w.name("n")
    return ["{", f"{n} := 0", f"{label}:", *s.step(), "{", *s.block(1, 3), "}", f"if {n}++; {n} < {1 + c.below(4)} {{", f"goto {label}", "}", "}"]


def switch(s: Statements) -> Lines:
    """A switch over values, or over conditions, with fallthrough at times."""
    if not s.inner():
        return update(s)
    c, w = s.c, s.w
    count = 1 + c.below(4)
    rest = c.below(count + 2)  # where default stands, if it does
    if c.chance(2):
        t = c.pick([t for t in w.pool.basic if t.kind in ("int", "uint", "string")])
        head = f"switch {s.head(s.e.variable(t))} {{"
        texts = [str(c.below(4)) if t.kind != "string" else f'"{"abGz"[c.below(4)]}"' for _ in range(count)]
        texts = list(dict.fromkeys(texts))
    else:
        head = "switch {"
        texts = [s.e.comparison(1) for _ in range(count)]
    lines = [head]
    for n, text in enumerate(texts):
        lines += ["default:" if n == rest else f"case {text}:"]
        lines += _clause(s)
        if n < len(texts) - 1 and c.chance(6):
            lines.append("fallthrough")
    return [*lines, "}"]


def _clause(s: Statements) -> Lines:
    """The statements of a case, in which break ends the switch alone."""
    body = s.w.body
    loops, body.loops = body.loops, body.loops
    lines = s.block(0, 3)
    body.loops = loops
    return lines


def type_switch(s: Statements) -> Lines:
    """A switch over the type of an interface's value."""
    able = [v for v in s.w.vars if v.type.kind == "interface" and v.type.text != "error"]
    if not s.inner():
        return change(s)
    c, w = s.c, s.w
    made: Lines = []
    if not able:
        x = s.bind(ANY)
        made = [f"var {x.name} any = {s.e.text(ANY)}"]
        w.vars.append(x)
    else:
        x = c.pick(able)
    v = w.name("t")
    lines = [*made, f"switch {v} := {x.name}.(type) {{"]
    seen: set[str] = set()
    candidates = [*w.pool.implementers(x.type), *(t for t in w.pool.declared if t.kind == "interface" and x.type.text == "any")]
    for _ in c.more(1, 4, 4):
        t = c.pick(candidates)
        if t.text in seen:
            continue
        seen.add(t.text)
        before = list(w.vars)
        if c.chance(4):
            other = c.pick(candidates)
            if other.text not in seen:
                seen.add(other.text)
                lines += [f"case {t.text}, {other.text}:", f"_ = {v}", *_clause(s)]
                continue
        w.vars.append(Var(v, t, fixed=True, quiet=t.kind != "func"))
        lines += [f"case {t.text}:", f"_ = {v}", *_clause(s)]
        w.vars[:] = before
    if x.type.text == "any" and c.chance(2):
        lines += ["case nil:", f"_ = {v}", *_clause(s)]
    return [*lines, "default:", f"_ = {v}", *_clause(s), "}"]


def change(s: Statements) -> Lines:
    """A part of a variable of this function's own: a field, an array's element."""
    places: list[tuple[str, Type]] = []
    for v in s.targets():
        if v.type.kind == "struct":
            places += [(f"{v.name}.{f.name}", f.type) for f in v.type.fields]
        elif v.type.kind == "array":
            places.append((f"{v.name}[{s.e.index(v.type.length, 1)}]", v.type.of))
    if not places:
        return declare(s)
    place, t = s.c.pick(places)
    return [f"{place} = {s.e.text(t)}"]


def collect(s: Statements) -> Lines:
    """A slice grows in a loop."""
    c, w = s.c, s.w
    t = w.pool.any(1)
    v, i = s.bind(slice_of(t)), s.bind(INT, "i", fixed=True)
    before = list(w.vars)
    w.vars.append(i)
    item = s.e.text(t)
    w.vars[:] = before
    w.vars.append(v)
    return [
        f"var {v.name} []{t.text}", f"for {i.name} := range {c.below(7)} {{", *s.step(), f"_ = {i.name}",
        f"{v.name} = append({v.name}, {item})", "}",
    ]  # fmt: skip
